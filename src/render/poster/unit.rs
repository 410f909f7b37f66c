//! Turns a unit into the words of its notice.

use super::data::{Block, Fact, Form, PosterData};
use super::desk::Desk;
use crate::model::recurrence::MarketDays;
use crate::model::unit::{Place, UnitId};
use crate::plan::Subject;
use crate::plan::posters::last_roster;

/// 来访指南: where the unit is, when it is open, whom to call, how to get there.
pub(super) fn guide(desk: Desk<'_>, id: UnitId) -> PosterData {
    let Desk { site, unit, words, .. } = desk;
    let mut data = desk.blank(Form::Unit, Subject::Unit(id), &unit.name, words.poster_unit_title.text());
    let fact = |label: &str, lines: Vec<String>| {
        (!lines.is_empty()).then(|| Fact { label: label.to_owned(), lines, details: Vec::new() })
    };
    let address = fact(words.poster_unit_address.text(), unit.address.iter().cloned().collect());
    let hours = fact(words.poster_unit_hours.text(), unit.hours.iter().map(|one| desk.season(one)).collect());
    let phones = fact(words.poster_call.text(), unit.phones.iter().take(4).map(|phone| desk.number(phone)).collect());
    data.facts = address.into_iter().chain(hours).chain(phones).collect();
    data.sections = unit.places.iter().map(|place| section(desk, place)).collect();
    let market = |name: &str, days: &str| words.poster_elsewhere_item.fill(&[("matter", name), ("go", days)]);
    let known = unit.markets.iter().filter(|one| one.days != MarketDays::Unknown);
    let markets: Vec<String> = known.map(|one| market(&one.name, &one.words)).collect();
    if !markets.is_empty() {
        data.sections.push(Block { heading: words.poster_unit_markets.text().to_owned(), items: markets });
    }
    data.come.items = last_roster(site, id).map(|roster| desk.come_at_all(roster)).unwrap_or_default();
    data.small_print = desk.small_print(None, None, &data.code);
    data
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
