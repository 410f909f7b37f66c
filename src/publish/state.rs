//! Turns what is known of each published output into `.gongshi/state`, and that file back; damage counts as absence.
//!
//! The state only saves work: it says from which inputs an output was made and how its file looked when it was
//! published. It holds for one manifest, so a site that was replaced, copied or restored makes it void.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::manifest::{Digest, hex, unhex};

const HEAD: &str = "gongshi state 1";

/// What an output was made from: a hash of the program, the theme and the view. The caller's business; only compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(pub [u8; 32]);

/// How a file looks from outside; changed by every edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// Length in bytes.
    pub(super) size: u64,
    /// Time of the last change in nanoseconds since 1970.
    pub(super) mtime: i128,
    /// Number of the file on its disk.
    pub(super) ino: u64,
}

impl From<&fs::Metadata> for Look {
    fn from(seen: &fs::Metadata) -> Self {
        let mtime = i128::from(seen.mtime()) * 1_000_000_000 + i128::from(seen.mtime_nsec());
        Self { size: seen.size(), mtime, ino: seen.ino() }
    }
}

/// What is remembered of an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Record {
    /// From what it was made, if the caller said.
    pub(super) fingerprint: Option<Fingerprint>,
    /// Its file when it was published.
    pub(super) look: Look,
}

/// Outputs by route.
pub(super) type Records = BTreeMap<String, Record>;

/// The bytes of the state for the site with the manifest of this hash.
pub(super) fn write(manifest: &Digest, records: &Records) -> String {
    let mut out = String::with_capacity(records.len() * 150 + 100);
    let _ = writeln!(out, "{HEAD} {}", hex(manifest));
    for (route, Record { fingerprint, look: Look { size, mtime, ino } }) in records {
        let fingerprint = fingerprint.map_or_else(|| "-".to_owned(), |print| hex(&print.0));
        let _ = writeln!(out, "{fingerprint} {size} {mtime} {ino} {route}");
    }
    let _ = writeln!(out, "end {}", records.len());
    out
}

/// Reads a state written for the site with the manifest of this hash; empty if it is for another, or damaged.
pub(super) fn read(text: &str, manifest: &Digest) -> Records {
    parse(text, manifest).unwrap_or_default()
}

fn parse(text: &str, manifest: &Digest) -> Option<Records> {
    let mut lines = text.strip_suffix('\n')?.split('\n');
    let named = lines.next()?.strip_prefix(HEAD)?.strip_prefix(' ')?;
    if unhex(named)? != *manifest {
        return None;
    }
    let count: usize = lines.next_back()?.strip_prefix("end ")?.parse().ok()?;
    let records: Records = lines.map(record).collect::<Option<_>>()?;
    (records.len() == count).then_some(records)
}

fn record(line: &str) -> Option<(String, Record)> {
    let mut parts = line.splitn(5, ' ');
    let fingerprint = match parts.next()? {
        "-" => None,
        print => Some(Fingerprint(unhex(print)?)),
    };
    let size = parts.next()?.parse().ok()?;
    let mtime = parts.next()?.parse().ok()?;
    let ino = parts.next()?.parse().ok()?;
    Some((parts.next()?.to_owned(), Record { fingerprint, look: Look { size, mtime, ino } }))
}

/// Puts the state into `.gongshi/state` of a project at once: a reader sees the old or the new one.
pub(super) fn save(project: &Path, text: &str) -> io::Result<()> {
    let dir = project.join(".gongshi");
    let state = dir.join("state");
    let fresh = dir.join("state.new");
    if fs::read(&state).is_ok_and(|now| now == text.as_bytes()) {
        // A killed run may have left one; nobody would miss it or mind it.
        let _ = fs::remove_file(fresh);
        return Ok(());
    }
    fs::create_dir_all(&dir)?;
    fs::write(&fresh, text)?;
    fs::rename(&fresh, &state)
}

/// The state of a project as text; empty if it cannot be read.
pub(super) fn load(project: &Path) -> String {
    fs::read_to_string(project.join(".gongshi/state")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn records() -> Records {
        let look = Look { size: 3, mtime: -1_000_000_001, ino: u64::MAX };
        let of = |route: &str, fingerprint| (route.to_owned(), Record { fingerprint, look });
        [of("a b/柳树.html", Some(Fingerprint([7; 32]))), of("x", None)].into_iter().collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        for records in [records(), Records::new()] {
            assert_eq!(parse(&write(&[1; 32], &records), &[1; 32]), Some(records));
        }
    }

    #[test]
    fn a_state_for_another_site_is_void() {
        assert_eq!(read(&write(&[1; 32], &records()), &[2; 32]), Records::new());
    }

    #[test]
    fn every_truncation_is_void() {
        let text = write(&[1; 32], &records());
        for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
            assert_eq!(parse(&text[..end], &[1; 32]), None, "{end}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_an_error(text in "\\PC*") {
            let _ = read(&text, &[0; 32]);
            let _ = read(&format!("{HEAD} {}\n{text}\nend 1\n", hex(&[0; 32])), &[0; 32]);
        }
    }
}
