//! Words of rules against dates that were computed independently: from words to dates in one go.

use crate::calendar::holiday::Scheme;
use crate::calendar::{WorkCalendar, expand};
use crate::model::recurrence::{DateRange, Months, Pattern, Recurrence};
use crate::model::site::WeekStart;
use crate::wording::{Context, market, monthly, months, period, policy, weekly};

/// A rule in words, and the dates it gives.
struct Case {
    /// 每月, unless it begins with 每周: or 集:.
    rule: &'static str,
    months: &'static str,
    on_holiday: &'static str,
    on_weekend: &'static str,
    missing_day: &'static str,
    window: &'static str,
    dates: &'static str,
}

const CASES: &[Case] = &[
    Case {
        rule: "8号、25号",
        months: "",
        on_holiday: "顺延至下一工作日",
        on_weekend: "顺延至下一工作日",
        missing_day: "",
        window: "2023年4月至12月",
        dates: "2023-04-10 2023-04-25 2023-05-08 2023-05-25 2023-06-08 2023-06-25 2023-07-10 2023-07-25 \
            2023-08-08 2023-08-25 2023-09-08 2023-09-25 2023-10-08 2023-10-25 2023-11-08 2023-11-27 \
            2023-12-08 2023-12-25",
    },
    Case {
        rule: "8号、25号",
        months: "",
        on_holiday: "顺延至下一工作日",
        on_weekend: "照常",
        missing_day: "",
        window: "2023年4月至12月",
        dates: "2023-04-08 2023-04-25 2023-05-08 2023-05-25 2023-06-08 2023-06-25 2023-07-08 2023-07-25 \
            2023-08-08 2023-08-25 2023-09-08 2023-09-25 2023-10-08 2023-10-25 2023-11-08 2023-11-25 \
            2023-12-08 2023-12-25",
    },
    Case {
        rule: "第一、第四个周三",
        months: "",
        on_holiday: "顺延至次周星期三",
        on_weekend: "",
        missing_day: "",
        window: "2024年8月至12月",
        dates: "2024-08-07 2024-08-28 2024-09-04 2024-09-25 2024-10-09 2024-10-23 2024-11-06 2024-11-27 \
            2024-12-04 2024-12-25",
    },
    Case {
        rule: "第1周的周三、第4周的周三",
        months: "",
        on_holiday: "照常",
        on_weekend: "",
        missing_day: "",
        window: "2024年8月至12月",
        dates: "2024-07-31 2024-08-21 2024-08-28 2024-09-18 2024-10-02 2024-10-23 2024-10-30 2024-11-20 \
            2024-11-27 2024-12-18",
    },
    Case {
        rule: "单月15日",
        months: "",
        on_holiday: "顺延至下一工作日",
        on_weekend: "顺延至下一工作日",
        missing_day: "",
        window: "2024年1月至12月",
        dates: "2024-01-15 2024-03-15 2024-05-15 2024-07-15 2024-09-18 2024-11-15",
    },
    Case {
        rule: "third Saturday",
        months: "",
        on_holiday: "",
        on_weekend: "",
        missing_day: "",
        window: "2022年12月至2023年11月",
        dates: "2022-12-17 2023-01-21 2023-02-18 2023-03-18 2023-04-15 2023-05-20 2023-06-17 2023-07-15 \
            2023-08-19 2023-09-16 2023-10-21 2023-11-18",
    },
    Case {
        rule: "15日",
        months: "单月",
        on_holiday: "照常",
        on_weekend: "照常",
        missing_day: "",
        window: "2026年",
        dates: "2026-01-15 2026-03-15 2026-05-15 2026-07-15 2026-09-15 2026-11-15",
    },
    Case {
        rule: "15日",
        months: "单月",
        on_holiday: "顺延至下一工作日",
        on_weekend: "顺延至下一工作日",
        missing_day: "",
        window: "2026年",
        dates: "2026-01-15 2026-03-16 2026-05-15 2026-07-15 2026-09-15 2026-11-16",
    },
    Case {
        rule: "15日",
        months: "双月",
        on_holiday: "照常",
        on_weekend: "照常",
        missing_day: "",
        window: "2026年",
        dates: "2026-02-15 2026-04-15 2026-06-15 2026-08-15 2026-10-15 2026-12-15",
    },
    Case {
        rule: "15日",
        months: "双月",
        on_holiday: "顺延至下一工作日",
        on_weekend: "顺延至下一工作日",
        missing_day: "",
        window: "2026年",
        dates: "2026-02-24 2026-04-15 2026-06-15 2026-08-17 2026-10-15 2026-12-15",
    },
    Case {
        rule: "第一个周一",
        months: "",
        on_holiday: "照常",
        on_weekend: "",
        missing_day: "",
        window: "2026年",
        dates: "2026-01-05 2026-02-02 2026-03-02 2026-04-06 2026-05-04 2026-06-01 2026-07-06 2026-08-03 \
            2026-09-07 2026-10-05 2026-11-02 2026-12-07",
    },
    Case {
        rule: "1日、15日、30日",
        months: "",
        on_holiday: "照常",
        on_weekend: "照常",
        missing_day: "跳过",
        window: "2026年",
        dates: "2026-01-01 2026-01-15 2026-01-30 2026-02-01 2026-02-15 2026-03-01 2026-03-15 2026-03-30 \
            2026-04-01 2026-04-15 2026-04-30 2026-05-01 2026-05-15 2026-05-30 2026-06-01 2026-06-15 \
            2026-06-30 2026-07-01 2026-07-15 2026-07-30 2026-08-01 2026-08-15 2026-08-30 2026-09-01 \
            2026-09-15 2026-09-30 2026-10-01 2026-10-15 2026-10-30 2026-11-01 2026-11-15 2026-11-30 \
            2026-12-01 2026-12-15 2026-12-30",
    },
    Case {
        rule: "每周:周一",
        months: "",
        on_holiday: "照常",
        on_weekend: "",
        missing_day: "",
        window: "2026年第一季度",
        dates: "2026-01-05 2026-01-12 2026-01-19 2026-01-26 2026-02-02 2026-02-09 2026-02-16 2026-02-23 \
            2026-03-02 2026-03-09 2026-03-16 2026-03-23 2026-03-30",
    },
    Case {
        rule: "集:赶辰戌日",
        months: "",
        on_holiday: "照常",
        on_weekend: "照常",
        missing_day: "",
        window: "2024-02-10 至 2024-03-09",
        dates: "2024-02-10 2024-02-16 2024-02-22 2024-02-28 2024-03-05",
    },
    Case {
        rule: "集:农历逢五、十",
        months: "",
        on_holiday: "照常",
        on_weekend: "照常",
        missing_day: "",
        window: "2026年5月",
        dates: "2026-05-01 2026-05-06 2026-05-11 2026-05-16 2026-05-21 2026-05-26 2026-05-31",
    },
    Case {
        rule: "集:单日",
        months: "",
        on_holiday: "照常",
        on_weekend: "照常",
        missing_day: "",
        window: "2026-01-28 至 2026-02-03",
        dates: "2026-01-29 2026-01-31 2026-02-01 2026-02-03",
    },
];

