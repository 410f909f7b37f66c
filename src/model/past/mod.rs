//! What was released and when: each thing that was ever public, with what it said at each release.
//!
//! What a thing said is kept as facts, a text for each field. They hold public words only, and are compared and shown;
//! nothing is planned from them.

mod facts;
mod item;

use crate::digest::{self, Digest};
use chrono::NaiveDate;
use std::collections::BTreeMap;

pub use facts::{Facts, Field};
pub use item::{Item, ItemKind};

/// One release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// 1, 2, 3 …
    pub number: u32,
    /// The day it is said to have been made public.
    pub declared: NaiveDate,
    /// The day the machine had when it was recorded.
    pub recorded: NaiveDate,
    /// SHA-256 of its entry, which holds that of the entry before.
    pub hash: Digest,
}

impl Release {
    /// Eight characters that stand for it and all releases before it.
    pub fn code(&self) -> String {
        digest::short(&self.hash)
    }

    /// The day of recording, where that is not the day declared (补录).
    pub fn recorded_later(&self) -> Option<NaiveDate> {
        (self.recorded != self.declared).then_some(self.recorded)
    }
}

/// What an item said from one release on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Index in [`Past::releases`].
    pub release: usize,
    /// What it said; `None` where it was withdrawn.
    pub facts: Option<Facts>,
}

/// What the last of some versions said that said anything.
pub fn last_said(versions: &[Version]) -> Option<&Facts> {
    versions.iter().rev().find_map(|version| version.facts.as_ref())
}

/// Everything ever released.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// The ledger itself, as it is published.
    pub ledger: Vec<u8>,
    /// Short name of the site it is of.
    pub site: String,
    releases: Vec<Release>,
    items: BTreeMap<Item, Vec<Version>>,
}

impl Past {
    /// The past of a site before its releases are added; `ledger` holds these.
    pub fn new(site: String, ledger: Vec<u8>) -> Self {
        Self { ledger, site, ..Self::default() }
    }

    /// Adds the next release: what was new or said something else, and what was withdrawn.
    pub fn add(
        &mut self,
        release: Release,
        put: impl IntoIterator<Item = (Item, Facts)>,
        gone: impl IntoIterator<Item = Item>,
    ) {
        let at = self.releases.len();
        self.releases.push(release);
        let put = put.into_iter().map(|(item, facts)| (item, Some(facts)));
        for (item, facts) in put.chain(gone.into_iter().map(|item| (item, None))) {
            self.items.entry(item).or_default().push(Version { release: at, facts });
        }
    }

    /// Whether nothing was ever released.
    pub fn is_empty(&self) -> bool {
        self.releases.is_empty()
    }

    /// The releases in order.
    pub fn releases(&self) -> &[Release] {
        &self.releases
    }

    /// The last release.
    pub fn last(&self) -> Option<&Release> {
        self.releases.last()
    }

    /// The release of a version.
    pub fn release(&self, version: &Version) -> &Release {
        &self.releases[version.release]
    }

    /// What an item said over time; empty where it was never released.
    pub fn versions(&self, item: &Item) -> &[Version] {
        self.items.get(item).map_or(&[], Vec::as_slice)
    }

    /// What an item said at the last release; `None` where it was not public then.
    pub fn facts(&self, item: &Item) -> Option<&Facts> {
        self.versions(item).last()?.facts.as_ref()
    }

    /// What an item said last, whether or not it is public still.
    pub fn last_said(&self, item: &Item) -> Option<&Facts> {
        last_said(self.versions(item))
    }

    /// The release from which an item was public without interruption until now; `None` where it is not public.
    pub fn since(&self, item: &Item) -> Option<&Release> {
        let versions = self.versions(item);
        let start = versions.iter().rposition(|version| version.facts.is_none()).map_or(0, |at| at + 1);
        versions.get(start).map(|version| self.release(version))
    }

    /// The version of a session that first had one more than so many changes, and kept it until now: a change that was
    /// taken back, or withdrawn with its roster, and came again is announced again.
    pub fn first_with_change(&self, session: &Item, index: usize) -> Option<&Version> {
        let has = |version: &Version| version.facts.as_ref().is_some_and(|facts| facts.count(Field::Changes) > index);
        let versions = self.versions(session);
        let start = versions.iter().rposition(|version| !has(version)).map_or(0, |at| at + 1);
        versions.get(start)
    }

    /// The parts of a file's item: sessions of a roster, limits of a procedure.
    pub fn parts<'a>(
        &'a self,
        kind: ItemKind,
        unit: &str,
        stem: &str,
    ) -> impl Iterator<Item = (&'a Item, &'a [Version])> {
        let from = Item::part(kind, unit, stem, "");
        let prefix = from.name.clone();
        let unit = unit.to_owned();
        let after = self.items.range(from..);
        after
            .take_while(move |(item, _)| item.kind == kind && item.unit == unit && item.name.starts_with(&prefix))
            .map(|(item, versions)| (item, versions.as_slice()))
    }

    /// The items of a kind that a unit ever had.
    pub fn of_unit<'a>(&'a self, kind: ItemKind, unit: &str) -> impl Iterator<Item = &'a Item> {
        let unit = unit.to_owned();
        let after = self.items.range(Item::new(kind, unit.as_str(), "")..);
        after.map(|(item, _)| item).take_while(move |item| item.kind == kind && item.unit == unit)
    }

    /// Every item with what it said over time.
    pub fn items(&self) -> impl Iterator<Item = (&Item, &[Version])> {
        self.items.iter().map(|(item, versions)| (item, versions.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_back_is_public_since_then() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
        let release = |number: u32| Release { number, declared: day(number), recorded: day(number), hash: [0; 32] };
        let item = Item::new(ItemKind::Notice, "", "a");
        let facts = Facts::default().with(Field::Title, "甲");
        let mut past = Past::default();
        past.add(release(1), [(item.clone(), facts.clone())], []);
        past.add(release(2), [], [item.clone()]);
        assert_eq!(past.since(&item), None);
        past.add(release(3), [(item.clone(), facts)], []);
        assert_eq!(past.since(&item).map(|release| release.number), Some(3));
        assert_eq!(past.versions(&item).len(), 3);
    }
}
