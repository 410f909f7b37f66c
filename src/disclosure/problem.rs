//! Turns what a county publishes into a problem of disclosure control: cells, what ties them, and what readers know.

use std::collections::BTreeSet;
use std::fmt;

use super::linear::Linear;

/// Largest count, bound or right-hand side a problem accepts; far above any office's, and exact in the solver's `f64`.
const LARGEST: i64 = 1 << 40;
/// Largest coefficient a problem accepts; sums of this and [`LARGEST`] stay far inside `i128`, and tableaus well scaled.
const STEEPEST: i64 = 1_000;

/// How a site treats zeros, once for all tables: readers learn it from the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zeros {
    /// Every zero is shown, so that a hidden cell is known to be at least 1.
    Shown,
    /// Zeros are hidden like small counts.
    Hidden,
}

impl Zeros {
    /// The least count a hidden base cell can have, as readers know it.
    #[must_use]
    pub const fn least(self) -> i64 {
        match self {
            Self::Shown => 1,
            Self::Hidden => 0,
        }
    }
}

/// What is already settled about a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not yet released: shown or hidden is to be decided.
    Open,
    /// Shown by an earlier release; readers have it for good.
    Shown,
    /// Hidden by an earlier release; it stays hidden and unknown.
    Hidden,
    /// Not applicable: cannot occur, counts 0, and readers know it.
    Structural,
}

/// How far apart the tables have to lie that could be true as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Two tables at least this far apart in the cell.
    Span(i64),
    /// One table with the cell at `low` or below, and one at `high` or above.
    Reach {
        /// What the lower table may not exceed.
        low: i64,
        /// What the upper table has to reach.
        high: i64,
    },
}

impl Need {
    /// Whether tables from `least` to `most` meet the need.
    #[must_use]
    pub const fn is_met(self, least: i64, most: i64) -> bool {
        match self {
            Self::Span(width) => most.saturating_sub(least) >= width,
            Self::Reach { low, high } => least <= low && most >= high,
        }
    }
}

/// One count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The true count, at least 0.
    pub value: i64,
    /// What is settled already.
    pub state: State,
    /// What readers know it to be at least, were it hidden.
    pub lower: i64,
    /// What readers know it to be at most, were it hidden.
    pub upper: Option<i64>,
    /// Cost of hiding it, at least 1; by rank of the value where there is none.
    pub weight: Option<u32>,
    /// Whether it may be published at all; see [`is_sensitive`].
    pub sensitive: bool,
    /// Another guarantee than the usual one; see [`Problem::need`].
    pub need: Option<Need>,
    /// The release it belongs to, for the shares hidden.
    pub release: usize,
    /// The table it belongs to, for the shares hidden.
    pub table: usize,
    /// Whether it is a sum that only stands for one of a later release, and is never published; see [`Problem::watch`].
    pub watched: bool,
}

impl Cell {
    /// An open cell of release 0 and table 0 that is not sensitive and of which readers know only that it is a count.
    #[must_use]
    pub const fn open(value: i64) -> Self {
        Self {
            value,
            state: State::Open,
            lower: 0,
            upper: None,
            weight: None,
            sensitive: false,
            need: None,
            release: 0,
            table: 0,
            watched: false,
        }
    }
}

/// Cells, and everything readers know about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The threshold: counts above 0 and below it are not published. At least 2.
    pub k: i64,
    /// How the site treats zeros.
    pub zeros: Zeros,
    /// The cells; statements name them by index.
    pub cells: Vec<Cell>,
    /// Equalities readers know, "Σ coefficient · cell = rhs".
    pub relations: Vec<Linear>,
    /// Inequalities readers know, "Σ coefficient · cell ≥ rhs".
    pub inequalities: Vec<Linear>,
    /// Cells that are shown together or not at all. A zero that the policy shows anyway stands outside.
    pub groups: Vec<Vec<usize>>,
}

