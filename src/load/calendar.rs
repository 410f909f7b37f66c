//! Declares `calendar/YEAR.yaml`: days off and make-up workdays that add to the built-in ones or replace them.

use super::fields::content;
use super::value::TextOr;
use crate::source::Text;

content! {
    /// What a file in `calendar/` says.
    pub struct Calendar = "calendar" "放假安排（calendar/）" / "a calendar (calendar/)" {
        /// The year it holds for.
        year: Option<Text> = "年份" / "year" ["年度"] required, "哪一年", "2026";
        /// The announcement it follows.
        notice: Option<TextOr<HolidayNotice>> = "放假通知" / "notice" ["通知"], "依据哪份放假通知", "{文号: 国办发明电〔2025〕1号, 日期: 2025-11-04}";
        /// Statutory days off.
        off: Vec<DaysOff> = "放假" / "off" ["放假调休"], "放假的日子", "[{名称: 元旦, 起止: 2026年1月1日至3日}]";
        /// Days worked in exchange.
        makeup: Vec<Makeup> = "补班" / "makeup" ["调休上班", "补班日"], "调休上班的日子", "[{日期: 2026-01-04, 按: 周五}]";
        /// Days without receptions that are no holidays, by name, for rosters to refer to.
        closed: Vec<DaysOff> = "停办" / "closed" [], "不是节假日但停办的日子", "[{名称: 搬迁停办, 起止: 2026-05-06 至 2026-05-08}]";
    }
}

content! {
    /// The announcement a calendar follows.
    pub struct HolidayNotice = "holiday_notice" "放假通知" / "a holiday notice" {
        /// Its number.
        number: Option<Text> = "文号" / "number" [], "文号", "国办发明电〔2025〕1号";
        /// Its date.
        date: Option<Text> = "日期" / "date" [], "发文日期", "2025-11-04";
        /// Its address.
        url: Option<Text> = "网址" / "url" [], "原文网址", "https://www.example.gov.cn/";
    }
}

content! {
    /// A named run of days.
    pub struct DaysOff = "days_off" "一段放假" / "days off" {
        /// What they are for.
        name: Option<Text> = "名称" / "name" ["节日"] required, "叫什么", "春节";
        /// From when to when.
        period: Option<Text> = "起止" / "period" ["日期", "时间"] required, "从哪天到哪天", "2026年2月15日至23日";
    }
}

content! {
    /// A day worked in exchange for a day off.
    pub struct Makeup = "makeup_day" "一个补班日" / "a make-up workday" {
        /// The day.
        date: Option<Text> = "日期" / "date" [] required, "哪天上班", "2026-02-14";
        /// The weekday whose rules it follows.
        follows: Option<Text> = "按" / "follows" [], "按星期几的安排", "周五";
    }
}
