//! Turns the words of a text, paragraph by paragraph, into its citations.

use super::group::{Group, group, is_heading, is_other_word, starts_instruction};
use super::known::Known;
use super::number::{self, blanks, char_at, plain};
use super::place::{self, ARTICLE, CHAPTER, ITEM, PARAGRAPH, POINT, Place, SECTION, Step};
use super::{Citation, Document, Name, title, words};
use std::ops::Range;
use std::sync::Arc;

/// Reads one text: short names declared in a paragraph hold in those after it.
#[derive(Debug, Clone)]
pub struct Reader<'k> {
    known: &'k Known,
    own: Known,
    shorts: Vec<(String, Arc<Name>)>,
    last: Option<Arc<Name>>,
    /// Inside new text that an amendment quotes over several paragraphs.
    quoted: bool,
}

/// What was cited last, for what a list leaves out.
struct Carry {
    end: usize,
    document: Document,
    place: Place,
}

/// One paragraph being read.
struct Scan<'t> {
    text: &'t str,
    found: Vec<Citation>,
    carry: Option<Carry>,
}

impl<'k> Reader<'k> {
    /// A reader for a text; `known` are names that are recognised without 《》.
    pub fn new(known: &'k Known) -> Self {
        Self { known, own: Known::default(), shorts: Vec::new(), last: None, quoted: false }
    }

    /// The citations of a paragraph, in order.
    pub fn paragraph(&mut self, text: &str) -> Vec<Citation> {
        let mut scan = Scan { text, found: Vec::new(), carry: None };
        let mut at = 0;
        if self.quoted && !starts_instruction(text) {
            let Some(close) = text.find('”') else { return scan.found };
            at = close + '”'.len_utf8();
        }
        self.quoted = false;
        let bytes = text.as_bytes();
        while let Some(&byte) = bytes.get(at) {
            // Every word that begins a citation starts with a character of three bytes, whose last two tell most apart.
            if byte & 0xf0 != 0xe0 {
                at += match byte {
                    0..0xc0 => 1,
                    0xc0..0xe0 => 2,
                    _ => 4,
                };
                continue;
            }
            let (Some(&second), Some(&third)) = (bytes.get(at + 1), bytes.get(at + 2)) else { break };
            if !words::BEGINNINGS.may_be(second, third) {
                at += 3;
                continue;
            }
            let next = match [byte, second, third] {
                [0xe7, 0xac, 0xac] => self.ordinal(&mut scan, at),
                [0xe3, 0x80, 0x8a] => self.title(&mut scan, at),
                [0xe5, 0x89, 0x8d] => self.back(&mut scan, at),
                [0xe4, 0xb8, 0x8a] => above(&mut scan, at),
                [0xe9, 0x99, 0x84] => self.annex(&mut scan, at),
                [0xe2, 0x80, 0x9c] => self.quotation(text, at),
                _ => None,
            };
            at = next.unwrap_or(at + 3);
        }
        scan.found.sort_by_key(|citation| citation.range.start);
        scan.found
    }

    /// 第…: articles and their parts, with the name before them.
    fn ordinal(&mut self, scan: &mut Scan<'_>, at: usize) -> Option<usize> {
        let text = scan.text;
        let group = group(text, at, None)?;
        let before = &text[..at];
        if before.trim().is_empty() && group.level <= ARTICLE && group.members.len() == 1 && is_heading(text, &group) {
            return Some(group.end);
        }
        if let Some((document, base)) = scan.carried(at, group.level) {
            return Some(scan.chain(at, group, base, document));
        }
        let trimmed = before.trim_end_matches([' ', '\u{3000}', '\u{a0}']);
        let (from, document, base) = match self.prefix(trimmed) {
            Some((from, document, base)) => (from, document, base),
            None => match self.named(scan, trimmed) {
                Some(document) => (at, document, Place::whole()),
                None if is_other_word(text, &group) => return Some(group.end),
                None => (at, Document::This, Place::whole()),
            },
        };
        // A paragraph is one of an article, and an item one of a paragraph: this one, unless said.
        let base = if group.level > ARTICLE && base.article() == Step::Unsaid && document == Document::This {
            base.with(ARTICLE, Step::Here)
        } else {
            base
        };
        Some(scan.chain(from, group, base, document))
    }

