//! A unit's page: where it is, whom to ask for, what it has posted, and the units below.

use serde::Serialize;

use super::desk::{DeskView, coming};
use super::document::{self, NoticeLine};
use super::finder::{self, FinderView};
use super::procedure::list::{self, ProcedureLine};
use super::regulation::{self, RegulationLine};
use super::roster::{PhoneLine, RosterLink, phone_line, plain_phone, roster_link};
use super::session::{DayView, NamedLink};
use super::take::{self, Take};
use super::{Frame, Scope};
use crate::model::leader::PersonId;
use crate::model::roster::RosterId;
use crate::model::unit::{Place, SeasonHours, UnitId};
use crate::plan::Output;

/// How many of the next sessions the page lists.
const NEXT: usize = 6;

/// What a unit's page shows.
#[derive(Debug, Serialize)]
pub struct UnitView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// The unit.
    pub unit: Body<'a>,
}

/// The content of a unit's page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub also: &'a [String],
    pub address: Option<&'a str>,
    pub phones: Vec<PhoneLine<'a>>,
    pub hours: Vec<HoursLine<'a>>,
    pub complaints: Option<PhoneLine<'a>>,
    /// What is open every day.
    pub desks: Vec<DeskView<'a>>,
    /// The next sessions from the edition.
    pub next: Vec<DayView<'a>>,
    /// The days after them.
    pub later: Vec<DayView<'a>>,
    pub rosters: Vec<RosterLink<'a>>,
    pub places: Vec<PlaceView<'a>>,
    pub markets: Vec<MarketLine<'a>>,
    pub leaders: Vec<LeaderLine<'a>>,
    pub groups: Vec<GroupLine<'a>>,
    pub notices: Vec<NoticeLine<'a>>,
    pub pages: Vec<NamedLink<'a>>,
    pub regulations: Vec<RegulationLine<'a>>,
    /// The list of all regulations, where there are more.
    pub all_regulations: Option<String>,
    pub procedures: Vec<ProcedureLine<'a>>,
    pub children: Vec<ChildView<'a>>,
    /// The units below as a list to find one in, where they are many and have none below them.
    pub finder: Option<FinderView<'a>>,
    pub take: Option<Take<'a>>,
}

/// Opening hours of a season.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct HoursLine<'a> {
    pub season: Option<&'a str>,
    pub hours: &'a str,
}

/// A place where people are received.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct PlaceView<'a> {
    /// Anchor: place-1.
    pub id: String,
    pub name: &'a str,
    pub also: &'a [String],
    pub address: Option<&'a str>,
    pub directions: Option<&'a str>,
    pub hours: Vec<HoursLine<'a>>,
    pub access: Option<&'a str>,
    pub phones: Vec<PhoneLine<'a>>,
}

/// A market.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct MarketLine<'a> {
    pub name: &'a str,
    pub days: &'a str,
}

/// An official.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct LeaderLine<'a> {
    pub name: &'a str,
    pub href: String,
    pub posts: &'a str,
    pub portfolio: Option<&'a str>,
    pub principal: bool,
}

/// A group of officials.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct GroupLine<'a> {
    pub name: &'a str,
    pub members: Vec<NamedLink<'a>>,
}

/// A unit below, with those below it.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ChildView<'a> {
    pub name: &'a str,
    pub href: String,
    pub children: Vec<NamedLink<'a>>,
}

/// Builds a unit's page.
pub fn unit<'a>(scope: &Scope<'a>, id: UnitId) -> UnitView<'a> {
    let (site, links) = (scope.site, &scope.plan.links);
    let scope = &Scope { unit: Some(id), ..*scope };
    let unit = site.unit(id);
    let mut page = scope.frame("unit", &unit.name);
    page.crumbs = scope.crumbs_to(id, false);
    page.description = Some(scope.words.unit_description.fill(&[("unit", &unit.name)]));
    let own = (0..unit.rosters.len()).map(|index| RosterId { unit: id, index });
    let named = |id: UnitId| NamedLink { name: &site.unit(id).name, href: scope.href(Output::Unit(id)) };
    let coming = coming(scope, links.of_unit(id), NEXT);
    let leaves = unit.children.iter().all(|child| site.unit(*child).children.is_empty());
    let finder = (leaves && unit.children.len() >= finder::FIND)
        .then(|| finder::finder(scope, unit.children.iter().copied(), |unit| finder::own_page(scope, unit)));
    let (regulations, all_regulations) = regulation::listed(scope, id);
    let body = Body {
        regulations,
        all_regulations,
        also: &unit.also,
        address: unit.address.as_deref(),
        phones: unit.phones.iter().map(phone_line).collect(),
        hours: hours(&unit.hours),
        complaints: unit.complaints_phone.as_deref().map(plain_phone),
        desks: coming.desks,
        next: coming.next,
        later: coming.later,
        finder,
        rosters: own
            .map(|roster| roster_link(scope, roster, false))
            .chain(links.rosters_for(id).map(|roster| roster_link(scope, roster, true)))
            .collect(),
        places: unit.places.iter().enumerate().map(|(index, place)| place_view(index, place)).collect(),
        markets: unit.markets.iter().map(|market| MarketLine { name: &market.name, days: &market.words }).collect(),
        leaders: (0..unit.people.len()).map(|index| leader_line(scope, PersonId { unit: id, index })).collect(),
        groups: unit
            .groups
            .iter()
            .map(|group| GroupLine {
                name: &group.name,
                members: group.members.iter().map(|person| person_link(scope, *person)).collect(),
            })
            .collect(),
        notices: links.notices_of(id).iter().map(|index| document::notice_line(scope, *index)).collect(),
        procedures: list::listed(scope, id),
        pages: links.pages_of(id).iter().map(|index| document::page_link(scope, *index)).collect(),
        children: unit
            .children
            .iter()
            .map(|child| ChildView {
                name: &site.unit(*child).name,
                href: scope.href(Output::Unit(*child)),
                children: site.unit(*child).children.iter().map(|id| named(*id)).collect(),
            })
            .collect(),
        take: take::unit(scope, id),
    };
    UnitView { page, unit: body }
}

fn hours(seasons: &[SeasonHours]) -> Vec<HoursLine<'_>> {
    seasons.iter().map(|season| HoursLine { season: season.season.as_deref(), hours: &season.hours }).collect()
}

fn place_view(index: usize, place: &Place) -> PlaceView<'_> {
    PlaceView {
        id: format!("place-{}", index + 1),
        name: &place.name,
        also: &place.also,
        address: place.address.as_deref(),
        directions: place.directions.as_deref(),
        hours: hours(&place.hours),
        access: place.access.as_deref(),
        phones: place.phones.iter().map(phone_line).collect(),
    }
}

fn leader_line<'a>(scope: &Scope<'a>, id: PersonId) -> LeaderLine<'a> {
    let person = scope.site.person(id);
    let about = scope.people.about(id);
    LeaderLine {
        name: &person.name,
        href: scope.href(Output::Leader(id)),
        posts: &about.posts,
        portfolio: about.portfolio.as_deref(),
        principal: person.principal,
    }
}

pub(super) fn person_link<'a>(scope: &Scope<'a>, id: PersonId) -> NamedLink<'a> {
    NamedLink { name: &scope.site.person(id).name, href: scope.href(Output::Leader(id)) }
}
