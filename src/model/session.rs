//! The atom of everything published: one dated session, with its status and its history.

use super::hours::Hours;
use super::leader::PersonId;
use super::recurrence::{DayRule, RestPolicy};
use super::roster::{Booking, NotHere};
use super::unit::UnitId;
use chrono::NaiveDate;

/// What kind of session it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 接访, 接待: receiving visitors.
    Reception,
    /// 下访: going down to where people are.
    VisitDown,
    /// 约访: by invitation.
    Invited,
    /// 带案下访: going down with a case.
    VisitWithCase,
    /// 联合接访: several bodies together.
    Joint,
    /// 上门: at the door.
    AtHome,
    /// 集中办公: everyone in one office.
    CommonOffice,
    /// 值班: on duty.
    Duty,
    /// 坐班: at the desk.
    Desk,
    /// 接听电话: answering the telephone.
    Telephone,
    /// 视频接访: by video.
    Video,
}

/// The part a person plays in a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 接待人.
    Receives,
    /// 带班.
    InCharge,
    /// 值班.
    OnDuty,
    /// 陪同.
    Accompanies,
    /// 补位.
    Standby,
    /// Any other word of the notice.
    Other(String),
}

impl Role {
    /// What the ledger puts before a name; nothing for those who receive.
    pub fn in_ledger(&self) -> String {
        match self {
            Self::Receives => String::new(),
            Self::InCharge => "in_charge:".to_owned(),
            Self::OnDuty => "on_duty:".to_owned(),
            Self::Accompanies => "with:".to_owned(),
            Self::Standby => "standby:".to_owned(),
            Self::Other(word) => format!("{word}:"),
        }
    }

    /// The part that the ledger names before a `:`.
    pub fn from_ledger(word: &str) -> Self {
        match word {
            "in_charge" => Self::InCharge,
            "on_duty" => Self::OnDuty,
            "with" => Self::Accompanies,
            "standby" => Self::Standby,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// Who takes part.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A person of a `leaders.yaml`.
    Person(PersonId),
    /// A person of a `leaders.yaml` and others unnamed, with the words that follow the name (等区领导).
    PersonAndOthers(PersonId, String),
    /// A group or a post that stands for whoever holds it, as written.
    Post(String),
}

/// One participant of a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Participant {
    /// The part played.
    pub role: Role,
    /// Who it is.
    pub who: Who,
}

/// Where a session is held.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Venue {
    /// The words to print.
    pub name: String,
    /// The listed place, as unit and index in its places, when it is one.
    pub place: Option<(UnitId, usize)>,
}

/// Why a date is not the one the rule names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shift {
    /// The day the rule names.
    pub from: NaiveDate,
    /// What the roster says to do on such days.
    pub policy: RestPolicy,
    /// Name of the holiday or closure; `None` for an ordinary weekend.
    pub holiday: Option<String>,
    /// The office is closed by name (停办), which is no holiday.
    pub closed: bool,
}

/// What a change did to a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// 改由, 递补, 对调: others receive.
    Substituted {
        /// Who was to receive.
        was: Vec<Participant>,
        /// Who does instead, with those of them who were there already.
        now: Vec<Participant>,
        /// Everyone with a part in it before.
        before: Vec<Participant>,
    },
    /// 改期: another day; holds the day before the change.
    Moved {
        /// The day it was to be.
        was: NaiveDate,
    },
    /// 改时间.
    Retimed {
        /// The hours before.
        was: Hours,
    },
    /// 改地点.
    Relocated {
        /// The places before.
        was: Vec<Venue>,
    },
    /// 取消.
    Cancelled,
    /// 增加: was not in the roster at first.
    Added,
}

/// One change, in the order announced.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Change {
    /// What it did.
    pub kind: ChangeKind,
    /// Stated reason, from the list of reasons that may be published.
    pub reason: Option<String>,
    /// When it was announced.
    pub announced: Option<NaiveDate>,
    /// Whether that is the clerk's own word; else it is the day of the release that first had it.
    pub own_day: bool,
}

/// Who steps in for somebody who cannot come (补位规则).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandbyRule {
    /// 下一位: the next in the order named.
    Next,
    /// 指定: those named under 补位.
    Named,
}

/// What one entry says of its own sessions besides who, when and where; most of it the roster's head may say for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnTerm {
    /// 人数: how many of those named receive each time.
    Count(u32),
    /// 补位规则.
    Standby(StandbyRule),
    /// 对象.
    ForWhom(String),
    /// 预约.
    Booking(Booking),
    /// 携带.
    Bring(Vec<String>),
    /// 代表人数.
    Representatives(u32),
    /// 不在此接待.
    NotHere(NotHere),
    /// 须知.
    Note(String),
    /// 监督电话.
    ComplaintsPhone(String),
}

