//! Finds names that the words around them make a petitioner's, and names of which part is hidden.

use std::ops::Range;

use super::Kind;
use super::around::{among, before, begins, behind, ends, ends_with_any, has_any, is_edge, starts_with_any};
use super::surname::{Name, any_name_before, has_point, may_begin, name_before, names, surname};
use super::tables::{
    ANYBODY, CAREER, DEEDS, FAR_DEEDS, KIN, NO_DEED, OFFSPRING, PARTIES, PETITIONERS, POOR, PRIVATE, SICK, TITLES,
    VERBS,
};

/// How much a word before a name says of its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Who brings a matter.
    Petitioner,
    /// One person in a matter: the name behind is theirs.
    Party,
    /// Anybody: a name behind it matters when they complain, or are described.
    Anybody,
}

const CLAUSE: &str = "，。；：！？,;:|\n\r\t";

/// Words that may have a name behind them: what each says of its bearer, and what kind of finding the name is.
pub(super) const NAMED: &[(&[&str], Role, Kind)] = &[
    (PETITIONERS, Role::Petitioner, Kind::Person),
    (PARTIES, Role::Party, Kind::Person),
    (ANYBODY, Role::Anybody, Kind::Person),
    (POOR, Role::Party, Kind::Family),
    (SICK, Role::Party, Kind::Health),
];

/// Words for relatives.
pub(super) const KINDRED: &[&[&str]] = &[KIN, OFFSPRING];

/// A name behind a word for somebody, which stands at `at` and is `length` bytes long.
pub(super) fn named(text: &str, at: usize, length: usize, role: Role, kind: Kind) -> Option<(Range<usize>, Kind)> {
    let here = &text[at..];
    if let Some(range) = villager(text, at) {
        return Some((range, Kind::Person));
    }
    let after = &here[length..];
    // A name, a label or a mark must follow: most often none does.
    let next = after.chars().next()?;
    if !may_begin(after.as_bytes(), 0) && !among("：:（(“* \u{3000}|为叫代姓", next) && !has_point(after) {
        return None;
    }
    let rest = after.strip_prefix("代表").unwrap_or(after);
    let rest = rest.strip_prefix("姓名").unwrap_or(rest);
    let rest = rest.trim_start_matches(['：', ':', ' ', '\u{3000}', '（', '(', '“', '*', '|', '为', '叫']);
    let label = &after[..after.len() - rest.len()];
    let labelled = label.contains(['：', ':', '|']);
    let start = text.len() - rest.len();
    behind_role(rest, role, labelled, label.is_empty()).map(|length| (start..start + length, kind))
}

/// `王建国系上河村三组村民`: a name before the village and group it is of; `at` is where 村民 stands.
fn villager(text: &str, at: usize) -> Option<Range<usize>> {
    if !text[at..].starts_with("村民") || !text[..at].ends_with(['村', '组', '社', '队']) {
        return None;
    }
    let clause = before(text, at, 30, CLAUSE);
    let start = at - clause.len();
    let is = |name: &Name| clause[name.length..].starts_with(['系', '是', '为', '同', '均']);
    names(clause).find(|name| name.sure && is(name)).map(|name| start..start + name.length)
}

/// The length of the name that a text begins with, where the word before it makes it one that matters.
fn behind_role(rest: &str, role: Role, labelled: bool, close: bool) -> Option<usize> {
    let mut far = None;
    for Name { length, sure, masked } in names(rest) {
        let tail = &rest[length..];
        let acts = is_deed(tail);
        let described = is_described(tail);
        let edge = ends(rest, length)
            || tail.starts_with([
                '男', '女', '等', '户', '家', '及', '与', '和', '因', '之', '系', '的', '称', '已', '是', '去', '在',
                '有', '患', '被', '到', '未', '曾', '今', '年', '向', '说', '表', '签', '无', '长',
            ]);
        let whole = rest[..length].chars().count() == 3;
        let says = whole && tail.starts_with(['称', '已', '系', '是', '因', '曾', '家', '签', '患', '表', '说']);
        let firm = ends(rest, length);
        let told = match role {
            Role::Petitioner => acts || described || masked || edge && (sure || firm || says),
            Role::Party => {
                acts || described || masked || firm && (sure || labelled) || edge && sure && (labelled || close)
            }
            Role::Anybody => acts || described || masked || whole && tail.starts_with('家'),
        };
        // A place may look like a hidden name: 群众张某某村.
        if told && !(masked && tail.starts_with(|c| among(PLACES, c))) {
            // 王某国 rather than 王某, where both fit.
            let longer = names(rest).filter(|name| masked && name.length > length);
            let longer = longer.map(|name| name.length).find(|end| ends(rest, *end) || is_deed(&rest[*end..]));
            return Some(longer.unwrap_or(length));
        }
        if has_far_deed(tail) && (sure || role == Role::Petitioner) {
            far = Some(length);
        }
    }
    far.or_else(|| titled(rest, role))
}

