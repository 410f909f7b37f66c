//! Turns a lead time, a day of posting and a session into the arithmetic that shows whether it is kept.

use super::say::{both, month_day};
use crate::calendar::WorkCalendar;
use crate::calendar::deadline::{Counting, Lead};
use crate::diag::Phrase;
use crate::model::site::Language;
use chrono::NaiveDate;

/// 8月10日公示，8月15日接待，相隔5天，够5天. The day of posting is not counted, that of the session is.
pub fn arithmetic(lead: Lead, posted: NaiveDate, session: NaiveDate, calendar: &WorkCalendar) -> Phrase {
    let given = lead.given(posted, session, calendar);
    let kept = given >= i64::from(lead.days);
    both(|language| {
        let (on, held) = (month_day(posted, language), month_day(session, language));
        match language {
            Language::Chinese if posted >= session && !kept => format!("{on}才公示，{held}已经接待，没有提前"),
            Language::Chinese => {
                let unit = unit(lead.counting, 1, language);
                let enough = if kept { "够" } else { "不够" };
                format!("{on}公示，{held}接待，相隔{given}{unit}，{enough}{}{unit}", lead.days)
            }
            Language::English if posted >= session && !kept => {
                format!("posted on {on}, not before the session of {held}")
            }
            Language::English => {
                let (between, wanted) = (unit(lead.counting, given, language), i64::from(lead.days));
                let verdict = if kept { "enough for the" } else { "not the" };
                let end = if kept { "" } else { " that are promised" };
                format!("posted on {on}, session on {held}: {given} {between}, {verdict} {wanted}{end}")
            }
        }
    })
}

fn unit(counting: Counting, number: i64, language: Language) -> &'static str {
    match (counting, language) {
        (Counting::Calendar, Language::Chinese) => "天",
        (Counting::Workdays, Language::Chinese) => "个工作日",
        (Counting::Calendar, Language::English) => plural(number, "day", "days"),
        (Counting::Workdays, Language::English) => plural(number, "working day", "working days"),
    }
}

fn plural(number: i64, one: &'static str, many: &'static str) -> &'static str {
    if number == 1 { one } else { many }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::holiday::Scheme;
    use crate::diag::Lang;

    #[test]
    fn the_sum_is_shown_whether_kept_or_not() {
        let calendar = WorkCalendar::new(Scheme::China, Vec::new());
        let calendar_days = Lead { days: 5, counting: Counting::Calendar };
        let workdays = Lead { days: 3, counting: Counting::Workdays };
        let table = [
            (calendar_days, "2025-08-10", "2025-08-15", "8月10日公示，8月15日接待，相隔5天，够5天"),
            (calendar_days, "2025-08-11", "2025-08-15", "8月11日公示，8月15日接待，相隔4天，不够5天"),
            (calendar_days, "2025-08-15", "2025-08-15", "8月15日才公示，8月15日已经接待，没有提前"),
            (workdays, "2026-02-13", "2026-02-24", "2月13日公示，2月24日接待，相隔2个工作日，不够3个工作日"),
        ];
        for (lead, posted, session, expected) in table {
            let sum = arithmetic(lead, posted.parse().unwrap(), session.parse().unwrap(), &calendar);
            assert_eq!(sum.get(Lang::Zh), expected);
        }
        let english =
            arithmetic(calendar_days, "2025-08-11".parse().unwrap(), "2025-08-15".parse().unwrap(), &calendar);
        assert_eq!(
            english.get(Lang::En),
            "posted on 11 August, session on 15 August: 4 days, not the 5 that are promised"
        );
    }
}
