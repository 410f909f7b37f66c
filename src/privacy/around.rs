//! Turns a place in a text into the characters before and behind it, never further than a few dozen bytes.

/// Sentences end here; what is said of a person in one does not reach into the next.
pub(super) const STOPS: &str = "。！？；!?;\n\r";

/// Signs that stand before and behind a name.
const EDGES: &str = "，。、；：！？（）《》“”‘’【】〔〕…—·,.;:!?()[]{}<>\"'|/\\#*-+=~`_\t\n\r \u{3000}\u{a0}";

/// Whether a character is in a list. To search a short text for a text of one character takes far longer.
pub(super) fn among(list: &str, c: char) -> bool {
    list.chars().any(|one| one == c)
}

/// Whether a character ends a word: a sign, a blank or a control.
pub(super) fn is_edge(c: char) -> bool {
    among(EDGES, c)
}

/// Whether a name may begin here: at the start of the text, or behind a sign, a digit or a letter.
pub(super) fn begins(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|c| is_edge(c) || c.is_ascii_alphanumeric())
}

/// Whether a word may end here.
pub(super) fn ends(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_none_or(is_edge)
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// At most `most` characters before a place, not beyond a character of `stops`.
pub(super) fn before<'a>(text: &'a str, at: usize, most: usize, stops: &str) -> &'a str {
    let head = &text[..at];
    let mut start = at;
    for (place, c) in head.char_indices().rev().take(most) {
        if among(stops, c) {
            break;
        }
        start = place;
    }
    &head[start..]
}

/// At most `most` characters behind a place, not beyond a character of `stops`.
pub(super) fn behind<'a>(text: &'a str, at: usize, most: usize, stops: &str) -> &'a str {
    let tail = &text[at..];
    let mut end = 0;
    for (place, c) in tail.char_indices().take(most) {
        if among(stops, c) {
            break;
        }
        end = place + c.len_utf8();
    }
    &tail[..end]
}

/// The length of the longest of these words that the text begins with.
pub(super) fn starts_with_any(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter(|word| text.starts_with(**word)).map(|word| word.len()).max()
}

/// The length of the longest of these words that the text ends with.
pub(super) fn ends_with_any(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter(|word| text.ends_with(**word)).map(|word| word.len()).max()
}

/// Whether any of these words stands in the text.
pub(super) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_stop_at_signs_and_lengths() {
        let text = "甲。乙丙，丁戊";
        let at = text.find('丁').unwrap();
        assert_eq!(before(text, at, 9, STOPS), "乙丙，");
        assert_eq!(before(text, at, 2, STOPS), "丙，");
        assert_eq!(before(text, at, 9, "，"), "");
        assert_eq!(behind(text, 0, 9, STOPS), "甲");
        assert_eq!(behind(text, at, 1, STOPS), "丁");
        assert!(begins(text, at) && !begins(text, text.find('丙').unwrap()) && begins(text, 0));
        assert!(ends(text, text.len()) && !ends(text, 0));
        assert_eq!(starts_with_any("信访人员", &["信访", "信访人"]), Some(9));
    }
}
