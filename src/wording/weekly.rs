//! Turns the words of 每周 and 每天 into weekdays: 周一、三、五; 周一至周五; Every day; samedis.

use super::date::{chinese_weekday, weekday as read_weekday};
use super::fold::{Folded, folded, split};
use super::{Doubt, Reading, time, unreadable};
use crate::diag::code::calendar::{self as code, UNREADABLE};
use crate::model::hours::Hours;
use crate::model::recurrence::{Pattern, Weekdays};
use chrono::Weekday;
use std::ops::Range;

const EXAMPLES: &str = "周一；周一、三、五；周一至周五；周一上午、周四下午";

/// What 每周 says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekly {
    /// The weekdays.
    pub days: Weekdays,
    /// Every so many weeks; 2 for “alternate Saturdays”. More than 1 needs 起算.
    pub every: u32,
}

/// Reads 每周.
pub fn read(text: &str) -> Reading<Weekly> {
    parse(text).into()
}

/// Reads 每周 with hours beside the weekdays, where every part has its own: 周一上午、周四下午; 周一至周五9:00-11:30.
pub fn with_hours(text: &str) -> Reading<Vec<(Weekly, Option<Hours>)>> {
    let plain = read(text);
    if plain.value.is_some() || plain.doubts.iter().any(|doubt| doubt.code.id != UNREADABLE.id) {
        return plain.map(|days| vec![(days, None)]);
    }
    let parts: Option<Vec<_>> = split(text, &['、', ',', ';']).into_iter().map(|part| timed(text, &part)).collect();
    match parts.filter(|parts| !parts.is_empty()) {
        Some(parts) => Reading::sure(parts),
        None => plain.map(|days| vec![(days, None)]),
    }
}

/// The weekdays and the hours of one part of a text.
fn timed(text: &str, part: &Range<usize>) -> Option<(Weekly, Option<Hours>)> {
    let words = text.get(part.clone())?;
    let cuts = words.char_indices().map(|(at, _)| part.start + at).filter(|at| *at > part.start);
    let days = |end: usize| parse(text.get(part.start..end)?).ok().map(|days| (days, end));
    // The most that is weekdays, so that nothing of them is left to the hours.
    let (days, end) = cuts.rev().find_map(days)?;
    Some((days, Some(time::read_part(text, end..part.end).value?)))
}

/// Reads one weekday: the keys of `每周: {周一: 时间}`, 按 of a make-up day, 一周始于.
pub fn weekday(text: &str) -> Reading<Weekday> {
    let mut read = Folded::new(text);
    let _ = read.eat("每");
    let day = read_weekday(&mut read).filter(|_| read.done());
    day.ok_or_else(|| unreadable(text, 0..text.len(), "星期", "周一、星期一")).into()
}

/// Reads 每天: 工作日 or 天天.
pub fn daily(text: &str) -> Reading<Pattern> {
    let every = ["天天", "每天", "每日", "是", "全部", "所有日子", "every day", "daily", "yes"];
    let working = ["工作日", "每个工作日", "每工作日", "法定工作日", "上班日", "workdays", "working days", "weekdays"];
    let words = folded(text);
    if every.contains(&words.as_str()) {
        return Reading::sure(Pattern::EveryDay);
    }
    if working.contains(&words.as_str()) {
        return Reading::sure(Pattern::Workdays);
    }
    Err(unreadable(text, 0..text.len(), "每天", "工作日、天天")).into()
}

fn parse(text: &str) -> Result<Weekly, Doubt> {
    let words = folded(text);
    let once = words.strip_prefix("每周一");
    // 每周一 may be 每·周一 or 每周·一: with 次 or a verb after it, or alone.
    if once.is_some_and(|rest| !rest.starts_with(['、', ',', '至', '到', '-', '和', '及', ';'])) {
        return Err(Doubt::new(&code::WEEKLY_ONCE, 0..text.len()).arg("text", text.trim()));
    }
    if words.ends_with('次') || words.ends_with("一天") || words.ends_with("半天") {
        // 每周: 一次 is 每周一次 once it stands elsewhere.
        let whole = if words.starts_with('每') { text.trim().to_owned() } else { format!("每周{}", text.trim()) };
        return Err(Doubt::new(&code::PROMISE_NOT_RULE, 0..text.len()).arg("text", whole));
    }
    let all = Weekdays::of(EVERY);
    if ["every day", "daily", "天天", "每天", "周一至周日全部"].contains(&words.as_str()) {
        return Ok(Weekly { days: all, every: 1 });
    }
    if ["周末", "每周末", "每周周末", "双休日", "weekends", "every weekend"].contains(&words.as_str()) {
        return Ok(Weekly { days: Weekdays::of([Weekday::Sat, Weekday::Sun]), every: 1 });
    }
    let mut read = Folded::new(text);
    let every = if read
        .eat_any(&[
            "alternate",
            "every other",
            "every second",
            "隔周的",
            "隔周",
            "每隔一周的",
            "每隔一周",
            "每两周的",
            "每两周",
            "单周的",
            "单周",
            "双周的",
            "双周",
        ])
        .is_some()
    {
        2
    } else {
        // 每周星期四 says 周 twice; 每周四 says it once.
        let doubled = ["每周的", "每周星期", "每周周", "每周礼拜", "每周の"].iter().any(|lead| words.starts_with(lead))
            || words.contains('曜');
        let _ = if doubled {
            read.eat_any(&["每周的", "每周の", "每周"]).is_some()
        } else {
            read.eat_any(LEADS).is_some()
        };
        1
    };
    let wrong = || unreadable(text, 0..text.len(), "每周", EXAMPLES);
    let mut days: Vec<Weekday> = Vec::new();
    loop {
        while read.separator() || (!days.is_empty() && read.eat("每")) {}
        if read.done() {
            break;
        }
        let first = one(&mut read).ok_or_else(wrong)?;
        if read.dash() {
            let last = one(&mut read).ok_or_else(wrong)?;
            let run: Vec<Weekday> =
                std::iter::successors(Some(first), |day| (*day != last).then(|| day.succ())).collect();
            days.extend(run);
        } else {
            days.push(first);
        }
    }
    if days.is_empty() {
        return Err(wrong());
    }
    Ok(Weekly { days: Weekdays::of(days), every })
}

/// Words before the first weekday that change nothing.
const LEADS: &[&str] = &["every", "each", "on", "les", "le", "每逢", "逢", "每个", "每"];

const EVERY: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// A weekday, or the bare 二 of 周一、二.
fn one(read: &mut Folded<'_>) -> Option<Weekday> {
    read_weekday(read).or_else(|| read.eat_if(|c| chinese_weekday(c).is_some()).and_then(chinese_weekday))
}

#[cfg(test)]
mod tests;
