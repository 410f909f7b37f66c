//! Turns parser events into HTML made of a fixed set of tags and attributes.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::headings::Heading;
use super::notes::Notes;
use super::refusal::clip;
use super::tables::Table;
use super::{DEEPEST, Html, LinkResolver, Rendered, SUMMARY, cjk, traps};
use crate::diag::code::links as code;
use crate::diag::{Diagnostic, Report};
use crate::source::{FileId, Span};

/// Where the body lies in its file.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) body: &'a str,
    pub(super) file: FileId,
    pub(super) offset: usize,
}

impl Place<'_> {
    /// The place of a range of the body.
    pub(super) fn span(self, range: Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }
}

/// An event and its range in the body.
pub(super) type Item<'e> = (Event<'e>, Range<usize>);

/// Writes all events; stops early only where the text is nested beyond reason.
pub(super) fn write(
    events: &[Item<'_>],
    headings: &[Heading],
    place: Place<'_>,
    links: &dyn LinkResolver,
    report: &mut Report,
) -> Rendered {
    let mut writer = Writer {
        events,
        headings,
        place,
        links,
        report,
        out: String::with_capacity(place.body.len() + place.body.len() / 4),
        done: Rendered::default(),
        heading: 0,
        names: BTreeSet::new(),
        last: None,
        shown: 0,
        fresh: false,
        code: false,
        paragraph: false,
        inline: 0,
        anchors: Vec::new(),
        table: Table::default(),
        notes: Notes::default(),
        parked: Vec::new(),
    };
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some((event, range)) = events.get(at) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            writer.report.push(Diagnostic::new(&code::TOO_DEEP, place.span(first_line(place.body, range))));
            return Rendered::default();
        }
        let next = writer.event(at, event, range);
        if next > at + 1 {
            // The writer consumed a whole element with its end.
            depth = depth.saturating_sub(1);
        }
        at = next;
    }
    writer.notes_section();
    writer.done.html = Html(writer.out);
    writer.done
}

/// What has been written, and what is open.
pub(super) struct Writer<'e, 'a> {
    pub(super) events: &'e [Item<'e>],
    pub(super) headings: &'e [Heading],
    pub(super) place: Place<'a>,
    pub(super) links: &'a dyn LinkResolver,
    pub(super) report: &'a mut Report,
    pub(super) out: String,
    pub(super) done: Rendered,
    /// The names of all headings, gathered when a link first asks.
    pub(super) names: BTreeSet<&'e str>,
    /// Headings begun so far.
    pub(super) heading: usize,
    /// The last character shown in the block.
    pub(super) last: Option<char>,
    /// Texts and images shown so far: tells an empty link.
    pub(super) shown: usize,
    /// Nothing shown yet on this line of the block.
    pub(super) fresh: bool,
    pub(super) code: bool,
    pub(super) paragraph: bool,
    /// Open emphasis and links.
    pub(super) inline: usize,
    /// For each open link: whether it has a tag, what was shown before it, and its place.
    pub(super) anchors: Vec<(bool, usize, Range<usize>)>,
    pub(super) table: Table,
    pub(super) notes: Notes,
    /// What was being written before the footnote that is being written now.
    pub(super) parked: Vec<(String, String)>,
}

