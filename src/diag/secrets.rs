//! Covers what a report marks as secret, in the lines it quotes and in its own words.

use std::collections::{BTreeMap, BTreeSet};

use super::Report;
use crate::source::{FileId, Sources};

/// What no output may show.
#[derive(Debug, Default)]
pub(super) struct Secrets {
    /// The texts of the files that hold secrets, each covered.
    files: BTreeMap<FileId, String>,
    /// The secrets, as typed and as a reader may have folded them; long ones first, for a short one may lie in a long one.
    words: Vec<String>,
}

impl Secrets {
    pub(super) fn new(report: &Report, sources: &Sources) -> Self {
        let mut files: BTreeMap<FileId, String> = BTreeMap::new();
        let mut words = BTreeSet::new();
        let mut spans: Vec<_> = report.secrets().collect();
        spans.sort_unstable();
        spans.dedup();
        for span in spans {
            let typed = sources.slice(span);
            if typed.is_empty() {
                continue;
            }
            words.insert(typed.to_owned());
            words.insert(bare(typed));
            let text = files
                .entry(span.file)
                .or_insert_with(|| sources.get(span.file).map_or(String::new(), |s| s.text().to_owned()));
            text.replace_range(span.range(), &stars(typed));
        }
        let mut words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        Self { files, words }
    }

    /// The text of a file with its secrets covered; `None` where it has none.
    pub(super) fn covered(&self, file: FileId) -> Option<&str> {
        self.files.get(&file).map(String::as_str)
    }

    /// Words without any secret in them.
    pub(super) fn cover(&self, words: String) -> String {
        let mut out = words;
        for secret in &self.words {
            if out.contains(secret) {
                out = out.replace(secret, &stars(secret));
            }
        }
        out
    }
}

/// As many bytes of asterisks, narrow for narrow and wide for wide, so that every place stays where it was.
fn stars(secret: &str) -> String {
    let star = |c: char| match c.len_utf8() {
        1 => "*",
        2 => "**",
        3 => "＊",
        _ => "＊*",
    };
    // A line end stays one.
    secret.chars().map(|c| if c == '\n' { "\n" } else { star(c) }).collect()
}

/// Without blanks and hyphens, full-width digits as plain ones: what is left when a reader has tidied the words.
fn bare(secret: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        _ => c,
    };
    secret
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－' | '\u{2010}'..='\u{2015}'))
        .map(narrow)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Lang, code::calendar, json, text};
    use super::*;
    use crate::source::{Source, Span};

    const TYPED: [&str; 4] = ["13912345678", "139 1234 5679", "１３９１２３４５６７０", "王小满"];

    /// Every secret stands on one line with others, in the message, the corrected line and a related note.
    #[test]
    fn no_output_shows_a_secret() {
        let line = format!("须知: 找{}或{}，{}；{}\r\n", TYPED[0], TYPED[1], TYPED[2], TYPED[3]);
        let mut sources = Sources::default();
        let file = sources.add(Source::new("a.yaml", &line));
        let mut report = Report::default();
        for secret in TYPED {
            let at = line.find(secret).unwrap();
            let span = Span::new(file, at..at + secret.len());
            report.push(Diagnostic::new(&calendar::VAGUE_DATES, span).arg("text", "x").arg("example", "y").secret());
        }
        let folded = "13912345679、13912345670";
        let echo = Diagnostic::new(&calendar::VAGUE_DATES, Span::new(file, 0..6)).arg("text", line.trim());
        report.push(echo.arg("example", folded).related(Span::new(file, 0..3), line.trim()).corrected(line.trim()));
        for lang in [Lang::Zh, Lang::En] {
            let shown = text::render(&report, &sources, text::Style { lang, ..text::Style::default() });
            for out in [shown, json::render(&report, &sources, lang)] {
                for secret in TYPED.iter().copied().chain(["13912345679", "13912345670", "1234"]) {
                    assert!(!out.contains(secret), "{secret} in {out}");
                }
                assert!(out.contains("***********"), "{out}");
            }
        }
    }

    #[test]
    fn covering_keeps_every_place() {
        for secret in ["1", "é", "王", "𪚥", "甲乙 1", "甲\n乙", ""] {
            assert_eq!(stars(secret).len(), secret.len(), "{secret}");
        }
        assert_eq!(stars("甲\n1"), "＊\n*");
        assert_eq!(bare("１３９-1234 5678"), "13912345678");
    }
}
