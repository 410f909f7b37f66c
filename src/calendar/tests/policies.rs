//! What a policy does, and what is asked when there is none.

use super::*;
use crate::calendar::holiday::{Closure, HolidayYear, MakeupDay};
use crate::model::recurrence::{
    Interval, IntervalUnit, MakeupPolicy, MarketDays, MissingDay, MonthDay, WeekdayKey, Weekdays,
};
use RestPolicy::{Cancel, Keep, NextDay, NextWeek, NextWorkday, PreviousWorkday};
use chrono::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Wed};

fn monthly(days: &[MonthDay]) -> Pattern {
    Pattern::Monthly(days.to_vec())
}

fn weekly(days: &[Weekday]) -> Pattern {
    Pattern::Weekly(Weekdays::of(days.iter().copied()))
}

fn listed(first: &str, last: &str) -> Pattern {
    Pattern::Dates(vec![window(first, last)])
}

#[test]
fn each_policy_on_a_holiday() {
    // 1 October 2026 is a Thursday; the holiday ends on the 7th, and the 10th is a make-up Saturday.
    let table = [
        (NextWorkday, "2026-10-08"),
        (NextDay, "2026-10-02"),
        (NextWeek, "2026-10-08"),
        (PreviousWorkday, "2026-09-30"),
        (Cancel, "2026-10-01"),
        (Keep, "2026-10-01"),
    ];
    for (policy, date) in table {
        let found = run(&with(monthly(&[MonthDay::Day(1)]), policy, Keep), window("2026-10-01", "2026-10-31"));
        let [one] = found.occurrences.as_slice() else { panic!("{found:?}") };
        assert_eq!((one.nominal, one.date), (day("2026-10-01"), day(date)), "{policy:?}");
        assert_eq!(one.cancelled(), policy == Cancel);
        let shift = one.shift.as_ref();
        assert_eq!(shift.map(|shift| shift.policy), (policy != Keep).then_some(policy));
        assert_eq!(shift.and_then(|shift| shift.holiday.as_deref()), (policy != Keep).then_some("国庆节"));
        let off_again = asked(&found).iter().any(|(kind, _)| *kind == QuestionKind::NextDayOff);
        assert_eq!(off_again, policy == NextDay);
    }
}

#[test]
fn without_a_policy_the_days_are_asked_for_and_stand() {
    let found = run(&rule(monthly(&[MonthDay::Day(15)])), window("2026-01-01", "2026-12-31"));
    assert_eq!(found.occurrences.len(), 12);
    assert!(found.occurrences.iter().all(|one| one.shift.is_none()));
    let weekends = ["2026-03-15", "2026-08-15", "2026-11-15"].map(String::from).to_vec();
    let expected =
        [(QuestionKind::HolidayPolicy, vec!["2026-02-15".to_owned()]), (QuestionKind::WeekendPolicy, weekends)];
    assert_eq!(asked(&found), expected);
    assert_eq!(found.questions[0].days[0].holiday.as_deref(), Some("春节"));
}

#[test]
fn rules_that_name_a_weekend_mean_it() {
    for pattern in [
        weekly(&[Sat, Sun]),
        Pattern::EveryDay,
        monthly(&[MonthDay::Nth(3, Sat.into()), MonthDay::Last(Sun.into())]),
        Pattern::Market(MarketDays::Weekly(Weekdays::of([Sat]))),
        Pattern::Market(MarketDays::Daily),
    ] {
        let december = window("2026-12-01", "2026-12-31");
        let plain = run(&rule(pattern.clone()), december);
        assert_eq!(plain.questions, [], "{pattern:?}");
        // A policy for the roster's other entries does not move what is meant.
        let moved = run(&with(pattern.clone(), NextWorkday, NextWorkday), december);
        assert_eq!(dates(&moved), dates(&plain), "{pattern:?}");
    }
    let days_off = run(&rule(weekly(&[Sat])), window("2026-10-01", "2026-10-31"));
    assert_eq!(asked(&days_off), [(QuestionKind::HolidayPolicy, vec!["2026-10-03".to_owned()])]);
}

#[test]
fn a_week_later_is_repeated_until_the_day_is_open() {
    // Monday 16 and 23 February 2026 are both days off.
    let found = run(&with(weekly(&[Mon]), NextWeek, Keep), window("2026-02-16", "2026-02-16"));
    assert_eq!(dates(&found), ["2026-03-02"]);
    // A week after a Sunday is a Sunday.
    let found = run(&with(monthly(&[MonthDay::Day(15)]), NextWeek, NextWeek), window("2026-03-01", "2026-03-31"));
    assert_eq!(asked(&found), [(QuestionKind::NeverOpen(NextWeek), vec!["2026-03-15".to_owned()])]);
    assert_eq!(dates(&found), ["2026-03-15"]);
    // A Saturday rule moves to the next Saturday that is no day off.
    let found = run(&with(weekly(&[Sat]), NextWeek, Cancel), window("2026-10-03", "2026-10-03"));
    assert_eq!(dates(&found), ["2026-10-10"]);
}

