//! Turns the bytes of content files into text with places: the only module that knows lines and columns.

use std::ops::Range;
use std::sync::Arc;

/// Which file of a [`Sources`] a span points into.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in one content file. The default is the empty range at the start of the first file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte, counted in the text without its byte order mark.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span over `range` of `file`. Content files are refused above 64 MiB, so offsets fit.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Self { file, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The bytes as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of this span that starts `range.start` bytes in; never leaves the span.
    pub fn part(self, range: Range<usize>) -> Self {
        let at = |offset: usize| self.start.saturating_add(clamp(offset)).min(self.end);
        Self { file: self.file, start: at(range.start), end: at(range.end) }
    }

    /// The smallest span that holds both; both must lie in one file.
    pub fn to(self, other: Self) -> Self {
        Self { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// A place for people: line and column count from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (not bytes), from 1.
    pub column: usize,
}

/// One content file as text.
#[derive(Debug, Clone)]
pub struct Source {
    path: Arc<str>,
    text: Arc<str>,
}

impl Source {
    /// A source from text already decoded; `path` is relative to the content folder, with `/`.
    /// A leading byte order mark is dropped here, once.
    pub fn new(path: impl Into<Arc<str>>, text: &str) -> Self {
        Self { path: path.into(), text: text.strip_prefix('\u{feff}').unwrap_or(text).into() }
    }

    /// Path relative to the content folder, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text without byte order mark; line ends as they were.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, to be held by others without copying it.
    pub fn shared(&self) -> &Arc<str> {
        &self.text
    }

    /// Line and column of a byte offset. An offset inside a character counts as that character's.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let before = &self.text.as_bytes()[..offset];
        let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
        let column = self.text.char_indices().skip_while(|(at, _)| *at < line_start);
        let column = column.take_while(|(at, c)| at + c.len_utf8() <= offset).count() + 1;
        Position { line, column }
    }

    /// The line that holds a byte offset, without its line end, and the offset where it starts.
    pub fn line_at(&self, offset: usize) -> (usize, &str) {
        let offset = offset.min(self.text.len());
        let bytes = self.text.as_bytes();
        let start = bytes[..offset].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let end = bytes[offset..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |at| offset + at);
        (start, self.text.get(start..end).unwrap_or("").trim_end_matches('\r'))
    }
}

/// Every content file of a run, in path order; the tables that rosters name follow in theirs.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a file and names it.
    pub fn add(&mut self, source: Source) -> FileId {
        self.files.push(source);
        FileId(clamp(self.files.len() - 1))
    }

    /// The file of an id that this collection gave out.
    pub fn get(&self, id: FileId) -> Option<&Source> {
        self.files.get(id.0 as usize)
    }

    /// The text under a span; empty if the span is not of this collection.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).and_then(|source| source.text().get(span.range())).unwrap_or("")
    }

    /// All files with their ids, in the order added.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(at, source)| (FileId(clamp(at)), source))
    }
}

/// Text from a content file with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The value, escapes resolved.
    pub value: String,
    /// Where it stands, quotes included.
    pub span: Span,
    /// Offset of the value's first byte inside the span when the value stands there byte for byte
    /// (plain, or quoted without escapes, on one line); else `None`.
    pub verbatim: Option<u32>,
}

impl Text {
    /// The value without white space around it (ideographic spaces too).
    pub fn trimmed(&self) -> &str {
        self.value.trim()
    }

    /// The place of a byte range of the value; the whole text where the two do not correspond.
    pub fn part(&self, range: Range<usize>) -> Span {
        match self.verbatim {
            Some(lead) => self.span.part(range.start + lead as usize..range.end + lead as usize),
            None => self.span,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_and_ignore_the_mark() {
        let source = Source::new("a.yaml", "\u{feff}标题: 甲\r\n地点: 乙\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        let offset = source.text().find('乙').unwrap();
        assert_eq!(source.position(offset), Position { line: 2, column: 5 });
        assert_eq!(source.line_at(offset).1, "地点: 乙");
        assert_eq!(source.line_at(2).1, "标题: 甲");
        assert_eq!(source.position(10_000).line, 3);
    }

    #[test]
    fn a_part_of_quoted_text_skips_the_quote() {
        let span = Span::new(FileId(0), 10..20);
        let text = Text { value: "abcdefgh".into(), span, verbatim: Some(1) };
        assert_eq!(text.part(2..4), Span::new(FileId(0), 13..15));
        let escaped = Text { verbatim: None, ..text };
        assert_eq!(escaped.part(2..4), span);
    }
}
