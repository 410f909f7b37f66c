//! Turns what readers see into the whole-number interval of each hidden cell; shares nothing with the search.

#![allow(dead_code, clippy::unwrap_used, reason = "each test takes what it needs, and may panic")]

use gongshi::disclosure::{Problem, Published, Zeros};
use microlp::{ComparisonOp, OptimizationDirection, Variable};

/// More than any count of the tables attacked.
const MOST: i32 = 20_000;

/// For each hidden cell its index and the least and greatest count it can have. Sees values of shown cells only.
pub fn intervals(problem: &Problem, seen: &[Published]) -> Vec<(usize, i64, i64)> {
    let least = if problem.zeros == Zeros::Shown { 1 } else { 0 };
    let hidden: Vec<usize> = (0..seen.len()).filter(|cell| seen[*cell] == Published::Hidden).collect();
    let bound = |cell: usize, direction| {
        let mut program = microlp::Problem::new(direction);
        let variables: Vec<Option<Variable>> = (0..seen.len())
            .map(|other| {
                let cost = if other == cell { 1.0 } else { 0.0 };
                (seen[other] == Published::Hidden).then(|| program.add_integer_var(cost, (least, MOST)))
            })
            .collect();
        for (statements, op) in [(&problem.relations, ComparisonOp::Eq), (&problem.inequalities, ComparisonOp::Ge)] {
            for statement in statements {
                let mut rest = statement.rhs;
                let mut terms: Vec<(Variable, f64)> = Vec::new();
                for (coef, cell) in &statement.terms {
                    match (seen[*cell], variables[*cell]) {
                        (Published::Value(value), _) => rest -= coef * value,
                        (_, Some(variable)) => terms.push((variable, *coef as f64)),
                        _ => {}
                    }
                }
                program.add_constraint(&terms, op, rest as f64);
            }
        }
        program.solve().unwrap().into_solution().unwrap().objective().round() as i64
    };
    let each = hidden.iter().map(|cell| {
        (*cell, bound(*cell, OptimizationDirection::Minimize), bound(*cell, OptimizationDirection::Maximize))
    });
    each.collect()
}
