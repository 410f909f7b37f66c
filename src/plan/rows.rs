//! Turns a roster into its rows: every session on its day, and a trace on each day that a change has moved one away from.
//!
//! Who comes on the old day by habit finds there where the session went. A trace is no session: nothing counts it.

use chrono::NaiveDate;

use crate::model::hours::Hours;
use crate::model::leader::PersonId;
use crate::model::roster::{Roster, RosterId};
use crate::model::session::{ChangeKind, Session, Venue, Who};
use crate::model::site::Site;

/// How a session stands on the day it is listed under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It takes place that day, unless it is cancelled.
    Held,
    /// A change has moved it from that day to another.
    Left,
    /// In the list of one person: others receive instead of this person.
    Replaced,
}

/// A session by its roster and its place in it, on a day. Orders by day and start, then by roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SessionRef {
    /// The day it is listed under.
    pub date: NaiveDate,
    /// Where it stands in its day, in minutes since midnight: [`Hours::order`].
    pub start: u16,
    /// Its roster.
    pub roster: RosterId,
    /// Index in the roster's sessions.
    pub index: usize,
    /// How it stands that day.
    pub standing: Standing,
}

impl SessionRef {
    /// The session.
    pub fn of(self, site: &Site) -> &Session {
        &site.roster(self.roster).sessions[self.index]
    }

    /// The same in the list of a person whom it names, or named before others took over.
    pub fn in_list_of(self, person: PersonId, site: &Site) -> Self {
        let there = names(self.of(site), person);
        let standing = if self.standing == Standing::Held && !there { Standing::Replaced } else { self.standing };
        Self { standing, ..self }
    }

    /// Hours and places as they are to be told on that day.
    pub fn when_and_where(self, site: &Site) -> (&Hours, &[Venue]) {
        let session = self.of(site);
        match self.standing {
            Standing::Left => session.before_leaving(self.date),
            Standing::Held | Standing::Replaced => (&session.hours, &session.venues),
        }
    }

    /// Whether nobody needs to come: cancelled, moved away, or held by others.
    pub fn off(self, site: &Site) -> bool {
        self.standing != Standing::Held || self.of(site).cancelled()
    }
}

/// The rows of a roster in order of day and start.
pub fn rows(id: RosterId, roster: &Roster) -> Vec<SessionRef> {
    let mut rows = Vec::with_capacity(roster.sessions.len());
    let mut moved = false;
    for (index, session) in roster.sessions.iter().enumerate() {
        let row = |date, start, standing| SessionRef { date, start, roster: id, index, standing };
        rows.push(row(session.date, session.hours.order(), Standing::Held));
        for day in left_days(session) {
            moved = true;
            rows.push(row(day, session.before_leaving(day).0.order(), Standing::Left));
        }
    }
    if moved {
        // Stable: sessions of one hour keep the order of the file.
        rows.sort_by_key(|row| (row.date, row.start));
    }
    rows
}

/// The days from which changes have moved a session, each once, without the day it came back to.
fn left_days(session: &Session) -> impl Iterator<Item = NaiveDate> + '_ {
    let was = |at: usize| match session.changes.get(at).map(|change| &change.kind) {
        Some(ChangeKind::Moved { was }) if *was != session.date => Some(*was),
        _ => None,
    };
    (0..session.changes.len())
        .filter_map(move |at| was(at).filter(|day| !(0..at).any(|before| was(before) == Some(*day))))
}

/// The people a session names, and those it named before others took over.
pub(super) fn everybody(session: &Session) -> impl Iterator<Item = PersonId> + '_ {
    let before = session.changes.iter().flat_map(|change| match &change.kind {
        ChangeKind::Substituted { was, .. } => was.as_slice(),
        _ => &[],
    });
    session.people.iter().chain(before).filter_map(|one| match &one.who {
        Who::Person(id) | Who::PersonAndOthers(id, _) => Some(*id),
        Who::Post(_) => None,
    })
}

/// Whether a person takes part in a session as it stands.
pub fn names(session: &Session, person: PersonId) -> bool {
    session.people.iter().any(|one| is(&one.who, person))
}

fn is(who: &Who, person: PersonId) -> bool {
    matches!(who, Who::Person(id) | Who::PersonAndOthers(id, _) if *id == person)
}
