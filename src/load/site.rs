//! Declares `site.yaml`: address, language, time zone, footer, and rules that hold for every roster.

use super::fields::content;
use super::value::{Items, TextOr};
use crate::source::Text;

content! {
    /// What `site.yaml` says.
    pub struct Site = "site" "网站设置（site.yaml）" / "the site settings (site.yaml)" {
        /// Address of the finished site; without it posters carry the phone and no QR code.
        url: Option<Text> = "网址" / "url" ["网站地址"], "网站的网址；不写就不印二维码，只印电话", "https://www.example.gov.cn/xinfang/";
        /// Short ASCII name of the site, part of calendar and poster identifiers; never changes.
        code: Option<Text> = "代码" / "code" ["站点代码"], "网站的英文短名，用在日历和海报编号里，定了不改", "qinghe";
        /// Language of the site.
        language: Option<Text> = "语言" / "language" [], "网站的语言：zh-CN 或 en", "zh-CN";
        /// IANA time zone.
        timezone: Option<Text> = "时区" / "timezone" [], "时区，不写就是北京时间", "Asia/Shanghai";
        /// Which holidays count.
        holidays: Option<Text> = "节假日" / "holidays" [], "用哪里的节假日：中国、自备、不用", "中国";
        /// How times of day are written.
        time_style: Option<Text> = "钟点写法" / "time_style" [], "钟点怎么写：下午2:30、14:30 或 14时30分", "下午2:30";
        /// First day of the week.
        week_starts: Option<Text> = "一周始于" / "week_starts" [], "一周从周一还是周日开始", "周一";
        /// What a numbered week of a month (第3周周四) means on this site.
        week_of_month: Option<Text> = "第几周" / "week_of_month" [], "“第3周周四”这样的写法指什么：日历周 或 个数；不写就问", "日历周";
        /// Whether zeros in tables are published.
        zeros: Option<Text> = "零" / "zeros" [], "统计表里的零：照公布 或 一律不公布", "照公布";
        /// Who runs the site, for the foot of every page.
        publisher: Option<Text> = "主办单位" / "publisher" ["主办"], "主办单位，印在每页页脚", "清河县信访局";
        /// Licence number of the Chinese internet registry, for the foot of every page.
        icp: Option<Text> = "备案号" / "icp" ["ICP备案号"], "ICP 备案号，印在页脚", "某ICP备12345678号";
        /// Public security registration, for the foot of every page.
        police_record: Option<Text> = "公安备案号" / "police_record" ["公网安备"], "公安备案号，印在页脚", "某公网安备 12345678901234号";
        /// Identifier of a government site, for the foot of every page.
        site_id: Option<Text> = "网站标识码" / "site_id" ["标识码"], "政府网站标识码，印在页脚", "1234567890";
        /// Phone for complaints about receptions.
        complaints_phone: Option<Text> = "监督电话" / "complaints_phone" ["投诉电话"], "监督电话", "0999-1234567";
        /// A sentence printed on every notice.
        on_every_notice: Vec<Text> = "每张告示都印" / "on_every_notice" [], "每张告示都印的话", "来访请带身份证";
        /// Who drafts, reviews and approves; never printed.
        review: Option<TextOr<Review>> = "审核" / "review" [], "拟稿、审核、签发的人，或“必须”；从不公开", "必须";
        /// Which papers and kinds of poster a build makes.
        posters: Items = "海报" / "posters" [], "生成哪些告示，用什么纸；不要告示写“无”", "A3 月告示、A4 变更";
        /// Whether it is counted how many of the sessions planned were held.
        held_counts: Option<Text> = "接待次数统计" / "held_counts" [], "在安排的网页上公布计划几次、实际几次：公布 或 不公布；不写就不公布", "不公布";
        /// On what terms the published data may be used.
        data_licence: Option<Text> = "数据许可" / "data_licence" ["许可"], "公开的数据可以怎么用", "可以自由使用，请注明来源";
        /// Whom to tell of a fault in the site.
        security_contact: Option<Text> = "安全联系" / "security_contact" [], "网站有安全问题找谁：邮箱、电话或网址", "webmaster@example.gov.cn";
        /// What looks like personal information and may be published after review.
        may_be_public: Vec<Allowance> = "准予公开" / "may_be_public" ["允许公开"], "看着像个人信息、经人审核可以公开的内容", "[{内容: xinfang@163.com, 理由: 信访局工作邮箱, 审核: 罗䂮英, 日期: 2026-11-20}]";
        /// How long before a reception its notice must be up.
        notice_period: Option<Text> = "提前公示" / "notice_period" [], "接访前几天公示，各份安排可另写", "5天";
        /// What happens on statutory days off, unless a roster says otherwise.
        on_holiday: Option<Text> = "遇节假日" / "on_holiday" ["遇法定节假日"], "遇法定节假日怎么办，各份安排可另写", "顺延至下一工作日";
        /// What happens on ordinary Saturdays and Sundays, unless a roster says otherwise.
        on_weekend: Option<Text> = "遇周末" / "on_weekend" ["遇双休日"], "遇平常周末怎么办，各份安排可另写", "顺延至下一工作日";
        /// What happens on make-up workdays, unless a roster says otherwise.
        on_makeup_day: Option<Text> = "遇补班日" / "on_makeup_day" ["遇调休日"], "遇调休上班日怎么办", "按所补的星期";
    }
}

content! {
    /// Who answered for a text before it was published. Never printed.
    pub struct Review = "review" "审核记录" / "a review record" {
        /// Who drafted it.
        drafted_by: Option<Text> = "拟稿" / "drafted_by" ["起草"], "谁拟稿", "周启明";
        /// Who reviewed it.
        reviewed_by: Option<Text> = "审核" / "reviewed_by" ["核稿"], "谁审核", "马会兰";
        /// Who approved it.
        approved_by: Option<Text> = "签发" / "approved_by" [], "谁签发", "欧阳鋐";
        /// When it was approved.
        date: Option<Text> = "日期" / "date" [], "哪天签发", "2026-11-20";
    }
}

content! {
    /// Something that looks like personal information and may be published. Never printed.
    pub struct Allowance = "allowance" "一条准予公开的内容" / "something that may be published" {
        /// The number, mailbox or words, as they stand in the text.
        text: Option<Text> = "内容" / "text" [] required, "号码、邮箱或文字，和文中的一样", "xinfang@163.com";
        /// Why it may be published.
        reason: Option<Text> = "理由" / "reason" ["原因"] required, "为什么可以公开", "信访局工作邮箱";
        /// Who reviewed it.
        approved_by: Option<Text> = "审核" / "approved_by" ["签发", "审核人"] required, "谁审核", "罗䂮英";
        /// When it was reviewed.
        date: Option<Text> = "日期" / "date" [] required, "哪天审核", "2026-11-20";
    }
}
