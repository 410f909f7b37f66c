//! Turns a report into JSON for editors and scripts: one object a line, in reading order.

use serde::Serialize;

use super::places::Places;
use super::{Lang, Report, Severity, path_of};
use crate::source::{Sources, Span};

/// One problem. Lines and columns count from 1, columns in characters; the end is one past the last character.
#[derive(Debug, Serialize)]
struct Object<'a> {
    code: &'a str,
    severity: &'a str,
    path: &'a str,
    #[serde(flatten)]
    place: Option<Place>,
    message: String,
    remedy: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'a>>,
    why: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    basis: &'a str,
}

#[derive(Debug, Serialize)]
struct Place {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    path: &'a str,
    #[serde(flatten)]
    place: Place,
    message: String,
}

/// All problems, one JSON object a line (JSON Lines); empty when there is none.
pub fn render(report: &Report, sources: &Sources, lang: Lang) -> String {
    let places = Places::new(report, sources);
    let place = |span: Span| {
        let (start, end) = places.of(span);
        Place { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    };
    let mut out = String::new();
    for diagnostic in report.sorted(sources) {
        let code = diagnostic.code;
        let related = diagnostic.related.iter().map(|(span, words)| Related {
            path: places.source(span.file).map_or("", |source| source.path()),
            place: place(*span),
            message: places.cover(words.get(lang).to_owned()),
        });
        let object = Object {
            code: code.id,
            severity: match code.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            path: path_of(diagnostic, sources),
            place: diagnostic.span.map(place),
            message: places.cover(diagnostic.message(lang)),
            remedy: places.cover(diagnostic.remedy(lang)),
            corrected: diagnostic.corrected.clone().map(|line| places.cover(line)),
            related: related.collect(),
            why: code.why.get(lang),
            basis: code.basis,
        };
        // Strings and numbers alone: serialising them cannot fail.
        if let Ok(line) = serde_json::to_string(&object) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}
