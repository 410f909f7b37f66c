//! Two texts of one regulation side by side: what became of each article.

use serde::Serialize;

use super::regulation::{StatusView, crumb, status};
use super::{Crumb, Frame, Scope};
use crate::model::regulation::{Predecessor, RegulationId};
use crate::model::unit::UnitId;
use crate::plan::Output;
use crate::render::html::statute::escape;
use crate::statute::compare::{Fate, Piece, Row, compare};

/// What a comparison shows.
#[derive(Debug, Serialize)]
pub struct ComparisonView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// The comparison.
    pub comparison: Body<'a>,
}

/// The content of a comparison.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub older: Text<'a>,
    pub newer: Text<'a>,
    /// How many were added, removed, changed, renumbered.
    pub summary: Vec<Count<'a>>,
    pub rows: Vec<RowView<'a>>,
}

/// One of the two texts.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Text<'a> {
    pub title: &'a str,
    pub href: String,
    pub status: Option<StatusView>,
}

/// How many articles had a fate.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Count<'a> {
    pub label: &'a str,
    pub fate: &'static str,
    pub count: usize,
}

/// What became of an article.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct RowView<'a> {
    pub fate: &'static str,
    pub label: &'a str,
    pub name: &'a str,
    pub href: String,
    /// Its name in the older text, where that is another.
    pub was: Option<Was<'a>>,
    /// Safe HTML; empty where nothing was changed.
    pub html: String,
}

/// An article of the older text.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Was<'a> {
    pub name: &'a str,
    pub href: String,
}

/// Builds the comparison of a regulation with the text it takes the place of.
pub fn comparison<'a>(scope: &Scope<'a>, id: RegulationId) -> ComparisonView<'a> {
    let (site, words) = (scope.site, scope.words);
    let newer = site.regulation(id);
    let older_id = match newer.supersedes {
        Some(Predecessor::Here(older)) => older,
        _ => id,
    };
    let older = site.regulation(older_id);
    let mut page = scope.frame("comparison", &words.comparison_title.fill(&[("title", &newer.title)]));
    page.crumbs = scope.crumbs_to(newer.unit, newer.unit != UnitId(0));
    page.crumbs.insert(1, crumb(scope));
    page.crumbs.push(Crumb { label: &newer.title, href: scope.href(Output::Regulation(id)) });
    let text = |id: RegulationId| {
        let regulation = site.regulation(id);
        Text { title: &regulation.title, href: scope.href(Output::Regulation(id)), status: status(scope, regulation) }
    };
    let rows = compare(&older.text, &newer.text);
    let fates = [Fate::Added, Fate::Removed, Fate::Changed, Fate::Renumbered, Fate::Same];
    let summary = fates.into_iter().filter_map(|fate| {
        let count = rows.iter().filter(|row| row.fate == fate).count();
        (count > 0).then(|| Count { label: label(scope, fate), fate: name(fate), count })
    });
    let body = Body {
        older: text(older_id),
        newer: text(id),
        summary: summary.collect(),
        rows: rows.iter().map(|row| row_view(scope, row, older_id, id)).collect(),
    };
    ComparisonView { page, comparison: body }
}

fn name(fate: Fate) -> &'static str {
    match fate {
        Fate::Same => "same",
        Fate::Renumbered => "renumbered",
        Fate::Changed => "changed",
        Fate::Added => "added",
        Fate::Removed => "removed",
    }
}

fn label<'a>(scope: &Scope<'a>, fate: Fate) -> &'a str {
    let words = scope.words;
    match fate {
        Fate::Same => words.fate_same.text(),
        Fate::Renumbered => words.fate_renumbered.text(),
        Fate::Changed => words.fate_changed.text(),
        Fate::Added => words.fate_added.text(),
        Fate::Removed => words.fate_removed.text(),
    }
}

fn row_view<'a>(scope: &Scope<'a>, row: &Row<'a>, older: RegulationId, newer: RegulationId) -> RowView<'a> {
    let link = |id, side: &crate::statute::compare::Side<'a>| {
        (side.label, scope.href_at(Output::Regulation(id), &side.anchor.to_string()))
    };
    let old = row.older.as_ref().map(|side| link(older, side));
    let new = row.newer.as_ref().map(|side| link(newer, side));
    let renamed = old.clone().filter(|(name, _)| new.as_ref().is_some_and(|(new, _)| new != name));
    let was = renamed.map(|(name, href)| Was { name, href });
    let (own, href) = new.or(old).unwrap_or_default();
    let mut html = String::new();
    if !matches!(row.fate, Fate::Same | Fate::Renumbered) {
        row.lines.iter().for_each(|line| write_line(scope, line, &mut html));
    }
    RowView { fate: name(row.fate), label: label(scope, row.fate), name: own, href, was, html }
}

/// A line with `<del>` and `<ins>`, and the words for those who hear the page.
fn write_line(scope: &Scope<'_>, line: &[Piece], out: &mut String) {
    out.push_str("<p>");
    for piece in line {
        let (tag, said, text) = match piece {
            Piece::Kept(text) => {
                escape(text, out);
                continue;
            }
            Piece::Gone(text) => ("del", &scope.words.said_removed, text),
            Piece::New(text) => ("ins", &scope.words.said_added, text),
        };
        out.push_str(&format!("<{tag}><span class=\"offscreen\">"));
        escape(said.text(), out);
        out.push_str("</span>");
        escape(text, out);
        out.push_str("<span class=\"offscreen\">");
        escape(scope.words.said_end.text(), out);
        out.push_str(&format!("</span></{tag}>"));
    }
    out.push_str("</p>\n");
}
