//! Turns tables of which too much is hidden into proposals, and holds them against what protecting anew says.

use super::common::{fill, flat, table, tree};
use gongshi::disclosure::{Axis, Layout, Merge, Tables, Zeros, coarsen, protect};

/// A table of three towns and five kinds; the kinds 2 and 3 are rare.
fn rare() -> (Vec<Axis>, Vec<Option<i64>>) {
    let axes = vec![flat("town", 3), flat("kind", 5)];
    let counts = fill(&axes, |at| match at[1] {
        2 | 3 => 3,
        _ => 40 + 7 * at[0] as i64,
    });
    (axes, counts)
}

#[test]
fn the_rare_neighbours_are_merged() {
    let (axes, counts) = rare();
    let mut tables = Tables::new(5, Zeros::Shown);
    let layout = tables.add(axes, &counts, None);
    let problem = tables.finish();
    let outcome = protect(&problem).unwrap();
    let proposal = coarsen(&problem, &layout, &outcome.pattern, 100);
    assert_eq!(proposal.merges, [Merge { axis: 1, values: vec![2, 3] }]);
    assert_eq!((proposal.after.hidden, proposal.before.hidden), (0, outcome.share().hidden));
    assert_eq!(proposal.lost, 1, "only the totals of the two kinds were shown");
}

#[test]
fn nothing_is_proposed_within_the_limit_or_without_help() {
    let (axes, counts) = rare();
    let mut tables = Tables::new(5, Zeros::Shown);
    let layout = tables.add(axes, &counts, None);
    let problem = tables.finish();
    let outcome = protect(&problem).unwrap();
    let limit = outcome.share().per_mille();
    assert!(coarsen(&problem, &layout, &outcome.pattern, limit).merges.is_empty());
    assert!(!coarsen(&problem, &layout, &outcome.pattern, limit - 1).merges.is_empty());
    // Two parts of a whole are never merged into it.
    let axes = vec![flat("town", 2), flat("kind", 2)];
    let counts = fill(&axes, |_| 3);
    let mut tables = Tables::new(5, Zeros::Shown);
    let layout = tables.add(axes, &counts, None);
    let problem = tables.finish();
    let outcome = protect(&problem).unwrap();
    assert!(coarsen(&problem, &layout, &outcome.pattern, 0).merges.is_empty());
}

#[test]
fn protecting_the_merged_table_hides_a_smaller_share() {
    let mut better = 0;
    for seed in 0..10 {
        let axes = vec![flat("town", 8), tree("kind", &[3, 4])];
        let (problem, layout) = table(seed, axes.clone(), 8.0, 1.0, Zeros::Shown);
        let outcome = protect(&problem).unwrap();
        let proposal = coarsen(&problem, &layout, &outcome.pattern, 150);
        for merge in &proposal.merges {
            assert!(merge.values.windows(2).all(|pair| pair[0] + 1 == pair[1]), "neighbours only: {merge:?}");
        }
        let (axes, counts) = merged(&axes, &layout, &problem, &proposal.merges);
        let mut tables = Tables::new(5, Zeros::Shown);
        tables.add(axes, &counts, None);
        let after = protect(&tables.finish()).unwrap().share();
        better += usize::from(after.per_mille() < outcome.share().per_mille());
    }
    assert!(better >= 9, "only {better} of 10 proposals helped");
}

/// The table as a proposal would have it.
fn merged(
    axes: &[Axis],
    layout: &Layout,
    problem: &gongshi::disclosure::Problem,
    merges: &[Merge],
) -> (Vec<Axis>, Vec<Option<i64>>) {
    let mut first: Vec<Vec<usize>> = axes.iter().map(|axis| (0..axis.values.len()).collect()).collect();
    for merge in merges {
        for value in &merge.values {
            first[merge.axis][*value] = merge.values[0];
        }
    }
    let kept: Vec<Vec<usize>> =
        first.iter().map(|of| (0..of.len()).filter(|value| of[*value] == *value).collect()).collect();
    let coarse: Vec<Axis> = axes
        .iter()
        .zip(&kept)
        .map(|(axis, kept)| {
            let parent = |value: &usize| axis.parents[*value].map(|up| kept.binary_search(&up).unwrap());
            let values: Vec<(&str, Option<usize>)> =
                kept.iter().map(|value| (axis.values[*value].as_str(), parent(value))).collect();
            Axis::hierarchy(&axis.name, &values)
        })
        .collect();
    let counts = fill(&coarse, |at| {
        (layout.first..layout.first + layout.cells())
            .filter(|cell| (0..axes.len()).all(|axis| first[axis][layout.value(*cell, axis)] == kept[axis][at[axis]]))
            .map(|cell| problem.cells[cell].value)
            .sum()
    });
    (coarse, counts)
}
