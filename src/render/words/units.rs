//! Turns several units into words, and a place into words that tell whose it is.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::model::session::{Kind, OwnTerm, Venue};
use crate::model::site::Site;
use crate::model::unit::{Phone, Unit, UnitId};
use crate::plan::SessionRef;

use super::Words;

/// Endings of names that are the word for such units; longer ones first.
const KINDS: [&str; 6] = ["街道", "社区", "村", "镇", "乡", "区"];
/// So many units are named one by one.
const NAMED: usize = 4;

/// The units of a line: 上河村, 上河村、下河村, 各村, 各村（东河村除外）, 上河村、下河村等22个村. `all` are those of its roster.
pub fn several<'a>(site: &'a Site, words: &Words, units: &[UnitId], all: &BTreeSet<UnitId>) -> Cow<'a, str> {
    if let [unit] = units {
        return Cow::Borrowed(&site.unit(*unit).name);
    }
    let kind = kind(site, words, all);
    let others: Vec<UnitId> = all.iter().copied().filter(|unit| !units.contains(unit)).collect();
    Cow::Owned(if named(units.len(), others.len()) {
        listed(site, words, units)
    } else if others.is_empty() {
        words.units_all.fill(&[("kind", kind)])
    } else if few_others(units.len(), others.len()) {
        words.units_except.fill(&[("kind", kind), ("names", &listed(site, words, &others))])
    } else {
        let first = listed(site, words, units.get(..2).unwrap_or(units));
        words.units_some.fill(&[("names", &first), ("count", &units.len().to_string()), ("kind", kind)])
    })
}

/// The same for paper, where nothing unfolds: all of them by name, but for 各村 and 各村（东河村除外）.
pub fn several_by_name(site: &Site, words: &Words, units: &[UnitId], all: &BTreeSet<UnitId>) -> String {
    let others = all.len().saturating_sub(units.len());
    if others == 0 || few_others(units.len(), others) {
        several(site, words, units, all).into_owned()
    } else {
        listed(site, words, units)
    }
}

/// Whether it is shorter to name those left out.
fn few_others(units: usize, others: usize) -> bool {
    others <= NAMED && others * 2 < units
}

/// Whether so many units, with others in the roster besides, are named one by one.
pub fn named(units: usize, others: usize) -> bool {
    units <= NAMED && others > 0 || units < 3
}

/// All their names.
pub fn listed(site: &Site, words: &Words, units: &[UnitId]) -> String {
    let names: Vec<&str> = units.iter().map(|unit| site.unit(*unit).name.as_str()).collect();
    names.join(words.enumeration.text())
}

/// 村, 镇 or 单位: what all of them are called.
pub fn kind<'a>(site: &Site, words: &'a Words, units: &BTreeSet<UnitId>) -> &'a str {
    let all = |end: &&&str| units.iter().all(|unit| site.unit(*unit).name.ends_with(**end));
    KINDS.iter().find(all).copied().unwrap_or(words.units_kind.text())
}

/// The words for a place on a page of unit `here`; `said` is the unit that the line names already. 村委会 is enough in its
/// own village; elsewhere it is 上河村村委会.
pub fn place<'a>(site: &Site, words: &Words, venue: &'a Venue, here: UnitId, said: UnitId) -> Cow<'a, str> {
    let Some((of, _)) = venue.place else { return Cow::Borrowed(&venue.name) };
    let above = |unit: UnitId| std::iter::successors(Some(unit), |at| site.unit(*at).parent).any(|at| at == of);
    let unit = site.unit(of);
    let told = |name: &String| names(&venue.name, name);
    if of == said || above(here) || told(&unit.name) || unit.also.iter().any(told) {
        return Cow::Borrowed(&venue.name);
    }
    Cow::Owned(words.place_of_unit.fill(&[("unit", &unit.name), ("place", &venue.name)]))
}

/// Where to go, or which number to call: the places of a session as a page of unit `here` tells them.
pub fn places<'a>(
    site: &'a Site,
    words: &Words,
    listed: SessionRef,
    venues: &'a [Venue],
    here: UnitId,
    said: UnitId,
) -> Vec<Cow<'a, str>> {
    let by_telephone = listed.of(site).kind == Kind::Telephone;
    let numbers = if by_telephone { numbers(site, listed) } else { Vec::new() };
    if numbers.is_empty() {
        return venues.iter().map(|venue| place(site, words, venue, here, said)).collect();
    }
    // Who calls has no use for the room in which the call is answered.
    vec![Cow::Owned(words.call_number.fill(&[("number", &numbers.join(words.poster_note_joint.text()))]))]
}

/// The unit's number; where its areas have their own, each with its area.
pub fn phones(unit: &Unit, words: &Words) -> Vec<String> {
    let named = |phone: &Phone| match &phone.scope {
        Some(area) => words.phone_of_area.fill(&[("area", area), ("number", &phone.number)]),
        None => phone.number.clone(),
    };
    match unit.phones.iter().find(|phone| phone.scope.is_none()) {
        Some(phone) => vec![phone.number.clone()],
        None => unit.phones.iter().map(named).collect(),
    }
}

/// The numbers of a session by telephone: of its area where there is one for it, else those for booking, else the one for
/// everybody. Which of several numbers for other matters it might be is not guessed.
fn numbers(site: &Site, listed: SessionRef) -> Vec<String> {
    let session = listed.of(site);
    let own = session.terms.iter().find_map(|term| match term {
        OwnTerm::Booking(booking) => Some(booking),
        _ => None,
    });
    let booking = own.or(site.roster(listed.roster).booking.as_ref()).map_or(&[][..], |booking| &booking.phones);
    let unit = &site.unit(session.unit).phones;
    let serves = |phone: &&Phone| {
        phone
            .scope
            .as_ref()
            .is_some_and(|area| session.scope.iter().any(|own| own.contains(area) || area.contains(own)))
    };
    let of_area: Vec<&Phone> = booking.iter().chain(unit).filter(serves).collect();
    let general: Vec<&Phone> = unit.iter().filter(|phone| phone.scope.is_none()).collect();
    let chosen = [of_area, booking.iter().collect(), general].into_iter().find(|list| !list.is_empty());
    chosen.map_or_else(Vec::new, |list| match list.as_slice() {
        [one] => vec![one.number.clone()],
        several => several.iter().map(|phone| phone.line()).collect(),
    })
}

/// Whether the name of a place tells the unit by itself: 柳树集市服务点 is plainly of 柳树镇.
fn names(place: &str, unit: &str) -> bool {
    let letters: Vec<char> = unit.chars().collect();
    // Words of an alphabet share three letters with anything.
    let window = if unit.is_ascii() { letters.len() } else { letters.len().saturating_sub(1).clamp(1, 3) };
    letters.windows(window.max(1)).any(|part| place.contains(&part.iter().collect::<String>()))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_place_tells_its_unit_or_not() {
        let cases = [
            ("柳树镇政府", "柳树镇", true),
            ("柳树集市服务点", "柳树镇", true),
            ("县人民法院诉讼服务中心", "云岭县人民法院", true),
            ("村委会", "上河村", false),
            ("便民服务中心", "青石镇", false),
            ("Millbrook Library", "Millbrook", true),
            ("Library", "Millbrook", false),
        ];
        for (place, unit, told) in cases {
            assert_eq!(names(place, unit), told, "{place} of {unit}");
        }
    }
}
