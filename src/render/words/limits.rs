//! Turns lengths of time and limits into words: 15日, 5个工作日, 法定.

use super::Words;
use crate::model::procedure::{Length, LimitKind};

/// A length of time.
pub fn length(length: Length, words: &Words) -> String {
    let (one, many, number) = match length {
        Length::OnTheSpot => return words.length_spot.text().to_owned(),
        Length::NextDay => return words.length_next.text().to_owned(),
        Length::Hours(hours) => (&words.length_hour, &words.length_hours, hours),
        Length::Days(days) => (&words.length_day, &words.length_days, days),
        Length::Workdays(days) => (&words.length_workday, &words.length_workdays, days),
        Length::Months(months) => (&words.length_month, &words.length_months, months),
    };
    let phrase = if number == 1 { one } else { many };
    phrase.fill(&[("n", &number.to_string())])
}

/// Who set a limit.
pub fn kind(kind: LimitKind, words: &Words) -> &str {
    match kind {
        LimitKind::Statutory => words.limit_statutory.text(),
        LimitKind::LocalPromise => words.limit_promise.text(),
    }
}
