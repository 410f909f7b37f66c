//! Turns the characters behind a place into a person's name, by family names and by what no given name holds.

use std::ops::Range;

use super::around::{among, is_han, starts_with_any};
use super::tables::{DOUBLE, WORDS};

/// Family names that begin no common word.
const SURE: &str = "王李张刘陈杨赵黄吴徐孙朱郭罗宋郑韩唐冯董曹袁邓傅沈彭吕苏卢蒋蔡贾魏薛叶阎潘汪姜姚廖邹熊陆郝崔邱秦侯邵孟雷汤尹黎贺龚樊胡杜翟谭裴詹褚卞闫冉覃芦鲍赖葛祁聂晏柴瞿佟窦岑滕蔺臧靳苟邢庞倪殷颜欧麻缪韦阮巫姬蒲郁桑敖仇柏辛屈苗邬郜佘冼闵喻尤俞柯翁娄宫霍虞昝裘卜";

/// Family names that begin common words as well: they count only where more than a sign tells.
const COMMON: &str = "周马高林何梁谢许任于丁方石范金余曾万史钱江程白田夏钟戴段龙顾武康毛温施牛洪孔庄章岳祝左柳耿关易骆向纪申文凌卫路申古安常全童肖车米巩兰甘宁宗丘池莫花谷蒙艾盛尚桂沙项游党蓝符解";

/// All of one character.
pub(super) const FAMILIES: [&str; 2] = [SURE, COMMON];

/// One bit for each character that a family name may begin with.
static BEGINNINGS: [u8; 8192] = {
    let mut bits = [0; 8192];
    let lists = [SURE, COMMON, "欧司上诸夏皇尉长慕令端南公"];
    let mut list = 0;
    while list < lists.len() {
        let text = lists[list].as_bytes();
        let mut at = 0;
        while at + 2 < text.len() {
            let code =
                (text[at] as usize & 0xf) << 12 | (text[at + 1] as usize & 0x3f) << 6 | (text[at + 2] as usize & 0x3f);
            bits[code / 8] |= 1 << (code % 8);
            at += 3;
        }
        list += 1;
    }
    bits
};

/// Whether a family name may begin with the character of three bytes that stands at a place.
pub(super) fn may_begin(bytes: &[u8], at: usize) -> bool {
    let Some(&[first @ 0xe0..=0xef, second, third]) = bytes.get(at..at + 3) else { return false };
    let code = usize::from(first & 0xf) << 12 | usize::from(second & 0x3f) << 6 | usize::from(third & 0x3f);
    BEGINNINGS[code / 8] & (1 << (code % 8)) != 0
}

/// Second characters that make a word of such a name: 陈述, 张贴, 陆续, 孙子 …
const NO_SECOND: &str = "述诉情贴扬续子女闹姓氏家府庄某先";

/// What no given name holds.
const NEVER: &str = "的了对或及是等须因已未不均其所被把从都还就很各该这那哪您你我他她它们件份次种类项条款者啊吗吧呢但却凡每仅只且并个又";

/// What no given name ends with: places and offices.
const NO_LAST: &str =
    "口村镇乡县市区街路沟湾组社店屯寨局委办院校所站厅部室会队司厂房疸型性病症炎类费款人员户岁年月日时分";

/// A name and how far it is to be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    /// Its length in bytes.
    pub(super) length: usize,
    /// Whether its family name begins no common word.
    pub(super) sure: bool,
    /// Whether part of it is hidden: 王某, 李××, 张**.
    pub(super) masked: bool,
}

/// The family name that a text begins with: its length, and whether it is a sure one.
pub(super) fn surname(text: &str) -> Option<(usize, bool)> {
    if !may_begin(text.as_bytes(), 0) {
        return None;
    }
    if let Some(length) = starts_with_any(text, &DOUBLE) {
        return Some((length, true));
    }
    let first = text.chars().next()?;
    let sure = among(SURE, first);
    (sure || among(COMMON, first)).then_some((first.len_utf8(), sure))
}

/// Whether a character may stand for a hidden part of a name.
fn is_mask(c: char) -> bool {
    matches!(c, '某' | '×' | '＊' | '*' | '〇' | '○' | 'Ｘ' | 'X' | 'x' | '✕')
}

