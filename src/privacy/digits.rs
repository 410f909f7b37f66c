//! Turns a run of digits into the resident IDs, mobile numbers and bank cards that stand in it.

use std::ops::Range;

use super::identity::{self, Id};
use super::numbers::{LONGEST, Run, is_word};
use super::{Finding, Kind};

/// Judges every number that begins and ends with groups of a run.
pub(super) fn judge(text: &str, run: &Run, found: &mut Vec<Finding>) {
    if run.digits.len() < 11 {
        return;
    }
    let mut first = 0;
    while first < run.groups.len() {
        match longest(text, run, first) {
            Some((last, kind)) => {
                let range = run.groups[first].range.start..run.groups[last].range.end;
                found.push(Finding { range, kind });
                first = last + 1;
            }
            None => first += 1,
        }
    }
}

/// Into how many groups people part one number: `6201 02 1990 01 01 123X` is the most seen.
const MOST_GROUPS: usize = 7;

/// The kind of number that begins with a group, and its last group; the surest first.
fn longest(text: &str, run: &Run, first: usize) -> Option<(usize, Kind)> {
    let mut best: Option<(usize, Kind)> = None;
    let start = run.groups[first].start;
    for last in first..run.groups.len().min(first + MOST_GROUPS) {
        let end = run.groups[last].start + run.groups[last].length;
        if end - start > LONGEST {
            break;
        }
        let kind = (end - start >= 11).then(|| kind(text, run, first, last)).flatten();
        if let Some(kind) = kind
            && best.is_none_or(|(_, before)| kind < before)
        {
            best = Some((last, kind));
        }
    }
    best
}

/// Judges the groups `first..=last` as one number that stands alone.
fn kind(text: &str, run: &Run, first: usize, last: usize) -> Option<Kind> {
    let range = run.groups[first].range.start..run.groups[last].range.end;
    rule(text, run, first, last).filter(|_| !is_part_of_more(text, &range))
}

/// Judges the groups `first..=last` by the rules of each kind.
fn rule(text: &str, run: &Run, first: usize, last: usize) -> Option<Kind> {
    let groups = &run.groups[first..=last];
    let mut sizes = [0; MOST_GROUPS];
    for (size, group) in sizes.iter_mut().zip(groups) {
        *size = group.length;
    }
    let sizes = sizes.get(..groups.len())?;
    let range = groups[0].range.start..groups[groups.len() - 1].range.end;
    let start = groups[0].start;
    let digits = run.digits.get(start..start + sizes.iter().sum::<usize>())?;
    if digits.len() == 18 {
        match identity::resident_id(digits) {
            Id::Valid => return Some(Kind::ResidentId),
            Id::Slip if matches!(sizes, [18] | [6, 8, 4]) && !identity::is_credit_code(digits) => {
                return Some(Kind::ResidentIdSlip);
            }
            _ => {}
        }
    }
    if is_mobile(text, run, first, last, sizes, digits) {
        return Some(Kind::Mobile);
    }
    let kind = card(text, &range, sizes, digits);
    if kind.is_some() {
        return kind;
    }
    let old = matches!(sizes, [15] | [6, 6, 3]) && identity::old_resident_id(digits);
    old.then_some(Kind::OldResidentId)
}

/// Whether letters, a decimal point or the like make the digits part of a longer code or number.
fn is_part_of_more(text: &str, range: &Range<usize>) -> bool {
    const LABELS: [&str; 10] = ["tel", "phone", "mobile", "mob", "cell", "m", "t", "wx", "id", "no"];
    let bytes = text.as_bytes();
    if is_word(bytes, range.end) {
        return true;
    }
    let decimal = |point: usize, digit: usize| {
        bytes.get(point) == Some(&b'.') && bytes.get(digit).is_some_and(u8::is_ascii_digit)
    };
    if decimal(range.end, range.end + 1) {
        return true;
    }
    let Some(before) = range.start.checked_sub(1) else { return false };
    if before > 0 && decimal(before, before - 1) {
        return true;
    }
    if !is_word(bytes, before) {
        return false;
    }
    // Longer words than these are no labels, so there is no need to look further back.
    let letters = bytes[..range.start].iter().rev().take(8).take_while(|b| b.is_ascii_alphanumeric() || **b == b'_');
    let word: String = letters.map(|b| char::from(b.to_ascii_lowercase())).collect();
    !LABELS.iter().any(|label| label.chars().rev().eq(word.chars()))
}

