//! Turns "this class has to move so far" into the cheapest change of the others that fits all ties.
//!
//! Nothing here is trusted: what comes back is rounded and held against the ties in integers, and again by the checker.

use super::network::Network;
use super::program::{Column, Price, cheapest, rounded};

/// How many nodes the search for whole numbers may take where rounding fails. A count, never a time: same input, same answer.
const NODES: u64 = 100;
/// The same for the search among the classes that move already.
const FEW_NODES: u64 = 20;

/// Changes of classes, by class, none 0.
pub(super) type Change = Vec<(usize, i64)>;

/// How far the target has to move.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// By this much or more, signed.
    Reach(i64),
    /// As far towards this much as possible, signed.
    Towards(i64),
}

/// A question to the solver.
pub(super) struct Ask<'a> {
    /// The classes and ties.
    pub(super) network: &'a Network,
    /// For each class what a move by one costs; none where it may not move.
    pub(super) cost: &'a [Option<f64>],
    /// The class that has to move.
    pub(super) target: usize,
    /// How far.
    pub(super) aim: Aim,
    /// Sizes of the regions around the target to look in before all of it, rising. None: it is the last resort, and
    /// whole numbers are sought at all cost.
    pub(super) near: &'a [usize],
}

impl Ask<'_> {
    /// The cheapest change found, if there is one; at least a step where the aim is a direction.
    pub(super) fn answer(&self) -> Option<Change> {
        // A change close by is found in a fraction of the time that the whole region takes.
        for size in self.near.iter().chain([&usize::MAX]) {
            let (region, whole) = self.region(*size);
            let region = region.unwrap_or_default();
            let found = self.solve(&region, None).and_then(|moves| {
                let moving: Vec<usize> =
                    moves.iter().filter(|(_, moved)| moved.abs() > 1e-6).map(|(class, _)| *class).collect();
                self.rounded(&moves).or_else(|| {
                    // Fractions of whole circuits: often the same classes have a change in whole numbers.
                    let again = self.solve(&moving, Some(FEW_NODES)).and_then(|moves| self.rounded(&moves));
                    let last = || self.solve(&region, Some(NODES)).and_then(|moves| self.rounded(&moves));
                    if self.near.is_empty() { again.or_else(last) } else { again }
                })
            });
            if found.is_some() || whole {
                return found;
            }
        }
        None
    }

    /// The classes that could take part in a change, the target first, and whether these are all there are.
    ///
    /// They are the nearest that are tied to the target over others that may move, about `size`, less those that an
    /// equality leaves alone; none where that holds for the target.
    fn region(&self, size: usize) -> (Option<Vec<usize>>, bool) {
        let network = self.network;
        let mut inside = vec![false; network.classes.len()];
        let mut seen = vec![false; network.ties.len()];
        let mut left = vec![0_usize; network.ties.len()];
        let mut region = vec![self.target];
        let mut lonely = Vec::new();
        inside[self.target] = true;
        let mut at = 0;
        let mut whole = true;
        while let Some(class) = region.get(at).copied() {
            at += 1;
            let full = region.len() >= size;
            for tie in &network.ties_of[class] {
                if std::mem::replace(&mut seen[*tie], true) {
                    continue;
                }
                for (_, next) in &network.ties[*tie].terms {
                    if inside[*next] {
                        left[*tie] += 1;
                    } else if self.cost[*next].is_some() {
                        if full {
                            whole = false;
                            continue;
                        }
                        left[*tie] += 1;
                        inside[*next] = true;
                        region.push(*next);
                    }
                }
                if left[*tie] == 1 && network.ties[*tie].slack.is_none() {
                    lonely.push(*tie);
                }
            }
        }
        while let Some(tie) = lonely.pop() {
            for (_, class) in network.ties[tie].terms.iter().filter(|(_, class)| inside[*class]) {
                if *class == self.target {
                    return (None, whole);
                }
                for other in &network.ties_of[*class] {
                    left[*other] -= 1;
                    if left[*other] == 1 && network.ties[*other].slack.is_none() {
                        lonely.push(*other);
                    }
                }
            }
            for (_, class) in &network.ties[tie].terms {
                inside[*class] = false;
            }
        }
        region.retain(|class| inside[*class]);
        (Some(region), whole)
    }

    /// How far each class of a region moves at the least cost, if there is a way; in whole numbers where a limit of
    /// nodes is given.
    fn solve(&self, region: &[usize], nodes: Option<u64>) -> Option<Vec<(usize, f64)>> {
        let columns = region.iter().map(|class| {
            let of = &self.network.classes[*class];
            if *class != self.target {
                return Some(Column {
                    class: *class,
                    range: (-of.down, of.up),
                    price: Price::Step(self.cost[*class]?),
                });
            }
            let (range, price) = match self.aim {
                Aim::Reach(by) if by > 0 => ((by, of.up), 1e-3),
                Aim::Reach(by) => ((-of.down, by), -1e-3),
                Aim::Towards(by) if by > 0 => ((0, by.min(of.up)), -1e4),
                Aim::Towards(by) => ((by.max(-of.down), 0), 1e4),
            };
            Some(Column { class: *class, range, price: Price::Rise(price) })
        });
        cheapest(self.network, &columns.collect::<Option<Vec<_>>>()?, |_| 0, nodes)
    }

    /// The change in whole numbers nearest to moves, if it fits everything.
    fn rounded(&self, moves: &[(usize, f64)]) -> Option<Change> {
        rounded(moves).filter(|change| self.holds(change))
    }

    /// Whether a change, sorted by class, fits ties, bounds and aim, in integers.
    fn holds(&self, change: &Change) -> bool {
        let moved = change.iter().find(|(class, _)| *class == self.target).map_or(0, |(_, moved)| *moved);
        let aimed = match self.aim {
            Aim::Reach(amount) => moved * amount.signum() >= amount.abs(),
            Aim::Towards(amount) => moved * amount.signum() >= 1,
        };
        aimed && self.network.fits(change)
    }
}
