//! Occurrences of a rule become planned sessions, and planned sessions, once changed, become final ones with a key.

use crate::calendar::{Announced, Occurrence, rotation};
use crate::check::roster::Frame;
use crate::check::roster::identity::Identity;
use crate::model::hours::Hours;
use crate::model::recurrence::{DayRule, Recurrence, Rotation};
use crate::model::session::{Change, Kind, OwnTerm, Participant, Role, Session, Shift, Venue, Who};
use crate::model::unit::UnitId;
use crate::source::Span;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A session on its way: what it was first planned as is kept apart from what changes made of it.
#[derive(Debug, Clone)]
pub(in crate::check) struct Planned {
    /// The entry it comes from.
    pub(in crate::check) span: Span,
    /// What is told of the rule of its day.
    pub(in crate::check) rule: DayRule,
    pub(in crate::check) unit: UnitId,
    pub(in crate::check) nominal: NaiveDate,
    pub(in crate::check) date: NaiveDate,
    pub(in crate::check) hours: Hours,
    pub(in crate::check) kind: Kind,
    pub(in crate::check) people: Vec<Participant>,
    pub(in crate::check) venues: Vec<Venue>,
    pub(in crate::check) topic: Option<String>,
    pub(in crate::check) scope: Vec<String>,
    pub(in crate::check) note: Option<String>,
    pub(in crate::check) terms: Vec<OwnTerm>,
    pub(in crate::check) shift: Option<Shift>,
    pub(in crate::check) on_makeup_day: bool,
    /// No notice of days off can move it.
    pub(in crate::check) certain: bool,
    /// Who takes turns, and whose turn it is; for 递补.
    pub(in crate::check) turn: Option<(Arc<[Participant]>, usize)>,
    /// 替换: takes the place of the other entries of its day.
    pub(in crate::check) overrides: bool,
}

impl Planned {
    /// A session of a unit without anything said.
    pub(in crate::check) fn empty(unit: UnitId, span: Span) -> Self {
        Self {
            span,
            rule: DayRule::Date,
            unit,
            nominal: NaiveDate::MIN,
            date: NaiveDate::MIN,
            hours: Hours::Unstated,
            kind: Kind::Reception,
            people: Vec::new(),
            venues: Vec::new(),
            topic: None,
            scope: Vec::new(),
            note: None,
            terms: Vec::new(),
            shift: None,
            on_makeup_day: false,
            certain: false,
            turn: None,
            overrides: false,
        }
    }
}

/// Who receives at each session of a rule.
pub(in crate::check) enum Turns {
    /// The same people at each.
    Together(Vec<Participant>),
    /// One of a pool in turn, others at each.
    InTurn {
        /// How the turn advances.
        rotation: Rotation,
        /// Who takes turns.
        pool: Vec<Participant>,
        /// Others who take turns of their own, a day of each turn; may be empty.
        beside: Vec<Participant>,
        /// Who is there each time.
        with: Vec<Participant>,
    },
}

/// Adds one planned session for each occurrence. `rules` are all of the entry: turns are counted over them together.
pub(in crate::check) fn plan(
    frame: &Frame<'_>,
    rules: &[&Recurrence],
    occurrences: &[Occurrence],
    turns: &Turns,
    shape: &Planned,
    planned: &mut Vec<Planned>,
) {
    let ground = frame.ground;
    let ordinals = match turns {
        Turns::Together(_) => Vec::new(),
        Turns::InTurn { rotation, .. } => {
            let nominal: Vec<NaiveDate> = occurrences.iter().map(|one| one.nominal).collect();
            rotation::ordinals(rotation, rules, &nominal, ground.calendar, ground.settings.week_starts)
        }
    };
    let shared: Option<Arc<[Participant]>> = match turns {
        Turns::Together(_) => None,
        Turns::InTurn { pool, .. } => Some(pool.as_slice().into()),
    };
    // With another person each day the days have to be read one by one.
    let rule = if shape.rule.is_daily() && matches!(turns, Turns::InTurn { .. }) { DayRule::Date } else { shape.rule };
    for (at, one) in occurrences.iter().enumerate() {
        let index = shared.as_ref().and_then(|pool| rotation::turn_index(*ordinals.get(at)?, pool.len()));
        let people = match turns {
            Turns::Together(people) => people.clone(),
            Turns::InTurn { pool, beside, with, .. } => {
                let other = ordinals.get(at).and_then(|ordinal| rotation::turn_index(*ordinal, beside.len()));
                let in_turn = index.and_then(|turn| pool.get(turn)).into_iter();
                let all = in_turn.chain(other.and_then(|turn| beside.get(turn))).chain(with);
                // Who leads the shift comes before those on duty, as in the notice.
                let mut people: Vec<Participant> = all.cloned().collect();
                people.sort_by_key(|person| match person.role {
                    Role::Receives => 0,
                    Role::InCharge => 1,
                    Role::OnDuty => 2,
                    Role::Accompanies | Role::Standby | Role::Other(_) => 3,
                });
                people
            }
        };
        planned.push(Planned {
            nominal: one.nominal,
            rule,
            date: one.date,
            people,
            shift: one.shift.clone(),
            on_makeup_day: one.on_makeup_day,
            certain: one.certain,
            turn: shared.clone().zip(index),
            ..shape.clone()
        });
    }
}

