//! Turns a site into the ways back: the sessions of a person or a unit, the documents of a unit, the months there are.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::leader::PersonId;
use crate::model::regulation::RegulationId;
use crate::model::roster::RosterId;
use crate::model::site::Site;
use crate::model::unit::UnitId;
use chrono::NaiveDate;

use super::MonthKey;
use super::rows::{SessionRef, everybody, rows};

/// How many sessions of 60 days the home page lists before it leaves the lower units to their own pages.
pub const HOME_LIMIT: usize = 120;
/// For how many days from the edition the home page lists sessions.
pub const HOME_DAYS: u64 = 60;

fn is_below(site: &Site, unit: UnitId, above: UnitId) -> bool {
    let parent = |unit: UnitId| site.unit(unit).parent;
    std::iter::successors(parent(unit), |at| parent(*at)).any(|at| at == above)
}

/// What refers to what in a site. Lists hold the sessions from the edition on, in order of date and start, then by
/// roster: what was over when the site was made is found in its roster.
#[derive(Debug, Clone)]
pub struct Links {
    by_person: BTreeMap<PersonId, Vec<SessionRef>>,
    person_rosters: BTreeMap<PersonId, Vec<RosterId>>,
    by_unit: Vec<Vec<SessionRef>>,
    rosters_for: Vec<BTreeSet<RosterId>>,
    receiving: BTreeSet<UnitId>,
    notices: Vec<Vec<usize>>,
    pages: Vec<Vec<usize>>,
    regulations: Vec<Vec<RegulationId>>,
    procedures: Vec<Vec<usize>>,
    home: BTreeMap<MonthKey, Vec<SessionRef>>,
    home_complete: bool,
}

impl Links {
    /// Reads a site once.
    pub fn new(site: &Site) -> Self {
        let none = || vec![Vec::new(); site.units.len()];
        let mut links = Self {
            by_person: BTreeMap::new(),
            person_rosters: BTreeMap::new(),
            by_unit: vec![Vec::new(); site.units.len()],
            rosters_for: vec![BTreeSet::new(); site.units.len()],
            receiving: BTreeSet::new(),
            notices: none(),
            pages: none(),
            regulations: vec![Vec::new(); site.units.len()],
            procedures: none(),
            home: BTreeMap::new(),
            home_complete: true,
        };
        for (unit, content) in site.units.iter().enumerate() {
            for index in 0..content.rosters.len() {
                links.read_roster(site, RosterId { unit: UnitId(unit), index });
            }
        }
        links.by_person.values_mut().chain(&mut links.by_unit).for_each(|list| {
            list.sort_unstable();
            list.dedup();
        });
        for (index, notice) in site.notices.iter().enumerate() {
            links.notices[notice.unit.0].push(index);
        }
        for (index, page) in site.pages.iter().enumerate() {
            links.pages[page.unit.0].push(index);
        }
        for (index, regulation) in site.regulations.iter().enumerate() {
            links.regulations[regulation.unit.0].push(RegulationId(index));
        }
        for (index, procedure) in site.procedures.iter().enumerate() {
            links.procedures[procedure.unit.0].push(index);
        }
        links.choose_home(site);
        links
    }

    fn read_roster(&mut self, site: &Site, id: RosterId) {
        let mut people = BTreeSet::new();
        for row in rows(id, site.roster(id)) {
            let session = row.of(site);
            let coming = row.date >= site.edition;
            self.receiving.insert(session.unit);
            if coming {
                self.by_unit[session.unit.0].push(row);
            }
            // A visit down to a village is the village's business, whoever comes.
            let visited = session.venues.iter().filter_map(|venue| venue.place).map(|(unit, _)| unit);
            for unit in visited.filter(|unit| is_below(site, *unit, session.unit)) {
                self.rosters_for[unit.0].insert(id);
                if coming {
                    self.by_unit[unit.0].push(row);
                }
            }
            if session.unit != id.unit {
                self.rosters_for[session.unit.0].insert(id);
            }
            for person in everybody(session) {
                people.insert(person);
                if coming {
                    self.by_person.entry(person).or_default().push(row.in_list_of(person, site));
                }
            }
        }
        for person in people {
            self.person_rosters.entry(person).or_default().push(id);
        }
    }

