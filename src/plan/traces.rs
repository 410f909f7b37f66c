//! What was released and is no longer there: addresses that must go on leading somewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::routes::Routes;
use super::withdrawn::{self, Withdrawn};
use super::{Output, items};
use crate::model::past::{Facts, Field, Item, ItemKind, Version, last_said};
use crate::model::poster::PosterKind;
use crate::model::site::Site;

/// Addresses kept alive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces {
    /// Printed notices whose code no notice carries any more.
    pub codes: Vec<Item>,
    /// Things whose page is gone.
    pub gone: Vec<Item>,
    /// For each of [`Self::gone`] the page of the same title that is there now.
    pub moved: Vec<Option<Output>>,
    /// The sessions of rosters among [`Self::gone`].
    pub off: Vec<Withdrawn>,
    /// Pages that stood beside those of [`Self::gone`], by index there: addresses.
    pub beside: Vec<(usize, String)>,
    /// The pages there are, by what they are about.
    pages: BTreeMap<Item, Output>,
    /// Printed notices of one kind about one thing: the releases that brought them, as indices, in order.
    lines: BTreeMap<String, Vec<(usize, Item)>>,
}

impl Traces {
    /// What a site once had and has no longer. `outputs` are those it has.
    pub fn new(site: &Site, routes: &Routes, outputs: &[Output]) -> Self {
        if site.past.is_empty() {
            return Self::default();
        }
        let mut spelled = Spelled::default();
        outputs.iter().for_each(|output| spelled.take(&routes.path(*output)));
        let mut traces = Self::default();
        // Of names that differ only in capitals the one that was public last is kept: a disk may hold no more than one.
        let said = |versions: &[Version]| versions.iter().rev().find(|one| one.facts.is_some()).map(|one| one.release);
        let mut once: Vec<_> = site.past.items().map(|(item, versions)| (said(versions), item)).collect();
        once.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        for (_, item) in once {
            let Some(route) = route(item).filter(|route| spelled.is_free(route)) else { continue };
            spelled.take(&route);
            if item.kind == ItemKind::Poster { &mut traces.codes } else { &mut traces.gone }.push(item.clone());
        }
        traces.codes.sort_unstable();
        traces.gone.sort_unstable();
        for (item, versions) in site.past.items().filter(|(item, _)| item.kind == ItemKind::Poster) {
            let Some(said) = last_said(versions) else { continue };
            let line = traces.lines.entry(line(said)).or_default();
            line.extend(versions.iter().filter(|one| one.facts.is_some()).map(|one| (one.release, item.clone())));
        }
        let own = |output: &Output| Some((items::item(site, *output)?, *output));
        traces.pages = outputs.iter().filter_map(own).collect();
        traces.moved = traces.heirs(site);
        traces.off = withdrawn::sessions(site, &traces.gone, &traces.moved);
        traces.lines.values_mut().for_each(|line| line.sort_unstable());
        let gone = traces.gone.iter().enumerate();
        let beside = gone.flat_map(|(at, item)| traces.companions(site, item).into_iter().map(move |page| (at, page)));
        let mut free = |page: &str| {
            let free = spelled.is_free(page);
            spelled.take(page);
            free
        };
        traces.beside = beside.filter(|(_, page)| free(page)).collect();
        traces
    }

    /// The page that is there now of the same kind and title as each that is gone, best in the same unit. A unit has its
    /// name from its folder's file alone: another of the same name is another unit.
    fn heirs(&self, site: &Site) -> Vec<Option<Output>> {
        let mut by_title: BTreeMap<(ItemKind, &str), Vec<(&Item, Output)>> = BTreeMap::new();
        for (item, output) in self.pages.iter().filter(|(item, _)| item.kind != ItemKind::Unit) {
            by_title.entry((item.kind, items::title(site, *output))).or_default().push((item, *output));
        }
        let heir = |item: &Item| {
            let title = site.past.last_said(item)?.title().to_owned();
            let alike = by_title.get(&(item.kind, title.as_str()))?;
            let near = alike.iter().find(|(other, _)| other.unit == item.unit);
            near.or(alike.first()).map(|(_, output)| *output)
        };
        self.gone.iter().map(heir).collect()
    }

