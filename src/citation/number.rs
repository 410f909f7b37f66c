//! Turns the number of an article, paragraph or item into a value: 十二, 12, １２, （三）, ㈢.

use super::words;
use crate::numeral;

/// A number and the byte after it.
pub(super) type Read = (u32, usize);

/// Skips the blanks that people put between 第, a number and its unit.
pub(super) fn blanks(text: &str, mut at: usize) -> usize {
    while let Some(c) = char_at(text, at) {
        if !matches!(c, ' ' | '\u{3000}' | '\u{a0}') {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// The character that begins at a byte.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// A number in Arabic, full-width or Chinese digits.
pub(super) fn plain(text: &str, at: usize) -> Option<Read> {
    let number = numeral::read(text.get(at..)?)?;
    Some((number.value, at + number.length))
}

/// 附件1、2、3: where the number that goes on a list begins, what it is and where it ends. The list rises, and counts no things.
pub(super) fn next_annex(text: &str, (last, end): Read) -> Option<(usize, u32, usize)> {
    let from = end + words::begins(&text[end..], words::NUMBER_JOINTS)?.len();
    let (next, after) = plain(text, from)?;
    let counts = words::begins(&text[after..], words::NO_ANNEX).is_some();
    (last > 0 && (last + 1..last + 20).contains(&next) && !counts).then_some((from, next, after))
}

/// A number in brackets or as one bracketed character: （三）, (3), ㈢, ⑶.
pub(super) fn bracketed(text: &str, at: usize) -> Option<Read> {
    let c = char_at(text, at)?;
    let after = at + c.len_utf8();
    for (first, last) in [('㈠', '㈩'), ('⑴', '⒇'), ('①', '⑳')] {
        if (first..=last).contains(&c) {
            return Some((c as u32 - first as u32 + 1, after));
        }
    }
    if !matches!(c, '（' | '(') {
        return None;
    }
    let (value, end) = plain(text, blanks(text, after))?;
    let end = blanks(text, end);
    matches!(char_at(text, end)?, '）' | ')').then(|| (value, end + char_at(text, end).map_or(0, char::len_utf8)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_way_of_writing_a_number() {
        let cases = [
            ("十二", 12),
            ("十", 10),
            ("二十", 20),
            ("廿一", 21),
            ("一百零三", 103),
            ("一百〇三", 103),
            ("一〇三", 103),
            ("一百一十", 110),
            ("一千二百六十", 1260),
            ("一百二", 120),
            ("12", 12),
            ("１２", 12),
        ];
        for (words, value) in cases {
            assert_eq!(plain(words, 0), Some((value, words.len())), "{words}");
        }
        assert_eq!(plain("99999999999", 0), None);
        assert_eq!(plain("条", 0), None);
    }

    #[test]
    fn reads_numbers_in_brackets() {
        for (words, value) in [("（三）", 3), ("(3)", 3), ("（ 十一 ）", 11), ("㈢", 3), ("⑶", 3)] {
            assert_eq!(bracketed(words, 0), Some((value, words.len())), "{words}");
        }
        assert_eq!(bracketed("（三", 0), None);
        assert_eq!(bracketed("（试行）", 0), None);
    }
}
