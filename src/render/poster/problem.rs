//! What can stop a poster, so that the caller can name the person and the place in the content.

use thiserror::Error;

/// Why a poster was not made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
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

/// Why no poster can be made at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
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
