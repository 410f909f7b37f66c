//! Turns a pattern into what is published and what the clerk is told: statuses, witness tables, shares hidden.

use std::collections::BTreeMap;

use super::explain::Reason;
use super::problem::{Problem, State};

/// What readers see of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The count.
    Shown,
    /// One symbol, the same for whatever reason it is hidden.
    Hidden,
    /// Not applicable.
    Structural,
}

/// The status of each cell of a problem, by index.
pub type Pattern = Vec<Status>;

/// A table that fits everything published as well as the true one, as changes from the true one. Private.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Witness {
    /// Cells in order and by how much they differ from the truth, never 0.
    pub changes: Vec<(usize, i64)>,
}

impl Witness {
    /// How far the witness is from the truth in a cell.
    #[must_use]
    pub fn change(&self, cell: usize) -> i64 {
        let found = self.changes.binary_search_by_key(&cell, |(cell, _)| *cell);
        found.ok().and_then(|at| self.changes.get(at)).map_or(0, |(_, change)| *change)
    }
}

/// Index of the true table among the witnesses: the witness without changes.
pub const TRUTH: usize = 0;

/// The two tables that protect one hidden cell, as indices among the witnesses. Private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The hidden cell.
    pub cell: usize,
    /// The table in which it is low.
    pub low: usize,
    /// The table in which it is high.
    pub high: usize,
}

/// How much of a release or table is hidden. Cells that are not applicable or never published are no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Hidden cells.
    pub hidden: usize,
    /// All cells.
    pub cells: usize,
}

impl Share {
    /// Hidden cells of all, in per mille, rounded up so that no limit is passed unseen.
    #[must_use]
    pub const fn per_mille(self) -> usize {
        if self.cells == 0 { 0 } else { (self.hidden * 1_000).div_ceil(self.cells) }
    }

    /// Counts cells under a key.
    pub(super) fn by(problem: &Problem, pattern: &Pattern, key: impl Fn(usize) -> usize) -> BTreeMap<usize, Self> {
        let mut shares: BTreeMap<usize, Self> = BTreeMap::new();
        for (index, status) in pattern.iter().enumerate().take(problem.cells.len()) {
            if *status != Status::Structural && !problem.cells[index].watched {
                let share = shares.entry(key(index)).or_default();
                share.cells += 1;
                share.hidden += usize::from(*status == Status::Hidden);
            }
        }
        shares
    }
}

/// A pattern that has been proven, and its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The status of each cell.
    pub pattern: Pattern,
    /// Tables that fit all that is published; the first is the truth. Private.
    pub witnesses: Vec<Witness>,
    /// For each hidden cell, in order, the two tables that protect it. Private.
    pub pairs: Vec<Pair>,
    /// Why each cell that is not sensitive had to be hidden by this release, in order of cells. Private.
    pub reasons: Vec<Reason>,
    /// Share hidden by release.
    pub by_release: BTreeMap<usize, Share>,
    /// Share hidden by table.
    pub by_table: BTreeMap<usize, Share>,
}

impl Outcome {
    /// Share hidden of all cells.
    #[must_use]
    pub fn share(&self) -> Share {
        self.by_release.values().fold(Share::default(), |sum, share| Share {
            hidden: sum.hidden + share.hidden,
            cells: sum.cells + share.cells,
        })
    }
}

/// What may leave the office of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// The count.
    Value(i64),
    /// Hidden.
    Hidden,
    /// Not applicable.
    NotApplicable,
}

impl Published {
    /// The published form of a pattern. It reads the value of no hidden cell.
    #[must_use]
    pub fn of(problem: &Problem, pattern: &Pattern) -> Vec<Self> {
        let each = problem.cells.iter().zip(pattern).map(|(cell, status)| match (status, cell.state) {
            (Status::Structural, _) | (_, State::Structural) => Self::NotApplicable,
            (Status::Hidden, _) => Self::Hidden,
            (Status::Shown, _) => Self::Value(cell.value),
        });
        each.collect()
    }
}