fn recurrence(case: &Case) -> Recurrence {
    let mut found = Months::ALL;
    let pattern = if let Some(words) = case.rule.strip_prefix("每周:") {
        Pattern::Weekly(weekly::read(words).value.unwrap().days)
    } else if let Some(words) = case.rule.strip_prefix("集:") {
        Pattern::Market(market::read(words).value.unwrap())
    } else {
        let monthly = monthly::read(case.rule, &Context::default()).value.unwrap();
        found = monthly.months.unwrap_or(found);
        Pattern::Monthly(monthly.days)
    };
    let rest = |words: &str| (!words.is_empty()).then(|| policy::rest_day(words).value.unwrap().policy);
    Recurrence {
        pattern,
        months: if case.months.is_empty() { found } else { months::read(case.months).value.unwrap() },
        interval: None,
        on_holiday: rest(case.on_holiday),
        on_weekend: rest(case.on_weekend),
        on_makeup_day: None,
        missing_day: (!case.missing_day.is_empty()).then(|| policy::missing_day(case.missing_day).value.unwrap()),
    }
}

#[test]
fn rules_in_words_give_the_expected_dates() {
    for case in CASES {
        // The English roster stands for a site without a holiday list.
        let scheme = if case.rule.is_ascii() { Scheme::Without } else { Scheme::China };
        let calendar = WorkCalendar::new(scheme, Vec::new());
        let window = period::read(case.window, &Context::default()).value.unwrap();
        let window = DateRange { first: window.first, last: window.last.unwrap() };
        let expansion = expand(&recurrence(case), window, &calendar, WeekStart::Monday);
        let dates: Vec<String> = expansion.occurrences.iter().map(|one| one.date.to_string()).collect();
        assert_eq!(dates.join(" "), case.dates, "{} {}", case.rule, case.window);
        assert_eq!(expansion.questions, [], "{} {}", case.rule, case.window);
    }
}
