//! Turns the text of a secret key's file, as `minisign -G` writes it, into a signer; with its password where it has one.

use ct_codecs::{Base64, Decoder as _};
use ed25519_compact::{KeyPair, Seed};
use minisign::{SecretKey, SecretKeyBox};

use crate::diag::{Lang, Phrase};

use super::{NUMBER, SIGNATURE, Signer};

/// Where a decrypted key holds its number: after the algorithms, the salt and the two limits.
const NUMBER_AT: usize = 54;
/// Where it holds the two halves, after the number.
const HALVES_AT: usize = NUMBER_AT + NUMBER;
/// Where its checksum begins.
const SUM_AT: usize = HALVES_AT + SIGNATURE;

/// How the second line of each file begins: the algorithms, of which the second says whether there is a password.
const WITH_PASSWORD: &str = "RWRTY0Iy";
const WITHOUT_PASSWORD: &str = "RWQAAEIy";
/// Length of that line in a public key, which is easily mistaken for the secret one.
const PUBLIC_LENGTH: usize = 56;

/// Why a key cannot sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.phrase().get(Lang::En))]
pub enum KeyFault {
    /// The text is no key of minisign.
    NotAKey,
    /// It is the public key.
    Public,
    /// It was a key, but bytes of it are wrong.
    Damaged,
    /// The password does not open it, or its bytes are wrong.
    WrongPassword,
}

impl KeyFault {
    /// What is wrong and what to do.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::NotAKey => Phrase::new(
                "这不是 minisign 的密钥文件。密钥用 minisign -G 生成，文件一般叫 minisign.key",
                "this is no secret key of minisign; `minisign -G` makes one, usually named minisign.key",
            ),
            Self::Public => Phrase::new(
                "这是公钥，签名要用密钥（minisign -G 同时生成的另一个文件，一般叫 minisign.key）",
                "this is the public key; signing takes the secret one, the other file that `minisign -G` made (minisign.key)",
            ),
            Self::Damaged => {
                Phrase::new("密钥文件坏了，请换上备份的那一份", "the file of the secret key is damaged; use its backup")
            }
            Self::WrongPassword => Phrase::new(
                "密码不对，签不了名。请再运行一次，重新输入；若确定没有输错，就是密钥文件坏了，请换上备份",
                "the password is wrong. Run it again; if you are sure of the password, the key file is damaged: use its backup",
            ),
        }
    }
}

/// What the text of a key file turned out to be.
#[derive(Debug)]
pub enum KeyFile {
    /// A key without password.
    Open(Signer),
    /// A key that its password must open.
    Locked(Locked),
}

/// A secret key under a password.
pub struct Locked(SecretKeyBox);

impl std::fmt::Debug for Locked {
    /// Says nothing of the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Locked")
    }
}

impl KeyFile {
    /// Reads the text of a key file.
    ///
    /// # Errors
    /// Where it holds no secret key, or a damaged one without password.
    pub fn read(text: &str) -> Result<Self, KeyFault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let line = text.lines().nth(1).unwrap_or_default().trim_end();
        if line.starts_with(WITH_PASSWORD) {
            return Ok(Self::Locked(Locked(SecretKeyBox::from(trimmed(text)))));
        }
        if line.starts_with(WITHOUT_PASSWORD) {
            let bytes = Base64::decode_to_vec(line, None).map_err(|_| KeyFault::Damaged)?;
            // Older programs leave the checksum out of a key without password; then the two halves must still be a pair.
            let is_summed = bytes.get(SUM_AT..).is_some_and(|sum| sum.iter().any(|byte| *byte != 0));
            let key = if is_summed {
                SecretKeyBox::from(trimmed(text)).into_unencrypted_secret_key()
            } else {
                SecretKey::from_bytes(&bytes)
            };
            return Ok(Self::Open(signer(&key.map_err(|_| KeyFault::Damaged)?)?));
        }
        let is_public = line.len() == PUBLIC_LENGTH && line.starts_with("RW");
        Err(if is_public { KeyFault::Public } else { KeyFault::NotAKey })
    }
}

impl Locked {
    /// Opens the key; takes about a second and a gigabyte, as whoever tries passwords must pay as well.
    ///
    /// # Errors
    /// Where the password is wrong.
    pub fn open(self, password: String) -> Result<Signer, KeyFault> {
        let key = self.0.into_secret_key(Some(password));
        let key = key.map_err(|error| match error.kind() {
            minisign::ErrorKind::Verify => KeyFault::WrongPassword,
            _ => KeyFault::Damaged,
        })?;
        signer(&key)
    }
}

/// The two lines without what an editor put at their ends.
fn trimmed(text: &str) -> String {
    text.lines().take(2).map(|line| format!("{}\n", line.trim_end())).collect()
}

fn signer(key: &SecretKey) -> Result<Signer, KeyFault> {
    let bytes = key.to_bytes();
    let number = bytes.get(NUMBER_AT..HALVES_AT).and_then(|part| part.try_into().ok());
    let (seed, public) = bytes.get(HALVES_AT..SUM_AT).ok_or(KeyFault::Damaged)?.split_at(SIGNATURE / 2);
    let pair = Seed::from_slice(seed).map(KeyPair::from_seed).ok().filter(|pair| pair.pk[..] == *public);
    let (Some(number), Some(pair)) = (number, pair) else { return Err(KeyFault::Damaged) };
    Ok(Signer::new(number, pair.sk))
}
