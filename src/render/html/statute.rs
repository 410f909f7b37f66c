//! Turns a statute into HTML in one pass: every article, paragraph and item with its address.
//!
//! No template runs over it: a law has thousands of paragraphs, and a site thousands of laws.

use std::ops::Range;

use crate::markdown::push_escaped;
use crate::model::regulation::{Anchor, Block, BlockKind, Statute};
use crate::numeral::say;
use crate::render::words::Words;

/// What stands in a block's words as a link: the bytes of the plain words and the address, ready for an attribute.
pub type Link = (Range<usize>, String);

/// Gives the links in a block's words, in order and apart; none where it has none or has marks of its own.
pub type Links<'l> = dyn Fn(&Block) -> &'l [Link] + 'l;

/// Writes the whole text.
pub fn statute<'a>(statute: &'a Statute, words: &'a Words, links: &'a Links<'a>) -> String {
    let length: usize = statute.blocks().iter().map(|block| statute.words(block.words).len()).sum();
    let mut writer = Writer {
        statute,
        words,
        links,
        out: String::with_capacity(length * 2 + 1024),
        open: false,
        paragraphs: Vec::new(),
    };
    for (at, block) in statute.blocks().iter().enumerate() {
        writer.block(block, statute.blocks().get(at + 1));
    }
    writer.close();
    writer.out
}

struct Writer<'a> {
    statute: &'a Statute,
    words: &'a Words,
    links: &'a Links<'a>,
    out: String,
    /// An article is open.
    open: bool,
    /// What links of paragraphs to themselves say, by number.
    paragraphs: Vec<String>,
}

impl Writer<'_> {
    fn close(&mut self) {
        if std::mem::take(&mut self.open) {
            self.out.push_str("</section>\n");
        }
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) {
        match block.kind {
            BlockKind::Heading(at) => self.heading(block, at),
            BlockKind::Article | BlockKind::Caption => {
                self.close();
                let whole = block.anchor.whole();
                self.out.push_str("<section class=\"art\" id=\"");
                whole.push_to(&mut self.out);
                self.out.push_str("\">\n<p");
                if block.kind == BlockKind::Article {
                    self.id(&block.anchor);
                }
                self.out.push_str("><a class=\"no\" href=\"#");
                whole.push_to(&mut self.out);
                self.out.push_str("\">");
                escape(self.statute.words(block.label), &mut self.out);
                self.out.push_str("</a>");
                if !block.words.is_empty() {
                    self.out.push_str(if block.kind == BlockKind::Caption { " <b>" } else { " " });
                    self.words(block);
                    if block.kind == BlockKind::Caption {
                        self.out.push_str("</b>");
                    }
                }
                let several = next.is_some_and(|next| next.kind == BlockKind::Paragraph && !next.anchor.is_none());
                if block.kind == BlockKind::Article && several {
                    self.mark(&block.anchor);
                }
                self.out.push_str("</p>\n");
                self.open = true;
            }
            BlockKind::Lead => self.paragraph(block, " class=\"lead\""),
            BlockKind::Quoted => self.paragraph(block, " class=\"quoted\""),
            BlockKind::Paragraph => self.paragraph(block, ""),
            BlockKind::Item => self.paragraph(block, " class=\"i\""),
            BlockKind::SubItem => self.paragraph(block, " class=\"ii\""),
            BlockKind::Other => {
                let html = self.statute.html(block).unwrap_or("");
                self.out.push_str(html);
            }
        }
    }

    fn id(&mut self, anchor: &Anchor) {
        self.out.push_str(" id=\"");
        anchor.push_to(&mut self.out);
        self.out.push('"');
    }

    fn paragraph(&mut self, block: &Block, class: &str) {
        let anchor = &block.anchor;
        self.out.push_str("<p");
        self.out.push_str(class);
        if !anchor.is_none() {
            self.id(anchor);
        }
        self.out.push('>');
        let label = self.statute.words(block.label);
        if !label.is_empty() {
            if anchor.is_none() {
                escape(label, &mut self.out);
            } else {
                self.out.push_str("<a class=\"n\" href=\"#");
                anchor.push_to(&mut self.out);
                self.out.push_str("\">");
                escape(label, &mut self.out);
                self.out.push_str("</a>");
            }
            // 1. is parted from its words, （一） is not.
            if label.is_ascii() {
                self.out.push(' ');
            }
        }
        self.words(block);
        if block.kind == BlockKind::Paragraph && !anchor.is_none() {
            self.mark(anchor);
        }
        self.out.push_str("</p>\n");
    }

    /// The link of a paragraph to itself: 第二款.
    fn mark(&mut self, anchor: &Anchor) {
        let number = u32::from(anchor.paragraph);
        self.out.push_str("<a class=\"k\" href=\"#");
        anchor.push_to(&mut self.out);
        self.out.push_str("\">");
        // A text has few numbers of paragraphs, each many times.
        for next in self.paragraphs.len()..=number as usize {
            let next = u32::try_from(next).unwrap_or(number);
            let words = self.words.paragraph_label.fill(&[("han", &say(next)), ("n", &next.to_string())]);
            self.paragraphs.push(String::new());
            if let Some(label) = self.paragraphs.last_mut() {
                escape(&words, label);
            }
        }
        self.out.push_str(&self.paragraphs[number as usize]);
        self.out.push_str("</a>");
    }

    fn heading(&mut self, block: &Block, at: u32) {
        self.close();
        let Some(heading) = self.statute.headings().get(at as usize) else { return };
        let level = if self.statute.level(at as usize) == 3 { '3' } else { '2' };
        self.out.push_str("<h");
        self.out.push(level);
        self.out.push_str(" id=\"");
        self.out.push_str(&heading.id);
        self.out.push_str("\">");
        let label = self.statute.words(block.label);
        escape(label, &mut self.out);
        if !label.is_empty() && !block.words.is_empty() {
            self.out.push('\u{3000}');
        }
        self.words(block);
        self.out.push_str("</h");
        self.out.push(level);
        self.out.push_str(">\n");
    }

    fn words(&mut self, block: &Block) {
        if let Some(html) = self.statute.html(block) {
            self.out.push_str(html);
            return;
        }
        let text = self.statute.words(block.words);
        let mut done = 0;
        for (range, href) in (self.links)(block) {
            let (Some(before), Some(inside)) = (text.get(done..range.start), text.get(range.clone())) else { continue };
            escape(before, &mut self.out);
            self.out.push_str("<a class=\"cite\" href=\"");
            self.out.push_str(href);
            self.out.push_str("\">");
            escape(inside, &mut self.out);
            self.out.push_str("</a>");
            done = range.end;
        }
        escape(text.get(done..).unwrap_or(""), &mut self.out);
    }
}

/// Writes text for content and attributes.
pub(super) fn escape(text: &str, out: &mut String) {
    // Asked of all bytes at once, which processors do many at a time: most words hold nothing to escape.
    let plain =
        text.bytes().fold(true, |plain, b| plain & !(b < b' ' || matches!(b, b'&' | b'<' | b'>' | b'"' | 0x7f)));
    if plain {
        out.push_str(text);
    } else {
        push_escaped(out, text);
    }
}
