//! Reads what was laid out and finds what is missing from it: characters without a glyph, texts left out or cut off.

use typst::layout::{Frame, FrameItem, Point, Size};
use typst_layout::PagedDocument;

use super::PosterProblem;
use crate::theme::is_blank;

/// Refuses a document in which a character has no glyph or a text that is to be printed does not appear.
pub(super) fn read(document: &PagedDocument, printed: &[&str]) -> Result<(), PosterProblem> {
    let seen = seen(document, printed)?;
    match printed.iter().find(|text| !seen.contains(&without_blanks(text))) {
        Some(text) => Err(PosterProblem::NotPrinted { text: (*text).to_owned() }),
        None => Ok(()),
    }
}

/// So many characters of a paragraph surely stand on one page.
const BEGINNING: usize = 12;

/// Refuses a document of many pages in which a character has no glyph, or the beginning of a text does not appear after
/// those before it. A page may end within a text, so only its beginning is looked for.
pub(super) fn follow(document: &PagedDocument, printed: &[&str]) -> Result<(), PosterProblem> {
    let seen = seen(document, printed)?;
    let mut rest = seen.as_str();
    for text in printed {
        let beginning: String = without_blanks(text).chars().take(BEGINNING).collect();
        match rest.find(&beginning) {
            Some(at) => rest = &rest[at + beginning.len()..],
            None => return Err(PosterProblem::NotPrinted { text: (*text).to_owned() }),
        }
    }
    Ok(())
}

/// All text of a document, without blanks, if each character has a glyph and none is cut off.
fn seen(document: &PagedDocument, printed: &[&str]) -> Result<String, PosterProblem> {
    let mut seen = Seen::default();
    document.pages().iter().for_each(|page| seen.page(&page.frame));
    if let Some(&character) = seen.missing.first() {
        let holder = printed.iter().find(|text| text.contains(character));
        return Err(PosterProblem::MissingGlyph { character, text: holder.copied().unwrap_or_default().to_owned() });
    }
    if let Some(text) = seen.cut {
        return Err(PosterProblem::Cut { text });
    }
    Ok(seen.text)
}

/// Blanks are what line breaks and spread names change.
fn without_blanks(text: &str) -> String {
    text.chars().filter(|&character| !is_blank(character)).collect()
}

#[derive(Default)]
struct Seen {
    text: String,
    missing: Vec<char>,
    /// The first words that the edge of the sheet cuts off.
    cut: Option<String>,
}

/// What rounding may add beyond an edge, in points.
const SLACK: f64 = 1.0;

impl Seen {
    fn page(&mut self, page: &Frame) {
        self.walk(page, Point::zero(), page.size());
    }

    /// `at` is where the frame stands on its page.
    fn walk(&mut self, frame: &Frame, at: Point, page: Size) {
        for (position, item) in frame.items() {
            let at = at + *position;
            match item {
                FrameItem::Group(group) => {
                    let moved = Point::new(group.transform.tx, group.transform.ty);
                    self.walk(&group.frame, at + moved, page);
                }
                FrameItem::Text(text) => {
                    self.text.push_str(&without_blanks(&text.text));
                    let outside = |from: f64, to: f64, end: f64| from < -SLACK || to > end + SLACK;
                    let (x, y) = (at.x.to_pt(), at.y.to_pt());
                    let wide = outside(x, x + text.width().to_pt(), page.x.to_pt());
                    if self.cut.is_none() && (wide || outside(y, y, page.y.to_pt())) {
                        self.cut = Some(text.text.to_string());
                    }
                    let without = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                    let places = without.filter_map(|glyph| text.text.get(usize::from(glyph.range.start)..));
                    self.missing.extend(places.filter_map(|rest| rest.chars().next()));
                }
                _ => {}
            }
        }
    }
}
