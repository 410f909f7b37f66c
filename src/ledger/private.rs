//! The private part of a ledger: a chain of its own that says which files a release was made from. Nothing public depends on
//! it, and it names nothing but hashes.

use serde::{Deserialize, Serialize};

use super::seal::{seal, unseal};
use crate::digest::{self, Digest};

/// One line, fields in order of name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    entry: u32,
    files: String,
    format: u32,
    previous: String,
    public: String,
}

/// The line that follows the others: the number and hash of a public entry, and the hash of the list of files it was made
/// from. It is written before the public entry, so the last may be of a release that never happened; `None` where it says
/// the same, as after a release cut short and begun again.
///
/// # Errors
/// The first line, from 1, that does not hold together with those before it.
pub fn next(bytes: &[u8], entry: u32, public: &Digest, files: &Digest) -> Result<Option<String>, usize> {
    let (previous, said) = last(bytes)?.unzip();
    let line = Line {
        entry,
        files: digest::hex(files),
        format: 1,
        previous: digest::hex(&previous.unwrap_or_default()),
        public: digest::hex(public),
    };
    if said.is_some_and(|said| Line { previous: line.previous.clone(), ..said } == line) {
        return Ok(None);
    }
    let object = serde_json::to_string(&line).unwrap_or_default();
    Ok(Some(seal(&object, &digest::of(object.as_bytes()))))
}

/// How far a private ledger knows the public one to have gone, or to have been about to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// The highest number of a public entry; 0 for an empty chain.
    pub number: u32,
    /// The hash of the public entry that the last line is of.
    pub public: Option<Digest>,
}

/// How far the public ledger went, by the private one. Where two clerks release from two machines each has the lines of its
/// own releases only: it may say less than the public one.
///
/// # Errors
/// As for [`next`].
pub fn reach(bytes: &[u8]) -> Result<Reach, usize> {
    let mut reach = Reach::default();
    read(bytes, |_, said| {
        reach = Reach { number: reach.number.max(said.entry), public: digest::unhex(&said.public) };
    })?;
    Ok(reach)
}

/// The hash of the last line and what it says; `None` for an empty chain.
fn last(bytes: &[u8]) -> Result<Option<(Digest, Line)>, usize> {
    let mut last = None;
    read(bytes, |hash, said| last = Some((hash, said)))?;
    Ok(last)
}

/// Gives the lines one by one, each with its hash, as far as they hold together.
fn read(bytes: &[u8], mut each: impl FnMut(Digest, Line)) -> Result<(), usize> {
    let text = std::str::from_utf8(bytes).map_err(|_| 1_usize)?;
    let mut before = Digest::default();
    for (at, line) in text.lines().enumerate() {
        let (object, hash) = unseal(line).map_err(|_| at + 1)?;
        let said: Line = serde_json::from_str(&object).map_err(|_| at + 1)?;
        if said.previous != digest::hex(&before) {
            return Err(at + 1);
        }
        before = hash;
        each(hash, said);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_follow_each_other() {
        let one = next(b"", 1, &[1; 32], &[2; 32]).unwrap().unwrap();
        let two = next(one.as_bytes(), 2, &[3; 32], &[4; 32]).unwrap().unwrap();
        let both = format!("{one}{two}");
        assert!(next(both.as_bytes(), 3, &[5; 32], &[6; 32]).is_ok());
        assert_eq!(last(two.as_bytes()), Err(1));
        assert_eq!(last(both.replace("\"entry\":2", "\"entry\":3").as_bytes()), Err(2));
        assert_eq!(reach(b""), Ok(Reach::default()));
        assert_eq!(reach(both.as_bytes()), Ok(Reach { number: 2, public: Some([3; 32]) }));
        let again = next(both.as_bytes(), 2, &[7; 32], &[4; 32]).unwrap().unwrap();
        assert_eq!(reach(format!("{both}{again}").as_bytes()), Ok(Reach { number: 2, public: Some([7; 32]) }));
        assert_eq!(next(both.as_bytes(), 2, &[3; 32], &[4; 32]), Ok(None));
        assert_ne!(next(both.as_bytes(), 2, &[3; 32], &[5; 32]), Ok(None));
    }
}
