//! Turns what lines open into blocks: counts 款, 项 and 目, gives addresses, and notes numbers that are out of order.

use std::ops::Range;
use std::sync::Arc;

use super::line::{Article, Marker, Style};
use super::marks::has_marks;
use super::numbers::Numbers;
use super::{Marked, Name, Note, Problem, Reading};
use crate::model::regulation::{Anchor, Block, BlockKind, Heading, Moves, Part, Slice, Statute};

/// Words of a block while lines are still being added.
#[derive(Debug, Clone)]
pub(super) enum Words {
    /// As they stand in the file.
    There(Range<usize>),
    /// Put together; and where they begin.
    Joined(String, usize),
}

/// What has been built, and where in the text we are.
pub(super) struct Builder<'t> {
    pub(super) file: &'t str,
    shared: &'t Arc<str>,
    joined: String,
    pub(super) blocks: Vec<Block>,
    pub(super) headings: Vec<Heading>,
    pub(super) index: Vec<(Anchor, u32)>,
    notes: Vec<Note>,
    pub(super) marked: Vec<Marked>,
    pub(super) ids: std::collections::BTreeSet<String>,
    numbers: Numbers,
    /// Headings that lie above, each with rank and place in `headings`.
    pub(super) above: Vec<(u8, usize)>,
    /// Headings since anything else, by place in `headings`: perhaps a table of contents.
    pub(super) run: Vec<usize>,
    pub(super) part: Part,
    restarts: u16,
    pub(super) annexes: u16,
    /// The last article's number and 之.
    pub(super) last: Option<(u32, u16)>,
    /// The article being read; none before the first one and after a heading.
    pub(super) current: Option<Anchor>,
    pub(super) list: List,
    /// The text changes others, whose articles it quotes.
    amends: bool,
    /// A point (一、) stands since the last article: it may list articles of other texts.
    pointed: bool,
    /// A chapter has begun and none of its articles.
    pub(super) fresh_chapter: bool,
    /// Articles and chapters so far, points apart.
    pub(super) articles: usize,
    pub(super) chapters: usize,
    /// Lines like 十二条 that begin no article.
    pub(super) almost: Option<Range<usize>>,
}

/// The list of items being read.
#[derive(Default, Clone, Copy)]
pub(super) struct List {
    item: Option<(Style, u32)>,
    sub: Option<(Style, u32)>,
}

impl<'t> Builder<'t> {
    pub(super) fn new(shared: &'t Arc<str>, amends: bool) -> Self {
        Self {
            file: shared,
            shared,
            joined: String::new(),
            blocks: Vec::with_capacity(shared.len() / 120),
            headings: Vec::new(),
            index: Vec::new(),
            notes: Vec::new(),
            marked: Vec::new(),
            ids: std::collections::BTreeSet::new(),
            numbers: Numbers::default(),
            above: Vec::new(),
            run: Vec::new(),
            part: Part::Body,
            restarts: 1,
            annexes: 0,
            last: None,
            current: None,
            list: List::default(),
            amends,
            pointed: false,
            fresh_chapter: false,
            articles: 0,
            chapters: 0,
            almost: None,
        }
    }

    /// What number would go on the count: whether an article's is that, and the number it means then.
    pub(super) fn expected(&self, article: &Article) -> Option<u32> {
        let fits = |value: u32| match self.last {
            None => value == 1 && article.inserted == 0,
            Some((last, inserted)) if article.inserted > 0 => value == last && article.inserted == inserted + 1,
            Some((last, _)) => value == last + 1,
        };
        [Some(article.number.value), article.number.perhaps].into_iter().flatten().find(|value| fits(*value))
    }

    fn note(&mut self, place: Range<usize>, problem: Problem) {
        self.notes.push(Note { place, problem });
    }

    /// Notes that articles are out of order, where this text is the one that numbers them.
    fn disorder(&mut self, place: &Range<usize>, problem: Problem) {
        if !self.amends && !self.pointed {
            self.note(place.clone(), problem);
        }
    }

