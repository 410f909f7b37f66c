//! Turns a published site, a folder or a ZIP of one, into a verdict: which files are changed, missing or extra, and
//! whether its signature and its ledger hold. Changes nothing.
//!
//! ```text
//! Folder ┐
//!        ├─ the lists ─> names ─ look (parallel, streaming) ─> Seen by route ─ judge (pure) ─> Verdict ─> text, JSON
//! ZIP    ┘
//! ```
//!
//! Only [`source`] and what it opens read; all judging is pure and tested by tables.

mod folder;
mod json;
mod judge;
mod ledger;
mod lists;
mod names;
mod parcel;
mod refusal;
mod seal;
mod source;
mod text;
mod verdict;

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use crate::ledger::{Chain, chain};
use crate::signature::PublicKey;

use super::manifest;
use judge::{Evidence, Outside};
use ledger::Content;
use source::Source;

pub use ledger::Receipt;
pub use refusal::Refusal;
pub use verdict::{Fault, Kind, Ledger, Seal, Verdict};

/// Route of the ledger in a site.
const LEDGER: &str = "ledger.jsonl";
/// Most bytes of a list or a ledger that are read: they are the only files held whole.
const MOST_HELD: u64 = 256 * 1024 * 1024;
/// Most looks at a site that is being replaced.
const MOST_LOOKS: usize = 3;

/// What to verify, and against what that does not come from the site itself.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The folder or ZIP.
    pub site: &'a Path,
    /// The public key that must have signed it: a file, or its text.
    pub key: Option<&'a str>,
    /// The receipt of a release that the ledger must hold.
    pub receipt: Option<&'a Path>,
    /// The content folder whose ledger must go at least as far.
    pub content: Option<&'a Path>,
}

/// Verifies a site.
///
/// # Errors
/// Where there is nothing to verify: no such place, no list in it, no key, receipt or ledger where one was named.
pub fn verify(asked: &Asked<'_>) -> Result<Verdict, Refusal> {
    let key = asked.key.map(read_key).transpose()?;
    let receipt = asked.receipt.map(read_receipt).transpose()?;
    let content = asked.content.map(read_content).transpose()?;
    let outside = Outside { key, receipt, content };
    let number = || fs::metadata(asked.site).ok().map(|seen| (seen.dev(), seen.ino()));
    steadily(number, || look(asked.site, &outside))
}

/// Looks again where a build showed another site while this one was being read: half of each is no site at all.
fn steadily<N: PartialEq, T>(number: impl Fn() -> N, mut look: impl FnMut() -> T) -> T {
    for _ in 1..MOST_LOOKS {
        let before = number();
        let found = look();
        if number() == before {
            return found;
        }
    }
    look()
}

/// One look at a site.
fn look(site: &Path, outside: &Outside) -> Result<Verdict, Refusal> {
    let source = Source::open(site)?;
    let held = |name: &str| source.bytes(name);
    let [manifest, sums, signature] = [manifest::NAME, manifest::SUMS, manifest::SIGNATURE].map(held);
    let named = lists::named(manifest.as_deref(), sums.as_deref());
    let seen = source.look(&named)?;
    let evidence =
        Evidence { manifest, sums, signature, published: held(manifest::KEY), ledger: held(LEDGER), seen: &seen };
    Ok(judge::judge(&evidence, outside))
}

/// A public key: the text itself where it is one, else the file of that name.
fn read_key(given: &str) -> Result<PublicKey, Refusal> {
    if let Some(key) = PublicKey::read(given) {
        return Ok(key);
    }
    let text = fs::read(given).map_err(|source| Refusal::read(Path::new(given), source))?;
    let text = String::from_utf8_lossy(&text);
    PublicKey::read(&text).ok_or_else(|| Refusal::NotAKey(given.into()))
}

fn read_receipt(path: &Path) -> Result<Receipt, Refusal> {
    let bytes = fs::read(path).map_err(|source| Refusal::read(path, source))?;
    Receipt::read(&bytes).ok_or_else(|| Refusal::NotAReceipt(path.to_owned()))
}

/// The ledger of a content folder; empty where nothing was ever released.
fn read_content(folder: &Path) -> Result<Content, Refusal> {
    if !folder.is_dir() {
        return Err(Refusal::NotContent(folder.to_owned()));
    }
    let path = folder.join("ledger").join("public.jsonl");
    match fs::read(&path) {
        Ok(bytes) => Ok(Content { path: path.display().to_string(), chain: chain::read(&bytes) }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Ok(Content { path: path.display().to_string(), chain: Chain::default() })
        }
        Err(error) => Err(Refusal::read(&path, error)),
    }
}

#[cfg(test)]
mod tests;
