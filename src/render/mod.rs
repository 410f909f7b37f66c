//! Turns a checked site into the bytes of its outputs.

pub mod agenda;
pub mod crawl;
pub mod data;
pub mod desk;
pub mod feed;
pub mod forms;
pub mod html;
pub mod ics;
pub mod poster;
pub mod words;

use std::borrow::Cow;

use crate::plan::Output;

/// A fault of the theme or of the program; never of the clerk's content.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The theme lacks a file.
    #[error("the theme has no `{0}`")]
    MissingFile(String),
    /// A file of words cannot be read.
    #[error("the theme's `{file}` cannot be read: {reason}")]
    Strings {
        /// The file.
        file: String,
        /// Why.
        reason: String,
    },
    /// A phrase is missing.
    #[error("the theme's words have no `{0}`")]
    MissingString(String),
    /// A template is wrong; the message names file, line and column.
    #[error("{0}")]
    Template(#[from] tera::Error),
    /// A table cannot be written.
    #[error("a table cannot be written: {0}")]
    Table(String),
    /// Data for scripts cannot be written.
    #[error("data for scripts cannot be written: {0}")]
    Data(serde_json::Error),
    /// The output is no page, nor data of this kind.
    #[error("{0:?} is not drawn from a template")]
    NotAPage(Output),
}

/// The bytes of a calendar, of data, or of what other programs look for; `None` for pages, posters and copied files.
///
/// # Errors
/// When data cannot be written, which would be a bug.
pub fn file(desk: &desk::Desk<'_>, output: Output) -> Result<Option<Vec<u8>>, Error> {
    Ok(Some(match output {
        Output::RosterIcs(id) => ics::roster(desk, id),
        Output::UnitIcs(id) => ics::unit(desk, id),
        Output::LeaderIcs(id) => ics::leader(desk, id),
        Output::SiteIcs => ics::site(desk),
        Output::RosterCsv(id) => data::csv::roster(desk, id)?,
        Output::SiteCsv => data::csv::site(desk)?,
        Output::RosterJson(id) => data::json::roster(desk, id)?,
        Output::SiteJson => data::json::site(desk)?,
        Output::RosterFragment(id) => forms::fragment::fragment(desk, id),
        Output::Feed => feed::feed(desk),
        Output::Sitemap => crawl::sitemap(desk),
        Output::Robots => crawl::robots(desk),
        Output::SecurityTxt => crawl::security(desk, desk.site.settings.security_contact.as_deref().unwrap_or("")),
        _ => return Ok(None),
    }))
}

/// Reads a file of the theme by its path, such as `templates/home.html`.
pub type ReadFile<'t> = dyn Fn(&str) -> Option<Cow<'t, [u8]>> + 't;

/// A text file of the theme.
pub(crate) fn text(read: &ReadFile<'_>, path: &str) -> Result<String, Error> {
    let bytes = read(path).ok_or_else(|| Error::MissingFile(path.to_owned()))?;
    String::from_utf8(bytes.into_owned()).map_err(|_| Error::MissingFile(path.to_owned()))
}
