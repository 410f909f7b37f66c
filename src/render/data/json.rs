//! Turns rosters into JSON; `docs/data.schema.json` says what it holds.

use std::io::Write;

use serde::{Serialize, Serializer};

use super::{Record, records};
use crate::model::roster::RosterId;
use crate::plan::Output;
use crate::render::Error;
use crate::render::desk::Desk;
use crate::render::words::terms;

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
    rosters: Rosters<'a>,
}

/// Rosters that are made one after the other while they are written.
#[derive(Debug)]
struct Rosters<'a> {
    desk: &'a Desk<'a>,
    ids: Vec<RosterId>,
}

impl Serialize for Rosters<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.ids.iter().map(|id| one(self.desk, *id)))
    }
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
    for_whom: Option<&'a str>,
    /// How to book, in one sentence.
    booking: Option<String>,
    bring: &'a [String],
    notes: &'a [String],
    url: Option<String>,
    sessions: Vec<Record<'a>>,
}

/// The file of a roster.
///
/// # Errors
/// When `out` takes no more.
pub fn roster(desk: &Desk<'_>, id: RosterId, out: &mut dyn Write) -> Result<(), Error> {
    file(desk, Output::RosterJson(id), vec![id], out)
}

/// The file of the whole site.
///
/// # Errors
/// When `out` takes no more.
pub fn site(desk: &Desk<'_>, out: &mut dyn Write) -> Result<(), Error> {
    file(desk, Output::SiteJson, desk.site.rosters().map(|(id, _)| id).collect(), out)
}

fn file(desk: &Desk<'_>, output: Output, ids: Vec<RosterId>, out: &mut dyn Write) -> Result<(), Error> {
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
        rosters: Rosters { desk, ids },
    };
    serde_json::to_writer_pretty(&mut *out, &file).map_err(Error::Data)?;
    out.write_all(b"\n").map_err(Error::Write)
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
        for_whom: roster.for_whom.as_deref(),
        booking: roster.booking.as_ref().map(|booking| terms::booking(booking, desk.words)),
        bring: &roster.bring,
        notes: &roster.notes,
        url: desk.address(Output::RosterMonth(id)),
        sessions: records(desk, id),
    }
}
