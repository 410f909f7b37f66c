//! Turns the words of 每月 into days of the month: 1日、15日; 第1个周三; 15日至20日; 农历初一、十五; 最后一天.

mod vague;

use super::date::weekday as read_weekday;
use super::fold::Folded;
use super::{Context, Doubt, Reading, WeekOfMonth, say, time, unreadable};
use crate::calendar::recurrence::readings_of_week;
use crate::diag::code::calendar as code;
use crate::model::hours::Hours;
use crate::model::recurrence::{MonthDay, Months, WeekdayKey};
use crate::model::site::Language;
use chrono::{Months as Step, NaiveDate, Weekday};
use std::ops::Range;

const EXAMPLES: &str =
    "15日；1日、15日；第1个周一；最后一个周三；第1周的周一；15日至20日；农历初一、十五；最后一天；最后一个工作日";

/// What 每月 says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Monthly {
    /// Days of the month, in the order written.
    pub days: Vec<MonthDay>,
    /// The months, when they stand in the same words (单月15日).
    pub months: Option<Months>,
    /// The hours, when they stand after the days (15日上午).
    pub hours: Option<Hours>,
}

/// Reads 每月.
pub fn read(text: &str, context: &Context) -> Reading<Monthly> {
    parse(text, context).into()
}

fn parse(text: &str, context: &Context) -> Result<Monthly, Doubt> {
    vague::refuse(text)?;
    let mut read = Folded::new(text);
    let months = prefix(&mut read);
    let (mut days, mut hours) = (Vec::new(), None);
    let wrong = |read: &Folded<'_>| unreadable(text, read.rest(), "每月", EXAMPLES);
    let mut lunar = Lunar::default();
    loop {
        while read.separator() {}
        if read.done() {
            break;
        }
        let (mark, start) = (read.mark(), read.place());
        let Some(more) = item(&mut read, text, context, &mut lunar)? else {
            // Hours after the last day are those of all.
            if let (false, Some(stated)) = (days.is_empty(), time::read_part(text, start..text.len()).value) {
                hours = Some(stated);
                break;
            }
            read.reset(mark);
            return Err(wrong(&read));
        };
        days.extend(more);
        let _ = read.eat_any(&["of every month", "of each month", "of the month", "each month", "every month"]);
    }
    if days.is_empty() {
        return Err(unreadable(text, 0..text.len(), "每月", EXAMPLES));
    }
    Ok(Monthly { days, months, hours })
}

/// 每月, 单月, 双月 and the like in front.
fn prefix(read: &mut Folded<'_>) -> Option<Months> {
    let _ = read.eat_any(&["每个月的", "每个月", "每月的", "每月", "每逢", "每", "逢", "every", "each", "the"]);
    let odd = Months::of([1, 3, 5, 7, 9, 11]);
    let quarter = |nth: u32| Months::of((0..4).map(|quarter| quarter * 3 + nth));
    let months = [
        ("季度首月", quarter(1)),
        ("季首月", quarter(1)),
        ("季度第一个月", quarter(1)),
        ("季度的第一个月", quarter(1)),
        ("季度第二个月", quarter(2)),
        ("季度中间月", quarter(2)),
        ("季度末月", quarter(3)),
        ("季末月", quarter(3)),
        ("季度最后一个月", quarter(3)),
        ("季度第三个月", quarter(3)),
        ("单月份", odd),
        ("单月", odd),
        ("单数月", odd),
        ("奇数月", odd),
        ("双月份", odd.complement()),
        ("双月", odd.complement()),
        ("双数月", odd.complement()),
        ("偶数月", odd.complement()),
    ];
    let found = read.eat_one(&months);
    let _ = read.eat("的");
    found
}

