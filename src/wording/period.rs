//! Turns the words of a period (起止, 期间) into first and last day: 2026年12月, 2026年下半年, 自2025年11月12日起.

use super::date::{western_month, written};
use super::dates::{backwards, lent};
use super::fold::{Folded, folded};
use super::{Context, Doubt, Reading, say, unreadable};
use crate::calendar::week;
use crate::diag::Phrase;
use crate::diag::code::calendar as code;
use crate::model::recurrence::Period;
use chrono::{Datelike, NaiveDate};
use std::ops::Range;

const EXAMPLES: &str = "2026年12月、2026年下半年、2026年12月1日至12月31日、2026年12月1日起";

/// Words that name a time but no day.
const VAGUE: &[&str] = &[
    "本月",
    "本周",
    "这一周",
    "本季",
    "本年",
    "今年",
    "明年",
    "下月",
    "下周",
    "年底",
    "月底",
    "月初",
    "年初",
    "学期",
    "上旬",
    "中旬",
    "下旬",
    "期间",
    "近期",
    "两会",
    "结束",
    "为止",
    "汛期",
    "春季",
    "夏季",
    "秋季",
    "冬季",
    "暑假",
    "寒假",
    "节前",
    "节后",
];

/// Reads 起止.
pub fn read(text: &str, context: &Context) -> Reading<Period> {
    parse(text, context).into()
}

fn parse(text: &str, context: &Context) -> Result<Period, Doubt> {
    let words = folded(text);
    if ["即日起", "自即日起", "从即日起"].contains(&words.as_str())
        && let Some(first) = context.issued
    {
        return Ok(Period { first, last: None });
    }
    if let Some(found) = week(text, &words, context) {
        return found;
    }
    if let Some(doubt) = vague(text, &words, context) {
        return Err(doubt);
    }
    let mut read = Folded::new(text);
    let _ = read.eat_any(&["从", "自", "from", "ab", "vom", "du", "de"]);
    let start = read.place();
    let wrong = || unreadable(text, 0..text.len(), "起止", EXAMPLES);
    let first = stretch(&mut read, text, context, None)?.ok_or_else(wrong)?;
    if read.eat_any(&["起施行", "起执行", "起实行", "起实施", "开始", "起", "以后", "onwards", "on"]).is_some()
        && read.done()
    {
        return Ok(Period { first: first.first, last: None });
    }
    let _ = read.eat("起");
    let last = if read.dash() {
        if read.eat_any(&["另行通知", "另行公告", "further notice"]).is_some() && read.done() {
            return Ok(Period { first: first.first, last: None });
        }
        match stretch(&mut read, text, context, Some(first.first))? {
            Some(last) => last,
            // 2026-12-01 至 (nothing): open.
            None if read.done() => return Ok(Period { first: first.first, last: None }),
            None => return Err(wrong()),
        }
    } else {
        first
    };
    let _ = read.eat_any(&["止", "期间", "まで"]);
    if !read.done() {
        return Err(wrong());
    }
    if text.trim_start().to_lowercase().starts_with("from ") && last == first {
        return Ok(Period { first: first.first, last: None });
    }
    if last.last < first.first {
        return Err(backwards(text, start..text.trim_end().len(), first.first, last.last));
    }
    Ok(Period { first: first.first, last: Some(last.last) })
}

/// 12月1日至7日这一周: days that are called a week have to be seven.
fn week(text: &str, words: &str, context: &Context) -> Option<Result<Period, Doubt>> {
    let days = ["这一周", "这一星期", "一周", "这周"].iter().find_map(|word| words.strip_suffix(word))?;
    let Ok(Period { first, last: Some(last) }) = parse(days.trim_end_matches(['的', '(']), context) else {
        return None;
    };
    let count = (last - first).num_days() + 1;
    if count == 7 {
        return Some(Ok(Period { first, last: Some(last) }));
    }
    let range = |last| say::both(|l| say::period(&Period { first, last: Some(last) }, l));
    let doubt = Doubt::new(&code::WEEK_LENGTH, 0..text.len()).arg("text", text.trim()).arg("count", count.to_string());
    let doubt = doubt.arg("first", say::both(|l| say::date(first, l))).arg("last", say::both(|l| say::date(last, l)));
    Some(Err(doubt.arg("week", range(first + chrono::Days::new(6))).arg("stated", range(last))))
}

/// What 本月, 下月 and 年底 most likely mean on the day of the signature, to be written instead.
fn likely(words: &str, context: &Context) -> Option<Phrase> {
    let issued = context.issued?;
    let first = issued.with_day(1)?;
    let year_end = NaiveDate::from_ymd_opt(issued.year(), 12, 31)?;
    let (from, to) = match words {
        "本月" => (first, week::last_of_month(first)),
        "下月" => {
            let next = first.checked_add_months(chrono::Months::new(1))?;
            (next, week::last_of_month(next))
        }
        "本年" | "今年" => (NaiveDate::from_ymd_opt(issued.year(), 1, 1)?, year_end),
        _ if words.starts_with("本月") && words.ends_with("年底") => (first, year_end),
        _ => return None,
    };
    Some(say::both(|l| say::period(&Period { first: from, last: Some(to) }, l)))
}

