//! Turns the example of a field into what an English site would write there.

use super::fields::Field;
use crate::diag::Phrase;

impl Field {
    /// Its example in both languages.
    pub fn example(&self) -> Phrase {
        Phrase::new(self.example, english(self.example))
    }
}

fn english(example: &'static str) -> &'static str {
    ENGLISH.iter().find(|(chinese, _)| *chinese == example).map_or(example, |(_, english)| english)
}

/// Examples of the field tables that hold Chinese, and what stands for them in English. Names and places are invented.
const ENGLISH: &[(&str, &str)] = &[
    ("30日", "30 days"),
    ("[{如果: 不服, 到: fucha}]", "[{if: you disagree, to: review}]"),
    (
        "[{谁办: 县信访局, 做什么: 登记, 时限: 未规定, 到此为止: 是}]",
        "[{actor: the duty desk, does: registers it, limit: not stated, end: yes}]",
    ),
    ("{找谁: 县信访局督查股, 电话: 0999-7654321}", "{ask: the duty desk, phone: 0999-7654321}"),
    (
        "{最多: 30日, 条件: 经负责人批准, 依据: 《信访工作条例》第三十四条}",
        "{at_most: 30 days, condition: with the head's leave, basis: 'Complaints Act, section 9'}",
    ),
    (
        "{期限: 15日, 自: 收到之日, 性质: 法定, 依据: 《信访工作条例》第二十二条}",
        "{within: 15 days, from: the day of receipt, kind_of_limit: statutory, basis: 'Complaints Act, section 5'}",
    ),
    ("《信访工作条例》第三十一条", "Complaints Act, section 8"),
    ("《信访工作条例》第三十五条", "Complaints Act, section 10"),
    ("《信访工作条例》第三十四条", "Complaints Act, section 9"),
    ("《信访工作条例》第二十二条第一款", "Complaints Act, section 5(1)"),
    ("《受理告知书》", "a letter of acceptance"),
    ("不再受理复查申请", "the right to a review lapses"),
    ("不服处理意见", "you disagree with the answer"),
    ("信访事项办理程序", "How complaints are handled"),
    ("县信访局", "the duty desk"),
    ("县信访局督查股", "the head of the duty desk"),
    ("向县信访局提出的信访事项", "complaints to the borough"),
    ("听证所需时间", "time taken by a hearing"),
    ("情况复杂，经本机关负责人批准并告知您", "where the matter is complex, with the head's leave, and you are told"),
    ("收到信访事项之日", "the day of receipt"),
    ("步骤", "step"),
    ("法定", "statutory"),
    ("清信〔2026〕12号", "No. 12 of 2026"),
    ("登记", "registration"),
    ("登记并转送", "registers it and passes it on"),
    ("请保留收据", "please keep the receipt"),
    ("随时查询办到哪一步", "ask at any time how far it has come"),
    ("须预约", "required"),
    ("前1个工作日17时", "1 working day before, 5pm"),
    ("电话预约或到窗口登记", "by telephone or at the desk"),
    ("县人民来访接待中心1号窗口", "Town Hall, desk 1"),
    ("8批", "8 visits"),
    ("15分钟", "15 minutes"),
    ("3人", "3 people"),
    ("10分钟", "10 minutes"),
    ("登记后另约时间", "another day is offered"),
    ("{文号: 国办发明电〔2025〕1号, 日期: 2025-11-04}", "{number: No. 1 of 2025, date: 2025-11-04}"),
    ("[{名称: 元旦, 起止: 2026年1月1日至3日}]", "[{name: New Year, period: 2026-01-01 to 2026-01-03}]"),
    ("[{日期: 2026-01-04, 按: 周五}]", "[{date: 2026-01-04, follows: Friday}]"),
    ("[{名称: 搬迁停办, 起止: 2026-05-06 至 2026-05-08}]", "[{name: moving house, period: 2026-05-06 to 2026-05-08}]"),
    ("国办发明电〔2025〕1号", "No. 1 of 2025"),
    ("春节", "New Year"),
    ("2026年2月15日至23日", "2026-02-15 to 2026-02-23"),
    ("周五", "Friday"),
    ("2026-12-14 至 2026-12-18", "2026-12-14 to 2026-12-18"),
    ("陈守望", "Jane Carter"),
    ("柳树镇", "Northgate"),
    ("县人民来访接待中心", "Town Hall"),
    ("韩龑", "Ann Brook"),
    ("是", "yes"),
    ("柳树镇政府", "Northgate Library"),
    ("{接待人: 马会兰, 日期: 2026-12-18}", "{who: Mary Field, dates: 2026-12-18}"),
    ("另行通知", "until further notice"),
    ("因公外出", "away on duty"),
    ("来访群众可改日再来", "please come another day"),
    ("工作日", "workdays"),
    ("周一、三", "Monday and Wednesday"),
    ("15日", "the 15th"),
    ("双月", "even months"),
    ("2周", "2 weeks"),
    ("柳树集", "Corn Market"),
    ("每周2至3天", "two or three days a week"),
    ("按周", "week"),
    ("马会兰", "Mary Field"),
    ("周启明", "Tom Reed"),
    ("柳树镇干部", "staff of Northgate"),
    ("罗䂮英", "Ruth Lane"),
    ("下一位", "next"),
    ("[{角色: 律师, 谁: 值班律师}]", "[{role: solicitor, who: duty solicitor}]"),
    ("县委书记", "leader of the council"),
    ("信访", "complaints"),
    ("1人", "1 person"),
    ("律师", "solicitor"),
    ("值班律师", "duty solicitor"),
    ("[{单位: 柳树镇, 地点: 柳树镇政府}]", "[{unit: Northgate, place: Northgate Library}]"),
    ("拖欠工资", "unpaid wages"),
    ("城关片", "the town centre"),
    ("请到二楼", "please come to the second floor"),
    ("[{姓名: 韩龑, 职务: 县长}]", "[{name: Ann Brook, posts: mayor}]"),
    ("[{名称: 县委常委, 成员: 陈守望、罗䂮英}]", "[{name: cabinet, members: \"Jane Carter, Ruth Lane\"}]"),
    ("韩龑（县长）", "Ann Brook (mayor)"),
    ("县委副书记、县长", "mayor"),
    ("信访、司法", "complaints, legal affairs"),
    ("主持", "chairs"),
    ("县委常委", "cabinet"),
    ("陈守望、罗䂮英", "Jane Carter, Ruth Lane"),
    ("春节期间接访安排的通知", "Surgeries over the New Year"),
    ("通知公告", "Notices"),
    ("来访接待规定", "Standing order on appointments"),
    ("清政发〔2026〕3号", "No. 3 of 2026"),
    ("清河县人民政府", "Millbrook Council"),
    ("本地制度", "local rule"),
    ("《来访接待办法》", "Appointments policy"),
    ("接待规定", "the standing order"),
    ("发布", "published"),
    ("清河县信访局", "Millbrook Council"),
    ("清信〔2026〕3号", "No. 3 of 2026"),
    ("{拟稿: 周启明}", "{drafted_by: Tom Reed}"),
    ("怎样来访", "How to see a councillor"),
    ("2026年12月县领导接待群众安排", "Councillors' surgeries in December 2026"),
    ("清河县信访工作联席会议办公室", "Millbrook Council"),
    ("清信联办〔2026〕12号", "No. 12 of 2026"),
    ("《信访工作条例》", "Standing orders, section 4"),
    ("各镇", "every town"),
    ("5天", "5 days"),
    ("[{渠道: 镇村公开栏, 日期: 2026-11-25}]", "[{channel: library notice board, date: 2026-11-25}]"),
    ("每个工作日", "every workday"),
    ("{拟稿: 周启明, 审核: 马会兰}", "{drafted_by: Tom Reed, reviewed_by: Mary Field}"),
    ("[{接待人: 陈守望, 每月: 15日}]", "[{who: Jane Carter, monthly: the 15th}]"),
    ("[{日期: 2026-12-15, 接待人: 陈守望, 改由: 韩龑}]", "[{dates: 2026-12-15, who: Jane Carter, now_by: Ann Brook}]"),
    ("2026年12月", "December 2026"),
    ("接访", "reception"),
    ("全县群众", "everyone in the borough"),
    ("顺延至下一工作日", "next workday"),
    ("按所补的星期", "follow weekday"),
    ("跳过", "skip"),
    ("搬迁停办", "moving house"),
    ("身份证和有关材料", "your letters about the matter"),
    ("5人", "5 people"),
    ("[{事项: 正在诉讼的, 去处: 县人民法院}]", "[{matter: cases before a court, go_to: the county court}]"),
    ("请按号等候", "please take a number"),
    ("镇村公开栏", "library notice board"),
    ("每周一上午", "every Monday"),
    ("主要负责人", "the head of the unit"),
    ("正在诉讼的", "cases before a court"),
    ("县人民法院诉讼服务中心", "the county court"),
    ("中国", "china"),
    ("下午2:30", "2:30pm"),
    ("周一", "Monday"),
    ("日历周", "calendar week"),
    ("照公布", "publish"),
    ("不公布", "not published"),
    ("某ICP备12345678号", "ICP 12345678"),
    ("某公网安备 12345678901234号", "12345678901234"),
    ("来访请带身份证", "please bring your letters"),
    ("必须", "required"),
    ("可以自由使用，请注明来源", "free to use, naming the source"),
    ("欧阳鋐", "Paul Stone"),
    ("清河县", "Millbrook"),
    ("县里", "the borough"),
    ("清河县人民路1号", "1 High Street, Millbrook"),
    ("上午8:30–12:00，下午14:30–18:00", "9:00–12:30, 14:00–17:00"),
    ("[{名称: 县人民来访接待中心}]", "[{name: Town Hall}]"),
    ("[{名称: 柳树集, 集日: 农历三、六、九}]", "[{name: Corn Market, days: Tuesday and Saturday}]"),
    ("信访接待", "appointments"),
    ("5月至9月", "May to September"),
    ("上午8:30–12:00", "9:00–12:30"),
    ("县信访大厅", "the old hall"),
    ("清河县人民路3号", "3 High Street, Millbrook"),
    ("2路公交到县政府站", "bus 2 to Town Hall"),
    ("工作日 上午8:30–12:00", "9:00–12:30"),
    ("有坡道和电梯", "ramp and lift"),
    ("柳树大集", "Saturday market"),
    ("农历三、六、九", "Tuesday and Saturday"),
    ("A3 月告示、A4 变更", "A3 month, A4 change"),
    ("柳树镇集市", "Corn Market, Northgate"),
];

#[cfg(test)]
mod tests {
    use super::super::fields::kinds;
    use super::*;
    use crate::diag::Lang;
    use std::collections::BTreeSet;

    #[test]
    fn every_example_has_its_english() {
        let han = |words: &str| words.chars().any(|c| c > '\u{2e7f}' && c != '\u{ff08}');
        let examples: BTreeSet<&str> = kinds().iter().flat_map(|kind| kind.rows()).map(|field| field.example).collect();
        let left: Vec<&&str> =
            examples.iter().filter(|example| han(Phrase::from(english(example)).get(Lang::En))).collect();
        assert!(left.is_empty(), "{left:?}");
        let unused: Vec<&str> =
            ENGLISH.iter().map(|(chinese, _)| *chinese).filter(|chinese| !examples.contains(chinese)).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }
}
