//! Turns rosters that are gone into their sessions as last released, each with the unit and the officials it was of, and with
//! the session that it is now where another roster lists it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::rows::SessionRef;
use super::{Output, Standing, rows};
use crate::ledger::record;
use crate::model::leader::PersonId;
use crate::model::past::{Facts, Field, Item, ItemKind, Version, last_said};
use crate::model::roster::RosterId;
use crate::model::site::Site;
use crate::model::unit::UnitId;

/// A session of a roster that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// The roster, as index in [`super::Traces::gone`].
    pub roster: usize,
    /// The session.
    pub session: Item,
    /// The day it was for.
    pub day: NaiveDate,
    /// Since when it is off: the day of the release that recorded it, or of the last one while none has.
    pub since: NaiveDate,
    /// The unit that was to receive, where it is there still.
    pub unit: Option<UnitId>,
    /// The officials who were to take part, of those there are still; in order.
    pub people: Vec<PersonId>,
    /// What it is now, where another roster lists it: a file that got another name withdraws nothing.
    pub now: Option<SessionRef>,
}

impl Withdrawn {
    /// Whether it was still to come when it was withdrawn.
    pub fn coming(&self) -> bool {
        self.day >= self.since
    }
}

/// The sessions of all rosters among things that are gone, in the order of these and of their days. `heirs` are the pages
/// that took the place of things.
pub(super) fn sessions(site: &Site, gone: &[Item], heirs: &[Option<Output>]) -> Vec<Withdrawn> {
    let rosters = || gone.iter().enumerate().filter(|(_, item)| item.kind == ItemKind::Roster);
    let known = Known::new(site);
    let homes = rosters().map(|(_, item)| item.unit.as_str()).collect();
    let living = Living::new(site, &homes, heirs);
    let one = |roster: usize, home: &str, session: &Item, versions: &[Version]| {
        let facts = last_said(versions)?;
        let gone = versions.last().filter(|version| version.facts.is_none());
        let since = gone.map_or(site.edition, |version| site.past.release(version).declared);
        let unit = unit(home, facts);
        let people = facts.get(Field::People).split('、');
        let mut people: Vec<PersonId> = people.filter_map(|words| known.person(words, unit, home)).collect();
        people.sort_unstable();
        people.dedup();
        let now = living.find(site, home, facts, heirs.get(roster).copied().flatten());
        let (day, unit) = (facts.day(Field::Date)?, known.units.get(unit).copied());
        Some(Withdrawn { roster, session: session.clone(), day, since, unit, people, now })
    };
    let of = |(roster, item): (usize, &Item)| {
        let parts = site.past.parts(ItemKind::Session, &item.unit, item.stem());
        let mut all: Vec<_> =
            parts.filter_map(|(session, versions)| one(roster, &item.unit, session, versions)).collect();
        all.sort_by(|a, b| (a.day, &a.session).cmp(&(b.day, &b.session)));
        all
    };
    rosters().flat_map(of).collect()
}

/// The sessions that may be those of rosters that are gone, by what they say: of the rosters of the same units, and of those
/// of the same titles.
struct Living(BTreeMap<String, Vec<SessionRef>>);

impl Living {
    fn new(site: &Site, homes: &BTreeSet<&str>, heirs: &[Option<Output>]) -> Self {
        let mut living: BTreeMap<String, Vec<SessionRef>> = BTreeMap::new();
        let near = |id: RosterId| {
            homes.contains(site.unit(id.unit).path.as_str()) || heirs.contains(&Some(Output::RosterMonth(id)))
        };
        let held = site.rosters().filter(|(id, _)| near(*id)).flat_map(|(id, roster)| rows(id, roster));
        for row in held.filter(|row| row.standing == Standing::Held) {
            let (session, home) = (row.of(site), row.roster.unit);
            // As it stands, and as it stood before changes that may have been announced since.
            for changes in 0..=session.changes.len() {
                let facts = record::session(site, home, &session.as_of(changes));
                let said = living.entry(said(&site.unit(home).path, &facts)).or_default();
                if said.last() != Some(&row) {
                    said.push(row);
                }
            }
        }
        Self(living)
    }

    /// The session that says the same, in a roster of the same unit or in the heir.
    fn find(&self, site: &Site, home: &str, facts: &Facts, heir: Option<Output>) -> Option<SessionRef> {
        let here = |row: &&SessionRef| {
            site.unit(row.roster.unit).path == home || heir == Some(Output::RosterMonth(row.roster))
        };
        self.0.get(&said(home, facts))?.iter().find(here).copied()
    }
}

/// What tells a session from others, whatever roster it is in: unit, day, begin, people and places.
fn said(home: &str, facts: &Facts) -> String {
    let begin = facts.get(Field::Hours).split(['-', ',']).next().unwrap_or_default();
    let [day, people, places] = [Field::Date, Field::People, Field::Places].map(|field| facts.get(field));
    [unit(home, facts), day, begin, people, places].join("\n")
}

/// The folder of the unit of a session whose roster is of the unit `home`.
fn unit<'a>(home: &'a str, facts: &'a Facts) -> &'a str {
    let own = facts.get(Field::Unit);
    if own.is_empty() { home } else { own }
}

/// Units by folder and officials by name.
struct Known<'a> {
    units: BTreeMap<&'a str, UnitId>,
    people: BTreeMap<&'a str, Vec<(&'a str, PersonId)>>,
}

impl<'a> Known<'a> {
    fn new(site: &'a Site) -> Self {
        let units = site.units.iter().enumerate().map(|(at, unit)| (unit.path.as_str(), UnitId(at))).collect();
        let mut people: BTreeMap<&str, Vec<(&str, PersonId)>> = BTreeMap::new();
        for (at, unit) in site.units.iter().enumerate() {
            for (index, person) in unit.people.iter().enumerate() {
                let id = PersonId { unit: UnitId(at), index };
                people.entry(person.name.as_str()).or_default().push((unit.path.as_str(), id));
            }
        }
        Self { units, people }
    }

    /// Who is meant by the words of a ledger, `with:马会兰` or `陈守望等区领导`: of several of one name the one of the unit
    /// that receives, of the roster's own, or of the nearest above them. Elsewhere only who is the only one of the name.
    fn person(&self, words: &str, unit: &str, home: &str) -> Option<PersonId> {
        let name = words.rsplit_once(':').map_or(words, |(_, name)| name);
        let mut cuts = name.match_indices('等').filter_map(|(at, _)| self.people.get(&name[..at]));
        let found = self.people.get(name).or_else(|| cuts.next())?;
        let of = |folder: &str| found.iter().find(|(path, _)| *path == folder).map(|(_, id)| *id);
        let near = of(unit).or_else(|| of(home)).or_else(|| above(unit).find_map(of));
        let only = if let [(_, one)] = found.as_slice() { Some(*one) } else { None };
        near.or(only)
    }
}

/// The folders above one, from the nearest.
fn above(folder: &str) -> impl Iterator<Item = &str> {
    let ends = folder.rmatch_indices('/').map(|(at, _)| at);
    let top = (!folder.is_empty()).then_some(0);
    ends.chain(top).map(|end| &folder[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_above_are_named_from_the_nearest() {
        assert_eq!(above("a/b/c").collect::<Vec<_>>(), ["a/b", "a", ""]);
        assert_eq!(above("a").collect::<Vec<_>>(), [""]);
        assert_eq!(above("").count(), 0);
    }
}
