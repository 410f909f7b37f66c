//! Every text that a poster prints is held against the characters its fonts have.

use crate::diag::code::posters as codes;
use crate::diag::{Diagnostic, Report};
use crate::load::draft::Folder;
use crate::load::roster::Roster;
use crate::load::value::Sessions;
use crate::source::Text;
use crate::theme::GlyphCoverage;

/// Reports each text of a unit and its people with a character that no font holds, at its place.
pub(super) fn check(folders: &[&Folder], coverage: &GlyphCoverage, report: &mut Report) {
    for folder in folders {
        if let Some(part) = &folder.leaders {
            for person in &part.content.people {
                let name = person.name.iter();
                name.chain(&person.posts).chain(&person.portfolio).for_each(|text| missing(text, coverage, report));
            }
        }
        for procedure in &folder.procedures {
            let said = &procedure.content;
            let steps = said.steps.iter().flat_map(|step| [&step.name, &step.actor, &step.does]);
            let texts = [&said.title, &said.issued_by].into_iter().chain(steps).flatten().chain(&said.notes);
            texts.for_each(|text| missing(text, coverage, report));
        }
        if let Some(part) = &folder.unit {
            let unit = &part.content;
            let places = unit.places.iter().flat_map(|place| [&place.name, &place.address]);
            let texts = [&unit.name, &unit.address].into_iter().chain(places).flatten();
            texts.for_each(|text| missing(text, coverage, report));
        }
    }
}

/// The same for what stands in a roster.
pub(super) fn roster(roster: &Roster, coverage: &GlyphCoverage, report: &mut Report) {
    let terms = &roster.terms;
    let head = [&roster.title, &roster.issued_by, &roster.number].into_iter().flatten();
    let lists = terms.place.iter().chain(&terms.bring).chain(&terms.notes);
    let elsewhere = terms.not_here.iter().flat_map(|one| [&one.matter, &one.go_to]).flatten();
    head.chain(lists).chain(elsewhere).for_each(|text| missing(text, coverage, report));
    if let Sessions::Entries(entries) = &roster.sessions {
        for entry in entries {
            let more = entry.more.iter().flat_map(|more| more.topic.as_deref().into_iter().chain(&more.note));
            entry.who.0.iter().chain(more).for_each(|text| missing(text, coverage, report));
        }
    }
}

/// Each character is asked about once for each text it stands in.
fn missing(text: &Text, coverage: &GlyphCoverage, report: &mut Report) {
    for character in coverage.missing(&text.value) {
        let first = text.value.find(character).unwrap_or(0);
        let at = text.part(first..first + character.len_utf8());
        let found = Diagnostic::new(&codes::MISSING_GLYPH, at).arg("text", text.trimmed());
        report.push(found.arg("character", character).arg("point", format!("U+{:04X}", u32::from(character))));
    }
}
