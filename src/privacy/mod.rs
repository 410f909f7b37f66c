//! Finds personal information in text: resident IDs, mobile numbers, bank cards, and names by their context.
//!
//! Nothing about a petitioner may enter a site, and an official's own number only with consent. The scan reads raw
//! text, comments included, in one pass; full-width digits and grouped digits count as what they stand for. What the
//! bytes hide is scanned as readers will see it: escapes resolved, names of files, rendered words.

mod disguise;
mod identity;
mod numbers;
pub mod picture;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::code::privacy as code;
use crate::diag::{Code, Diagnostic, Report};
use crate::source::{Sources, Span};
use identity::Id;
use numbers::{LONGEST, Run, is_word};

/// What kind of personal information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A resident ID with a right check digit (GB 11643).
    ResidentId,
    /// A resident ID but for its check digit: perhaps mistyped, and a person's all the same.
    ResidentIdSlip,
    /// Fifteen digits with a region and a birth date: perhaps the old form.
    OldResidentId,
    /// A resident ID after its label, partly masked.
    MaskedId,
    /// A mobile number.
    Mobile,
    /// A bank card of a Chinese bank.
    BankCard,
    /// Digits with a card's check digit, of another card or after 账号.
    PerhapsCard,
    /// A passport number after the word.
    Passport,
    /// A number plate.
    Plate,
    /// A name that its context makes a petitioner's, or a masked name.
    Person,
}

impl Kind {
    /// The row of the table that tells the clerk.
    pub fn code(self) -> &'static Code {
        match self {
            Self::ResidentId => &code::RESIDENT_ID,
            Self::ResidentIdSlip => &code::RESIDENT_ID_SLIP,
            Self::OldResidentId => &code::OLD_RESIDENT_ID,
            Self::MaskedId => &code::MASKED_ID,
            Self::Mobile => &code::MOBILE,
            Self::BankCard => &code::BANK_CARD,
            Self::PerhapsCard => &code::PERHAPS_CARD,
            Self::Passport => &code::PASSPORT,
            Self::Plate => &code::PLATE,
            Self::Person => &code::PERSON,
        }
    }
}

/// One piece of personal information in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// Scans every file, comments included, and its name. `allowed` says where a number may stand: an official's, with
/// consent. The diagnostics never repeat what was found and are marked secret, so that no output shows it.
pub fn check(sources: &Sources, report: &mut Report, allowed: &dyn Fn(Span) -> bool) {
    for (file, source) in sources.iter() {
        name(source.path(), report);
        for (Finding { range, kind }, shown) in revealed(source.text()) {
            let span = Span::new(file, range);
            if !allowed(span) {
                report.push(Diagnostic::new(kind.code(), span).arg("masked", shown).secret());
            }
        }
    }
}

/// Scans the name of a file and of the folders it lies in, which become addresses.
pub fn name(path: &str, report: &mut Report) {
    // Signs that stand between words in names, each as long as what replaces it.
    let words = path.replace(['_', '/', '+', '.'], " ");
    let findings = scan(&words);
    let Some(first) = findings.first() else { return };
    let mut masked = path.to_owned();
    for Finding { range, kind } in findings.iter().rev() {
        masked.replace_range(range.clone(), &mask(&path[range.clone()], *kind));
    }
    let shown = mask(&path[first.range.clone()], first.kind);
    report.push(Diagnostic::of_path(first.kind.code(), masked).arg("masked", shown));
}

