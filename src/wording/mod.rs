//! Turns the words of a field into a typed value, or into what has to be asked. Pure; knows `model`, `calendar` and `diag`.
//!
//! One file a family of fields. Every reader takes the text of a field and never panics. It accepts full-width digits and
//! punctuation, blanks, the dashes people type and Chinese numerals. What reads two ways is a [`Doubt`] that shows both.

pub mod ask;
pub mod choice;
pub mod count;
pub mod date;
pub mod dates;
pub mod deadline;
pub mod figure;
mod fold;
pub mod frequency;
pub mod interval;
pub mod lead;
pub mod limit;
pub mod market;
pub mod monthly;
pub mod months;
pub mod number;
mod numeral;
pub mod period;
pub mod policy;
pub mod reason;
pub mod say;
pub mod time;
pub mod title;
pub mod weekly;
pub mod who;

use crate::diag::{Code, Diagnostic, Phrase, Report};
use crate::model::recurrence::Period;
use crate::model::site::WeekStart;
use crate::source::Text;
use chrono::NaiveDate;
use std::ops::Range;

/// Something about a text that has to be asked or mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Which problem.
    pub code: &'static Code,
    /// The bytes of the text it is about.
    pub range: Range<usize>,
    args: Vec<(&'static str, Phrase)>,
}

impl Doubt {
    /// A problem with a part of a text.
    pub fn new(code: &'static Code, range: Range<usize>) -> Self {
        Self { code, range, args: Vec::new() }
    }

    /// Fills `{name}` in the code's sentences.
    pub fn arg(mut self, name: &'static str, value: impl Into<Phrase>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The diagnostic, placed in the file the text comes from.
    pub fn into_diagnostic(self, text: &Text) -> Diagnostic {
        let found = Diagnostic::new(self.code, text.part(self.range));
        self.args.into_iter().fold(found, |found, (name, value)| found.arg(name, value))
    }
}

/// What a reader made of a text: a value unless an error stands in the way, and what has to be asked or mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<T> {
    /// The value.
    pub value: Option<T>,
    /// Errors (then usually without a value) and warnings (beside a value).
    pub doubts: Vec<Doubt>,
}

impl<T> Reading<T> {
    /// A value with nothing to ask.
    pub fn sure(value: T) -> Self {
        Self { value: Some(value), doubts: Vec::new() }
    }

    /// Puts the doubts into the report and gives the value.
    pub fn settle(self, text: &Text, report: &mut Report) -> Option<T> {
        self.doubts.into_iter().for_each(|doubt| report.push(doubt.into_diagnostic(text)));
        self.value
    }

    /// The same doubts with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reading<U> {
        Reading { value: self.value.map(change), doubts: self.doubts }
    }
}

impl<T> From<Result<T, Doubt>> for Reading<T> {
    fn from(result: Result<T, Doubt>) -> Self {
        match result {
            Ok(value) => Self::sure(value),
            Err(doubt) => Self { value: None, doubts: vec![doubt] },
        }
    }
}

/// What the number of a week in a month counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekOfMonth {
    /// 日历周: 第3周周四 is the Thursday of the third calendar week.
    Calendar,
    /// 个数: it is the third Thursday.
    Counted,
}

/// What a reader may use beside the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// 落款日期: gives the year of dates written without one.
    pub issued: Option<NaiveDate>,
    /// 起止 of the roster: gives the year too, before `issued`.
    pub period: Option<Period>,
    /// First day of the week.
    pub week_start: WeekStart,
    /// What 第3周周四 means, where the site says so; otherwise such words are asked about.
    pub week_of_month: Option<WeekOfMonth>,
}

impl Default for Context {
    fn default() -> Self {
        Self { issued: None, period: None, week_start: WeekStart::Monday, week_of_month: None }
    }
}

/// “This cannot be used for that field”, with examples of what can. `field` is its Chinese key.
pub(crate) fn unreadable(text: &str, range: Range<usize>, field: &str, examples: &str) -> Doubt {
    let written = text.get(range.clone()).unwrap_or(text).trim();
    let (key, english) = ENGLISH.iter().find(|row| row.0 == field).map_or((field, examples), |row| (row.1, row.2));
    let doubt = Doubt::new(&crate::diag::code::calendar::UNREADABLE, range).arg("text", written);
    doubt.arg("field", Phrase::new(field, key)).arg("examples", Phrase::new(examples, english))
}

/// Fields with their English keys and examples that an English site would write.
const ENGLISH: &[(&str, &str, &str)] = &[
    ("日期", "dates", "5 December 2026, 2026-12-05, to be announced"),
    ("起止", "period", "December 2026, from 1 December 2026, 2026-12-01 to 2027-01-31"),
    ("时间", "time", "9:00–11:30, 2:30pm–5:30pm, morning, all day"),
    ("星期", "weekday", "Monday"),
    ("每天", "daily", "workdays, every day"),
    ("每周", "weekly", "Monday, Monday and Thursday, Monday to Friday, alternate Saturdays"),
    ("每月", "monthly", "15, first Monday, last Wednesday, 15-20, last day"),
    ("月份", "months", "odd months, even months, March, except August"),
    ("间隔", "every", "2 weeks, 2 months, 10 days"),
    ("遇节假日", "on_holiday", "next workday, next day, next week, previous workday, cancel, keep"),
    ("遇补班日", "on_makeup_day", "follow weekday, no session"),
    ("无此日", "missing_day", "skip, last day"),
    ("接待人", "who", "a name of leaders.yaml, a post, a group"),
    ("提前公示", "notice_period", "5 days, 3 working days"),
    ("截止", "deadline", "1 day before, 1 working day before, 2026-12-14"),
    ("原因", "reason", "official travel, meeting, emergency, change of duties, venue, weather, holiday, other duties"),
    ("方式", "kind", "reception, outreach, by appointment, joint, home visit, duty, desk, telephone, video"),
    ("轮流", "rotate", "session, day, week, month"),
    ("状态", "status", "draft, published, retired"),
    ("预约", "need", "required, preferred, possible, not needed"),
    ("何时", "when", "every workday, every day, every Monday"),
    ("一周始于", "week_starts", "Monday, Sunday"),
    ("节假日", "holidays", "china, own, none"),
    ("语言", "language", "zh-CN, en"),
    ("人数", "count", "1 person, 5 people"),
    ("口径", "basis_of_count", "current, cumulative"),
    ("累计自", "cumulated_from", "1"),
    ("小数", "decimals", "0, 1, 2"),
    ("取舍", "rounding", "half-up, truncated"),
    ("去重", "distinct", "yes, no"),
];

#[cfg(test)]
mod tests;
