//! The lines of a table become counts in their cells.

use super::columns::{Column, category, columns, measure};
use super::{Stated, Written, names};
use crate::check::read;
use crate::diag::code::figures as codes;
use crate::diag::{Diagnostic, Phrase, Report, did_you_mean};
use crate::load::pins::Pinned;
use crate::load::statistics::Revision as DraftRevision;
use crate::model::table::{Cell, Count, Dimension, Revision, Table};
use crate::source::Text;
use crate::wording::figure;

/// How many missing cells are named.
const NAMED: usize = 6;
/// Most cells of single categories: more than lines could state is no table.
const MOST: usize = 200_000;

/// Reads every line after the header.
pub(super) fn fill(written: &mut Written, lines: &[Vec<Text>], report: &mut Report) {
    let Some((header, lines)) = lines.split_first() else { return };
    let columns = columns(header, written, report);
    if columns.contains(&Column::Unknown) {
        return;
    }
    for line in lines {
        if let Some(cell) = line.iter().skip(columns.len()).find(|cell| !cell.value.trim().is_empty()) {
            let what = Phrase::new("这一行比表头多一格", "this line has more cells than the header");
            let hint = Phrase::new(
                "删掉多的，或者在表头里加上这一列",
                "remove what is too much, or add the column to the header",
            );
            report.push(Diagnostic::new(&codes::TABLE_SHAPE, cell.span).arg("what", what).arg("hint", hint));
        }
        row(written, &columns, line, report);
    }
}

fn row(written: &mut Written, columns: &[Column], line: &[Text], report: &mut Report) {
    let mut at = vec![0; written.table.dimensions.len()];
    let mut of_line = None;
    for (column, cell) in columns.iter().zip(line) {
        let name = read::name(&cell.value);
        match *column {
            Column::Dimension(dimension) => {
                let Some(found) = written.table.dimensions.get(dimension) else { continue };
                match category(found, &name) {
                    Some(category) => at[dimension] = category,
                    None => return unknown(found, cell, &name, report),
                }
            }
            Column::Measure => match measure(&written.table, &name) {
                Some(measure) => of_line = Some(measure),
                None => {
                    let known: Vec<&str> = written.table.measures.iter().map(|one| one.name.as_str()).collect();
                    let found = Diagnostic::new(&codes::UNKNOWN_VALUE, cell.span).arg("name", name).arg("hint", "");
                    return report.push(
                        found.arg("dimension", Phrase::new("指标", "measure")).arg("known", names::list(&known)),
                    );
                }
            },
            _ => {}
        }
    }
    for (column, cell) in columns.iter().zip(line) {
        match *column {
            Column::Count(measure) => count(written, Cell { measure, at: at.clone() }, cell, report),
            Column::Category(dimension, category) => {
                let cell_at = Cell { measure: of_line.unwrap_or(0), at: at.clone() }.with(dimension, category);
                count(written, cell_at, cell, report);
            }
            Column::Rate(of) if !is_blank(cell) => {
                if let Some(value) = figure::percent(&cell.value).settle(cell, report) {
                    written.rates.push(Stated { of, at: at.clone(), value, span: cell.span });
                }
            }
            Column::Change(of) if !is_blank(cell) => {
                if let Some(value) = figure::change(&cell.value).settle(cell, report) {
                    written.changes.push(Stated { of, at: at.clone(), value, span: cell.span });
                }
            }
            _ => {}
        }
    }
}

fn is_blank(cell: &Text) -> bool {
    matches!(cell.trimmed(), "" | "—" | "-" | "——" | "/")
}

fn count(written: &mut Written, at: Cell, cell: &Text, report: &mut Report) {
    let unit = written.table.measures.get(at.measure).map_or("", |measure| measure.unit.as_str());
    let Some(count) = figure::count(&cell.value, unit).settle(cell, report) else { return };
    if let Some(first) = written.places.get(&at) {
        let found = Diagnostic::new(&codes::CELL_TWICE, cell.span).arg("cell", names::cell(&written.table, &at));
        return report.push(found.related(*first, Phrase::new("第一次在这里", "first here")));
    }
    written.places.insert(at.clone(), cell.span);
    written.table.cells.insert(at, count);
}

fn unknown(dimension: &Dimension, cell: &Text, name: &str, report: &mut Report) {
    let known: Vec<&str> = dimension.categories.iter().skip(1).map(|one| one.name.as_str()).collect();
    let hint = did_you_mean(names::nearest(&known, name));
    let found = Diagnostic::new(&codes::UNKNOWN_VALUE, cell.span).arg("name", name).arg("hint", hint);
    report.push(found.arg("dimension", dimension.name.as_str()).arg("known", names::list(&known)));
}

