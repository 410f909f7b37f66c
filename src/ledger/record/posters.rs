//! Printed notices as facts: what each covers and until when, for the page that its code leads to.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::past::{Facts, Field, Item, ItemKind};
use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::plan::posters::coded_all;
use crate::plan::posters::steps_of;
use crate::plan::{Routes, Subject, rows};

pub(super) fn all(site: &Site, routes: &Routes) -> BTreeMap<Item, Facts> {
    let mut all = BTreeMap::new();
    for subject in coded_all(site) {
        let code = routes.code(subject);
        if !code.is_empty() {
            all.insert(Item::poster(code), poster(site, subject));
        }
    }
    all
}

fn poster(site: &Site, subject: Subject) -> Facts {
    let mut facts = Facts::default().with(Field::Kind, subject.kind().name());
    let unit = site.unit(subject.unit());
    facts.set(Field::Unit, unit.path.as_str());
    let (item, title) = about(site, subject);
    facts.set(Field::Of, item.to_string());
    facts.set(Field::Title, title);
    if let Some((from, until)) = covers(site, subject) {
        facts.set(Field::First, from.to_string());
        facts.set(Field::Last, until.to_string());
    }
    if let Subject::Change(_, Some(day)) | Subject::Day(_, day) = subject {
        facts.set(Field::Date, day.to_string());
    }
    facts
}

/// What a notice is about, and the title of that.
fn about(site: &Site, subject: Subject) -> (Item, String) {
    let path = |unit: UnitId| site.unit(unit).path.clone();
    match subject {
        Subject::Roster(id) | Subject::Change(id, _) => {
            let roster = site.roster(id);
            (Item::new(ItemKind::Roster, path(id.unit), roster.stem.as_str()), roster.title.clone())
        }
        Subject::Day(unit, _) | Subject::Unit(unit) | Subject::Set(unit) => {
            (Item::new(ItemKind::Unit, path(unit), ""), site.unit(unit).name.clone())
        }
        Subject::Flow(unit, at) | Subject::Leaflet(unit, at) | Subject::Panels(unit, at) => {
            let procedure = site.procedures.get(at);
            let (stem, title) = procedure.map(|one| (one.stem.clone(), one.title.clone())).unwrap_or_default();
            (Item::new(ItemKind::Procedure, path(unit), stem), title)
        }
        Subject::Booklet(unit, id) => {
            let regulation = site.regulation(id);
            (Item::new(ItemKind::Regulation, path(unit), regulation.stem.as_str()), regulation.title.clone())
        }
    }
}

/// The first and the last day a notice says something of; `None` for those without days.
pub(super) fn covers(site: &Site, subject: Subject) -> Option<(NaiveDate, NaiveDate)> {
    match subject {
        Subject::Roster(id) => {
            let roster = site.roster(id);
            let until = roster.period.last.map_or(roster.listed_until, |last| last.min(roster.listed_until));
            Some((roster.period.first, until))
        }
        Subject::Change(id, day) => {
            let keys: Vec<&str> = steps_of(site, id, day).iter().map(|(session, _)| session.key.as_str()).collect();
            let listed = rows(id, site.roster(id)).into_iter().filter(|row| keys.contains(&row.of(site).key.as_str()));
            let days: Vec<NaiveDate> = listed.map(|row| row.date).collect();
            let (from, until) = day.or(days.iter().min().copied()).zip(days.iter().max().copied())?;
            Some((from.min(until), until))
        }
        Subject::Day(_, day) => Some((day, day)),
        _ => None,
    }
}