/// One day or several that share a word: 第二、第四个周二.
fn item(
    read: &mut Folded<'_>,
    text: &str,
    context: &Context,
    lunar: &mut Lunar,
) -> Result<Option<Vec<MonthDay>>, Doubt> {
    let start = read.place();
    if read.eat_any(&["农历", "阴历"]).is_some() {
        lunar.on = true;
        let _ = read.eat_any(&["每月", "逢"]);
    }
    const LAST_DAY: &[&str] = &[
        "月末最后一天",
        "月底最后一天",
        "当月最后一天",
        "最后一天",
        "最后一日",
        "最后1天",
        "最末一天",
        "末日",
        "last day",
    ];
    if read.eat_any(LAST_DAY).is_some() {
        return Ok(Some(vec![MonthDay::LastDay]));
    }
    if let Some(day) = workday(read) {
        return Ok(Some(vec![day]));
    }
    if let Some(days) = last_weekday(read, text, start)? {
        return Ok(Some(days));
    }
    let mark = read.mark();
    if let Some(day) = read_weekday(read) {
        // Thursday of week 3.
        let number = if read.eat("of") && read.eat("week") { read.number() } else { None };
        let number = number.and_then(|number| u8::try_from(number).ok()).filter(|number| (1..=6).contains(number));
        if let Some(number) = number {
            return Ok(Some(vec![MonthDay::OfWeek(number, day.into())]));
        }
        read.reset(mark);
    }
    if let Some(days) = numbered(read, text, context, start)? {
        return Ok(Some(days));
    }
    read.reset(mark);
    // 初一 and 廿三 are lunar by themselves, and so is what follows them.
    lunar.on |= matches!(read.peek(), Some('初' | '廿'));
    Ok(if lunar.on { lunar_day(read, lunar) } else { plain(read) })
}

/// 第一个工作日, 最后一个工作日, the last working day.
fn workday(read: &mut Folded<'_>) -> Option<MonthDay> {
    const WORKDAY: [&str; 6] = ["工作日", "上班日", "working day", "workday", "business day", "weekday"];
    let mark = read.mark();
    let last = ["最后一个", "最后1个", "最末一个", "倒数第一个", "倒数第1个", "末个", "last"];
    let first = ["首个", "头一个", "first"];
    let found = if read.eat_any(&last).is_some() {
        Some(MonthDay::LastWorkday)
    } else if read.eat_any(&first).is_some() {
        Some(MonthDay::Workday(1))
    } else {
        let number = if read.eat("第") { read.number() } else { None };
        let number = number.filter(|number| (1..=20).contains(number)).and_then(|number| u8::try_from(number).ok());
        number.filter(|_| read.eat("个")).map(MonthDay::Workday)
    };
    let found = found.filter(|_| read.eat_any(&WORKDAY).is_some());
    if found.is_none() {
        read.reset(mark);
    }
    found
}

/// 最后一个周三, the last Wednesday.
fn last_weekday(read: &mut Folded<'_>, text: &str, start: usize) -> Result<Option<Vec<MonthDay>>, Doubt> {
    let mark = read.mark();
    if read.eat_any(&["最后一周的", "最后一周", "最后一个星期的", "最末一周的", "last week's"]).is_some()
    {
        if let Some(day) = read_weekday(read) {
            let at = read.since(start);
            let words = text.get(at.clone()).unwrap_or(text).to_owned();
            let name = say::both(|l| short(day, l).to_owned());
            let chinese = short(day, crate::model::site::Language::Chinese);
            let doubt = Doubt::new(&code::LAST_WEEK, at).arg("text", words).arg("weekday", name);
            return Err(doubt.arg("chinese", chinese));
        }
        read.reset(mark);
    }
    if read.eat_any(&["最后一个", "最后1个", "最末一个", "倒数第一个", "倒数第1个", "末个", "last"]).is_some()
    {
        if let Some(day) = read_weekday(read) {
            return Ok(Some(vec![MonthDay::Last(day.into())]));
        }
        read.reset(mark);
    }
    Ok(None)
}

fn short(day: Weekday, language: Language) -> &'static str {
    say::weekday_short(day, language)
}

