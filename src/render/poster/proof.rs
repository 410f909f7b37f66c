//! Reads what was laid out and finds what is missing from it: characters without a glyph, texts left out.

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use super::PosterProblem;
use crate::theme::is_blank;

/// Refuses a document in which a character has no glyph or a text that is to be printed does not appear.
pub(super) fn read(document: &PagedDocument, printed: &[&str]) -> Result<(), PosterProblem> {
    let mut seen = Seen::default();
    document.pages().iter().for_each(|page| seen.walk(&page.frame));
    if let Some(&character) = seen.missing.first() {
        let holder = printed.iter().find(|text| text.contains(character));
        return Err(PosterProblem::MissingGlyph { character, text: holder.copied().unwrap_or_default().to_owned() });
    }
    match printed.iter().find(|text| !seen.text.contains(&without_blanks(text))) {
        Some(text) => Err(PosterProblem::NotPrinted { text: (*text).to_owned() }),
        None => Ok(()),
    }
}

/// So many characters of a paragraph surely stand on one page.
const BEGINNING: usize = 12;

/// Refuses a document of many pages in which a character has no glyph, or the beginning of a text does not appear after
/// those before it. A page may end within a text, so only its beginning is looked for.
pub(super) fn follow(document: &PagedDocument, printed: &[&str]) -> Result<(), PosterProblem> {
    let mut seen = Seen::default();
    document.pages().iter().for_each(|page| seen.walk(&page.frame));
    if let Some(&character) = seen.missing.first() {
        let holder = printed.iter().find(|text| text.contains(character));
        return Err(PosterProblem::MissingGlyph { character, text: holder.copied().unwrap_or_default().to_owned() });
    }
    let mut rest = seen.text.as_str();
    for text in printed {
        let beginning: String = without_blanks(text).chars().take(BEGINNING).collect();
        match rest.find(&beginning) {
            Some(at) => rest = &rest[at + beginning.len()..],
            None => return Err(PosterProblem::NotPrinted { text: (*text).to_owned() }),
        }
    }
    Ok(())
}

/// Blanks are what line breaks and spread names change.
fn without_blanks(text: &str) -> String {
    text.chars().filter(|&character| !is_blank(character)).collect()
}

#[derive(Default)]
struct Seen {
    text: String,
    missing: Vec<char>,
}

impl Seen {
    fn walk(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.walk(&group.frame),
                FrameItem::Text(text) => {
                    self.text.push_str(&without_blanks(&text.text));
                    let without = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                    let places = without.filter_map(|glyph| text.text.get(usize::from(glyph.range.start)..));
                    self.missing.extend(places.filter_map(|rest| rest.chars().next()));
                }
                _ => {}
            }
        }
    }
}
