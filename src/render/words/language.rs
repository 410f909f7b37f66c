//! Turns a theme's file of words into the words of one site.

use super::Words;
use super::strings::Strings;
use crate::model::site::Site;
use crate::render::{Error, ReadFile, text};

/// Words in the site's language, made from a theme once.
#[derive(Debug)]
pub struct Language {
    strings: Strings,
    /// The phrases the program fills in.
    pub words: Words,
}

impl Language {
    /// Reads the words of a site's language from a theme.
    ///
    /// # Errors
    /// When the file is missing, is no flat mapping, or lacks a phrase.
    pub fn new(site: &Site, read: &ReadFile<'_>) -> Result<Self, Error> {
        let file = format!("strings/{}.yaml", site.settings.language.tag());
        let text = text(read, &file)?;
        let strings = Strings::parse(&file, &text)?;
        let words = Words::new(&strings, site.settings.time_style)?;
        Ok(Self { strings, words })
    }

    /// Every phrase, for templates.
    pub fn strings(&self) -> &Strings {
        &self.strings
    }
}
