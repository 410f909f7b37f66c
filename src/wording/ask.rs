//! Turns the questions of the calendar into diagnostics.

use super::say;
use crate::calendar::recurrence::AskedDay;
use crate::calendar::{Question, QuestionKind};
use crate::diag::code::calendar as code;
use crate::diag::{Code, Diagnostic, Phrase};
use crate::model::recurrence::MonthDay;
use crate::model::site::Language;
use crate::source::Span;
use chrono::Datelike;

/// How many days a sentence names before it only counts the rest.
const SHOWN: usize = 3;

/// The diagnostic of a question, placed at the rule it is about.
pub fn diagnostic(question: &Question, span: Span) -> Diagnostic {
    let found = Diagnostic::new(code_of(question.kind), span);
    match question.kind {
        QuestionKind::MissingDay(day) => {
            let months = list(&question.days, say_month);
            let found = found.arg("months", months).arg("day", say::both(|l| say::month_rule(day, l)));
            found.arg("advice", advice(day))
        }
        QuestionKind::NeverOpen(policy) => {
            let policy = say::both(|l| say::policy(policy, l).to_owned());
            found.arg("days", list(&question.days, say_day)).arg("policy", policy)
        }
        QuestionKind::MakeupFollows => {
            let first = question.days.first().map(|day| day.date);
            let year = first.map_or(String::new(), |day| day.year().to_string());
            let written = first.map_or(String::new(), |day| day.to_string());
            found.arg("days", list(&question.days, say_day)).arg("year", year).arg("first", written)
        }
        _ => found.arg("days", list(&question.days, say_day)),
    }
}

fn code_of(kind: QuestionKind) -> &'static Code {
    match kind {
        QuestionKind::HolidayPolicy => &code::HOLIDAY_POLICY,
        QuestionKind::WeekendPolicy => &code::WEEKEND_POLICY,
        QuestionKind::MakeupPolicy => &code::MAKEUP_POLICY,
        QuestionKind::MakeupFollows => &code::MAKEUP_FOLLOWS,
        QuestionKind::MissingDay(_) => &code::MISSING_DAY,
        QuestionKind::ListedOnRestDay => &code::LISTED_ON_REST_DAY,
        QuestionKind::NextDayOff => &code::NEXT_DAY_OFF,
        QuestionKind::NeverOpen(_) => &code::NEVER_OPEN,
        QuestionKind::OutsidePeriod | QuestionKind::OutsideLunarTable => &code::OUTSIDE_PERIOD,
    }
}

fn advice(day: MonthDay) -> Phrase {
    match day {
        MonthDay::Nth(5, key) => {
            let name = say::weekday_short(key.into(), Language::Chinese);
            let zh = format!("写“无此日: 跳过”；如果指最后一个，写“最后一个{name}”");
            Phrase::new(zh, format!("write 无此日: 跳过; if the last one is meant write 最后一个{name}"))
        }
        MonthDay::Nth(..) | MonthDay::OfWeek(..) => Phrase::new("写“无此日: 跳过”", "write 无此日: 跳过"),
        _ => Phrase::new(
            "写“无此日: 跳过”（那个月没有），或者“无此日: 月末”（改在当月最后一天）",
            "write 无此日: 跳过 (none that month) or 无此日: 月末 (on the month's last day)",
        ),
    }
}

fn say_day(day: &AskedDay, language: Language) -> String {
    let date = say::date_with_weekday(day.date, language);
    match (&day.holiday, language) {
        (Some(name), Language::Chinese) => format!("{date}{name}"),
        (Some(name), Language::English) => format!("{date} ({name})"),
        (None, _) => date,
    }
}

fn say_month(day: &AskedDay, language: Language) -> String {
    say::month(day.date, language)
}

fn list(days: &[AskedDay], words: fn(&AskedDay, Language) -> String) -> Phrase {
    say::both(|language| {
        let shown: Vec<String> = days.iter().take(SHOWN).map(|day| words(day, language)).collect();
        match (days.len() > SHOWN, language) {
            (true, Language::Chinese) => format!("{}等{}处", shown.join("、"), days.len()),
            (true, Language::English) => format!("{} and {} more", shown.join(", "), days.len() - SHOWN),
            (false, Language::Chinese) => shown.join("、"),
            (false, Language::English) => shown.join(", "),
        }
    })
}
