//! Turns the directory that stands in the target into what may be replaced: the files of an earlier site, listed and
//! looked at, and the hidden entries of others. Refuses a directory that holds anything else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry, FileType};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rustix::io::Errno;

use super::error::{Doing, Error, io};
use super::manifest::{self, Digest, Manifest, digest};
use super::place::{INSIDE, is_mount};
use super::state::Look;

/// The site that stands in the target before a publication.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Whether there is a directory at all.
    pub(super) exists: bool,
    /// Its list of files, with the bytes of `manifest.json`; `None` where gongshi never published.
    pub(super) manifest: Option<(Manifest, Vec<u8>)>,
    /// How each listed file that is there looks.
    pub(super) looks: BTreeMap<String, Look>,
}

impl Standing {
    /// The hash of its manifest.
    pub(super) fn hash(&self) -> Option<Digest> {
        self.manifest.as_ref().map(|(_, json)| digest(json))
    }
}

/// Looks at the target. An error where it is not gongshi's to replace.
pub(super) fn survey(target: &Path) -> Result<Standing, Error> {
    match fs::symlink_metadata(target) {
        Ok(seen) if seen.is_dir() => {}
        Ok(_) => return Err(Error::NotDirectory { target: target.to_owned() }),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Standing::default()),
        Err(error) => return Err(io(Doing::Read, target)(error)),
    }
    let manifest = read_manifest(target)?;
    let listed = manifest.as_ref().map(|(manifest, _)| manifest);
    let mut walk = Walk {
        target,
        listed,
        dirs: listed.map(Manifest::dirs).unwrap_or_default(),
        looks: BTreeMap::new(),
        foreign: Vec::new(),
    };
    walk.dir("")?;
    walk.foreign.sort();
    if let Some(entry) = walk.foreign.first() {
        let more = walk.foreign.len() - 1;
        return Err(Error::Foreign { target: target.to_owned(), entry: entry.clone(), more });
    }
    let looks = walk.looks;
    Ok(Standing { exists: true, manifest, looks })
}

fn read_manifest(target: &Path) -> Result<Option<(Manifest, Vec<u8>)>, Error> {
    let path = target.join(manifest::NAME);
    match fs::symlink_metadata(&path) {
        Ok(seen) if seen.is_file() => {}
        Ok(_) => return Err(Error::NotOurManifest { path }),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io(Doing::Read, &path)(error)),
    }
    let json = fs::read(&path).map_err(io(Doing::Read, &path))?;
    match Manifest::parse(&json) {
        Some(manifest) => Ok(Some((manifest, json))),
        None => Err(Error::NotOurManifest { path }),
    }
}

struct Walk<'a> {
    target: &'a Path,
    listed: Option<&'a Manifest>,
    dirs: BTreeSet<&'a str>,
    looks: BTreeMap<String, Look>,
    foreign: Vec<PathBuf>,
}

impl Walk<'_> {
    /// Goes through one directory, `""` or a route ending with `/`.
    fn dir(&mut self, prefix: &str) -> Result<(), Error> {
        let dir = self.target.join(prefix);
        if !prefix.is_empty() && is_mount(&dir) {
            return Err(Error::Stuck { target: dir, source: Errno::BUSY.into() });
        }
        for (entry, kind) in entries(&dir)? {
            let name = entry.file_name();
            let route = name.to_str().map(|name| format!("{prefix}{name}"));
            let is_own_list = prefix.is_empty() && manifest::OWN.iter().any(|own| name == *own);
            match route {
                Some(_) if is_own_list && self.listed.is_some() && kind.is_file() => {}
                Some(route) if kind.is_file() && self.lists(&route) => {
                    let seen = entry.metadata().map_err(io(Doing::Read, &entry.path()))?;
                    self.looks.insert(route, Look::from(&seen));
                }
                Some(route) if kind.is_dir() && self.dirs.contains(route.as_str()) => self.dir(&format!("{route}/"))?,
                // Hidden entries of others stay; which they are is asked again when they are carried over.
                _ if is_hidden(prefix, &name) => {}
                _ => self.foreign.push(Path::new(prefix).join(name)),
            }
        }
        Ok(())
    }

    fn lists(&self, route: &str) -> bool {
        self.listed.is_some_and(|listed| listed.files.contains_key(route))
    }
}

/// Whether an entry lies below a top-level name that begins with a full stop.
fn is_hidden(prefix: &str, name: &std::ffi::OsStr) -> bool {
    let top = if prefix.is_empty() { name.as_encoded_bytes() } else { prefix.as_bytes() };
    top.first() == Some(&b'.')
}

/// The entries of a directory with their kinds, links not followed.
pub(super) fn entries(dir: &Path) -> Result<Vec<(DirEntry, FileType)>, Error> {
    let read = || -> std::io::Result<_> {
        fs::read_dir(dir)?.map(|entry| entry.and_then(|entry| entry.file_type().map(|kind| (entry, kind)))).collect()
    };
    read().map_err(io(Doing::Read, dir))
}

/// The hidden entries of others, as paths below the target that hold nothing of the old or the new site: `.git`, but
/// also `.well-known/acme-challenge` beside our own `.well-known/security.txt`. Sorted.
pub(super) fn foreign_units(target: &Path, old: Option<&Manifest>, new: &Manifest) -> Result<Vec<PathBuf>, Error> {
    let wanted = new.dirs();
    let mut dirs = wanted.clone();
    dirs.extend(old.map(Manifest::dirs).unwrap_or_default());
    let mut units = Vec::new();
    let mut prefixes = vec![String::new()];
    while let Some(prefix) = prefixes.pop() {
        for (entry, kind) in entries(&target.join(&prefix))? {
            let name = entry.file_name();
            if !is_hidden(&prefix, &name) || (prefix.is_empty() && name == INSIDE) {
                continue;
            }
            let path = Path::new(&prefix).join(&name);
            let Some(route) = path.to_str() else {
                units.push(path);
                continue;
            };
            if old.is_some_and(|old| old.files.contains_key(route)) && !kind.is_dir() {
                continue;
            }
            if kind.is_dir() && dirs.contains(route) {
                prefixes.push(format!("{route}/"));
            } else if new.files.contains_key(route) || wanted.contains(route) {
                return Err(Error::ForeignInWay { path: target.join(path) });
            } else {
                units.push(path);
            }
        }
    }
    units.sort();
    Ok(units)
}
