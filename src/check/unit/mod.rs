//! Folders become units: names, addresses, places and markets; the tree becomes a list with parents before children.

pub(super) mod directory;
pub(super) mod people;
pub(super) mod places;
pub(super) mod slug;

use crate::check::read;
use crate::diag::code::people as codes;
use crate::diag::{Diagnostic, Report};
use crate::load::draft::{Draft, Folder};
use crate::load::unit as draft;
use crate::load::value::TextOr;
use crate::model::recurrence::MarketDays;
use crate::model::unit::{Market, Phone, Place, SeasonHours, Unit, UnitId};
use crate::source::Text;
use std::collections::BTreeMap;

/// Every unit of a draft, without people and rosters; in the order of [`Draft::root`]'s walk.
pub(in crate::check) fn units(draft: &Draft, report: &mut Report) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut open: Vec<UnitId> = Vec::new();
    for folder in draft.root.units() {
        while open.last().is_some_and(|at| !within(&folder.path, &units[at.0].path)) {
            open.pop();
        }
        let id = UnitId(units.len());
        let parent = open.last().copied();
        if let Some(parent) = parent {
            units[parent.0].children.push(id);
        }
        units.push(unit(folder, parent, report));
        open.push(id);
    }
    units
}

/// Whether a folder lies inside another; everything lies inside the root.
fn within(path: &str, outer: &str) -> bool {
    outer.is_empty() || path.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'))
}

fn unit(folder: &Folder, parent: Option<UnitId>, report: &mut Report) -> Unit {
    let empty = Unit {
        path: folder.path.clone(),
        parent,
        children: Vec::new(),
        name: String::new(),
        also: Vec::new(),
        address: None,
        phones: Vec::new(),
        hours: Vec::new(),
        places: Vec::new(),
        markets: Vec::new(),
        complaints_phone: None,
        people: Vec::new(),
        groups: Vec::new(),
        rosters: Vec::new(),
    };
    // Without a readable unit.yaml the loader has reported it; the rest is still checked.
    let Some(part) = &folder.unit else { return empty };
    let said = &part.content;
    Unit {
        name: read::words(&said.name),
        also: read::all_words(&said.also),
        address: read::some_words(&said.address),
        phones: phones(&said.phones),
        hours: seasons(&said.hours),
        places: places(&said.places, said.address.is_some(), report),
        markets: markets(&said.markets, report),
        complaints_phone: read::some_words(&said.complaints_phone),
        ..empty
    }
}

/// Telephone numbers as written.
pub(in crate::check) fn phones(said: &[TextOr<draft::Phone>]) -> Vec<Phone> {
    let phone = |one: &TextOr<draft::Phone>| match one {
        TextOr::Text(text) => Phone { scope: None, number: text.trimmed().to_owned() },
        TextOr::Map(map) => Phone { scope: read::some_words(&map.scope), number: read::words(&map.number) },
    };
    said.iter().map(phone).filter(|phone| !phone.number.is_empty()).collect()
}

fn seasons(said: &[TextOr<draft::Hours>]) -> Vec<SeasonHours> {
    let season = |one: &TextOr<draft::Hours>| match one {
        TextOr::Text(text) => SeasonHours { season: None, hours: text.trimmed().to_owned() },
        TextOr::Map(map) => {
            SeasonHours { season: read::some_words(&map.months), hours: read::all_words(&map.time).join("，") }
        }
    };
    said.iter().map(season).filter(|season| !season.hours.is_empty()).collect()
}

fn places(said: &[draft::Place], unit_has_address: bool, report: &mut Report) -> Vec<Place> {
    let mut names = BTreeMap::new();
    let mut places = Vec::new();
    for place in said {
        unique(&mut names, &place.name, report);
        if let (Some(name), None, false) = (&place.name, &place.address, unit_has_address) {
            report.push(Diagnostic::new(&codes::NO_ADDRESS, name.span).arg("name", name.trimmed()));
        }
        places.push(Place {
            name: read::words(&place.name),
            also: place.also.iter().flat_map(crate::load::value::items).map(|text| text.value).collect(),
            address: read::some_words(&place.address),
            directions: read::some_words(&place.directions),
            hours: seasons(&place.open),
            access: read::some_words(&place.access),
            since: place.since.as_ref().and_then(|text| read::date(text, &crate::wording::Context::default(), report)),
            phones: phones(&place.phones),
        });
    }
    places
}

fn markets(said: &[draft::Market], report: &mut Report) -> Vec<Market> {
    let mut names = BTreeMap::new();
    let mut markets = Vec::new();
    for market in said {
        unique(&mut names, &market.name, report);
        // Kept by name where its days cannot be read, so that rosters need not complain of the same fault.
        let days = read::market_days(&market.days, report).unwrap_or(MarketDays::Unknown);
        markets
            .push(Market { name: read::words(&market.name), days, words: read::all_words(&market.days).join("、") });
    }
    markets
}

/// Reports a name that stands twice in one list.
fn unique<'a>(names: &mut BTreeMap<&'a str, &'a Text>, name: &'a Option<Text>, report: &mut Report) {
    let Some(text) = name else { return };
    if let Some(first) = names.insert(text.trimmed(), text) {
        let diagnostic = Diagnostic::new(&codes::NAME_TWICE, text.span).arg("name", text.trimmed());
        report.push(diagnostic.related(first.span, crate::diag::Phrase::new("第一次写在这里", "first written here")));
    }
}
