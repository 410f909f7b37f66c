//! Turns 第五、六条 and （三）项 into numbers with their unit, and tells them from 第三条道路.

use super::number::{blanks, bracketed, char_at, plain};
use super::place::{self, ARTICLE, ITEM, PARAGRAPH, POINT, Step};
use super::words;
use std::ops::Range;

/// Numbers with one unit: 第五、六条.
pub(super) struct Group {
    pub(super) members: Vec<(Range<usize>, Step)>,
    pub(super) level: usize,
    pub(super) end: usize,
    /// （三）项: brackets leave no doubt that it is an item.
    pub(super) brackets: bool,
}

/// Numbers and their unit at a byte. After a level, 第 may be missing: 第18条1款, 第31条（六）项, 第31条（六）.
pub(super) fn group(text: &str, at: usize, after: Option<usize>) -> Option<Group> {
    let mut members: Vec<(Range<usize>, Step)> = Vec::new();
    let mut brackets = false;
    let mut next = at;
    loop {
        let start = next;
        let ordinal = text[next..].starts_with('第');
        if members.is_empty() && !ordinal && after.is_none_or(|level| level < ARTICLE) {
            return None;
        }
        let number = if ordinal { blanks(text, next + '第'.len_utf8()) } else { next };
        let bracket = bracketed(text, number);
        let bare = bracket.is_none();
        brackets |= !bare;
        let (value, end) = bracket.or_else(|| plain(text, number))?;
        let unit_at = blanks(text, end);
        if let Some((unit, level)) = char_at(text, unit_at).and_then(|c| Some((c, place::level(c)?))) {
            if !bare && level != ITEM {
                return None;
            }
            // 第十条五款产品 is no citation, nor is （三）目.
            if !ordinal
                && members.is_empty()
                && (level < PARAGRAPH || is_noun(&text[unit_at + unit.len_utf8()..], level))
            {
                return None;
            }
            let mut end = unit_at + unit.len_utf8();
            let mut step = Step::Number(value, 0);
            if level == ARTICLE
                && let Some(rest) = text[end..].strip_prefix('之')
                && let Some((more, after)) = plain(text, text.len() - rest.len())
                && !text[after..].starts_with(['般', '律', '切', '些', '款', '项', '个'])
            {
                (step, end) = (Step::Number(value, more), after);
            }
            members.push((start..end, step));
            return Some(Group { members, level, end, brackets });
        }
        let alone = members.is_empty() && !bare && !ordinal && matches!(after, Some(ARTICLE | PARAGRAPH));
        let joint = words::begins(&text[unit_at..], words::NUMBER_JOINTS);
        if joint.is_none() || members.len() > 40 {
            // 第31条（六） without 项, at the end of a phrase.
            let ends = char_at(text, end).is_none_or(|c| "，。；：、）)".contains(c));
            let roman = text[number..].chars().nth(1).is_some_and(|c| !c.is_ascii_digit());
            let step = (start..end, Step::Number(value, 0));
            return (alone && ends && roman).then(|| Group { members: vec![step], level: ITEM, end, brackets: true });
        }
        members.push((start..end, Step::Number(value, 0)));
        next = blanks(text, unit_at + joint.map_or(0, str::len));
    }
}

/// Whether words after a unit make it a counted thing.
pub(super) fn is_noun(rest: &str, level: usize) -> bool {
    match level {
        ARTICLE => words::begins(rest, words::NO_ARTICLE).is_some(),
        PARAGRAPH => words::begins(rest, words::NO_PARAGRAPH).is_some(),
        ITEM => !rest.is_empty() && words::begins(rest, words::AFTER_ITEM).is_none(),
        _ => words::begins(rest, words::NO_CHAPTER).is_some(),
    }
}

/// Whether a group that nothing names is something else: 第三条道路, 第一项工作.
pub(super) fn is_other_word(text: &str, group: &Group) -> bool {
    let item = group.level == ITEM && group.brackets;
    group.level == POINT || (!item && is_noun(&text[group.end..], group.level))
}

/// Whether 第十二条 at the beginning of a paragraph or quotation is the label of that article.
pub(super) fn is_heading(text: &str, group: &Group) -> bool {
    let rest = &text[group.end..];
    let lower = |next: Group| next.level > ARTICLE && !next.brackets;
    words::begins(rest, words::GOES_ON).is_none() && !self::group(text, group.end, Some(ARTICLE)).is_some_and(lower)
}

/// Whether a paragraph begins the next instruction of an amendment, so that a quotation has been left open.
pub(super) fn starts_instruction(text: &str) -> bool {
    let text = text.trim_start();
    plain(text, 0).is_some_and(|(_, end)| text[end..].starts_with('、'))
}
