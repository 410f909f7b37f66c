//! Turns lists of days off, make-up workdays and closures into the status of any day.

use super::{builtin, statutory, week};
use crate::model::recurrence::DateRange;
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where days off come from (节假日 of `site.yaml`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    /// 中国: the State Council's notices, built in, with the site's own files over them.
    #[default]
    China,
    /// 自备: only the site's own files.
    Own,
    /// 不用: no days off are known and none are claimed; Saturdays and Sundays are still rest days.
    Without,
}

/// A holiday and its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaysOff {
    /// Name.
    pub name: String,
    /// Days off.
    pub days: DateRange,
}

/// A rest day that is worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MakeupDay {
    /// The day.
    pub date: NaiveDate,
    /// The weekday whose roster it follows, where that is announced.
    pub follows: Option<Weekday>,
}

/// The days off of one year, as a file `calendar/YEAR.yaml` or a notice gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayYear {
    /// The year. Days at the end of the year before may be in it.
    pub year: i32,
    /// Whether it holds the whole year: then what is built in for the year is left out, and the year counts as announced.
    /// Otherwise its days are laid over what is known.
    pub complete: bool,
    /// The notice it follows, where its date is known.
    pub notice: Option<Notice>,
    /// Days off.
    pub off: Vec<DaysOff>,
    /// Make-up workdays.
    pub makeup: Vec<MakeupDay>,
}

/// What announced a year's days off.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// Its date.
    pub issued: NaiveDate,
    /// Its document number, or other words for it; may be empty.
    pub number: String,
}

/// Days on which a unit holds no sessions for a reason of its own (停办).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// Name.
    pub name: String,
    /// Days.
    pub days: DateRange,
}

