//! Turns the words of a cell into a count, a rate or a change in percent: 1,234, 140余, 近12万, 缺, 97.8%, 下降2.1%.

use super::{Doubt, Reading};
use super::{fold, numeral};
use crate::diag::Phrase;
use crate::diag::code::figures as codes;
use crate::model::table::Count;

/// A number with digits behind the point, as written: 97.80 has two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// All digits as one number, with its sign.
    pub digits: i64,
    /// How many of them stand behind the point.
    pub decimals: u32,
}

/// Most digits a figure may have: a country has fewer people.
const MOST_DIGITS: usize = 12;

/// The largest count: so many that all cells of the largest table still add up.
const MOST: i64 = 1_000_000_000_000;

/// Words for a figure that is not known, and for one that cannot be.
const MISSING: [&str; 7] = ["缺", "缺失", "未统计", "暂缺", "不详", "n/a", "missing"];
const NOT_APPLICABLE: [&str; 9] = ["—", "——", "-", "--", "–", "/", "不适用", "…", "not applicable"];
/// What may stand before and after a figure that is about right.
const BEFORE: [&str; 8] = ["接近", "近", "约", "大约", "超过", "超", "逾", "about"];
const AFTER: [&str; 8] = ["多", "余", "左右", "以上", "上下", "以下", "来", "+"];

/// Reads a count of a measure. A unit behind the number must be `unit`.
pub fn count(text: &str, unit: &str) -> Reading<Count> {
    parse(text, unit).into()
}

fn parse(text: &str, unit: &str) -> Result<Count, Doubt> {
    let whole = || 0..text.len();
    let plain = folded(text);
    if MISSING.contains(&plain.as_str()) {
        return Ok(Count::Missing);
    }
    if NOT_APPLICABLE.contains(&plain.as_str()) {
        return Ok(Count::NotApplicable);
    }
    placeholder(text, &plain)?;
    let mut rest = plain.as_str();
    let mut about = false;
    for word in BEFORE {
        if let Some(after) = rest.strip_prefix(word) {
            (rest, about) = (after, true);
            break;
        }
    }
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',' || c == '、')).unwrap_or(rest.len());
    let (number, mut tail) = rest.split_at(end);
    let (number, tail_of_words) = match numeral::value(rest.trim_end_matches(unit)) {
        Some(value) if number.is_empty() => (value.to_string(), unit_of(rest, unit)),
        _ => (number.to_owned(), None),
    };
    if let Some(rest) = tail_of_words {
        tail = rest;
    }
    let wrong = || Doubt::new(&codes::NOT_A_NUMBER, whole()).arg("text", shown(text));
    if number.contains('、') {
        return Err(Doubt::new(&codes::POINT_OR_LIST, whole()).arg("text", shown(text)));
    }
    let number = decimal(&number).ok_or_else(wrong)?;
    let mut scale = 1_i64;
    for (word, by) in [("万亿", 1_000_000_000_000), ("亿", 100_000_000), ("万", 10_000), ("千", 1_000)] {
        if let Some(after) = tail.strip_prefix(word) {
            (tail, scale) = (after, by);
            break;
        }
    }
    for word in AFTER {
        if let Some(after) = tail.strip_prefix(word) {
            (tail, about) = (after, true);
            break;
        }
    }
    // 3万余 and 3余万 are both written.
    if let Some(after) = tail.strip_prefix('万').filter(|_| scale == 1) {
        (tail, scale) = (after, 10_000);
    }
    if !tail.is_empty() && tail != unit {
        return Err(if is_unit(tail) {
            Doubt::new(&codes::OTHER_UNIT, whole()).arg("text", shown(text)).arg("unit", unit).arg("found", tail)
        } else {
            wrong()
        });
    }
    let value = number.digits.checked_mul(scale).ok_or_else(wrong)?;
    let by = 10_i64.pow(number.decimals);
    if value / by > MOST {
        return Err(wrong());
    }
    if about || value % by != 0 {
        let value = value / by;
        return if about { Ok(Count::About(value, text.trim().to_owned())) } else { Err(wrong()) };
    }
    Ok(Count::Exact(value / by))
}

fn unit_of<'a>(rest: &'a str, unit: &str) -> Option<&'a str> {
    rest.get(rest.trim_end_matches(unit).len()..)
}

/// A word of one or two signs that stands behind a number.
fn is_unit(tail: &str) -> bool {
    matches!(tail.chars().count(), 1 | 2) && tail.chars().all(|c| c.is_alphabetic())
}

/// Reads a rate or a share in percent; the sign may be left out.
pub fn percent(text: &str) -> Reading<Decimal> {
    let plain = folded(text);
    let found = placeholder(text, &plain).and_then(|()| {
        let number = plain.trim_end_matches(['%', '％']).trim();
        if number.contains('、') {
            return Err(Doubt::new(&codes::POINT_OR_LIST, 0..text.len()).arg("text", shown(text)));
        }
        decimal(number).ok_or_else(|| Doubt::new(&codes::NOT_A_NUMBER, 0..text.len()).arg("text", shown(text)))
    });
    found.into()
}

