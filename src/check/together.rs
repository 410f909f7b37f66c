//! What only shows when all rosters are read together: a person in two places at once, two rosters in one room.

use super::ground::Ground;
use super::rosters::Written;
use crate::diag::Report;

/// Reports collisions among the rosters of all units, which are in the order of [`Ground::units`].
pub(super) fn check(_ground: &Ground<'_>, _rosters: &[Vec<Written>], _report: &mut Report) {}