/// `李女士`, `张大爷`: of anybody only where they complain.
fn titled(rest: &str, role: Role) -> Option<usize> {
    let (family, _) = surname(rest)?;
    let title = starts_with_any(&rest[family..], TITLES)?;
    let tail = &rest[family + title..];
    (role != Role::Anybody || is_deed(tail) || has_far_deed(tail)).then_some(family + title)
}

fn is_deed(tail: &str) -> bool {
    let tail = tail.trim_start_matches(['等', '多', '次', '再', '又', '联', '名', '实', '曾']);
    let tail = tail.trim_start_matches(|c: char| c.is_ascii_digit() || among("一二三四五六七八九十数几余", c));
    let tail = tail.strip_prefix("人").unwrap_or(tail);
    let tail = starts_with_any(tail, &["多次", "先后", "联名", "到县", "来我局", "来局", "来县", "来", "曾", "再次"])
        .map_or(tail, |length| if starts_with_any(tail, DEEDS).is_some() { tail } else { &tail[length..] });
    starts_with_any(tail, DEEDS).is_some_and(|length| starts_with_any(&tail[length..], NO_DEED).is_none())
}

fn has_far_deed(tail: &str) -> bool {
    let clause = behind(tail, 0, 14, CLAUSE);
    FAR_DEEDS
        .iter()
        .any(|deed| clause.find(deed).is_some_and(|at| starts_with_any(&tail[at + deed.len()..], NO_DEED).is_none()))
}

/// `（男，52岁`, `，女，`, `，现年`, `(1968年`
fn is_described(tail: &str) -> bool {
    let words = tail.trim_start_matches(['（', '(', '，', ',', '、', ' ', '\u{3000}', '|', '\t']);
    if words.len() == tail.len() {
        return tail.starts_with('男') || tail.starts_with('女') && !tail.starts_with("女士");
    }
    if let Some(rest) = words.strip_prefix(['男', '女']) {
        return rest.chars().next().is_none_or(is_edge);
    }
    let words = starts_with_any(words, &["现年", "今年", "年龄"]).map_or(words, |length| &words[length..]);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits) && words[digits..].trim_start().starts_with('岁')
}

/// What makes a masked word a place or an office.
const PLACES: &str = "县镇乡村区市局办单公司部年月日处路街院校站所店厂屯组社项类种时法";

/// `王某某`, `李某反映`, `张××`; `at` is where the hidden part begins.
pub(super) fn masked(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let head = &text[..at];
    let last = head.chars().next_back()?;
    let start = at - ends_with_any(head, &["欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫"]).unwrap_or(last.len_utf8());
    let (_, sure) = surname(&text[start..])?;
    if !sure && !begins(text, start) {
        return None;
    }
    let candidates: Vec<Name> = names(&text[start..]).filter(|name| name.masked).collect();
    let signs = candidates.first()?;
    let hidden = &text[at..start + signs.length];
    let twice = hidden.chars().count() == 2;
    let drawn = hidden.contains(['*', '＊', 'X', 'x', 'Ｘ', '○', '〇']);
    for Name { length, .. } in candidates.iter().rev() {
        let end = start + length;
        let tail = &text[end..];
        if tail.starts_with(|c| among(PLACES, c)) || drawn && tail.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            continue;
        }
        if is_deed(tail) || is_described(tail) || has_far_deed(tail) && ends_with_any(head, &["，"]).is_none() {
            return Some((start..end, Kind::Person));
        }
        let told = ends(text, end) || tail.starts_with(['男', '女', '与', '和', '因', '系', '等', '的', '之']);
        let given = candidates.len() > 1 && *length > signs.length;
        if !drawn && (twice || told && (!given || sure)) || drawn && twice && ends(text, end) && !hidden.contains('*') {
            return Some((start..end, Kind::MaskedName));
        }
    }
    None
}

