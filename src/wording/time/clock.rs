//! Turns the words of one time of day into hour and minute, with what is said about the half of the day.

use super::super::fold::Folded;
use crate::diag::code::calendar as code;
use crate::model::hours::{Clock, DayPart};
use crate::wording::Doubt;
use std::ops::Range;

/// A word that says which part of the day an hour is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// 凌晨.
    Night,
    /// 上午, 早上.
    Morning,
    /// 中午.
    Noon,
    /// 下午.
    Afternoon,
    /// 晚上.
    Evening,
    /// am: 12am is midnight.
    Am,
    /// pm: 12pm is noon.
    Pm,
}

impl Half {
    /// The part of the day it stands for when no hours follow.
    pub(super) fn part(self) -> Option<DayPart> {
        match self {
            Self::Morning => Some(DayPart::Morning),
            Self::Afternoon => Some(DayPart::Afternoon),
            Self::Evening => Some(DayPart::Evening),
            Self::Night | Self::Noon | Self::Am | Self::Pm => None,
        }
    }

    /// Whether it also covers the end of a span that has no word of its own.
    pub(super) fn lends(self) -> bool {
        self != Self::Noon
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Night => "凌晨",
            Self::Morning => "上午",
            Self::Noon => "中午",
            Self::Afternoon => "下午",
            Self::Evening => "晚上",
            Self::Am => "am",
            Self::Pm => "pm",
        }
    }
}

/// Reads a word for a part of the day.
pub(super) fn half(read: &mut Folded<'_>) -> Option<Half> {
    read.eat_one(&[
        ("上午", Half::Morning),
        ("早上", Half::Morning),
        ("早晨", Half::Morning),
        ("清晨", Half::Morning),
        ("午前", Half::Morning),
        ("morning", Half::Morning),
        ("凌晨", Half::Night),
        ("中午", Half::Noon),
        ("正午", Half::Noon),
        ("下午", Half::Afternoon),
        ("午后", Half::Afternoon),
        ("afternoon", Half::Afternoon),
        ("傍晚", Half::Evening),
        ("晚上", Half::Evening),
        ("晚间", Half::Evening),
        ("夜间", Half::Evening),
        ("晚", Half::Evening),
        ("早", Half::Morning),
        ("evening", Half::Evening),
    ])
}

/// A time of day as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raw {
    pub(super) hour: u16,
    pub(super) minute: u16,
    pub(super) half: Option<Half>,
    /// am or pm stood after it.
    pub(super) suffixed: bool,
    /// It can only be one time of day: noon, midnight, 0830, or after 12.
    pub(super) fixed: bool,
    /// A number alone, without minutes, 点 or the like.
    pub(super) bare: bool,
    pub(super) range: Range<usize>,
}

impl Raw {
    /// The time of day under a word; `None` when hour and word contradict each other.
    pub(super) fn at(&self, half: Option<Half>) -> Option<Clock> {
        let hour = match (half, self.hour) {
            (None, hour) => hour,
            (Some(Half::Night | Half::Am), 12) => 0,
            (Some(Half::Night), hour @ 0..=6) => hour,
            (Some(Half::Morning), hour @ 0..=12) => hour,
            (Some(Half::Am), hour @ 0..=11) => hour,
            (Some(Half::Noon), hour @ 11..=14) => hour,
            (Some(Half::Noon), hour @ 1..=2) => hour + 12,
            (Some(Half::Afternoon | Half::Pm), hour @ 12..=23) => hour,
            (Some(Half::Afternoon), hour @ 1..=8) => hour + 12,
            (Some(Half::Pm), hour @ 1..=11) => hour + 12,
            (Some(Half::Evening), hour @ 5..=11) => hour + 12,
            (Some(Half::Evening), 12) => 24,
            (Some(Half::Evening), hour @ 17..=24) => hour,
            _ => return None,
        };
        Clock::new(hour, self.minute)
    }

