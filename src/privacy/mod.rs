//! Finds personal information in text: numbers by their check digits; names, homes, accounts and facts by what stands around them.
//!
//! Nothing about a petitioner may enter a site, and an official's own number only with consent. The scan reads raw
//! text, comments included, in one pass; full-width digits and grouped digits count as what they stand for. What the
//! bytes hide is scanned as readers will see it: escapes resolved, names of files, rendered words.

mod account;
pub mod allow;
mod around;
mod digits;
mod disguise;
mod fact;
mod home;
mod identity;
mod kind;
mod numbers;
mod people;
pub mod picture;
pub mod published;
mod scan;
mod surname;
#[rustfmt::skip]
mod tables;
mod words;
pub mod workbook;

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Report};
use crate::source::{Sources, Span};
use allow::Allowed;
pub use kind::Kind;
pub use scan::{Finding, scan};

/// Scans every file, comments included, and its name. `consented` are the places where officials wrote a number that
/// they agreed to publish. The diagnostics never repeat what was found and are marked secret, so that no output shows it.
/// Returns which entries of `site.yaml` let something through, by their number; what stands in `entries`, their own
/// places, does not count.
pub fn check(
    sources: &Sources,
    allowed: &Allowed,
    consented: &[Span],
    entries: &[Span],
    report: &mut Report,
) -> BTreeSet<usize> {
    let mut used = BTreeSet::new();
    let within = |spans: &[Span], span: Span| {
        spans.iter().any(|own| own.file == span.file && own.start <= span.start && span.end <= own.end)
    };
    for (file, source) in sources.iter() {
        name(source.path(), report);
        for (Finding { range, kind }, Shown { masked, plain }) in revealed(source.text()) {
            let span = Span::new(file, range);
            if within(consented, span) || allowed.is_own(kind, &plain) {
                continue;
            }
            match allowed.entry(kind, &plain) {
                Some(entry) => {
                    if !within(entries, span) {
                        used.insert(entry);
                    }
                }
                None => report.push(Diagnostic::new(kind.code(), span).arg("masked", masked).secret()),
            }
        }
    }
    used
}

/// Scans the name of a file and of the folders it lies in, which become addresses.
pub fn name(path: &str, report: &mut Report) {
    // Signs that stand between words in names, each as long as what replaces it.
    let words = path.replace(['_', '/', '+', '.'], " ");
    let findings = scan(&words);
    let Some(first) = findings.first() else { return };
    let mut masked = path.to_owned();
    for Finding { range, kind } in findings.iter().rev() {
        masked.replace_range(range.clone(), &mask(&path[range.clone()], *kind));
    }
    let shown = mask(&path[first.range.clone()], first.kind);
    report.push(Diagnostic::of_path(first.kind.code(), masked).arg("masked", shown));
}

/// Scans what a text became for its readers, for what its marks hide in the file: `138**1234**5678`. What [`check`]
/// finds in the text itself is not told again.
pub fn rendered(path: &str, text: &str, html: &str, report: &mut Report) {
    let signs = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let words = disguise::words_of(html);
    let mut findings = scan(&words);
    if findings.is_empty() {
        return;
    }
    let plain = disguise::Plain::of(text);
    let known: BTreeSet<String> = [Some(text), plain.as_ref().map(|plain| plain.text.as_str())]
        .into_iter()
        .flatten()
        .flat_map(|text| scan(text).into_iter().filter_map(move |finding| text.get(finding.range)).map(signs))
        .collect();
    findings.retain(|finding| words.get(finding.range.clone()).is_some_and(|found| !known.contains(&signs(found))));
    for Finding { range, kind } in findings {
        let shown = mask(words.get(range).unwrap_or(""), kind);
        report.push(Diagnostic::of_path(kind.code(), path).arg("masked", shown));
    }
}

/// What was found, without its escapes.
struct Shown {
    /// What a message may show of it.
    masked: String,
    plain: String,
}

/// All findings of a text as it stands and with its escapes resolved.
fn revealed(text: &str) -> Vec<(Finding, Shown)> {
    let shown = |text: &str, finding: &Finding| {
        let plain = text.get(finding.range.clone()).unwrap_or("").to_owned();
        Shown { masked: mask(&plain, finding.kind), plain }
    };
    let direct = scan(text).into_iter().map(|finding| {
        let shown = shown(text, &finding);
        (finding, shown)
    });
    let mut all: Vec<(Finding, Shown)> = direct.collect();
    let Some(plain) = disguise::Plain::of(text) else { return all };
    let known = all.len();
    for finding in scan(&plain.text) {
        let range = plain.origin(&finding.range);
        // Findings are in order and do not overlap.
        let near = all[..known].partition_point(|(before, _)| before.range.end <= range.start);
        if all[..known].get(near).is_none_or(|(after, _)| range.end <= after.range.start) {
            let shown = shown(&plain.text, &finding);
            all.push((Finding { range, kind: finding.kind }, shown));
        }
    }
    all
}

/// What a message may show: enough to find it, not enough to use it.
fn mask(found: &str, kind: Kind) -> String {
    let signs: Vec<char> = found.chars().filter(|c| c.is_alphanumeric()).collect();
    let (head, tail) = match kind {
        Kind::Mobile if signs.len() == 11 => (3, 4),
        Kind::Person | Kind::MaskedName | Kind::Health | Kind::Family => (1, 0),
        Kind::Home => (2, 0),
        _ => (2, 2),
    };
    let head: String = signs.iter().take(head).collect();
    let tail: String = signs[signs.len().saturating_sub(tail)..].iter().collect();
    format!("{head}{}{tail}", if tail.is_empty() { "**" } else { "****" })
}

#[cfg(test)]
mod tests;
