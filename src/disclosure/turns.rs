//! Turns a problem of several releases into one outcome after the other, each with all earlier ones frozen.

use super::linear::Linear;
use super::outcome::{Outcome, Status, Witness};
use super::problem::{Problem, State};
use super::protect::protect_after;
use super::refusal::Refusal;

/// One release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Its number.
    pub release: usize,
    /// What had been released by then, with what was frozen.
    pub problem: Problem,
    /// For each cell of that problem its index in the whole.
    pub cells: Vec<usize>,
    /// What was decided.
    pub outcome: Outcome,
}

/// Protects release by release, in the order of [`Cell::release`](super::Cell).
///
/// Statements and groups count from the release that has the last of their cells.
///
/// # Errors
///
/// The first release that is refused, and why; cells are named as in the whole problem.
pub fn protect_in_turn(whole: &Problem) -> Result<Vec<Turn>, (usize, Refusal)> {
    let mut releases: Vec<usize> = whole.cells.iter().map(|cell| cell.release).collect();
    releases.sort_unstable();
    releases.dedup();
    let mut status = vec![None; whole.cells.len()];
    let mut witnesses: Vec<Witness> = Vec::new();
    let mut turns = Vec::new();
    for release in releases {
        let (problem, cells) = until(whole, release, &status);
        let place = |cell: usize| cells.binary_search(&cell).ok();
        let move_in = |witness: &Witness| Witness {
            changes: witness.changes.iter().filter_map(|(cell, by)| Some((place(*cell)?, *by))).collect(),
        };
        let earlier: Vec<Witness> = witnesses.iter().map(move_in).collect();
        let outcome = protect_after(&problem, &earlier).map_err(|refusal| (release, named(refusal, &cells)))?;
        for (cell, decided) in cells.iter().zip(&outcome.pattern) {
            status[*cell] = Some(*decided);
        }
        let move_out = |witness: &Witness| Witness {
            changes: witness.changes.iter().map(|(cell, by)| (cells[*cell], *by)).collect(),
        };
        witnesses = outcome.witnesses.iter().map(move_out).collect();
        turns.push(Turn { release, problem, cells, outcome });
    }
    Ok(turns)
}

/// What has been released by a release, frozen as decided, and the indices of its cells.
fn until(whole: &Problem, release: usize, status: &[Option<Status>]) -> (Problem, Vec<usize>) {
    let kept: Vec<usize> = (0..whole.cells.len()).filter(|cell| whole.cells[*cell].release <= release).collect();
    let place = |cell: &usize| kept.binary_search(cell).ok();
    let part = |statements: &[Linear]| -> Vec<Linear> {
        let known = |statement: &Linear| {
            let terms = statement.terms.iter().map(|(coef, cell)| Some((*coef, place(cell)?)));
            Some(Linear::new(terms.collect::<Option<Vec<_>>>()?, statement.rhs))
        };
        statements.iter().filter_map(known).collect()
    };
    let cells = kept.iter().map(|cell| {
        let mut cell_now = whole.cells[*cell].clone();
        let (state, may_hide) = match status[*cell] {
            None => (cell_now.state, true),
            Some(Status::Shown) => (State::Shown, false),
            Some(Status::Hidden) => (State::Hidden, true),
            Some(Status::Structural) => (State::Structural, false),
        };
        cell_now.state = state;
        cell_now.sensitive &= may_hide;
        cell_now
    });
    let mut problem = Problem {
        k: whole.k,
        zeros: whole.zeros,
        cells: cells.collect(),
        relations: part(&whole.relations),
        inequalities: part(&whole.inequalities),
        groups: whole.groups.iter().filter_map(|group| group.iter().map(place).collect()).collect(),
    };
    problem.complete();
    (problem, kept)
}

/// A refusal with the cells of the whole problem.
fn named(refusal: Refusal, cells: &[usize]) -> Refusal {
    match refusal {
        Refusal::Unprotected(mut narrow) => {
            narrow.cells.iter_mut().for_each(|cell| *cell = cells.get(*cell).copied().unwrap_or(*cell));
            Refusal::Unprotected(narrow)
        }
        other => other,
    }
}
