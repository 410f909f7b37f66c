//! Turns a problem into the few quantities that can still move: cells whose changes are tied one to one become one class.
//!
//! What is shown or settled drops out; a cell that the rest determines is fixed; "cumulative = shown cumulative + month"
//! makes two cells one class. Relations that then say the same are kept once.

use std::collections::BTreeSet;

use super::linear::Linear;
use super::problem::{Problem, State};

/// What a class may move by where readers know no upper bound; no office counts as far.
const FAR: i64 = 1 << 40;

/// Cells that change together, each by its sign times the change of the class.
pub(super) struct Class {
    /// Cell, and 1 or -1.
    pub(super) members: Vec<(usize, i64)>,
    /// How far the class can fall.
    pub(super) down: i64,
    /// How far the class can rise.
    pub(super) up: i64,
}

/// What ties the changes of classes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tie {
    /// Coefficient and class, by class.
    pub(super) terms: Vec<(i64, usize)>,
    /// "Σ = 0" where there is none, else "Σ ≥ -slack".
    pub(super) slack: Option<i64>,
}

/// Classes and their ties.
pub(super) struct Network {
    /// For each cell its class and sign; none where the cell cannot move.
    pub(super) place: Vec<Option<(usize, i64)>>,
    /// The classes.
    pub(super) classes: Vec<Class>,
    /// The ties.
    pub(super) ties: Vec<Tie>,
    /// For each class the ties it stands in.
    pub(super) ties_of: Vec<Vec<usize>>,
}

impl Network {
    /// Builds the network of a sound problem.
    pub(super) fn of(problem: &Problem) -> Self {
        let mut merge = Merge::of(problem);
        let mut active: Vec<&Linear> = problem.relations.iter().collect();
        loop {
            let before = merge.steps;
            active.retain(|relation| merge.take(relation));
            if merge.steps == before {
                break;
            }
        }
        let mut network = merge.classes(problem);
        let mut ties = BTreeSet::new();
        for relation in &active {
            ties.insert(Tie { terms: normal(network.terms(relation)), slack: None });
        }
        for inequality in &problem.inequalities {
            let slack = inequality.excess(|cell| problem.cells[cell].value);
            let slack = i64::try_from(slack).unwrap_or(FAR).min(FAR);
            let terms = network.terms(inequality);
            match terms.as_slice() {
                [] => {}
                [(coef, class)] => {
                    let class = &mut network.classes[*class];
                    let room = slack / coef.abs();
                    let side = if *coef > 0 { &mut class.down } else { &mut class.up };
                    *side = room.min(*side);
                }
                _ => {
                    ties.insert(Tie { terms, slack: Some(slack) });
                }
            }
        }
        network.ties = ties.into_iter().collect();
        network.ties_of = vec![Vec::new(); network.classes.len()];
        for (index, tie) in network.ties.iter().enumerate() {
            for (_, class) in &tie.terms {
                network.ties_of[*class].push(index);
            }
        }
        network
    }

    /// The ties that touch these classes, in order.
    pub(super) fn around(&self, classes: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut ties: Vec<usize> = classes.flat_map(|class| &self.ties_of[class]).copied().collect();
        ties.sort_unstable();
        ties.dedup();
        ties
    }

    /// Whether changes of classes, sorted by class, fit all ties and bounds, in integers.
    pub(super) fn fits(&self, change: &[(usize, i64)]) -> bool {
        let moved = |class: usize| {
            let found = change.binary_search_by_key(&class, |(class, _)| *class);
            found.map_or(0, |at| change[at].1)
        };
        let inside = change.iter().all(|(class, moved)| {
            let class = &self.classes[*class];
            (-class.down..=class.up).contains(moved)
        });
        inside
            && self.around(change.iter().map(|(class, _)| *class)).into_iter().all(|tie| {
                let tie = &self.ties[tie];
                let sum: i64 = tie.terms.iter().map(|(coef, class)| coef * moved(*class)).sum();
                tie.slack.map_or(sum == 0, |slack| sum >= -slack)
            })
    }

    /// The terms of a statement over classes, by class.
    fn terms(&self, linear: &Linear) -> Vec<(i64, usize)> {
        gather(linear.terms.iter().filter_map(|(coef, cell)| {
            let (class, sign) = self.place[*cell]?;
            Some((coef * sign, class))
        }))
    }
}

