//! Turns the changes announced on a day into the words of their notice.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use super::data::{Form, Part, PosterData, Row};
use super::desk::{Desk, Own, dated};
use super::notice::days_of;
use crate::model::history::{Effect, Step};
use crate::model::roster::{Roster, RosterId};
use crate::model::session::{Session, Venue};
use crate::plan::Subject;
use crate::plan::posters::steps_of;
use crate::render::words::sentence::taking_part;

/// A session before and after the changes of one notice. What a later notice changes is in neither.
struct Changed<'a> {
    session: &'a Session,
    steps: Vec<Step<'a>>,
    before: Session,
    after: Session,
}

impl<'a> Changed<'a> {
    fn new(session: &'a Session, steps: Vec<Step<'a>>) -> Self {
        let all: Vec<Step<'_>> = session.steps().collect();
        let first = all.iter().position(|step| Some(step) == steps.first()).unwrap_or(0);
        let last = all.iter().rposition(|step| Some(step) == steps.last()).map_or(all.len(), |last| last + 1);
        Self { session, steps, before: session.as_of(first), after: session.as_of(last) }
    }

    fn is(&self, effect: &Effect<'_>) -> bool {
        self.steps.iter().any(|step| step.effect == *effect)
    }
}

/// 原定…，现调整为…: one notice for the changes of a roster announced on one day.
pub(super) fn change(desk: Desk<'_>, id: RosterId, day: Option<NaiveDate>) -> PosterData {
    let Desk { site, unit, words, .. } = desk;
    let roster = site.roster(id);
    let issuer = roster.issued_by.as_ref().unwrap_or(&unit.name);
    let mut data = desk.blank(Form::Change, Subject::Change(id, day), issuer, words.poster_change_title.text());
    data.period = words.poster_change_of.fill(&[("title", &roster.title)]);
    data.document_title = words
        .poster_document_title
        .fill(&[("office", issuer), ("title", &format!("{} {}", roster.title, words.poster_change_title.text()))]);
    data.period_note = match day {
        Some(day) => words.poster_change_since.fill(&[("day", &words.full_day_plain(day))]),
        None => words.poster_change_lead.text().to_owned(),
    };
    let told = steps_of(site, id, day).into_iter().map(|(session, steps)| Changed::new(session, steps));
    let told: Vec<Changed<'_>> = told.collect();
    let venue = only_venue(roster, &told);
    data.facts = venue
        .map(|venue| desk.where_fact(venue))
        .into_iter()
        .chain(desk.call_fact(Some(roster), Some(days_of(roster))))
        .collect();
    // Whoever reads 1月5日 on a notice of December must not wonder which.
    let dates = told.iter().flat_map(|one| [one.before.date, one.after.date]).chain(day);
    let years: BTreeSet<i32> = dates.map(|date| date.year()).collect();
    data.rows = told.iter().map(|one| row(desk, one, years.len() > 1)).collect();
    data.small_print = desk.small_print(&Own::roster(roster), None, &data.code);
    data.signed_on = day.map(|day| words.full_day_plain(day)).unwrap_or_default();
    data.edition = day.unwrap_or_else(|| dated(site, roster));
    data
}

/// The one place where all that are left are received; of a notice that only cancels, that of the roster.
fn only_venue<'a>(roster: &'a Roster, told: &'a [Changed<'a>]) -> Option<&'a Venue> {
    let mut held = told.iter().filter(|one| !one.is(&Effect::Cancelled)).map(|one| one.after.venues.as_slice());
    let first = held.next().unwrap_or(&roster.venues);
    match first {
        [only] if held.all(|other| other == first) => Some(only),
        _ => None,
    }
}

/// What was and what is for one session. What is holds by itself: day, hours, who and where, changed or not.
fn row(desk: Desk<'_>, one: &Changed<'_>, with_year: bool) -> Row {
    let words = desk.words;
    let (before, after) = (&one.before, &one.after);
    let day = |date| if with_year { words.full_day(date) } else { words.day_weekday(date) };
    let said = |session: &Session, posts: bool| {
        let hours = words.hours(&session.hours).unwrap_or_else(|| words.time_unstated.text().to_owned());
        let names: Vec<&str> = session.venues.iter().map(|venue| venue.name.as_str()).collect();
        let places = if names.is_empty() { words.place_unstated.text() } else { &names.join(words.enumeration.text()) };
        let who = desk.people.told(&taking_part(session, words), posts, words);
        [day(session.date), hours, who, places.to_owned()]
    };
    let (cancelled, added) = (one.is(&Effect::Cancelled), one.is(&Effect::Added));
    let (then, instead) = (said(before, true), said(after, true));
    let was = if added { vec![words.poster_change_none.text().to_owned()] } else { said(before, false).to_vec() };
    let now = if cancelled {
        vec![Part { words: words.poster_change_cancelled.text().to_owned(), changed: true }]
    } else {
        let part = |(now, was): (String, &String)| Part { changed: added || now != *was, words: now };
        instead.into_iter().zip(&then).map(part).collect()
    };
    let mark = match (cancelled, added) {
        (true, _) => &words.poster_mark_cancelled,
        (_, true) => &words.poster_mark_added,
        _ => &words.poster_mark_changed,
    };
    let mut notes: Vec<String> = Vec::new();
    for reason in one.steps.iter().filter_map(|step| step.change.reason.as_deref()) {
        let said = words.poster_change_reason.fill(&[("reason", reason.strip_prefix('因').unwrap_or(reason))]);
        if !notes.contains(&said) {
            notes.push(said);
        }
    }
    let announced = one.steps.last().and_then(|step| step.change.announced);
    let all = one.session.changes.iter().filter_map(|change| change.announced);
    let later = all.filter(|day| Some(*day) > announced).max();
    notes.extend(later.map(|day| words.poster_change_again.fill(&[("day", &words.full_day_plain(day))])));
    Row {
        date: words.day(before.date),
        year: if with_year { words.year(before.date) } else { String::new() },
        weekday: words.weekday(before.date).to_owned(),
        mark: mark.text().to_owned(),
        note: notes.join(words.poster_note_joint.text()),
        was,
        now,
        ..Row::default()
    }
}
