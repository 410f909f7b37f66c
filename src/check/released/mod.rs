//! What was released is held against what is there now: sessions edited in place, changes taken back, things gone or not
//! yet released.

mod lines;
mod matching;

use std::collections::{BTreeMap, BTreeSet};

use crate::check::spoken;
use crate::diag::code::releases as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::ledger::draft::Draft;
use crate::ledger::record;
use crate::load::LEDGER;
use crate::model::past::{Facts, Field, Item, ItemKind, Past};
use crate::model::roster::Roster;
use crate::model::session::{ChangeKind, Session};
use crate::model::site::{Language, Site};
use crate::model::unit::UnitId;
use crate::source::Span;
use crate::wording::say;
use lines::line;
use matching::{Edit, edits};

/// How many things a sentence names.
const SHOWN: usize = 5;
/// How many lines of 变更 are offered at once.
const OFFERED: usize = 40;

/// Reports it. `places` are those of the entries that sessions come from, by unit, roster and session.
pub(super) fn check(site: &Site, past: &Past, places: &[Vec<Vec<Span>>], report: &mut Report) {
    if past.is_empty() {
        return;
    }
    if past.site != site.settings.code {
        let found = Diagnostic::of_path(&codes::LEDGER_OF_ANOTHER, "site.yaml").arg("site", past.site.as_str());
        report.push(found.arg("code", site.settings.code.as_str()));
        return;
    }
    for (id, roster) in site.rosters() {
        let nothing = Vec::new();
        let places = places.get(id.unit.0).and_then(|unit| unit.get(id.index)).unwrap_or(&nothing);
        of_roster(site, past, (id.unit, roster), places, report);
    }
    // What cannot be read now is not gone.
    if !report.refuses(false) {
        unreleased(site, past, report);
    }
}

/// A session as it was released.
pub(super) struct Released<'a> {
    pub(super) key: &'a str,
    pub(super) facts: &'a Facts,
}

fn of_roster(site: &Site, past: &Past, (home, roster): (UnitId, &Roster), places: &[Span], report: &mut Report) {
    let unit = site.unit(home);
    let item = Item::new(ItemKind::Roster, unit.path.as_str(), roster.stem.as_str());
    let (Some(rules), Some(since)) = (past.facts(&item), past.since(&item)) else { return };
    let released: Vec<Released<'_>> = past
        .parts(ItemKind::Session, &unit.path, &roster.stem)
        .filter_map(|(item, versions)| Some(Released { key: item.key()?, facts: versions.last()?.facts.as_ref()? }))
        .collect();
    let by_key: BTreeMap<&str, &Facts> = released.iter().map(|one| (one.key, one.facts)).collect();
    let mut in_place = Vec::new();
    let mut at = None;
    for (index, session) in roster.sessions.iter().enumerate() {
        let Some(facts) = by_key.get(session.key.as_str()) else { continue };
        let count = facts.count(Field::Changes);
        let then = record::session(site, home, &session.as_of(count));
        let edited = differing(facts, &then);
        if session.changes.len() >= count && edited.is_empty() {
            continue;
        }
        if count == 0 {
            at = at.or(places.get(index).copied());
            in_place.push(Edit::Kept { was: facts, now: session, fields: edited });
        } else if let Some(place) = places.get(index) {
            let day = say::both(|language| say::month_day(session.nominal, language));
            let found = Diagnostic::new(&codes::CHANGE_TAKEN_BACK, *place).arg("title", titled(&roster.title));
            report.push(found.arg("day", day).arg("was", shown(facts)).arg("now", shown(&then)));
        }
    }
    let now: BTreeSet<&str> = roster.sessions.iter().map(|session| session.key.as_str()).collect();
    let gone: Vec<&Released<'_>> =
        released.iter().filter(|one| !now.contains(one.key) && one.facts.get(Field::Provisional).is_empty()).collect();
    let unknown: BTreeSet<&str> = released
        .iter()
        .filter(|one| !one.facts.get(Field::Provisional).is_empty())
        .map(|one| year(one.facts))
        .collect();
    let listed = rules.day(Field::ListedUntil);
    let new: Vec<(usize, &Session)> = roster
        .sessions
        .iter()
        .enumerate()
        .filter(|(_, session)| !by_key.contains_key(session.key.as_str()) && !added(session))
        // What a longer list brings was never said to be otherwise, nor what is known now of a year whose days off were not.
        .filter(|(_, session)| listed.is_none_or(|listed| session.date <= listed))
        .filter(|(_, session)| !unknown.contains(&*session.date.format("%Y").to_string()))
        .collect();
    let (moved, place) = edits(site, home, &gone, &new);
    at = at.or_else(|| place.and_then(|index| places.get(index).copied()));
    in_place.extend(moved);
    in_place.sort_by_key(Edit::day);
    if in_place.is_empty() {
        return;
    }
    let days: Vec<_> = in_place.iter().filter_map(Edit::day).collect();
    let found = match at {
        Some(span) => Diagnostic::new(&codes::CHANGED_IN_PLACE, span),
        None => {
            Diagnostic::of_path(&codes::CHANGED_IN_PLACE, path(&unit.path, &format!("rosters/{}.yaml", roster.stem)))
        }
    };
    let date = say::both(|language| say::date(since.declared, language));
    let what = say::both(|language| {
        let days = spoken_days(&days, language);
        match language {
            Language::Chinese => format!("{days}的安排和公布的不一样"),
            Language::English => format!("{days}: not as published"),
        }
    });
    let mut offered: Vec<String> =
        in_place.iter().take(OFFERED).map(|edit| line(site, home, roster, &released, edit)).collect();
    let more = in_place.len().saturating_sub(OFFERED);
    offered.insert(0, if site.settings.language == Language::Chinese { "变更:".into() } else { "changes:".into() });
    if more > 0 {
        offered.push(format!("  # … +{more}"));
    }
    report.push(
        found.arg("title", titled(&roster.title)).arg("date", date).arg("what", what).corrected(offered.join("\n")),
    );
}

