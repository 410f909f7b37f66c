//! Turns the first sheet of a workbook into lines of cells, and into text in which problems can be shown.
//!
//! The text has one line for each line of the sheet, with the name of each cell before its words:
//! `A7: 2026-12-15 | B7: 陈守望`. So a problem's line number is that of the sheet, and the cell stands beside it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{CellErrorType, DataRef, Dimensions, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};

use super::package::{self, Hidden};
use super::{Lines, too_large};
use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::source::{FileId, Span, Text};

/// A sheet as cells by line and column, from 0; blank ones are left out.
type Cells = BTreeMap<(u32, u32), Value>;

/// What a cell says.
enum Value {
    Words(String),
    /// `#N/A` and its like.
    Broken(&'static str),
}

/// Reads the first visible sheet of a workbook; `None` when that cannot be done, which is reported.
pub(super) fn read(file: FileId, bytes: &[u8], shown: &str, report: &mut Report) -> Option<(String, Lines)> {
    let unreadable =
        |zh: &str, en: &str| Diagnostic::of_path(&files::TABLE_UNREADABLE, shown).arg("reason", Phrase::new(zh, en));
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        report.push(unreadable("它是旧格式的 .xls，或者加了密码", "it is an old .xls or has a password"));
        return None;
    }
    match package::is_small(bytes) {
        Some(true) => {}
        Some(false) => {
            let what = Phrase::new("展开以后太大", "too large once unpacked");
            report.push(Diagnostic::of_path(&files::TABLE_TOO_LARGE, shown).arg("what", what));
            return None;
        }
        None => {
            report.push(unreadable("它不是 .xlsx，或者已经损坏", "it is no .xlsx, or damaged"));
            return None;
        }
    }
    let damaged = |_: XlsxError| unreadable("里面的内容已经损坏", "what is in it is damaged");
    let mut partly = Vec::new();
    let sheet = sheet(bytes, &mut partly).map_err(damaged).and_then(|read| match read {
        Some(Ok(cells)) => Ok(cells),
        Some(Err(what)) => Err(Diagnostic::of_path(&files::TABLE_TOO_LARGE, shown).arg("what", what)),
        None => Err(unreadable("里面没有看得见的工作表", "it has no visible sheet")),
    });
    for what in partly {
        report.push(Diagnostic::of_path(&files::TABLE_PARTLY, shown).arg("what", what));
    }
    match sheet {
        Ok(cells) => Some(lay_out(file, &cells, report)),
        Err(diagnostic) => {
            report.push(diagnostic);
            None
        }
    }
}

/// The cells of the first visible sheet, or what is too much about it; what is left out goes into `partly`.
fn sheet(bytes: &[u8], partly: &mut Vec<Phrase>) -> Result<Option<Result<Cells, Phrase>>, XlsxError> {
    let mut book = Xlsx::new(Cursor::new(bytes))?;
    let names = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let mut names = names.map(|sheet| sheet.name.clone()).collect::<Vec<_>>().into_iter();
    let Some(name) = names.next() else { return Ok(None) };
    let mut others = Vec::new();
    for other in names {
        let mut reader = book.worksheet_cells_reader(&other)?;
        let mut filled = false;
        while let Some(cell) = reader.next_cell()? {
            filled |= words(cell.get_value()).is_some();
        }
        if filled {
            others.push(other);
        }
    }
    if !others.is_empty() {
        let zh =
            format!("工作表{}（只用第一张“{name}”）", others.iter().map(|one| format!("“{one}”")).collect::<String>());
        partly.push(Phrase::new(zh, format!("every sheet but the first, {name}: {}", others.join(", "))));
    }
    let hidden = package::hidden(bytes, &name).unwrap_or_default();
    let mut cells = Cells::new();
    let mut left_out = Hidden::default();
    let mut reader = book.worksheet_cells_reader(&name)?;
    while let Some(cell) = reader.next_cell()? {
        let (line, column) = cell.get_position();
        let Some(value) = words(cell.get_value()) else { continue };
        if hidden.columns.contains(&column) {
            left_out.columns.insert(column);
        } else if hidden.lines.contains(&line) {
            left_out.lines.insert(line);
        } else if let Some(what) = too_large(line as usize + 1, column as usize + 1) {
            return Ok(Some(Err(what)));
        } else {
            cells.insert((line, column), value);
        }
    }
    drop(reader);
    if !left_out.columns.is_empty() {
        let list = left_out.columns.iter().map(|column| letters(*column)).collect::<Vec<_>>().join("、");
        partly.push(Phrase::new(format!("隐藏的列 {list}"), format!("the hidden columns {list}")));
    }
    if !left_out.lines.is_empty() {
        let list = left_out.lines.iter().take(10).map(|line| (line + 1).to_string()).collect::<Vec<_>>().join("、");
        let count = left_out.lines.len();
        let more = if count > 10 { format!("等 {count} 行") } else { String::new() };
        partly.push(Phrase::new(format!("隐藏的行 {list}{more}"), format!("{count} hidden lines: {list}")));
    }
    let merged = book.merge_cells_by_sheet_name(&name)?;
    repeat_merged(&mut cells, &merged, &hidden);
    Ok(Some(Ok(cells)))
}

