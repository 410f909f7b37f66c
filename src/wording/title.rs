//! Tells words that read like a person's name from those of a post, a body or a group.
//!
//! What reads like a name has to be in a list of officials; a post may stand for itself.

/// How titles end that stand behind a surname.
const TITLES: &[&str] = &[
    "书记",
    "主任",
    "主席",
    "县长",
    "镇长",
    "乡长",
    "村长",
    "局长",
    "院长",
    "校长",
    "所长",
    "科长",
    "股长",
    "部长",
    "检察长",
    "委员",
    "经理",
    "站长",
    "处长",
    "队长",
    "律师",
    "法官",
    "老师",
    "同志",
];

/// Surnames of one character that are common; a rarer one only matters beside a title.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭陆范汪廖石贾韦付邹熊孟秦邱江尹薛雷侯龙史陶贺顾毛郝龚邵万钱严覃武戴莫孔白汤";

/// How posts, bodies and groups end.
const POSTS: &[&str] = &[
    "书记",
    "主任",
    "领导",
    "干部",
    "代表",
    "律师",
    "班子",
    "负责人",
    "值班",
    "部门",
    "单位",
    "人员",
    "机关",
    "成员",
    "同志",
    "中心",
    "社区",
    "街道",
    "窗口",
    "公安",
    "民政",
    "人大",
    "政协",
    "妇联",
    "团委",
    "工会",
    "司法",
    "信访",
    "综治",
    "党委",
    "政府",
    "企业",
    "公司",
    "长",
    "员",
    "委",
    "组",
    "席",
    "者",
    "局",
    "办",
    "股",
    "科",
    "室",
    "院",
    "队",
    "会",
    "制",
    "部",
    "站",
    "所",
    "处",
    "警",
    "官",
    "校",
    "岗",
    "镇",
    "乡",
    "村",
];

/// How words begin that speak of several people, or of one without a name.
const NOBODY_BY_NAME: &[&str] = &[
    "全体", "各", "一名", "一位", "两名", "有关", "相关", "轮值", "当日", "当班", "本院", "本局", "本镇", "本村",
    "驻村", "驻点", "包村", "包片", "包联",
];

/// Whether words read like a person's name, with or without a title, rather than a post or a group.
pub fn like_a_name(words: &str) -> bool {
    let chinese = words.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c) || c == '·' || c > '\u{20000}');
    if !chinese {
        let capitalised = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        return words.split_whitespace().count() >= 2 && words.split_whitespace().all(capitalised);
    }
    let words = words.strip_suffix("同志").filter(|rest| !rest.is_empty()).unwrap_or(words);
    if name_with_title(words) || title_with_name(words) {
        return true;
    }
    if words.contains('·') {
        return true;
    }
    // Longer names have a dot between their parts.
    let short = (1..=4).contains(&words.chars().count());
    let post = POSTS.iter().any(|post| words.ends_with(post));
    short && !post && !NOBODY_BY_NAME.iter().any(|front| words.starts_with(front))
}

/// Whether words end like a title that somebody bears: 副县长, 党委书记.
pub fn is_title(words: &str) -> bool {
    !words.ends_with("同志") && TITLES.iter().any(|title| words.ends_with(title))
}

/// Whether a title is followed by a surname and a given name: 组织部部长陈立新.
fn title_with_name(words: &str) -> bool {
    let behind = |title: &&str| words.rfind(*title).map(|at| &words[at + title.len()..]);
    TITLES.iter().filter_map(behind).any(|name| {
        let surname = name.chars().next().is_some_and(|first| SURNAMES.contains(first));
        let length = name.chars().count();
        surname && (2..=3).contains(&length) && !POSTS.iter().any(|post| name.ends_with(post))
    })
}

/// Whether words are a surname, perhaps a given name, and a title: 王县长, 张明元县长. Posts that begin like a surname (常务, 党组)
/// are no names.
fn name_with_title(words: &str) -> bool {
    let Some(title) = TITLES.iter().find(|title| words.ends_with(**title)) else { return false };
    let before = words[..words.len() - title.len()].trim_end_matches('副');
    let mut characters = before.chars();
    let surname = characters.next().is_some_and(|first| SURNAMES.contains(first));
    surname && characters.count() <= 2
}

#[cfg(test)]
mod tests {
    use super::like_a_name;

    #[test]
    fn names_and_posts() {
        let names = [
            "陈守旺",
            "张三",
            "欧阳明远",
            "买买提·艾力",
            "王县长",
            "张明元县长",
            "李律师",
            "龑瑞",
            "卓玛央金",
            "刘建国副县长",
            "王副县长",
            "组织部部长陈立新",
            "县委书记张明远同志",
            "John Smith",
        ];
        for name in names {
            assert!(like_a_name(name), "{name}");
        }
        let posts = [
            "县直部门",
            "包村干部",
            "驻村干部",
            "值班律师",
            "法庭庭长",
            "党组书记",
            "常务副县长",
            "县信访局",
            "派出所",
            "司法所",
            "全体村干部",
            "一名县级领导",
            "信访接待室工作人员",
            "人大代表",
            "政协",
            "公安",
            "网格员",
            "村支部书记",
            "民警",
            "检察官",
            "县税务局",
            "your local councillors",
            "各镇主要领导",
            "本院院长",
        ];
        for post in posts {
            assert!(!like_a_name(post), "{post}");
        }
    }
}
