//! Which thing of the ledger a page is about, and what that is called.

use super::Output;
use crate::model::past::{Item, ItemKind};
use crate::model::site::Site;
use crate::model::unit::UnitId;

/// The item whose own page an output is; `None` for pages that gather several, and for what is no page.
pub fn item(site: &Site, output: Output) -> Option<Item> {
    let of = |kind, unit: UnitId, stem: &str| Item::new(kind, site.unit(unit).path.as_str(), stem);
    Some(match output {
        Output::Unit(id) => of(ItemKind::Unit, id, ""),
        Output::RosterMonth(id) => of(ItemKind::Roster, id.unit, &site.roster(id).stem),
        Output::Leader(id) => of(ItemKind::Person, id.unit, &site.person(id).slug),
        Output::Notice(at) => site.notices.get(at).map(|one| of(ItemKind::Notice, one.unit, &one.stem))?,
        Output::Page(at) => site.pages.get(at).map(|one| of(ItemKind::Page, one.unit, &one.stem))?,
        Output::Regulation(id) => {
            site.regulations.get(id.0).map(|one| of(ItemKind::Regulation, one.unit, &one.stem))?
        }
        Output::Procedure(at) => site.procedures.get(at).map(|one| of(ItemKind::Procedure, one.unit, &one.stem))?,
        _ => return None,
    })
}

/// The title of a page that is about one item; empty for others.
pub fn title(site: &Site, output: Output) -> &str {
    let found = match output {
        Output::Unit(id) => Some(&site.unit(id).name),
        Output::RosterMonth(id) => Some(&site.roster(id).title),
        Output::Leader(id) => Some(&site.person(id).name),
        Output::Notice(at) => site.notices.get(at).map(|one| &one.title),
        Output::Page(at) => site.pages.get(at).map(|one| &one.title),
        Output::Regulation(id) => site.regulations.get(id.0).map(|one| &one.title),
        Output::Procedure(at) => site.procedures.get(at).map(|one| &one.title),
        _ => None,
    };
    found.map_or("", String::as_str)
}
