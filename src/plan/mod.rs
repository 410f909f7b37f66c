//! Turns a checked site into the list of what will be written: outputs, their addresses and what refers to what.
//!
//! Pure: the same site gives the same plan, in the same order, whatever the machine.

pub mod agenda;
pub mod alike;
pub mod code;
pub mod items;
pub mod links;
pub mod origin;
pub mod posters;
pub mod routes;
pub mod rows;
pub mod traces;
pub mod withdrawn;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::leader::PersonId;
use crate::model::past::ItemKind;
use crate::model::regulation::{Predecessor, RegulationId};
use crate::model::roster::RosterId;
use crate::model::site::Site;
use crate::model::unit::UnitId;

pub use links::Links;
pub use posters::{Piece, Subject};
pub use routes::Routes;
pub use rows::{SessionRef, Standing, names, rows};
pub use traces::Traces;

/// A month of the calendar, for data that is cut by months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthKey {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
}

impl MonthKey {
    /// The month a day lies in.
    pub fn of(day: chrono::NaiveDate) -> Self {
        use chrono::Datelike as _;
        Self { year: day.year(), month: day.month() }
    }
}

/// One file of the published site, as a small id; [`Routes`] knows its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Output {
    /// The home page.
    Home,
    /// A unit's page.
    Unit(UnitId),
    /// A roster with its sessions.
    RosterMonth(RosterId),
    /// A notice of the changes of a roster announced on one day.
    Change(RosterId, NaiveDate),
    /// What the code printed on a notice leads to.
    Code(Subject),
    /// An official's page.
    Leader(PersonId),
    /// The list of notices.
    NoticeIndex,
    /// A notice, by index in [`Site::notices`].
    Notice(usize),
    /// A plain page, by index in [`Site::pages`].
    Page(usize),
    /// The list of regulations.
    RegulationIndex,
    /// A regulation.
    Regulation(RegulationId),
    /// A regulation beside the one it takes the place of.
    RegulationComparison(RegulationId),
    /// The list of procedures.
    ProcedureIndex,
    /// A procedure, by index in [`Site::procedures`].
    Procedure(usize),
    /// A picture of a notice or page, by index in [`Site::pictures`].
    Picture(usize),
    /// The list of releases.
    ReleaseIndex,
    /// What the code of an earlier notice leads to, by index in [`Traces::codes`].
    PastCode(usize),
    /// What stands where a page was, by index in [`Traces::gone`].
    Gone(usize),
    /// What stands where a page beside such a one was, by index in [`Traces::beside`].
    GoneBeside(usize),
    /// The calendar of a roster that is gone, with its sessions cancelled; by index in [`Traces::gone`].
    GoneIcs(usize),
    /// The ledger of releases.
    Ledger,
    /// The page for an address that leads nowhere.
    NotFound,
    /// Sessions of one month, as data for the scripts.
    DataShard(MonthKey),
    /// A roster's sessions as a calendar.
    RosterIcs(RosterId),
    /// A roster's sessions as a table.
    RosterCsv(RosterId),
    /// A roster's sessions as JSON.
    RosterJson(RosterId),
    /// The forms of a roster that an office passes on.
    RosterForms(RosterId),
    /// A roster as a table to paste elsewhere.
    RosterFragment(RosterId),
    /// A roster as a picture to send.
    RosterShare(RosterId),
    /// A unit's sessions as a calendar.
    UnitIcs(UnitId),
    /// An official's sessions as a calendar.
    LeaderIcs(PersonId),
    /// All sessions as a calendar.
    SiteIcs,
    /// All sessions as a table.
    SiteCsv,
    /// All sessions as JSON.
    SiteJson,
    /// Notices and changes as a feed.
    Feed,
    /// The pages of a site with an address.
    Sitemap,
    /// A part of the list of pages, where it is too long for one file.
    SitemapPart(usize),
    /// What programs may read.
    Robots,
    /// Whom to tell of a fault.
    SecurityTxt,
    /// A file of the theme that is copied, by index in the list given to [`plan`].
    Static(usize),
    /// The notices to print, with pictures of them.
    PosterIndex,
    /// A notice for printing.
    PosterPdf(Piece),
    /// A picture of its first sheet.
    PosterPng(Piece),
}

