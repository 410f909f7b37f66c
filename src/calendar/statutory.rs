//! Turns a year into the days off that the law itself fixes, which stand before the year's notice is out.
//!
//! 全国年节及纪念日放假办法, article 2, as revised by 国务院令第795号 (in force 2025-01-01). The notice of a year adds the
//! days between and the make-up workdays.

use super::lunar::lunar_day;
use chrono::{Days, NaiveDate};

/// The days off by law of a year, with the name of each; lunar ones only within the lunar table.
pub(super) fn days(year: i32) -> Vec<(NaiveDate, &'static str)> {
    let mut days = Vec::with_capacity(13);
    let mut add = |name, month, first: u32, last: u32| {
        days.extend((first..=last).filter_map(|day| Some((NaiveDate::from_ymd_opt(year, month, day)?, name))));
    };
    add("元旦", 1, 1, 1);
    let qingming = qingming(year);
    add("清明节", 4, qingming, qingming);
    // The second day, and New Year's Eve, came with the revision.
    let revised = year >= 2025;
    add("劳动节", 5, 1, if revised { 2 } else { 1 });
    add("国庆节", 10, 1, 3);
    if let Some(first) = lunar(year, (1, 20), 1, 1) {
        let eve = first.pred_opt().filter(|_| revised);
        let three = (0..3).filter_map(|day| first.checked_add_days(Days::new(day)));
        days.extend(eve.into_iter().chain(three).map(|day| (day, "春节")));
    }
    days.extend(lunar(year, (5, 25), 5, 5).map(|day| (day, "端午节")));
    days.extend(lunar(year, (9, 6), 8, 15).map(|day| (day, "中秋节")));
    days
}

/// The solar day of a lunar one that falls in the 35 days from `earliest` on. A leap month has no festival.
fn lunar(year: i32, (month, day): (u32, u32), lunar_month: u8, number: u8) -> Option<NaiveDate> {
    let earliest = NaiveDate::from_ymd_opt(year, month, day)?;
    earliest.iter_days().take(35).find(|day| {
        lunar_day(*day).is_some_and(|lunar| (lunar.month, lunar.leap, lunar.day) == (lunar_month, false, number))
    })
}

/// The day of April on which the solar term 清明 falls, 2000 to 2099 (the usual formula with the century's constant 4.81).
fn qingming(year: i32) -> u32 {
    let year = u32::try_from(year.rem_euclid(100)).unwrap_or(0);
    (year * 2422 + 48100) / 10000 - year / 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use tyme4rs::tyme::solar::SolarTerm;

    fn named(year: i32) -> Vec<String> {
        days(year).iter().map(|(day, name)| format!("{day} {name}")).collect()
    }

    #[test]
    fn every_day_off_by_law_is_in_the_notice_of_its_year() {
        for year in 2023..=2026 {
            let notice = crate::calendar::builtin::years().find(|known| known.year == year).unwrap();
            for (day, name) in days(year) {
                let off = |off: &crate::calendar::holiday::DaysOff| off.days.first <= day && day <= off.days.last;
                assert!(notice.off.iter().any(off), "{day} {name}");
            }
        }
    }

    #[test]
    fn the_next_years() {
        assert_eq!(
            named(2027),
            [
                "2027-01-01 元旦",
                "2027-04-05 清明节",
                "2027-05-01 劳动节",
                "2027-05-02 劳动节",
                "2027-10-01 国庆节",
                "2027-10-02 国庆节",
                "2027-10-03 国庆节",
                "2027-02-05 春节",
                "2027-02-06 春节",
                "2027-02-07 春节",
                "2027-02-08 春节",
                "2027-06-09 端午节",
                "2027-09-15 中秋节",
            ]
        );
        assert!((2025..2099).all(|year| days(year).len() == 13));
    }

    #[test]
    fn qingming_as_another_source_has_it() {
        for year in 2022..=2099 {
            let term = SolarTerm::from_name(year as isize, "清明").get_julian_day().get_solar_day();
            assert_eq!((term.get_month() as u32, term.get_day() as u32), (4, qingming(year)), "{year}");
        }
    }
}
