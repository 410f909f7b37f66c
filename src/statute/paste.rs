//! Turns a text that was pasted with web tags into the same text without them, and remembers where its pieces stood.
//!
//! Tags that only format are dropped and their words kept, tags of blocks end a line, a plain table becomes one of
//! Markdown, and blanks written as entities become blanks. All else stays as it is, for Markdown to refuse.

use std::sync::Arc;

use super::line::is_blank;
use super::table;
use crate::model::regulation::Moves;

/// Tags whose words go on in the line.
const INLINE: &[&str] =
    &["a", "abbr", "b", "big", "cite", "em", "font", "i", "ins", "label", "mark", "small", "span", "strong", "tt", "u"];
/// Tags that stand around lines of their own.
const BLOCK: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "figcaption",
    "footer",
    "header",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "section",
    "ul",
];
/// Entities that stand in texts copied from a page, and what they are. Markdown reads the others.
const ENTITIES: &[(&str, char)] = &[
    ("nbsp", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("middot", '·'),
    ("mdash", '—'),
    ("hellip", '…'),
];

/// A text being copied without its tags.
struct Copy<'t> {
    text: &'t str,
    out: String,
    moves: Moves,
    /// Copied up to here.
    done: usize,
}

/// The text without tags, and where its pieces stood; none where it has nothing of the kind.
pub(super) fn plain(text: &str, from: usize) -> Option<(Arc<str>, Moves)> {
    let mut copy = Copy { text, out: String::new(), moves: Moves::default(), done: 0 };
    let mut at = from;
    while let Some(sign) = sign(text.as_bytes(), at) {
        at = match text.as_bytes()[sign] {
            b'`' => code(text, sign),
            b'<' => copy.tag(sign),
            b'&' => copy.entity(sign),
            b'[' => copy.note(sign),
            _ => copy.backslash(sign),
        };
    }
    if copy.moves.is_empty() {
        return None;
    }
    copy.out.push_str(&text[copy.done..]);
    Some((Arc::from(copy.out), copy.moves))
}

/// The next byte that may begin something to change.
fn sign(bytes: &[u8], from: usize) -> Option<usize> {
    let is_sign = |b: &u8| matches!(b, b'`' | b'<' | b'&' | b'[' | b'\\');
    let mut at = from;
    for some in bytes.get(from..)?.chunks(64) {
        // Asked of many bytes at once first: hardly any text has one of these.
        if some.iter().fold(false, |any, byte| any | is_sign(byte)) {
            return some.iter().position(is_sign).map(|found| at + found);
        }
        at += some.len();
    }
    None
}

/// Where what stands in backquotes ends.
fn code(text: &str, at: usize) -> usize {
    let marks = text[at..].len() - text[at..].trim_start_matches('`').len();
    let rest = &text[at + marks..];
    let limit = if marks < 3 { rest.find("\n\n").unwrap_or(rest.len()) } else { rest.len() };
    rest[..limit].find(&"`".repeat(marks)).map_or(at + marks, |end| at + marks + end + marks)
}

