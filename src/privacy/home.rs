//! Finds where a person lives, to the door. Offices publish their own addresses: what stands around a number decides.

use std::ops::Range;

use super::Kind;
use super::around::{STOPS, among, before, behind, has_any, is_edge, is_han, starts_with_any};
use super::tables::{ESTATES, LIVES, NO_LIVES, OFFICES, PARTS, STAFF};

/// What stands just before the number of a house.
const WAYS: &str = "路街巷弄院区里村组社队庄屯园苑道同寨坡沟湾台坪坝楼栋幢房营堡";

/// What a number may be followed by that is no door: 3号桥, 12号令, 5号线 …
const NO_DOOR: &str = "文令线桥井路机闸泵坝桩标段公通件案函批召厅馆门台车船坑码地块楼院仓库轮期点站池提决会机组池渠洞馆召令前后至到至起之以";

/// Numerals of houses and doors.
pub(super) const NUMERALS: &str = "一二三四五六七八九十零〇甲乙丙";

/// What a housing or the word for living ends with, before the number of a room.
const BEFORE_ROOM: &str = "区园寓苑村城府馆居庭院楼房点舍邸宅弄同住址：:是为于";

/// What follows the numbers of one address.
#[derive(Debug, Default)]
struct Address {
    /// Up to where it goes.
    end: usize,
    building: bool,
    unit: bool,
    room: bool,
    hamlet: bool,
    door: bool,
}

/// An address around the number `number`, which a part of an address follows.
pub(super) fn at_number(text: &str, number: &Range<usize>) -> Option<(Range<usize>, Kind)> {
    let address = read(text, number.start)?;
    let previous = text[..number.start].trim_end_matches(' ').chars().next_back()?;
    // Figures of households, numbers of documents and groups at large: most numbers are told by what stands before them.
    let simple = !address.building && !address.unit;
    let near = match (address.hamlet, address.room) {
        (true, _) | (false, false) => WAYS,
        (false, true) => BEFORE_ROOM,
    };
    if simple && !near.contains(previous) && !among(BEFORE_ROOM, previous) {
        return None;
    }
    let head = before(text, number.start, 28, STOPS);
    let lives = lives(head);
    let whole = address.room && (address.unit || address.building) || address.hamlet && address.door;
    let alone = address.room && simple;
    if !lives && !whole && !alone && !(address.door && among(WAYS, previous)) {
        return None;
    }
    let name = place_before(head, lives);
    let estate = || has_any(name, ESTATES);
    let village = || name.contains(['村', '屯', '庄', '寨', '社', '湾', '沟', '坪', '坝']) || name.contains("社区");
    let way = among(WAYS, previous);
    let inner = address.unit && address.room
        || address.building && address.room && estate()
        || address.hamlet && address.door && (lives || village())
        || alone && name_ends_in_estate(name);
    let cued = lives
        && (address.room || address.unit || address.building || address.hamlet && village() || address.door && way);
    let listed = || {
        let labelled = || head[..head.len() - name.len()].ends_with(['：', ':']) && head.contains("地址");
        address.door && way && village() && (labelled() || is_listed(text, number.start, name, address.end))
    };
    let office = || {
        let tail = behind(text, address.end, 12, "。；\n\r|，,\t");
        has_any(tail, OFFICES) || has_any(before(text, number.start, 18, STOPS), OFFICES) && !has_any(name, STAFF)
    };
    (cued || (inner || listed()) && !office()).then(|| (number.start - name.len()..address.end, Kind::Home))
}

/// `阳光小区3-2-501`: building, unit and room, parted by hyphens; `run` is all of it.
pub(super) fn at_triple(text: &str, run: &Range<usize>) -> Option<(Range<usize>, Kind)> {
    let head = before(text, run.start, 20, STOPS);
    let lives = lives(head);
    let name = place_before(head.trim_end_matches(' '), lives);
    let blanks = head.len() - head.trim_end_matches(' ').len();
    let tail = behind(text, run.end, 10, "。；\n\r|，,");
    let cue = name_ends_in_estate(name) || lives && name.chars().next_back().is_some_and(|c| among(WAYS, c));
    let office = has_any(tail, OFFICES) || has_any(head, OFFICES) && !lives;
    (cue && !office).then(|| (run.start - blanks - name.len()..run.end, Kind::Home))
}

/// Reads the numbers and parts of an address from where its first number begins; `None` where it has no part.
fn read(text: &str, start: usize) -> Option<Address> {
    let mut address = Address { end: start, ..Address::default() };
    // No address has more parts than these.
    for _ in 0..6 {
        let rest = &text[address.end..];
        let rest = rest.trim_start_matches([' ', '-', '－', '—', '，']);
        let digits = numeral(rest);
        if digits == 0 {
            break;
        }
        let at = text.len() - rest.len() + digits;
        let count = rest[..digits].chars().count();
        let Some(length) = starts_with_any(&text[at..], PARTS) else {
            // The number of a room may stand alone behind building or unit.
            if (address.building || address.unit)
                && count >= 3
                && text[at..].chars().next().is_none_or(|c| is_edge(c) || is_han(c))
            {
                address.room = true;
                address.end = at;
            }
            break;
        };
        let next = text[at + length..].chars().next();
        match &text[at..at + length] {
            "号楼" | "栋" | "幢" | "座" => address.building = true,
            "单元" => address.unit = true,
            "室" | "户" => address.room = true,
            "组" | "社" | "队" => address.hamlet = true,
            // Nobody lives at 3号桥, nor on the 12th.
            "号" if next.is_some_and(|c| among(NO_DOOR, c)) => break,
            "号" if address.building || address.unit => address.room = true,
            "号" => address.door = true,
            "楼" | "层" if address.unit => address.room = true,
            _ => {}
        }
        address.end = at + length;
        for side in ["东户", "西户", "中户", "左户", "右户", "东", "西"] {
            if address.unit && text[address.end..].starts_with(side) {
                address.room = true;
                address.end += side.len();
                break;
            }
        }
    }
    (address.end > start).then_some(address)
}

