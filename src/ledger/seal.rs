//! Puts the SHA-256 of a JSON object into it as its last key, and takes it out again.

use crate::digest::{self, Digest};

/// What stands between the object and its hash.
const SEAL: &str = ",\"sha256\":\"";
/// Length of the end of a sealed line: [`SEAL`], 64 digits, `"}`.
const TAIL: usize = SEAL.len() + 64 + 2;

/// Why a line is not sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// There is no hash at its end.
    NoSeal,
    /// The hash is not that of the words.
    WrongHash,
}

/// The line of an object that is not empty, with the line end, given its hash.
pub fn seal(object: &str, hash: &Digest) -> String {
    let open = object.strip_suffix('}').unwrap_or(object);
    format!("{open}{SEAL}{}\"}}\n", digest::hex(hash))
}

/// The object of a line without its end, and the hash.
///
/// # Errors
/// Where the line was changed since it was sealed, or never was.
pub fn unseal(line: &str) -> Result<(String, Digest), Broken> {
    let at = line.len().checked_sub(TAIL).filter(|at| line.is_char_boundary(*at)).ok_or(Broken::NoSeal)?;
    let (open, end) = line.split_at(at);
    let seal = end.strip_prefix(SEAL).and_then(|rest| rest.strip_suffix("\"}"));
    let hash = seal.and_then(digest::unhex).ok_or(Broken::NoSeal)?;
    let object = format!("{open}}}");
    if digest::of(object.as_bytes()) == hash { Ok((object, hash)) } else { Err(Broken::WrongHash) }
}