/// The name of a person that a text begins with, with one or two characters behind the family name, for each length
/// the shorter first. A name of a minority with a point in it counts whole.
pub(super) fn names(text: &str) -> impl Iterator<Item = Name> {
    let mut found = [None; 3];
    if let Some(length) = pointed(text) {
        found[0] = Some(Name { length, sure: true, masked: false });
    } else if let Some((family, sure)) = surname(text) {
        let rest = &text[family..];
        let hidden = rest.chars().take(2).take_while(|c| is_mask(*c)).map(char::len_utf8).sum::<usize>();
        if hidden > 0 {
            let mut length = family + hidden;
            // 王某国, 李某甲
            let given = text[length..].chars().next().filter(|c| is_given(*c) && rest[..hidden].chars().count() == 1);
            found[0] = Some(Name { length, sure, masked: true });
            if let Some(c) = given {
                length += c.len_utf8();
                found[1] = Some(Name { length, sure, masked: true });
            }
        } else if is_no_word(text, rest) {
            let mut length = family;
            for (slot, c) in found.iter_mut().zip(rest.chars().take(2)) {
                if !is_given(c) {
                    break;
                }
                length += c.len_utf8();
                *slot = (!among(NO_LAST, c)).then_some(Name { length, sure, masked: false });
            }
        }
    }
    found.into_iter().flatten()
}

fn is_no_word(text: &str, rest: &str) -> bool {
    !rest.starts_with(|c| among(NO_SECOND, c)) && starts_with_any(text, WORDS).is_none()
}

fn is_given(c: char) -> bool {
    is_han(c) && !among(NEVER, c)
}

/// Whether a point stands near, as in names of two parts: two to six characters before it.
pub(super) fn has_point(text: &str) -> bool {
    let near = text.as_bytes().get(..24).unwrap_or(text.as_bytes());
    near.windows(2).any(|pair| matches!(pair, [0xc2, 0xb7] | [0x80, 0xa2] | [0x83, 0xbb]))
}

/// `买买提·艾力`: two parts of two to six characters.
fn pointed(text: &str) -> Option<usize> {
    if !has_point(text) {
        return None;
    }
    let part = |text: &str| {
        let count = text.chars().take(6).take_while(|c| is_given(*c)).count();
        (count >= 2).then(|| text.chars().take(count).map(char::len_utf8).sum::<usize>())
    };
    let first = part(text)?;
    let point = text[first..].chars().next().filter(|c| matches!(c, '·' | '•' | '・'))?;
    let second = part(&text[first + point.len_utf8()..])?;
    Some(first + point.len_utf8() + second)
}

/// A sure, whole name that ends just before a place, where a word begins: 王建国|反映. Two or three characters.
pub(super) fn name_before(text: &str, at: usize, begins: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    any_name_before(text, at, begins).filter(|(_, sure)| *sure).map(|(range, _)| range)
}

/// The same, and whether the name is a sure one.
pub(super) fn any_name_before(text: &str, at: usize, begins: impl Fn(usize) -> bool) -> Option<(Range<usize>, bool)> {
    let starts = [6, 9, 12].into_iter().filter_map(|length| at.checked_sub(length));
    starts.into_iter().find_map(|start| {
        if !may_begin(text.as_bytes(), start) || !text.is_char_boundary(start) || !begins(start) {
            return None;
        }
        names(&text[start..at]).find(|name| start + name.length == at).map(|name| (start..at, name.sure))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_words() {
        let read = |text: &'static str| names(text).map(|name| &text[..name.length]).collect::<Vec<_>>();
        for (text, wanted) in [
            ("王建国反映", vec!["王建", "王建国"]),
            ("李梅，", vec!["李梅"]),
            ("欧阳海，", vec!["欧阳海"]),
            ("买买提·艾力，", vec!["买买提·艾力"]),
            ("王某国，", vec!["王某", "王某国"]),
            ("张××，", vec!["张××"]),
            ("陈述", vec![]),
            ("周边", vec![]),
            ("张家村，", vec![]),
            ("黄疸，", vec![]),
            ("信访", vec![]),
            ("周明，", vec!["周明"]),
            ("", vec![]),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
        let text = "昨天，王建国反映";
        let at = text.find('反').unwrap();
        let found = name_before(text, at, |start| super::super::around::begins(text, start));
        assert_eq!(found.map(|range| &text[range]), Some("王建国"));
    }
}
