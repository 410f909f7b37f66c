//! Turns a table of which too much is hidden into a proposal: which neighbouring values to merge, at the smallest loss.
//!
//! It reads true counts and is for the clerk only. What it promises is an estimate; only protecting anew tells.

use super::axis::Axis;
use super::outcome::{Pattern, Share, Status};
use super::problem::{Problem, Zeros, is_sensitive};
use super::tables::Layout;

/// Neighbouring values that become one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The dimension, by its place in the layout.
    pub axis: usize,
    /// The values, in the order of the dimension; at least two, parts of one whole.
    pub values: Vec<usize>,
}

/// A proposal, and what it is expected to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coarsening {
    /// The merges, by dimension and value; none where nothing needs to or nothing would help.
    pub merges: Vec<Merge>,
    /// Share hidden now.
    pub before: Share,
    /// Share hidden as expected, if hidden cells fall as sensitive ones do.
    pub after: Share,
    /// Shown counts that are lost.
    pub lost: usize,
}

/// Proposes merges until the share expected to be hidden is at most `limit` per mille, or nothing more would help.
///
/// Greedy: the merge that frees most sensitive cells for each shown count lost; of equals the first. Only parts of one
/// whole that follow each other are merged; months are not, as what is released stays.
#[must_use]
pub fn coarsen(problem: &Problem, layout: &Layout, pattern: &Pattern, limit: usize) -> Coarsening {
    let mut grid = Grid::of(problem, layout, pattern);
    let before = grid.share;
    let sensitive = grid.sensitive();
    let mut lost = 0;
    while grid.share.per_mille() > limit {
        let choices = grid.choices(&layout.axes).into_iter().map(|(axis, first)| {
            let (merged, gain, loss) = grid.merge(axis, first, problem);
            (gain, loss, merged)
        });
        // gain / (loss + 1), compared without division; `reduce` keeps the first of equals.
        let best = choices
            .filter(|(gain, ..)| *gain > 0)
            .reduce(|best, next| if next.0 * (best.1 + 1) > best.0 * (next.1 + 1) { next } else { best });
        let Some((_, loss, merged)) = best else { break };
        grid = merged;
        lost += loss;
        let cells = grid.entries.iter().filter(|entry| entry.is_some()).count();
        let hidden = (before.hidden * grid.sensitive()).div_ceil(sensitive.max(1));
        grid.share = Share { hidden: hidden.min(cells), cells };
    }
    let merges = grid.groups.iter().enumerate().flat_map(|(axis, groups)| {
        let merged = groups.iter().filter(|values| values.len() > 1);
        merged.map(move |values| Merge { axis, values: values.clone() })
    });
    Coarsening { merges: merges.collect(), before, after: grid.share, lost }
}

/// A count of the table as it would be.
#[derive(Clone, Copy)]
struct Entry {
    value: i64,
    sensitive: bool,
    hidden: bool,
}

/// The table with values merged.
struct Grid {
    /// For each dimension its values, each a list of original ones.
    groups: Vec<Vec<Vec<usize>>>,
    /// The counts, the last dimension fastest; none where not applicable.
    entries: Vec<Option<Entry>>,
    /// Share hidden, after merges as expected.
    share: Share,
}

impl Grid {
    fn of(problem: &Problem, layout: &Layout, pattern: &Pattern) -> Self {
        let entries: Vec<Option<Entry>> = (layout.first..layout.first + layout.cells())
            .map(|index| {
                let (cell, status) = (problem.cells.get(index)?, pattern.get(index)?);
                let entry = Entry { value: cell.value, sensitive: cell.sensitive, hidden: *status == Status::Hidden };
                (*status != Status::Structural).then_some(entry)
            })
            .collect();
        let hidden = entries.iter().flatten().filter(|entry| entry.hidden).count();
        let share = Share { hidden, cells: entries.iter().flatten().count() };
        let groups = layout.axes.iter().map(|axis| (0..axis.values.len()).map(|value| vec![value]).collect());
        Self { groups: groups.collect(), entries, share }
    }

    fn sensitive(&self) -> usize {
        self.entries.iter().flatten().filter(|entry| entry.sensitive).count()
    }

    /// Dimension and first of each two neighbours that may be merged: leaves of one whole, one after the other.
    fn choices(&self, axes: &[Axis]) -> Vec<(usize, usize)> {
        let mut choices = Vec::new();
        for (index, axis) in axes.iter().enumerate().filter(|(_, axis)| axis.releases.is_empty()) {
            let leaf = |value: usize| axis.sums.iter().all(|(whole, _)| *whole != value);
            let parent = |group: &[usize]| group.first().and_then(|value| axis.parents[*value]);
            let groups = &self.groups[index];
            for first in 0..groups.len().saturating_sub(1) {
                let (one, next) = (&groups[first], &groups[first + 1]);
                let leaves = one.iter().chain(next).all(|value| leaf(*value));
                // The last two parts of a whole stay apart: merged they would be the whole itself.
                let parts = groups.iter().filter(|group| parent(group) == parent(one)).count();
                if leaves && parent(one).is_some() && parent(one) == parent(next) && parts > 2 {
                    choices.push((index, first));
                }
            }
        }
        choices
    }

    /// The table with two neighbours merged, the sensitive cells it frees, and the shown counts it loses.
    fn merge(&self, axis: usize, first: usize, problem: &Problem) -> (Self, usize, usize) {
        let size = self.groups[axis].len();
        let stride: usize = self.groups.iter().skip(axis + 1).map(Vec::len).product();
        let mut entries = Vec::with_capacity(self.entries.len());
        let (mut gain, mut loss) = (0_usize, 0);
        for (place, entry) in self.entries.iter().enumerate() {
            let at = place / stride % size;
            if at == first + 1 {
                continue;
            }
            if at != first {
                entries.push(*entry);
                continue;
            }
            let other = self.entries.get(place + stride).copied().flatten();
            let both = [*entry, other].into_iter().flatten();
            let value: i64 = both.clone().map(|entry| entry.value).sum();
            // A count that is large and sensitive has few cases; merging may or may not give it enough.
            let few = both.clone().any(|entry| entry.sensitive && entry.value >= problem.k);
            let sensitive = few || is_sensitive(value, None, problem.k, problem.zeros);
            gain += both.clone().filter(|entry| entry.sensitive).count().saturating_sub(usize::from(sensitive));
            let shown =
                both.clone().filter(|entry| !entry.hidden && (entry.value > 0 || problem.zeros == Zeros::Hidden));
            loss += shown.count().saturating_sub(usize::from(!sensitive));
            let hidden = both.clone().any(|entry| entry.hidden) && sensitive;
            entries.push(both.clone().next().map(|_| Entry { value, sensitive, hidden }));
        }
        let mut groups = self.groups.clone();
        let next = groups[axis].remove(first + 1);
        groups[axis][first].extend(next);
        (Self { groups, entries, share: self.share }, gain, loss)
    }
}
