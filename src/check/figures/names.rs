//! Cells become words: 3月、来信的受理量.

use crate::diag::Phrase;
use crate::model::table::{Cell, Table};

/// The name of a cell, in the words of its table.
pub(super) fn cell(table: &Table, cell: &Cell) -> Phrase {
    let measure = table.measures.get(cell.measure).map_or("", |measure| measure.name.as_str());
    let line = line(table, &cell.at);
    if line.is_empty() {
        return Phrase::new(format!("“{measure}”的合计"), format!("the total of \"{measure}\""));
    }
    Phrase::new(format!("{line}的“{measure}”"), format!("\"{measure}\" of {line}"))
}

/// The categories of a line that are not the whole.
pub(super) fn line(table: &Table, at: &[usize]) -> String {
    let parts = table.dimensions.iter().zip(at).filter(|(_, at)| **at != 0);
    let names =
        parts.filter_map(|(dimension, at)| dimension.categories.get(*at)).map(|category| category.name.as_str());
    names.collect::<Vec<_>>().join("、")
}

/// Some names, the first dozen of them.
pub(super) fn list(names: &[&str]) -> Phrase {
    let shown: Vec<&str> = names.iter().take(12).copied().collect();
    let more = if names.len() > shown.len() { " …" } else { "" };
    Phrase::new(format!("{}{more}", shown.join("、")), format!("{}{more}", shown.join(", ")))
}

/// The name that another was most likely meant to be: one that is nearer than all others, and half right at least.
pub(super) fn nearest<'a>(known: &[&'a str], name: &str) -> Option<&'a str> {
    let mut far: Vec<(usize, &str)> = known.iter().map(|known| (strsim::osa_distance(known, name), *known)).collect();
    far.sort_unstable();
    let (distance, near) = *far.first()?;
    let alone = far.get(1).is_none_or(|(next, _)| *next > distance);
    (alone && distance <= (near.chars().count() / 2).max(1)).then_some(near)
}
