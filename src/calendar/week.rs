//! Turns days into calendar weeks that begin where the site says.

use crate::model::site::WeekStart;
use chrono::{Datelike, Days, NaiveDate};

/// Days since the week of `day` began, 0 to 6.
pub fn day_of_week(day: NaiveDate, starts: WeekStart) -> u32 {
    match starts {
        WeekStart::Monday => day.weekday().num_days_from_monday(),
        WeekStart::Sunday => day.weekday().num_days_from_sunday(),
    }
}

/// First day of the calendar week that holds `day`.
pub fn start_of_week(day: NaiveDate, starts: WeekStart) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day_of_week(day, starts)))).unwrap_or(day)
}

/// Calendar weeks from the week of `from` to that of `to`; negative when `to` is earlier.
pub fn weeks_between(from: NaiveDate, to: NaiveDate, starts: WeekStart) -> i64 {
    (start_of_week(to, starts) - start_of_week(from, starts)).num_days().div_euclid(7)
}

/// Calendar months from the month of `from` to that of `to`; negative when `to` is earlier.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> i64 {
    let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    count(to) - count(from)
}

/// Last day of the month that holds `day`.
pub fn last_of_month(day: NaiveDate) -> NaiveDate {
    (28..=31).rev().find_map(|number| day.with_day(number)).unwrap_or(day)
}

/// First days of the months from the one holding `first` to the one holding `last`.
pub fn months(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let start = first.with_day(1).unwrap_or(first);
    std::iter::successors(Some(start), |month| month.checked_add_months(chrono::Months::new(1)))
        .take_while(move |month| *month <= last)
}

/// Days from `first` to `last`, both included; none when `last` is earlier.
pub fn days(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |day| *day <= last)
}
