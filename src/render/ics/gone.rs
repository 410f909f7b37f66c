//! The calendar of a roster that was withdrawn: its sessions as last released, cancelled, so that who subscribed learns of it.

use std::io::Write;

use chrono::NaiveDate;

use super::line::Lines;
use super::{When, begin, compact, dates, spanned};
use crate::model::hours::Hours;
use crate::model::past::{Facts, Field, Item, ItemKind, Version, last_said};
use crate::model::unit::UnitId;
use crate::plan::Output;
use crate::render::Error;
use crate::render::desk::Desk;
use crate::render::words::recorded;

/// A session of a roster that is gone, as it was last released.
struct Off {
    day: NaiveDate,
    key: String,
    facts: Facts,
    /// Which revision its event is at, being cancelled.
    sequence: usize,
    /// Since when it is cancelled.
    since: NaiveDate,
}

/// The calendar at an index in the plan's traces.
///
/// # Errors
/// When `to` takes no more.
pub fn roster(desk: &Desk<'_>, at: usize, to: &mut dyn Write) -> Result<(), Error> {
    let Some(item) = desk.plan.traces.gone.get(at) else { return Ok(()) };
    let title = desk.site.past.last_said(item).map(|facts| facts.title().to_owned()).unwrap_or_default();
    let all = off(desk, item);
    let day = |one: Option<&Off>| one.map_or(desk.site.edition, |one| one.day);
    let mut out = Lines::default();
    begin(desk, Output::GoneIcs(at), &title, (day(all.first()), day(all.last())), &mut out);
    for one in &all {
        events(desk, &title, one, &mut out);
        out.pour(to).map_err(Error::Write)?;
    }
    out.raw("END", "VCALENDAR");
    out.pour(to).map_err(Error::Write)
}

/// In a calendar of a unit or the whole site: the sessions of rosters that are gone which were still to come then.
pub(super) fn beside(desk: &Desk<'_>, unit: Option<UnitId>, out: &mut Lines) {
    let traces = &desk.plan.traces;
    for (item, moved) in traces.gone.iter().zip(&traces.moved) {
        let here = unit.is_none_or(|unit| desk.site.unit(unit).path == item.unit);
        if item.kind != ItemKind::Roster || moved.is_some() || !here {
            continue;
        }
        let title = desk.site.past.last_said(item).map(|facts| facts.title().to_owned()).unwrap_or_default();
        for one in off(desk, item).iter().filter(|one| one.day >= one.since) {
            events(desk, &title, one, out);
        }
    }
}

/// The sessions of a roster that is gone, in order of day.
fn off(desk: &Desk<'_>, item: &Item) -> Vec<Off> {
    let past = &desk.site.past;
    let one = |(session, versions): (&Item, &[Version])| {
        let facts = last_said(versions)?.clone();
        let gone = versions.last().filter(|version| version.facts.is_none());
        // Taking it down is a revision, recorded or not yet.
        let first = versions.iter().find_map(|version| version.facts.as_ref())?.count(Field::Changes);
        Some(Off {
            day: facts.day(Field::Date)?,
            key: session.key()?.to_owned(),
            sequence: first + versions.len() - usize::from(gone.is_some()),
            since: gone.map_or(desk.site.edition, |version| past.release(version).declared),
            facts,
        })
    };
    let mut all: Vec<Off> = past.parts(ItemKind::Session, &item.unit, item.stem()).filter_map(one).collect();
    all.sort_by(|a, b| (a.day, &a.key).cmp(&(b.day, &b.key)));
    all
}

/// One event for each sitting.
fn events(desk: &Desk<'_>, roster: &str, one: &Off, out: &mut Lines) {
    let (words, code) = (desk.words, &desk.site.settings.code);
    let sittings = match &Hours::from_ledger(one.facts.get(Field::Hours)) {
        Hours::Spans(spans) => spans.iter().map(|span| spanned(*span)).collect(),
        Hours::From(from) => vec![When::Clock(*from, None)],
        Hours::Part(_) | Hours::Unstated => vec![When::Day],
    };
    for (sitting, when) in sittings.iter().enumerate() {
        out.raw("BEGIN", "VEVENT");
        match sitting {
            0 => out.raw("UID", &format!("{}@{code}", one.key)),
            more => out.raw("UID", &format!("{}-{}@{code}", one.key, more + 1)),
        }
        let stamp = format!("{}T000000Z", compact(one.since));
        out.raw("DTSTAMP", &stamp);
        out.raw("LAST-MODIFIED", &stamp);
        out.raw("SEQUENCE", &one.sequence.to_string());
        dates(desk, when, one.day, out);
        let who = recorded::people(&one.facts, words);
        let title = words.ics_title.fill(&[("who", &who), ("kind", roster)]);
        out.text("SUMMARY", &words.ics_cancelled.fill(&[("title", &title)]));
        out.raw("STATUS", "CANCELLED");
        out.raw("TRANSP", "TRANSPARENT");
        out.raw("END", "VEVENT");
    }
}
