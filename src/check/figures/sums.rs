//! Parts are added up along every dimension: totals that are not stated are worked out, stated ones are held against the sum.

use super::{Written, names};
use crate::diag::code::figures as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::model::table::{Cell, Count, Counting, Dimension, Table};
use std::collections::BTreeMap;

/// Whether the figures along a dimension add up: those of months that count since January do not.
pub(super) fn adds_up(table: &Table, dimension: &Dimension) -> bool {
    !(dimension.temporal && matches!(table.counting, Counting::Since(_)))
}

/// Works out what is a sum and is not stated, from the leaves upward, dimension after dimension.
pub(super) fn derive(table: &mut Table) {
    for at in 0..table.dimensions.len() {
        let Some(dimension) = table.dimensions.get(at).filter(|dimension| adds_up(table, dimension)).cloned() else {
            continue;
        };
        let mut lines: BTreeMap<usize, Vec<Cell>> = BTreeMap::new();
        for cell in table.cells.keys() {
            lines.entry(cell.at.get(at).copied().unwrap_or(0)).or_default().push(cell.clone());
        }
        // The parts of a category come after it, so that backwards every sum finds its parts.
        for category in (0..dimension.categories.len()).rev() {
            let parts: Vec<usize> = dimension.parts(category).collect();
            let Some(first) = parts.first() else { continue };
            for cell in lines.get(first).cloned().unwrap_or_default() {
                let whole = cell.with(at, category);
                if table.cells.contains_key(&whole) {
                    continue;
                }
                let part = |part: &usize| table.cells.get(&cell.with(at, *part)).and_then(Count::exact);
                if let Some(parts) = parts.iter().map(part).collect::<Option<Vec<i64>>>() {
                    table.cells.insert(whole.clone(), Count::Exact(parts.iter().sum()));
                    lines.entry(category).or_default().push(whole);
                }
            }
        }
    }
}

/// Holds stated totals against their parts, and counts against what they can never be less than.
pub(super) fn check(written: &Written, report: &mut Report) {
    let table = &written.table;
    for cell in written.places.keys() {
        let Some(stated) = written.exact(cell) else { continue };
        for (at, dimension) in table.dimensions.iter().enumerate().filter(|(_, one)| adds_up(table, one)) {
            let Some(category) = cell.at.get(at) else { continue };
            let parts: Vec<Cell> = dimension.parts(*category).map(|part| cell.with(at, part)).collect();
            let known: Vec<Option<i64>> = parts.iter().map(|part| written.exact(part)).collect();
            if parts.is_empty() {
                continue;
            }
            if let Some(known) = known.iter().copied().collect::<Option<Vec<i64>>>() {
                let sum: i64 = known.iter().sum();
                // A total that agrees with the single figures is right, whatever is wrong with a sum in between: that is
                // told there.
                if sum != stated && single(written, cell) != Some(stated) {
                    report.push(differs(written, cell, stated, sum, &known));
                    // Other directions would only say it again.
                    break;
                }
            } else if let Some((part, value)) = parts
                .iter()
                .zip(&known)
                .find_map(|(part, value)| value.filter(|value| *value > stated).map(|value| (part, value)))
            {
                let found =
                    Diagnostic::new(&codes::PART_EXCEEDS, written.place(part)).arg("cell", names::cell(table, part));
                let found = found.arg("part", value.to_string()).arg("stated", stated.to_string());
                report.push(found.arg("whole", names::cell(table, cell)));
            }
        }
        less(written, cell, stated, report);
    }
}

/// The sum of all the single figures that a cell is made of.
fn single(written: &Written, cell: &Cell) -> Option<i64> {
    let table = &written.table;
    let along = table.dimensions.iter().enumerate().find_map(|(at, dimension)| {
        let category = *cell.at.get(at)?;
        let parts: Vec<Cell> = dimension.parts(category).map(|part| cell.with(at, part)).collect();
        (!parts.is_empty() && adds_up(table, dimension)).then_some(parts)
    });
    match along {
        Some(parts) => parts.iter().map(|part| single(written, part)).sum(),
        None => written.exact(cell),
    }
}

fn differs(written: &Written, cell: &Cell, stated: i64, sum: i64, parts: &[i64]) -> Diagnostic {
    let difference = (stated - sum).abs();
    // One part counted twice, or left out, is the commonest slip; two digits exchanged the next.
    let hint = if parts.contains(&difference) && stated > sum {
        Phrase::new("：正好是其中一项，是不是加了两遍？", ", just one of the parts: was it added twice?")
    } else if parts.contains(&difference) {
        Phrase::new("：正好是其中一项，是不是漏加了？", ", just one of the parts: was it left out?")
    } else if transposed(stated, sum) {
        Phrase::new("：是不是两位数字写颠倒了？", ": did two digits change places?")
    } else {
        Phrase::from("")
    };
    Diagnostic::new(&codes::SUM_DIFFERS, written.place(cell))
        .arg("cell", names::cell(&written.table, cell))
        .arg("stated", stated.to_string())
        .arg("sum", sum.to_string())
        .arg("difference", difference.to_string())
        .arg("hint", hint)
}

/// Whether two numbers are the same but for two neighbouring digits that changed places.
pub(super) fn transposed(a: i64, b: i64) -> bool {
    let (a, b) = (a.to_string().into_bytes(), b.to_string().into_bytes());
    if a.len() != b.len() {
        return false;
    }
    let apart: Vec<usize> = (0..a.len()).filter(|at| a[*at] != b[*at]).collect();
    matches!(*apart.as_slice(), [first, second] if second == first + 1 && a[first] == b[second] && a[second] == b[first])
}

fn less(written: &Written, cell: &Cell, stated: i64, report: &mut Report) {
    let table = &written.table;
    let Some(measure) = table.measures.get(cell.measure) else { return };
    for other in [measure.at_least_as, measure.cases].into_iter().flatten() {
        let than = Cell { measure: other, at: cell.at.clone() };
        let Some(least) = written.exact(&than).filter(|least| *least > stated) else { continue };
        let name = table.measures.get(other).map_or("", |measure| measure.name.as_str());
        let line = names::line(table, &cell.at);
        let line = if line.is_empty() { Phrase::new("合计", "the total") } else { Phrase::from(line) };
        report.push(
            Diagnostic::new(&codes::LESS_THAN, written.place(cell))
                .arg("cell", line)
                .arg("measure", measure.name.as_str())
                .arg("stated", stated.to_string())
                .arg("other", name)
                .arg("least", least.to_string()),
        );
        break;
    }
}

#[cfg(test)]
mod tests {
    use super::transposed;

    #[test]
    fn digits_that_changed_places() {
        for (a, b, wanted) in
            [(924, 942, true), (1234, 1324, true), (12, 21, true), (12, 12, false), (100, 10, false), (123, 321, false)]
        {
            assert_eq!(transposed(a, b), wanted, "{a} {b}");
        }
    }
}
