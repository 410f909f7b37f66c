//! Gives a site its past: the day of the last release dates it, and changes that bear no day of their own were announced
//! by the release that first had them.

use crate::model::past::{Item, ItemKind, Past};
use crate::model::site::Site;

/// Applies a past. Applied again, a longer one adds to the days; none is taken away.
pub fn apply(site: &mut Site, past: Past) {
    if let Some(last) = past.last() {
        site.edition = last.declared;
    }
    for unit in &mut site.units {
        for roster in &mut unit.rosters {
            let open = |session: &&mut crate::model::session::Session| {
                session.changes.iter().any(|change| change.announced.is_none())
            };
            for session in roster.sessions.iter_mut().filter(open) {
                let item = Item::part(ItemKind::Session, &unit.path, &roster.stem, &session.key);
                for (at, change) in session.changes.iter_mut().enumerate().filter(|(_, one)| one.announced.is_none()) {
                    let had = past.first_with_change(&item, at);
                    change.announced = had.map(|version| past.release(version).declared);
                }
            }
        }
    }
    site.past = past;
}
