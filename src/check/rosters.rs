//! A roster file becomes a roster: its head, the sessions its entries and changes give, and what these are held against.

use crate::check::ground::Ground;
use crate::check::judge::quota::Promise;
use crate::check::judge::{booking, coverage, posting, revised};
use crate::check::read;
use crate::check::roster::{Frame, change_entries, entries, office, planned, sessions, terms};
use crate::diag::code::{promises as promise_codes, rosters as codes};
use crate::diag::{Diagnostic, Report};
use crate::load::draft::Part;
use crate::load::roster as draft;
use crate::load::value::Sessions;
use crate::model::past::{Item, ItemKind};
use crate::model::recurrence::{DateRange, Period};
use crate::model::roster::{Ahead, Posting, Roster};
use crate::model::session::Session;
use crate::model::unit::UnitId;
use crate::source::Span;
use crate::wording::Context;
use chrono::{Datelike, NaiveDate};
use std::rc::Rc;

/// The roster of a file; `None` when it is not to be published or cannot be understood (then something is reported).
pub(super) fn roster(
    ground: &Ground<'_>,
    unit: UnitId,
    part: &Part<draft::Roster>,
    report: &mut Report,
) -> Option<Written> {
    let said = &part.content;
    // Why a table could not be read is reported; what would follow from its absence would only mislead.
    if matches!(said.sessions, Sessions::Table(_)) {
        return None;
    }
    let live = read::published(&said.status, report);
    let base =
        Context { week_start: ground.settings.week_starts, week_of_month: ground.week_of_month, ..Context::default() };
    let issued_on = said.issued_on.as_ref().and_then(|text| read::date(text, &base, report));
    let issued = Context { issued: issued_on, ..base };
    let period = period(said, &issued, report);
    let context = Context { period, ..issued };
    let listed_until = period.and_then(|period| listed_until(ground, said, &context, period, report));
    let frame = Frame {
        ground,
        home: unit,
        unit,
        applied: !said.applies_to.0.is_empty(),
        stem: &part.stem,
        terms: &said.terms,
        context,
        window: period.zip(listed_until).map(|(period, last)| DateRange { first: period.first, last }),
        inherited: Rc::default(),
    };
    if let (Some(signed), Some(end), Some(text)) = (issued_on, period.and_then(|period| period.last), &said.issued_on)
        && signed > end
    {
        let found = Diagnostic::new(&promise_codes::SIGNED_TOO_LATE, text.span).arg("signed", signed.to_string());
        report.push(found.arg("end", end.to_string()));
    }
    let (planned, mut promises) = planned(&frame, said, report);
    let sessions = change_entries::carried_through(&frame, planned, &said.changes, &mut promises, report);
    revised::check(&frame, said, &sessions, report);
    office::check(&frame, said, &sessions, report);
    let (sessions, places): (Vec<_>, Vec<_>) = sessions::settled(&frame, sessions).into_iter().unzip();
    let kept = coverage::check(&frame, said, &sessions, report);
    posting::check(&frame, said, &sessions, report);
    booking::check(&frame, said, &sessions, &places, report);
    let head = &said.terms;
    let roster = Roster {
        stem: part.stem.clone(),
        title: read::words(&said.title),
        issued_by: read::some_words(&said.issued_by),
        issued_on,
        number: said.number.as_ref().and_then(|text| read::document_number(text, report)),
        basis: read::all_words(&said.basis),
        period: period?,
        listed_until: listed_until?,
        // Problems with these are reported once, by the entries that use them.
        hours: entries::hours(&frame, None, &mut Report::default()),
        venues: entries::venues(&frame, None, &mut Report::default()),
        for_whom: read::some_words(&head.for_whom),
        notice_period: read::some_words(&said.notice_period)
            .or_else(|| read::some_words(&ground.defaults.notice_period)),
        post_by: posting::due(&frame, said, &sessions),
        online: online(&frame, part, said, &sessions),
        posted: said.posted.iter().map(|one| posted(&frame, said, &sessions, one, report)).collect(),
        booking: head.booking.as_ref().map(|said| terms::booking(said, &context, report)),
        bring: read::all_words(&head.bring),
        representatives: head.representatives.as_ref().and_then(|text| read::people(text, "代表人数", report)),
        not_here: head.not_here.iter().map(terms::not_here).collect(),
        notes: read::all_words(&head.notes),
        complaints_phone: read::some_words(&head.complaints_phone),
        promises,
        sessions,
    };
    live.then_some(Written { roster, places, promises: kept })
}

