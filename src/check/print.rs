//! Every text that a poster may print is held against the characters its fonts have.

use crate::diag::code::posters as codes;
use crate::diag::{Diagnostic, Report};
use crate::load::draft::{Draft, Folder};
use crate::load::fields::Field;
use crate::load::roster::Roster;
use crate::load::texts::Texts;
use crate::source::{Sources, Span, Text};
use crate::theme::GlyphCoverage;

/// Rows that no notice prints: who answered for a text, and addresses of proofs.
const NEVER_PRINTED: [&str; 2] = ["审核", "凭据"];

/// Reports each text of the settings, the days off, the units and their people with a character that no font holds, at
/// its place.
pub(super) fn check(draft: &Draft, folders: &[&Folder], coverage: &GlyphCoverage, report: &mut Report) {
    let mut held = |content: &dyn Texts| held(content, coverage, report);
    draft.site.iter().for_each(|part| held(&part.content));
    draft.calendars.iter().for_each(|part| held(&part.content));
    for folder in folders {
        folder.leaders.iter().for_each(|part| held(&part.content));
        folder.unit.iter().for_each(|part| held(&part.content));
        folder.procedures.iter().for_each(|part| held(&part.content));
    }
}

/// The same for what stands in a roster.
pub(super) fn roster(roster: &Roster, coverage: &GlyphCoverage, report: &mut Report) {
    held(roster, coverage, report);
}

/// The same for the texts of regulations, for a site that prints them: each character once a file, where it first stands.
pub(super) fn regulations(folders: &[&Folder], sources: &Sources, coverage: &GlyphCoverage, report: &mut Report) {
    for part in folders.iter().flat_map(|folder| &folder.regulations) {
        held(&part.content.head, coverage, report);
        let (Some(source), body) = (sources.get(part.file), part.content.body.range()) else { continue };
        let text = source.text().get(body.clone()).unwrap_or_default();
        for character in coverage.missing(text) {
            let Some(at) = text.find(character) else { continue };
            let line = text[..at].rfind('\n').map_or(0, |end| end + 1)
                ..text[at..].find('\n').map_or(text.len(), |end| at + end);
            let place = Span::new(part.file, body.start + at..body.start + at + character.len_utf8());
            report.push(told(place, text[line].trim(), character));
        }
    }
}

fn held(content: &dyn Texts, coverage: &GlyphCoverage, report: &mut Report) {
    let printed = |field: &Field| !NEVER_PRINTED.contains(&field.zh);
    content.texts(&printed, &mut |text| missing(text, coverage, report));
}

/// Each character is asked about once for each text it stands in.
fn missing(text: &Text, coverage: &GlyphCoverage, report: &mut Report) {
    for character in coverage.missing(&text.value) {
        let first = text.value.find(character).unwrap_or(0);
        let at = text.part(first..first + character.len_utf8());
        report.push(told(at, text.trimmed(), character));
    }
}

fn told(at: Span, text: &str, character: char) -> Diagnostic {
    let found = Diagnostic::new(&codes::MISSING_GLYPH, at).arg("text", text).arg("character", character);
    found.arg("point", format!("U+{:04X}", u32::from(character)))
}
