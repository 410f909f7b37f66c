//! 预约: when booking closes, how many may come together, and whether the numbers can be read.

use crate::calendar::Announced;
use crate::calendar::deadline::{Deadline, Due};
use crate::check::read;
use crate::check::roster::Frame;
use crate::diag::code::promises as codes;
use crate::diag::{Diagnostic, Report};
use crate::load::booking::Booking;
use crate::load::entry::Entry;
use crate::load::roster::{self as draft, Terms};
use crate::load::value::{Sessions, TextOr};
use crate::model::roster::Need;
use crate::model::session::Session;
use crate::source::{Span, Text};
use crate::wording::{ask, say};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Reports what cannot work about the booking of a roster and of its entries. `places` are the entries of the sessions.
pub(in crate::check) fn check(
    frame: &Frame<'_>,
    said: &draft::Roster,
    sessions: &[Session],
    places: &[Span],
    report: &mut Report,
) {
    let entries: &[Entry] = match &said.sessions {
        Sessions::Entries(entries) => entries,
        Sessions::Table(_) => &[],
    };
    let added = said.changes.iter().flat_map(|change| &change.added);
    let own: BTreeMap<Span, &Terms> =
        entries.iter().chain(added).filter_map(|entry| Some((entry.span, entry.terms.as_deref()?))).collect();
    let published = published(frame, said);
    numbers(&said.terms, said.terms.representatives.as_deref(), report);
    for terms in own.values() {
        numbers(terms, terms.representatives.as_deref().or(said.terms.representatives.as_deref()), report);
    }
    // By deadline as written: the sessions it is for.
    let mut asked: BTreeMap<Span, (&Text, Vec<&Session>)> = BTreeMap::new();
    for (session, at) in sessions.iter().zip(places).filter(|(session, _)| !session.cancelled()) {
        let terms = own.get(at).copied().filter(|terms| terms.booking.is_some()).unwrap_or(&said.terms);
        if let Some(text) = deadline(terms) {
            asked.entry(text.span).or_insert_with(|| (text, Vec::new())).1.push(session);
        }
    }
    for (text, sessions) in asked.into_values() {
        // The roster's own deadline is reported where the roster is made.
        let mut own = Report::default();
        let Some(deadline) = read::deadline(text, &frame.context, &mut own) else {
            if said.terms.booking.as_ref().is_none_or(|said| !holds(said, text)) {
                report.merge(own);
            }
            continue;
        };
        deadlines(frame, deadline, text, &sessions, published, report);
    }
}

fn holds(said: &TextOr<Booking>, text: &Text) -> bool {
    matches!(said, TextOr::Map(map) if map.deadline.as_ref().is_some_and(|own| own.span == text.span))
}

fn map(terms: &Terms) -> Option<&Booking> {
    match terms.booking.as_ref()? {
        TextOr::Map(map) => Some(map),
        TextOr::Text(_) => None,
    }
}

/// Until when one books, where one does.
fn deadline(terms: &Terms) -> Option<&Text> {
    let map = map(terms)?;
    let need = map.need.as_ref().and_then(|text| read::need(text, &mut Report::default()));
    map.deadline.as_ref().filter(|_| need != Some(Need::NotNeeded))
}

/// Numbers that have to be numbers, and those that contradict each other.
fn numbers(terms: &Terms, representatives: Option<&Text>, report: &mut Report) {
    let Some(map) = map(terms) else { return };
    if let Some(text) = &map.capacity {
        read::capacity(text, report);
    }
    for (text, field) in [(&map.slot, "每批时长"), (&map.arrive_early, "提前到场")] {
        if let Some(text) = text {
            read::minutes(text, field, report);
        }
    }
    let Some(text) = &map.party else { return };
    let party = read::people(text, "每批人数", report);
    let representatives = representatives.and_then(|text| read::people(text, "代表人数", &mut Report::default()));
    if let (Some(party), Some(representatives)) = (party, representatives) {
        ask::party(party, representatives, text.span).into_iter().for_each(|one| report.push(one));
    }
}

/// When the roster was first published: its first posting, or else its date.
fn published(frame: &Frame<'_>, said: &draft::Roster) -> Option<NaiveDate> {
    let mut quiet = Report::default();
    let mut day = |text: &Text| read::date(text, &frame.context, &mut quiet);
    let posted = said.posted.iter().filter_map(|posted| day(posted.date.as_ref()?)).min();
    posted.or(frame.context.issued)
}

/// One problem of each kind for a deadline, however many sessions it has.
fn deadlines(
    frame: &Frame<'_>,
    deadline: Deadline,
    text: &Text,
    sessions: &[&Session],
    published: Option<NaiveDate>,
    report: &mut Report,
) {
    let calendar = frame.ground.calendar;
    let due = |session: &Session| -> Option<Due> {
        let due = deadline.due(session.date, session.hours.start(), calendar)?;
        // Where days off are not announced nobody can say whether the office works.
        let known = calendar.announced(due.date.year()) == Announced::Yes;
        Some(Due { open: due.open || !known, ..due })
    };
    let all: Vec<(NaiveDate, Due)> = sessions.iter().filter_map(|one| Some((one.date, due(one)?))).collect();
    let late: Vec<&(NaiveDate, Due)> = all.iter().filter(|(_, due)| due.too_late).collect();
    let closed: Vec<&(NaiveDate, Due)> = all.iter().filter(|(_, due)| !due.too_late && !due.open).collect();
    for kind in [late, closed] {
        if let Some((session, due)) = kind.first() {
            ask::deadline(due, *session, kind.len(), text.span).into_iter().for_each(|one| report.push(one));
        }
    }
    let date = |day: NaiveDate| say::both(|l| say::month_day(day, l));
    let said = |code, session: &NaiveDate, due: NaiveDate, than| {
        let diagnostic = Diagnostic::new(code, text.span).arg("session", date(*session));
        diagnostic.arg("due", date(due)).arg("posted", date(than))
    };
    // A day written out before the signature is a slip. Against the day of posting it is only remarked upon: what was
    // posted late must still come out, with the day on which it was posted.
    if let (Deadline::Fixed { date: due, .. }, Some(issued), Some((session, _))) =
        (deadline, frame.context.issued, all.first())
        && due < issued
    {
        report.push(said(&codes::BOOKING_BEFORE_DATE, session, due, issued));
        return;
    }
    let Some(published) = published else { return };
    let missed = all.iter().find(|(session, due)| *session >= published && due.date < published);
    if let Some((session, due)) = missed {
        report.push(said(&codes::BOOKING_BEFORE_POSTING, session, due.date, published));
    }
}
