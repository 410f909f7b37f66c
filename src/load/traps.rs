//! Turns what YAML reads differently from what a clerk means into problems with the corrected line.
//!
//! The recognisers here are shared by [`plain`](super::plain), which knows from the parser what is plain and
//! what is quoted, and by [`lines`](super::lines), which looks for the cause of a syntax error.

use std::ops::Range;

use super::fields;
use super::repair::{line_around, line_with, quoted};
use crate::diag::code::{Code, files};
use crate::diag::{Diagnostic, Phrase};
use crate::source::{FileId, Span};

/// One trap found in a text: which, where (bytes of the text), and the line as it should be written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Trap {
    pub(super) code: &'static Code,
    pub(super) range: Range<usize>,
    pub(super) shown: Phrase,
    pub(super) corrected: Option<String>,
}

impl Trap {
    pub(super) fn new(code: &'static Code, text: &str, range: Range<usize>, corrected: Option<String>) -> Self {
        let shown = excerpt(text.get(range.clone()).unwrap_or("")).into();
        Self { code, range, shown, corrected }
    }

    /// The problem as reported, for a text that begins `offset` bytes into `file`.
    pub(super) fn diagnostic(self, file: FileId, offset: usize) -> Diagnostic {
        let span = Span::new(file, self.range.start + offset..self.range.end + offset);
        let diagnostic = Diagnostic::new(self.code, span).arg("text", self.shown);
        match self.corrected {
            Some(line) => diagnostic.corrected(line),
            None => diagnostic,
        }
    }
}

/// A piece of the clerk's text, short enough for a sentence.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 24;
    let line = text.lines().next().unwrap_or("").trim();
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}

/// A key glued to its value: `接待人:陈守望` or `接待人：陈守望`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Glued<'a> {
    /// What stands before the colon.
    pub(super) key: &'a str,
    /// The bytes of the colon.
    pub(super) colon: Range<usize>,
    /// Whether it is the full-width colon.
    pub(super) wide: bool,
}

impl Glued<'_> {
    pub(super) fn code(&self) -> &'static Code {
        if self.wide { &files::WIDE_COLON } else { &files::COLON_WITHOUT_SPACE }
    }
}

/// Whether `text` begins with a key glued to its value. Times (`9:00`) and addresses (`https://…`) are none.
pub(super) fn glued(text: &str) -> Option<Glued<'_>> {
    let (at, colon) = text.char_indices().take(20).find(|(_, c)| matches!(c, ':' | '：'))?;
    let wide = colon == '：';
    let (key, after) = (&text[..at], &text[at + colon.len_utf8()..]);
    let next = after.chars().next();
    if !wide && next.is_none_or(char::is_whitespace) {
        return None;
    }
    let clock = key.ends_with(|c: char| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit());
    let address = after.starts_with("//") || matches!(key, "mailto" | "tel");
    (looks_like_a_key(key) && !clock && !address).then(|| Glued { key, colon: at..at + colon.len_utf8(), wide })
}

/// Letters and digits, beginning with a letter, at most twelve characters.
pub(super) fn looks_like_a_key(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || c == '_')
        && text.chars().count() <= 12
}

/// The trap of a glued key that begins at byte `at` of `text`.
pub(super) fn glued_trap(text: &str, at: usize, glued: &Glued<'_>) -> Trap {
    let colon = at + glued.colon.start..at + glued.colon.end;
    // The full-width colon is often followed by a blank already, and by an ideographic one at that.
    let after = text.get(colon.end..).unwrap_or("");
    let blanks = after.len() - after.trim_start_matches([' ', '\t', '\u{3000}']).len();
    let corrected = line_with(text, colon.start..colon.end + blanks, ": ");
    let shown = glued.key.to_owned().into();
    Trap { code: glued.code(), range: colon, shown, corrected }
}

/// Where the value begins in `每周二、四`, a rule run on behind its key. Only what can be nothing else counts.
pub(super) fn run_on(text: &str) -> Option<usize> {
    const DAYS: &str = "一二三四五六日天周星第最0123456789";
    let key = ["每周", "每月"].into_iter().find(|key| text.starts_with(key))?;
    text[key.len()..].starts_with(|c| DAYS.contains(c)).then_some(key.len())
}

/// The trap of such a rule at `at`, whose value begins `cut` bytes in.
pub(super) fn run_on_trap(text: &str, at: Range<usize>, cut: usize) -> Trap {
    let gap = at.start + cut;
    let corrected = line_with(text, gap..gap, ": ");
    Trap::new(&files::NO_COLON, text, at, corrected)
}

/// Where in `text` a new `键: 值` begins after a full-width `，`, `、` or `；`: the sign's bytes.
/// Only keys of the field table count, for these signs are at home in ordinary sentences.
pub(super) fn wide_comma(text: &str) -> Option<Range<usize>> {
    text.char_indices().filter(|(_, c)| matches!(c, '，' | '、' | '；')).find_map(|(at, sign)| {
        let after = &text[at + sign.len_utf8()..];
        let key = after.trim_start();
        let end = key.char_indices().take(20).find(|(_, c)| matches!(c, ':' | '：'))?.0;
        fields::is_known(key[..end].trim_end()).then_some(at..at + sign.len_utf8())
    })
}

