//! The ways between steps: each leads to a step there is, every step is reached, and some way comes to an end.

use super::basis;
use super::steps::Written;
use crate::check::read;
use crate::diag::code::procedures as codes;
use crate::diag::{Diagnostic, Phrase, Report, did_you_mean};
use crate::load::value::TextOr;
use crate::model::procedure::{Step, Way};
use crate::source::Text;
use std::collections::{BTreeMap, BTreeSet};

/// Where a step goes on; `None` where that has to be mended.
pub(super) fn ways(
    step: &Written<'_>,
    known: &BTreeMap<String, usize>,
    parting: bool,
    ends: bool,
    report: &mut Report,
) -> Option<Vec<Way>> {
    let said = &step.said.next;
    let code = match (said.len(), ends) {
        (0, false) => Some(&codes::NO_NEXT),
        (1.., true) => Some(&codes::ENDS_AND_GOES_ON),
        (1, false) if parting => Some(&codes::TOO_FEW_WAYS),
        _ => None,
    };
    if let Some(code) = code {
        report.push(Diagnostic::new(code, step.at).arg("id", step.id.as_str()));
    }
    let mut ways = Some(Vec::with_capacity(said.len()));
    for way in said {
        let (condition, to, own) = match way {
            TextOr::Text(text) => (None, Some(text), None),
            TextOr::Map(map) => (read::some_words(&map.condition), map.to.as_ref(), map.basis.as_ref().and_then(basis)),
        };
        let Some(text) = to else {
            ways = None;
            continue;
        };
        if said.len() > 1 && condition.is_none() {
            let found = Diagnostic::new(&codes::CONDITION_MISSING, text.span).arg("id", step.id.as_str());
            report.push(found.arg("to", text.trimmed()));
        }
        match (find(text, known, report), &mut ways) {
            (Some(to), Some(ways)) => ways.push(Way { condition, to, basis: own }),
            _ => ways = None,
        }
    }
    ways
}

fn find(text: &Text, known: &BTreeMap<String, usize>, report: &mut Report) -> Option<usize> {
    let wanted = text.trimmed();
    let found = known.get(wanted).copied();
    if found.is_none() {
        let near = known.keys().map(|id| (strsim::damerau_levenshtein(id, wanted), id)).min();
        let near = near.filter(|(distance, id)| distance * 2 <= id.chars().count()).map(|(_, id)| id.as_str());
        let all: Vec<&str> = known.keys().map(String::as_str).collect();
        let diagnostic = Diagnostic::new(&codes::UNKNOWN_STEP, text.span).arg("id", wanted);
        report.push(diagnostic.arg("hint", did_you_mean(near)).arg("known", list(&all)));
    }
    found
}

/// Every step is reached from the first, and from every step some way comes to an end.
///
/// Loops are allowed: what is handed in incomplete goes back and comes again. A circle that nothing leaves is not.
pub(super) fn judge(steps: &[Step], written: &[Written<'_>], report: &mut Report) {
    let leads = |from: usize| steps[from].next.iter().map(|way| way.to);
    let reached = spread(std::iter::once(0).filter(|_| !steps.is_empty()), leads);
    let back = |to: usize| {
        let from = steps.iter().enumerate().filter(move |(_, step)| step.next.iter().any(|way| way.to == to));
        from.map(|(at, _)| at)
    };
    let ends = (0..steps.len()).filter(|at| steps[*at].next.is_empty());
    let ending = spread(ends, back);
    let alone = written.iter().enumerate().filter(|(at, _)| !reached.contains(at));
    for (_, step) in alone {
        report.push(Diagnostic::new(&codes::UNREACHABLE_STEP, step.at).arg("id", step.id.as_str()));
    }
    let stuck: Vec<usize> = reached.iter().copied().filter(|at| !ending.contains(at)).collect();
    if let Some(first) = stuck.first() {
        let names: Vec<&str> = stuck.iter().map(|at| steps[*at].id.as_str()).collect();
        report.push(Diagnostic::new(&codes::NO_WAY_OUT, written[*first].at).arg("steps", list(&names)));
    }
}

/// Ids as each language lists things.
fn list(ids: &[&str]) -> Phrase {
    Phrase::new(ids.join("、"), ids.join(", "))
}

fn spread<I: Iterator<Item = usize>>(from: impl Iterator<Item = usize>, next: impl Fn(usize) -> I) -> BTreeSet<usize> {
    let mut waiting: Vec<usize> = from.collect();
    let mut seen = BTreeSet::new();
    while let Some(at) = waiting.pop() {
        if seen.insert(at) {
            waiting.extend(next(at));
        }
    }
    seen
}
