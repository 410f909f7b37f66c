//! Turns the list of a site's files into the files that vouch for it: the two lists, and the signature over the second.

use std::fs;
use std::path::Path;

use crate::signature::Signer;

use super::manifest::{self, Manifest};

/// By what a site is signed, and what is said under the signature.
#[derive(Debug)]
pub(super) struct Seal {
    pub(super) signer: Signer,
    pub(super) about: String,
}

/// What vouches for a site: the two lists, and the signature where it is signed.
pub(super) struct Lists {
    pub(super) json: String,
    sums: String,
    signature: Option<String>,
}

impl Lists {
    pub(super) fn new(manifest: &Manifest, seal: Option<&Seal>) -> Self {
        let json = manifest.json();
        let sums = manifest.sums(&json);
        let signature = seal.map(|seal| seal.signer.sign(sums.as_bytes(), &seal.about));
        Self { json, sums, signature }
    }

    /// Their files by name.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        let signature = self.signature.as_deref().map(|text| (manifest::SIGNATURE, text));
        [(manifest::SUMS, self.sums.as_str()), (manifest::NAME, self.json.as_str())].into_iter().chain(signature)
    }

    /// Whether they stand in a directory as they are, and no signature where there should be none.
    pub(super) fn stand(&self, dir: &Path) -> bool {
        let is_signed = self.signature.is_some() || fs::symlink_metadata(dir.join(manifest::SIGNATURE)).is_ok();
        self.files().all(|(name, text)| fs::read(dir.join(name)).is_ok_and(|there| there == text.as_bytes()))
            && is_signed == self.signature.is_some()
    }
}
