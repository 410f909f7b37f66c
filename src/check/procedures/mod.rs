//! Procedures: steps as written become steps that lead to one another, each with its limit; then their last days.

mod limits;
mod steps;
mod ways;

use crate::calendar::WorkCalendar;
use crate::calendar::limit::last_day;
use crate::check::read;
use crate::diag::Report;
use crate::load::draft::Part;
use crate::load::procedure as draft;
use crate::model::procedure::{Basis, LastDays, Length, Limit, Procedure, TimeLimit};
use crate::model::unit::UnitId;
use crate::source::Text;
use crate::wording::Context;
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// How many days from the edition the last days are worked out for at least, announced or not.
const LEAST_DAYS: u64 = 92;
/// And at most: a page is read within the year.
const MOST_DAYS: u64 = 366;

/// The procedures of a unit that are to be published.
pub(super) fn procedures(unit: UnitId, parts: &[Part<draft::Procedure>], report: &mut Report) -> Vec<Procedure> {
    parts.iter().filter_map(|part| procedure(unit, part, report)).collect()
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

/// Works out the last days of every limit, from the edition on as far as days off are announced.
pub(super) fn count(procedures: &mut [Procedure], edition: NaiveDate, calendar: &WorkCalendar) {
    let far = |days| edition.checked_add_days(Days::new(days)).unwrap_or(edition);
    let known = calendar.announced_until().unwrap_or(edition);
    let end = known.clamp(far(LEAST_DAYS), far(MOST_DAYS));
    for procedure in procedures {
        let lengths: BTreeSet<(Length, Option<Length>)> = procedure.steps.iter().flat_map(dated).collect();
        let tables = lengths.into_iter().filter_map(|(length, extension)| {
            let days = edition.iter_days().take_while(|day| *day <= end);
            let days = days.map(|day| last_day(length, extension, day, calendar)).collect::<Option<Vec<_>>>()?;
            Some(LastDays { length, extension, first: edition, days })
        });
        procedure.last_days = tables.collect();
    }
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