/// Takes out the sessions whose day another entry replaces (替换).
pub(in crate::check) fn replaced(planned: &mut Vec<Planned>) {
    let days: BTreeSet<(UnitId, NaiveDate)> =
        planned.iter().filter(|one| one.overrides).map(|one| (one.unit, one.date)).collect();
    if !days.is_empty() {
        planned.retain(|one| one.overrides || !days.contains(&(one.unit, one.date)));
    }
}

/// A planned session with what its changes recorded.
pub(in crate::check) struct Carried {
    /// As first planned; its identity.
    pub(in crate::check) planned: Planned,
    /// As it is now.
    pub(in crate::check) session: Session,
}

impl Carried {
    /// A session that nothing has changed yet. The key comes last, when ordinals are known.
    pub(in crate::check) fn new(planned: Planned, changes: Vec<Change>) -> Self {
        let session = Session {
            key: String::new(),
            unit: planned.unit,
            nominal: planned.nominal,
            rule: planned.rule,
            date: planned.date,
            hours: planned.hours.clone(),
            kind: planned.kind,
            people: planned.people.clone(),
            venues: planned.venues.clone(),
            topic: planned.topic.clone(),
            scope: planned.scope.clone(),
            note: planned.note.clone(),
            terms: planned.terms.clone(),
            shift: planned.shift.clone(),
            changes,
            holidays_known: true,
            on_makeup_day: planned.on_makeup_day,
        };
        Self { planned, session }
    }
}

/// The sessions of a roster with their keys, each with the place of its entry; in order of date, start and place in
/// the file.
pub(in crate::check) fn settled(frame: &Frame<'_>, carried: Vec<Carried>) -> Vec<(Session, Span)> {
    let ground = frame.ground;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut sessions: Vec<(Session, Span)> = Vec::with_capacity(carried.len());
    for Carried { planned, mut session } in carried {
        let people: Vec<String> =
            planned.people.iter().filter(|p| p.role == Role::Receives).map(|p| name(ground.units, &p.who)).collect();
        let mut identity = Identity {
            unit: &ground.units[planned.unit.0].path,
            roster: frame.stem,
            nominal: planned.nominal,
            start: planned.hours.start().map(|clock| clock.minutes()),
            people: &people,
            ordinal: 0,
        };
        let first = identity.key();
        let count = seen.entry(first.clone()).or_default();
        identity.ordinal = *count;
        session.key = if *count == 0 { first } else { identity.key() };
        *count += 1;
        let stands = planned.certain && session.date == planned.date;
        session.holidays_known = stands || ground.calendar.announced(session.date.year()) == Announced::Yes;
        sessions.push((session, planned.span));
    }
    sessions.sort_by_key(|(session, _)| (session.date, session.hours.order()));
    sessions
}

/// The words a participant is known by.
fn name(units: &[crate::model::unit::Unit], who: &Who) -> String {
    match who {
        Who::Person(id) | Who::PersonAndOthers(id, _) => {
            let person = &units[id.unit.0].people[id.index];
            person.key.clone().unwrap_or_else(|| person.name.clone())
        }
        Who::Post(words) => words.clone(),
    }
}
