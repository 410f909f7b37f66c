//! Declares `procedures/*.yaml`: the steps of a procedure, their time limits and the ways between them.

use super::fields::content;
use super::site::Review;
use super::value::{Items, TextOr};
use crate::source::Text;

content! {
    /// What a file in `procedures/` says.
    pub struct Procedure = "procedure" "办事程序（procedures/）" / "a procedure (procedures/)" {
        /// Title of page and poster.
        title: Option<Text> = "标题" / "title" ["名称"] required, "程序的标题", "信访事项办理程序";
        /// Draft, published or out of use.
        status: Option<Text> = "状态" / "status" [], "草稿、发布 或 停用", "发布";
        /// Who issues it.
        issued_by: Option<Text> = "落款" / "issued_by" ["发布单位"], "落款单位", "清河县信访局";
        /// The date under it.
        issued_on: Option<Text> = "落款日期" / "issued_on" ["发布日期"], "落款日期", "2026-11-24";
        /// Number of the document.
        number: Option<Text> = "文号" / "number" [], "文号", "清信〔2026〕12号";
        /// What it is based on.
        basis: Vec<Text> = "依据" / "basis" [], "依据", "《信访工作条例》";
        /// For whom or what it holds.
        applies_to: Items = "适用" / "applies_to" ["适用范围"], "适用于谁、什么事", "向县信访局提出的信访事项";
        /// What the citizen may do or ask for.
        rights: Vec<Text> = "权利" / "rights" ["您的权利"], "办这件事的人有什么权利", "随时查询办到哪一步";
        /// Notes for citizens.
        notes: Vec<Text> = "须知" / "notes" ["注意事项", "备注"], "办事须知", "请保留收据";
        /// Phone for complaints.
        complaints_phone: Option<Text> = "监督电话" / "complaints_phone" ["投诉电话"], "监督电话", "0999-7654321";
        /// Who answered for it; never printed.
        review: Option<TextOr<Review>> = "审核" / "review" [], "拟稿、审核、签发的人；从不公开", "{拟稿: 周启明}";
        /// Its steps, from the first on.
        steps: Vec<Step> = "步骤" / "steps" ["环节", "流程"] required, "一步一步怎么办", "[{谁办: 县信访局, 做什么: 登记, 时限: 未规定, 到此为止: 是}]";
    }
}

content! {
    /// A step of a procedure, or a place where it parts.
    pub struct Step = "step" "一个步骤" / "a step" {
        /// Name by which other steps lead here.
        id: Option<Text> = "编号" / "id" ["代号"], "编号，供“到”引用；不写就是第几步", "dengji";
        /// A step, or a place where the procedure parts.
        kind: Option<Text> = "类型" / "type" [], "步骤 或 分流", "步骤";
        /// A few words for the chart.
        name: Option<Text> = "名称" / "name" ["简称"], "流程图上用的短名", "登记";
        /// Who acts.
        actor: Option<Text> = "谁办" / "actor" ["办理单位", "办理人"], "谁来办；“您”是办事的群众", "县信访局";
        /// What is done.
        does: Option<Text> = "做什么" / "does" ["内容"] required, "做什么", "登记并转送";
        /// How long it may take.
        limit: Option<TextOr<Limit>> = "时限" / "limit" ["办理时限"], "多长时间；没有规定就写 未规定 或 从其规定", "{期限: 15日, 自: 收到之日, 性质: 法定, 依据: 《信访工作条例》第二十二条}";
        /// What the citizen receives.
        you_get: Vec<Text> = "您会收到" / "you_get" [], "您会收到什么", "《受理告知书》";
        /// What can be done when it is late.
        if_late: Option<TextOr<IfLate>> = "逾期" / "if_late" ["超期"], "过期没有结果怎么办", "{找谁: 县信访局督查股, 电话: 0999-7654321}";
        /// Where it goes on.
        next: Vec<TextOr<Way>> = "下一步" / "next" ["转到"], "接下来到哪一步", "[{如果: 不服, 到: fucha}]";
        /// Whether it ends here.
        end: Option<Text> = "到此为止" / "end" ["终点", "结束"], "是：程序到这里结束", "是";
        /// What the step is based on.
        basis: Vec<Text> = "依据" / "basis" [], "这一步的依据", "《信访工作条例》第三十一条";
    }
}

content! {
    /// A time limit.
    pub struct Limit = "limit" "一个时限" / "a time limit" {
        /// How long.
        within: Option<Text> = "期限" / "within" ["时限"] required, "多长：15日、5个工作日、2个月、当场", "15日";
        /// From which event on.
        from: Option<Text> = "自" / "from" ["起算", "自何时起"], "从哪件事那天起算", "收到信访事项之日";
        /// Law or a promise of the office.
        kind: Option<Text> = "性质" / "kind_of_limit" [], "法定 或 本地承诺", "法定";
        /// Which article says so.
        basis: Option<Text> = "依据" / "basis" [], "依据哪一条", "《信访工作条例》第二十二条第一款";
        /// How far it can be extended.
        extension: Option<Extension> = "延长" / "extension" [], "能不能延长", "{最多: 30日, 条件: 经负责人批准, 依据: 《信访工作条例》第三十四条}";
        /// What is left out of the count.
        not_counted: Vec<Text> = "不计入" / "not_counted" ["不计算"], "哪些时间不算在内", "听证所需时间";
    }
}

content! {
    /// How far a time limit can be extended.
    pub struct Extension = "extension" "一次延长" / "an extension" {
        /// By how much at most.
        at_most: Option<Text> = "最多" / "at_most" ["不超过"] required, "最多延长多久", "30日";
        /// On what condition.
        condition: Option<Text> = "条件" / "condition" [], "什么条件下可以延长", "情况复杂，经本机关负责人批准并告知您";
        /// Which article says so.
        basis: Option<Text> = "依据" / "basis" [], "依据哪一条", "《信访工作条例》第三十四条";
    }
}

content! {
    /// What can be done when a step is late.
    pub struct IfLate = "if_late" "逾期怎么办" / "what to do when it is late" {
        /// Whom to ask.
        ask: Option<Text> = "找谁" / "ask" [], "找哪个部门", "县信访局督查股";
        /// Their phone.
        phone: Option<Text> = "电话" / "phone" [], "电话", "0999-7654321";
        /// What it means for the citizen.
        consequence: Option<Text> = "后果" / "consequence" [], "您过期了有什么后果", "不再受理复查申请";
    }
}

content! {
    /// A way to another step.
    pub struct Way = "way" "一条去路" / "a way on" {
        /// In which case.
        condition: Option<Text> = "如果" / "if" ["情形"], "什么情况走这条路", "不服处理意见";
        /// To which step.
        to: Option<Text> = "到" / "to" ["转到"] required, "到哪一步的编号", "fucha";
        /// Which article says so.
        basis: Option<Text> = "依据" / "basis" [], "依据哪一条", "《信访工作条例》第三十五条";
    }
}
