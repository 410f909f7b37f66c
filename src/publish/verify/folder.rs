//! Turns a folder into what stands in it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::diag::Phrase;

use super::super::manifest::{NAME, SUMS, dirs_of};
use super::super::sink;
use super::refusal::reason;
use super::source::{Looks, Seen};
use super::{MOST_HELD, Refusal};

/// A folder that holds a site.
pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    pub(super) fn open(path: &Path) -> Result<Self, Refusal> {
        let mut entries = fs::read_dir(path).map_err(|source| Refusal::read(path, source))?;
        // Even a list that is a link, or not to be read, tells that a site is meant.
        let is_site = |dir: &Path| [NAME, SUMS].iter().any(|name| fs::symlink_metadata(dir.join(name)).is_ok());
        if is_site(path) {
            return Ok(Self { root: path.to_owned() });
        }
        let empty = entries.next().is_none();
        let near = path.join("public");
        let near = [near].into_iter().chain(path.parent().map(Path::to_owned)).find(|near| is_site(near));
        let near = near.filter(|near| !near.as_os_str().is_empty());
        Err(Refusal::NoSite { path: path.to_owned(), empty, near })
    }

    pub(super) fn bytes(&self, route: &str) -> Option<Vec<u8>> {
        let path = self.root.join(route);
        let seen = fs::symlink_metadata(&path).ok()?;
        if !seen.is_file() || seen.len() > MOST_HELD {
            return None;
        }
        let mut bytes = Vec::new();
        File::open(path).ok()?.take(MOST_HELD).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    pub(super) fn look(&self, named: &BTreeSet<String>) -> Result<Looks, Refusal> {
        let mut walk = Walk {
            root: &self.root,
            named,
            dirs: dirs_of(named.iter().map(String::as_str)),
            looks: Looks::new(),
            files: Vec::new(),
        };
        // The folder itself must be readable; what is inside may not be, and is told.
        walk.dir("").map_err(|source| Refusal::read(&self.root, source))?;
        let Walk { mut looks, files, .. } = walk;
        let read: Vec<(String, Seen)> = files
            .into_par_iter()
            .map(|route| {
                let seen = match sink::listed(&self.root.join(&route)) {
                    Ok(listed) => Seen::File(listed),
                    Err(error) => Seen::Unreadable(because(&error)),
                };
                (route, seen)
            })
            .collect();
        looks.extend(read);
        Ok(looks)
    }
}

struct Walk<'a> {
    root: &'a Path,
    named: &'a BTreeSet<String>,
    dirs: BTreeSet<&'a str>,
    looks: Looks,
    /// Files to be read through.
    files: Vec<String>,
}

impl Walk<'_> {
    /// Goes through one directory, `""` or a route ending with `/`.
    fn dir(&mut self, prefix: &str) -> io::Result<()> {
        let mut is_empty = true;
        for entry in fs::read_dir(self.root.join(prefix))? {
            let entry = entry?;
            is_empty = false;
            let kind = entry.file_type()?;
            let name = entry.file_name();
            let route = format!("{prefix}{}", name.to_string_lossy());
            let is_hidden = route.starts_with('.');
            let seen = if kind.is_file() {
                // A name that is no text is in no list.
                if name.to_str().is_some() && self.named.contains(&route) {
                    self.files.push(route);
                    continue;
                }
                if is_hidden { Seen::Hidden } else { Seen::Unlisted }
            } else if kind.is_dir() && is_hidden && !self.dirs.contains(route.as_str()) && !self.named.contains(&route)
            {
                Seen::Hidden
            } else if kind.is_dir() {
                match self.dir(&format!("{route}/")) {
                    Ok(()) => continue,
                    Err(error) => Seen::Unreadable(because(&error)),
                }
            } else if is_hidden && !self.named.contains(&route) {
                Seen::Hidden
            } else if kind.is_symlink() {
                Seen::Link
            } else {
                Seen::Device
            };
            self.looks.insert(route, seen);
        }
        if is_empty && !prefix.is_empty() {
            self.looks.insert(prefix.trim_end_matches('/').to_owned(), Seen::EmptyFolder);
        }
        Ok(())
    }
}

fn because(error: &io::Error) -> Phrase {
    let (zh, en) = reason(error);
    Phrase::new(zh, en)
}
