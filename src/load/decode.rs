//! Walks over a map with the table of a kind: every key finds its row, every row its value, every problem its place.

use super::fields::{Content, Field, Kind, kinds_with};
use super::repair::line_with;
use super::traps::{excerpt, glued, glued_trap};
use super::tree::Node;
use super::value::Value;
use crate::diag::code::files;
use crate::diag::{Diagnostic, Lang, Phrase, Report};
use crate::source::{Span, Text};

/// Most rows a kind may have, included ones too; a test holds the table to it.
pub(super) const MOST_ROWS: usize = 96;

/// What decoding needs beside the tree: the file's text, to show corrected lines, and where problems go.
pub struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) report: &'a mut Report,
}

impl Context<'_> {
    /// Reports a problem.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.report.push(diagnostic);
    }

    /// The line with the text under `span` replaced.
    pub(super) fn line_with(&self, span: Span, replacement: &str) -> Option<String> {
        line_with(self.text, span.range(), replacement)
    }
}

/// Decodes a whole file or front matter; `None` when it is no map at all.
pub(super) fn decode<T: Content>(node: Node, context: &mut Context<'_>) -> Option<T> {
    map(node, T::kind().name(), first_line::<T>(), context)
}

fn first_line<T: Content>() -> Phrase {
    T::kind().fields.first().map_or(Phrase::from(""), line)
}

/// A line as it could be written in each language.
fn line(field: &Field) -> Phrase {
    let example = field.example();
    Phrase::new(format!("{}: {}", field.zh, example.get(Lang::Zh)), format!("{}: {}", field.en, example.get(Lang::En)))
}

/// Decodes a map of a kind; anything else is reported as standing where `owner` wants pairs.
pub(super) fn map<T: Content>(node: Node, owner: Phrase, example: Phrase, context: &mut Context<'_>) -> Option<T> {
    match node {
        Node::Map(entries, span) => {
            let mut cursor = Cursor::new(T::kind(), entries, span, context);
            Some(T::fill(&mut cursor))
        }
        other => {
            not_a_map(&other, owner, example, context);
            None
        }
    }
}

fn not_a_map(node: &Node, owner: Phrase, example: Phrase, context: &mut Context<'_>) {
    if let Node::Text(text) = node
        && let (Some(pair), Some(_)) = (glued(&text.value), text.verbatim)
    {
        let trap = glued_trap(context.text, text.part(0..0).start as usize, &pair);
        context.push(trap.diagnostic(text.span.file, 0));
        return;
    }
    let wanted = Phrase::new("一组“键: 值”", "a group of “key: value”");
    context.push(
        Diagnostic::new(&files::WRONG_SHAPE, node.span())
            .arg("key", owner)
            .arg("wanted", wanted)
            .arg("found", node.shape())
            .arg("example", example),
    );
}

/// A key with its value, on the way to the row that wants it.
pub struct Slot {
    /// The row.
    pub(super) field: &'static Field,
    /// The key as written.
    pub(super) key: Text,
    /// The value.
    pub(super) node: Node,
}

/// Gives a map's values out in the order of its kind's rows.
pub struct Cursor<'a, 'r> {
    kind: &'static Kind,
    span: Span,
    entries: Vec<(Text, Node)>,
    /// For each row the entry that names it.
    found: [Option<u32>; MOST_ROWS],
    next: usize,
    context: &'a mut Context<'r>,
}

impl<'a, 'r> Cursor<'a, 'r> {
    fn new(kind: &'static Kind, entries: Vec<(Text, Node)>, span: Span, context: &'a mut Context<'r>) -> Self {
        let mut cursor = Self { kind, span, entries, found: [None; MOST_ROWS], next: 0, context };
        cursor.resolve();
        cursor
    }

