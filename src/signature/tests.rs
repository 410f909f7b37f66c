//! Keys and signatures of the stock program are read, and what is made here is what it would accept.

use super::*;

const OPEN: &str = include_str!("../../tests/keys/open.key");
const LOCKED: &str = include_str!("../../tests/keys/locked.key");
const PUBLIC: &str = include_str!("../../tests/keys/open.pub");
const OTHER: &str = include_str!("../../tests/keys/other.pub");
/// The same key as newer programs write it, with a checksum.
const SUMMED: &str = "untrusted comment: x\nRWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAASBQP+rcYcijRf0dsQxUSgiNNy2FpLnz/Qg4z6/yQYUNMmpIbCFwpap3khPdK9U8oSgADzB6OibMPsDI4Me63hccLGgYJ9sxRhLPCOyXYwepQ44DFIvA/hRTMg0G4K9ukDDy7CioohIU=\n";
/// Made over `abc` by the stock program, in its present and in its old way.
const BY_HAND: &str = "untrusted comment: signature from minisign secret key
RURIFA/6txhyKEdPlxBDxgXWfFny98ClWr7jw1Bcv0+SPqXsZQwD9HWk37722+jOvba+fjWc9hC8dlnTMkhwUQ0rvQa/f+pCigQ=
trusted comment: hand made
9Kq6ytJusMKWK5fVv8kq9FNRCtUKylwhPgeyLETpSIJZk+DqX2shPR3dOYeQK2MD/2DQfxCD/VT1j5jHfYVmCg==
";
const OLD_WAY: &str = "untrusted comment: signature from minisign secret key
RWRIFA/6txhyKFIklZv6jEXDh2OAf50cF55Gx/Qqysc4YurlyD3zFoUTPT1/wIvyLhnJh+FRUkHpT8BMFirhuW5nBiTb0FP7cwY=
trusted comment: old
8xuZDB2fYIrUzDROEwsNOxVUYHeNpceorM2VtlJP7Fd7/2+oxl8mAZuR2GsKrL25ptcybaqdyHb+JGkt7lnxAA==
";

fn open() -> Signer {
    match KeyFile::read(OPEN) {
        Ok(KeyFile::Open(signer)) => signer,
        other => panic!("{other:?}"),
    }
}

fn unlock(text: &str, password: &str) -> Result<Signer, KeyFault> {
    match KeyFile::read(text)? {
        KeyFile::Locked(locked) => locked.open(password.to_owned()),
        KeyFile::Open(_) => panic!("not locked"),
    }
}

#[test]
fn a_key_of_the_stock_program_gives_its_public_key() {
    assert_eq!(open().public_key(), PUBLIC);
    assert_eq!(unlock(LOCKED, "柳树 pass").unwrap().public_key(), PUBLIC);
    for text in [SUMMED.to_owned(), OPEN.replace('\n', "\r\n"), format!("\u{feff}{OPEN}\n\n")] {
        match KeyFile::read(&text) {
            Ok(KeyFile::Open(signer)) => assert_eq!(signer.public_key(), PUBLIC),
            other => panic!("{text:?}: {other:?}"),
        }
    }
}

#[test]
fn what_is_no_key_is_told() {
    let half = &OPEN[..OPEN.len() - 30];
    let flipped = OPEN.replace("pap3kh", "pap4kh");
    let summed = SUMMED.replace("SBQP", "SBQQ");
    let rows = [
        ("", KeyFault::NotAKey),
        ("标题: 安排\n起止: 2026年12月\n", KeyFault::NotAKey),
        (PUBLIC, KeyFault::Public),
        (OTHER, KeyFault::Public),
        (half, KeyFault::Damaged),
        (&flipped, KeyFault::Damaged),
        (&summed, KeyFault::Damaged),
    ];
    for (text, fault) in rows {
        assert_eq!(KeyFile::read(text).err(), Some(fault), "{text}");
    }
    assert_eq!(unlock(LOCKED, "柳树").err(), Some(KeyFault::WrongPassword));
    assert_eq!(unlock(&LOCKED[..150], "柳树 pass").err(), Some(KeyFault::Damaged));
}

#[test]
fn what_is_signed_holds_for_these_bytes_and_this_key() {
    let text = open().sign(b"abc", "code:yunling edition:2026-12-08");
    assert_eq!(text, open().sign(b"abc", "code:yunling edition:2026-12-08"), "the same bytes give the same signature");
    let (key, other) = (PublicKey::read(PUBLIC).unwrap(), PublicKey::read(OTHER).unwrap());
    let signature = Signature::read(text.as_bytes()).unwrap();
    assert!(signature.is_whole() && signature.holds(&key, b"abc"));
    assert_eq!(signature.comment(), "code:yunling edition:2026-12-08 file:SHA256SUMS hashed");
    assert_eq!((signature.number(), key.number()), ("287218B7FA0F1448".to_owned(), "287218B7FA0F1448".to_owned()));
    assert!(!signature.holds(&key, b"abd") && !signature.holds(&other, b"abc"));
}

#[test]
fn signatures_of_the_stock_program_hold() {
    let key = PublicKey::read(PUBLIC.lines().nth(1).unwrap()).unwrap();
    for text in [BY_HAND, OLD_WAY] {
        let signature = Signature::read(text.as_bytes()).unwrap();
        assert!(signature.is_whole() && signature.holds(&key, b"abc") && !signature.holds(&key, b"abcd"), "{text}");
    }
}

#[test]
fn every_flipped_bit_of_a_signature_is_found() {
    let key = PublicKey::read(PUBLIC).unwrap();
    let made = open().sign(b"abc", "code:yunling");
    // Of a signature made by hand the words of the first line are nobody's promise.
    let free = "untrusted comment: ".len().."untrusted comment: signature from minisign secret key".len();
    for (text, free) in [(made.as_str(), 0..0), (BY_HAND, free)] {
        for bit in (0..8 * text.len()).filter(|bit| !free.contains(&(bit / 8))) {
            let mut bytes = text.as_bytes().to_vec();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let holds = Signature::read(&bytes).is_some_and(|one| one.is_whole() && one.holds(&key, b"abc"));
            assert!(!holds, "bit {bit}: {}", String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn no_text_is_an_accident() {
    for text in
        ["", "\n", "a\nb\nc\nd", "untrusted comment: \n\n\n\n", "untrusted comment: x\nRW\ntrusted comment: \nRW\n"]
    {
        assert!(Signature::read(text.as_bytes()).is_none() && PublicKey::read(text).is_none(), "{text:?}");
    }
    assert!(Signature::read(&[0xff, 0xfe]).is_none());
    assert!(PublicKey::read("RWRIFA").is_none());
}
