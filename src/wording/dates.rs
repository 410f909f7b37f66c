//! Turns the words of a list of dates into days, each with its place and its hours: 12月1~6日、12月15日 9:00-11:00.

use super::date::{Written, written};
use super::fold::{Folded, folded};
use super::{Context, Doubt, Reading, say, time, unreadable};
use crate::diag::Phrase;
use crate::diag::code::calendar as code;
use crate::model::hours::Hours;
use crate::model::recurrence::DateRange;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::Range;

/// What 日期 says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dates {
    /// Days, in the order written.
    Listed(Vec<WrittenDays>),
    /// 另行公告: not fixed yet.
    ToBeAnnounced,
}

/// One day or run of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDays {
    /// The days; one day has equal ends.
    pub days: DateRange,
    /// Hours written beside it.
    pub hours: Option<Hours>,
    /// Its bytes in the text, hours not included.
    pub at: Range<usize>,
}

const EXAMPLES: &str = "2026年12月5日、12月5日、12月1日至6日、另行公告";

/// Whether a text says that it will be announced later.
pub fn is_to_be_announced(text: &str) -> bool {
    // Most texts that are asked about are dates.
    !text.starts_with(|c: char| c.is_ascii_digit())
        && ["另行公告", "另行通知", "另行公布", "待公告", "to be announced"].contains(&folded(text).as_str())
}

/// Reads 日期.
pub fn read(text: &str, context: &Context) -> Reading<Dates> {
    if is_to_be_announced(text) {
        return Reading::sure(Dates::ToBeAnnounced);
    }
    let mut doubts = Vec::new();
    match list(text, context, &mut doubts) {
        Ok(days) if doubts.iter().all(|doubt| doubt.code.severity != crate::diag::Severity::Error) => {
            Reading { value: Some(Dates::Listed(days)), doubts }
        }
        Ok(_) => Reading { value: None, doubts },
        Err(doubt) => {
            doubts.push(doubt);
            Reading { value: None, doubts }
        }
    }
}

fn list(text: &str, context: &Context, doubts: &mut Vec<Doubt>) -> Result<Vec<WrittenDays>, Doubt> {
    let mut read = Folded::new(text);
    let mut items: Vec<WrittenDays> = Vec::new();
    let mut seen = BTreeSet::new();
    loop {
        while read.separator() {}
        if read.done() {
            break;
        }
        if let Some(end) = vague(text) {
            let doubt = Doubt::new(&code::VAGUE_DATES, 0..end).arg("text", text.trim());
            return Err(doubt.arg("example", Phrase::new("2026年12月15日", "15 December 2026")));
        }
        let first = written(&mut read)?.or_else(|| lent(&mut read));
        let Some(first) = first.or_else(|| bare_day(&mut read, &items)) else {
            return Err(unreadable(text, read.rest(), "日期", EXAMPLES));
        };
        let before = items.last().map(|item| item.days.last);
        let item = match range(&mut read, text, context, &first, before) {
            Ok((days, at)) => Some(WrittenDays { days, hours: None, at }),
            Err(doubt) => {
                doubts.push(doubt);
                None
            }
        };
        let hours = hours(&mut read, text, doubts);
        let Some(item) = item else { continue };
        // Two sittings of one day are two entries with hours; the same day twice without hours is a slip.
        if hours.is_none() && !seen.insert(item.days) {
            let doubt = Doubt::new(&code::REPEATED_DATE, item.at.clone()).arg("text", text.trim());
            doubts.push(doubt.arg("date", say::both(|l| say::date(item.days.first, l))));
        }
        items.push(WrittenDays { hours, ..item });
    }
    if items.is_empty() && doubts.is_empty() {
        return Err(unreadable(text, 0..text.len(), "日期", EXAMPLES));
    }
    Ok(items)
}

/// Where words end that name a part of a month and no day: 12月中旬, 12月底.
fn vague(text: &str) -> Option<usize> {
    let within = ["上旬", "中旬", "下旬"].iter().find_map(|word| Some(text.find(word)? + word.len()));
    let last = ["月初", "月底", "月末", "月中", "年底"].iter().any(|word| text.trim_end().ends_with(word));
    within.or(last.then_some(text.trim_end().len()))
}