/// A full-width sign between two pairs inside `{ }`, with the rest of the pair mended too.
pub(super) fn wide_comma_trap(text: &str, sign: Range<usize>) -> Trap {
    let after = text.get(sign.end..).unwrap_or("");
    let blanks = after.len() - after.trim_start().len();
    let replaced = match glued(after.trim_start()) {
        Some(pair) => {
            let end = sign.end + blanks + pair.colon.end;
            line_with(text, sign.start..end, &format!(", {}: ", pair.key))
        }
        None => line_with(text, sign.start..sign.end + blanks, ", "),
    };
    Trap::new(&files::WIDE_COMMA, text, sign, replaced)
}

/// ` #` with one blank before it, right after a plain value: YAML drops the rest of the line.
/// Gives the trap and the bytes of what the clerk most likely meant as the value.
pub(super) fn cut_by_comment(text: &str, value: Range<usize>) -> Option<(Trap, Range<usize>)> {
    let after = text.as_bytes().get(value.end..)?;
    if !(matches!(after.first(), Some(b' ' | b'\t')) && after.get(1) == Some(&b'#')) {
        return None;
    }
    let line = after.iter().position(|&b| b == b'\n').map_or(text.len(), |at| value.end + at);
    let end = value.start + text.get(value.start..line)?.trim_end().len();
    let whole = value.start..end;
    let corrected = line_with(text, whole.clone(), &quoted(&text[whole.clone()]));
    Some((Trap::new(&files::CUT_BY_COMMENT, text, value.end + 1..end, corrected), whole))
}

/// A value that begins with a character YAML keeps for itself; put in quotes it is text.
pub(super) fn special_first(text: &str, at: usize, in_flow: bool) -> Trap {
    let rest = text.get(at..).unwrap_or("");
    let value = at..at + value_len(rest, in_flow);
    let sign = rest.chars().next().map(String::from).unwrap_or_default();
    let corrected = line_with(text, value.clone(), &quoted(&text[value.clone()]));
    Trap { shown: sign.into(), ..Trap::new(&files::SPECIAL_FIRST, text, value, corrected) }
}

/// How long a value at the head of `rest` is, up to the end of its line, a spaced comment or, within
/// brackets, the next separator.
pub(super) fn value_len(rest: &str, in_flow: bool) -> usize {
    let line = rest.split('\n').next().unwrap_or("");
    let line = line.find("  #").map_or(line, |at| &line[..at]);
    let mut depth = 0_usize;
    let stop = |(_, c): &(usize, char)| {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' if depth > 0 => depth -= 1,
            ',' | ']' | '}' => return depth == 0,
            _ => {}
        }
        false
    };
    let end = if in_flow { line.char_indices().find(stop).map_or(line.len(), |(at, _)| at) } else { line.len() };
    line[..end].trim_end().len()
}

/// `-接待人`: a dash (of any width) without a blank, at the head of a line. `at` is where the dash stands.
pub(super) fn dash_without_space(text: &str, at: usize) -> Option<Trap> {
    let rest = text.get(at..)?;
    let dash = rest.chars().next()?;
    let after = rest[dash.len_utf8()..].chars().next();
    let glued = match dash {
        '-' => after.is_some_and(|c| !c.is_whitespace() && !c.is_ascii_digit() && c != '-'),
        // Signs that only look like a list to the eye.
        '－' | '–' | '—' | '·' | '•' | '●' => after.is_some_and(|c| c != dash),
        _ => false,
    };
    if !glued {
        return None;
    }
    let end = at + dash.len_utf8();
    let blanks = text[end..].len() - text[end..].trim_start_matches([' ', '\u{3000}']).len();
    let line = line_around(text, at).map_or(at..end, |line| at..line.end);
    let corrected = line_with(text, at..end + blanks, "- ");
    Some(Trap::new(&files::DASH_WITHOUT_SPACE, text, line, corrected))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glued_keys_are_told_from_times_and_addresses() {
        for (text, key) in
            [("接待人:陈守望", "接待人"), ("接待人：陈守望", "接待人"), ("who:Ann", "who"), ("地点： 县城", "地点")]
        {
            assert_eq!(glued(text).map(|glued| glued.key), Some(key), "{text}");
        }
        let innocent =
            ["9:00", "上午9:00–11:30", "https://gov.example", "接待人: 陈守望", "标题:", "注意（一）：甲", "：甲"];
        for text in innocent.into_iter().chain(["14：30", "电话"]) {
            assert_eq!(glued(text), None, "{text}");
        }
    }

    #[test]
    fn a_value_ends_at_its_bracket_or_comment() {
        assert_eq!(value_len("*请预约  # 电话", false), "*请预约".len());
        assert_eq!(value_len("*请预约, 方式: 下访}", true), "*请预约".len());
        assert_eq!(value_len("[2026]12号}", true), "[2026]12号".len());
        assert_eq!(value_len("*请\n预约", false), "*请".len());
    }

    #[test]
    fn only_a_glued_dash_is_a_trap() {
        assert_eq!(dash_without_space("-接待人: 乙", 0).unwrap().corrected.as_deref(), Some("- 接待人: 乙"));
        assert_eq!(dash_without_space("－ 接待人: 乙", 0).unwrap().corrected.as_deref(), Some("- 接待人: 乙"));
        for text in ["- 甲", "-5", "---", "-", "——", "甲-乙"] {
            assert_eq!(dash_without_space(text, 0), None, "{text}");
        }
    }
}
