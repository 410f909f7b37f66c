//! What can stop a poster, so that the caller can name the person and the place in the content.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::diag::code::posters::{
    ADDRESS_TOO_LONG, BAD_FONT, CUT_OFF, MISSING_GLYPH, NOT_PRINTED, TEMPLATE_FAULT, TOO_MUCH_TEXT,
};
use crate::diag::{Code, Diagnostic};

/// Why a poster was not made.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum PosterProblem {
    /// No font holds a character.
    #[error("no font has {character:?} (in {text:?})")]
    MissingGlyph {
        /// The character.
        character: char,
        /// The text of the notice it stands in.
        text: String,
    },
    /// Even at the smallest size that can be read, the text around the table leaves no room for it.
    #[error("the text does not fit on {paper} at a size that can be read")]
    DoesNotFit {
        /// The paper, as [`super::Paper::name`] has it.
        paper: String,
    },
    /// A template left a text of the notice out.
    #[error("the template does not print {text:?}")]
    NotPrinted {
        /// The text.
        text: String,
    },
    /// Words that cannot be broken run over the edge of the sheet.
    #[error("{text:?} runs off the sheet")]
    Cut {
        /// The words.
        text: String,
    },
    /// The address is too long for a QR code.
    #[error("the address is too long for a QR code: {url}")]
    AddressTooLong {
        /// The address.
        url: String,
    },
    /// The template is at fault: a mistake in it, or a font it asks for that is not there.
    #[error("{template}: {message}")]
    Template {
        /// Its path within the theme.
        template: String,
        /// What typst says, one line a problem.
        message: String,
    },
    /// The file could not be written in the form promised (PDF/UA-1 and PDF/A-2a, PNG).
    #[error("export: {message}")]
    Export {
        /// What typst says, one line a problem.
        message: String,
    },
}

impl PosterProblem {
    /// The problem in the words of the table of codes; `place` makes the diagnostic at the right place. `None` where
    /// nobody who writes content or themes can help: the program itself is at fault.
    pub fn diagnostic(&self, place: impl FnOnce(&'static Code) -> Diagnostic) -> Option<Diagnostic> {
        Some(match self {
            Self::MissingGlyph { character, text } => place(&MISSING_GLYPH)
                .arg("character", character.to_string())
                .arg("point", format!("U+{:04X}", u32::from(*character)))
                .arg("text", text.as_str()),
            Self::DoesNotFit { paper } => place(&TOO_MUCH_TEXT).arg("paper", paper.as_str()),
            Self::NotPrinted { text } => place(&NOT_PRINTED).arg("text", text.as_str()),
            Self::Cut { text } => place(&CUT_OFF).arg("text", text.as_str()),
            Self::AddressTooLong { url } => place(&ADDRESS_TOO_LONG).arg("url", url.as_str()),
            Self::Template { template, message } => {
                place(&TEMPLATE_FAULT).arg("template", template.as_str()).arg("detail", message.as_str())
            }
            Self::Export { .. } => return None,
        })
    }
}

impl EngineError {
    /// The problem in the words of the table of codes, as [`PosterProblem::diagnostic`].
    pub fn diagnostic(&self, place: impl FnOnce(&'static Code) -> Diagnostic) -> Option<Diagnostic> {
        match self {
            Self::BadFont { path } => Some(place(&BAD_FONT).arg("path", path.as_str())),
            Self::NotText { path } => {
                Some(place(&TEMPLATE_FAULT).arg("template", path.as_str()).arg("detail", "UTF-8"))
            }
            Self::NoFonts => None,
        }
    }
}

/// Why no poster can be made at all.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum EngineError {
    /// A font file cannot be read as a font.
    #[error("{path} is no font that can be read (TrueType, OpenType or a collection of them)")]
    BadFont {
        /// Its path.
        path: String,
    },
    /// There is no font at all.
    #[error("the theme has no fonts")]
    NoFonts,
    /// A template is no UTF-8 text.
    #[error("{path} is no UTF-8 text")]
    NotText {
        /// Its path within the theme.
        path: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;

    #[test]
    fn every_word_of_the_sentences_is_filled() {
        let text = || "甲".to_owned();
        let problems = [
            PosterProblem::MissingGlyph { character: '𪚥', text: text() },
            PosterProblem::DoesNotFit { paper: text() },
            PosterProblem::NotPrinted { text: text() },
            PosterProblem::Cut { text: text() },
            PosterProblem::AddressTooLong { url: text() },
            PosterProblem::Template { template: text(), message: text() },
        ];
        let engine = [EngineError::BadFont { path: text() }, EngineError::NotText { path: text() }];
        let place = |code| Diagnostic::of_path(code, "rosters/2026-12.yaml");
        let all = problems.iter().map(|it| it.diagnostic(place)).chain(engine.iter().map(|it| it.diagnostic(place)));
        for diagnostic in all {
            let diagnostic = diagnostic.unwrap();
            for lang in [Lang::Zh, Lang::En] {
                let words = diagnostic.message(lang) + &diagnostic.remedy(lang);
                assert!(!words.contains(['{', '}']), "{words}");
            }
        }
        let glyph = problems[0].diagnostic(place).unwrap();
        assert!(glyph.message(Lang::Zh).contains("“𪚥”（U+2A6A5）"));
    }
}
