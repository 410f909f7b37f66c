//! Turns the changes of a session into steps from what was to what is: one by one as announced, or all together.

use super::hours::Hours;
use super::session::{Change, ChangeKind, Participant, Session, Venue};
use chrono::NaiveDate;

/// What one change did, or several of one kind together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect<'a> {
    /// Does not take place.
    Cancelled,
    /// Was not in the roster at first.
    Added,
    /// Others receive.
    People(&'a [Participant], &'a [Participant]),
    /// Another day.
    Day(NaiveDate, NaiveDate),
    /// Other hours.
    Hours(&'a Hours, &'a Hours),
    /// Another place.
    Places(&'a [Venue], &'a [Venue]),
}

/// A step, with the change that made it; of several the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// What it did.
    pub effect: Effect<'a>,
    /// The change.
    pub change: &'a Change,
}

impl Session {
    /// The session as it stood after so many of its changes: what was announced later is undone. A note keeps what later
    /// changes have added to it.
    pub fn as_of(&self, changes: usize) -> Session {
        let mut then = self.clone();
        for change in self.changes.iter().skip(changes).rev() {
            match &change.kind {
                ChangeKind::Substituted { before, .. } => then.people.clone_from(before),
                ChangeKind::Moved { was } => then.date = *was,
                ChangeKind::Retimed { was } => then.hours = was.clone(),
                ChangeKind::Relocated { was } => then.venues.clone_from(was),
                ChangeKind::Cancelled | ChangeKind::Added => {}
            }
        }
        then.changes.truncate(changes);
        then
    }

    /// Each change by itself, in the order announced.
    pub fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        self.changes.iter().enumerate().map(|(at, change)| {
            let later = self.changes.get(at + 1..).unwrap_or_default();
            let effect = match &change.kind {
                ChangeKind::Cancelled => Effect::Cancelled,
                ChangeKind::Added => Effect::Added,
                ChangeKind::Substituted { was, now, .. } => Effect::People(was, now),
                ChangeKind::Moved { was } => {
                    let next = later.iter().find_map(|change| match change.kind {
                        ChangeKind::Moved { was } => Some(was),
                        _ => None,
                    });
                    Effect::Day(*was, next.unwrap_or(self.date))
                }
                ChangeKind::Retimed { was } => {
                    let next = later.iter().find_map(|change| match &change.kind {
                        ChangeKind::Retimed { was } => Some(was),
                        _ => None,
                    });
                    Effect::Hours(was, next.unwrap_or(&self.hours))
                }
                ChangeKind::Relocated { was } => {
                    let next = later.iter().find_map(|change| match &change.kind {
                        ChangeKind::Relocated { was } => Some(was.as_slice()),
                        _ => None,
                    });
                    Effect::Places(was, next.unwrap_or(&self.venues))
                }
            };
            Step { effect, change }
        })
    }

    /// What all changes come to: from what was first to what is now, without what came back to what it was.
    pub fn outcome(&self) -> Vec<Step<'_>> {
        let mut all: Vec<Step<'_>> = Vec::new();
        for step in self.steps() {
            let joined = all.iter_mut().find_map(|before| Some((joined(before.effect, step.effect)?, before)));
            match joined {
                Some((effect, before)) => *before = Step { effect, change: step.change },
                None => all.push(step),
            }
        }
        all.retain(|step| match step.effect {
            Effect::Cancelled | Effect::Added => true,
            Effect::People(was, now) => was != now,
            Effect::Day(was, now) => was != now,
            Effect::Hours(was, now) => was != now,
            Effect::Places(was, now) => was != now,
        });
        all
    }
}

/// Two steps of one kind that follow each other as one.
fn joined<'a>(before: Effect<'a>, after: Effect<'a>) -> Option<Effect<'a>> {
    match (before, after) {
        (Effect::Cancelled, Effect::Cancelled) => Some(Effect::Cancelled),
        // Of several who receive, each may be replaced by himself.
        (Effect::People(first, between), Effect::People(was, last)) if between == was => {
            Some(Effect::People(first, last))
        }
        (Effect::Day(first, _), Effect::Day(_, last)) => Some(Effect::Day(first, last)),
        (Effect::Hours(first, _), Effect::Hours(_, last)) => Some(Effect::Hours(first, last)),
        (Effect::Places(first, _), Effect::Places(_, last)) => Some(Effect::Places(first, last)),
        _ => None,
    }
}