/// What kind of day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayStatus<'a> {
    /// An ordinary workday.
    Workday,
    /// An ordinary Saturday or Sunday.
    Weekend,
    /// A day off that was announced, with the holiday's name. It may be a Saturday or Sunday.
    Holiday(&'a str),
    /// A make-up workday (补班), with the weekday it follows where that is known.
    Makeup {
        /// The weekday whose roster it follows.
        follows: Option<Weekday>,
    },
    /// Closed for a reason of the unit's own (停办), with its name.
    Closed(&'a str),
}

/// Whether a year's days off are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announced {
    /// They are, or the site uses none.
    Yes,
    /// The year comes after those known: its notice is still to come.
    NotYet,
    /// The year lies before those known or between them: there is no data.
    NoData,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Listed {
    Off(Arc<str>),
    Makeup(Option<Weekday>),
}

/// For how many years after the last notice the days off by law are counted.
const YEARS_AHEAD: i32 = 3;

/// Days off, make-up workdays and closures of a site.
#[derive(Debug, Clone)]
pub struct WorkCalendar {
    scheme: Scheme,
    listed: Arc<BTreeMap<NaiveDate, Listed>>,
    years: Arc<BTreeSet<i32>>,
    own: Arc<Vec<HolidayYear>>,
    closures: Vec<Closure>,
}

impl WorkCalendar {
    /// The calendar of a scheme with the site's own years over it; of two entries for one day the later wins.
    /// With [`Scheme::Without`] the years are left out.
    pub fn new(scheme: Scheme, own: Vec<HolidayYear>) -> Self {
        let own = if scheme == Scheme::Without { Vec::new() } else { own };
        Self::of(scheme, Arc::new(own), |_| true)
    }

    /// The same calendar as it was known on a day: without the years whose notice came later.
    pub fn as_known_on(&self, day: NaiveDate) -> Self {
        let known = |year: &HolidayYear| year.notice.as_ref().is_none_or(|notice| notice.issued <= day);
        Self { closures: self.closures.clone(), ..Self::of(self.scheme, Arc::clone(&self.own), known) }
    }

    /// The notices issued after a day that govern a year from `first` to `last`, oldest first.
    pub fn notices_after(&self, day: NaiveDate, first: i32, last: i32) -> Vec<&Notice> {
        let builtin = builtin::years().filter(|_| self.scheme == Scheme::China).map(|year| -> &HolidayYear { year });
        let years = builtin.chain(self.own.iter()).filter(|year| first <= year.year && year.year <= last);
        let mut notices: Vec<&Notice> =
            years.filter_map(|year| year.notice.as_ref()).filter(|notice| notice.issued > day).collect();
        notices.sort();
        notices
    }

    fn of(scheme: Scheme, all: Arc<Vec<HolidayYear>>, known: impl Fn(&HolidayYear) -> bool) -> Self {
        let own: Vec<&HolidayYear> = all.iter().filter(|year| known(year)).collect();
        let replaced: BTreeSet<i32> = own.iter().filter(|year| year.complete).map(|year| year.year).collect();
        let builtin = builtin::years()
            .filter(|year| scheme == Scheme::China && !replaced.contains(&year.year) && known(year))
            .map(|year| -> &HolidayYear { year });
        let (mut listed, mut years) = (BTreeMap::new(), BTreeSet::new());
        for year in builtin.chain(own) {
            if year.complete {
                years.insert(year.year);
            }
            for off in &year.off {
                let name: Arc<str> = off.name.as_str().into();
                listed.extend(week::days(off.days.first, off.days.last).map(|day| (day, Listed::Off(name.clone()))));
            }
            listed.extend(year.makeup.iter().map(|day| (day.date, Listed::Makeup(day.follows))));
        }
        // What the law fixes stands before the notice of the year is out.
        let last = years.last().copied().filter(|_| scheme == Scheme::China);
        for year in last.map(|last| last + 1..=last + YEARS_AHEAD).into_iter().flatten() {
            for (day, name) in statutory::days(year) {
                listed.entry(day).or_insert_with(|| Listed::Off(name.into()));
            }
        }
        let (listed, years) = (Arc::new(listed), Arc::new(years));
        Self { scheme, listed, years, own: all, closures: Vec::new() }
    }

    /// The same calendar with these closures in place of those it had.
    pub fn closed(&self, closures: Vec<Closure>) -> Self {
        Self { closures, ..self.clone() }
    }

    /// What kind of day it is. A closure outweighs the rest; a listed day outweighs its weekday.
    pub fn status(&self, day: NaiveDate) -> DayStatus<'_> {
        if let Some(closure) = self.closures.iter().find(|c| c.days.first <= day && day <= c.days.last) {
            return DayStatus::Closed(&closure.name);
        }
        match (self.listed.get(&day), day.weekday()) {
            (Some(Listed::Off(name)), _) => DayStatus::Holiday(name),
            (Some(Listed::Makeup(follows)), _) => DayStatus::Makeup { follows: *follows },
            (None, Weekday::Sat | Weekday::Sun) => DayStatus::Weekend,
            (None, _) => DayStatus::Workday,
        }
    }

    /// Whether the office works that day.
    pub fn is_open(&self, day: NaiveDate) -> bool {
        matches!(self.status(day), DayStatus::Workday | DayStatus::Makeup { .. })
    }

    /// Whether the days off of a year are known. Days at the end of a known year may still change with the next year's notice.
    pub fn announced(&self, year: i32) -> Announced {
        match self.years.last() {
            _ if self.scheme == Scheme::Without || self.years.contains(&year) => Announced::Yes,
            Some(last) if year > *last => Announced::NotYet,
            _ => Announced::NoData,
        }
    }

    /// Last day of the last year whose days off are known; `None` when none are, or the site uses none.
    pub fn announced_until(&self) -> Option<NaiveDate> {
        self.years.last().and_then(|year| NaiveDate::from_ymd_opt(*year, 12, 31))
    }

    /// The first open day after `day`; `None` when there is none within two years.
    pub fn next_workday(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.iter_days().skip(1).take(NEAR).find(|day| self.is_open(*day))
    }

    /// The last open day before `day`; `None` when there is none within two years.
    pub fn previous_workday(&self, day: NaiveDate) -> Option<NaiveDate> {
        std::iter::successors(day.pred_opt(), |day| day.pred_opt()).take(NEAR).find(|day| self.is_open(*day))
    }

    /// Open days after `from` up to and including `to`; 0 when `to` is not later.
    pub fn workdays_between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        week::days(from, to).skip(1).filter(|day| self.is_open(*day)).count()
    }
}

