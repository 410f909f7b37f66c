//! Turns a character of a text into what may begin, end or stand there: names, numbers after their label, homes, facts.

use std::ops::Range;

use super::numbers::is_word;
use super::{Finding, Kind, account, fact, home, people};

/// The short names of provinces on number plates.
const PLATES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// The characters that [`look`] looks at, but for the names of provinces, which capital letters tell.
const LOOKED_AT: &str = concat!(
    // Words for somebody, and what petitioners do.
    "信来上反投举申控检求诉缠初被当患病伤死逝受家亲老孕产委监拆嫌肇户欠村居市群业住职工农学商租承退网乘司消讨多",
    // Want and illness before a name.
    "低五特贫建脱失单孤留困刑社吸戒残精艾重肿",
    // Hidden names, titles, age, kin.
    "某先女男姓岁妻丈儿父母爱孙其之",
    // Numbers after their label; parts of an address behind numerals; chat.
    "身护号室组队薇威微抖快钉支陌小",
    // Facts.
    "诊确查瘫偏截脑智肢视听言一二三四致透化放流怀不尿白抑聋癫癌植手肝痴伤离丧再未婚出非私超服收改分赌强",
);

/// Which characters of three bytes are looked at: one bit each.
static LOOKS: [u8; 8192] = {
    let mut bits = [0; 8192];
    let text = LOOKED_AT.as_bytes();
    let mut at = 0;
    while at + 2 < text.len() {
        let code = code_of(text[at], text[at + 1], text[at + 2]);
        bits[code / 8] |= 1 << (code % 8);
        at += 3;
    }
    bits
};

/// The code of a character of three bytes.
const fn code_of(first: u8, second: u8, third: u8) -> usize {
    ((first as usize & 0xf) << 12) | ((second as usize & 0x3f) << 6) | (third as usize & 0x3f)
}

/// Passes over characters of three bytes that begin no finding: most of a Chinese text.
pub(super) fn pass_over(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(&[first, second, third]) = bytes.get(at..at + 3)
        && matches!(first, 0xe0..=0xee)
    {
        let code = code_of(first, second, third);
        if LOOKS[code / 8] & (1 << (code % 8)) != 0 {
            break;
        }
        at += 3;
    }
    at
}

/// Looks at the character that begins at `at`; `found` is what was found before it.
pub(super) fn look(text: &str, at: usize, found: &[Finding]) -> Option<(Range<usize>, Kind)> {
    let first = text[at..].chars().next()?;
    match first {
        '某' => people::masked(text, at),
        '姓' => people::surnamed(text, at),
        '先' => people::title(text, at),
        '男' | '岁' => people::described(text, at),
        '女' => {
            people::title(text, at).or_else(|| people::kin(text, at)).or_else(|| people::described(text, at))
        }
        '妻' | '丈' | '父' | '母' | '爱' | '孙' | '其' | '之' => people::kin(text, at),
        '儿' => people::kin(text, at),
        '身' => masked_id(text, at),
        '护' => passport(text, at),
        '号' | '室' | '组' | '队' => home::at_numeral(text, at),
        '薇' | '威' | '微' | '抖' | '快' | '钉' | '支' | '陌' => account::chat(text, at),
        _ if text.as_bytes().get(at + 3).is_some_and(u8::is_ascii_uppercase) && PLATES.contains(first) => {
            plate(text, at)
        }
        _ => people::named(text, at)
            .or_else(|| people::deed(text, at))
            .or_else(|| people::kin(text, at))
            .or_else(|| fact::told(text, at, found))
            .or_else(|| (first == '社').then(|| home::at_numeral(text, at)).flatten())
            .or_else(|| (first == '小').then(|| account::chat(text, at)).flatten()),
    }
}

/// Looks at a capital or small letter behind a Chinese character or at a beginning: plates, hidden names, chat.
pub(super) fn look_at_letter(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let bytes = text.as_bytes();
    let behind_han = at.checked_sub(3).filter(|from| matches!(bytes[*from], 0xe4..=0xe9));
    if let Some(from) = behind_han {
        let province = text.get(from..).and_then(|rest| rest.chars().next()).is_some_and(|c| PLATES.contains(c));
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
    let length = rest.find(|c: char| !(c.is_ascii_digit() || "*xX＊●".contains(c))).unwrap_or(rest.len());
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
    let rest = text[at..].strip_prefix("护照")?;
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
