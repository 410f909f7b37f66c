//! Patterns against the `rrule` crate where it has them, and against a calendar walked day by day elsewhere, 2022 to 2035.

use super::*;
use crate::calendar::{DayStatus, lunar, week};
use crate::model::recurrence::{Interval, IntervalUnit, MarketDays, MissingDay, MonthDay, WeekdayKey, Weekdays};
use RestPolicy::{Keep, NextWorkday, PreviousWorkday};
use chrono::{Datelike, Weekday};
use proptest::prelude::*;

fn weekday() -> impl Strategy<Value = Weekday> {
    (0..7_u8).prop_map(|day| Weekday::try_from(day).unwrap())
}

fn any_window() -> impl Strategy<Value = DateRange> {
    (0..4700_u64, 0..420_u64).prop_map(|(from, length)| {
        let first = day("2022-01-01") + chrono::Days::new(from);
        DateRange { first, last: (first + chrono::Days::new(length)).min(day("2035-12-31")) }
    })
}

const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn code(day: Weekday) -> &'static str {
    CODES[day.num_days_from_monday() as usize]
}

/// Days of an RFC 5545 rule that begins on `start`, inside the window.
fn rfc(rule: &str, start: NaiveDate, window: DateRange) -> Vec<NaiveDate> {
    let text = format!(
        "DTSTART:{}T000000Z\nRRULE:{rule};UNTIL={}T000000Z",
        start.format("%Y%m%d"),
        window.last.format("%Y%m%d")
    );
    let set: rrule::RRuleSet = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    let days = set.all_unchecked().into_iter().map(|at| at.date_naive());
    days.filter(|day| window.first <= *day && *day <= window.last).collect()
}

fn ours(rule: &Recurrence, window: DateRange) -> Vec<NaiveDate> {
    run(rule, window).occurrences.into_iter().map(|one| one.date).collect()
}

fn kept(pattern: Pattern) -> Recurrence {
    Recurrence { missing_day: Some(MissingDay::Skip), ..with(pattern, Keep, Keep) }
}

