//! Reads the lines of a file whose syntax broke off and looks for what the clerk wrote that YAML cannot read.
//!
//! This is no parser: it keeps just enough state (open brackets, block texts, quotes) to leave alone what is
//! quoted, and it recognises only patterns that are wrong almost wherever they stand.

use std::ops::Range;

use super::fields;
use super::plain::wide_blank;
use super::repair::{line_with, quoted};
use super::traps::{
    Trap, cut_by_comment, dash_without_space, glued, glued_trap, special_first, wide_comma, wide_comma_trap,
};
use crate::diag::code::files;

/// Most traps reported for one file; more of the same teach nothing.
const MOST: usize = 200;

/// Every trap in the lines of `text`, in order.
pub(super) fn scan(text: &str) -> Vec<Trap> {
    let mut scan = Scan { text, depth: 0, block: None, traps: Vec::new() };
    let mut at = 0;
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        if let Some(lines_quoted) = scan.line(at, line.trim_end()) {
            // A quoted text over several lines: skip to the line where it closes.
            let mut skipped = 0;
            at += line.len();
            while skipped < lines_quoted {
                let Some(inside) = lines.next() else { break };
                at += inside.len();
                skipped += 1;
            }
        } else {
            at += line.len();
        }
        if scan.traps.len() >= MOST {
            break;
        }
    }
    scan.traps
}

struct Scan<'a> {
    text: &'a str,
    /// Brackets open at the start of the line.
    depth: usize,
    /// Within a `|` or `>` text: the indentation its lines exceed.
    block: Option<usize>,
    traps: Vec<Trap>,
}

