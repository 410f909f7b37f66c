//! Turns a theme's file of words into phrases with slots.
//!
//! A file of words is flat YAML: a name and its text, where `{slot}` stands for a value.

use std::collections::BTreeMap;

use crate::render::Error;

/// A text with slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    source: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Slot(String),
}

impl Phrase {
    /// Reads `{slot}`; a brace that opens no slot is text.
    pub fn new(source: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = source;
        let mut text = String::new();
        while let Some(open) = rest.find('{') {
            let (before, after) = rest.split_at(open);
            text.push_str(before);
            let name = after[1..].split('}').next().unwrap_or_default();
            let is_slot = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            if is_slot && after.len() > name.len() + 1 {
                if !text.is_empty() {
                    parts.push(Part::Text(std::mem::take(&mut text)));
                }
                parts.push(Part::Slot(name.to_owned()));
                rest = &after[name.len() + 2..];
            } else {
                text.push('{');
                rest = &after[1..];
            }
        }
        text.push_str(rest);
        if !text.is_empty() {
            parts.push(Part::Text(text));
        }
        Self { source: source.to_owned(), parts }
    }

    /// The text as written, for phrases without slots.
    pub fn text(&self) -> &str {
        &self.source
    }

    /// The text with values in its slots. A slot without a value stays empty.
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        let mut out = String::with_capacity(self.source.len() + 16);
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Slot(slot) => {
                    let value = values.iter().find(|(name, _)| name == slot);
                    out.push_str(value.map_or("", |(_, value)| value));
                }
            }
        }
        out
    }

    /// The names of its slots, in order.
    pub fn slots(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Slot(name) => Some(name.as_str()),
            Part::Text(_) => None,
        })
    }
}

/// All phrases of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strings {
    phrases: BTreeMap<String, Phrase>,
}

impl Strings {
    /// Reads a file of words.
    ///
    /// # Errors
    /// When it is no flat mapping of names to texts; `file` names it.
    pub fn parse(file: &str, yaml: &str) -> Result<Self, Error> {
        let texts: BTreeMap<String, String> = serde_yaml::from_str(yaml)
            .map_err(|error| Error::Strings { file: file.to_owned(), reason: error.to_string() })?;
        let phrases = texts.into_iter().map(|(name, text)| (name, Phrase::new(&text)));
        Ok(Self { phrases: phrases.collect() })
    }

    /// A phrase by its name.
    ///
    /// # Errors
    /// When there is none.
    pub fn get(&self, name: &str) -> Result<&Phrase, Error> {
        self.phrases.get(name).ok_or_else(|| Error::MissingString(name.to_owned()))
    }

    /// Names and phrases, in order of names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Phrase)> {
        self.phrases.iter().map(|(name, phrase)| (name.as_str(), phrase))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_and_other_braces_stay() {
        let cases = [
            ("{y}年{m}月", "2026年12月"),
            ("没有", "没有"),
            ("{", "{"),
            ("{}", "{}"),
            ("{Y} {y", "{Y} {y"),
            ("{y}{y}", "20262026"),
            ("甲{none}乙", "甲乙"),
        ];
        for (source, expected) in cases {
            assert_eq!(Phrase::new(source).fill(&[("y", "2026"), ("m", "12")]), expected, "{source}");
        }
    }

    #[test]
    fn a_missing_name_is_an_error_that_names_it() {
        let strings = Strings::parse("zh-CN.yaml", "a: 甲\n").expect("parses");
        assert_eq!(strings.get("a").expect("there").text(), "甲");
        assert!(strings.get("b").expect_err("absent").to_string().contains("`b`"));
    }
}
