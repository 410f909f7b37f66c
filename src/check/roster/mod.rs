//! Entries and changes of a roster become sessions.

pub(super) mod below;
pub(super) mod change_entries;
mod changes;
pub(super) mod entries;
mod exchange;
mod identity;
pub(super) mod names;
pub(super) mod office;
mod rest;
pub(super) mod sessions;
pub(super) mod terms;
mod when;

use crate::check::ground::Ground;
use crate::check::roster::sessions::Planned;
use crate::diag::Report;
use crate::load::roster as draft;
use crate::load::value::Sessions;
use crate::model::hours::Hours;
use crate::model::recurrence::{DateRange, RestPolicy};
use crate::model::session::Venue;
use crate::model::unit::UnitId;
use crate::source::Text;
use crate::wording::Context;
use std::cell::OnceCell;
use std::rc::Rc;

/// What all entries and changes of one roster share.
#[derive(Clone)]
pub(in crate::check) struct Frame<'a> {
    /// The whole site.
    pub(in crate::check) ground: &'a Ground<'a>,
    /// The unit whose folder holds the file.
    pub(in crate::check) home: UnitId,
    /// The unit that receives: `home`, or one below it under 适用 and 单位.
    pub(in crate::check) unit: UnitId,
    /// Whether 适用 names the units; 单位 then only chooses among them.
    pub(in crate::check) applied: bool,
    /// File name without ending.
    pub(in crate::check) stem: &'a str,
    /// What holds unless an entry says otherwise.
    pub(in crate::check) terms: &'a draft::Terms,
    /// What gives dates without a year theirs.
    pub(in crate::check) context: Context,
    /// The days that are listed; `None` when 起止 could not be understood.
    pub(in crate::check) window: Option<DateRange>,
    /// What entries without words of their own take over.
    pub(in crate::check) inherited: Rc<Inherited>,
}

/// Values of the roster's head that its entries share, read when the first of them asks.
#[derive(Default, Clone)]
pub(in crate::check) struct Inherited {
    pub(in crate::check) hours: OnceCell<Hours>,
    /// With the unit whose words for places they are read by.
    pub(in crate::check) venues: OnceCell<(UnitId, Vec<Venue>)>,
    pub(in crate::check) rest: OnceCell<[Option<RestPolicy>; 2]>,
}

impl<'a> Frame<'a> {
    /// The same for another unit, where places and names may mean something else.
    pub(in crate::check) fn of_unit(&self, unit: UnitId) -> Frame<'a> {
        Frame { unit, inherited: Rc::default(), ..self.clone() }
    }
}

/// The sessions a roster plans before any change, and what it promises without days.
pub(in crate::check) fn planned(
    frame: &Frame<'_>,
    said: &draft::Roster,
    report: &mut Report,
) -> (Vec<Planned>, Vec<String>) {
    let Sessions::Entries(list) = &said.sessions else { return (Vec::new(), Vec::new()) };
    let mut planned = Vec::new();
    let mut promises = Vec::new();
    for unit in below::units(frame, &said.applies_to, report) {
        let frame = frame.of_unit(unit);
        for entry in list {
            for (frame, entry) in below::for_unit(&frame, entry, report) {
                entries::read(&frame, &entry, &mut planned, &mut promises, report);
            }
        }
    }
    promises.dedup();
    sessions::replaced(&mut planned);
    (planned, promises)
}

/// The text an entry gives for a term, or else the roster's.
pub(in crate::check) fn term<'a>(
    frame: &Frame<'a>,
    own: Option<&'a draft::Terms>,
    pick: impl Fn(&'a draft::Terms) -> Option<&'a Text>,
) -> Option<&'a Text> {
    own.and_then(&pick).or_else(|| pick(frame.terms))
}