/// Whether a count may not be published: a group below `k`, or too few distinct cases behind it.
///
/// `cases` is the count of the companion cell where there is one (批次 beside 人次: 30 persons in 1 batch are one case).
/// Where zeros are hidden a zero is one of the small counts; were it shown, every other hidden cell would be at least 1.
#[must_use]
pub fn is_sensitive(count: i64, cases: Option<i64>, k: i64, zeros: Zeros) -> bool {
    if count == 0 {
        return zeros == Zeros::Hidden;
    }
    count < k || cases.is_some_and(|cases| cases < k)
}

impl Problem {
    /// The width of the guarantee: k less the least count of a hidden cell.
    #[must_use]
    pub const fn width(&self) -> i64 {
        self.k - self.zeros.least()
    }

    /// What readers know a cell to be at least, were it hidden.
    pub(super) fn floor(&self, cell: &Cell) -> i64 {
        cell.lower.max(self.zeros.least())
    }

    /// Whether the policy shows this cell for its zero.
    pub(super) fn is_shown_zero(&self, cell: &Cell) -> bool {
        self.zeros == Zeros::Shown && cell.value == 0
    }

    /// The guarantee a cell has, were it hidden.
    ///
    /// A sensitive cell reaches its floor and floor + width; any other two tables a width apart.
    #[must_use]
    pub fn need(&self, cell: &Cell) -> Need {
        match cell.need {
            Some(need) => need,
            None if cell.sensitive => {
                let low = self.floor(cell);
                Need::Reach { low, high: low + self.width() }
            }
            None => Need::Span(self.width()),
        }
    }

    /// Adds what follows from the statements for any reader: a total of which no part is applicable is a zero that need
    /// not and cannot be hidden, and a total is no less than its parts that are not zero.
    pub fn complete(&mut self) {
        let known = |cell: &Cell| cell.state == State::Structural || cell.upper == Some(0);
        let mut settled = true;
        while settled {
            settled = false;
            for relation in self.relations.iter().filter(|relation| relation.rhs == 0) {
                let cells = relation.terms.iter().map(|(_, cell)| *cell);
                let mut others = cells.filter(|cell| !known(&self.cells[*cell]));
                let (Some(last), None) = (others.next(), others.next()) else { continue };
                let cell = &mut self.cells[last];
                if cell.state == State::Open && cell.value == 0 {
                    (cell.upper, cell.sensitive) = (Some(0), false);
                    settled = true;
                }
            }
        }
        self.raise_floors();
    }

    /// Raises what readers know cells to be at least: a total is no less than its parts that are not zero.
    ///
    /// Only relations with a single total and rhs 0 are used. Known are the zero policy and [`Cell::lower`], no value.
    fn raise_floors(&mut self) {
        for cell in &mut self.cells {
            let fixed = cell.value == 0 || cell.state == State::Structural;
            let least = if fixed { 0 } else { self.zeros.least() };
            cell.lower = cell.lower.max(least);
        }
        let totals: Vec<(usize, i64, &Linear, i64)> =
            self.relations.iter().filter(|relation| relation.rhs == 0).flat_map(totals).collect();
        // Every floor is at most the true count, so raising ends.
        let mut raised = true;
        while raised {
            raised = false;
            for (whole, coef, relation, sign) in &totals {
                let parts = relation.terms.iter().filter(|(_, cell)| cell != whole);
                let sum: i64 = parts.map(|(coef, cell)| sign * coef * self.cells[*cell].lower).sum();
                let floor = sum.div_euclid(*coef) + i64::from(sum.rem_euclid(*coef) != 0);
                if let Some(cell) = self.cells.get_mut(*whole).filter(|cell| cell.lower < floor && floor <= cell.value)
                {
                    cell.lower = floor;
                    raised = true;
                }
            }
        }
    }

