//! Turns a site into facts by item: what a ledger keeps of it.
//!
//! Only what a citizen is told, as texts that do not depend on the theme, so that a change of words or of the program is
//! none of the content. Long texts stand as the SHA-256 of their words.

mod documents;
mod posters;
mod roster;
mod session;
mod unit;

use std::collections::BTreeMap;

use crate::model::past::{Facts, Field, Item, ItemKind};
use crate::model::site::Site;
use crate::model::unit::{Phone, UnitId};
use crate::plan::Routes;

pub use session::{people, session};

/// Everything public of a site, by item, but for its printed notices.
pub fn site(site: &Site) -> BTreeMap<Item, Facts> {
    let mut all = BTreeMap::new();
    for (at, content) in site.units.iter().enumerate() {
        let path = content.path.as_str();
        all.insert(Item::new(ItemKind::Unit, path, ""), unit::unit(content));
        for person in &content.people {
            all.insert(Item::new(ItemKind::Person, path, person.slug.as_str()), unit::person(person));
        }
        for roster in &content.rosters {
            all.insert(Item::new(ItemKind::Roster, path, roster.stem.as_str()), roster::roster(roster));
            for one in &roster.sessions {
                let item = Item::part(ItemKind::Session, path, &roster.stem, &one.key);
                all.insert(item, session(site, UnitId(at), one));
            }
        }
    }
    documents::all(site, &mut all);
    all
}

/// The notices that a build prints a code on, by code.
pub fn posters(site: &Site, routes: &Routes) -> BTreeMap<Item, Facts> {
    posters::all(site, routes)
}

/// Texts in one line each.
fn lines(texts: &[String]) -> String {
    texts.join("\n")
}

fn phones(phones: &[Phone]) -> String {
    phones.iter().map(Phone::line).collect::<Vec<_>>().join("、")
}

/// Sets a fact where there is one.
fn perhaps(facts: &mut Facts, field: Field, text: Option<impl ToString>) {
    if let Some(text) = text {
        facts.set(field, text.to_string());
    }
}
