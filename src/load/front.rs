//! Splits a Markdown file into its front matter and its text.

use std::ops::Range;

use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::source::{FileId, Span};

/// The bytes of the front matter, without its `---` lines, and where the text begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Split {
    pub(super) head: Range<usize>,
    pub(super) body: usize,
}

/// Finds the `---` lines. Their absence is reported.
pub(super) fn split(file: FileId, text: &str, report: &mut Report) -> Option<Split> {
    let first = text.split('\n').next().unwrap_or("");
    let complain = |range: Range<usize>, zh: &str, en: &str, report: &mut Report| {
        let diagnostic = Diagnostic::new(&files::NO_FRONT_MATTER, Span::new(file, range));
        report.push(diagnostic.arg("what", Phrase::new(zh, en)));
    };
    if !is_fence(first) {
        let end = first.trim_end().len();
        complain(
            0..end,
            "文章最前面没有用 --- 围起来的标题栏",
            "the file does not begin with front matter between --- lines",
            report,
        );
        return None;
    }
    let start = (first.len() + 1).min(text.len());
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if is_fence(line) {
            return Some(Split { head: start..at, body: at + line.len() });
        }
        at += line.len();
    }
    complain(0..3, "标题栏只有开头的 ---，没有结尾的 ---", "the front matter has no closing --- line", report);
    None
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> Option<(&str, &str)> {
        let split = split(FileId(0), text, &mut Report::default())?;
        Some((&text[split.head], &text[split.body..]))
    }

    #[test]
    fn front_matter_ends_at_its_second_fence() {
        assert_eq!(ends("---\n标题: 甲\n---\n正文\n---\n"), Some(("标题: 甲\n", "正文\n---\n")));
        assert_eq!(ends("---\r\n标题: 甲\r\n---\r\n"), Some(("标题: 甲\r\n", "")));
        assert_eq!(ends("---\n---"), Some(("", "")));
        for text in ["", "---", "---\n标题: 甲\n", "正文\n---\n", " ---\n---\n"] {
            assert_eq!(ends(text), None, "{text:?}");
        }
    }
}
