//! A regulation's page and the list of regulations.

use std::collections::BTreeMap;

use serde::Serialize;

use super::posters::{FileLink, prints};
use super::roster::{DateWords, date_words};
use super::session::NamedLink;
use super::{Crumb, Frame, Scope};
use crate::model::regulation::{Block, BlockKind, Force, Predecessor, Regulation, RegulationId};
use crate::model::unit::UnitId;
use crate::plan::{Output, Subject};
use crate::render::html::shared::is_drawing;
use crate::render::html::statute::{Link, statute};
use crate::render::words::Words;
use crate::render::words::force::{Told, replaced, told};

/// How many regulations a unit's page and the home page list before they leave the rest to the list of all.
pub const LISTED: usize = 8;

/// What a regulation's page shows.
#[derive(Debug, Serialize)]
pub struct RegulationView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// The regulation.
    pub regulation: Body<'a>,
}

/// The content of a regulation's page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub unit: NamedLink<'a>,
    pub status: Option<StatusView>,
    pub number: Option<&'a str>,
    pub issuer: Option<&'a str>,
    pub category: Option<&'a str>,
    pub adopted: Option<DateWords>,
    pub effective: Option<DateWords>,
    pub repealed: Option<DateWords>,
    pub source: Option<&'a str>,
    /// What of it can be printed.
    pub prints: Vec<FileLink>,
    /// The older text, on this site or not.
    pub older: Option<NamedLink<'a>>,
    pub older_elsewhere: Option<&'a str>,
    pub newer: Option<NamedLink<'a>>,
    /// The comparison with the older text, and of the newer text with this one.
    pub comparison: Option<String>,
    pub newer_comparison: Option<String>,
    pub contents: Vec<Entry<'a>>,
    /// Safe HTML.
    pub html: Drawn<'a>,
}

/// The text of a regulation, drawn only when its page is: a template sees [`Drawn::MARK`], for which the page's bytes have the text, and a
/// fingerprint sees a digest of all that the text is made of.
#[derive(Debug)]
pub struct Drawn<'a> {
    regulation: &'a Regulation,
    words: &'a Words,
    /// The citations of each block, by where its words begin.
    links: BTreeMap<u32, Vec<Link>>,
}

impl Drawn<'_> {
    /// Stands in a template's output where the text belongs.
    pub const MARK: &'static str = "<!--statute-->";

    /// The text as safe HTML.
    pub fn html(&self) -> String {
        let links = |block: &Block| self.links.get(&block.words.start).map_or(&[][..], Vec::as_slice);
        statute(&self.regulation.text, self.words, &links)
    }
}

impl Serialize for Drawn<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if is_drawing() {
            Self::MARK.serialize(serializer)
        } else {
            (self.regulation.text.digest(), &self.links).serialize(serializer)
        }
    }
}

/// What holds on the day of the edition, and what a script needs to say it of the visitor's day.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct StatusView {
    /// now, early or over.
    pub tone: &'static str,
    pub words: String,
    /// First day in force.
    pub from: Option<String>,
    /// First day no longer in force.
    pub until: Option<String>,
    /// What to say before, in and after that time.
    pub early: String,
    pub now: String,
    pub over: String,
}

/// A line of the contents.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Entry<'a> {
    pub id: String,
    pub label: &'a str,
    pub words: &'a str,
    /// 2 or 3.
    pub level: u8,
}

/// What the list of regulations shows.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct RegulationsView<'a> {
    pub page: Frame<'a>,
    pub groups: Vec<Group<'a>>,
}

/// The regulations of a kind.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Group<'a> {
    pub name: &'a str,
    pub regulations: Vec<RegulationLine<'a>>,
}

/// A regulation in a list.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct RegulationLine<'a> {
    pub title: &'a str,
    pub href: String,
    pub number: Option<&'a str>,
    pub unit: Option<&'a str>,
    pub status: Option<StatusView>,
}