/// `王建国反映`, with nothing before the name; `at` is where the deed begins, `length` its bytes.
pub(super) fn deed(text: &str, at: usize, length: usize) -> Option<(Range<usize>, Kind)> {
    let tail = &text[at + length..];
    match &text[at..at + length] {
        // 王建国同志：您反映的问题 …
        "您反映" | "你反映" | "您来信" => {
            let head = text[..at].trim_end_matches(['：', ':', ' ', '\n', '\r', '\u{3000}', '，', ',']);
            let end = head.len() - ends_with_any(head, &["同志", "先生", "女士"]).unwrap_or(0);
            if end == at {
                return None;
            }
            return any_name_before(text, end, |start| begins(text, start)).map(|(range, _)| (range, Kind::Person));
        }
        // 关于王建国信访事项的答复; 信访工作, 信访局 and their like tell of nobody.
        "信访" => {
            starts_with_any(tail, &["事项", "件", "问题", "案", "诉求"])?;
            let about = |start: usize| ends_with_any(&text[..start], &["关于", "对", "就"]).is_some();
            return name_before(text, at, about).map(|range| (range, Kind::Person));
        }
        _ => {}
    }
    let about = |start: usize| begins(text, start) || text[..start].ends_with("关于");
    let range = name_before(text, at, about)?;
    starts_with_any(tail, NO_DEED).is_none().then_some((range, Kind::Person))
}

/// `李女士来电`, `王先生反映`; `at` is where the title begins.
pub(super) fn title(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let length = starts_with_any(&text[at..], &["先生", "女士"])?;
    let head = &text[..at];
    let start = at - head.chars().next_back()?.len_utf8();
    surname(&text[start..]).filter(|(family, sure)| start + family == at && (*sure || begins(text, start)))?;
    let tail = &text[at + length..];
    (is_deed(tail) || has_far_deed(tail)).then_some((start..at + length, Kind::Person))
}

/// `王姓村民`, `姓王的老人`; `at` is where 姓 stands.
pub(super) fn surnamed(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    const WHO: &[&str] = &[
        "村民", "居民", "群众", "老人", "男子", "女子", "业主", "市民", "先生", "女士", "住户", "患者", "学生", "家长",
        "儿童", "夫妇", "信访", "来访", "上访", "妇女", "老汉", "男孩", "女孩", "职工",
    ];
    let tail = &text[at + '姓'.len_utf8()..];
    let before = text[..at].chars().next_back().filter(|c| surname(c.encode_utf8(&mut [0; 4])).is_some());
    if let Some(family) = before
        && starts_with_any(tail, WHO).is_some()
    {
        return Some((at - family.len_utf8()..at + '姓'.len_utf8(), Kind::Person));
    }
    let (family, _) = surname(tail)?;
    let rest = tail[family..].strip_prefix('的').unwrap_or(&tail[family..]);
    starts_with_any(rest, WHO).map(|_| (at..at + '姓'.len_utf8() + family, Kind::Person))
}

