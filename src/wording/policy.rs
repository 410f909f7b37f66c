//! Turns the words of 遇节假日, 遇周末, 遇补班日 and 无此日 into policies.

use super::date::weekday;
use super::fold::{Folded, folded};
use super::{Doubt, Reading, say, unreadable};
use crate::diag::code::calendar as code;
use crate::model::recurrence::{MakeupPolicy, MarketDays, MissingDay, MonthDay, Pattern, RestPolicy};
use chrono::Weekday;

/// What happens on rest days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestRule {
    /// What happens.
    pub policy: RestPolicy,
    /// The weekday named beside it (顺延至次周星期三); it has to be the rule's own.
    pub weekday: Option<Weekday>,
    /// A closure named instead of days off (“except in school holidays”): sessions are not held in it.
    pub except: Option<String>,
}

const EXAMPLES: &str = "顺延至下一工作日、顺延至次日、顺延一周、提前至上一工作日、取消、照常";

/// Reads 遇节假日 or 遇周末.
pub fn rest_day(text: &str) -> Reading<RestRule> {
    parse(text).into()
}

fn parse(text: &str) -> Result<RestRule, Doubt> {
    let words = folded(text);
    let words = words.trim_end_matches(['。', ',', ';', '.']).to_owned();
    let whole = |code| Doubt::new(code, 0..text.len()).arg("text", text.trim());
    const NO_RULE: &[&str] = &["特殊", "特别", "情况", "有事", "会议", "另行通知", "工作需要", "临时", "special"];
    if NO_RULE.iter().any(|word| words.contains(word)) {
        return Err(whole(&code::POLICY_NOT_RULE));
    }
    let bare = ["如遇", "若遇", "遇", "逢"].iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(&words);
    let lead = ["法定节假日", "国家法定节假日", "节假日", "节日", "假日", "公休日", "双休日", "周末", "休息日"];
    let bare = lead.iter().find_map(|lead| bare.strip_prefix(lead)).unwrap_or(bare);
    let bare = ["则", "的", "时", ","].iter().fold(bare, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let sure = |policy| Ok(RestRule { policy, weekday: None, except: None });
    match bare {
        "下一工作日" | "下一个工作日" | "next workday" | "next working day" | "next business day" => {
            sure(RestPolicy::NextWorkday)
        }
        "次日" | "翌日" | "その翌日" | "next day" => sure(RestPolicy::NextDay),
        "next week" => sure(RestPolicy::NextWeek),
        "提前" | "前移" | "上一工作日" | "上一个工作日" | "previous workday" | "previous working day" => {
            sure(RestPolicy::PreviousWorkday)
        }
        "取消"
        | "暂停"
        | "除外"
        | "停止接访"
        | "停止接待"
        | "不接访"
        | "不接待"
        | "不安排"
        | "停止"
        | "暂停接访"
        | "休息"
        | "放假"
        | "cancel"
        | "cancelled"
        | "canceled"
        | "not held"
        | "except"
        | "except holidays"
        | "except bank holidays"
        | "except public holidays" => sure(RestPolicy::Cancel),
        "照常" | "照常接访" | "照常接待" | "不变" | "正常接访" | "正常接待" | "不休息" | "as usual" | "keep"
        | "unchanged" => sure(RestPolicy::Keep),
        "前一天" | "改期" | "另行安排" | "postponed" | "moved" => Err(whole(&code::POLICY_WHICH)),
        _ => {
            if let Some(weekday) = next_week_on(bare) {
                return Ok(RestRule { policy: RestPolicy::NextWeek, weekday: Some(weekday), except: None });
            }
            match moved(bare) {
                Some(Some(policy)) => sure(policy),
                Some(None) => Err(whole(&code::POLICY_WHICH)),
                None => except(bare).ok_or_else(|| unreadable(text, 0..text.len(), "遇节假日", EXAMPLES)),
            }
        }
    }
}

/// 顺延至下一个工作日, 推迟一周, 提前到前一个工作日: a move and where to; `Some(None)` where the words do not say where to.
fn moved(words: &str) -> Option<Option<RestPolicy>> {
    let strip =
        |words: &'_ str, leads: &[&str]| leads.iter().find_map(|lead| words.strip_prefix(lead)).map(str::to_owned);
    let words = strip(words, &["往后", "向后", "自动", "统一", "一律", "依次"]).unwrap_or_else(|| words.to_owned());
    let later = strip(&words, &["顺延", "推迟", "推后", "延后", "延期", "延至", "延到"]);
    let earlier = strip(&words, &["提前", "前移"]);
    let (to, is_later) = later.map(|to| (to, true)).or(earlier.map(|to| (to, false)))?;
    let to = strip(&to, &["至", "到"]).unwrap_or(to);
    let to = ["进行", "接访", "接待"].iter().fold(to.as_str(), |to, word| to.strip_suffix(word).unwrap_or(to));
    if let Some(which) = to.strip_suffix("工作日").or_else(|| to.strip_suffix("上班日")) {
        let which = which.trim_end_matches(['个', '的']);
        const NEXT: &[&str] = &[
            "下",
            "下一",
            "下1",
            "一",
            "1",
            "次",
            "后一",
            "节后第一",
            "节后第1",
            "节后首",
            "节后的第一",
            "节后的首",
            "假期后第一",
            "假期后首",
            "假后第一",
            "假后首",
            "节假日后第一",
            "节假日后的第一",
            "节假日后首",
            "最近",
        ];
        const PREVIOUS: &[&str] =
            &["上", "上一", "上1", "一", "1", "前一", "前1", "前", "节前最后一", "节前最后1", "节前的最后一", "最近"];
        let (known, policy) =
            if is_later { (NEXT, RestPolicy::NextWorkday) } else { (PREVIOUS, RestPolicy::PreviousWorkday) };
        return Some(known.contains(&which).then_some(policy));
    }
    Some(match to {
        "次日" | "翌日" | "第二天" | "后一天" | "下一天" | "一天" | "1天" | "一日" | "1日" if is_later => {
            Some(RestPolicy::NextDay)
        }
        "一周" | "1周" | "一个星期" | "1个星期" | "7天" | "七天" | "次周" | "下周" | "下一周" | "下个星期"
        | "下周同日" | "次周同日" | "下周同一天" | "次周同一天"
            if is_later =>
        {
            Some(RestPolicy::NextWeek)
        }
        _ => None,
    })
}

/// 顺延至次周星期三, 顺延至下周三.
fn next_week_on(words: &str) -> Option<Weekday> {
    let mut read = Folded::new(words);
    read.eat_any(&["顺延至", "顺延到", "推迟至", "推迟到"])?;
    let mark = read.mark();
    for lead in ["次周的", "次周", "下周的", "下一周的", "下一周", "下周", "下个", "下"] {
        read.reset(mark);
        if read.eat(lead) {
            // 下周三 is 下·周三.
            if let Some(day) = weekday(&mut read).filter(|_| read.done()) {
                return Some(day);
            }
        }
    }
    None
}

/// “except in school holidays”: a closure by name.
fn except(words: &str) -> Option<RestRule> {
    let name = words.strip_prefix("except in ").or_else(|| words.strip_prefix("except during "))?;
    let name = name.strip_prefix("the ").unwrap_or(name).trim();
    (!name.is_empty()).then(|| RestRule { policy: RestPolicy::Keep, weekday: None, except: Some(name.to_owned()) })
}

impl RestRule {
    /// Whether the weekday named (顺延至次周星期三) is one that the pattern occurs on; a doubt over the whole `text` if not.
    pub fn misfit(&self, pattern: &Pattern, text: &str) -> Option<Doubt> {
        let stated = self.weekday?;
        let fits = match pattern {
            Pattern::Weekly(days) | Pattern::Market(MarketDays::Weekly(days)) => days.contains(stated),
            Pattern::Monthly(days) => days.iter().any(|day| match day {
                MonthDay::Nth(_, key) | MonthDay::Last(key) | MonthDay::OfWeek(_, key) => Weekday::from(*key) == stated,
                _ => false,
            }),
            _ => false,
        };
        let doubt = Doubt::new(&code::POLICY_WEEKDAY, 0..text.len()).arg("text", text.trim());
        (!fits).then(|| doubt.arg("stated", say::both(|l| say::weekday(stated, l).to_owned())))
    }
}

/// Reads 遇补班日.
pub fn makeup_day(text: &str) -> Reading<MakeupPolicy> {
    let result = match folded(text).as_str() {
        "按所补的星期"
        | "按所补星期"
        | "按补的星期"
        | "按所补"
        | "按调休的星期"
        | "照所补的星期"
        | "follow weekday"
        | "as the weekday it follows" => Ok(MakeupPolicy::FollowWeekday),
        "不安排" | "不接访" | "不接待" | "取消" | "没有" | "无" | "no session" | "none" => {
            Ok(MakeupPolicy::NoSession)
        }
        _ => Err(unreadable(text, 0..text.len(), "遇补班日", "按所补的星期、不安排")),
    };
    result.into()
}

/// Reads 无此日.
pub fn missing_day(text: &str) -> Reading<MissingDay> {
    let result = match folded(text).as_str() {
        "跳过" | "取消" | "不安排" | "没有就不安排" | "skip" => Ok(MissingDay::Skip),
        "月末" | "月底" | "最后一天" | "当月最后一天" | "提前至月末" | "last day" => {
            Ok(MissingDay::LastDay)
        }
        _ => Err(unreadable(text, 0..text.len(), "无此日", "跳过、月末")),
    };
    result.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepted() {
        let table = [
            ("顺延至下一个工作日", RestPolicy::NextWorkday),
            ("顺延至下一工作日", RestPolicy::NextWorkday),
            ("遇节假日顺延至下一个工作日", RestPolicy::NextWorkday),
            ("顺延一周", RestPolicy::NextWeek),
            ("その翌日", RestPolicy::NextDay),
            ("次日", RestPolicy::NextDay),
            ("顺延至次日", RestPolicy::NextDay),
            ("前移", RestPolicy::PreviousWorkday),
            ("提前", RestPolicy::PreviousWorkday),
            ("提前至上一工作日", RestPolicy::PreviousWorkday),
            ("暂停", RestPolicy::Cancel),
            ("除外", RestPolicy::Cancel),
            ("节假日除外", RestPolicy::Cancel),
            ("停止接访", RestPolicy::Cancel),
            ("取消", RestPolicy::Cancel),
            ("照常", RestPolicy::Keep),
            ("next workday", RestPolicy::NextWorkday),
            ("顺延到节后第一个工作日", RestPolicy::NextWorkday),
            ("往后顺延一个工作日", RestPolicy::NextWorkday),
            ("推迟至节后首个工作日接访", RestPolicy::NextWorkday),
            ("提前到前一个工作日", RestPolicy::PreviousWorkday),
            ("顺延7天", RestPolicy::NextWeek),
            ("顺延至下周同日", RestPolicy::NextWeek),
            ("放假", RestPolicy::Cancel),
            ("except bank holidays", RestPolicy::Cancel),
        ];
        for (text, policy) in table {
            let rule = rest_day(text).value.unwrap_or_else(|| panic!("{text}"));
            assert_eq!((rule.policy, rule.weekday, rule.except), (policy, None, None), "{text}");
        }
        let rule = rest_day("顺延至次周星期三").value.unwrap();
        assert_eq!((rule.policy, rule.weekday), (RestPolicy::NextWeek, Some(Weekday::Wed)));
        assert_eq!(rest_day("遇节假日则顺延至下周三").value.unwrap().weekday, Some(Weekday::Wed));
        let rule = rest_day("Except in school holidays").value.unwrap();
        assert_eq!((rule.policy, rule.except.as_deref()), (RestPolicy::Keep, Some("school holidays")));
        assert_eq!(makeup_day("按所补的星期").value, Some(MakeupPolicy::FollowWeekday));
        assert_eq!(makeup_day("不安排").value, Some(MakeupPolicy::NoSession));
        assert_eq!(missing_day("跳过").value, Some(MissingDay::Skip));
        assert_eq!(missing_day("月末").value, Some(MissingDay::LastDay));
    }

    #[test]
    fn the_weekday_named_has_to_be_the_rules_own() {
        let text = "顺延至次周星期三";
        let rule = rest_day(text).value.unwrap();
        let nth = |day: Weekday| Pattern::Monthly(vec![MonthDay::Nth(1, day.into())]);
        assert_eq!(rule.misfit(&nth(Weekday::Wed), text), None);
        assert_eq!(rule.misfit(&nth(Weekday::Thu), text).unwrap().code.id, "GS0335");
        assert!(rule.misfit(&Pattern::Monthly(vec![MonthDay::Day(15)]), text).is_some());
        assert_eq!(rest_day("顺延一周").value.unwrap().misfit(&nth(Weekday::Thu), "顺延一周"), None);
    }

    #[test]
    fn asked_and_refused() {
        let table = [
            ("遇节假日顺延", "GS0333"),
            ("节假日顺延", "GS0333"),
            ("顺延", "GS0333"),
            ("顺延或提前", "GS0333"),
            ("顺延至节后", "GS0333"),
            ("提前两天", "GS0333"),
            ("因工作需要调整的另行通知", "GS0334"),
            ("如遇特殊情况顺延", "GS0334"),
            ("如遇特殊情况或节假日顺延", "GS0334"),
            ("看着办", "GS0301"),
            ("", "GS0301"),
        ];
        for (text, id) in table {
            assert_eq!(rest_day(text).doubts[0].code.id, id, "{text}");
        }
        assert!(makeup_day("看着办").value.is_none() && missing_day("").value.is_none());
    }
}
