//! Turns the header of a table into keys, and a line below it into the pairs of one entry.

use chrono::{Datelike, NaiveDate};

use super::{Context, Node, ragged};
use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase};
use crate::load::decode::known_keys;
use crate::load::fields::{Content, Kind};
use crate::source::{Span, Text};

/// Headers that number the lines.
const NUMBERING: &[&str] = &["序号", "编号", "次序", "No", "No.", "no", "no.", "#"];

/// Headers of the weekday beside a date.
const WEEKDAY: &[&str] = &["星期", "周几", "星期几", "weekday"];

/// Names that headers of tables have and keys of YAML do not, each with the key.
const IN_TABLES: &[(&str, &str)] = &[
    ("姓名", "接待人"),
    ("领导姓名", "接待人"),
    ("接访领导姓名", "接待人"),
    ("接待领导姓名", "接待人"),
    ("备注", "说明"),
    ("remarks", "note"),
];

/// Keys that say when an entry holds; beside one of them a blank date is no slip.
const WHEN: &[&str] = &["每天", "每周", "每月", "逢集", "频次"];

/// What a column holds.
#[derive(Debug)]
pub(super) enum Column {
    /// Values of a key.
    Key(Text),
    /// The weekday of the date in the other column.
    WeekdayOf(usize),
    /// No header; cells below are reported, once.
    Nameless { told: bool },
    /// Numbers of lines, or a header that was reported.
    Ignored,
}

/// The header of a table.
#[derive(Debug)]
pub(super) struct Columns {
    columns: Vec<Column>,
    /// The column of dates.
    date: Option<usize>,
    /// Columns that say in another way when an entry holds.
    when: Vec<usize>,
}

impl Columns {
    /// Reads a header; unknown and repeated ones are reported as keys are.
    pub(super) fn read<T: Content>(header: &[Text], context: &mut Context<'_>) -> Self {
        let kind = T::kind();
        let mut keys: Vec<Text> = header.iter().map(key).collect();
        let is = |key: &Text, row: &str| kind.find(row).is_some_and(|row| find(kind, &key.value) == Some(row));
        let date = keys.iter().position(|key| is(key, "日期"));
        if date.is_none() {
            // Without dates a weekday is when; beside one it is held against it.
            keys.iter_mut()
                .filter(|key| WEEKDAY.contains(&key.value.as_str()))
                .for_each(|key| key.value = "每周".into());
        }
        let mut columns: Vec<Column> = Vec::with_capacity(keys.len());
        let mut named: Vec<(usize, Text)> = Vec::with_capacity(keys.len());
        for (at, key) in keys.iter().enumerate() {
            columns.push(match (key.value.as_str(), date) {
                ("", _) => Column::Nameless { told: false },
                (words, _) if NUMBERING.contains(&words) => Column::Ignored,
                (words, Some(date)) if WEEKDAY.contains(&words) => Column::WeekdayOf(date),
                _ => {
                    named.push((at, key.clone()));
                    Column::Ignored
                }
            });
        }
        let texts: Vec<Text> = named.iter().map(|(_, key)| key.clone()).collect();
        for ((at, key), known) in named.into_iter().zip(known_keys(kind, texts, context)) {
            if let Some(column) = columns.get_mut(at).filter(|_| known) {
                *column = Column::Key(key);
            }
        }
        let when = keys.iter().enumerate().filter(|(_, key)| WHEN.iter().any(|row| is(key, row)));
        let when = when.map(|(at, _)| at).collect();
        Self { columns, date, when }
    }

    /// The pairs of one line; `None` for a line that cannot be one entry, which is reported.
    pub(super) fn entries(&mut self, mut line: Vec<Text>, context: &mut Context<'_>) -> Option<Vec<(Text, Node)>> {
        let wanted = self.columns.len();
        while line.len() > wanted && line.last().is_some_and(|cell| cell.value.is_empty()) {
            line.pop();
        }
        if line.len() != wanted {
            ragged(&line, wanted, context.report);
            return None;
        }
        if line.iter().zip(&self.columns).all(|(cell, column)| cell.value.is_empty() || column.is_ignored()) {
            return None;
        }
        let filled = |at: usize| line.get(at).is_some_and(|cell| !cell.value.is_empty());
        if let Some(cell) = self.date.and_then(|at| line.get(at))
            && cell.value.is_empty()
            && !self.when.iter().any(|at| filled(*at))
        {
            context.push(Diagnostic::new(&files::TABLE_NO_DATE, cell.span));
            return None;
        }
        self.join_weekday(&mut line, context);
        let mut entries = Vec::with_capacity(wanted);
        for (cell, column) in line.into_iter().zip(&mut self.columns) {
            match column {
                _ if cell.value.is_empty() => {}
                Column::Key(key) => {
                    let key = Text { value: key.value.clone(), span: cell.span, verbatim: None };
                    entries.push((key, Node::Text(cell)));
                }
                Column::Nameless { told } if !*told => {
                    *told = true;
                    let what = Phrase::new("上面没有表头，不知道是什么", "stands under no header");
                    wrong(cell.span, &cell.value, what, context);
                }
                _ => {}
            }
        }
        Some(entries)
    }

