//! Turns a text into what is personal in it, in one pass over its bytes.

use std::ops::Range;

use super::numbers::{self, Run};
use super::{Kind, account, digits, home, people, words};

/// One piece of personal information in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// All findings of a text, in order, none overlapping. Time grows with the length of the text only.
pub fn scan(text: &str) -> Vec<Finding> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut run = Run::default();
    let looks = words::looks();
    let mut at = 0;
    loop {
        at = looks.pass_over(bytes, at);
        let Some(&byte) = bytes.get(at) else { return found };
        match byte {
            b'0'..=b'9' => at = number(text, at, &mut run, &mut found),
            0xef => match bytes.get(at..at + 3) {
                Some([_, 0xbc, 0x90..=0x99]) => at = number(text, at, &mut run, &mut found),
                Some([_, 0xbc, 0xa0]) => at = seen(account::mailbox(text, at), at + 3, &mut found),
                Some([_, 0xbc, 0x8a | 0xb8]) => at = seen(people::masked(text, at), at + 3, &mut found),
                Some([_, 0xbc, 0xb1]) => at = seen(account::chat(text, at), at + 3, &mut found),
                _ => at += 3,
            },
            0xe4..=0xe9 => at = seen(words::look(looks, text, at, &found), at + 3, &mut found),
            b'A'..=b'Z' | b'q' | b'v' | b'w' | b'x' => at = seen(words::look_at_letter(text, at), at + 1, &mut found),
            b'@' => at = seen(account::mailbox(text, at), at + 1, &mut found),
            0xc3 if bytes.get(at + 1) == Some(&0x97) => at = seen(people::masked(text, at), at + 2, &mut found),
            b'*' => at = seen(people::masked(text, at), at + 1, &mut found),
            _ => at += 1,
        }
    }
}

/// Reads the run of digits at a place and notes what it holds: numbers, else a part of an address. Where the scan goes on.
fn number(text: &str, at: usize, run: &mut Run, found: &mut Vec<Finding>) -> usize {
    let end = numbers::read(text, at, run);
    let before = found.len();
    digits::judge(text, run, found);
    if found.len() > before {
        return end;
    }
    if let Some(range) = digits::with_points(text, run) {
        return seen(Some((range, Kind::Mobile)), end, found);
    }
    // 3-2-501 is one number; before 室 and its like the last group is.
    // Days have years of four digits.
    let triple = run.groups.len() == 3 && run.groups[0].length <= 2 && run.groups[2].length >= 3;
    if triple && run.digits.len() <= 8 && run.hyphens.iter().all(|hyphen| *hyphen) {
        let address = home::at_triple(text, &(at..end));
        if address.is_some() {
            return seen(address, end, found);
        }
    }
    if !home::is_part(text, end) {
        return end;
    }
    let ends = [run.groups.first(), run.groups.last()].into_iter().flatten();
    let address = ends.into_iter().find_map(|group| home::at_number(text, &group.range));
    seen(address, end, found)
}

/// Notes what was found; where the scan goes on: behind it, or at `next`.
fn seen(one: Option<(Range<usize>, Kind)>, next: usize, found: &mut Vec<Finding>) -> usize {
    let Some((range, kind)) = one else { return next };
    // A name may begin in what was found just before: 信访人王某某.
    if found.last().is_some_and(|last| range.start < last.range.end) {
        return next;
    }
    let next = range.end.max(next);
    found.push(Finding { range, kind });
    next
}
