//! Changes of a roster, already resolved, are carried through its sessions: each keeps what was, so that every output
//! can say 原定…，现由….

use crate::check::roster::sessions::Carried;
use crate::model::hours::Hours;
use crate::model::recurrence::DateRange;
use crate::model::session::{Change, ChangeKind, Participant, Role, Session, Venue, Who};
use crate::model::unit::UnitId;
use chrono::NaiveDate;

/// Which sessions a change means.
#[derive(Debug, Clone)]
pub(in crate::check) struct Choice {
    /// The days, as last announced.
    pub(in crate::check) days: DateRange,
    /// The person or post, where the change names one.
    pub(in crate::check) who: Option<Who>,
    /// The start, where the change names the time.
    pub(in crate::check) hours: Option<Hours>,
    /// The places, where the change names one; a session at any of them is meant.
    pub(in crate::check) venues: Vec<Venue>,
    /// The units, where the change names them.
    pub(in crate::check) units: Vec<UnitId>,
}

impl Choice {
    /// Whether a session is meant. A session answers to the day it is now planned for and to the day its rule names,
    /// since a clerk may go by either.
    fn holds(&self, session: &Session) -> bool {
        let single = self.days.first == self.days.last;
        let day = self.within(session.date) || (single && self.within(session.nominal));
        let who = self.who.as_ref().is_none_or(|who| session.people.iter().any(|p| same(&p.who, who)));
        let hours = self.hours.as_ref().is_none_or(|hours| session.hours.start() == hours.start());
        let venue = self.venues.is_empty() || session.venues.iter().any(|venue| self.venues.contains(venue));
        let unit = self.units.is_empty() || self.units.contains(&session.unit);
        day && who && hours && venue && unit
    }

    /// The positions of the sessions meant; cancelled ones only if no other is.
    pub(in crate::check) fn select(&self, carried: &[Carried]) -> Vec<usize> {
        let session = |at: usize| &carried[at].session;
        let meant: Vec<usize> = (0..carried.len()).filter(|&at| self.holds(session(at))).collect();
        let open: Vec<usize> = meant.iter().copied().filter(|&at| !session(at).cancelled()).collect();
        let found = if open.is_empty() { meant } else { open };
        // The day it is planned for counts before the day its rule names.
        let today: Vec<usize> = found.iter().copied().filter(|&at| self.within(session(at).date)).collect();
        if today.is_empty() { found } else { today }
    }

    fn within(&self, day: NaiveDate) -> bool {
        self.days.first <= day && day <= self.days.last
    }
}

/// The role of those a session is about: who receives, or else who leads the shift, or is on duty, or comes first.
pub(in crate::check) fn main_role(session: &Session) -> Role {
    session.main_role().cloned().unwrap_or(Role::Receives)
}

/// Whether two participants are the same person, or the same post.
pub(in crate::check) fn same(a: &Who, b: &Who) -> bool {
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
pub(in crate::check) struct Effect {
    /// 改由.
    pub(in crate::check) people: Option<Vec<Participant>>,
    /// 改期.
    pub(in crate::check) date: Option<NaiveDate>,
    /// 改时间.
    pub(in crate::check) hours: Option<Hours>,
    /// 改地点.
    pub(in crate::check) venues: Option<Vec<Venue>>,
    /// 取消.
    pub(in crate::check) cancel: bool,
    /// 原因.
    pub(in crate::check) reason: Option<String>,
    /// 公布.
    pub(in crate::check) announced: Option<NaiveDate>,
    /// 说明.
    pub(in crate::check) note: Option<String>,
}

/// Applies one change to one session, recording what was. `chosen` limits a substitution to the person it names.
pub(in crate::check) fn apply(session: &mut Session, chosen: Option<&Who>, effect: &Effect) {
    let record = |kind| {
        let Effect { reason, announced, .. } = effect;
        Change { kind, reason: reason.clone(), announced: *announced, own_day: announced.is_some() }
    };
    let mut changes = Vec::new();
    if let Some(people) = &effect.people {
        let main = main_role(session);
        let replaced = |p: &Participant| match chosen {
            Some(who) => same(&p.who, who),
            None => p.role == main,
        };
        let before = session.people.clone();
        let was: Vec<Participant> = session.people.iter().filter(|p| replaced(p)).cloned().collect();
        let role = was.first().map_or(main.clone(), |p| p.role.clone());
        let place = session.people.iter().position(replaced).unwrap_or(0);
        session.people.retain(|p| !replaced(p));
        let there = |p: &Participant| session.people.iter().any(|other| other.role == role && same(&other.who, &p.who));
        // Who is there already only stays.
        let new = people.iter().filter(|p| !there(p));
        let new: Vec<Participant> = new.map(|p| Participant { role: role.clone(), who: p.who.clone() }).collect();
        let now = people.iter().map(|p| Participant { role: role.clone(), who: p.who.clone() }).collect();
        let place = place.min(session.people.len());
        session.people.splice(place..place, new);
        // Who was to stand in or come along and now receives does not stand by for himself.
        let beside = |p: &Participant| matches!(p.role, Role::Standby | Role::Accompanies) && p.role != role;
        session.people.retain(|p| !(beside(p) && people.iter().any(|new| same(&new.who, &p.who))));
        changes.push(record(ChangeKind::Substituted { was, now, before }));
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
    if let Some(note) = &effect.note {
        session.note = Some(session.note.iter().chain([note]).map(String::as_str).collect::<Vec<_>>().join("；"));
    }
    session.changes.extend(changes);
}
