//! Turns bytes into SHA-256, and that into hexadecimal or into a short code that can be read out and typed.

use sha2::{Digest as _, Sha256};

/// Crockford's base 32: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A SHA-256.
pub type Digest = [u8; 32];

/// SHA-256 of some bytes.
pub fn of(bytes: &[u8]) -> Digest {
    Sha256::digest(bytes).into()
}

/// Lower-case hexadecimal.
pub fn hex(digest: &Digest) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    digest.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]).collect()
}

/// 64 hexadecimal digits, small letters, as 32 bytes.
pub fn unhex(text: &str) -> Option<Digest> {
    fn digit(byte: u8) -> Option<u8> {
        match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        }
    }
    let mut digest = Digest::default();
    let bytes = text.as_bytes();
    if bytes.len() != 2 * digest.len() {
        return None;
    }
    for (byte, pair) in digest.iter_mut().zip(bytes.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(digest)
}

/// Eight characters for the first 40 bits.
pub fn short(digest: &Digest) -> String {
    let bits = digest.iter().take(5).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let digit = |place: u32| {
        // Five bits are 0 to 31.
        let value = usize::try_from(bits >> (5 * place) & 31).unwrap_or(0);
        char::from(ALPHABET[value])
    };
    (0..8).rev().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        assert_eq!(hex(&of(b"")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(unhex(&hex(&of(b"x"))), Some(of(b"x")));
        assert_eq!(unhex(&hex(&of(b"x")).to_uppercase()), None);
        // e3b0c44298 is 11100 01110 11000 01100 01000 10000 10100 11000.
        assert_eq!(short(&of(b"")), "WERC8GMR");
    }
}