/// 第1个周三, 第二、第四个周二, third Saturday; 第1周的周一; and 第3周周四, which is asked about.
fn numbered(
    read: &mut Folded<'_>,
    text: &str,
    context: &Context,
    start: usize,
) -> Result<Option<Vec<MonthDay>>, Doubt> {
    let mut numbers = Vec::new();
    let western = [
        ("首个", 1),
        ("头一个", 1),
        ("premier", 1),
        ("erster", 1),
        ("ersten", 1),
        ("first", 1),
        ("1st", 1),
        ("second", 2),
        ("deuxième", 2),
        ("zweiter", 2),
        ("zweiten", 2),
        ("2nd", 2),
        ("third", 3),
        ("troisième", 3),
        ("dritter", 3),
        ("dritten", 3),
        ("3rd", 3),
        ("fourth", 4),
        ("4th", 4),
        ("fifth", 5),
        ("5th", 5),
    ];
    loop {
        if let Some(number) = read.eat_one(&western) {
            numbers.push(number);
        } else {
            let marked = read.eat("第");
            let Some(number) =
                read.number().filter(|number| (marked || !numbers.is_empty()) && (1..=6).contains(number))
            else {
                break;
            };
            numbers.extend(u8::try_from(number));
        }
        // 第二个、第四个周三 says 个 each time.
        let mark = read.mark();
        let again = read.eat("个") && read.separator();
        if !again {
            read.reset(mark);
            if matches!(read.peek(), Some('个' | '周' | '星')) || !read.separator() {
                break;
            }
        }
    }
    if numbers.is_empty() {
        return Ok(None);
    }
    if read.eat("个") {
        let mark = read.mark();
        // 第1个星期的星期一 counts weeks; 第1个星期一 counts Mondays.
        if read.eat_any(&["星期的", "周的"]).is_some() {
            return weeks(read, text, context, &numbers, true, start);
        }
        read.reset(mark);
        return Ok(read_weekday(read).map(|day| nth(&numbers, day)));
    }
    let mark = read.mark();
    if read.eat_any(&["周的", "星期的"]).is_some() {
        return weeks(read, text, context, &numbers, true, start);
    }
    if read.eat_any(&["周", "星期"]).is_some() {
        let inner = read.mark();
        if read_weekday(read).is_some() {
            read.reset(inner);
            return weeks(read, text, context, &numbers, false, start);
        }
    }
    read.reset(mark);
    // The English form counts weekdays; 第三周三 lacks 个 and reads as it too, but 第三周三 is also a week: it is asked about.
    if let Some(day) = read_weekday(read) {
        // 第3土曜日 counts weekdays, as Japanese has another word for weeks.
        let chinese = text.get(start..).is_some_and(|rest| rest.contains('第') && !rest.contains('曜'));
        return match context.week_of_month {
            None if chinese => Err(ask(read, text, context, &numbers, day, start)),
            Some(WeekOfMonth::Calendar) if chinese => {
                Ok(Some(numbers.iter().map(|number| MonthDay::OfWeek(*number, day.into())).collect()))
            }
            _ => Ok(Some(nth(&numbers, day))),
        };
    }
    Ok(None)
}

fn nth(numbers: &[u8], day: Weekday) -> Vec<MonthDay> {
    numbers.iter().map(|number| MonthDay::Nth(*number, day.into())).collect()
}

/// The weekday of numbered weeks. `plain` words (第1周的周一) mean the calendar week; others are asked about.
fn weeks(
    read: &mut Folded<'_>,
    text: &str,
    context: &Context,
    numbers: &[u8],
    plain: bool,
    start: usize,
) -> Result<Option<Vec<MonthDay>>, Doubt> {
    let Some(day) = read_weekday(read) else { return Ok(None) };
    match context.week_of_month {
        Some(WeekOfMonth::Counted) if !plain => Ok(Some(nth(numbers, day))),
        None if !plain => Err(ask(read, text, context, numbers, day, start)),
        _ => Ok(Some(numbers.iter().map(|number| MonthDay::OfWeek(*number, day.into())).collect())),
    }
}

