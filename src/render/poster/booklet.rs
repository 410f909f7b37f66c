//! Turns a regulation into what its booklet says: title, facts, contents, every article with its address.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cells;
use super::data::{Fact, Qr, as_text};
use super::desk::Desk;
use crate::model::regulation::{Anchor, Block, BlockKind, Cited, Force, Regulation, RegulationId};
use crate::model::site::{Site, UNDATED};
use crate::plan::{Output, Subject};
use crate::render::words::{Words, force};

/// A regulation as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookletData {
    /// Language of the text as BCP 47.
    pub language: String,
    /// Title in the file's metadata.
    pub document_title: String,
    /// The title.
    pub title: String,
    /// Who made it; empty where nobody says.
    pub issuer: String,
    /// Number and dates: a label and one line each.
    pub facts: Vec<Fact>,
    /// What is said of a text that does not hold; empty where it does, which the website says for the day.
    pub force: String,
    /// The text.
    pub blocks: Vec<BookBlock>,
    /// Small lines at the end.
    pub small_print: Vec<String>,
    /// The code to scan; `None` for a site without an address.
    pub qr: Option<Qr>,
    /// The booklet's own code; it also identifies the file.
    pub code: String,
    /// What dates the file.
    #[serde(with = "as_text")]
    pub edition: NaiveDate,
    /// The words of the contents and the foot of pages.
    pub words: BookWords,
}

/// Words around the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookWords {
    /// Heading of the contents.
    pub contents: String,
    /// Which page of how many; `{page}` and `{pages}` are filled in.
    pub page: String,
    /// What the code is, for those who cannot see it; `{url}` is filled in.
    pub qr_alt: String,
}

/// One paragraph, item, heading or table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BookBlock {
    /// What it is.
    pub kind: BookKind,
    /// Its address within the file; empty where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Of a heading: 2 or 3.
    #[serde(default)]
    pub level: u8,
    /// 第十二条, （一）, 第二章: as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The words after the label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub runs: Vec<Run>,
    /// Of a table: its rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Vec<String>>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BookKind {
    /// A chapter and the like.
    Heading,
    /// Before the first article.
    Lead,
    /// An article with its first paragraph.
    Article,
    /// An article with a heading of its own.
    Caption,
    /// A paragraph.
    #[default]
    Paragraph,
    /// 项.
    Item,
    /// 目.
    SubItem,
    /// Words of another text.
    Quoted,
    /// A table.
    Table,
}

/// Words that may lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Run {
    /// The words.
    pub words: String,
    /// An address within the file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// An address on the site.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
}

impl BookletData {
    /// Its texts in the order in which they are printed.
    pub(super) fn printed(&self) -> Vec<&str> {
        let mut all: Vec<&str> = vec![&self.issuer, &self.title, &self.force];
        all.extend(self.facts.iter().flat_map(|fact| fact.lines.iter().map(String::as_str)));
        for block in &self.blocks {
            all.push(&block.label);
            all.extend(block.runs.iter().map(|run| run.words.as_str()));
            all.extend(block.rows.iter().flatten().map(String::as_str));
        }
        all
    }
}

/// 单行本.
pub(super) fn booklet(desk: Desk<'_>, id: RegulationId) -> BookletData {
    let Desk { site, words, .. } = desk;
    let regulation = site.regulation(id);
    let code = desk.plan.routes.code(Subject::Booklet(regulation.unit, id)).to_owned();
    let mut qr = desk.qr(Subject::Booklet(regulation.unit, id));
    if let Some(code) = &mut qr {
        words.poster_qr_page.text().clone_into(&mut code.caption);
    }
    BookletData {
        language: site.settings.language.tag().to_owned(),
        document_title: regulation.title.clone(),
        title: regulation.title.clone(),
        issuer: regulation.issuer.clone().unwrap_or_default(),
        facts: facts(desk, regulation),
        force: force_of(site, words, regulation),
        blocks: Blocks { desk, id, regulation, cited: cited(regulation) }.all(),
        small_print: small_print(desk, regulation, &code),
        qr,
        code,
        edition: [regulation.adopted, regulation.effective].into_iter().flatten().max().unwrap_or(UNDATED),
        words: BookWords {
            contents: words.booklet_contents.text().to_owned(),
            page: words.booklet_page.text().to_owned(),
            qr_alt: words.poster_qr_alt.text().to_owned(),
        },
    }
}

fn facts(desk: Desk<'_>, regulation: &Regulation) -> Vec<Fact> {
    let words = desk.words;
    let day = |day: Option<NaiveDate>| day.map(|day| words.full_day_plain(day));
    let rows = [
        (&words.regulation_number, regulation.number.clone()),
        (&words.regulation_category, regulation.category.clone()),
        (&words.regulation_adopted, day(regulation.adopted)),
        (&words.regulation_effective, day(regulation.effective)),
        (&words.regulation_repealed, day(regulation.repealed)),
    ];
    let rows = rows.into_iter().filter_map(|(label, line)| {
        Some(Fact { label: label.text().to_owned(), lines: vec![line?], details: Vec::new() })
    });
    rows.collect()
}

