use super::*;
use chrono::Weekday::{Mon, Sat, Tue, Wed};

fn nth(number: u8, day: Weekday) -> MonthDay {
    MonthDay::Nth(number, day.into())
}

#[test]
fn accepted() {
    let day = MonthDay::Day;
    let table: &[(&str, &[MonthDay])] = &[
        ("15日", &[day(15)]),
        ("每月15日", &[day(15)]),
        ("8号、25号", &[day(8), day(25)]),
        ("1日、15日、30日", &[day(1), day(15), day(30)]),
        ("１日，１５日", &[day(1), day(15)]),
        ("十五日", &[day(15)]),
        ("15~20日", &[MonthDay::Window { first: 15, last: 20 }]),
        ("15日至20日", &[MonthDay::Window { first: 15, last: 20 }]),
        ("第1个周三", &[nth(1, Wed)]),
        ("第一个星期三", &[nth(1, Wed)]),
        ("最后一个周二", &[MonthDay::Last(Tue.into())]),
        ("第二、第四个周二", &[nth(2, Tue), nth(4, Tue)]),
        ("第二、四个周二", &[nth(2, Tue), nth(4, Tue)]),
        ("third Saturday", &[nth(3, Sat)]),
        ("the third Saturday", &[nth(3, Sat)]),
        ("first and third Monday", &[nth(1, Mon), nth(3, Mon)]),
        ("第1周的周一", &[MonthDay::OfWeek(1, Mon.into())]),
        ("第1个星期的星期一", &[MonthDay::OfWeek(1, Mon.into())]),
        ("农历初一、十五", &[MonthDay::Lunar(1), MonthDay::Lunar(15)]),
        ("农历廿三", &[MonthDay::Lunar(23)]),
        ("农历每月初一", &[MonthDay::Lunar(1)]),
        ("初一、十五", &[MonthDay::Lunar(1), MonthDay::Lunar(15)]),
        ("农历1日、15日", &[MonthDay::Lunar(1), MonthDay::Lunar(15)]),
        ("每月第二个、第四个星期三", &[nth(2, Wed), nth(4, Wed)]),
        ("每月第1个和第3个周二", &[nth(1, Tue), nth(3, Tue)]),
        ("third Saturday of every month", &[nth(3, Sat)]),
        ("最后一天", &[MonthDay::LastDay]),
        ("月底最后一天", &[MonthDay::LastDay]),
        ("首个周二", &[nth(1, Tue)]),
        ("倒数第一个周二", &[MonthDay::Last(Tue.into())]),
        ("premier lundi", &[nth(1, Mon)]),
        ("erster Montag", &[nth(1, Mon)]),
        ("第3土曜日", &[nth(3, Sat)]),
        ("Monday of week 1", &[MonthDay::OfWeek(1, Mon.into())]),
        ("最后一个工作日", &[MonthDay::LastWorkday]),
        ("第一个工作日、15日", &[MonthDay::Workday(1), day(15)]),
        ("每月第3个工作日", &[MonthDay::Workday(3)]),
        ("last working day", &[MonthDay::LastWorkday]),
        ("1日、最后一天", &[day(1), MonthDay::LastDay]),
        ("第1个周一、15日", &[nth(1, Mon), day(15)]),
        ("30日", &[day(30)]),
        ("the 15th", &[day(15)]),
    ];
    for (text, days) in table {
        let reading = read(text, &Context::default());
        assert_eq!(reading, Reading::sure(Monthly { days: days.to_vec(), months: None, hours: None }), "{text}");
    }
    let odd = read("单月15日", &Context::default()).value.unwrap();
    assert_eq!((odd.days, odd.months), (vec![day(15)], Some(Months::of([1, 3, 5, 7, 9, 11]))));
    let rule = |week_of_month| Context { week_of_month: Some(week_of_month), ..Context::default() };
    let counted = rule(WeekOfMonth::Counted);
    assert_eq!(read("第3周周四", &counted).value.unwrap().days, [nth(3, Weekday::Thu)]);
    assert_eq!(read("第3周的周四", &counted).value.unwrap().days, [MonthDay::OfWeek(3, Weekday::Thu.into())]);
    let rule = rule(WeekOfMonth::Calendar);
    assert_eq!(read("第3周周四", &rule).value.unwrap().days, [MonthDay::OfWeek(3, Weekday::Thu.into())]);
}

#[test]
fn asked_and_refused() {
    let table = [
        ("第一、四周星期三", "GS0323"),
        ("第3周周四", "GS0323"),
        ("第一周周一", "GS0323"),
        ("第三周三", "GS0323"),
        ("最后一周的周三", "GS0324"),
        ("月初", "GS0325"),
        ("农历逢二、五、八", "GS0325"),
        ("每月农历逢八", "GS0325"),
        ("逢2、7", "GS0325"),
        ("逢5日、10日", "GS0325"),
        ("月底", "GS0325"),
        ("每月中旬", "GS0325"),
        ("bi-monthly", "GS0326"),
        ("适时", "GS0326"),
        ("每月2次", "GS0326"),
        ("32日", "GS0301"),
        ("0日", "GS0301"),
        ("20日至15日", "GS0301"),
        ("农历三十一", "GS0301"),
        ("农历初一、15日", "GS0301"),
        ("", "GS0301"),
        ("第7个周一", "GS0301"),
    ];
    for (text, id) in table {
        let reading = read(text, &Context::default());
        assert_eq!((reading.value, reading.doubts[0].code.id), (None, id), "{text}");
    }
}

#[test]
fn both_readings_are_shown_with_their_days() {
    let context = Context { issued: "2024-07-20".parse().ok(), ..Context::default() };
    let text = crate::source::Text {
        value: "第一、四周星期三".into(),
        span: crate::source::Span::new(crate::source::FileId(0), 0..27),
        verbatim: Some(0),
    };
    let found = read(&text.value, &context).doubts.remove(0).into_diagnostic(&text);
    let message = found.message(crate::diag::Lang::Zh);
    // In July 2024 the readings agree, so the days of August are shown.
    assert!(message.contains("第1个周三、第4个周三（2024年8月7日、2024年8月28日）"), "{message}");
    assert!(message.contains("第1周的周三、第4周的周三（2024年7月31日、2024年8月21日）"), "{message}");
    assert!(found.remedy(crate::diag::Lang::Zh).contains("“第1个周三、第4个周三”"));
}

#[test]
fn hours_after_the_days_are_those_of_all() {
    use crate::model::hours::DayPart;
    let reading = read("15日、20日上午", &Context::default());
    let days = vec![MonthDay::Day(15), MonthDay::Day(20)];
    let hours = Some(Hours::Part(DayPart::Morning));
    assert_eq!(reading, Reading::sure(Monthly { days, months: None, hours }));
    assert!(read("上午", &Context::default()).value.is_none());
}