#[test]
fn working_days_are_counted_with_days_off_and_makeup_days() {
    // October 2026 begins with seven days off; Saturday the 10th is worked, Saturday the 31st is not.
    let days = monthly(&[MonthDay::Workday(1), MonthDay::Workday(3), MonthDay::LastWorkday]);
    let found = run(&with(days, Keep, Keep), window("2026-10-01", "2026-10-31"));
    assert_eq!(dates(&found), ["2026-10-08", "2026-10-10", "2026-10-30"]);
    let none = run(&with(monthly(&[MonthDay::Workday(20)]), Keep, Keep), window("2026-02-01", "2026-02-28"));
    assert_eq!(asked(&none)[0].0, QuestionKind::MissingDay(MonthDay::Workday(20)));
}

#[test]
fn two_days_may_come_together_and_a_shift_may_leave_the_window() {
    let days = monthly(&[MonthDay::Window { first: 18, last: 20 }]);
    let found = run(&with(days, NextWorkday, NextWorkday), window("2026-07-01", "2026-07-31"));
    assert_eq!(dates(&found), ["2026-07-20", "2026-07-20", "2026-07-20"]);
    let last = run(&with(monthly(&[MonthDay::LastDay]), NextWorkday, NextWorkday), window("2026-10-01", "2026-10-31"));
    assert_eq!(dates(&last), ["2026-11-02"]);
    // 1 November's nominal day lies before the window.
    let first = run(&with(monthly(&[MonthDay::LastDay]), NextWorkday, NextWorkday), window("2026-11-01", "2026-11-29"));
    assert_eq!(dates(&first), Vec::<String>::new());
}

#[test]
fn written_dates_stand_with_a_warning_or_follow_the_policy() {
    let october = window("2026-10-01", "2026-10-31");
    let found = run(&rule(listed("2026-10-07", "2026-10-11")), october);
    assert_eq!(dates(&found).len(), 5);
    let off = vec!["2026-10-07".to_owned(), "2026-10-11".to_owned()];
    assert_eq!(asked(&found), [(QuestionKind::ListedOnRestDay, off)]);
    let found = run(&with(listed("2026-10-07", "2026-10-11"), Cancel, Cancel), october);
    let held: Vec<_> =
        found.occurrences.iter().filter(|one| !one.cancelled()).map(|one| one.date.to_string()).collect();
    assert_eq!(held, ["2026-10-08", "2026-10-09", "2026-10-10"]);
    let outside = run(&rule(listed("2026-11-02", "2026-11-02")), october);
    assert_eq!(asked(&outside), [(QuestionKind::OutsidePeriod, vec!["2026-11-02".to_owned()])]);
    assert!(outside.occurrences.is_empty());
}

