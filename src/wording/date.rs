//! Turns the words of one date into a day: 2026年12月5日（星期六）, 12.5, 17th December.

mod names;

use super::fold::{Folded, folded};
use super::{Context, Doubt, Reading, say, unreadable};
use crate::calendar::lunar;
use crate::diag::Phrase;
use crate::diag::code::calendar as code;
use crate::model::site::Language;
use chrono::{Datelike, NaiveDate, Weekday};
use names::japanese_weekday;
pub(super) use names::{chinese_weekday, weekday, western_month};
use std::ops::Range;

const EXAMPLES: &str = "2026年12月5日、2026-12-05";

/// Years that dates may lie in; what is outside is a slip of the pen.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The longest range, in days, that may run over New Year without saying so.
const HALF_YEAR: i64 = 183;

/// Reads one date (落款日期, 公布, 改期 …).
pub fn read(text: &str, context: &Context) -> Reading<NaiveDate> {
    single(text, context).into()
}

/// Until when a change holds (直至).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// That day is the last.
    Day(NaiveDate),
    /// 另行通知: no end is known.
    FurtherNotice,
}

/// Reads 直至.
pub fn until(text: &str, context: &Context) -> Reading<Until> {
    match folded(text).as_str() {
        "另行通知" | "另行公告" | "直至另行通知" | "until further notice" | "further notice" => {
            Reading::sure(Until::FurtherNotice)
        }
        _ => read(text, context).map(Until::Day),
    }
}

fn single(text: &str, context: &Context) -> Result<NaiveDate, Doubt> {
    let mut read = Folded::new(text);
    let wrong = || unreadable(text, 0..text.len(), "日期", EXAMPLES);
    let written = written(&mut read)?.ok_or_else(wrong)?;
    if !read.done() {
        return Err(wrong());
    }
    written.resolve(text, context, None)
}

/// A date as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u32>,
    pub(super) day: u32,
    /// Weekdays and lunar days beside it, to be compared.
    pub(super) beside: Vec<(Beside, Range<usize>)>,
    pub(super) at: Range<usize>,
}

/// What a notice writes beside a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Beside {
    Weekday(Weekday),
    Lunar { month: u8, leap: bool, day: u8 },
}

/// Reads a date, if one stands here.
pub(super) fn written(read: &mut Folded<'_>) -> Result<Option<Written>, Doubt> {
    let (mark, start) = (read.mark(), read.place());
    let mut beside = Vec::new();
    // Most dates begin with a digit, and no weekday does.
    let worth = !read.peek().is_some_and(|c| c.is_ascii_digit());
    if let Some(weekday) = worth.then(|| weekday(read)).flatten() {
        beside.push((Beside::Weekday(weekday), read.since(start)));
        read.eat(",");
    }
    read.eat("le");
    let Some((year, month, day)) = numbers(read) else {
        read.reset(mark);
        return Ok(None);
    };
    let mut at = read.since(start);
    while !read.done() {
        let place = read.place();
        if let Some(weekday) = weekday(read) {
            beside.push((Beside::Weekday(weekday), read.since(place)));
        } else if !bracket(read, &mut beside)? {
            break;
        }
        at.end = read.since(place).end;
    }
    Ok(Some(Written { year, month, day, beside, at }))
}

type Numbers = (Option<i32>, Option<u32>, u32);

/// Year, month and day in any of their orders.
fn numbers(read: &mut Folded<'_>) -> Option<Numbers> {
    let mark = read.mark();
    for form in [iso, chinese, western, dotted, day_only] {
        if let Some(found) = form(read) {
            return Some(found);
        }
        read.reset(mark);
    }
    None
}

/// 2026-12-05, 2026.12.5, 2026/12/5, 20261205.
fn iso(read: &mut Folded<'_>) -> Option<Numbers> {
    let (number, digits) = read.digits()?;
    if digits == 8 {
        return Some((i32::try_from(number / 10_000).ok(), Some(number / 100 % 100), number % 100));
    }
    let separator = read.eat_any(&["-", ".", "/"]).filter(|_| digits == 4)?;
    let (month, _) = read.digits()?;
    let (day, _) = read.eat(separator).then(|| read.digits())??;
    Some((i32::try_from(number).ok(), Some(month), day))
}

