//! Writes a release into the content folder: copies of the files it was made from, the private line, and last the public
//! entry, whose arrival is the release.
//!
//! ```text
//! ledger/released/blobs/…  →  ledger/released/000012.json  →  .private/ledger.jsonl  →  ledger/public.jsonl
//! ```
//!
//! Every file is written beside its place and renamed into it, so that at every moment each is the old or the new one. A
//! release that is cut short leaves the old ledger, and at most copies that the next release puts in order.

mod error;
mod kept;

use std::fs::{self, DirBuilder, File, TryLockError};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use super::error::{self as publish, Doing, io};
use super::swap::is_unsupported;
use crate::digest::Digest;
use crate::ledger::{Entry, private};
pub use error::Error;
pub use kept::{Kept, kept};

/// The folder of the ledger in a content folder.
const FOLDER: &str = "ledger";
/// The public ledger in it.
const PUBLIC: &str = "public.jsonl";
/// The folder of what is never published.
const PRIVATE: &str = ".private";

/// What is to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The content folder.
    pub content: &'a Path,
    /// The ledger as it was when the entry was made, but for a last line cut short.
    pub before: &'a [u8],
    /// The entry.
    pub entry: &'a Entry,
    /// Its line.
    pub line: &'a str,
    /// The files it was made from: path in the content folder, and where it lies.
    pub files: &'a [(String, PathBuf)],
}

/// Records a release.
///
/// # Errors
/// Where somebody else is releasing or has released meanwhile, the private ledger does not hold together, or the disk
/// refuses. Nothing was released then.
pub fn record(order: &Order<'_>) -> Result<(), publish::Error> {
    let folder = order.content.join(FOLDER);
    make(&folder, 0o777)?;
    let public = real(&folder.join(PUBLIC))?;
    // Two content folders may share a ledger through links: what is locked lies with the file itself.
    let lock = lock(public.parent().unwrap_or(&folder))?;
    let tail = unchanged(&public, order.before)?;
    let private = Private::read(order.content)?;
    private.follows(order, tail)?;
    let Entry { number, hash, .. } = *order.entry;
    let list = kept::keep(&folder, number, &hash, order.files)?;
    private.note(number, &hash, &list)?;
    let mut whole = Vec::with_capacity(order.before.len() + order.line.len());
    whole.extend_from_slice(order.before);
    if !whole.is_empty() && !whole.ends_with(b"\n") {
        whole.push(b'\n');
    }
    whole.extend_from_slice(order.line.as_bytes());
    put(&public, &whole)?;
    if let Err(source) = settle(&public) {
        return Err(Error::Unconfirmed { path: public, source }.into());
    }
    // What is left of earlier releases takes room and does no harm.
    let _ = kept::tidy(&folder, number);
    let _ = lock.unlock();
    Ok(())
}

/// Keeps others from releasing at the same time; nothing is left behind when it ends.
fn lock(folder: &Path) -> Result<File, publish::Error> {
    let file = File::open(folder).map_err(io(Doing::Read, folder))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::Releasing { ledger: folder.to_owned() }.into()),
        // Two clerks at one share without locks: the ledger is compared before it is replaced all the same.
        Err(TryLockError::Error(_)) => Ok(file),
    }
}

/// Where a file that may be a symbolic link lies.
fn real(path: &Path) -> Result<PathBuf, publish::Error> {
    match fs::canonicalize(path) {
        Ok(real) => Ok(real),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path.to_owned()),
        Err(error) => Err(io(Doing::Read, path)(error)),
    }
}

/// Makes sure that the ledger is what the entry was made for. After it only a line cut short may stand, and whether one does
/// is given.
fn unchanged(public: &Path, before: &[u8]) -> Result<bool, publish::Error> {
    let now = read(public)?;
    let rest = now.strip_prefix(before).ok_or_else(|| Error::LedgerChanged { path: public.to_owned() })?;
    let line_end = !before.is_empty() && !before.ends_with(b"\n");
    let cut_short = if line_end { rest.is_empty() } else { !rest.contains(&b'\n') };
    if cut_short { Ok(!rest.is_empty()) } else { Err(Error::LedgerChanged { path: public.to_owned() }.into()) }
}

