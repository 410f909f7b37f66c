//! Finds what is told of a person's health, marriage and want. Only beside a person: policies speak of the same things.

use std::ops::Range;

use super::around::{STOPS, among, before, begins, behind, ends_with_any, has_any, is_han, starts_with_any};
use super::surname::{may_begin, names, surname};
use super::tables::{CIRCUMSTANCES, FAMILY, FINDS, ILLS, LINKS, PETITIONERS, ROLES, RULES, STATES, TITLES, WHOSE};
use super::{Finding, Kind};

/// All words that a fact begins with.
pub(super) const FACTS: &[&[&str]] = &[FINDS, STATES, CIRCUMSTANCES];

/// A fact that begins at `at`, where a person is told of.
pub(super) fn told(text: &str, at: usize, found: &[Finding]) -> Option<(Range<usize>, Kind)> {
    let (length, kind) = fact(&text[at..])?;
    let end = at + length;
    person(text, at, end, found).then_some((at..end, kind))
}

/// The length of a fact that a text begins with.
fn fact(here: &str) -> Option<(usize, Kind)> {
    if let Some(length) = starts_with_any(here, FINDS) {
        return ill(here, length);
    }
    if let Some(length) = starts_with_any(here, STATES) {
        // 残疾人, 残疾军人 are many.
        if here[..length].ends_with("残疾")
            && here[length..].starts_with(['人', '军', '儿', '学', '老', '群', '补', '、', '和', '等', '预'])
        {
            return None;
        }
        return Some((length, Kind::Health));
    }
    starts_with_any(here, CIRCUMSTANCES).map(|length| (length, Kind::Family))
}

/// Up to the end of the illness in the same clause.
fn ill(here: &str, from: usize) -> Option<(usize, Kind)> {
    // 患者, 患难: the words go on otherwise.
    if here[from..].starts_with(['者', '儿', '难', '失']) {
        return None;
    }
    let clause = behind(here, from, 16, "，。、；：,;:（(\n\r|");
    let mut end = ILLS.iter().filter_map(|ill| clause.find(ill).map(|at| at + ill.len())).min()?;
    // 尿毒 and 症: no part of the word is left to be seen.
    while let Some(more) = starts_with_any(&clause[end..], ILLS) {
        end += more;
    }
    // 患者, 患病率 and their like are of no one person.
    (!clause[end..].starts_with(['人', '者', '率', '史']) || clause[end..].starts_with("史，"))
        .then_some((from + end, Kind::Health))
}

/// Whether the fact is a person's: one that was found in this sentence, one named before it, or somebody's kin.
fn person(text: &str, at: usize, end: usize, found: &[Finding]) -> bool {
    const PERSONAL: [Kind; 8] = [
        Kind::Person,
        Kind::MaskedName,
        Kind::Family,
        Kind::Health,
        Kind::Home,
        Kind::ResidentId,
        Kind::Mobile,
        Kind::MaskedId,
    ];
    let near = |one: &Finding| {
        PERSONAL.contains(&one.kind)
            && at - one.range.end < 150
            && !text[one.range.end..at].contains(|c| among(STOPS, c))
    };
    if found.last().is_some_and(near) {
        return true;
    }
    let sentence = before(text, at, 40, STOPS);
    // Nobody is spoken of where there is no family name and no 其, 我, 他, 她, 本人.
    let mut chars = sentence.char_indices();
    if !chars.any(|(place, c)| among("其我他她本访映诉报助信", c) || may_begin(sentence.as_bytes(), place)) {
        return false;
    }
    let clause = sentence.rsplit(['，', ',', '。', '：', ':', '、', '（', '(']).next().unwrap_or("");
    if named(text, at, clause) || in_cells(sentence) || is_titled(sentence) {
        return true;
    }
    let whose = WHOSE.iter().any(|whose| {
        clause.rfind(whose).is_some_and(|place| {
            let rest = &clause[place + whose.len()..];
            whose.chars().count() > 1 || starts_with_any(rest, FAMILY).is_some() || *whose == "我"
        })
    });
    // 信访人家庭困难，妻子瘫痪在床
    let whose =
        whose || has_any(sentence, PETITIONERS) && (ends_with_any(clause, FAMILY).is_some() || clause.is_empty());
    let tail = behind(text, end, 8, "。；\n\r");
    whose && !has_any(sentence, RULES) && !has_any(tail, RULES) && !tail.starts_with('的')
}

/// Whether the clause that leads to the fact begins with a name: 王建国因患 …, 村民李秀英长期瘫痪.
fn named(text: &str, at: usize, clause: &str) -> bool {
    let start = at - clause.len();
    clause.char_indices().take(8).any(|(from, _)| {
        let edge = from == 0 && (begins(text, start) || start == 0) || ends_with_any(&clause[..from], ROLES).is_some();
        edge && names(&clause[from..]).any(|name| {
            let rest = &clause[from + name.length..];
            let linked = starts_with_any(rest, LINKS).is_some() && rest.chars().count() <= 14;
            name.sure && (rest.is_empty() || linked) || name.length == 9 && linked
        })
    })
}

/// Whether somebody is spoken of as 曹大爷 or 李女士.
fn is_titled(sentence: &str) -> bool {
    let mut titles = TITLES.iter().filter(|title| **title != "老人" && **title != "同志");
    titles.any(|title| {
        let head = sentence.find(title).map_or("", |at| &sentence[..at]);
        head.char_indices().next_back().is_some_and(|(last, _)| {
            surname(&head[last..]).is_some_and(|(length, sure)| sure && last + length == head.len())
        })
    })
}

/// Whether a cell or part of the same line holds a name and nothing else: `| 王建国 | 男 | 肢体残疾二级 |`.
fn in_cells(line: &str) -> bool {
    let cell = |cell: &str| {
        let cell = cell.trim_matches([' ', '\u{3000}']);
        (2..=4).contains(&cell.chars().count())
            && cell.chars().all(is_han)
            && names(cell).any(|name| (name.sure || name.length == 9) && name.length == cell.len())
    };
    let parts: Vec<&str> = line.split(['|', '\t', ',', '，', '：', '、']).collect();
    parts.len() > 1 && parts.iter().any(|one| cell(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        super::super::scan(text).into_iter().map(|found| (found.kind, &text[found.range])).collect()
    }

    #[test]
    fn facts_of_a_person_are_found() {
        for (text, kind) in [
            ("王建国患有尿毒症", Kind::Health),
            ("其妻患精神分裂症，长期服药", Kind::Health),
            ("村民李秀英因车祸致残", Kind::Health),
            ("| 张强 | 男 | 肢体残疾二级 |", Kind::Health),
            ("信访人王建国，离异", Kind::Family),
            ("低保户王建国", Kind::Family),
            ("本人患有肺癌，无力工作", Kind::Health),
            ("张某某经诊断为抑郁症", Kind::Health),
            ("其子王小明", Kind::Family),
        ] {
            assert!(kinds(text).iter().any(|found| found.0 == kind), "{text} {:?}", kinds(text));
        }
    }

    #[test]
    fn policies_are_silent() {
        for text in [
            "县残疾人联合会",
            "精神文明建设",
            "患者安全月活动",
            "患有严重疾病的，可以申请救助",
            "低保户320户",
            "对离异家庭子女开展关爱",
            "一级、二级残疾人护理补贴",
            "本人患重大疾病的可以申请",
            "确诊病例3例",
            "防患于未然",
            "慢性病患者签约服务",
            "其他精神障碍患者",
            "丧偶单亲困难家庭",
            "住院费用报销比例",
            "申请人或者其配偶患重大疾病的",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