impl Scan<'_> {
    /// Looks at one line that begins at byte `at`. Returns how many further lines belong to a quoted text.
    fn line(&mut self, at: usize, line: &str) -> Option<usize> {
        let content = line.trim_start();
        let indent = line.len() - content.len();
        if content.is_empty() {
            return None;
        }
        match self.block {
            Some(outer) if indent > outer => return None,
            _ => self.block = None,
        }
        if content.starts_with('#') {
            return None;
        }
        if self.depth > 0 && !(indent == 0 && glued_or_spaced(content)) {
            self.depth = self.brackets(at, line, indent, self.depth);
            return None;
        }
        self.depth = 0;
        if line[..indent].contains('\t') {
            let spaces = line[..indent].replace('\t', "  ");
            self.push(Trap::new(
                &files::TAB,
                self.text,
                at..at + indent,
                line_with(self.text, at..at + indent, &spaces),
            ));
        } else if let Some(first) = line.find(|c: char| c != ' ').filter(|&first| first < indent) {
            self.traps.extend(wide_blank(self.text, at + first));
        }
        if content.starts_with('＃') {
            let sign = at + indent..at + indent + '＃'.len_utf8();
            let corrected = line_with(self.text, sign.clone(), "#");
            self.push(Trap::new(&files::WIDE_HASH, self.text, sign, corrected));
            return None;
        }
        if matches!(content, "---" | "...") {
            return None;
        }
        if let Some(trap) = dash_without_space(self.text, at + indent) {
            self.push(trap);
            return None;
        }
        let mut start = indent;
        while let Some(rest) = line[start..].strip_prefix("- ") {
            start += 2 + rest.len() - rest.trim_start().len();
        }
        self.pair(at, line, start, start > indent)
    }

    fn push(&mut self, trap: Trap) {
        self.traps.push(trap);
    }

    /// A `键: 值` line, or the item of a list. `start` is where it begins within the line.
    fn pair(&mut self, at: usize, line: &str, start: usize, in_list: bool) -> Option<usize> {
        let content = &line[start..];
        if content.starts_with(['{', '[', '"', '\'']) {
            return self.value(at, line, start, start);
        }
        let colon = separator(content);
        if let Some(pair) = glued(content)
            && colon.is_none_or(|colon| pair.colon.start < colon)
            && (!in_list || (fields::is_known(pair.key) && self.goes_on(at + line.len(), start)))
        {
            self.push(glued_trap(self.text, at + start, &pair));
            return None;
        }
        match colon {
            Some(colon) => {
                let after = &content[colon + 1..];
                let value = start + colon + 1 + after.len() - after.trim_start().len();
                self.value(at, line, value, start)
            }
            None if in_list => self.value(at, line, start, start),
            None => None,
        }
    }

    /// Whether the next line stands at column `start`, so that a list item is a group of pairs and no sentence.
    fn goes_on(&self, end: usize, start: usize) -> bool {
        let next = self.text.get(end..).and_then(|rest| rest.split('\n').nth(1)).unwrap_or("");
        let content = next.trim_start_matches(' ');
        next.len() - content.len() == start && !content.starts_with(['#', '-'])
    }

    fn value(&mut self, at: usize, line: &str, start: usize, owner: usize) -> Option<usize> {
        let value = &line[start..];
        let place = at + start;
        match value.chars().next()? {
            '#' => None,
            '"' | '\'' => self.quoted(at + start),
            '{' | '[' => {
                let depth = self.brackets(at, line, start, 0);
                self.depth = depth;
                None
            }
            '|' | '>' => {
                let header = value[1..].split(" #").next().unwrap_or("").trim_end();
                if header.chars().all(|c| matches!(c, '+' | '-' | '1'..='9')) {
                    self.block = Some(owner);
                } else {
                    self.push(special_first(self.text, place, false));
                }
                None
            }
            '*' | '&' | '!' | '%' | '@' | '`' => {
                self.push(special_first(self.text, place, false));
                None
            }
            '-' | '?' if value[1..].starts_with(' ') && start > owner => {
                self.push(special_first(self.text, place, false));
                None
            }
            _ => {
                self.plain(at, line, start);
                None
            }
        }
    }

    /// An unquoted value to the end of its line.
    fn plain(&mut self, at: usize, line: &str, start: usize) {
        let value = &line[start..];
        let comment = value.match_indices('#').find(|(found, _)| value[..*found].ends_with([' ', '\t']));
        let end = comment.map_or(value.len(), |(found, _)| value[..found].trim_end().len());
        if let Some((trap, _)) = cut_by_comment(self.text, at + start..at + start + end) {
            self.push(trap);
        }
        if separator(&value[..end]).is_some() {
            let range = at + start..at + start + end;
            let corrected = line_with(self.text, range.clone(), &quoted(&self.text[range.clone()]));
            self.push(Trap::new(&files::COLON_IN_VALUE, self.text, range, corrected));
        }
    }

    /// A value that begins with a quote: it must end with that quote, on this line or on a deeper one.
    fn quoted(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let Some(len) = quote_len(rest) else {
            self.push(special_first(self.text, at, false));
            return None;
        };
        let inside = rest[..len].matches('\n').count();
        let after = rest[len..].split('\n').next().unwrap_or("").trim();
        if !(after.is_empty() || after.starts_with('#') || after.starts_with(':')) {
            self.push(special_first(self.text, at, false));
        }
        (inside > 0).then_some(inside)
    }

    /// What stands in `{ }` and `[ ]` from `start` to the end of the line; returns the brackets left open.
    fn brackets(&mut self, at: usize, line: &str, start: usize, mut depth: usize) -> usize {
        let mut from = start;
        let mut piece = start;
        let mut opened = None;
        while from < line.len() {
            let Some(c) = line[from..].chars().next() else { break };
            let next = from + c.len_utf8();
            let fresh = line[piece..from].trim().is_empty() || line[piece..from].trim_end().ends_with(':');
            match c {
                '[' | '{' if fresh => {
                    depth += 1;
                    opened.get_or_insert(from);
                    piece = next;
                }
                ']' | '}' | ',' => {
                    self.piece(at, line, piece..from);
                    depth = if c == ',' { depth } else { depth.saturating_sub(1) };
                    piece = next;
                    if depth == 0 && c != ',' {
                        self.after_brackets(at, line, opened.unwrap_or(start), next);
                        return 0;
                    }
                }
                '"' | '\'' if fresh => {
                    let Some(len) = quote_len(&line[from..]) else {
                        self.push(special_first(self.text, at + from, true));
                        return depth;
                    };
                    from += len;
                    piece = from;
                    continue;
                }
                '#' if line[..from].ends_with(' ') => {
                    self.comment_in_brackets(at, line, piece..from);
                    return depth;
                }
                _ => {}
            }
            from = next;
        }
        self.piece(at, line, piece..line.len());
        depth
    }

    /// One unquoted `键: 值` or item between commas.
    fn piece(&mut self, at: usize, line: &str, range: Range<usize>) {
        let raw = &line[range.clone()];
        let start = range.start + raw.len() - raw.trim_start().len();
        let content = raw.trim();
        let Some(colon) = separator(content) else { return };
        let value = content[colon + 1..].trim_start();
        let value_at = start + content.len() - value.len();
        if value.starts_with(['*', '&', '!', '%', '@', '`', '|', '>']) {
            self.push(special_first(self.text, at + value_at, true));
        } else if separator(value).is_some() {
            let trap = match wide_comma_before_pair(value) {
                Some(sign) => wide_comma_trap(self.text, at + value_at + sign.start..at + value_at + sign.end),
                None => {
                    let whole = at + value_at..at + value_at + value.len();
                    let corrected = line_with(self.text, whole.clone(), &quoted(value));
                    Trap::new(&files::COLON_IN_VALUE, self.text, whole, corrected)
                }
            };
            self.push(trap);
        }
    }

    /// Something follows a closed bracket: the value was no list but began with a bracket, like `[2026]12号`.
    fn after_brackets(&mut self, at: usize, line: &str, opened: usize, end: usize) {
        let after = line[end..].trim_start();
        if !(after.is_empty() || after.starts_with(['#', ':', ',', '}', ']'])) {
            self.push(special_first(self.text, at + opened, false));
        }
    }

    /// `{地点: 县信访局 # 2楼}`: the comment swallows the bracket too.
    fn comment_in_brackets(&mut self, at: usize, line: &str, piece: Range<usize>) {
        let before = &line[piece.clone()];
        let value = separator(before).map_or(before, |colon| &before[colon + 1..]);
        let start = piece.start + before.len() - value.trim_start().len();
        let plain_end = piece.start + before.trim_end().len();
        if plain_end <= start || plain_end + 1 != piece.end {
            return;
        }
        let tail = &line[start..];
        let end = start + tail.find(['}', ']']).map_or(tail.len(), |stop| tail[..stop].trim_end().len());
        let whole = at + start..at + end;
        let corrected = line_with(self.text, whole.clone(), &quoted(&self.text[whole]));
        self.push(Trap::new(&files::CUT_BY_COMMENT, self.text, at + piece.end..at + end, corrected));
    }
}

