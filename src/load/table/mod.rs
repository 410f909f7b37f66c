//! Turns a table, read from YAML, CSV or a workbook, into entries: its first line names the keys, each other line is
//! one entry.
//!
//! `pipes`, `csv` and `xlsx` read the three forms into [`Lines`]; `columns` understands the header; `open` finds the
//! files that rosters name. Each cell is a [`Text`] with its place, so that whatever is found wrong with it later is
//! shown where it stands.

mod columns;
mod csv;
pub(super) mod open;
mod package;
pub(super) mod pipes;
mod xlsx;

use super::decode::Context;
use super::fields::Content;
use super::tree::Node;
use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::source::{FileId, Span, Text};
use columns::{Column, Columns};

/// Most lines of a table, the header included.
pub const MOST_LINES: usize = 20_000;

/// Most columns of a table.
pub const MOST_COLUMNS: usize = 64;

/// The cells of a table, line by line; a blank cell has an empty value and a place. Blank lines are left out.
pub type Lines = Vec<Vec<Text>>;

/// Where a table comes from, which decides what may stand around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From<'a> {
    /// Written in the roster: nothing else belongs there.
    Roster,
    /// A file of its own, for a roster with this title; the title above the table and remarks under it are left out.
    File(Option<&'a str>),
}

/// Decodes the lines of a table into content of a kind; problems of the header are reported once.
pub(super) fn decode<T: Content>(mut lines: Lines, from: From<'_>, context: &mut Context<'_>) -> Vec<T> {
    if !within_limits(&lines, context.report) {
        return Vec::new();
    }
    if let From::File(title) = from {
        leave_out_titles(&mut lines, title, context.report);
    }
    leave_out_what_is_no_line(&mut lines, from, context.report);
    let mut lines = lines.into_iter();
    let Some(header) = lines.next() else { return Vec::new() };
    let mut columns = Columns::read::<T>(&header, context);
    let mut all = Vec::with_capacity(lines.len());
    for line in lines {
        let place = whole(&line);
        let Some(entries) = columns.entries(line, context) else { continue };
        all.extend(super::decode::map(Node::Map(entries, place), T::kind().name(), "".into(), context));
    }
    all
}

/// The header and the lines of a table whose columns its reader understands by itself.
pub(super) fn plain(mut lines: Lines, from: From<'_>, report: &mut Report) -> Lines {
    if !within_limits(&lines, report) {
        return Lines::new();
    }
    if let From::File(title) = from {
        leave_out_titles(&mut lines, title, report);
    }
    leave_out_what_is_no_line(&mut lines, from, report);
    lines
}

/// Leaves out rulers, the header where a table printed on several sheets repeats it, and remarks, which are told.
fn leave_out_what_is_no_line(lines: &mut Lines, from: From<'_>, report: &mut Report) {
    let Some(header) = lines.first().cloned() else { return };
    let mut first = true;
    lines.retain(|line| {
        if std::mem::take(&mut first) {
            return true;
        }
        let remark = from != From::Roster && is_remark(line);
        if remark {
            let at = line.iter().find(|cell| !cell.value.is_empty()).map_or_else(Span::default, |cell| cell.span);
            let what = Phrase::new("表下面的这一行说明", "this remark under the table");
            report.push(Diagnostic::new(&files::TABLE_PARTLY, at).arg("what", what));
        }
        !(remark || is_ruler(line) || same(&header, line))
    });
}

fn within_limits(lines: &Lines, report: &mut Report) -> bool {
    let (rows, columns) = (lines.len(), lines.iter().map(Vec::len).max().unwrap_or(0));
    let Some(first) = lines.first().map(|line| whole(line)) else { return true };
    if let Some(what) = too_large(rows, columns) {
        report.push(Diagnostic::new(&files::TABLE_TOO_LARGE, first).arg("what", what));
        return false;
    }
    true
}

/// What is too much about a table of so many lines and columns.
fn too_large(rows: usize, columns: usize) -> Option<Phrase> {
    if rows > MOST_LINES {
        return Some(Phrase::new(format!("多于 {MOST_LINES} 行"), format!("more than {MOST_LINES} lines")));
    }
    let words = || Phrase::new(format!("多于 {MOST_COLUMNS} 列"), format!("more than {MOST_COLUMNS} columns"));
    (columns > MOST_COLUMNS).then(words)
}

/// Leaves out lines above the header in which one cell alone is filled. The roster's own title is there for those who
/// open the file; anything else that is not used is said.
fn leave_out_titles(lines: &mut Lines, title: Option<&str>, report: &mut Report) {
    let filled = |line: &Vec<Text>| line.iter().filter(|cell| !cell.value.is_empty()).count();
    let Some(header) = lines.iter().take(6).position(|line| filled(line) > 1) else { return };
    let plain = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for line in lines.drain(..header) {
        let Some(cell) = line.iter().find(|cell| !cell.value.is_empty()) else { continue };
        let words = plain(&cell.value);
        let same = title.map(plain).is_some_and(|title| words == title || words.strip_suffix('表') == Some(&title));
        if !same {
            let what = Phrase::new("表头上面的这一行", "this line above the header");
            report.push(Diagnostic::new(&files::TABLE_PARTLY, cell.span).arg("what", what));
        }
    }
}

/// 注：… alone in a line under the table.
fn is_remark(line: &[Text]) -> bool {
    let mut filled = line.iter().filter(|cell| !cell.value.is_empty());
    let (Some(first), None) = (filled.next(), filled.next()) else { return false };
    ["注", "备注", "说明"].iter().any(|word| {
        let rest = first.value.strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with(['：', ':', '1', '一', '（', '(', ' ', '\u{3000}']))
    })
}

/// `---|:--:` under the header, as Markdown draws it.
fn is_ruler(line: &[Text]) -> bool {
    let dashes = |cell: &Text| {
        let inner = cell.value.trim_matches(':');
        !inner.is_empty() && inner.chars().all(|c| matches!(c, '-' | '－' | '—' | '─'))
    };
    !line.is_empty() && line.iter().all(dashes)
}

fn same(header: &[Text], line: &[Text]) -> bool {
    header.len() == line.len() && header.iter().zip(line).all(|(a, b)| a.value == b.value)
}

/// From the first filled cell to the last.
fn whole(line: &[Text]) -> Span {
    let mut filled = line.iter().filter(|cell| !cell.value.is_empty()).map(|cell| cell.span);
    let first = filled.next().or(line.first().map(|cell| cell.span)).unwrap_or_default();
    filled.fold(first, Span::to)
}

/// A cell without blanks around it; `range` is where `raw` stands in its file.
fn cell(file: FileId, raw: &str, start: usize) -> Text {
    let value = raw.trim();
    let lead = raw.len() - raw.trim_start().len();
    let range = if value.is_empty() { start..start + raw.len() } else { start + lead..start + lead + value.len() };
    Text { value: value.to_owned(), span: Span::new(file, range), verbatim: Some(0) }
}

/// Says that a line has another number of cells than the header.
fn ragged(line: &[Text], wanted: usize, report: &mut Report) {
    let at = line.get(wanted).map_or_else(|| whole(line), |cell| cell.span);
    report.push(
        Diagnostic::new(&files::TABLE_RAGGED, at)
            .arg("found", line.len().to_string())
            .arg("wanted", wanted.to_string()),
    );
}

impl Column {
    /// Whether nothing is asked of this column.
    fn is_ignored(&self) -> bool {
        matches!(self, Self::Ignored)
    }
}