fn is_mobile(text: &str, run: &Run, first: usize, last: usize, sizes: &[usize], digits: &[u8]) -> bool {
    // The country's code, as a group of its own or run together.
    let lead = match digits {
        [b'0', b'0', b'8', b'6', ..] if digits.len() == 15 => 4,
        [b'8', b'6', ..] if digits.len() == 13 => 2,
        _ => 0,
    };
    let national = &digits[lead..];
    if !identity::is_mobile(national) {
        return false;
    }
    let Some((rest, others)) = sizes.split_first().and_then(|(size, others)| Some((size.checked_sub(lead)?, others)))
    else {
        return false;
    };
    let shape: Vec<usize> = (rest > 0).then_some(rest).into_iter().chain(others.iter().copied()).collect();
    // Figures beside years and dates are told apart only where blanks, not hyphens, stand between, and only for years
    // that a work report speaks of: a number that is missed does more harm than one that is asked about.
    let hyphens = run.hyphens.get(first..last).is_some_and(|between| between.contains(&true));
    let year = |four: &[u8]| !hyphens && (*b"1990"..=*b"2039").contains(&[four[0], four[1], four[2], four[3]]);
    let within = |two: &[u8], last: [u8; 2]| (*b"01"..=last).contains(&[two[0], two[1]]);
    let date = |eight: &[u8]| year(&eight[..4]) && within(&eight[4..6], *b"12") && within(&eight[6..8], *b"31");
    let broken = run.breaks.get(first..last).is_some_and(|between| between.contains(&true));
    match shape[..] {
        [11] => {}
        // A line ends within the number: it may do so anywhere, but for figures with a year in the next line.
        [first, second] if broken && first >= 3 && second >= 3 => {
            let rest = &national[first..];
            if second == 4 && year(rest) || second == 8 && date(rest) {
                return false;
            }
        }
        // 150 2025 2026 are figures and years.
        [3, 4, 4] if !(year(&national[3..7]) && year(&national[7..])) => {}
        [3, 8] if !date(&national[3..]) => {}
        [7, 4] => {}
        _ => return false,
    }
    // Hyphens that go on make a longer code: 2026-138-1234-5678.
    let before = first > 0 && run.hyphens.get(first - 1) == Some(&true);
    let after = run.hyphens.get(last) == Some(&true) && run.groups.get(last + 1).is_some_and(|next| next.length < 7);
    if shape.len() > 1 && (before || after) {
        return false;
    }
    // 13812345678元 is money.
    let next = text[run.groups[last].range.end..].chars().next();
    !next.is_some_and(|c| "元人件亩户次吨千万亿%％".contains(c))
}

fn card(text: &str, range: &Range<usize>, sizes: &[usize], digits: &[u8]) -> Option<Kind> {
    let shaped = match sizes {
        [_] | [6, _] => true,
        [fours @ .., rest] => fours.iter().all(|&size| size == 4) && *rest <= 4,
        [] => false,
    };
    if !shaped || digits.len() < 12 || !identity::luhn(digits) || digits.iter().all(|d| *d == digits[0]) {
        return None;
    }
    let long = digits.len() >= 16;
    if long && digits.starts_with(b"62") {
        return Some(Kind::BankCard);
    }
    let begins = |starts: &[&[u8]]| starts.iter().any(|start| digits.starts_with(start));
    let other = matches!(digits.len(), 16 | 19) && begins(&[b"4", b"51", b"52", b"53", b"54", b"55", b"9558", b"35"]);
    let named = || {
        let near = range.start.saturating_sub(48);
        let near = (near..=range.start).find(|&at| text.is_char_boundary(at)).unwrap_or(range.start);
        let before = text[near..range.start].lines().next_back().unwrap_or("");
        ["卡号", "账号", "帐号", "银行卡", "储蓄卡", "信用卡"].iter().any(|word| before.contains(word))
    };
    (other || named()).then_some(Kind::PerhapsCard)
}

/// `138.0000.1234`: a mobile number with points between; `run` is its first three digits.
pub(super) fn with_points(text: &str, run: &Run) -> Option<Range<usize>> {
    let [first] = run.groups.as_slice() else { return None };
    let whole = text.as_bytes().get(first.range.start..first.range.start + 13).filter(|_| first.range.len() == 3)?;
    let points = matches!((whole[3], whole[8]), (b'.', b'.'));
    let digits: Vec<u8> = whole.iter().copied().filter(u8::is_ascii_digit).collect();
    let range = first.range.start..first.range.start + 13;
    let apart = range.start == 0 || !matches!(text.as_bytes()[range.start - 1], b'.' | b'0'..=b'9');
    let over = !matches!(text.as_bytes().get(range.end), Some(b'.' | b'0'..=b'9'));
    (points && apart && over && identity::is_mobile(&digits)).then_some(range)
}