/// How far an open day is looked for: two years, so that a closure without end cannot hang a build.
const NEAR: usize = 731;

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn china() -> WorkCalendar {
        WorkCalendar::new(Scheme::China, Vec::new())
    }

    #[test]
    fn statuses_of_known_days() {
        let table = [
            ("2022-12-31", DayStatus::Holiday("元旦")),
            ("2024-02-09", DayStatus::Workday),
            ("2024-06-08", DayStatus::Weekend),
            ("2026-02-14", DayStatus::Makeup { follows: None }),
            ("2026-02-15", DayStatus::Holiday("春节")),
            ("2026-12-12", DayStatus::Weekend),
            ("2026-12-31", DayStatus::Workday),
            ("2027-01-01", DayStatus::Holiday("元旦")),
            ("2027-01-04", DayStatus::Workday),
        ];
        for (date, status) in table {
            assert_eq!(china().status(day(date)), status, "{date}");
        }
        let without = WorkCalendar::new(Scheme::Without, Vec::new());
        assert_eq!(without.status(day("2026-02-14")), DayStatus::Weekend);
        assert_eq!(without.status(day("2026-02-16")), DayStatus::Workday);
    }

    #[test]
    fn neighbours_skip_rest_days_and_closures() {
        assert_eq!(china().next_workday(day("2026-02-14")), Some(day("2026-02-24")));
        assert_eq!(china().next_workday(day("2024-09-15")), Some(day("2024-09-18")));
        assert_eq!(china().previous_workday(day("2026-02-24")), Some(day("2026-02-14")));
        assert_eq!(china().workdays_between(day("2026-02-13"), day("2026-02-24")), 2);
        let shut = |last| Closure { name: "搬迁".into(), days: DateRange { first: day("2026-03-02"), last } };
        let closed = china().closed(vec![shut(day("2026-03-06"))]);
        assert_eq!(closed.next_workday(day("2026-03-01")), Some(day("2026-03-09")));
        assert_eq!(closed.status(day("2026-03-03")), DayStatus::Closed("搬迁"));
        assert_eq!(china().closed(vec![shut(day("2036-03-06"))]).next_workday(day("2026-03-02")), None);
        assert_eq!(china().next_workday(NaiveDate::MAX), None);
        assert_eq!(china().previous_workday(NaiveDate::MIN), None);
    }

    #[test]
    fn years_are_announced_by_notice_or_by_a_complete_file() {
        let own = |year, complete| HolidayYear { year, complete, notice: None, off: Vec::new(), makeup: Vec::new() };
        assert_eq!(china().announced(2026), Announced::Yes);
        assert_eq!(china().announced(2027), Announced::NotYet);
        assert_eq!(china().announced(2021), Announced::NoData);
        assert_eq!(china().announced_until(), Some(day("2026-12-31")));
        let later = WorkCalendar::new(Scheme::China, vec![own(2027, true)]);
        assert_eq!((later.announced(2027), later.announced(2028)), (Announced::Yes, Announced::NotYet));
        let part = WorkCalendar::new(Scheme::China, vec![own(2027, false)]);
        assert_eq!(part.announced(2027), Announced::NotYet);
        let mine = WorkCalendar::new(Scheme::Own, vec![own(2026, true)]);
        assert_eq!((mine.announced(2025), mine.announced(2026)), (Announced::NoData, Announced::Yes));
        assert_eq!(mine.status(day("2026-02-16")), DayStatus::Workday);
        let without = WorkCalendar::new(Scheme::Without, Vec::new());
        assert_eq!((without.announced(1999), without.announced_until()), (Announced::Yes, None));
    }

    #[test]
    fn own_days_lie_over_the_built_in_or_replace_the_year() {
        let range = |first: &str, last: &str| DateRange { first: day(first), last: day(last) };
        let local = DaysOff { name: "本地节日".into(), days: range("2026-04-20", "2026-04-21") };
        let makeup = MakeupDay { date: day("2026-02-28"), follows: Some(Weekday::Fri) };
        let mut year =
            HolidayYear { year: 2026, complete: false, notice: None, off: vec![local], makeup: vec![makeup] };
        let over = WorkCalendar::new(Scheme::China, vec![year.clone()]);
        assert_eq!(over.status(day("2026-04-20")), DayStatus::Holiday("本地节日"));
        assert_eq!(over.status(day("2026-02-16")), DayStatus::Holiday("春节"));
        assert_eq!(over.status(day("2026-02-28")), DayStatus::Makeup { follows: Some(Weekday::Fri) });
        year.complete = true;
        let instead = WorkCalendar::new(Scheme::China, vec![year]);
        assert_eq!(instead.status(day("2026-02-16")), DayStatus::Workday);
        assert_eq!(instead.status(day("2025-10-01")), DayStatus::Holiday("国庆节、中秋节"));
    }
}
