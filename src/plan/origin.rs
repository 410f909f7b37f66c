//! Turns outputs back into the content files they come from, for telling the clerk which to rename.

use super::{Output, Subject};
use crate::model::roster::RosterId;
use crate::model::site::Site;
use crate::model::unit::UnitId;

/// The content file of an output, relative to the content folder; `None` for what the program or the theme gives.
pub fn path(site: &Site, output: Output) -> Option<String> {
    let inside = |unit: UnitId, file: String| inside(site, unit, file);
    let roster = |id: RosterId| inside(id.unit, format!("rosters/{}.yaml", site.roster(id).stem));
    match output {
        Output::Unit(unit) | Output::UnitIcs(unit) => Some(inside(unit, "unit.yaml".to_owned())),
        Output::RosterMonth(id)
        | Output::RosterIcs(id)
        | Output::RosterCsv(id)
        | Output::RosterJson(id)
        | Output::RosterForms(id)
        | Output::RosterFragment(id)
        | Output::RosterShare(id)
        | Output::Change(id, _) => Some(roster(id)),
        Output::Code(subject) => about(site, subject),
        Output::PosterPdf(piece) | Output::PosterPng(piece) => about(site, piece.subject),
        Output::Leader(person) | Output::LeaderIcs(person) => Some(inside(person.unit, "leaders.yaml".to_owned())),
        Output::Notice(at) => site.notices.get(at).map(|one| inside(one.unit, format!("notices/{}.md", one.stem))),
        Output::Page(at) => site.pages.get(at).map(|one| inside(one.unit, format!("pages/{}.md", one.stem))),
        Output::Regulation(id) | Output::RegulationComparison(id) => {
            site.regulations.get(id.0).map(|one| inside(one.unit, format!("regulations/{}.md", one.stem)))
        }
        Output::Procedure(at) => {
            site.procedures.get(at).map(|one| inside(one.unit, format!("procedures/{}.yaml", one.stem)))
        }
        Output::Picture(at) => site.pictures.get(at).cloned(),
        Output::Home
        | Output::NoticeIndex
        | Output::RegulationIndex
        | Output::ProcedureIndex
        | Output::PosterIndex
        | Output::NotFound
        | Output::ReleaseIndex
        | Output::PastCode(_)
        | Output::Gone(_)
        | Output::GoneBeside(_)
        | Output::GoneIcs(_)
        | Output::Ledger
        | Output::DataShard(_)
        | Output::SiteIcs
        | Output::SiteCsv
        | Output::SiteJson
        | Output::Feed
        | Output::Sitemap
        | Output::SitemapPart(_)
        | Output::Robots
        | Output::SecurityTxt
        | Output::Static(_) => None,
    }
}

fn inside(site: &Site, unit: UnitId, file: String) -> String {
    let folder = &site.unit(unit).path;
    if folder.is_empty() { file } else { format!("{folder}/{file}") }
}

/// The file that what is printed comes from.
fn about(site: &Site, subject: Subject) -> Option<String> {
    match subject {
        Subject::Roster(id) | Subject::Change(id, _) => path(site, Output::RosterMonth(id)),
        Subject::Day(unit, _) | Subject::Unit(unit) | Subject::Set(unit) => path(site, Output::Unit(unit)),
        Subject::Flow(_, at) | Subject::Leaflet(_, at) | Subject::Panels(_, at) => path(site, Output::Procedure(at)),
        Subject::Booklet(_, id) => path(site, Output::Regulation(id)),
    }
}
