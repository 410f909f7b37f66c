//! Turns a text into characters folded to one form, each with its place, and reads along them.

use super::numeral;
use std::ops::Range;

/// A folded text and a position in it. Blanks are skipped before everything that is looked for.
#[derive(Debug, Clone)]
pub(super) struct Folded<'a> {
    text: &'a str,
    chars: Vec<(char, usize)>,
    at: usize,
}

/// One character in the form the readers look for: half width, lower case, one dash, simplified.
fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).map_or(c, fold),
        'A'..='Z' => c.to_ascii_lowercase(),
        '—' | '–' | '―' | '‐' | '‑' | '−' | '~' | '〜' | '─' | '➝' | '→' => '-',
        '\u{3000}' | '\u{a0}' | '\t' | '\n' | '\r' | '\u{200b}' => ' ',
        '時' => '时',
        '點' => '点',
        '號' => '号',
        '週' => '周',
        '毎' => '每',
        '個' => '个',
        '歷' | '曆' => '历',
        '農' => '农',
        '閏' => '闰',
        '後' => '后',
        '單' => '单',
        '雙' => '双',
        '節' => '节',
        '無' => '无',
        '開' => '开',
        '兩' => '两',
        '順' => '顺',
        '間' => '间',
        '禮' => '礼',
        '﹣' => '-',
        '∶' | '︰' => ':',
        '•' | '・' | '‧' | '･' => '·',
        _ => c,
    }
}

impl<'a> Folded<'a> {
    /// The whole text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, chars: text.char_indices().map(|(at, c)| (fold(c), at)).collect(), at: 0 }
    }

    /// The part of the same text between two byte offsets; places still count from the start of the whole text.
    pub(super) fn part(&self, range: &Range<usize>) -> Self {
        let inside = |at: usize| range.start <= at && at < range.end;
        let chars = self.chars.iter().copied().filter(|(_, at)| inside(*at)).collect();
        let text = self.text.get(..range.end).unwrap_or(self.text);
        Self { text, chars, at: 0 }
    }

    /// Byte offset of the next character that is not blank, or of the end.
    pub(super) fn place(&self) -> usize {
        let next = self.chars[self.at..].iter().find(|(c, _)| *c != ' ');
        next.map_or(self.text.len(), |(_, at)| *at)
    }

    /// Bytes from `start` to just after the last character read.
    pub(super) fn since(&self, start: usize) -> Range<usize> {
        let end = self.chars.get(self.at).map_or(self.text.len(), |(_, at)| *at);
        let trimmed = self.text.get(start..end).map_or(end, |part| start + part.trim_end().len());
        start..trimmed.max(start)
    }

    /// Bytes of everything not yet read.
    pub(super) fn rest(&self) -> Range<usize> {
        self.place()..self.text.len()
    }

    /// The text as written.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// A position to come back to.
    pub(super) fn mark(&self) -> usize {
        self.at
    }

    /// Back to a position.
    pub(super) fn reset(&mut self, mark: usize) {
        self.at = mark.min(self.chars.len());
    }

    fn skip_blanks(&mut self) {
        while self.chars.get(self.at).is_some_and(|(c, _)| *c == ' ') {
            self.at += 1;
        }
    }

    /// Whether nothing but blanks is left.
    pub(super) fn done(&mut self) -> bool {
        self.skip_blanks();
        self.at >= self.chars.len()
    }

    /// The next character that is not blank, unread.
    pub(super) fn peek(&mut self) -> Option<char> {
        self.skip_blanks();
        self.chars.get(self.at).map(|(c, _)| *c)
    }

    /// Reads `word` (already in folded form), ignoring blanks between its Chinese characters. An English word must end there.
    pub(super) fn eat(&mut self, word: &str) -> bool {
        let mark = self.at;
        self.skip_blanks();
        let mut latin = false;
        for wanted in word.chars() {
            if !wanted.is_ascii() {
                self.skip_blanks();
            }
            if self.chars.get(self.at).is_none_or(|(c, _)| *c != wanted) {
                self.at = mark;
                return false;
            }
            latin = wanted.is_ascii_alphabetic();
            self.at += 1;
        }
        if latin && self.chars.get(self.at).is_some_and(|(c, _)| c.is_alphabetic() && *c < '\u{2e80}') {
            self.at = mark;
            return false;
        }
        true
    }

    /// Reads the first of several words that is there. Put longer ones first.
    pub(super) fn eat_any<'w>(&mut self, words: &[&'w str]) -> Option<&'w str> {
        words.iter().copied().find(|word| self.eat(word))
    }

    /// Reads one of several words and gives the value that goes with it.
    pub(super) fn eat_one<T: Copy>(&mut self, words: &[(&str, T)]) -> Option<T> {
        words.iter().find(|(word, _)| self.eat(word)).map(|(_, value)| *value)
    }

    /// Reads one character if `test` holds for it.
    pub(super) fn eat_if(&mut self, test: impl Fn(char) -> bool) -> Option<char> {
        self.skip_blanks();
        let (c, _) = self.chars.get(self.at).copied().filter(|(c, _)| test(*c))?;
        self.at += 1;
        Some(c)
    }

    /// Reads one of the dashes or words for “to”.
    pub(super) fn dash(&mut self) -> bool {
        if self.eat("至")
            || self.eat("到")
            || self.eat_any(&["to", "until", "till", "bis", "à", "au", "jusqu'au", "jusqu'à", "から"]).is_some()
        {
            return true;
        }
        let dashed = self.eat("-");
        while self.eat("-") {}
        dashed
    }

    /// Reads one of `、，；,;` and the words for “and”.
    pub(super) fn separator(&mut self) -> bool {
        let mut found = false;
        while self.eat_any(&["、", ",", ";", "/", "|", "。"]).is_some() {
            found = true;
        }
        found || self.eat_any(&["以及", "和", "及", "与", "and", "et", "und", "&"]).is_some()
    }

    /// Reads a number in Arabic digits with how many digits it had.
    pub(super) fn digits(&mut self) -> Option<(u32, usize)> {
        let mark = self.at;
        self.skip_blanks();
        let start = self.at;
        while self.chars.get(self.at).is_some_and(|(c, _)| c.is_ascii_digit()) {
            self.at += 1;
        }
        let digits: String = self.chars[start..self.at].iter().map(|(c, _)| *c).collect();
        match digits.parse() {
            Ok(number) => Some((number, digits.len())),
            Err(_) => {
                self.at = mark;
                None
            }
        }
    }

    /// Reads a number in Arabic or Chinese digits (十五, 二十一, 廿一, 三十).
    pub(super) fn number(&mut self) -> Option<u32> {
        if let Some((number, _)) = self.digits() {
            return Some(number);
        }
        let mark = self.at;
        self.skip_blanks();
        let start = self.at;
        while self.chars.get(self.at).is_some_and(|(c, _)| numeral::is_numeral(*c)) {
            self.at += 1;
        }
        let words: String = self.chars[start..self.at].iter().map(|(c, _)| *c).collect();
        let value = numeral::value(&words);
        if value.is_none() {
            self.at = mark;
        }
        value
    }

    /// Everything not yet read, folded, without blanks between Chinese characters.
    pub(super) fn remaining(&self) -> String {
        let rest: String = self.chars[self.at..].iter().map(|(c, _)| *c).collect();
        squeeze(&rest)
    }
}