    /// Whether nobody would take the hour for the morning without being told: 1 to 6 o'clock.
    pub(super) fn doubtful(&self) -> bool {
        !self.fixed && (1..=6).contains(&self.hour)
    }
}

/// Reads a time of day, if one stands here.
pub(super) fn raw(read: &mut Folded<'_>, half: Option<Half>) -> Result<Option<Raw>, Doubt> {
    let (mark, start) = (read.mark(), read.place());
    let mut found = Raw { hour: 12, minute: 0, half, suffixed: false, fixed: true, bare: false, range: 0..0 };
    if read.eat_any(&["midday", "noon", "midi", "mittag"]).is_some() {
        return Ok(Some(Raw { range: read.since(start), ..found }));
    }
    if read.eat_any(&["midnight", "minuit", "午夜"]).is_some() {
        return Ok(Some(Raw { hour: 24, range: read.since(start), ..found }));
    }
    let (hour, digits) = match read.digits() {
        Some(found) => found,
        None => match read.number() {
            Some(number) if matches!(read.peek(), Some('点' | '时')) => (number, 2),
            _ => {
                read.reset(mark);
                return Ok(if half == Some(Half::Noon) { Some(Raw { range: start..start, ..found }) } else { None });
            }
        },
    };
    let (hour, mut minute, military) = if digits == 4 { (hour / 100, hour % 100, true) } else { (hour, 0, false) };
    found.fixed = military || hour > 12 || hour == 0;
    found.bare = !military;
    if !military && let Some(minutes) = minutes(read) {
        minute = minutes;
        found.bare = false;
    }
    let _ = read.eat_any(&["uhr", "hrs", "o'clock"]).map(|_| found.bare = false);
    let suffix = [("a.m.", Half::Am), ("am", Half::Am), ("p.m.", Half::Pm), ("pm", Half::Pm), ("noon", Half::Pm)];
    if let Some(suffix) = read.eat_one(&suffix) {
        (found.half, found.suffixed, found.bare) = (Some(suffix), true, false);
    }
    found.range = read.since(start);
    let impossible = || {
        let words = read.text().get(found.range.clone()).unwrap_or("");
        Doubt::new(&code::TIME_IMPOSSIBLE, found.range.clone()).arg("text", words)
    };
    let clock = u16::try_from(hour).ok().zip(u16::try_from(minute).ok());
    let (hour, minute) = clock.filter(|(h, m)| Clock::new(*h, *m).is_some()).ok_or_else(impossible)?;
    Ok(Some(Raw { hour, minute, ..found }))
}

/// What follows the hour: :30, .30, 点30分, 点半, 时, h30. `None` when nothing of the kind does.
fn minutes(read: &mut Folded<'_>) -> Option<u32> {
    let mark = read.mark();
    for separator in [":", "."] {
        if read.eat(separator) {
            let found = read.digits().filter(|(_, digits)| *digits == 2);
            if let Some((minute, _)) = found {
                // 14:30点, 12:00时, 11:30分: the word is one too many and changes nothing.
                let _ = read.eat_any(&["点", "时", "分", "h"]);
                return Some(minute);
            }
            read.reset(mark);
        }
    }
    if read.eat_any(&["点钟", "点整", "时整", "点", "时", "heures", "heure"]).is_none() && !letter_h(read) {
        return None;
    }
    if let Some(minute) = read.eat_one(&[("半", 30), ("一刻", 15), ("三刻", 45), ("整", 0), ("钟", 0)]) {
        return Some(minute);
    }
    let after = read.mark();
    match read.number() {
        Some(minute) => {
            let _ = read.eat_any(&["分钟", "分"]);
            Some(minute)
        }
        None => {
            read.reset(after);
            Some(0)
        }
    }
}

/// The h of 10h and 10h30, which a digit may follow.
fn letter_h(read: &mut Folded<'_>) -> bool {
    let mark = read.mark();
    if read.eat_if(|c| c == 'h').is_some() && read.peek().is_none_or(|c| !c.is_ascii_alphabetic() || c == 'à') {
        return true;
    }
    read.reset(mark);
    false
}
