//! Declares the front matter of `notices/*.md`.

use super::fields::content;
use super::site::Review;
use super::value::TextOr;
use crate::source::Text;

content! {
    /// What stands between the `---` lines of a notice.
    pub struct NoticeHead = "notice" "通知公告（notices/）" / "a notice (notices/)" {
        /// Title.
        title: Option<Text> = "标题" / "title" [] required, "标题", "春节期间接访安排的通知";
        /// Date of the notice.
        date: Option<Text> = "日期" / "date" ["发布日期", "落款日期"] required, "通知的日期", "2026-01-20";
        /// Column it appears in.
        column: Option<Text> = "栏目" / "column" [], "放在哪个栏目", "通知公告";
        /// When it lapses.
        expires: Option<Text> = "失效" / "expires" ["失效日期"], "哪天失效", "2026-03-01";
        /// Draft, published or out of use.
        status: Option<Text> = "状态" / "status" [], "草稿、发布 或 停用", "发布";
        /// Who issues it.
        issued_by: Option<Text> = "落款" / "issued_by" ["发布单位"], "落款单位", "清河县信访局";
        /// Number of the document.
        number: Option<Text> = "文号" / "number" [], "文号", "清信〔2026〕3号";
        /// Who answered for it; never printed.
        review: Option<TextOr<Review>> = "审核" / "review" [], "拟稿、审核、签发的人；从不公开", "{拟稿: 周启明}";
    }
}