/// 2026年12月5日, 12月5号, 12月5.
fn chinese(read: &mut Folded<'_>) -> Option<Numbers> {
    let mark = read.mark();
    let year = read.number().filter(|_| read.eat("年")).and_then(|year| i32::try_from(year).ok());
    if year.is_none() {
        read.reset(mark);
    }
    let month = read.number().filter(|_| read.eat("月"))?;
    read.eat("份");
    let day = read.number()?;
    let _ = read.eat_any(&["日", "号"]);
    Some((year, Some(month), day))
}

/// 12.10: month and day. Both must be there in full, so that 8.30 in a time is not taken for a date by accident of place.
fn dotted(read: &mut Folded<'_>) -> Option<Numbers> {
    let (month, _) = read.digits()?;
    let (day, digits) = read.eat(".").then(|| read.digits())??;
    (digits <= 2 && month <= 12).then_some((None, Some(month), day))
}

/// 15日, 8号: the month has to come from the date before.
fn day_only(read: &mut Folded<'_>) -> Option<Numbers> {
    let day = read.number()?;
    read.eat_any(&["日", "号"])?;
    Some((None, None, day))
}

/// 17th December 2026, December 17, 21. Oktober 2024.
fn western(read: &mut Folded<'_>) -> Option<Numbers> {
    let named = western_month(read);
    let (day, digits) = read.digits()?;
    if digits > 2 {
        return None;
    }
    let _ = read.eat_any(&["st", "nd", "rd", "th", "er", "."]);
    read.eat("of");
    let month = named.or_else(|| western_month(read))?;
    let mark = read.mark();
    read.eat(",");
    let year = read.digits().filter(|(_, digits)| *digits == 4).and_then(|(year, _)| i32::try_from(year).ok());
    if year.is_none() {
        read.reset(mark);
    }
    Some((year, Some(month), day))
}

/// Brackets after a date with weekday, lunar day or market in them: （星期四，农历四月初五，逢集）, (木).
fn bracket(read: &mut Folded<'_>, beside: &mut Vec<(Beside, Range<usize>)>) -> Result<bool, Doubt> {
    let start = read.place();
    if read.eat_any(&["(", "["]).is_none() {
        return Ok(false);
    }
    loop {
        let place = read.place();
        if let Some(weekday) = weekday(read).or_else(|| japanese_weekday(read)) {
            beside.push((Beside::Weekday(weekday), read.since(place)));
        } else if let Some(lunar) = lunar_words(read) {
            // Of a run (腊月廿九至正月初六) the ends belong to two days; it is not compared.
            if read.dash() {
                let _ = lunar_words(read).is_some() || festival(read);
            } else {
                beside.push((lunar, read.since(place)));
            }
        } else if festival(read) {
            let _ = read.dash() && (lunar_words(read).is_some() || festival(read));
        } else if read.eat_any(&["逢集", "逢场", "逢圩", "赶集", "赶场", "赶街", "补班", "调休上班"]).is_none()
        {
            break;
        }
        let _ = read.eat_any(&[",", "、", ";"]);
    }
    match read.eat_any(&[")", "]"]) {
        Some(_) => Ok(true),
        None => {
            let wrong = start..read.rest().end;
            Err(unreadable(read.text(), wrong, "日期", "12月5日（星期六）、12月5日（农历十月廿七）"))
        }
    }
}

/// A festival or a lunar day without its month in brackets (除夕, 初六); it is read over.
fn festival(read: &mut Folded<'_>) -> bool {
    const NAMES: &[&str] =
        &["除夕", "元旦", "春节", "元宵节", "清明节", "劳动节", "端午节", "中秋节", "重阳节", "国庆节"];
    if read.eat_any(NAMES).is_some() {
        return true;
    }
    matches!(read.peek(), Some('初' | '廿')) && read.number().is_some()
}

