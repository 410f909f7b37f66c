use super::*;
use crate::model::recurrence::Period;
use crate::model::site::{Language, TimeStyle};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn issued(date: &str) -> Context {
    Context { issued: Some(day(date)), ..Context::default() }
}

/// Days as ISO dates, `..` for a run, hours after a blank.
fn said(text: &str, context: &Context) -> String {
    let reading = read(text, context);
    let Some(Dates::Listed(days)) = reading.value else { panic!("{text}: {reading:?}") };
    assert_eq!(reading.doubts, [], "{text}");
    let one = |item: &WrittenDays| {
        let DateRange { first, last } = item.days;
        let days = if first == last { first.to_string() } else { format!("{first}..{last}") };
        let hours = item.hours.as_ref().map(|hours| say::hours(hours, TimeStyle::TwentyFourHour, Language::Chinese));
        hours.map_or(days.clone(), |hours| format!("{days} {hours}"))
    };
    days.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn accepted() {
    let table = [
        ("2021-02-01", "2月2日", "2021-02-02"),
        ("2022-07-01", "7月22日（星期五）", "2022-07-22"),
        ("2026-08-01", "8月31日(星期一)", "2026-08-31"),
        ("2024-10-01", "10月17日(木)", "2024-10-17"),
        ("2026-01-01", "2026.12.5", "2026-12-05"),
        ("2026-11-01", "8 and 15 December", "2026-12-08; 2026-12-15"),
        ("2026-11-01", "1-3 December 2027", "2027-12-01..2027-12-03"),
        ("2026-11-01", "30 December to 2 January 2027", "2026-12-30..2027-01-02"),
        ("2026-11-01", "le 8 décembre 2026", "2026-12-08"),
        ("2026-01-01", "12.10", "2026-12-10"),
        ("2022-03-01", "3月28日 周一14:30-16:30", "2022-03-28 14:30–16:30"),
        ("2026-07-01", "7月18日至7月25日", "2026-07-18..2026-07-25"),
        ("2026-11-01", "12月1~6日", "2026-12-01..2026-12-06"),
        ("2019-01-18", "2月4日-10日", "2019-02-04..2019-02-10"),
        ("2019-01-18", "2月4日-10日(除夕-初六)", "2019-02-04..2019-02-10"),
        ("2019-01-18", "2月4日（星期一，除夕）", "2019-02-04"),
        ("2022-11-01", "Saturday 17th December", "2022-12-17"),
        ("2024-01-01", "21. Oktober 2024", "2024-10-21"),
        ("2026-01-01", "２０２６年１２月５日", "2026-12-05"),
        ("2026-01-01", "二〇二六年十二月十五日", "2026-12-15"),
        ("2026-01-01", "12月1日、15日、30日", "2026-12-01; 2026-12-15; 2026-12-30"),
        ("2026-01-01", "12月1、5、8日", "2026-12-01; 2026-12-05; 2026-12-08"),
        ("2026-01-01", "2026-12-01，2026-12-15", "2026-12-01; 2026-12-15"),
        ("2026-01-01", "2026-12-01 至 2026-12-15", "2026-12-01..2026-12-15"),
        ("2026-01-01", "20261205", "2026-12-05"),
        (
            "2026-01-01",
            "12月5日 上午9:00-11:30，下午2:30-5:30、12月6日",
            "2026-12-05 9:00–11:30，14:30–17:30; 2026-12-06",
        ),
        ("2026-01-01", "2026年5月21日（星期四，农历四月初五，逢集）", "2026-05-21"),
        ("2025-08-10", "8月15日上午", "2025-08-15 上午"),
        ("2026-11-01", "Monday, 7 December 2026", "2026-12-07"),
        ("2026-11-01", "December 7, 2026", "2026-12-07"),
        ("2026-11-01", "12月7日和12月9日", "2026-12-07; 2026-12-09"),
        ("2026-11-01", "12月7号", "2026-12-07"),
        ("2026-11-01", "12月28日至2027年1月3日", "2026-12-28..2027-01-03"),
    ];
    for (signed, text, expected) in table {
        assert_eq!(said(text, &issued(signed)), expected, "{text}");
    }
    assert_eq!(read("另行公告", &Context::default()).value, Some(Dates::ToBeAnnounced));
}

#[test]
fn the_year_comes_from_the_period_or_the_signature_and_is_asked_for_otherwise() {
    let period = Period { first: day("2022-12-01"), last: Some(day("2023-11-30")) };
    let over = Context { period: Some(period), ..Context::default() };
    assert_eq!(said("12月17日、1月21日、2月18日", &over), "2022-12-17; 2023-01-21; 2023-02-18");
    // In an open period the signature decides; without one a day that comes twice is asked about.
    let open = Period { first: day("2026-12-01"), last: None };
    let signed = Context { period: Some(open), issued: Some(day("2026-11-25")), ..Context::default() };
    assert_eq!(said("12月15日", &signed), "2026-12-15");
    assert_eq!(said("1月5日", &signed), "2027-01-05");
    let later = Context { issued: Some(day("2027-12-08")), ..signed };
    assert_eq!(said("12月15日", &later), "2027-12-15");
    let unsigned = Context { issued: None, ..signed };
    assert_eq!(read("12月15日", &unsigned).doubts[0].code.id, "GS0307");
    // A weekday can settle the year.
    assert_eq!(said("Saturday 21 January", &issued("2022-11-01")), "2023-01-21");
    let table = [("1月5日", "2026-12-20", "GS0307"), ("2月29日", "2026-01-01", "GS0302")];
    for (text, signed, id) in table {
        assert_eq!(read(text, &issued(signed)).doubts[0].code.id, id, "{text}");
    }
    assert_eq!(read("12月5日", &Context::default()).doubts[0].code.id, "GS0303");
}

#[test]
fn asked_and_refused() {
    let context = issued("2026-01-01");
    let table: &[(&str, &[&str])] = &[
        ("2月30日", &["GS0302"]),
        ("2026年2月30日", &["GS0302"]),
        ("2026-13-01", &["GS0302"]),
        ("12月5日（星期五）", &["GS0304"]),
        ("2026年5月21日（农历四月初六）", &["GS0308"]),
        ("12月15日至12月1日", &["GS0305"]),
        ("12月5日、12月5日", &["GS0309"]),
        ("12月5日（星期五）、2月30日", &["GS0304", "GS0302"]),
        ("12月5日 2:30-5:30", &["GS0311"]),
        ("15日", &["GS0301"]),
        ("12月5日随便", &["GS0301"]),
        ("", &["GS0301"]),
        ("、，", &["GS0301"]),
        ("下周", &["GS0301"]),
        ("1234", &["GS0301"]),
        ("99999999", &["GS0302"]),
    ];
    for (text, ids) in table {
        let reading = read(text, &context);
        let found: Vec<&str> = reading.doubts.iter().map(|doubt| doubt.code.id).collect();
        assert_eq!((reading.value, found.as_slice()), (None, *ids), "{text}");
    }
    let doubt = read("12月5日（星期五）", &context).doubts.remove(0);
    assert_eq!(&"12月5日（星期五）"[doubt.range.clone()], "星期五");
    let text = crate::source::Text {
        value: String::new(),
        span: crate::source::Span::new(crate::source::FileId(0), 0..0),
        verbatim: None,
    };
    let message = doubt.into_diagnostic(&text).message(crate::diag::Lang::Zh);
    assert_eq!(message, "2026年12月5日是星期六，不是星期五");
}

#[test]
fn places_are_those_of_each_date() {
    let text = "12月1日、12月3日至5日 上午";
    let Some(Dates::Listed(days)) = read(text, &issued("2026-01-01")).value else { panic!() };
    assert_eq!(&text[days[0].at.clone()], "12月1日");
    assert_eq!(&text[days[1].at.clone()], "12月3日至5日");
}
