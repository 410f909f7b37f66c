//! The same thing counted in several tables, or in several periods, has to agree: what is told twice, and months that make up
//! a quarter, a year or a sum so far.

use super::{Written, names};
use crate::diag::code::figures as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::model::recurrence::DateRange;
use crate::model::site::Language;
use crate::model::table::{Cell, Counting, Table};
use crate::source::Span;
use crate::wording::say;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What is counted, whenever: the unit, the measure and its unit, and the categories that are not the whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Thing {
    office: usize,
    measure: (String, String),
    categories: BTreeMap<String, String>,
}

/// Where a figure stands and what it is.
#[derive(Debug, Clone)]
struct Told<'a> {
    table: &'a Table,
    cell: &'a Cell,
    value: i64,
    span: Span,
}

/// Holds all tables against each other.
pub(super) fn check(all: &[Written], report: &mut Report) {
    let revised = revised(all);
    let mut things: BTreeMap<Thing, BTreeMap<(NaiveDate, NaiveDate), Told<'_>>> = BTreeMap::new();
    let mut doubtful = BTreeSet::new();
    for written in all {
        for (cell, count) in &written.table.cells {
            let Some(value) = count.exact() else { continue };
            let (thing, period) = (thing(&written.table, cell), period(&written.table, cell));
            // Carried through: what was published before counts as it was corrected.
            let was = (thing.clone(), period, value);
            let value = revised.get(&was).copied().unwrap_or(value);
            let told = Told { table: &written.table, cell, value, span: written.place(cell) };
            let periods = things.entry(thing).or_default();
            match periods.get(&period) {
                Some(other) if other.value != value => {
                    report.push(twice(&told, other));
                    doubtful.insert((was.0, period));
                }
                Some(_) => {}
                None => drop(periods.insert(period, told)),
            }
        }
    }
    for (thing, mut periods) in things {
        // What is told in two ways would only be told again.
        periods.retain(|period, _| !doubtful.contains(&(thing.clone(), *period)));
        add_up(&periods, report);
    }
}

/// The corrections: what was told of a thing and a period, and what it is.
fn revised(all: &[Written]) -> BTreeMap<(Thing, (NaiveDate, NaiveDate), i64), i64> {
    let revisions = all.iter().flat_map(|written| written.table.revisions.iter().map(move |one| (&written.table, one)));
    revisions.map(|(table, one)| ((thing(table, &one.cell), period(table, &one.cell), one.was), one.is)).collect()
}

fn thing(table: &Table, cell: &Cell) -> Thing {
    let measure = table.measures.get(cell.measure).map(|one| (one.name.clone(), one.unit.clone())).unwrap_or_default();
    let parts = table.dimensions.iter().zip(&cell.at).filter(|(dimension, at)| !dimension.temporal && **at != 0);
    let categories = parts.filter_map(|(dimension, at)| {
        dimension.categories.get(*at).map(|category| (dimension.name.clone(), category.name.clone()))
    });
    Thing { office: table.unit.0, measure, categories: categories.collect() }
}

/// From when to when a cell counts.
fn period(table: &Table, cell: &Cell) -> (NaiveDate, NaiveDate) {
    let times = table.dimensions.iter().zip(&cell.at).filter(|(dimension, _)| dimension.temporal);
    let own = times.filter_map(|(dimension, at)| dimension.categories.get(*at)?.period).next();
    let DateRange { first, last } = own.unwrap_or(table.period);
    match table.counting {
        Counting::Since(since) => (since.min(first), last),
        Counting::Current => (first, last),
    }
}

fn twice(here: &Told<'_>, there: &Told<'_>) -> Diagnostic {
    Diagnostic::new(&codes::TOLD_TWICE, here.span)
        .arg("cell", names::cell(here.table, here.cell))
        .arg("here", here.value.to_string())
        .arg("there", there.value.to_string())
        .arg("title", there.table.title.as_str())
        .related(there.span, Phrase::new("另一个在这里", "the other is here"))
}

/// Every period that shorter ones make up without a gap has to be their sum.
fn add_up(periods: &BTreeMap<(NaiveDate, NaiveDate), Told<'_>>, report: &mut Report) {
    for (whole, told) in periods {
        let Some(parts) = tiles(*whole, periods) else { continue };
        let sum: i64 = parts.iter().map(|(_, part)| part.value).sum();
        // Within one table the totals are held against their parts already.
        let within = parts.iter().all(|(_, part)| std::ptr::eq(part.table, told.table))
            && told.table.counting == Counting::Current;
        if sum == told.value || within {
            continue;
        }
        let listed = say::both(|language| {
            let names: Vec<String> = parts.iter().map(|(period, _)| name(*period, language)).collect();
            match (names.as_slice(), language) {
                ([first, .., last], Language::Chinese) if names.len() > 3 => format!("{first}到{last}"),
                ([first, .., last], Language::English) if names.len() > 3 => format!("{first} to {last}"),
                (_, Language::Chinese) => names.join("、"),
                (_, Language::English) => names.join(", "),
            }
        });
        report.push(
            Diagnostic::new(&codes::PERIODS_DIFFER, told.span)
                .arg("cell", names::cell(told.table, told.cell))
                .arg("stated", told.value.to_string())
                .arg("parts", listed)
                .arg("sum", sum.to_string()),
        );
        return;
    }
}

type Part<'a, 'b> = ((NaiveDate, NaiveDate), &'b Told<'a>);

/// The shortest periods that follow each other from the first day of a period to its last.
fn tiles<'a, 'b>(
    whole: (NaiveDate, NaiveDate),
    periods: &'b BTreeMap<(NaiveDate, NaiveDate), Told<'a>>,
) -> Option<Vec<Part<'a, 'b>>> {
    let mut parts = Vec::new();
    let mut from = whole.0;
    while from <= whole.1 {
        // Of those that begin here the shortest comes first.
        let (period, told) = periods.range((from, from)..=(from, whole.1)).find(|(period, _)| **period != whole)?;
        parts.push((*period, told));
        from = period.1.succ_opt()?;
    }
    (parts.len() > 1).then_some(parts)
}

fn name((first, last): (NaiveDate, NaiveDate), language: Language) -> String {
    let range = |words: (&str, &str)| match language {
        Language::Chinese => words.0.to_owned(),
        Language::English => words.1.to_owned(),
    };
    let month = first.format("%m").to_string().trim_start_matches('0').to_owned();
    if first.format("%Y-%m").to_string() == last.format("%Y-%m").to_string() {
        return range((&format!("{month}月"), &first.format("%B").to_string()));
    }
    let end = last.format("%m").to_string().trim_start_matches('0').to_owned();
    range((&format!("{month}—{end}月"), &format!("{} to {}", first.format("%B"), last.format("%B"))))
}
