//! What every roster is checked against: settings, calendar, people and places of the whole site.

use crate::calendar::WorkCalendar;
use crate::calendar::holiday::Closure;
use crate::check::unit::directory::Directory;
use crate::check::unit::places::Gazetteer;
use crate::load::site as draft;
use crate::model::past::Past;
use crate::model::site::Settings;
use crate::model::unit::Unit;
use crate::wording::WeekOfMonth;

/// Read by all rosters at once, changed by none.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// Settings of the site.
    pub(super) settings: &'a Settings,
    /// Answers that hold for every roster unless it gives its own.
    pub(super) defaults: &'a draft::Site,
    /// What a numbered week of a month means, where the site says so.
    pub(super) week_of_month: Option<WeekOfMonth>,
    /// Days off and make-up workdays.
    pub(super) calendar: &'a WorkCalendar,
    /// Named closures that rosters may refer to.
    pub(super) closures: &'a [Closure],
    /// Who can be named.
    pub(super) directory: &'a Directory,
    /// Where people can be received, and which markets there are.
    pub(super) gazetteer: &'a Gazetteer,
    /// What was released before.
    pub(super) past: &'a Past,
    /// Every unit, still without rosters.
    pub(super) units: &'a [Unit],
}