/// How many addresses one sitemap may hold, as those who read them have agreed.
pub const SITEMAP_LIMIT: usize = 50_000;

/// The pages among outputs that people may want to find: not those for lost visitors, what only a
/// poster's code leads to, and the same roster in the forms an office passes on.
pub fn pages(outputs: &[Output]) -> impl Iterator<Item = Output> + '_ {
    let wanted = |output: &Output| {
        matches!(
            output,
            Output::Home
                | Output::Unit(_)
                | Output::RosterMonth(_)
                | Output::Change(..)
                | Output::Leader(_)
                | Output::NoticeIndex
                | Output::PosterIndex
                | Output::Notice(_)
                | Output::Page(_)
                | Output::RegulationIndex
                | Output::Regulation(_)
                | Output::RegulationComparison(_)
                | Output::ProcedureIndex
                | Output::Procedure(_)
                | Output::ReleaseIndex
        )
    };
    outputs.iter().copied().filter(wanted)
}

/// Two outputs that would be written to one address. Addresses that differ only in the case of letters count as one,
/// because they are one on a USB stick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision {
    /// The address.
    pub path: String,
    /// What has it.
    pub first: Output,
    /// What wants it as well.
    pub second: Output,
}

/// What will be written, and how it hangs together.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Every output, in the order of [`Output`].
    pub outputs: Vec<Output>,
    /// The address of each.
    pub routes: Routes,
    /// What refers to what.
    pub links: Links,
    /// What was there once.
    pub traces: Traces,
    /// Addresses wanted twice; a site with any cannot be written.
    pub collisions: Vec<Collision>,
}

