//! Turns the changes announced on a day into the words of their notice.

use chrono::NaiveDate;

use super::data::{Form, Part, PosterData, Row};
use super::desk::{Desk, Own, dated};
use super::notice::days_of;
use crate::model::history::Effect;
use crate::model::roster::{Roster, RosterId};
use crate::model::session::Venue;
use crate::plan::Subject;
use crate::render::changes::{Changed, changed, several_years};

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
    let told = changed(site, id, day);
    let venue = only_venue(roster, &told);
    data.facts = venue
        .map(|venue| desk.where_fact(venue))
        .into_iter()
        .chain(desk.call_fact(Some(roster), Some(days_of(roster))))
        .collect();
    let with_year = several_years(&told, day);
    data.rows = told.iter().map(|one| row(desk, one, with_year)).collect();
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

fn row(desk: Desk<'_>, one: &Changed<'_>, with_year: bool) -> Row {
    let words = desk.words;
    let told = one.told(words, desk.people, with_year);
    Row {
        date: words.day(one.before.date),
        year: if with_year { words.year(one.before.date) } else { String::new() },
        weekday: words.weekday(one.before.date).to_owned(),
        mark: told.mark,
        note: told.notes.join(words.poster_note_joint.text()),
        was: told.was,
        now: told.now.into_iter().map(|(words, changed)| Part { words, changed }).collect(),
        ..Row::default()
    }
}