    /// Puts the weekday behind the date, where the wording of dates holds one against the other.
    fn join_weekday(&self, line: &mut [Text], context: &mut Context<'_>) {
        let beside = |(at, column): (usize, &Column)| match column {
            Column::WeekdayOf(date) => Some((at, *date)),
            _ => None,
        };
        let Some((at, date)) = self.columns.iter().enumerate().find_map(beside) else { return };
        let Some(said) = line.get(at).filter(|cell| !cell.value.is_empty()).cloned() else { return };
        let Some(cell) = line.get_mut(date).filter(|cell| !cell.value.is_empty()) else { return };
        let Some(weekday) = weekday(&said.value) else {
            let what = Phrase::new("不是星期几，应写成例如 星期二", "is no weekday; write Tuesday or the like");
            wrong(said.span, &said.value, what, context);
            return;
        };
        let own = ["星期", "周", "礼拜"].iter().find_map(|word| cell.value.split_once(word)).map(|(_, rest)| rest);
        match own {
            // The date has its own; then both must be one.
            Some(rest) if rest.starts_with(weekday) || (weekday == '日' && rest.starts_with('天')) => {}
            Some(_) => {
                let what = Phrase::new("和日期里写的星期不一样", "differs from the weekday written with the date");
                wrong(said.span, &said.value, what, context);
            }
            None => {
                cell.value = format!("{}（星期{weekday}）", cell.value);
                cell.verbatim = None;
                if at.abs_diff(date) == 1 {
                    cell.span = cell.span.to(said.span);
                }
            }
        }
    }
}

fn wrong(at: Span, text: &str, what: Phrase, context: &mut Context<'_>) {
    context.push(Diagnostic::new(&files::TABLE_CELL, at).arg("text", text).arg("what", what));
}

/// A header as a key: blanks and line breaks that only fill the cell are taken out.
fn key(cell: &Text) -> Text {
    let words = &cell.value;
    let chinese = words.chars().any(|c| !c.is_ascii() && !c.is_whitespace());
    let value: String = if chinese { words.chars().filter(|c| !c.is_whitespace()).collect() } else { words.clone() };
    let meant = IN_TABLES.iter().find(|(name, _)| *name == value).map(|(_, key)| (*key).to_owned());
    // A header that is not written as it is meant cannot be corrected letter by letter.
    Text { value: meant.unwrap_or(value), span: cell.span, verbatim: None }
}

fn find(kind: &Kind, key: &str) -> Option<usize> {
    kind.find(key).or_else(|| kind.find(&crate::load::decode::folded(key)))
}

/// The sign of a weekday: 二 in 星期二, 周二, 二, 2 or a date, as a cell formatted to show only the weekday holds one.
fn weekday(words: &str) -> Option<char> {
    const SIGNS: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];
    if let Ok(date) = words.parse::<NaiveDate>() {
        return SIGNS.get(date.weekday().num_days_from_monday() as usize).copied();
    }
    // Such a cell may also give the bare number by which spreadsheets count days: 2 is a Monday, and every seventh on.
    if let Some(serial) = words.parse::<usize>().ok().filter(|serial| (36_526..73_051).contains(serial)) {
        return SIGNS.get((serial + 5) % 7).copied();
    }
    let words = words.trim_matches(['（', '）', '(', ')', ' ', '\u{3000}']);
    let bare = ["星期", "礼拜", "周"].iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words).trim();
    let mut signs = bare.chars();
    match (signs.next()?, signs.next()) {
        ('天' | '7' | '７', None) => Some('日'),
        (digit @ '1'..='6', None) => SIGNS.get(digit as usize - '1' as usize).copied(),
        (sign, None) => SIGNS.contains(&sign).then_some(sign),
        _ => {
            let english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
            let bare = bare.to_ascii_lowercase();
            english.iter().position(|name| bare.starts_with(name)).and_then(|at| SIGNS.get(at).copied())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::weekday;

    #[test]
    fn weekdays_as_clerks_write_them() {
        for (words, sign) in [
            ("星期二", Some('二')),
            ("周日", Some('日')),
            ("礼拜天", Some('日')),
            ("（三）", Some('三')),
            ("7", Some('日')),
            ("1", Some('一')),
            ("2026-12-15", Some('二')),
            ("Tuesday", Some('二')),
            ("46357", Some('二')),
            ("36526", Some('六')),
            ("八", None),
            ("上午", None),
            ("0", None),
        ] {
            assert_eq!(weekday(words), sign, "{words}");
        }
    }
}
