//! Turns the changes of a roster that were announced on one day into what was and what is, for page and poster alike.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use crate::model::history::{Effect, Step};
use crate::model::roster::RosterId;
use crate::model::session::Session;
use crate::model::site::Site;
use crate::plan::posters::steps_of;
use crate::render::words::Words;
use crate::render::words::people::People;
use crate::render::words::sentence::taking_part;

/// A session before and after the changes of one notice. What a later notice changes is in neither.
#[derive(Debug)]
pub struct Changed<'a> {
    session: &'a Session,
    steps: Vec<Step<'a>>,
    /// As it was.
    pub before: Session,
    /// As it is.
    pub after: Session,
}

/// What is told of it.
#[derive(Debug)]
pub struct Told {
    /// Cancelled, added or changed, in a word.
    pub mark: String,
    /// Reasons, and whether a later notice changes it again.
    pub notes: Vec<String>,
    /// Day, hours, who and where as it was; or that it was not planned.
    pub was: Vec<String>,
    /// The same as it is, each with whether it changed; or that it does not take place.
    pub now: Vec<(String, bool)>,
}

/// The sessions of a roster that a notice of changes is about.
pub fn changed(site: &Site, id: RosterId, day: Option<NaiveDate>) -> Vec<Changed<'_>> {
    steps_of(site, id, day).into_iter().map(|(session, steps)| Changed::new(session, steps)).collect()
}

/// Whether days of several years are named: who reads 1月5日 on a notice of December must not wonder which.
pub fn several_years(told: &[Changed<'_>], day: Option<NaiveDate>) -> bool {
    let dates = told.iter().flat_map(|one| [one.before.date, one.after.date]).chain(day);
    dates.map(|date| date.year()).collect::<BTreeSet<i32>>().len() > 1
}

impl<'a> Changed<'a> {
    fn new(session: &'a Session, steps: Vec<Step<'a>>) -> Self {
        let all: Vec<Step<'_>> = session.steps().collect();
        let first = all.iter().position(|step| Some(step) == steps.first()).unwrap_or(0);
        let last = all.iter().rposition(|step| Some(step) == steps.last()).map_or(all.len(), |last| last + 1);
        Self { session, steps, before: session.as_of(first), after: session.as_of(last) }
    }

    /// Whether one of the changes did this.
    pub fn is(&self, effect: &Effect<'_>) -> bool {
        self.steps.iter().any(|step| step.effect == *effect)
    }

    /// The key of the session.
    pub fn key(&self) -> &str {
        &self.session.key
    }

    /// What was and what is. What is holds by itself: day, hours, who and where, changed or not.
    pub fn told(&self, words: &Words, people: &People<'_>, with_year: bool) -> Told {
        let (before, after) = (&self.before, &self.after);
        let day = |date| if with_year { words.full_day(date) } else { words.day_weekday(date) };
        let said = |session: &Session, posts: bool| {
            let hours = words.hours(&session.hours).unwrap_or_else(|| words.time_unstated.text().to_owned());
            let names: Vec<&str> = session.venues.iter().map(|venue| venue.name.as_str()).collect();
            let places =
                if names.is_empty() { words.place_unstated.text() } else { &names.join(words.enumeration.text()) };
            let who = people.told(&taking_part(session, words), posts, words);
            [day(session.date), hours, who, places.to_owned()]
        };
        let (cancelled, added) = (self.is(&Effect::Cancelled), self.is(&Effect::Added));
        let (then, instead) = (said(before, true), said(after, true));
        let was = if added { vec![words.poster_change_none.text().to_owned()] } else { said(before, false).to_vec() };
        let now = if cancelled {
            vec![(words.poster_change_cancelled.text().to_owned(), true)]
        } else {
            let part = |(now, was): (String, &String)| {
                let differs = added || now != *was;
                (now, differs)
            };
            instead.into_iter().zip(&then).map(part).collect()
        };
        let mark = match (cancelled, added) {
            (true, _) => &words.poster_mark_cancelled,
            (_, true) => &words.poster_mark_added,
            _ => &words.poster_mark_changed,
        };
        Told { mark: mark.text().to_owned(), notes: self.notes(words), was, now }
    }

    fn notes(&self, words: &Words) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        for reason in self.steps.iter().filter_map(|step| step.change.reason.as_deref()) {
            let said = words.poster_change_reason.fill(&[("reason", reason.strip_prefix('因').unwrap_or(reason))]);
            if !notes.contains(&said) {
                notes.push(said);
            }
        }
        let announced = self.steps.last().and_then(|step| step.change.announced);
        let all = self.session.changes.iter().filter_map(|change| change.announced);
        let later = all.filter(|day| Some(*day) > announced).max();
        notes.extend(later.map(|day| words.poster_change_again.fill(&[("day", &words.full_day_plain(day))])));
        notes
    }
}
