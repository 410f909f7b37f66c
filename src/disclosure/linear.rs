//! Turns terms over cells into one linear statement: an equality or an inequality, by where it stands.

/// Σ coefficient · cell, compared with a right-hand side.
///
/// Among the relations of a problem it reads "= rhs", among its inequalities "≥ rhs".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Linear {
    /// Coefficient (not 0, at most 1,000 in size) and index of the cell; a cell stands once.
    pub terms: Vec<(i64, usize)>,
    /// Right-hand side, in counts.
    pub rhs: i64,
}

impl Linear {
    /// A statement over terms with a right-hand side.
    #[must_use]
    pub const fn new(terms: Vec<(i64, usize)>, rhs: i64) -> Self {
        Self { terms, rhs }
    }

    /// `total` = Σ `parts`.
    #[must_use]
    pub fn sum(total: usize, parts: &[usize]) -> Self {
        let terms = std::iter::once((-1, total)).chain(parts.iter().map(|part| (1, *part))).collect();
        Self { terms, rhs: 0 }
    }

    /// `greater` ≥ `less`, where the statement stands among inequalities.
    #[must_use]
    pub fn at_least(greater: usize, less: usize) -> Self {
        Self { terms: vec![(1, greater), (-1, less)], rhs: 0 }
    }

    /// The left side minus the right one for given values; exact for all values a problem accepts.
    pub(super) fn excess(&self, value: impl Fn(usize) -> i64) -> i128 {
        let left: i128 = self.terms.iter().map(|(coef, cell)| i128::from(*coef) * i128::from(value(*cell))).sum();
        left - i128::from(self.rhs)
    }
}
