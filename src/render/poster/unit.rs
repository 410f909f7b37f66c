//! Turns a unit into the words of its notice.

use super::data::{Block, Fact, Form, PosterData};
use super::desk::{Desk, Own};
use crate::model::recurrence::MarketDays;
use crate::model::site::UNDATED;
use crate::model::unit::{Place, Unit, UnitId};
use crate::plan::SessionRef;
use crate::plan::Subject;
use crate::plan::posters::{coming, last_roster};
use crate::render::words::sentence::taking_part;
use crate::render::words::{day_note, units};

/// 来访指南: where the unit is, when it is open, whom to call, how to get there.
pub(super) fn guide(desk: Desk<'_>, id: UnitId) -> PosterData {
    let Desk { site, unit, words, .. } = desk;
    let mut data = desk.blank(Form::Unit, Subject::Unit(id), &unit.name, words.poster_unit_title.text());
    data.facts = facts(desk);
    let next = next(desk, id);
    if !next.is_empty() {
        data.sections.push(Block { heading: words.poster_unit_next.text().to_owned(), items: next });
    }
    let places = unit.places.iter().map(|place| section(desk, place));
    data.sections.extend(places);
    let market = |name: &str, days: &str| words.poster_elsewhere_item.fill(&[("matter", name), ("go", days)]);
    let known = unit.markets.iter().filter(|one| one.days != MarketDays::Unknown);
    let markets: Vec<String> = known.map(|one| market(&one.name, &one.words)).collect();
    if !markets.is_empty() {
        data.sections.push(Block { heading: words.poster_unit_markets.text().to_owned(), items: markets });
    }
    let last = last_roster(site, id);
    data.come.items = last.map(|roster| desk.come_at_all(roster)).unwrap_or_default();
    if let Some(office) = signing(unit) {
        data.signed_by.clone_from(office);
    }
    if site.edition != UNDATED {
        data.signed_on = words.full_day_plain(site.edition);
    }
    data.small_print = desk.small_print(&Own::default(), None, &data.code);
    data
}

/// Address, hours and phones of the unit.
pub(super) fn facts(desk: Desk<'_>) -> Vec<Fact> {
    let Desk { unit, words, .. } = desk;
    let fact = |label: &str, lines: Vec<String>| {
        (!lines.is_empty()).then(|| Fact { label: label.to_owned(), lines, details: Vec::new() })
    };
    let address = fact(words.poster_unit_address.text(), unit.address.iter().cloned().collect());
    let hours = fact(words.poster_unit_hours.text(), unit.hours.iter().map(|one| desk.season(one)).collect());
    let phones = fact(words.poster_call.text(), unit.phones.iter().take(4).map(|phone| desk.number(phone)).collect());
    address.into_iter().chain(hours).chain(phones).collect()
}

/// The office that signs most of a unit's rosters; of several the one that signs the first.
fn signing(unit: &Unit) -> Option<&String> {
    let offices: Vec<&String> = unit.rosters.iter().filter_map(|roster| roster.issued_by.as_ref()).collect();
    let signs = |office: &String| offices.iter().filter(|other| **other == office).count();
    offices.iter().copied().rev().max_by_key(|office| signs(office))
}

/// So many receptions to come are told on the sheet of a unit.
const NEXT: usize = 3;

/// The next receptions: day and hours, who, where. What is open every day does not take the place of what is not.
fn next(desk: Desk<'_>, id: UnitId) -> Vec<String> {
    let Desk { site, words, people, .. } = desk;
    let coming = coming(site, id, site.edition);
    let daily = |row: &&SessionRef| day_note::daily(row.of(site).rule, words).is_some();
    let mut chosen: Vec<&SessionRef> = coming.iter().filter(|row| !daily(row)).take(NEXT).collect();
    if chosen.is_empty() {
        chosen = coming.iter().take(NEXT).collect();
    }
    let line = |row: &SessionRef| {
        let session = row.of(site);
        let (hours, venues) = row.when_and_where(site);
        let day = words.full_day(row.date);
        let places = units::places(site, words, *row, venues, id, id);
        let who = people.told(&taking_part(session, words), true, words);
        let parts = [words.hours(hours).unwrap_or_default(), who, places.join(words.enumeration.text())];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        words.poster_elsewhere_item.fill(&[("matter", &day), ("go", &parts.join(words.comma.text()))])
    };
    chosen.into_iter().map(line).collect()
}

fn section(desk: Desk<'_>, place: &Place) -> Block {
    let words = desk.words;
    let labelled = |label: &str, text: &str| words.poster_elsewhere_item.fill(&[("matter", label), ("go", text)]);
    let mut items: Vec<String> = Vec::new();
    items.extend(place.address.iter().map(|text| labelled(words.poster_unit_address.text(), text)));
    items.extend(place.directions.iter().map(|text| labelled(words.poster_unit_way.text(), text)));
    items.extend(place.hours.iter().map(|hours| labelled(words.poster_unit_hours.text(), &desk.season(hours))));
    items.extend(place.phones.iter().map(|phone| labelled(words.poster_unit_phone.text(), &desk.number(phone))));
    items.extend(place.access.iter().map(|text| labelled(words.poster_unit_access.text(), text)));
    // A heading without lines would not be printed; the address of the unit then holds.
    if items.is_empty() {
        items.extend(desk.unit.address.iter().map(|text| labelled(words.poster_unit_address.text(), text)));
    }
    if items.is_empty() {
        items.push(words.poster_unit_ask.text().to_owned());
    }
    Block { heading: place.name.clone(), items }
}