/// The private ledger: where it lies and its lines.
struct Private {
    folder: PathBuf,
    path: PathBuf,
    lines: Vec<u8>,
}

impl Private {
    fn read(content: &Path) -> Result<Self, publish::Error> {
        let folder = content.join(PRIVATE);
        let path = real(&folder.join("ledger.jsonl"))?;
        let mut lines = read(&path)?;
        // A line cut short was never followed by a public entry.
        lines.truncate(lines.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1));
        Ok(Self { folder, path, lines })
    }

    fn wrong(&self, line: usize) -> Error {
        Error::PrivateLedger { path: self.path.clone(), line }
    }

    /// Makes sure that the entry of an order follows the last that ever was public, as far as this ledger knows. It knows of
    /// one more where a release was cut short after its private line, or where `tail` stands for its public one. That it says
    /// less, or nothing, is no fault: others release from other machines. Nor is it one that its last lines are of entries
    /// others have taken the numbers of.
    fn follows(&self, order: &Order<'_>, tail: bool) -> Result<(), publish::Error> {
        let reach = private::reach(&self.lines).map_err(|line| self.wrong(line))?;
        let Entry { number, hash, previous, .. } = order.entry;
        let folder = order.content.join(FOLDER);
        let again = reach.number == *number && reach.public == Some(*hash);
        if reach.number < *number || again {
            return Ok(());
        }
        let (path, private) = (folder.join(PUBLIC), self.folder.clone());
        // Of a first release that was cut short nothing stands before it to tell by.
        let cut_short = tail || *number == 1 || kept::unfinished(&folder, *number, previous);
        match (reach.number == *number && cut_short, *number) {
            (true, _) => Ok(()),
            (false, 1) => Err(Error::LedgerLost { path, private }.into()),
            (false, _) => Err(Error::LedgerOlder { path, private, last: number - 1, known: reach.number }.into()),
        }
    }

    /// Adds the line of an entry, with the hash of the list of its files.
    fn note(mut self, number: u32, hash: &Digest, list: &Digest) -> Result<(), publish::Error> {
        make(&self.folder, 0o700)?;
        let ignore = self.folder.join(".gitignore");
        if !ignore.exists() {
            replace(&ignore, b"*\n")?;
        }
        let next = private::next(&self.lines, number, hash, list).map_err(|line| self.wrong(line))?;
        let Some(line) = next else { return Ok(()) };
        self.lines.extend_from_slice(line.as_bytes());
        replace(&self.path, &self.lines)
    }
}

fn read(path: &Path) -> Result<Vec<u8>, publish::Error> {
    match fs::read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        read => read.map_err(io(Doing::Read, path)),
    }
}

fn make(folder: &Path, mode: u32) -> Result<(), publish::Error> {
    match DirBuilder::new().mode(mode).create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made.map_err(io(Doing::Create, folder)),
    }
}

/// Puts bytes in the place of a file: a reader, or the power cut, finds the old or the new one.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), publish::Error> {
    put(path, bytes)?;
    settle(path).map_err(io(Doing::Sync, path))
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), publish::Error> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let fresh = path.with_file_name(name);
    let mut file = File::create(&fresh).map_err(io(Doing::Create, &fresh))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(error) = written {
        // Half a file beside the ledger would only puzzle; the reason is told either way.
        let _ = fs::remove_file(&fresh);
        return Err(io(Doing::Write, &fresh)(error));
    }
    fs::rename(&fresh, path).map_err(io(Doing::Rename, &fresh))
}

/// Makes the name of a file last.
fn settle(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if !is_unsupported(&error) => Err(error),
        _ => Ok(()),
    }
}
