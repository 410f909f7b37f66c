//! Turns a file or a hidden tree of the old site into its twin in the stage: hard links where the disk has them.
//!
//! Twins are why nothing is ever missing: the old tree keeps its entries until the new one, which holds them too, has
//! taken its place.

use std::fs::{self, File, FileTimes, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;

use rustix::io::Errno;

use super::error::{self, Doing, Error};
use super::place::is_mount;
use super::survey::entries;

/// Gives `from` a second name, or where the disk or its owner forbids that, copies it with mode and time.
/// A symbolic link is taken as itself.
pub(super) fn twin_file(from: &Path, to: &Path) -> Result<(), Error> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(error) if no_links(&error) => copy(from, to).map_err(error::io(Doing::Write, to)),
        Err(error) => Err(error::io(Doing::Rename, from)(error)),
    }
}

/// Whether a failed hard link says that links are impossible here, rather than that the disk is full or broken.
fn no_links(error: &io::Error) -> bool {
    let kinds = [Errno::XDEV, Errno::PERM, Errno::OPNOTSUPP, Errno::NOSYS, Errno::MLINK, Errno::ACCESS];
    Errno::from_io_error(error).is_some_and(|errno| kinds.contains(&errno))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let seen = fs::symlink_metadata(from)?;
    if seen.is_symlink() {
        return symlink(fs::read_link(from)?, to);
    }
    if !seen.is_file() {
        return Err(io::Error::from(io::ErrorKind::Unsupported));
    }
    fs::copy(from, to)?;
    let times = FileTimes::new().set_modified(seen.modified()?).set_accessed(seen.accessed()?);
    File::options().append(true).open(to)?.set_times(times)
}

/// The twin of a file, a link or a whole tree. Directories get the mode of theirs, last, so that a read-only one fills.
pub(super) fn twin_tree(from: &Path, to: &Path) -> Result<(), Error> {
    let seen = fs::symlink_metadata(from).map_err(error::io(Doing::Read, from))?;
    if !seen.is_dir() {
        return twin_file(from, to);
    }
    if is_mount(from) {
        // Its files lie on another disk: they could only be copied, and the original would then count as the old site.
        return Err(Error::Stuck { target: from.to_owned(), source: Errno::BUSY.into() });
    }
    fs::DirBuilder::new().mode(0o700).create(to).map_err(error::io(Doing::Create, to))?;
    for (entry, _) in entries(from)? {
        twin_tree(&entry.path(), &to.join(entry.file_name()))?;
    }
    like(&seen, to).map_err(error::io(Doing::Write, to))
}

/// Gives a directory the mode of another, and its owner as far as the user may. Disks without either are not asked.
pub(super) fn like(seen: &fs::Metadata, to: &Path) -> io::Result<()> {
    let now = fs::symlink_metadata(to)?;
    if (now.uid(), now.gid()) != (seen.uid(), seen.gid()) {
        let _ = std::os::unix::fs::chown(to, Some(seen.uid()), Some(seen.gid()));
    }
    if now.mode() == seen.mode() {
        return Ok(());
    }
    fs::set_permissions(to, Permissions::from_mode(seen.mode() & 0o7777))
}
