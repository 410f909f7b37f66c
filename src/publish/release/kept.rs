//! Copies of the files that the last release was made from, so that a unit can be built as it was released.
//!
//! They hold what the content folder holds and lie in it: who may read the one may read the other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::super::error::{Doing, Error, io};
use super::{make, replace};
use crate::digest::{self, Digest};

/// The list of the files of one release, fields in order of name.
#[derive(Serialize, Deserialize)]
struct List {
    entry: u32,
    files: BTreeMap<String, String>,
    sha256: String,
}

/// The files of the last release: path in the content folder, and where the copy lies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept(pub BTreeMap<String, PathBuf>);

/// Copies files and writes their list; the hash of that.
pub(super) fn keep(folder: &Path, number: u32, hash: &Digest, files: &[(String, PathBuf)]) -> Result<Digest, Error> {
    let folder = folder.join("released");
    make(&folder, 0o777)?;
    let blobs = folder.join("blobs");
    make(&blobs, 0o777)?;
    let mut listed = BTreeMap::new();
    for (shown, path) in files {
        let bytes = fs::read(path).map_err(io(Doing::Read, path))?;
        let name = digest::hex(&digest::of(&bytes));
        let blob = blobs.join(&name);
        // One of the right length was written whole: it got its name last.
        if fs::metadata(&blob).map(|seen| seen.len()).ok() != Some(bytes.len() as u64) {
            replace(&blob, &bytes)?;
        }
        listed.insert(shown.clone(), name);
    }
    let list = List { entry: number, files: listed, sha256: digest::hex(hash) };
    let text = serde_json::to_string(&list).unwrap_or_default() + "\n";
    replace(&folder.join(file_name(number)), text.as_bytes())?;
    Ok(digest::of(text.as_bytes()))
}

fn file_name(number: u32) -> String {
    format!("{number:06}.json")
}

/// The copies of a release in a content folder; `None` where they are not there or are of another.
pub fn kept(content: &Path, number: u32, code: &str) -> Option<Kept> {
    let folder = content.join(super::FOLDER).join("released");
    let list: List = serde_json::from_slice(&fs::read(folder.join(file_name(number))).ok()?).ok()?;
    let own = digest::unhex(&list.sha256).is_some_and(|hash| digest::short(&hash) == code);
    let inside = |name: &String| digest::unhex(name).map(|_| folder.join("blobs").join(name));
    let files = list.files.iter().map(|(shown, name)| Some((shown.clone(), inside(name)?)));
    own.then(|| files.collect::<Option<_>>().map(Kept))?
}

/// Whether a release was begun and not ended: its list is written, and that of the release before was not removed yet, which
/// is the last thing that a release does.
pub(super) fn unfinished(folder: &Path, number: u32, before: &Digest) -> bool {
    let folder = folder.join("released");
    let read = |number| fs::read(folder.join(file_name(number))).ok();
    let before = |list: List| list.sha256 == digest::hex(before);
    let kept = number.checked_sub(1).and_then(read).and_then(|bytes| serde_json::from_slice(&bytes).ok());
    read(number).is_some() && kept.is_some_and(before)
}

/// Removes the lists of other releases, and copies that no list names.
pub(super) fn tidy(folder: &Path, number: u32) -> std::io::Result<()> {
    let folder = folder.join("released");
    let list: List = serde_json::from_slice(&fs::read(folder.join(file_name(number)))?)?;
    let wanted: BTreeSet<&str> = list.files.values().map(String::as_str).collect();
    for entry in fs::read_dir(&folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() && entry.file_name() != *file_name(number) {
            fs::remove_file(entry.path())?;
        }
    }
    for entry in fs::read_dir(folder.join("blobs"))? {
        let entry = entry?;
        if !entry.file_name().to_str().is_some_and(|name| wanted.contains(name)) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
