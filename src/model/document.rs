//! Notices and plain pages: Markdown that has been made safe.

use super::unit::UnitId;
use crate::digest::Digest;
use chrono::NaiveDate;

/// A notice of a unit.
#[derive(Debug, Clone)]
pub struct Notice {
    /// The unit that posts it.
    pub unit: UnitId,
    /// File name without ending.
    pub stem: String,
    /// Title.
    pub title: String,
    /// Its date.
    pub date: NaiveDate,
    /// Who issues it, where that is not simply its unit.
    pub issued_by: Option<String>,
    /// Number of the document.
    pub number: Option<String>,
    /// Column it belongs to.
    pub column: Option<String>,
    /// No longer valid after this day.
    pub expires: Option<NaiveDate>,
    /// SHA-256 of its words as written.
    pub text: Digest,
    /// Safe HTML.
    pub html: String,
    /// First words, for lists and feeds.
    pub summary: String,
}

/// A plain page of a unit.
#[derive(Debug, Clone)]
pub struct Page {
    /// The unit it belongs to.
    pub unit: UnitId,
    /// File name without ending.
    pub stem: String,
    /// Title.
    pub title: String,
    /// Place in the navigation; smaller comes first.
    pub order: i64,
    /// SHA-256 of its words as written.
    pub text: Digest,
    /// Safe HTML.
    pub html: String,
    /// First words.
    pub summary: String,
}