/// 农历四月初五, 闰六月初一, 腊月廿三.
fn lunar_words(read: &mut Folded<'_>) -> Option<Beside> {
    let mark = read.mark();
    let _ = read.eat_any(&["农历", "阴历", "旧历"]);
    let leap = read.eat("闰");
    let named = read.eat_one(&[("正月", 1), ("冬月", 11), ("腊月", 12)]);
    let month = named.or_else(|| read.number().filter(|_| read.eat("月")));
    let day = month.and_then(|_| read.number());
    match (month.and_then(|m| u8::try_from(m).ok()), day.and_then(|d| u8::try_from(d).ok())) {
        (Some(month), Some(day)) => {
            let _ = read.eat("日");
            Some(Beside::Lunar { month, leap, day })
        }
        _ => {
            read.reset(mark);
            None
        }
    }
}

impl Written {
    /// The day meant. `before` is the date it follows in a list or range, which lends what is missing.
    pub(super) fn resolve(&self, text: &str, context: &Context, before: Option<NaiveDate>) -> Result<NaiveDate, Doubt> {
        let words = text.get(self.at.clone()).unwrap_or(text).trim();
        let month = self.month.or(before.map(|day| day.month()));
        let Some(month) = month else {
            return Err(unreadable(text, self.at.clone(), "日期", EXAMPLES));
        };
        let on = |year: i32| NaiveDate::from_ymd_opt(year, month, self.day).filter(|_| YEARS.contains(&year));
        let impossible = |year: Option<i32>| {
            let last =
                year.and_then(|year| NaiveDate::from_ymd_opt(year, month, 1)).map(crate::calendar::week::last_of_month);
            let detail = last.map_or_else(
                || Phrase::from(""),
                |last| {
                    let zh = format!("，{}年{}月只有{}天", last.year(), last.month(), last.day());
                    Phrase::new(zh, format!(": {} has {} days", say::month(last, Language::English), last.day()))
                },
            );
            Doubt::new(&code::DATE_IMPOSSIBLE, self.at.clone()).arg("text", words).arg("detail", detail)
        };
        let day = if let Some(year) = self.year {
            on(year).ok_or_else(|| impossible(Some(year)))?
        } else if let Some(before) = before.filter(|_| self.month.is_none()) {
            on(before.year()).ok_or_else(|| impossible(Some(before.year())))?
        } else {
            let fits = |day: &NaiveDate| self.contradiction(*day).is_none();
            let (candidates, sure) = candidates(on, context, before);
            let narrowed: Vec<NaiveDate> = candidates.iter().copied().filter(fits).collect();
            match (candidates.as_slice(), narrowed.as_slice()) {
                ([], _) if sure => return Err(impossible(None)),
                ([], _) => {
                    let example = NaiveDate::from_ymd_opt(2026, month, self.day).or_else(|| on(2028));
                    let example = example.map_or(Phrase::from("2026-12-05"), |day| say::both(|l| say::date(day, l)));
                    return Err(Doubt::new(&code::DATE_NO_YEAR, self.at.clone())
                        .arg("text", words)
                        .arg("example", example));
                }
                ([day], _) | (_, [day]) => *day,
                ([first, second, ..], _) => {
                    let doubt = Doubt::new(&code::YEAR_UNCLEAR, self.at.clone()).arg("text", words);
                    return Err(doubt
                        .arg("first", say::both(|l| say::date(*first, l)))
                        .arg("second", say::both(|l| say::date(*second, l))));
                }
            }
        };
        self.contradiction(day).map_or(Ok(day), Err)
    }

    /// The start of a range that takes its year from the end: 1 December to 31 December 2026.
    pub(super) fn with_year_of(&self, end: &Self) -> Self {
        let year = match (self.year, self.month) {
            (None, Some(month)) => {
                end.year.map(|year| year - i32::from((month, self.day) > (end.month.unwrap_or(12), end.day)))
            }
            _ => self.year,
        };
        Self { year, ..self.clone() }
    }

