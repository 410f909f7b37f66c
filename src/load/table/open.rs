//! Turns the name of a table's file, in a roster or beside figures, into what the file holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{From, Lines, csv, xlsx};
use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase, Report, did_you_mean};
use crate::load::decode::Context;
use crate::load::grid::Grid;
use crate::load::read::bytes;
use crate::load::roster::Roster;
use crate::load::statistics::Statistics;
use crate::load::value::Sessions;
use crate::source::{FileId, Source, Sources, Text};

/// A file that may name a table.
pub(in crate::load) struct Wanting<'a> {
    /// Its path relative to the content folder.
    pub(in crate::load) shown: &'a str,
    /// Where the table belongs.
    pub(in crate::load) wants: Wants<'a>,
    /// Where its problems go.
    pub(in crate::load) report: &'a mut Report,
}

/// What is to be filled with a table; its name there is replaced by what it holds.
pub(in crate::load) enum Wants<'a> {
    /// The entries of a roster.
    Entries(&'a mut Roster),
    /// The cells of a table of figures.
    Grid(&'a mut Statistics),
}

impl Wants<'_> {
    fn name(&self) -> Option<&Text> {
        match self {
            Self::Entries(Roster { sessions: Sessions::Table(name), .. })
            | Self::Grid(Statistics { data: Grid::File(name), .. }) => Some(name),
            _ => None,
        }
    }

    fn fill(&mut self, lines: Lines, context: &mut Context<'_>) {
        match self {
            Self::Entries(roster) => {
                let title = roster.title.as_ref().map(|title| title.value.clone());
                let entries = super::decode(lines, From::File(title.as_deref()), context);
                roster.sessions = Sessions::Entries(entries);
            }
            Self::Grid(statistics) => {
                let title = statistics.title.as_ref().map(|title| title.value.as_str());
                statistics.data = Grid::Lines(super::plain(lines, From::File(title), context.report));
            }
        }
    }
}

/// A table's file once read: its text for messages and its lines.
struct Opened {
    text: String,
    lines: Option<Lines>,
    problems: Report,
}

/// Reads the tables that files name, each file once, and adds them to the sources in path order. `shelf` holds the
/// files that content may refer to, by path relative to the content folder.
pub(in crate::load) fn fill(files: Vec<Wanting<'_>>, shelf: &BTreeMap<String, PathBuf>, sources: &mut Sources) {
    let mut found: Vec<(Wanting<'_>, &str)> = Vec::new();
    for wanting in files {
        let Some(name) = wanting.wants.name() else { continue };
        match locate(name, wanting.shown, shelf) {
            Ok(path) => found.push((wanting, path)),
            Err(diagnostic) => wanting.report.push(diagnostic),
        }
    }
    let wanted: BTreeSet<&str> = found.iter().map(|(_, path)| *path).collect();
    let next = sources.iter().count();
    let wanted: Vec<(&str, &Path, FileId)> = wanted
        .into_iter()
        .enumerate()
        .filter_map(|(at, path)| Some((path, shelf.get(path)?.as_path(), FileId(u32::try_from(next + at).ok()?))))
        .collect();
    let opened: Vec<Opened> = wanted.par_iter().map(|(shown, path, file)| open(*file, path, shown)).collect();
    let mut tables: BTreeMap<&str, Opened> = BTreeMap::new();
    for ((shown, ..), opened) in wanted.iter().zip(opened) {
        // A file that could not be read has a place among the sources all the same: the numbers are given out.
        sources.add(Source::new(*shown, &opened.text));
        tables.insert(shown, opened);
    }
    found.par_iter_mut().for_each(|(wanting, path)| {
        let Some(Opened { text, lines, problems }) = tables.get(path) else { return };
        // Another roster with the same table reports the same problems; those are shown once.
        wanting.report.merge(problems.clone());
        let Some(lines) = lines else { return };
        wanting.wants.fill(lines.clone(), &mut Context { text, report: wanting.report });
    });
}

/// The file a name means: beside the roster, or by its path in the content folder.
fn locate<'s>(name: &Text, roster: &str, shelf: &'s BTreeMap<String, PathBuf>) -> Result<&'s str, Diagnostic> {
    let folder = roster.rsplit_once('/').map_or("", |(folder, _)| folder);
    let words = name.trimmed().replace('\\', "/");
    let beside = plain(&format!("{folder}/{words}"));
    let within = plain(&words);
    for path in [&beside, &within].into_iter().flatten() {
        if let Some((path, _)) = shelf.get_key_value(path).filter(|(path, _)| is_table(path)) {
            return Ok(path);
        }
    }
    let ending = words.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if matches!(ending.as_str(), "et" | "ett" | "xls" | "xlsm" | "xlsb" | "ods" | "numbers" | "txt" | "tsv" | "docx") {
        return Err(Diagnostic::new(&files::TABLE_FORMAT, name.span).arg("ending", ending));
    }
    let near = shelf.keys().filter(|path| is_table(path)).filter_map(|path| {
        let own = path.strip_prefix(folder).and_then(|path| path.strip_prefix('/')).unwrap_or(path);
        let distance = strsim::osa_distance(own, &words);
        (distance <= (words.chars().count() / 3).max(1)).then_some((distance, own))
    });
    let hint = did_you_mean(near.min().map(|(_, own)| own));
    Err(Diagnostic::new(&files::TABLE_NOT_FOUND, name.span).arg("name", name.trimmed()).arg("hint", hint))
}

