//! Turns a checked site into the bytes of its outputs.

pub mod agenda;
pub mod changes;
pub mod chart;
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
use std::io::Write;

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
    /// A file takes no more; whoever holds it knows its path.
    #[error("a file cannot be written: {0}")]
    Write(#[source] std::io::Error),
    /// A table cannot be written.
    #[error("a table cannot be written: {0}")]
    Table(#[from] ::csv::Error),
    /// Data for scripts cannot be written.
    #[error("data for scripts cannot be written: {0}")]
    Data(serde_json::Error),
    /// The output is no page, nor data of this kind.
    #[error("{0:?} is not drawn from a template")]
    NotAPage(Output),
}

/// Whether an output grows with the whole site, so that it is written bit by bit and never held.
pub fn is_long(output: Output) -> bool {
    matches!(output, Output::SiteIcs | Output::SiteCsv | Output::SiteJson | Output::Ledger)
}

/// Writes a calendar, data, or what other programs look for; `false` for pages, posters and copied files.
///
/// # Errors
/// When `out` takes no more, or data cannot be written, which would be a bug.
pub fn file(desk: &desk::Desk<'_>, output: Output, out: &mut dyn Write) -> Result<bool, Error> {
    let security = || desk.site.settings.security_contact.as_deref().unwrap_or_default();
    match output {
        Output::RosterIcs(id) => ics::roster(desk, id, out)?,
        Output::UnitIcs(id) => ics::unit(desk, id, out)?,
        Output::LeaderIcs(id) => ics::leader(desk, id, out)?,
        Output::SiteIcs => ics::site(desk, out)?,
        Output::GoneIcs(at) => ics::gone::roster(desk, at, out)?,
        Output::Ledger => out.write_all(&desk.site.past.ledger).map_err(Error::Write)?,
        Output::RosterCsv(id) => data::csv::roster(desk, id, out)?,
        Output::SiteCsv => data::csv::site(desk, out)?,
        Output::RosterJson(id) => data::json::roster(desk, id, out)?,
        Output::SiteJson => data::json::site(desk, out)?,
        Output::RosterFragment(id) => out.write_all(&forms::fragment::fragment(desk, id)).map_err(Error::Write)?,
        Output::Feed => out.write_all(&feed::feed(desk)).map_err(Error::Write)?,
        Output::Sitemap => out.write_all(&crawl::sitemap(desk)).map_err(Error::Write)?,
        Output::SitemapPart(at) => out.write_all(&crawl::sitemap_part(desk, at)).map_err(Error::Write)?,
        Output::Robots => out.write_all(&crawl::robots(desk)).map_err(Error::Write)?,
        Output::SecurityTxt => out.write_all(&crawl::security(desk, security())).map_err(Error::Write)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Reads a file of the theme by its path, such as `templates/home.html`.
pub type ReadFile<'t> = dyn Fn(&str) -> Option<Cow<'t, [u8]>> + 't;

/// A text file of the theme.
pub(crate) fn text(read: &ReadFile<'_>, path: &str) -> Result<String, Error> {
    let bytes = read(path).ok_or_else(|| Error::MissingFile(path.to_owned()))?;
    String::from_utf8(bytes.into_owned()).map_err(|_| Error::MissingFile(path.to_owned()))
}
