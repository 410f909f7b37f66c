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

/// The number of the public entry that the last line is of; 0 for an empty chain.
///
/// # Errors
/// As for [`next`].
pub fn reached(bytes: &[u8]) -> Result<u32, usize> {
    Ok(last(bytes)?.map_or(0, |(_, said)| said.entry))
}

/// The hash of the last line and what it says; `None` for an empty chain.
fn last(bytes: &[u8]) -> Result<Option<(Digest, Line)>, usize> {
    let text = std::str::from_utf8(bytes).map_err(|_| 1_usize)?;
    let mut last: Option<(Digest, Line)> = None;
    for (at, line) in text.lines().enumerate() {
        let (object, hash) = unseal(line).map_err(|_| at + 1)?;
        let said: Line = serde_json::from_str(&object).map_err(|_| at + 1)?;
        if said.previous != digest::hex(&last.as_ref().map(|(hash, _)| *hash).unwrap_or_default()) {
            return Err(at + 1);
        }
        last = Some((hash, said));
    }
    Ok(last)
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
        assert_eq!((reached(b""), reached(both.as_bytes())), (Ok(0), Ok(2)));
        assert_eq!(next(both.as_bytes(), 2, &[3; 32], &[4; 32]), Ok(None));
        assert_ne!(next(both.as_bytes(), 2, &[3; 32], &[5; 32]), Ok(None));
    }
}
