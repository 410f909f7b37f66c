//! Turns a ZIP into what stands in it, unpacking nothing onto the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use zip::read::{ZipArchiveMetadata, ZipFileEntry};
use zip::result::ZipError;
use zip::{ZipArchive, ZipReadOptions};

use crate::diag::Phrase;

use super::super::manifest::{NAME, SUMS};
use super::super::sink::Sink;
use super::names::{self, Raw};
use super::refusal::reason;
use super::source::{Looks, Seen};
use super::{MOST_HELD, Refusal};

/// A ZIP may unpack to so much whatever its size …
const MOST_FREE: u64 = 256 * 1024 * 1024;
/// … and else to so many times its size. Pages shrink to a tenth or less, nothing real to a two-hundredth.
const MOST_TIMES: u64 = 200;
/// The bit that says that a name is UTF-8.
const UTF8: u16 = 1 << 11;
/// What macOS adds to every ZIP.
const MAC: &str = "__MACOSX";

/// A ZIP that holds a site.
pub(super) struct Parcel {
    file: File,
    metadata: Arc<ZipArchiveMetadata>,
    /// Entries by route: their numbers, or what they are instead of files.
    places: BTreeMap<String, Place>,
}

enum Place {
    File(usize),
    Other(Seen),
}

impl Parcel {
    pub(super) fn open(path: &Path) -> Result<Self, Refusal> {
        let file = File::open(path).map_err(|source| Refusal::read(path, source))?;
        let size = file.metadata().map_err(|source| Refusal::read(path, source))?.len();
        let archive = ZipArchive::new(BufReader::new(Window::new(&file)));
        let archive = archive.map_err(|error| match error {
            ZipError::Io(source) if source.kind() == io::ErrorKind::PermissionDenied => Refusal::read(path, source),
            _ => Refusal::NotZip(path.to_owned()),
        })?;
        let (metadata, start) = (archive.metadata(), archive.central_directory_start());
        let again = if archive.has_duplicate_names() { repeated(&file, start) } else { Vec::new() };
        drop(archive);
        let places = sort(path, size, &metadata, &again)?;
        Ok(Self { file, metadata, places })
    }

    pub(super) fn bytes(&self, route: &str) -> Option<Vec<u8>> {
        let Place::File(at) = self.places.get(route)? else { return None };
        let mut bytes = Vec::new();
        self.unpack(*at, MOST_HELD, &mut bytes).ok()?;
        Some(bytes)
    }

    pub(super) fn look(&self, named: &BTreeSet<String>) -> Looks {
        let look = |(route, place): (&String, &Place)| {
            let seen = match place {
                Place::Other(seen) => seen.clone(),
                Place::File(at) if named.contains(route) => {
                    let mut sink = Sink::new(io::sink());
                    match self.unpack(*at, u64::MAX, &mut sink) {
                        Ok(()) => Seen::File(sink.finish().0),
                        Err(seen) => seen,
                    }
                }
                Place::File(_) if route.starts_with('.') && !route.starts_with("../") => Seen::Hidden,
                Place::File(_) => Seen::Unlisted,
            };
            (route.clone(), seen)
        };
        let looks: Vec<(String, Seen)> = self.places.iter().collect::<Vec<_>>().into_par_iter().map(look).collect();
        looks.into_iter().collect()
    }

    /// Writes what an entry holds; stops where it holds more than it said.
    fn unpack(&self, at: usize, most: u64, to: &mut impl io::Write) -> Result<(), Seen> {
        let entry = self.metadata.entry(at).map_err(|error| trouble(&error))?;
        let size = entry.size();
        if size > most {
            return Err(Seen::Unreadable(Phrase::new("大得不合常理，没有打开", "absurdly large; it was not opened")));
        }
        let mut reader = BufReader::new(Window::new(&self.file));
        let entry = entry.with_reader(&mut reader, ZipReadOptions::new()).map_err(|error| trouble(&error))?;
        match io::copy(&mut entry.take(size.saturating_add(1)), to) {
            Ok(length) if length == size => Ok(()),
            Ok(_) => Err(damaged()),
            Err(error) => Err(trouble(&ZipError::Io(error))),
        }
    }
}

