//! Turns what cannot be protected into a refusal that says why, so that nothing is published instead.

use std::fmt;

use super::check::Violation;
use super::problem::Fault;

/// Why there is no outcome: even with everything hidden that still can be, these cells are too narrow.
///
/// What earlier releases show can pin a cell down; then nothing but another form of the table helps.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unprotected {
    /// Cells that must be hidden and cannot be protected, in order.
    pub cells: Vec<usize>,
}

/// Why there is no pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The problem is unsound.
    Fault(Fault),
    /// Cells that must be hidden and cannot be protected.
    Unprotected(Unprotected),
    /// The checker refused what the search found: a defect of this program.
    Audit(Violation),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fault(fault) => fault.fmt(f),
            Self::Unprotected(Unprotected { cells }) => write!(f, "nothing can protect the cells {cells:?}"),
            Self::Audit(violation) => write!(f, "the check of the result failed: {violation}"),
        }
    }
}

impl std::error::Error for Refusal {}