/// The 8 of “8 and 15 December 2026” or of “8-15 December”: a number alone takes month and year from the next month named.
pub(super) fn lent(read: &mut Folded<'_>) -> Option<Written> {
    let (mark, start) = (read.mark(), read.place());
    let one = |read: &mut Folded<'_>| {
        let (day, _) = read.digits().filter(|(day, digits)| *digits <= 2 && (1..=31).contains(day))?;
        let _ = read.eat_any(&["st", "nd", "rd", "th", "er", "."]);
        Some(day)
    };
    let day = one(read);
    let after = read.mark();
    let at = read.since(start);
    while read.separator() || read.dash() {
        let here = read.mark();
        if let Ok(Some(Written { year, month: Some(month), at: named, .. })) = written(read)
            // Before Chinese months a number alone may be a month itself: 5、12月8日.
            && read.text().get(named).is_some_and(|words| words.contains(|c: char| c.is_ascii_alphabetic()))
        {
            read.reset(after);
            return day.map(|day| Written { year, month: Some(month), day, beside: Vec::new(), at });
        }
        read.reset(here);
        if one(read).is_none() {
            break;
        }
    }
    read.reset(mark);
    None
}

/// The 1 of 12月1、5、8日: a number alone, after a date, before another separator.
fn bare_day(read: &mut Folded<'_>, items: &[WrittenDays]) -> Option<Written> {
    items.last()?;
    let (mark, start) = (read.mark(), read.place());
    let day = read.number().filter(|day| *day <= 31);
    let next = read.peek();
    match day.filter(|_| matches!(next, None | Some('、' | ',' | '-' | '至'))) {
        Some(day) => Some(Written { year: None, month: None, day, beside: Vec::new(), at: read.since(start) }),
        None => {
            read.reset(mark);
            None
        }
    }
}

/// The end of a range that begins with `first`, if there is one.
fn range(
    read: &mut Folded<'_>,
    text: &str,
    context: &Context,
    first: &Written,
    before: Option<NaiveDate>,
) -> Result<(DateRange, Range<usize>), Doubt> {
    let mark = read.mark();
    let second = if read.dash() { tail(read, first)? } else { None };
    let Some(second) = second else {
        read.reset(mark);
        let day = first.resolve(text, context, before)?;
        return Ok((DateRange { first: day, last: day }, first.at.clone()));
    };
    let start = first.with_year_of(&second).resolve(text, context, before)?;
    let end = second.resolve_end(text, context, start)?;
    let at = first.at.start..second.at.end;
    if end < start {
        return Err(backwards(text, at, start, end));
    }
    Ok((DateRange { first: start, last: end }, at))
}

/// The second date of a range: 12月6日, 6日, 6, 12-06.
fn tail(read: &mut Folded<'_>, first: &Written) -> Result<Option<Written>, Doubt> {
    if let Some(second) = written(read)? {
        return Ok(Some(second));
    }
    let (mark, start) = (read.mark(), read.place());
    let Some((number, digits)) = read.digits().filter(|(_, digits)| *digits <= 2) else { return Ok(None) };
    let bare = |month, day, at| Some(Written { year: None, month, day, beside: Vec::new(), at });
    let middle = read.mark();
    if first.year.is_some() && read.eat("-") {
        if let Some((day, _)) = read.digits().filter(|(_, digits)| *digits <= 2) {
            return Ok(bare(Some(number), day, read.since(start)));
        }
        read.reset(middle);
    }
    if digits <= 2 && matches!(read.peek(), None | Some('、' | ',' | ';')) {
        return Ok(bare(None, number, read.since(start)));
    }
    read.reset(mark);
    Ok(None)
}

/// Ends that lie before their starts.
pub(super) fn backwards(text: &str, at: Range<usize>, first: NaiveDate, last: NaiveDate) -> Doubt {
    let words = text.get(at.clone()).unwrap_or(text).to_owned();
    let doubt = Doubt::new(&code::BACKWARDS_DATES, at).arg("text", words);
    doubt.arg("first", say::both(|l| say::date(first, l))).arg("last", say::both(|l| say::date(last, l)))
}

/// Hours that follow a date, up to the next date.
fn hours(read: &mut Folded<'_>, text: &str, doubts: &mut Vec<Doubt>) -> Option<Hours> {
    let start = read.place();
    let mut end = start;
    while !read.done() {
        let mark = read.mark();
        let stop = read.place();
        if read.separator() {
            let after = read.mark();
            let next_is_date = matches!(written(read), Ok(Some(_))) || read.done();
            read.reset(after);
            if next_is_date || end == start {
                read.reset(mark);
                break;
            }
            continue;
        }
        let _ = read.eat_if(|_| true);
        end = read.since(stop).end;
    }
    if end == start {
        return None;
    }
    let reading = time::read_part(text, start..end);
    doubts.extend(reading.doubts);
    reading.value
}

#[cfg(test)]
mod tests;
