//! Pages that keep old addresses alive: those of earlier notices' codes, and those of things that were withdrawn.

use chrono::NaiveDate;
use serde::Serialize;

use super::record::{Stamp, stamp};
use super::roster::{DateWords, date_words};
use super::session::NamedLink;
use super::{Frame, Scope};
use crate::model::past::{Field, Item, ItemKind, last_said};
use crate::model::unit::UnitId;
use crate::plan::{Output, items, traces};

/// What the page of an earlier notice's code shows.
#[derive(Debug, Serialize)]
pub struct PastCodeView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// The notice.
    pub poster: PastPoster<'a>,
}

/// An earlier notice.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct PastPoster<'a> {
    pub title: String,
    /// Its kind, in words.
    pub kind: &'a str,
    pub unit: NamedLink<'a>,
    pub since: Option<Stamp>,
    pub from: Option<DateWords>,
    pub until: Option<DateWords>,
    /// When it was replaced or taken down; nothing where that is not recorded yet.
    pub ended: Option<Stamp>,
    /// The code that took its place then.
    pub by: Option<Successor>,
    /// The code that is current, where that is yet another.
    pub now: Option<Successor>,
    /// Where what it says is told now.
    pub source: NamedLink<'a>,
}

/// A notice that took the place of another.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Successor {
    pub code: String,
    pub href: String,
}

/// What stands where a page was.
#[derive(Debug, Serialize)]
pub struct GoneView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// What was there.
    pub gone: Body<'a>,
}

/// The content of such a page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub title: String,
    /// When it was withdrawn; nothing where that is not recorded yet.
    pub withdrawn: Option<Stamp>,
    /// Whether it listed sessions, which do not take place now.
    pub sessions: bool,
    /// The same thing at another address.
    pub moved: Option<NamedLink<'a>>,
    /// Where to look otherwise.
    pub instead: NamedLink<'a>,
}

/// Builds the page of an earlier notice's code.
pub fn code<'a>(scope: &Scope<'a>, at: usize) -> Option<PastCodeView<'a>> {
    let (site, words) = (scope.site, scope.words);
    let item = scope.plan.traces.codes.get(at)?;
    let past = &site.past;
    let versions = past.versions(item);
    let facts = last_said(versions)?;
    let mut page = scope.frame("past-code", &words.code_title.fill(&[("code", &item.name)]));
    let unit = unit_near(scope, facts.get(Field::Unit));
    page.crumbs = scope.crumbs_to(unit, true);
    let ended = versions.last().filter(|version| version.facts.is_none()).map(|version| past.release(version));
    let line = scope.plan.traces.line(facts);
    // A site of many releases has as many of these pages as its ledger has entries: no page looks through all of it.
    let by = versions.last().filter(|version| version.facts.is_none()).and_then(|version| {
        let from = line.partition_point(|(release, _)| *release < version.release);
        line.get(from).filter(|(release, _)| *release == version.release)
    });
    let now = line.iter().rev().find(|(_, heir)| heir != item && past.facts(heir).is_some());
    let successor = |(_, heir): &(usize, Item)| Successor { code: heir.name.clone(), href: href(scope, heir) };
    let of: Option<Item> = facts.get(Field::Of).parse().ok();
    let source = of.and_then(|item| scope.plan.traces.page(&item)).map(|output| link(scope, output));
    let unit_link = NamedLink { name: &site.unit(unit).name, href: scope.href(Output::Unit(unit)) };
    let day = |field| facts.day(field).map(|day: NaiveDate| date_words(scope, day));
    let poster = PastPoster {
        title: facts.get(Field::Title).to_owned(),
        kind: kind(scope, facts.get(Field::Kind)),
        since: versions.first().map(|version| stamp(scope, past.release(version))),
        from: day(Field::First),
        until: day(Field::Last),
        ended: ended.map(|release| stamp(scope, release)),
        now: now.filter(|now| by.is_none_or(|by| by.1 != now.1)).map(successor),
        by: by.map(successor),
        source: source.unwrap_or(NamedLink { name: unit_link.name, href: unit_link.href.clone() }),
        unit: unit_link,
    };
    Some(PastCodeView { page, poster })
}

/// What a kind of notice is called.
fn kind<'a>(scope: &Scope<'a>, name: &str) -> &'a str {
    let words = scope.words;
    let phrase = match name {
        "month" => &words.posters_month,
        "change" => &words.poster_change_title,
        "day" => &words.poster_day_title,
        "set" => &words.posters_set,
        "flow" => &words.posters_flow,
        "leaflet" => &words.posters_leaflet,
        "panels" => &words.posters_panels,
        "booklet" => &words.posters_booklet,
        _ => &words.poster_unit_title,
    };
    phrase.text()
}

/// Builds the page that stands where another was.
pub fn gone<'a>(scope: &Scope<'a>, at: usize) -> Option<GoneView<'a>> {
    let site = scope.site;
    let item = scope.plan.traces.gone.get(at)?;
    let past = &site.past;
    let versions = past.versions(item);
    let facts = last_said(versions)?;
    let title = facts.title().to_owned();
    let mut page = scope.frame("gone", &title);
    let unit = unit_near(scope, &item.unit);
    page.crumbs = scope.crumbs_to(unit, true);
    let withdrawn = versions.last().filter(|version| version.facts.is_none());
    let moved = scope.plan.traces.moved.get(at).copied().flatten();
    let gone = Body {
        title,
        withdrawn: withdrawn.map(|version| stamp(scope, past.release(version))),
        sessions: item.kind == ItemKind::Roster && moved.is_none(),
        moved: moved.map(|output| link(scope, output)),
        instead: NamedLink { name: &site.unit(unit).name, href: scope.href(Output::Unit(unit)) },
    };
    Some(GoneView { page, gone })
}

/// A page that is about one thing, by its title.
fn link<'a>(scope: &Scope<'a>, output: Output) -> NamedLink<'a> {
    NamedLink { name: items::title(scope.site, output), href: scope.href(output) }
}

/// The unit of a path, or the nearest above it that is there.
fn unit_near(scope: &Scope<'_>, path: &str) -> UnitId {
    let units = &scope.site.units;
    let mut path = path;
    loop {
        if let Some(at) = units.iter().position(|unit| unit.path == path) {
            return UnitId(at);
        }
        path = path.rsplit_once('/').map_or("", |(above, _)| above);
        if path.is_empty() {
            return UnitId(0);
        }
    }
}

/// The link to the page of a printed notice's code.
fn href(scope: &Scope<'_>, item: &Item) -> String {
    let here = scope.plan.routes.path(scope.page);
    traces::route(item).map(|route| crate::plan::routes::relative(&here, &route)).unwrap_or_default()
}
