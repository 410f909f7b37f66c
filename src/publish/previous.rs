//! Turns the standing site and what is remembered of it into one answer: which outputs need no work.

use std::path::Path;

use super::manifest::{Listed, Manifest};
use super::place::Place;
use super::state::{self, Fingerprint, Look, Records};
use super::survey::Standing;

/// Where a site has its ledger.
const LEDGER: &str = "ledger.jsonl";

/// The site that stands, as far as it can save work. Never wrong, only ignorant: without a state it knows of nothing
/// that it is unchanged.
#[derive(Debug, Default)]
pub struct Previous {
    pub(super) standing: Standing,
    records: Records,
}

impl Previous {
    /// The standing site with the project's state, if that was written for it.
    pub(super) fn new(standing: Standing, project: &Path) -> Self {
        let records = standing.hash().map(|hash| state::read(&state::load(project), &hash)).unwrap_or_default();
        Self { standing, records }
    }

    /// The ledger of the site that stands; empty where it has none.
    pub fn ledger(&self, place: &Place<'_>) -> Vec<u8> {
        let listed = self.manifest().is_some_and(|manifest| manifest.files.contains_key(LEDGER));
        // What cannot be read is found where the whole is taken over.
        if listed { std::fs::read(place.target.join(LEDGER)).unwrap_or_default() } else { Vec::new() }
    }

    /// Whether this output was published, from what the fingerprint stands for, and its file was not touched since.
    pub fn unchanged(&self, route: &str, fingerprint: &Fingerprint) -> bool {
        self.records.get(route).is_some_and(|record| record.fingerprint.as_ref() == Some(fingerprint))
            && self.untouched(route).is_some()
    }

    /// A file that is in the manifest and looks as it did when it was published.
    pub(super) fn untouched(&self, route: &str) -> Option<(Listed, Look)> {
        let (listed, look) = self.present(route)?;
        (self.records.get(route)?.look == look).then_some((listed, look))
    }

    /// A file that is in the manifest and, by its length, may be what the manifest says.
    pub(super) fn present(&self, route: &str) -> Option<(Listed, Look)> {
        let listed = *self.manifest()?.files.get(route)?;
        let look = *self.standing.looks.get(route)?;
        (look.size == listed.size).then_some((listed, look))
    }

    /// The list of the standing site's files.
    pub(super) fn manifest(&self) -> Option<&Manifest> {
        self.standing.manifest.as_ref().map(|(manifest, _)| manifest)
    }
}
