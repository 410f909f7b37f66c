//! Turns a need into witnesses and hidden cells, until every hidden cell has what it needs or one cannot have it.

use std::collections::BTreeSet;

use super::bundles::Bundles;
use super::network::Network;
use super::outcome::Witness;
use super::problem::{Need, Problem, State};
use super::ranges::Ranges;
use super::refusal::Unprotected;
use super::solve::{Aim, Ask, Change};
use super::weight;

/// Cost of moving what is hidden anyway: small, so that witnesses stay short.
pub(super) const FREE: f64 = 1.0 / 64.0;

/// Sizes of the surroundings in which a witness over hidden cells is sought first.
const NEAR: [usize; 2] = [40, 160];

/// Multiples of a change that are tried as witnesses.
const MULTIPLES: [i64; 5] = [-1, 2, -2, 4, -4];

/// In what order and at what price the search goes; no choice can make its result unsafe.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    /// Large sensitive cells first.
    pub(super) large_first: bool,
    /// All cells cost the same.
    pub(super) flat: bool,
}

/// A search under way.
#[derive(Clone)]
pub(super) struct Search<'a> {
    pub(super) problem: &'a Problem,
    pub(super) network: &'a Network,
    pub(super) needs: &'a [Need],
    /// Cost of hiding each cell.
    pub(super) weights: Vec<f64>,
    /// The classes that share a status, by bundle.
    pub(super) bundles: &'a Bundles,
    /// Whether each cell is hidden so far.
    pub(super) hidden: Vec<bool>,
    /// What moving each class costs; none where it may not move.
    pub(super) cost: Vec<Option<f64>>,
    pub(super) ranges: Ranges,
    plan: Plan,
    /// Changes of the release before, as far as they concern what was hidden then.
    pub(super) earlier: Vec<Change>,
    /// For each cell the earlier changes that move it.
    pub(super) movers: Vec<Vec<usize>>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        problem: &'a Problem,
        network: &'a Network,
        bundles: &'a Bundles,
        needs: &'a [Need],
        plan: Plan,
    ) -> Self {
        let weights = if plan.flat { vec![1.0; problem.cells.len()] } else { weight::costs(problem) };
        let mut search = Self {
            problem,
            network,
            needs,
            weights,
            bundles,
            hidden: vec![false; problem.cells.len()],
            cost: vec![None; network.classes.len()],
            ranges: Ranges::of(problem.cells.len()),
            plan,
            earlier: Vec::new(),
            movers: vec![Vec::new(); problem.cells.len()],
        };
        for bundle in 0..bundles.classes.len() {
            if bundles.forced[bundle] {
                search.hide(bundle);
            } else if !bundles.closed[bundle] && search.has_room(bundle) {
                let cost: f64 = bundles.cells(network, bundle).iter().map(|cell| search.weights[*cell]).sum();
                search.price(bundle, Some(cost));
            }
        }
        search
    }

    /// Whether every cell of a bundle could be as uncertain as it would have to be.
    fn has_room(&self, bundle: usize) -> bool {
        self.bundles.classes[bundle].iter().map(|class| &self.network.classes[*class]).all(|class| {
            class.members.iter().all(|(cell, sign)| {
                let value = self.problem.cells[*cell].value;
                let (down, up) = if *sign > 0 { (class.down, class.up) } else { (class.up, class.down) };
                self.needs[*cell].is_met(value - down, value + up)
            })
        })
    }

    fn price(&mut self, bundle: usize, cost: Option<f64>) {
        for class in &self.bundles.classes[bundle] {
            self.cost[*class] = cost;
        }
    }

    pub(super) fn hide(&mut self, bundle: usize) {
        for cell in self.bundles.cells(self.network, bundle) {
            self.hidden[cell] = true;
        }
        self.price(bundle, Some(FREE));
    }

    /// Hidden cells in an order that finds the hardest first.
    fn order(&self) -> Vec<usize> {
        let mut cells: Vec<usize> = (0..self.hidden.len()).filter(|cell| self.hidden[*cell]).collect();
        cells.sort_by_key(|cell| {
            let of = &self.problem.cells[*cell];
            let size = if self.plan.large_first { -of.value } else { of.value };
            (!(of.sensitive && of.state == State::Open), of.state != State::Hidden, size, *cell)
        });
        cells
    }

    pub(super) fn is_met(&self, cell: usize) -> bool {
        let value = self.problem.cells[cell].value;
        self.needs[cell].is_met(value + self.ranges.low(cell).0, value + self.ranges.high(cell).0)
    }

    /// Protects every hidden cell, hiding more where it has to.
    pub(super) fn settle(&mut self) -> Result<(), Unprotected> {
        loop {
            let open: Vec<usize> = self.order().into_iter().filter(|cell| !self.is_met(*cell)).collect();
            if open.is_empty() {
                return Ok(());
            }
            let mut lost = Vec::new();
            for cell in open {
                if !self.hidden[cell] || self.is_met(cell) || self.serve(cell, true) {
                    continue;
                }
                let Some((class, _)) = self.network.place[cell] else { continue };
                let bundle = self.bundles.of[class];
                if self.bundles.forced[bundle] {
                    lost.push(cell);
                } else {
                    // Everything that can be hidden leaves it narrow: readers know it, so it is shown.
                    self.show(bundle);
                }
            }
            if !lost.is_empty() {
                lost.sort_unstable();
                return Err(Unprotected { cells: lost });
            }
        }
    }

    /// Shows a bundle for good and gives up the witnesses that move it.
    ///
    /// Returns the witnesses given up, and the cells that lose one they stood on.
    pub(super) fn show(&mut self, bundle: usize) -> (Vec<usize>, Vec<usize>) {
        self.price(bundle, None);
        let cells = self.bundles.cells(self.network, bundle);
        for cell in &cells {
            self.hidden[*cell] = false;
        }
        self.ranges.give_up(&cells)
    }

    /// Whether a bundle is hidden so far.
    pub(super) fn is_hidden(&self, bundle: usize) -> bool {
        self.bundles.classes[bundle].first().is_some_and(|class| self.cost[*class].is_some_and(|cost| cost <= FREE))
    }

    /// Looks for witnesses until a cell has what it needs; may hide more cells where `open`.
    pub(super) fn serve(&mut self, cell: usize, open: bool) -> bool {
        let frozen = self.is_frozen(cell);
        (frozen && self.extend(cell, false)) || self.seek(cell, open) || (frozen && open && self.extend(cell, true))
    }

    /// Looks for witnesses of this release.
    fn seek(&mut self, cell: usize, open: bool) -> bool {
        let value = self.problem.cells[cell].value;
        match self.needs[cell] {
            Need::Reach { low, high } => {
                let wanted = [low - value, high - value];
                let mut wanted: Vec<i64> = wanted
                    .into_iter()
                    .filter(|by| {
                        (*by < 0 && self.ranges.low(cell).0 > *by) || (*by > 0 && self.ranges.high(cell).0 < *by)
                    })
                    .collect();
                wanted.sort_by_key(|by| -by.abs());
                wanted.into_iter().all(|by| self.push(cell, by, open))
            }
            Need::Span(width) => {
                let (low, high) = (self.ranges.low(cell).0, self.ranges.high(cell).0);
                let (rise, fall) = (low + width, high - width);
                if self.push(cell, rise, false) || self.push(cell, fall, false) {
                    return true;
                }
                if open {
                    let ways = [rise, fall].map(|by| (by, self.ask(cell, Aim::Reach(by), true)));
                    let best = ways.into_iter().filter_map(|(by, change)| {
                        let change = change?;
                        Some((self.price_of(&change), by, change))
                    });
                    if let Some((_, _, change)) = best.min_by(|one, other| one.0.total_cmp(&other.0)) {
                        self.accept(&change, cell);
                        return true;
                    }
                }
                // Neither way goes far enough alone: as far as possible up, and the rest down.
                if let Some(change) = self.ask(cell, Aim::Towards(rise), open) {
                    self.accept(&change, cell);
                }
                let rest = self.ranges.high(cell).0 - width;
                self.is_met(cell) || (rest < 0 && self.push(cell, rest, open))
            }
        }
    }

    /// Adds a witness in which a cell moves by this much: over hidden cells only, else, where `open`, over others too.
    fn push(&mut self, cell: usize, by: i64, open: bool) -> bool {
        let found = self.ask(cell, Aim::Reach(by), false);
        let found = if found.is_none() && open { self.ask(cell, Aim::Reach(by), true) } else { found };
        let Some(change) = found else { return false };
        self.accept(&change, cell);
        true
    }

    fn ask(&self, cell: usize, aim: Aim, open: bool) -> Option<Change> {
        let (target, sign) = self.network.place[cell]?;
        let aim = match aim {
            Aim::Reach(by) => Aim::Reach(by * sign),
            Aim::Towards(by) => Aim::Towards(by * sign),
        };
        let closed: Vec<Option<f64>>;
        let cost = if open {
            &self.cost
        } else {
            closed = self.cost.iter().map(|cost| cost.filter(|cost| *cost <= FREE)).collect();
            &closed
        };
        Ask { network: self.network, cost, target, aim, near: if open { &[] } else { &NEAR } }.answer()
    }

    /// What a change hides that is not hidden yet.
    fn price_of(&self, change: &Change) -> f64 {
        let bundles: BTreeSet<usize> = change.iter().map(|(class, _)| self.bundles.of[*class]).collect();
        let cells = bundles.iter().flat_map(|bundle| self.bundles.cells(self.network, *bundle));
        cells.filter(|cell| !self.hidden[*cell]).map(|cell| self.weights[cell]).sum()
    }

    /// Takes a change as a witness and hides what it moves.
    pub(super) fn accept(&mut self, change: &Change, target: usize) {
        let mut changes = Vec::new();
        for (class, moved) in change {
            let bundle = self.bundles.of[*class];
            if self.cost[*class].is_none_or(|cost| cost > FREE) {
                self.hide(bundle);
            }
            changes.extend(self.network.classes[*class].members.iter().map(|(cell, sign)| (*cell, moved * sign)));
        }
        changes.sort_unstable();
        self.ranges.add(Witness { changes }, target);
        self.multiply(change, target);
    }

    /// Takes multiples of a change as well, where they fit and a cell of it still needs them.
    ///
    /// What a change ties stays tied under its multiples, so only bounds and inequalities can be against it.
    fn multiply(&mut self, change: &Change, target: usize) {
        for times in MULTIPLES {
            let multiple: Change = change.iter().map(|(class, moved)| (*class, moved * times)).collect();
            if !self.network.fits(&multiple) {
                continue;
            }
            let mut changes: Vec<(usize, i64)> = Vec::new();
            for (class, moved) in &multiple {
                changes.extend(self.network.classes[*class].members.iter().map(|(cell, sign)| (*cell, moved * sign)));
            }
            let helps = changes.iter().any(|(cell, moved)| {
                !self.is_met(*cell) && (*moved < self.ranges.low(*cell).0 || *moved > self.ranges.high(*cell).0)
            });
            if helps {
                changes.sort_unstable();
                self.ranges.add(Witness { changes }, target);
            }
        }
    }

    /// What the pattern costs: hidden cells first, among equals their weight.
    pub(super) fn loss(&self) -> f64 {
        let costs = weight::costs(self.problem);
        (0..self.hidden.len()).filter(|cell| self.hidden[*cell]).map(|cell| 1.0 + costs[cell] / 1e6).sum()
    }
}
