//! Turns bytes and what is to be said of them into the text of a signature file, by one secret key.

use blake2::{Blake2b512, Digest as _};
use ct_codecs::{Base64, Encoder as _};

use super::{NUMBER, TRUSTED, UNTRUSTED, shown};

/// What the first line of a signature made here says.
pub(super) const COMMENT: &str = "signed by gongshi; check with: minisign -V -p minisign.pub -m SHA256SUMS";
/// What a comment made here ends with. By it a signature is known to be made here, and its first line with it.
pub(super) const ENDING: &str = " file:SHA256SUMS hashed";

/// A secret key, ready to sign.
#[derive(Clone)]
pub struct Signer {
    number: [u8; NUMBER],
    secret: ed25519_compact::SecretKey,
}

impl std::fmt::Debug for Signer {
    /// Shows the number, never the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({})", shown(self.number))
    }
}

impl Signer {
    pub(super) fn new(number: [u8; NUMBER], secret: ed25519_compact::SecretKey) -> Self {
        Self { number, secret }
    }

    /// The text of the file that publishes the public key.
    pub fn public_key(&self) -> String {
        let public = self.secret.public_key();
        let key = base64(&[b"Ed".as_slice(), &self.number, &public[..]].concat());
        format!("{UNTRUSTED}minisign public key {}\n{key}\n", shown(self.number))
    }

    /// The text of the signature file over some bytes, saying `about`, one line, under the signature.
    pub fn sign(&self, bytes: &[u8], about: &str) -> String {
        let signature = self.secret.sign(Blake2b512::digest(bytes), None);
        let comment = format!("{about}{ENDING}");
        let both = self.secret.sign([&signature[..], comment.as_bytes()].concat(), None);
        let line = base64(&[b"ED".as_slice(), &self.number, &signature[..]].concat());
        format!("{UNTRUSTED}{COMMENT}\n{line}\n{TRUSTED}{comment}\n{}\n", base64(&both[..]))
    }
}

/// The usual alphabet with `=` at the end.
pub(super) fn base64(bytes: &[u8]) -> String {
    // Fails only where the buffer is too short, and it makes its own.
    Base64::encode_to_string(bytes).unwrap_or_default()
}