    /// The words of a stretch.
    pub(super) fn text(&self, slice: Slice) -> &str {
        let (text, start) = match slice.start & Slice::JOINED {
            0 => (self.file, slice.start as usize),
            _ => (self.joined.as_str(), (slice.start & !Slice::JOINED) as usize),
        };
        text.get(start..start + slice.length as usize).unwrap_or("")
    }

    pub(super) fn push(&mut self, kind: BlockKind, anchor: Anchor, label: Range<usize>, words: Words, raw: bool) {
        let at = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        let (words, text, place) = match words {
            Words::There(range) => (slice(&range), None, range.start),
            Words::Joined(text, place) => {
                let start = u32::try_from(self.joined.len()).unwrap_or(0) | Slice::JOINED;
                self.joined.push_str(&text);
                (Slice { start, length: u32::try_from(text.len()).unwrap_or(0) }, Some(text), place)
            }
        };
        let plain = text.as_deref().unwrap_or_else(|| self.text(words));
        if raw || has_marks(plain) {
            let body = plain.to_owned();
            self.marked.push(Marked { block: at, place, body, inline: !raw });
        }
        if !matches!(kind, BlockKind::Heading(_)) {
            self.run.clear();
        }
        self.blocks.push(Block { kind, anchor, label: slice(&label), words, rich: None });
        if !anchor.is_none() {
            self.index.push((anchor, at));
        }
    }

    /// An article with its first words.
    pub(super) fn article(&mut self, article: &Article, label: Range<usize>, words: Words, caption: bool) {
        let number = self.expected(article).unwrap_or(article.number.value);
        let inserted = article.inserted;
        let name = Name::Article;
        if let Some((last, before)) = self.last {
            if number == 1 && inserted == 0 && last > 1 {
                self.close();
                self.restarts += 1;
                self.part = Part::Again(self.restarts);
            } else if (number, inserted) == (last, before) {
                self.disorder(&label, Problem::ArticleRepeated(name(number, inserted)));
            } else if (number, inserted) < (last, before) {
                let before = name(last, before);
                self.disorder(&label, Problem::ArticleBackwards { before, found: name(number, inserted) });
            } else if self.expected(article).is_none() {
                let expected = if number == last { name(last, before + 1) } else { name(last + 1, 0) };
                self.disorder(&label, Problem::ArticleMissing { expected, found: name(number, inserted) });
            }
        } else if number > 1 && self.part == Part::Body && self.articles == 0 {
            // An excerpt may begin anywhere; only a text that misses its first article or two is surely cut by mistake.
            if number <= 3 && inserted == 0 {
                let found = name(number, 0);
                self.disorder(&label, Problem::ArticleMissing { expected: name(1, 0), found });
            }
        }
        self.last = Some((number, inserted));
        self.pointed = false;
        self.articles += 1;
        let whole = Anchor { part: self.part, article: number, inserted, ..Anchor::default() };
        self.begin(whole, label, words, caption);
    }

    /// A point (一、) that counts as an article in a text without articles.
    pub(super) fn point(&mut self, marker: &Marker, label: Range<usize>, words: Words) {
        let whole = Anchor { part: self.part, point: true, article: marker.number, ..Anchor::default() };
        self.begin(whole, label, words, false);
    }

    fn begin(&mut self, mut whole: Anchor, label: Range<usize>, words: Words, caption: bool) {
        whole.copy = self.numbers.copy(whole);
        let at = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        self.index.push((whole, at));
        self.list = List::default();
        self.fresh_chapter = false;
        let (kind, anchor) = if caption {
            (BlockKind::Caption, Anchor::default())
        } else {
            (BlockKind::Article, Anchor { paragraph: 1, ..whole })
        };
        self.current = Some(Anchor { paragraph: u16::from(!caption), ..whole });
        self.push(kind, anchor, label, words, false);
        if caption && let Some(block) = self.blocks.last_mut() {
            block.anchor = whole;
        }
    }

