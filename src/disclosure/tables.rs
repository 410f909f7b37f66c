//! Turns counts over crossed dimensions into cells and the relations among them, in every direction.

use super::axis::Axis;
use super::linear::Linear;
use super::problem::{Cell, Problem, State, Zeros, is_sensitive};

/// Where the cells of a table stand: the last dimension runs fastest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The dimensions.
    pub axes: Vec<Axis>,
    /// Index of the table's first cell in the problem.
    pub first: usize,
}

impl Layout {
    /// How many cells the table has.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.axes.iter().map(|axis| axis.values.len()).product()
    }

    /// How many cells one step along a dimension passes over.
    pub(super) fn stride(&self, axis: usize) -> usize {
        self.axes.iter().skip(axis + 1).map(|axis| axis.values.len()).product()
    }

    /// The cell at a value of each dimension.
    #[must_use]
    pub fn cell(&self, at: &[usize]) -> usize {
        let place = at.iter().zip(&self.axes).fold(0, |place, (value, axis)| place * axis.values.len() + value);
        self.first + place
    }

    /// The value of a dimension at a cell of the table.
    #[must_use]
    pub fn value(&self, cell: usize, axis: usize) -> usize {
        (cell - self.first) / self.stride(axis) % self.axes[axis].values.len()
    }

    /// The relations of the cross product: every sum of every dimension, at every combination of the others.
    #[must_use]
    pub fn relations(&self) -> Vec<Linear> {
        let mut relations = Vec::new();
        for (index, axis) in self.axes.iter().enumerate() {
            let stride = self.stride(index);
            let starts = (0..self.cells()).filter(|place| (place / stride).is_multiple_of(axis.values.len()));
            for start in starts {
                for (whole, parts) in &axis.sums {
                    let at = |value: &usize| self.first + start + value * stride;
                    let parts: Vec<usize> = parts.iter().map(at).collect();
                    relations.push(Linear::sum(at(whole), &parts));
                }
            }
        }
        relations
    }

    /// The cells whose sums later releases will be part of, at every combination of the other dimensions.
    fn running(&self) -> Vec<Vec<usize>> {
        let mut all = Vec::new();
        for (index, axis) in self.axes.iter().enumerate().filter(|(_, axis)| !axis.running.is_empty()) {
            let stride = self.stride(index);
            let starts = (0..self.cells()).filter(|place| (place / stride).is_multiple_of(axis.values.len()));
            for start in starts {
                let cells =
                    |values: &Vec<usize>| values.iter().map(|value| self.first + start + value * stride).collect();
                all.extend(axis.running.iter().map(cells));
            }
        }
        all
    }
}

/// Tables that are being gathered into a problem.
#[derive(Debug, Clone)]
pub struct Tables {
    problem: Problem,
    tables: usize,
}

impl Tables {
    /// No tables yet. Threshold as in [`Problem::k`].
    #[must_use]
    pub const fn new(k: i64, zeros: Zeros) -> Self {
        let problem = Problem {
            k,
            zeros,
            cells: Vec::new(),
            relations: Vec::new(),
            inequalities: Vec::new(),
            groups: Vec::new(),
        };
        Self { problem, tables: 0 }
    }

    /// Adds a table: true counts in the order of its [`Layout`], none where not applicable; missing counts are the same.
    ///
    /// `cases` is a table of the same layout added before, with the distinct cases behind each count: a count of few
    /// cases is sensitive, and readers know that no count is less than its cases.
    pub fn add(&mut self, axes: Vec<Axis>, counts: &[Option<i64>], cases: Option<&Layout>) -> Layout {
        let layout = Layout { axes, first: self.problem.cells.len() };
        let table = self.tables;
        self.tables += 1;
        let dated = layout.axes.iter().position(|axis| !axis.releases.is_empty());
        for place in 0..layout.cells() {
            let index = layout.first + place;
            let release = dated.map_or(0, |axis| layout.axes[axis].releases[layout.value(index, axis)]);
            let count = counts.get(place).copied().flatten();
            let companion = cases.map(|cases| cases.first + place).filter(|cell| *cell < layout.first);
            let cell = match count {
                None => Cell { state: State::Structural, release, table, ..Cell::open(0) },
                Some(value) => {
                    let behind = companion.map(|cell| self.problem.cells[cell].value);
                    let sensitive = is_sensitive(value, behind, self.problem.k, self.problem.zeros);
                    Cell { sensitive, release, table, ..Cell::open(value) }
                }
            };
            if let (Some(companion), State::Open) = (companion, cell.state) {
                self.problem.inequalities.push(Linear::at_least(index, companion));
            }
            self.problem.cells.push(cell);
        }
        for relation in layout.relations() {
            // A total with one child is the same number under two names.
            if let [(_, whole), (_, part)] = relation.terms.as_slice() {
                self.problem.groups.push(vec![*whole, *part]);
            }
            self.problem.relations.push(relation);
        }
        for parts in layout.running() {
            self.problem.watch(&parts);
        }
        layout
    }

    /// The problem, with all that follows for any reader.
    #[must_use]
    pub fn finish(mut self) -> Problem {
        self.problem.complete();
        self.problem
    }
}