/// Reads a change against an earlier period: 12.3%, -2.1%, 下降2.1%, 增长5%, 持平.
pub fn change(text: &str) -> Reading<Decimal> {
    let plain = folded(text);
    if matches!(plain.as_str(), "持平" | "unchanged") {
        return Reading::sure(Decimal { digits: 0, decimals: 0 });
    }
    let words: [(&str, i64); 12] = [
        ("同比", 1),
        ("下降", -1),
        ("减少", -1),
        ("降低", -1),
        ("上升", 1),
        ("增长", 1),
        ("增加", 1),
        ("-", -1),
        ("－", -1),
        ("−", -1),
        ("+", 1),
        ("＋", 1),
    ];
    let (mut rest, mut sign) = (plain.as_str(), 1);
    while let Some((word, by)) = words.iter().find(|(word, _)| rest.starts_with(word)) {
        rest = &rest[word.len()..];
        sign *= by;
    }
    percent(rest).map(|found| Decimal { digits: found.digits * sign, ..found })
}

/// □, ×, xx and 20xx are blanks that nobody filled in.
fn placeholder(text: &str, plain: &str) -> Result<(), Doubt> {
    let blank = plain.contains(['□', '×', '_', '○', '?', '？']) || plain.contains("xx") || plain.starts_with('x');
    if blank { Err(Doubt::new(&codes::PLACEHOLDER, 0..text.len()).arg("text", shown(text))) } else { Ok(()) }
}

/// 1,234 and 97.8: digits, with commas only between groups of three.
fn decimal(number: &str) -> Option<Decimal> {
    let (whole, behind) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    let digits = format!("{first}{}{behind}", rest.concat());
    let plain = !first.is_empty() && digits.bytes().all(|c| c.is_ascii_digit()) && digits.len() <= MOST_DIGITS;
    if !grouped || !plain || (number.contains('.') && behind.is_empty()) {
        return None;
    }
    Some(Decimal { digits: digits.parse().ok()?, decimals: u32::try_from(behind.len()).ok()? })
}

/// The text folded, without any blanks.
fn folded(text: &str) -> String {
    fold::folded(text).replace(' ', "")
}

/// What stands in a cell, for messages.
fn shown(text: &str) -> Phrase {
    if text.trim().is_empty() { Phrase::new("（空）", "(empty)") } else { Phrase::from(text.trim()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_as_clerks_write_them() {
        let cases = [
            ("82", Ok(Count::Exact(82))),
            ("1,234", Ok(Count::Exact(1234))),
            ("１２３件", Ok(Count::Exact(123))),
            ("0", Ok(Count::Exact(0))),
            ("12万", Ok(Count::Exact(120_000))),
            ("1.2万件", Ok(Count::Exact(12_000))),
            ("十五件", Ok(Count::Exact(15))),
            ("140余", Ok(Count::About(140, "140余".to_owned()))),
            ("近12万", Ok(Count::About(120_000, "近12万".to_owned()))),
            ("3余万件", Ok(Count::About(30_000, "3余万件".to_owned()))),
            ("1000多件", Ok(Count::About(1000, "1000多件".to_owned()))),
            ("缺", Ok(Count::Missing)),
            ("未统计", Ok(Count::Missing)),
            ("—", Ok(Count::NotApplicable)),
            ("", Err("GS0503")),
            ("12.5", Err("GS0503")),
            ("1,23", Err("GS0503")),
            ("很多", Err("GS0503")),
            ("12批", Err("GS0504")),
            ("2、1万", Err("GS0505")),
            ("x件", Err("GS0506")),
            ("□", Err("GS0506")),
            ("20xx", Err("GS0506")),
            ("9999999999999", Err("GS0503")),
        ];
        for (text, wanted) in cases {
            let found = parse(text, "件").map_err(|doubt| doubt.code.id);
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn percents_and_changes() {
        let decimal = |digits, decimals| Some(Decimal { digits, decimals });
        for (text, wanted) in [
            ("97.8%", decimal(978, 1)),
            ("97．8％", decimal(978, 1)),
            ("100%", decimal(100, 0)),
            ("22、1%", None),
            ("100%以上", None),
        ] {
            assert_eq!(percent(text).value, wanted, "{text}");
        }
        for (text, wanted) in [
            ("下降2.1%", decimal(-21, 1)),
            ("-2.10%", decimal(-210, 2)),
            ("同比增长12%", decimal(12, 0)),
            ("持平", decimal(0, 0)),
            ("略有下降", None),
        ] {
            assert_eq!(change(text).value, wanted, "{text}");
        }
    }
}
