//! Turns the text of a regulation, as clerks paste it, into chapters, articles, paragraphs and items with addresses.
//!
//! What was pasted with web tags loses them first ([`mod@paste`]). One pass over the lines ([`mod@scan`]) asks of each how it begins ([`mod@line`]) and hands it to [`mod@build`], which counts and
//! gives addresses. Text without marks is only pointed at: nothing is copied and no Markdown is parsed. What has marks is named in
//! [`Reading::marked`], for whoever may render Markdown. Numbers that are out of order are [`Note`]s, never guesses.

mod build;
mod close;
pub mod compare;
mod headings;
mod line;
mod marks;
mod numbers;
mod pairing;
mod paste;
mod scan;
mod table;
#[cfg(test)]
mod tests;
mod told;

use std::ops::Range;
use std::sync::Arc;

use crate::model::regulation::Statute;
use crate::numeral;

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
        expected: Name,
        /// 第十四条.
        found: Name,
    },
    /// An article's number stands twice.
    ArticleRepeated(Name),
    /// An article's number is lower than the one before it.
    ArticleBackwards {
        /// The one before.
        before: Name,
        /// This one.
        found: Name,
    },
    /// An item is missing: the one expected, and the one that stands there.
    ItemMissing {
        /// （三）.
        expected: Name,
        /// （四）.
        found: Name,
    },
    /// An item's number stands twice in a list.
    ItemRepeated(Name),
    /// An item stands between a chapter's heading and its first article.
    ItemOutside(Name),
    /// There are chapters and numbered lines, but no article.
    NoArticle,
}

/// The number of an article or an item, to be named in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// 第三条之一.
    Article(u32, u16),
    /// （三）.
    Item(u32),
}

impl Name {
    /// As Chinese texts write it.
    pub fn chinese(self) -> String {
        match self {
            Self::Article(article, 0) => format!("第{}条", numeral::say(article)),
            Self::Article(article, more) => {
                format!("第{}条之{}", numeral::say(article), numeral::say(u32::from(more)))
            }
            Self::Item(item) => format!("（{}）", numeral::say(item)),
        }
    }

    /// In English.
    pub fn english(self) -> String {
        match self {
            Self::Article(article, 0) => format!("article {article}"),
            Self::Article(article, more) => format!("article {article}-{more}"),
            Self::Item(item) => format!("item {item}"),
        }
    }
}

/// A block whose words have Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Its index.
    pub block: u32,
    /// Where its words begin, in bytes of the statute's text.
    pub place: usize,
    /// The Markdown.
    pub body: String,
    /// Part of a paragraph, not blocks of its own.
    pub inline: bool,
}

/// Whether a text of this title changes or ends others: it quotes their articles, and counts on from earlier changes.
pub fn amends(title: &str) -> bool {
    ["修改", "修正", "废止", "修订"].iter().any(|word| title.contains(word))
}

/// Reads the text from byte `from` of a file. `title` is not repeated where the text begins with it.
pub fn read(file: &Arc<str>, from: usize, title: &str) -> Reading {
    let Some((plain, moves)) = paste::plain(file, from) else { return lines(file, from, title) };
    let mut reading = lines(&plain, from, title);
    for note in &mut reading.notes {
        note.place = moves.range(&note.place);
    }
    reading.statute.moves = moves;
    reading
}

fn lines(text: &Arc<str>, from: usize, title: &str) -> Reading {
    let mut builder = build::Builder::new(text, amends(title));
    scan::scan(&mut builder, from, title);
    builder.finish()
}
