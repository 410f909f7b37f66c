//! Turns font files into the faces a poster is set in, and says which family serves which purpose.
//!
//! Besides its own family each face is known by a private one, and these form the last resort: a rare character that
//! the medium weight lacks is then taken from the complete bold, and from a font given by the user after that.

use serde::Serialize;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

use super::EngineError;
use crate::theme::{GIVEN_FONTS, Theme};

/// Families a song-style title face goes by; the first of them that was given goes in front for titles.
const TITLE_FACES: [&str; 4] = ["小标宋", "xiaobiaosong", "大标宋", "dabiaosong"];

/// All faces, ready for typst.
pub(super) struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    faces: Vec<Font>,
    pub(super) families: Families,
}

/// Families in the order to try, for each purpose. Templates read them as `data.fonts`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Families {
    title: Vec<String>,
    body: Vec<String>,
}

impl Fonts {
    /// Unpacks the theme's fonts; `extra` are fonts given by the user, by path.
    pub(super) fn new(theme: &Theme, extra: &[(String, Vec<u8>)]) -> Result<Self, EngineError> {
        let mut own = Vec::new();
        let mut given = Vec::new();
        for path in theme.fonts() {
            let data = theme.file(path).ok_or_else(|| EngineError::BadFont { path: path.to_owned() })?;
            let side = if path.starts_with(GIVEN_FONTS) { &mut given } else { &mut own };
            side.extend(faces(path, data.into_owned())?);
        }
        for (path, data) in extra {
            given.extend(faces(path, data.clone())?);
        }
        if own.is_empty() && given.is_empty() {
            return Err(EngineError::NoFonts);
        }
        let families = Families::new(&own, &given);
        let faces: Vec<Font> = own.into_iter().chain(given).collect();
        let named = faces.iter().map(|face| face.info().clone());
        let aliased = faces.iter().enumerate().map(|(index, face)| alias(face.info(), index));
        let book = LazyHash::new(FontBook::from_infos(named.chain(aliased)));
        Ok(Self { book, faces, families })
    }

    /// The face of an entry of the book: the second half of the book repeats the first under private names.
    pub(super) fn face(&self, index: usize) -> Option<Font> {
        self.faces.get(index).or_else(|| self.faces.get(index.checked_sub(self.faces.len())?)).cloned()
    }
}

impl Families {
    fn new(own: &[Font], given: &[Font]) -> Self {
        let family = |face: &Font| face.info().family.clone();
        let is_title = |face: &&Font| {
            let name = face.info().family.to_lowercase();
            TITLE_FACES.iter().any(|known| name.contains(known))
        };
        let mut title: Vec<String> = given.iter().filter(is_title).map(family).collect();
        let (serif, sans): (Vec<&Font>, Vec<&Font>) =
            own.iter().partition(|face| face.info().family.to_lowercase().contains("serif"));
        title.extend(serif.into_iter().map(family));
        let mut body: Vec<String> = sans.into_iter().map(family).collect();
        // The fullest face first, then those of the user in the order given.
        let mut last: Vec<usize> = (0..own.len()).collect();
        last.sort_by_key(|&index| {
            std::cmp::Reverse(own.get(index).map_or(0, |face| face.info().coverage.iter().count()))
        });
        last.extend(own.len()..own.len() + given.len());
        let last: Vec<String> = last.into_iter().map(private_name).collect();
        body.extend(last.iter().cloned());
        title.extend(last);
        for list in [&mut title, &mut body] {
            let mut seen = std::collections::BTreeSet::new();
            list.retain(|name| seen.insert(name.clone()));
        }
        Self { title, body }
    }
}

fn faces(path: &str, data: Vec<u8>) -> Result<Vec<Font>, EngineError> {
    let faces: Vec<Font> = Font::iter(Bytes::new(data)).collect();
    if faces.is_empty() { Err(EngineError::BadFont { path: path.to_owned() }) } else { Ok(faces) }
}

fn private_name(index: usize) -> String {
    format!("face {index}")
}

fn alias(info: &FontInfo, index: usize) -> FontInfo {
    FontInfo { family: private_name(index), ..info.clone() }
}
