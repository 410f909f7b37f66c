//! Holds one YAML file as a tree in which every scalar is text and every node knows its place.

use crate::diag::Phrase;
use crate::source::{Span, Text};

/// A value of a content file. Nothing is typed here: `12345`, `否` and `16:00` arrive as written,
/// and the field that takes them decides what they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Nothing was written after the colon or the dash; the place is an empty span where it would stand.
    Null(Span),
    /// A scalar.
    Text(Text),
    /// `- …` lines or `[…]`.
    List(Vec<Node>, Span),
    /// `键: 值` lines or `{…}`, in the order written, each key once.
    Map(Vec<(Text, Node)>, Span),
}

impl Node {
    /// Where it stands. A block collection begins at its first item and ends with its last.
    pub fn span(&self) -> Span {
        match self {
            Self::Null(span) | Self::List(_, span) | Self::Map(_, span) => *span,
            Self::Text(text) => text.span,
        }
    }

    /// What it is, in words for the clerk.
    pub fn shape(&self) -> Phrase {
        match self {
            Self::Null(_) => Phrase::new("空的", "nothing"),
            Self::Text(_) => Phrase::new("一段文字", "plain text"),
            Self::List(..) => Phrase::new("一个列表", "a list"),
            Self::Map(..) => Phrase::new("一组“键: 值”", "a group of “key: value”"),
        }
    }
}
