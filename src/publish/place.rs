//! Turns the path a user gave into the real directory to replace, and holds the lock and the work directory beside it.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags};

use super::error::{Doing, Error, io};

/// Name of the work directory when it has to lie inside the target.
pub(super) const INSIDE: &str = ".gongshi-work";

/// Where to publish, and what must not be harmed by it.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The directory of the site, such as `public`; it or the path to it may be a symbolic link.
    pub target: &'a Path,
    /// The folder of content. Neither may lie in the other.
    pub content: &'a Path,
    /// The directory whose `.gongshi/state` remembers the last build. The target must not hold it.
    pub project: &'a Path,
    /// Further directories that the target must neither be nor hold: the current one, the home directory.
    pub protected: &'a [PathBuf],
    /// Whether to wait until the disk holds the site before it is shown, so that it also survives a power cut.
    pub durable: bool,
}

impl Place<'_> {
    /// The real path of the target, which need not exist; refused where replacing it would do harm.
    pub(super) fn resolve(&self) -> Result<PathBuf, Error> {
        let target = real(self.target)?;
        let bad = |other: &Path| Err(Error::BadTarget { target: target.clone(), other: other.to_owned() });
        if target.parent().is_none() {
            return bad(&target);
        }
        let content = known(self.content);
        if target.starts_with(&content) {
            return bad(&content);
        }
        let protected = self.protected.iter().map(|path| known(path));
        match [content, known(self.project)].into_iter().chain(protected).find(|path| path.starts_with(&target)) {
            Some(path) => bad(&path),
            None => Ok(target),
        }
    }
}

/// The real path of a directory that must exist for it to matter; else as it stands.
fn known(path: &Path) -> PathBuf {
    fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// The real path of a target, following links even where the last one leads to nothing yet.
pub(super) fn real(target: &Path) -> Result<PathBuf, Error> {
    let mut path = target.to_owned();
    // As many links as the system itself follows.
    for _ in 0..40 {
        match fs::canonicalize(&path) {
            Ok(real) if real.is_dir() => return Ok(real),
            Ok(real) => return Err(Error::NotDirectory { target: real }),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            Err(error) => return Err(io(Doing::Read, &path)(error)),
        }
        let parent = match path.parent() {
            Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
            Some(parent) => parent,
            None => break,
        };
        if let Ok(next) = fs::read_link(&path) {
            path = parent.join(next);
            continue;
        }
        let Some(name) = path.file_name() else { break };
        return match fs::canonicalize(parent) {
            Ok(parent) if parent.is_dir() => Ok(parent.join(name)),
            Ok(parent) => Err(Error::NotDirectory { target: parent }),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(Error::NoParent { target: target.to_owned() }),
            Err(error) => Err(io(Doing::Read, parent)(error)),
        };
    }
    Err(Error::NoParent { target: target.to_owned() })
}

/// Whether another file system, or part of one, is mounted on a directory: such a directory cannot be renamed.
pub(super) fn is_mount(dir: &Path) -> bool {
    let seen = rustix::fs::statx(CWD, dir, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty());
    seen.is_ok_and(|seen| {
        seen.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT)
            && seen.stx_attributes.contains(StatxAttributes::MOUNT_ROOT)
    })
}

/// The directory in which a publication is prepared, with the lock on the target. Lies beside the target, so that one
/// rename shows the site; inside it where the target is a mount point.
///
/// Holds `lock`, `stage` (the new site), `old` (the old one, where two renames were needed) and `journal`.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) target: PathBuf,
    pub(super) dir: PathBuf,
    /// Whether it lies inside the target.
    pub(super) inside: bool,
    lock: File,
}

impl Work {
    /// Takes the lock on a target, making the work directory when there is none.
    pub(super) fn open(target: &Path) -> Result<Self, Error> {
        let (dir, inside) = locate(target)?;
        loop {
            match fs::DirBuilder::new().mode(0o700).create(&dir) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(io(Doing::Create, &dir)(error)),
            }
            // Gone again means that another build ended just now and took its work directory with it.
            if let Some(lock) = lock(&dir, target)? {
                return Ok(Self { target: target.to_owned(), dir, inside, lock });
            }
        }
    }

    /// Takes the lock only where an earlier publication left its work directory.
    pub(super) fn open_left(target: &Path) -> Result<Option<Self>, Error> {
        let (dir, inside) = locate(target)?;
        if !dir.is_dir() {
            return Ok(None);
        }
        Ok(lock(&dir, target)?.map(|lock| Self { target: target.to_owned(), dir, inside, lock }))
    }

    /// Where the new site is written; after the exchange the old one stands here.
    pub(super) fn stage(&self) -> PathBuf {
        self.dir.join("stage")
    }

    /// Where the old site stands when two renames were needed.
    pub(super) fn old(&self) -> PathBuf {
        self.dir.join("old")
    }

    /// Says, between the moment the stage is complete and the removal of the old site, what was under way.
    pub(super) fn journal(&self) -> PathBuf {
        self.dir.join("journal")
    }
}

impl Drop for Work {
    /// Leaves nothing behind unless there is something to repair; what cannot be removed does no harm.
    fn drop(&mut self) {
        let path = self.dir.join("lock");
        let _ = fs::remove_file(path);
        let _ = fs::remove_dir(&self.dir);
        let _ = self.lock.unlock();
    }
}

/// Where the work directory of a target belongs.
fn locate(target: &Path) -> Result<(PathBuf, bool), Error> {
    let no_parent = || Error::NoParent { target: target.to_owned() };
    if is_mount(target) {
        return Ok((target.join(INSIDE), true));
    }
    let mut name = OsString::from(".");
    name.push(target.file_name().ok_or_else(no_parent)?);
    name.push(".gongshi");
    Ok((target.parent().ok_or_else(no_parent)?.join(name), false))
}

/// Locks `dir/lock`; `None` if the file was removed by the one who held it before.
fn lock(dir: &Path, target: &Path) -> Result<Option<File>, Error> {
    let path = dir.join("lock");
    let file = match File::options().create(true).truncate(false).write(true).open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io(Doing::Create, &path)(error)),
    };
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(Error::Busy { target: target.to_owned() }),
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
            return Err(Error::NoLocks { target: target.to_owned() });
        }
        Err(TryLockError::Error(error)) => return Err(io(Doing::Create, &path)(error)),
    }
    let held = file.metadata().map_err(io(Doing::Read, &path))?;
    // A lock on a file that has lost its name keeps nobody out.
    let named = fs::symlink_metadata(&path).is_ok_and(|named| named.ino() == held.ino() && named.dev() == held.dev());
    Ok(named.then_some(file))
}