/// What spreadsheets show once for several lines holds for each of them. Across columns it stays in the first: the
/// others have other headers.
fn repeat_merged(cells: &mut Cells, merged: &[Dimensions], hidden: &Hidden) {
    let last = cells.keys().map(|(line, _)| *line).max().unwrap_or(0);
    for region in merged {
        let (line, column) = region.start;
        let Some(Value::Words(words)) = cells.get(&(line, column)) else { continue };
        let words = words.clone();
        for below in line + 1..=region.end.0.min(last) {
            if !hidden.lines.contains(&below) {
                cells.entry((below, column)).or_insert_with(|| Value::Words(words.clone()));
            }
        }
    }
}

/// Writes the sheet out as text, and its lines as cells that stand in it.
fn lay_out(file: FileId, cells: &Cells, report: &mut Report) -> (String, Lines) {
    let columns: Vec<u32> =
        cells.keys().map(|(_, column)| *column).collect::<std::collections::BTreeSet<_>>().into_iter().collect();
    let mut by_line: BTreeMap<u32, Vec<(u32, &Value)>> = BTreeMap::new();
    for ((line, column), value) in cells {
        by_line.entry(*line).or_default().push((*column, value));
    }
    let mut text = String::new();
    let mut lines = Lines::with_capacity(by_line.len());
    let mut at = 0;
    for (line, found) in by_line {
        while at < line {
            text.push('\n');
            at += 1;
        }
        let mut found = found.into_iter().peekable();
        let mut row = Vec::with_capacity(columns.len());
        for column in &columns {
            if !row.is_empty() {
                text.push_str(" | ");
            }
            // A colon and a blank keep the number of the line apart from digits of the cell.
            text.push_str(&format!("{}{}: ", letters(*column), line + 1));
            let start = text.len();
            let value = found.next_if(|(here, _)| here == column).map(|(_, value)| value);
            let mut said = String::new();
            match value {
                Some(Value::Words(words)) => {
                    said.clone_from(words);
                    text.extend(words.chars().map(|c| if c.is_ascii_control() { ' ' } else { c }));
                }
                Some(Value::Broken(sign)) => text.push_str(sign),
                None => {}
            }
            let span = Span::new(file, start..text.len());
            if let Some(Value::Broken(sign)) = value {
                let what = Phrase::new("是公式算不出来的结果", "is what a formula gives that fails");
                report.push(Diagnostic::new(&files::TABLE_CELL, span).arg("text", *sign).arg("what", what));
            }
            row.push(Text { value: said, span, verbatim: Some(0) });
        }
        lines.push(row);
    }
    text.push('\n');
    (text, lines)
}

/// What a cell says in words; `None` for a blank one.
fn words(value: &DataRef<'_>) -> Option<Value> {
    let words = match value {
        DataRef::Empty => return None,
        DataRef::Error(error) => return Some(Value::Broken(sign(error))),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(words) | DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => clean(words),
        DataRef::SharedString(words) => clean(words),
        DataRef::Bool(yes) => if *yes { "是" } else { "否" }.to_owned(),
        DataRef::DateTime(moment) => moment_words(moment),
    };
    (!words.is_empty()).then_some(Value::Words(words))
}

/// Without blanks around it and without control characters that are not ASCII: those have no width to put a blank in.
fn clean(words: &str) -> String {
    let words = words.replace("\r\n", "\n").replace("_x000D_", "");
    words.trim().chars().filter(|c| c.is_ascii() || !c.is_control()).collect()
}

/// A day, a time of day, or both, to the minute.
fn moment_words(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    // Floating point puts 9:30 a few milliseconds before itself.
    let minutes = u32::from(hour) * 60 + u32::from(minute) + u32::from(second >= 30);
    let clock = format!("{}:{:02}", minutes / 60, minutes % 60);
    let serial = moment.as_f64();
    if moment.is_duration() || (0.0..1.0).contains(&serial) {
        return clock;
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if minutes == 0 { date } else { format!("{date} {clock}") }
}

fn sign(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        _ => "#…",
    }
}

/// A column as spreadsheets call it: A, B, … Z, AA.
fn letters(column: u32) -> String {
    let letter = |number: u32| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    match column {
        0..26 => letter(column).to_string(),
        _ => format!("{}{}", letters(column / 26 - 1), letter(column)),
    }
}
