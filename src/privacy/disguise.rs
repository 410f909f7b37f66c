//! Turns text into what it means once read: escapes of YAML and Markdown become the signs they stand for.
//!
//! `138\x31` and `138&#49;` are digits on the page; a scan of the bytes alone would not see them.

use std::ops::Range;

/// A text without its escapes, and where each piece of it came from.
pub(super) struct Plain {
    /// The text as readers will see it.
    pub(super) text: String,
    /// Byte of the plain text and byte of the original, at every place after which the two no longer run together.
    steps: Vec<(usize, usize)>,
    /// Length of the original.
    length: usize,
}

impl Plain {
    /// Resolves the escapes of a text; `None` where there are none.
    pub(super) fn of(original: &str) -> Option<Self> {
        let mut signs = memchr::memchr2_iter(b'\\', b'&', original.as_bytes());
        if !signs.any(|at| original[at..].starts_with('\\') || original[at..].starts_with("&#")) {
            return None;
        }
        let mut text = String::with_capacity(original.len());
        let mut steps = vec![(0, 0)];
        let mut at = 0;
        while let Some(rest) = original.get(at..).filter(|rest| !rest.is_empty()) {
            let next = rest.find(['\\', '&']).unwrap_or(rest.len());
            text.push_str(&rest[..next]);
            at += next;
            let Some(rest) = original.get(at..).filter(|rest| !rest.is_empty()) else { break };
            if let Some((sign, length)) = backslash(rest).or_else(|| entity(rest)) {
                steps.push((text.len(), at));
                text.extend(sign);
                at += length;
                steps.push((text.len(), at));
            } else {
                text.push_str(&rest[..1]);
                at += 1;
            }
        }
        Some(Self { text, steps, length: original.len() })
    }

    /// The bytes of the original that a range of the plain text came from.
    pub(super) fn origin(&self, range: &Range<usize>) -> Range<usize> {
        // An escape is one step at its start and one at its end, so a start is taken from the last step at or before
        // it, and an end from the last step before it unless one falls just there.
        let back = |at: usize, step: usize| match step.checked_sub(1).and_then(|step| self.steps.get(step)) {
            Some((plain, original)) => {
                let next = self.steps.get(step).map_or(self.length, |(_, original)| *original);
                (original + (at - plain)).min(next)
            }
            None => at,
        };
        let start = back(range.start, self.steps.partition_point(|(plain, _)| *plain <= range.start));
        let end = match self.steps.iter().rev().find(|(plain, _)| *plain <= range.end) {
            Some((plain, original)) if *plain == range.end => *original,
            _ => back(range.end, self.steps.partition_point(|(plain, _)| *plain < range.end)),
        };
        start.min(end)..end
    }
}

/// The sign of an escape that begins a text with `\`, and its length; a line that goes on has no sign.
fn backslash(text: &str) -> Option<(Option<char>, usize)> {
    let after = text.strip_prefix('\\')?;
    let kind = after.chars().next()?;
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '_' => return Some((Some('\u{a0}'), 2)),
        't' => return Some((Some('\t'), 2)),
        '\r' | '\n' => {
            let rest = after.trim_start_matches([' ', '\t', '\r', '\n']);
            return Some((None, text.len() - rest.len()));
        }
        ' ' => return Some((Some(' '), 2)),
        _ if kind.is_ascii_punctuation() => return Some((Some(kind), 2)),
        _ => return None,
    };
    let hex = after.get(1..=digits).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let sign = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)?;
    Some((Some(sign), digits + 2))
}

/// The sign of a numeric entity that begins a text, and its length.
fn entity(text: &str) -> Option<(Option<char>, usize)> {
    let after = text.strip_prefix("&#")?;
    let end = after.bytes().take(10).position(|byte| byte == b';')?;
    let number = after.get(..end)?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) if hex.bytes().all(|byte| byte.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16).ok()?,
        Some(_) => return None,
        None if number.bytes().all(|byte| byte.is_ascii_digit()) => number.parse().ok()?,
        None => return None,
    };
    Some((Some(char::from_u32(code)?), end + 3))
}

/// The words of safe HTML as a reader sees them: marks inside a line vanish, every other element ends the line.
pub(super) fn words_of(html: &str) -> String {
    const INSIDE: [&str; 7] = ["strong", "em", "code", "a", "del", "sup", "span"];
    let mut words = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or("");
        if !INSIDE.contains(&name) {
            words.push('\n');
            // What is said instead of a picture is read as well.
            if let Some((_, alt)) = tag.split_once("alt=\"") {
                words.push_str(alt.split('"').next().unwrap_or(""));
                words.push('\n');
            }
        }
        rest = after;
    }
    words.push_str(rest);
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    signs
        .iter()
        .fold(words, |words, (entity, sign)| if words.contains(entity) { words.replace(entity, sign) } else { words })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_signs_with_their_places() {
        let cases = [
            (r"a138\x31b", "a1381b", 4..5, r"\x31"),
            (r"a138\u0031\U00000032b", "a13812b", 1..6, r"138\u0031\U00000032"),
            ("138&#49;&#x32;。", "13812。", 0..5, "138&#49;&#x32;"),
            (r"\\x31 \x32", r"\x31 2", 5..6, r"\x32"),
            ("1\\\n  2", "12", 0..2, "1\\\n  2"),
            (r"138\-12", "138-12", 4..6, "12"),
            (r"\x3 &#; &#x; \", r"\x3 &#; &#x; \", 0..3, r"\x3"),
            (r"村\x31村", "村1村", 0..3, "村"),
        ];
        for (original, text, range, came_from) in cases {
            let plain = Plain::of(original).expect("escapes");
            assert_eq!(plain.text, text, "{original}");
            assert_eq!(original.get(plain.origin(&range)), Some(came_from), "{original}");
        }
        assert!(Plain::of("138 & 1").is_none());
    }

    #[test]
    fn html_becomes_words() {
        let html = "<p>13<strong>81</strong>2<br>3 &amp;lt;</p><img src=\"a\" alt=\"门\"><td>4</td>";
        assert_eq!(words_of(html), "\n13812\n3 &lt;\n\n门\n\n4\n");
    }
}
