//! Turns the embedded list of State Council notices into days off and make-up workdays.

use super::holiday::{DaysOff, HolidayYear, MakeupDay, Notice};
use crate::model::recurrence::DateRange;
use chrono::NaiveDate;
use std::sync::LazyLock;

/// The notice that fixes one year's days off and make-up workdays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayNotice {
    /// The year it governs. It may also name days at the end of the year before.
    pub year: i32,
    /// Date of the notice.
    pub issued: NaiveDate,
    /// Its document number.
    pub number: String,
    /// Where it is published.
    pub address: String,
}

static BUILTIN: LazyLock<Vec<(HolidayNotice, HolidayYear)>> = LazyLock::new(|| parse(include_str!("data/china.txt")));

/// The notices built in, oldest first.
pub fn notices() -> impl Iterator<Item = &'static HolidayNotice> {
    BUILTIN.iter().map(|(notice, _)| notice)
}

/// The years built in, oldest first.
pub(super) fn years() -> impl Iterator<Item = &'static HolidayYear> {
    BUILTIN.iter().map(|(_, year)| year)
}

/// Reads the list. A line that cannot be read is left out; a test reads the embedded list strictly.
fn parse(list: &str) -> Vec<(HolidayNotice, HolidayYear)> {
    let mut years: Vec<(HolidayNotice, HolidayYear)> = Vec::new();
    for line in list.lines() {
        if let Some(notice) = line.strip_prefix("year ").and_then(notice) {
            let follows = Notice { issued: notice.issued, number: notice.number.clone() };
            let (off, makeup) = (Vec::new(), Vec::new());
            let year = HolidayYear { year: notice.year, complete: true, notice: Some(follows), off, makeup };
            years.push((notice, year));
        } else if let Some((_, year)) = years.last_mut() {
            year.off.extend(line.strip_prefix("off ").and_then(days_off));
            let date = line.strip_prefix("work ").and_then(|day| day.trim().parse().ok());
            year.makeup.extend(date.map(|date| MakeupDay { date, follows: None }));
        }
    }
    years
}

fn notice(line: &str) -> Option<HolidayNotice> {
    let mut words = line.split_whitespace();
    let (year, issued) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    Some(HolidayNotice { year, issued, number: words.next()?.into(), address: words.next()?.into() })
}

fn days_off(line: &str) -> Option<DaysOff> {
    let (days, name) = line.split_once(' ')?;
    let (first, last) = days.split_once("..")?;
    Some(DaysOff { name: name.into(), days: DateRange { first: first.parse().ok()?, last: last.parse().ok()? } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Weekday};

    #[test]
    fn every_line_of_the_list_is_read() {
        let lines = include_str!("data/china.txt").lines();
        let written = lines.filter(|line| !line.is_empty() && !line.starts_with('#')).count();
        let read: usize = years().map(|year| 1 + year.off.len() + year.makeup.len()).sum();
        assert_eq!(read, written);
        assert_eq!(years().map(|year| year.year).collect::<Vec<_>>(), [2022, 2023, 2024, 2025, 2026]);
        assert!(notices().all(|notice| notice.issued.year() == notice.year - 1));
    }

    #[test]
    fn counts_agree_with_the_notices() {
        let off = |year: &HolidayYear| -> i64 {
            year.off.iter().map(|off| (off.days.last - off.days.first).num_days() + 1).sum()
        };
        let counts: Vec<_> = years().map(|year| (off(year), year.makeup.len())).collect();
        // 2022: 3+7+3+5+3+3+7; 2023: 3+7+1+5+3+8; 2024: 1+8+3+5+1+3+7; 2025: 1+8+3+5+3+8; 2026: 3+9+3+5+3+3+7.
        assert_eq!(counts, [(31, 7), (27, 7), (28, 8), (28, 5), (33, 6)]);
        let weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        assert!(years().flat_map(|year| &year.makeup).all(|makeup| weekend(makeup.date)));
    }

    #[test]
    fn a_second_source_names_the_same_days() {
        use tyme4rs::tyme::holiday::LegalHoliday;
        let first = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
        let last = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        let calendar = crate::calendar::WorkCalendar::new(crate::calendar::holiday::Scheme::China, Vec::new());
        for day in super::super::week::days(first, last) {
            let theirs = LegalHoliday::from_ymd(day.year() as isize, day.month() as usize, day.day() as usize);
            let theirs = theirs.map(|holiday| holiday.is_work());
            // The crate also lists weekends that only touch a holiday.
            let ours = match calendar.status(day) {
                super::super::DayStatus::Holiday(_) => Some(false),
                super::super::DayStatus::Makeup { .. } => Some(true),
                super::super::DayStatus::Weekend if theirs == Some(false) => Some(false),
                _ => None,
            };
            assert_eq!(ours, theirs, "{day}");
        }
    }
}
