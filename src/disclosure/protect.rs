//! Turns a problem into a proven outcome: searches by several plans, keeps the best, and lets the checker have the last word.

use super::bundles::{Bundles, must_hide};
use super::check::verify;
use super::explain;
use super::network::Network;
use super::outcome::{Outcome, Pair, Pattern, Share, Status, Witness};
use super::problem::{Need, Problem, State};
use super::refusal::{Refusal, Unprotected};
use super::search::{Plan, Search};

/// Up to how many classes all plans are tried, and the best kept.
const SMALL: usize = 150;

/// The plans, the best for large problems first.
const PLANS: [Plan; 4] = [
    Plan { large_first: true, flat: false },
    Plan { large_first: false, flat: false },
    Plan { large_first: true, flat: true },
    Plan { large_first: false, flat: true },
];

/// Finds a pattern that hides little and protects every hidden cell, and proves it.
///
/// The same problem gives the same outcome. Nothing is returned that [`verify`] has not passed.
///
/// # Errors
///
/// A [`Refusal`]: the problem is unsound, or what is frozen leaves cells that nothing can protect.
pub fn protect(problem: &Problem) -> Result<Outcome, Refusal> {
    protect_after(problem, &[])
}

/// As [`protect`], with the witnesses of the release before, in the cells of this problem.
///
/// They save most of the search for cells hidden before, and where such a cell hangs by a thread they are the thread.
/// Nothing is taken on trust: a witness that does not fit is passed over.
///
/// # Errors
///
/// As [`protect`].
pub fn protect_after(problem: &Problem, earlier: &[Witness]) -> Result<Outcome, Refusal> {
    problem.validate().map_err(Refusal::Fault)?;
    let network = Network::of(problem);
    let bundles = Bundles::of(problem, &network);
    let needs: Vec<Need> = problem.cells.iter().map(|cell| problem.need(cell)).collect();
    // A cell that has to be hidden and cannot move is as good as published.
    let stuck: Vec<usize> = (0..problem.cells.len())
        .filter(|cell| must_hide(problem, *cell))
        .filter(|cell| network.place[*cell].is_none_or(|(class, _)| bundles.closed[bundles.of[class]]))
        .collect();
    if !stuck.is_empty() {
        return Err(Refusal::Unprotected(Unprotected { cells: stuck }));
    }
    let mut narrow: Option<Unprotected> = None;
    let mut best: Option<(f64, Search<'_>)> = None;
    for plan in PLANS {
        let mut search = Search::new(problem, &network, &bundles, &needs, plan);
        search.remember(earlier);
        if let Err(unprotected) = search.settle() {
            narrow.get_or_insert(unprotected);
            continue;
        }
        search.prune();
        let loss = search.loss();
        if best.as_ref().is_none_or(|(least, _)| loss < *least) {
            best = Some((loss, search));
        }
        // A large problem has one success, so that cost stays low.
        if network.classes.len() > SMALL {
            break;
        }
    }
    let Some((_, search)) = best else { return Err(Refusal::Unprotected(narrow.unwrap_or_default())) };
    let outcome = search.outcome();
    verify(problem, &outcome).map_err(Refusal::Audit)?;
    Ok(outcome)
}

impl Search<'_> {
    /// The pattern with its proof, and only the witnesses that the proof needs.
    fn outcome(self) -> Outcome {
        let status = |(index, hidden): (usize, &bool)| match (self.problem.cells[index].state, hidden) {
            (State::Structural, _) => Status::Structural,
            (_, true) => Status::Hidden,
            (_, false) => Status::Shown,
        };
        let pattern: Pattern = self.hidden.iter().enumerate().map(status).collect();
        let mut number = vec![None; self.ranges.witnesses.len()];
        let mut witnesses = vec![Witness::default()];
        let mut targets = vec![None];
        number[0] = Some(0);
        let mut keep = |index: usize| {
            *number[index].get_or_insert_with(|| {
                witnesses.push(self.ranges.witnesses[index].clone());
                targets.push(Some(self.ranges.target[index]));
                witnesses.len() - 1
            })
        };
        let hidden = (0..pattern.len()).filter(|cell| pattern[*cell] == Status::Hidden);
        let pairs: Vec<Pair> = hidden
            .map(|cell| Pair { cell, low: keep(self.ranges.low(cell).1), high: keep(self.ranges.high(cell).1) })
            .collect();
        let reasons = explain::reasons(self.problem, &pattern, &witnesses, &targets);
        let by_release = Share::by(self.problem, &pattern, |cell| self.problem.cells[cell].release);
        let by_table = Share::by(self.problem, &pattern, |cell| self.problem.cells[cell].table);
        Outcome { pattern, witnesses, pairs, reasons, by_release, by_table }
    }
}
