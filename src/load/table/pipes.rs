//! Turns a table written in YAML, with `|` or tabs between its cells, into lines of cells.

use std::ops::Range;

use super::{Lines, cell};
use crate::source::Text;

/// Whether a value is a table rather than the name of a file: it has several lines, or a bar, which no name may have.
pub(in crate::load) fn is_table(text: &Text) -> bool {
    text.trimmed().contains(['\n', '|', '｜'])
}

/// Reads the table of a value; `source` is the text of its file.
///
/// What counts is how the value stands in the file, not what YAML makes of it: so every cell has its place, and line
/// ends that a folded value would lose are kept.
pub(in crate::load) fn read(text: &Text, source: &str) -> Lines {
    let Range { start, end } = text.span.range();
    // A block begins at its first sign; the blanks before that are those of all its lines.
    let before = source.get(..start).unwrap_or("");
    let line = before.trim_end_matches(' ');
    let start = if line.ends_with('\n') { line.len() } else { start };
    // Blanks at the end of the last line are cells where tabs stand between them.
    let blanks = source.get(end..).unwrap_or("").bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let raw = source.get(start..end + blanks).unwrap_or("");
    let quoted = raw.starts_with(['"', '\'']);
    if quoted && !raw.contains('\n') {
        // Lines made by escapes stand nowhere: every cell is shown as the whole.
        let whole = |cell: Text| Text { span: text.span, verbatim: None, ..cell };
        let lines = lines(text, &text.value, 0..text.value.len(), 0);
        return lines.into_iter().map(|line| line.into_iter().map(whole).collect()).collect();
    }
    let mut inner = 0..raw.len();
    if quoted {
        inner = 1..raw.len().saturating_sub(1).max(1);
    } else if let Some(end) = raw.find('\n').filter(|end| is_indicator(&raw[..*end])) {
        inner.start = end + 1;
    }
    lines(text, raw, inner, start)
}

/// `|`, `>-`, `|2  # 注`: the line that begins a block of text.
fn is_indicator(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or("").trim();
    line.strip_prefix(['|', '>']).is_some_and(|rest| rest.chars().all(|c| matches!(c, '+' | '-' | '1'..='9')))
}

fn lines(text: &Text, raw: &str, inner: Range<usize>, offset: usize) -> Lines {
    let mut cut: Option<Cut> = None;
    let mut lines = Lines::new();
    let mut at = inner.start;
    for line in raw.get(inner).unwrap_or("").split('\n') {
        let start = at;
        at += line.len() + 1;
        let line = line.trim_end_matches('\r');
        if line.trim().is_empty() {
            continue;
        }
        let cut = cut.get_or_insert_with(|| Cut::of(line));
        let ranges = cut.cells(line);
        let cells = ranges
            .into_iter()
            .map(|range| cell(text.span.file, line.get(range.clone()).unwrap_or(""), offset + start + range.start));
        lines.push(cells.collect());
    }
    lines
}

/// How the lines of one table are cut, as its header shows.
struct Cut {
    tabs: bool,
    /// How many blanks stand before the header: those of the block. More of them belong to a blank cell.
    indent: usize,
    /// Whether a bar stands before the first cell.
    leads: bool,
    /// How many cells the header has.
    wanted: usize,
}

impl Cut {
    fn of(header: &str) -> Self {
        let tabs = !header.contains(['|', '｜']) && header.trim().contains('\t');
        let leads = !tabs && header.trim_start().starts_with(['|', '｜']);
        let indent = header.len() - header.trim_start_matches(' ').len();
        let mut cut = Self { tabs, indent, leads, wanted: 0 };
        let closes = !tabs && header.trim_end().ends_with(['|', '｜']);
        cut.wanted = cut.cells(header).len() - usize::from(closes);
        cut
    }

    fn cells(&self, line: &str) -> Vec<Range<usize>> {
        let mut ranges = Vec::with_capacity(self.wanted + 2);
        let indent = line.len() - line.trim_start_matches(' ').len();
        let mut start = indent.min(self.indent);
        let sign = |c: char| if self.tabs { c == '\t' } else { matches!(c, '|' | '｜') };
        for (at, sign) in line.match_indices(sign) {
            if at >= indent {
                ranges.push(start..at);
                start = at + sign.len();
            }
        }
        ranges.push(start..line.len());
        let blank = |range: Option<&Range<usize>>| {
            range.is_some_and(|range| line.get(range.clone()).unwrap_or("").trim().is_empty())
        };
        if self.leads && blank(ranges.first()) && ranges.len() > 1 {
            ranges.remove(0);
        }
        // Bars around a line are optional in each line by itself; what is one cell too many and blank is no cell.
        if self.wanted > 0 && ranges.len() > self.wanted && blank(ranges.last()) {
            ranges.pop();
        }
        if self.wanted > 0 && ranges.len() > self.wanted && blank(ranges.first()) {
            ranges.remove(0);
        }
        ranges
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Report;
    use crate::load::tree::Node;
    use crate::load::yaml::parse;
    use crate::source::FileId;

    /// The cells of the table under the only key of a file; every cell that is verbatim stands in its place.
    fn cells(source: &str) -> Vec<Vec<String>> {
        let mut report = Report::default();
        let Some(Node::Map(mut pairs, _)) = parse(FileId(0), source, &mut report) else { panic!("{source}") };
        assert!(report.is_empty(), "{report:?}");
        let Some((_, Node::Text(text))) = pairs.pop() else { panic!("{source}") };
        assert!(is_table(&text));
        let lines = read(&text, source);
        for cell in lines.iter().flatten().filter(|cell| cell.verbatim.is_some() && !cell.value.is_empty()) {
            assert_eq!(source.get(cell.span.range()), Some(cell.value.as_str()));
        }
        lines.into_iter().map(|line| line.into_iter().map(|cell| cell.value).collect()).collect()
    }

    #[test]
    fn bars_stand_around_cells_or_between_them() {
        let wanted = [["日期", "接待人"], ["12月1日", "陈守望"], ["", "韩龑"], ["12月3日", ""]];
        for source in [
            "表: |\n  日期 | 接待人\n  12月1日 | 陈守望\n  | 韩龑\n  12月3日 |\n",
            "表: |\n  | 日期 | 接待人 |\n  | 12月1日 | 陈守望 |\n\n  | | 韩龑 |\n  | 12月3日 | |\n",
            "表: |-  # 注\r\n    日期｜接待人\r\n    12月1日｜\u{3000}陈守望\r\n    ｜韩龑\r\n    12月3日｜\r\n",
            "表: >\n  日期 | 接待人\n  12月1日 | 陈守望 |\n  | 韩龑\n  12月3日 | |\n",
            "表: |\n  日期\t接待人\n  12月1日\t陈守望\n  \t韩龑\n  12月3日\t\n",
            "表: \"日期 | 接待人\\n12月1日 | 陈守望\\n | 韩龑\\n12月3日 | \"\n",
        ] {
            assert_eq!(cells(source), wanted, "{source}");
        }
    }

    #[test]
    fn a_line_keeps_the_cells_it_has() {
        assert_eq!(cells("表: |\n  | 日期 | 接待人 |\n  | 1日 |\n"), [vec!["日期", "接待人"], vec!["1日", ""]]);
        assert_eq!(cells("表: |\n  日期 | 接待人\n  1日 | 甲 | 乙 | 丙\n")[1].len(), 4);
        assert_eq!(cells("表: |\n  日期 | 接待人\n  1日\n")[1].len(), 1);
    }
}
