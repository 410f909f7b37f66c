//! Since when a page is public, when it last changed, and what each release changed in it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::roster::{DateWords, date_words};
use super::{Scope, change};
use crate::model::past::{Facts, Field, Item, ItemKind, Release, Version};
use crate::plan::{Output, Subject, items};
use crate::render::words::recorded;

/// How many changes of one release are told one by one.
const TOLD: usize = 12;

/// What the ledger says of a page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Record {
    pub first: Stamp,
    /// Since when it is public again, where it was withdrawn between.
    pub again: Option<Stamp>,
    /// The last release that changed it, where that is another.
    pub changed: Option<Stamp>,
    /// What each release did to it, the latest first; empty for pages that only gather others.
    pub history: Vec<Entry>,
    /// The list of all releases.
    pub releases: String,
}

/// The day of a release.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Stamp {
    pub day: DateWords,
    /// Said where it was recorded on another day.
    pub late: Option<String>,
}

/// What one release did.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Entry {
    pub number: u32,
    pub code: String,
    pub stamp: Stamp,
    pub lines: Vec<String>,
}

/// What the ledger says of the page of a scope; `None` where it was never released.
pub fn record(scope: &Scope<'_>) -> Option<Record> {
    let past = &scope.site.past;
    let releases = scope.href(Output::ReleaseIndex);
    if let Output::Change(id, day) = scope.page {
        let first = change::released(scope, id, day)?;
        let first = stamp(scope, first);
        return Some(Record { first, again: None, changed: None, history: Vec::new(), releases });
    }
    let Some(item) = item(scope) else {
        // A page that gathers others is as old as the first of them, and changes with each.
        let (first, last) = (past.releases().first()?, past.last()?);
        let gathers = !matches!(scope.page, Output::NotFound | Output::ReleaseIndex);
        let changed = (gathers && first != last).then(|| stamp(scope, last));
        let first = stamp(scope, first);
        return gathers.then(|| Record { first, again: None, changed, history: Vec::new(), releases });
    };
    // The first time ever, as on the page of an old code: a day on which something came back is none of its beginning.
    let first = past.release(past.versions(&item).first()?);
    let again = past.since(&item).filter(|since| since.number != first.number);
    let history = history(scope, &item);
    let begun = again.unwrap_or(first).number;
    let touched = |entry: &&Entry| entry.number != begun;
    let last = history
        .first()
        .filter(touched)
        .and_then(|entry| past.releases().iter().find(|release| release.number == entry.number));
    let changed = last.map(|release| stamp(scope, release));
    let told = !matches!(
        scope.page,
        Output::Code(_) | Output::PastCode(_) | Output::RosterForms(_) | Output::RegulationComparison(_)
    );
    let history = if told { history } else { Vec::new() };
    let again = again.map(|release| stamp(scope, release));
    Some(Record { first: stamp(scope, first), again, changed, history, releases })
}

/// The item a page is about, or stands beside the page of.
fn item(scope: &Scope<'_>) -> Option<Item> {
    let traces = &scope.plan.traces;
    let own = match scope.page {
        Output::Code(subject) => return code_item(scope, subject),
        Output::PastCode(at) => return traces.codes.get(at).cloned(),
        Output::GoneBeside(at) => return traces.gone.get(traces.beside.get(at)?.0).cloned(),
        Output::Gone(at) => return traces.gone.get(at).cloned(),
        Output::RosterForms(id) => Output::RosterMonth(id),
        Output::RegulationComparison(id) => Output::Regulation(id),
        page => page,
    };
    items::item(scope.site, own)
}

fn code_item(scope: &Scope<'_>, subject: Subject) -> Option<Item> {
    Some(scope.plan.routes.code(subject)).filter(|code| !code.is_empty()).map(Item::poster)
}