/// 尚未施行, 已废止 or 已被替代, with its day.
fn force_of(site: &Site, words: &Words, regulation: &Regulation) -> String {
    match regulation.force(site.edition, force::replaced(site, regulation)) {
        Force::InForce | Force::Unknown => String::new(),
        other => force::told(site, words, regulation).of(other).unwrap_or_default().to_owned(),
    }
}

fn small_print(desk: Desk<'_>, regulation: &Regulation, code: &str) -> Vec<String> {
    let words = desk.words;
    let unit = &desk.unit.name;
    let mut lines =
        vec![words.booklet_published.fill(&[("unit", unit)]), words.poster_website_counts.text().to_owned()];
    lines.extend(
        regulation.source.as_ref().map(|source| {
            words.poster_elsewhere_item.fill(&[("matter", words.regulation_source.text()), ("go", source)])
        }),
    );
    lines.extend((!code.is_empty()).then(|| words.poster_number_only.fill(&[("number", code)])));
    lines
}

/// The citations of each block, by where its words begin.
fn cited(regulation: &Regulation) -> BTreeMap<u32, Vec<&Cited>> {
    let mut all: BTreeMap<u32, Vec<&Cited>> = BTreeMap::new();
    for (slice, cited) in &regulation.cited {
        all.entry(slice.start).or_default().push(cited);
    }
    all
}

struct Blocks<'a> {
    desk: Desk<'a>,
    id: RegulationId,
    regulation: &'a Regulation,
    cited: BTreeMap<u32, Vec<&'a Cited>>,
}

impl Blocks<'_> {
    fn all(&self) -> Vec<BookBlock> {
        self.regulation.text.blocks().iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> BookBlock {
        let text = &self.regulation.text;
        let label = text.words(block.label).to_owned();
        let id = if block.anchor.is_none() { String::new() } else { block.anchor.to_string() };
        let kind = match block.kind {
            BlockKind::Heading(at) => {
                let heading = text.headings().get(at as usize);
                let level = text.level(at as usize);
                let id = heading.map(|heading| heading.id.clone()).unwrap_or_default();
                let runs = self.runs(block);
                return BookBlock { kind: BookKind::Heading, id, level, label, runs, rows: Vec::new() };
            }
            BlockKind::Lead => BookKind::Lead,
            BlockKind::Article => BookKind::Article,
            BlockKind::Caption => BookKind::Caption,
            BlockKind::Paragraph => BookKind::Paragraph,
            BlockKind::Item => BookKind::Item,
            BlockKind::SubItem => BookKind::SubItem,
            BlockKind::Quoted => BookKind::Quoted,
            BlockKind::Other => {
                let rows = text.html(block).map(cells::rows).unwrap_or_default();
                if !rows.is_empty() {
                    return BookBlock { kind: BookKind::Table, rows, ..BookBlock::default() };
                }
                BookKind::Paragraph
            }
        };
        BookBlock { kind, id, level: 0, label, runs: self.runs(block), rows: Vec::new() }
    }

    /// The words of a block, cut where a citation begins and ends. What has marks of its own has no links.
    fn runs(&self, block: &Block) -> Vec<Run> {
        let words = self.regulation.text.words(block.words);
        let plain = |words: &str| Run { words: words.to_owned(), ..Run::default() };
        let mut runs = Vec::new();
        let mut done = 0;
        let cited = self.cited.get(&block.words.start).filter(|_| block.rich.is_none());
        for cited in cited.into_iter().flatten() {
            let parts = (words.get(done..cited.range.start), words.get(cited.range.clone()));
            let (Some(before), Some(inside)) = parts else { continue };
            runs.push(plain(before));
            runs.push(self.linked(cited, inside));
            done = cited.range.end;
        }
        runs.push(plain(words.get(done..).unwrap_or_default()));
        runs.retain(|run| !run.words.is_empty());
        runs
    }

    fn linked(&self, cited: &Cited, words: &str) -> Run {
        let mut run = Run { words: words.to_owned(), ..Run::default() };
        let here = cited.text == self.id;
        match (&cited.anchor, &self.desk.site.settings.url) {
            (Some(anchor), _) if here => run.place = self.place(anchor),
            (anchor, Some(url)) if !here => {
                let page = self.desk.plan.routes.web_path(Output::Regulation(cited.text));
                let mark = anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
                run.url = format!("{url}{page}{mark}");
            }
            _ => {}
        }
        run
    }

    /// The address of the block at an address: a whole article is found at its first paragraph.
    fn place(&self, id: &str) -> String {
        let block = Anchor::parse(id).and_then(|anchor| self.regulation.text.find(&anchor));
        block.map_or(id.to_owned(), |block| block.anchor.to_string())
    }
}