    /// The page that is about an item now.
    pub fn page(&self, item: &Item) -> Option<Output> {
        self.pages.get(item).copied()
    }

    /// The pages that an item had beside its own: forms of a roster and notices of its changes, a text compared.
    fn companions(&self, site: &Site, item: &Item) -> BTreeSet<String> {
        let Some(page) = route(item) else { return BTreeSet::new() };
        let beside = |ending: &str| format!("{}.{ending}", page.strip_suffix(".html").unwrap_or(&page));
        match item.kind {
            ItemKind::Roster => {
                let of = format!("{}\n{item}\n", PosterKind::Change.name());
                let lines = self.lines.range(of.clone()..).map(|(line, _)| line);
                let days = lines.take_while(|line| line.starts_with(&of)).filter_map(|line| line.rsplit('\n').next());
                let changes = days.filter(|day| !day.is_empty()).map(|day| beside(&format!("change-{day}.html")));
                changes.chain(site.settings.data.then(|| beside("forms.html"))).collect()
            }
            ItemKind::Regulation => {
                let last = site.past.last_said(item);
                let older = last.map_or("", |facts| facts.get(Field::Supersedes));
                let known = |(other, versions): (&Item, &[Version])| {
                    let titled =
                        |version: &Version| version.facts.as_ref().is_some_and(|f| f.get(Field::Title) == older);
                    other.kind == ItemKind::Regulation && other != item && versions.iter().any(titled)
                };
                let compared = !older.is_empty() && site.past.items().any(known);
                compared.then(|| beside("compare.html")).into_iter().collect()
            }
            _ => BTreeSet::new(),
        }
    }

    /// The printed notices of the same kind about the same as one that says `facts`: the releases that brought them, in order.
    pub fn line(&self, facts: &Facts) -> &[(usize, Item)] {
        self.lines.get(&line(facts)).map_or(&[], Vec::as_slice)
    }
}

/// Addresses that are taken, with their folders: each in small letters, and as it is spelled.
#[derive(Default)]
struct Spelled(BTreeMap<String, String>);

impl Spelled {
    fn take(&mut self, route: &str) {
        for part in parts(route) {
            self.0.entry(part.to_lowercase()).or_insert_with(|| part.to_owned());
        }
    }

    /// Whether an address can stand beside those taken on a disk that does not tell capitals from small letters.
    fn is_free(&self, route: &str) -> bool {
        let folders = parts(route).filter(|part| part.len() < route.len());
        let same = |part: &str| self.0.get(&part.to_lowercase()).is_none_or(|spelled| spelled == part);
        !self.0.contains_key(&route.to_lowercase()) && folders.into_iter().all(same)
    }
}

/// The folders of an address, from the outermost, then itself.
fn parts(route: &str) -> impl Iterator<Item = &str> {
    let ends = route.match_indices('/').map(|(at, _)| at).chain([route.len()]);
    ends.filter_map(|end| route.get(..end))
}

/// What printed notices that take each other's place have in common.
fn line(facts: &Facts) -> String {
    [Field::Kind, Field::Of, Field::Unit, Field::Date].map(|field| facts.get(field)).join("\n")
}

/// The address of the page of an item; `None` for parts of one.
pub fn route(item: &Item) -> Option<String> {
    let Item { kind, unit, name } = item;
    let folder = if unit.is_empty() { String::new() } else { format!("{unit}/") };
    let inside = |part: &str| Some(format!("{folder}{part}/{name}.html"));
    match kind {
        ItemKind::Unit if unit.is_empty() => Some("unit.html".to_owned()),
        ItemKind::Unit => Some(format!("{folder}index.html")),
        ItemKind::Person => inside("leaders"),
        ItemKind::Roster => inside("rosters"),
        ItemKind::Notice => inside("notices"),
        ItemKind::Page => inside("pages"),
        ItemKind::Regulation => inside("regulations"),
        ItemKind::Procedure => inside("procedures"),
        ItemKind::Poster => Some(format!("p/{name}.html")),
        ItemKind::Session | ItemKind::Limit => None,
    }
}
