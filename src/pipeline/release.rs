//! Turns a checked site into the entry that releases it, and writes that.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;

use crate::error::Error;
use crate::ledger::draft::Draft;
use crate::ledger::{Entry, apply, record};
use crate::load::{self, Hold};
use crate::model::past::{Facts, Field, Item, ItemKind, Past};
use crate::model::roster::RosterId;
use crate::model::site::Site;
use crate::plan::{Output, Routes, traces};
use crate::publish::release;

/// What a release would record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The entry.
    pub entry: Entry,
    /// Its line in the ledger.
    pub line: String,
    /// How many things are new, say something else, and are gone; sessions and limits by themselves, printed notices not.
    pub counts: Counts,
    /// Pages of what is recorded, by address, in order.
    pub pages: BTreeSet<String>,
}

/// How much a release records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// New.
    pub new: usize,
    /// Said something else before.
    pub changed: usize,
    /// Withdrawn.
    pub gone: usize,
}

/// The entry that would release a site; `None` where nothing differs from the last release.
///
/// # Errors
/// Where the entry cannot be written, which would be a bug.
pub fn propose(mut site: Site, declared: NaiveDate, recorded: NaiveDate) -> Result<Option<Proposal>, Error> {
    let past = site.past.clone();
    let code = site.settings.code.clone();
    let entry = |draft: Draft| {
        let Draft { put, gone } = draft;
        Entry::after(past.last(), &code, (declared, recorded), put, gone).ok_or(Error::Ledger)
    };
    let facts = record::site(&site);
    let posters = past.items().filter(|(item, _)| item.kind == ItemKind::Poster);
    let posters = posters.filter_map(|(item, _)| Some((item.clone(), past.facts(item)?.clone())));
    let mut now: BTreeMap<Item, Facts> = facts.clone();
    now.extend(posters);
    let draft = Draft::new(&past, now);
    if !draft.is_empty() {
        // Codes depend on the days of announcement, which this release gives.
        let tentative = entry(draft)?;
        let mut later = past.clone();
        later.add(tentative.release(), tentative.put, tentative.gone);
        apply(&mut site, later);
    }
    let mut now = facts;
    now.extend(record::posters(&site, &Routes::new(&site, &[])));
    let draft = Draft::new(&past, now);
    if draft.is_empty() {
        return Ok(None);
    }
    let own = |item: &&Item| item.kind != ItemKind::Poster;
    let put = || draft.put.keys().filter(own);
    let changed = put().filter(|item| past.facts(item).is_some()).count();
    let counts = Counts { new: put().count() - changed, changed, gone: draft.gone.iter().filter(own).count() };
    let mut pages: BTreeSet<String> =
        put().chain(draft.gone.iter().filter(own)).filter_map(|item| traces::route(&item.whole())).collect();
    pages.extend(notices_of_changes(&site, &past));
    let entry = entry(draft)?;
    let line = entry.line().ok_or(Error::Ledger)?;
    Ok(Some(Proposal { entry, line, counts, pages }))
}

/// The pages of notices of changes that the last release did not have.
fn notices_of_changes(site: &Site, past: &Past) -> Vec<String> {
    let routes = Routes::new(site, &[]);
    let new = |id: RosterId| {
        let unit = &site.unit(id.unit).path;
        let roster = site.roster(id);
        let days = roster.sessions.iter().flat_map(move |session| {
            let item = Item::part(ItemKind::Session, unit, &roster.stem, &session.key);
            let known = past.facts(&item).map_or(0, |facts| facts.count(Field::Changes));
            session.changes.iter().skip(known).filter_map(|change| change.announced)
        });
        let days: BTreeSet<NaiveDate> = days.collect();
        days.into_iter().map(|day| routes.path(Output::Change(id, day)).into_owned()).collect::<Vec<_>>()
    };
    site.rosters().flat_map(|(id, _)| new(id)).collect()
}

/// Writes it into the content folder, with `hold` as it was read; `before` is the ledger it was made for.
///
/// # Errors
/// Where somebody else released meanwhile, or the disk refuses. Nothing was released then.
pub fn write(content: &Path, hold: &Hold, before: &[u8], proposal: &Proposal) -> Result<(), Error> {
    let files = load::files(content, hold)?;
    let Proposal { entry, line, .. } = proposal;
    Ok(release::record(&release::Order { content, before, entry, line, files: &files })?)
}