    /// 本条例, 该办法, 本条, 本款 at the end of the words before: what they mean, and where they begin.
    fn prefix(&self, before: &str) -> Option<(usize, Document, Place)> {
        let this = before.char_indices().rev().take(7).find(|(_, c)| matches!(c, '本' | '该'))?;
        let (at, word) = (this.0, &before[this.0 + 3..]);
        if before[..at].chars().next_back().is_some_and(|c| words::BEFORE_THIS.contains(c)) {
            return None;
        }
        let unit = word.chars().next().filter(|c| c.len_utf8() == word.len()).and_then(place::level);
        if let (Some(level), '本') = (unit, this.1) {
            let mut base = Place::whole();
            base.steps[level] = Step::Here;
            if level > ARTICLE {
                base.steps[ARTICLE..level].fill(Step::Here);
            }
            return Some((at, Document::This, base));
        }
        // 本市条例 is not this text's name, but nothing else is meant by what rules call themselves.
        words::KINDS.contains(&word).then_some(())?;
        let document = match this.1 {
            '该' => Document::Named(self.last.clone()?),
            _ => Document::This,
        };
        Some((at, document, Place::whole()))
    }

    /// A name without 《》 at the end of the words before, as a citation of its own.
    fn named(&mut self, scan: &mut Scan<'_>, before: &str) -> Option<Document> {
        let taken = scan.found.last().map_or(0, |citation| citation.range.end);
        let from = title::unmarked(before.get(taken..)?, self.known, &self.own)? + taken;
        let mut name = from..before.len();
        let mut first = None;
        loop {
            let named = self.resolve_short(&scan.text[name.clone()], None);
            first.get_or_insert_with(|| named.clone());
            let end = name.start;
            let document = Document::Named(named);
            scan.found.push(Citation { range: name, document, place: Place::whole() });
            // 行政许可法和行政处罚法第…条: the name before is one too.
            let Some(head) = before.get(taken..end).and_then(|head| head.strip_suffix(words::BETWEEN_NAMES)) else {
                break;
            };
            let Some(start) = title::unmarked(head, self.known, &self.own) else { break };
            name = taken + start..taken + head.len();
        }
        self.last.clone_from(&first);
        first.map(Document::Named)
    }

    fn resolve_short(&self, words: &str, note: Option<&str>) -> Arc<Name> {
        match self.shorts.iter().rev().find(|(short, _)| short == words) {
            Some((_, name)) => name.clone(),
            None => Arc::new(Name { title: words.to_owned(), note: note.map(str::to_owned) }),
        }
    }

    /// 《…》 with what stands in brackets after it.
    fn title(&mut self, scan: &mut Scan<'_>, at: usize) -> Option<usize> {
        let text = scan.text;
        let (inside, end) = title::marked(text, at)?;
        let words = &text[inside];
        let mut after = end;
        let mut note: Option<&str> = None;
        let mut short = None;
        while let Some(rest) = text[after..].strip_prefix(['（', '('])
            && let Some(close) = rest.find(['）', ')']).filter(|close| *close <= 240)
        {
            let inner = &rest[..close];
            short = short.or(title::declared(inner));
            let remark = ["〔", "[", "年", "号", "试行", "修"].iter().any(|mark| inner.contains(mark));
            if !remark && title::declared(inner).is_none() {
                break;
            }
            note = note.or(remark.then_some(inner));
            let bracket = rest[close..].chars().next().map_or(0, char::len_utf8);
            after = text.len() - rest.len() + close + bracket;
        }
        let cited = || {
            let rest = text[after..].trim_start_matches(['的', '中', ' ']);
            let next = text.len() - rest.len();
            group(text, next, None).is_some_and(|group| group.level <= ARTICLE)
        };
        let declared = self.shorts.iter().any(|(known, _)| known == words);
        if !(declared || title::is_rule(words) || self.known.has(words) || cited()) {
            scan.carry = None;
            return Some(after);
        }
        let name = self.resolve_short(words, note);
        if let Some(short) = short {
            self.own.add(short);
            self.shorts.push((short.to_owned(), name.clone()));
        }
        self.last = Some(name.clone());
        let document = Document::Named(name);
        scan.found.push(Citation { range: at..end, document: document.clone(), place: Place::whole() });
        scan.carry = Some(Carry { end: after, document, place: Place::whole() });
        Some(after)
    }

