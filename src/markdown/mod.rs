//! Turns Markdown into safe HTML, and names at their place the things it refuses.
//!
//! The parser's events pass one by one through [`mod@write`], which knows a fixed set of tags and attributes; nothing the
//! clerk types reaches the page but as escaped text or as an address that [`address`] has sorted. So there is no
//! cleaning of HTML afterwards, and every refusal has a line and a column.

mod address;
mod cjk;
mod emphasis;
mod headings;
mod notes;
mod refusal;
mod tables;
mod targets;
mod traps;
mod write;

use std::collections::BTreeSet;

use pulldown_cmark::Options;

use crate::diag::Report;
use crate::source::FileId;
pub(crate) use address::decode;
pub use headings::{Heading, slug};
pub(crate) use write::push_escaped;

/// HTML that may stand in a page as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Html(String);

impl Html {
    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The markup, given away.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// A text made ready for a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The text; its headings start at level 2.
    pub html: Html,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// The beginning of its paragraphs as plain text, at most [`SUMMARY`] characters.
    pub summary: String,
    /// The files of the content that it leads to or shows, as typed and decoded.
    pub targets: BTreeSet<String>,
}

/// How long a summary is, in characters.
pub const SUMMARY: usize = 120;

/// Blocks and emphasis may lie this deep in each other.
pub const DEEPEST: usize = 24;

/// What a link to a file of the content leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// The relative address from the page being written, already percent-encoded.
    Href(String),
    /// There is no such file; perhaps this one was meant.
    Missing(Option<String>),
    /// The file is there, but of a kind that is not published.
    Attachment,
}

/// Finds what a relative path in a text leads to.
pub trait LinkResolver {
    /// `path` is relative to the text's own file, decoded, without fragment: `../rosters/2026-12.yaml`, `图/大门.png`.
    fn resolve(&self, path: &str) -> Resolved;

    /// Whether the page has a place of this address that is none of the text's headings: an article of a statute.
    fn has(&self, _address: &str) -> bool {
        false
    }
}

/// Renders `body`, which starts `offset` bytes into `file`. On errors the HTML is safe still, but lacks what was refused.
pub fn render(body: &str, file: FileId, offset: usize, links: &dyn LinkResolver, report: &mut Report) -> Rendered {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let prepared = emphasis::Prepared::new(body, options);
    let events = prepared.events(options);
    let headings = headings::collect(events.iter().map(|(event, _)| event));
    let place = write::Place { body, file, offset };
    let mut rendered = write::write(&events, &headings, place, links, report);
    rendered.headings = headings.into_iter().filter(|heading| !heading.text.is_empty()).collect();
    rendered
}

#[cfg(test)]
mod safety;
#[cfg(test)]
mod tests;
