//! Finds what is told of a person's health, marriage and want. Only beside a person: policies speak of the same things.

use std::ops::Range;

use super::around::{STOPS, among, before, begins, behind, ends_with_any, has_any, is_han, starts_with_any};
use super::surname::{may_begin, names, surname};
use super::{Finding, Kind};

/// What an illness ends with.
const ILLS: &[&str] = &[
    "病",
    "癌",
    "症",
    "炎",
    "瘤",
    "毒",
    "中风",
    "肿",
    "硬化",
    "衰竭",
    "梗",
    "梗死",
    "梗塞",
    "综合征",
    "痴呆",
    "抑郁",
    "障碍",
    "瘫",
    "瘫痪",
    "肺",
    "骨折",
    "脑出血",
    "脑瘫",
    "结核",
    "艾滋",
    "哮喘",
    "溢血",
    "孤独症",
    "结石",
    "突出",
    "失明",
    "聋",
    "哑",
    "尘肺",
];

/// Facts of health that are told as they stand.
const STATES: &[&str] = &[
    "瘫痪",
    "偏瘫",
    "截瘫",
    "脑瘫",
    "精神病",
    "精神分裂",
    "精神失常",
    "精神异常",
    "智力残疾",
    "肢体残疾",
    "视力残疾",
    "听力残疾",
    "言语残疾",
    "精神残疾",
    "多重残疾",
    "残疾",
    "致残",
    "截肢",
    "透析",
    "化疗",
    "放疗",
    "流产",
    "怀孕",
    "孕期",
    "尿毒症",
    "白血病",
    "艾滋病",
    "抑郁症",
    "住院",
    "重病",
    "失明",
    "聋哑",
    "癫痫",
    "尘肺",
    "智障",
    "智力障碍",
    "中风",
    "糖尿病",
    "高血压",
    "冠心病",
    "脑梗",
    "脑溢血",
    "心脏病",
    "肺癌",
    "胃癌",
    "肝癌",
    "乳腺癌",
    "癌症",
    "残疾证",
    "伤残",
    "植物人",
    "手术",
    "流产",
    "肝炎",
    "痴呆",
];

/// Facts of a life.
const LIVES: &[&str] = &[
    "离异",
    "离婚",
    "丧偶",
    "单亲",
    "再婚",
    "婚先孕",
    "婚外",
    "家暴",
    "非婚生",
    "私生子",
    "超生",
    "服刑",
    "吸毒",
    "刑满释放",
    "低保",
    "五保",
    "特困",
    "贫困户",
    "脱贫户",
    "社区矫正",
    "戒毒",
    "丧父",
    "丧母",
    "欠债",
    "赌博",
];

/// What an illness is told after.
const FINDS: &[&str] = &["患", "诊断为", "诊断：", "诊断有", "确诊为", "确诊", "检查出", "查出"];

/// All words that a fact begins with.
pub(super) const FACTS: &[&[&str]] = &[FINDS, STATES, LIVES];

/// What stands between a name and a fact in the same clause.
const LINKS: &[&str] = &[
    "因", "系", "是", "为", "现", "未", "已", "经", "被", "曾", "后", "长期", "常年", "身", "自幼", "早年", "于", "在",
    "随", "确", "突", "不幸", "今", "去", "前", "其", "夫", "妻", "患", "家", "享", "有", "无", "与", "丧", "离", "双",
    "左", "右", "一", "两", "母", "父", "老", "住", "做", "正", "属", "的", "多", "独", "和",
];

/// Relatives and the one who speaks, behind whose: 其妻, 我母亲.
const WHOSE: &[&str] = &[
    "其",
    "我",
    "他",
    "她",
    "本人",
    "信访人",
    "来访人",
    "反映人",
    "上访人",
    "投诉人",
    "举报人",
    "求助人",
    "申诉人",
    "来信人",
];
const KIN: &[&str] = &[
    "妻", "妻子", "丈夫", "儿子", "女儿", "父亲", "母亲", "老伴", "爱人", "孙子", "孙女", "父", "母", "子", "女", "夫",
    "弟弟", "哥哥", "家属", "儿媳",
];

/// What makes it a rule and no story.
const RULES: &[&str] = &[
    "如",
    "若",
    "凡",
    "可以",
    "应当",
    "符合",
    "或者",
    "是否",
    "的，",
    "的人员",
    "的家庭",
    "的对象",
    "患者",
    "补贴",
    "标准",
    "不得",
    "申请条件",
];

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
    starts_with_any(here, LIVES).map(|length| (length, Kind::Family))
}

/// Up to the end of the illness in the same clause.
fn ill(here: &str, from: usize) -> Option<(usize, Kind)> {
    // 患者, 患难: the words go on otherwise.
    if here[from..].starts_with(['者', '儿', '难', '失']) {
        return None;
    }
    let clause = behind(here, from, 16, "，。、；：,;:（(\n\r|");
    let end = ILLS.iter().filter_map(|ill| clause.find(ill).map(|at| at + ill.len())).min()?;
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
            whose.chars().count() > 1 || starts_with_any(rest, KIN).is_some() || *whose == "我"
        })
    });
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

/// Who may be named in front of a fact.
const ROLES: &[&str] =
    &["村民", "居民", "群众", "职工", "工人", "学生", "老人", "业主", "住户", "户主", "同志", "组", "村", "人"];

/// Whether somebody is spoken of as 曹大爷 or 李女士.
fn is_titled(sentence: &str) -> bool {
    let mut titles = super::people::TITLES.iter().filter(|title| **title != "老人" && **title != "同志");
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