    /// 前款, 前条, 前两款; 第十条前两款.
    fn back(&mut self, scan: &mut Scan<'_>, at: usize) -> Option<usize> {
        let text = scan.text;
        let mut end = at + '前'.len_utf8();
        let count = plain(text, end);
        if let Some((_, after)) = count {
            end = after;
        }
        let unit = char_at(text, end).filter(|c| matches!(c, '款' | '条' | '项'))?;
        let level = place::level(unit)?;
        end += unit.len_utf8();
        let (many, rest) = (count.map_or(1, |(count, _)| count), &text[end..]);
        let adjacent =
            scan.carry.as_ref().filter(|carry| carry.end == at && carry.place.lowest().is_some_and(|l| l < level));
        if let Some(carry) = adjacent
            && count.is_some()
        {
            // The first two of that article, as one citation with it.
            let (document, place) = (carry.document.clone(), carry.place.with(level, Step::First(many)));
            let from = scan.found.pop()?.range.start;
            scan.push(from..end, document, place);
            return Some(end);
        }
        let other = text[..at].chars().next_back().is_some_and(|c| words::BEFORE_BACK.contains(c));
        let noun =
            words::NO_BACK.iter().any(|(known, after)| known.starts_with(unit) && words::begins(rest, after).is_some());
        let noun = noun || (unit == '条' && words::begins(rest, words::NO_ARTICLE).is_some());
        let item = unit == '项' && !rest.is_empty() && words::begins(rest, words::AFTER_ITEM).is_none();
        if other || noun || item || many == 0 || many > 20 {
            return Some(end);
        }
        let (from, base) = match self.prefix(&text[..at]) {
            Some((from, Document::This, base)) if base.article() == Step::Here => (from, base),
            _ => (at, Place::whole()),
        };
        let base =
            if level > ARTICLE && base.article() == Step::Unsaid { base.with(ARTICLE, Step::Here) } else { base };
        let place = base.with(level, Step::Back(many));
        Some(scan.below(from, end, level, place, Document::This))
    }

    /// 附件, 附件1.
    fn annex(&mut self, scan: &mut Scan<'_>, at: usize) -> Option<usize> {
        let text = scan.text;
        let end = at + text[at..].strip_prefix("附件").map(|_| "附件".len())?;
        let number = plain(text, blanks(text, end));
        let counted = number.is_some_and(|(_, after)| words::begins(&text[after..], words::NO_ANNEX).is_some());
        let (number, end) = match number {
            Some((number, after)) if !counted => (number, after),
            _ => (0, end),
        };
        let (from, document) = match (scan.carried(at, CHAPTER), self.prefix(&text[..at])) {
            (Some((document, _)), _) => (at, document),
            (None, Some((from, document, base))) if base.is_whole() => (from, document),
            _ if number > 0 && !text[..at].trim().is_empty() => (at, Document::This),
            _ if number > 0 && words::begins(&text[end..], words::GOES_ON).is_some() => (at, Document::This),
            _ => return Some(end),
        };
        scan.push(from..end, document.clone(), Place { annex: Some(number), ..Place::whole() });
        let mut list = (number, end);
        while let Some((from, next, end)) = number::next_annex(text, list) {
            scan.push(from..end, document.clone(), Place { annex: Some(next), ..Place::whole() });
            list = (next, end);
        }
        Some(list.1)
    }

    /// New text that an amendment quotes cites nothing here.
    fn quotation(&mut self, text: &str, at: usize) -> Option<usize> {
        let inside = at + '“'.len_utf8();
        let before = text[..at].trim_end_matches(['：', ':', '，', ' ']);
        let change = words::ends(before, words::BEFORE_NEW_TEXT).is_some();
        let whole = group(text, inside, None).filter(|group| group.level == ARTICLE && before.len() < at);
        let heading = whole.is_some_and(|group| is_heading(text, &group));
        let added = before.len() < at && before.contains("增加");
        if !(change || heading || added) {
            return None;
        }
        let Some(close) = text[inside..].find('”') else {
            self.quoted = true;
            return Some(text.len());
        };
        Some(inside + close + '”'.len_utf8())
    }
}

