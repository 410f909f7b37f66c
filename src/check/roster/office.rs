//! Sessions as they finally stand are held against the days on which people are in office.

use crate::check::roster::Frame;
use crate::check::roster::names;
use crate::check::roster::sessions::Carried;
use crate::check::spoken;
use crate::diag::code::people as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::entry::Entry;
use crate::load::roster::Roster;
use crate::load::value::Sessions;
use crate::model::session::Who;
use crate::source::{Span, Text};
use crate::wording::say;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Reports each person of an entry who is to receive on a day out of office, once for each entry. A session that a
/// change gave to somebody else, or cancelled, is in order; whom a change names is checked where it is read.
pub(in crate::check) fn check(frame: &Frame<'_>, said: &Roster, carried: &[Carried], report: &mut Report) {
    let mut out: BTreeMap<(Span, &Who), Vec<NaiveDate>> = BTreeMap::new();
    for Carried { planned, session } in carried.iter().filter(|one| !one.session.cancelled()) {
        for person in session.people.iter().filter(|person| planned.people.contains(person)) {
            if limit(frame, &person.who, session.date).is_some() {
                out.entry((planned.span, &person.who)).or_default().push(session.date);
            }
        }
    }
    for ((span, who), mut days) in out {
        days.sort_unstable();
        days.dedup();
        let at = written(frame, said, span, who).unwrap_or(span);
        not_in_office(frame, who, &days, at, report);
    }
}

/// Where an entry names somebody; `None` where only a group does.
fn written(frame: &Frame<'_>, said: &Roster, at: Span, who: &Who) -> Option<Span> {
    let listed: &[Entry] = match &said.sessions {
        Sessions::Entries(list) => list,
        _ => &[],
    };
    let entry = listed.iter().chain(said.changes.iter().flat_map(|change| &change.added)).find(|one| one.span == at)?;
    let roles = entry.roles.iter().flat_map(|roles| [&roles.in_charge, &roles.on_duty, &roles.with, &roles.standby]);
    let texts = std::iter::once(&entry.who).chain(roles).flat_map(|names| &names.0);
    let means = |text: &&Text| names::who(frame, text, &mut Report::default()).as_ref() == Some(who);
    texts.into_iter().find(means).map(|text| text.span)
}

/// Reports a person who is not in office on a day.
pub(in crate::check) fn in_office(frame: &Frame<'_>, who: &Who, day: NaiveDate, at: Span, report: &mut Report) {
    not_in_office(frame, who, &[day], at, report);
}

/// Reports a person who is not in office on these days, in order; those on which the person is are left out.
fn not_in_office(frame: &Frame<'_>, who: &Who, days: &[NaiveDate], at: Span, report: &mut Report) {
    // Days before the first and after the last day in office have different limits.
    let mut found: BTreeMap<NaiveDate, (Phrase, Vec<NaiveDate>)> = BTreeMap::new();
    for day in days {
        if let Some((limit, words)) = limit(frame, who, *day) {
            found.entry(limit).or_insert((words, Vec::new())).1.push(*day);
        }
    }
    for (limit, (words, days)) in found {
        let (Who::Person(id) | Who::PersonAndOthers(id, _)) = who else { return };
        let diagnostic =
            Diagnostic::new(&codes::NOT_IN_OFFICE, at).arg("name", spoken::person(frame.ground.units, *id));
        let diagnostic = diagnostic.arg("date", spoken::days(&days)).arg("limit", say::both(|l| say::date(limit, l)));
        report.push(diagnostic.arg("word", words));
    }
}

/// The first or last day in office of a person who is not in office on a day.
fn limit(frame: &Frame<'_>, who: &Who, day: NaiveDate) -> Option<(NaiveDate, Phrase)> {
    let (Who::Person(id) | Who::PersonAndOthers(id, _)) = who else { return None };
    let person = &frame.ground.units[id.unit.0].people[id.index];
    match (person.since, person.until) {
        (Some(since), _) if day < since => Some((since, Phrase::new("任职自", "in office since"))),
        (_, Some(until)) if day > until => Some((until, Phrase::new("任职至", "in office until"))),
        _ => None,
    }
}
