//! Turns a seed into tables like those of a county: skewed counts, hierarchies, months that add up.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test takes what it needs, and may panic")]

pub mod attacker;

use gongshi::disclosure::{Axis, Layout, Problem, Status, Tables, Turn, Zeros, protect_in_turn};

/// A small generator of our own, so that tables are the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides.max(1)
    }

    /// A number from 0 to 1.
    pub fn share(&mut self) -> f64 {
        self.roll(1 << 30) as f64 / f64::from(1 << 30)
    }

    /// A count with this mean, spread as counts are.
    pub fn count(&mut self, mean: f64) -> i64 {
        if mean > 60.0 {
            let sum: f64 = (0..12).map(|_| self.share()).sum::<f64>() - 6.0;
            return (mean + mean.sqrt() * sum).round().max(0.0) as i64;
        }
        let limit = (-mean).exp();
        let mut product = self.share();
        let mut count = 0;
        while product > limit {
            product *= self.share();
            count += 1;
        }
        count
    }

    /// Sizes with mean 1, skewed: with `spread` 1.6 some are ten times as large as others.
    pub fn sizes(&mut self, count: usize, spread: f64) -> Vec<f64> {
        let sizes: Vec<f64> =
            (0..count).map(|_| (spread * (self.share() + self.share() + self.share() - 1.5)).exp()).collect();
        let sum: f64 = sizes.iter().sum();
        sizes.into_iter().map(|size| size * count as f64 / sum).collect()
    }
}

/// A total with this many parts.
pub fn flat(name: &str, parts: usize) -> Axis {
    let names: Vec<String> = (0..=parts).map(|part| format!("{name}{part}")).collect();
    let values: Vec<(&str, Option<usize>)> =
        names.iter().enumerate().map(|(at, name)| (name.as_str(), (at > 0).then_some(0))).collect();
    Axis::hierarchy(name, &values)
}

/// A total over groups over leaves.
pub fn tree(name: &str, groups: &[usize]) -> Axis {
    let mut names = vec![(format!("{name}all"), None)];
    for (group, leaves) in groups.iter().enumerate() {
        let parent = names.len();
        names.push((format!("{name}{group}"), Some(0)));
        for leaf in 0..*leaves {
            names.push((format!("{name}{group}-{leaf}"), Some(parent)));
        }
    }
    let values: Vec<(&str, Option<usize>)> = names.iter().map(|(name, parent)| (name.as_str(), *parent)).collect();
    Axis::hierarchy(name, &values)
}

/// Fills a cross product: base cells from `base`, the others as sums.
pub fn fill(axes: &[Axis], mut base: impl FnMut(&[usize]) -> i64) -> Vec<Option<i64>> {
    let layout = Layout { axes: axes.to_vec(), first: 0 };
    let mut counts: Vec<i64> = Vec::new();
    for cell in 0..layout.cells() {
        let at: Vec<usize> = (0..axes.len()).map(|axis| layout.value(cell, axis)).collect();
        let leaf = at.iter().zip(axes).all(|(value, axis)| axis.sums.iter().all(|(whole, _)| whole != value));
        counts.push(if leaf { base(&at) } else { 0 });
    }
    for (index, axis) in axes.iter().enumerate() {
        // Sums of sums come after what they sum up: a hierarchy from the leaves, months as they pass.
        let mut sums = axis.sums.clone();
        if axis.releases.is_empty() {
            sums.reverse();
        }
        for (whole, parts) in &sums {
            for cell in 0..layout.cells() {
                if layout.value(cell, index) == *whole {
                    let mut at: Vec<usize> = (0..axes.len()).map(|axis| layout.value(cell, axis)).collect();
                    let part = |value: &usize| {
                        at[index] = *value;
                        counts[layout.cell(&at)]
                    };
                    counts[cell] = parts.iter().map(part).sum();
                }
            }
        }
    }
    counts.into_iter().map(Some).collect()
}

/// A table of this mean a base cell, places and categories skewed by `spread`.
pub fn table(seed: u64, axes: Vec<Axis>, mean: f64, spread: f64, zeros: Zeros) -> (Problem, Layout) {
    let mut dice = Dice(seed);
    // Months differ little, places and categories much.
    let spread_of = |axis: &Axis| if axis.releases.is_empty() { spread } else { 0.3 };
    let sizes: Vec<Vec<f64>> = axes.iter().map(|axis| dice.sizes(axis.values.len(), spread_of(axis))).collect();
    let counts = fill(&axes, |at| {
        let size: f64 = at.iter().zip(&sizes).map(|(value, sizes)| sizes[*value]).product();
        dice.count(mean * size)
    });
    let mut tables = Tables::new(5, zeros);
    let layout = tables.add(axes, &counts, None);
    (tables.finish(), layout)
}

/// Protects release by release; the pattern of all cells and what happened at each release.
pub fn sequence(whole: &Problem) -> (Vec<Option<Status>>, Vec<Turn>) {
    let turns = protect_in_turn(whole).unwrap();
    let mut pattern = vec![None; whole.cells.len()];
    for turn in &turns {
        for (at, cell) in turn.cells.iter().enumerate() {
            pattern[*cell] = Some(turn.outcome.pattern[at]);
        }
    }
    (pattern, turns)
}
