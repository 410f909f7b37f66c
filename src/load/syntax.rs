//! Turns a syntax error of the parser into what the clerk should change.

use std::ops::Range;

use super::lines;
use super::repair::{line_around, line_with};
use super::traps::{Trap, excerpt};
use crate::diag::code::{Code, files};
use crate::diag::{Diagnostic, Phrase, Report};
use crate::source::{FileId, Span};

/// What broke off, as far as a clerk can use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cause {
    /// A bracket that nothing closes.
    Unclosed(char),
    /// A bracket closed by one of the other kind.
    Mismatched(char, char),
    /// A closing bracket without an opening one.
    StrayBracket,
    /// A quote that nothing closes.
    UnclosedQuote,
    /// Something follows the closing quote.
    AfterQuote,
    /// A backslash in double quotes that YAML does not know.
    Escape,
    /// Nested deeper than is read.
    TooDeep,
    /// A line that begins with `%`.
    Directive,
    /// A character that cannot stand here.
    Character(char),
    /// A line without a colon among pairs.
    NoColon,
    /// Anything else.
    Other,
}

impl Cause {
    fn words(&self) -> Phrase {
        match self {
            Self::Unclosed(open) => {
                Phrase::new(format!("这个“{open}”后面没有配对的括号"), format!("this `{open}` is never closed"))
            }
            Self::Mismatched(open, close) => Phrase::new(
                format!("括号不配对：“{open}”却用“{close}”结束"),
                format!("the brackets do not match: `{open}` is closed by `{close}`"),
            ),
            Self::StrayBracket => Phrase::new("多了一个右括号", "a closing bracket too many"),
            Self::UnclosedQuote => Phrase::new("引号没有配对", "a quote is never closed"),
            Self::AfterQuote => Phrase::new("引号结束以后还有文字", "text follows the closing quote"),
            Self::Escape => {
                Phrase::new("双引号里的反斜杠 \\ 写法不对", "the backslash in double quotes means nothing here")
            }
            Self::Character(sign) => {
                Phrase::new(format!("这里不能用“{sign}”开头"), format!("nothing can begin with `{sign}` here"))
            }
            Self::NoColon => {
                Phrase::new("这一行没有冒号，不是“键: 值”", "this line has no colon, it is no “key: value”")
            }
            Self::TooDeep | Self::Directive | Self::Other => {
                Phrase::new("从这里开始读不懂", "what stands here cannot be read")
            }
        }
    }
}

/// Reports why `text` could not be read at byte `at`: the traps its lines hold, else a line out of line, else the
/// cause itself. `offset` is where the text begins in its file.
pub(super) fn explain(file: FileId, text: &str, offset: usize, at: usize, cause: &Cause, report: &mut Report) {
    let span = |range: Range<usize>| Span::new(file, range.start + offset..range.end + offset);
    match cause {
        Cause::TooDeep => {
            let what = Phrase::new("套得太深", "is nested too deeply");
            report.push(Diagnostic::new(&files::BUDGET, span(at..at)).arg("what", what));
            return;
        }
        Cause::Directive => {
            let what = Phrase::new("以 % 开头的一行", "a line that begins with %");
            report.push(Diagnostic::new(&files::NOT_SUPPORTED, span(at..at)).arg("what", what));
            return;
        }
        _ => {}
    }
    // A collection that never closes is noticed at its start; what swallowed its end comes later.
    let unclosed = matches!(cause, Cause::Unclosed(_) | Cause::Mismatched(..) | Cause::UnclosedQuote);
    let near = if unclosed {
        lines_before(text, at, 3)..text.len()
    } else {
        lines_before(text, at, 3)..next_line_end(text, at)
    };
    let line = lines_before(text, at, 0)..line_end(text, at);
    let mut explained = false;
    for trap in lines::scan(text) {
        let reach = if unclosed || spills(trap.code) { &near } else { &line };
        explained |= (reach.start..=reach.end).contains(&trap.range.start);
        if !already(report, file, offset, text, &trap) {
            report.push(trap.diagnostic(file, offset));
        }
    }
    if explained {
        return;
    }
    if !unclosed && let Some(trap) = misaligned(text, at) {
        report.push(trap.diagnostic(file, offset));
        return;
    }
    let line = line_around(text, at);
    let end = match (cause, &line) {
        (Cause::NoColon, Some(line)) => line.end.max(at),
        _ => text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8()),
    };
    let near = line.and_then(|line| text.get(line)).map(excerpt).unwrap_or_default();
    let diagnostic = Diagnostic::new(&files::SYNTAX, span(at..end));
    report.push(diagnostic.arg("what", cause.words()).arg("near", near));
}