fn spoken_days(days: &[chrono::NaiveDate], language: Language) -> String {
    let mut days: Vec<_> = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let shown = days.iter().take(SHOWN).map(|day| say::month_day(*day, language)).collect();
    spoken::some(shown, days.len(), "天", "days", language)
}

/// Whether 增加 brought it.
fn added(session: &Session) -> bool {
    session.changes.iter().any(|change| change.kind == ChangeKind::Added)
}

fn year(facts: &Facts) -> &str {
    facts.get(Field::Date).get(..4).unwrap_or("")
}

/// What a change could have done and was done without one. A day that the roster's own rule for days off moves is no edit.
fn differing(was: &Facts, now: &Facts) -> Vec<Field> {
    let moved = was.get(Field::Shift) != now.get(Field::Shift) || !was.get(Field::Provisional).is_empty();
    let fields = [Field::Date, Field::Hours, Field::People, Field::Places, Field::Cancelled];
    let own = |field: &Field| !(moved && matches!(field, Field::Date | Field::Cancelled));
    fields.into_iter().filter(own).filter(|field| was.get(*field) != now.get(*field)).collect()
}

fn shown(facts: &Facts) -> String {
    let fields = [Field::Date, Field::Hours, Field::People, Field::Places];
    fields.map(|field| facts.get(field)).into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("，")
}

fn titled(title: &str) -> Phrase {
    Phrase::new(format!("《{title}》"), format!("\"{title}\""))
}

fn path(unit: &str, file: &str) -> String {
    if unit.is_empty() { file.to_owned() } else { format!("{unit}/{file}") }
}

/// What differs from the last release, and what is gone since.
fn unreleased(site: &Site, past: &Past, report: &mut Report) {
    let Some(last) = past.last() else { return };
    let now = record::site(site);
    let draft = Draft::new(past, now);
    let date = say::both(|language| say::date(last.declared, language));
    let gone: Vec<Phrase> = draft
        .gone
        .iter()
        .filter(|item| item.key().is_none() && item.kind != ItemKind::Poster)
        .filter(|item| item.kind == ItemKind::Unit || !draft.gone.contains(&Item::new(ItemKind::Unit, &*item.unit, "")))
        .map(|item| called(item, past.facts(item)))
        .collect();
    if !gone.is_empty() {
        report.push(Diagnostic::of_path(&codes::WITHDRAWN, LEDGER).arg("list", listed(&gone)));
    }
    let whole = |item: &Item| match item.kind {
        ItemKind::Session => Item::new(ItemKind::Roster, &*item.unit, item.stem()),
        ItemKind::Limit => Item::new(ItemKind::Procedure, &*item.unit, item.stem()),
        _ => item.clone(),
    };
    let parts_gone = draft.gone.iter().filter(|item| item.key().is_some()).map(&whole);
    let changed: BTreeSet<Item> = draft.put.keys().map(&whole).chain(parts_gone).collect();
    let changed: Vec<Phrase> = changed
        .iter()
        .filter(|item| !draft.gone.contains(item))
        .map(|item| called(item, draft.put.get(item).or(past.facts(item))))
        .collect();
    if !changed.is_empty() {
        let count = Phrase::new(format!("{} 项内容", changed.len()), format!("{} things", changed.len()));
        let found = Diagnostic::of_path(&codes::NOT_RELEASED, LEDGER).arg("count", count).arg("date", date);
        report.push(found.arg("list", listed(&changed)));
    }
}

/// 《2026年12月县领导接待群众安排》, or the name of a unit or person.
fn called(item: &Item, facts: Option<&Facts>) -> Phrase {
    let name = facts.map(|facts| facts.title().to_owned()).unwrap_or_default();
    match item.kind {
        ItemKind::Unit | ItemKind::Person => Phrase::from(name),
        _ if name.is_empty() => Phrase::from(item.to_string()),
        _ => titled(&name),
    }
}

fn listed(names: &[Phrase]) -> Phrase {
    say::both(|language| {
        let lang = match language {
            Language::Chinese => crate::diag::Lang::Zh,
            Language::English => crate::diag::Lang::En,
        };
        let shown = names.iter().take(SHOWN).map(|name| name.get(lang).to_owned()).collect();
        spoken::some(shown, names.len(), "项", "things", language)
    })
}
