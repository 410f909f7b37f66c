//! Procedures: steps as written become steps that lead to one another, each with its limit; then their last days.

mod limits;
mod steps;
mod ways;

use crate::calendar::WorkCalendar;
use crate::calendar::limit::last_day;
use crate::check::read;
use crate::diag::code::procedures as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::draft::Part;
use crate::load::procedure as draft;
use crate::model::procedure::{Basis, LastDays, Length, Limit, Procedure, TimeLimit};
use crate::model::unit::UnitId;
use crate::source::{Span, Text};
use crate::wording::Context;
use chrono::{Days, NaiveDate};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// How many days from the edition the last days are worked out for at least, announced or not.
const LEAST_DAYS: u64 = 92;
/// And at most: a page is read within the year.
const MOST_DAYS: u64 = 366;

/// The procedures of a unit that are to be published.
pub(super) fn procedures(unit: UnitId, parts: &[Part<draft::Procedure>], report: &mut Report) -> Vec<Procedure> {
    let mut titles: BTreeMap<String, Span> = BTreeMap::new();
    let mut procedures = Vec::with_capacity(parts.len());
    for part in parts {
        let Some(procedure) = procedure(unit, part, report) else { continue };
        if let Some(title) = &part.content.title {
            match titles.entry(procedure.title.clone()) {
                Entry::Vacant(free) => _ = free.insert(title.span),
                Entry::Occupied(first) => {
                    let found = Diagnostic::new(&codes::SAME_TITLE, title.span).arg("title", procedure.title.as_str());
                    report.push(found.related(*first.get(), Phrase::new("另一个在这里", "the other is here")));
                }
            }
        }
        procedures.push(procedure);
    }
    procedures
}

fn procedure(unit: UnitId, part: &Part<draft::Procedure>, report: &mut Report) -> Option<Procedure> {
    let said = &part.content;
    let steps = steps::steps(&said.steps, report);
    let issued_on = said.issued_on.as_ref().and_then(|text| read::date(text, &Context::default(), report));
    let number = said.number.as_ref().and_then(|text| read::document_number(text, report));
    let published = read::published(&said.status, report);
    let steps = steps.filter(|steps| published && !steps.is_empty())?;
    Some(Procedure {
        unit,
        stem: part.stem.clone(),
        title: read::words(&said.title),
        applies_to: read::all_words(&said.applies_to.0),
        basis: said.basis.iter().filter_map(basis).collect(),
        issued_by: read::some_words(&said.issued_by),
        issued_on,
        number,
        complaints_phone: read::some_words(&said.complaints_phone),
        rights: read::all_words(&said.rights),
        notes: read::all_words(&said.notes),
        steps,
        last_days: Vec::new(),
    })
}

/// The one place where the words of a basis become a value.
fn basis(text: &Text) -> Option<Basis> {
    Some(text.trimmed()).filter(|words| !words.is_empty()).map(|words| Basis(words.to_owned()))
}

/// Works out the last days of every limit as far as days off are announced.
pub(super) fn count(procedures: &mut [Procedure], edition: NaiveDate, calendar: &WorkCalendar) {
    let far = |days| edition.checked_add_days(Days::new(days)).unwrap_or(edition);
    let known = calendar.announced_until().unwrap_or(edition);
    let end = known.clamp(far(LEAST_DAYS), far(MOST_DAYS));
    for procedure in procedures {
        let lengths: BTreeSet<(Length, Option<Length>)> = procedure.steps.iter().flat_map(dated).collect();
        let tables = lengths.into_iter();
        procedure.last_days = tables.filter_map(|limit| table(limit, edition, end, calendar)).collect();
    }
}

/// The last days from the edition on, and of the days before it those whose limit still runs: who asks has mostly sent or received
/// something already.
fn table(limit: (Length, Option<Length>), edition: NaiveDate, end: NaiveDate, of: &WorkCalendar) -> Option<LastDays> {
    let (length, extension) = limit;
    let last = |day: &NaiveDate| last_day(length, extension, *day, of);
    let runs = |day: &NaiveDate| last(day).is_some_and(|last| last.date >= edition);
    let before = (1..=MOST_DAYS).map_while(|days| edition.checked_sub_days(Days::new(days)));
    let first = before.take_while(runs).last().unwrap_or(edition);
    let days = first.iter_days().take_while(|day| *day <= end);
    let days = days.map(|day| last(&day)).collect::<Option<Vec<_>>>()?;
    Some(LastDays { length, extension, first, days })
}

/// The lengths of a step that end on a day: its limit, and its limit extended.
fn dated(step: &crate::model::procedure::Step) -> Vec<(Length, Option<Length>)> {
    let Some(Limit::Within(limit)) = step.limit() else { return Vec::new() };
    let TimeLimit { length, extension, .. } = &**limit;
    if !length.is_dated() {
        return Vec::new();
    }
    let extended = extension.as_ref().map(|extension| extension.at_most).filter(|more| more.is_dated());
    std::iter::once((*length, None)).chain(extended.map(|more| (*length, Some(more)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::holiday::Scheme;

    #[test]
    fn days_before_the_edition_are_told_while_their_limit_runs() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let calendar = WorkCalendar::new(Scheme::China, Vec::new());
        let (edition, end) = (day("2026-02-24"), day("2026-03-01"));
        let cases = [
            // Spring Festival moves the last day of what began on 1 February to the first workday, the edition.
            ((Length::Days(15), None), "2026-01-31"),
            ((Length::Workdays(5), None), "2026-02-10"),
            ((Length::Days(60), Some(Length::Days(30))), "2025-11-17"),
            ((Length::NextDay, None), "2026-02-14"),
        ];
        for (limit, first) in cases {
            let table = table(limit, edition, end, &calendar).unwrap();
            let last = |event: NaiveDate| last_day(limit.0, limit.1, event, &calendar).unwrap().date;
            assert_eq!(table.first, day(first), "{limit:?}");
            assert!(last(table.first) >= edition && last(table.first.pred_opt().unwrap()) < edition, "{limit:?}");
            assert_eq!(table.first.iter_days().nth(table.days.len() - 1), Some(end), "{limit:?}");
        }
    }
}
