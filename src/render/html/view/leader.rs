//! An official's page: posts, fields of work, and when this person receives.

use serde::Serialize;

use super::desk::{DeskView, coming};
use super::roster::{PhoneLine, RosterLink, plain_phone, roster_link};
use super::session::{DayView, NamedLink};
use super::take::{self, Take};
use super::{Frame, Scope};
use crate::model::leader::PersonId;
use crate::model::unit::UnitId;
use crate::plan::Output;

/// How many of the next sessions the page lists.
const NEXT: usize = 6;
/// How many rosters it lists.
const ROSTERS: usize = 12;

/// What an official's page shows.
#[derive(Debug, Serialize)]
pub struct LeaderView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// The official.
    pub leader: Body<'a>,
}

/// The content of an official's page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub name: &'a str,
    pub unit: NamedLink<'a>,
    pub posts: &'a [String],
    pub portfolio: Option<&'a str>,
    pub assists: Option<&'a str>,
    pub phone: Option<PhoneLine<'a>>,
    /// In office from and until, in words.
    pub since: Option<String>,
    pub until: Option<String>,
    /// Units this person is linked with; with a page where the site has one of that name.
    pub linked: Vec<LinkedUnit<'a>>,
    /// What is open every day.
    pub desks: Vec<DeskView<'a>>,
    /// The next sessions from the edition.
    pub next: Vec<DayView<'a>>,
    /// The days after them.
    pub later: Vec<DayView<'a>>,
    /// Rosters the person is in.
    pub rosters: Vec<RosterLink<'a>>,
    pub take: Option<Take<'a>>,
}

/// A unit an official is linked with.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct LinkedUnit<'a> {
    pub name: &'a str,
    pub href: Option<String>,
}

/// Builds an official's page.
pub fn leader<'a>(scope: &Scope<'a>, id: PersonId) -> LeaderView<'a> {
    let (site, links, words) = (scope.site, &scope.plan.links, scope.words);
    let scope = &Scope { unit: Some(id.unit), ..*scope };
    let person = site.person(id);
    let unit = site.unit(id.unit);
    let about = scope.people.about(id);
    let mut page = scope.frame("leader", &person.name);
    page.crumbs = scope.crumbs_to(id.unit, true);
    page.description =
        Some(words.leader_description.fill(&[("name", &person.name), ("unit", &unit.name), ("posts", &about.posts)]));
    // The latest first; of old ones there may be hundreds.
    let rosters = links.rosters_of(id).iter().rev().take(ROSTERS);
    let coming = coming(scope, links.of_person(id), NEXT);
    let body = Body {
        name: &person.name,
        unit: NamedLink { name: &unit.name, href: scope.href(Output::Unit(id.unit)) },
        posts: &person.posts,
        portfolio: about.portfolio.as_deref(),
        assists: person.assists.as_deref(),
        phone: person.public_phone.as_deref().map(plain_phone),
        since: person.since.map(|day| words.full_day_plain(day)),
        until: person.until.map(|day| words.full_day_plain(day)),
        linked: person.linked.iter().map(|name| linked(scope, id.unit, name)).collect(),
        desks: coming.desks,
        next: coming.next,
        later: coming.later,
        rosters: rosters.map(|roster| roster_link(scope, *roster, roster.unit != id.unit)).collect(),
        take: take::leader(scope, id),
    };
    LeaderView { page, leader: body }
}

/// A name leads to a page only when exactly one unit below the person's own, at any depth, bears it.
fn linked<'a>(scope: &Scope<'a>, below: UnitId, name: &'a str) -> LinkedUnit<'a> {
    let mut level = scope.site.unit(below).children.clone();
    while !level.is_empty() {
        let mut named = level.iter().filter(|id| {
            let unit = scope.site.unit(**id);
            unit.name == name || unit.also.iter().any(|other| other == name)
        });
        match (named.next(), named.next()) {
            (Some(id), None) => return LinkedUnit { name, href: Some(scope.href(Output::Unit(*id))) },
            (Some(_), Some(_)) => break,
            (None, _) => level = level.iter().flat_map(|id| scope.site.unit(*id).children.iter().copied()).collect(),
        }
    }
    LinkedUnit { name, href: None }
}
