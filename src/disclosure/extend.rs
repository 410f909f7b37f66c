//! Turns a witness of an earlier release into one of this release: what is new follows at the least cost.
//!
//! With all that is new hidden there is always such a table, as the new cells are counts of their own or sums of them.

use std::collections::BTreeMap;

use super::network::Network;
use super::outcome::Witness;
use super::problem::State;
use super::program::{Column, Price, cheapest, rounded};
use super::search::{FREE, Search};
use super::solve::Change;

/// Nodes that the search for whole numbers may take. A count, never a time.
const NODES: u64 = 50;
/// How many classes are tried first.
const NEAR: usize = 80;

impl Search<'_> {
    /// Takes earlier witnesses over as changes of classes; those that no longer make sense are left out.
    pub(super) fn remember(&mut self, earlier: &[Witness]) {
        for witness in earlier {
            let mut change: Option<Change> = Some(Vec::new());
            for (cell, moved) in &witness.changes {
                let place = self.network.place.get(*cell).copied().flatten();
                match (&mut change, place) {
                    (Some(change), Some((class, sign))) => change.push((class, moved * sign)),
                    _ => change = None,
                }
            }
            let Some(mut change) = change.filter(|change| !change.is_empty()) else { continue };
            change.sort_unstable();
            change.dedup();
            // Two cells that now move as one moved apart then.
            if change.is_sorted_by(|one, next| one.0 < next.0) {
                for (class, _) in &change {
                    for (cell, _) in &self.network.classes[*class].members {
                        self.movers[*cell].push(self.earlier.len());
                    }
                }
                self.earlier.push(change);
            }
        }
    }

    /// Protects a cell that was hidden before by the witnesses it had, extended to what is new.
    pub(super) fn extend(&mut self, cell: usize, open: bool) -> bool {
        let Some((class, sign)) = self.network.place[cell] else { return false };
        let moved = |change: &Change| change.iter().find(|(other, _)| *other == class).map_or(0, |(_, by)| by * sign);
        let by = |index: &usize| moved(&self.earlier[*index]);
        let lowest = self.movers[cell].iter().copied().min_by_key(by).filter(|index| by(index) < 0);
        let highest = self.movers[cell].iter().copied().max_by_key(by).filter(|index| by(index) > 0);
        for index in [lowest, highest].into_iter().flatten() {
            let by = moved(&self.earlier[index]);
            if self.is_met(cell) || (self.ranges.low(cell).0..=self.ranges.high(cell).0).contains(&by) {
                continue;
            }
            // What was frozen moves as it did; only what is new adapts.
            let new = |(class, cost): (usize, &Option<f64>)| {
                let frozen = self.network.classes[class].members.iter().any(|(cell, _)| self.is_frozen(*cell));
                cost.filter(|cost| !frozen && (open || *cost <= FREE))
            };
            let cost: Vec<Option<f64>> = self.cost.iter().enumerate().map(new).collect();
            if let Some(change) = extend(self.network, &self.earlier[index], &cost)
                && change.iter().all(|(class, _)| self.cost[*class].is_some_and(|cost| open || cost <= FREE))
            {
                self.accept(&change, cell);
            }
        }
        self.is_met(cell)
    }

    pub(super) fn is_frozen(&self, cell: usize) -> bool {
        self.problem.cells[cell].state == State::Hidden
    }
}

/// The cheapest change that moves the classes of `start` just so, and others by their cost where they have one.
fn extend(network: &Network, start: &Change, cost: &[Option<f64>]) -> Option<Change> {
    let mut shift: BTreeMap<usize, i64> = BTreeMap::new();
    for (class, moved) in start {
        for tie in &network.ties_of[*class] {
            let coef = network.ties[*tie].terms.iter().find(|(_, other)| other == class).map_or(0, |(coef, _)| *coef);
            *shift.entry(*tie).or_default() += coef * moved;
        }
    }
    let broken: Vec<usize> = shift
        .iter()
        .filter(|(tie, sum)| network.ties[**tie].slack.map_or(**sum != 0, |slack| **sum < -slack))
        .map(|(tie, _)| *tie)
        .collect();
    let fixed = |class: usize| start.binary_search_by_key(&class, |(class, _)| *class).is_ok();
    let join = |change: Change| {
        let mut all: Change = start.iter().copied().chain(change).collect();
        all.sort_unstable();
        network.fits(&all).then_some(all)
    };
    if broken.is_empty() {
        return join(Vec::new());
    }
    for size in [NEAR, usize::MAX] {
        let (region, whole) = around(network, &broken, |class| cost[class].is_some() && !fixed(class), size);
        let columns: Vec<Column> = region
            .iter()
            .filter_map(|class| {
                let range = (-network.classes[*class].down, network.classes[*class].up);
                Some(Column { class: *class, range, price: Price::Step(cost[*class]?) })
            })
            .collect();
        let solve = |nodes| {
            let moves = cheapest(network, &columns, |tie| shift.get(&tie).copied().unwrap_or(0), nodes)?;
            join(rounded(&moves)?)
        };
        let found = solve(None).or_else(|| if whole { solve(Some(NODES)) } else { None });
        if found.is_some() || whole {
            return found;
        }
    }
    None
}

/// About `size` classes near these ties that may move, and whether these are all that could matter.
fn around(network: &Network, ties: &[usize], may: impl Fn(usize) -> bool, size: usize) -> (Vec<usize>, bool) {
    let mut seen = vec![false; network.ties.len()];
    let mut inside = vec![false; network.classes.len()];
    let mut region = Vec::new();
    let mut queue = ties.to_vec();
    let mut at = 0;
    while let Some(tie) = queue.get(at).copied() {
        at += 1;
        if std::mem::replace(&mut seen[tie], true) {
            continue;
        }
        if region.len() >= size {
            return (region, false);
        }
        for (_, class) in network.ties[tie].terms.iter().filter(|(_, class)| may(*class)) {
            if !std::mem::replace(&mut inside[*class], true) {
                region.push(*class);
                queue.extend(&network.ties_of[*class]);
            }
        }
    }
    (region, true)
}
