//! Turns the words of 接待人 into names, posts and what goes with them: 韩 　 龑; 副校长 张某 is refused; 等区领导 is kept.

use super::fold::{split, squeeze};
use super::{Doubt, Reading, unreadable};
use crate::diag::code::calendar as code;
use std::ops::Range;

/// One person, post or group as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name that `is_known` accepted, else the words without padding: then a group or a post, or a mistake, which the
    /// caller tells apart.
    pub name: String,
    /// Whether `is_known` accepted the name.
    pub known: bool,
    /// A post written beside a known name.
    pub post: Option<String>,
    /// What follows a name for others unnamed: 等区领导.
    pub others: Option<String>,
    /// Its bytes in the text.
    pub at: Range<usize>,
}

/// Reads 接待人, 带班, 值班, 陪同, 补位, 改由. `is_known` says whether words without blanks are a name of `leaders.yaml`.
pub fn read(text: &str, is_known: &dyn Fn(&str) -> bool) -> Reading<Vec<Named>> {
    let mut reading = Reading { value: None, doubts: Vec::new() };
    let mut found = Vec::new();
    for range in split(text, &['、', ',', ';', '\n']) {
        match one(text, range, is_known) {
            Ok(named) => found.push(named),
            Err(doubt) => reading.doubts.push(doubt),
        }
    }
    if found.is_empty() && reading.doubts.is_empty() {
        reading.doubts.push(unreadable(text, 0..text.len(), "接待人", "陈守望、韩龑、一名县级领导"));
    }
    if reading.doubts.is_empty() {
        reading.value = Some(found);
    }
    reading
}

fn one(text: &str, at: Range<usize>, is_known: &dyn Fn(&str) -> bool) -> Result<Named, Doubt> {
    let written = text.get(at.clone()).unwrap_or("");
    let compact = compact(written);
    if let Some(named) = known(&compact, &at, is_known) {
        return Ok(named);
    }
    let refuse = |code| Err(Doubt::new(code, at.clone()).arg("text", written));
    let pending = ["待定", "待通知", "未定", "另行通知", "另行公告", "待安排", "tbd", "tba", "tbc"];
    if pending.iter().any(|word| compact.to_lowercase() == *word) {
        return refuse(&code::WHO_PENDING);
    }
    let visitor =
        ["信访人", "来访人", "上访人", "反映人", "信访群众", "来访群众", "上访群众", "上访户", "投诉人", "申诉人"];
    if visitor.iter().any(|word| compact.contains(word)) {
        return refuse(&code::WHO_PETITIONER);
    }
    if masked(&compact) {
        return refuse(&code::WHO_MASKED);
    }
    Ok(Named { name: compact, known: false, post: None, others: None, at })
}

/// A name of the list with nothing, a post or 等… beside it.
fn known(compact: &str, at: &Range<usize>, is_known: &dyn Fn(&str) -> bool) -> Option<Named> {
    let named = |name: &str, post: Option<String>, others: Option<String>| Named {
        name: name.to_owned(),
        known: true,
        post,
        others,
        at: at.clone(),
    };
    // 张明远同志: the word is no part of a name or a post.
    let compact = compact.strip_suffix("同志").filter(|rest| !rest.is_empty()).unwrap_or(compact);
    if is_known(compact) {
        return Some(named(compact, None, None));
    }
    // 韩龑等县领导, also with a post before the name: 县委副书记韩龑等县领导.
    for (place, _) in compact.match_indices('等') {
        let (head, tail) = compact.split_at(place);
        let rest = if is_known(head) { Some((head, None)) } else { beside(head, is_known) };
        if let Some((name, post)) = rest {
            return Some(named(name, post, Some(tail.to_owned())));
        }
    }
    beside(compact, is_known).map(|(name, post)| named(name, post, None))
}

