//! Turns the words of counts into numbers: 人数, 代表人数, 至少, 提前公示.

use super::fold::{Folded, folded};
use super::{Doubt, Reading, unreadable};
use crate::calendar::deadline::{Counting, Lead};

/// The longest lead that makes sense; more is a slip.
const LONGEST: u32 = 366;

/// Reads a number of people: 5人, 不超过5人, 2名, 三人.
pub fn people(text: &str, field: &str) -> Reading<u32> {
    number(text, field, "1人、5人", &["人", "名", "位", "people", "persons", "person"]).into()
}

/// Reads a number of times: 2次.
pub fn times(text: &str, field: &str) -> Reading<u32> {
    number(text, field, "1次、2次", &["次", "回", "times", "time"]).into()
}

/// Reads 每批时长, 提前到场: 15分钟, 每批不超过15分钟, 半小时. The value is in minutes.
pub fn minutes(text: &str, field: &str) -> Reading<u32> {
    if ["半小时", "半个小时"].contains(&folded(text).as_str()) {
        return Reading::sure(30);
    }
    let hours = number(text, field, "15分钟", &["小时", "个小时", "hours", "hour"]);
    if let (Ok(hours), true) = (&hours, text.contains("时") || text.contains("hour")) {
        return Reading::sure(hours.saturating_mul(60));
    }
    number(text, field, "15分钟", &["分钟", "分", "minutes", "min"]).into()
}

/// Reads 名额: 8批, 不超过8批, 额满即止. Any words may be printed; blanks to be filled in (□, ××, xx) may not.
pub fn capacity(text: &str) -> Reading<String> {
    let blank = ['□', '×', '_', '＿'].iter().any(|c| text.contains(*c)) || folded(text).contains("xx");
    if blank || text.trim().is_empty() {
        return Err(unreadable(text, 0..text.len(), "名额", "8批、不超过20人、额满即止")).into();
    }
    Reading::sure(text.trim().to_owned())
}

fn number(text: &str, field: &str, examples: &str, units: &[&str]) -> Result<u32, Doubt> {
    let wrong = || unreadable(text, 0..text.len(), field, examples);
    let mut read = Folded::new(text);
    let _ = read.eat_any(&["每批", "每个", "每人"]);
    let _ = read.eat_any(&[
        "推选不超过",
        "不超过",
        "不少于",
        "不得超过",
        "最多",
        "最少",
        "至少",
        "至多",
        "at most",
        "at least",
        "up to",
    ]);
    let number = read.number().filter(|number| (1..=10_000).contains(number)).ok_or_else(wrong)?;
    let _ = read.eat_any(units);
    let _ = read.eat_any(&["代表", "以内", "以下"]);
    if read.done() { Ok(number) } else { Err(wrong()) }
}

/// Reads 提前公示: 5天, 5日前, 三个工作日, 须提前一天告示. The words 前 and 提前 count calendar days unless 工作日 is written.
pub fn lead(text: &str) -> Reading<Lead> {
    let mut read = Folded::new(text);
    let _ = read.eat_any(&["必须", "应当", "应", "须", "需"]);
    let _ = read.eat_any(&["至少", "不少于"]);
    let _ = read.eat_any(&["提前", "前"]);
    let _ = read.eat("至少");
    let found = days(&mut read);
    let _ = read.eat_any(&["以前", "之前", "前", "in advance", "before"]);
    let _ = read.eat_any(&["公示", "公布", "公告", "告示", "张贴", "告知", "通知"]);
    let found = found.filter(|_| read.done());
    found.ok_or_else(|| unreadable(text, 0..text.len(), "提前公示", "5天、3个工作日、1天")).into()
}

/// 5天, 三个工作日, 1 working day, 一周.
pub(super) fn days(read: &mut Folded<'_>) -> Option<Lead> {
    let mark = read.mark();
    let number = read.number().filter(|days| *days <= LONGEST)?;
    let units = [
        ("个工作日", (1, Counting::Workdays)),
        ("工作日", (1, Counting::Workdays)),
        ("working days", (1, Counting::Workdays)),
        ("working day", (1, Counting::Workdays)),
        ("workdays", (1, Counting::Workdays)),
        ("个自然日", (1, Counting::Calendar)),
        ("自然日", (1, Counting::Calendar)),
        ("天", (1, Counting::Calendar)),
        ("日", (1, Counting::Calendar)),
        ("days", (1, Counting::Calendar)),
        ("day", (1, Counting::Calendar)),
        ("个星期", (7, Counting::Calendar)),
        ("周", (7, Counting::Calendar)),
    ];
    match read.eat_one(&units) {
        Some((length, counting)) => Some(Lead { days: number * length, counting }),
        None => {
            read.reset(mark);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads() {
        let table = [
            ("5天", Some((5, Counting::Calendar))),
            ("5日前", Some((5, Counting::Calendar))),
            ("提前3天", Some((3, Counting::Calendar))),
            ("三个工作日", Some((3, Counting::Workdays))),
            ("3个工作日", Some((3, Counting::Workdays))),
            ("须提前一天告示", Some((1, Counting::Calendar))),
            ("提前５天公示", Some((5, Counting::Calendar))),
            ("一周", Some((7, Counting::Calendar))),
            ("5", None),
            ("尽早", None),
            ("4000000000个工作日", None),
        ];
        for (text, expected) in table {
            assert_eq!(lead(text).value.map(|lead| (lead.days, lead.counting)), expected, "{text}");
        }
    }

    #[test]
    fn counts() {
        for (text, expected) in [
            ("5人", Some(5)),
            ("不超过5人", Some(5)),
            ("推选不超过5名代表", Some(5)),
            ("三人", Some(3)),
            ("几人", None),
            ("0人", None),
        ] {
            assert_eq!(people(text, "人数").value, expected, "{text}");
        }
        for (text, expected) in [
            ("15分钟", Some(15)),
            ("每批不超过15分钟", Some(15)),
            ("半小时", Some(30)),
            ("1小时", Some(60)),
            ("一会儿", None),
        ] {
            assert_eq!(minutes(text, "每批时长").value, expected, "{text}");
        }
        for text in ["8批", "不超过8批", "额满即止", "每批不超过15分钟", "不超过3人"] {
            assert_eq!(capacity(text).value.as_deref(), Some(text));
        }
        assert!(capacity("x批□").value.is_none() && capacity("xx批").value.is_none() && capacity(" ").value.is_none());
        assert_eq!(times("至少2次", "至少").value, Some(2));
    }
}
