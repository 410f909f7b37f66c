//! Turns the words of fields with a closed list of values into those values.

use super::fold::{folded, split};
use super::{Reading, unreadable};
use crate::calendar::holiday::Scheme;
use crate::model::recurrence::Turn;
use crate::model::roster::Need;
use crate::model::session::{Kind, StandbyRule};
use crate::model::site::{Language, TimeStyle, WeekStart};
use crate::model::table::{Rounding, State};

/// Publication state of a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// 草稿: checked, never published.
    Draft,
    /// 发布.
    #[default]
    Published,
    /// 停用: no longer in force.
    Retired,
}

fn choose<T: Copy>(text: &str, field: &str, examples: &str, values: &[(&str, T)]) -> Reading<T> {
    let words = folded(text);
    let found = values.iter().find(|(word, _)| *word == words).map(|(_, value)| *value);
    found.ok_or_else(|| unreadable(text, 0..text.len(), field, examples)).into()
}

/// Reads 方式: one kind, or several between `、`.
pub fn kinds(text: &str) -> Reading<Vec<Kind>> {
    let mut reading = Reading { value: None, doubts: Vec::new() };
    let mut found = Vec::new();
    for range in split(text, &['、', ',', ';', '/']) {
        let part = text.get(range.clone()).unwrap_or("");
        match kind_of(part) {
            Some(kind) => found.push(kind),
            None => reading.doubts.push(unreadable(text, range, "方式", KINDS)),
        }
    }
    if found.is_empty() && reading.doubts.is_empty() {
        reading.doubts.push(unreadable(text, 0..text.len(), "方式", KINDS));
    }
    if reading.doubts.is_empty() {
        reading.value = Some(found);
    }
    reading
}

/// Reads 方式 where only one kind can stand.
pub fn kind(text: &str) -> Reading<Kind> {
    kind_of(text).ok_or_else(|| unreadable(text, 0..text.len(), "方式", KINDS)).into()
}

const KINDS: &str = "接访、下访、约访、带案下访、联合接访、上门、集中办公、值班、坐班、接听电话、视频接访";

fn kind_of(text: &str) -> Option<Kind> {
    Some(match folded(text).as_str() {
        "接访" | "接待" | "接待群众" | "公开接访" | "大接访" | "定点接访" | "定点接待" | "现场接访" | "坐班接访"
        | "来访接待" | "领导接访" | "reception" | "surgery" => Kind::Reception,
        "下访" | "走访" | "下访接待" | "基层接访" | "巡访" | "visit" | "outreach" => Kind::VisitDown,
        "约访" | "预约接访" | "预约接待" | "by invitation" | "by appointment" => Kind::Invited,
        "带案下访" | "包案下访" => Kind::VisitWithCase,
        "联合接访" | "联合接待" | "集中接访" | "联合坐班" | "joint" => Kind::Joint,
        "上门" | "上门接访" | "上门走访" | "上门探访" | "上门接待" | "home visit" => Kind::AtHome,
        "集中办公" => Kind::CommonOffice,
        "值班" | "值守" | "轮值" | "duty" => Kind::Duty,
        "坐班" | "坐班接待" | "desk" => Kind::Desk,
        "接听电话" | "电话接访" | "接听热线" | "接听12345热线" | "电话接待" | "telephone" | "by telephone" => {
            Kind::Telephone
        }
        "视频接访" | "视频" | "网上接访" | "远程视频接访" | "视频接待" | "video" | "by video" => {
            Kind::Video
        }
        _ => return None,
    })
}

/// Reads 轮流.
pub fn turn(text: &str) -> Reading<Turn> {
    let values = [
        ("按次", Turn::Session),
        ("每次", Turn::Session),
        ("session", Turn::Session),
        ("each session", Turn::Session),
        ("按日", Turn::Day),
        ("按天", Turn::Day),
        ("每天", Turn::Day),
        ("day", Turn::Day),
        ("each day", Turn::Day),
        ("按周", Turn::Week),
        ("每周", Turn::Week),
        ("week", Turn::Week),
        ("each week", Turn::Week),
        ("按月", Turn::Month),
        ("每月", Turn::Month),
        ("month", Turn::Month),
        ("each month", Turn::Month),
    ];
    choose(text, "轮流", "按次、按日、按周、按月", &values)
}

/// Reads 状态.
pub fn status(text: &str) -> Reading<Status> {
    let values = [
        ("草稿", Status::Draft),
        ("draft", Status::Draft),
        ("发布", Status::Published),
        ("公布", Status::Published),
        ("已发布", Status::Published),
        ("published", Status::Published),
        ("停用", Status::Retired),
        ("废止", Status::Retired),
        ("作废", Status::Retired),
        ("retired", Status::Retired),
    ];
    choose(text, "状态", "草稿、发布、停用", &values)
}

/// Reads 状态 of a table of figures.
pub fn table_state(text: &str) -> Reading<State> {
    let values = [
        ("初报", State::First),
        ("发布", State::First),
        ("first", State::First),
        ("published", State::First),
        ("修订", State::Revised),
        ("revised", State::Revised),
        ("终报", State::Final),
        ("年报", State::Final),
        ("final", State::Final),
    ];
    choose(text, "状态", "草稿、初报、修订、终报", &values)
}

/// Reads 口径: whether figures count since the beginning of the year.
pub fn cumulative(text: &str) -> Reading<bool> {
    let values = [("当期", false), ("当月", false), ("current", false), ("累计", true), ("cumulative", true)];
    choose(text, "口径", "当期、累计", &values)
}

