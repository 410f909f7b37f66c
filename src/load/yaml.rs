//! Turns YAML text into a spanned tree of text; the only module that knows the YAML crate.
//!
//! Parser events are gathered on a stack of our own, so that depth and size are bounded. What YAML would
//! quietly understand in another way than the clerk meant is reported here, where the parser knows exactly what
//! is plain and what is quoted; after a syntax error, `traps` reads the lines for its cause.

use serde_yaml::granit_parser::{
    ErrorKind, Event, Options, Parser, ScalarStyle, Span as ParserSpan, StructureStyle, options,
};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use super::plain;
use super::syntax::{self, Cause};
use super::traps;
use super::tree::Node;
use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::source::{FileId, Span, Text};

/// Deepest nesting that is read. Content needs six levels; what goes deeper is a mistake or an attack.
const MAX_DEPTH: usize = 32;

/// Most values in one file, keys included; about twice what the largest allowed file of real rows holds.
pub const MAX_NODES: usize = 2_000_000;

/// Reads one YAML file, or the front matter of a Markdown file.
///
/// Every problem found goes into `report`. The result is `None` when the syntax broke off or nothing but
/// comments was written; a tree is returned despite smaller problems (with what the clerk most likely meant), so
/// that one run can report everything else too.
pub fn parse(file: FileId, text: &str, report: &mut Report) -> Option<Node> {
    parse_from(file, text, 0, report)
}

/// Like [`parse`], for text that begins `offset` bytes into `file`.
pub(super) fn parse_from(file: FileId, text: &str, offset: usize, report: &mut Report) -> Option<Node> {
    let mut reader = Reader { file, text, offset, stack: Vec::new(), root: None, nodes: 0, report };
    for event in Parser::new_from_str_with_options(text, limits()) {
        match event {
            Ok((event, span)) => match reader.take(event, &span) {
                Flow::On => {}
                Flow::Finished => break,
                Flow::GiveUp => return None,
            },
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
                syntax::explain(file, text, offset, at, &cause(error.kind()), report);
                return None;
            }
        }
    }
    reader.root
}

fn limits() -> Options {
    let mut limits = options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        disallow_directives: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    limits.set_emit_comments(false);
    limits
}

enum Flow {
    On,
    Finished,
    GiveUp,
}

