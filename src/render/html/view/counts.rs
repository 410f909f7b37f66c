//! How many of the sessions that were first released were not cancelled: numbers alone.

use super::Scope;
use crate::model::past::{Field, Item, ItemKind};
use crate::model::roster::RosterId;

/// The sentence, up to the day of the last release; `None` where the site does not count, or nothing is over yet.
pub(super) fn counts(scope: &Scope<'_>, id: RosterId) -> Option<String> {
    let (site, words) = (scope.site, scope.words);
    if !site.settings.held_counts {
        return None;
    }
    let (past, until) = (&site.past, site.past.last()?.declared);
    let roster = site.roster(id);
    let unit = &site.unit(id.unit).path;
    let whole = Item::new(ItemKind::Roster, unit.as_str(), roster.stem.as_str());
    let first = past.versions(&whole).first()?.release;
    let planned = past.parts(ItemKind::Session, unit, &roster.stem).filter(|(_, versions)| {
        let version = versions.first().filter(|version| version.release == first);
        let day = version.and_then(|version| version.facts.as_ref()).and_then(|facts| facts.day(Field::Date));
        day.is_some_and(|day| day <= until)
    });
    let planned: Vec<&str> = planned.filter_map(|(item, _)| item.key()).collect();
    let over = || roster.sessions.iter().filter(|session| session.date <= until);
    let held = over().filter(|session| !session.cancelled());
    let cancelled = roster.sessions.iter().filter(|one| one.cancelled() && planned.contains(&one.key.as_str())).count();
    let changed = held.clone().filter(|session| !session.changes.is_empty()).count();
    let held = held.count();
    if planned.is_empty() && held == 0 {
        return None;
    }
    let number = |number: usize| number.to_string();
    Some(words.counts_line.fill(&[
        ("day", &words.full_day_plain(until)),
        ("planned", &number(planned.len())),
        ("held", &number(held)),
        ("changed", &number(changed)),
        ("cancelled", &number(cancelled)),
    ]))
}
