//! Turns a proven pattern into reasons: for each cell hidden for others' sake, for whom, and what would give it away.

use std::collections::BTreeMap;

use super::outcome::{Pattern, Status, Witness};
use super::problem::{Problem, State};

/// Why a cell that is not sensitive is hidden. Private: it tells hidden cells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// The cell that is hidden for another's sake.
    pub cell: usize,
    /// The sensitive cell, or else the cell hidden before, that it protects; none where only its group hides it.
    pub protects: Option<usize>,
    /// The shortest relation by which readers could come nearer to it, were this cell shown: with the shown cells of
    /// the relation they would compute the hidden rest.
    pub relation: Option<usize>,
}

/// Finds a reason for each open cell that is hidden and not sensitive. `targets`: for which cell a witness was sought.
pub(super) fn reasons(
    problem: &Problem,
    pattern: &Pattern,
    witnesses: &[Witness],
    targets: &[Option<usize>],
) -> Vec<Reason> {
    let mut relations: Vec<Vec<usize>> = vec![Vec::new(); problem.cells.len()];
    for (index, relation) in problem.relations.iter().enumerate() {
        for (_, cell) in &relation.terms {
            relations[*cell].push(index);
        }
    }
    // For whom each cell moves, first of all for a sensitive one.
    let rank = |cell: usize| (!problem.cells[cell].sensitive, problem.cells[cell].state != State::Hidden);
    let mut reason: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (index, witness) in witnesses.iter().enumerate() {
        let Some(target) = targets.get(index).copied().flatten() else { continue };
        for (cell, _) in witness.changes.iter().filter(|(cell, _)| *cell != target) {
            let entry = reason.entry(*cell).or_insert((target, index));
            if rank(target) < rank(entry.0) {
                *entry = (target, index);
            }
        }
    }
    let mut all = Vec::new();
    for (index, cell) in problem.cells.iter().enumerate() {
        if pattern[index] != Status::Hidden || cell.sensitive || cell.state == State::Hidden {
            continue;
        }
        let Some((target, witness)) = reason.get(&index) else {
            all.push(Reason { cell: index, protects: None, relation: None });
            continue;
        };
        let moves = |cell: usize| cell != index && witnesses[*witness].change(cell) != 0;
        let hidden = |relation: usize| {
            let terms = problem.relations[relation].terms.iter();
            terms.filter(|(_, cell)| pattern[*cell] == Status::Hidden).count()
        };
        let found = relations[index]
            .iter()
            .copied()
            .filter(|relation| problem.relations[*relation].terms.iter().any(|(_, cell)| moves(*cell)));
        // Two hidden cells give each other away; a relation with the protected cell itself says most.
        let relation = found.min_by_key(|relation| {
            let terms = &problem.relations[*relation].terms;
            (hidden(*relation) > 2, !terms.iter().any(|(_, cell)| cell == target), terms.len(), *relation)
        });
        let protects = Some(root(*target, &reason, problem));
        all.push(Reason { cell: index, protects, relation });
    }
    all
}

/// Follows cells hidden for others' sake to the one for whom the first was hidden.
fn root(cell: usize, reason: &BTreeMap<usize, (usize, usize)>, problem: &Problem) -> usize {
    let mut at = cell;
    // A chain without an end would be a ring of cells that protect each other; any of them is as good.
    for _ in 0..reason.len() {
        match reason.get(&at) {
            Some((next, _)) if !problem.cells[at].sensitive && problem.cells[at].state != State::Hidden => at = *next,
            _ => break,
        }
    }
    at
}
