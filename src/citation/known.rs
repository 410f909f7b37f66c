//! Turns the titles and short names of a site's texts into names that can be found at the end of words.

use std::collections::HashSet;

/// Names of texts that may be cited without 《》.
#[derive(Debug, Clone, Default)]
pub struct Known {
    names: HashSet<String>,
    last: HashSet<char>,
    longest: usize,
}

impl Known {
    /// The names, and what they are without 中华人民共和国 and a final （试行）.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known = Self::default();
        for name in names {
            known.add(name);
        }
        known
    }

    pub(super) fn add(&mut self, name: &str) {
        let short = name.strip_prefix("中华人民共和国").unwrap_or(name);
        for name in [name, short, super::title::bare(name), super::title::bare(short)] {
            let Some(last) = name.chars().next_back().filter(|_| name.chars().nth(1).is_some()) else { continue };
            self.last.insert(last);
            self.longest = self.longest.max(name.len());
            self.names.insert(name.to_owned());
        }
    }

    /// Whether it is a name.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Where the longest name begins that ends some words.
    pub fn at_end(&self, words: &str) -> Option<usize> {
        let last = words.chars().next_back()?;
        if !self.last.contains(&last) {
            return None;
        }
        let shortest = words.len().saturating_sub(self.longest);
        words
            .char_indices()
            .map(|(at, _)| at)
            .skip_while(|at| *at < shortest)
            .find(|at| self.names.contains(&words[*at..]))
    }
}
