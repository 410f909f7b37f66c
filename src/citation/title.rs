//! Turns words around a citation into the name of a text: 《…》, a short name, a title without marks.

use super::known::Known;
use super::words;
use std::ops::Range;

/// The bytes of a title inside 《》 that opens at a byte, and where the mark ends. Titles may hold titles.
pub(super) fn marked(text: &str, open: usize) -> Option<(Range<usize>, usize)> {
    let mut depth = 0_usize;
    for (at, c) in text.get(open..)?.char_indices() {
        match c {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            '。' | '\n' => return None,
            _ => {}
        }
        if depth == 0 {
            let inside = open + '《'.len_utf8()..open + at;
            return (!inside.is_empty()).then_some((inside, open + at + c.len_utf8()));
        }
    }
    None
}

/// A title without a final remark in brackets: （试行）, （2026年修订）.
pub(super) fn bare(title: &str) -> &str {
    let Some(inner) = title.strip_suffix(['）', ')']) else { return title };
    inner.rfind(['（', '(']).map_or(title, |at| inner[..at].trim_end())
}

/// Whether a title is that of a rule, by its last words.
pub(super) fn is_rule(title: &str) -> bool {
    words::ends(bare(title), words::KINDS).is_some()
}

/// The short name that brackets after a title declare: 以下简称《条例》, 以下简称“条例”, 下称条例.
pub(super) fn declared(inside: &str) -> Option<&str> {
    let at = ["简称为", "简称", "下称", "以下称"].iter().find_map(|word| Some(inside.find(word)? + word.len()))?;
    let marks = |c: char| {
        c.is_whitespace() || matches!(c, '《' | '》' | '“' | '”' | '"' | '：' | ':' | '「' | '」' | '‘' | '’')
    };
    let short = inside[at..].trim_start_matches(marks);
    let short = short.split(|c: char| marks(c) || matches!(c, '，' | ',' | '；' | '、')).next()?;
    (short.chars().count() >= 2 && !short.starts_with('本')).then_some(short)
}

/// The name without marks that ends some words: known, or told by its last word (刑法, 信访工作条例).
pub(super) fn unmarked(before: &str, known: &Known, own: &Known) -> Option<usize> {
    let listed = [known.at_end(before), own.at_end(before)];
    if let Some(at) = listed.into_iter().flatten().min() {
        return Some(at);
    }
    let kind = words::ends(before, words::KINDS)?;
    let stop = |c: char| c.is_whitespace() || (!c.is_alphanumeric() && c != '〈' && c != '〉');
    let from = before.char_indices().rev().take(40).find(|(_, c)| stop(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let mut start = from;
    for word in words::BEFORE_NAME {
        if let Some(at) = before[from..].rfind(word) {
            start = start.max(from + at + word.len());
        }
    }
    let name = before.get(start..)?;
    for (at, c) in name.char_indices().filter(|(_, c)| words::BETWEEN_NAMES.contains(c)) {
        if words::ends(&name[..at], words::KINDS).is_some() {
            start = start.max(before.len() - name.len() + at + c.len_utf8());
        }
    }
    let name = before.get(start..)?;
    let extra = name.chars().count().saturating_sub(kind.chars().count());
    let enough = if words::ORDINARY.contains(&kind) { extra >= 4 } else { extra >= 1 || kind.chars().count() > 1 };
    let word = words::NO_LAW.iter().any(|word| name.ends_with(word)) && !name.ends_with("立法法") && kind == "法";
    (enough && !word && !name.starts_with(['本', '该', '其', '上', '下'])).then_some(start)
}