/// Scans what a text became for its readers, for what its marks hide in the file: `138**1234**5678`. What [`check`]
/// finds in the text itself is not told again.
pub fn rendered(path: &str, text: &str, html: &str, report: &mut Report) {
    let signs = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let words = disguise::words_of(html);
    let mut findings = scan(&words);
    if findings.is_empty() {
        return;
    }
    let plain = disguise::Plain::of(text);
    let known: BTreeSet<String> = [Some(text), plain.as_ref().map(|plain| plain.text.as_str())]
        .into_iter()
        .flatten()
        .flat_map(|text| scan(text).into_iter().filter_map(move |finding| text.get(finding.range)).map(signs))
        .collect();
    findings.retain(|finding| words.get(finding.range.clone()).is_some_and(|found| !known.contains(&signs(found))));
    for Finding { range, kind } in findings {
        let shown = mask(words.get(range).unwrap_or(""), kind);
        report.push(Diagnostic::of_path(kind.code(), path).arg("masked", shown));
    }
}

/// All findings of a text as it stands and with its escapes resolved, each with what may be shown of it.
fn revealed(text: &str) -> Vec<(Finding, String)> {
    let shown = |text: &str, finding: &Finding| mask(text.get(finding.range.clone()).unwrap_or(""), finding.kind);
    let direct = scan(text).into_iter().map(|finding| {
        let shown = shown(text, &finding);
        (finding, shown)
    });
    let mut all: Vec<(Finding, String)> = direct.collect();
    let Some(plain) = disguise::Plain::of(text) else { return all };
    let known = all.len();
    for finding in scan(&plain.text) {
        let range = plain.origin(&finding.range);
        // Findings are in order and do not overlap.
        let near = all[..known].partition_point(|(before, _)| before.range.end <= range.start);
        if all[..known].get(near).is_none_or(|(after, _)| range.end <= after.range.start) {
            let shown = shown(&plain.text, &finding);
            all.push((Finding { range, kind: finding.kind }, shown));
        }
    }
    all
}

/// All findings of a text, in order, none overlapping. Time grows with the length of the text only.
pub fn scan(text: &str) -> Vec<Finding> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut run = Run::default();
    let mut at = 0;
    loop {
        at = words::pass_over(bytes, at);
        let Some(&byte) = bytes.get(at) else { return found };
        match byte {
            b'0'..=b'9' => {
                at = numbers::read(text, at, &mut run);
                judge(text, &run, &mut found);
            }
            0xef if matches!(bytes.get(at..at + 3), Some([_, 0xbc, 0x90..=0x99])) => {
                at = numbers::read(text, at, &mut run);
                judge(text, &run, &mut found);
            }
            0xe4..=0xe9 => at = seen(text, at, &mut found).unwrap_or(at + 3),
            // The province of a number plate stands before its letter.
            b'A'..=b'Z' if at.checked_sub(3).is_some_and(|from| matches!(bytes[from], 0xe4..=0xe9)) => {
                at = seen(text, at - 3, &mut found).unwrap_or(at + 1);
            }
            _ => at += 1,
        }
    }
}

/// Notes what the words at a character tell; where the scan goes on then.
fn seen(text: &str, at: usize, found: &mut Vec<Finding>) -> Option<usize> {
    let (range, kind) = words::look(text, at)?;
    // A name may begin in what was found just before: 信访人王某某.
    let apart = found.last().is_none_or(|last| last.range.end <= range.start);
    let next = range.end.max(at + 3);
    apart.then(|| found.push(Finding { range, kind })).map(|()| next)
}

/// Judges every number that begins and ends with groups of a run.
fn judge(text: &str, run: &Run, found: &mut Vec<Finding>) {
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
    match shape[..] {
        [11] => {}
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

/// What a message may show: enough to find it, not enough to use it.
fn mask(found: &str, kind: Kind) -> String {
    let signs: Vec<char> = found.chars().filter(|c| c.is_alphanumeric()).collect();
    let (head, tail) = match kind {
        Kind::Mobile if signs.len() == 11 => (3, 4),
        Kind::Person => (1, 0),
        _ => (2, 2),
    };
    let head: String = signs.iter().take(head).collect();
    let tail: String = signs[signs.len().saturating_sub(tail)..].iter().collect();
    format!("{head}{}{tail}", if matches!(kind, Kind::Person) { "**" } else { "****" })
}

#[cfg(test)]
mod tests;
