//! Turns the text of a regulation, as clerks paste it, into chapters, articles, paragraphs and items with addresses.
//!
//! One pass over the lines ([`mod@scan`]) asks of each how it begins ([`line`]) and hands it to [`build`], which counts and
//! gives addresses. Text without marks is only pointed at: nothing is copied and no Markdown is parsed. What has marks is named in
//! [`Reading::marked`], for whoever may render Markdown. Numbers that are out of order are [`Note`]s, never guesses.

mod build;
pub mod compare;
mod line;
pub mod number;
mod scan;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use crate::model::regulation::Statute;

/// What a text holds.
#[derive(Debug)]
pub struct Reading {
    /// Its blocks; those named in `marked` still lack their HTML.
    pub statute: Statute,
    /// What is out of order.
    pub notes: Vec<Note>,
    /// Blocks with Markdown.
    pub marked: Vec<Marked>,
}

/// Something out of order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where, in bytes of the file.
    pub place: Range<usize>,
    /// What.
    pub problem: Problem,
}

/// What can be out of order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Between two articles one or several are missing: what was expected, and what stands there.
    ArticleMissing {
        /// 第十三条.
        expected: String,
        /// 第十四条.
        found: String,
    },
    /// An article's number stands twice.
    ArticleRepeated(String),
    /// An article's number is lower than the one before it.
    ArticleBackwards {
        /// The one before.
        before: String,
        /// This one.
        found: String,
    },
    /// An item is missing: the one expected, and the one that stands there.
    ItemMissing {
        /// （三）.
        expected: String,
        /// （四）.
        found: String,
    },
    /// An item's number stands twice in a list.
    ItemRepeated(String),
    /// An item stands between a chapter's heading and its first article.
    ItemOutside(String),
    /// There are chapters and numbered lines, but no article.
    NoArticle,
}

/// A block whose words have Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Its index.
    pub block: u32,
    /// Where its words begin in the file.
    pub place: usize,
    /// The Markdown.
    pub body: String,
    /// Part of a paragraph, not blocks of its own.
    pub inline: bool,
}

/// Reads the text from byte `from` of a file. `title` is not repeated where the text begins with it.
pub fn read(file: &Arc<str>, from: usize, title: &str) -> Reading {
    let mut builder = build::Builder::new(file);
    scan::scan(&mut builder, from, title);
    builder.finish()
}
