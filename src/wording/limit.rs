//! Turns the words of procedures into values: 期限 (15日, 5个工作日, 当场), 未规定, 性质, 类型, 您.

use super::fold::{Folded, folded};
use super::{Doubt, Reading, unreadable};
use crate::diag::code::procedures::LIMIT_UNREADABLE;
use crate::model::procedure::{Length, LimitKind};

/// What can be written for a time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// 未规定.
    Unstated,
    /// 从其规定.
    Elsewhere,
    /// A length of time.
    Within(Length),
}

/// What makes a length of a number.
type Unit = fn(u32) -> Length;

/// The longest limit that makes sense, in any unit; more is a slip.
const LONGEST: u32 = 3660;

/// Reads 时限 or 期限.
pub fn read(text: &str) -> Reading<Limit> {
    match folded(text).as_str() {
        "未规定" | "未作规定" | "没有规定" | "无规定" | "not stated" | "unstated" | "none set" => {
            return Reading::sure(Limit::Unstated);
        }
        "从其规定" | "按有关规定" | "依照有关规定" | "按其规定" | "other rules" | "as provided elsewhere" =>
        {
            return Reading::sure(Limit::Elsewhere);
        }
        _ => {}
    }
    length(text).map(Limit::Within)
}

/// Reads a length of time: 15日, 十五天, 5个工作日, 2个月, 24小时, 当场, 次日.
pub fn length(text: &str) -> Reading<Length> {
    match folded(text).as_str() {
        "当场" | "当即" | "即时" | "on the spot" | "at once" => return Reading::sure(Length::OnTheSpot),
        "次日" | "第二天" | "next day" | "the next day" => return Reading::sure(Length::NextDay),
        _ => {}
    }
    let wrong = || Doubt::new(&LIMIT_UNREADABLE, 0..text.len()).arg("text", text.trim());
    counted(text).ok_or_else(wrong).into()
}

fn counted(text: &str) -> Option<Length> {
    let mut read = Folded::new(text);
    let _ = read.eat_any(&["不超过", "不得超过", "最多", "最长", "at most", "within", "up to"]);
    let number = read.number().filter(|number| (1..=LONGEST).contains(number))?;
    let _ = read.eat("个");
    let units: [(&str, Unit); 20] = [
        ("工作日", Length::Workdays),
        ("working days", Length::Workdays),
        ("working day", Length::Workdays),
        ("workdays", Length::Workdays),
        ("自然日", Length::Days),
        ("日历日", Length::Days),
        ("calendar days", Length::Days),
        ("天", Length::Days),
        ("日", Length::Days),
        ("days", Length::Days),
        ("day", Length::Days),
        ("月", Length::Months),
        ("months", Length::Months),
        ("month", Length::Months),
        ("年", |years| Length::Months(years * 12)),
        ("years", |years| Length::Months(years * 12)),
        ("year", |years| Length::Months(years * 12)),
        ("小时", Length::Hours),
        ("hours", Length::Hours),
        ("hour", Length::Hours),
    ];
    let unit = read.eat_one(&units)?;
    let _ = read.eat_any(&["以内", "之内", "内"]);
    read.done().then(|| unit(number))
}

/// Reads 性质.
pub fn kind(text: &str) -> Reading<LimitKind> {
    let found = match folded(text).as_str() {
        "法定" | "法定时限" | "statutory" | "law" => Some(LimitKind::Statutory),
        "本地承诺" | "承诺" | "承诺时限" | "local promise" | "promise" => Some(LimitKind::LocalPromise),
        _ => None,
    };
    found.ok_or_else(|| unreadable(text, 0..text.len(), "性质", "法定、本地承诺")).into()
}

/// Reads 类型: whether it is a parting of ways.
pub fn is_parting(text: &str) -> Reading<bool> {
    let found = match folded(text).as_str() {
        "步骤" | "step" => Some(false),
        "分流" | "branch" | "parting" => Some(true),
        _ => None,
    };
    found.ok_or_else(|| unreadable(text, 0..text.len(), "类型", "步骤、分流")).into()
}

/// Whether 谁办 names the citizen.
pub fn is_citizen(text: &str) -> bool {
    matches!(folded(text).as_str(), "您" | "你" | "you")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        use Length::{Days, Hours, Months, NextDay, OnTheSpot, Workdays};
        let table = [
            ("15日", Some(Days(15))),
            ("15天", Some(Days(15))),
            ("十五日", Some(Days(15))),
            ("１５日内", Some(Days(15))),
            ("15个自然日", Some(Days(15))),
            ("5个工作日", Some(Workdays(5))),
            ("五个工作日以内", Some(Workdays(5))),
            ("20工作日", Some(Workdays(20))),
            ("2个月", Some(Months(2))),
            ("两个月", Some(Months(2))),
            ("一年", Some(Months(12))),
            ("24小时", Some(Hours(24))),
            ("当场", Some(OnTheSpot)),
            ("次日", Some(NextDay)),
            ("不超过30日", Some(Days(30))),
            ("20 working days", Some(Workdays(20))),
            ("1 month", Some(Months(1))),
            ("尽快", None),
            ("15", None),
            ("0日", None),
            ("15日左右", None),
            ("", None),
            ("99999日", None),
        ];
        for (text, expected) in table {
            assert_eq!(length(text).value, expected, "{text}");
        }
        assert_eq!(read("未规定").value, Some(Limit::Unstated));
        assert_eq!(read("从其规定").value, Some(Limit::Elsewhere));
        assert_eq!(read("15日").value, Some(Limit::Within(Days(15))));
    }

    #[test]
    fn closed_lists() {
        assert_eq!(kind("法定").value, Some(LimitKind::Statutory));
        assert_eq!(kind("本地承诺").value, Some(LimitKind::LocalPromise));
        assert!(kind("大概").value.is_none() && is_parting("岔路").value.is_none());
        assert_eq!((is_parting("分流").value, is_parting("步骤").value), (Some(true), Some(false)));
        assert!(is_citizen(" 您 ") && is_citizen("You") && !is_citizen("县信访局"));
    }
}
