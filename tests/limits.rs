//! Last days of time limits, held against a table worked out apart from the program and against counting day by day.
#![allow(clippy::unwrap_used, missing_docs)]

use chrono::{Datelike, NaiveDate, Weekday};
use gongshi::calendar::WorkCalendar;
use gongshi::calendar::holiday::Scheme;
use gongshi::calendar::limit::last_day;
use gongshi::model::procedure::Length::{self, Days, Months, NextDay, Workdays};

fn china() -> WorkCalendar {
    WorkCalendar::new(Scheme::China, Vec::new())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `tests/limits/make.py` says where its days come from.
#[test]
fn last_days_are_those_of_the_table() {
    let calendar = china();
    let end = |length, more, event| last_day(length, more, event, &calendar).unwrap().date;
    let mut rows = 0;
    for line in include_str!("limits/table.csv").lines().skip(1) {
        let days: Vec<NaiveDate> = line.split(',').map(day).collect();
        let event = days[0];
        let chain = (0..4).fold(event, |from, _| end(Days(30), None, from));
        let found = [
            end(Days(15), None, event),
            end(Days(30), None, event),
            end(Days(60), None, event),
            end(Days(60), Some(Days(30)), event),
            chain,
            end(Workdays(2), None, event),
            end(Workdays(5), None, event),
            end(Workdays(7), None, event),
            end(Workdays(20), None, event),
            end(Workdays(20), Some(Workdays(20)), event),
            end(Months(1), None, event),
            end(Months(2), None, event),
        ];
        assert_eq!(found, days[1..], "from {event}");
        rows += 1;
    }
    assert!(rows > 40);
}

/// One day at a time, with a stroke for each day that counts.
fn counted_on_fingers(length: Length, event: NaiveDate, calendar: &WorkCalendar) -> NaiveDate {
    let mut at = event;
    let mut left = match length {
        Days(days) | Workdays(days) => days,
        NextDay => 1,
        _ => 0,
    };
    while left > 0 {
        at = at.succ_opt().unwrap();
        if !matches!(length, Workdays(_)) || calendar.is_open(at) {
            left -= 1;
        }
    }
    if let Months(months) = length {
        let wanted = (event.year() * 12 + event.month0() as i32) + months as i32;
        while at.year() * 12 + (at.month0() as i32) < wanted {
            at = at.succ_opt().unwrap();
        }
        let same = |day: NaiveDate| day.month() == at.month();
        at = at.iter_days().take_while(|day| same(*day)).filter(|day| day.day() <= event.day()).last().unwrap();
    }
    while !calendar.is_open(at) {
        at = at.succ_opt().unwrap();
    }
    at
}

#[test]
fn every_day_of_four_years_agrees_with_counting_on_fingers() {
    let calendar = china();
    let lengths = [NextDay, Days(1), Days(15), Days(90), Workdays(1), Workdays(7), Workdays(40), Months(1), Months(13)];
    for event in day("2023-01-01").iter_days().take_while(|event| event.year() < 2027) {
        for length in lengths {
            let found = last_day(length, None, event, &calendar).unwrap();
            assert_eq!(found.date, counted_on_fingers(length, event, &calendar), "{length:?} from {event}");
            assert!(calendar.is_open(found.date) && found.date > event);
            assert_eq!(found.announced, found.date.year() < 2027, "{event}");
        }
    }
}

#[test]
fn later_events_never_end_earlier_and_extensions_only_lengthen() {
    let calendar = china();
    let pairs = [(Days(60), Days(30)), (Workdays(20), Workdays(20)), (Months(1), Months(1)), (Days(15), Workdays(5))];
    for (length, more) in pairs {
        let mut before = day("2022-12-31");
        for event in day("2023-01-01").iter_days().take(1500) {
            let end = last_day(length, None, event, &calendar).unwrap();
            let extended = last_day(length, Some(more), event, &calendar).unwrap();
            assert!(before <= end.date && end.date <= extended.date, "{event}");
            before = end.date;
        }
    }
}

#[test]
fn what_no_day_follows_from_has_none() {
    let calendar = china();
    for length in [Length::OnTheSpot, Length::Hours(24)] {
        assert_eq!(last_day(length, None, day("2026-01-05"), &calendar), None);
    }
    let moved = last_day(Days(15), None, day("2026-02-01"), &calendar).unwrap();
    assert!(moved.moved && moved.date == day("2026-02-24") && moved.date.weekday() == Weekday::Tue);
    assert!(!last_day(Days(15), None, day("2026-03-02"), &calendar).unwrap().moved);
}
