//! Addresses within a regulation become text, and such text becomes addresses again.

use std::fmt;

/// Which numbering an article belongs to: annexes count anew, and so do texts that begin again at 第一条.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Part {
    /// The text itself.
    #[default]
    Body,
    /// An annex, from 1.
    Annex(u16),
    /// The numbering begins again, for the second time, the third…
    Again(u16),
}

/// The address of an article, a paragraph or an item: `t12`, `t12z1-2`, `f1-t3-1-2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Anchor {
    /// Which numbering.
    pub part: Part,
    /// Whether it counts points (一、) and not articles.
    pub point: bool,
    /// The article's number; 0 means no address at all.
    pub article: u32,
    /// 之一 is 1.
    pub inserted: u16,
    /// The same number met again is 2.
    pub copy: u16,
    /// 款, from 1; 0 for the whole article.
    pub paragraph: u16,
    /// 项.
    pub item: u16,
    /// 目.
    pub sub_item: u16,
}

impl Anchor {
    /// The anchor of an article of the text itself, as a citation names it.
    pub fn article(number: u32, inserted: u16) -> Self {
        Self { article: number, inserted, ..Self::default() }
    }

    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        self.article == 0
    }

    /// The article it lies in.
    pub fn whole(&self) -> Self {
        Self { paragraph: 0, item: 0, sub_item: 0, ..*self }
    }

    /// Writes it at the end of a text.
    pub fn push_to(&self, out: &mut String) {
        match self.part {
            Part::Body => {}
            Part::Annex(n) => push_number(push(out, 'f'), u32::from(n)).push('-'),
            Part::Again(n) => push_number(push(out, 's'), u32::from(n)).push('-'),
        }
        push_number(push(out, if self.point { 'y' } else { 't' }), self.article);
        if self.inserted > 0 {
            push_number(push(out, 'z'), u32::from(self.inserted));
        }
        if self.copy > 1 {
            push_number(push(out, 'v'), u32::from(self.copy));
        }
        for level in [self.paragraph, self.item, self.sub_item] {
            if level == 0 {
                break;
            }
            push_number(push(out, '-'), u32::from(level));
        }
    }

    /// Reads what [`Anchor::push_to`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        let mut anchor = Self::default();
        let mut rest = text;
        for (mark, annex) in [('f', true), ('s', false)] {
            if let Some(after) = rest.strip_prefix(mark) {
                let (number, after) = number(after)?;
                let number = u16::try_from(number).ok()?;
                anchor.part = if annex { Part::Annex(number) } else { Part::Again(number) };
                rest = after.strip_prefix('-')?;
                break;
            }
        }
        anchor.point = rest.starts_with('y');
        (anchor.article, rest) = number(rest.strip_prefix(['t', 'y'])?)?;
        if let Some(after) = rest.strip_prefix('z') {
            let (value, after) = number(after)?;
            (anchor.inserted, rest) = (u16::try_from(value).ok()?, after);
        }
        if let Some(after) = rest.strip_prefix('v') {
            let (value, after) = number(after)?;
            (anchor.copy, rest) = (u16::try_from(value).ok()?, after);
        }
        for level in [&mut anchor.paragraph, &mut anchor.item, &mut anchor.sub_item] {
            let Some(after) = rest.strip_prefix('-') else { break };
            let (value, after) = number(after)?;
            (*level, rest) = (u16::try_from(value).ok()?, after);
        }
        rest.is_empty().then_some(anchor)
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.push_to(&mut out);
        f.write_str(&out)
    }
}

fn push(out: &mut String, c: char) -> &mut String {
    out.push(c);
    out
}

fn push_number(out: &mut String, number: u32) -> &mut String {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or(0)));
    out
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Some((digits.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_as_it_is_written() {
        for text in
            ["t12", "t12-2", "t12-2-1", "t12-2-1-1", "t12z1", "t120z2-3", "f1-t3", "s2-t1-1", "y3-1-2", "t5v2-1"]
        {
            assert_eq!(Anchor::parse(text).expect(text).to_string(), text);
        }
        for text in ["", "t", "c2", "t1-", "t1x", "f1", "12", "t1-1-1-1-1"] {
            assert_eq!(Anchor::parse(text), None, "{text}");
        }
    }
}
