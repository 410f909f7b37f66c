//! Turns the place a person names into what stands in it: one way in for folders and ZIPs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::diag::Phrase;

use super::super::manifest::Listed;
use super::Refusal;
use super::folder::Folder;
use super::parcel::Parcel;

/// What stands at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Seen {
    /// A file that a list names, read to its end.
    File(Listed),
    /// A file that no list names; it was not read.
    Unlisted,
    /// A symbolic link; it was not followed.
    Link,
    /// A folder with nothing in it.
    EmptyFolder,
    /// A device, a pipe or the like.
    Device,
    /// A file that does not come out of its ZIP as it went in.
    Damaged(Phrase),
    /// A file or folder that could not be read.
    Unreadable(Phrase),
    /// Two entries of a ZIP have this name.
    Twice,
    /// A name that leads out of the folder it would be unpacked into.
    Unsafe,
    /// An entry that systems and programs put beside a site, and builds leave alone: not looked into.
    Hidden,
}

/// What stands in a site, by route.
pub(super) type Looks = BTreeMap<String, Seen>;

/// Where a site is read from.
pub(super) enum Source {
    Folder(Folder),
    Parcel(Parcel),
}

impl Source {
    /// Finds the site in a place.
    pub(super) fn open(path: &Path) -> Result<Self, Refusal> {
        let seen = fs::metadata(path).map_err(|source| Refusal::read(path, source))?;
        if seen.is_dir() { Folder::open(path).map(Self::Folder) } else { Parcel::open(path).map(Self::Parcel) }
    }

    /// The bytes of one of the few files that are held whole; `None` where it is not there or cannot be read, which
    /// [`Source::look`] tells apart.
    pub(super) fn bytes(&self, route: &str) -> Option<Vec<u8>> {
        match self {
            Self::Folder(folder) => folder.bytes(route),
            Self::Parcel(parcel) => parcel.bytes(route),
        }
    }

    /// Everything that stands there; the files that are named, and only they, are read through.
    pub(super) fn look(&self, named: &BTreeSet<String>) -> Result<Looks, Refusal> {
        match self {
            Self::Folder(folder) => folder.look(named),
            Self::Parcel(parcel) => Ok(parcel.look(named)),
        }
    }
}