fn vague(text: &str, words: &str, context: &Context) -> Option<Doubt> {
    // 从2026年12月1日起至2026年12月31日结束 is exact; only words with no day beside them are vague.
    let word = VAGUE.iter().find(|word| words.contains(*word))?;
    let exact = ["结束", "为止", "期间"].contains(word) && words.ends_with(word) && {
        let before = words.trim_end_matches(word);
        before.ends_with('日') || before.ends_with('号') || before.ends_with('月')
    };
    let doubt = Doubt::new(&code::VAGUE_DATES, 0..text.len()).arg("text", text.trim());
    let usual = || Phrase::new("2026年12月1日至12月31日", "1 December 2026 to 31 December 2026");
    (!exact).then(|| doubt.arg("example", likely(words, context).unwrap_or_else(usual)))
}

/// A stretch of days named by one date, month, quarter, half-year or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    first: NaiveDate,
    last: NaiveDate,
}

fn stretch(
    read: &mut Folded<'_>,
    text: &str,
    context: &Context,
    before: Option<NaiveDate>,
) -> Result<Option<Stretch>, Doubt> {
    let (mark, start) = (read.mark(), read.place());
    if let Some(found) = written(read)?.or_else(|| lent(read)) {
        let day = match before {
            Some(start) => found.resolve_end(text, context, start)?,
            None => {
                let after = read.mark();
                let end = if read.dash() { written(read).ok().flatten() } else { None };
                read.reset(after);
                end.map_or_else(|| found.clone(), |end| found.with_year_of(&end)).resolve(text, context, None)?
            }
        };
        return Ok(Some(Stretch { first: day, last: day }));
    }
    read.reset(mark);
    if let Some(found) = months(read, text, context, before, start)? {
        return Ok(Some(found));
    }
    read.reset(mark);
    if let Some((month, year)) = western(read) {
        return Ok(of_months(year, month, month));
    }
    read.reset(mark);
    Ok(None)
}

/// December 2026.
fn western(read: &mut Folded<'_>) -> Option<(u32, i32)> {
    let month = western_month(read)?;
    let (year, _) = read.digits().filter(|(_, digits)| *digits == 4)?;
    Some((month, i32::try_from(year).ok()?))
}

/// 2026年, 2026年12月, 12月份, 2026-12, 2026年下半年, 2026年第四季度, 2026年3月至5月 up to the dash.
fn months(
    read: &mut Folded<'_>,
    text: &str,
    context: &Context,
    before: Option<NaiveDate>,
    start: usize,
) -> Result<Option<Stretch>, Doubt> {
    let mark = read.mark();
    let mut year = read.number().filter(|_| read.eat("年")).and_then(|year| i32::try_from(year).ok());
    if year.is_none() {
        read.reset(mark);
        if let Some(found) = iso_month(read) {
            return Ok(of_months(found.0, found.1, found.1));
        }
        read.reset(mark);
    }
    let _ = read.eat("度");
    let after_year = read.mark();
    let halves = [("上半年", (1, 6)), ("下半年", (7, 12)), ("全年", (1, 12))];
    let mut span = read.eat_one(&halves);
    if span.is_none() {
        let _ = read.eat("第");
        let number = read.number();
        span = match number {
            Some(quarter @ 1..=4) if read.eat_any(&["季度", "季"]).is_some() => Some((quarter * 3 - 2, quarter * 3)),
            Some(month @ 1..=12) if read.eat("月") => {
                read.eat("份");
                Some((month, month))
            }
            _ => None,
        };
    }
    if span.is_none() {
        read.reset(after_year);
    }
    let Some((first, last)) = span.or_else(|| year.map(|_| (1, 12))) else { return Ok(None) };
    if year.is_none() {
        year = before.or(context.period.map(|period| period.first)).or(context.issued).map(|day| day.year());
        // 11月至2月: the second month is in the next year.
        if let (Some(before), Some(this)) = (before, year) {
            year = Some(if last < before.month() { this + 1 } else { this });
        }
    }
    let Some(year) = year else { return Err(no_year(text, read.since(start), first)) };
    Ok(of_months(year, first, last))
}

fn no_year(text: &str, at: Range<usize>, month: u32) -> Doubt {
    let words = text.get(at.clone()).unwrap_or(text).to_owned();
    let example =
        NaiveDate::from_ymd_opt(2026, month, 1).map_or(Phrase::from(""), |day| say::both(|l| say::month(day, l)));
    Doubt::new(&code::DATE_NO_YEAR, at).arg("text", words).arg("example", example)
}

/// 2026-12, 2026.12.
fn iso_month(read: &mut Folded<'_>) -> Option<(i32, u32)> {
    let (year, _) = read.digits().filter(|(_, digits)| *digits == 4)?;
    let _ = read.eat_any(&["-", ".", "/"])?;
    let (month, _) = read.digits().filter(|(month, digits)| *digits <= 2 && (1..=12).contains(month))?;
    Some((i32::try_from(year).ok()?, month))
}

fn of_months(year: i32, first: u32, last: u32) -> Option<Stretch> {
    if !(1900..=2199).contains(&year) {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(year, first, 1)?;
    Some(Stretch { first, last: week::last_of_month(NaiveDate::from_ymd_opt(year, last, 1)?) })
}

#[cfg(test)]
mod tests;
