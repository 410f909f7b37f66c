//! Turns the words of a time of day into hours: 上午9:00-11:30，下午2:30-5:30; 半天; 10am to midday.
//!
//! Afternoon is taken from the words only, never from what is usual.

mod clock;

use super::fold::Folded;
use super::{Doubt, Reading, say, unreadable};
use crate::diag::code::calendar as code;
use crate::diag::{Lang, Phrase};
use crate::model::hours::{Clock, ClockSpan, DayPart, Hours};
use crate::model::site::{Language, TimeStyle};
use clock::{Half, Raw, half, raw};
use std::ops::Range;

const EXAMPLES: &str = "9:00–11:30；下午2:30–5:30；9:00–11:30，14:30–17:30；上午；全天";

/// Reads 时间.
pub fn read(text: &str) -> Reading<Hours> {
    read_part(text, 0..text.len())
}

/// Reads the part of a text that holds a time.
pub(super) fn read_part(text: &str, range: Range<usize>) -> Reading<Hours> {
    let mut doubts = Vec::new();
    match hours(text, &range, &mut doubts) {
        Ok(value) => Reading { value: Some(value), doubts },
        Err(doubt) => {
            doubts.push(doubt);
            Reading { value: None, doubts }
        }
    }
}

/// One piece of a time between separators.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Span(ClockSpan),
    From(Clock),
    Part(DayPart),
    /// 随时: no hours at all.
    AnyTime,
}

fn hours(text: &str, range: &Range<usize>, doubts: &mut Vec<Doubt>) -> Result<Hours, Doubt> {
    let mut read = Folded::new(text).part(range);
    let mut pieces: Vec<(Piece, Range<usize>)> = Vec::new();
    not_a_day(text, range)?;
    if let Some((outer, inner)) = with_break(text, range) {
        let (open, shut) = (hours(text, &outer, doubts)?, hours(text, &inner, doubts)?);
        return without(&open, &shut).ok_or_else(|| unreadable(text, range.clone(), "时间", EXAMPLES));
    }
    let _ = read.eat_any(&["每天", "每日", "每次", "时间:"]);
    loop {
        while read.separator() {}
        if read.done() {
            break;
        }
        let start = read.place();
        let wrong = |read: &Folded<'_>| unreadable(text, read.rest().start..range.end, "时间", EXAMPLES);
        let piece = piece(&mut read)?.ok_or_else(|| wrong(&read))?;
        pieces.push((piece, read.since(start)));
    }
    combine(text, range, &pieces, doubts)
}

/// 9:00-17:00（12:00-14:00休息）: the bytes of the hours and those of the break.
fn with_break(text: &str, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let words = text.get(range.clone())?;
    let open = words.find(['(', '（', '，', ','])?;
    let (outer, inner) = words.split_at(open);
    let lead = inner.chars().next()?.len_utf8();
    let inner = inner[lead..].trim_end_matches([')', '）']);
    let rest = ["休息", "午休", "除外", "closed"].iter().find_map(|word| inner.trim().strip_suffix(word));
    let rest = rest.or_else(|| inner.trim().strip_prefix("午休"))?;
    let rest =
        ["其中", "中午", "午间"].iter().fold(rest.trim(), |rest, word| rest.strip_prefix(word).unwrap_or(rest)).trim();
    if rest.is_empty() || outer.trim().is_empty() {
        return None;
    }
    let at = range.start + open + words[open..].find(rest)?;
    Some((range.start..range.start + outer.len(), at..at + rest.len()))
}

/// Hours without a break that lies within one of their spans.
fn without(open: &Hours, shut: &Hours) -> Option<Hours> {
    let (Hours::Spans(open), Hours::Spans(shut)) = (open, shut) else { return None };
    let [pause] = shut.as_slice() else { return None };
    let within = |span: &ClockSpan| span.from() < pause.from() && pause.to() < span.to();
    open.iter().any(within).then(|| {
        let parts = open.iter().flat_map(|span| match within(span) {
            true => vec![ClockSpan::new(span.from(), pause.from()), ClockSpan::new(pause.to(), span.to())],
            false => vec![Some(*span)],
        });
        Hours::Spans(parts.flatten().collect())
    })
}

