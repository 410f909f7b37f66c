//! Turns the words of 月份 into months: 单月, 3、6、9月, 除8月, 10月至5月.

use super::date::western_month;
use super::fold::{Folded, folded};
use super::{Doubt, Reading, unreadable};
use crate::model::recurrence::Months;

const EXAMPLES: &str = "单月；双月；3、6、9月；10月至5月；除8月";

/// Reads 月份.
pub fn read(text: &str) -> Reading<Months> {
    parse(text).into()
}

fn parse(text: &str) -> Result<Months, Doubt> {
    let odd = Months::of([1, 3, 5, 7, 9, 11]);
    match folded(text).as_str() {
        "单月" | "单月份" | "奇数月" | "odd" | "odd months" => return Ok(odd),
        "双月" | "双月份" | "偶数月" | "even" | "even months" => return Ok(odd.complement()),
        "每月" | "每个月" | "全年" | "every month" | "all" => return Ok(Months::ALL),
        "每季度第一个月" | "每季度首月" => return Ok(Months::of([1, 4, 7, 10])),
        "每季度最后一个月" | "每季度末月" => return Ok(Months::of([3, 6, 9, 12])),
        "上半年" => return Ok(Months::of(1..=6)),
        "下半年" => return Ok(Months::of(7..=12)),
        _ => {}
    }
    let wrong = || unreadable(text, 0..text.len(), "月份", EXAMPLES);
    let mut read = Folded::new(text);
    let except = read.eat_any(&["除了", "除", "except"]).is_some();
    let mut months: Vec<u32> = Vec::new();
    loop {
        while read.separator() {}
        let _ = read.eat_any(&["外", "以外", "之外"]);
        if read.done() {
            break;
        }
        let first = one(&mut read).ok_or_else(wrong)?;
        months.push(first);
        if read.dash() {
            let last = one(&mut read).ok_or_else(wrong)?;
            let next = |month: &u32| (*month != last).then(|| month % 12 + 1);
            months.extend(std::iter::successors(Some(first), next));
        }
    }
    if months.is_empty() {
        return Err(wrong());
    }
    let set = Months::of(months);
    Ok(if except { set.complement() } else { set })
}

/// 3月, 3, 三月, March. 次年 before a month changes nothing here.
fn one(read: &mut Folded<'_>) -> Option<u32> {
    let _ = read.eat_any(&["次年", "翌年"]);
    if let Some(month) = western_month(read) {
        return Some(month);
    }
    let month = read.number().filter(|month| (1..=12).contains(month))?;
    let _ = read.eat_any(&["月份", "月"]);
    Some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_accepted() {
        let of = |months: &[u32]| Months::of(months.iter().copied());
        let table: &[(&str, Months)] = &[
            ("单月", of(&[1, 3, 5, 7, 9, 11])),
            ("双月", of(&[2, 4, 6, 8, 10, 12])),
            ("3、6、9月", of(&[3, 6, 9])),
            ("３，６，９月", of(&[3, 6, 9])),
            ("除8月", of(&[1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12])),
            ("除7月、8月外", of(&[1, 2, 3, 4, 5, 6, 9, 10, 11, 12])),
            ("10月至5月", of(&[10, 11, 12, 1, 2, 3, 4, 5])),
            ("6月到9月", of(&[6, 7, 8, 9])),
            ("10月至次年5月", of(&[10, 11, 12, 1, 2, 3, 4, 5])),
            ("三月、十二月", of(&[3, 12])),
            ("except August", of(&[1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12])),
            ("12月", of(&[12])),
        ];
        for (text, months) in table {
            assert_eq!(read(text).value, Some(*months), "{text}");
        }
        for text in ["", "13月", "0月", "春季", "3月至", "、"] {
            assert_eq!(read(text).value, None, "{text}");
        }
    }
}
