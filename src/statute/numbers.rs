//! Tells of an article's number how often it has been given before: a number met again is another article.

use std::collections::HashMap;

use crate::model::regulation::Anchor;

/// The numbers that a text has given.
#[derive(Default)]
pub(super) struct Numbers {
    /// The highest of each numbering: articles come in order but for mistakes, and what is higher than all is new.
    highest: Vec<Anchor>,
    /// All of them, in order, until one comes that is not higher.
    given: Vec<Anchor>,
    /// How often each was given, from then on.
    times: HashMap<Anchor, u16>,
}

impl Numbers {
    /// What marks an article that has this address but for its copy: 0 the first time, then 2, 3…
    pub(super) fn copy(&mut self, whole: Anchor) -> u16 {
        let same = |known: &&mut Anchor| (known.part, known.point) == (whole.part, whole.point);
        let rises = match self.highest.iter_mut().rev().find(same) {
            Some(highest) if whole > *highest => {
                *highest = whole;
                true
            }
            Some(_) => false,
            None => {
                self.highest.push(whole);
                true
            }
        };
        if rises && self.times.is_empty() {
            self.given.push(whole);
            return 0;
        }
        self.times.extend(self.given.drain(..).map(|known| (known, 1)));
        let times = self.times.entry(whole).or_default();
        *times = times.saturating_add(1);
        if *times == 1 { 0 } else { *times }
    }
}
