//! Turns what happened to a session into the words every output shows for it.

use serde::Serialize;

use super::Words;
use super::people::People;
use crate::model::history::{Effect, Step};
use crate::model::recurrence::RestPolicy;
use crate::model::session::{Change, ChangeKind, Session, Shift, Venue};
use crate::plan::{SessionRef, Standing};

/// What a status is about, for its look and for explaining it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Does not take place.
    Cancelled,
    /// Moved from this day to another after publication.
    Left,
    /// Changed after publication.
    Changed,
    /// Later than the rule names, by the roster's own policy.
    Later,
    /// Earlier than the rule names, by the roster's own policy.
    Earlier,
    /// On a make-up workday.
    Makeup,
    /// The year's days off are not announced.
    Unknown,
}

/// One status of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// What it is about.
    pub tone: Tone,
    /// The words.
    pub words: String,
}

/// The statuses of a session: what cancels it first, then changes in the order announced, then how its day came about.
pub fn statuses(session: &Session, words: &Words, people: &People) -> Vec<Status> {
    if session.changes.is_empty() && session.shift.is_none() && session.holidays_known && !session.on_makeup_day {
        return Vec::new();
    }
    let mut list: Vec<Status> = session.outcome().iter().map(|step| changed(step, words, people)).collect();
    list.extend(session.shift.as_ref().map(|shift| shifted(shift, words)));
    if session.on_makeup_day {
        list.push(Status { tone: Tone::Makeup, words: words.status_makeup.text().to_owned() });
    }
    if !session.holidays_known {
        list.push(Status { tone: Tone::Unknown, words: words.status_holidays_unknown.text().to_owned() });
    }
    // Stable: changes keep their order among themselves.
    list.sort_by_key(|status| status.tone != Tone::Cancelled);
    list
}

/// The statuses of a session on a day it is listed under: for the day it has left, only where it went.
pub fn standing(listed: SessionRef, session: &Session, words: &Words, people: &People) -> Vec<Status> {
    if listed.standing != Standing::Left {
        return statuses(session, words, people);
    }
    let away = |change: &&Change| matches!(change.kind, ChangeKind::Moved { was } if was == listed.date);
    let gone = words.status_left.fill(&[("now", &words.day_weekday(session.date))]);
    let reason = session.changes.iter().find(away).and_then(|change| change.reason.as_ref());
    let left = Status { tone: Tone::Left, words: reasoned(gone, reason, words) };
    let cancelled = statuses(session, words, people).into_iter().filter(|status| status.tone == Tone::Cancelled);
    std::iter::once(left).chain(cancelled).collect()
}

/// The words of a change: 原定陈守望，现由韩龑接待（因公外出）.
pub fn changed(step: &Step<'_>, words: &Words, people: &People) -> Status {
    let (tone, text) = match step.effect {
        Effect::Cancelled => (Tone::Cancelled, words.status_cancelled.text().to_owned()),
        Effect::Added => (Tone::Changed, words.status_added.text().to_owned()),
        Effect::People(was, now) => {
            let (was, now) = (people.names(was, words), people.names(now, words));
            (Tone::Changed, words.status_substituted.fill(&[("was", &was), ("now", &now)]))
        }
        Effect::Day(was, now) => {
            let (was, now) = (words.day_weekday(was), words.day_weekday(now));
            (Tone::Changed, words.status_moved.fill(&[("was", &was), ("now", &now)]))
        }
        Effect::Hours(was, now) => {
            let said = |hours| words.hours(hours).unwrap_or_else(|| words.time_unstated.text().to_owned());
            (Tone::Changed, words.status_retimed.fill(&[("was", &said(was)), ("now", &said(now))]))
        }
        Effect::Places(was, now) => {
            let (was, now) = (places(was, words), places(now, words));
            (Tone::Changed, words.status_relocated.fill(&[("was", &was), ("now", &now)]))
        }
    };
    Status { tone, words: reasoned(text, step.change.reason.as_ref(), words) }
}

/// Words with the reason behind them, where one is given.
fn reasoned(text: String, reason: Option<&String>, words: &Words) -> String {
    match reason {
        Some(reason) => words.status_reason.fill(&[("status", &text), ("reason", reason)]),
        None => text,
    }
}

fn shifted(shift: &Shift, words: &Words) -> Status {
    let was = words.day_weekday(shift.from);
    let holiday = shift.holiday.as_deref();
    let values = [("was", was.as_str()), ("holiday", holiday.unwrap_or_default())];
    let named = holiday.is_some();
    let (tone, phrase) = if shift.closed {
        (Tone::Cancelled, &words.status_closed)
    } else if shift.policy == RestPolicy::Cancel {
        (Tone::Cancelled, if named { &words.status_off_holiday } else { &words.status_off })
    } else if shift.policy == RestPolicy::PreviousWorkday {
        (Tone::Earlier, if named { &words.status_earlier_holiday } else { &words.status_earlier })
    } else {
        (Tone::Later, if named { &words.status_later_holiday } else { &words.status_later })
    };
    Status { tone, words: phrase.fill(&values) }
}

/// Names of places, or the words for none.
fn places(venues: &[Venue], words: &Words) -> String {
    if venues.is_empty() {
        return words.place_unstated.text().to_owned();
    }
    let names: Vec<&str> = venues.iter().map(|venue| venue.name.as_str()).collect();
    names.join(words.enumeration.text())
}
