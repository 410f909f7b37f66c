//! Finds in shown text the Markdown marks that did nothing, because a blank is missing or a mark is full-width.

use std::ops::Range;

use super::cjk;
use super::write::Place;
use crate::diag::code::links as code;
use crate::diag::{Diagnostic, Report};

/// Looks at one stretch of text outside code. `line_start`: it begins a line of a paragraph.
pub(super) fn look(place: Place<'_>, range: &Range<usize>, line_start: bool, report: &mut Report) {
    let typed = place.body.get(range.clone()).unwrap_or("");
    for mark in ["**", "＊＊"] {
        if let Some(at) = unescaped(place.body, range.start, typed, mark) {
            let at = range.start + at;
            report.push(Diagnostic::new(&code::BOLD_NOT_WORKING, place.span(at..at + mark.len())));
            break;
        }
    }
    if line_start && !place.body[..range.start].ends_with('\\') {
        missing_blank(place, range.start, typed, report);
    }
}

/// Where `mark` stands without a backslash before it.
fn unescaped(body: &str, start: usize, typed: &str, mark: &str) -> Option<usize> {
    typed.match_indices(mark).map(|(at, _)| at).find(|at| !body[..start + at].ends_with('\\'))
}

/// `##办理时限` and `-第一项` are no heading and no list.
fn missing_blank(place: Place<'_>, start: usize, typed: &str, report: &mut Report) {
    let rest = typed.trim_start_matches(['#', '＃']);
    let (mark, rest) = match typed.strip_suffix(rest).filter(|mark| !mark.is_empty()) {
        Some(mark) => (mark, rest),
        None => match typed.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => return,
        },
    };
    // A full-width mark is wrong even with a blank after it.
    let wide = mark.contains('＃');
    if mark.chars().count() > 6 || !(wide || rest.starts_with(cjk::is_letter)) {
        return;
    }
    let line = rest.lines().next().unwrap_or("").trim();
    let right = format!("{} {line}", mark.replace('＃', "#"));
    let found = Diagnostic::new(&code::MARK_NEEDS_BLANK, place.span(start..start + mark.len()));
    report.push(found.arg("mark", mark).corrected(right));
}