/// A full-width sign right before the last pair of a value such as `乙，丙: 丁`, known key or not: after a
/// syntax error there is no doubt that a pair was meant.
fn wide_comma_before_pair(value: &str) -> Option<Range<usize>> {
    wide_comma(value).or_else(|| {
        let colon = separator(value)?;
        let (at, sign) = value[..colon].char_indices().rev().find(|(_, c)| matches!(c, '，' | '、' | '；'))?;
        Some(at..at + sign.len_utf8())
    })
}

/// The colon that ends a key: followed by a blank or nothing.
fn separator(content: &str) -> Option<usize> {
    let blank_after = |at: usize| content[at + 1..].chars().next().is_none_or(|c| matches!(c, ' ' | '\t'));
    content.match_indices(':').map(|(at, _)| at).find(|&at| blank_after(at))
}

fn glued_or_spaced(content: &str) -> bool {
    separator(content).is_some() && content.chars().next().is_some_and(char::is_alphabetic)
}

/// The length of the quoted text at the head of `rest`, quotes included; `None` when it does not close before a
/// line that is not indented.
fn quote_len(rest: &str) -> Option<usize> {
    let quote = rest.chars().next()?;
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' if quote == '"' => {
                chars.next();
            }
            '\n' if chars.peek().is_some_and(|(_, next)| !next.is_whitespace()) => return None,
            c if c == quote => match chars.peek() {
                Some((_, '\'')) if quote == '\'' => {
                    chars.next();
                }
                _ => return Some(at + 1),
            },
            _ => {}
        }
    }
    None
}
