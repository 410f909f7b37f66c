//! Turns a site and its past into the entry that a release would add: what is new, what says something else, what is gone.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::past::{Facts, Item, Past};

/// What a release would record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// What is new or says something else than at the last release.
    pub put: BTreeMap<Item, Facts>,
    /// What was public at the last release and is no longer.
    pub gone: BTreeSet<Item>,
}

impl Draft {
    /// What is public now, against the last release.
    pub fn new(past: &Past, now: BTreeMap<Item, Facts>) -> Self {
        let public = past.items().filter(|(_, versions)| versions.last().is_some_and(|last| last.facts.is_some()));
        let gone = public.map(|(item, _)| item).filter(|item| !now.contains_key(item)).cloned().collect();
        let put = now.into_iter().filter(|(item, facts)| past.facts(item) != Some(facts)).collect();
        Self { put, gone }
    }

    /// Whether nothing would be recorded.
    pub fn is_empty(&self) -> bool {
        self.put.is_empty() && self.gone.is_empty()
    }
}
