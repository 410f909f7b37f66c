//! Turns the words of 集日 into market days: 农历逢三、六、九; 公历5和10; 16、27; 赶辰戌; 单日; 天天; 未知.

use super::date::weekday;
use super::fold::{Folded, folded};
use super::{Doubt, Reading, numeral, unreadable};
use crate::calendar::lunar::BRANCHES;
use crate::diag::code::calendar as code;
use crate::model::recurrence::{MarketDays, Weekdays};

const EXAMPLES: &str = "农历三、六、九；公历逢5、10；周二、周六；辰、戌日；单日；天天；未知";

/// Reads 集日.
pub fn read(text: &str) -> Reading<MarketDays> {
    parse(text).into()
}

fn parse(text: &str) -> Result<MarketDays, Doubt> {
    match folded(text).as_str() {
        "单日" | "单号" | "公历单日" | "逢单日" | "逢单" => return Ok(MarketDays::OddDays),
        "双日" | "双号" | "公历双日" | "逢双日" | "逢双" => return Ok(MarketDays::EvenDays),
        "天天" | "每天" | "每日" | "daily" => return Ok(MarketDays::Daily),
        "未知" | "不详" | "unknown" => return Ok(MarketDays::Unknown),
        _ => {}
    }
    let wrong = || unreadable(text, 0..text.len(), "集日", EXAMPLES);
    let mut read = Folded::new(text);
    let _ = read.eat("每逢");
    let lunar = read.eat_any(&["农历", "阴历", "旧历"]).is_some();
    let solar = !lunar && read.eat_any(&["公历", "阳历", "新历"]).is_some();
    let _ = read.eat_any(&["每月", "每旬"]);
    let _ = read.eat_any(&["尾数", "逢", "赶"]);
    if !lunar && !solar {
        if let Some(days) = weekdays(text) {
            return Ok(MarketDays::Weekly(days));
        }
        if let Some(branches) = branches(&folded(text)) {
            return Ok(MarketDays::Branches(branches));
        }
        if let Some(doubt) = as_date(text) {
            return Err(doubt);
        }
    }
    let (digits, paired) = digits(&mut read).ok_or_else(wrong)?;
    if lunar {
        return Ok(MarketDays::LunarDigits(digits));
    }
    // 16、27: two digits written as one number are the pairs of the solar calendar (1和6, 2和7).
    if solar || paired {
        return Ok(MarketDays::SolarDigits(digits));
    }
    let chinese: Vec<&str> = digits.iter().map(|digit| CHINESE[usize::from(*digit)]).collect();
    let arabic: Vec<String> =
        digits.iter().map(|digit| if *digit == 0 { "10".into() } else { digit.to_string() }).collect();
    let doubt = Doubt::new(&code::MARKET_WHICH_CALENDAR, 0..text.len()).arg("text", text.trim());
    Err(doubt.arg("lunar", chinese.join("、")).arg("solar", arabic.join("、")))
}

const CHINESE: [&str; 10] = ["十", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// 星期二、星期六; 周三.
fn weekdays(text: &str) -> Option<Weekdays> {
    let mut read = Folded::new(text);
    let _ = read.eat_any(&["每", "逢", "赶"]);
    let mut days = vec![weekday(&mut read)?];
    while !read.done() {
        while read.separator() {}
        let bare = |read: &mut Folded<'_>| {
            read.eat_if(|c| super::date::chinese_weekday(c).is_some()).and_then(super::date::chinese_weekday)
        };
        let next = weekday(&mut read).or_else(|| bare(&mut read))?;
        days.push(next);
    }
    Some(Weekdays::of(days))
}

/// 赶辰戌, 辰、戌日, 赶子辰申日 (every 4 days), 空三赶四赶丑巳酉, with the animals in brackets after it.
fn branches(words: &str) -> Option<Vec<u8>> {
    let words = words.split(['[', '(', '〔']).next().unwrap_or(words);
    let words = words.strip_prefix("空三赶四").unwrap_or(words).trim_end_matches("日");
    let words = words.strip_prefix("逢").or_else(|| words.strip_prefix("赶")).unwrap_or(words);
    let mut found: Vec<u8> = Vec::new();
    for c in words.chars().filter(|c| !matches!(c, '、' | ',' | '和' | '日' | '逢' | '赶')) {
        let at = BRANCHES.iter().position(|branch| *branch == c)?;
        found.extend(u8::try_from(at));
    }
    found.sort_unstable();
    found.dedup();
    (!found.is_empty()).then_some(found)
}