impl Writer<'_, '_> {
    /// Writes one event; returns the index of the next.
    fn event(&mut self, at: usize, event: &Event<'_>, range: &Range<usize>) -> usize {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => return self.image(at, dest_url, range),
            Event::Start(Tag::HtmlBlock) => return self.html_block(at, range),
            Event::Start(tag) => self.start(at, tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(text, range),
            Event::Code(text) => {
                self.out.push_str("<code>");
                self.show(text);
                self.out.push_str("</code>");
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                if !html.starts_with("</") {
                    self.refuse(&code::RAW_HTML, range).finish("html", clip(html));
                }
            }
            Event::FootnoteReference(label) => self.note_mark(label),
            Event::SoftBreak => self.soft_break(at),
            Event::HardBreak => {
                self.out.push_str("<br>\n");
                self.fresh = true;
            }
            Event::Rule => self.out.push_str("<hr>\n"),
            // Their options are off.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
        at + 1
    }

    fn start(&mut self, at: usize, tag: &Tag<'_>, range: &Range<usize>) {
        if !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. }) {
            self.last = None;
            self.fresh = true;
        }
        match tag {
            Tag::Paragraph => {
                self.paragraph = true;
                self.out.push_str("<p>");
            }
            Tag::Heading { .. } => match self.headings.get(self.heading) {
                Some(Heading { level, id, text }) if !text.is_empty() => {
                    self.out.push_str(&format!("<h{level} id=\"{id}\">"));
                }
                _ => self.refuse(&code::EMPTY_HEADING, range).done(),
            },
            Tag::BlockQuote(_) => self.out.push_str("<blockquote>\n"),
            Tag::CodeBlock(kind) => {
                let indented = matches!(kind, CodeBlockKind::Indented);
                let typed = self.place.body.get(range.clone()).unwrap_or("");
                if indented && typed.contains(cjk::is_letter) {
                    self.refuse(&code::INDENT_IS_CODE, range).done();
                }
                self.code = true;
                self.out.push_str("<pre tabindex=\"0\"><code>");
            }
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => self.out.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.out.push_str("<li>"),
            Tag::FootnoteDefinition(label) => self.note_start(label),
            Tag::Table(columns) => self.table_start(at, columns),
            Tag::TableHead => self.row_start(true),
            Tag::TableRow => self.row_start(false),
            Tag::TableCell => self.cell_start(),
            Tag::Emphasis => {
                self.inline += 1;
                self.out.push_str("<em>");
            }
            Tag::Strong => {
                self.inline += 1;
                self.out.push_str("<strong>");
            }
            Tag::Link { link_type, dest_url, .. } => {
                self.inline += 1;
                let href = self.link(*link_type, dest_url, range);
                self.anchors.push((href.is_some(), self.shown, range.clone()));
                if let Some(href) = href {
                    self.out.push_str("<a href=\"");
                    self.out.push_str(&href);
                    self.out.push_str("\">");
                }
            }
            // Their options are off, or they are consumed whole.
            _ => {}
        }
    }

    fn end(&mut self, tag: &TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                self.paragraph = false;
                self.out.push_str("</p>\n");
            }
            TagEnd::Heading(_) => {
                if let Some(Heading { level, text, .. }) = self.headings.get(self.heading)
                    && !text.is_empty()
                {
                    self.out.push_str(&format!("</h{level}>\n"));
                }
                self.heading += 1;
            }
            TagEnd::BlockQuote(_) => self.out.push_str("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.code = false;
                self.out.push_str("</code></pre>\n");
            }
            TagEnd::List(true) => self.out.push_str("</ol>\n"),
            TagEnd::List(false) => self.out.push_str("</ul>\n"),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::FootnoteDefinition => self.note_end(),
            TagEnd::Table => self.out.push_str("</tbody></table></div>\n"),
            TagEnd::TableHead | TagEnd::TableRow => self.row_end(),
            TagEnd::TableCell => self.cell_end(),
            TagEnd::Emphasis => {
                self.inline = self.inline.saturating_sub(1);
                self.out.push_str("</em>");
            }
            TagEnd::Strong => {
                self.inline = self.inline.saturating_sub(1);
                self.out.push_str("</strong>");
            }
            TagEnd::Link => {
                self.inline = self.inline.saturating_sub(1);
                if let Some((tagged, before, range)) = self.anchors.pop() {
                    if tagged {
                        self.out.push_str("</a>");
                    }
                    if before == self.shown {
                        self.refuse(&code::EMPTY_LINK, &range).done();
                    }
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if self.code {
            push_escaped(&mut self.out, text);
            return;
        }
        traps::look(self.place, range, self.fresh && self.paragraph, self.report);
        // Chinese paragraphs are indented by the theme, not by blanks.
        let text = if self.fresh { text.trim_start_matches(['\u{3000}', '\u{a0}']) } else { text };
        self.show(text);
    }

    /// Writes text that a reader sees.
    fn show(&mut self, text: &str) {
        let Some(last) = text.chars().next_back() else { return };
        if self.paragraph && self.parked.is_empty() {
            self.summarise(text);
        }
        push_escaped(&mut self.out, text);
        self.last = Some(last);
        self.fresh = false;
        self.shown += usize::from(!text.trim().is_empty());
    }

    fn summarise(&mut self, text: &str) {
        let summary = &mut self.done.summary;
        let room = SUMMARY.saturating_sub(summary.chars().count());
        if room == 0 {
            return;
        }
        let text: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).take(room + 1).collect();
        // Lines and paragraphs run on; between words that are not Chinese a blank keeps them apart.
        let gap = self.fresh
            && match (summary.chars().next_back(), text.chars().next()) {
                (Some(before), Some(after)) => !cjk::joins(before, after),
                _ => false,
            };
        if gap {
            summary.push(' ');
        }
        summary.push_str(&text);
        if let Some((end, _)) = summary.char_indices().nth(SUMMARY) {
            let cut = summary.char_indices().nth(SUMMARY - 1).map_or(end, |(at, _)| at);
            summary.truncate(cut);
            summary.push('…');
        }
    }

    /// A line break inside a paragraph is a blank, nothing between Chinese, and a new paragraph before an indented line.
    fn soft_break(&mut self, at: usize) {
        let indented = matches!(self.events.get(at + 1), Some((Event::Text(text), _)) if text.starts_with('\u{3000}'));
        if indented {
            self.out.push_str(if self.paragraph && self.inline == 0 { "</p>\n<p>" } else { "<br>\n" });
        } else {
            let joins = match (self.last, self.next_shown(at + 1)) {
                (Some(before), Some(after)) => cjk::joins(before, after),
                _ => false,
            };
            if !joins {
                self.out.push('\n');
            }
        }
        self.fresh = true;
    }

    /// The first character shown from an event on, through emphasis and links.
    fn next_shown(&self, from: usize) -> Option<char> {
        for (event, _) in self.events.get(from..)? {
            match event {
                Event::Text(text) | Event::Code(text) => return text.chars().next(),
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. })
                | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
                _ => return None,
            }
        }
        None
    }

    fn html_block(&mut self, at: usize, range: &Range<usize>) -> usize {
        let line = first_line(self.place.body, range);
        let html = clip(self.place.body.get(line.clone()).unwrap_or(""));
        self.refuse(&code::RAW_HTML, &line).finish("html", html);
        let end = |(event, _): &Item<'_>| matches!(event, Event::End(TagEnd::HtmlBlock));
        let length = self.events.get(at..).and_then(|rest| rest.iter().position(end));
        length.map_or(self.events.len(), |length| at + length + 1)
    }
}

/// The first line of a range, without its line end.
fn first_line(body: &str, range: &Range<usize>) -> Range<usize> {
    let length = body.get(range.clone()).and_then(|typed| typed.lines().next()).map_or(0, |line| line.trim_end().len());
    range.start..range.start + length
}

/// Escapes text for content and for attributes between double quotes; drops what HTML forbids.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let instead = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\n' | b'\t' => continue,
            0..b' ' | 0x7f => "",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(instead);
        done = at + 1;
    }
    out.push_str(&text[done..]);
}
