//! The calendar of a roster that was withdrawn: its sessions as last released, cancelled, so that who subscribed learns of it.
//!
//! A session that another roster lists now takes place and is cancelled nowhere: a file that got another name withdraws
//! nothing. In the old calendar it stands as it does in the new one.

use std::io::Write;

use super::line::Lines;
use super::{When, begin, compact, dates, revisions, spanned};
use crate::model::hours::Hours;
use crate::model::leader::PersonId;
use crate::model::past::{Field, Item};
use crate::model::unit::UnitId;
use crate::plan::Output;
use crate::plan::withdrawn::Withdrawn;
use crate::render::Error;
use crate::render::desk::Desk;
use crate::render::words::recorded;

/// Whose calendar it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Of the whole site.
    Site,
    /// Of a unit: where it was to receive, in whichever unit's roster.
    Unit(UnitId),
    /// Of an official who was to take part.
    Leader(PersonId),
}

/// The calendar at an index in the plan's traces.
///
/// # Errors
/// When `to` takes no more.
pub fn roster(desk: &Desk<'_>, at: usize, to: &mut dyn Write) -> Result<(), Error> {
    let Some(item) = desk.plan.traces.gone.get(at) else { return Ok(()) };
    let title = title(desk, item);
    let all = of(desk, at);
    let days = || all.iter().map(|off| off.now.map_or(off.day, |now| now.date));
    let edition = desk.site.edition;
    let days = (days().min().unwrap_or(edition), days().max().unwrap_or(edition));
    let mut out = Lines::default();
    begin(desk, Output::GoneIcs(at), &title, days, &mut out);
    for off in all {
        match off.now {
            Some(now) => super::events(desk, now, &mut out),
            None => events(desk, &title, off, &mut out),
        }
        out.pour(to).map_err(Error::Write)?;
    }
    out.raw("END", "VCALENDAR");
    out.pour(to).map_err(Error::Write)
}

/// In a calendar of a unit, an official or the whole site: the sessions of rosters that are gone which were still to come
/// then and take place nowhere now.
pub(super) fn beside(desk: &Desk<'_>, whose: Whose, out: &mut Lines) {
    let own = |off: &&Withdrawn| match whose {
        Whose::Site => true,
        Whose::Unit(id) => off.unit == Some(id),
        Whose::Leader(id) => off.people.contains(&id),
    };
    for (at, item) in desk.plan.traces.gone.iter().enumerate() {
        for off in of(desk, at).iter().filter(|off| off.coming() && off.now.is_none()).filter(own) {
            events(desk, &title(desk, item), off, out);
        }
    }
}

/// The sessions of a roster at an index in the plan's traces, in order of day.
fn of<'a>(desk: &'a Desk<'_>, at: usize) -> &'a [Withdrawn] {
    let all = &desk.plan.traces.off;
    let from = all.partition_point(|off| off.roster < at);
    let to = all.partition_point(|off| off.roster <= at);
    &all[from..to]
}

fn title(desk: &Desk<'_>, item: &Item) -> String {
    desk.site.past.last_said(item).map(|facts| facts.title().to_owned()).unwrap_or_default()
}

/// One event for each sitting.
fn events(desk: &Desk<'_>, roster: &str, off: &Withdrawn, out: &mut Lines) {
    let (words, code) = (desk.words, &desk.site.settings.code);
    let versions = desk.site.past.versions(&off.session);
    let (Some(facts), Some(key)) = (desk.site.past.last_said(&off.session), off.session.key()) else { return };
    let sittings = match &Hours::from_ledger(facts.get(Field::Hours)) {
        Hours::Spans(spans) => spans.iter().map(|span| spanned(*span)).collect(),
        Hours::From(from) => vec![When::Clock(*from, None)],
        Hours::Part(_) | Hours::Unstated => vec![When::Day],
    };
    for (sitting, when) in sittings.iter().enumerate() {
        out.raw("BEGIN", "VEVENT");
        match sitting {
            0 => out.raw("UID", &format!("{key}@{code}")),
            more => out.raw("UID", &format!("{key}-{}@{code}", more + 1)),
        }
        let stamp = format!("{}T000000Z", compact(off.since));
        out.raw("DTSTAMP", &stamp);
        out.raw("LAST-MODIFIED", &stamp);
        out.raw("SEQUENCE", &revisions(versions).to_string());
        dates(desk, when, off.day, out);
        let who = recorded::people(facts, words);
        let title = words.ics_title.fill(&[("who", &who), ("kind", roster)]);
        out.text("SUMMARY", &words.ics_cancelled.fill(&[("title", &title)]));
        out.raw("STATUS", "CANCELLED");
        out.raw("TRANSP", "TRANSPARENT");
        out.raw("END", "VEVENT");
    }
}