/// Puts the entries of a ZIP of some size where they belong in the site; `again` are the names that stand more than once.
fn sort(
    path: &Path,
    size: u64,
    metadata: &ZipArchiveMetadata,
    again: &[Vec<u8>],
) -> Result<BTreeMap<String, Place>, Refusal> {
    let entries: Vec<ZipFileEntry<'_>> = (0..metadata.len()).filter_map(|at| metadata.entry(at).ok()).collect();
    let total = entries.iter().fold(0_u64, |total, entry| total.saturating_add(entry.size()));
    if total > MOST_FREE.saturating_add(size.saturating_mul(MOST_TIMES)) {
        return Err(Refusal::Absurd { path: path.to_owned(), megabytes: total / (1024 * 1024) });
    }
    let raw = |entry| Raw { bytes: ZipFileEntry::name_raw(entry), is_utf8: entry.flags().as_u16() & UTF8 != 0 };
    let names = names::decode(&entries.iter().map(raw).collect::<Vec<_>>());
    let top = names::top(names.iter().map(String::as_str), &[NAME, SUMS]);
    let top = top.map_err(|folders| Refusal::Several { path: path.to_owned(), folders })?;
    let empty = names.is_empty();
    let top = top.ok_or_else(|| Refusal::NoSite { path: path.to_owned(), empty, near: None })?;
    // What lies beside the site's folder is named as seen from there.
    let up = "../".repeat(top.matches('/').count());
    let mut places: BTreeMap<String, Place> = BTreeMap::new();
    let mut folders = BTreeSet::new();
    for (at, (entry, name)) in entries.iter().zip(&names).enumerate() {
        let bare = name.trim_end_matches('/');
        if names::is_unsafe(name) {
            places.insert(bare.escape_debug().to_string(), Place::Other(Seen::Unsafe));
        } else if bare.split('/').any(|part| part == MAC) {
            places.insert(MAC.to_owned(), Place::Other(Seen::Hidden));
        } else if name.ends_with('/') {
            // Folders above the site are no part of it.
            folders.extend(name.strip_prefix(&top).map(|inside| inside.trim_end_matches('/').to_owned()));
        } else {
            let route = name.strip_prefix(&top).map_or_else(|| format!("{up}{bare}"), str::to_owned);
            let is_twice = again.iter().any(|twice| twice == entry.name_raw()) || places.contains_key(&route);
            let place = match (entry.is_symlink(), is_twice) {
                (_, true) => Place::Other(Seen::Twice),
                (true, false) => Place::Other(Seen::Link),
                (false, false) => Place::File(at),
            };
            places.insert(route, place);
        }
    }
    for folder in folders.into_iter().filter(|folder| !folder.is_empty()) {
        let prefix = format!("{folder}/");
        let first = places.range(prefix.clone()..).next();
        if first.is_none_or(|(route, _)| !route.starts_with(&prefix)) {
            places.entry(folder).or_insert(Place::Other(Seen::EmptyFolder));
        }
    }
    Ok(places)
}

fn damaged() -> Seen {
    Seen::Damaged(Phrase::new("压缩包里的这一份坏了", "its copy in the ZIP is damaged"))
}

/// What a failure to unpack says of an entry.
fn trouble(error: &ZipError) -> Seen {
    let unreadable = |zh: &str, en: &str| Seen::Unreadable(Phrase::new(zh, en));
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            unreadable("压缩包加了密码，请重新压缩，不要加密码", "the ZIP has a password; pack it again without one")
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => unreadable(
            "用了少见的压缩方法，请用系统自带的“压缩为 ZIP”重新压缩",
            "an unusual method of compression; pack it again as a plain ZIP",
        ),
        ZipError::Io(error) if error.raw_os_error().is_some() => {
            let (zh, en) = reason(error);
            unreadable(&zh, &en)
        }
        _ => damaged(),
    }
}

/// The names that stand more than once in the directory of a ZIP, which its reader keeps only once.
fn repeated(file: &File, start: u64) -> Vec<Vec<u8>> {
    const SIGNATURE: &[u8] = b"PK\x01\x02";
    let mut reader = BufReader::new(Window { file, at: start });
    let (mut once, mut again) = (BTreeSet::new(), Vec::new());
    let mut head = [0_u8; 46];
    while reader.read_exact(&mut head).is_ok() && head.starts_with(SIGNATURE) {
        let length = |at: usize| u16::from_le_bytes([head[at], head[at + 1]]);
        let (name, rest) = (length(28), i64::from(length(30)) + i64::from(length(32)));
        let mut text = vec![0; usize::from(name)];
        if reader.read_exact(&mut text).is_err() || reader.seek_relative(rest).is_err() {
            break;
        }
        if !once.insert(text.clone()) {
            again.push(text);
        }
    }
    again
}

/// A place in a file that many threads read at once.
struct Window<'a> {
    file: &'a File,
    at: u64,
}

impl<'a> Window<'a> {
    fn new(file: &'a File) -> Self {
        Self { file, at: 0 }
    }
}

impl Read for Window<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read_at(bytes, self.at)?;
        self.at += length as u64;
        Ok(length)
    }
}

impl Seek for Window<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.file.metadata()?.len().checked_add_signed(by),
        };
        self.at = place.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