    /// Finds the row of every key; what finds none, or one already taken, is reported.
    fn resolve(&mut self) {
        for at in 0..self.entries.len() {
            let Some((key, _)) = self.entries.get(at) else { break };
            let row = self.kind.find(&key.value).or_else(|| self.kind.find(&folded(&key.value)));
            let Some(slot) = row.and_then(|row| self.found.get_mut(row)) else {
                let diagnostic = unknown(self.kind, key, self.context);
                self.context.push(diagnostic);
                continue;
            };
            match *slot {
                None => *slot = u32::try_from(at).ok(),
                Some(first) => {
                    let Some((earlier, _)) = self.entries.get(first as usize) else { continue };
                    let words =
                        Phrase::new(format!("已经写了“{}”", earlier.value), format!("“{}” is here", earlier.value));
                    let diagnostic = Diagnostic::new(&files::SAME_FIELD_TWICE, key.span)
                        .arg("key", key.value.as_str())
                        .arg("first", earlier.value.as_str())
                        .related(earlier.span, words);
                    self.context.push(diagnostic);
                }
            }
        }
    }

    /// Where the map stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// How many rows were given out so far.
    pub(super) fn position(&self) -> usize {
        self.next
    }

    /// Passes over `count` rows.
    pub(super) fn skip(&mut self, count: usize) {
        self.next += count;
    }

    /// Whether any of the rows in a range is written.
    pub(super) fn any_in(&self, rows: std::ops::Range<usize>) -> bool {
        self.found.get(rows).is_some_and(|found| found.iter().any(Option::is_some))
    }

    /// The value of the next row.
    pub fn take<V: Value>(&mut self) -> V {
        let row = self.next;
        self.next += 1;
        let at = self.found.get(row).copied().flatten();
        let Some(at) = at else {
            // Rows that several kinds share are never required, so the kind's own ones suffice.
            if let Some(field) = self.kind.fields.get(row).filter(|field| field.required) {
                self.missing(field);
            }
            return V::absent();
        };
        let field = self.kind.rows().nth(row);
        let (Some(field), Some((key, node))) = (field, self.entries.get_mut(at as usize)) else { return V::absent() };
        let node = std::mem::replace(node, Node::Null(key.span));
        if is_empty(&node) {
            let code = if field.required { &files::REQUIRED_IS_EMPTY } else { &files::EMPTY_VALUE };
            let diagnostic = Diagnostic::new(code, key.span).arg("key", key.value.as_str());
            self.context.push(diagnostic.arg("example", field.example()));
            return V::absent();
        }
        let slot = Slot { field, key: key.clone(), node };
        V::decode(slot, self.context)
    }

    fn missing(&mut self, field: &'static Field) {
        // Point at the first key: the span of a whole file would underline everything.
        let place = self.entries.first().map_or(self.span, |(key, _)| key.span);
        let diagnostic = Diagnostic::new(&files::MISSING_KEY, place)
            .arg("kind", self.kind.name())
            .arg("key", field.name())
            .arg("example", line(field));
        self.context.push(diagnostic);
    }
}

/// Which of the keys a kind knows, each once; the others are reported. For the header of a table.
pub(super) fn known_keys(kind: &'static Kind, keys: Vec<Text>, context: &mut Context<'_>) -> Vec<bool> {
    let count = keys.len();
    let entries = keys
        .into_iter()
        .map(|key| {
            let empty = Node::Null(key.span);
            (key, empty)
        })
        .collect();
    let cursor = Cursor::new(kind, entries, Span::default(), context);
    (0..count).map(|at| cursor.found.iter().flatten().any(|found| *found as usize == at)).collect()
}

/// Nothing, or nothing but blanks.
fn is_empty(node: &Node) -> bool {
    match node {
        Node::Null(_) => true,
        Node::Text(text) => text.trimmed().is_empty(),
        Node::List(items, _) => items.is_empty(),
        Node::Map(entries, _) => entries.is_empty(),
    }
}

/// A key as typed with capitals, blanks or hyphens: `Issued by` is `issued_by`.
pub(super) fn folded(key: &str) -> String {
    let key: String = key.trim().chars().filter(|c| *c != '\u{3000}').collect();
    key.to_ascii_lowercase().replace([' ', '-'], "_")
}