/// Cells that move together, while they are being found.
struct Merge {
    /// For each cell another of its class, and the sign between their changes; a root names itself.
    parent: Vec<(usize, i64)>,
    /// For each root whether it cannot move.
    fixed: Vec<bool>,
    /// How often two classes became one, or one was fixed.
    steps: usize,
}

impl Merge {
    fn of(problem: &Problem) -> Self {
        let fixed = |cell| problem.is_shown_zero(cell) || matches!(cell.state, State::Shown | State::Structural);
        Self {
            parent: (0..problem.cells.len()).map(|cell| (cell, 1)).collect(),
            fixed: problem.cells.iter().map(fixed).collect(),
            steps: 0,
        }
    }

    /// The root of a cell and the sign of the cell's change to the root's.
    fn root(&mut self, cell: usize) -> (usize, i64) {
        let (mut at, mut sign) = (cell, 1);
        while self.parent[at].0 != at {
            let (up, turn) = self.parent[at];
            // Halving the path keeps later look-ups short.
            let (above, next) = self.parent[up];
            self.parent[at] = (above, turn * next);
            sign *= self.parent[at].1;
            at = above;
        }
        (at, sign)
    }

    /// Learns from a relation; false once it has nothing more to say.
    fn take(&mut self, relation: &Linear) -> bool {
        let mut roots = Vec::with_capacity(relation.terms.len());
        for (coef, cell) in &relation.terms {
            let (root, sign) = self.root(*cell);
            if !self.fixed[root] {
                roots.push((coef * sign, root));
            }
        }
        match gather(roots.into_iter()).as_slice() {
            [] => false,
            [(_, only)] => {
                self.fixed[*only] = true;
                self.steps += 1;
                false
            }
            [(one, first), (other, second)] if one.abs() == other.abs() => {
                self.parent[*second] = (*first, if one == other { -1 } else { 1 });
                self.steps += 1;
                false
            }
            _ => true,
        }
    }

    /// The classes, numbered by their first cell, without ties.
    fn classes(mut self, problem: &Problem) -> Network {
        let mut number = vec![None; problem.cells.len()];
        let mut place = vec![None; problem.cells.len()];
        let mut classes: Vec<Class> = Vec::new();
        for (index, cell) in problem.cells.iter().enumerate() {
            let (root, sign) = self.root(index);
            if self.fixed[root] {
                continue;
            }
            let class = *number[root].get_or_insert_with(|| {
                classes.push(Class { members: Vec::new(), down: FAR, up: FAR });
                classes.len() - 1
            });
            place[index] = Some((class, sign));
            let fall = cell.value - problem.floor(cell);
            let rise = cell.upper.map_or(FAR, |upper| upper - cell.value);
            let (down, up) = if sign > 0 { (fall, rise) } else { (rise, fall) };
            let class = &mut classes[class];
            class.members.push((index, sign));
            class.down = class.down.min(down);
            class.up = class.up.min(up);
        }
        Network { place, classes, ties: Vec::new(), ties_of: Vec::new() }
    }
}

/// Sums the coefficients of each index, by index, without those that cancel.
fn gather(terms: impl Iterator<Item = (i64, usize)>) -> Vec<(i64, usize)> {
    let mut terms: Vec<(i64, usize)> = terms.collect();
    terms.sort_unstable_by_key(|(_, index)| *index);
    terms.dedup_by(|later, kept| {
        let same = later.1 == kept.1;
        if same {
            kept.0 += later.0;
        }
        same
    });
    terms.retain(|(coef, _)| *coef != 0);
    terms
}

/// The same equality with a positive first coefficient and without a common factor, so that doubles fall together.
fn normal(mut terms: Vec<(i64, usize)>) -> Vec<(i64, usize)> {
    let common = terms.iter().fold(0, |common, (coef, _)| divisor(common, coef.abs())).max(1);
    let sign = terms.first().map_or(1, |(coef, _)| coef.signum());
    for (coef, _) in &mut terms {
        *coef = *coef * sign / common;
    }
    terms
}

/// The greatest common divisor.
const fn divisor(mut one: i64, mut other: i64) -> i64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
