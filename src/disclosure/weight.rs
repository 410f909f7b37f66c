//! Turns counts into the cost of hiding them: cells count alike, and among them a big total costs more than a small cell.

use super::problem::Problem;

/// Cost of hiding the smallest cell; one of the largest costs `BASE + TILT`.
const BASE: f64 = 1.0;
/// How much more the largest cell costs. Measured on random tables: see the tests of quality.
const TILT: f64 = 0.5;

/// The cost of hiding each cell, about 1 where the caller gives no weight.
pub(super) fn costs(problem: &Problem) -> Vec<f64> {
    let mut values: Vec<i64> = problem.cells.iter().map(|cell| cell.value).collect();
    values.sort_unstable();
    values.dedup();
    let last = values.len().saturating_sub(1).max(1) as f64;
    let cost = |value: &i64| BASE + TILT * values.partition_point(|other| other < value) as f64 / last;
    problem.cells.iter().map(|cell| cell.weight.map_or_else(|| cost(&cell.value), f64::from)).collect()
}
