//! Turns a character of a text into what may begin, end or stand there: names, numbers after their label, homes, facts.

use std::ops::Range;
use std::sync::LazyLock;

use super::around::among;
use super::numbers::is_word;
use super::people::Role;
use super::{Finding, Kind, account, fact, home, people, surname, tables};

/// The short names of provinces on number plates.
const PLATES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// What a word may be the beginning of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Somebody, with a name behind.
    Named(Role, Kind),
    /// What a petitioner does, with a name before.
    Deed,
    /// A relative, with a name behind or before.
    Kin,
    /// Health, marriage or want.
    Fact,
    /// A number behind its label, a title, an account.
    Label,
}

/// Labels and titles, for [`Lead::Label`].
const LABELS: &[&str] = &[
    "身份证",
    "护照",
    "通行证",
    "扣扣",
    "先生",
    "女士",
    "薇信",
    "威信",
    "微信",
    "抖音",
    "快手",
    "钉钉",
    "支付宝",
    "陌陌",
];

/// A word and what it may be the beginning of.
struct Word {
    word: &'static str,
    /// Its first eight bytes as a number, and which bits of that count: most words differ there.
    key: u64,
    mask: u64,
    lead: Lead,
}

impl Word {
    fn new(word: &'static str, lead: Lead) -> Self {
        let mask = if word.len() < 8 { (1 << (8 * word.len())) - 1 } else { u64::MAX };
        Self { word, key: head_of(word.as_bytes()), mask, lead }
    }

    fn begins(&self, text: &str, head: u64) -> bool {
        head & self.mask == self.key && (self.word.len() <= 8 || text.starts_with(self.word))
    }
}

/// The first eight bytes as a number, the first the least; zeros where there are fewer.
fn head_of(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)),
    }
}

/// Which characters are worth a look. Most of a text is none of them, and to decode each costs more than all else.
pub(super) struct Looks {
    /// Words by their first character.
    leads: Vec<Vec<Word>>,
    /// Where in `leads` the words of a character stand, by its code; 0 holds none.
    places: Vec<u16>,
    /// Characters of three bytes that begin a word, or stand behind something.
    first: Bits,
    /// Pairs of characters that begin a word; several may share a bit.
    pairs: Bits,
    /// Pairs that are a word; and triples that begin one.
    whole: Bits,
    triples: Bits,
    /// Characters that are words.
    alone: Bits,
    /// Characters that are looked at by what stands before them.
    back: Bits,
    /// Pairs of which the second is looked at.
    back_pairs: Bits,
}

/// A bit for each of 65,536 numbers; larger ones are folded into them.
struct Bits(Box<[u64; 1024]>);

impl Bits {
    fn new() -> Self {
        Self(Box::new([0; 1024]))
    }

    fn set(&mut self, number: usize) {
        self.0[number / 64 % 1024] |= 1 << (number % 64);
    }

    fn has(&self, number: usize) -> bool {
        self.0[number / 64 % 1024] >> (number % 64) & 1 != 0
    }
}

/// The code of a character of three bytes.
const fn code_of(first: u8, second: u8, third: u8) -> usize {
    ((first as usize & 0xf) << 12) | ((second as usize & 0x3f) << 6) | (third as usize & 0x3f)
}

/// A number for a pair of characters.
const fn pair_of(first: usize, second: usize) -> usize {
    // Fibonacci hashing: the upper bits of a product with the golden ratio are well mixed.
    (((first << 16 | second) as u32).wrapping_mul(0x9e37_79b1) >> 16) as usize
}

/// A number for a pair and the character behind it.
const fn triple_of(pair: usize, third: usize) -> usize {
    pair_of(pair, third)
}

/// The characters, made once.
pub(super) fn looks() -> &'static Looks {
    static LOOKS: LazyLock<Looks> = LazyLock::new(Looks::new);
    &LOOKS
}

impl Looks {
    fn new() -> Self {
        let mut new = Self {
            leads: vec![Vec::new()],
            places: vec![0; 0x1_0000],
            first: Bits::new(),
            pairs: Bits::new(),
            whole: Bits::new(),
            triples: Bits::new(),
            alone: Bits::new(),
            back: Bits::new(),
            back_pairs: Bits::new(),
        };
        for (words, role, kind) in people::NAMED {
            new.add(words, Lead::Named(*role, *kind));
        }
        new.add(tables::ALONE, Lead::Deed);
        people::KINDRED.iter().for_each(|words| new.add(words, Lead::Kin));
        fact::FACTS.iter().for_each(|words| new.add(words, Lead::Fact));
        new.add(LABELS, Lead::Label);
        // Hidden names, and addresses in numerals.
        new.behind("某姓", surname::FAMILIES.iter().flat_map(|names| names.chars()));
        new.behind("号室组队社户", home::NUMERALS.chars());
        new.behind("男女岁", "，（、\u{3000}０１２３４５６７８９".chars());
        for family in surname::FAMILIES.iter().flat_map(|names| names.chars()) {
            new.pairs.set(pair_of('姓' as usize, family as usize));
            new.whole.set(pair_of('姓' as usize, family as usize));
        }
        new
    }

