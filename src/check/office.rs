//! Sessions as they finally stand are held against the days on which people are in office.

use super::names;
use super::rosters::Frame;
use super::sessions::Carried;
use crate::diag::code::people as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::entry::Entry;
use crate::load::roster::Roster;
use crate::load::value::Sessions;
use crate::model::session::Who;
use crate::source::{Span, Text};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Reports each person of an entry who is to receive on a day out of office, once for each entry. A session that a
/// change gave to somebody else, or cancelled, is in order; whom a change names is checked where it is read.
pub(super) fn check(frame: &Frame<'_>, said: &Roster, carried: &[Carried], report: &mut Report) {
    let mut told: BTreeSet<(Span, String)> = BTreeSet::new();
    for Carried { planned, session } in carried.iter().filter(|one| !one.session.cancelled()) {
        for person in session.people.iter().filter(|person| planned.people.contains(person)) {
            let mut own = Report::default();
            in_office(frame, &person.who, session.date, planned.span, &mut own);
            if own.is_empty() || !told.insert((planned.span, format!("{:?}", person.who))) {
                continue;
            }
            let at = written(frame, said, planned.span, &person.who).unwrap_or(planned.span);
            in_office(frame, &person.who, session.date, at, report);
        }
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
pub(super) fn in_office(frame: &Frame<'_>, who: &Who, day: NaiveDate, at: crate::source::Span, report: &mut Report) {
    let (Who::Person(id) | Who::PersonAndOthers(id, _)) = who else { return };
    let person = &frame.ground.units[id.unit.0].people[id.index];
    let words = |zh: &str, en: &str| Phrase::new(zh, en);
    let outside = match (person.since, person.until) {
        (Some(since), _) if day < since => Some((since, words("任职自", "in office since"))),
        (_, Some(until)) if day > until => Some((until, words("任职至", "in office until"))),
        _ => None,
    };
    if let Some((limit, phrase)) = outside {
        let diagnostic = Diagnostic::new(&codes::NOT_IN_OFFICE, at).arg("name", person.name.as_str());
        let diagnostic = diagnostic.arg("date", day.to_string()).arg("limit", limit.to_string()).arg("word", phrase);
        report.push(diagnostic);
    }
}