impl Scan<'_> {
    fn push(&mut self, range: Range<usize>, document: Document, place: Place) {
        self.carry = Some(Carry { end: range.end, document: document.clone(), place });
        self.found.push(Citation { range, document, place });
    }

    /// The text and the upper levels that a citation at a byte takes over from the one before it in a list.
    fn carried(&self, at: usize, level: usize) -> Option<(Document, Place)> {
        let carry = self.carry.as_ref()?;
        let between = self.text.get(carry.end..at)?;
        if !words::joined(between) {
            return None;
        }
        let mut place = carry.place;
        if place.is_whole() {
            // 《甲条例》和第五条: the article is of this text.
            return (!words::LIST_JOINTS.contains(&between.trim())).then(|| (carry.document.clone(), place));
        }
        place.annex = None;
        place.steps[level..].fill(Step::Unsaid);
        if level > ARTICLE && place.article() == Step::Unsaid {
            place = place.with(ARTICLE, Step::Here);
        }
        if level <= CHAPTER || level == ARTICLE {
            place = Place::whole();
        }
        Some((carry.document.clone(), place))
    }

    /// Citations from a first group on: its members, and lower levels after the last of them.
    fn chain(&mut self, from: usize, group: Group, base: Place, document: Document) -> usize {
        let mut from = from;
        let count = group.members.len();
        let mut place = base;
        for (at, (range, step)) in group.members.iter().enumerate() {
            place = base.with(group.level, *step);
            if group.level == SECTION {
                place.steps[..SECTION].copy_from_slice(&base.steps[..SECTION]);
            }
            if at > 0 {
                from = range.start;
            }
            if at + 1 < count {
                self.push(from..range.end, document.clone(), place);
            }
        }
        self.below(from, group.end, group.level, place, document)
    }

    /// Lower levels directly after a place; what a list adds with （三）项; then the last citation is complete.
    fn below(
        &mut self,
        mut from: usize,
        mut end: usize,
        mut level: usize,
        mut place: Place,
        document: Document,
    ) -> usize {
        loop {
            let next = blanks(self.text, end);
            let Some(group) = group(self.text, next, Some(level)).filter(|group| group.level > level) else { break };
            let base = place;
            for (at, (range, step)) in group.members.iter().enumerate() {
                place = base.with(group.level, *step);
                if at > 0 {
                    from = range.start;
                }
                if at + 1 < group.members.len() {
                    self.push(from..range.end, document.clone(), place);
                }
            }
            (end, level) = (group.end, group.level);
        }
        self.push(from..end, document.clone(), place);
        if level >= ITEM
            && let Some(joint) = words::begins(&self.text[end..], words::NUMBER_JOINTS)
        {
            let next = end + joint.len();
            let more = group(self.text, next, Some(PARAGRAPH)).filter(|group| group.brackets && group.level == ITEM);
            if let Some(more) = more.filter(|_| self.text[next..].starts_with(['（', '('])) {
                let mut base = place;
                base.steps[ITEM..=POINT].fill(Step::Unsaid);
                return self.chain(next, more, base, document);
            }
        }
        end
    }
}

/// 上款, 上条: older words for 前款, 前条.
fn above(scan: &mut Scan<'_>, at: usize) -> Option<usize> {
    let text = scan.text;
    let unit = char_at(text, at + '上'.len_utf8()).filter(|c| matches!(c, '款' | '条' | '项'))?;
    let end = at + '上'.len_utf8() + unit.len_utf8();
    let cited = words::begins(&text[end..], &["规定", "所", "第", "的规定"]).is_some();
    let other = text[..at].chars().next_back().is_some_and(|c| "以如网身路马".contains(c));
    if !cited || other {
        return Some(end);
    }
    let level = place::level(unit)?;
    let mut place = Place::whole();
    if level > ARTICLE {
        place.steps[ARTICLE] = Step::Here;
    }
    Some(scan.below(at, end, level, place.with(level, Step::Back(1)), Document::This))
}
