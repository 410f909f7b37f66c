//! Declares one entry of 变更: which session changes, and into what.

use super::entry::Entry;
use super::fields::content;
use super::value::Items;
use crate::source::Text;

content! {
    /// One change after the roster was announced.
    pub struct Change = "change" "一条变更" / "a change" {
        /// Which days it concerns.
        dates: Vec<Text> = "日期" / "dates" ["接访日期", "接待日", "date"], "原来哪一天", "2026-12-15";
        /// From when to when it concerns every session.
        period: Option<Box<Text>> = "起止" / "period" ["期限", "时段", "有效期"], "从哪天到哪天", "2026-12-14 至 2026-12-18";
        /// Whose session it concerns.
        who: Items = "接待人" / "who" ["接访领导", "接访人", "接待领导", "接访人员", "领导", "代表"], "原来谁接待", "陈守望";
        /// Which unit's session it concerns, in a roster of several.
        unit: Items = "单位" / "unit" [], "哪个单位的（一张表管几个单位时）", "柳树镇";
        /// At which time the session was.
        time: Vec<Text> = "时间" / "time" ["接访时间", "接待时间"], "原来几点", "9:00–11:30";
        /// Where the session was.
        place: Vec<Text> = "地点" / "place" ["接访地点", "接待地点", "地址"], "原来在哪里", "县人民来访接待中心";
        /// Who receives instead.
        now_by: Items = "改由" / "now_by" ["改为"], "改由谁接待", "韩龑";
        /// Whether everybody after moves up.
        cascade: Option<Box<Text>> = "递补" / "cascade" [], "后面的人依次往前", "是";
        /// The date it changes places with.
        swap_with: Option<Box<Text>> = "对调" / "swap_with" ["与谁对调"], "和哪天对调", "2026-12-22";
        /// The new date.
        moved_to: Option<Box<Text>> = "改期" / "moved_to" ["改到", "改日期"], "改到哪天", "2026-12-16";
        /// The new time.
        new_time: Vec<Text> = "改时间" / "new_time" [], "改到几点", "14:30–17:00";
        /// The new place.
        new_place: Vec<Text> = "改地点" / "new_place" [], "改到哪里", "柳树镇政府";
        /// Whether it is cancelled.
        cancelled: Option<Box<Text>> = "取消" / "cancelled" [], "是否取消", "是";
        /// Sessions that are added.
        added: Vec<Entry> = "增加" / "added" ["新增"], "增加的一次", "{接待人: 马会兰, 日期: 2026-12-18}";
        /// Until when it holds.
        until: Option<Box<Text>> = "直至" / "until" [], "到哪天为止", "另行通知";
        /// Why; never a health or private reason.
        reason: Option<Box<Text>> = "原因" / "reason" [], "什么原因", "因公外出";
        /// When it was announced.
        announced: Option<Box<Text>> = "公布" / "announced" ["公布日期"], "哪天公布", "2026-12-08";
        /// A remark printed beside it.
        note: Vec<Text> = "说明" / "note" [], "印在旁边的说明", "来访群众可改日再来";
    }
}