/// 1月6日 made by a spreadsheet out of 1、6.
fn as_date(text: &str) -> Option<Doubt> {
    let mut read = Folded::new(text);
    let _ = read.eat_any(&["逢", "赶"]);
    // 2026-01-06 is what a spreadsheet may make of 1-6.
    let mark = read.mark();
    if read.digits().is_none_or(|(_, digits)| digits != 4) || read.eat_any(&["-", "/", ".", "年"]).is_none() {
        read.reset(mark);
    }
    let dated = read.mark() != mark;
    let first = read.number().filter(|_| read.eat("月") || (dated && read.eat_any(&["-", "/", "."]).is_some()))?;
    let second = read.number().filter(|_| read.eat_any(&["日", "号"]).is_some() || dated)?;
    if !read.done() {
        return None;
    }
    let digit = |number: u32| usize::try_from(number % 10).ok().and_then(|at| CHINESE.get(at)).copied().unwrap_or("");
    let doubt = Doubt::new(&code::MARKET_AS_DATE, 0..text.len()).arg("text", text.trim());
    let doubt = doubt.arg("digits", format!("{first}、{second}"));
    Some(doubt.arg("lunar", format!("{}、{}", digit(first), digit(second))))
}

/// Last digits, and whether two were written as one number (16 for 1 and 6).
fn digits(read: &mut Folded<'_>) -> Option<(Vec<u8>, bool)> {
    let (mut found, mut paired) = (Vec::new(), false);
    while !read.done() {
        while read.separator() || read.eat("逢") {}
        if read.eat_any(&["日", "号", "尾数"]).is_some() {
            continue;
        }
        if let Some((number, count)) = read.digits() {
            match (number, count) {
                (10, 2) => found.push(0),
                (0..=9, 1) => found.push(number),
                // 49 is 4 and 9; 50 is 5 and 10.
                (12..=98, 2) => {
                    found.extend([number / 10, number % 10]);
                    paired = true;
                }
                _ => return None,
            }
        } else {
            // 一四七 may be written without separators; 十 is 10.
            let digit = |c| if c == '十' { Some(0) } else { numeral::digit(c) };
            found.push(read.eat_if(|c| digit(c).is_some()).and_then(digit)?);
        }
    }
    let mut found: Vec<u8> = found.into_iter().filter_map(|digit| u8::try_from(digit).ok()).collect();
    // In the order of a ten-day span, 10 last.
    found.sort_unstable_by_key(|digit| (*digit + 9) % 10);
    found.dedup();
    (!found.is_empty()).then_some((found, paired))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday::{Fri, Sat, Tue, Wed};

    #[test]
    fn accepted() {
        let lunar = |digits: &[u8]| MarketDays::LunarDigits(digits.to_vec());
        let solar = |digits: &[u8]| MarketDays::SolarDigits(digits.to_vec());
        let branch = |branches: &[u8]| MarketDays::Branches(branches.to_vec());
        let table = [
            ("农历逢二、五、十", lunar(&[2, 5, 0])),
            ("每逢农历三、六、九", lunar(&[3, 6, 9])),
            ("农历逢 一、四、七", lunar(&[1, 4, 7])),
            ("农历三、六、九", lunar(&[3, 6, 9])),
            ("农历三六九", lunar(&[3, 6, 9])),
            ("農曆逢五、十", lunar(&[5, 0])),
            ("公历5和10", solar(&[5, 0])),
            ("公历逢5、10", solar(&[5, 0])),
            ("16", solar(&[1, 6])),
            ("16、27", solar(&[1, 2, 6, 7])),
            ("50", solar(&[5, 0])),
            ("星期三", MarketDays::Weekly(Weekdays::of([Wed]))),
            ("周二、周六", MarketDays::Weekly(Weekdays::of([Tue, Sat]))),
            ("星期五", MarketDays::Weekly(Weekdays::of([Fri]))),
            ("赶辰戌", branch(&[4, 10])),
            ("赶辰戌日", branch(&[4, 10])),
            ("辰、戌日", branch(&[4, 10])),
            ("赶子辰申", branch(&[0, 4, 8])),
            ("空三赶四赶丑巳酉", branch(&[1, 5, 9])),
            ("空三赶四赶丑巳酉[牛蛇鸡]日", branch(&[1, 5, 9])),
            ("单日", MarketDays::OddDays),
            ("双日", MarketDays::EvenDays),
            ("天天", MarketDays::Daily),
            ("未知", MarketDays::Unknown),
        ];
        for (text, days) in table {
            assert_eq!(read(text).value, Some(days), "{text}");
        }
    }

    #[test]
    fn asked_and_refused() {
        let table = [
            ("三六九", "GS0330"),
            ("1、6", "GS0330"),
            ("逢1、6", "GS0330"),
            ("1月6日", "GS0331"),
            ("2026-01-06", "GS0331"),
            ("2026年1月6日", "GS0331"),
            ("", "GS0301"),
            ("农历", "GS0301"),
            ("农历逢子", "GS0301"),
            ("100", "GS0301"),
        ];
        for (text, id) in table {
            let reading = read(text);
            assert_eq!((reading.value, reading.doubts[0].code.id), (None, id), "{text}");
        }
    }
}