/// Builds a regulation's page.
pub fn regulation<'a>(scope: &Scope<'a>, id: RegulationId) -> RegulationView<'a> {
    let site = scope.site;
    let regulation = site.regulation(id);
    let mut page = scope.frame("regulation", &regulation.title);
    page.crumbs = scope.crumbs_to(regulation.unit, regulation.unit != UnitId(0));
    page.crumbs.insert(1, crumb(scope));
    page.description = Some(description(scope, regulation));
    let link = |id: RegulationId| NamedLink {
        name: site.regulation(id).title.as_str(),
        href: scope.href(Output::Regulation(id)),
    };
    let comparison = |id: RegulationId| scope.href(Output::RegulationComparison(id));
    let (older, older_elsewhere) = match &regulation.supersedes {
        Some(Predecessor::Here(id)) => (Some(link(*id)), None),
        Some(Predecessor::Elsewhere(title)) => (None, Some(title.as_str())),
        None => (None, None),
    };
    let compared = |newer: &RegulationId| site.regulation(*newer).supersedes == Some(Predecessor::Here(id));
    let date = |day: Option<chrono::NaiveDate>| day.map(|day| date_words(scope, day));
    let body = Body {
        unit: NamedLink { name: &site.unit(regulation.unit).name, href: scope.href(Output::Unit(regulation.unit)) },
        status: status(scope, regulation),
        number: regulation.number.as_deref(),
        issuer: regulation.issuer.as_deref(),
        category: regulation.category.as_deref(),
        adopted: date(regulation.adopted),
        effective: date(regulation.effective),
        repealed: date(regulation.repealed),
        source: regulation.source.as_deref(),
        prints: prints(scope, &[Subject::Booklet(regulation.unit, id)]),
        comparison: older.as_ref().map(|_| comparison(id)),
        older,
        older_elsewhere,
        newer: regulation.superseded_by.map(link),
        newer_comparison: regulation.superseded_by.filter(compared).map(comparison),
        contents: contents(regulation),
        html: Drawn { regulation, words: scope.words, links: super::cite::links(scope, id) },
    };
    RegulationView { page, regulation: body }
}

fn description(scope: &Scope<'_>, regulation: &Regulation) -> String {
    let count = regulation.text.articles().count().to_string();
    let unit = &scope.site.unit(regulation.unit).name;
    scope.words.regulation_description.fill(&[("title", &regulation.title), ("unit", unit), ("count", &count)])
}

/// The chapters; where there are none, the articles.
fn contents(regulation: &Regulation) -> Vec<Entry<'_>> {
    let text = &regulation.text;
    let entry = |(at, heading): (usize, &crate::model::regulation::Heading)| {
        let block = text.blocks().get(heading.block as usize)?;
        Some(Entry {
            id: heading.id.clone(),
            label: text.words(block.label),
            words: text.words(block.words),
            level: text.level(at),
        })
    };
    let chapters: Vec<Entry<'_>> = text.headings().iter().enumerate().filter_map(entry).collect();
    if !chapters.is_empty() {
        return chapters;
    }
    let begins = |kind| matches!(kind, BlockKind::Article | BlockKind::Caption);
    let articles = text.blocks().iter().filter(|block| begins(block.kind));
    let articles = articles.map(|block| Entry {
        id: block.anchor.whole().to_string(),
        label: text.words(block.label),
        words: if block.kind == BlockKind::Caption { text.words(block.words) } else { "" },
        level: 2,
    });
    articles.collect()
}

