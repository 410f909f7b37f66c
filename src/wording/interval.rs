//! Turns the words of 间隔 into a number of units: 2周, 每两个月, 10天, 隔周.

use super::fold::{Folded, folded};
use super::{Doubt, Reading, unreadable};
use crate::model::recurrence::IntervalUnit;

/// How far apart repetitions are; with 起算 it becomes a `model::recurrence::Interval`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Every {
    /// How many units, 1 to 366.
    pub every: u32,
    /// The unit.
    pub unit: IntervalUnit,
}

/// Reads 间隔.
pub fn read(text: &str) -> Reading<Every> {
    parse(text).into()
}

fn parse(text: &str) -> Result<Every, Doubt> {
    let of = |every, unit| Ok(Every { every, unit });
    match folded(text).as_str() {
        "隔周" | "每隔一周" | "双周" | "fortnightly" | "every other week" => return of(2, IntervalUnit::Week),
        "隔天" | "隔日" | "每隔一天" | "every other day" => return of(2, IntervalUnit::Day),
        "隔月" | "每隔一个月" => return of(2, IntervalUnit::Month),
        "每季度" | "一季度一次" | "季度" => return of(3, IntervalUnit::Month),
        _ => {}
    }
    let wrong = || unreadable(text, 0..text.len(), "间隔", "2周、2个月、10天");
    let mut read = Folded::new(text);
    let _ = read.eat_any(&["每", "every"]);
    let every = read.number().filter(|every| (1..=366).contains(every)).ok_or_else(wrong)?;
    let _ = read.eat("个");
    let units = [
        ("星期", IntervalUnit::Week),
        ("周", IntervalUnit::Week),
        ("weeks", IntervalUnit::Week),
        ("week", IntervalUnit::Week),
        ("月", IntervalUnit::Month),
        ("months", IntervalUnit::Month),
        ("month", IntervalUnit::Month),
        ("天", IntervalUnit::Day),
        ("日", IntervalUnit::Day),
        ("days", IntervalUnit::Day),
        ("day", IntervalUnit::Day),
    ];
    let unit = read.eat_one(&units).ok_or_else(wrong)?;
    let _ = read.eat("一次");
    if read.done() { of(every, unit) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals() {
        let table = [
            ("2周", Some((2, IntervalUnit::Week))),
            ("每两周", Some((2, IntervalUnit::Week))),
            ("2个星期", Some((2, IntervalUnit::Week))),
            ("２个月", Some((2, IntervalUnit::Month))),
            ("十天", Some((10, IntervalUnit::Day))),
            ("隔周", Some((2, IntervalUnit::Week))),
            ("every 2 weeks", Some((2, IntervalUnit::Week))),
            ("0周", None),
            ("999周", None),
            ("周", None),
            ("2", None),
            ("半个月", None),
        ];
        for (text, expected) in table {
            assert_eq!(read(text).value.map(|every| (every.every, every.unit)), expected, "{text}");
        }
    }
}
