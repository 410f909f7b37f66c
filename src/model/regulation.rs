//! A regulation: its facts, and its text cut into articles, paragraphs and items that each have an address.

use std::ops::Range;
use std::sync::Arc;

pub use super::anchor::{Anchor, Part};
use super::unit::UnitId;
use chrono::NaiveDate;

/// A regulation of a site: its place in [`super::site::Site::regulations`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegulationId(pub usize);

/// A regulation as published.
#[derive(Debug, Clone)]
pub struct Regulation {
    /// The unit that publishes it.
    pub unit: UnitId,
    /// File name without ending.
    pub stem: String,
    /// Title, without 《》.
    pub title: String,
    /// 文号.
    pub number: Option<String>,
    /// 制定机关.
    pub issuer: Option<String>,
    /// 类别, as the clerk wrote it.
    pub category: Option<String>,
    /// Adopted on.
    pub adopted: Option<NaiveDate>,
    /// In force from.
    pub effective: Option<NaiveDate>,
    /// No longer in force from.
    pub repealed: Option<NaiveDate>,
    /// Where the text was published first, as a URI.
    pub source: Option<String>,
    /// Names under which other texts cite it.
    pub short: Vec<String>,
    /// The text it takes the place of.
    pub supersedes: Option<Predecessor>,
    /// The text that takes its place.
    pub superseded_by: Option<RegulationId>,
    /// The text.
    pub text: Statute,
    /// The citations in its words that lead somewhere, in order.
    pub cited: Vec<(Slice, Cited)>,
}

/// Words that cite a text of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The bytes of the words.
    pub range: Range<usize>,
    /// The text.
    pub text: RegulationId,
    /// The place in it; `None` for the whole.
    pub anchor: Option<String>,
}

/// The text that a regulation takes the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Predecessor {
    /// On this site.
    Here(RegulationId),
    /// Elsewhere: its title.
    Elsewhere(String),
}

/// What holds of a regulation on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// 现行.
    InForce,
    /// 尚未施行: from this day.
    NotYet(NaiveDate),
    /// 已废止, from this day.
    Repealed(NaiveDate),
    /// 已被替代.
    Superseded(RegulationId),
    /// The dates do not say.
    Unknown,
}

/// A stretch of a statute's words: of the file, or of words put together from several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Slice {
    /// First byte; with [`Slice::JOINED`] set it counts in the joined words.
    pub(crate) start: u32,
    /// Length in bytes.
    pub(crate) length: u32,
}

impl Slice {
    /// Marks a start that counts in the joined words. Content files are refused long before they are so long.
    pub(crate) const JOINED: u32 = 1 << 31;

    /// Whether there is nothing in it.
    pub fn is_empty(self) -> bool {
        self.length == 0
    }
}

/// Where the pieces of a text stood in its file, before some were put in the place of others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves(Vec<(u32, u32)>);

impl Moves {
    /// The bytes `now` have been put in the place of the bytes `then`, after all before them.
    pub(crate) fn add(&mut self, now: &Range<usize>, then: &Range<usize>) {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.0.extend([(byte(now.start), byte(then.start)), (byte(now.end), byte(then.end))]);
    }

    /// Whether every piece stands where it stood.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a byte stood.
    pub fn place(&self, now: usize) -> usize {
        let next = self.0.partition_point(|(from, _)| *from as usize <= now);
        let Some((last, &(from, then))) = next.checked_sub(1).and_then(|last| Some((last, self.0.get(last)?))) else {
            return now;
        };
        // What was put in stood nowhere but where it was put; what follows it has only moved.
        then as usize + if last % 2 == 0 { 0 } else { now - from as usize }
    }

    /// Where some bytes stood.
    pub fn range(&self, now: &Range<usize>) -> Range<usize> {
        let start = self.place(now.start);
        start..if now.is_empty() { start } else { self.place(now.end - 1) + 1 }
    }
}

