//! Turns the questions of the calendar into diagnostics.

use super::say;
use crate::calendar::deadline::Due;
use crate::calendar::recurrence::AskedDay;
use crate::calendar::{Question, QuestionKind};
use crate::diag::code::calendar as code;
use crate::diag::{Code, Diagnostic, Phrase};
use crate::model::recurrence::MonthDay;
use crate::model::site::Language;
use crate::source::Span;
use chrono::{Datelike, NaiveDate};

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

/// What is wrong with a booking deadline as it falls for one session, if anything; `times` says for how many sessions it is.
pub fn deadline(due: &Due, session: NaiveDate, times: usize, span: Span) -> Option<Diagnostic> {
    let code = match due {
        Due { too_late: true, .. } => &code::DEADLINE_TOO_LATE,
        Due { open: false, .. } => &code::DEADLINE_REST_DAY,
        _ => return None,
    };
    let sessions = say::both(|language| match (say::date(session, language), language) {
        (date, _) if times < 2 => date,
        (date, Language::Chinese) => format!("{date}等{times}次接访中，第一次"),
        (date, Language::English) => format!("{date} (the first of {times} such sessions)"),
    });
    let found = Diagnostic::new(code, span).arg("session", sessions);
    Some(found.arg("due", say::both(|l| say::date_with_weekday(due.date, l))))
}

/// A party (每批人数) smaller than the representatives a group may send (代表人数).
pub fn party(party: u32, representatives: u32, span: Span) -> Option<Diagnostic> {
    let found = Diagnostic::new(&code::PARTY_CONTRADICTION, span).arg("party", party.to_string());
    (party < representatives).then(|| found.arg("representatives", representatives.to_string()))
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
        QuestionKind::OutsidePeriod => &code::OUTSIDE_PERIOD,
        QuestionKind::OutsideLunarTable => &code::LUNAR_UNKNOWN,
    }
}

fn advice(day: MonthDay) -> Phrase {
    match day {
        MonthDay::Nth(5, key) => {
            let name = say::weekday_short(key.into(), Language::Chinese);
            let zh = format!("写“无此日: 跳过”；如果指最后一个，写“最后一个{name}”");
            let last = say::weekday(key.into(), Language::English);
            Phrase::new(zh, format!("write `missing_day: skip`; if the last one is meant write last {last}"))
        }
        MonthDay::Nth(..) | MonthDay::OfWeek(..) => Phrase::new("写“无此日: 跳过”", "write `missing_day: skip`"),
        _ => Phrase::new(
            "写“无此日: 跳过”（那个月没有），或者“无此日: 月末”（改在当月最后一天）",
            "write `missing_day: skip` (none that month) or `missing_day: last day` (on the month's last day)",
        ),
    }
}

fn say_day(day: &AskedDay, language: Language) -> String {
    let date = say::date_with_weekday(day.date, language);
    match (&day.holiday, language) {
        (Some(name), Language::Chinese) => format!("{date}{name}"),
        (Some(name), Language::English) => format!("{date} ({})", say::holiday(name)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::deadline::Moment;
    use crate::diag::Lang;
    use crate::model::recurrence::RestPolicy;

    #[test]
    fn every_question_is_a_whole_sentence() {
        let day = |text: &str, holiday: Option<&str>| AskedDay {
            date: text.parse().unwrap(),
            holiday: holiday.map(String::from),
        };
        let monday = chrono::Weekday::Mon.into();
        let kinds = [
            QuestionKind::HolidayPolicy,
            QuestionKind::WeekendPolicy,
            QuestionKind::MakeupPolicy,
            QuestionKind::MakeupFollows,
            QuestionKind::MissingDay(MonthDay::Day(30)),
            QuestionKind::MissingDay(MonthDay::Nth(5, monday)),
            QuestionKind::MissingDay(MonthDay::OfWeek(6, monday)),
            QuestionKind::ListedOnRestDay,
            QuestionKind::NextDayOff,
            QuestionKind::NeverOpen(RestPolicy::NextWeek),
            QuestionKind::OutsidePeriod,
            QuestionKind::OutsideLunarTable,
        ];
        let at = Span::new(crate::source::FileId(0), 0..1);
        for kind in kinds {
            let days = vec![day("2026-02-15", Some("春节")), day("2026-10-01", None)];
            let found = diagnostic(&Question { kind, days }, at);
            for lang in [Lang::Zh, Lang::En] {
                let said = found.message(lang) + &found.remedy(lang);
                assert!(
                    !["{days}", "{day}", "{months}", "{advice}", "{policy}", "{year}", "{first}"]
                        .iter()
                        .any(|hole| said.contains(hole)),
                    "{said}"
                );
            }
        }
        let many: Vec<AskedDay> = (1..=5).map(|month| day(&format!("2026-0{month}-15"), None)).collect();
        let found = diagnostic(&Question { kind: QuestionKind::WeekendPolicy, days: many }, at);
        assert_eq!(
            found.message(Lang::Zh),
            "2026年1月15日（星期四）、2026年2月15日（星期日）、2026年3月15日（星期日）等5处是周末，安排里没有说怎么办"
        );
        let missing =
            Question { kind: QuestionKind::MissingDay(MonthDay::Day(30)), days: vec![day("2026-02-28", None)] };
        assert_eq!(diagnostic(&missing, at).message(Lang::Zh), "2026年2月没有30日，安排里没有说怎么办");
    }

    #[test]
    fn deadlines_and_parties() {
        let at = Span::new(crate::source::FileId(0), 0..1);
        let session = "2026-12-07".parse().unwrap();
        let due =
            |open, too_late| Due { date: "2026-12-06".parse().unwrap(), moment: Moment::EndOfDay, open, too_late };
        assert_eq!(deadline(&due(true, false), session, 1, at), None);
        let found = deadline(&due(false, false), session, 1, at).unwrap();
        assert_eq!(found.message(Lang::Zh), "2026年12月7日的预约截止在2026年12月6日（星期日），那天休息");
        assert_eq!(deadline(&due(false, true), session, 1, at).unwrap().code.id, "GS0318");
        assert_eq!(party(5, 5, at), None);
        assert_eq!(party(3, 5, at).unwrap().message(Lang::Zh), "每批3人，代表却可以有5人");
    }
}