/// The days of a window for which a test holds, each looked at by itself.
fn walk(window: DateRange, test: impl Fn(NaiveDate) -> bool) -> Vec<NaiveDate> {
    week::days(window.first, window.last).filter(|day| test(*day)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn weekly_rules(days in proptest::collection::btree_set(0..7_u8, 1..7), every in 1..5_u32, window in any_window()) {
        let days: Vec<Weekday> = days.into_iter().map(|day| Weekday::try_from(day).unwrap()).collect();
        let anchor = day("2021-12-27");
        let names: Vec<&str> = days.iter().map(|day| code(*day)).collect();
        let interval = Some(Interval { every, unit: IntervalUnit::Week, counted_from: anchor });
        let rule = Recurrence { interval, ..kept(Pattern::Weekly(Weekdays::of(days))) };
        let theirs = rfc(&format!("FREQ=WEEKLY;WKST=MO;INTERVAL={every};BYDAY={}", names.join(",")), anchor, window);
        prop_assert_eq!(ours(&rule, window), theirs);
    }

    #[test]
    fn days_of_the_month(number in 1..=31_u8, every in 1..4_u32, window in any_window()) {
        let anchor = day("2022-01-01");
        let interval = Some(Interval { every, unit: IntervalUnit::Month, counted_from: anchor });
        let rule = Recurrence { interval, ..kept(Pattern::Monthly(vec![MonthDay::Day(number)])) };
        let theirs = rfc(&format!("FREQ=MONTHLY;INTERVAL={every};BYMONTHDAY={number}"), anchor, window);
        prop_assert_eq!(ours(&rule, window), theirs);
    }

    #[test]
    fn nth_and_last_weekdays(nth in 1..=5_u8, weekday in weekday(), window in any_window()) {
        let anchor = day("2022-01-01");
        let name = code(weekday);
        let rule = kept(Pattern::Monthly(vec![MonthDay::Nth(nth, weekday.into())]));
        prop_assert_eq!(ours(&rule, window), rfc(&format!("FREQ=MONTHLY;BYDAY={nth}{name}"), anchor, window));
        let rule = kept(Pattern::Monthly(vec![MonthDay::Last(weekday.into())]));
        prop_assert_eq!(ours(&rule, window), rfc(&format!("FREQ=MONTHLY;BYDAY=-1{name}"), anchor, window));
        let rule = kept(Pattern::Monthly(vec![MonthDay::LastDay]));
        prop_assert_eq!(ours(&rule, window), rfc("FREQ=MONTHLY;BYMONTHDAY=-1", anchor, window));
    }

    #[test]
    fn months_and_days_apart(months in proptest::collection::btree_set(1..=12_u32, 1..12), every in 1..40_u32, window in any_window()) {
        let anchor = day("2022-01-03");
        let rule = Recurrence { months: Months::of(months.clone()), ..kept(Pattern::Monthly(vec![MonthDay::Day(15)])) };
        prop_assert_eq!(ours(&rule, window), walk(window, |day| day.day() == 15 && months.contains(&day.month())));
        let interval = Some(Interval { every, unit: IntervalUnit::Day, counted_from: anchor });
        let rule = Recurrence { interval, ..kept(Pattern::EveryDay) };
        prop_assert_eq!(ours(&rule, window), rfc(&format!("FREQ=DAILY;INTERVAL={every}"), anchor, window));
    }

    #[test]
    fn weeks_of_the_month(nth in 1..=6_u8, weekday in weekday(), starts in prop_oneof![Just(WeekStart::Monday), Just(WeekStart::Sunday)]) {
        // Whole years, so that every week belongs to a month of the window.
        let window = window("2022-01-01", "2035-12-31");
        let rule = kept(Pattern::Monthly(vec![MonthDay::OfWeek(nth, WeekdayKey::from(weekday))]));
        let found: Vec<NaiveDate> =
            expand(&rule, window, &china(), starts).occurrences.into_iter().map(|one| one.date).collect();
        let mut expected = Vec::new();
        for month in week::months(window.first, window.last) {
            // Cut the month into weeks by walking it, then look the weekday up in the whole week.
            let days: Vec<NaiveDate> = week::days(month, week::last_of_month(month)).collect();
            let weeks = days.chunk_by(|a, b| week::start_of_week(*a, starts) == week::start_of_week(*b, starts));
            if let Some(days) = weeks.into_iter().nth(usize::from(nth) - 1) {
                let first = week::start_of_week(days[0], starts);
                expected.extend(first.iter_days().take(7).find(|day| day.weekday() == weekday));
            }
        }
        expected.sort();
        expected.dedup();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn markets(digits in proptest::collection::btree_set(0..10_u8, 1..4), branches in proptest::collection::btree_set(0..12_u8, 1..4), window in any_window()) {
        let digits: Vec<u8> = digits.into_iter().collect();
        let branches: Vec<u8> = branches.into_iter().collect();
        let rule = |days| kept(Pattern::Market(days));
        let ends = |number: u32| digits.iter().any(|digit| u32::from(*digit) == number % 10);
        prop_assert_eq!(ours(&rule(MarketDays::SolarDigits(digits.clone())), window), walk(window, |day| ends(day.day())));
        let lunar = walk(window, |day| ends(u32::from(lunar::lunar_day(day).unwrap().day)));
        prop_assert_eq!(ours(&rule(MarketDays::LunarDigits(digits.clone())), window), lunar);
        // 2024-02-10 is a day of 辰 (4); the twelve branches come in turn.
        let branch = |date: NaiveDate| u8::try_from(((date - day("2024-02-10")).num_days() + 4).rem_euclid(12)).unwrap();
        prop_assert_eq!(ours(&rule(MarketDays::Branches(branches.clone())), window), walk(window, |day| branches.contains(&branch(day))));
        prop_assert_eq!(ours(&rule(MarketDays::OddDays), window), walk(window, |day| day.day() % 2 == 1));
        prop_assert_eq!(ours(&rule(MarketDays::EvenDays), window), walk(window, |day| day.day() % 2 == 0));
    }

    #[test]
    fn shifts_lead_to_the_nearest_open_day(number in 1..=28_u8, window in any_window()) {
        let calendar = china();
        let open = |day: &NaiveDate| calendar.is_open(*day);
        for policy in [NextWorkday, PreviousWorkday] {
            let rule = with(Pattern::Monthly(vec![MonthDay::Day(number)]), policy, policy);
            for one in run(&rule, window).occurrences {
                prop_assert!(calendar.is_open(one.date));
                let between: Vec<NaiveDate> = if policy == NextWorkday {
                    week::days(one.nominal, one.date).collect()
                } else {
                    week::days(one.date, one.nominal).collect()
                };
                prop_assert_eq!(between.iter().filter(|day| open(day)).count(), 1, "{:?}", one);
                prop_assert_eq!(one.shift.is_some(), one.date != one.nominal);
                prop_assert_eq!(u32::from(number), one.nominal.day());
            }
        }
    }

    #[test]
    fn windows_add_up(number in 1..=31_u8, weekday in weekday(), window in any_window(), cut in 0..400_u64) {
        // Two windows side by side give what the whole gives: no day is lost or doubled at a border.
        let middle = window.first + chrono::Days::new(cut);
        prop_assume!(middle < window.last);
        let days = vec![MonthDay::Day(number), MonthDay::Nth(2, weekday.into()), MonthDay::OfWeek(1, weekday.into()), MonthDay::Lunar(15)];
        for pattern in [Pattern::Monthly(days), Pattern::Weekly(Weekdays::of([weekday])), Pattern::Workdays] {
            let rule = kept(pattern);
            let mut parts = ours(&rule, DateRange { last: middle, ..window });
            parts.extend(ours(&rule, DateRange { first: middle.succ_opt().unwrap(), ..window }));
            parts.sort();
            parts.dedup();
            prop_assert_eq!(parts, ours(&rule, window));
        }
    }
}

#[test]
fn every_known_day_has_one_status_and_workdays_are_the_open_ones() {
    let all = window("2022-01-01", "2026-12-31");
    let calendar = china();
    let open = walk(all, |day| matches!(calendar.status(day), DayStatus::Workday | DayStatus::Makeup { .. }));
    assert_eq!(ours(&rule(Pattern::Workdays), all), open);
    // Without a holiday list the workdays are Monday to Friday.
    let plain = WorkCalendar::new(Scheme::Without, Vec::new());
    let found = expand(&rule(Pattern::Workdays), all, &plain, WeekStart::Monday);
    let weekdays = walk(all, |day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
    assert_eq!(found.occurrences.iter().map(|one| one.date).collect::<Vec<_>>(), weekdays);
}