    /// Chooses the units whose sessions the home page shows: as many levels from the top as stay readable.
    fn choose_home(&mut self, site: &Site) {
        let mut depths = vec![0_usize; site.units.len()];
        for (index, unit) in site.units.iter().enumerate() {
            depths[index] = unit.parent.map_or(0, |parent| depths[parent.0] + 1);
        }
        let last = site.edition.checked_add_days(chrono::Days::new(HOME_DAYS)).unwrap_or(site.edition);
        let deepest = depths.iter().copied().max().unwrap_or(0);
        let mut seen = 0;
        let mut chosen = 0;
        for depth in 0..=deepest {
            let units = (0..site.units.len()).filter(|unit| depths[*unit] == depth);
            let soon = |unit: usize| {
                let days = self.by_unit[unit].iter();
                days.filter(|session| session.date <= last && session.of(site).unit.0 == unit).count()
            };
            seen += units.map(soon).sum::<usize>();
            if seen > HOME_LIMIT && depth > 0 {
                self.home_complete = false;
                break;
            }
            chosen = depth;
        }
        let mut all: Vec<SessionRef> = (0..site.units.len())
            .filter(|unit| depths[*unit] <= chosen)
            .flat_map(|unit| self.by_unit[unit].iter().copied())
            .collect();
        // Within a day the county comes before its towns, whatever the hour.
        all.sort_by_key(|session| (session.date, depths[session.of(site).unit.0], session.start, *session));
        // A visit is in the lists of both units.
        all.dedup();
        for session in all {
            self.home.entry(MonthKey::of(session.date)).or_default().push(session);
        }
    }

    /// Sessions in which a person takes part, or was to.
    pub fn of_person(&self, person: PersonId) -> &[SessionRef] {
        self.by_person.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Rosters in which a person takes part, past ones too, in order.
    pub fn rosters_of(&self, person: PersonId) -> &[RosterId] {
        self.person_rosters.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Sessions in which a unit receives, from its own rosters and from those above that apply to it, and visits to it.
    pub fn of_unit(&self, unit: UnitId) -> &[SessionRef] {
        self.by_unit.get(unit.0).map_or(&[], Vec::as_slice)
    }

    /// Rosters of other units that hold sessions of this one.
    pub fn rosters_for(&self, unit: UnitId) -> impl Iterator<Item = RosterId> + '_ {
        self.rosters_for.get(unit.0).into_iter().flatten().copied()
    }

    /// Whether there is any session in the site.
    pub fn any_session(&self) -> bool {
        !self.receiving.is_empty()
    }

    /// Whether a unit receives at all, in past sessions too.
    pub fn receives(&self, unit: UnitId) -> bool {
        self.receiving.contains(&unit)
    }

    /// A unit's own notices, newest first, as indexes in [`Site::notices`].
    pub fn notices_of(&self, unit: UnitId) -> &[usize] {
        self.notices.get(unit.0).map_or(&[], Vec::as_slice)
    }

    /// A unit's own pages, in order, as indexes in [`Site::pages`].
    pub fn pages_of(&self, unit: UnitId) -> &[usize] {
        self.pages.get(unit.0).map_or(&[], Vec::as_slice)
    }

    /// A unit's own regulations, in order.
    pub fn regulations_of(&self, unit: UnitId) -> &[RegulationId] {
        self.regulations.get(unit.0).map_or(&[], Vec::as_slice)
    }

    /// A unit's own procedures, in order, as indexes in [`Site::procedures`].
    pub fn procedures_of(&self, unit: UnitId) -> &[usize] {
        self.procedures.get(unit.0).map_or(&[], Vec::as_slice)
    }

    /// Months that hold sessions the home page may show.
    pub fn months(&self) -> impl Iterator<Item = MonthKey> + '_ {
        self.home.keys().copied()
    }

    /// The sessions of a month that the home page may show.
    pub fn home_month(&self, month: MonthKey) -> &[SessionRef] {
        self.home.get(&month).map_or(&[], Vec::as_slice)
    }

    /// The last day of the sessions the home page may show.
    pub fn last_day(&self) -> Option<NaiveDate> {
        Some(self.home.last_key_value()?.1.last()?.date)
    }

    /// The sessions the home page lists without a script: those of [`HOME_DAYS`] days from the edition.
    pub fn home_list(&self, site: &Site) -> impl Iterator<Item = SessionRef> + '_ {
        let first = site.edition;
        let last = first.checked_add_days(chrono::Days::new(HOME_DAYS)).unwrap_or(first);
        self.home.values().flatten().copied().filter(move |session| session.date <= last)
    }

    /// Whether the home page holds the sessions of every unit; otherwise lower units have theirs on their own pages.
    pub fn home_complete(&self) -> bool {
        self.home_complete
    }
}
