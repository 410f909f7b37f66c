//! Turns the words of 频次 and 必须有人.何时 into how often something has to be held: 每周2至3天, 每人每年, 每周一上午, 每个工作日.

use super::date::weekday;
use super::fold::{Folded, folded};
use super::{Reading, unreadable};
use crate::model::hours::DayPart;
use crate::model::recurrence::Weekdays;

/// The stretch of time that is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Per {
    /// 每天.
    Day,
    /// 每周: a calendar week.
    Week,
    /// 每半月, 每半个月: the 1st to the 15th, and the rest.
    HalfMonth,
    /// 每月.
    Month,
    /// 每季度.
    Quarter,
    /// 每半年.
    HalfYear,
    /// 每年.
    Year,
}

/// A number promised for each stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// For each person, not for all together.
    pub per_person: bool,
    /// In which stretch of time.
    pub per: Per,
    /// How many at least.
    pub at_least: u32,
    /// How many at most, where a range is promised.
    pub at_most: Option<u32>,
    /// Days are counted (天, 日), not sessions (次).
    pub days: bool,
}

/// Reads 频次: a number to check where the words give one, else `None`. Any words may be printed as a promise, so this never
/// asks anything; the caller prints the words as written.
pub fn promise(text: &str) -> Option<Quota> {
    let mut read = Folded::new(text);
    let mut per_person = read.eat_any(&["每人", "每位领导", "每名干部", "人均"]).is_some();
    let per = stretch(&mut read)?;
    per_person |= read.eat_any(&["每人", "人均"]).is_some();
    let _ = read.eat_any(&["安排", "接访", "接待", "下访", "至少", "不少于", "不得少于", "最少"]);
    let _ = read.eat_any(&["至少", "不少于"]);
    let first = read.number()?;
    let last = if read.dash() { Some(read.number()?) } else { None };
    let units =
        [("个半天", true), ("天", true), ("个工作日", true), ("日", true), ("次", false), ("回", false), ("批", false)];
    let days = read.eat_one(&units)?;
    let _ = read.eat_any(&["以上", "接访", "接待", "下访"]);
    let usable = first > 0 && last.is_none_or(|last| last >= first);
    (usable && read.done()).then_some(Quota { per_person, per, at_least: first, at_most: last, days })
}

fn stretch(read: &mut Folded<'_>) -> Option<Per> {
    read.eat_one(&[
        ("每半个月", Per::HalfMonth),
        ("每半月", Per::HalfMonth),
        ("每半年", Per::HalfYear),
        ("每天", Per::Day),
        ("每日", Per::Day),
        ("每周", Per::Week),
        ("每星期", Per::Week),
        ("每个月", Per::Month),
        ("每月", Per::Month),
        ("每季度", Per::Quarter),
        ("每季", Per::Quarter),
        ("每年", Per::Year),
        ("一年内", Per::Year),
        ("全年", Per::Year),
    ])
}

/// When somebody has to be there (必须有人.何时).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// 每个工作日, also in the morning or afternoon only.
    EachWorkday(Option<DayPart>),
    /// 每天.
    EachDay(Option<DayPart>),
    /// 每周一, 每周一上午: each of these weekdays that is a workday.
    EachWeekday(Weekdays, Option<DayPart>),
    /// 每周, 每月, 每季度, 每年: once or more in each.
    Each(Per),
    /// 每人每年: for each person.
    EachPerson(Per),
}

/// Reads 必须有人.何时. Here 每周一 is every Monday: the field asks on which days, and 至少 says how often.
pub fn when(text: &str) -> Reading<When> {
    parse_when(text)
        .ok_or_else(|| unreadable(text, 0..text.len(), "何时", "每个工作日、每周一、每周一上午、每月、每人每年"))
        .into()
}

fn parse_when(text: &str) -> Option<When> {
    let words = folded(text);
    let parts = [("上午", DayPart::Morning), ("下午", DayPart::Afternoon), ("晚上", DayPart::Evening)];
    let part = parts.into_iter().find(|(word, _)| words.ends_with(word));
    let body = part.map_or(words.as_str(), |(word, _)| words.strip_suffix(word).unwrap_or(&words));
    let part = part.map(|(_, part)| part);
    match body {
        "每个工作日" | "每工作日" | "工作日" | "every workday" | "each workday" => {
            return Some(When::EachWorkday(part));
        }
        "每天" | "每日" | "天天" | "every day" => return Some(When::EachDay(part)),
        _ => {}
    }
    let mut read = Folded::new(body);
    if read.eat("每人") {
        return stretch(&mut read).filter(|_| read.done() && part.is_none()).map(When::EachPerson);
    }
    let mark = read.mark();
    if let Some(per) = stretch(&mut read).filter(|_| read.done() && part.is_none()) {
        return Some(When::Each(per));
    }
    read.reset(mark);
    let _ = read.eat_any(&["每个", "每", "every"]);
    let mut days = vec![weekday(&mut read)?];
    while !read.done() {
        while read.separator() || read.eat("每") {}
        let bare = |read: &mut Folded<'_>| {
            read.eat_if(|c| super::date::chinese_weekday(c).is_some()).and_then(super::date::chinese_weekday)
        };
        days.push(weekday(&mut read).or_else(|| bare(&mut read))?);
    }
    Some(When::EachWeekday(Weekdays::of(days), part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday::{Mon, Wed};

    #[test]
    fn promises() {
        let quota = |per_person, per, at_least, at_most, days| Some(Quota { per_person, per, at_least, at_most, days });
        let table = [
            ("每周2至3天", quota(false, Per::Week, 2, Some(3), true)),
            ("每周1次", quota(false, Per::Week, 1, None, false)),
            ("每月下访不少于5次", quota(false, Per::Month, 5, None, false)),
            ("每人每年至少2次", quota(true, Per::Year, 2, None, false)),
            ("每季度五次", quota(false, Per::Quarter, 5, None, false)),
            ("适时", None),
            ("每周", None),
            ("每周3至2天", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(promise(text), expected, "{text}");
        }
    }

    #[test]
    fn when_somebody_has_to_be_there() {
        let table = [
            ("每个工作日", Some(When::EachWorkday(None))),
            ("每周一", Some(When::EachWeekday(Weekdays::of([Mon]), None))),
            ("每周一上午", Some(When::EachWeekday(Weekdays::of([Mon]), Some(DayPart::Morning)))),
            ("每周一、三", Some(When::EachWeekday(Weekdays::of([Mon, Wed]), None))),
            ("每天", Some(When::EachDay(None))),
            ("每月", Some(When::Each(Per::Month))),
            ("每人每年", Some(When::EachPerson(Per::Year))),
            ("有空时", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(when(text).value, expected, "{text}");
        }
    }
}
