//! Declares the front matter of `regulations/*.md`, and reads a text that has none.

use super::fields::content;
use super::site::Review;
use super::value::{Items, TextOr};
use crate::source::{FileId, Span, Text};

content! {
    /// What stands between the `---` lines of a regulation.
    pub struct RegulationHead = "regulation" "法规制度（regulations/）" / "a regulation (regulations/)" {
        /// Title.
        title: Option<Text> = "标题" / "title" [] required, "标题", "来访接待规定";
        /// Number of the document.
        number: Option<Text> = "文号" / "number" [], "文号", "清政发〔2026〕3号";
        /// Who made it.
        issuer: Option<Text> = "制定机关" / "issuer" ["发布机关", "发文机关"], "制定机关", "清河县人民政府";
        /// What kind of rule it is.
        category: Option<Text> = "类别" / "category" ["效力级别"], "法律、行政法规、党内法规、地方性法规、规章、规范性文件或本地制度", "本地制度";
        /// Adopted on.
        adopted: Option<Text> = "通过" / "adopted" ["通过日期", "公布日期", "发布日期"], "哪天通过", "2026-03-01";
        /// In force from.
        effective: Option<Text> = "施行" / "effective" ["施行日期", "生效日期", "实施日期"], "哪天起施行", "2026-05-01";
        /// No longer in force from.
        repealed: Option<Text> = "废止" / "repealed" ["废止日期", "失效日期"], "哪天起废止", "2030-01-01";
        /// The text it takes the place of.
        supersedes: Option<Text> = "替代" / "supersedes" [], "替代哪一份，写标题或文件名", "《来访接待办法》";
        /// Where it was published first.
        source: Option<Text> = "出处" / "source" ["来源"], "原文网址", "https://www.qinghe.example/zhidu.html";
        /// Names under which other texts cite it.
        short: Items = "简称" / "short" [], "别的文件怎样称呼它", "接待规定";
        /// Draft, published or out of use.
        status: Option<Text> = "状态" / "status" [], "草稿、发布 或 停用", "发布";
        /// Who answered for it; never printed.
        review: Option<TextOr<Review>> = "审核" / "review" [], "拟稿、审核、签发的人；从不公开", "{拟稿: 周启明}";
    }
}

/// A text as it is pasted, whose first line is `# 标题`: the head that says this, and where the text goes on.
pub(super) fn bare(file: FileId, text: &str) -> Option<(RegulationHead, usize)> {
    let start = text.len() - text.trim_start().len();
    let line = text.get(start..)?.lines().next()?;
    let title = line.strip_prefix("# ")?.trim().trim_matches('*').trim();
    if title.is_empty() {
        return None;
    }
    let at = start + (title.as_ptr() as usize - line.as_ptr() as usize);
    let span = Span::new(file, at..at + title.len());
    let title = Text { value: title.to_owned(), span, verbatim: Some(0) };
    Some((RegulationHead { span, title: Some(title), ..RegulationHead::default() }, start + line.len()))
}
