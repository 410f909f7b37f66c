//! Turns a content folder into a draft: everything its files say, with places, and everything wrong with them.
//!
//! `walk` lists the files, [`read`] makes them text, [`yaml`] a tree; [`decode`] takes the tree apart by the
//! table in [`fields`], one declaration a kind of content. Nothing is understood here: dates, names and
//! wordings stay text until `check`. A problem never stops at the first file. [`table`] does the same for entries that
//! stand in a table.

pub mod booking;
pub mod branch;
pub mod calendar;
pub mod change;
pub mod decode;
pub mod draft;
mod english;
pub mod entry;
pub mod fields;
mod front;
pub mod grid;
mod hint;
pub mod leaders;
mod lines;
pub mod notice;
pub mod page;
pub mod pins;
mod plain;
pub mod procedure;
pub mod read;
pub mod regulation;
mod repair;
pub mod roster;
pub mod site;
pub mod statistics;
mod syntax;
pub mod table;
pub mod texts;
mod traps;
pub mod tree;
pub mod unit;
pub mod value;
mod walk;
pub mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diag::code::files;
use crate::diag::{Diagnostic, Report};
use crate::error::Error;
use crate::source::{FileId, Source, Sources, Span};
use decode::Context;
use draft::{Document, Draft, Folder, Part};
use fields::Content;
use table::open::{Wanting, Wants};
pub use walk::Hold;
use walk::{Found, What};

/// Reads everything under `root`.
///
/// Files are numbered and problems gathered in path order, whatever the number of threads.
///
/// # Errors
///
/// Only when `root` is missing, no folder, or cannot be listed. What is wrong inside is in the report.
pub fn load(root: &Path) -> Result<(Draft, Sources, Report), Error> {
    load_holding(root, &Hold::default())
}

/// The same with some units as they were released.
///
/// # Errors
///
/// As [`load`].
pub fn load_holding(root: &Path, hold: &Hold) -> Result<(Draft, Sources, Report), Error> {
    let metadata = std::fs::metadata(root).map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => Error::NoContentFolder(root.to_path_buf()),
        _ => Error::Io { path: root.to_path_buf(), source },
    })?;
    if !metadata.is_dir() {
        return Err(Error::NotAFolder(root.to_path_buf()));
    }
    std::fs::read_dir(root).map_err(Error::io(root))?;

    let mut report = Report::default();
    let walk = walk::walk(root, hold, &mut report);
    let mut folders: BTreeMap<String, Folder> = BTreeMap::new();
    for path in walk.folders {
        folders.insert(path.clone(), Folder { path, ..Folder::default() });
    }
    let (assets, content): (Vec<Found>, Vec<Found>) =
        walk.files.into_iter().partition(|found| found.what == What::Asset);
    let mut shelf = BTreeMap::new();
    for asset in assets {
        shelf.insert(asset.shown.clone(), asset.path);
        if let Some(folder) = folders.get_mut(&asset.folder) {
            folder.assets.push(asset.shown);
        }
    }

    let read: Vec<_> = content.par_iter().map(|found| read::read(&found.path, &found.shown)).collect();
    let mut sources = Sources::default();
    let mut readable = Vec::with_capacity(content.len());
    for (found, source) in content.into_iter().zip(read) {
        match source {
            Ok(source) => readable.push((sources.add(source), found)),
            Err(diagnostic) => report.push(diagnostic),
        }
    }
    let mut pieces: Vec<_> = readable.par_iter().map(|(file, found)| piece(*file, found, &sources)).collect();
    let wanting = readable.iter().zip(&mut pieces).filter_map(|((_, found), (piece, report))| {
        let wants = match piece {
            Some(Piece::Roster(part)) => Wants::Entries(&mut part.content),
            Some(Piece::Statistics(part)) => Wants::Grid(&mut part.content),
            _ => return None,
        };
        Some(Wanting { shown: &found.shown, wants, report })
    });
    table::open::fill(wanting.collect(), &shelf, &mut sources);

    let mut draft = Draft::default();
    for ((file, found), (piece, problems)) in readable.iter().zip(pieces) {
        report.merge(at_most(problems, *file, MOST_PROBLEMS));
        match piece {
            Some(Piece::Site(site)) => draft.site = Some(*site),
            Some(Piece::Calendar(calendar)) => draft.calendars.push(calendar),
            Some(piece) => folders.entry(found.folder.clone()).or_default().put(piece),
            None => {}
        }
    }
    draft.root = nest(folders);
    Ok((draft, sources, report))
}

