//! Walks over the lines of a text and hands to the builder what each of them opens or goes on.

use std::ops::Range;

use super::build::{Builder, Words};
use super::line::{self, Style};
use super::told::{
    append, ends_sentence, is_caption, is_note, is_quotation, is_rule, looks_like_article, parts, quotes,
    without_comments,
};
use crate::model::regulation::BlockKind;

/// A block that further lines may go on.
struct Open {
    opens: Opens,
    label: Range<usize>,
    words: Words,
    /// The last line ended a sentence, or broke on purpose.
    ended: bool,
}

enum Opens {
    Article(line::Article, bool),
    Point(line::Marker),
    Item(line::Marker),
    Paragraph,
    Quoted,
    Bullet,
}

struct Scan<'b, 't> {
    builder: &'b mut Builder<'t>,
    text: &'t str,
    title: String,
    open: Option<Open>,
    /// A quotation of another text was begun and not ended.
    quote: bool,
    /// Nothing has been read yet but the title.
    fresh: bool,
    /// What stands above is a heading or blank.
    clear: bool,
}

/// Reads all lines from byte `from`.
pub(super) fn scan(builder: &mut Builder<'_>, from: usize, title: &str) {
    let text = builder.file;
    let title = squeeze(title);
    let mut scan = Scan { builder, text, title, open: None, quote: false, fresh: true, clear: true };
    let mut at = from;
    while at < text.len() {
        let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length);
        let next = (end + 1).min(text.len().max(end + 1));
        at = scan.line(at..end).unwrap_or(next);
    }
    scan.flush();
}

/// A title as it is compared: without blanks, marks and 《》.
fn squeeze(title: &str) -> String {
    title.chars().filter(|c| !line::is_blank(*c) && !matches!(c, '《' | '》' | '*' | '#')).collect()
}

