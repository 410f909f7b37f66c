//! How often something was promised (频次, 必须有人 每月, 每人每年) is held against the sessions there are.
//!
//! Only weeks, months and years that lie wholly within the days listed are judged, and none in which a day's status is
//! not announced or no day is worked.

use crate::calendar::{Announced, WorkCalendar, week};
use crate::check::ground::Ground;
use crate::check::judge::coverage::{judged, receives, same};
use crate::check::rosters::Written;
use crate::check::spoken;
use crate::diag::code::promises as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::model::recurrence::{DateRange, Period};
use crate::model::session::{Participant, Role, Session, Who};
use crate::model::site::{Language, WeekStart};
use crate::model::unit::{Unit, UnitId};
use crate::source::Text;
use crate::wording::frequency::{Per, Quota};
use crate::wording::say;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// How many shortages a sentence names.
const SHOWN: usize = 6;

/// A number of receptions that a roster promises.
pub(in crate::check) struct Promise {
    /// How often.
    pub(in crate::check) quota: Quota,
    /// Where it stands.
    pub(in crate::check) text: Text,
    /// Words that belong to it and stand elsewhere: 至少2次.
    pub(in crate::check) more: Option<Text>,
    /// Whom it is counted for, each by itself.
    pub(in crate::check) sides: Vec<Side>,
    /// Until there are days there is nothing to judge: a promise instead of dates.
    pub(in crate::check) once_dated: bool,
    /// Days off and closures of its roster.
    pub(in crate::check) calendar: WorkCalendar,
}

/// Whom a promise is counted for: one person, several together, or anybody, in one unit or wherever it is.
pub(in crate::check) struct Side {
    /// The unit, where a roster applies to several.
    pub(in crate::check) unit: Option<UnitId>,
    /// Who is named when it is not kept; `None` for all together.
    pub(in crate::check) person: Option<Who>,
    /// Those whose receptions count, members of groups included; empty for anybody's.
    pub(in crate::check) wanted: Vec<Who>,
}

impl Side {
    fn counts(&self, session: &Session) -> bool {
        let there = session.people.iter().filter(|person| receives(person));
        let mut meant = there.filter(|person| self.wanted.iter().any(|who| same(who, &person.who)));
        self.unit.is_none_or(|unit| unit == session.unit) && (self.wanted.is_empty() || meant.next().is_some())
    }
}

/// Too few receptions in a stretch of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Short<'a> {
    unit: Option<UnitId>,
    person: Option<&'a Who>,
    days: DateRange,
    held: usize,
}

