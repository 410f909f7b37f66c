//! Turns solar days into days of the Chinese lunar calendar (农历) and of the sixty-day cycle (干支).
//!
//! The lunar calendar is computed for UTC+8. The table reaches from 1901-02-19 to 2101-01-28; outside it there is no answer.

use chinese_lunisolar_calendar::{LunarMonth, LunisolarDate};
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A day of the lunar calendar. It displays as 农历闰六月初五.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LunarDay {
    /// The year, named by the solar year in which it begins.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Whether it is the leap month after the month of that number.
    pub leap: bool,
    /// Day, 1 to 30.
    pub day: u8,
    /// Days in this month, 29 or 30.
    pub month_length: u8,
}

/// The lunar day of a solar day; `None` outside the table.
pub fn lunar_day(day: NaiveDate) -> Option<LunarDay> {
    let lunar = LunisolarDate::from_date(day).ok()?;
    let month: LunarMonth = lunar.to_lunar_month();
    let year = lunar.to_lunisolar_year();
    Some(LunarDay {
        year: i32::from(year.to_u16()),
        month: month.to_u8(),
        leap: month.is_leap_month(),
        day: lunar.to_lunar_day().to_u8(),
        month_length: month.get_total_days(year)?,
    })
}

/// Place of a day in the sixty-day cycle, 0 (甲子) to 59 (癸亥).
pub fn sixty(day: NaiveDate) -> u8 {
    // The Julian day number is that of noon; 1970-01-01 is 2440588. (JDN + 49) mod 60 gives 0 for 1949-10-01, 甲子.
    let days = i64::from(day.num_days_from_ce()) + 1_721_425;
    u8::try_from((days + 49).rem_euclid(60)).unwrap_or(0)
}

/// The earthly branch of a day, 0 (子) to 11 (亥).
pub fn branch(day: NaiveDate) -> u8 {
    sixty(day) % 12
}

/// The twelve earthly branches in order.
pub const BRANCHES: [char; 12] = ['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥'];

/// A day of the lunar month in words: 初五, 二十, 廿一, 三十. Empty outside 1 to 30.
pub fn day_words(day: u8) -> String {
    const DIGITS: [&str; 11] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let digit = |number: u8| DIGITS.get(usize::from(number)).copied().unwrap_or("");
    match day {
        1..=10 => format!("初{}", digit(day)),
        11..=19 => format!("十{}", digit(day - 10)),
        20 => "二十".into(),
        21..=29 => format!("廿{}", digit(day - 20)),
        30 => "三十".into(),
        _ => String::new(),
    }
}

/// A lunar month in words: 正月, 四月, 冬月, 腊月, 闰六月. Empty outside 1 to 12.
pub fn month_words(month: u8, leap: bool) -> String {
    const NAMES: [&str; 12] =
        ["正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月"];
    let name = usize::from(month).checked_sub(1).and_then(|at| NAMES.get(at)).copied().unwrap_or("");
    format!("{}{name}", if leap { "闰" } else { "" })
}

impl LunarDay {
    /// Month and day without 农历: 四月初五, 闰六月初一.
    pub fn words(&self) -> String {
        month_words(self.month, self.leap) + &day_words(self.day)
    }
}

impl fmt::Display for LunarDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "农历{}", self.words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::week;
    use tyme4rs::tyme::Culture;
    use tyme4rs::tyme::lunar::LunarYear;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn known_days_in_words() {
        let table = [
            ("2026-05-21", "农历四月初五"),
            ("2025-07-25", "农历闰六月初一"),
            ("2025-08-22", "农历闰六月廿九"),
            ("2026-02-16", "农历腊月廿九"),
            ("2026-02-17", "农历正月初一"),
            ("2026-06-19", "农历五月初五"),
            ("2026-01-18", "农历冬月三十"),
            ("2024-09-17", "农历八月十五"),
        ];
        for (date, words) in table {
            assert_eq!(lunar_day(day(date)).unwrap().to_string(), words, "{date}");
        }
        assert_eq!(lunar_day(day("1901-02-18")), None);
        assert_eq!(lunar_day(day("2101-01-29")), None);
        assert_eq!(lunar_day(NaiveDate::MAX), None);
        assert_eq!(lunar_day(NaiveDate::MIN), None);
    }

    #[test]
    fn the_cycle_passes_its_known_points() {
        assert_eq!(sixty(day("1949-10-01")), 0);
        assert_eq!(BRANCHES[usize::from(branch(day("2024-02-10")))], '辰');
        assert_eq!(sixty(day("2024-02-10")) % 10, 0);
    }

    /// Months that two good sources begin or end on different days: the new moon falls within minutes of midnight at UTC+8,
    /// and for the later two the Earth's rotation cannot be foretold that closely.
    const AT_MIDNIGHT: [(&str, &str); 4] = [
        ("1954-01-05", "1954-03-04"),
        ("1957-01-31", "1957-03-30"),
        ("2089-08-06", "2089-10-03"),
        ("2097-07-09", "2097-09-05"),
    ];

    #[test]
    fn a_second_source_agrees_from_1950_to_2100() {
        let disputed = |date| AT_MIDNIGHT.iter().any(|(first, last)| day(first) <= date && date <= day(last));
        let mut compared = 0;
        for month in (1950..=2100).flat_map(|year| LunarYear::from_year(year).get_months()) {
            let solar = month.get_first_day().get_solar_day();
            let first = NaiveDate::from_ymd_opt(
                i32::try_from(solar.get_year()).unwrap(),
                u32::try_from(solar.get_month()).unwrap(),
                u32::try_from(solar.get_day()).unwrap(),
            );
            let first = first.unwrap();
            let length = month.get_day_count();
            if disputed(first) {
                continue;
            }
            for (at, date) in first.iter_days().take(length).enumerate() {
                let ours = lunar_day(date).unwrap();
                let ours =
                    (ours.year as isize, usize::from(ours.month), ours.leap, usize::from(ours.day), ours.month_length);
                let theirs =
                    (month.get_lunar_year().get_year(), month.get_month(), month.is_leap(), at + 1, length as u8);
                assert_eq!(ours, theirs, "{date}");
            }
            let branch = month.get_first_day().get_sixty_cycle().get_earth_branch().get_name();
            assert_eq!(branch, BRANCHES[usize::from(super::branch(first))].to_string(), "{first}");
            compared += 1;
        }
        assert_eq!(compared, 1859);
    }

    #[test]
    fn days_follow_one_another_without_a_gap() {
        let days: Vec<LunarDay> =
            week::days(day("1901-02-19"), day("2101-01-28")).map(|day| lunar_day(day).unwrap()).collect();
        for pair in days.windows(2) {
            let (before, after) = (pair[0], pair[1]);
            assert!(
                after.day == before.day + 1 || (after.day == 1 && before.day == before.month_length),
                "{before} {after}"
            );
        }
    }
}