    /// 款, or words that belong to no article.
    pub(super) fn paragraph(&mut self, words: Words) {
        self.list = List::default();
        if let Some(current) = &mut self.current {
            current.paragraph += 1;
            let anchor = Anchor { item: 0, sub_item: 0, ..*current };
            self.push(BlockKind::Paragraph, anchor, 0..0, words, false);
        } else {
            let lead = self.articles == 0 && self.headings.is_empty() && self.index.is_empty();
            let kind = if lead { BlockKind::Lead } else { BlockKind::Paragraph };
            self.push(kind, Anchor::default(), 0..0, words, false);
        }
    }

    /// Words of another text, a bullet, a table: they count as nothing.
    pub(super) fn uncounted(&mut self, kind: BlockKind, words: Words, raw: bool) {
        self.push(kind, Anchor::default(), 0..0, words, raw);
    }

    /// 项 or 目.
    pub(super) fn item(&mut self, marker: &Marker, label: Range<usize>, words: Words) {
        let Marker { style, number, .. } = *marker;
        self.pointed |= style == Style::Point;
        if self.fresh_chapter && self.current.is_none() && style == Style::Bracketed {
            self.note(label.clone(), Problem::ItemOutside(Name::Item(number)));
        }
        let list = self.list;
        let deeper = list.sub.is_some_and(|(sub, _)| sub != style) && list.item.is_some_and(|(item, _)| item != style);
        let is_item = list.item.is_none_or(|(item, _)| item == style);
        let next = |before: Option<(Style, u32)>| match before {
            Some((_, last)) if number <= last => last + 1,
            _ => number,
        };
        let mut anchor = self.current.unwrap_or_default();
        let kind = if is_item {
            if self.current.is_some() && style == Style::Bracketed {
                self.check_item(number, list.item.map(|(_, last)| last), &label);
            }
            let own = next(list.item);
            // A list that begins anew counts on in its address and from its own number in its order.
            self.list = List { item: Some((style, own)), sub: None };
            anchor.item = u16::try_from(own).unwrap_or(u16::MAX);
            anchor.sub_item = 0;
            BlockKind::Item
        } else {
            let own = if deeper { list.sub.map_or(1, |(_, last)| last + 1) } else { next(list.sub) };
            if !deeper {
                self.list.sub = Some((style, own));
            } else if let Some((style, _)) = list.sub {
                self.list.sub = Some((style, own));
            }
            anchor.item = list.item.map_or(0, |(_, item)| u16::try_from(item).unwrap_or(u16::MAX));
            anchor.sub_item = u16::try_from(own).unwrap_or(u16::MAX);
            BlockKind::SubItem
        };
        match &mut self.current {
            Some(current) => {
                current.paragraph = current.paragraph.max(1);
                anchor.paragraph = current.paragraph;
            }
            None => anchor = Anchor::default(),
        }
        self.push(kind, anchor, label, words, false);
    }

    fn check_item(&mut self, number: u32, last: Option<u32>, label: &Range<usize>) {
        let name = Name::Item;
        match last {
            // Several lists in one paragraph begin anew each.
            Some(_) if number == 1 => {}
            Some(last) if number == last => self.note(label.clone(), Problem::ItemRepeated(name(number))),
            Some(last) if number > last + 1 => {
                let (expected, found) = (name(last + 1), name(number));
                self.note(label.clone(), Problem::ItemMissing { expected, found });
            }
            _ => {}
        }
    }

    pub(super) fn finish(mut self) -> Reading {
        self.close();
        if self.articles == 0
            && self.chapters > 0
            && let Some(place) = self.almost.take()
        {
            self.note(place, Problem::NoArticle);
        }
        self.index.sort_unstable();
        let statute = Statute {
            file: Arc::clone(self.shared),
            moves: Moves::default(),
            joined: self.joined,
            rich: Vec::new(),
            blocks: self.blocks,
            headings: self.headings,
            index: self.index,
        };
        Reading { statute, notes: self.notes, marked: self.marked }
    }
}

pub(super) fn slice(range: &Range<usize>) -> Slice {
    let start = u32::try_from(range.start).unwrap_or(0);
    Slice { start, length: u32::try_from(range.len()).unwrap_or(0) }
}