    fn add(&mut self, words: &'static [&'static str], lead: Lead) {
        for word in words {
            let mut chars = word.chars();
            let (Some(first), second) = (chars.next(), chars.next()) else { continue };
            let place = &mut self.places[first as usize & 0xffff];
            if *place == 0 {
                *place = u16::try_from(self.leads.len()).unwrap_or(0);
                self.leads.push(Vec::new());
            }
            if let Some(words) = self.leads.get_mut(usize::from(*place)) {
                words.push(Word::new(word, lead));
            }
            self.first.set(first as usize);
            match second {
                Some(second) => {
                    let pair = pair_of(first as usize, second as usize);
                    self.pairs.set(pair);
                    match chars.next() {
                        Some(third) => self.triples.set(triple_of(pair, third as usize)),
                        None => self.whole.set(pair),
                    }
                }
                // 患 may have any illness behind it.
                None => self.alone.set(first as usize),
            }
        }
    }

    fn behind(&mut self, characters: &str, before: impl Iterator<Item = char> + Clone) {
        for second in characters.chars() {
            self.first.set(second as usize);
            self.back.set(second as usize);
            before.clone().for_each(|first| self.back_pairs.set(pair_of(first as usize, second as usize)));
        }
    }

    /// Passes over characters of three bytes that begin no finding: most of a Chinese text.
    pub(super) fn pass_over(&self, bytes: &[u8], from: usize) -> usize {
        let mut at = from;
        while let Some(&[first, second, third]) = bytes.get(at..at + 3)
            && matches!(first, 0xe0..=0xee)
        {
            let code = code_of(first, second, third);
            if self.first.has(code) && self.is_worth(bytes, at, code) {
                break;
            }
            at += 3;
        }
        at
    }

    /// Whether the character behind or before makes this one worth a look.
    #[inline(never)]
    fn is_worth(&self, bytes: &[u8], at: usize, code: usize) -> bool {
        if let Some(&[first @ 0xe0..=0xef, second, third]) = bytes.get(at + 3..at + 6)
            && let pair = pair_of(code, code_of(first, second, third))
            && self.pairs.has(pair)
        {
            let third = bytes.get(at + 6..at + 9).map_or(0, |three| code_of(three[0], three[1], three[2]));
            if self.whole.has(pair) || self.triples.has(triple_of(pair, third)) {
                return true;
            }
        }
        if !self.back.has(code) {
            return self.alone.has(code);
        }
        match at.checked_sub(3).and_then(|from| bytes.get(from..at)) {
            Some(&[first @ 0xe0..=0xef, second, third]) => {
                self.back_pairs.has(pair_of(code_of(first, second, third), code))
            }
            // A sign, a blank, or a digit, which has been read.
            _ => true,
        }
    }
}

/// Looks at the character that begins at `at`; `found` is what was found before it.
pub(super) fn look(looks: &Looks, text: &str, at: usize, found: &[Finding]) -> Option<(Range<usize>, Kind)> {
    let here = &text[at..];
    let first = here.chars().next()?;
    let special = match first {
        '某' => people::masked(text, at),
        '姓' => people::surnamed(text, at),
        '男' | '女' | '岁' => people::described(text, at),
        '号' | '室' | '组' | '队' | '社' | '户' => home::at_numeral(text, at),
        _ => None,
    };
    if special.is_some() {
        return special;
    }
    let head = head_of(here.as_bytes());
    let place = looks.places.get(first as usize).map_or(0, |place| usize::from(*place));
    let mut longest: Option<(usize, Role, Kind)> = None;
    let mut other = None;
    for one in looks.leads.get(place).into_iter().flatten().filter(|one| one.begins(here, head)) {
        let Word { word, lead, .. } = one;
        // Of several words for somebody the longest is meant.
        match lead {
            Lead::Named(role, kind) if longest.is_none_or(|(length, ..)| length < word.len()) => {
                longest = Some((word.len(), *role, *kind));
            }
            Lead::Named(..) => {}
            Lead::Deed if other.is_none() => other = people::deed(text, at, word.len()),
            Lead::Kin if other.is_none() => other = people::kin(text, at),
            Lead::Fact if other.is_none() => other = fact::told(text, at, found),
            Lead::Label if other.is_none() => other = label(text, at, first),
            _ => {}
        }
    }
    longest.and_then(|(length, role, kind)| people::named(text, at, length, role, kind)).or(other)
}

