//! Turns groups of cells that share a status into bundles of classes that are hidden or shown together.

use std::collections::BTreeSet;

use super::network::Network;
use super::problem::{Problem, State};

/// Classes whose cells share a status.
pub(super) struct Bundles {
    /// For each class its bundle.
    pub(super) of: Vec<usize>,
    /// The classes of each bundle.
    pub(super) classes: Vec<Vec<usize>>,
    /// Whether a bundle has to be hidden.
    pub(super) forced: Vec<bool>,
    /// Whether a bundle has to be shown.
    pub(super) closed: Vec<bool>,
}

impl Bundles {
    pub(super) fn of(problem: &Problem, network: &Network) -> Self {
        let mut label: Vec<usize> = (0..network.classes.len()).collect();
        let mut pinned = BTreeSet::new();
        for group in &problem.groups {
            let bound: Vec<usize> = group.iter().copied().filter(|cell| counts(problem, *cell)).collect();
            let mut classes = bound.iter().filter_map(|cell| network.place[*cell]).map(|(class, _)| class);
            let Some(first) = classes.next() else { continue };
            if bound.iter().any(|cell| network.place[*cell].is_none()) {
                pinned.insert(first);
            }
            for class in classes {
                let (from, to) = (label[class], label[first]);
                for label in label.iter_mut().filter(|label| **label == from) {
                    *label = to;
                }
            }
        }
        let mut classes: Vec<Vec<usize>> = Vec::new();
        let mut number = vec![None; label.len()];
        let mut of = Vec::with_capacity(label.len());
        for (class, label) in label.iter().enumerate() {
            let bundle = *number[*label].get_or_insert_with(|| {
                classes.push(Vec::new());
                classes.len() - 1
            });
            classes[bundle].push(class);
            of.push(bundle);
        }
        let mut closed = vec![false; classes.len()];
        for class in pinned {
            closed[of[class]] = true;
        }
        let must = |class: &usize| network.classes[*class].members.iter().any(|(cell, _)| must_hide(problem, *cell));
        let forced = classes.iter().map(|classes| classes.iter().any(must)).collect();
        Self { of, classes, forced, closed }
    }

    /// The cells of a bundle.
    pub(super) fn cells(&self, network: &Network, bundle: usize) -> Vec<usize> {
        let classes = self.classes[bundle].iter();
        classes.flat_map(|class| &network.classes[*class].members).map(|(cell, _)| *cell).collect()
    }
}

/// Whether a cell has a say in the status of its group.
fn counts(problem: &Problem, cell: usize) -> bool {
    let cell = &problem.cells[cell];
    cell.state != State::Structural && !problem.is_shown_zero(cell)
}

/// Whether a cell is hidden in every pattern.
pub(super) fn must_hide(problem: &Problem, cell: usize) -> bool {
    let cell = &problem.cells[cell];
    cell.sensitive || cell.state == State::Hidden
}