/// A known name at the start or the end of the words, with the post at the other side. The longest name wins, so that
/// 欧阳鋐 is not read as somebody called 欧阳.
fn beside<'a>(words: &'a str, is_known: &dyn Fn(&str) -> bool) -> Option<(&'a str, Option<String>)> {
    let cuts: Vec<usize> = words.char_indices().map(|(at, _)| at).filter(|at| *at > 0).collect();
    let post = |post: &str| {
        let bare = post.trim().trim_matches(['(', ')', '（', '）', ':', '：', '—', '-', '/']).trim();
        Some(bare.to_owned()).filter(|post| !post.is_empty())
    };
    let first = cuts.iter().rev().map(|at| words.split_at(*at)).find(|(name, _)| is_known(name.trim()));
    let last = cuts.iter().map(|at| words.split_at(*at)).find(|(_, name)| is_known(name.trim()));
    match (first, last) {
        (Some((name, rest)), None) => Some((name.trim(), post(rest))),
        (None, Some((rest, name))) => Some((name.trim(), post(rest))),
        // Names at both ends are two people without a separator: left to the caller as unknown.
        _ => None,
    }
}

/// Whether words are a surname with 某.
fn masked(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    match chars.as_slice() {
        [_, '某', ..] | [_, _, '某'] if chars.len() <= 4 => !words.starts_with("某"),
        _ => words.contains('×') || words.contains('*') || words.contains("某某"),
    }
}

/// Without the blanks that pad a name, and with one form of the dot in names (买买提·艾力).
pub fn compact(words: &str) -> String {
    let dotted: String =
        words.chars().map(|c| if matches!(c, '•' | '・' | '‧' | '･' | '．') { '·' } else { c }).collect();
    squeeze(&dotted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> impl Fn(&str) -> bool {
        |name: &str| ["陈守望", "韩龑", "欧阳鋐", "欧阳", "马会兰", "买买提·艾力", "金柱"].contains(&name)
    }

    fn parts(text: &str) -> Vec<(String, bool, Option<String>, Option<String>)> {
        let named = read(text, &names()).value.unwrap_or_else(|| panic!("{text}"));
        named.into_iter().map(|one| (one.name, one.known, one.post, one.others)).collect()
    }

    #[test]
    fn names_with_what_stands_beside_them() {
        let table: &[(&str, &str, Option<&str>, Option<&str>)] = &[
            ("陈守望", "陈守望", None, None),
            ("金　 柱", "金柱", None, None),
            ("陈 守 望", "陈守望", None, None),
            ("马会兰副巡视员", "马会兰", Some("副巡视员"), None),
            ("副校长 马会兰", "马会兰", Some("副校长"), None),
            ("马会兰（副县长）", "马会兰", Some("副县长"), None),
            ("欧阳鋐", "欧阳鋐", None, None),
            ("欧阳鋐副县长", "欧阳鋐", Some("副县长"), None),
            ("韩龑等区领导", "韩龑", None, Some("等区领导")),
            ("县委副书记韩龑等县领导", "韩龑", Some("县委副书记"), Some("等县领导")),
            ("买买提•艾力", "买买提·艾力", None, None),
        ];
        for (text, name, post, others) in table {
            let expected = (name.to_string(), true, post.map(String::from), others.map(String::from));
            assert_eq!(parts(text), [expected], "{text}");
        }
        assert_eq!(parts("陈守望、 韩龑，马会兰；").len(), 3);
    }

    #[test]
    fn posts_and_groups_pass_as_written() {
        let table =
            ["院长（副院长）", "一名县级领导", "全体村干部", "校领导", "your local councillors", "各镇主要领导"];
        for text in table {
            assert_eq!(parts(text), [(text.to_owned(), false, None, None)]);
        }
        assert_eq!(parts("本院院长或副院长、党组成员").len(), 2);
        // Two names run together are not one person with a post.
        assert!(!parts("陈守望韩龑")[0].1);
    }

    #[test]
    fn refused() {
        let table = [
            ("待定", "GS0336"),
            ("信访人", "GS0337"),
            ("来访群众代表", "GS0337"),
            ("张某", "GS0338"),
            ("李某某", "GS0338"),
            ("王×", "GS0338"),
            ("", "GS0301"),
            ("、", "GS0301"),
        ];
        for (text, id) in table {
            let reading = read(text, &names());
            assert_eq!((reading.value.is_none(), reading.doubts[0].code.id), (true, id), "{text}");
        }
        let places: Vec<_> = read("陈守望、张某", &names()).doubts.iter().map(|doubt| doubt.range.clone()).collect();
        assert_eq!(places, vec!["陈守望、".len().."陈守望、张某".len(); 1]);
    }
}
