//! Turns sums that later releases will complete into cells of their own, so that they are protected while they still can be.
//!
//! A quarter of 2 + 1 + 0 is small. Were its months protected one by one only, their tables need not allow all of them to
//! be low at once, and the quarter could not be released; what is frozen cannot be mended.

use std::collections::BTreeSet;

use super::linear::Linear;
use super::problem::{Cell, Problem, is_sensitive};

/// How many levels of sums are opened: year, half-years, quarters, months.
const LEVELS: usize = 4;

impl Problem {
    /// Adds the sum of `parts` as a cell that is never published, if it is small; later releases will show a sum with it.
    ///
    /// The cell belongs to the last release of its parts. Readers are given no more to go by, so this is never unsafe.
    pub fn watch(&mut self, parts: &[usize]) -> Option<usize> {
        let cells = || parts.iter().filter_map(|part| self.cells.get(*part));
        let value = cells().map(|cell| cell.value).sum();
        let release = cells().map(|cell| cell.release).max()?;
        if !is_sensitive(value, None, self.k, self.zeros) {
            return None;
        }
        let table = cells().map(|cell| cell.table).next()?;
        let index = self.cells.len();
        self.cells.push(Cell { sensitive: true, watched: true, release, table, ..Cell::open(value) });
        self.relations.push(Linear::sum(index, parts));
        Some(index)
    }

    /// Watches, for every total that a later release shows, the sum of its parts so far after each release before.
    pub fn look_ahead(&mut self) {
        let sums: Vec<Option<Vec<usize>>> = {
            let mut sums: Vec<Option<Vec<usize>>> = vec![None; self.cells.len()];
            for (whole, parts) in self.relations.iter().filter_map(sum) {
                let spread = parts.iter().any(|part| self.cells[*part].release != self.cells[whole].release);
                let known = sums[whole].as_ref().is_some_and(|known| known.len() >= parts.len());
                if spread && !known {
                    sums[whole] = Some(parts);
                }
            }
            sums
        };
        let mut known: BTreeSet<Vec<usize>> = self.relations.iter().filter_map(sum).map(|(_, parts)| parts).collect();
        for whole in 0..sums.len() {
            if sums[whole].is_none() {
                continue;
            }
            let mut parts = vec![whole];
            for _ in 0..LEVELS {
                let open = |part: &usize| sums[*part].clone().unwrap_or_else(|| vec![*part]);
                parts = parts.iter().flat_map(open).collect();
            }
            parts.sort_unstable();
            parts.dedup();
            let releases: BTreeSet<usize> = parts.iter().map(|part| self.cells[*part].release).collect();
            for release in releases.iter().take(releases.len().saturating_sub(1)) {
                let so_far: Vec<usize> =
                    parts.iter().copied().filter(|part| self.cells[*part].release <= *release).collect();
                if so_far.len() > 1 && known.insert(so_far.clone()) {
                    self.watch(&so_far);
                }
            }
        }
    }
}

/// A relation as a total and its parts, sorted.
fn sum(relation: &Linear) -> Option<(usize, Vec<usize>)> {
    [1, -1].into_iter().find_map(|sign| {
        let whole = relation.terms.iter().find(|(coef, _)| *coef == -sign)?.1;
        let mut parts: Vec<usize> =
            relation.terms.iter().filter(|(coef, _)| *coef == sign).map(|(_, cell)| *cell).collect();
        parts.sort_unstable();
        (relation.rhs == 0 && parts.len() > 1 && parts.len() + 1 == relation.terms.len()).then_some((whole, parts))
    })
}
