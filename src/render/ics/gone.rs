//! The calendar of a roster that was withdrawn: its sessions as last released, cancelled, so that who subscribed learns of it.
//!
//! A session that another roster lists now takes place and is cancelled nowhere: a file that got another name withdraws
//! nothing. In the old calendar it stands as it does in the new one.

use std::io::Write;

use super::line::Lines;
use super::{When, begin, compact, dates, held, revisions, spanned};
use crate::ledger::record;
use crate::model::hours::Hours;
use crate::model::leader::PersonId;
use crate::model::past::{Facts, Field, Item};
use crate::model::roster::RosterId;
use crate::model::unit::UnitId;
use crate::plan::withdrawn::{Withdrawn, unit};
use crate::plan::{Output, SessionRef};
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
    let living = Living::new(desk, at, item);
    let all: Vec<(&Withdrawn, Option<SessionRef>)> =
        of(desk, at).iter().map(|off| (off, living.find(desk, item, off))).collect();
    let days = || all.iter().map(|(off, now)| now.map_or(off.day, |now| now.date));
    let edition = desk.site.edition;
    let days = (days().min().unwrap_or(edition), days().max().unwrap_or(edition));
    let mut out = Lines::default();
    begin(desk, Output::GoneIcs(at), &title, days, &mut out);
    for (off, now) in all {
        match now {
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
        let mut own = of(desk, at).iter().filter(|off| off.coming()).filter(own).peekable();
        if own.peek().is_none() {
            continue;
        }
        let (title, living) = (title(desk, item), Living::new(desk, at, item));
        for off in own.filter(|off| living.find(desk, item, off).is_none()) {
            events(desk, &title, off, out);
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

/// The sessions that may be those of a roster that is gone: of the rosters of its unit, and of the one of its title.
struct Living(Vec<(SessionRef, Vec<Facts>)>);

impl Living {
    fn new(desk: &Desk<'_>, at: usize, item: &Item) -> Self {
        let site = desk.site;
        let heir = desk.plan.traces.moved.get(at).copied().flatten();
        let near = |id: RosterId| site.unit(id.unit).path == item.unit || heir == Some(Output::RosterMonth(id));
        let rows = site.rosters().map(|(id, _)| id).filter(|id| near(*id)).flat_map(|id| held(desk, id));
        let facts = |row: SessionRef| {
            let session = row.of(site);
            // As it stands, and as it stood before changes that may have been announced since.
            let then = (0..=session.changes.len()).map(|changes| session.as_of(changes));
            (row, then.map(|then| record::session(site, row.roster.unit, &then)).collect())
        };
        Self(rows.map(facts).collect())
    }

    /// The session of the same unit, day, begin, people and place.
    fn find(&self, desk: &Desk<'_>, item: &Item, off: &Withdrawn) -> Option<SessionRef> {
        let was = desk.site.past.last_said(&off.session)?;
        let begin = |facts: &Facts| facts.get(Field::Hours).split(['-', ',']).next().unwrap_or_default().to_owned();
        let begins = begin(was);
        let same = |row: &SessionRef, now: &Facts| {
            let fields = [Field::Date, Field::People, Field::Places];
            fields.into_iter().all(|field| was.get(field) == now.get(field))
                && begin(now) == begins
                && unit(&item.unit, was) == unit(&desk.site.unit(row.roster.unit).path, now)
        };
        self.0.iter().find(|(row, then)| then.iter().any(|now| same(row, now))).map(|(row, _)| *row)
    }
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
