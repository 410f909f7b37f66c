//! Feeds what the booklet of a regulation says: its facts and its words, not how they were written.

use super::Feed;
use crate::model::regulation::Regulation;
use crate::model::site::Site;

impl Feed {
    pub(super) fn regulation(&mut self, site: &Site, regulation: &Regulation) {
        self.text(&regulation.stem);
        self.text(&regulation.title);
        for text in [&regulation.number, &regulation.issuer, &regulation.category, &regulation.source] {
            self.option(text.as_deref());
        }
        for day in [regulation.adopted, regulation.effective, regulation.repealed] {
            self.perhaps(day, Self::day);
        }
        // What took its place, and from when, is printed on a text that no longer holds.
        let successor = regulation.superseded_by.map(|id| site.regulation(id));
        self.perhaps(successor, |feed, successor| {
            feed.text(&successor.title);
            feed.perhaps(successor.effective, Self::day);
        });
        let text = &regulation.text;
        self.each(text.blocks(), |feed, block| {
            feed.text(text.words(block.label));
            feed.text(text.words(block.words));
        });
    }
}
