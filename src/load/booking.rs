//! Declares 预约: whether and how a visit is booked.

use super::fields::content;
use super::unit::Phone;
use super::value::TextOr;
use crate::source::Text;

content! {
    /// How a visit is booked.
    pub struct Booking = "booking" "预约办法" / "how to book" {
        /// Whether booking is needed.
        need: Option<Text> = "要求" / "need" ["是否预约"], "须预约、预约优先、可预约、不需预约", "须预约";
        /// Until when.
        deadline: Option<Text> = "截止" / "deadline" ["截止时间", "预约截止"], "最晚什么时候预约", "前1个工作日17时";
        /// How.
        how: Option<Text> = "办法" / "how" ["方式", "预约方式"], "怎么预约", "电话预约或到窗口登记";
        /// By which phone.
        phones: Vec<TextOr<Phone>> = "电话" / "phone" ["预约电话"], "预约电话", "0999-1234567";
        /// At which place.
        place: Option<Text> = "地点" / "place" ["预约地点"], "到哪里预约", "县人民来访接待中心1号窗口";
        /// How many visits a day takes.
        capacity: Option<Text> = "名额" / "capacity" ["限额"], "一天接待多少批或多少人", "8批";
        /// How long a visit lasts.
        slot: Option<Text> = "每批时长" / "slot" [], "每批多长时间", "15分钟";
        /// How many people a visit may bring.
        party: Option<Text> = "每批人数" / "party" [], "每批几个人", "3人";
        /// How early to come.
        arrive_early: Option<Text> = "提前到场" / "arrive_early" [], "提前多久到场", "10分钟";
        /// What happens to those whose turn did not come.
        overflow: Option<Text> = "未轮到" / "overflow" [], "没轮到的怎么办", "登记后另约时间";
    }
}
