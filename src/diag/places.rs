//! Turns byte offsets into lines and columns for many diagnostics at once, with one pass over each file.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Report;
use super::secrets::Secrets;
use crate::source::{FileId, Position, Source, Sources, Span};

/// Where the lines of every file named in a report begin, and the files as they may be shown.
pub(super) struct Places<'a> {
    sources: &'a Sources,
    starts: BTreeMap<FileId, Vec<usize>>,
    secrets: Secrets,
}

impl<'a> Places<'a> {
    pub(super) fn new(report: &Report, sources: &'a Sources) -> Self {
        let mut starts = BTreeMap::new();
        for diagnostic in report.iter() {
            for span in diagnostic.span.into_iter().chain(diagnostic.related.iter().map(|(span, _)| *span)) {
                starts.entry(span.file).or_insert_with(|| lines_of(sources.get(span.file)));
            }
        }
        Self { sources, starts, secrets: Secrets::new(report, sources) }
    }

    pub(super) fn source(&self, file: FileId) -> Option<&'a Source> {
        self.sources.get(file)
    }

    /// Line (from 1) of an offset.
    pub(super) fn line(&self, file: FileId, offset: usize) -> usize {
        self.starts.get(&file).map_or(1, |starts| starts.partition_point(|start| *start <= offset).max(1))
    }

    /// The bytes of lines `first` to `last` (from 1), without the last line end.
    pub(super) fn lines(&self, file: FileId, first: usize, last: usize) -> Range<usize> {
        let text = self.text(file);
        let Some(starts) = self.starts.get(&file) else { return 0..0 };
        let start = starts.get(first.saturating_sub(1)).copied().unwrap_or(0);
        let end = starts.get(last).map_or(text.len(), |next| next.saturating_sub(1)).max(start);
        let end = if text.get(start..end).is_some_and(|line| line.ends_with('\r')) { end - 1 } else { end };
        start..end
    }

    /// The text of a file as it may be shown: byte for byte as long as it is, secrets covered.
    pub(super) fn text(&self, file: FileId) -> &str {
        self.secrets.covered(file).unwrap_or_else(|| self.sources.get(file).map_or("", Source::text))
    }

    /// Words as they may be shown.
    pub(super) fn cover(&self, words: String) -> String {
        self.secrets.cover(words)
    }

    /// Line and column in characters, both from 1.
    pub(super) fn position(&self, file: FileId, offset: usize) -> Position {
        let line = self.line(file, offset);
        let start = self.lines(file, line, line).start;
        let before = self.text(file).as_bytes().get(start..offset.min(self.text(file).len())).unwrap_or(&[]);
        // Every character has exactly one byte that is no continuation byte.
        let column = before.iter().filter(|b| (**b & 0xC0) != 0x80).count() + 1;
        Position { line, column }
    }

    /// First and last position of a span.
    pub(super) fn of(&self, span: Span) -> (Position, Position) {
        let range = span.range();
        (self.position(span.file, range.start), self.position(span.file, range.end))
    }
}

fn lines_of(source: Option<&Source>) -> Vec<usize> {
    let text = source.map_or("", Source::text);
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostic;
    use crate::diag::code::files;

    #[test]
    fn positions_agree_with_the_source() {
        let mut sources = Sources::default();
        for text in ["标题: 甲\r\n地点: 乙\n\n末", "", "\n\n"] {
            let file = sources.add(Source::new("a.yaml", text));
            let mut report = Report::default();
            report.push(Diagnostic::new(&files::SYNTAX, Span::new(file, 0..0)));
            let places = Places::new(&report, &sources);
            for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(
                    places.position(file, offset),
                    sources.get(file).unwrap().position(offset),
                    "{text:?} {offset}"
                );
            }
        }
    }
}
