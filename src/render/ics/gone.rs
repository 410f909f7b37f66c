//! The calendar of a roster that was withdrawn: its sessions as last released, cancelled, so that who subscribed learns of it.

use std::io::Write;

use super::line::Lines;
use super::{When, begin, compact, dates, spanned};
use crate::model::hours::Hours;
use crate::model::past::{Field, ItemKind, last_said};
use crate::plan::Output;
use crate::render::Error;
use crate::render::desk::Desk;
use crate::render::words::recorded;

/// The calendar at an index in the plan's traces.
///
/// # Errors
/// When `to` takes no more.
pub fn roster(desk: &Desk<'_>, at: usize, to: &mut dyn Write) -> Result<(), Error> {
    let (past, words) = (&desk.site.past, desk.words);
    let Some(item) = desk.plan.traces.gone.get(at) else { return Ok(()) };
    let title = past.last_said(item).map(|facts| facts.title().to_owned()).unwrap_or_default();
    let mut sessions: Vec<_> = past
        .parts(ItemKind::Session, &item.unit, item.stem())
        .filter_map(|(session, versions)| {
            let facts = last_said(versions)?.clone();
            let day = facts.day(Field::Date)?;
            let gone = versions.last().filter(|version| version.facts.is_none());
            let since = gone.map_or(desk.site.edition, |version| past.release(version).declared);
            // Taking it down is a revision, recorded or not yet.
            let first = versions.iter().find_map(|version| version.facts.as_ref())?.count(Field::Changes);
            let sequence = first + versions.len() - usize::from(gone.is_some());
            Some((day, session.key()?.to_owned(), facts, sequence, since))
        })
        .collect();
    sessions.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let mut out = Lines::default();
    let first = sessions.first().map_or(desk.site.edition, |session| session.0);
    let end = sessions.last().map_or(desk.site.edition, |session| session.0);
    begin(desk, Output::GoneIcs(at), &title, (first, end), &mut out);
    for (day, key, facts, sequence, since) in &sessions {
        let hours = Hours::from_ledger(facts.get(Field::Hours));
        let sittings = match &hours {
            Hours::Spans(spans) => spans.iter().map(|span| spanned(*span)).collect(),
            Hours::From(from) => vec![When::Clock(*from, None)],
            Hours::Part(_) | Hours::Unstated => vec![When::Day],
        };
        for (sitting, when) in sittings.iter().enumerate() {
            out.raw("BEGIN", "VEVENT");
            let code = &desk.site.settings.code;
            match sitting {
                0 => out.raw("UID", &format!("{key}@{code}")),
                more => out.raw("UID", &format!("{key}-{}@{code}", more + 1)),
            }
            let stamp = format!("{}T000000Z", compact(*since));
            out.raw("DTSTAMP", &stamp);
            out.raw("LAST-MODIFIED", &stamp);
            out.raw("SEQUENCE", &sequence.to_string());
            dates(desk, when, *day, &mut out);
            let who = recorded::people(facts, words);
            let title = words.ics_title.fill(&[("who", &who), ("kind", &title)]);
            out.text("SUMMARY", &words.ics_cancelled.fill(&[("title", &title)]));
            out.raw("STATUS", "CANCELLED");
            out.raw("TRANSP", "TRANSPARENT");
            out.raw("END", "VEVENT");
        }
        out.pour(to).map_err(Error::Write)?;
    }
    out.raw("END", "VCALENDAR");
    out.pour(to).map_err(Error::Write)
}
