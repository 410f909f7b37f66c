//! Changes of a roster, already resolved, are carried through its sessions: each keeps what was, so that every output
//! can say 原定…，现由….

use crate::model::hours::Hours;
use crate::model::recurrence::DateRange;
use crate::model::session::{Change, ChangeKind, Participant, Role, Session, Venue, Who};
use chrono::NaiveDate;

/// Which sessions a change means.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// The days, as last announced.
    pub(super) days: DateRange,
    /// The person or post, where the change names one.
    pub(super) who: Option<Who>,
    /// The start, where the change names the time.
    pub(super) hours: Option<Hours>,
}

impl Choice {
    /// Whether a session is meant. A session answers to the day it is now planned for and to the day its rule names,
    /// since a clerk may go by either.
    fn holds(&self, session: &Session) -> bool {
        let on = |day: NaiveDate| self.days.first <= day && day <= self.days.last;
        let single = self.days.first == self.days.last;
        let day = on(session.date) || (single && on(session.nominal));
        let who = self.who.as_ref().is_none_or(|who| session.people.iter().any(|p| same(&p.who, who)));
        let hours = self.hours.as_ref().is_none_or(|hours| session.hours.start() == hours.start());
        day && who && hours
    }

    /// The positions of the sessions meant; cancelled ones only if no other is.
    pub(super) fn select(&self, sessions: &[Session]) -> Vec<usize> {
        let meant: Vec<usize> = (0..sessions.len()).filter(|&at| self.holds(&sessions[at])).collect();
        let open: Vec<usize> = meant.iter().copied().filter(|&at| !sessions[at].cancelled()).collect();
        if open.is_empty() { meant } else { open }
    }
}

/// Whether two participants are the same person, or the same post.
pub(super) fn same(a: &Who, b: &Who) -> bool {
    let person = |who: &Who| match who {
        Who::Person(id) | Who::PersonAndOthers(id, _) => Some(*id),
        Who::Post(_) => None,
    };
    match (person(a), person(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// What a change does; several at once are allowed (another day and another place).
#[derive(Debug, Clone, Default)]
pub(super) struct Effect {
    /// 改由.
    pub(super) people: Option<Vec<Participant>>,
    /// 改期.
    pub(super) date: Option<NaiveDate>,
    /// 改时间.
    pub(super) hours: Option<Hours>,
    /// 改地点.
    pub(super) venues: Option<Vec<Venue>>,
    /// 取消.
    pub(super) cancel: bool,
    /// 原因.
    pub(super) reason: Option<String>,
    /// 公布.
    pub(super) announced: Option<NaiveDate>,
}

/// Applies one change to one session, recording what was. `chosen` limits a substitution to the person it names.
pub(super) fn apply(session: &mut Session, chosen: Option<&Who>, effect: &Effect) {
    let record = |kind| {
        let Effect { reason, announced, .. } = effect;
        Change { kind, reason: reason.clone(), announced: *announced }
    };
    let mut changes = Vec::new();
    if let Some(people) = &effect.people {
        let replaced = |p: &Participant| match chosen {
            Some(who) => same(&p.who, who),
            None => p.role == Role::Receives,
        };
        let was: Vec<Participant> = session.people.iter().filter(|p| replaced(p)).cloned().collect();
        let role = was.first().map_or(Role::Receives, |p| p.role.clone());
        let place = session.people.iter().position(replaced).unwrap_or(0);
        session.people.retain(|p| !replaced(p));
        let now = people.iter().map(|p| Participant { role: role.clone(), who: p.who.clone() });
        let place = place.min(session.people.len());
        session.people.splice(place..place, now);
        changes.push(record(ChangeKind::Substituted { was }));
    }
    if let Some(date) = effect.date {
        changes.push(record(ChangeKind::Moved { was: session.date }));
        session.date = date;
    }
    if let Some(hours) = &effect.hours {
        let was = std::mem::replace(&mut session.hours, hours.clone());
        changes.push(record(ChangeKind::Retimed { was }));
    }
    if let Some(venues) = &effect.venues {
        let was = std::mem::replace(&mut session.venues, venues.clone());
        changes.push(record(ChangeKind::Relocated { was }));
    }
    if effect.cancel {
        changes.push(record(ChangeKind::Cancelled));
    }
    session.changes.extend(changes);
}