/// The content of one file, by kind.
enum Piece {
    Site(Box<Part<site::Site>>),
    Calendar(Part<calendar::Calendar>),
    Unit(Part<unit::Unit>),
    Leaders(Part<leaders::Leaders>),
    Roster(Box<Part<roster::Roster>>),
    Notice(Part<Document<notice::NoticeHead>>),
    Page(Part<Document<page::PageHead>>),
    Regulation(Box<Part<Document<regulation::RegulationHead>>>),
    Procedure(Box<Part<procedure::Procedure>>),
    Statistics(Box<Part<statistics::Statistics>>),
}

impl Folder {
    fn put(&mut self, piece: Piece) {
        match piece {
            Piece::Unit(unit) => self.unit = Some(unit),
            Piece::Leaders(leaders) => self.leaders = Some(leaders),
            Piece::Roster(roster) => self.rosters.push(*roster),
            Piece::Notice(notice) => self.notices.push(notice),
            Piece::Page(page) => self.pages.push(page),
            Piece::Regulation(regulation) => self.regulations.push(*regulation),
            Piece::Procedure(procedure) => self.procedures.push(*procedure),
            Piece::Statistics(statistics) => self.statistics.push(*statistics),
            Piece::Site(_) | Piece::Calendar(_) => {}
        }
    }
}

fn piece(file: FileId, found: &Found, sources: &Sources) -> (Option<Piece>, Report) {
    let mut report = Report::default();
    let text = sources.get(file).map_or("", Source::text);
    let stem = &found.stem;
    let report_to = &mut report;
    let piece = match found.what {
        What::Site => whole(file, stem, text, report_to).map(Box::new).map(Piece::Site),
        What::Calendar => whole(file, stem, text, report_to).map(Piece::Calendar),
        What::Unit => whole(file, stem, text, report_to).map(Piece::Unit),
        What::Leaders => whole(file, stem, text, report_to).map(Piece::Leaders),
        What::Roster => whole(file, stem, text, report_to).map(Box::new).map(Piece::Roster),
        What::Notice => document(file, stem, text, report_to).map(Piece::Notice),
        What::Page => document(file, stem, text, report_to).map(Piece::Page),
        What::Regulation => regulation(file, stem, text, report_to).map(Box::new).map(Piece::Regulation),
        What::Procedure => whole(file, stem, text, report_to).map(Box::new).map(Piece::Procedure),
        What::Statistics => whole(file, stem, text, report_to).map(Box::new).map(Piece::Statistics),
        What::Asset => None,
    };
    (piece, report)
}

/// Most problems listed of one file: nobody mends more in one go, and a hostile file must not fill the disk.
const MOST_PROBLEMS: usize = 500;

fn at_most(report: Report, file: FileId, most: usize) -> Report {
    let more = report.iter().count().saturating_sub(most);
    if more == 0 {
        return report;
    }
    let mut kept = Report::default();
    report.iter().take(most).cloned().for_each(|diagnostic| kept.push(diagnostic));
    kept.push(Diagnostic::new(&files::TOO_MANY, Span::new(file, 0..0)).arg("more", more.to_string()));
    kept
}

/// Decodes a YAML file.
fn whole<T: Content>(file: FileId, stem: &str, text: &str, report: &mut Report) -> Option<Part<T>> {
    let content = parse_into(file, text, 0, report)?;
    Some(Part { stem: stem.to_owned(), file, content })
}

/// Decodes the front matter of a Markdown file; its text is only pointed at.
fn document<T: Content>(file: FileId, stem: &str, text: &str, report: &mut Report) -> Option<Part<Document<T>>> {
    if text.trim().is_empty() {
        report.push(Diagnostic::new(&files::EMPTY_FILE, Span::new(file, 0..0)));
        return None;
    }
    let split = front::split(file, text, report)?;
    let body = Span::new(file, split.body..text.len());
    let head = parse_into(file, &text[..split.head.end], split.head.start, report)?;
    Some(Part { stem: stem.to_owned(), file, content: Document { head, body } })
}

