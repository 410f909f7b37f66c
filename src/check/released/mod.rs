//! What was released is held against what is there now: sessions edited in place, changes taken back, things gone or not
//! yet released.

mod lines;
mod matching;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::check::spoken;
use crate::diag::code::Severity;
use crate::diag::code::releases as codes;
use crate::diag::{Diagnostic, Phrase, Report, path_of};
use crate::ledger::draft::Draft;
use crate::ledger::record;
use crate::load::LEDGER;
use crate::model::hours::Hours;
use crate::model::past::{Facts, Field, Item, ItemKind, Past, Version};
use crate::model::roster::Roster;
use crate::model::session::{ChangeKind, Session};
use crate::model::site::{Language, Site, TimeStyle};
use crate::model::unit::{Unit, UnitId};
use crate::source::{Sources, Span};
use crate::wording::say;
use lines::line;
use matching::{Edit, differing, edits, leading};

/// How many things a sentence names.
const SHOWN: usize = 5;
/// How many lines of 变更 are offered at once.
const OFFERED: usize = 40;

/// Reports it. `places` are those of the entries that sessions come from, by unit, roster and session.
pub(super) fn check(site: &Site, past: &Past, places: &[Vec<Vec<Span>>], sources: &Sources, report: &mut Report) {
    if past.is_empty() {
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
    if past.site != site.settings.code && !faulty.iter().any(base) {
        let found = Diagnostic::of_path(&codes::LEDGER_OF_ANOTHER, "site.yaml").arg("site", past.site.as_str());
        report.push(found.arg("code", site.settings.code.as_str()));
        return;
    }
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
    /// What it said since it was last published.
    pub(super) life: &'a [Version],
}

fn of_roster(site: &Site, past: &Past, (home, roster): (UnitId, &Roster), places: &[Span], report: &mut Report) {
    let unit = site.unit(home);
    let own = Item::new(ItemKind::Roster, unit.path.as_str(), roster.stem.as_str());
    let item = if past.versions(&own).is_empty() {
        let Some(item) = renamed(past, unit, roster) else { return };
        let found = Diagnostic::of_path(&codes::RENAMED, path(&unit.path, &format!("rosters/{}.yaml", roster.stem)));
        report.push(found.arg("title", titled(&roster.title)).arg("name", format!("{}.yaml", item.name)));
        item
    } else {
        own
    };
    let (Some(rules), Some(since)) = (past.facts(&item), past.since(&item)) else { return };
    let released: Vec<Released<'_>> = past
        .parts(ItemKind::Session, &unit.path, &item.name)
        .filter_map(|(item, versions)| {
            let start = versions.iter().rposition(|version| version.facts.is_none()).map_or(0, |at| at + 1);
            let life = versions.get(start..).unwrap_or_default();
            Some(Released { key: item.key()?, facts: life.last()?.facts.as_ref()?, life })
        })
        .collect();
    let mut edits = kept(site, home, roster, &released);
    edits.extend(exchanged(site, home, roster, &released, rules.day(Field::ListedUntil)));
    // What was changed by a change already cannot be met with another one: that one is to be put back.
    let (taken_back, mut in_place): (Vec<Edit<'_>>, Vec<Edit<'_>>) =
        edits.into_iter().partition(|edit| edit.was().is_some_and(|was| was.count(Field::Changes) > 0));
    let span = |edit: &Edit<'_>| edit.place().and_then(|index| places.get(index)).copied();
    let file = path(&unit.path, &format!("rosters/{}.yaml", roster.stem));
    for edit in &taken_back {
        let (Some(was), code) = (edit.was(), &codes::CHANGE_TAKEN_BACK) else { continue };
        let found =
            span(edit).map_or_else(|| Diagnostic::of_path(code, file.as_str()), |span| Diagnostic::new(code, span));
        let nominal = was.day(Field::Nominal).or(was.day(Field::Date)).unwrap_or_default();
        let day = say::both(|language| say::month_day(nominal, language));
        let now = match edit {
            Edit::Changed { now, .. } => shown(&record::session(site, home, &now.as_of(was.count(Field::Changes)))),
            _ => Phrase::new("没有了", "gone"),
        };
        report.push(found.arg("title", titled(&roster.title)).arg("day", day).arg("was", shown(was)).arg("now", now));
    }
    if in_place.is_empty() {
        return;
    }
    in_place.sort_by_key(Edit::day);
    let days: Vec<_> = in_place.iter().filter_map(Edit::day).collect();
    let code = &codes::CHANGED_IN_PLACE;
    let at = in_place.iter().find_map(span);
    let found = at.map_or_else(|| Diagnostic::of_path(code, file.as_str()), |span| Diagnostic::new(code, span));
    let date = say::both(|language| say::date(since.declared, language));
    let what = say::both(|language| {
        let days = spoken_days(&days, language);
        match language {
            Language::Chinese => format!("{days}的安排和公布的不一样"),
            Language::English => format!("{days}: not as published"),
        }
    });
    let found = found.arg("title", titled(&roster.title)).arg("date", date).arg("what", what);
    let offered = offered(site, past, (home, roster), &released, &in_place);
    report.push(if offered.is_empty() { found } else { found.corrected(offered.join("\n")) });
}

/// The released roster that this one was before its file got another name: the same title, and sessions on the same days.
fn renamed(past: &Past, unit: &Unit, roster: &Roster) -> Option<Item> {
    let here = |stem: &str| unit.rosters.iter().any(|other| other.stem == stem);
    let days: BTreeSet<String> = roster.sessions.iter().map(|session| session.nominal.to_string()).collect();
    let meets = |item: &Item| {
        let sessions = past.parts(ItemKind::Session, &unit.path, &item.name);
        let mut facts = sessions.filter_map(|(_, versions)| versions.last()?.facts.as_ref());
        facts.any(|facts| days.contains(facts.get(Field::Nominal)))
    };
    let titled = |item: &Item| past.facts(item).is_some_and(|facts| facts.title() == roster.title);
    let mut rosters = past.of_unit(ItemKind::Roster, &unit.path);
    rosters.find(|item| !here(&item.name) && titled(item) && meets(item)).cloned()
}

/// Sessions known by the same key that do not say what they said.
fn kept<'a>(site: &Site, home: UnitId, roster: &'a Roster, released: &[Released<'a>]) -> Vec<Edit<'a>> {
    let by_key: BTreeMap<&str, &'a Facts> = released.iter().map(|one| (one.key, one.facts)).collect();
    let mut edits = Vec::new();
    for (place, now) in roster.sessions.iter().enumerate() {
        let Some(was) = by_key.get(now.key.as_str()).copied() else { continue };
        let count = was.count(Field::Changes);
        let then = record::session(site, home, &now.as_of(count));
        let mut fields = differing(was, &then);
        // What was said of a change and when it was announced has been read as well.
        fields.extend([Field::Announced, Field::Reason].into_iter().filter(|field| {
            let (was, now) = (was.get(*field), then.get(*field));
            // A day given afterwards for a change that had none is no change of it.
            was != now && !(*field == Field::Announced && was.is_empty())
        }));
        if now.changes.len() < count || !fields.is_empty() {
            edits.push(Edit::Changed { was, now, place, fields });
        }
    }
    edits
}

/// Sessions that are gone, and those that came without 增加.
fn exchanged<'a>(
    site: &Site,
    home: UnitId,
    roster: &'a Roster,
    released: &[Released<'a>],
    listed: Option<NaiveDate>,
) -> Vec<Edit<'a>> {
    let known: BTreeSet<&str> = released.iter().map(|one| one.key).collect();
    let now: BTreeSet<&str> = roster.sessions.iter().map(|session| session.key.as_str()).collect();
    // Whose days off are known now and were not then: these bring days, and take them.
    let announced: BTreeSet<i32> =
        roster.sessions.iter().filter(|one| one.holidays_known).map(|one| one.nominal.year()).collect();
    let year = |facts: &Facts| facts.day(Field::Nominal).or(facts.day(Field::Date)).map(|day| day.year());
    let excused: BTreeSet<i32> = released
        .iter()
        .filter(|one| !one.facts.get(Field::Provisional).is_empty())
        .filter_map(|one| year(one.facts))
        .filter(|year| announced.contains(year))
        .collect();
    let outside = |year: Option<i32>| year.is_none_or(|year| !excused.contains(&year));
    let gone: Vec<&Released<'_>> =
        released.iter().filter(|one| !now.contains(one.key) && outside(year(one.facts))).collect();
    let new: Vec<(usize, &Session)> = roster
        .sessions
        .iter()
        .enumerate()
        .filter(|(_, session)| !known.contains(session.key.as_str()) && !added(session))
        // What a longer list brings was never said to be otherwise.
        .filter(|(_, session)| listed.is_none_or(|listed| session.date <= listed))
        .filter(|(_, session)| outside(Some(session.nominal.year())))
        .collect();
    edits(site, home, &gone, &new)
}

/// The lines of 变更 that say what was done in place.
fn offered(
    site: &Site,
    past: &Past,
    (home, roster): (UnitId, &Roster),
    released: &[Released<'_>],
    in_place: &[Edit<'_>],
) -> Vec<String> {
    // What is over can only be put back as it was.
    let last = past.last().map(|release| release.declared);
    let coming = in_place.iter().filter(|edit| edit.day() >= last);
    let mut offered: Vec<String> = coming.filter_map(|edit| line(site, home, roster, released, edit)).collect();
    offered.dedup();
    let more = offered.len().saturating_sub(OFFERED);
    offered.truncate(OFFERED);
    if !offered.is_empty() && roster.sessions.iter().all(|session| session.changes.is_empty()) {
        offered.insert(0, if site.settings.language == Language::Chinese { "变更:".into() } else { "changes:".into() });
    }
    if more > 0 {
        offered.push(format!("  # … +{more}"));
    }
    offered
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

/// A session as it stood, with what was said of its changes.
fn shown(facts: &Facts) -> Phrase {
    say::both(|language| {
        let chinese = language == Language::Chinese;
        let day = facts.day(Field::Date).map(|day| say::month_day(day, language)).unwrap_or_default();
        let style = if chinese { TimeStyle::TwelveHour } else { TimeStyle::TwentyFourHour };
        let hours = say::hours(&Hours::from_ledger(facts.get(Field::Hours)), style, language);
        let people = leading(facts.get(Field::People)).join("、");
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
        let count = Phrase::new(
            format!("{} 项内容", changed.len()),
            if changed.len() == 1 { "1 thing".to_owned() } else { format!("{} things", changed.len()) },
        );
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
