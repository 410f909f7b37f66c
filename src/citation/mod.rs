//! Turns the words of a paragraph into citations (which text, which article), and citations into places of known texts.
//!
//! Pure: [`Reader`] recognises by the words alone, helped by the names a [`Known`] holds; [`resolve()`] finds what is
//! meant on a [`Shelf`] of texts. Neither knows of files or pages.

mod group;
mod html;
mod known;
mod number;
mod place;
mod read;
mod resolve;
mod shelf;
mod title;
mod words;

pub use html::linked;
pub use known::Known;
pub use place::{Place, Step};
pub use read::Reader;
pub use resolve::{Context, Problem, Resolved, resolve};
pub use shelf::Shelf;

use std::ops::Range;
use std::sync::Arc;

/// Words that cite a text or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The bytes of the words.
    pub range: Range<usize>,
    /// The text that is cited.
    pub document: Document,
    /// The part of it.
    pub place: Place,
}

/// The text that a citation names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// The text in which the words stand: 本条例, 前款, or an article without a name.
    This,
    /// Another text by its title, which a short name declared before (以下简称《条例》) has been replaced by.
    Named(Arc<Name>),
}

/// How a text is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The title without its outer marks.
    pub title: String,
    /// What stands in brackets after it: a document number, the year of a version.
    pub note: Option<String>,
}

#[cfg(test)]
mod tests;
