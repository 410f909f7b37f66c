//! A draft becomes a site that is valid by construction, or a report of everything that stands in the way.
//!
//! One folder a subject: `unit` (offices and people), `roster` (entries and changes become sessions), `judge` (what the sessions
//! are held against). Nothing here reads a clock: what the content says is judged by the content alone.

mod citations;
mod days_off;
mod documents;
mod edition;
mod follow_on;
mod ground;
mod judge;
mod print;
mod procedures;
mod read;
mod regulations;
mod released;
mod roster;
mod rosters;
mod settings;
mod spoken;
pub(crate) mod unit;
mod wishes;

use crate::diag::code::{people as people_codes, privacy as privacy_codes, rosters as roster_codes};
use crate::diag::{Diagnostic, Report, did_you_mean};
use crate::ledger;
use crate::load::draft::{Draft, Folder, Part};
use crate::load::roster::Roster as DraftRoster;
use crate::load::site::Site as DraftSite;
use crate::load::value::TextOr;
use crate::model::leader::PersonId;
use crate::model::past::Past;
use crate::model::poster::PosterKind;
use crate::model::site::{Settings, Site};
use crate::model::unit::{Unit, UnitId};
use crate::privacy::allow::Allowed;
use crate::source::{Sources, Span, Text};
use crate::theme::GlyphCoverage;
use documents::Targets;
use ground::Ground;
use rayon::prelude::*;
use rosters::Written;
use std::collections::BTreeSet;
use unit::directory::{Directory, Found};
use unit::places::Gazetteer;

/// Checks everything and builds the site. Gives it only if nothing in `report` forbids publishing.
///
/// `coverage` is what the theme's fonts can print, `past` what was released before. Problems that `load` found belong in
/// `report` already.
pub fn check(
    mut draft: Draft,
    sources: &Sources,
    past: Past,
    coverage: &GlyphCoverage,
    report: &mut Report,
) -> Option<Site> {
    let targets = Targets::new(&draft, sources);
    let written = take_rosters(&mut draft.root);
    let draft = &draft;
    let nothing;
    let said = match &draft.site {
        Some(part) => &part.content,
        None => {
            // Absent, not unreadable: the loader speaks of files it could not read.
            if !sources.iter().any(|(_, source)| source.path() == "site.yaml") {
                report.push(Diagnostic::of_path(&people_codes::NO_SITE, "site.yaml"));
            }
            nothing = DraftSite::default();
            &nothing
        }
    };
    let settings = settings::settings(said, report);
    if let (None, Some(part)) = (&said.code, &draft.site) {
        report.push(Diagnostic::of_path(&people_codes::NO_SITE_CODE, sources.get(part.file).map_or("", |s| s.path())));
    }
    let week_of_month = settings::week_of_month(said, report);
    let scheme = settings::scheme(said, report);
    let (calendar, closures) = days_off::calendar(scheme, &draft.calendars, report);

    let folders: Vec<&Folder> = draft.root.units().collect();
    let mut units = unit::units(draft, report);
    let directory = with_people(&folders, &mut units, report);
    let gazetteer = Gazetteer::new(&units);
    let ground = Ground {
        settings: &settings,
        defaults: said,
        week_of_month,
        calendar: &calendar,
        closures: &closures,
        directory: &directory,
        gazetteer: &gazetteer,
        past: &past,
        units: &units,
    };
    let rosters = rosters_of(&ground, written, coverage, report);
    let mut notices = Vec::new();
    let mut pages = Vec::new();
    let mut procedures = Vec::new();
    let mut pictures = BTreeSet::new();
    for (at, folder) in folders.iter().enumerate() {
        let unit = UnitId(at);
        notices.extend(documents::notices(
            unit,
            &folder.path,
            &folder.notices,
            &targets,
            sources,
            &mut pictures,
            report,
        ));
        pages.extend(documents::pages(unit, &folder.path, &folder.pages, &targets, sources, &mut pictures, report));
        procedures.extend(procedures::procedures(unit, &folder.procedures, report));
    }
    notices.sort_by(|a, b| (b.date, a.unit, &a.stem).cmp(&(a.date, b.unit, &b.stem)));
    let regulations = regulations::regulations(&folders, &targets, sources, &mut pictures, report);
    privacy(said, &settings, &units, &folders, sources, report);

    judge::together::check(&ground, &rosters, report);
    judge::quota::check(&ground, &rosters, report);
    let mut places = Vec::with_capacity(units.len());
    for (unit, rosters) in units.iter_mut().zip(rosters) {
        let (of_unit, where_written): (Vec<_>, Vec<_>) =
            rosters.into_iter().map(|written| (written.roster, written.places)).unzip();
        unit.rosters = of_unit;
        places.push(where_written);
    }
    print::check(draft, &folders, coverage, report);
    if settings.posters.iter().any(|wish| wish.kind == PosterKind::Booklet) {
        print::regulations(&folders, sources, coverage, report);
    }
    let released = past.last().map(|release| release.declared);
    let edition = released.or_else(|| edition::edition(&units, &notices, &procedures, &regulations));
    if edition.is_none() {
        report.push(Diagnostic::of_path(&people_codes::NO_EDITION, ""));
    }
    procedures::count(&mut procedures, edition.unwrap_or_default(), &calendar);
    follow_on::drop(report, sources);
    let pictures = pictures.into_iter().collect();
    let cited = std::collections::BTreeMap::new();
    let edition = edition?;
    let past_then = Past::default();
    let mut site =
        Site { settings, units, notices, pages, regulations, procedures, cited, pictures, past: past_then, edition };
    citations::check(&mut site, &folders, sources, report);
    released::check(&site, &past, &places, sources, report);
    ledger::apply(&mut site, past);
    (!report.refuses(false)).then_some(site)
}

