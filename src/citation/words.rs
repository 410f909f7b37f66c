//! Tables of words: what a rule is called, what joins two citations, what looks like a citation and is none.

use crate::glance::Glance;

/// The characters that begin a citation.
pub(super) static BEGINNINGS: Glance = Glance::new("第《前上附“");

/// How titles of rules end.
pub(super) const KINDS: &[&str] = &[
    "条例",
    "规定",
    "办法",
    "法",
    "法典",
    "细则",
    "规则",
    "规程",
    "制度",
    "章程",
    "准则",
    "守则",
    "通则",
    "通知",
    "意见",
    "决定",
    "决议",
    "解释",
    "纲要",
    "规范",
    "标准",
    "公约",
    "批复",
    "方案",
    "公告",
    "通告",
    "指引",
    "导则",
    "宪法",
    "指导意见",
    "约定",
    "办法（试行）",
    "要点",
];
/// Kinds that are ordinary words as well: a name without 《》 must be longer to count.
pub(super) const ORDINARY: &[&str] = &[
    "规定", "办法", "制度", "通知", "意见", "决定", "决议", "解释", "规范", "标准", "批复", "方案", "公告", "通告",
    "指引", "约定", "要点", "规则", "守则", "准则", "规程", "章程",
];
/// Words that end in 法 and are no law.
pub(super) const NO_LAW: &[&str] = &[
    "依法", "违法", "合法", "方法", "无法", "执法", "司法", "立法", "做法", "说法", "想法", "守法", "普法", "用法",
    "办法", "非法", "不法", "涉法",
];
/// What stands before a name and is no part of it.
pub(super) const BEFORE_NAME: &[&str] = &[
    "根据", "依照", "按照", "依据", "遵照", "参照", "比照", "适用", "违反", "符合", "执行", "援引", "引用", "触犯",
    "参见", "详见", "对照", "落实", "遵守", "属于", "不服", "作出", "现将", "有关", "修改", "废止", "见", "按", "依",
    "由", "照",
];
/// What joins two names.
pub(super) const BETWEEN_NAMES: &[char] = &['和', '与', '及', '、', '或'];
/// What may stand between two citations of a list, or between a name and its article, longest first.
pub(super) const JOINTS: &[&str] = &[
    "，特别是",
    "，尤其是",
    "，主要是",
    "，具体是",
    "，包括",
    "的规定",
    "之规定",
    "规定的",
    "的要求",
    "以及",
    "或者",
    "规定",
    "——",
    "、",
    "和",
    "与",
    "及",
    "或",
    "至",
    "到",
    "—",
    "－",
    "-",
    "–",
    "~",
    "～",
    "，",
    "；",
    "的",
    "中",
    "：",
    "之",
];
/// What joins an article to the one before it but not to the name of a whole text before it.
pub(super) const LIST_JOINTS: &[&str] = &["、", "和", "与", "及", "或", "以及", "或者", "，", "；"];
/// What joins the numbers of 第五、六条.
pub(super) const NUMBER_JOINTS: &[&str] =
    &["、", "至", "到", "和", "或", "及", "与", "—", "－", "-", "–", "~", "～", "，"];
/// After 第三条: things that are counted in 条.
pub(super) const NO_ARTICLE: &[&str] = &[
    "道",
    "船",
    "街",
    "路",
    "线",
    "河",
    "鱼",
    "狗",
    "蛇",
    "消息",
    "新闻",
    "短信",
    "微信",
    "记录",
    "意见",
    "建议",
    "理由",
    "措施",
    "原则是",
    "经验",
    "渠",
    "管",
    "沟",
    "铁路",
    "公路",
    "高速",
    "地铁",
    "跑道",
    "生产线",
    "裤",
    "腿",
    "毛巾",
    "标语",
    "横幅",
    "龙",
    "绳",
    "巷",
    "胡同",
    "战线",
    "产业链",
    "信息",
    "评论",
    "留言",
    "语音",
    "宽",
    "长",
    "新",
];
/// After 第二款: things that come in models.
pub(super) const NO_PARAGRAPH: &[&str] =
    &["式", "产品", "手机", "车", "游戏", "应用", "软件", "机", "项", "项目", "项下", "待", "额", "物", "食"];
/// After 第一项 without brackets: only these make it a citation.
pub(super) const AFTER_ITEM: &[&str] =
    &["规定", "所", "情形", "的", "之", "、", "和", "至", "，", "。", "中", "或", "与", "及", "）", "；", "第", "“"];
/// After 第三章, 第二节.
pub(super) const NO_CHAPTER: &[&str] = &["课", "车", "比赛", "电池", "骨", "晚", "目", "省", "能", "约"];
/// After a chapter or article that begins a paragraph: it is cited, not headed.
pub(super) const GOES_ON: &[&str] =
    &["规定", "所", "的", "第", "、", "至", "和", "与", "或", "及", "中", "—", "-", "到", "前两", "前二", "前三"];
/// Before 前款: makes it another word.
pub(super) const BEFORE_BACK: &str = "目此以提之从先当事眼面跟生往空超日天年月周期届任预";
/// After 前款, 前条, 前项.
pub(super) const NO_BACK: [(&str, &[&str]); 3] = [
    ("款", &["项", "待", "额", "到", "已"]),
    ("条", &["件", "款", "约", "目", "线", "路", "道", "例", "意见", "建议", "措施", "消息"]),
    ("项", &["目", "链", "工", "任", "指", "议", "内", "措"]),
];
/// Before 本: makes 本法, 本条 part of another word.
pub(super) const BEFORE_THIS: &str = "基日根样标资成课剧脚版文书";
/// After 附件1: counts pieces.
pub(super) const NO_ANNEX: &[&str] = &["份", "个", "张", "页", "套", "件", "月", "年", "日"];
/// Before a quotation that is new text of another rule.
pub(super) const BEFORE_NEW_TEXT: &[&str] = &["修改为", "改为", "表述为", "修订为", "调整为"];

/// The first of some words that a text begins with.
pub(super) fn begins<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| text.starts_with(word))
}

/// The longest of some words that a text ends with.
pub(super) fn ends<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().filter(|word| text.ends_with(word)).max_by_key(|word| word.len())
}

/// Whether nothing but joints stands between two citations; brackets with a remark may stand there too.
pub(super) fn joined(between: &str) -> bool {
    let mut rest = between;
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return true;
        }
        if let Some(word) = begins(rest, JOINTS) {
            rest = &rest[word.len()..];
        } else if let Some(inner) = rest.strip_prefix(['（', '('])
            && let Some(end) = inner.find(['）', ')']).filter(|end| *end <= 120)
        {
            rest = inner[end..].trim_start_matches(['）', ')']);
        } else {
            return false;
        }
    }
}
