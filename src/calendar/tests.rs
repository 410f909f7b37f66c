//! Rules against published and computed dates, an oracle by brute force, and the `rrule` crate.

mod oracle;
mod policies;

use super::holiday::Scheme;
use super::{Expansion, QuestionKind, WorkCalendar, expand};
use crate::model::recurrence::{DateRange, Months, Pattern, Recurrence, RestPolicy};
use crate::model::site::WeekStart;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn window(first: &str, last: &str) -> DateRange {
    DateRange { first: day(first), last: day(last) }
}

fn china() -> WorkCalendar {
    WorkCalendar::new(Scheme::China, Vec::new())
}

/// A rule that says nothing about rest days.
fn rule(pattern: Pattern) -> Recurrence {
    Recurrence {
        pattern,
        months: Months::ALL,
        interval: None,
        on_holiday: None,
        on_weekend: None,
        on_makeup_day: None,
        missing_day: None,
    }
}

/// The same with a policy for days off and one for weekends.
fn with(pattern: Pattern, on_holiday: RestPolicy, on_weekend: RestPolicy) -> Recurrence {
    Recurrence { on_holiday: Some(on_holiday), on_weekend: Some(on_weekend), ..rule(pattern) }
}

fn run(rule: &Recurrence, window: DateRange) -> Expansion {
    expand(rule, window, &china(), WeekStart::Monday)
}

fn dates(expansion: &Expansion) -> Vec<String> {
    expansion.occurrences.iter().map(|one| one.date.to_string()).collect()
}

/// Kinds of questions and their days.
fn asked(expansion: &Expansion) -> Vec<(QuestionKind, Vec<String>)> {
    let days = |question: &super::Question| question.days.iter().map(|day| day.date.to_string()).collect();
    expansion.questions.iter().map(|question| (question.kind, days(question))).collect()
}
