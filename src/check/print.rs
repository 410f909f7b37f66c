//! Every text that a poster may print is held against the characters its fonts have.

use crate::diag::code::posters as codes;
use crate::diag::{Diagnostic, Report};
use crate::load::draft::{Draft, Folder};
use crate::load::fields::Field;
use crate::load::roster::Roster;
use crate::load::texts::Texts;
use crate::source::Text;
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

fn held(content: &dyn Texts, coverage: &GlyphCoverage, report: &mut Report) {
    let printed = |field: &Field| !NEVER_PRINTED.contains(&field.zh);
    content.texts(&printed, &mut |text| missing(text, coverage, report));
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