/// Cells of single categories that no line states. Totals may be left to the program.
pub(super) fn gaps(written: &Written, report: &mut Report) {
    let table = &written.table;
    let leaves: Vec<Vec<usize>> = table.dimensions.iter().map(leaves).collect();
    let counts = leaves.iter().map(Vec::len).chain([table.measures.len()]);
    let cells = counts.fold(1_usize, usize::saturating_mul);
    if cells > MOST {
        let what = Phrase::new(
            format!("这些维度和指标一共有 {cells} 格，多于 {MOST} 格"),
            format!("these dimensions and measures make {cells} cells, more than {MOST}"),
        );
        let hint = Phrase::new("分成几张表，一张少几个维度", "make several tables of it, each with fewer dimensions");
        report.push(Diagnostic::new(&codes::TABLE_SHAPE, written.title).arg("what", what).arg("hint", hint));
        return;
    }
    let mut lines = vec![Vec::new()];
    for leaves in &leaves {
        lines = lines
            .iter()
            .flat_map(|line: &Vec<usize>| leaves.iter().map(move |leaf| [line.as_slice(), &[*leaf]].concat()))
            .collect();
    }
    let stated = |cell: &Cell| table.cells.contains_key(cell);
    let cells =
        lines.iter().flat_map(|at| (0..table.measures.len()).map(move |measure| Cell { measure, at: at.clone() }));
    let missing: Vec<Cell> = cells.filter(|cell| !stated(cell)).collect();
    if missing.is_empty() {
        return;
    }
    let named = |lang| {
        let shown: Vec<String> =
            missing.iter().take(NAMED).map(|cell| names::cell(table, cell).get(lang).to_owned()).collect();
        let more = missing.len().saturating_sub(NAMED);
        (shown, more)
    };
    let (zh, more) = named(crate::diag::Lang::Zh);
    let (en, _) = named(crate::diag::Lang::En);
    let list = if more > 0 {
        Phrase::new(format!("{} 等 {} 格", zh.join("，"), missing.len()), format!("{} and {more} more", en.join(", ")))
    } else {
        Phrase::new(zh.join("，"), en.join(", "))
    };
    report.push(Diagnostic::new(&codes::CELL_EMPTY, written.title).arg("list", list));
}

/// The categories that are made of no others; of a dimension without values the whole.
pub(super) fn leaves(dimension: &Dimension) -> Vec<usize> {
    let leaves: Vec<usize> =
        (1..dimension.categories.len()).filter(|at| dimension.parts(*at).next().is_none()).collect();
    if leaves.is_empty() { vec![0] } else { leaves }
}

/// Reads 修订: each names a cell of this table.
pub(super) fn revisions(written: &Written, said: &[Pinned<DraftRevision>], report: &mut Report) -> Vec<Revision> {
    said.iter().filter_map(|one| revision(written, one, report)).collect()
}

fn revision(written: &Written, said: &Pinned<DraftRevision>, report: &mut Report) -> Option<Revision> {
    let table: &Table = &written.table;
    let own = &said.content;
    let mut at = vec![0; table.dimensions.len()];
    for (key, value) in &said.pins {
        let name = read::name(&key.value);
        let Some(dimension) = table.dimensions.iter().position(|one| one.name == name) else {
            let known: Vec<&str> = table.dimensions.iter().map(|one| one.name.as_str()).collect();
            let found = Diagnostic::new(&codes::UNKNOWN_COLUMN, key.span).arg("name", name).arg("hint", "");
            report.push(found.arg("known", names::list(&known)));
            return None;
        };
        let of = table.dimensions.get(dimension)?;
        match category(of, &read::name(&value.value)) {
            Some(category) => at[dimension] = category,
            None => {
                unknown(of, value, &read::name(&value.value), report);
                return None;
            }
        }
    }
    let measure = match &own.measure {
        Some(text) => measure(table, &read::name(&text.value))?,
        None => 0,
    };
    let unit = table.measures.get(measure)?.unit.as_str();
    let number = |text: &Option<Text>, report: &mut Report| {
        let text = text.as_ref()?;
        figure::count(&text.value, unit).settle(text, report)?.exact()
    };
    let (was, is) = (number(&own.was, report)?, number(&own.is, report)?);
    let cell = Cell { measure, at };
    if let Some(stated) = table.cells.get(&cell).and_then(Count::exact).filter(|stated| *stated != is) {
        let span = own.is.as_ref().map_or(written.title, |text| text.span);
        let found = Diagnostic::new(&codes::REVISION_DIFFERS, span).arg("cell", names::cell(table, &cell));
        report.push(found.arg("is", is.to_string()).arg("stated", stated.to_string()));
    }
    let announced =
        own.announced.as_ref().and_then(|text| read::date(text, &crate::wording::Context::default(), report));
    Some(Revision { cell, was, is, reason: read::words(&own.reason), announced })
}
