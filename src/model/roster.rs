//! A roster: its head, how it is published, and the sessions it gives.

use super::hours::Hours;
use super::recurrence::Period;
use super::session::{OwnTerm, Session, Venue};
use super::unit::{Phone, UnitId};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Index of a roster in a unit's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RosterId {
    /// The unit whose folder holds the file.
    pub unit: UnitId,
    /// Index in that unit's list.
    pub index: usize,
}

/// A published roster.
#[derive(Debug, Clone)]
pub struct Roster {
    /// File name without ending; part of its address and of its sessions' identity.
    pub stem: String,
    /// Title.
    pub title: String,
    /// Issuing office as signed.
    pub issued_by: Option<String>,
    /// Date of the signature.
    pub issued_on: Option<NaiveDate>,
    /// Document number with 〔〕.
    pub number: Option<String>,
    /// 依据, as written.
    pub basis: Vec<String>,
    /// The days it covers.
    pub period: Period,
    /// Sessions are listed up to this day; after it the roster continues when `period.last` is open or later.
    pub listed_until: NaiveDate,
    /// Hours stated for the roster as a whole; a session may have its own.
    pub hours: Hours,
    /// Places stated for the roster as a whole; a session may have its own.
    pub venues: Vec<Venue>,
    /// 对象.
    pub for_whom: Option<String>,
    /// Promised lead time of publication, in words.
    pub notice_period: Option<String>,
    /// The last day on which posting keeps that promise: counted back from the first session, as planned at first.
    pub post_by: Option<NaiveDate>,
    /// How early this website posted it, by the ledger.
    pub online: Option<Ahead>,
    /// Where it was posted outside this website.
    pub posted: Vec<Posting>,
    /// How to make an appointment.
    pub booking: Option<Booking>,
    /// What to bring.
    pub bring: Vec<String>,
    /// At most so many representatives of a group (信访工作条例 第20条第3款 names five).
    pub representatives: Option<u32>,
    /// What is not received here, and where to go instead.
    pub not_here: Vec<NotHere>,
    /// Further notes.
    pub notes: Vec<String>,
    /// Where complaints about the reception itself go.
    pub complaints_phone: Option<String>,
    /// 频次 and other promises without dates, in words.
    pub promises: Vec<String>,
    /// Sessions in order of date, start and file order.
    pub sessions: Vec<Session>,
}

impl Roster {
    /// The latest day on which it, or a change of it, was posted, signed or announced; `None` where no such day is written.
    pub fn announced(&self) -> Option<NaiveDate> {
        let posted = self.posted.iter().filter_map(|posting| posting.date);
        let changes = self.sessions.iter().flat_map(|session| &session.changes);
        self.issued_on.into_iter().chain(posted).chain(changes.filter_map(|change| change.announced)).max()
    }
}

/// One posting outside the website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// Where.
    pub channel: String,
    /// When.
    pub date: Option<NaiveDate>,
    /// How early that was.
    pub ahead: Option<Ahead>,
}

/// How early something was posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ahead {
    /// The first session after it.
    pub session: NaiveDate,
    /// So many days before that; zero or less where it was not before.
    pub days: i64,
    /// Whether working days were counted.
    pub workdays: bool,
    /// Whether that is as early as promised.
    pub kept: bool,
}

/// How to make an appointment. The texts are in the clerk's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Booking {
    /// Whether one must.
    pub need: Need,
    /// Until when.
    pub deadline: Option<String>,
    /// How.
    pub how: Option<String>,
    /// Numbers to call, each with the area it serves where there are several.
    pub phones: Vec<Phone>,
    /// Where to go for it.
    pub place: Option<String>,
    /// How many are received.
    pub capacity: Option<String>,
    /// How long each has.
    pub slot: Option<String>,
    /// How many may come together.
    pub party: Option<String>,
    /// How early to be there.
    pub arrive_early: Option<String>,
    /// What happens to those whose turn does not come.
    pub overflow: Option<String>,
}

/// Whether an appointment is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Need {
    /// 须预约.
    Required,
    /// 预约优先.
    Preferred,
    /// 可预约.
    #[default]
    Possible,
    /// 不需预约.
    NotNeeded,
}

/// A matter that is not received here, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotHere {
    /// The matter.
    pub matter: String,
    /// Where to go.
    pub go_to: String,
    /// On what basis.
    pub basis: Option<String>,
}

impl Roster {
    /// The units whose sessions it holds.
    pub fn units(&self) -> BTreeSet<UnitId> {
        self.sessions.iter().map(|session| session.unit).collect()
    }

    /// What every one of its sessions says for itself, and so need be read but once. How many receive is no guidance for
    /// those who come: it stays with the session.
    pub fn common_terms(&self) -> Vec<&OwnTerm> {
        let [first, rest @ ..] = self.sessions.as_slice() else { return Vec::new() };
        if rest.is_empty() {
            return Vec::new();
        }
        let all = first.terms.iter().filter(|term| !matches!(term, OwnTerm::Count(_)));
        all.filter(|term| rest.iter().all(|session| session.terms.contains(term))).collect()
    }
}
