//! Turns what a killed or interrupted publication left into the whole old or the whole new site, and removes the rest.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::diag::Phrase;

use super::error::{self, Doing, Error};
use super::manifest::{self, Manifest};
use super::place::{Work, real};
use super::survey::entries;
use super::swap::{self, Journal, number};

/// Finishes or undoes what an interrupted publication left beside the target; `true` if there was something.
/// Every command that reads or writes a published site calls it first. Leaves a build that is running alone.
///
/// # Errors
/// Where files were put into the target after the interruption, or the disk refuses.
pub fn recover(target: &Path) -> Result<bool, Error> {
    // A target that cannot be resolved has never been published to.
    let Ok(target) = real(target) else { return Ok(false) };
    match Work::open_left(&target) {
        Ok(None) | Err(Error::Busy { .. }) => Ok(false),
        Ok(Some(work)) => repair(&work).map(|_| true),
        Err(error) => Err(error),
    }
}

/// The same under a lock already held. Gives the warnings.
pub(super) fn repair(work: &Work) -> Result<Vec<Phrase>, Error> {
    let (target, stage, old) = (&work.target, work.stage(), work.old());
    let mut warnings = Vec::new();
    match Journal::read(work)? {
        // The stage was never complete. An old site without a journal is what a power cut may leave of two renames.
        None if number(target).is_none() && number(&old).is_some() => {
            fs::rename(&old, target).map_err(error::io(Doing::Rename, &old))?;
        }
        None => warnings.extend(discard(&old, work)?),
        Some(Journal::Entries(stale)) => {
            swap::each_entry(work, &stale)?;
            warnings.extend(discard(&old, work)?);
        }
        Some(Journal::Directory(new)) => {
            let (shown, staged) = (number(target), number(&stage));
            if shown == Some(new) {
                // The new site stands; the old one is wherever it was put.
                warnings.extend(discard(&stage, work)?);
                warnings.extend(discard(&old, work)?);
            } else if number(&old).is_some() {
                // Killed between two renames. A directory made meanwhile may be replaced only while it is empty.
                let next = if staged == Some(new) { &stage } else { &old };
                if let Err(source) = fs::rename(next, target) {
                    let (target, work) = (target.clone(), work.dir.clone());
                    return Err(match shown {
                        Some(_) => Error::Interrupted { target, work },
                        None => Error::HalfWay { target, work, source },
                    });
                }
                warnings.extend(discard(&old, work)?);
            }
            // Else the exchange had not happened.
        }
    }
    swap::close(work)?;
    for rest in [stage, old] {
        remove_tree(&rest).map_err(error::io(Doing::Remove, &rest))?;
    }
    let unfinished = work.dir.join("journal.new");
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error::io(Doing::Remove, &unfinished)(error)),
        _ => Ok(warnings),
    }
}

/// Removes an old site that has been replaced: its listed files and the twins of what was carried over. Whatever else
/// is in it was put there during the build, so it is moved into the new site, or else kept beside the target and told.
pub(super) fn discard(tree: &Path, work: &Work) -> Result<Option<Phrase>, Error> {
    if number(tree).is_none() {
        return Ok(None);
    }
    let listed = fs::read(tree.join(manifest::NAME)).ok().and_then(|json| Manifest::parse(&json)).unwrap_or_default();
    let mut sweep = Sweep { tree, target: &work.target, listed: &listed, left: false };
    sweep.run()?;
    if sweep.left {
        return keep_aside(tree, work).map(Some);
    }
    // The lists last: until then a second attempt knows what is ours.
    for name in manifest::OWN {
        let path = tree.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error::io(Doing::Remove, &path)(error));
            }
            _ => {}
        }
    }
    fs::remove_dir(tree).map_err(error::io(Doing::Remove, tree))?;
    Ok(None)
}

struct Sweep<'a> {
    tree: &'a Path,
    target: &'a Path,
    listed: &'a Manifest,
    left: bool,
}