/// The text of a regulation: blocks in order, their words, their addresses.
#[derive(Debug, Clone)]
pub struct Statute {
    pub(crate) file: Arc<str>,
    pub(crate) moves: Moves,
    pub(crate) joined: String,
    pub(crate) rich: Vec<String>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) headings: Vec<Heading>,
    /// Anchors with their blocks, in order of anchors.
    pub(crate) index: Vec<(Anchor, u32)>,
}

/// One paragraph, item, heading or table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its address; empty where it has none.
    pub anchor: Anchor,
    /// 第十二条, （一）, 第二章: as written.
    pub label: Slice,
    /// The words after the label, as plain text.
    pub words: Slice,
    /// The words as safe HTML, where they have marks: an index that [`Statute::html`] understands.
    pub rich: Option<u32>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// 编, 章, 节 or another heading: an index into [`Statute::headings`].
    Heading(u32),
    /// Before the first article: the decision that adopted it, and the like.
    Lead,
    /// 条 with its first 款.
    Article,
    /// A heading of an article: its words are no 款.
    Caption,
    /// 款, or a paragraph that belongs to no article.
    Paragraph,
    /// 项.
    Item,
    /// 目.
    SubItem,
    /// Words of another text, as an amendment quotes them.
    Quoted,
    /// A table, a picture, a list without numbers.
    Other,
}

/// A heading of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its block.
    pub block: u32,
    /// 1 编, 2 分编, 3 章, 4 节, 5 目; 0 for annexes, 6 for headings without a number.
    pub rank: u8,
    /// The number; 0 where it has none.
    pub number: u32,
    /// Its address: `c2`, `c2-1`, `b1-c2`, `f1`.
    pub id: String,
}

impl Heading {
    /// The level of a heading on a page, whose title has the first: 节 stands below 章 where there is one above it.
    pub fn level(&self, above: &[Heading]) -> u8 {
        let below = matches!(self.rank, 4 | 5) && above.iter().any(|other| !matches!(other.rank, 4 | 5));
        if below { 3 } else { 2 }
    }
}

impl Statute {
    /// The level of a heading, by its place in [`Statute::headings`]; 2 or 3.
    pub fn level(&self, at: usize) -> u8 {
        self.headings.get(at).map_or(2, |heading| heading.level(&self.headings[..at]))
    }

    /// The blocks in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The headings in order.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// The words of a stretch.
    pub fn words(&self, slice: Slice) -> &str {
        let (text, start) = match slice.start & Slice::JOINED {
            0 => (&*self.file, slice.start),
            _ => (self.joined.as_str(), slice.start & !Slice::JOINED),
        };
        text.get(start as usize..start as usize + slice.length as usize).unwrap_or("")
    }

    /// The bytes of the file in which a part of a stretch stands; none where its words were put together.
    pub(crate) fn place(&self, slice: Slice, part: &Range<usize>) -> Option<Range<usize>> {
        let start = (slice.start & Slice::JOINED == 0).then_some(slice.start as usize)?;
        Some(self.moves.range(&(start + part.start..start + part.end)))
    }

    /// The safe HTML of a block that has marks.
    pub fn html(&self, block: &Block) -> Option<&str> {
        self.rich.get(block.rich? as usize).map(String::as_str)
    }

    /// Gives a block the HTML of its Markdown, and its words without the marks.
    pub(crate) fn set_html(&mut self, block: u32, html: String, words: &str) {
        let start = u32::try_from(self.joined.len()).unwrap_or(0) | Slice::JOINED;
        let length = u32::try_from(words.len()).unwrap_or(0);
        if let Some(block) = self.blocks.get_mut(block as usize) {
            block.rich = u32::try_from(self.rich.len()).ok();
            block.words = Slice { start, length };
            self.joined.push_str(words);
            self.rich.push(html);
        }
    }

    /// SHA-256 of all that its page is made of, as numbers.
    pub fn digest(&self) -> [u8; 32] {
        use sha2::{Digest as _, Sha256};
        let mut hash = Sha256::new();
        hash.update(self.file.as_bytes());
        for html in &self.rich {
            hash.update(html);
            hash.update([0]);
        }
        hash.finalize().into()
    }