/// Without blanks, except single ones between two letters or digits of the Latin kind.
pub(super) fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let narrow = |c: char| c.is_alphanumeric() && c < '\u{2e80}';
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        out.push_str(word);
        let next = words.peek().and_then(|next| next.chars().next());
        if next.is_some_and(narrow) && word.chars().last().is_some_and(|c| narrow(c) || c == ',' || c == '.') {
            out.push(' ');
        }
    }
    out
}

/// The whole text folded and squeezed, for looking it up in a list of words.
pub(super) fn folded(text: &str) -> String {
    Folded::new(text).remaining()
}

/// Byte ranges of the parts of a text between `、，；` and the like, without the blanks around them. Separators inside
/// brackets do not count.
pub(super) fn split(text: &str, separators: &[char]) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    let mut push = |start: usize, end: usize| {
        let part = text.get(start..end).unwrap_or("");
        let lead = part.len() - part.trim_start().len();
        if !part.trim().is_empty() {
            parts.push(start + lead..start + lead + part.trim().len());
        }
    };
    for (at, c) in text.char_indices() {
        match fold(c) {
            '(' | '[' | '〔' | '【' => depth += 1,
            ')' | ']' | '〕' | '】' => depth = depth.saturating_sub(1),
            folded if depth == 0 && separators.contains(&folded) => {
                push(start, at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    push(start, text.len());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_width_case_dashes_and_traditional_forms() {
        assert_eq!(folded("１２：３０～１４：００　ＡＭ"), "12:30-14:00 am");
        assert_eq!(folded("陈 守 望"), "陈守望");
        assert_eq!(folded("Every  Day"), "every day");
        assert_eq!(folded("農曆"), "农历");
    }

    #[test]
    fn places_are_bytes_of_the_text_as_written() {
        let mut read = Folded::new(" 第１ 周");
        assert!(read.eat("第"));
        let start = read.place();
        assert_eq!(read.number(), Some(1));
        assert_eq!(read.since(start), 4..7);
        assert!(read.eat("周") && read.done());
        assert!(!Folded::new("toad").eat("to"));
        assert!(Folded::new("to周").eat("to"));
    }

    #[test]
    fn splits_outside_brackets() {
        let text = "院长（副院长、党组成员）、 庭长 ，";
        let parts: Vec<&str> = split(text, &['、', ',']).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["院长（副院长、党组成员）", "庭长"]);
    }
}
