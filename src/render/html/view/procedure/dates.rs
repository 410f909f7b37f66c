//! The last days of a procedure's limits: tables that answer without script, and from which the script picks.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::super::Scope;
use super::steps::within;
use crate::model::procedure::{LastDays, Length, LimitKind, Procedure};
use crate::model::recurrence::Period;
use crate::render::words::limits;

/// The last days of all limits.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct DatesView<'a> {
    pub first: String,
    pub last: String,
    /// What can be looked up, and for which days.
    pub lead: String,
    pub choices: Vec<Choice>,
    pub tables: Vec<Table<'a>>,
    /// Whether some of the days lie where days off are not announced.
    pub unannounced: bool,
    /// Whether some lengths are months.
    pub months: bool,
}

/// A limit to choose, with the table that answers.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Choice {
    pub table: String,
    pub words: String,
}

/// The last days of one length of time.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Table<'a> {
    pub id: String,
    pub title: String,
    pub rows: Vec<Row<'a>>,
}

/// A day and the last day for it.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Row<'a> {
    pub iso: String,
    pub day: String,
    pub last: String,
    pub note: Option<&'a str>,
}

pub(super) fn dates<'a>(scope: &Scope<'a>, procedure: &'a Procedure) -> Option<DatesView<'a>> {
    let words = scope.words;
    let first = procedure.last_days.iter().map(|days| days.first).min()?;
    let last = procedure.last_days.iter().map(|days| day(days, days.days.len().saturating_sub(1))).max()?;
    let window = Period { first, last: Some(last) };
    let window = words.days(&window);
    let tables = procedure.last_days.iter().enumerate().map(|(at, days)| Table {
        id: table_id(at),
        title: title(scope, days),
        rows: rows(scope, days),
    });
    Some(DatesView {
        first: first.to_string(),
        last: last.to_string(),
        lead: words.dates_lead.fill(&[("window", &window)]),
        months: procedure.last_days.iter().any(|days| matches!(days.length, Length::Months(_))),
        choices: choices(scope, procedure),
        tables: tables.collect(),
        unannounced: procedure.last_days.iter().flat_map(|days| &days.days).any(|day| !day.announced),
    })
}

fn table_id(at: usize) -> String {
    format!("days-{}", at + 1)
}

fn day(days: &LastDays, at: usize) -> NaiveDate {
    days.first.iter_days().nth(at).unwrap_or(days.first)
}

fn title(scope: &Scope<'_>, days: &LastDays) -> String {
    let length = limits::length(days.length, scope.words);
    match days.extension {
        None => length,
        Some(more) => {
            let more = limits::length(more, scope.words);
            scope.words.limit_length_extended.fill(&[("length", &length), ("more", &more)])
        }
    }
}

fn rows<'a>(scope: &Scope<'a>, days: &LastDays) -> Vec<Row<'a>> {
    let words = scope.words;
    let starts = days.first.iter_days().zip(&days.days);
    let rows = starts.map(|(start, last)| Row {
        iso: start.to_string(),
        // A table that goes on into another year says which.
        day: if start.year() == scope.site.edition.year() { words.day(start) } else { words.full_day(start) },
        last: words.full_day(last.date),
        note: if !last.announced {
            Some(words.limit_unannounced.text())
        } else if last.moved {
            Some(words.limit_moved.text())
        } else {
            None
        },
    });
    rows.collect()
}

/// One choice a limit and one where it is extended, in the order of the steps.
fn choices(scope: &Scope<'_>, procedure: &Procedure) -> Vec<Choice> {
    let words = scope.words;
    let table = |length: Length, extension: Option<Length>| {
        procedure.last_days.iter().position(|days| (days.length, days.extension) == (length, extension))
    };
    let mut choices = Vec::new();
    for (at, step) in procedure.steps.iter().enumerate() {
        let Some(limit) = within(step) else { continue };
        let extended = limit.extension.as_ref().map(|extension| Some(extension.at_most));
        for extension in std::iter::once(None).chain(extended) {
            let Some(found) = table(limit.length, extension) else { continue };
            let number = (at + 1).to_string();
            let mut length = title(scope, &procedure.last_days[found]);
            if limit.kind == LimitKind::LocalPromise {
                length = words.limit_line.fill(&[("length", &length), ("kind", limits::kind(limit.kind, words))]);
            }
            let from = limit.from.as_deref().unwrap_or_default();
            choices.push(Choice {
                table: table_id(found),
                words: words.limit_choice.fill(&[
                    ("n", &number),
                    ("name", step.short()),
                    ("length", &length),
                    ("from", from),
                ]),
            });
        }
    }
    choices
}