/// What holds, in words; `None` where the dates do not say.
pub(super) fn status(scope: &Scope<'_>, regulation: &Regulation) -> Option<StatusView> {
    let site = scope.site;
    let Told { early, now, over } = told(site, scope.words, regulation);
    let replaced = replaced(site, regulation);
    let force = regulation.force(site.edition, replaced);
    let (tone, said) = match force {
        Force::Unknown => return None,
        Force::InForce => ("now", now.clone()),
        Force::NotYet(_) => ("early", early.clone()),
        Force::Repealed(_) | Force::Superseded(_) => ("over", over.clone()),
    };
    // A text that is replaced on no known day is over on every day.
    let ended = regulation.superseded_by.is_some() && replaced.is_none();
    let until = [regulation.repealed, replaced].into_iter().flatten().min();
    Some(StatusView {
        tone,
        words: said,
        from: regulation.effective.map(|day| day.to_string()).filter(|_| !ended),
        until: if ended { regulation.effective.map(|day| day.to_string()) } else { until.map(|day| day.to_string()) },
        early,
        now,
        over,
    })
}

/// A regulation in a list; names the unit unless the page is that unit's.
pub fn regulation_line<'a>(scope: &Scope<'a>, id: RegulationId) -> RegulationLine<'a> {
    let regulation = scope.site.regulation(id);
    let foreign = scope.unit != Some(regulation.unit) && regulation.unit != UnitId(0);
    RegulationLine {
        title: &regulation.title,
        href: scope.href(Output::Regulation(id)),
        number: regulation.number.as_deref(),
        unit: foreign.then(|| scope.site.unit(regulation.unit).name.as_str()),
        status: status(scope, regulation),
    }
}

/// The first regulations of a unit, those that hold before those that do not, and the list of all where there are more.
pub fn listed<'a>(scope: &Scope<'a>, unit: UnitId) -> (Vec<RegulationLine<'a>>, Option<String>) {
    let all = scope.plan.links.regulations_of(unit);
    let over = |id: &RegulationId| is_over(scope, *id);
    let mut shown: Vec<RegulationId> = all.to_vec();
    shown.sort_by_key(|id| (over(id), *id));
    shown.truncate(LISTED);
    let more = (all.len() > LISTED).then(|| scope.href(Output::RegulationIndex));
    (shown.into_iter().map(|id| regulation_line(scope, id)).collect(), more)
}

/// Builds the list of regulations, by kind.
pub fn regulations<'a>(scope: &Scope<'a>) -> RegulationsView<'a> {
    /// From the highest to the most local, as the clerk may write them.
    const ORDER: [&str; 7] = ["法律", "行政法规", "党内法规", "地方性法规", "规章", "规范性文件", "本地制度"];
    let site = scope.site;
    let mut page = scope.frame("regulations", scope.words.regulations_title.text());
    page.crumbs = vec![Crumb { label: scope.words.crumb_home.text(), href: scope.href(Output::Home) }];
    let mut groups: BTreeMap<(usize, &str), Vec<RegulationLine<'a>>> = BTreeMap::new();
    // Those that hold stand before those that do not.
    let mut ids: Vec<RegulationId> = (0..site.regulations.len()).map(RegulationId).collect();
    ids.sort_by_key(|id| is_over(scope, *id));
    for id in ids {
        let regulation = site.regulation(id);
        let name = regulation.category.as_deref().unwrap_or("");
        let rank = ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len() + usize::from(name.is_empty()));
        let name = if name.is_empty() { scope.words.regulations_other.text() } else { name };
        groups.entry((rank, name)).or_default().push(regulation_line(scope, id));
    }
    let groups = groups.into_iter().map(|((_, name), regulations)| Group { name, regulations });
    RegulationsView { page, groups: groups.collect() }
}

/// Whether it no longer holds on the date of the edition.
fn is_over(scope: &Scope<'_>, id: RegulationId) -> bool {
    let regulation = scope.site.regulation(id);
    let force = regulation.force(scope.site.edition, replaced(scope.site, regulation));
    matches!(force, Force::Repealed(_) | Force::Superseded(_))
}

pub(super) fn crumb<'a>(scope: &Scope<'a>) -> Crumb<'a> {
    Crumb { label: scope.words.regulations_title.text(), href: scope.href(Output::RegulationIndex) }
}