/// Puts the people and groups of `leaders.yaml` into the units; groups may name people of units above.
fn with_people(folders: &[&Folder], units: &mut [Unit], report: &mut Report) -> Directory {
    for (unit, folder) in units.iter_mut().zip(folders) {
        if let Some(leaders) = &folder.leaders {
            unit.people = unit::people::people(&leaders.content, report);
        }
    }
    let directory = Directory::new(units);
    for (at, folder) in folders.iter().enumerate() {
        if let Some(leaders) = &folder.leaders {
            let find = |unit, text: &Text, report: &mut Report| member(&directory, units, unit, text, report);
            let groups = unit::people::groups(&leaders.content, UnitId(at), find, report);
            units[at].groups = groups;
        }
    }
    Directory::new(units)
}

fn member(directory: &Directory, units: &[Unit], unit: UnitId, text: &Text, report: &mut Report) -> Option<PersonId> {
    let name = read::name(&text.value);
    match directory.find(unit, &name) {
        Found::Person(id) => return Some(id),
        Found::Several(ids) => {
            let keys: Vec<&str> =
                ids.iter().filter_map(|id| units[id.unit.0].people[id.index].key.as_deref()).collect();
            let diagnostic = Diagnostic::new(&people_codes::WHICH_PERSON, text.span).arg("name", name);
            report.push(diagnostic.arg("keys", keys.join("、")));
        }
        Found::Group(..) | Found::Nobody(None) => {
            report.push(Diagnostic::new(&people_codes::UNKNOWN_PERSON, text.span).arg("name", name).arg("hint", ""));
        }
        Found::Nobody(near) => {
            let diagnostic = Diagnostic::new(&people_codes::UNKNOWN_PERSON, text.span).arg("name", name);
            report.push(diagnostic.arg("hint", did_you_mean(near.as_deref())));
        }
    }
    None
}

/// Takes the rosters out of a folder and all below it, each with its unit, in the order of [`Folder::units`].
fn take_rosters(root: &mut Folder) -> Vec<(UnitId, Part<DraftRoster>)> {
    let mut taken = Vec::new();
    let mut next = vec![root];
    let mut unit = 0;
    while let Some(folder) = next.pop() {
        taken.extend(std::mem::take(&mut folder.rosters).into_iter().map(|part| (UnitId(unit), part)));
        next.extend(folder.children.iter_mut().rev());
        unit += 1;
    }
    taken
}

/// The rosters of every unit. Each is checked by itself, so they are read on all cores and reported in order.
/// Each file is dropped once it is checked: in a large county they hold more than all the rest.
fn rosters_of(
    ground: &Ground<'_>,
    files: Vec<(UnitId, Part<DraftRoster>)>,
    coverage: &GlyphCoverage,
    report: &mut Report,
) -> Vec<Vec<Written>> {
    let checked: Vec<(UnitId, Option<Written>, Report)> = files
        .into_par_iter()
        .map(|(unit, part)| {
            let mut report = Report::default();
            let roster = rosters::roster(ground, unit, &part, &mut report);
            print::roster(&part.content, coverage, &mut report);
            (unit, roster, report)
        })
        .collect();
    let mut rosters: Vec<Vec<Written>> = ground.units.iter().map(|_| Vec::new()).collect();
    for (unit, roster, own) in checked {
        rosters[unit.0].extend(roster);
        report.merge(own);
    }
    rosters
}

/// Scans everything, and asks after entries of `site.yaml` that let nothing through.
fn privacy(
    said: &DraftSite,
    settings: &Settings,
    units: &[Unit],
    folders: &[&Folder],
    sources: &Sources,
    report: &mut Report,
) {
    let allowed = Allowed::new(units, settings);
    let entries: Vec<Span> = said.may_be_public.iter().map(|entry| entry.span).collect();
    let used = crate::privacy::check(sources, &allowed, &consented(folders), &entries, report);
    for (_, span) in entries.into_iter().enumerate().filter(|(at, _)| !used.contains(at)) {
        report.push(Diagnostic::new(&privacy_codes::ALLOWED_UNUSED, span).secret());
    }
}

/// Where numbers stand whose holders agreed to publish them.
fn consented(folders: &[&Folder]) -> Vec<Span> {
    let people = folders.iter().filter_map(|folder| folder.leaders.as_ref()).flat_map(|part| &part.content.people);
    let numbers = people.filter_map(|person| match &person.public_phone {
        Some(TextOr::Map(map)) if map.consented.is_some() => map.number.as_ref(),
        _ => None,
    });
    numbers.map(|number| number.span).collect()
}