/// Words of days or seasons, which belong to other keys.
fn not_a_day(text: &str, range: &Range<usize>) -> Result<(), Doubt> {
    let words = text.get(range.clone()).unwrap_or("");
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let advice = if has(&["夏季", "冬季", "夏令", "冬令", "春季", "秋季", "夏天", "冬天"]) || has_month(words)
    {
        Phrase::new(
            "不同月份时间不同的，写成两条安排，各写“月份”和“时间”，如“月份: 5月至9月, 时间: 15:00–17:00”",
            "where hours differ by season, write two entries, each with months and time, such as `months: May to September, time: 15:00–17:00`",
        )
    } else if has(&["周一", "周二", "周三", "周四", "周五", "周六", "周日", "星期", "礼拜"]) {
        Phrase::new(
            "星期几写在“每周”里，这里只写钟点；各天时间不同的，写“每周: {周一: 9:00–11:30, 周三: 14:30–17:00}”",
            "name weekdays under weekly and only hours here; where they differ write `weekly: {Monday: 9:00–11:30, Wednesday: 14:30–17:00}`",
        )
    } else if has(&["工作日", "上班日"]) {
        Phrase::new(
            "每个工作日都接待的，写“每天: 工作日”，这里只写钟点，如“9:00–11:30”",
            "for every workday write `daily: workdays` and only hours here, such as 9:00–11:30",
        )
    } else if has(&["节假日", "周末", "双休", "公休", "假日"]) {
        Phrase::new(
            "放假和周末怎么办，写在“遇节假日”“遇周末”里，如“遇节假日: 取消”，这里只写钟点",
            "say under on_holiday and on_weekend what happens on days off, such as `on_holiday: cancel`, and only hours here",
        )
    } else {
        return Ok(());
    };
    Err(Doubt::new(&code::TIME_WITH_DAYS, range.clone()).arg("text", words.trim()).arg("advice", advice))
}

/// Whether words name a month: 5月.
fn has_month(words: &str) -> bool {
    words
        .match_indices('月')
        .any(|(at, _)| words[..at].ends_with(|c: char| c.is_numeric() || "一二三四五六七八九十".contains(c)))
}

fn piece(read: &mut Folded<'_>) -> Result<Option<Piece>, Doubt> {
    const WHOLE: &[(&str, Piece)] = &[
        ("全天候", Piece::Part(DayPart::AnyTime)),
        ("全天24小时", Piece::Part(DayPart::RoundTheClock)),
        ("上、下午", Piece::Part(DayPart::WholeDay)),
        ("上下午", Piece::Part(DayPart::WholeDay)),
        ("24小时", Piece::Part(DayPart::RoundTheClock)),
        ("二十四小时", Piece::Part(DayPart::RoundTheClock)),
        ("24 hours", Piece::Part(DayPart::RoundTheClock)),
        ("round the clock", Piece::Part(DayPart::RoundTheClock)),
        ("随时随地", Piece::AnyTime),
        ("随时", Piece::AnyTime),
        ("全天", Piece::Part(DayPart::WholeDay)),
        ("整天", Piece::Part(DayPart::WholeDay)),
        ("all day", Piece::Part(DayPart::WholeDay)),
        ("半天", Piece::Part(DayPart::HalfDay)),
        ("半日", Piece::Part(DayPart::HalfDay)),
        ("half a day", Piece::Part(DayPart::HalfDay)),
        ("half day", Piece::Part(DayPart::HalfDay)),
    ];
    if let Some((_, whole)) = WHOLE.iter().find(|(word, _)| read.eat(word)) {
        return Ok(Some(whole.clone()));
    }
    let start = read.place();
    let mark = read.mark();
    let _ = read.eat_any(&["from", "between", "de", "von", "ab", "自", "从"]);
    let word = half(read);
    // 上午（9:00-11:30）: the brackets say nothing.
    let opened = word.is_some() && read.eat("(");
    // 上午：9:00-11:30: nor does the colon.
    let _ = word.is_some() && read.eat(":");
    let Some(first) = raw(read, word)? else {
        if let Some(part) = word.filter(|_| !opened).and_then(Half::part) {
            return Ok(Some(Piece::Part(part)));
        }
        read.reset(mark);
        return Ok(None);
    };
    let middle = read.mark();
    if read.dash() || read.eat("and") {
        let word = half(read);
        if let Some(last) = raw(read, word)? {
            let _ = read.eat_any(&["止", "结束", "まで"]);
            if opened && !read.eat(")") {
                return Ok(None);
            }
            return span(read, first, last, start).map(|span| Some(Piece::Span(span)));
        }
        read.reset(middle);
        return Ok(None);
    }
    let _ = read.eat_any(&["开始", "起", "以后"]);
    if first.bare || (opened && !read.eat(")")) {
        read.reset(mark);
        return Ok(None);
    }
    lone(read, first, start).map(|clock| Some(Piece::From(clock)))
}

