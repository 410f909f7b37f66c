//! Turns a CSV file into text and lines of cells, each cell in its place.

use std::ops::Range;

use super::{Lines, cell};
use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::read::{encoding, text};
use crate::source::{FileId, Span, Text};

/// The text of a CSV file. What is not UTF-8 but reads as GB18030 is taken as that, with a warning: the `.csv` of
/// Chinese Windows is.
pub(super) fn decoded(bytes: Vec<u8>, shown: &str, report: &mut Report) -> Option<String> {
    let gb = std::str::from_utf8(&bytes).is_err() && encoding(&bytes).is_some_and(|name| name.starts_with("GBK"));
    let bytes = if gb {
        report.push(Diagnostic::of_path(&files::TABLE_GBK, shown));
        encoding_rs::GB18030.decode(&bytes).0.into_owned().into_bytes()
    } else {
        bytes
    };
    match text(&bytes, shown) {
        Ok(text) => Some(text.to_owned()),
        Err(diagnostic) => {
            report.push(diagnostic);
            None
        }
    }
}

/// The lines of a CSV file; `text` is without byte order mark.
pub(super) fn lines(file: FileId, text: &str, report: &mut Report) -> Lines {
    let delimiter = delimiter(text);
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = ::csv::StringRecord::new();
    let mut lines = Lines::new();
    // Text in memory that is UTF-8 gives no errors.
    while matches!(reader.read_record(&mut record), Ok(true)) {
        let mut at = record.position().map_or(text.len(), |place| usize::try_from(place.byte()).unwrap_or(text.len()));
        // The place of a record is before the blank lines that lead to it.
        at += text.get(at..).unwrap_or("").bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let mut cells = Vec::with_capacity(record.len());
        for value in &record {
            let field = Field::at(text, at, delimiter);
            if field.open {
                let what = Phrase::new("引号没有成对，后面的内容全并进了这一格", "opens a quote that never closes");
                let first =
                    Span::new(file, at..at + text.get(at..).and_then(|rest| rest.lines().next()).map_or(0, str::len));
                report.push(Diagnostic::new(&files::TABLE_CELL, first).arg("text", "\"").arg("what", what));
                return lines;
            }
            cells.push(field.cell(file, text, value));
            at = field.range.end + 1;
        }
        if cells.iter().any(|cell| !cell.value.is_empty()) {
            lines.push(cells);
        }
        if lines.len() > super::MOST_LINES {
            break;
        }
    }
    lines
}

/// What stands between the cells: of the signs that spreadsheets use, the one met most in the first lines.
fn delimiter(text: &str) -> u8 {
    let count = |sign: u8| {
        let mut quoted = false;
        let head = text.bytes().take(4096).filter(|byte| {
            quoted ^= *byte == b'"';
            *byte == sign && !quoted
        });
        head.count()
    };
    // The last of equals wins, so the comma stands last.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// Where one field stands, quotes included.
struct Field {
    range: Range<usize>,
    quoted: bool,
    /// Whether the quote never closes.
    open: bool,
}

impl Field {
    fn at(text: &str, start: usize, delimiter: u8) -> Self {
        let bytes = text.as_bytes().get(start..).unwrap_or(&[]);
        let quoted = bytes.first() == Some(&b'"');
        let mut inside = quoted;
        let mut at = usize::from(quoted);
        while let Some(byte) = bytes.get(at) {
            match byte {
                // Two quotes are a quote of the value: closed and opened again.
                b'"' if quoted => inside = !inside,
                b'\r' | b'\n' if !inside => break,
                byte if *byte == delimiter && !inside => break,
                _ => {}
            }
            at += 1;
        }
        Self { range: start..start + at, quoted, open: inside }
    }

    fn cell(&self, file: FileId, text: &str, value: &str) -> Text {
        let raw = text.get(self.range.clone()).unwrap_or("");
        if !self.quoted && raw == value {
            return cell(file, raw, self.range.start);
        }
        let trimmed = value.trim();
        let lead = 1 + value.len() - value.trim_start().len();
        let exact = raw.get(lead..lead + trimmed.len()) == Some(trimmed) && !trimmed.contains('\n');
        let verbatim = exact.then(|| u32::try_from(lead).unwrap_or(0));
        Text { value: trimmed.to_owned(), span: Span::new(file, self.range.clone()), verbatim }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Vec<String>>, Report) {
        let mut report = Report::default();
        let lines = lines(FileId(0), text, &mut report);
        for cell in lines.iter().flatten().filter(|cell| cell.verbatim.is_some() && !cell.value.is_empty()) {
            assert_eq!(text.get(cell.part(0..cell.value.len()).range()), Some(cell.value.as_str()));
        }
        (lines.into_iter().map(|line| line.into_iter().map(|cell| cell.value).collect()).collect(), report)
    }

    #[test]
    fn cells_are_found_whatever_stands_between_them() {
        let wanted = [["日期", "接待人"], ["12月1日", "陈守望"], ["", "韩龑、马会兰"]];
        for text in [
            "日期,接待人\n12月1日,陈守望\n,韩龑、马会兰\n",
            "日期,接待人\r\n\r\n12月1日, 陈守望 \r\n,\"韩龑、马会兰\"",
            "日期;接待人\n12月1日;陈守望\n;;\n;\"韩龑、马会兰\"\n",
            "日期\t接待人\r12月1日\t陈守望\r\t韩龑、马会兰\r",
        ] {
            let (lines, report) = read(text);
            assert!(report.is_empty());
            let lines: Vec<_> = lines
                .into_iter()
                .map(|mut line| {
                    line.truncate(2);
                    line
                })
                .collect();
            assert_eq!(lines, wanted, "{text:?}");
        }
    }

    #[test]
    fn quotes_hold_delimiters_quotes_and_lines() {
        let (lines, report) = read("a,\"b \"\"c\"\", d\",\"e\nf\"\n\"g\",h,i\n");
        assert!(report.is_empty());
        assert_eq!(lines, [["a", "b \"c\", d", "e\nf"], ["g", "h", "i"]]);
    }

    #[test]
    fn a_quote_that_never_closes_is_told() {
        let (lines, report) = read("日期,接待人\n\"12月1日,陈守望\n12月2日,韩龑\n");
        assert_eq!((lines.len(), report.iter().count()), (1, 1));
    }

    #[test]
    fn gb18030_is_read_with_a_warning() {
        let table = "日期,接待人\n12月1日,罗䂮英\n";
        let mut report = Report::default();
        let (bytes, ..) = encoding_rs::GB18030.encode(table);
        assert_eq!(decoded(bytes.into_owned(), "a.csv", &mut report).as_deref(), Some(table));
        assert_eq!(report.iter().next().map(|one| one.code.id), Some("GS0144"));
        let mut report = Report::default();
        let wide: Vec<u8> = "\u{feff}日期,接待人\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(wide, "a.csv", &mut report), None);
        assert_eq!(report.iter().next().map(|one| one.code.id), Some("GS0101"));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_read_stands_where_it_says(text in "[a甲,;\"\n\r\t |]{0,60}") {
            read(&text);
        }
    }
}
