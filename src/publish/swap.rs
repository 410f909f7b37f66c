//! Turns a complete stage into the site that the target shows, in one step where the system has one.
//!
//! `renameat2` with `RENAME_EXCHANGE` puts the new directory in the old one's place and the other way round; there is
//! no moment between. Where the system refuses, two renames do it, under a journal from which [`super::repair`]
//! finishes. A mount point can be neither exchanged nor renamed: its entries are replaced one by one, also under a
//! journal; that is the one case where for some milliseconds pages of both sites may be seen.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use super::error::{self, Doing, Error};
use super::manifest;
use super::place::Work;
use super::survey::entries;

/// How the new site took its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Nothing differed, so nothing was touched.
    Untouched,
    /// There was no directory before.
    Fresh,
    /// In one step.
    Exchange,
    /// By two renames; between them there was no site.
    Renames,
    /// Entry by entry, because the target is a mount point.
    EntryByEntry,
}

/// What was under way when a journal is found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Journal {
    /// The directory with this number is the new site, complete; it is to stand in the target.
    Directory(u64),
    /// The entries of the stage are to stand in the target, and these are to leave it.
    Entries(Vec<String>),
}

impl Journal {
    /// The journal of a work directory. One that cannot be understood was not written by this program, and is none.
    pub(super) fn read(work: &Work) -> Result<Option<Self>, Error> {
        let path = work.journal();
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidData) => {
                return Ok(None);
            }
            Err(error) => return Err(error::io(Doing::Read, &path)(error)),
        };
        let mut lines = text.lines();
        Ok(match lines.next().and_then(|line| line.split_once(' ')) {
            Some(("directory", number)) => number.parse().ok().map(Self::Directory),
            Some(("entries", _)) => Some(Self::Entries(lines.map(str::to_owned).collect())),
            _ => None,
        })
    }

    /// Writes the journal so that a reader finds all of it or nothing.
    pub(super) fn write(&self, work: &Work) -> Result<(), Error> {
        let text = match self {
            Self::Directory(number) => format!("directory {number}\n"),
            Self::Entries(stale) => stale.iter().fold("entries leave\n".to_owned(), |text, name| text + name + "\n"),
        };
        let fresh = work.dir.join("journal.new");
        fs::write(&fresh, text).map_err(error::io(Doing::Write, &fresh))?;
        fs::rename(&fresh, work.journal()).map_err(error::io(Doing::Rename, &fresh))
    }
}

/// Removes the journal: whatever it spoke of is finished or undone.
pub(super) fn close(work: &Work) -> Result<(), Error> {
    let path = work.journal();
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error::io(Doing::Remove, &path)(error)),
        _ => Ok(()),
    }
}

/// Shows the stage in a target that did not exist.
pub(super) fn fresh(work: &Work) -> Result<How, Error> {
    let stage = work.stage();
    let moved = match rename_no_replace(&stage, &work.target) {
        // A plain rename replaces an empty directory at most.
        Err(error) if is_unsupported(&error) => fs::rename(&stage, &work.target),
        moved => moved,
    };
    moved.map_err(error::io(Doing::Rename, &work.target))?;
    Ok(How::Fresh)
}

/// Shows the stage in place of the directory in the target. The old site then stands in `stage`, or in `old` after
/// two renames. The journal must have been written; it is left for the one who removes the old site. On an error the
/// target is as it was and the journal gone, unless the error is [`Error::HalfWay`].
pub(super) fn directory(work: &Work) -> Result<How, Error> {
    match exchange(&work.stage(), &work.target) {
        Ok(()) => Ok(How::Exchange),
        Err(error) if is_unsupported(&error) => renames(work),
        Err(error) => {
            close(work)?;
            Err(error::io(Doing::Rename, &work.target)(error))
        }
    }
}