/// What a clerk may write for a clock or span so that it reads one way.
fn written(from: Clock, to: Clock) -> Phrase {
    match ClockSpan::new(from, to) {
        Some(span) => say::both(|l| say::span(span, TimeStyle::TwelveHour, l)),
        None => format!("{}–{}", plain(from), plain(to)).into(),
    }
}

fn plain(clock: Clock) -> String {
    say::clock(clock, TimeStyle::TwentyFourHour, Language::Chinese)
}

/// A start without an end.
fn lone(read: &Folded<'_>, first: Raw, start: usize) -> Result<Clock, Doubt> {
    let at = read.since(start);
    let clock = first.at(first.half).ok_or_else(|| contradiction(read, &first))?;
    if first.half.is_none()
        && first.doubtful()
        && let Some(later) = Clock::new(clock.hour() + 12, clock.minute())
    {
        let words = read.text().get(at.clone()).unwrap_or("");
        let said = |clock| say::clock(clock, TimeStyle::TwelveHour, Language::Chinese);
        let doubt = Doubt::new(&code::HALF_UNSTATED, at).arg("text", words.trim());
        let doubt = doubt.arg("first", plain(clock)).arg("second", plain(later));
        return Err(doubt.arg("write_first", said(clock)).arg("write_second", said(later)));
    }
    Ok(clock)
}

fn contradiction(read: &Folded<'_>, raw: &Raw) -> Doubt {
    let word = raw.half.map_or("", Half::word);
    let doubt = Doubt::new(&code::TIME_CONTRADICTION, raw.range.clone());
    let text = read.text().get(raw.range.clone()).unwrap_or("");
    doubt.arg("text", text).arg("word", word).arg("other", format!("{}:{:02}", raw.hour, raw.minute))
}

fn span(read: &Folded<'_>, mut first: Raw, mut last: Raw, start: usize) -> Result<ClockSpan, Doubt> {
    let at = read.since(start);
    let words = read.text().get(at.clone()).unwrap_or("").trim().to_owned();
    if first.bare && last.bare && first.half.is_none() && last.half.is_none() {
        return Err(unreadable(read.text(), at, "时间", EXAMPLES));
    }
    // A word before the first hour covers the second: 下午2:30-5:30. In English it stands after the second: 9-11am.
    let lends = |half: Option<Half>| half.filter(|half| half.lends());
    if last.half.is_none() && !last.fixed {
        last.half = lends(first.half).filter(|half| last.at(Some(*half)).is_some());
    }
    if first.half.is_none() && !first.fixed && last.suffixed {
        let reading = |half| first.at(Some(half)).zip(last.at(last.half)).is_some_and(|(from, to)| from < to);
        first.half = [last.half, Some(Half::Am), Some(Half::Pm)].into_iter().flatten().find(|half| reading(*half));
    }
    let from = first.at(first.half).ok_or_else(|| contradiction(read, &first))?;
    let to = last.at(last.half).ok_or_else(|| contradiction(read, &last))?;
    let unmarked = |raw: &Raw| raw.half.is_none() && raw.doubtful();
    let later = |clock: Clock, raw: &Raw| {
        if unmarked(raw) { Clock::new(clock.hour() + 12, clock.minute()).unwrap_or(clock) } else { clock }
    };
    if unmarked(&first) {
        let (second_from, second_to) = (later(from, &first), later(to, &last));
        let second_to =
            if second_to <= second_from { Clock::new(to.hour() + 12, to.minute()).unwrap_or(to) } else { second_to };
        let doubt = Doubt::new(&code::HALF_UNSTATED, at).arg("text", words);
        let doubt = doubt.arg("first", format!("{}–{}", plain(from), plain(to)));
        let doubt = doubt.arg("second", format!("{}–{}", plain(second_from), plain(second_to)));
        return Err(doubt.arg("write_first", written(from, to)).arg("write_second", written(second_from, second_to)));
    }
    ClockSpan::new(from, to).ok_or_else(|| {
        let afternoon = Clock::new(to.hour() + 12, to.minute())
            .filter(|later| last.half.is_none() && to.hour() < 12 && from < *later);
        let swapped = ClockSpan::new(to, from);
        let advice = match (afternoon, swapped) {
            (Some(later), _) => {
                let line = written(from, later);
                let end = say::clock(later, TimeStyle::TwelveHour, Language::Chinese);
                let (zh, en) = (line.get(Lang::Zh), line.get(Lang::En));
                Phrase::new(
                    format!("如果到{end}，写“{zh}”；前后写颠倒了，就换过来"),
                    format!("if it ends later in the day write “{en}”; if the two are swapped, turn them round"),
                )
            }
            (None, Some(swapped)) => {
                let line = |l| say::span(swapped, TimeStyle::TwelveHour, l);
                let (zh, en) = (line(Language::Chinese), line(Language::English));
                Phrase::new(format!("先写开始，后写结束，如“{zh}”"), format!("write the start first, as in “{en}”"))
            }
            (None, None) => Phrase::new("写明几点开始、几点结束", "write when it starts and when it ends"),
        };
        let doubt = Doubt::new(&code::BACKWARDS_TIME, at.clone()).arg("text", words.clone());
        doubt.arg("first", plain(from)).arg("last", plain(to)).arg("advice", advice)
    })
}