    /// The day meant where this is the end of a range that begins at `start`: of the same year, or of the next where only
    /// that makes a range (12月28日至1月3日). A range that runs backwards is left for the caller to see.
    pub(super) fn resolve_end(&self, text: &str, context: &Context, start: NaiveDate) -> Result<NaiveDate, Doubt> {
        if self.year.is_some() || self.month.is_none() {
            return self.resolve(text, context, Some(start));
        }
        let on = |year| self.month.and_then(|month| NaiveDate::from_ymd_opt(year, month, self.day));
        let later = on(start.year() + 1).is_some_and(|day| (day - start).num_days() <= HALF_YEAR);
        let over = on(start.year()).is_some_and(|day| day < start) && later;
        let year = Some(start.year() + i32::from(over));
        Self { year, ..self.clone() }.resolve(text, context, Some(start))
    }

    /// What stands beside the date and does not fit it.
    fn contradiction(&self, day: NaiveDate) -> Option<Doubt> {
        self.beside.iter().find_map(|(beside, at)| {
            let (code, right, stated) = match beside {
                Beside::Weekday(weekday) if *weekday != day.weekday() => {
                    let name = |weekday| say::both(|l| say::weekday(weekday, l).to_owned());
                    (&code::WEEKDAY_MISMATCH, name(day.weekday()), name(*weekday))
                }
                Beside::Lunar { month, leap, day: number } => {
                    let right = lunar::lunar_day(day)?;
                    if (right.month, right.leap, right.day) == (*month, *leap, *number) {
                        return None;
                    }
                    let said = |month: u8, leap: bool, day: u8| {
                        let zh = format!("农历{}{}", lunar::month_words(month, leap), lunar::day_words(day));
                        let leap = if leap { "leap " } else { "" };
                        Phrase::new(zh, format!("day {day} of {leap}lunar month {month}"))
                    };
                    (&code::LUNAR_MISMATCH, said(right.month, right.leap, right.day), said(*month, *leap, *number))
                }
                Beside::Weekday(_) => return None,
            };
            let doubt = Doubt::new(code, at.clone()).arg("date", say::both(|l| say::date(day, l)));
            Some(doubt.arg("right", right).arg("stated", stated))
        })
    }
}

/// The days a month and day without a year may be, and whether a year was to be had at all.
fn candidates(
    on: impl Fn(i32) -> Option<NaiveDate>,
    context: &Context,
    before: Option<NaiveDate>,
) -> (Vec<NaiveDate>, bool) {
    let Some(period) = context.period else { return after(on, before.or(context.issued)) };
    // The year of an open period says little once it has run for a year, so the signature goes first.
    let signed = before.or(context.issued).filter(|_| period.last.is_none());
    let all: Vec<NaiveDate> = match signed {
        Some(_) => after(on, signed).0,
        None => {
            let first = period.first.year();
            (first..=period.last.map_or(first + 1, |last| last.year()).clamp(first, first + 10))
                .filter_map(on)
                .collect()
        }
    };
    let inside: Vec<NaiveDate> = all.iter().copied().filter(|day| period.contains(*day)).collect();
    // Outside the period it is reported as such, with the first year that comes in question.
    if inside.is_empty() { (all.into_iter().take(1).collect(), true) } else { (inside, true) }
}

/// The first such day on or after a date; of a day that has passed in that year, the one passed and the next.
fn after(on: impl Fn(i32) -> Option<NaiveDate>, from: Option<NaiveDate>) -> (Vec<NaiveDate>, bool) {
    let Some(from) = from else { return (Vec::new(), false) };
    let this = on(from.year());
    if this.is_some_and(|day| day >= from) {
        return (this.into_iter().collect(), true);
    }
    (this.into_iter().chain(on(from.year() + 1)).collect(), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_date_or_none() {
        let context = Context { issued: "2026-12-01".parse().ok(), ..Context::default() };
        assert_eq!(read("2026年12月8日", &context).value, "2026-12-08".parse().ok());
        assert_eq!(read("12月8日（星期二）", &context).value, "2026-12-08".parse().ok());
        assert_eq!(read("12月8日、9日", &context).doubts[0].code.id, "GS0301");
        assert_eq!(read("1850年1月1日", &context).doubts[0].code.id, "GS0302");
        assert_eq!(until("另行通知", &context).value, Some(Until::FurtherNotice));
        assert_eq!(until("12月31日", &context).value, "2026-12-31".parse().ok().map(Until::Day));
    }
}
