//! Turns a table written with `|`, or the name of a file that holds one, into lines of cells.

use super::decode::{Context, Slot};
use super::fields::{Field, Shape};
use super::table::{self, Lines, pipes};
use super::texts::Texts;
use super::tree::Node;
use super::value::{Value, wrong_shape};
use crate::source::Text;

/// The cells of a table whose columns only `check` understands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grid {
    /// Line by line, the header first.
    Lines(Lines),
    /// The name of a table's file. After loading it stands only where it could not be read, which is reported.
    File(Text),
}

impl Default for Grid {
    fn default() -> Self {
        Self::Lines(Lines::new())
    }
}

impl Value for Grid {
    const SHAPE: Shape = Shape::Table;

    fn absent() -> Self {
        Self::default()
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        let node = std::mem::replace(&mut slot.node, Node::Null(slot.key.span));
        let is_table = |key: &Text| matches!(key.value.trim(), "表" | "table");
        let text = match node {
            Node::Text(text) => text,
            Node::Map(mut entries, span) if entries.len() == 1 && entries.iter().all(|(key, _)| is_table(key)) => {
                match entries.pop() {
                    Some((_, Node::Text(text))) => text,
                    Some((_, other)) => {
                        wrong_shape(&slot, &other, context);
                        return Self::default();
                    }
                    None => return Self::written(Text { value: String::new(), span, verbatim: None }, context),
                }
            }
            other => {
                wrong_shape(&slot, &other, context);
                return Self::default();
            }
        };
        Self::written(text, context)
    }
}

impl Grid {
    fn written(text: Text, context: &mut Context<'_>) -> Self {
        if !pipes::is_table(&text) {
            return Self::File(text);
        }
        Self::Lines(table::plain(pipes::read(&text, context.text), table::From::Roster, context.report))
    }
}

impl Texts for Grid {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        if let Self::Lines(lines) = self {
            lines.iter().for_each(|line| line.texts(wanted, visit));
        }
    }
}