/// A regulation, with front matter or as it is pasted.
fn regulation(
    file: FileId,
    stem: &str,
    text: &str,
    report: &mut Report,
) -> Option<Part<Document<regulation::RegulationHead>>> {
    let Some((head, start)) = regulation::bare(file, text) else { return document(file, stem, text, report) };
    let body = Span::new(file, start..text.len());
    Some(Part { stem: stem.to_owned(), file, content: Document { head, body } })
}

/// Parses and decodes the YAML from byte `offset` to the end of `text`.
fn parse_into<T: Content>(file: FileId, text: &str, offset: usize, report: &mut Report) -> Option<T> {
    let before = report.iter().count();
    let tree = yaml::parse_from(file, &text[offset..], offset, report);
    let Some(tree) = tree else {
        if report.iter().count() == before {
            report.push(Diagnostic::new(&files::EMPTY_FILE, Span::new(file, offset..offset)));
        }
        return None;
    };
    decode::decode(tree, &mut Context { text, report })
}

/// Hangs every folder below the one that holds it.
fn nest(mut folders: BTreeMap<String, Folder>) -> Folder {
    let mut root = folders.remove("").unwrap_or_default();
    // From the last path to the first, so that a folder is complete when it is hung up.
    while let Some((path, mut folder)) = folders.pop_last() {
        folder.children.reverse();
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        match folders.get_mut(parent) {
            Some(above) => above.children.push(folder),
            None => root.children.push(folder),
        }
    }
    root.children.reverse();
    root
}

/// Every file that [`load_holding`] takes into account: its path in the content folder, and where it lies. In order.
///
/// # Errors
///
/// When not all of the folder can be read, as it could be when it was loaded.
pub fn files(root: &Path, hold: &Hold) -> Result<Vec<(String, PathBuf)>, Error> {
    let mut report = Report::default();
    let walk = walk::walk(root, hold, &mut report);
    if report.refuses(false) {
        return Err(Error::NoLongerRead(root.to_owned()));
    }
    Ok(walk.files.into_iter().map(|found| (found.shown, found.path)).collect())
}

/// The folders of the units that some files belong to, or that some paths are; `once` are the folders of units released.
pub fn units_in_the_way<'a>(
    root: &Path,
    once: &BTreeSet<String>,
    files: impl Iterator<Item = &'a str>,
) -> BTreeSet<String> {
    let walk = walk::walk(root, &Hold::default(), &mut Report::default());
    let mut units = walk::units_of(walk.files.iter().map(|found| &found.shown));
    // A folder whose unit is gone was one.
    units.extend(once.iter().cloned());
    files.map(|shown| if units.contains(shown) { shown } else { walk::owner(shown, &units) }.to_owned()).collect()
}

/// Where the ledger lies in a content folder.
pub const LEDGER: &str = "ledger/public.jsonl";

/// The bytes of the ledger; none where nothing was ever released.
///
/// # Errors
///
/// When it is there and cannot be read.
pub fn ledger(root: &Path) -> Result<Vec<u8>, Error> {
    let path = root.join(LEDGER);
    // A link that leads nowhere is a ledger that cannot be read.
    let missing = |error: &std::io::Error| {
        error.kind() == std::io::ErrorKind::NotFound && std::fs::symlink_metadata(&path).is_err()
    };
    match std::fs::read(&path) {
        Err(error) if missing(&error) => Ok(Vec::new()),
        read => read.map_err(Error::io(&path)),
    }
}

/// The bytes of a picture that a notice or page shows, by its path in the content folder.
///
/// # Errors
///
/// When it cannot be read.
pub fn picture(root: &Path, hold: &Hold, path: &str) -> Result<Vec<u8>, Error> {
    let now = hold.copy_of(path).map_or_else(|| root.join(path), Path::to_owned);
    let read = std::fs::read(&now);
    let missing = read.as_ref().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound);
    match missing.then(|| hold.lent(path)).flatten() {
        Some(copy) => std::fs::read(copy).map_err(Error::io(copy)),
        None => read.map_err(Error::io(&now)),
    }
}
