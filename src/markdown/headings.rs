//! Turns the headings of a text into levels below the page's title and into stable, unique names for links.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Tag, TagEnd};

/// A heading of a text, for a table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6: the page's title is the only level 1, and no level is skipped.
    pub level: u8,
    /// The name a link leads to, unique in the text.
    pub id: String,
    /// The words, without marks.
    pub text: String,
}

/// The name of a heading in addresses: letters and digits kept, all else one hyphen. A name that begins in ASCII gets
/// `h-` before it, so that it never meets a name the theme uses.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    while out.ends_with('-') {
        out.pop();
    }
    match out.chars().next() {
        Some(first) if !first.is_ascii() => out,
        _ => format!("h-{out}"),
    }
}

/// All headings of the events, in order; one without words has an empty text.
pub(super) fn collect<'e>(events: impl Iterator<Item = &'e Event<'e>>) -> Vec<Heading> {
    let mut found = Vec::new();
    let mut open: Vec<u8> = Vec::new();
    let mut names = Names::default();
    let mut text: Option<String> = None;
    for event in events {
        match event {
            Event::Start(Tag::Heading { .. }) => text = Some(String::new()),
            Event::Text(words) | Event::Code(words) => {
                if let Some(text) = &mut text {
                    text.push_str(words);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(text) = &mut text {
                    text.push(' ');
                }
            }
            Event::End(TagEnd::Heading(level)) => {
                let text = text.take().unwrap_or_default().trim().to_owned();
                if text.is_empty() {
                    found.push(Heading { level: 2, id: String::new(), text });
                    continue;
                }
                let own = *level as u8;
                while open.last().is_some_and(|&above| above >= own) {
                    open.pop();
                }
                let depth = u8::try_from(open.len()).unwrap_or(4).min(4);
                open.push(own);
                found.push(Heading { level: 2 + depth, id: names.unique(slug(&text)), text });
            }
            _ => {}
        }
    }
    found
}

/// Gives each name once; a name met again gets the next free number.
#[derive(Default)]
struct Names {
    used: BTreeSet<String>,
    next: BTreeMap<String, usize>,
}

impl Names {
    fn unique(&mut self, name: String) -> String {
        if self.used.insert(name.clone()) {
            return name;
        }
        let next = self.next.entry(name.clone()).or_insert(2);
        loop {
            let numbered = format!("{name}-{next}");
            *next += 1;
            if self.used.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::Parser;

    fn headings(body: &str) -> Vec<(u8, String)> {
        let events: Vec<Event<'_>> = Parser::new(body).collect();
        collect(events.iter()).into_iter().map(|heading| (heading.level, heading.id)).collect()
    }

    #[test]
    fn levels_start_at_two_and_never_skip() {
        let levels = |body| headings(body).into_iter().map(|(level, _)| level).collect::<Vec<_>>();
        assert_eq!(levels("# 甲\n# 乙\n## 丙"), [2, 2, 3]);
        assert_eq!(levels("### 甲\n## 乙\n#### 丙\n# 丁"), [2, 2, 3, 2]);
        assert_eq!(levels("# a\n## b\n### c\n#### d\n##### e\n###### f"), [2, 3, 4, 5, 6, 6]);
    }

    #[test]
    fn names_are_stable_and_unique() {
        let names = |body| headings(body).into_iter().map(|(_, id)| id).collect::<Vec<_>>();
        assert_eq!(
            names("# 一、受理 范围\n# 一、受理范围\n# 受理\n# 受理\n# 受理-2\n# 受理"),
            ["一-受理-范围", "一-受理范围", "受理", "受理-2", "受理-2-2", "受理-3"]
        );
        assert_eq!(slug("Opening Hours!"), "h-opening-hours");
        assert_eq!(slug("2026年"), "h-2026年");
        assert_eq!(slug("！？"), "h-");
    }
}