/// What each release did to an item and its parts, the latest first.
pub(super) fn history(scope: &Scope<'_>, item: &Item) -> Vec<Entry> {
    let past = &scope.site.past;
    let mut by_release: BTreeMap<usize, Vec<(String, String)>> = BTreeMap::new();
    let part = match item.kind {
        ItemKind::Roster => Some(ItemKind::Session),
        ItemKind::Procedure => Some(ItemKind::Limit),
        _ => None,
    };
    let parts: Vec<(&Item, &[Version])> =
        part.into_iter().flat_map(|kind| past.parts(kind, &item.unit, item.stem())).collect();
    let mut before: Option<&Version> = None;
    for version in past.versions(item) {
        // Only of the first is told how many it brought.
        let brought = |(_, versions): &&(&Item, &[Version])| versions.iter().any(|one| one.release == version.release);
        let count = if before.is_none() { parts.iter().filter(brought).count() } else { 0 };
        let lines = own(scope, item, before, version, count).into_iter().map(|line| (String::new(), line));
        by_release.entry(version.release).or_default().extend(lines);
        before = Some(version);
    }
    for (_, versions) in &parts {
        for (at, version) in versions.iter().enumerate() {
            // What came and went with the whole is told of the whole.
            if came_or_went(past.versions(item), version.release) {
                continue;
            }
            let before = at.checked_sub(1).and_then(|before| versions[before].facts.as_ref());
            let lines = match part {
                Some(ItemKind::Session) => session(scope, before, version.facts.as_ref()),
                _ => limit(scope, before, version.facts.as_ref()),
            };
            // What happened to sessions is told in the order of their days.
            let said = before.or(version.facts.as_ref());
            let day = said.map(|facts| facts.get(Field::Date).to_owned()).unwrap_or_default();
            by_release.entry(version.release).or_default().extend(lines.into_iter().map(|line| (day.clone(), line)));
        }
    }
    let entries = by_release.into_iter().rev().filter(|(_, lines)| !lines.is_empty());
    let entries = entries.filter_map(|(at, mut lines)| {
        let release = past.releases().get(at)?;
        lines.sort_by(|a, b| a.0.cmp(&b.0));
        let mut lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
        let more = lines.len().saturating_sub(TOLD);
        lines.truncate(TOLD);
        lines.extend((more > 0).then(|| scope.words.history_more.fill(&[("count", &more.to_string())])));
        Some(Entry { number: release.number, code: release.code(), stamp: stamp(scope, release), lines })
    });
    entries.collect()
}

/// Whether the whole came or went with a release.
fn came_or_went(whole: &[Version], release: usize) -> bool {
    whole.iter().enumerate().filter(|(_, version)| version.release == release).any(|(at, version)| {
        version.facts.is_none() || at.checked_sub(1).is_none_or(|before| whole[before].facts.is_none())
    })
}

/// What a release did to the item itself; `count` is how many of its parts it brought.
fn own(scope: &Scope<'_>, item: &Item, before: Option<&Version>, version: &Version, count: usize) -> Vec<String> {
    let words = scope.words;
    let Some(now) = &version.facts else { return vec![words.history_gone.text().to_owned()] };
    match before.map(|before| before.facts.as_ref()) {
        None if item.kind == ItemKind::Roster && count > 0 => {
            vec![words.history_first_sessions.fill(&[("count", &count.to_string())])]
        }
        None => vec![words.history_first.text().to_owned()],
        Some(None) => vec![words.history_again.text().to_owned()],
        Some(Some(was)) => {
            let lines = recorded::whole(was, now, words);
            if lines.is_empty() { vec![words.history_touched.text().to_owned()] } else { lines }
        }
    }
}

fn session(scope: &Scope<'_>, was: Option<&Facts>, now: Option<&Facts>) -> Vec<String> {
    let words = scope.words;
    let line = |day: &Facts, status: &str| {
        let day = recorded::day(day, words);
        words.change_line.fill(&[("day", &day), ("status", status)])
    };
    match (was, now) {
        (None, Some(now)) => {
            vec![line(now, &words.history_added.fill(&[("who", &recorded::people(now, words))]))]
        }
        (Some(was), None) => {
            vec![line(was, &words.history_removed.fill(&[("who", &recorded::people(was, words))]))]
        }
        (Some(was), Some(now)) => recorded::session(was, now, words).iter().map(|status| line(was, status)).collect(),
        (None, None) => Vec::new(),
    }
}

fn limit(scope: &Scope<'_>, was: Option<&Facts>, now: Option<&Facts>) -> Vec<String> {
    let words = scope.words;
    let step = |facts: &Facts| facts.get(Field::Title).to_owned();
    match (was, now) {
        (None, Some(now)) => {
            vec![words.history_limit_new.fill(&[("step", &step(now)), ("now", &recorded::limit(now, words))])]
        }
        (Some(was), None) => vec![words.history_limit_gone.fill(&[("step", &step(was))])],
        (Some(was), Some(now)) => {
            let (old, new) = (recorded::limit(was, words), recorded::limit(now, words));
            if old == new {
                return recorded::fields(&was.differing(now), words)
                    .map(|fields| words.history_step.fill(&[("step", &step(now)), ("what", &fields)]))
                    .into_iter()
                    .collect();
            }
            vec![words.history_limit.fill(&[("step", &step(now)), ("was", &old), ("now", &new)])]
        }
        (None, None) => Vec::new(),
    }
}

/// The day of a release, with what is said where it was recorded later.
pub(super) fn stamp(scope: &Scope<'_>, release: &Release) -> Stamp {
    let late = release.recorded_later();
    let late = late.map(|day| scope.words.record_late.fill(&[("date", &scope.words.full_day_plain(day))]));
    Stamp { day: date_words(scope, release.declared), late }
}
