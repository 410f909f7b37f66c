//! Turns the text of a public key and of a signature file into whether the one signed some bytes with the other.

use ct_codecs::{Base64, Decoder as _};

use super::sign::{COMMENT, ENDING, base64};
use super::{NUMBER, SIGNATURE, TRUSTED, UNTRUSTED, shown};

/// A public key.
#[derive(Clone)]
pub struct PublicKey {
    key: minisign_verify::PublicKey,
    number: [u8; NUMBER],
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PublicKey({})", self.number())
    }
}

impl PublicKey {
    /// Reads a public key: the text of its file, or the one line of it that counts.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim();
        let line = if text.contains('\n') { text.lines().nth(1)?.trim() } else { text };
        let bytes = Base64::decode_to_vec(line, None).ok()?;
        let number = bytes.get(2..2 + NUMBER)?.try_into().ok()?;
        let key = minisign_verify::PublicKey::from_base64(line).ok()?;
        Some(Self { key, number })
    }

    /// Its number as minisign shows it.
    pub fn number(&self) -> String {
        shown(self.number)
    }
}

/// A signature file.
pub struct Signature {
    signature: minisign_verify::Signature,
    number: [u8; NUMBER],
    /// Whether the file is, byte for byte, as the one who signed wrote it, as far as that can be known.
    whole: bool,
}

impl std::fmt::Debug for Signature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signature({})", self.number())
    }
}

impl Signature {
    /// Reads a signature file; `None` where it is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let signature = minisign_verify::Signature::decode(text).ok()?;
        let mut lines = text.lines();
        let (first, line) = (lines.next()?, lines.next()?);
        let (comment, both) = (lines.next()?.strip_prefix(TRUSTED)?, lines.next()?);
        let signed = Base64::decode_to_vec(line, None).ok()?;
        let both = Base64::decode_to_vec(both, None).ok()?;
        let number = signed.get(2..2 + NUMBER)?.try_into().ok()?;
        // No signature covers the first line; of one made here it is known what it says.
        let said = first.strip_prefix(UNTRUSTED)?;
        let said = if comment.ends_with(ENDING) { COMMENT } else { said };
        let whole = format!("{UNTRUSTED}{said}\n{}\n{TRUSTED}{comment}\n{}\n", base64(&signed), base64(&both));
        debug_assert_eq!(both.len(), SIGNATURE);
        Some(Self { signature, number, whole: whole == text })
    }

    /// Whether the file is as it was written. What a line that no signature covers said is known only of those made here.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether this key signed these bytes and the comment.
    pub fn holds(&self, key: &PublicKey, bytes: &[u8]) -> bool {
        // The old kind, over the bytes themselves, is accepted: a clerk may have signed by hand with `minisign -S -l`.
        key.key.verify(bytes, &self.signature, true).is_ok()
    }

    /// The number of the key that signed, as the file says.
    pub fn number(&self) -> String {
        shown(self.number)
    }

    /// The comment under the signature.
    pub fn comment(&self) -> &str {
        self.signature.trusted_comment()
    }
}