    /// Holds the problem against itself: sizes, indices, and whether the true counts fit all that is stated.
    ///
    /// # Errors
    ///
    /// The first [`Fault`] in the order cells, relations, inequalities, groups.
    pub fn validate(&self) -> Result<(), Fault> {
        if !(2..=LARGEST).contains(&self.k) {
            return Err(Fault::Threshold);
        }
        for (index, cell) in self.cells.iter().enumerate() {
            let fits = cell.value >= 0 && cell.value <= LARGEST;
            let bounded = cell.lower <= cell.value && cell.upper.is_none_or(|upper| cell.value <= upper);
            let structural = cell.state == State::Structural && cell.value != 0;
            if !fits || !bounded || structural || cell.weight == Some(0) {
                return Err(Fault::Cell(index));
            }
            let must_hide = cell.sensitive || cell.state == State::Hidden;
            let cannot = self.is_shown_zero(cell) || matches!(cell.state, State::Shown | State::Structural);
            if must_hide && cannot {
                return Err(Fault::Unhidable(index));
            }
            let needs = match cell.need {
                Some(Need::Span(width)) => (0..=LARGEST).contains(&width),
                Some(Need::Reach { low, high }) => low <= high && high.abs() <= LARGEST && low.abs() <= LARGEST,
                None => true,
            };
            if !needs {
                return Err(Fault::Cell(index));
            }
        }
        let value = |cell: usize| self.cells[cell].value;
        for (index, relation) in self.relations.iter().enumerate() {
            if !self.is_sound(relation) || relation.excess(value) != 0 {
                return Err(Fault::Relation(index));
            }
        }
        for (index, inequality) in self.inequalities.iter().enumerate() {
            if !self.is_sound(inequality) || inequality.excess(value) < 0 {
                return Err(Fault::Inequality(index));
            }
        }
        let count = self.cells.len();
        match self.groups.iter().position(|group| group.iter().any(|cell| *cell >= count)) {
            Some(index) => Err(Fault::Group(index)),
            None => Ok(()),
        }
    }

    /// Whether a statement names known cells, each once, with coefficients the arithmetic is made for.
    fn is_sound(&self, linear: &Linear) -> bool {
        let cells: BTreeSet<usize> = linear.terms.iter().map(|(_, cell)| *cell).collect();
        cells.len() == linear.terms.len()
            && cells.last().is_none_or(|last| *last < self.cells.len())
            && linear.terms.iter().all(|(coef, _)| *coef != 0 && coef.abs() <= STEEPEST)
            && linear.rhs.abs() <= LARGEST
    }
}

/// The terms alone of their sign in a relation: cell, size of its coefficient, the relation, sign that makes parts positive.
///
/// Two, one of each sign, where a total has a single part: then each is no less than the other.
fn totals(relation: &Linear) -> impl Iterator<Item = (usize, i64, &Linear, i64)> {
    [1, -1].into_iter().filter_map(move |sign| {
        let mut against = relation.terms.iter().filter(|(coef, _)| coef * sign < 0);
        match (against.next(), against.next()) {
            (Some((coef, cell)), None) => Some((*cell, coef.abs(), relation, sign)),
            _ => None,
        }
    })
}

/// What is wrong with a problem, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The threshold is below 2 or out of range.
    Threshold,
    /// A count, bound, weight or need out of range, or a count outside its own bounds.
    Cell(usize),
    /// A cell that must be hidden, and cannot be: shown before, not applicable, or a zero where zeros are shown.
    Unhidable(usize),
    /// A relation that names a cell twice or none that exists, or that the true counts break.
    Relation(usize),
    /// An inequality of which the same holds.
    Inequality(usize),
    /// A group with a cell that does not exist.
    Group(usize),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Threshold => write!(f, "the threshold is out of range"),
            Self::Cell(index) => write!(f, "cell {index} has a number out of range"),
            Self::Unhidable(index) => write!(f, "cell {index} must be hidden and cannot be"),
            Self::Relation(index) => write!(f, "relation {index} does not hold"),
            Self::Inequality(index) => write!(f, "inequality {index} does not hold"),
            Self::Group(index) => write!(f, "group {index} names an unknown cell"),
        }
    }
}

impl std::error::Error for Fault {}
