//! Turns a pattern and its witness tables into a verdict, in integers, trusting neither solver nor search.
//!
//! This is the file to read when in doubt: nothing leaves that it has not passed, and it uses nothing of the search.

use std::collections::BTreeMap;
use std::fmt;

use super::linear::Linear;
use super::outcome::{Outcome, Status};
use super::problem::{Fault, Problem, State};

/// Why a pattern may not be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Violation {
    /// The problem itself is unsound, or the true counts break it.
    Problem(Fault),
    /// There is not one status for each cell.
    Length,
    /// A status against what is settled: frozen, not applicable, a zero, or a sensitive cell shown.
    Status(usize),
    /// Cells of a group with different statuses.
    Group(usize),
    /// A witness that is no sorted list of changes of known cells, or that changes a cell that is not hidden.
    Shape(usize),
    /// A witness with a cell outside what readers know: not below its floor, not above its bound.
    Bound {
        /// The witness.
        witness: usize,
        /// The cell.
        cell: usize,
    },
    /// A witness that breaks a relation.
    Relation {
        /// The witness.
        witness: usize,
        /// The relation.
        relation: usize,
    },
    /// A witness that breaks an inequality.
    Inequality {
        /// The witness.
        witness: usize,
        /// The inequality.
        inequality: usize,
    },
    /// A hidden cell without two witnesses as far apart as it needs.
    Narrow(usize),
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(fault) => fault.fmt(f),
            Self::Length => write!(f, "there is not one status for each cell"),
            Self::Status(cell) => write!(f, "cell {cell} has a status it may not have"),
            Self::Group(group) => write!(f, "group {group} has more than one status"),
            Self::Shape(witness) => write!(f, "witness {witness} changes what is not hidden"),
            Self::Bound { witness, cell } => write!(f, "witness {witness} leaves the bounds of cell {cell}"),
            Self::Relation { witness, relation } => write!(f, "witness {witness} breaks relation {relation}"),
            Self::Inequality { witness, inequality } => write!(f, "witness {witness} breaks inequality {inequality}"),
            Self::Narrow(cell) => write!(f, "cell {cell} is not protected"),
        }
    }
}

impl std::error::Error for Violation {}

/// Holds an outcome against its problem: statuses, groups, every witness, and the need of every hidden cell.
///
/// # Errors
///
/// The first [`Violation`] found; the outcome must then not be published.
pub fn verify(problem: &Problem, outcome: &Outcome) -> Result<(), Violation> {
    // That the true counts fit every statement is part of this, so a witness needs to be checked by its changes only.
    problem.validate().map_err(Violation::Problem)?;
    statuses(problem, outcome)?;
    let relations = incidence(problem, &problem.relations);
    let inequalities = incidence(problem, &problem.inequalities);
    for (index, witness) in outcome.witnesses.iter().enumerate() {
        bounds(problem, outcome, index)?;
        let moved = |lists: &[Vec<(usize, i64)>]| {
            let mut sums: BTreeMap<usize, i128> = BTreeMap::new();
            for (cell, change) in &witness.changes {
                for (statement, coef) in &lists[*cell] {
                    *sums.entry(*statement).or_default() += i128::from(*coef) * i128::from(*change);
                }
            }
            sums
        };
        if let Some((relation, _)) = moved(&relations).into_iter().find(|(_, sum)| *sum != 0) {
            return Err(Violation::Relation { witness: index, relation });
        }
        let slack = |inequality: usize| problem.inequalities[inequality].excess(|cell| problem.cells[cell].value);
        let broken = moved(&inequalities).into_iter().find(|(inequality, sum)| slack(*inequality) + sum < 0);
        if let Some((inequality, _)) = broken {
            return Err(Violation::Inequality { witness: index, inequality });
        }
    }
    needs(problem, outcome)
}

/// For each cell the statements it stands in, and its coefficient there.
fn incidence(problem: &Problem, statements: &[Linear]) -> Vec<Vec<(usize, i64)>> {
    let mut lists = vec![Vec::new(); problem.cells.len()];
    for (index, statement) in statements.iter().enumerate() {
        for (coef, cell) in &statement.terms {
            lists[*cell].push((index, *coef));
        }
    }
    lists
}

/// Whether each status is one the cell may have.
fn statuses(problem: &Problem, outcome: &Outcome) -> Result<(), Violation> {
    if outcome.pattern.len() != problem.cells.len() {
        return Err(Violation::Length);
    }
    let zero_shown = |cell: usize| problem.zeros.least() > 0 && problem.cells[cell].value == 0;
    for (index, (cell, status)) in problem.cells.iter().zip(&outcome.pattern).enumerate() {
        let right = match cell.state {
            State::Structural => *status == Status::Structural,
            State::Shown => *status == Status::Shown,
            State::Hidden => *status == Status::Hidden,
            State::Open if cell.sensitive => *status == Status::Hidden,
            State::Open if zero_shown(index) => *status == Status::Shown,
            State::Open => *status != Status::Structural,
        };
        if !right {
            return Err(Violation::Status(index));
        }
    }
    for (index, group) in problem.groups.iter().enumerate() {
        // A zero the policy shows anyway, and what is not applicable, say nothing about the others.
        let bound = group.iter().filter(|cell| !zero_shown(**cell)).map(|cell| outcome.pattern[*cell]);
        let mut bound = bound.filter(|status| *status != Status::Structural);
        if let Some(first) = bound.next()
            && bound.any(|status| status != first)
        {
            return Err(Violation::Group(index));
        }
    }
    Ok(())
}

/// Whether a witness changes hidden cells only, and leaves each within what readers know.
fn bounds(problem: &Problem, outcome: &Outcome, index: usize) -> Result<(), Violation> {
    let changes = &outcome.witnesses[index].changes;
    let sorted = changes.is_sorted_by(|one, next| one.0 < next.0);
    let hidden = |cell: usize| outcome.pattern.get(cell) == Some(&Status::Hidden);
    if !sorted || !changes.iter().all(|(cell, _)| hidden(*cell)) {
        return Err(Violation::Shape(index));
    }
    for (at, change) in changes {
        let cell = &problem.cells[*at];
        let inside = cell.value.checked_add(*change).is_some_and(|value| {
            value >= cell.lower && value >= problem.zeros.least() && cell.upper.is_none_or(|upper| value <= upper)
        });
        if !inside {
            return Err(Violation::Bound { witness: index, cell: *at });
        }
    }
    Ok(())
}

/// Whether every hidden cell has its two witnesses.
fn needs(problem: &Problem, outcome: &Outcome) -> Result<(), Violation> {
    let pairs: BTreeMap<usize, (usize, usize)> =
        outcome.pairs.iter().map(|pair| (pair.cell, (pair.low, pair.high))).collect();
    for (index, cell) in problem.cells.iter().enumerate() {
        if outcome.pattern[index] != Status::Hidden {
            continue;
        }
        let value = |witness: usize| outcome.witnesses.get(witness).map(|witness| cell.value + witness.change(index));
        let met = pairs.get(&index).and_then(|(low, high)| Some((value(*low)?, value(*high)?)));
        if !met.is_some_and(|(low, high)| problem.need(cell).is_met(low, high)) {
            return Err(Violation::Narrow(index));
        }
    }
    Ok(())
}