    /// The block of an address.
    pub fn find(&self, anchor: &Anchor) -> Option<&Block> {
        let at = self.index.binary_search_by(|(known, _)| known.cmp(anchor)).ok()?;
        self.blocks.get(self.index.get(at)?.1 as usize)
    }

    /// Whether an address such as `t12-2` or `c2` is one of this text.
    pub fn has(&self, id: &str) -> bool {
        Anchor::parse(id).is_some_and(|anchor| self.find(&anchor).is_some())
            || self.headings.iter().any(|heading| heading.id == id)
    }

    /// Every article with its blocks, in order. Points (一、) count where there are no articles.
    pub fn articles(&self) -> impl Iterator<Item = (Anchor, &[Block])> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let begins = |block: &Block| matches!(block.kind, BlockKind::Article | BlockKind::Caption);
            let start = at + self.blocks.get(at..)?.iter().position(begins)?;
            let own = self.blocks[start].anchor.whole();
            let belongs = |block: &&Block| !begins(block) && !matches!(block.kind, BlockKind::Heading(_));
            at = start + 1 + self.blocks[start + 1..].iter().take_while(belongs).count();
            Some((own, &self.blocks[start..at]))
        })
    }
}

impl Regulation {
    /// What holds on a day. `successor` is when the text that takes its place comes into force, where it says so.
    pub fn force(&self, day: NaiveDate, successor: Option<NaiveDate>) -> Force {
        if let Some(id) = self.superseded_by
            && successor.is_none_or(|from| from <= day)
        {
            return Force::Superseded(id);
        }
        match (self.repealed, self.effective) {
            (Some(repealed), _) if repealed <= day => Force::Repealed(repealed),
            (_, Some(effective)) if effective > day => Force::NotYet(effective),
            (_, Some(_)) => Force::InForce,
            _ => Force::Unknown,
        }
    }

    /// The latest year that its dates or the words before its first article name: when it was last changed.
    pub fn last_year(&self) -> Option<i32> {
        use chrono::Datelike as _;
        let dates = [self.adopted, self.effective].into_iter().flatten().map(|day| day.year());
        let lead = self.text.blocks.iter().take_while(|block| block.kind == BlockKind::Lead);
        dates.chain(lead.flat_map(|block| years(self.text.words(block.words)))).max()
    }

    /// Whether a citation means it: by title, with or without 《》, or by a short name.
    pub fn is_called(&self, name: &str) -> bool {
        let name = name.trim().trim_start_matches('《').trim_end_matches('》');
        self.title == name || self.short.iter().any(|short| short == name)
    }
}

/// The years that words name: 2018年, 2018-10-26, 二〇一八年.
fn years(words: &str) -> impl Iterator<Item = i32> {
    words.match_indices(['年', '-', '.']).filter_map(|(at, _)| {
        let mut digits = words[..at].chars().rev().map(|c| match c {
            '〇' | '○' | '零' => Some(0),
            _ => c.to_digit(10).or_else(|| u32::try_from("一二三四五六七八九".chars().position(|d| d == c)? + 1).ok()),
        });
        let mut year = 0;
        for scale in [1, 10, 100, 1000] {
            year += scale * i32::try_from(digits.next()??).ok()?;
        }
        (digits.next().flatten().is_none() && (1900..2200).contains(&year)).then_some(year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_found_in_what_stands_before_the_articles() {
        for (words, expected) in [
            ("（2014年4月24日通过　根据2018年《关于修改〈来访规定〉的决定》修正）", vec![2014, 2018]),
            ("2021-03-01 通过", vec![2021]),
            ("（二〇二〇年一月一日发布）", vec![2020]),
            ("清政发〔2026〕3号", vec![]),
            ("共20260年，第0310-2026号", vec![]),
        ] {
            assert_eq!(years(words).collect::<Vec<_>>(), expected, "{words}");
        }
    }
}
