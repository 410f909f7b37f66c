//! Turns rows of a day into groups that tell a visitor the same of several units: who receives, when, at each unit's own
//! place; and what is the same every day into one thing to read. A rule for 22 villages is one line and still 22 sessions.

use crate::model::recurrence::DayRule;
use crate::model::session::Venue;
use crate::model::site::Site;
use crate::model::unit::UnitId;

use super::rows::{SessionRef, Standing};

/// Groups rows that are in order of their days; each group holds one row a unit, in the order of the rows.
pub fn groups(site: &Site, rows: impl IntoIterator<Item = SessionRef>) -> impl Iterator<Item = Vec<SessionRef>> {
    let mut rows = rows.into_iter().peekable();
    let mut day: std::vec::IntoIter<Vec<SessionRef>> = Vec::new().into_iter();
    std::iter::from_fn(move || {
        if let Some(group) = day.next() {
            return Some(group);
        }
        let date = rows.peek()?.date;
        let mut found: Vec<Vec<SessionRef>> = Vec::new();
        while let Some(row) = rows.next_if(|row| row.date == date) {
            match found.iter_mut().find(|group| joins(site, group, row)) {
                Some(group) => group.push(row),
                None => found.push(vec![row]),
            }
        }
        day = found.into_iter();
        day.next()
    })
}

fn joins(site: &Site, group: &[SessionRef], row: SessionRef) -> bool {
    let unit = row.of(site).unit;
    // A unit with two sessions alike has a reason for it: they stay two.
    group.first().is_some_and(|first| first.of(site).unit != unit && same(site, *first, row))
        && group.iter().all(|other| other.of(site).unit != unit)
}

fn same(site: &Site, one: SessionRef, other: SessionRef) -> bool {
    let (a, b) = (one.of(site), other.of(site));
    same_but_day(site, one, other)
        && (&a.shift, &a.changes) == (&b.shift, &b.changes)
        && (a.holidays_known, a.on_makeup_day) == (b.holidays_known, b.on_makeup_day)
}

/// Whether two sessions are told in the same words but for the unit and the day, and what happened to them.
pub fn same_but_day(site: &Site, one: SessionRef, other: SessionRef) -> bool {
    let (a, b) = (one.of(site), other.of(site));
    let ((a_hours, a_venues), (b_hours, b_venues)) = (one.when_and_where(site), other.when_and_where(site));
    one.roster == other.roster
        && one.standing == other.standing
        && a_hours == b_hours
        && a.kind == b.kind
        && a.people == b.people
        && a_venues.len() == b_venues.len()
        && a_venues.iter().zip(b_venues).all(|(x, y)| same_place((a.unit, x), (b.unit, y)))
        && a.rule == b.rule
        && (&a.topic, &a.scope, &a.note, &a.terms) == (&b.topic, &b.scope, &b.note, &b.terms)
}

/// What is open every day: rows that say the same on each of many days, taken out of the rows to be read one by one.
#[derive(Debug)]
pub struct Daily {
    /// The rows of each day, as [`groups`] has them.
    pub days: Vec<Vec<SessionRef>>,
}

/// From so many days on a daily rule is told as a rule.
const DAILY: usize = 6;

/// Takes the daily ones out of groups. What is out of the ordinary on a day (changed, shifted, a make-up workday) stays
/// among the rest, as does a rule of a few days.
pub fn daily(site: &Site, groups: impl Iterator<Item = Vec<SessionRef>>) -> (Vec<Daily>, Vec<Vec<SessionRef>>) {
    let mut found: Vec<Daily> = Vec::new();
    let mut rest = Vec::new();
    for group in groups {
        let Some(first) = group.first().copied() else { continue };
        if !is_ordinary(site, first) {
            rest.push(group);
            continue;
        }
        let like = |day: &Vec<SessionRef>| {
            let units = |group: &[SessionRef]| -> Vec<UnitId> { group.iter().map(|row| row.of(site).unit).collect() };
            day.first().is_some_and(|other| same_but_day(site, first, *other)) && units(day) == units(&group)
        };
        match found.iter_mut().find(|daily| daily.days.first().is_some_and(like)) {
            Some(daily) => daily.days.push(group),
            None => found.push(Daily { days: vec![group] }),
        }
    }
    let (found, few): (Vec<Daily>, Vec<Daily>) = found.into_iter().partition(|daily| daily.days.len() >= DAILY);
    if !few.is_empty() {
        rest.extend(few.into_iter().flat_map(|daily| daily.days));
        rest.sort_by_key(|group| group.first().copied());
    }
    (found, rest)
}

fn is_ordinary(site: &Site, row: SessionRef) -> bool {
    let session = row.of(site);
    session.rule.is_daily()
        && row.standing == Standing::Held
        && session.shift.is_none()
        && session.changes.is_empty()
        // A make-up workday is out of the ordinary only where workdays count.
        && (!session.on_makeup_day || session.rule == DayRule::EveryDay)
}

/// The same place, or the place of the same name that each unit has of its own.
fn same_place(one: (UnitId, &Venue), other: (UnitId, &Venue)) -> bool {
    let own = |(unit, venue): (UnitId, &Venue)| venue.place.is_some_and(|(of, _)| of == unit);
    one.1 == other.1 || one.1.name == other.1.name && own(one) && own(other)
}
