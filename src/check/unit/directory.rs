//! Names written in rosters become people and groups: looked up in the unit, then upward.

use crate::model::leader::PersonId;
use crate::model::unit::{Unit, UnitId};
use std::collections::BTreeMap;

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) enum Found {
    /// One person.
    Person(PersonId),
    /// A group: the unit that declares it, and its index there.
    Group(UnitId, usize),
    /// Two or more people of that name in one unit; 称呼 tells them apart.
    Several(Vec<PersonId>),
    /// Nobody, with the nearest known name.
    Nobody(Option<String>),
}

/// Everyone who can be named, by unit.
pub(in crate::check) struct Directory {
    parents: Vec<Option<UnitId>>,
    people: Vec<BTreeMap<String, Vec<PersonId>>>,
    groups: Vec<BTreeMap<String, usize>>,
}

impl Directory {
    /// Indexes the people and groups of all units.
    pub(in crate::check) fn new(units: &[Unit]) -> Self {
        let index = |(at, unit): (usize, &Unit)| {
            let mut names: BTreeMap<String, Vec<PersonId>> = BTreeMap::new();
            for (index, person) in unit.people.iter().enumerate() {
                let id = PersonId { unit: UnitId(at), index };
                names.entry(person.name.clone()).or_default().push(id);
                if let Some(key) = person.key.as_ref().filter(|key| **key != person.name) {
                    names.entry(key.clone()).or_default().push(id);
                }
            }
            names
        };
        let groups = |unit: &Unit| unit.groups.iter().enumerate().map(|(at, g)| (g.name.clone(), at)).collect();
        Self {
            parents: units.iter().map(|unit| unit.parent).collect(),
            people: units.iter().enumerate().map(index).collect(),
            groups: units.iter().map(groups).collect(),
        }
    }

    /// Who a name means in a unit: its own people first, then those of the units above.
    pub(in crate::check) fn find(&self, unit: UnitId, name: &str) -> Found {
        for at in self.upward(unit) {
            match self.people[at.0].get(name).map(Vec::as_slice) {
                Some([one]) => return Found::Person(*one),
                Some(several) => return Found::Several(several.to_vec()),
                None => {}
            }
            if let Some(group) = self.groups[at.0].get(name) {
                return Found::Group(at, *group);
            }
        }
        Found::Nobody(self.nearest(unit, name))
    }

    /// Whether a name leads to exactly one person or group.
    pub(in crate::check) fn knows(&self, unit: UnitId, name: &str) -> bool {
        self.upward(unit).any(|at| self.people[at.0].contains_key(name) || self.groups[at.0].contains_key(name))
    }

    /// Whether a name is that of somebody in the list, not of a group.
    pub(in crate::check) fn knows_person(&self, unit: UnitId, name: &str) -> bool {
        self.upward(unit).any(|at| self.people[at.0].contains_key(name))
    }

    fn upward(&self, unit: UnitId) -> impl Iterator<Item = UnitId> {
        std::iter::successors(Some(unit), |at| self.parents[at.0])
    }

    fn nearest(&self, unit: UnitId, name: &str) -> Option<String> {
        let names = self.upward(unit).flat_map(|at| self.people[at.0].keys().chain(self.groups[at.0].keys()));
        let near = |known: &String| {
            let shared = known.chars().filter(|c| name.contains(*c)).count();
            let distance = strsim::damerau_levenshtein(known, name);
            // One character may differ, but at least one must be the same, or every two-character name is near.
            (shared > 0 && distance <= (name.chars().count() / 2).max(1)).then_some((distance, known.clone()))
        };
        names.filter_map(near).min().map(|(_, known)| known)
    }
}
