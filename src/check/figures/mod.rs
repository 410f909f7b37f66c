//! Tables of figures: as written they become counts in their cells; then everything that can be added up is added up.

mod cells;
mod columns;
mod compared;
mod dimensions;
mod names;
mod periods;
mod rates;
mod sums;

use crate::check::read;
use crate::diag::code::figures as codes;
use crate::diag::code::files::NOT_PUBLISHED_YET;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::draft::{Folder, Part};
use crate::load::grid::Grid;
use crate::load::statistics::{Measure as DraftMeasure, Statistics};
use crate::model::table::{Cell, Count, Counting, Measure, State, Table};
use crate::model::unit::UnitId;
use crate::source::{Span, Text};
use crate::wording::{Context, choice, figure::Decimal};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// A table with the places of its figures, and what it states of rates and changes.
pub(super) struct Written {
    table: Table,
    /// Where the title stands.
    title: Span,
    /// Where each figure stands.
    places: BTreeMap<Cell, Span>,
    /// Rates as stated, by rate and the categories of their line.
    rates: Vec<Stated>,
    /// Changes as stated, by measure and the categories of their line.
    changes: Vec<Stated>,
    /// The base of the comparison, as written.
    base: Option<Text>,
}

/// A percentage as stated.
struct Stated {
    of: usize,
    at: Vec<usize>,
    value: Decimal,
    span: Span,
}

/// Reads the tables of all units and holds them against themselves and each other. They are not published yet, which is said.
pub(super) fn check(folders: &[&Folder], report: &mut Report) {
    let mut own = Report::default();
    let mut all = Vec::new();
    for (at, folder) in folders.iter().enumerate() {
        all.extend(folder.statistics.iter().filter_map(|part| sound(UnitId(at), part, &mut own)));
    }
    for written in &mut all {
        sums::derive(&mut written.table);
    }
    for written in &all {
        sums::check(written, &mut own);
        rates::check(written, &mut own);
    }
    periods::check(&all, &mut own);
    compared::check(&all, &mut own);
    let refused = own.refuses(false);
    report.merge(own);
    if refused {
        return;
    }
    let units: BTreeSet<UnitId> = all.iter().map(|written| written.table.unit).collect();
    for folder in units.iter().filter_map(|unit| folders.get(unit.0)) {
        let shown =
            if folder.path.is_empty() { "statistics".to_owned() } else { format!("{}/statistics", folder.path) };
        report.push(Diagnostic::of_path(&NOT_PUBLISHED_YET, shown.clone()).arg("folder", shown));
    }
}

/// The table of a file in which nothing is wrong.
fn sound(unit: UnitId, part: &Part<Statistics>, report: &mut Report) -> Option<Written> {
    let mut own = Report::default();
    let table = table(unit, part, &mut own).filter(|_| !own.refuses(false));
    report.merge(own);
    table
}

fn table(unit: UnitId, part: &Part<Statistics>, report: &mut Report) -> Option<Written> {
    let said = &part.content;
    let title = said.title.as_ref()?;
    let status = said.status.as_ref().filter(|text| !matches!(text.trimmed(), "草稿" | "draft"));
    let state = status.and_then(|text| choice::table_state(&text.value).settle(text, report)).unwrap_or(State::First);
    let draft = said.status.is_some() && status.is_none();
    let issued_on = said.issued_on.as_ref().and_then(|text| read::date(text, &Context::default(), report));
    let context = Context { issued: issued_on, ..Context::default() };
    let period = said.period.as_ref().and_then(|text| read::range(text, &context, report));
    let measures = measures(&said.measures, report);
    let period = period?;
    let counting = counting(said, period.first, report);
    let dimensions = dimensions::dimensions(&said.dimensions, period, counting, report);
    if report.refuses(false) || measures.is_empty() {
        return None;
    }
    let mut table = Table {
        unit,
        stem: part.stem.clone(),
        title: title.trimmed().to_owned(),
        issued_by: read::some_words(&said.issued_by),
        issued_on,
        basis: read::all_words(&said.basis),
        notes: read::all_words(&said.notes),
        state,
        period,
        counting,
        as_of: said
            .as_of
            .as_ref()
            .filter(|text| text.trimmed() != "每月末")
            .and_then(|text| read::date(text, &context, report)),
        measures,
        dimensions,
        cells: BTreeMap::new(),
        rates: Vec::new(),
        revisions: Vec::new(),
        compared: None,
    };
    table.rates = rates::declared(&said.rates, &table, &context, report);
    table.compared = said.compared.as_ref().and_then(|compared| {
        compared.base_period.as_ref().and_then(|text| read::range(text, &Context::default(), report))
    });
    let base = said.compared.as_ref().and_then(|compared| compared.base.clone());
    let mut written =
        Written { table, title: title.span, places: BTreeMap::new(), rates: Vec::new(), changes: Vec::new(), base };
    // A file that could not be read is told already.
    let Grid::Lines(lines) = &said.data else { return None };
    cells::fill(&mut written, lines, report);
    if !report.refuses(false) {
        cells::gaps(&written, report);
    }
    written.rates.extend(rates::stated(&said.rates, &written.table, report));
    written.table.revisions = cells::revisions(&written, &said.revisions, report);
    (!draft).then_some(written)
}

fn measures(said: &[DraftMeasure], report: &mut Report) -> Vec<Measure> {
    let name = |text: &Option<Text>| text.as_ref().map(|text| read::name(&text.value)).unwrap_or_default();
    let names: Vec<String> = said.iter().map(|measure| name(&measure.name)).collect();
    let mut measures = Vec::with_capacity(said.len());
    for measure in said {
        let mut other = |text: &Option<Text>| {
            let text = text.as_ref()?;
            let found = names.iter().position(|name| *name == read::name(&text.value));
            if found.is_none() {
                let what = Phrase::new(
                    format!("“{}”不是这张表的指标", text.trimmed()),
                    format!("\"{}\" is no measure of this table", text.trimmed()),
                );
                let hint = Phrase::new(
                    format!("写 {} 里的一个", names.join("、")),
                    format!("write one of {}", names.join(", ")),
                );
                report.push(Diagnostic::new(&codes::TABLE_SHAPE, text.span).arg("what", what).arg("hint", hint));
            }
            found
        };
        let (cases, at_least_as) = (other(&measure.cases), other(&measure.at_least_as));
        measures.push(Measure {
            name: name(&measure.name),
            unit: measure.unit.as_ref().map(|text| read::name(&text.value)).unwrap_or_default(),
            cases,
            at_least_as,
        });
    }
    measures
}

fn counting(said: &Statistics, first: NaiveDate, report: &mut Report) -> Counting {
    let Some(text) = &said.basis_of_count else { return Counting::Current };
    match choice::cumulative(&text.value).settle(text, report) {
        Some(true) => {
            let from = said.cumulated_from.as_ref().and_then(|text| {
                let month = choice::month(&text.value).settle(text, report)?;
                NaiveDate::from_ymd_opt(first.year(), month, 1)
            });
            Counting::Since(from.unwrap_or_else(|| NaiveDate::from_ymd_opt(first.year(), 1, 1).unwrap_or(first)))
        }
        _ => Counting::Current,
    }
}

impl Written {
    /// The exact count of a cell.
    fn exact(&self, cell: &Cell) -> Option<i64> {
        self.table.cells.get(cell).and_then(Count::exact)
    }

    /// Where a cell stands; where it was worked out, the title.
    fn place(&self, cell: &Cell) -> Span {
        self.places.get(cell).copied().unwrap_or(self.title)
    }
}
