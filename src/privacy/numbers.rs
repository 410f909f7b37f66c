//! Turns digits as people type them (full-width, grouped by blanks or hyphens) into runs with places.

use std::ops::Range;

/// The longest number that matters: a bank card of 19 digits.
pub(super) const LONGEST: usize = 19;

/// A stretch of digits without anything between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// Bytes in the text.
    pub(super) range: Range<usize>,
    /// How many digits, the final `X` of an ID included.
    pub(super) length: usize,
    /// Where they begin in [`Run::digits`].
    pub(super) start: usize,
}

/// Groups that may belong together: between two of them stands one blank or one hyphen.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// All digits, as ASCII; `X` where an ID may end so.
    pub(super) digits: Vec<u8>,
    /// The groups, in order.
    pub(super) groups: Vec<Group>,
    /// Whether the separator after the group is a hyphen; one fewer than groups.
    pub(super) hyphens: Vec<bool>,
    /// Whether a line ends after the group; one fewer than groups.
    pub(super) breaks: Vec<bool>,
}

/// The character at `at` with its length, if it is a digit: ASCII or full-width.
fn digit(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match bytes.get(at..)? {
        [d @ b'0'..=b'9', ..] => Some((*d, 1)),
        [0xef, 0xbc, d @ 0x90..=0x99, ..] => Some((d - 0x90 + b'0', 3)),
        _ => None,
    }
}

/// `X`, `x` and the full-width forms, as the check digit of an ID.
fn letter_x(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b'x' | b'X', ..] => Some(1),
        [0xef, 0xbc, 0xb8, ..] | [0xef, 0xbd, 0x98, ..] => Some(3),
        _ => None,
    }
}

/// The length of one blank or hyphen between groups, and whether it is a hyphen.
fn separator(bytes: &[u8], at: usize) -> Option<(usize, bool)> {
    match bytes.get(at..)? {
        [b' ', ..] => Some((1, false)),
        [b'-', ..] => Some((1, true)),
        // No-break blank; ideographic blank.
        [0xc2, 0xa0, ..] => Some((2, false)),
        [0xe3, 0x80, 0x80, ..] => Some((3, false)),
        // Thin blanks, joiners, zero width; then hyphens and dashes; full-width hyphen.
        [0xe2, 0x80, 0x80..=0x8d, ..] => Some((3, false)),
        [0xe2, 0x80, 0x90..=0x95, ..] | [0xef, 0xbc, 0x8d, ..] => Some((3, true)),
        [0xef, 0xbb, 0xbf, ..] => Some((3, false)),
        _ => None,
    }
}

/// The length of a line end and of the blanks around it.
fn line_end(bytes: &[u8], at: usize) -> Option<usize> {
    let blanks = |from: usize| bytes[from..].iter().take(16).take_while(|b| matches!(b, b' ' | b'\t')).count();
    let end = at + blanks(at);
    let length = match bytes.get(end..)? {
        [b'\r', b'\n', ..] => 2,
        [b'\n', ..] => 1,
        _ => return None,
    };
    Some(end + length + blanks(end + length) - at)
}

/// Whether a number that begins here is part of prose, which goes on in the next line; figures in columns do not.
fn is_in_prose(bytes: &[u8], at: usize) -> bool {
    let before = bytes[..at].iter().rev().find(|b| **b != b' ');
    before.is_some_and(|b| !matches!(b, b'\n' | b',' | b'|' | b'\t' | b'0'..=b'9'))
}

/// Reads the run that begins at `at`, where a digit stands, into `run`; returns where it ends.
pub(super) fn read(text: &str, at: usize, run: &mut Run) -> usize {
    let bytes = text.as_bytes();
    run.digits.clear();
    run.groups.clear();
    run.hyphens.clear();
    run.breaks.clear();
    let goes_on = is_in_prose(bytes, at);
    let mut at = at;
    loop {
        let (from, start) = (at, run.digits.len());
        while let Some((value, width)) = digit(bytes, at) {
            // Longer numbers are none of ours; their digits need not be kept.
            if run.digits.len() - start <= LONGEST {
                run.digits.push(value);
            }
            at += width;
        }
        if let Some(width) = letter_x(bytes, at) {
            run.digits.push(b'X');
            at += width;
        }
        run.groups.push(Group { range: from..at, length: run.digits.len() - start, start });
        let broken = line_end(bytes, at).filter(|_| goes_on);
        let Some((width, hyphen)) = broken.map(|width| (width, false)).or_else(|| separator(bytes, at)) else {
            return at;
        };
        let next = at + width;
        if digit(bytes, next).is_none() {
            // `1234 567 X`: the check digit may stand alone.
            let Some(x) = letter_x(bytes, next).filter(|x| !is_word(bytes, next + x)) else { return at };
            run.hyphens.push(hyphen);
            run.breaks.push(broken.is_some());
            run.groups.push(Group { range: next..next + x, length: 1, start: run.digits.len() });
            run.digits.push(b'X');
            return next + x;
        }
        run.hyphens.push(hyphen);
        run.breaks.push(broken.is_some());
        at = next;
    }
}

/// Whether an ASCII letter, digit or underscore stands there: then the number is part of a longer code.
pub(super) fn is_word(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_')
}