/// Reports the stretches of time in which promises are not kept. A promise is judged over all rosters of its unit that
/// concern the same people: a year is usually written month by month. The same shortage is said once.
pub(in crate::check) fn check(ground: &Ground<'_>, rosters: &[Vec<Written>], report: &mut Report) {
    for of_unit in rosters {
        let mut said: BTreeSet<(&str, Short<'_>)> = BTreeSet::new();
        for (written, promise) in of_unit.iter().flat_map(|one| one.promises.iter().map(move |promise| (one, promise)))
        {
            let mut short = shortages(ground, of_unit, written, promise);
            short.retain(|one| said.insert((promise.text.trimmed(), *one)));
            if !short.is_empty() {
                report.push(told(ground.units, promise, &short));
            }
        }
    }
}

fn shortages<'a>(ground: &Ground<'_>, rosters: &[Written], own: &Written, promise: &'a Promise) -> Vec<Short<'a>> {
    let Quota { per, at_least, days, .. } = promise.quota;
    let least = usize::try_from(at_least).unwrap_or(usize::MAX);
    let mut short = Vec::new();
    for side in &promise.sides {
        let together = || rosters.iter().filter(|other| concerns(other, own, promise, side));
        let held: Vec<NaiveDate> = together().flat_map(|written| held(written, side)).collect();
        if promise.once_dated && held.is_empty() {
            continue;
        }
        let listed =
            |written: &Written| DateRange { first: written.roster.period.first, last: written.roster.listed_until };
        for days_of in whole(together().map(listed).collect(), per, ground.settings.week_starts) {
            let DateRange { first, last } = days_of;
            let touched = first <= listed(own).last && listed(own).first <= last;
            if !touched || !certain(&promise.calendar, days_of) {
                continue;
            }
            let within = held.iter().filter(|day| first <= **day && **day <= last);
            let number = if days { within.collect::<BTreeSet<_>>().len() } else { within.count() };
            if number < least {
                short.push(Short { unit: side.unit, person: side.person.as_ref(), days: days_of, held: number });
            }
        }
    }
    short
}

/// Whether another roster of the unit counts for a promise: it makes the same one, or these people receive in it.
fn concerns(other: &Written, own: &Written, promise: &Promise, side: &Side) -> bool {
    let same_words = |said: &Promise| said.quota == promise.quota && said.text.trimmed() == promise.text.trimmed();
    std::ptr::eq(other, own)
        || other.promises.iter().any(same_words)
        || !side.wanted.is_empty() && held(other, side).next().is_some()
}

/// The day of each session that counts.
fn held<'a>(written: &'a Written, side: &'a Side) -> impl Iterator<Item = NaiveDate> + 'a {
    let sessions = written.roster.sessions.iter().filter(|session| !session.cancelled() && side.counts(session));
    sessions.map(|session| session.date)
}

fn told(units: &[Unit], promise: &Promise, short: &[Short<'_>]) -> Diagnostic {
    let list = say::both(|language| {
        let one = |Short { unit, person, days, held }: &Short<'_>| {
            let name = |who: &&Who| {
                let participant = Participant { role: Role::Receives, who: (*who).clone() };
                spoken::name(units, &participant)
            };
            let unit = unit.map(|unit| units[unit.0].name.clone());
            let name: Vec<String> = unit.into_iter().chain(person.as_ref().map(name)).collect();
            let days = say::period(&Period { first: days.first, last: Some(days.last) }, language);
            match language {
                Language::Chinese => {
                    format!("{}{days}{held}{}", name.concat(), if promise.quota.days { "天" } else { "次" })
                }
                Language::English => {
                    let name = name.join(" ");
                    format!("{name}{}{days}: {held}", if name.is_empty() { "" } else { ", " })
                }
            }
        };
        spoken::some(short.iter().take(SHOWN).map(one).collect(), short.len(), "处", "cases", language)
    });
    let more = promise.more.as_ref().map_or("", Text::trimmed);
    let least = if more.is_empty() || more.contains("至少") { "" } else { "至少" };
    let english = if more.is_empty() { "" } else { ", at least " };
    let words = promise.text.trimmed();
    let words = Phrase::new(format!("{words}{least}{more}"), format!("{words}{english}{more}"));
    Diagnostic::new(&codes::QUOTA_SHORT, promise.text.span).arg("promise", words).arg("list", list)
}

/// Whether all days of a stretch are known for what they are, and one at least is worked.
fn certain(calendar: &WorkCalendar, days: DateRange) -> bool {
    let known = (days.first.year()..=days.last.year()).all(|year| calendar.announced(year) == Announced::Yes);
    known && week::days(days.first, days.last).any(|day| judged(calendar, day))
}

/// The stretches that lie wholly within days listed, where several lists may follow one another.
fn whole(mut listed: Vec<DateRange>, per: Per, starts: WeekStart) -> Vec<DateRange> {
    listed.sort();
    let mut joined: Vec<DateRange> = Vec::new();
    for days in listed {
        match joined.last_mut() {
            Some(before) if before.last.succ_opt().is_none_or(|next| days.first <= next) => {
                before.last = before.last.max(days.last);
            }
            _ => joined.push(days),
        }
    }
    joined.into_iter().flat_map(|window| stretches(per, window, starts)).collect()
}

/// The days, weeks, months and so on that lie wholly within a window.
fn stretches(per: Per, window: DateRange, starts: WeekStart) -> Vec<DateRange> {
    let step = |months| move |first: NaiveDate| first.checked_add_months(chrono::Months::new(months));
    let of_months = |months: u32| {
        // The stretch that holds the first day begins in a month that a number of months divides.
        let back = window.first.month0() % months;
        let begin = window.first.with_day(1).and_then(|day| day.checked_sub_months(chrono::Months::new(back)));
        ranges(begin, step(months), window)
    };
    match per {
        Per::Day => ranges(Some(window.first), |day| day.succ_opt(), window),
        Per::Week => {
            let begin = week::start_of_week(window.first, starts);
            ranges(Some(begin), |day| day.checked_add_days(chrono::Days::new(7)), window)
        }
        Per::HalfMonth => {
            let next = |day: NaiveDate| if day.day() == 1 { day.with_day(16) } else { step(1)(day.with_day(1)?) };
            ranges(window.first.with_day(1), next, window)
        }
        Per::Month => of_months(1),
        Per::Quarter => of_months(3),
        Per::HalfYear => of_months(6),
        Per::Year => of_months(12),
    }
}

fn ranges(
    begin: Option<NaiveDate>,
    next: impl Fn(NaiveDate) -> Option<NaiveDate>,
    window: DateRange,
) -> Vec<DateRange> {
    let mut found = Vec::new();
    let mut first = begin;
    while let Some(day) = first.filter(|day| *day <= window.last) {
        let following = next(day);
        if let Some(last) = following.and_then(|day| day.pred_opt())
            && day >= window.first
            && last <= window.last
        {
            found.push(DateRange { first: day, last });
        }
        first = following;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn only_whole_stretches_are_judged() {
        let window = |first: &str, last: &str| DateRange { first: day(first), last: day(last) };
        let table = [
            (Per::Day, window("2026-12-01", "2026-12-03"), vec!["2026-12-01", "2026-12-02", "2026-12-03"]),
            (Per::Week, window("2026-12-01", "2026-12-20"), vec!["2026-12-07", "2026-12-14"]),
            (Per::HalfMonth, window("2026-02-02", "2026-03-15"), vec!["2026-02-16", "2026-03-01"]),
            (Per::Month, window("2026-01-31", "2026-04-01"), vec!["2026-02-01", "2026-03-01"]),
            (Per::Quarter, window("2026-02-01", "2026-12-31"), vec!["2026-04-01", "2026-07-01", "2026-10-01"]),
            (Per::HalfYear, window("2026-01-01", "2026-12-30"), vec!["2026-01-01"]),
            (Per::Year, window("2026-01-01", "2026-12-31"), vec!["2026-01-01"]),
            (Per::Year, window("2026-01-02", "2027-12-30"), vec![]),
        ];
        for (per, window, expected) in table {
            let found: Vec<String> =
                stretches(per, window, WeekStart::Monday).iter().map(|days| days.first.to_string()).collect();
            assert_eq!(found, expected, "{per:?}");
        }
        let ends = window(&NaiveDate::MAX.pred_opt().unwrap().to_string(), "2026-12-31");
        assert!(stretches(Per::Year, ends, WeekStart::Monday).is_empty());
        let sundays = stretches(Per::Week, window("2026-12-01", "2026-12-20"), WeekStart::Sunday);
        assert_eq!(sundays[0], window("2026-12-06", "2026-12-12"));
    }
}
