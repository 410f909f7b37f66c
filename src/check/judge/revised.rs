//! Days off announced after a roster was posted: which of its sessions the wall still shows on the day they had before.
//!
//! The roster is expanded twice, with the days off as they were known when it was last posted and as they are known now.
//! Sessions that a change already speaks of are left out, and so are those that were over when the notice came.

use crate::check::ground::Ground;
use crate::check::read;
use crate::check::roster::sessions::{Carried, Planned};
use crate::check::roster::{Frame, planned};
use crate::check::spoken;
use crate::diag::code::promises as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::roster as draft;
use crate::model::site::Language;
use crate::model::unit::UnitId;
use crate::source::{Span, Text};
use crate::wording::say;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many sessions a sentence names.
const SHOWN: usize = 6;

/// What tells the sessions of a roster apart before any day off is looked at: entry, unit, the day its rule names.
type Key = (Span, UnitId, NaiveDate);

/// Reports the sessions whose day is another since the roster was posted.
pub(in crate::check) fn check(frame: &Frame<'_>, said: &draft::Roster, sessions: &[Carried], report: &mut Report) {
    let (Some((posted, text)), Some(window)) = (last_posted(frame, said), frame.window) else { return };
    // The notice of a year may name the last days of the year before.
    let notices = frame.ground.calendar.notices_after(posted, window.first.year(), window.last.year() + 1);
    let (Some(first), Some(last)) = (notices.first(), notices.last()) else { return };
    let known = frame.ground.calendar.as_known_on(posted);
    let ground = Ground { calendar: &known, ..*frame.ground };
    let then = Frame { ground: &ground, inherited: Rc::default(), ..frame.clone() };
    let (before, _) = planned(&then, said, &mut Report::default());
    let mut days: BTreeMap<Key, (Vec<NaiveDate>, Vec<NaiveDate>)> = BTreeMap::new();
    for one in &before {
        days.entry(key(one)).or_default().0.push(one.date);
    }
    for one in sessions {
        days.entry(key(&one.planned)).or_default().1.push(one.planned.date);
    }
    for one in sessions.iter().filter(|one| !one.session.changes.is_empty()) {
        days.remove(&key(&one.planned));
    }
    let mut moved: Vec<(Option<NaiveDate>, Option<NaiveDate>)> = Vec::new();
    for (then, now) in days.into_values() {
        let pairs = then.len().max(now.len());
        let pairs = (0..pairs).map(|at| (then.get(at).copied(), now.get(at).copied()));
        let changed = pairs.filter(|(then, now)| then != now && then.max(now).is_some_and(|day| day > first.issued));
        moved.extend(changed);
    }
    moved.sort_by_key(|(then, now)| (then.or(*now), *now));
    moved.dedup();
    if moved.is_empty() {
        return;
    }
    let list = say::both(|language| {
        let shown = moved.iter().take(SHOWN).map(|(then, now)| say_move(*then, *now, language)).collect();
        spoken::some(shown, moved.len(), "处", "cases", language)
    });
    let number = match last.number.as_str() {
        "" => Phrase::new("", ""),
        number => Phrase::new(format!("（{number}）"), format!(" ({number})")),
    };
    let found = Diagnostic::new(&codes::DAYS_OFF_REVISED, text.span).arg("posted", spoken::days(&[posted]));
    report.push(found.arg("issued", spoken::days(&[last.issued])).arg("number", number).arg("list", list));
}

fn key(one: &Planned) -> Key {
    (one.span, one.unit, one.nominal)
}

fn say_move(then: Option<NaiveDate>, now: Option<NaiveDate>, language: Language) -> String {
    let day = |day| say::month_day(day, language);
    match (then, now, language) {
        (Some(then), Some(now), Language::Chinese) => format!("{}改到{}", day(then), day(now)),
        (Some(then), None, Language::Chinese) => format!("{}不再接待", day(then)),
        (None, Some(now), Language::Chinese) => format!("{}新增", day(now)),
        (Some(then), Some(now), Language::English) => format!("{} becomes {}", day(then), day(now)),
        (Some(then), None, Language::English) => format!("{} is no longer held", day(then)),
        (None, Some(now), Language::English) => format!("{} is new", day(now)),
        (None, None, _) => String::new(),
    }
}

/// When the roster was last posted, or else signed, and where that is written.
fn last_posted<'a>(frame: &Frame<'_>, said: &'a draft::Roster) -> Option<(NaiveDate, &'a Text)> {
    let read = |text: &'a Text| Some((read::date(text, &frame.context, &mut Report::default())?, text));
    let posted = said.posted.iter().filter_map(|posted| posted.date.as_ref()).filter_map(read);
    posted.max_by_key(|(day, _)| *day).or_else(|| said.issued_on.as_ref().and_then(read))
}