/// One dated session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// First 20 hexadecimal digits of the SHA-256 of its identity (unit, roster, nominal date, start, person, ordinal):
    /// moving or substituting keeps it.
    pub key: String,
    /// The unit that receives; differs from the roster's unit under 适用.
    pub unit: UnitId,
    /// The day the rule names.
    pub nominal: NaiveDate,
    /// What is told of the rule that names it.
    pub rule: DayRule,
    /// The day it takes place (for a cancelled one, the day it would have).
    pub date: NaiveDate,
    /// Time of day.
    pub hours: Hours,
    /// Kind.
    pub kind: Kind,
    /// Who, in the order written; empty when nobody is named.
    pub people: Vec<Participant>,
    /// Where; empty when not stated.
    pub venues: Vec<Venue>,
    /// 专题.
    pub topic: Option<String>,
    /// 范围.
    pub scope: Vec<String>,
    /// 说明.
    pub note: Option<String>,
    /// What its entry sets again, in the order of the table of keys.
    pub terms: Vec<OwnTerm>,
    /// Moved by the roster's own rest-day rule.
    pub shift: Option<Shift>,
    /// Changes after publication, in the order of the file.
    pub changes: Vec<Change>,
    /// Whether the days off of its year are known, or cannot touch it; where neither, every output says so.
    pub holidays_known: bool,
    /// The day is a make-up workday (补班).
    pub on_makeup_day: bool,
}

impl Session {
    /// The role of those it is about: who receives, or else who leads the shift, or is on duty, or comes first.
    pub fn main_role(&self) -> Option<&Role> {
        let of = |role: Role| self.people.iter().map(|one| &one.role).find(|one| **one == role);
        let usual = [Role::Receives, Role::InCharge, Role::OnDuty].into_iter().find_map(of);
        usual.or_else(|| self.people.first().map(|one| &one.role))
    }

    /// Those it is about, for a title: not who stands by or comes along, unless nobody else is named.
    pub fn leading(&self) -> Vec<Participant> {
        let beside = |one: &&Participant| matches!(one.role, Role::Accompanies | Role::Standby | Role::Other(_));
        let leading: Vec<Participant> = self.people.iter().filter(|one| !beside(one)).cloned().collect();
        if leading.is_empty() { self.people.clone() } else { leading }
    }

    /// Hours and places as they were on a day before a change moved the session away from it.
    pub fn before_leaving(&self, day: NaiveDate) -> (&Hours, &[Venue]) {
        let left = |change: &Change| matches!(change.kind, ChangeKind::Moved { was } if was == day);
        let after = || self.changes.iter().skip_while(|change| !left(change));
        let hours = after().find_map(|change| match &change.kind {
            ChangeKind::Retimed { was } => Some(was),
            _ => None,
        });
        let venues = after().find_map(|change| match &change.kind {
            ChangeKind::Relocated { was } => Some(was.as_slice()),
            _ => None,
        });
        (hours.unwrap_or(&self.hours), venues.unwrap_or(&self.venues))
    }

    /// A person as he was named before others took over; nothing where he never was.
    pub fn replaced(&self, person: PersonId) -> Vec<&Participant> {
        let was = self.changes.iter().flat_map(|change| match &change.kind {
            ChangeKind::Substituted { was, .. } => was.as_slice(),
            _ => &[],
        });
        let own =
            |one: &&Participant| matches!(&one.who, Who::Person(id) | Who::PersonAndOthers(id, _) if *id == person);
        was.filter(own).take(1).collect()
    }

    /// How many receive (人数), where one group receives and is not named person by person: 县人大代表5人.
    pub fn counted(&self) -> Option<u32> {
        let mut receive = self.people.iter().filter(|one| one.role == Role::Receives);
        let (Some(Participant { who: Who::Post(_), .. }), None) = (receive.next(), receive.next()) else { return None };
        self.count()
    }

    /// What its entry sets, but for a number that those named tell by themselves.
    pub fn told_terms(&self) -> impl Iterator<Item = &OwnTerm> {
        let receive = self.people.iter().filter(|one| one.role == Role::Receives).count();
        let told = self.counted().is_some() || self.count().is_some_and(|count| usize::try_from(count) == Ok(receive));
        self.terms.iter().filter(move |term| !told || !matches!(term, OwnTerm::Count(_)))
    }

    fn count(&self) -> Option<u32> {
        self.terms.iter().find_map(|term| match term {
            OwnTerm::Count(count) => Some(*count),
            _ => None,
        })
    }

    /// Whether it does not take place.
    pub fn cancelled(&self) -> bool {
        let by_change = self.changes.iter().any(|change| change.kind == ChangeKind::Cancelled);
        by_change || self.shift.as_ref().is_some_and(|shift| shift.policy == RestPolicy::Cancel)
    }
}
