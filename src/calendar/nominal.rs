//! Turns a rule into the days it names, before any rest day is looked at.

use super::recurrence::{Ask, QuestionKind};
use super::{DayStatus, WorkCalendar, lunar, market, week};
use crate::model::recurrence::{
    DateRange, Interval, IntervalUnit, MakeupPolicy, MissingDay, MonthDay, Pattern, Recurrence, WeekdayKey, Weekdays,
};
use crate::model::site::WeekStart;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// What is known about a nominal day beside its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Named {
    /// The rule names this weekday, or every day: an ordinary Saturday or Sunday is meant.
    pub(super) weekday: bool,
    /// The content writes this very date.
    pub(super) listed: bool,
}

/// The days a rule names in a window, each once.
pub(super) struct Nominal<'a> {
    pub(super) rule: &'a Recurrence,
    pub(super) window: DateRange,
    pub(super) calendar: &'a WorkCalendar,
    pub(super) week_start: WeekStart,
    pub(super) days: BTreeMap<NaiveDate, Named>,
    pub(super) ask: &'a mut Ask,
}

impl Nominal<'_> {
    /// Fills `days` and asks about what the rule leaves open.
    pub(super) fn collect(&mut self) {
        let rule = self.rule;
        match &rule.pattern {
            Pattern::Dates(ranges) => ranges.iter().for_each(|range| self.dates(*range)),
            Pattern::EveryDay => self.each_day(|this, day| {
                if !(this.makeup_excluded() && matches!(this.calendar.status(day), DayStatus::Makeup { .. })) {
                    this.add(day, true);
                }
            }),
            Pattern::Workdays => self.each_day(|this, day| match this.calendar.status(day) {
                DayStatus::Workday => this.add(day, true),
                DayStatus::Makeup { .. } if !this.makeup_excluded() => this.add(day, true),
                _ => {}
            }),
            Pattern::Weekly(weekdays) => self.each_day(|this, day| {
                if this.weekly(*weekdays, day) {
                    this.add(day, true);
                }
            }),
            Pattern::Monthly(days) => days.iter().for_each(|day| self.monthly(*day)),
            Pattern::Market(days) => self.each_day(|this, day| match market::falls_on(days, day) {
                Some(true) => this.add(day, market::names_weekends(days, day)),
                Some(false) => {}
                None if matches!(days, crate::model::recurrence::MarketDays::Unknown) => {}
                None => this.ask.about(QuestionKind::OutsideLunarTable, day, None),
            }),
        }
    }

    fn makeup_excluded(&self) -> bool {
        self.rule.on_makeup_day == Some(MakeupPolicy::NoSession)
    }

    fn each_day(&mut self, mut visit: impl FnMut(&mut Self, NaiveDate)) {
        for day in week::days(self.window.first, self.window.last) {
            if self.rule.months.contains(day.month()) && self.repeats(day) {
                visit(self, day);
            }
        }
    }

    /// Whether the interval lets a day through. Before the anchor's own unit nothing repeats.
    fn repeats(&self, day: NaiveDate) -> bool {
        let Some(Interval { every, unit, counted_from }) = self.rule.interval else { return true };
        let units = match unit {
            IntervalUnit::Day => (day - counted_from).num_days(),
            IntervalUnit::Week => week::weeks_between(counted_from, day, self.week_start),
            IntervalUnit::Month => week::months_between(counted_from, day),
        };
        units >= 0 && units % i64::from(every.max(1)) == 0
    }

    fn add(&mut self, day: NaiveDate, weekday: bool) {
        let entry = self.days.entry(day).or_default();
        entry.weekday |= weekday;
    }

    /// A listed range; what lies outside the window is asked about, since somebody wrote it.
    fn dates(&mut self, range: DateRange) {
        let (first, last) = (range.first.max(self.window.first), range.last.min(self.window.last));
        for day in week::days(first, last) {
            self.days.entry(day).or_default().listed = true;
        }
        if range.first < self.window.first {
            self.ask.about(QuestionKind::OutsidePeriod, range.first, None);
        } else if range.last > self.window.last {
            self.ask.about(QuestionKind::OutsidePeriod, range.last.min(range.last.max(range.first)), None);
        }
    }

    /// Whether a weekly rule occurs on a day. A make-up workday that follows a weekday counts as that weekday.
    fn weekly(&mut self, weekdays: Weekdays, day: NaiveDate) -> bool {
        let by_date = weekdays.contains(day.weekday());
        let DayStatus::Makeup { follows } = self.calendar.status(day) else { return by_date };
        match (self.rule.on_makeup_day, follows) {
            (Some(MakeupPolicy::NoSession), _) => false,
            (Some(MakeupPolicy::FollowWeekday), Some(follows)) => weekdays.contains(follows),
            (Some(MakeupPolicy::FollowWeekday), None) => {
                self.ask.about(QuestionKind::MakeupFollows, day, None);
                by_date
            }
            (None, Some(follows)) if weekdays.contains(follows) != by_date => {
                self.ask.about(QuestionKind::MakeupPolicy, day, None);
                by_date
            }
            (None, _) => by_date,
        }
    }

    fn monthly(&mut self, day: MonthDay) {
        if let MonthDay::Lunar(number) = day {
            return self.each_day(|this, date| this.lunar(number, date));
        }
        // A day of a calendar week may lie outside its month by up to six days, so neighbouring months are looked at too.
        let first = self.window.first.checked_sub_days(Days::new(7)).unwrap_or(self.window.first);
        let last = self.window.last.checked_add_days(Days::new(7)).unwrap_or(self.window.last);
        for month in week::months(first, last) {
            if self.rule.months.contains(month.month()) {
                self.of_month(day, month);
            }
        }
    }

    fn of_month(&mut self, day: MonthDay, month: NaiveDate) {
        let last = week::last_of_month(month);
        match day {
            MonthDay::Day(number) => match month.with_day(u32::from(number)) {
                Some(date) => self.add_month_day(date, month, false),
                None => self.missing(day, month, Some(last)),
            },
            MonthDay::Window { first, last: end } => {
                let end = month.with_day(u32::from(end)).unwrap_or(last);
                match month.with_day(u32::from(first)) {
                    Some(start) => week::days(start, end).for_each(|date| self.add_month_day(date, month, false)),
                    None => self.missing(day, month, Some(last)),
                }
            }
            MonthDay::Nth(nth, weekday) => match nth_weekday(month, nth, weekday) {
                Some(date) => self.add_month_day(date, month, true),
                None => self.missing(day, month, None),
            },
            MonthDay::Last(weekday) => {
                if let Some(date) = (1..=5).rev().find_map(|nth| nth_weekday(month, nth, weekday)) {
                    self.add_month_day(date, month, true);
                }
            }
            MonthDay::OfWeek(nth, weekday) => {
                match day_of_nth_week(month, nth, weekday, self.week_start).filter(|(monday, _)| *monday <= last) {
                    Some((_, date)) => self.add_month_day(date, month, true),
                    None => self.missing(day, month, None),
                }
            }
            MonthDay::LastDay => self.add_month_day(last, month, false),
            MonthDay::Workday(nth) => {
                let mut open = week::days(month, last).filter(|date| self.calendar.is_open(*date));
                match nth.checked_sub(1).and_then(|before| open.nth(usize::from(before))) {
                    Some(date) => self.add_month_day(date, month, true),
                    None => self.missing(day, month, None),
                }
            }
            MonthDay::LastWorkday => {
                let open = week::days(month, last).filter(|date| self.calendar.is_open(*date)).last();
                if let Some(date) = open {
                    self.add_month_day(date, month, true);
                }
            }
            MonthDay::Lunar(_) => {}
        }
    }

    /// Adds a day that belongs to `month`; one that lies outside its month counts for the window as the month's nearest day,
    /// so that a month's notice holds all of its own weeks and no other's.
    fn add_month_day(&mut self, date: NaiveDate, month: NaiveDate, weekday: bool) {
        let counted = date.clamp(month, week::last_of_month(month));
        if self.window.first <= counted && counted <= self.window.last && self.repeats(counted) {
            self.add(date, weekday);
        }
    }

    /// A month without the day: what the rule says, or a question. `instead` is the day 月末 stands for, if it can.
    fn missing(&mut self, day: MonthDay, month: NaiveDate, instead: Option<NaiveDate>) {
        let last = week::last_of_month(month);
        if last < self.window.first || last > self.window.last || !self.repeats(last) {
            return;
        }
        match (self.rule.missing_day, instead) {
            (Some(MissingDay::Skip), _) => {}
            (Some(MissingDay::LastDay), Some(date)) => self.add_month_day(date, month, false),
            _ => self.ask.about(QuestionKind::MissingDay(day), last, None),
        }
    }

    fn lunar(&mut self, number: u8, date: NaiveDate) {
        let Some(lunar) = lunar::lunar_day(date) else {
            return self.ask.about(QuestionKind::OutsideLunarTable, date, None);
        };
        if lunar.day == number {
            self.add(date, false);
        } else if number > lunar.month_length && lunar.day == lunar.month_length {
            match self.rule.missing_day {
                Some(MissingDay::Skip) => {}
                Some(MissingDay::LastDay) => self.add(date, false),
                None => self.ask.about(QuestionKind::MissingDay(MonthDay::Lunar(number)), date, None),
            }
        }
    }
}

/// The nth such weekday of a month, by the month's first day.
pub(super) fn nth_weekday(month: NaiveDate, nth: u8, weekday: WeekdayKey) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), Weekday::from(weekday), nth)
}

/// The first day of a month's nth calendar week and that weekday in it; week 1 holds the first of the month.
pub(super) fn day_of_nth_week(
    month: NaiveDate,
    nth: u8,
    weekday: WeekdayKey,
    starts: WeekStart,
) -> Option<(NaiveDate, NaiveDate)> {
    let week = u64::from(nth.checked_sub(1)?);
    let first = week::start_of_week(month, starts).checked_add_days(Days::new(7 * week))?;
    let date = first.iter_days().take(7).find(|day| day.weekday() == Weekday::from(weekday))?;
    Some((first, date))
}
