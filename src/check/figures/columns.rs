//! The header of a table becomes columns: which dimension, measure, rate or change each of them holds.

use super::dimensions::WHOLE;
use super::{Written, names};
use crate::check::read;
use crate::diag::code::figures as codes;
use crate::diag::{Diagnostic, Phrase, Report, did_you_mean};
use crate::model::table::{Dimension, Table};
use crate::source::Text;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Values of a dimension.
    Dimension(usize),
    /// Names of measures.
    Measure,
    /// Counts of a measure.
    Count(usize),
    /// Counts for one category of the dimension that has no column of its own.
    Category(usize, usize),
    /// A rate as stated.
    Rate(usize),
    /// The change of a measure against the earlier period, as stated.
    Change(usize),
    /// Nothing that was understood; reported.
    Unknown,
}

/// Reads the header.
pub(super) fn columns(header: &[Text], written: &Written, report: &mut Report) -> Vec<Column> {
    let table = &written.table;
    let names: Vec<String> = header.iter().map(|cell| read::name(&cell.value)).collect();
    let own = |name: &str| table.dimensions.iter().position(|dimension| dimension.name == name);
    // The one dimension without a column lies across the others.
    let missing: Vec<usize> =
        (0..table.dimensions.len()).filter(|at| !names.iter().any(|name| own(name) == Some(*at))).collect();
    let across = |name: &str| {
        let [dimension] = *missing.as_slice() else { return None };
        category(table.dimensions.get(dimension)?, name).map(|category| Column::Category(dimension, category))
    };
    let mut columns = Vec::with_capacity(header.len());
    for (cell, name) in header.iter().zip(&names) {
        let found = own(name)
            .map(Column::Dimension)
            .or_else(|| matches!(name.as_str(), "指标" | "measure").then_some(Column::Measure))
            .or_else(|| measure(table, name).map(Column::Count))
            .or_else(|| table.rates.iter().position(|rate| rate.name == *name).map(Column::Rate))
            .or_else(|| change(table, name).map(Column::Change))
            .or_else(|| across(name));
        columns.push(found.unwrap_or_else(|| {
            unknown(table, cell, name, report);
            Column::Unknown
        }));
    }
    let lies_across = columns.iter().any(|column| matches!(column, Column::Category(..)));
    let covered = missing.is_empty() || (missing.len() == 1 && lies_across);
    if !(covered || columns.contains(&Column::Unknown)) {
        let without: Vec<&str> =
            missing.iter().filter_map(|at| table.dimensions.get(*at)).map(|one| one.name.as_str()).collect();
        let span = header.first().map_or(written.title, |cell| cell.span);
        let what = Phrase::new(
            format!("表头里没有“{}”这一列", without.join("、")),
            format!("the header has no column \"{}\"", without.join(", ")),
        );
        let hint = Phrase::new(
            "加上这一列；只少一个维度的，也可以把它的取值写成列名",
            "add it; where one dimension is left, its values may be the columns",
        );
        report.push(Diagnostic::new(&codes::TABLE_SHAPE, span).arg("what", what).arg("hint", hint));
        return vec![Column::Unknown; header.len()];
    }
    columns
}

/// The category of a dimension by its name; 合计 and its like mean the whole.
pub(super) fn category(dimension: &Dimension, name: &str) -> Option<usize> {
    let named = dimension.categories.iter().position(|category| category.name == name);
    named.or_else(|| WHOLE.contains(&name).then_some(0))
}

/// The measure of a name, with or without its unit in brackets: 受理量（件）.
pub(super) fn measure(table: &Table, name: &str) -> Option<usize> {
    table.measures.iter().position(|measure| {
        let rest = name.strip_prefix(measure.name.as_str()).map(|rest| rest.trim_matches(['（', '）', '(', ')']));
        rest.is_some_and(|rest| rest.is_empty() || rest == measure.unit)
    })
}

/// 受理量同比, or 同比 where one thing is counted.
fn change(table: &Table, name: &str) -> Option<usize> {
    let of = name.strip_suffix("同比").or_else(|| name.strip_suffix("change"))?;
    if of.is_empty() { (table.measures.len() == 1).then_some(0) } else { measure(table, of) }
}

fn unknown(table: &Table, cell: &Text, name: &str, report: &mut Report) {
    let mut known: Vec<&str> = table.dimensions.iter().map(|one| one.name.as_str()).collect();
    known.extend(table.measures.iter().map(|one| one.name.as_str()));
    known.extend(table.rates.iter().map(|one| one.name.as_str()));
    report.push(
        Diagnostic::new(&codes::UNKNOWN_COLUMN, cell.span)
            .arg("name", name)
            .arg("hint", did_you_mean(names::nearest(&known, name)))
            .arg("known", names::list(&known)),
    );
}
