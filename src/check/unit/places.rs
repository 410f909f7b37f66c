//! Words for a place become a listed place of a unit, or stay words.

use crate::model::recurrence::MarketDays;
use crate::model::session::Venue;
use crate::model::unit::{Unit, UnitId};
use std::collections::BTreeMap;

/// Every listed place and market by name.
pub(in crate::check) struct Gazetteer {
    parents: Vec<Option<UnitId>>,
    places: Vec<BTreeMap<String, usize>>,
    markets: Vec<BTreeMap<String, MarketDays>>,
    /// For the whole site: a name, and the one unit that lists it (`None` where several do).
    anywhere: BTreeMap<String, Option<UnitId>>,
    markets_anywhere: BTreeMap<String, Option<UnitId>>,
}

impl Gazetteer {
    /// Indexes the places and markets of all units.
    pub(in crate::check) fn new(units: &[Unit]) -> Self {
        let mut new = Self {
            parents: units.iter().map(|unit| unit.parent).collect(),
            places: Vec::with_capacity(units.len()),
            markets: Vec::with_capacity(units.len()),
            anywhere: BTreeMap::new(),
            markets_anywhere: BTreeMap::new(),
        };
        for (at, unit) in units.iter().enumerate() {
            let mut places = BTreeMap::new();
            for (index, place) in unit.places.iter().enumerate() {
                for name in std::iter::once(&place.name).chain(&place.also) {
                    places.entry(name.clone()).or_insert(index);
                }
            }
            note(&mut new.anywhere, places.keys(), UnitId(at));
            note(&mut new.markets_anywhere, unit.markets.iter().map(|market| &market.name), UnitId(at));
            new.places.push(places);
            new.markets.push(unit.markets.iter().map(|m| (m.name.clone(), m.days.clone())).collect());
        }
        new
    }

    /// The place a unit's roster means: listed by the unit, by one above it, or by exactly one unit of the site.
    pub(in crate::check) fn venue(&self, unit: UnitId, words: &str, units: &[Unit]) -> Venue {
        let bare = without_brackets(words);
        let listed = self.owner(unit, bare, &self.places, &self.anywhere);
        let place = listed.and_then(|at| Some((at, *self.places[at.0].get(bare)?)));
        let name = match place {
            // The sign on the door counts, not the clerk's short form; what stands in brackets after it stays.
            Some((at, index)) => units[at.0].places[index].name.clone() + &words[bare.len()..],
            None => words.to_owned(),
        };
        Venue { name, place }
    }

    /// The days of a market, looked up like a place.
    pub(in crate::check) fn market(&self, unit: UnitId, name: &str) -> Option<&MarketDays> {
        let at = self.owner(unit, name, &self.markets, &self.markets_anywhere)?;
        self.markets[at.0].get(name)
    }

    /// The nearest market name there is.
    pub(in crate::check) fn nearest_market(&self, name: &str) -> Option<&str> {
        let near = self.markets_anywhere.keys().map(|known| (strsim::damerau_levenshtein(known, name), known));
        near.min().filter(|(distance, _)| *distance <= 2).map(|(_, known)| known.as_str())
    }

    fn owner<T>(
        &self,
        unit: UnitId,
        name: &str,
        listed: &[BTreeMap<String, T>],
        anywhere: &BTreeMap<String, Option<UnitId>>,
    ) -> Option<UnitId> {
        let mut upward = std::iter::successors(Some(unit), |at| self.parents[at.0]);
        upward.find(|at| listed[at.0].contains_key(name)).or_else(|| anywhere.get(name).copied().flatten())
    }
}

fn note<'a>(index: &mut BTreeMap<String, Option<UnitId>>, names: impl Iterator<Item = &'a String>, unit: UnitId) {
    for name in names {
        index.entry(name.clone()).and_modify(|owner| *owner = None).or_insert(Some(unit));
    }
}

/// The words before a bracket at the end: `县信访局（2楼）` names 县信访局.
fn without_brackets(words: &str) -> &str {
    let closed = words.ends_with('）') || words.ends_with(')');
    match words.rfind(['（', '(']) {
        Some(open) if closed && open > 0 => words[..open].trim_end(),
        _ => words,
    }
}
