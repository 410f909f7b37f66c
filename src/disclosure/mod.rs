//! Turns a set of linked counts into a pattern of shown and hidden cells from which no hidden one can be narrowed down.
//!
//! An untrusted solver looks for other tables that fit everything published; a small checker in integers decides. An
//! error of the solver can cost information or refuse a release, it cannot publish a leak.
//!
//! Not claimed: how likely the values inside an interval are, a reader who runs this method again, sums of hidden cells.

mod ahead;
mod axis;
mod bundles;
mod check;
mod coarsen;
mod explain;
mod extend;
mod linear;
mod network;
mod outcome;
mod problem;
mod program;
mod protect;
mod prune;
mod ranges;
mod refusal;
mod search;
mod solve;
mod tables;
mod turns;
mod weight;

pub use axis::Axis;
pub use check::{Violation, verify};
pub use coarsen::{Coarsening, Merge, coarsen};
pub use explain::Reason;
pub use linear::Linear;
pub use outcome::{Outcome, Pair, Pattern, Published, Share, Status, TRUTH, Witness};
pub use problem::{Cell, Fault, Need, Problem, State, Zeros, is_sensitive};
pub use protect::{protect, protect_after};
pub use refusal::{Refusal, Unprotected};
pub use tables::{Layout, Tables};
pub use turns::{Turn, protect_in_turn};