impl Copy<'_> {
    /// Puts words in the place of some bytes.
    fn replace(&mut self, from: usize, to: usize, with: &str) -> usize {
        self.out.push_str(&self.text[self.done..from]);
        let start = self.out.len();
        self.out.push_str(with);
        self.moves.add(&(start..self.out.len()), &(from..to));
        self.done = to;
        to
    }

    fn tag(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.find("-->").map_or(at + 4, |end| at + 4 + end + 3);
        }
        let Some(Tag { name, closes, length }) = tag(rest) else { return at + 1 };
        let end = at + length;
        let name = name.as_str();
        match name {
            "br" => self.replace(at, end, "  \n"),
            "hr" => self.replace(at, end, "\n\n"),
            "sup" | "sub" if !closes => match script(&self.text[end..], name) {
                Some((words, length)) => self.replace(at, end + length, &words),
                None => end,
            },
            "table" if !closes => match table::table(&self.text[end..]) {
                Some((lines, length)) => self.replace(at, end + length, &format!("\n\n{lines}\n\n")),
                None => end,
            },
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.replace(at, end, if closes { "\n\n" } else { "\n\n## " }),
            _ if INLINE.contains(&name) => self.replace(at, end, ""),
            _ if BLOCK.contains(&name) => self.replace(at, end, "\n\n"),
            _ => end,
        }
    }

    fn entity(&mut self, at: usize) -> usize {
        let rest = &self.text[at + 1..];
        let Some(end) = rest.bytes().take(10).position(|b| b == b';') else { return at + 1 };
        let name = &rest[..end];
        let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => digits.parse().ok(),
        });
        let blank = number.and_then(char::from_u32).filter(|c| is_blank(*c) && !c.is_control());
        let known = ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
        match blank.or(known) {
            Some(c) => self.replace(at, at + 1 + end + 1, c.encode_utf8(&mut [0; 4])),
            None => at + 1,
        }
    }

    /// `[^1]` and `[^1]: …`: notes of a text whose paragraphs are read one by one.
    fn note(&mut self, at: usize) -> usize {
        let Some(label) = self.text[at..].strip_prefix("[^") else { return at + 1 };
        let length = label.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count();
        let Some(after) = label[length..].strip_prefix(']').filter(|_| length > 0) else { return at + 1 };
        let end = self.replace(at, at + 2, "[") + length + 1;
        let colon = [": ", ":"].into_iter().find(|colon| after.starts_with(colon));
        colon.map_or(end, |colon| self.replace(end, end + colon.len(), " "))
    }

    /// `1\.` as converters write it, and a break at the end of a line.
    fn backslash(&mut self, at: usize) -> usize {
        match self.text.as_bytes().get(at + 1) {
            Some(b'\n') => self.replace(at, at + 1, "  "),
            Some(b'.' | b')') => {
                let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
                let before = self.text[line..at].trim_start_matches(is_blank);
                let number = !before.is_empty() && before.len() < 4 && before.bytes().all(|b| b.is_ascii_digit());
                if number { self.replace(at, at + 1, "") } else { at + 2 }
            }
            // What follows has no meaning of its own.
            Some(next) if next.is_ascii_punctuation() => at + 2,
            _ => at + 1,
        }
    }
}

/// A tag of HTML.
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) closes: bool,
    /// Bytes up to and with its `>`.
    pub(super) length: usize,
}

/// Reads a tag at the start of a text; its attributes say nothing that is kept.
pub(super) fn tag(text: &str) -> Option<Tag> {
    let inner = text.strip_prefix('<')?;
    let closes = inner.starts_with('/');
    let named = inner.strip_prefix('/').unwrap_or(inner);
    let length = named.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
    let name = &named[..length];
    let rest = &named[length..];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !rest.starts_with([' ', '\t', '\n', '\r', '/', '>']) {
        return None;
    }
    let mut quote = None;
    // Pages made by office programs carry long attributes, but not longer than this.
    let close = rest.bytes().take(4000).position(|b| match (quote, b) {
        (None, b'"' | b'\'') => {
            quote = Some(b);
            false
        }
        (Some(open), b) if b == open => {
            quote = None;
            false
        }
        (open, b) => open.is_none() && b == b'>',
    })?;
    let length = text.len() - rest.len() + close + 1;
    Some(Tag { name: name.to_ascii_lowercase(), closes, length })
}

/// Raised or lowered characters up to the closing tag, where there are characters for them: `m<sup>2</sup>` is m².
fn script(text: &str, name: &str) -> Option<(String, usize)> {
    let close = text.find('<').filter(|close| *close <= 24)?;
    let end = tag(&text[close..]).filter(|tag| tag.closes && tag.name == name)?;
    let (from, to) = if name == "sup" {
        ("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
    } else {
        ("0123456789+-x", "₀₁₂₃₄₅₆₇₈₉₊₋ₓ")
    };
    let words = text[..close].trim();
    // The number of a note needs no raising.
    let note = words.starts_with(['[', '〔', '［', '①']);
    let raised = |c: char| from.chars().position(|known| known == c).and_then(|at| to.chars().nth(at));
    let words = if note { words.to_owned() } else { words.chars().map(raised).collect::<Option<String>>()? };
    Some((words, close + end.length))
}
