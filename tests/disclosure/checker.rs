//! Turns sound outcomes into unsound ones, each in one way; the checker has to name the fault of each.

use super::common::{fill, flat};
use gongshi::disclosure::{
    Fault, Linear, Need, Outcome, Problem, State, Status, Tables, Violation, Witness, Zeros, protect, verify,
};

/// A table of four by four with one small cell, and its pattern.
fn sound() -> (Problem, Outcome, usize) {
    let axes = vec![flat("a", 3), flat("b", 3)];
    let counts = fill(&axes, |at| match (at[0], at[1]) {
        (1, 1) => 3,
        (3, 3) => 0,
        _ => 20,
    });
    let mut tables = Tables::new(5, Zeros::Shown);
    let layout = tables.add(axes, &counts, None);
    let mut problem = tables.finish();
    let small = layout.cell(&[1, 1]);
    problem.inequalities.push(Linear::at_least(layout.cell(&[0, 0]), small));
    problem.inequalities.push(Linear::new(vec![(-1, small)], -9));
    let outcome = protect(&problem).unwrap();
    (problem, outcome, small)
}

/// Index of a witness with changes.
fn moving(outcome: &Outcome) -> usize {
    outcome.witnesses.iter().position(|witness| !witness.changes.is_empty()).unwrap()
}

#[test]
fn each_fault_is_named() {
    let (problem, outcome, small) = sound();
    assert_eq!(verify(&problem, &outcome), Ok(()));
    let zero = problem.cells.iter().position(|cell| cell.value == 0).unwrap();
    let shown =
        (0..outcome.pattern.len()).find(|cell| outcome.pattern[*cell] == Status::Shown && *cell != zero).unwrap();
    let at = moving(&outcome);

    // What is done to problem and outcome, and whether the violation is the one expected.
    type Harm = Box<dyn Fn(&mut Problem, &mut Outcome)>;
    type Expected = Box<dyn Fn(Violation) -> bool>;
    let cases: Vec<(&str, Harm, Expected)> = vec![
        ("a status is missing", Box::new(|_, o| o.pattern.truncate(1)), Box::new(|v| v == Violation::Length)),
        (
            "a small count is shown",
            Box::new(move |_, o| o.pattern[small] = Status::Shown),
            Box::new(move |v| v == Violation::Status(small)),
        ),
        (
            "a zero is hidden",
            Box::new(move |_, o| o.pattern[zero] = Status::Hidden),
            Box::new(move |v| v == Violation::Status(zero)),
        ),
        (
            "a count is called not applicable",
            Box::new(move |_, o| o.pattern[shown] = Status::Structural),
            Box::new(move |v| v == Violation::Status(shown)),
        ),
        (
            "what was hidden is shown",
            Box::new(move |p, _| p.cells[shown].state = State::Hidden),
            Box::new(move |v| v == Violation::Status(shown)),
        ),
        (
            "what was shown is hidden",
            Box::new(move |p, o| {
                p.cells[shown].state = State::Shown;
                o.pattern[shown] = Status::Hidden;
            }),
            Box::new(move |v| v == Violation::Status(shown)),
        ),
        (
            "a group is divided",
            Box::new(move |p, _| p.groups.push(vec![small, shown])),
            Box::new(|v| matches!(v, Violation::Group(_))),
        ),
        (
            "a witness moves a shown cell",
            Box::new(move |_, o| o.witnesses[at] = Witness { changes: vec![(shown, 1)] }),
            Box::new(move |v| v == Violation::Shape(at)),
        ),
        (
            "a witness names a cell twice",
            Box::new(move |_, o| o.witnesses[at].changes = vec![(small, 1), (small, 1)]),
            Box::new(move |v| v == Violation::Shape(at)),
        ),
        (
            "a witness makes a count zero",
            Box::new(move |_, o| o.witnesses[at].changes = vec![(small, -3)]),
            Box::new(move |v| v == Violation::Bound { witness: at, cell: small }),
        ),
        (
            "a witness passes a public bound",
            Box::new(move |p, o| {
                p.cells[small].upper = Some(3);
                o.witnesses[at].changes = vec![(small, 1)];
            }),
            Box::new(move |v| v == Violation::Bound { witness: at, cell: small }),
        ),
        (
            "a witness leaves a count too large for arithmetic",
            Box::new(move |_, o| o.witnesses[at].changes = vec![(small, i64::MAX)]),
            Box::new(move |v| v == Violation::Bound { witness: at, cell: small }),
        ),
        (
            "a witness breaks a sum",
            Box::new(move |_, o| o.witnesses[at].changes = vec![(small, 1)]),
            Box::new(move |v| matches!(v, Violation::Relation { witness, .. } if witness == at)),
        ),
        (
            "a witness breaks an inequality",
            Box::new(move |p, o| {
                p.relations.clear();
                o.witnesses[at].changes = vec![(small, 7)];
            }),
            Box::new(move |v| v == Violation::Inequality { witness: at, inequality: 1 }),
        ),
        ("a pair is missing", Box::new(|_, o| o.pairs.clear()), Box::new(|v| matches!(v, Violation::Narrow(_)))),
        (
            "a pair is the truth twice",
            Box::new(|_, o| o.pairs.iter_mut().for_each(|pair| (pair.low, pair.high) = (0, 0))),
            Box::new(|v| matches!(v, Violation::Narrow(_))),
        ),
        (
            "a pair names no witness",
            Box::new(|_, o| o.pairs.iter_mut().for_each(|pair| pair.high = usize::MAX)),
            Box::new(|v| matches!(v, Violation::Narrow(_))),
        ),
        (
            "a pair is upside down",
            Box::new(|_, o| o.pairs.iter_mut().for_each(|pair| (pair.low, pair.high) = (pair.high, pair.low))),
            Box::new(|v| matches!(v, Violation::Narrow(_))),
        ),
        (
            "more is needed",
            Box::new(move |p, _| p.cells[small].need = Some(Need::Span(50))),
            Box::new(move |v| v == Violation::Narrow(small)),
        ),
        (
            "the truth does not add up",
            Box::new(move |p, _| p.cells[shown].value += 1),
            Box::new(|v| matches!(v, Violation::Problem(Fault::Relation(_)))),
        ),
    ];
    for (name, harm, expected) in cases {
        let (mut problem, mut outcome) = (problem.clone(), outcome.clone());
        harm(&mut problem, &mut outcome);
        let verdict = verify(&problem, &outcome);
        assert!(verdict.is_err_and(&expected), "{name}: {verdict:?}");
    }
}

