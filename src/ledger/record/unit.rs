//! Units and officials as facts.

use super::{lines, perhaps, phones};
use crate::model::leader::Person;
use crate::model::past::{Facts, Field};
use crate::model::unit::{SeasonHours, Unit};

pub(super) fn unit(unit: &Unit) -> Facts {
    let mut facts = Facts::default().with(Field::Name, unit.name.as_str());
    perhaps(&mut facts, Field::Address, unit.address.as_ref());
    perhaps(&mut facts, Field::Complaints, unit.complaints_phone.as_ref());
    facts.set(Field::Phones, phones(&unit.phones));
    facts.set(Field::Hours, lines(&unit.hours.iter().map(season).collect::<Vec<_>>()));
    let places = unit.places.iter().map(|place| {
        let mut parts = vec![place.name.clone()];
        parts.extend([&place.address, &place.directions, &place.access].into_iter().flatten().cloned());
        parts.extend(place.hours.iter().map(season));
        parts.extend((!place.phones.is_empty()).then(|| phones(&place.phones)));
        parts.join("；")
    });
    let markets = unit.markets.iter().map(|market| format!("{}：{}", market.name, market.words));
    facts.set(Field::Places, lines(&places.chain(markets).collect::<Vec<_>>()));
    facts
}

pub(super) fn person(person: &Person) -> Facts {
    let mut facts = Facts::default().with(Field::Name, person.name.as_str());
    facts.set(Field::Posts, person.posts.join("、"));
    facts.set(Field::Portfolio, person.portfolio.join("、"));
    perhaps(&mut facts, Field::First, person.since);
    perhaps(&mut facts, Field::Last, person.until);
    facts
}

fn season(hours: &SeasonHours) -> String {
    match &hours.season {
        Some(season) => format!("{season} {}", hours.hours),
        None => hours.hours.clone(),
    }
}
