//! Holds what the files of a content folder say, decoded but not yet understood: every value is text with its place.

use super::calendar::Calendar;
use super::leaders::Leaders;
use super::notice::NoticeHead;
use super::page::PageHead;
use super::procedure::Procedure;
use super::regulation::RegulationHead;
use super::roster::Roster;
use super::site::Site;
use super::statistics::Statistics;
use super::unit::Unit;
use crate::source::{FileId, Span};

/// Everything in a content folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// `site.yaml`; `None` when absent or unreadable.
    pub site: Option<Part<Site>>,
    /// `calendar/*.yaml`, by file name.
    pub calendars: Vec<Part<Calendar>>,
    /// The content folder itself as a unit; every other unit hangs below it.
    pub root: Folder,
}

/// One unit: a folder with `unit.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder {
    /// Path relative to the content folder, with `/`; empty for the content folder itself.
    pub path: String,
    /// `unit.yaml`; `None` when absent or unreadable, which is reported.
    pub unit: Option<Part<Unit>>,
    /// `leaders.yaml`.
    pub leaders: Option<Part<Leaders>>,
    /// `rosters/*.yaml`, by file name.
    pub rosters: Vec<Part<Roster>>,
    /// `notices/*.md`, by file name.
    pub notices: Vec<Part<Document<NoticeHead>>>,
    /// `pages/*.md`, by file name.
    pub pages: Vec<Part<Document<PageHead>>>,
    /// `regulations/*.md`, by file name.
    pub regulations: Vec<Part<Document<RegulationHead>>>,
    /// `procedures/*.yaml`, by file name.
    pub procedures: Vec<Part<Procedure>>,
    /// `statistics/*.yaml`, by file name.
    pub statistics: Vec<Part<Statistics>>,
    /// Pictures, tables and other files that content may refer to, by path relative to the content folder.
    pub assets: Vec<String>,
    /// Units below, by path.
    pub children: Vec<Folder>,
}

/// The content of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<T> {
    /// File name without its ending.
    pub stem: String,
    /// The file.
    pub file: FileId,
    /// What it says.
    pub content: T,
}

/// A Markdown file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<T> {
    /// What its front matter says.
    pub head: T,
    /// Where its text stands; [`Sources::slice`](crate::source::Sources::slice) gives it.
    pub body: Span,
}

impl Folder {
    /// This unit and all below it, outer before inner, in path order.
    pub fn units(&self) -> impl Iterator<Item = &Folder> {
        let mut next = vec![self];
        std::iter::from_fn(move || {
            let folder = next.pop()?;
            next.extend(folder.children.iter().rev());
            Some(folder)
        })
    }
}
