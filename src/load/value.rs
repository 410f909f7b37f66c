//! Turns one value of the tree into the type its row declares.

use super::decode::{Context, Cursor, Slot, map};
use super::fields::{Content, Kind, Shape};
use super::repair::quoted;
use super::table::{self, pipes};
use super::tree::Node;
use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase};
use crate::source::Text;

/// A type that a row can have.
pub trait Value: Sized {
    /// What it accepts.
    const SHAPE: Shape;

    /// What stands for a key that is not written.
    fn absent() -> Self;

    #[doc(hidden)]
    fn decode(slot: Slot, context: &mut Context<'_>) -> Self;
}

/// A text, or pairs of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextOr<T> {
    /// Written as text.
    Text(Text),
    /// Written as pairs.
    Map(T),
}

/// Texts that stood between `、，；`, `,` and `;` or in a list, each trimmed and in its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Items(pub Vec<Text>);

/// 每周 and its like: a wording, or hours by weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weekly {
    /// A wording, or several.
    Texts(Vec<Text>),
    /// `{周一: 9:00–11:30, 周三: 14:30–17:00}`: as written, in order.
    Hours(Vec<(Text, Vec<Text>)>),
}

/// 安排: entries, or a table to be read by columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sessions<T> {
    /// One entry a line.
    Entries(Vec<T>),
    /// The name of a table's file. After loading it stands only where no entries could be read from it, which is
    /// reported.
    Table(Text),
}

impl<T> Default for Sessions<T> {
    fn default() -> Self {
        Self::Entries(Vec::new())
    }
}

