//! Turns rosters into JSON; `docs/data.schema.json` says what it holds.

use serde::Serialize;

use super::{Record, records};
use crate::model::roster::RosterId;
use crate::plan::Output;
use crate::render::Error;
use crate::render::desk::Desk;

/// The name and version of the form, so that programs can tell a later one.
const FORM: &str = "gongshi-sessions/1";

/// One roster or all of them.
#[derive(Debug, Serialize)]
struct File<'a> {
    form: &'static str,
    licence: &'a str,
    /// Name of the site and of who answers for it.
    site: &'a str,
    publisher: Option<&'a str>,
    url: Option<String>,
    /// The day the content was last announced.
    edition: String,
    timezone: &'a str,
    language: &'static str,
    rosters: Vec<Roster<'a>>,
}

/// A roster.
#[derive(Debug, Serialize)]
struct Roster<'a> {
    id: String,
    title: &'a str,
    unit: &'a str,
    issued_by: Option<&'a str>,
    issued_on: Option<String>,
    number: Option<&'a str>,
    first: String,
    /// Nothing for a roster without an end.
    last: Option<String>,
    /// Sessions are listed up to this day.
    listed_until: String,
    /// What is promised without days.
    promises: &'a [String],
    url: Option<String>,
    sessions: Vec<Record<'a>>,
}

/// The file of a roster.
///
/// # Errors
/// When the data cannot be written as JSON, which would be a bug.
pub fn roster(desk: &Desk<'_>, id: RosterId) -> Result<Vec<u8>, Error> {
    file(desk, Output::RosterJson(id), [id])
}

/// The file of the whole site.
///
/// # Errors
/// When the data cannot be written as JSON, which would be a bug.
pub fn site(desk: &Desk<'_>) -> Result<Vec<u8>, Error> {
    file(desk, Output::SiteJson, desk.site.rosters().map(|(id, _)| id))
}

fn file(desk: &Desk<'_>, output: Output, ids: impl IntoIterator<Item = RosterId>) -> Result<Vec<u8>, Error> {
    let settings = &desk.site.settings;
    let file = File {
        form: FORM,
        licence: settings.licence.as_deref().unwrap_or(desk.words.licence.text()),
        site: &desk.site.root().name,
        publisher: settings.publisher.as_deref(),
        url: desk.address(output),
        edition: desk.site.edition.to_string(),
        timezone: &settings.timezone,
        language: settings.language.tag(),
        rosters: ids.into_iter().map(|id| one(desk, id)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(Error::Data)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn one<'a>(desk: &Desk<'a>, id: RosterId) -> Roster<'a> {
    let roster = desk.site.roster(id);
    let unit = desk.site.unit(id.unit);
    Roster {
        id: if unit.path.is_empty() { roster.stem.clone() } else { format!("{}/{}", unit.path, roster.stem) },
        title: &roster.title,
        unit: &unit.name,
        issued_by: roster.issued_by.as_deref(),
        issued_on: roster.issued_on.map(|day| day.to_string()),
        number: roster.number.as_deref(),
        first: roster.period.first.to_string(),
        last: roster.period.last.map(|day| day.to_string()),
        listed_until: roster.listed_until.to_string(),
        promises: &roster.promises,
        url: desk.address(Output::RosterMonth(id)),
        sessions: records(desk, id),
    }
}