impl Sweep<'_> {
    /// Empties the old site but for its lists and what must be left.
    fn run(&mut self) -> Result<(), Error> {
        let dirs = self.listed.dirs();
        let mut prefixes = vec![String::new()];
        let mut emptied = Vec::new();
        while let Some(prefix) = prefixes.pop() {
            for (entry, kind) in entries(&self.tree.join(&prefix))? {
                let relative = Path::new(&prefix).join(entry.file_name());
                match relative.to_str() {
                    Some(own) if manifest::OWN.contains(&own) => {}
                    Some(route) if !kind.is_dir() && self.listed.files.contains_key(route) => {
                        fs::remove_file(entry.path()).map_err(error::io(Doing::Remove, &entry.path()))?;
                    }
                    Some(route) if kind.is_dir() && dirs.contains(route) => prefixes.push(format!("{route}/")),
                    _ => self.foreign(&relative)?,
                }
            }
            emptied.push(prefix);
        }
        // A directory stands in the list before those in it; the root itself stays for the lists.
        for prefix in emptied.iter().rev().filter(|prefix| !prefix.is_empty()) {
            let path = self.tree.join(prefix);
            match fs::remove_dir(&path) {
                Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty && self.left => {}
                removed => removed.map_err(error::io(Doing::Remove, &path))?,
            }
        }
        Ok(())
    }

    fn foreign(&mut self, relative: &Path) -> Result<(), Error> {
        let (here, there) = (self.tree.join(relative), self.target.join(relative));
        let is_hidden = relative.as_os_str().as_encoded_bytes().first() == Some(&b'.');
        if fs::symlink_metadata(&there).is_err() {
            let made = there.parent().map_or(Ok(()), fs::create_dir_all);
            self.left |= made.and_then(|()| swap::rename_no_replace(&here, &there)).is_err();
        } else if is_hidden {
            remove_tree(&here).map_err(error::io(Doing::Remove, &here))?;
        } else {
            self.left = true;
        }
        Ok(())
    }
}

/// Puts an old site with somebody's files in it beside the target under a name that is free: `public.kept-1`; where
/// the target is a mount point, under a hidden name inside it.
fn keep_aside(tree: &Path, work: &Work) -> Result<Phrase, Error> {
    let name = work.target.file_name().unwrap_or_default().to_string_lossy();
    let parent = if work.inside { Some(work.target.as_path()) } else { work.target.parent() };
    let parent = parent.unwrap_or(&work.dir);
    let dot = if work.inside { "." } else { "" };
    let names = (1_u32..).map(|attempt| parent.join(format!("{dot}{name}.kept-{attempt}")));
    let free = names.into_iter().find(|path| fs::symlink_metadata(path).is_err());
    let path = free.unwrap_or_else(|| tree.to_owned());
    fs::rename(tree, &path).map_err(error::io(Doing::Rename, tree))?;
    Ok(kept_words(&path))
}

fn kept_words(path: &Path) -> Phrase {
    let path = path.display();
    Phrase::new(
        format!("生成期间有人往旧网站里放了文件，已保留在 {path}，请查看后删除。"),
        format!(
            "files were put into the old site during the build; they are kept in {path}. Look at them, then delete it."
        ),
    )
}

/// Removes a file or a tree of ours, or nothing. Twins of read-only directories are made writable first.
pub(super) fn remove_tree(path: &Path) -> io::Result<()> {
    let seen = match fs::symlink_metadata(path) {
        Ok(seen) => seen,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    if !seen.is_dir() {
        return fs::remove_file(path);
    }
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            open_up(path)?;
            fs::remove_dir_all(path)
        }
        removed => removed,
    }
}

fn open_up(dir: &Path) -> io::Result<()> {
    fs::set_permissions(dir, Permissions::from_mode(0o700))?;
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            open_up(&entry.path())?;
        }
    }
    Ok(())
}