/// The problem of a key that its kind does not know.
fn unknown(kind: &'static Kind, key: &Text, context: &Context<'_>) -> Diagnostic {
    let elsewhere: Vec<&Kind> = kinds_with(&folded(&key.value)).iter().copied().take(3).collect();
    let near = nearest(kind, &key.value);
    if !elsewhere.is_empty() {
        let zh: Vec<&str> = elsewhere.iter().map(|kind| kind.zh).collect();
        let en: Vec<&str> = elsewhere.iter().map(|kind| kind.en).collect();
        let near = match near {
            Some(name) => {
                Phrase::new(format!("；或者是不是“{name}”？"), format!("; or did you mean “{}”?", english(kind, name)))
            }
            None => Phrase::from(""),
        };
        return Diagnostic::new(&files::MISPLACED_KEY, key.span)
            .arg("key", key.value.as_str())
            .arg("kind", kind.name())
            .arg("owner", Phrase::new(zh.join("、"), en.join(", ")))
            .arg("near", near);
    }
    let diagnostic =
        Diagnostic::new(&files::UNKNOWN_KEY, key.span).arg("key", excerpt(&key.value)).arg("kind", kind.name());
    if let Some(hint) = every_so_many(&key.value) {
        return diagnostic.arg("hint", hint);
    }
    match near {
        Some(name) => {
            let hint = Phrase::new(format!("是不是“{name}”？"), format!("Did you mean “{}”?", english(kind, name)));
            let diagnostic = diagnostic.arg("hint", hint);
            match context.line_with(key.span, name) {
                Some(line) => diagnostic.corrected(line),
                None => diagnostic,
            }
        }
        None => {
            let zh: Vec<&str> = kind.rows().map(|field| field.zh).take(12).collect();
            let en: Vec<&str> = kind.rows().map(|field| field.en).take(12).collect();
            let hint = Phrase::new(
                format!("可以用的有：{} 等", zh.join("、")),
                format!("Keys known here: {} …", en.join(", ")),
            );
            diagnostic.arg("hint", hint)
        }
    }
}

/// 每2周, 每两个月 and 隔周 as a key: the nearest name would make it every week.
fn every_so_many(key: &str) -> Option<Phrase> {
    let key = folded(key);
    let number = key.strip_prefix('每').map_or(key.strip_prefix('隔').map(|_| "2"), |rest| {
        let number = rest.trim_end_matches(['周', '月', '个', '星', '期']);
        (number.len() < rest.len() && !number.is_empty()).then_some(number)
    })?;
    let number = if number == "两" { "2" } else { number };
    let is_number = number.chars().all(|c| c.is_ascii_digit() || "二三四五六".contains(c));
    let (zh, en, unit) =
        if key.contains('月') { ("每月", "monthly", "个月") } else { ("每周", "weekly", "周") };
    is_number.then(|| {
        Phrase::new(
            format!("分开写：{zh}: …, 间隔: {number}{unit}, 起算: 第一次的日期"),
            format!("write {en}: …, every: {number}{unit}, counted_from: the first date"),
        )
    })
}

/// The English name of a row known by `name`.
fn english(kind: &'static Kind, name: &'static str) -> &'static str {
    kind.names().find(|(known, _)| *known == name).map_or(name, |(_, field)| field.en)
}

/// The accepted name that a key was most likely meant to be: one slip for a short name, a third for a longer one.
fn nearest(kind: &'static Kind, key: &str) -> Option<&'static str> {
    let key = folded(key);
    let length = key.chars().count();
    if length > 40 {
        return None;
    }
    let allowed = if key.is_ascii() { length / 3 } else { (length / 2).clamp(1, 3) };
    kind.names()
        .filter_map(|(name, _)| {
            let distance = strsim::osa_distance(name, &key);
            let shares = name.chars().any(|c| key.contains(c));
            (distance <= allowed && shares && length > 1).then_some((distance, name))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