fn is_table(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("xlsx") || ending.eq_ignore_ascii_case("csv")
}

/// A path without `.` and `..`; `None` for one that leaves the content folder.
fn plain(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn open(file: FileId, path: &Path, shown: &str) -> Opened {
    let mut problems = Report::default();
    let (text, lines) = match bytes(path, shown) {
        Err(diagnostic) => {
            problems.push(diagnostic);
            (String::new(), None)
        }
        Ok(bytes) if shown.to_ascii_lowercase().ends_with(".csv") => match csv::decoded(bytes, shown, &mut problems) {
            Some(text) => {
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
                let lines = csv::lines(file, &text, &mut problems);
                (text, Some(lines))
            }
            None => (String::new(), None),
        },
        Ok(bytes) => match xlsx::read(file, &bytes, shown, &mut problems) {
            Some((text, lines)) => (text, Some(lines)),
            None => (String::new(), None),
        },
    };
    let empty = lines.as_ref().is_some_and(|lines| lines.len() < 2);
    if empty && problems.is_empty() {
        let reason = Phrase::new("里面没有内容", "there is nothing in it");
        problems.push(Diagnostic::of_path(&files::TABLE_UNREADABLE, shown).arg("reason", reason));
    }
    Opened { text, lines: lines.filter(|_| !empty), problems }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn a_name_is_looked_up_beside_the_roster_and_from_the_top() {
        let shelf: BTreeMap<String, PathBuf> =
            ["liushu/rosters/a.xlsx", "assets/b.CSV", "rosters/a.xlsx", "assets/c.png"]
                .map(|path| (path.to_owned(), PathBuf::new()))
                .into();
        for (name, wanted) in [
            ("a.xlsx", Ok("liushu/rosters/a.xlsx")),
            (" ./a.xlsx ", Ok("liushu/rosters/a.xlsx")),
            ("rosters/a.xlsx", Ok("rosters/a.xlsx")),
            ("assets\\b.CSV", Ok("assets/b.CSV")),
            ("../../assets/b.CSV", Ok("assets/b.CSV")),
            ("../../../a.xlsx", Err("GS0140")),
            ("a.xslx", Err("GS0140")),
            ("a.et", Err("GS0141")),
            ("../../assets/c.png", Err("GS0140")),
        ] {
            let text = Text { value: name.to_owned(), span: Span::default(), verbatim: None };
            let found = locate(&text, "liushu/rosters/a.yaml", &shelf);
            assert_eq!(found.map_err(|diagnostic| diagnostic.code.id), wanted, "{name}");
        }
    }
}
