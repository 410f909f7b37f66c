//! Turns the words of 原因 into reasons that may be published; private ones are refused.

use super::fold::{folded, split};
use super::{Doubt, Reading, unreadable};
use crate::diag::code::calendar as code;

/// Words of health, family and discipline. One of them anywhere refuses the reason.
const PRIVATE: &[&str] = &[
    "病",
    "住院",
    "手术",
    "体检",
    "就医",
    "看医",
    "医院",
    "身体",
    "康复",
    "疗养",
    "怀孕",
    "产假",
    "产检",
    "陪产",
    "育儿",
    "婚",
    "丧",
    "奔丧",
    "去世",
    "亲属",
    "家人",
    "家事",
    "家里",
    "家中",
    "家庭",
    "孩子",
    "子女",
    "父亲",
    "母亲",
    "妻",
    "丈夫",
    "爱人",
    "探亲",
    "被查",
    "留置",
    "处分",
    "双规",
    "违纪",
    "违法",
    "审查",
    "调查",
    "停职",
    "免职",
    "撤职",
    "纪委",
    "监委",
    "谈话",
    "私事",
    "个人原因",
    "年假",
    "休假",
    "请假",
    "事假",
    "sick",
    "ill",
    "illness",
    "family",
    "medical",
    "hospital",
    "maternity",
    "funeral",
    "wedding",
];

/// The reasons that may be published, in both languages, with the words that mean them.
const ALLOWED: &[(&str, &str, &[&str])] = &[
    (
        "因公外出",
        "away on duty",
        &[
            "因公外出",
            "外出",
            "公出",
            "出差",
            "因公出差",
            "因公",
            "外出公干",
            "away on duty",
            "official travel",
            "away",
        ],
    ),
    ("会议", "meeting", &["会议", "参会", "开会", "参加会议", "meeting", "meetings", "council meeting"]),
    (
        "应急",
        "emergency",
        &[
            "应急",
            "防汛等应急",
            "防汛",
            "抗旱",
            "抢险",
            "救灾",
            "防火",
            "突发事件",
            "应急处置",
            "抗洪",
            "抗洪抢险",
            "防汛抗旱",
            "emergency",
        ],
    ),
    ("工作调整", "change of duties", &["工作调整", "工作变动", "工作安排调整", "分工调整", "change of duties"]),
    (
        "场地",
        "venue",
        &["场地", "场地原因", "场地维修", "场地装修", "停水停电", "停电", "停水", "venue", "venue closed"],
    ),
    (
        "天气",
        "weather",
        &["天气", "天气原因", "暴雨", "大雪", "台风", "高温", "道路结冰", "恶劣天气", "weather", "bad weather"],
    ),
    (
        "节日",
        "holiday",
        &[
            "节日",
            "节假日",
            "放假",
            "放假调休",
            "调休",
            "元旦",
            "春节",
            "清明节",
            "清明",
            "劳动节",
            "端午节",
            "端午",
            "中秋节",
            "中秋",
            "国庆节",
            "国庆",
            "holiday",
            "public holiday",
            "bank holiday",
        ],
    ),
    (
        "其他公务",
        "other duties",
        &[
            "其他公务",
            "公务",
            "公务活动",
            "另有公务",
            "其他工作",
            "工作原因",
            "工作需要",
            "学习",
            "培训",
            "学习培训",
            "other duties",
        ],
    ),
    ("因故", "unforeseen", &["因故", "因事", "其他", "unforeseen", "unforeseen circumstances"]),
];

/// Reads 原因: the reason as it may be published, in the language it is written in; several joined with `、` or a comma.
pub fn read(text: &str) -> Reading<String> {
    parse(text).into()
}

fn parse(text: &str) -> Result<String, Doubt> {
    let mut found: Vec<&str> = Vec::new();
    for range in split(text, &['、', ',', ';']) {
        let words = folded(text.get(range.clone()).unwrap_or(""));
        let latin = words.is_ascii();
        let private =
            |word: &&str| if latin { words.split(' ').any(|one| one == *word) } else { words.contains(*word) };
        if PRIVATE.iter().any(private) {
            return Err(Doubt::new(&code::REASON_PRIVATE, range.clone()).arg("text", text.get(range).unwrap_or("")));
        }
        let Some(reasons) = reasons(&words) else {
            return Err(unreadable(
                text,
                range,
                "原因",
                "因公外出、会议、应急、工作调整、场地、天气、节日、其他公务、因故",
            ));
        };
        for (chinese, english) in reasons {
            let reason = if latin { english } else { chinese };
            if !found.contains(&reason) {
                found.push(reason);
            }
        }
    }
    if found.is_empty() {
        return Err(unreadable(text, 0..text.len(), "原因", "因公外出、会议、因故"));
    }
    Ok(found.join(if found.iter().all(|reason| reason.is_ascii()) { ", " } else { "、" }))
}

/// The reasons that words stand for, in both languages: 因会议, 天气原因, 元旦放假; two written as one too (外出开会).
fn reasons(words: &str) -> Option<Vec<(&'static str, &'static str)>> {
    let one = |words: &str| {
        let found = ALLOWED.iter().find(|(.., known)| known.contains(&words));
        found.map(|(chinese, english, _)| (*chinese, *english))
    };
    // Words of the list come first: 因公 is one of them, and 公 is none.
    let alone = |words: &str| {
        let bare = words.strip_prefix("因").unwrap_or(words);
        one(words).or_else(|| one(bare)).or_else(|| one(bare.strip_suffix("原因").unwrap_or(bare)))
    };
    if let Some(found) = alone(words) {
        return Some(vec![found]);
    }
    let mut cuts = words.char_indices().skip(1).map(|(at, _)| words.split_at(at));
    cuts.find_map(|(first, second)| Some(vec![alone(first)?, alone(second)?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons() {
        let table = [
            ("因公外出", "因公外出"),
            ("外出、参会", "因公外出、会议"),
            ("会议", "会议"),
            ("防汛等应急", "应急"),
            ("工作调整", "工作调整"),
            ("因故", "因故"),
            ("会议、参会", "会议"),
            ("因会议", "会议"),
            ("因天气原因", "天气"),
            ("元旦放假", "节日"),
            ("因公外出开会", "因公外出、会议"),
            ("外出学习", "因公外出、其他公务"),
            ("Meeting", "meeting"),
            ("away, council meeting", "away on duty, meeting"),
        ];
        for (text, reason) in table {
            assert_eq!(read(text).value.as_deref(), Some(reason), "{text}");
        }
        for text in ["因病", "住院", "家中有事，家庭原因", "接受组织审查", "孩子高考", "休假", "sick leave"]
        {
            assert!(read(text).value.is_none(), "{text}");
        }
        assert_eq!(read("因病住院").doubts[0].code.id, "GS0340");
        assert_eq!(read("不想来").doubts[0].code.id, "GS0301");
        assert_eq!(read("").doubts[0].code.id, "GS0301");
    }
}