/// Reads 累计自: a month of the year.
pub fn month(text: &str) -> Reading<u32> {
    let words = folded(text);
    let number =
        words.trim_end_matches('份').trim_end_matches('月').parse().ok().filter(|month| (1..=12).contains(month));
    number.ok_or_else(|| unreadable(text, 0..text.len(), "累计自", "1月")).into()
}

/// Reads 小数: digits behind the point.
pub fn decimals(text: &str) -> Reading<u32> {
    let words = folded(text);
    let number = words.trim_end_matches("位小数").trim_end_matches('位').parse().ok().filter(|digits| *digits <= 4);
    number.ok_or_else(|| unreadable(text, 0..text.len(), "小数", "0、1、2")).into()
}

/// Reads 取舍.
pub fn rounding(text: &str) -> Reading<Rounding> {
    let values = [
        ("四舍五入", Rounding::HalfUp),
        ("half-up", Rounding::HalfUp),
        ("half up", Rounding::HalfUp),
        ("截尾", Rounding::Truncated),
        ("去尾", Rounding::Truncated),
        ("truncated", Rounding::Truncated),
    ];
    choose(text, "取舍", "四舍五入、截尾", &values)
}

/// Reads 预约 or 预约.要求.
pub fn need(text: &str) -> Reading<Need> {
    let values = [
        ("须预约", Need::Required),
        ("需预约", Need::Required),
        ("必须预约", Need::Required),
        ("提前预约", Need::Required),
        ("需提前预约", Need::Required),
        ("required", Need::Required),
        ("预约优先", Need::Preferred),
        ("preferred", Need::Preferred),
        ("可预约", Need::Possible),
        ("可以预约", Need::Possible),
        ("possible", Need::Possible),
        ("不需预约", Need::NotNeeded),
        ("无需预约", Need::NotNeeded),
        ("不用预约", Need::NotNeeded),
        ("无须预约", Need::NotNeeded),
        ("not needed", Need::NotNeeded),
    ];
    choose(text, "预约", "须预约、预约优先、可预约、不需预约", &values)
}

/// Reads 补位规则.
pub fn standby_rule(text: &str) -> Reading<StandbyRule> {
    let values = [
        ("下一位", StandbyRule::Next),
        ("依次递补", StandbyRule::Next),
        ("next", StandbyRule::Next),
        ("指定", StandbyRule::Named),
        ("named", StandbyRule::Named),
    ];
    choose(text, "补位规则", "下一位、指定", &values)
}

/// Reads 是 or 否.
pub fn yes(text: &str, field: &str) -> Reading<bool> {
    let values = [
        ("是", true),
        ("对", true),
        ("yes", true),
        ("true", true),
        ("否", false),
        ("不", false),
        ("no", false),
        ("false", false),
    ];
    choose(text, field, "是、否", &values)
}

/// Reads 节假日 of `site.yaml`.
pub fn holidays(text: &str) -> Reading<Scheme> {
    let values = [
        ("中国", Scheme::China),
        ("china", Scheme::China),
        ("自备", Scheme::Own),
        ("own", Scheme::Own),
        ("不用", Scheme::Without),
        ("none", Scheme::Without),
    ];
    choose(text, "节假日", "中国、自备、不用", &values)
}

/// Reads 语言 of `site.yaml`.
pub fn language(text: &str) -> Reading<Language> {
    let values = [
        ("zh-cn", Language::Chinese),
        ("zh", Language::Chinese),
        ("中文", Language::Chinese),
        ("en", Language::English),
        ("英文", Language::English),
        ("english", Language::English),
    ];
    choose(text, "语言", "zh-CN、en", &values)
}

/// Reads 钟点写法 of `site.yaml`, which is written as an example.
pub fn time_style(text: &str) -> Reading<TimeStyle> {
    let values = [
        ("下午2:30", TimeStyle::TwelveHour),
        ("2:30 pm", TimeStyle::TwelveHour),
        ("2:30pm", TimeStyle::TwelveHour),
        ("14:30", TimeStyle::TwentyFourHour),
        ("14时30分", TimeStyle::Characters),
    ];
    choose(text, "钟点写法", "14:30、下午2:30、14时30分", &values)
}

/// Reads 一周始于 of `site.yaml`.
pub fn week_starts(text: &str) -> Reading<WeekStart> {
    let reading = super::weekly::weekday(text);
    let start = reading.value.and_then(|day| match day {
        chrono::Weekday::Mon => Some(WeekStart::Monday),
        chrono::Weekday::Sun => Some(WeekStart::Sunday),
        _ => None,
    });
    start.ok_or_else(|| unreadable(text, 0..text.len(), "一周始于", "周一、周日")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_lists() {
        assert_eq!(kinds("接访、下访").value, Some(vec![Kind::Reception, Kind::VisitDown]));
        assert_eq!(kind("视频 接访").value, Some(Kind::Video));
        assert_eq!(kinds("接访、喝茶").doubts[0].range, "接访、".len().."接访、喝茶".len());
        assert_eq!(turn("按周").value, Some(Turn::Week));
        assert_eq!(status("草稿").value, Some(Status::Draft));
        assert_eq!(need("须预约").value, Some(Need::Required));
        assert_eq!(standby_rule("下一位").value, Some(StandbyRule::Next));
        assert_eq!(holidays("不用").value, Some(Scheme::Without));
        assert_eq!(time_style("下午２：３０").value, Some(TimeStyle::TwelveHour));
        assert_eq!(week_starts("星期日").value, Some(WeekStart::Sunday));
        assert_eq!(week_starts("周三").value, None);
        assert_eq!(language("zh-CN").value, Some(Language::Chinese));
        assert_eq!(yes("是", "取消").value, Some(true));
        assert!(turn("").value.is_none() && kinds("").value.is_none());
    }
}