fn combine(
    text: &str,
    range: &Range<usize>,
    pieces: &[(Piece, Range<usize>)],
    doubts: &mut Vec<Doubt>,
) -> Result<Hours, Doubt> {
    let wrong = || unreadable(text, range.clone(), "时间", EXAMPLES);
    let words = |at: &Range<usize>| text.get(at.clone()).unwrap_or("").trim().to_owned();
    let is_clock = |piece: &Piece| matches!(piece, Piece::Span(_) | Piece::From(_));
    let endless = pieces
        .iter()
        .find(|(p, _)| matches!(p, Piece::AnyTime | Piece::Part(DayPart::AnyTime | DayPart::RoundTheClock)));
    if let (Some((_, at)), Some((_, other))) = (endless, pieces.iter().find(|(piece, _)| is_clock(piece))) {
        let doubt = Doubt::new(&code::TIME_CONTRADICTION, range.clone()).arg("text", words(range));
        return Err(doubt.arg("word", words(at)).arg("other", words(other)));
    }
    match pieces {
        [] => return Err(wrong()),
        [(Piece::AnyTime, _)] => return Ok(Hours::Part(DayPart::AnyTime)),
        [(Piece::Part(part), at)] => {
            if *part == DayPart::HalfDay {
                doubts.push(Doubt::new(&code::WHICH_HALF, at.clone()).arg("text", words(at)));
            }
            return Ok(Hours::Part(*part));
        }
        [(Piece::From(clock), _)] => return Ok(Hours::From(*clock)),
        [(Piece::Part(DayPart::Morning), _), (Piece::Part(DayPart::Afternoon), _)] => {
            return Ok(Hours::Part(DayPart::WholeDay));
        }
        _ => {}
    }
    // 全天 may stand before the hours it sums up.
    let rest = match pieces {
        [(Piece::Part(DayPart::WholeDay), _), rest @ ..] => rest,
        all => all,
    };
    let mut spans: Vec<(ClockSpan, &Range<usize>)> = Vec::new();
    for (piece, at) in rest {
        let Piece::Span(span) = piece else { return Err(wrong()) };
        if let Some((_, before)) = spans.last().filter(|(before, _)| span.from() < before.to()) {
            let doubt = Doubt::new(&code::OVERLAPPING_TIME, range.clone()).arg("text", words(range));
            return Err(doubt.arg("first", words(before)).arg("second", words(at)));
        }
        spans.push((*span, at));
    }
    Ok(Hours::Spans(spans.into_iter().map(|(span, _)| span).collect()))
}

#[cfg(test)]
mod tests;