/// A roster with the place of the entry that each of its sessions comes from, for problems found later.
pub(super) struct Written {
    /// The roster.
    pub(super) roster: Roster,
    /// One for each session.
    pub(super) places: Vec<Span>,
    /// How often somebody is to receive, judged when all rosters are read.
    pub(super) promises: Vec<Promise>,
}

fn period(said: &draft::Roster, context: &Context, report: &mut Report) -> Option<Period> {
    match &said.terms.period {
        Some(text) => read::period(text, context, report),
        None => from_dates(said, context, report),
    }
}

/// Without 起止, a roster of listed dates covers those dates; a rule needs to be told from when it holds.
fn from_dates(said: &draft::Roster, context: &Context, report: &mut Report) -> Option<Period> {
    let Sessions::Entries(entries) = &said.sessions else { return None };
    let rule = entries.iter().find(|entry| entry.when.dates.is_empty());
    if let Some(rule) = rule {
        report.push(Diagnostic::new(&codes::NO_PERIOD, rule.span));
        return None;
    }
    // Problems of the dates are reported when the entries are read.
    let mut quiet = Report::default();
    let dates = entries.iter().flat_map(|entry| &entry.when.dates);
    let days: Vec<DateRange> =
        dates.flat_map(|text| read::dates(text, context, &mut quiet)).map(|dated| dated.days).collect();
    let first = days.iter().map(|range| range.first).min()?;
    Some(Period { first, last: days.iter().map(|range| range.last).max() })
}

/// The last day listed: 列至, or the end of the period, or for a rule without an end that of the last year whose days
/// off are known.
fn listed_until(
    ground: &Ground<'_>,
    said: &draft::Roster,
    context: &Context,
    period: Period,
    report: &mut Report,
) -> Option<NaiveDate> {
    if let Some(text) = &said.terms.list_until {
        let until = read::date(text, context, report)?;
        if until < period.first || period.last.is_some_and(|last| until > last) {
            report.push(Diagnostic::new(&codes::LIST_UNTIL_OUTSIDE, text.span).arg("date", text.trimmed()));
        }
        return Some(until);
    }
    period.last.or_else(|| {
        let end_of = |year| NaiveDate::from_ymd_opt(year, 12, 31);
        let known = ground.calendar.announced_until().filter(|known| *known >= period.first);
        known.or_else(|| end_of(period.first.year()))
    })
}

fn posted(
    frame: &Frame<'_>,
    roster: &draft::Roster,
    sessions: &[Session],
    said: &draft::Posted,
    report: &mut Report,
) -> Posting {
    let date = said.date.as_ref().and_then(|text| read::date(text, &frame.context, report));
    let ahead = date.and_then(|date| posting::ahead(frame, roster, sessions, date));
    Posting { channel: read::words(&said.channel), date, ahead }
}

/// How early this website had the roster: its first release.
fn online(frame: &Frame<'_>, part: &Part<draft::Roster>, said: &draft::Roster, sessions: &[Session]) -> Option<Ahead> {
    let unit = frame.ground.units.get(frame.home.0)?;
    let item = Item::new(ItemKind::Roster, unit.path.as_str(), part.stem.as_str());
    posting::ahead(frame, said, sessions, frame.ground.past.since(&item)?.declared)
}