#[test]
fn unsound_problems_are_refused() {
    let (problem, _, small) = sound();
    type Harm = Box<dyn Fn(&mut Problem)>;
    let cases: Vec<(Harm, Fault)> = vec![
        (Box::new(|p| p.k = 1), Fault::Threshold),
        (Box::new(|p| p.cells[1].value = -1), Fault::Cell(1)),
        (Box::new(|p| p.cells[1].upper = Some(0)), Fault::Cell(1)),
        (Box::new(|p| p.cells[1].weight = Some(0)), Fault::Cell(1)),
        (Box::new(|p| p.cells[1].need = Some(Need::Reach { low: 2, high: 1 })), Fault::Cell(1)),
        (Box::new(move |p| p.cells[small].state = State::Shown), Fault::Unhidable(small)),
        (Box::new(|p| p.relations[0].terms.push((1, 9_999))), Fault::Relation(0)),
        (Box::new(|p| p.relations[0].terms.push((1, 0))), Fault::Relation(0)),
        (Box::new(|p| p.relations[0].rhs = 1), Fault::Relation(0)),
        (Box::new(|p| p.inequalities[0].rhs = 1 << 39), Fault::Inequality(0)),
        (Box::new(|p| p.groups.push(vec![9_999])), Fault::Group(0)),
    ];
    for (harm, fault) in cases {
        let mut problem = problem.clone();
        harm(&mut problem);
        assert_eq!(problem.validate(), Err(fault));
        assert_eq!(protect(&problem), Err(gongshi::disclosure::Refusal::Fault(fault)));
    }
}