/// The parts of a text between `、，；`, `,`, `;` and line ends, each trimmed, with its own place.
/// What stands in brackets or quotes is not taken apart.
pub fn items(text: &Text) -> Vec<Text> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, c) in text.value.char_indices() {
        match c {
            '（' | '(' | '〔' | '［' | '[' | '《' | '【' | '“' => depth += 1,
            '）' | ')' | '〕' | '］' | ']' | '》' | '】' | '”' => depth = depth.saturating_sub(1),
            '、' | '，' | '；' | ',' | ';' | '\n' if depth == 0 => {
                parts.extend(part(text, start, at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(part(text, start, text.value.len()));
    parts
}

fn part(text: &Text, start: usize, end: usize) -> Option<Text> {
    let raw = text.value.get(start..end)?;
    let value = raw.trim();
    let start = start + raw.len() - raw.trim_start().len();
    let range = start..start + value.len();
    let verbatim = text.verbatim.map(|_| 0);
    (!value.is_empty()).then(|| Text { span: text.part(range), value: value.to_owned(), verbatim })
}

pub(super) fn wrong_shape(slot: &Slot, found: &Node, context: &mut Context<'_>) {
    wrong(slot, slot.key.value.as_str().into(), slot.field.shape.words(), found, context);
}

/// An item of a list that is no text.
fn wrong_item(slot: &Slot, found: &Node, context: &mut Context<'_>) {
    wrong(slot, item_of(slot), Shape::Text.words(), found, context);
}

fn item_of(slot: &Slot) -> Phrase {
    Phrase::new(format!("{}的每一项", slot.key.value), format!("each item of {}", slot.key.value))
}

/// Decodes a map that is the value itself.
fn whole<T: Content>(slot: &Slot, node: Node, context: &mut Context<'_>) -> Option<T> {
    map(node, slot.key.value.as_str().into(), slot.field.example(), context)
}

/// Decodes a map that is an item of a list.
fn item<T: Content>(slot: &Slot, node: Node, context: &mut Context<'_>) -> Option<T> {
    map(node, item_of(slot), slot.field.example(), context)
}

fn wrong(slot: &Slot, key: Phrase, wanted: Phrase, found: &Node, context: &mut Context<'_>) {
    let diagnostic = Diagnostic::new(&files::WRONG_SHAPE, found.span())
        .arg("key", key)
        .arg("wanted", wanted)
        .arg("found", found.shape())
        .arg("example", slot.field.example());
    // `备注: [注意]` was most likely meant as it reads.
    let meant = match (slot.field.shape, found) {
        (Shape::Text | Shape::Texts | Shape::Items, Node::List(..) | Node::Map(..)) => {
            context.text.get(found.span().range()).filter(|raw| raw.starts_with(['[', '{']))
        }
        _ => None,
    };
    let corrected = meant.and_then(|raw| context.line_with(found.span(), &quoted(raw)));
    context.push(match corrected {
        Some(line) => diagnostic.corrected(line),
        None => diagnostic,
    });
}

impl Value for Option<Text> {
    const SHAPE: Shape = Shape::Text;

    fn absent() -> Self {
        None
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        match take(&mut slot) {
            Node::Text(text) => Some(text),
            other => {
                wrong_shape(&slot, &other, context);
                None
            }
        }
    }
}

/// For rows that few values set, in drafts that are kept by the hundred thousand.
impl Value for Option<Box<Text>> {
    const SHAPE: Shape = Shape::Text;

    fn absent() -> Self {
        None
    }

    fn decode(slot: Slot, context: &mut Context<'_>) -> Self {
        <Option<Text> as Value>::decode(slot, context).map(Box::new)
    }
}

impl Value for Vec<Text> {
    const SHAPE: Shape = Shape::Texts;

    fn absent() -> Self {
        Vec::new()
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        let node = take(&mut slot);
        texts(&slot, node, context)
    }
}

impl Value for Items {
    const SHAPE: Shape = Shape::Items;

    fn absent() -> Self {
        Self::default()
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        let node = take(&mut slot);
        let mut all: Vec<Text> = texts(&slot, node, context).iter().flat_map(items).collect();
        all.shrink_to_fit();
        Self(all)
    }
}

impl<T: Content> Value for Option<T> {
    const SHAPE: Shape = Shape::Map(T::kind);

    fn absent() -> Self {
        None
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        {
            let node = take(&mut slot);
            whole(&slot, node, context)
        }
    }
}

impl<T: Content> Value for Vec<T> {
    const SHAPE: Shape = Shape::Maps(T::kind);

    fn absent() -> Self {
        Vec::new()
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        match take(&mut slot) {
            Node::List(nodes, _) => nodes.into_iter().filter_map(|node| item(&slot, node, context)).collect(),
            single @ Node::Map(..) => whole(&slot, single, context).into_iter().collect(),
            other => {
                wrong_shape(&slot, &other, context);
                Vec::new()
            }
        }
    }
}

impl<T: Content> Value for Option<TextOr<T>> {
    const SHAPE: Shape = Shape::TextOrMap(T::kind);

    fn absent() -> Self {
        None
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        match take(&mut slot) {
            Node::Text(text) => Some(TextOr::Text(text)),
            node @ Node::Map(..) => whole(&slot, node, context).map(TextOr::Map),
            other => {
                wrong_shape(&slot, &other, context);
                None
            }
        }
    }
}

impl<T: Content> Value for Vec<TextOr<T>> {
    const SHAPE: Shape = Shape::TextOrMaps(T::kind);

    fn absent() -> Self {
        Vec::new()
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        let nodes = match take(&mut slot) {
            Node::List(nodes, _) => nodes,
            single => vec![single],
        };
        let mut values = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Node::Text(text) => values.push(TextOr::Text(text)),
                node @ Node::Map(..) => {
                    values.extend(item(&slot, node, context).map(TextOr::Map));
                }
                other => wrong_shape(&slot, &other, context),
            }
        }
        values
    }
}

impl Value for Option<Weekly> {
    const SHAPE: Shape = Shape::TextOrPairs;

    fn absent() -> Self {
        None
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        match take(&mut slot) {
            Node::Map(entries, _) => {
                let hours = entries.into_iter().map(|(key, node)| (key, texts(&slot, node, context)));
                Some(Weekly::Hours(hours.collect()))
            }
            other => Some(Weekly::Texts(texts(&slot, other, context))),
        }
    }
}

impl<T: Content> Value for Sessions<T> {
    const SHAPE: Shape = Shape::MapsOrTable(T::kind);

    fn absent() -> Self {
        Self::default()
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        let is_table = |key: &Text| matches!(key.value.trim(), "表" | "table");
        match take(&mut slot) {
            Node::Text(text) => Self::written(text, context),
            Node::Map(mut entries, _) if entries.len() == 1 && entries.iter().all(|(key, _)| is_table(key)) => {
                match entries.pop() {
                    Some((_, Node::Text(text))) if !text.trimmed().is_empty() => return Self::written(text, context),
                    Some((_, other)) => wrong_shape(&slot, &other, context),
                    None => {}
                }
                Self::default()
            }
            node => {
                slot.node = node;
                Self::Entries(<Vec<T> as Value>::decode(slot, context))
            }
        }
    }
}

impl<T: Content> Sessions<T> {
    /// A table, or the name of the file that holds it.
    fn written(text: Text, context: &mut Context<'_>) -> Self {
        if !pipes::is_table(&text) {
            return Self::Table(text);
        }
        let lines = pipes::read(&text, context.text);
        Self::Entries(table::decode(lines, table::From::Roster, context))
    }
}

/// A scalar or a list of scalars; anything deeper is reported and left out, and so are empty items.
fn texts(slot: &Slot, node: Node, context: &mut Context<'_>) -> Vec<Text> {
    match node {
        Node::Text(text) => vec![text],
        Node::Null(_) => Vec::new(),
        Node::List(nodes, _) => {
            let mut texts = Vec::with_capacity(nodes.len());
            for node in nodes {
                match node {
                    Node::Text(text) => texts.push(text),
                    Node::Null(span) => {
                        let diagnostic = Diagnostic::new(&files::EMPTY_VALUE, span).arg("key", slot.key.value.as_str());
                        context.push(diagnostic.arg("example", slot.field.example()));
                    }
                    other => wrong_item(slot, &other, context),
                }
            }
            texts
        }
        other => {
            wrong_shape(slot, &other, context);
            Vec::new()
        }
    }
}

fn take(slot: &mut Slot) -> Node {
    std::mem::replace(&mut slot.node, Node::Null(slot.key.span))
}

/// How a kind holds the rows it shares with others: in place, or in a box that most values do without.
pub trait Include: Sized {
    /// The kind whose rows are taken over.
    fn kind() -> &'static Kind;

    #[doc(hidden)]
    fn include(cursor: &mut Cursor<'_, '_>) -> Self;
}

impl<T: Content> Include for T {
    fn kind() -> &'static Kind {
        <T as Content>::kind()
    }

    fn include(cursor: &mut Cursor<'_, '_>) -> Self {
        T::fill(cursor)
    }
}

impl<T: Content> Include for Option<Box<T>> {
    fn kind() -> &'static Kind {
        <T as Content>::kind()
    }

    fn include(cursor: &mut Cursor<'_, '_>) -> Self {
        let rows = cursor.position()..cursor.position() + T::kind().fields.len();
        if cursor.any_in(rows.clone()) {
            Some(Box::new(T::fill(cursor)))
        } else {
            cursor.skip(rows.len());
            None
        }
    }
}
