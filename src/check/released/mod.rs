//! What was released is held against what is there now: sessions edited in place, changes taken back, things gone or not
//! yet released.

mod lines;
mod matching;

use std::collections::{BTreeMap, BTreeSet};

use crate::check::spoken;
use crate::diag::code::Severity;
use crate::diag::code::releases as codes;
use crate::diag::{Diagnostic, Phrase, Report, path_of};
use crate::ledger::draft::Draft;
use crate::ledger::record;
use crate::load::LEDGER;
use crate::model::hours::Hours;
use crate::model::past::{Facts, Field, Item, ItemKind, Past};
use crate::model::roster::Roster;
use crate::model::session::{ChangeKind, Session};
use crate::model::site::{Language, Site, TimeStyle};
use crate::model::unit::UnitId;
use crate::source::{Sources, Span};
use crate::wording::say;
use lines::line;
use matching::{Edit, edits};

/// How many things a sentence names.
const SHOWN: usize = 5;
/// How many lines of 变更 are offered at once.
const OFFERED: usize = 40;

/// Reports it. `places` are those of the entries that sessions come from, by unit, roster and session.
pub(super) fn check(site: &Site, past: &Past, places: &[Vec<Vec<Span>>], sources: &Sources, report: &mut Report) {
    if past.is_empty() {
        return;
    }
    if past.site != site.settings.code {
        let found = Diagnostic::of_path(&codes::LEDGER_OF_ANOTHER, "site.yaml").arg("site", past.site.as_str());
        report.push(found.arg("code", site.settings.code.as_str()));
        return;
    }
    let faulty: BTreeSet<String> = report
        .iter()
        .filter(|one| one.code.severity == Severity::Error)
        .map(|one| path_of(one, sources).to_owned())
        .collect();
    // Who and where is not what it was while these cannot be read.
    let base = |path: &String| {
        let name = path.rsplit('/').next().unwrap_or(path);
        matches!(name.split('.').next(), Some("leaders" | "unit" | "site")) || path.starts_with("calendar/")
    };
    let rosters = site.rosters().filter(|_| !faulty.iter().any(base));
    for (id, roster) in rosters {
        let file = path(&site.unit(id.unit).path, &format!("rosters/{}.", roster.stem));
        if faulty.iter().any(|path| path.starts_with(&file)) {
            continue;
        }
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
    let own = Item::new(ItemKind::Roster, unit.path.as_str(), roster.stem.as_str());
    // A file that got another name is the same roster.
    let renamed = || {
        let here = |stem: &str| unit.rosters.iter().any(|other| other.stem == stem);
        let gone = past.items().filter(|(other, _)| other.kind == ItemKind::Roster && other.unit == unit.path);
        let mut gone = gone.filter(|(other, _)| !here(&other.name) && past.facts(other).is_some());
        gone.find(|(other, _)| past.facts(other).is_some_and(|facts| facts.title() == roster.title))
    };
    let item = if past.versions(&own).is_empty() { renamed().map(|(item, _)| item.clone()) } else { Some(own) };
    let Some(item) = item else { return };
    let (Some(rules), Some(since)) = (past.facts(&item), past.since(&item)) else { return };
    let released: Vec<Released<'_>> = past
        .parts(ItemKind::Session, &unit.path, &item.name)
        .filter_map(|(item, versions)| Some(Released { key: item.key()?, facts: versions.last()?.facts.as_ref()? }))
        .collect();
    let by_key: BTreeMap<&str, &Facts> = released.iter().map(|one| (one.key, one.facts)).collect();
    let mut in_place = Vec::new();
    let mut at = None;
    for (index, session) in roster.sessions.iter().enumerate() {
        let Some(facts) = by_key.get(session.key.as_str()) else { continue };
        let count = facts.count(Field::Changes);
        let then = record::session(site, home, &session.as_of(count));
        let mut edited = differing(facts, &then);
        // What was said of a change and when it was announced has been read as well.
        edited.extend([Field::Announced, Field::Reason].into_iter().filter(|field| {
            let (was, now) = (facts.get(*field), then.get(*field));
            // A day given afterwards for a change that had none is no change of it.
            was != now && !(*field == Field::Announced && was.is_empty())
        }));
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
    // What is over can only be put back as it was.
    let last = past.last().map(|release| release.declared);
    let coming = in_place.iter().filter(|edit| edit.day() >= last);
    let mut offered: Vec<String> = coming.filter_map(|edit| line(site, home, roster, &released, edit)).collect();
    offered.dedup();
    let more = offered.len().saturating_sub(OFFERED);
    offered.truncate(OFFERED);
    if !offered.is_empty() && roster.sessions.iter().all(|session| session.changes.is_empty()) {
        offered.insert(0, if site.settings.language == Language::Chinese { "变更:".into() } else { "changes:".into() });
    }
    if more > 0 {
        offered.push(format!("  # … +{more}"));
    }
    let found = found.arg("title", titled(&roster.title)).arg("date", date).arg("what", what);
    report.push(if offered.is_empty() { found } else { found.corrected(offered.join("\n")) });
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
    let same = |field: &Field| match field {
        // Who comes along, stands by or advises is no change that can be announced: it is recorded like any other text.
        Field::People => leading(was.get(Field::People)) == leading(now.get(Field::People)),
        field => was.get(*field) == now.get(*field),
    };
    fields.into_iter().filter(own).filter(|field| !same(field)).collect()
}

/// Those a session is about, of the people as the ledger has them.
pub(super) fn leading(people: &str) -> Vec<&str> {
    let beside = |name: &&str| name.split_once(':').is_some_and(|(role, _)| !matches!(role, "in_charge" | "on_duty"));
    let all = || people.split('、').filter(|name| !name.is_empty());
    let leading: Vec<&str> = all().filter(|name| !beside(name)).collect();
    if leading.is_empty() { all().collect() } else { leading }
}

/// A session as it stood, with what was said of its changes.
fn shown(facts: &Facts) -> Phrase {
    say::both(|language| {
        let chinese = language == Language::Chinese;
        let day = facts.day(Field::Date).map(|day| say::month_day(day, language)).unwrap_or_default();
        let style = if chinese { TimeStyle::TwelveHour } else { TimeStyle::TwentyFourHour };
        let hours = say::hours(&Hours::from_ledger(facts.get(Field::Hours)), style, language);
        let people = leading(facts.get(Field::People));
        let people: Vec<&str> = people.iter().map(|name| name.rsplit(':').next().unwrap_or(name)).collect();
        let people = people.join("、");
        let off = match (facts.get(Field::Cancelled).is_empty(), chinese) {
            (true, _) => "",
            (false, true) => "取消",
            (false, false) => "cancelled",
        };
        let told = |field: Field, zh: &str, en: &str| {
            let text = facts.get(field);
            if text.is_empty() { String::new() } else { format!("{}{text}", if chinese { zh } else { en }) }
        };
        let parts = [
            day,
            hours,
            people,
            facts.get(Field::Places).to_owned(),
            off.to_owned(),
            told(Field::Reason, "原因 ", "reason "),
            told(Field::Announced, "公布 ", "announced "),
        ];
        let joint = if chinese { "，" } else { ", " };
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(joint)
    })
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
    let parts_gone = draft.gone.iter().filter(|item| item.key().is_some()).map(Item::whole);
    let changed: BTreeSet<Item> = draft.put.keys().map(Item::whole).chain(parts_gone).collect();
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