/// `王建国，男，52岁，上河村人`; `at` is where 男, 女 or 岁 stands.
pub(super) fn described(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let head = &text[..at];
    let head = match text[at..].starts_with('岁') {
        true => {
            let head = head.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
            ends_with_any(head, &["现年", "今年", "年龄"]).map_or(head, |length| &head[..head.len() - length])
        }
        false => head,
    };
    let end = head.trim_end_matches(['，', ',', '（', '(', '、', ' ', '\u{3000}', '|', '\t']).len();
    let apart = end < head.len() || head.ends_with("老人");
    if !apart || !text[at..].starts_with('岁') && !ends(text, at + '男'.len_utf8()) {
        return None;
    }
    let named = head[..end].trim_end_matches("老人").len();
    let (range, sure) = any_name_before(text, named, |start| begins(text, start) || before_is_role(text, start))?;
    if !sure && text[range.clone()].chars().count() != 3 {
        return None;
    }
    let told = behind(text, at, 48, "。\n\r");
    let head = before(text, range.start, 12, "。\n\r");
    (has_any(told, PRIVATE) && !has_any(told, CAREER) && !has_any(head, CAREER)).then_some((range, Kind::Person))
}

fn before_is_role(text: &str, start: usize) -> bool {
    [PARTIES, ANYBODY].iter().any(|words| ends_with_any(&text[..start], words).is_some())
}

/// `其子王小明`, `丈夫张强（`; `王建国之子`.
pub(super) fn kin(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let here = &text[at..];
    if here.starts_with('之') {
        starts_with_any(here, OFFSPRING)?;
        let from = |start: usize| begins(text, start) || text[..start].ends_with(['系', '是', '为', '民', '人']);
        let (range, sure) = any_name_before(text, at, from)?;
        let firm = sure || text[range.clone()].chars().count() == 3;
        return firm.then_some((range, Kind::Family));
    }
    let length = starts_with_any(here, KIN)?;
    let rest = here[length..].trim_start_matches(['：', ':', ' ', '（', '(', '为', '是', '叫']);
    let start = text.len() - rest.len();
    let whole = |name: &Name| {
        let tail = &rest[name.length..];
        let three = rest[..name.length].chars().count() == 3;
        let firm = name.sure || three;
        let of_petitioner = ends_with_any(&text[..at], PETITIONERS).is_some();
        name.masked && !tail.starts_with(|c| among(PLACES, c))
            || name.sure && three && of_petitioner
            || firm && (ends(rest, name.length) || is_described(tail) || starts_with_any(tail, VERBS).is_some())
    };
    names(rest).find(whole).map(|name| (start..start + name.length, Kind::Family))
}

#[cfg(test)]
mod tests {
    use crate::privacy::{Kind, scan};

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        scan(text).into_iter().map(|found| (found.kind, &text[found.range])).collect()
    }

    #[test]
    fn petitioners_are_found() {
        for (text, name) in [
            ("信访人周明，家在外县", "周明"),
            ("来信人：马晓东", "马晓东"),
            ("村民王建国多次到县上访", "王建国"),
            ("村民王建国等5人反映", "王建国"),
            ("市民李女士来电反映", "李女士"),
            ("张三（男，52岁，上河村村民）", "张三"),
            ("患者李秀英，", "李秀英"),
            ("李××反映", "李××"),
            ("投诉人：赵**，", "赵**"),
            ("王某国反映", "王某国"),
            ("王姓村民", "王姓"),
            ("姓王的村民", "姓王"),
            ("王建国来访，", "王建国"),
            ("申请人：欧阳海", "欧阳海"),
            ("| 王建国 | 男 | 56岁 | 上河村 |", "王建国"),
            ("反映人艾力·买买提，", "艾力·买买提"),
            ("老人张桂兰，", "张桂兰"),
            ("王建国系柳树镇上河村三组村民，", "王建国"),
        ] {
            let text = text.replace("张三", "张伟");
            let name = name.replace("张三", "张伟");
            assert!(kinds(&text).contains(&(Kind::Person, name.as_str())), "{text} {:?}", kinds(&text));
        }
    }

    #[test]
    fn ordinary_words_are_silent() {
        for text in [
            "信访人员应当文明接待",
            "当事人双方应当到场",
            "申请人应当提交材料",
            "居民王府井社区",
            "村民张贴告示",
            "群众反映强烈",
            "市民李女士高兴地说",
            "患者安全月活动",
            "王建国，男，汉族，1975年3月生，大学学历，现任县委书记",
            "杜绝越级上访",
            "江西来访",
            "老人节、家属院",
            "信访人程序性权利",
            "村民王建国任村委会主任",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
