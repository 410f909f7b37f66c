//! Tells from the words of a line what it quotes, where its label ends, and whether it is a caption or a rule.

use std::ops::Range;

use super::build::Words;
use super::line;

/// Whether a text leaves a quotation of another text open (`true`) or closes one; none where it has no marks.
pub(super) fn quotes(text: &str) -> Option<bool> {
    match (text.rfind('“'), text.rfind('”')) {
        // Only what follows a colon or begins the line is another text.
        (Some(open), close) if close.is_none_or(|close| close < open) => {
            Some(open == 0 || text[..open].ends_with('：'))
        }
        (_, Some(_)) => Some(false),
        _ => None,
    }
}

/// Label and words of a line whose label is `length` bytes long; what made it bold is left out.
pub(super) fn parts(text: &str, start: usize, end: usize, length: usize, bold: bool) -> (Range<usize>, Words) {
    let mut label_end = start + length;
    // A colon after the number is no part of the words.
    let mut rest = &text[label_end..end];
    if bold && let Some(close) = rest.find("**") {
        let (inner, after) = (line::trim(&rest[..close]), &rest[close + 2..]);
        if inner.is_empty() {
            rest = after;
        } else if line::trim(after).is_empty() {
            rest = &rest[..close];
            let from = start + length;
            let words = line::trim(rest.trim_start_matches(['：', ':']));
            let at = from + (words.as_ptr() as usize - rest.as_ptr() as usize);
            return (start..label_end, Words::There(at..at + words.len()));
        } else {
            let words = format!("{inner}\u{3000}{}", line::trim(after));
            return (start..label_end, Words::Joined(words, label_end));
        }
    }
    let from = end - rest.len();
    let words = if length > 0 { rest.trim_start_matches(['：', ':']) } else { rest };
    let words = line::trim(words);
    let at = from + (words.as_ptr() as usize - rest.as_ptr() as usize);
    label_end = label_end.min(at);
    (start..label_end, Words::There(at..at + words.len()))
}

/// Whether the words after an article's number are its heading.
pub(super) fn is_caption(words: &Words, text: &str, marked: bool) -> bool {
    let words = match words {
        Words::There(range) => &text[range.clone()],
        Words::Joined(words, _) => words,
    };
    let bracketed = words.starts_with('【') && words.ends_with('】');
    words.is_empty() || bracketed || (marked && words.chars().count() <= 30 && !ends_sentence(words))
}

/// Whether a line that begins with a quotation mark quotes another text, and does not merely begin with a quoted word.
pub(super) fn is_quotation(text: &str, already: bool) -> bool {
    match text.find(['”', '」', '』']) {
        None => true,
        Some(close) => {
            let rest = &text[close..];
            let after = rest.chars().skip(1).all(|c| matches!(c, '。' | '；' | '，' | '、'));
            already
                || (after && text.matches('“').count() == 1)
                || text.matches('“').count() > text.matches('”').count()
        }
    }
}

/// `[1] …`: a note, which counts as nothing.
pub(super) fn is_note(text: &str) -> bool {
    let label = text.strip_prefix('[').and_then(|rest| rest.split_once("] ")).map_or("", |(label, _)| label);
    !label.is_empty() && label.len() <= 8 && label.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// 十二条　… without 第, 12条: what was meant to be an article.
pub(super) fn looks_like_article(text: &str) -> bool {
    crate::numeral::read(text).is_some_and(|number| {
        let rest = &text[number.length..];
        rest.strip_prefix('条').is_some_and(|rest| rest.is_empty() || rest.starts_with(line::is_blank))
    })
}

pub(super) fn is_rule(text: &str) -> bool {
    let first = text.as_bytes()[0];
    text.len() >= 3 && text.bytes().all(|b| b == first || b == b' ')
}

/// Adds a line; between Chinese nothing stands for the break.
pub(super) fn append(words: &mut Words, text: &str, range: &Range<usize>) {
    let more = &text[range.clone()];
    let (mut joined, place) = match std::mem::replace(words, Words::There(0..0)) {
        Words::There(before) => (text[before.clone()].to_owned(), before.start),
        Words::Joined(before, place) => (before, place),
    };
    let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if ascii(joined.chars().next_back()) && ascii(more.chars().next()) {
        joined.push(' ');
    }
    joined.push_str(more);
    *words = Words::Joined(joined, place);
}

pub(super) fn without_comments(words: Words, text: &str) -> Words {
    let (plain, place) = match &words {
        Words::There(range) => (&text[range.clone()], range.start),
        Words::Joined(joined, place) => (joined.as_str(), *place),
    };
    if !plain.as_bytes().contains(&b'<') || !plain.contains("<!--") {
        return words;
    }
    let mut out = String::new();
    let mut rest = plain;
    while let Some(open) = rest.find("<!--") {
        out.push_str(&rest[..open]);
        rest = rest[open..].find("-->").map_or("", |close| &rest[open + close + 3..]);
    }
    out.push_str(rest);
    Words::Joined(line::trim(&out).to_owned(), place)
}

/// Whether words end like a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.ends_with(['。', '；', '：', '！', '？', '”', '」', ';', ':', '…'])
}
