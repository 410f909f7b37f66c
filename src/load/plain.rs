//! Looks for traps in what the parser accepted: unquoted values, and pairs inside `{ }`.

use std::ops::Range;

use super::fields;
use super::repair::{line_around, line_with, quoted};
use super::traps::{Trap, dash_without_space, glued, glued_trap, run_on, run_on_trap, wide_comma, wide_comma_trap};
use super::tree::Node;
use crate::diag::Report;
use crate::diag::code::files;
use crate::source::{FileId, Span, Text};

/// Checks one plain scalar. Almost all pass on a look at the first byte and two searches.
pub(super) fn check(text: &str, range: Range<usize>, in_flow_map: bool, found: &mut impl FnMut(Trap)) {
    let raw = text.get(range.clone()).unwrap_or("");
    if raw.as_bytes().first().is_some_and(|&b| b == b'-' || !b.is_ascii()) && heads_its_line(text, range.start) {
        if let Some(trap) = dash_without_space(text, range.start) {
            found(trap);
        } else if let Some(trap) = wide_blank(text, range.start) {
            found(trap);
        }
    }
    if raw.contains('\n') {
        continued(text, range.start, raw, found);
    }
    if in_flow_map && let Some(sign) = wide_comma(raw) {
        found(wide_comma_trap(text, range.start + sign.start..range.start + sign.end));
    }
}

/// Whether only blanks stand before `at` on its line.
fn heads_its_line(text: &str, at: usize) -> bool {
    let before = text.as_bytes()[..at].iter().rev().find(|&&b| b != b' ');
    matches!(before, None | Some(b'\n'))
}

/// A line indented with blanks that YAML takes for letters.
pub(super) fn wide_blank(text: &str, at: usize) -> Option<Trap> {
    let rest = text.get(at..)?;
    let blanks = rest.len() - rest.trim_start_matches(['\u{3000}', '\u{a0}', ' ']).len();
    let first = rest.chars().next()?;
    if !matches!(first, '\u{3000}' | '\u{a0}') || blanks == 0 {
        return None;
    }
    let range = at..at + blanks;
    let spaces = " ".repeat(indent_before(text, at));
    Some(Trap::new(&files::WIDE_BLANK, text, range.clone(), line_with(text, range, &spaces)))
}

/// The indentation that a line at `at` most likely wants: that of the line before, or two more below a bare key.
fn indent_before(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("").trim_end();
    let Some(line) = line_around(text, before.len()).and_then(|line| text.get(line)) else { return 0 };
    let indent = line.len() - line.trim_start_matches(' ').len();
    if before.ends_with(':') { indent + 2 } else { indent }
}

/// A value that goes on over several lines, one of which looks like a pair of its own.
fn continued(text: &str, start: usize, raw: &str, found: &mut impl FnMut(Trap)) {
    let mut at = start;
    for (number, line) in raw.split('\n').enumerate() {
        let head = line.len() - line.trim_start().len();
        let content = line.trim();
        if number > 0 {
            if let Some(trap) = dash_without_space(text, at + head) {
                found(trap);
            } else if let Some(pair) = glued(content).filter(|pair| fields::is_known(pair.key)) {
                found(glued_trap(text, at + head, &pair));
            }
        }
        at += line.len() + 1;
    }
}

/// Mends pairs inside `{ }` that have no value because a comma cut one in two (`{数: 1,234}`) or because the
/// colon lacks its space (`{接待人:陈守望}`); each is reported, and the tree gets what was most likely meant.
pub(super) fn mend_braces(
    text: &str,
    file: FileId,
    offset: usize,
    entries: Vec<(Text, Node)>,
    report: &mut Report,
) -> Vec<(Text, Node)> {
    if !entries.iter().any(|entry| is_bare(text, offset, entry)) {
        return entries;
    }
    let local = |span: Span| span.start as usize - offset..span.end as usize - offset;
    let mut mended: Vec<(Text, Node)> = Vec::with_capacity(entries.len());
    let mut traps = Vec::new();
    // The bytes of a value such as `1,15,30`, widened until the run of its pieces ends.
    let mut run: Option<Range<usize>> = None;
    for entry in entries {
        let bare = is_bare(text, offset, &entry);
        let at = local(entry.0.span);
        let pair = if bare && entry.0.verbatim == Some(0) { glued(&entry.0.value) } else { None };
        let run_on = if bare && pair.is_none() && entry.0.verbatim == Some(0) { run_on(&entry.0.value) } else { None };
        if let Some(cut) =
            run_on.filter(|cut| !mended.iter().any(|(key, _)| Some(&*key.value) == entry.0.value.get(..*cut)))
        {
            traps.extend(run.take().map(|range| comma(text, range)));
            traps.push(run_on_trap(text, at, cut));
            mended.push(unglued(&entry.0, cut..cut));
            continue;
        }
        match mended.last_mut() {
            Some((_, Node::Text(value))) if bare && pair.is_none() && value.verbatim == Some(0) => {
                let whole = local(value.span).start..at.end;
                value.value = text[whole.clone()].to_owned();
                value.span = value.span.to(entry.0.span);
                run = Some(whole);
                continue;
            }
            _ => traps.extend(run.take().map(|range| comma(text, range))),
        }
        match pair {
            Some(pair) => {
                traps.push(glued_trap(text, at.start, &pair));
                mended.push(unglued(&entry.0, pair.colon));
            }
            None => {
                if bare {
                    traps.push(Trap::new(&files::COMMA_IN_BRACES, text, at, None));
                }
                mended.push(entry);
            }
        }
    }
    traps.extend(run.take().map(|range| comma(text, range)));
    for trap in traps {
        report.push(trap.diagnostic(file, offset));
    }
    mended
}

fn comma(text: &str, range: Range<usize>) -> Trap {
    let corrected = line_with(text, range.clone(), &quoted(&text[range.clone()]));
    Trap::new(&files::COMMA_IN_BRACES, text, range, corrected)
}

/// A key within braces with neither colon nor value.
fn is_bare(text: &str, offset: usize, (key, value): &(Text, Node)) -> bool {
    let after = || text.get(key.span.end as usize - offset..).unwrap_or("").trim_start();
    matches!(value, Node::Null(_)) && !after().starts_with(':')
}

/// The pair that a glued key was meant to be.
fn unglued(glued: &Text, colon: Range<usize>) -> (Text, Node) {
    let piece = |range: Range<usize>| {
        let raw = &glued.value[range.clone()];
        let start = range.start + raw.len() - raw.trim_start().len();
        let value = raw.trim().to_owned();
        Text { span: glued.part(start..start + value.len()), value, verbatim: Some(0) }
    };
    (piece(0..colon.start), Node::Text(piece(colon.end..glued.value.len())))
}
