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
/// from. It is written before the public entry, so the last may be of a release that never happened.
///
/// # Errors
/// The first line, from 1, that does not hold together with those before it.
pub fn next(bytes: &[u8], entry: u32, public: &Digest, files: &Digest) -> Result<String, usize> {
    let previous = last(bytes)?;
    let line = Line {
        entry,
        files: digest::hex(files),
        format: 1,
        previous: digest::hex(&previous.unwrap_or_default()),
        public: digest::hex(public),
    };
    let object = serde_json::to_string(&line).unwrap_or_default();
    Ok(seal(&object, &digest::of(object.as_bytes())))
}

/// The hash of the last line; `None` for an empty chain.
///
/// # Errors
/// As for [`next`].
pub fn last(bytes: &[u8]) -> Result<Option<Digest>, usize> {
    let text = std::str::from_utf8(bytes).map_err(|_| 1_usize)?;
    let mut last: Option<Digest> = None;
    for (at, line) in text.lines().enumerate() {
        let (object, hash) = unseal(line).map_err(|_| at + 1)?;
        let said: Line = serde_json::from_str(&object).map_err(|_| at + 1)?;
        if said.previous != digest::hex(&last.unwrap_or_default()) {
            return Err(at + 1);
        }
        last = Some(hash);
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_follow_each_other() {
        let one = next(b"", 1, &[1; 32], &[2; 32]).unwrap();
        let two = next(one.as_bytes(), 2, &[3; 32], &[4; 32]).unwrap();
        let both = format!("{one}{two}");
        assert!(next(both.as_bytes(), 3, &[5; 32], &[6; 32]).is_ok());
        assert_eq!(last(two.as_bytes()), Err(1));
        assert_eq!(last(both.replace("\"entry\":2", "\"entry\":3").as_bytes()), Err(2));
        assert_eq!(last(b""), Ok(None));
    }
}