/// An open list or map.
enum Open {
    List { items: Vec<Node>, start: usize, flow: bool },
    Map { entries: Vec<(Text, Node)>, key: Option<Text>, start: usize, flow: bool },
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    offset: usize,
    stack: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    report: &'a mut Report,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, at: &ParserSpan) -> Flow {
        let range = at.byte_range().unwrap_or(0..0);
        if event.is_node() {
            self.nodes += 1;
            if self.nodes > MAX_NODES {
                let what = Phrase::new("内容太多", "holds too many values");
                self.report.push(Diagnostic::new(&files::BUDGET, self.span(range)).arg("what", what));
                return Flow::GiveUp;
            }
        }
        if event.tag().is_some() {
            let tag = at.tag_span().and_then(|tag| tag.byte_range()).unwrap_or(range.clone());
            self.special(tag);
        }
        match event {
            Event::Scalar(value, style, ..) => {
                let node = self.scalar(&value, style, range);
                return self.place(node);
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.special(range.clone());
                let value = self.text.get(range.clone()).unwrap_or("").to_owned();
                let node = Node::Text(Text { value, span: self.span(range), verbatim: Some(0) });
                return self.place(node);
            }
            Event::Anchor(..) => self.special(range),
            Event::SequenceStart(style, ..) => {
                if self.wants_key() {
                    return self.bad_key(range);
                }
                let flow = style == StructureStyle::Flow;
                self.stack.push(Open::List { items: Vec::new(), start: range.start, flow });
            }
            Event::MappingStart(style, ..) => {
                if self.wants_key() {
                    return self.bad_key(range);
                }
                let flow = style == StructureStyle::Flow;
                self.stack.push(Open::Map { entries: Vec::new(), key: None, start: range.start, flow });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(node) = self.close(range) {
                    return self.place(node);
                }
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                let what = Phrase::new("一个文件里用 --- 分成几份", "several documents in one file");
                self.report.push(Diagnostic::new(&files::NOT_SUPPORTED, self.span(range)).arg("what", what));
                return Flow::Finished;
            }
            _ => {}
        }
        Flow::On
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.offset..range.end + self.offset)
    }

    fn wants_key(&self) -> bool {
        matches!(self.stack.last(), Some(Open::Map { key: None, .. }))
    }

    /// A list, a map or nothing stands where a key should: no content has a use for that.
    fn bad_key(&mut self, range: Range<usize>) -> Flow {
        self.report.push(Diagnostic::new(&files::BAD_KEY, self.span(range)));
        Flow::GiveUp
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, range: Range<usize>) -> Node {
        let raw = self.text.get(range.clone()).unwrap_or("");
        let span = self.span(range.clone());
        match style {
            // The parser writes `~` for nothing; a `~` that was typed has a place that is not empty.
            ScalarStyle::Plain if raw.is_empty() => Node::Null(span),
            ScalarStyle::Plain => {
                let in_flow_map = matches!(self.stack.last(), Some(Open::Map { key: Some(_), flow: true, .. }));
                plain::check(self.text, range.clone(), in_flow_map, &mut |trap| {
                    self.report.push(trap.diagnostic(self.file, self.offset));
                });
                if let Some((trap, whole)) = traps::cut_by_comment(self.text, range.clone()) {
                    self.report.push(trap.diagnostic(self.file, self.offset));
                    let value = self.text.get(whole.clone()).unwrap_or("").to_owned();
                    return Node::Text(Text { value, span: self.span(whole), verbatim: Some(0) });
                }
                let verbatim = (raw == value).then_some(0);
                Node::Text(Text { value: value.to_owned(), span, verbatim })
            }
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let inner = raw.get(1..raw.len().saturating_sub(1));
                let verbatim = (inner == Some(value)).then_some(1);
                Node::Text(Text { value: value.to_owned(), span, verbatim })
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let end = range.start + raw.trim_end().len();
                Node::Text(Text { value: value.to_owned(), span: self.span(range.start..end), verbatim: None })
            }
        }
    }

    /// A value begins with a character that means something to YAML.
    fn special(&mut self, range: Range<usize>) {
        let in_flow =
            self.stack.iter().any(|open| matches!(open, Open::Map { flow: true, .. } | Open::List { flow: true, .. }));
        self.report.push(traps::special_first(self.text, range.start, in_flow).diagnostic(self.file, self.offset));
    }

    /// Puts a finished node where it belongs: as a key, a value, an item or the whole.
    fn place(&mut self, node: Node) -> Flow {
        match self.stack.last_mut() {
            None => self.root = (!matches!(node, Node::Null(_))).then_some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => match node {
                    Node::Text(text) if text.value == "<<" => {
                        let what = Phrase::new("<< 合并", "merging with <<");
                        self.report.push(Diagnostic::new(&files::NOT_SUPPORTED, text.span).arg("what", what));
                        return Flow::GiveUp;
                    }
                    Node::Text(text) => *key = Some(text),
                    other => {
                        self.report.push(Diagnostic::new(&files::BAD_KEY, other.span()));
                        return Flow::GiveUp;
                    }
                },
            },
        }
        Flow::On
    }

    fn close(&mut self, at: Range<usize>) -> Option<Node> {
        match self.stack.pop()? {
            Open::List { items, start, .. } => {
                let last = items.last().map(|node| node.span().end as usize - self.offset);
                let end = self.end_of(at, last.unwrap_or(start));
                Some(Node::List(items, self.span(start..end)))
            }
            Open::Map { entries, start, flow, .. } => {
                let last = entries.last().map(|(_, node)| node.span().end as usize - self.offset);
                let end = self.end_of(at, last.unwrap_or(start));
                let entries = if flow {
                    plain::mend_braces(self.text, self.file, self.offset, entries, self.report)
                } else {
                    entries
                };
                Some(Node::Map(self.without_repeats(entries), self.span(start..end)))
            }
        }
    }

    /// A block collection is closed by whatever comes next, maybe many lines on: its last item ends it.
    fn end_of(&self, at: Range<usize>, last: usize) -> usize {
        if at.is_empty() { last } else { at.end }
    }

    fn without_repeats(&mut self, entries: Vec<(Text, Node)>) -> Vec<(Text, Node)> {
        const FEW: usize = 24;
        let mut repeated = Vec::new();
        if entries.len() <= FEW {
            for (at, (key, _)) in entries.iter().enumerate().skip(1) {
                if let Some((first, _)) = entries[..at].iter().find(|(earlier, _)| earlier.value == key.value) {
                    repeated.push((at, first.span));
                }
            }
        } else {
            let mut seen: HashMap<&str, Span> = HashMap::with_capacity(entries.len());
            for (at, (key, _)) in entries.iter().enumerate() {
                match seen.entry(&key.value) {
                    Entry::Occupied(first) => repeated.push((at, *first.get())),
                    Entry::Vacant(free) => {
                        free.insert(key.span);
                    }
                }
            }
        }
        if repeated.is_empty() {
            return entries;
        }
        let mut next = 0;
        let mut kept = Vec::with_capacity(entries.len());
        for (at, entry) in entries.into_iter().enumerate() {
            match repeated.get(next) {
                Some((index, first)) if *index == at => {
                    next += 1;
                    let words = Phrase::new("第一次写在这里", "first written here");
                    let duplicate = Diagnostic::new(&files::DUPLICATE_KEY, entry.0.span);
                    self.report.push(duplicate.arg("key", entry.0.value).related(*first, words));
                }
                _ => kept.push(entry),
            }
        }
        kept
    }
}

/// What broke off, as far as a clerk can use it.
fn cause(kind: &ErrorKind) -> Cause {
    match kind {
        ErrorKind::UnclosedFlowCollection { open } => Cause::Unclosed(*open),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => Cause::Mismatched(*open, *close),
        ErrorKind::MisplacedFlowCollectionEnd => Cause::StrayBracket,
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar => Cause::UnclosedQuote,
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            Cause::AfterQuote
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => Cause::Escape,
        ErrorKind::RecursionLimitExceeded => Cause::TooDeep,
        ErrorKind::DirectiveDisallowed => Cause::Directive,
        ErrorKind::UnexpectedCharacter { character } => Cause::Character(*character),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => Cause::NoColon,
        _ => Cause::Other,
    }
}
