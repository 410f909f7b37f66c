//! Declares the front matter of `pages/*.md`.

use super::fields::content;
use super::site::Review;
use super::value::TextOr;
use crate::source::Text;

content! {
    /// What stands between the `---` lines of a plain page.
    pub struct PageHead = "page" "普通网页（pages/）" / "a page (pages/)" {
        /// Title.
        title: Option<Text> = "标题" / "title" [] required, "标题", "怎样来访";
        /// Place among the pages of its unit.
        order: Option<Text> = "次序" / "order" ["排序", "顺序"], "排在第几", "1";
        /// Draft, published or out of use.
        status: Option<Text> = "状态" / "status" [], "草稿、发布 或 停用", "发布";
        /// Who answered for it; never printed.
        review: Option<TextOr<Review>> = "审核" / "review" [], "拟稿、审核、签发的人；从不公开", "{拟稿: 周启明}";
    }
}
