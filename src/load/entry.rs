//! Declares one entry of 安排: who receives, when, and what is special about it.

use super::fields::content;
use super::roster::Terms;
use super::value::{Items, Weekly};
use crate::source::Text;

content! {
    /// One entry of 安排. What few entries say is boxed, for a county keeps hundreds of thousands of them.
    pub struct Entry = "entry" "一条安排" / "an entry" {
        /// Who receives.
        who: Items = "接待人" / "who" ["接访领导", "接访人", "接待领导", "接访人员", "领导", "代表"], "谁接待", "陈守望";
        include when: When [("接访日期", "日期"), ("接待日", "日期")];
        include roles: Option<Box<Roles>> [];
        include more: Option<Box<More>> [];
        include terms: Option<Box<Terms>> [("时段", "时间"), ("地址", "地点")];
    }
}

content! {
    /// On which days an entry holds.
    pub struct When = "when" "安排的日期" / "when an entry holds" {
        /// Days by date.
        dates: Vec<Text> = "日期" / "dates" ["接访日期", "接待日", "date"], "哪些日期", "2026-12-15";
        /// Every day, or every working day.
        daily: Option<Box<Text>> = "每天" / "daily" ["每日"], "工作日 或 天天", "工作日";
        /// Weekdays, or hours by weekday.
        weekly: Option<Weekly> = "每周" / "weekly" ["每星期"], "每周哪几天", "周一、三";
        /// Days of the month.
        monthly: Vec<Text> = "每月" / "monthly" [], "每月哪几天", "15日";
        /// In which months.
        months: Option<Box<Text>> = "月份" / "months" [], "只在哪些月", "双月";
        /// Every how many weeks or months.
        every: Option<Box<Text>> = "间隔" / "every" [], "隔多久一次", "2周";
        /// On the days of a market.
        market_day: Option<Box<Text>> = "逢集" / "market_day" ["赶集", "赶场", "赶圩", "赶街", "圩日", "场天", "街天"], "逢哪个集", "柳树集";
        /// How often, where no days are fixed.
        frequency: Option<Box<Text>> = "频次" / "frequency" [], "多久一次，日期另定", "每周2至3天";
        /// How those who receive take turns.
        rotate: Option<Box<Text>> = "轮流" / "rotate" [], "按次、按日、按周、按月轮流", "按周";
        /// From which day turns and intervals are counted.
        counted_from: Option<Box<Text>> = "起算" / "counted_from" [], "轮流或间隔从哪天算起", "2026-11-30";
    }
}

content! {
    /// Who else takes part.
    pub struct Roles = "roles" "安排的人员" / "who takes part" {
        /// Who leads the shift.
        in_charge: Items = "带班" / "in_charge" ["带班领导"], "谁带班", "马会兰";
        /// Who is on duty.
        on_duty: Items = "值班" / "on_duty" ["值班人员"], "谁值班", "周启明";
        /// Who comes along.
        with: Items = "陪同" / "with" ["随同", "陪访"], "谁陪同", "柳树镇干部";
        /// Who stands in.
        standby: Items = "补位" / "standby" ["候补", "替补", "B岗"], "谁补位", "罗䂮英";
        /// How stand-ins are called.
        standby_rule: Option<Box<Text>> = "补位规则" / "standby_rule" [], "下一位 或 指定", "下一位";
        /// People in roles that have no key of their own.
        people: Vec<Role> = "人员" / "people" [], "其他角色的人", "[{角色: 律师, 谁: 值班律师}]";
        /// Posts of those who receive, as a table may have them; held against `leaders.yaml`, not printed.
        post: Option<Box<Text>> = "职务" / "post" [], "接待人的职务，只用来和领导名单核对", "县委书记";
        /// Their fields of work, likewise.
        portfolio: Option<Box<Text>> = "分管" / "portfolio" ["分管工作"], "接待人分管的工作，只用来和领导名单核对", "信访";
        /// How many people.
        count: Option<Box<Text>> = "人数" / "count" [], "几个人", "1人";
    }
}

content! {
    /// People in a role that has no key of its own.
    pub struct Role = "role" "一个角色" / "a role" {
        /// The word of the notice for it.
        role: Option<Text> = "角色" / "role" [] required, "角色的叫法", "律师";
        /// Who.
        who: Items = "谁" / "who" ["姓名", "接待人"] required, "是谁", "值班律师";
    }
}

content! {
    /// What else an entry may say.
    pub struct More = "more" "安排的其他说明" / "what else an entry says" {
        /// The unit it concerns.
        unit: Items = "单位" / "unit" [], "哪个单位", "柳树镇";
        /// Where or when it is different for some units.
        except: Vec<Exception> = "例外" / "except" [], "哪些单位不一样", "[{单位: 柳树镇, 地点: 柳树镇政府}]";
        /// Whether it replaces other entries of its days.
        overrides: Option<Box<Text>> = "替换" / "overrides" [], "是否替换当天其他安排", "是";
        /// What the day is about.
        topic: Option<Box<Text>> = "专题" / "topic" ["主题"], "专题", "拖欠工资";
        /// Which area or matters it covers.
        scope: Vec<Text> = "范围" / "scope" ["接待范围"], "管哪些地方或事情", "城关片";
        /// A remark printed beside it.
        note: Vec<Text> = "说明" / "note" [], "印在旁边的说明", "请到二楼";
    }
}

content! {
    /// A unit for which an entry is different.
    pub struct Exception = "exception" "一个例外" / "an exception" {
        /// Which unit.
        unit: Items = "单位" / "unit" [] required, "哪个单位", "柳树镇";
        /// Where it is held there.
        place: Vec<Text> = "地点" / "place" ["地址"], "在哪里", "柳树镇政府";
        /// When it is held there.
        dates: Vec<Text> = "日期" / "dates" ["date"], "在哪天", "2026-12-16";
        /// At what time it is held there.
        time: Vec<Text> = "时间" / "time" [], "几点到几点", "14:30–17:00";
    }
}
