//! Dates, hours and statuses in words: tables of both languages and all styles.
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

#[path = "support/sample.rs"]
mod sample;
#[path = "support/theme.rs"]
mod theme;

use chrono::NaiveDate;
use gongshi::model::hours::{Clock, ClockSpan, DayPart, Hours};
use gongshi::model::recurrence::RestPolicy::{Cancel, NextWorkday, PreviousWorkday};
use gongshi::model::recurrence::{DayRule, Period};
use gongshi::model::session::{Change, ChangeKind, Kind, Participant, Role, Session, Shift, Who};
use gongshi::model::site::TimeStyle;
use gongshi::model::unit::UnitId;
use gongshi::render::words::Words;
use gongshi::render::words::people::People;
use gongshi::render::words::status::{Tone, statuses};
use gongshi::render::words::strings::Strings;

fn words(file: &str, style: TimeStyle) -> Words {
    let strings = Strings::parse(file, &theme::text(file)).expect("words");
    Words::new(&strings, style).expect("complete")
}

fn chinese(style: TimeStyle) -> Words {
    words("strings/zh-CN.yaml", style)
}

fn english(style: TimeStyle) -> Words {
    words("strings/en.yaml", style)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn clock(hour: u16, minute: u16) -> Clock {
    Clock::new(hour, minute).expect("a time")
}

/// Hour and minute.
type Time = (u16, u16);

fn spans(spans: &[(Time, Time)]) -> Hours {
    let span =
        |((h, m), (to_h, to_m)): &(Time, Time)| ClockSpan::new(clock(*h, *m), clock(*to_h, *to_m)).expect("a span");
    Hours::Spans(spans.iter().map(span).collect())
}

#[test]
fn hours_are_said_without_dashes() {
    use TimeStyle::{Characters, TwelveHour, TwentyFourHour};
    let cases = [
        (spans(&[((9, 0), (11, 30))]), TwelveHour, "上午9:00至11:30", "9:00 am to 11:30 am"),
        (spans(&[((8, 30), (12, 0))]), TwelveHour, "上午8:30至12:00", "8:30 am to 12 noon"),
        (spans(&[((11, 0), (14, 5))]), TwelveHour, "上午11:00至下午2:05", "11:00 am to 2:05 pm"),
        (spans(&[((12, 0), (13, 0))]), TwelveHour, "中午12:00至下午1:00", "12 noon to 1:00 pm"),
        (spans(&[((14, 30), (17, 0))]), TwelveHour, "下午2:30至5:00", "2:30 pm to 5:00 pm"),
        (spans(&[((17, 0), (19, 0))]), TwelveHour, "下午5:00至晚上7:00", "5:00 pm to 7:00 pm"),
        (spans(&[((0, 0), (24, 0))]), TwelveHour, "凌晨0:00至夜里12:00", "12:00 am to midnight"),
        (
            spans(&[((8, 30), (11, 0)), ((14, 0), (16, 0))]),
            TwelveHour,
            "上午8:30至11:00，下午2:00至4:00",
            "8:30 am to 11:00 am, 2:00 pm to 4:00 pm",
        ),
        (spans(&[((14, 30), (17, 0))]), TwentyFourHour, "14:30至17:00", "14:30 to 17:00"),
        (spans(&[((9, 0), (11, 5))]), Characters, "9时至11时05分", "9:00 to 11:05"),
        (Hours::From(clock(14, 0)), TwelveHour, "下午2:00起", "from 2:00 pm"),
        (Hours::Part(DayPart::Morning), Characters, "上午", "morning"),
        (Hours::Part(DayPart::RoundTheClock), TwelveHour, "24小时", "24 hours"),
        (Hours::Part(DayPart::AnyTime), TwelveHour, "全天候", "any time"),
        (spans(&[((14, 30), (18, 0))]), TwelveHour, "下午2:30至6:00", "2:30 pm to 6:00 pm"),
    ];
    for (hours, style, zh, en) in cases {
        assert_eq!(chinese(style).hours(&hours).as_deref(), Some(zh), "{hours:?}");
        assert_eq!(english(style).hours(&hours).as_deref(), Some(en), "{hours:?}");
    }
    assert_eq!(chinese(TwelveHour).hours(&Hours::Unstated), None);
}

#[test]
fn days_and_periods() {
    let (zh, en) = (chinese(TimeStyle::TwelveHour), english(TimeStyle::TwelveHour));
    let tuesday = day(2026, 12, 15);
    assert_eq!((zh.day(tuesday).as_str(), en.day(tuesday).as_str()), ("12月15日", "15 December"));
    assert_eq!(
        (zh.day_weekday(tuesday).as_str(), en.day_weekday(tuesday).as_str()),
        ("12月15日（周二）", "Tue 15 December")
    );
    assert_eq!(
        (zh.full_day(tuesday).as_str(), en.full_day(tuesday).as_str()),
        ("2026年12月15日（周二）", "Tue 15 December 2026")
    );
    assert_eq!((zh.year_month(tuesday).as_str(), en.year_month(tuesday).as_str()), ("2026年12月", "December 2026"));
    let cases = [
        (Some(day(2026, 12, 31)), "2026年12月15日至12月31日", "15 December to 31 December 2026"),
        (Some(day(2027, 1, 3)), "2026年12月15日至2027年1月3日", "15 December 2026 to 3 January 2027"),
        (Some(tuesday), "2026年12月15日", "15 December 2026"),
        (None, "2026年12月15日起", "from 15 December 2026"),
    ];
    for (last, chinese, english) in cases {
        let period = Period { first: tuesday, last };
        assert_eq!((zh.days(&period).as_str(), en.days(&period).as_str()), (chinese, english));
    }
    let month = Period { first: day(2024, 2, 1), last: Some(day(2024, 2, 29)) };
    assert_eq!((zh.days(&month).as_str(), en.days(&month).as_str()), ("2024年2月", "February 2024"));
    let short = Period { first: day(2024, 2, 1), last: Some(day(2024, 2, 28)) };
    assert_eq!(zh.days(&short), "2024年2月1日至2月28日");
}

fn session() -> Session {
    Session {
        key: String::new(),
        unit: UnitId(0),
        nominal: day(2026, 12, 15),
        rule: DayRule::Date,
        date: day(2026, 12, 15),
        hours: spans(&[((9, 0), (11, 30))]),
        kind: Kind::Reception,
        people: vec![Participant { role: Role::Receives, who: Who::Post("副县长".to_owned()) }],
        venues: Vec::new(),
        topic: None,
        scope: Vec::new(),
        note: None,
        terms: Vec::new(),
        shift: None,
        changes: Vec::new(),
        holidays_known: true,
        on_makeup_day: false,
    }
}

#[test]
fn every_status_has_its_words() {
    let words = chinese(TimeStyle::TwelveHour);
    let site = sample::site();
    let people = People::new(&site, &words);
    let said = |change: &dyn Fn(&mut Session)| {
        let mut session = session();
        change(&mut session);
        let list = statuses(&session, &words, &people);
        list.into_iter().map(|status| (status.tone, status.words)).collect::<Vec<_>>()
    };
    let change =
        |kind, reason: Option<&str>| Change { kind, reason: reason.map(str::to_owned), announced: None, own_day: true };
    let shift = |from, policy, holiday: Option<&str>| Shift {
        from,
        policy,
        holiday: holiday.map(str::to_owned),
        closed: false,
    };
    let post = |name: &str| Participant { role: Role::Receives, who: Who::Post(name.to_owned()) };

    assert_eq!(said(&|_| ()), []);
    assert_eq!(
        said(&|s| s.changes = vec![change(
            ChangeKind::Substituted { was: vec![post("县长")], now: s.people.clone(), before: vec![post("县长")] },
            Some("因公外出")
        )]),
        [(Tone::Changed, "原定县长，现由副县长接待（因公外出）".to_owned())]
    );
    assert_eq!(
        said(&|s| s.changes = vec![change(ChangeKind::Moved { was: day(2026, 12, 14) }, None)]),
        [(Tone::Changed, "原定12月14日（周一），现改到12月15日（周二）".to_owned())]
    );
    assert_eq!(
        said(&|s| s.changes = vec![change(ChangeKind::Retimed { was: Hours::Unstated }, None)]),
        [(Tone::Changed, "原定未写时间，现改为上午9:00至11:30".to_owned())]
    );
    assert_eq!(
        said(&|s| s.shift = Some(shift(day(2026, 12, 12), NextWorkday, None))),
        [(Tone::Later, "顺延自12月12日（周六）".to_owned())]
    );
    assert_eq!(
        said(&|s| s.shift = Some(shift(day(2026, 12, 16), PreviousWorkday, Some("元旦")))),
        [(Tone::Earlier, "由12月16日（周三）提前，因元旦放假".to_owned())]
    );
    assert_eq!(
        said(&|s| s.shift = Some(shift(day(2026, 12, 15), Cancel, Some("元旦")))),
        [(Tone::Cancelled, "因元旦放假取消".to_owned())]
    );
    assert_eq!(
        said(&|s| s.shift = Some(Shift { closed: true, ..shift(day(2026, 12, 15), Cancel, Some("搬迁")) })),
        [(Tone::Cancelled, "因搬迁停办".to_owned())]
    );
    assert_eq!(
        said(&|s| {
            s.changes = vec![change(ChangeKind::Added, None), change(ChangeKind::Cancelled, Some("道路封闭"))];
            (s.on_makeup_day, s.holidays_known) = (true, false);
        }),
        [
            (Tone::Cancelled, "取消（道路封闭）".to_owned()),
            (Tone::Changed, "增加".to_owned()),
            (Tone::Makeup, "补班".to_owned()),
            (Tone::Unknown, "放假安排未公布".to_owned()),
        ]
    );
}
