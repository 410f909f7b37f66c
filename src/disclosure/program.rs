//! Turns classes that may move into a linear programme and its cheapest solution. Nothing it says is trusted.

use microlp::{ComparisonOp, OptimizationDirection, Problem as Program, SolveOptions, Variable};

use super::network::Network;

/// A bound the solver takes as none; far more than any witness moves.
pub(super) const OPEN: i64 = 1 << 20;

/// What the move of a class costs.
#[derive(Clone, Copy)]
pub(super) enum Price {
    /// This much a step, up or down.
    Step(f64),
    /// This much a step up, and as much gained a step down.
    Rise(f64),
}

/// A class that may move.
pub(super) struct Column {
    /// The class.
    pub(super) class: usize,
    /// Least and greatest change.
    pub(super) range: (i64, i64),
    /// Its price.
    pub(super) price: Price,
}

/// How far each column moves at the least cost, if there is a way; in whole numbers where a limit of nodes is given.
///
/// `shift` is what each tie has already gained by moves outside the columns.
pub(super) fn cheapest(
    network: &Network,
    columns: &[Column],
    shift: impl Fn(usize) -> i64,
    nodes: Option<u64>,
) -> Option<Vec<(usize, f64)>> {
    if columns.is_empty() {
        return None;
    }
    let mut program = Program::new(OptimizationDirection::Minimize);
    let mut variables: Vec<Option<(Variable, Option<Variable>)>> = vec![None; network.classes.len()];
    for Column { class, range: (low, high), price } in columns {
        if low > high {
            return None;
        }
        let mut add = |cost: f64, low: i64, high: i64| match nodes {
            None => {
                let low = if low <= -OPEN { f64::NEG_INFINITY } else { low as f64 };
                let high = if high >= OPEN { f64::INFINITY } else { high as f64 };
                program.add_var(cost, (low, high))
            }
            // Bounds of at most `OPEN` fit.
            Some(_) => program.add_integer_var(cost, (low.max(-OPEN) as i32, high.min(OPEN) as i32)),
        };
        variables[*class] = Some(match price {
            Price::Step(cost) => (add(*cost, 0, *high), Some(add(*cost, 0, -low))),
            Price::Rise(cost) => (add(*cost, *low, *high), None),
        });
    }
    for index in network.around(columns.iter().map(|column| column.class)) {
        let tie = &network.ties[index];
        let mut terms: Vec<(Variable, f64)> = Vec::with_capacity(2 * tie.terms.len());
        for (coef, class) in &tie.terms {
            let coef = *coef as f64;
            match variables[*class] {
                Some((rise, Some(fall))) => terms.extend([(rise, coef), (fall, -coef)]),
                Some((both, None)) => terms.push((both, coef)),
                None => {}
            }
        }
        let left = -shift(index) as f64;
        match tie.slack {
            None => program.add_constraint(&terms, ComparisonOp::Eq, left),
            Some(slack) if slack < OPEN => program.add_constraint(&terms, ComparisonOp::Ge, left - slack as f64),
            Some(_) => {}
        }
    }
    let mut options = SolveOptions::default();
    options.node_limit = nodes;
    let solution = program.solve_with(options).ok()?.into_solution().ok()?;
    let moves = columns.iter().map(|column| {
        let (one, other) = variables[column.class]?;
        let moved = match other {
            Some(fall) => solution.var_value(one) - solution.var_value(fall),
            None => solution.var_value(one),
        };
        Some((column.class, moved))
    });
    moves.collect()
}

/// Moves as a change in the nearest whole numbers, by class; none where one is too far.
pub(super) fn rounded(moves: &[(usize, f64)]) -> Option<Vec<(usize, i64)>> {
    let mut change = Vec::new();
    for (class, moved) in moves.iter().map(|(class, moved)| (*class, moved.round())) {
        if moved.abs() >= OPEN as f64 {
            return None;
        }
        if moved != 0.0 {
            change.push((class, moved as i64));
        }
    }
    change.sort_unstable();
    Some(change)
}
