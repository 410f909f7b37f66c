//! Turns a secret key of minisign and some bytes into a signature file, and a public key, a signature file and some
//! bytes into an answer. Knows no files: bytes come in, bytes go out.
//!
//! The format is that of the stock program `minisign`, which makes the keys (`minisign -G`) and can check what is
//! signed here (`minisign -V`). Unlike it, nothing random and no clock goes into a signature, so that the same key and
//! the same bytes give the same signature.

mod check;
mod key;
mod sign;

pub use check::{PublicKey, Signature};
pub use key::{KeyFault, KeyFile, Locked};
pub use sign::Signer;

/// Length of a key's number in bytes.
const NUMBER: usize = 8;
/// Length of an Ed25519 signature in bytes.
const SIGNATURE: usize = 64;
/// What the line before a signature or a key begins with; the line is for people, and no signature covers it.
const UNTRUSTED: &str = "untrusted comment: ";
/// What the line with the signed comment begins with.
const TRUSTED: &str = "trusted comment: ";

/// A key's number as minisign shows it.
fn shown(number: [u8; NUMBER]) -> String {
    format!("{:016X}", u64::from_le_bytes(number))
}

#[cfg(test)]
mod tests;
