//! Declares `rosters/*.yaml`: the head of a roster, and the terms an entry may set again.

use super::booking::Booking;
use super::change::Change;
use super::entry::Entry;
use super::fields::content;
use super::site::Review;
use super::value::{Items, Sessions, TextOr};
use crate::source::Text;

content! {
    /// What a file in `rosters/` says.
    pub struct Roster = "roster" "接访安排（rosters/）" / "a roster (rosters/)" {
        /// Title of page and poster.
        title: Option<Text> = "标题" / "title" ["名称"] required, "安排的标题", "2026年12月县领导接待群众安排";
        /// Draft, published or out of use.
        status: Option<Text> = "状态" / "status" [], "草稿、发布 或 停用", "发布";
        /// Who issues it.
        issued_by: Option<Text> = "落款" / "issued_by" ["发布单位"], "落款单位", "清河县信访工作联席会议办公室";
        /// The date under it.
        issued_on: Option<Text> = "落款日期" / "issued_on" ["发布日期"], "落款日期", "2026-11-24";
        /// Number of the document.
        number: Option<Text> = "文号" / "number" [], "文号", "清信联办〔2026〕12号";
        /// What it is based on.
        basis: Vec<Text> = "依据" / "basis" [], "依据", "《信访工作条例》";
        /// Units below to which it applies one by one.
        applies_to: Items = "适用" / "applies_to" ["适用范围"], "适用哪些下级单位", "各镇";
        /// How long before a reception the notice must be up.
        notice_period: Option<Text> = "提前公示" / "notice_period" [], "接访前几天公示", "5天";
        /// What was posted where outside the program.
        posted: Vec<Posted> = "公示" / "posted" [], "网站以外在哪里、哪天公示", "[{渠道: 镇村公开栏, 日期: 2026-11-25}]";
        /// When someone must be there.
        must_cover: Vec<TextOr<Cover>> = "必须有人" / "must_cover" [], "哪些日子不能没有人", "每个工作日";
        /// Who answered for it; never printed.
        review: Option<TextOr<Review>> = "审核" / "review" [], "拟稿、审核、签发的人；从不公开", "{拟稿: 周启明, 审核: 马会兰}";
        /// Who receives when.
        sessions: Sessions<Entry> = "安排" / "sessions" ["接访安排", "日程", "值班表"] required, "谁在什么时候接待", "[{接待人: 陈守望, 每月: 15日}]";
        /// What changed after it was announced.
        changes: Vec<Change> = "变更" / "changes" ["调整"], "公布以后的变动", "[{日期: 2026-12-15, 接待人: 陈守望, 改由: 韩龑}]";
        include terms: Terms [("时段", "起止"), ("期间", "起止")];
    }
}

content! {
    /// What holds for a roster as a whole and may be set again in an entry.
    pub struct Terms = "terms" "接访条件" / "terms of receptions" {
        /// From when to when it holds.
        period: Option<Box<Text>> = "起止" / "period" ["期限", "有效期"], "从什么时候到什么时候", "2026年12月";
        /// Until when dates are listed, for a rule without an end.
        list_until: Option<Box<Text>> = "列至" / "list_until" [], "没有结束日期时，日期列到哪天", "2026-12-31";
        /// From when to when on the day.
        time: Vec<Text> = "时间" / "time" ["接访时间", "接待时间"], "几点到几点", "9:00–11:30";
        /// Where.
        place: Vec<Text> = "地点" / "place" ["接访地点", "接待地点"], "在哪里接待", "县人民来访接待中心";
        /// What kind of reception.
        kind: Option<Box<Text>> = "方式" / "kind" ["接访方式", "类型"], "接访、下访、约访、带案下访……", "接访";
        /// Whom it is for.
        for_whom: Option<Box<Text>> = "对象" / "for_whom" ["接待对象"], "接待谁", "全县群众";
        /// What happens on statutory days off.
        on_holiday: Option<Box<Text>> = "遇节假日" / "on_holiday" ["遇法定节假日"], "遇法定节假日怎么办", "顺延至下一工作日";
        /// What happens on ordinary Saturdays and Sundays.
        on_weekend: Option<Box<Text>> = "遇周末" / "on_weekend" ["遇双休日"], "遇平常周末怎么办", "顺延至下一工作日";
        /// What happens on make-up workdays.
        on_makeup_day: Option<Box<Text>> = "遇补班日" / "on_makeup_day" ["遇调休日"], "遇调休上班日怎么办", "按所补的星期";
        /// What happens in a month without the day.
        missing_day: Option<Box<Text>> = "无此日" / "missing_day" [], "这个月没有这一天时：跳过 或 月末", "跳过";
        /// Named closures of the calendar that apply.
        closed: Items = "停办" / "closed" [], "日历里哪些停办日适用", "搬迁停办";
        /// Whether and how a visit is booked.
        booking: Option<TextOr<Booking>> = "预约" / "booking" [], "要不要预约、怎么预约", "须预约";
        /// What to bring.
        bring: Vec<Text> = "携带" / "bring" ["携带材料"], "带什么", "身份证和有关材料";
        /// How many may speak for a group.
        representatives: Option<Box<Text>> = "代表人数" / "representatives" [], "多人来访推选几名代表", "5人";
        /// What is dealt with elsewhere.
        not_here: Vec<NotHere> = "不在此接待" / "not_here" ["不予接待", "不属于接待范围"], "哪些事不在这里办、到哪里办", "[{事项: 正在诉讼的, 去处: 县人民法院}]";
        /// Notes for visitors.
        notes: Vec<Text> = "须知" / "notes" ["注意事项", "备注"], "来访须知", "请按号等候";
        /// Phone for complaints about receptions.
        complaints_phone: Option<Box<Text>> = "监督电话" / "complaints_phone" ["投诉电话"], "监督电话", "0999-7654321";
    }
}

content! {
    /// A notice put up outside the program.
    pub struct Posted = "posted" "一次公示" / "a posting" {
        /// Where.
        channel: Option<Text> = "渠道" / "channel" ["地点"] required, "在哪里公示", "镇村公开栏";
        /// When.
        date: Option<Text> = "日期" / "date" ["时间"], "哪天公示", "2026-11-25";
        /// Where that can be seen.
        proof: Option<Text> = "凭据" / "proof" [], "照片或网页的地址", "https://www.example.gov.cn/2026/11/25";
    }
}

content! {
    /// A time at which someone must be there.
    pub struct Cover = "cover" "一条必须有人的要求" / "a coverage rule" {
        /// When.
        when: Option<Text> = "何时" / "when" ["时间"] required, "什么时候", "每周一上午";
        /// Who.
        who: Items = "谁" / "who" ["接待人"], "必须是谁", "主要负责人";
        /// How many, or how often.
        at_least: Option<Text> = "至少" / "at_least" [], "至少几人或几次", "1人";
    }
}

content! {
    /// A matter that is dealt with elsewhere.
    pub struct NotHere = "not_here" "一项不在此接待的事" / "a matter dealt with elsewhere" {
        /// The matter.
        matter: Option<Text> = "事项" / "matter" [] required, "什么事", "正在诉讼的";
        /// Where to go instead.
        go_to: Option<Text> = "去处" / "go_to" [] required, "该去哪里", "县人民法院诉讼服务中心";
        /// What this is based on.
        basis: Option<Text> = "依据" / "basis" [], "依据", "《信访工作条例》";
    }
}