/// Plans a site. `statics` are the theme's files under `static/`, each with that folder, in order.
pub fn plan(site: &Site, statics: &[String]) -> Plan {
    let links = Links::new(site);
    let mut routes = Routes::new(site, statics);
    let mut outputs = Vec::new();
    outputs.push(Output::Home);
    for (index, unit) in site.units.iter().enumerate() {
        let unit_id = UnitId(index);
        outputs.push(Output::Unit(unit_id));
        for index in 0..unit.rosters.len() {
            let id = RosterId { unit: unit_id, index };
            outputs.push(Output::RosterMonth(id));
            outputs.extend(posters::announced(site, id).into_iter().flatten().map(|day| Output::Change(id, day)));
            if site.settings.data && !unit.rosters[index].sessions.is_empty() {
                outputs.extend([Output::RosterIcs(id), Output::RosterCsv(id), Output::RosterJson(id)]);
                outputs.extend([Output::RosterForms(id), Output::RosterFragment(id)]);
            }
            if !site.settings.posters.is_empty() {
                outputs.push(Output::Code(Subject::Roster(id)));
                if site.settings.data && !unit.rosters[index].sessions.is_empty() {
                    outputs.push(Output::RosterShare(id));
                }
            }
        }
        for person in (0..unit.people.len()).map(|index| PersonId { unit: unit_id, index }) {
            outputs.push(Output::Leader(person));
            if site.settings.data && !links.rosters_of(person).is_empty() {
                outputs.push(Output::LeaderIcs(person));
            }
        }
        if site.settings.data && links.receives(unit_id) {
            outputs.push(Output::UnitIcs(unit_id));
        }
    }
    if site.settings.data {
        if links.any_session() {
            outputs.extend([Output::SiteIcs, Output::SiteCsv, Output::SiteJson]);
        }
        if links.any_session() || !site.notices.is_empty() {
            outputs.push(Output::Feed);
        }
        outputs.push(Output::Robots);
        outputs.extend(site.settings.url.as_ref().map(|_| Output::Sitemap));
        outputs.extend(site.settings.security_contact.as_ref().map(|_| Output::SecurityTxt));
    }
    let mut pictured = BTreeSet::new();
    let pieces = posters::pieces(site);
    outputs.extend((!pieces.is_empty()).then_some(Output::PosterIndex));
    for piece in pieces {
        outputs.push(Output::PosterPdf(piece));
        // One picture of each notice is enough.
        if piece.subject.pictured() && pictured.insert(piece.subject) {
            outputs.push(Output::PosterPng(piece));
        }
    }
    outputs.extend(posters::coded(site).into_iter().map(Output::Code));
    let any_change = outputs.iter().any(|output| matches!(output, Output::Change(..)));
    if !site.notices.is_empty() || any_change {
        outputs.push(Output::NoticeIndex);
    }
    outputs.extend((0..site.notices.len()).map(Output::Notice));
    outputs.extend((0..site.pages.len()).map(Output::Page));
    outputs.extend((!site.regulations.is_empty()).then_some(Output::RegulationIndex));
    for (id, regulation) in site.regulations.iter().enumerate().map(|(at, one)| (RegulationId(at), one)) {
        outputs.push(Output::Regulation(id));
        if matches!(regulation.supersedes, Some(Predecessor::Here(_))) {
            outputs.push(Output::RegulationComparison(id));
        }
    }
    outputs.extend((!site.procedures.is_empty()).then_some(Output::ProcedureIndex));
    outputs.extend((0..site.procedures.len()).map(Output::Procedure));
    outputs.extend((0..site.pictures.len()).map(Output::Picture));
    outputs.push(Output::NotFound);
    outputs.extend(links.months().map(Output::DataShard));
    let listed = pages(&outputs).count();
    if outputs.contains(&Output::Sitemap) && listed > SITEMAP_LIMIT {
        outputs.extend((0..listed.div_ceil(SITEMAP_LIMIT)).map(Output::SitemapPart));
    }
    outputs.extend((0..statics.len()).map(Output::Static));
    if !site.past.is_empty() {
        outputs.extend([Output::ReleaseIndex, Output::Ledger]);
    }
    let traces = Traces::new(site, &routes, &outputs);
    routes.keep(&traces);
    outputs.extend((0..traces.codes.len()).map(Output::PastCode));
    outputs.extend((0..traces.beside.len()).map(Output::GoneBeside));
    for (at, item) in traces.gone.iter().enumerate() {
        outputs.push(Output::Gone(at));
        outputs.extend((item.kind == ItemKind::Roster && site.settings.data).then_some(Output::GoneIcs(at)));
    }
    if site.settings.data {
        // Who subscribed to the calendar of an official or a unit learns there that the last session was withdrawn.
        let coming = || traces.off.iter().filter(|off| off.coming());
        let mut calendars: BTreeSet<Output> = coming().filter_map(|off| off.unit.map(Output::UnitIcs)).collect();
        calendars.extend(coming().flat_map(|off| off.people.iter().map(|person| Output::LeaderIcs(*person))));
        calendars.extend(coming().next().map(|_| Output::SiteIcs));
        outputs.iter().for_each(|output| _ = calendars.remove(output));
        outputs.extend(calendars);
    }
    outputs.sort_unstable();
    let collisions = collisions(&outputs, &routes);
    Plan { outputs, routes, links, traces, collisions }
}

fn collisions(outputs: &[Output], routes: &Routes) -> Vec<Collision> {
    let mut taken: BTreeMap<String, Output> = BTreeMap::new();
    let mut collisions = Vec::new();
    for &output in outputs {
        let path = routes.path(output);
        match taken.entry(path.to_lowercase()) {
            std::collections::btree_map::Entry::Vacant(free) => _ = free.insert(output),
            std::collections::btree_map::Entry::Occupied(has) => {
                collisions.push(Collision { path: path.into_owned(), first: *has.get(), second: output });
            }
        }
    }
    collisions
}