/// The two renames, undone if the second fails.
pub(super) fn renames(work: &Work) -> Result<How, Error> {
    let (target, old) = (&work.target, work.old());
    if let Err(source) = fs::rename(target, &old) {
        close(work)?;
        return Err(Error::Stuck { target: target.clone(), source });
    }
    if let Err(source) = fs::rename(work.stage(), target) {
        if fs::rename(&old, target).is_err() {
            return Err(Error::HalfWay { target: target.clone(), work: work.dir.clone(), source });
        }
        close(work)?;
        return Err(Error::Stuck { target: target.clone(), source });
    }
    Ok(How::Renames)
}

/// The top-level names that only the old site has, for the journal of [`each_entry`].
pub(super) fn stale_tops<'a>(work: &Work, old: impl Iterator<Item = &'a str>) -> Result<Vec<String>, Error> {
    let tops = old.map(|route| route.split('/').next().unwrap_or(route));
    let staged: BTreeSet<_> = entries(&work.stage())?.into_iter().map(|(entry, _)| entry.file_name()).collect();
    let stale: BTreeSet<_> = tops.filter(|top| !staged.contains(std::ffi::OsStr::new(top))).collect();
    Ok(stale.into_iter().map(str::to_owned).collect())
}

/// Moves each entry of the stage into the target and what it replaces into `old`; then the entries that are to leave.
/// Does what is left to do when it is run again.
pub(super) fn each_entry(work: &Work, stale: &[String]) -> Result<How, Error> {
    let half_way = |source| Error::HalfWay { target: work.target.clone(), work: work.dir.clone(), source };
    let (stage, old) = (work.stage(), work.old());
    fs::create_dir_all(&old).map_err(half_way)?;
    if stage.is_dir() {
        let mut staged: Vec<_> = entries(&stage)?.into_iter().map(|(entry, _)| entry.file_name()).collect();
        // The manifest last: it vouches for the others.
        staged.sort_by_key(|name| (name == manifest::NAME, name.clone()));
        for name in staged {
            let (new, place, aside) = (stage.join(&name), work.target.join(&name), old.join(&name));
            let stands = fs::symlink_metadata(&place).ok();
            // A file that was kept has a second name in the stage, and renaming one name of a file to another does nothing.
            let comes = fs::symlink_metadata(&new).map_err(half_way)?;
            let same = |seen: &fs::Metadata| (seen.dev(), seen.ino()) == (comes.dev(), comes.ino());
            if !comes.is_dir() && stands.as_ref().is_some_and(same) {
                fs::remove_file(&new).map_err(half_way)?;
                continue;
            }
            // A file is replaced by the rename itself; the old manifest is kept to tell what in `old` was ours.
            let in_way =
                stands.is_some_and(|seen| seen.is_dir() || new.is_dir()) || name == manifest::NAME && place.exists();
            if in_way && fs::symlink_metadata(&aside).is_ok() {
                return Err(Error::Interrupted { target: work.target.clone(), work: work.dir.clone() });
            }
            if in_way {
                fs::rename(&place, &aside).map_err(half_way)?;
            }
            fs::rename(&new, &place).map_err(half_way)?;
        }
    }
    for name in stale {
        let place = work.target.join(name);
        if fs::symlink_metadata(&place).is_ok() {
            fs::rename(&place, old.join(name)).map_err(half_way)?;
        }
    }
    Ok(How::EntryByEntry)
}

/// Lets two paths change places at one moment.
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// A rename that never replaces anything.
pub(super) fn rename_no_replace(from: &Path, to: &Path) -> io::Result<()> {
    Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
}

/// Whether the system says that it has no such operation here, rather than that the operation failed.
pub(super) fn is_unsupported(error: &io::Error) -> bool {
    let kinds = [Errno::BUSY, Errno::XDEV, Errno::INVAL, Errno::NOSYS, Errno::OPNOTSUPP];
    Errno::from_io_error(error).is_some_and(|errno| kinds.contains(&errno))
}

/// The number of a directory, by which the journal knows it; `None` if there is none.
pub(super) fn number(dir: &Path) -> Option<u64> {
    fs::symlink_metadata(dir).ok().filter(fs::Metadata::is_dir).map(|seen| seen.ino())
}
