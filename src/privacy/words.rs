//! Finds names and other marks of a person by the words around them. Only warnings: words are no proof.

use crate::glance::Glance;
use std::ops::Range;

use super::Kind;
use super::numbers::is_word;

/// Family names that begin no common word, so that `信访人` and one of them is a person.
const SURNAMES: &str = "王李张刘陈杨赵黄吴徐孙朱郭罗宋郑韩唐冯董曹袁邓傅沈彭吕苏卢蒋蔡贾魏薛叶阎潘汪姜姚廖邹熊陆郝崔邱秦侯邵孟雷汤尹黎贺龚樊胡";

/// Second characters that make a word of such a name: 陈述, 张贴, 陆续, 孙子 …
const NO_NAME: &str = "述诉情贴扬续子闹乱的了在对应可需要及或和与等须如因当将已未不均";

/// Who brings a matter: a name after it is a petitioner's.
const ROLES: [&str; 9] =
    ["信访人", "来访人", "上访人", "反映人", "投诉人", "举报人", "信访群众", "来访群众", "上访群众"];

/// Anybody: a name after it matters when they complain.
const NEIGHBOURS: [&str; 2] = ["村民", "居民"];

const DEEDS: [&str; 7] = ["反映", "投诉", "举报", "上访", "来访", "信访", "控告"];

/// The short names of provinces on number plates.
const PLATES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// The characters that [`look`] looks at, but for the names of provinces, which capital letters tell.
static BEGINNINGS: Glance = Glance::new("某信来上反投举村居身护");

/// Passes over characters of three bytes that begin no finding: most of a Chinese text.
pub(super) fn pass_over(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(&[first, second, third]) = bytes.get(at..at + 3)
        && matches!(first, 0xe0..=0xee)
        && !BEGINNINGS.may_be(second, third)
    {
        at += 3;
    }
    at
}

/// Looks at the character that begins at `at`.
pub(super) fn look(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let here = &text[at..];
    let first = here.chars().next()?;
    match first {
        '某' => masked_name(text, at),
        '信' | '来' | '上' | '反' | '投' | '举' => petitioner(text, at, &ROLES, false),
        '村' | '居' => petitioner(text, at, &NEIGHBOURS, true),
        '身' => masked_id(text, at),
        '护' => passport(text, at),
        _ if text.as_bytes().get(at + 3).is_some_and(u8::is_ascii_uppercase) && PLATES.contains(first) => {
            plate(text, at)
        }
        _ => None,
    }
}

/// `王某某`, `李某反映`.
fn masked_name(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let before = text[..at].chars().next_back().filter(|c| SURNAMES.contains(*c))?;
    let rest = &text[at + '某'.len_utf8()..];
    let start = at - before.len_utf8();
    let next = rest.chars().next();
    if next == Some('某') {
        let end = at + 2 * '某'.len_utf8();
        let place = text[end..].chars().next().is_some_and(|c| "县镇乡村区市局办单公司部年月日处路街".contains(c));
        return (!place).then_some((start..end, Kind::Person));
    }
    let told = next.is_none_or(|c| "，。、；：（,.;:(男女\n".contains(c)) || starts_with_any(rest, &DEEDS).is_some();
    told.then_some((start..at + '某'.len_utf8(), Kind::Person))
}

/// `信访人王建国反映`, `来访人：李梅，女`; neighbours only when they complain.
fn petitioner(text: &str, at: usize, roles: &[&str], must_complain: bool) -> Option<(Range<usize>, Kind)> {
    let role = starts_with_any(&text[at..], roles)?;
    let after = &text[at + role..];
    let rest = after.trim_start_matches(['：', ':', ' ', '\u{3000}']);
    let start = at + role + (after.len() - rest.len());
    let mut chars = rest.chars();
    let surname = chars.next().filter(|c| SURNAMES.contains(*c))?;
    let mut end = start + surname.len_utf8();
    for _ in 0..2 {
        let c = chars.next().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c) || *c >= '\u{20000}')?;
        if NO_NAME.contains(c) || c == '某' {
            return None;
        }
        end += c.len_utf8();
        let tail = &text[end..];
        let over = tail.chars().next().is_none_or(|c| "，。、；：（,.;:()\r\n 男女".contains(c));
        if starts_with_any(tail, &DEEDS).is_some() || (over && !must_complain) {
            return Some((start..end, Kind::Person));
        }
    }
    None
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
    let start = rest[..window].find(|c: char| c.is_ascii_uppercase())?;
    let code: &str = &rest[start..start + rest[start..].bytes().take_while(u8::is_ascii_alphanumeric).count()];
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let sound = code.len() == 9 && (1..=2).contains(&letters) && code[letters..].bytes().all(|b| b.is_ascii_digit());
    sound.then_some((base + start..base + start + code.len(), Kind::Passport))
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

/// The length of the first of these words that the text begins with.
fn starts_with_any(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().find(|word| text.starts_with(**word)).map(|word| word.len())
}
