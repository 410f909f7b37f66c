//! Turns lines that head chapters, sections and annexes into headings with addresses, and leaves out a table of contents.

use std::ops::Range;

use super::build::{Builder, List, Words, slice};
use super::line::Division;
use crate::model::regulation::{Anchor, BlockKind, Heading, Part};

impl Builder<'_> {
    /// 编, 章, 节.
    pub(super) fn division(&mut self, division: &Division, label: Range<usize>, words: Words) {
        if let Some(&first) = self.run.first()
            && self.run.len() > 1
            && (self.headings[first].rank, self.headings[first].number) == (division.rank, division.number)
        {
            // What has been read was a table of contents.
            let block = self.headings[first].block as usize;
            self.marked.retain(|marked| (marked.block as usize) < block);
            self.blocks.truncate(block);
            for gone in self.headings.drain(first..) {
                self.ids.remove(&gone.id);
                self.chapters -= usize::from(gone.rank == 3);
            }
            self.above.retain(|(_, at)| *at < first);
            self.run.clear();
        }
        self.chapters += usize::from(division.rank == 3);
        self.fresh_chapter = true;
        self.heading(division.rank, division.number, label, words);
    }

    /// A heading of any rank; 0 is an annex, 6 has no number.
    pub(super) fn heading(&mut self, rank: u8, number: u32, label: Range<usize>, words: Words) {
        while self.above.last().is_some_and(|(above, _)| *above >= rank) {
            self.above.pop();
        }
        if rank == 0 && self.articles > 0 {
            self.close();
            if let Some(list) = self.headings.last_mut().filter(|above| number == 1 && above.id == "f1")
                && (list.number, self.current) == (0, None)
            {
                // What stood under 附件 was the list of them.
                list.id = "f0".to_owned();
                self.ids.remove("f1");
                self.ids.insert("f0".to_owned());
                self.annexes = 0;
            }
            self.annexes += 1;
            self.part = Part::Annex(u16::try_from(number).ok().filter(|n| *n >= self.annexes).unwrap_or(self.annexes));
            if let Part::Annex(n) = self.part {
                self.annexes = n;
            }
            self.last = None;
        }
        let id = self.free_id(rank, number);
        let block = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        let at = self.headings.len();
        self.headings.push(Heading { block, rank, number, id });
        self.above.push((rank, at));
        self.run.push(at);
        self.current = None;
        self.list = List::default();
        let kind = BlockKind::Heading(u32::try_from(at).unwrap_or(u32::MAX));
        self.push(kind, Anchor::default(), label, words, false);
    }

    fn free_id(&mut self, rank: u8, number: u32) -> String {
        let above =
            self.above.iter().rev().find(|(above, _)| (1..=4).contains(above)).map(|(_, at)| &self.headings[*at].id);
        let part = match self.part {
            Part::Body => String::new(),
            Part::Annex(n) => format!("f{n}-"),
            Part::Again(n) => format!("s{n}-"),
        };
        let id = match (rank, above) {
            (0, _) => match self.part {
                Part::Annex(n) => format!("f{n}"),
                _ => format!("f{}", number.max(1)),
            },
            (6.., _) | (_, None) if rank >= 6 => format!("{part}h{}", self.headings.len() + 1),
            (1, _) => format!("{part}b{number}"),
            (2, Some(above)) => format!("{above}-b{number}"),
            (3, Some(above)) => format!("{above}-c{number}"),
            (_, Some(above)) => format!("{above}-{number}"),
            (2, None) => format!("{part}b{number}"),
            (3, None) => format!("{part}c{number}"),
            (4, None) => format!("{part}j{number}"),
            _ => format!("{part}m{number}"),
        };
        let mut free = id.clone();
        let mut copy = 1;
        while !self.ids.insert(free.clone()) {
            copy += 1;
            free = format!("{id}v{copy}");
        }
        free
    }

    /// Whether the last block is a heading with a label and no title yet.
    pub(super) fn awaits_title(&self) -> bool {
        self.blocks.last().is_some_and(|block| {
            matches!(block.kind, BlockKind::Heading(_)) && block.words.is_empty() && !block.label.is_empty()
        })
    }

    /// Gives the last heading its title.
    pub(super) fn title(&mut self, range: &Range<usize>) {
        if let Some(block) = self.blocks.last_mut() {
            block.words = slice(range);
        }
    }
}
