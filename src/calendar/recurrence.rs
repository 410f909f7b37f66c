//! Turns a rule for days into dated occurrences, and into questions where the rule does not say what a day needs.

use super::nominal::Nominal;
use super::{WorkCalendar, apply};
use crate::model::recurrence::{DateRange, MonthDay, Recurrence, RestPolicy, WeekdayKey};
use crate::model::session::Shift;
use crate::model::site::WeekStart;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One day of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The day the rule names.
    pub nominal: NaiveDate,
    /// The day it takes place; for one that is cancelled, the day it would have.
    pub date: NaiveDate,
    /// Why `date` is not `nominal`, or why it does not take place ([`RestPolicy::Cancel`]).
    pub shift: Option<Shift>,
    /// `date` is a make-up workday (补班).
    pub on_makeup_day: bool,
    /// No list of days off, whenever it comes, can move or cancel it ([`Recurrence::stands_whatever`]).
    pub certain: bool,
}

impl Occurrence {
    /// Whether the rule itself cancels it.
    pub fn cancelled(&self) -> bool {
        self.shift.as_ref().is_some_and(|shift| shift.policy == RestPolicy::Cancel)
    }
}

/// What a rule gives in a window.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expansion {
    /// In order of nominal day. Two may take place on one day after a shift; the caller decides what that means.
    pub occurrences: Vec<Occurrence>,
    /// What has to be answered, each kind once, with every day it concerns.
    pub questions: Vec<Question>,
}

/// Something the content has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What about.
    pub kind: QuestionKind,
    /// The days that need the answer, in order, never empty.
    pub days: Vec<AskedDay>,
}

/// A day that needs an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedDay {
    /// The day.
    pub date: NaiveDate,
    /// The holiday or closure on it, if any.
    pub holiday: Option<String>,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuestionKind {
    /// A day is a day off and 遇节假日 is not given.
    HolidayPolicy,
    /// A day is an ordinary Saturday or Sunday and 遇周末 is not given.
    WeekendPolicy,
    /// The calendar says that a make-up workday follows a weekday of this rule, and 遇补班日 is not given.
    MakeupPolicy,
    /// 遇补班日 is 按所补的星期, and the calendar does not say which weekday the day follows.
    MakeupFollows,
    /// A month lacks the day and 无此日 is not given, or is 月末 where that has no meaning. The day asked about is the month's last.
    MissingDay(MonthDay),
    /// A date written out falls on a rest day and no policy is given; it stands. A warning.
    ListedOnRestDay,
    /// 顺延至次日 leads to a day that is a rest day too; it stays there. A warning.
    NextDayOff,
    /// The policy leads to no day at all.
    NeverOpen(RestPolicy),
    /// A date written out lies outside the window.
    OutsidePeriod,
    /// A lunar rule reaches beyond the years the lunar calendar is known for.
    OutsideLunarTable,
}

/// Questions as they arise, by kind and day.
#[derive(Debug, Default)]
pub(super) struct Ask(BTreeMap<QuestionKind, BTreeMap<NaiveDate, Option<String>>>);

impl Ask {
    pub(super) fn about(&mut self, kind: QuestionKind, day: NaiveDate, holiday: Option<&str>) {
        self.0.entry(kind).or_default().entry(day).or_insert_with(|| holiday.map(str::to_owned));
    }

    fn finish(self) -> Vec<Question> {
        let asked = |(date, holiday)| AskedDay { date, holiday };
        self.0.into_iter().map(|(kind, days)| Question { kind, days: days.into_iter().map(asked).collect() }).collect()
    }
}

/// The days of a rule whose nominal day lies in `window`. A shift may lead out of the window; the occurrence is kept.
///
/// A listed date stands where no policy is given. A rule that names a weekday or every day means its Saturdays and Sundays.
/// A closure cancels, except a listed date. Two nominal days that are one date are one occurrence.
pub fn expand(rule: &Recurrence, window: DateRange, calendar: &WorkCalendar, week_start: WeekStart) -> Expansion {
    let mut ask = Ask::default();
    let mut nominal = Nominal { rule, window, calendar, week_start, days: BTreeMap::new(), ask: &mut ask };
    nominal.collect();
    let days = nominal.days;
    let occurrences = days.into_iter().map(|(day, named)| apply::apply(rule, calendar, day, named, &mut ask)).collect();
    Expansion { occurrences, questions: ask.finish() }
}

/// The day of both readings of 第N周星期X in the month of `day`: the nth such weekday, and that weekday of the nth calendar
/// week. `None` where the month has no such day.
pub fn readings_of_week(
    nth: u8,
    weekday: WeekdayKey,
    day: NaiveDate,
    starts: WeekStart,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let month = chrono::Datelike::with_day(&day, 1).unwrap_or(day);
    let of_week = super::nominal::day_of_nth_week(month, nth, weekday, starts).map(|(_, date)| date);
    (super::nominal::nth_weekday(month, nth, weekday), of_week)
}