fn label(text: &str, at: usize, first: char) -> Option<(Range<usize>, Kind)> {
    match first {
        '身' => masked_id(text, at),
        '护' | '通' => passport(text, at),
        '先' | '女' => people::title(text, at),
        _ => account::chat(text, at),
    }
}

/// Looks at a capital or small letter behind a Chinese character or at a beginning: plates, hidden names, chat.
pub(super) fn look_at_letter(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let bytes = text.as_bytes();
    let behind_han = at.checked_sub(3).filter(|from| matches!(bytes[*from], 0xe4..=0xe9));
    if let Some(from) = behind_han {
        let province = text.get(from..).and_then(|rest| rest.chars().next()).is_some_and(|c| among(PLATES, c));
        if province && bytes[at].is_ascii_uppercase() {
            return plate(text, from);
        }
        if matches!(bytes[at], b'X' | b'x') {
            return people::masked(text, at);
        }
    }
    match bytes[at] {
        b'Q' | b'q' | b'W' | b'w' | b'V' | b'v' => account::chat(text, at),
        _ => None,
    }
}

/// `身份证号：62**********1234`: masked, but still somebody's.
fn masked_id(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let rest = text[at..].strip_prefix("身份证")?;
    let rest = rest.strip_prefix("号码").or_else(|| rest.strip_prefix('号')).unwrap_or(rest);
    let rest = rest.trim_start_matches(['：', ':', ' ']);
    let length = rest.find(|c: char| !(c.is_ascii_digit() || among("*xX＊●", c))).unwrap_or(rest.len());
    let typed = &rest[..length];
    let masked = typed.chars().count() >= 8 && typed.contains(['*', '＊', '●', 'x', 'X']);
    let start = text.len() - rest.len();
    // A whole number with its check digit X is told by the numbers.
    let whole = typed.len() == 18 && typed[..17].bytes().all(|b| b.is_ascii_digit());
    (masked && !whole && typed.contains(|c: char| c.is_ascii_digit()))
        .then_some((start..start + length, Kind::MaskedId))
}

/// `护照号 E12345678`; looks twelve characters ahead.
fn passport(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let rest = text[at..].strip_prefix("护照").or_else(|| text[at..].strip_prefix("通行证"))?;
    let base = text.len() - rest.len();
    let window = rest.char_indices().nth(12).map_or(rest.len(), |(end, _)| end);
    let begins = |(_, c): &(usize, char)| c.is_ascii_uppercase();
    rest[..window].char_indices().filter(begins).find_map(|(start, _)| {
        let code = &rest[start..start + rest[start..].bytes().take_while(u8::is_ascii_alphanumeric).count()];
        let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
        let digits = code[letters..].bytes().all(|b| b.is_ascii_digit());
        let sound = code.len() == 9 && (1..=2).contains(&letters) && digits;
        sound.then_some((base + start..base + start + code.len(), Kind::Passport))
    })
}

/// `甘A·12345`, `甘AD12345`.
fn plate(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let province = text[at..].chars().next()?.len_utf8();
    let bytes = text.as_bytes();
    let mut start = at + province + 1;
    for dot in ["·", "•", "-", " "] {
        start += if text[start..].starts_with(dot) { dot.len() } else { 0 };
    }
    let code = bytes[start..].iter().take(7).take_while(|b| b.is_ascii_digit() || b.is_ascii_uppercase()).count();
    let digits = bytes[start..start + code].iter().filter(|b| b.is_ascii_digit()).count();
    let sound = (5..=6).contains(&code) && digits >= 3 && !is_word(bytes, start + code);
    sound.then_some((at..start + code, Kind::Plate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_over_begins_nothing() {
        let looks = looks();
        for word in looks.leads.iter().flatten().map(|one| one.word) {
            let text = format!("今天{word}王建国");
            assert_eq!(looks.pass_over(text.as_bytes(), 0), "今天".len(), "{word}");
        }
        let text = "今天天气很好";
        assert_eq!(looks.pass_over(text.as_bytes(), 0), text.len());
        for (text, at) in [("李某", 3), ("姓王", 0), ("、男", 3), ("五组", 3), ("三号", 3)] {
            assert_eq!(looks.pass_over(text.as_bytes(), 0), at, "{text}");
        }
    }
}