impl<'t> Scan<'_, 't> {
    /// Reads a line; gives where to go on where that is not the next line.
    fn line(&mut self, whole: Range<usize>) -> Option<usize> {
        let text: &'t str = self.text;
        let raw = text.get(whole.clone()).unwrap_or("").trim_end_matches('\r');
        let trimmed = line::trim(raw);
        if trimmed.is_empty() {
            self.flush();
            self.clear = true;
            return None;
        }
        let start = whole.start + (raw.len() - raw.trim_start_matches(line::is_blank).len());
        let range = start..start + trimmed.len();
        let indented = raw.starts_with(['\u{3000}', '\t']) || raw.starts_with("    ");
        let breaks = raw.ends_with("  ");
        match trimmed.as_bytes()[0] {
            b'<' if trimmed.starts_with("<!--") => return Some(self.comment(start)),
            b'<' => {}
            b'#' => {
                self.marked_heading(&range);
                return None;
            }
            b'|' => return Some(self.block(&whole, |line| line.trim_start().starts_with('|'))),
            b'`' | b'~' if trimmed.starts_with("```") || trimmed.starts_with("~~~") => return Some(self.fence(&whole)),
            b'-' | b'*' | b'_' | b'=' if is_rule(trimmed) => {
                self.flush();
                self.clear = true;
                return None;
            }
            b'-' | b'*' | b'+' | b'>' => {
                let after = trimmed[1..].trim_start_matches(line::is_blank);
                if trimmed.starts_with('>') || trimmed[1..].starts_with([' ', '\t', '\u{3000}']) {
                    self.flush();
                    let bullet = !trimmed.starts_with('>');
                    let range = range.end - after.len()..range.end;
                    if !range.is_empty() {
                        self.words(range, bullet, true, breaks);
                    }
                    return None;
                }
            }
            _ => {}
        }
        self.words(range, false, indented, breaks);
        None
    }

    /// Passes over a comment; gives where the text goes on.
    fn comment(&mut self, start: usize) -> usize {
        self.text[start..].find("-->").map_or(self.text.len(), |length| start + length + 3)
    }

    /// Lines that Markdown reads as one block of its own.
    fn block(&mut self, first: &Range<usize>, more: impl Fn(&str) -> bool) -> usize {
        self.flush();
        let mut end = first.start;
        for line in self.text[first.start..].split_inclusive('\n') {
            if !more(line) {
                break;
            }
            end += line.len();
        }
        self.other(first.start..end);
        end
    }

    fn fence(&mut self, first: &Range<usize>) -> usize {
        self.flush();
        let after = (first.end + 1).min(self.text.len());
        let mut end = after;
        for line in self.text[after..].split_inclusive('\n') {
            end += line.len();
            if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
                break;
            }
        }
        self.other(first.start..end);
        end.max(after)
    }

    fn other(&mut self, range: Range<usize>) {
        self.builder.uncounted(BlockKind::Other, Words::There(range), true);
        self.clear = true;
    }

    /// A line that begins with `#`.
    fn marked_heading(&mut self, range: &Range<usize>) {
        self.flush();
        let hashes = self.text[range.clone()].bytes().take_while(|b| *b == b'#').count();
        let inner = &self.text[range.start + hashes..range.end];
        let inner = inner.trim_end_matches(|c| line::is_blank(c) || c == '#');
        let start = range.start + hashes + (inner.len() - inner.trim_start_matches(line::is_blank).len());
        let range = start..range.start + hashes + inner.len();
        if range.start < range.end {
            self.begin(range, true, false, false);
        }
        self.flush();
        self.clear = true;
    }

    /// A line of words: begins something, or goes on what is open.
    fn words(&mut self, range: Range<usize>, bullet: bool, indented: bool, breaks: bool) {
        if self.begin(range.clone(), false, bullet, indented) {
            if breaks && let Some(open) = &mut self.open {
                open.ended = true;
            }
            return;
        }
        let text = &self.text[range.clone()];
        if let Some(open) = &mut self.open
            && !open.ended
            && !indented
        {
            append(&mut open.words, self.text, &range);
            open.ended = breaks || ends_sentence(text);
            return;
        }
        self.flush();
        let opens = if bullet { Opens::Bullet } else { Opens::Paragraph };
        self.start(opens, range.start..range.start, Words::There(range));
        if breaks && let Some(open) = &mut self.open {
            open.ended = true;
        }
    }

    fn start(&mut self, opens: Opens, label: Range<usize>, words: Words) {
        let ended = match &words {
            Words::There(range) => range.is_empty() || ends_sentence(&self.text[range.clone()]),
            Words::Joined(text, _) => ends_sentence(text),
        };
        self.open = Some(Open { opens, label, words, ended });
        self.fresh = false;
        self.clear = false;
    }

    /// Whether the line begins an article, a heading, an item or a quotation, and if so begins it.
    fn begin(&mut self, range: Range<usize>, heading: bool, bullet: bool, indented: bool) -> bool {
        let text: &'t str = self.text;
        let mut content = &text[range.clone()];
        let bold = content.starts_with("**");
        if bold {
            content = content[2..].trim_start_matches(line::is_blank);
        }
        let start = range.end - content.len();
        let first = content.chars().next().unwrap_or(' ');
        let goes_on = self.open.as_ref().is_some_and(|open| !open.ended) && !self.clear && !indented && !heading;
        if self.fresh && (heading || content.len() <= self.title.len() * 2 + 40) && squeeze(content) == self.title {
            return true;
        }
        match first {
            '第' => {
                if let Some(article) = line::article(content) {
                    let expected = self.builder.expected(&article).is_some();
                    let taken = heading
                        || (!article.reference
                            && (expected || (article.apart && !goes_on && !self.quote))
                            && (article.apart || !goes_on));
                    if taken {
                        self.flush();
                        self.quote = false;
                        let (label, words) = parts(text, start, range.end, article.label, bold);
                        let caption = is_caption(&words, text, heading || bold);
                        self.start(Opens::Article(article, caption), label, words);
                        return true;
                    }
                } else if let Some(division) = line::division(content)
                    && (heading || (division.short && !self.quote && !goes_on))
                {
                    self.flush();
                    self.quote = false;
                    let (label, words) = parts(text, start, range.end, division.label, bold);
                    self.builder.division(&division, label, words);
                    (self.fresh, self.clear) = (false, true);
                    return true;
                }
            }
            '“' | '「' | '『' if !heading && is_quotation(content, self.quote) => {
                self.flush();
                self.start(Opens::Quoted, range.start..range.start, Words::There(range));
                return true;
            }
            _ => {}
        }
        if self.quote && !heading {
            return false;
        }
        // 第二章 on one line, its title on the next.
        let titled = !heading && !bullet && self.open.is_none() && self.builder.awaits_title();
        if titled && line::marker(content).is_none() && content.chars().count() <= 30 && !ends_sentence(content) {
            self.builder.title(&range);
            return true;
        }
        if let Some(word) = line::bare_heading(content.trim_end_matches('*')) {
            self.flush();
            if !matches!(word, "目录" | "目次") {
                let words = Words::There(start..start + content.trim_end_matches('*').len());
                self.builder.heading(6, 0, start..start, words);
            }
            (self.fresh, self.clear) = (false, true);
            return true;
        }
        if first == '附'
            && !goes_on
            && let Some((number, label)) = line::annex(content)
        {
            self.flush();
            let (label, words) = parts(text, start, range.end, label, bold);
            self.builder.heading(0, number, label, words);
            (self.fresh, self.clear) = (false, true);
            return true;
        }
        if let Some(marker) = line::marker(content)
            && (!goes_on
                || matches!(marker.style, Style::Bracketed | Style::BracketedDigit | Style::Circled)
                || self.goes_on_list(&marker, &content[marker.label..]))
        {
            self.flush();
            let counts = marker.style == Style::Point && self.builder.last.is_none();
            let (label, words) = parts(text, start, range.end, marker.label, bold);
            self.start(if counts { Opens::Point(marker) } else { Opens::Item(marker) }, label, words);
            if heading {
                self.flush();
            }
            return true;
        }
        if heading {
            if ends_sentence(content) {
                self.start(Opens::Paragraph, range.start..range.start, Words::There(range));
            } else {
                let (_, words) = parts(text, start, range.end, 0, bold);
                self.builder.heading(6, 0, start..start, words);
                self.fresh = false;
            }
            return true;
        }
        if self.builder.almost.is_none() && looks_like_article(content) {
            self.builder.almost = Some(range.clone());
        }
        false
    }

    /// Whether `2. ` stands below another of its kind that ended no sentence.
    fn goes_on_list(&self, marker: &line::Marker, rest: &str) -> bool {
        let before = self.open.as_ref().map(|open| &open.opens);
        matches!(before, Some(Opens::Item(before)) if before.style == marker.style && marker.style == Style::Digit)
            && rest.starts_with(line::is_blank)
    }

    /// Hands over what is open.
    fn flush(&mut self) {
        let Some(Open { opens, label, words, .. }) = self.open.take() else { return };
        let words = without_comments(words, self.text);
        // Both marks begin with this byte; Chinese characters never do.
        let quotes = |text: &str| if text.as_bytes().contains(&0xe2) { quotes(text) } else { None };
        let now = match &words {
            Words::There(range) => quotes(&self.text[range.clone()]),
            Words::Joined(text, _) => quotes(text),
        };
        let quoted = self.quote;
        self.quote = now.unwrap_or(self.quote);
        match opens {
            Opens::Article(article, caption) => self.builder.article(&article, label, words, caption),
            Opens::Point(marker) => self.builder.point(&marker, label, words),
            Opens::Item(marker) => self.builder.item(&marker, label, words),
            Opens::Quoted => self.builder.uncounted(BlockKind::Quoted, words, false),
            Opens::Paragraph if quoted || is_note(&self.text[label.start..]) => {
                self.builder.uncounted(BlockKind::Quoted, words, false)
            }
            Opens::Paragraph => self.builder.paragraph(words),
            Opens::Bullet => self.builder.uncounted(BlockKind::Item, words, false),
        }
    }
}
