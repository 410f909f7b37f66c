//! Changes against an earlier period as stated, held against the table of that period.

use super::rates::written;
use super::{Written, names};
use crate::check::read;
use crate::diag::code::figures as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::model::site::Language;
use crate::model::table::{Cell, Table};
use crate::wording::figure::Decimal;
use crate::wording::say;

/// Finds the base of every comparison and works the changes out again.
pub(super) fn check(all: &[Written], report: &mut Report) {
    for table in all {
        let Some(period) = table.table.compared else { continue };
        let named = table.base.as_ref().map(|text| read::name(&text.value));
        let fits = |other: &&Written| {
            let same_office = other.table.unit == table.table.unit;
            match &named {
                Some(stem) => same_office && other.table.stem == *stem,
                None => same_office && other.table.period == period && other.table.measures == table.table.measures,
            }
        };
        match all.iter().find(fits) {
            Some(base) => table.changes.iter().for_each(|stated| one(table, base, stated, report)),
            None => {
                let base = say::both(|language| {
                    let (first, last) = (say::date(period.first, language), say::date(period.last, language));
                    match language {
                        Language::Chinese => format!("{first}至{last}"),
                        Language::English => format!("{first} to {last}"),
                    }
                });
                let span = table.base.as_ref().map_or(table.title, |text| text.span);
                report.push(Diagnostic::new(&codes::BASE_UNKNOWN, span).arg("base", base));
            }
        }
    }
}

fn one(table: &Written, base: &Written, stated: &super::Stated, report: &mut Report) {
    let cell = Cell { measure: stated.of, at: stated.at.clone() };
    let Some(now) = table.exact(&cell) else { return };
    let Some(then) = counterpart(&table.table, &cell, &base.table).and_then(|cell| base.exact(&cell)) else { return };
    let Decimal { digits, decimals } = stated.value;
    let Some(right) = change(then, now, decimals) else { return };
    // A change of nought is 持平 only where both are the same.
    if right == digits {
        return;
    }
    report.push(
        Diagnostic::new(&codes::CHANGE_DIFFERS, stated.span)
            .arg("cell", names::cell(&table.table, &cell))
            .arg("stated", written(digits, decimals))
            .arg("base_title", Phrase::new(format!("《{}》", base.table.title), format!("\"{}\"", base.table.title)))
            .arg("base", then.to_string())
            .arg("now", now.to_string())
            .arg("right", written(right, decimals)),
    );
}

/// From `then` to `now` in percent, halves away from zero. `None` from nothing.
fn change(then: i64, now: i64, decimals: u32) -> Option<i64> {
    let scale = 100_i128 * 10_i128.pow(decimals);
    let (gain, then) = ((i128::from(now) - i128::from(then)) * scale, i128::from(then));
    if then <= 0 {
        return None;
    }
    i64::try_from(gain.signum() * ((gain.abs() * 2 + then) / (then * 2))).ok()
}

/// The cell of another table with the same names; a month is that month of the other year.
fn counterpart(table: &Table, cell: &Cell, other: &Table) -> Option<Cell> {
    let measure = table.measures.get(cell.measure)?;
    let measure = other.measures.iter().position(|one| (&one.name, &one.unit) == (&measure.name, &measure.unit))?;
    let mut at = vec![0; other.dimensions.len()];
    for (dimension, category) in table.dimensions.iter().zip(&cell.at) {
        if *category == 0 {
            continue;
        }
        let name = &dimension.categories.get(*category)?.name;
        let index = other.dimensions.iter().position(|one| one.name == dimension.name)?;
        let found = other.dimensions.get(index)?.categories.iter().position(|one| one.name == *name)?;
        at[index] = found;
    }
    Some(Cell { measure, at })
}

#[cfg(test)]
mod tests {
    use super::change;

    #[test]
    fn changes_are_rounded_away_from_zero() {
        for (then, now, decimals, wanted) in [
            (200, 250, 1, Some(250)),
            (200, 150, 1, Some(-250)),
            (3, 4, 1, Some(333)),
            (3, 2, 0, Some(-33)),
            (8, 9, 0, Some(13)),
            (0, 5, 1, None),
            (7, 7, 1, Some(0)),
        ] {
            assert_eq!(change(then, now, decimals), wanted, "{then} {now}");
        }
    }
}
