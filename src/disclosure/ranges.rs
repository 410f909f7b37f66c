//! Turns witness tables into the range each cell is known to have: how low and how high it stands in one of them.

use super::outcome::{TRUTH, Witness};

/// The witnesses so far, and for each cell the lowest and highest of them.
#[derive(Clone)]
pub(super) struct Ranges {
    /// All witnesses, the truth first; also those given up.
    pub(super) witnesses: Vec<Witness>,
    /// For which cell each was sought.
    pub(super) target: Vec<usize>,
    /// Which of them still stand.
    stands: Vec<bool>,
    /// For each cell the witnesses that change it.
    users: Vec<Vec<usize>>,
    /// For each cell the lowest change and its witness.
    low: Vec<(i64, usize)>,
    /// For each cell the highest change and its witness.
    high: Vec<(i64, usize)>,
}

impl Ranges {
    /// Knows the truth only.
    pub(super) fn of(cells: usize) -> Self {
        Self {
            witnesses: vec![Witness::default()],
            target: vec![usize::MAX],
            stands: vec![true],
            users: vec![Vec::new(); cells],
            low: vec![(0, TRUTH); cells],
            high: vec![(0, TRUTH); cells],
        }
    }

    /// The lowest change of a cell and the witness with it.
    pub(super) fn low(&self, cell: usize) -> (i64, usize) {
        self.low[cell]
    }

    /// The highest change of a cell and the witness with it.
    pub(super) fn high(&self, cell: usize) -> (i64, usize) {
        self.high[cell]
    }

    /// Adds a witness sought for a cell.
    pub(super) fn add(&mut self, witness: Witness, target: usize) {
        let index = self.witnesses.len();
        for (cell, change) in &witness.changes {
            self.users[*cell].push(index);
            if *change < self.low[*cell].0 {
                self.low[*cell] = (*change, index);
            }
            if *change > self.high[*cell].0 {
                self.high[*cell] = (*change, index);
            }
        }
        self.witnesses.push(witness);
        self.target.push(target);
        self.stands.push(true);
    }

    /// Gives up every witness that changes one of these cells.
    ///
    /// Returns the witnesses given up and the cells that lose their lowest or highest one, in order, each once.
    pub(super) fn give_up(&mut self, cells: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let mut gone: Vec<usize> =
            cells.iter().flat_map(|cell| &self.users[*cell]).copied().filter(|witness| self.stands[*witness]).collect();
        gone.sort_unstable();
        gone.dedup();
        for witness in &gone {
            self.stands[*witness] = false;
        }
        let stands = |(_, witness): (i64, usize)| self.stands[witness];
        let mut poorer: Vec<usize> =
            gone.iter().flat_map(|witness| &self.witnesses[*witness].changes).map(|(cell, _)| *cell).collect();
        poorer.sort_unstable();
        poorer.dedup();
        poorer.retain(|cell| !stands(self.low[*cell]) || !stands(self.high[*cell]));
        for cell in &poorer {
            self.recount(*cell);
        }
        (gone, poorer)
    }

    /// Takes witnesses back that were given up, and forgets all from `length` on.
    pub(super) fn restore(&mut self, gone: &[usize], length: usize) {
        let mut touched: Vec<usize> = Vec::new();
        for index in (length..self.witnesses.len()).rev() {
            for (cell, _) in &self.witnesses[index].changes {
                self.users[*cell].pop();
                touched.push(*cell);
            }
        }
        self.witnesses.truncate(length);
        self.target.truncate(length);
        self.stands.truncate(length);
        for witness in gone {
            self.stands[*witness] = true;
            touched.extend(self.witnesses[*witness].changes.iter().map(|(cell, _)| *cell));
        }
        touched.sort_unstable();
        touched.dedup();
        for cell in touched {
            self.recount(cell);
        }
    }

    /// Finds the lowest and highest standing witness of a cell anew; the first of equals.
    fn recount(&mut self, cell: usize) {
        let (mut low, mut high) = ((0, TRUTH), (0, TRUTH));
        for index in self.users[cell].iter().filter(|index| self.stands[**index]) {
            let change = self.witnesses[*index].change(cell);
            if change < low.0 {
                low = (change, *index);
            }
            if change > high.0 {
                high = (change, *index);
            }
        }
        self.low[cell] = low;
        self.high[cell] = high;
    }
}