#[test]
fn workdays_include_make_up_days_and_leave_days_off_out() {
    let february = window("2026-02-13", "2026-02-28");
    let expected = ["2026-02-13", "2026-02-14", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28"];
    let found = run(&rule(Pattern::Workdays), february);
    assert_eq!(dates(&found), expected);
    assert_eq!(found.questions, []);
    assert!(found.occurrences[1].on_makeup_day && !found.occurrences[0].on_makeup_day);
    let none = Recurrence { on_makeup_day: Some(MakeupPolicy::NoSession), ..rule(Pattern::Workdays) };
    assert_eq!(
        dates(&run(&none, february)),
        expected[..6].iter().filter(|date| **date != "2026-02-14").copied().collect::<Vec<_>>()
    );
}

#[test]
fn make_up_days_follow_the_weekday_they_replace() {
    let follows = |date: &str, follows| MakeupDay { date: day(date), follows };
    let year = HolidayYear {
        notice: None,
        year: 2026,
        complete: false,
        off: Vec::new(),
        makeup: vec![follows("2026-02-14", Some(Thu)), follows("2026-02-28", Some(Fri))],
    };
    let calendar = WorkCalendar::new(Scheme::China, vec![year]);
    let february = window("2026-02-09", "2026-02-28");
    let on = |pattern, on_makeup_day| {
        let rule = Recurrence { on_makeup_day, ..with(pattern, Cancel, Cancel) };
        let found = expand(&rule, february, &calendar, WeekStart::Monday);
        let held = found.occurrences.iter().filter(|one| !one.cancelled()).map(|one| one.date.to_string());
        (held.collect::<Vec<_>>(), asked(&found))
    };
    let follow = Some(MakeupPolicy::FollowWeekday);
    assert_eq!(on(weekly(&[Thu]), follow).0, ["2026-02-12", "2026-02-14", "2026-02-26"]);
    // A Saturday rule has no session on a Saturday that follows another weekday.
    assert_eq!(on(weekly(&[Sat]), follow).0, Vec::<String>::new());
    assert_eq!(on(weekly(&[Sat]), Some(MakeupPolicy::NoSession)).0, Vec::<String>::new());
    let asked_for = on(weekly(&[Thu]), None);
    assert_eq!(asked_for.1, [(QuestionKind::MakeupPolicy, vec!["2026-02-14".to_owned()])]);
    assert_eq!(on(weekly(&[Wed]), None).1, []);
    // Where no notice says which weekday, that has to be asked.
    let rule = Recurrence { on_makeup_day: follow, ..with(weekly(&[Thu]), Cancel, Cancel) };
    let unknown = vec!["2026-02-14".to_owned(), "2026-02-28".to_owned()];
    assert_eq!(asked(&run(&rule, february)), [(QuestionKind::MakeupFollows, unknown)]);
    // A day of the month that is a make-up day stands, unless nothing is held on such days.
    let monthly = |policy| {
        let rule = Recurrence { on_makeup_day: policy, ..with(monthly(&[MonthDay::Day(28)]), Cancel, Cancel) };
        run(&rule, february).occurrences[0].cancelled()
    };
    assert_eq!((monthly(None), monthly(Some(MakeupPolicy::NoSession))), (false, true));
    // Nor is anything moved onto one.
    let rule = Recurrence { on_makeup_day: Some(MakeupPolicy::NoSession), ..with(weekly(&[Fri]), NextWorkday, Keep) };
    assert_eq!(dates(&run(&rule, window("2026-10-02", "2026-10-02"))), ["2026-10-08"]);
    let before =
        Recurrence { on_makeup_day: Some(MakeupPolicy::NoSession), ..with(weekly(&[Mon]), PreviousWorkday, Keep) };
    assert_eq!(dates(&run(&before, window("2026-02-16", "2026-02-16"))), ["2026-02-13"]);
}

#[test]
fn months_without_the_day() {
    let year = window("2026-01-01", "2026-12-31");
    let on = |day, missing_day| run(&Recurrence { missing_day, ..with(monthly(&[day]), Keep, Keep) }, year);
    let thirtieth = on(MonthDay::Day(30), None);
    let february = vec!["2026-02-28".to_owned()];
    assert_eq!(asked(&thirtieth), [(QuestionKind::MissingDay(MonthDay::Day(30)), february)]);
    assert_eq!(on(MonthDay::Day(30), Some(MissingDay::Skip)).occurrences.len(), 11);
    let last = on(MonthDay::Day(31), Some(MissingDay::LastDay));
    assert_eq!(dates(&last)[..4], ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
    let fifth = MonthDay::Nth(5, Mon.into());
    assert_eq!(asked(&on(fifth, Some(MissingDay::LastDay)))[0].0, QuestionKind::MissingDay(fifth));
    assert_eq!(dates(&on(fifth, Some(MissingDay::Skip))), ["2026-03-30", "2026-06-29", "2026-08-31", "2026-11-30"]);
    // A window is cut at the month's end and asked about only where nothing is left of it.
    let tail = MonthDay::Window { first: 27, last: 31 };
    assert_eq!(on(tail, None).questions, []);
    assert_eq!(asked(&on(MonthDay::Window { first: 29, last: 31 }, None)).len(), 1);
    // 三十 in a lunar month of 29 days.
    let found = run(&with(monthly(&[MonthDay::Lunar(30)]), Keep, Keep), window("2026-05-17", "2026-06-14"));
    assert_eq!(asked(&found), [(QuestionKind::MissingDay(MonthDay::Lunar(30)), vec!["2026-06-14".to_owned()])]);
    let rule =
        Recurrence { missing_day: Some(MissingDay::LastDay), ..with(monthly(&[MonthDay::Lunar(30)]), Keep, Keep) };
    assert_eq!(dates(&run(&rule, window("2026-05-17", "2026-06-14"))), ["2026-06-14"]);
}

#[test]
fn lunar_days_come_in_leap_months_too() {
    let found = run(&with(monthly(&[MonthDay::Lunar(1)]), Keep, Keep), window("2025-06-01", "2025-09-30"));
    assert_eq!(dates(&found), ["2025-06-25", "2025-07-25", "2025-08-23", "2025-09-22"]);
    let far = run(&with(monthly(&[MonthDay::Lunar(1)]), Keep, Keep), window("2101-01-28", "2101-02-02"));
    assert_eq!(far.questions[0].kind, QuestionKind::OutsideLunarTable);
}

#[test]
fn intervals_count_from_their_anchor() {
    let every = |every, unit, from: &str, pattern| {
        let interval = Some(Interval { every, unit, counted_from: day(from) });
        dates(&run(&Recurrence { interval, ..with(pattern, Keep, Keep) }, window("2026-12-01", "2026-12-31")))
    };
    // The week that holds the anchor counts from its first day.
    assert_eq!(every(2, IntervalUnit::Week, "2026-12-05", weekly(&[Thu])), ["2026-12-03", "2026-12-17", "2026-12-31"]);
    assert_eq!(every(2, IntervalUnit::Week, "2026-12-07", weekly(&[Thu])), ["2026-12-10", "2026-12-24"]);
    assert_eq!(every(2, IntervalUnit::Month, "2026-11-01", monthly(&[MonthDay::Day(15)])), Vec::<String>::new());
    assert_eq!(every(2, IntervalUnit::Month, "2026-10-20", monthly(&[MonthDay::Day(15)])), ["2026-12-15"]);
    assert_eq!(
        every(10, IntervalUnit::Day, "2026-12-05", Pattern::EveryDay),
        ["2026-12-05", "2026-12-15", "2026-12-25"]
    );
    assert_eq!(every(0, IntervalUnit::Day, "2026-12-30", Pattern::EveryDay), ["2026-12-30", "2026-12-31"]);
    let sundays = |starts| {
        let interval = Some(Interval { every: 2, unit: IntervalUnit::Week, counted_from: day("2026-12-05") });
        let rule = Recurrence { interval, ..with(weekly(&[Sun]), Keep, Keep) };
        dates(&expand(&rule, window("2026-12-01", "2026-12-31"), &china(), starts))
    };
    assert_eq!(sundays(WeekStart::Monday), ["2026-12-06", "2026-12-20"]);
    assert_eq!(sundays(WeekStart::Sunday), ["2026-12-13", "2026-12-27"]);
}

#[test]
fn closures_cancel_and_written_dates_stand() {
    let closure = Closure { name: "搬迁".into(), days: window("2026-12-07", "2026-12-11") };
    let closed = china().closed(vec![closure]);
    let december = window("2026-12-01", "2026-12-31");
    let found = expand(&rule(weekly(&[Mon])), december, &closed, WeekStart::Monday);
    let cancelled: Vec<_> = found.occurrences.iter().filter(|one| one.cancelled()).collect();
    assert_eq!(cancelled.len(), 1);
    assert_eq!(cancelled[0].shift.as_ref().unwrap().holiday.as_deref(), Some("搬迁"));
    assert_eq!(found.questions, []);
    let found = expand(&rule(listed("2026-12-08", "2026-12-08")), december, &closed, WeekStart::Monday);
    assert_eq!(asked(&found), [(QuestionKind::ListedOnRestDay, vec!["2026-12-08".to_owned()])]);
}

#[test]
fn weeks_of_the_month_may_begin_or_end_in_a_neighbour() {
    let first = |starts| {
        let rule = with(monthly(&[MonthDay::OfWeek(1, WeekdayKey::from(Mon))]), Keep, Keep);
        dates(&expand(&rule, window("2026-07-01", "2026-08-31"), &china(), starts))
    };
    // 1 July 2026 is a Wednesday, 1 August a Saturday.
    assert_eq!(first(WeekStart::Monday), ["2026-06-29", "2026-07-27"]);
    assert_eq!(first(WeekStart::Sunday), ["2026-06-29", "2026-07-27"]);
    // A window inside a month does not reach for the month before.
    let rule = with(monthly(&[MonthDay::OfWeek(1, WeekdayKey::from(Mon))]), Keep, Keep);
    assert_eq!(dates(&run(&rule, window("2026-07-15", "2026-07-31"))), Vec::<String>::new());
    let sixth = Recurrence {
        missing_day: Some(MissingDay::Skip),
        ..with(monthly(&[MonthDay::OfWeek(6, WeekdayKey::from(Mon))]), Keep, Keep)
    };
    assert_eq!(dates(&run(&sixth, window("2026-08-01", "2026-08-31"))), ["2026-08-31"]);
}

#[test]
fn an_unknown_market_gives_nothing_and_asks_nothing() {
    let found = run(&rule(Pattern::Market(MarketDays::Unknown)), window("2026-01-01", "2026-12-31"));
    assert_eq!(found, Expansion::default());
}