/// The length of a number at the start: digits of either width, numerals, perhaps behind a letter.
fn numeral(text: &str) -> usize {
    let letter = text.bytes().next().filter(u8::is_ascii_uppercase).map_or(0, |_| 1);
    let digits = text[letter..].chars().take(6).take_while(|c| is_numeral(*c)).map(char::len_utf8).sum::<usize>();
    if digits > 0 { letter + digits } else { 0 }
}

/// Whether a character is a digit or a numeral.
pub(super) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || among(NUMERALS, c)
}

/// The name of the place that a text ends with: Chinese characters, digits and 号院 included, up to a sign or to who lives there.
fn place_before(head: &str, lives: bool) -> &str {
    let from = head.char_indices().rev().take(20).take_while(|(_, c)| is_han(*c) || c.is_ascii_digit()).last();
    let name = from.map_or("", |(at, _)| &head[at..]);
    if !lives {
        return name;
    }
    let lived = LIVES.iter().filter_map(|word| name.rfind(word).map(|at| at + word.len())).max();
    let lived = lived.or_else(|| name.rfind('住').map(|at| at + '住'.len_utf8()).filter(|_| !has_any(name, NO_LIVES)));
    &name[lived.unwrap_or(0)..]
}

fn name_ends_in_estate(name: &str) -> bool {
    ESTATES.iter().any(|word| name.ends_with(word))
}

/// Whether the words before an address say that somebody lives there.
fn lives(head: &str) -> bool {
    // One look for the characters that all these words have between them.
    if !head.contains(['住', '址', '籍', '口', '家', '牌', '居', '件']) {
        return false;
    }
    if has_any(head, &["住所地", "公司住所", "经营场所", "办公地址", "注册地址", "单位地址"]) {
        return false;
    }
    has_any(head, LIVES) && !has_any(head, &["常住人口", "户籍制度", "户籍窗口", "户口登记", "户籍管理"])
        || head.contains('住') && !has_any(head, NO_LIVES)
}

/// Whether a house of a village stands alone in a cell, beside a person: `| 王建国 | 上河村56号 |`.
fn is_listed(text: &str, number: usize, name: &str, end: usize) -> bool {
    let cell = |c: char| matches!(c, '|' | '\t' | ',');
    let start = number - name.len();
    let before = text[..start].trim_end_matches(' ').chars().next_back().is_some_and(cell);
    let after = text[end..].trim_start_matches(' ').chars().next().is_none_or(|c| cell(c) || c == '\n' || c == '\r');
    before && after
}

/// Whether an address may begin with the numeral that ends before `at`; digits are looked at where they stand.
pub(super) fn at_numeral(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let numerals = text[..at].char_indices().rev().take(6).take_while(|(_, c)| is_numeral(*c) && !c.is_ascii_digit());
    let (start, _) = numerals.last()?;
    at_number(text, &(start..at))
}

/// Whether what follows a number makes it a part of an address.
pub(super) fn is_part(text: &str, at: usize) -> bool {
    let first = text[at..].chars().next();
    first.is_some_and(|c| among("号栋幢座单层楼室户组社队弄巷排", c)) && starts_with_any(&text[at..], PARTS).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let mut scanned = super::super::scan(text).into_iter();
        scanned.find(|found| found.kind == Kind::Home).map(|found| &text[found.range])
    }

    #[test]
    fn doors_of_people_are_found() {
        for text in [
            "阳光小区3号楼2单元501室",
            "家住柳树镇上河村三组15号",
            "住址：人民路56号",
            "幸福花园8栋1203",
            "阳光小区3-2-501",
            "住柳树镇上河村二组",
            "现住城关镇东街社区南巷12号",
            "滨河家园A座1单元9楼东户",
            "| 王建国 | 上河村56号 |",
            "上河村五社二十三号",
        ] {
            assert!(found(text).is_some(), "{text}");
        }
    }

    #[test]
    fn offices_keep_their_addresses() {
        for text in [
            "地址：清河县人民路1号",
            "县政府1号楼302室",
            "阳光小区3号楼2单元101室社区服务中心",
            "上河村3号桥、2号机井",
            "各村10号前上报",
            "县信〔2026〕12号",
            "便民服务中心位于东街社区2号",
            "全村8组共320户",
            "住院到12号",
            "常住人口12组数据",
            "上河村三组道路硬化",
            "第三单元12号",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
