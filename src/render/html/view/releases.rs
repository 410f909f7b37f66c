//! The list of releases: when what was made public, with the code that stands for each.

use std::collections::BTreeMap;

use serde::Serialize;

use super::record::{Stamp, stamp};
use super::{Crumb, Frame, Scope};
use crate::model::past::{Facts, Item, ItemKind};
use crate::plan::{Output, traces};

/// How many releases the page tells; the ledger itself holds all.
const TOLD: usize = 100;
/// How many things of one release stand open.
const NAMED: usize = 12;
/// How many things of one release are named at all.
const MOST: usize = 300;

/// What the list shows.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ReleasesView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    pub releases: Vec<ReleaseLine>,
    /// How many earlier ones are not told.
    pub earlier: Option<String>,
    /// The ledger itself.
    pub ledger: String,
}

/// One release.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ReleaseLine {
    pub number: u32,
    pub code: String,
    pub stamp: Stamp,
    pub things: Vec<Thing>,
    /// Those that do not stand open.
    pub rest: Vec<Thing>,
    /// How many things in all, where not all stand open.
    pub all: Option<String>,
    /// How many more it touched than are named at all.
    pub more: Option<String>,
}

/// Something that was released.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Thing {
    pub title: String,
    /// What was done to it, in a word.
    pub what: String,
    pub href: String,
}

/// What happened to an item with a page, or to its parts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    First,
    Gone,
    Changed,
}

/// Builds the list.
pub fn releases<'a>(scope: &Scope<'a>) -> ReleasesView<'a> {
    let (past, words) = (&scope.site.past, scope.words);
    let mut page = scope.frame("releases", words.releases_title.text());
    page.crumbs = vec![Crumb { label: words.crumb_home.text(), href: scope.href(Output::Home) }];
    let all = past.releases();
    let first_told = all.len().saturating_sub(TOLD);
    let mut touched: BTreeMap<usize, BTreeMap<Item, (What, &Facts)>> = BTreeMap::new();
    for (item, versions) in past.items().filter(|(item, _)| item.kind != ItemKind::Poster) {
        let mut before: Option<&Facts> = None;
        for version in versions {
            let what = match (before, &version.facts) {
                (_, None) => What::Gone,
                (None, Some(_)) => What::First,
                (Some(_), Some(_)) => What::Changed,
            };
            let said = version.facts.as_ref().or(before);
            before = version.facts.as_ref();
            let Some(said) = said.filter(|_| version.release >= first_told) else { continue };
            let whole = item.whole();
            let what = if whole == *item { what } else { What::Changed };
            let of_release = touched.entry(version.release).or_default();
            // What came or went as a whole is told as that, and not for its parts.
            let known = of_release.entry(whole).or_insert((what, said));
            *known = (known.0.min(what), if item.key().is_none() { said } else { known.1 });
        }
    }
    let lines = touched.iter().rev().filter_map(|(at, things)| {
        let release = all.get(*at)?;
        let mut things: Vec<(&Item, What, &Facts)> =
            things.iter().map(|(item, (what, facts))| (item, *what, *facts)).collect();
        things.sort_by_key(|(item, what, _)| (order(item.kind), *what, *item));
        let more = things.len().saturating_sub(MOST);
        let all = (things.len() > NAMED).then(|| words.releases_all.fill(&[("count", &things.len().to_string())]));
        let mut named: Vec<Thing> =
            things.iter().take(MOST).map(|(item, what, facts)| thing(scope, item, *what, facts)).collect();
        let rest = named.split_off(NAMED.min(named.len()));
        Some(ReleaseLine {
            number: release.number,
            code: release.code(),
            stamp: stamp(scope, release),
            things: named,
            rest,
            all,
            more: (more > 0).then(|| words.history_more.fill(&[("count", &more.to_string())])),
        })
    });
    let releases = lines.collect();
    let earlier = (first_told > 0).then(|| words.releases_earlier.fill(&[("count", &first_told.to_string())]));
    ReleasesView { page, releases, earlier, ledger: scope.href(Output::Ledger) }
}

/// What citizens look for comes first.
fn order(kind: ItemKind) -> u8 {
    match kind {
        ItemKind::Roster | ItemKind::Session => 0,
        ItemKind::Notice => 1,
        ItemKind::Procedure | ItemKind::Limit => 2,
        ItemKind::Regulation => 3,
        ItemKind::Unit => 4,
        ItemKind::Page => 5,
        ItemKind::Person => 6,
        ItemKind::Poster => 7,
    }
}

fn thing(scope: &Scope<'_>, item: &Item, what: What, facts: &Facts) -> Thing {
    let words = scope.words;
    let phrase = match what {
        What::First => &words.history_first,
        What::Gone => &words.history_gone,
        What::Changed => &words.history_touched,
    };
    let own = scope.site.past.facts(item).filter(|_| matches!(item.kind, ItemKind::Roster | ItemKind::Procedure));
    let title = own.unwrap_or(facts).title().to_owned();
    let here = scope.plan.routes.path(scope.page);
    let href = traces::route(item).map(|route| crate::plan::routes::relative(&here, &route)).unwrap_or_default();
    Thing { title, what: phrase.text().to_owned(), href }
}