/// Whether the parser met the same trap on the same line before it broke off.
fn already(report: &Report, file: FileId, offset: usize, text: &str, trap: &Trap) -> bool {
    let start = lines_before(text, trap.range.start, 0) + offset;
    let end = line_end(text, trap.range.start) + offset;
    report.iter().any(|earlier| {
        earlier.code == trap.code
            && earlier.span.is_some_and(|s| s.file == file && (start..=end).contains(&(s.start as usize)))
    })
}

/// Start of the line `count` lines before the one that holds `at`.
fn lines_before(text: &str, at: usize, count: usize) -> usize {
    let mut start = at.min(text.len());
    for _ in 0..=count {
        match text.as_bytes()[..start].iter().rposition(|&b| b == b'\n') {
            Some(end) => start = end,
            None => return 0,
        }
    }
    start + 1
}

/// Whether a trap makes the parser stumble on a line other than its own.
fn spills(code: &Code) -> bool {
    [&files::WIDE_COLON, &files::COLON_WITHOUT_SPACE, &files::DASH_WITHOUT_SPACE, &files::TAB, &files::WIDE_HASH]
        .into_iter()
        .chain([&files::SPECIAL_FIRST, &files::WIDE_BLANK])
        .any(|spilling| spilling.id == code.id)
}

fn next_line_end(text: &str, at: usize) -> usize {
    line_end(text, (line_end(text, at) + 1).min(text.len()))
}

fn line_end(text: &str, at: usize) -> usize {
    text.as_bytes().iter().skip(at).position(|&b| b == b'\n').map_or(text.len(), |found| at + found)
}

/// The line at `at`, when it stands at an indentation that no line before it opened; or the first line, when
/// it alone is indented.
fn misaligned(text: &str, at: usize) -> Option<Trap> {
    let mut open: Vec<usize> = Vec::new();
    let mut first: Option<(usize, usize)> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        let indent = line.len() - line.trim_start_matches(' ').len();
        if !content.is_empty() && !content.starts_with('#') && !content.starts_with("---") {
            let (first_start, first_indent) = *first.get_or_insert((start, indent));
            let here = (start..start + line.len()).contains(&at);
            let mut closed = None;
            while let Some(top) = open.pop_if(|top| *top > indent) {
                closed = Some(top);
            }
            let aligned = open.last() == Some(&indent);
            if here {
                let (line_start, wrong, right) = match (aligned, open.last(), closed) {
                    (true, ..) => return None,
                    (false, None, Some(_)) if indent < first_indent => (first_start, first_indent, indent),
                    (false, Some(&outer), Some(inner)) => {
                        (start, indent, if inner - indent <= indent - outer { inner } else { outer })
                    }
                    (false, Some(&outer), None) => (start, indent, outer),
                    _ => return None,
                };
                let range = line_start..line_start + wrong;
                let corrected = line_with(text, range.clone(), &" ".repeat(right));
                let shown = Phrase::new(format!("{right} 个空格"), format!("{right} spaces"));
                return Some(Trap { code: &files::MISALIGNED, range, shown, corrected });
            }
            if !aligned {
                open.push(indent);
            }
            let mut inner = indent;
            let mut rest = line.trim_start_matches(' ');
            while let Some(item) = rest.strip_prefix("- ") {
                let trimmed = item.trim_start_matches(' ');
                inner += rest.len() - trimmed.len();
                rest = trimmed;
                open.push(inner);
            }
        }
        start += line.len();
    }
    None
}
