//! No text makes a reader panic, and every doubt points into its text.

use crate::wording::{
    Context, Doubt, Reading, choice, count, date, dates, deadline, frequency, interval, market, monthly, months,
    number, period, policy, reason, time, weekly, who,
};
use chrono::NaiveDate;
use proptest::prelude::*;

fn check<T>(text: &str, name: &str, reading: Reading<T>, doubts: &mut Vec<(String, Doubt)>) {
    assert!(
        reading.value.is_some() || !reading.doubts.is_empty(),
        "{name} gives neither a value nor a doubt: {text:?}"
    );
    doubts.extend(reading.doubts.into_iter().map(|doubt| (name.to_owned(), doubt)));
}

fn every_reader(text: &str, context: &Context) {
    let mut found = Vec::new();
    macro_rules! all { ($($name:literal $reading:expr),* $(,)?) => { $(check(text, $name, $reading, &mut found);)* } }
    all! {
        "date" date::read(text, context),
        "dates" dates::read(text, context),
        "period" period::read(text, context),
        "time" time::read(text),
        "weekly" weekly::read(text),
        "weekday" weekly::weekday(text),
        "daily" weekly::daily(text),
        "monthly" monthly::read(text, context),
        "months" months::read(text),
        "interval" interval::read(text),
        "market" market::read(text),
        "rest" policy::rest_day(text),
        "makeup" policy::makeup_day(text),
        "missing" policy::missing_day(text),
        "who" who::read(text, &|name| name.chars().count() == 2),
        "people" count::people(text, "人数"),
        "times" count::times(text, "至少"),
        "lead" count::lead(text),
        "deadline" deadline::read(text, context),
        "reason" reason::read(text),
        "number" number::read(text),
        "kinds" choice::kinds(text),
        "turn" choice::turn(text),
        "status" choice::status(text),
        "need" choice::need(text),
        "until" date::until(text, context),
        "when" frequency::when(text),
        "week starts" choice::week_starts(text),
    }
    let _ = frequency::promise(text);
    for (name, doubt) in found {
        assert!(text.get(doubt.range.clone()).is_some(), "{name}: {:?} is no part of {text:?}", doubt.range);
        // A sentence with a hole shows the name of what is missing.
        let at = crate::source::Span::new(crate::source::FileId(0), 0..text.len());
        let text = crate::source::Text { value: text.into(), span: at, verbatim: Some(0) };
        let found = doubt.into_diagnostic(&text);
        let template = [found.code.message.zh, found.code.remedy.zh, found.code.message.en, found.code.remedy.en];
        let lang = [crate::diag::Lang::Zh, crate::diag::Lang::Zh, crate::diag::Lang::En, crate::diag::Lang::En];
        for (at, (template, lang)) in template.into_iter().zip(lang).enumerate() {
            let said = if at % 2 == 0 { found.message(lang) } else { found.remedy(lang) };
            for hole in template.split('{').skip(1).filter_map(|part| part.split('}').next()) {
                let unfilled = format!("{{{hole}}}");
                assert!(!said.contains(&unfilled) || text.value.contains(&unfilled), "{name}: {said}");
            }
        }
    }
}

fn contexts() -> impl Strategy<Value = Context> {
    let issued = proptest::option::of((0..80_000_u64).prop_map(|days| NaiveDate::default() + chrono::Days::new(days)));
    issued.prop_map(|issued| Context { issued, ..Context::default() })
}

/// Pieces of real wordings, put together at random.
const PIECES: &[&str] = &[
    "2026",
    "年",
    "12",
    "月",
    "5",
    "日",
    "号",
    "星期",
    "一",
    "五",
    "周",
    "第",
    "个",
    "最后",
    "农历",
    "逢",
    "十",
    "初",
    "廿",
    "闰",
    "上午",
    "下午",
    "中午",
    "晚上",
    "半天",
    "全天",
    ":",
    "：",
    "30",
    "点",
    "时",
    "半",
    "-",
    "—",
    "～",
    "至",
    "到",
    "、",
    "，",
    "；",
    "（",
    "）",
    "(",
    ")",
    " ",
    "　",
    "每",
    "起",
    "前",
    "工作日",
    "天",
    "人",
    "次",
    "顺延",
    "次周",
    "下一",
    "am",
    "pm",
    "to",
    "h",
    "uhr",
    "/",
    ".",
    "单",
    "双",
    "赶",
    "辰",
    "戌",
    "未知",
    "〔",
    "〕",
    "2026〕7号",
    "韩龑",
    "等",
    "某",
    "0",
    "99",
    "４",
    "二〇二六",
    "é",
    "🙂",
    "\u{0}",
    "December",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,24}", context in contexts()) {
        every_reader(&text, &context);
    }

    #[test]
    fn any_wording(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..12), context in contexts()) {
        every_reader(&pieces.concat(), &context);
    }
}

#[test]
fn hard_texts() {
    let long = "12月5日、".repeat(2000);
    let digits = "9".repeat(5000);
    let dashes = "—".repeat(5000);
    let nested = "（".repeat(5000);
    for text in [
        "",
        "\0",
        "\u{feff}",
        "　",
        "12月5日\r\n",
        &long,
        &digits,
        &dashes,
        &nested,
        "９９９９９９９９９９年",
        "周",
        "第",
        "（",
        "-",
        "0",
    ] {
        every_reader(text, &Context::default());
    }
}
