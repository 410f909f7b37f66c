//! Turns the number of an article, paragraph or item into a value: 十二, 12, １２, （三）, ㈢.

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
    let rest = text.get(at..)?;
    let digits = |c: char| c.to_digit(10).or_else(|| ('０'..='９').contains(&c).then(|| c as u32 - '０' as u32));
    let end = rest.find(|c| digits(c).is_none()).unwrap_or(rest.len());
    if end > 0 {
        let value =
            rest[..end].chars().filter_map(digits).try_fold(0_u32, |sum, d| sum.checked_mul(10)?.checked_add(d));
        return Some((value?, at + end));
    }
    let end = rest.find(|c| chinese_digit(c).is_none() && weight(c).is_none()).unwrap_or(rest.len());
    (end > 0).then_some(())?;
    Some((chinese(&rest[..end])?, at + end))
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

fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn weight(c: char) -> Option<u32> {
    Some(match c {
        '十' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// 一百零三 is a sum of weights; 一〇三 says its digits one by one.
fn chinese(words: &str) -> Option<u32> {
    if words.chars().all(|c| chinese_digit(c).is_some()) {
        return words.chars().filter_map(chinese_digit).try_fold(0_u32, |sum, d| sum.checked_mul(10)?.checked_add(d));
    }
    let (mut sum, mut digit) = (0_u32, None);
    for c in words.chars() {
        match (chinese_digit(c), weight(c)) {
            (Some(d), _) => digit = Some(d),
            (None, Some(20)) => sum = sum.checked_add(20)?,
            (None, Some(30)) => sum = sum.checked_add(30)?,
            (None, Some(w)) => sum = sum.checked_add(w.checked_mul(digit.take().filter(|d| *d > 0).unwrap_or(1))?)?,
            (None, None) => return None,
        }
    }
    sum.checked_add(digit.unwrap_or(0))
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