/// Both readings, with their days in the first month concerned where the two differ.
fn ask(read: &Folded<'_>, text: &str, context: &Context, numbers: &[u8], day: Weekday, start: usize) -> Doubt {
    let at: Range<usize> = read.since(start);
    let words = text.get(at.clone()).unwrap_or(text).to_owned();
    let key = WeekdayKey::from(day);
    let list = |make: fn(u8, WeekdayKey) -> MonthDay, l: Language| {
        let rules: Vec<String> = numbers.iter().map(|number| say::month_rule(make(*number, key), l)).collect();
        rules.join(if l == Language::Chinese { "、" } else { ", " })
    };
    let shown = example(context, numbers, key);
    let reading = |make: fn(u8, WeekdayKey) -> MonthDay, days: Option<&Vec<NaiveDate>>| {
        say::both(|l| {
            let rule = list(make, l);
            let Some(days) = days.filter(|days| !days.is_empty()) else { return rule };
            let days: Vec<String> = days.iter().map(|day| say::date(*day, l)).collect();
            match l {
                Language::Chinese => format!("{rule}（{}）", days.join("、")),
                Language::English => format!("{rule} ({})", days.join(", ")),
            }
        })
    };
    let doubt = Doubt::new(&code::WEEK_OF_MONTH, at).arg("text", words);
    let doubt = doubt.arg("first", reading(MonthDay::Nth, shown.as_ref().map(|(nth, _)| nth)));
    let doubt = doubt.arg("second", reading(MonthDay::OfWeek, shown.as_ref().map(|(_, week)| week)));
    let write = |make| say::both(|l| list(make, l));
    doubt.arg("write_first", write(MonthDay::Nth)).arg("write_second", write(MonthDay::OfWeek))
}

/// The days of both readings in the first month from the period's (or signature's) on in which they differ.
fn example(context: &Context, numbers: &[u8], key: WeekdayKey) -> Option<(Vec<NaiveDate>, Vec<NaiveDate>)> {
    let from = context.period.map(|period| period.first).or(context.issued)?;
    (0..12).filter_map(|month| from.checked_add_months(Step::new(month))).find_map(|month| {
        let both = numbers.iter().map(|number| readings_of_week(*number, key, month, context.week_start));
        let (nth, week): (Vec<_>, Vec<_>) = both.unzip();
        let (nth, week): (Vec<_>, Vec<_>) = (nth.into_iter().flatten().collect(), week.into_iter().flatten().collect());
        (nth != week).then_some((nth, week))
    })
}

/// 15日, 8号, 15日至20日, the 15th.
fn plain(read: &mut Folded<'_>) -> Option<Vec<MonthDay>> {
    let first = day_number(read)?;
    let mark = read.mark();
    if read.dash() {
        if let Some(last) = day_number(read).filter(|last| *last > first) {
            return Some(vec![MonthDay::Window { first, last }]);
        }
        read.reset(mark);
        return None;
    }
    Some(vec![MonthDay::Day(first)])
}

fn day_number(read: &mut Folded<'_>) -> Option<u8> {
    let _ = read.eat("the");
    let number = read.number().and_then(|number| u8::try_from(number).ok()).filter(|day| (1..=31).contains(day))?;
    let _ = read.eat_any(&["日", "号", "st", "nd", "rd", "th"]);
    Some(number)
}

/// Whether the days are lunar, and how the first of them is written.
#[derive(Debug, Default)]
struct Lunar {
    on: bool,
    arabic: Option<bool>,
}

/// 初一, 十五, 廿三; or 农历1日、15日. Both in one list (农历初一、15日) are not read: the 15th may be meant.
fn lunar_day(read: &mut Folded<'_>, lunar: &mut Lunar) -> Option<Vec<MonthDay>> {
    let arabic = read.peek().is_some_and(|c| c.is_ascii_digit());
    if *lunar.arabic.get_or_insert(arabic) != arabic {
        return None;
    }
    let day = read.number().and_then(|number| u8::try_from(number).ok()).filter(|day| (1..=30).contains(day))?;
    let _ = read.eat("日");
    Some(vec![MonthDay::Lunar(day)])
}

#[cfg(test)]
mod tests;
