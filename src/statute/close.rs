//! Turns what stands after the last article into words that belong to none: who signed, when, the name of a table.

use super::build::Builder;
use super::told::ends_sentence;
use crate::model::regulation::{Anchor, Block, BlockKind};

/// Whether words end as those of a rule do.
fn is_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(['）', ')', '*', '"', '’']);
    ends_sentence(words) || words.ends_with(['.', '!', '?'])
}

impl Builder<'_> {
    /// Ends a numbering. Paragraphs of its last article are 款 up to the first that is no sentence.
    pub(super) fn close(&mut self) {
        let Some(whole) = self.current.map(|current| current.whole()) else { return };
        let own = |block: &&Block| block.anchor.whole() == whole || block.anchor.is_none();
        let first = self.blocks.len() - self.blocks.iter().rev().take_while(own).count();
        let closes = |at: &usize| {
            let block = &self.blocks[*at];
            let next = self.blocks.get(at + 1).filter(|next| next.kind == BlockKind::Item);
            let lists = next.is_some_and(|next| self.text(next.label).starts_with(['（', '(']));
            block.kind == BlockKind::Paragraph
                && block.anchor.paragraph > 1
                && !lists
                && !is_sentence(self.text(block.words))
        };
        let Some(from) = (first..self.blocks.len()).find(closes) else { return };
        for block in &mut self.blocks[from..] {
            block.anchor = Anchor::default();
        }
        let kept = self.index.iter().rev().take_while(|(_, at)| *at as usize >= from).count();
        self.index.truncate(self.index.len() - kept);
        self.current = None;
    }
}
