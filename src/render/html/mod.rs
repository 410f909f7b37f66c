//! Turns planned pages into HTML with the templates and words of a theme.

pub mod engine;
pub mod people;
pub mod shard;
pub mod shared;
pub mod status;
pub mod strings;
pub mod view;
pub mod words;

use std::borrow::Cow;

use crate::model::site::Site;
use crate::plan::{Output, Plan};
use people::People;
use strings::Strings;
use view::{Scope, View};
use words::Words;

/// A fault of the theme or of the program; never of the clerk's content.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The theme lacks a file.
    #[error("the theme has no `{0}`")]
    MissingFile(String),
    /// A file of words cannot be read.
    #[error("the theme's `{file}` cannot be read: {reason}")]
    Strings {
        /// The file.
        file: String,
        /// Why.
        reason: String,
    },
    /// A phrase is missing.
    #[error("the theme's words have no `{0}`")]
    MissingString(String),
    /// A template is wrong; the message names file, line and column.
    #[error("{0}")]
    Template(#[from] tera::Error),
    /// Data for scripts cannot be written.
    #[error("data for scripts cannot be written: {0}")]
    Data(serde_json::Error),
    /// The output is no page, nor data of this kind.
    #[error("{0:?} is not drawn from a template")]
    NotAPage(Output),
}

/// Reads a file of the theme by its path, such as `templates/home.html`.
pub type ReadFile<'t> = dyn Fn(&str) -> Option<Cow<'t, [u8]>> + 't;

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
        let text = engine::text(read, &file)?;
        let strings = Strings::parse(&file, &text)?;
        let words = Words::new(&strings, site.settings.time_style)?;
        Ok(Self { strings, words })
    }
}

/// Everything needed to draw the pages of one site; made once, used by all threads.
#[derive(Debug)]
pub struct Pages<'a> {
    site: &'a Site,
    plan: &'a Plan,
    words: &'a Words,
    people: People<'a>,
    tera: tera::Tera,
}

impl<'a> Pages<'a> {
    /// Reads a theme's templates for a site.
    ///
    /// # Errors
    /// When a template is missing or wrong.
    pub fn new(site: &'a Site, plan: &'a Plan, language: &'a Language, read: &ReadFile<'_>) -> Result<Self, Error> {
        let people = People::new(site, &language.words);
        let scope = Scope { site, plan, words: &language.words, people: &people, page: Output::Home, unit: None };
        let tera = engine::build(&language.strings, &view::site::site(&scope), read)?;
        Ok(Self { site, plan, words: &language.words, people, tera })
    }

    fn scope(&self, page: Output) -> Scope<'_> {
        let Self { site, plan, words, people, .. } = self;
        Scope { site, plan, words, people, page, unit: None }
    }

    /// What all pages show around their own content; part of every page's fingerprint.
    pub fn shared(&self) -> view::site::SiteView<'_> {
        view::site::site(&self.scope(Output::Home))
    }

    /// What a page shows besides what all share; its fingerprint is that of both. `None` for outputs that are no pages.
    pub fn view(&self, output: Output) -> Option<View<'_>> {
        view::view(&self.scope(output))
    }

    /// Draws a view.
    ///
    /// # Errors
    /// When a template uses what the view does not have.
    pub fn draw(&self, view: &View<'_>) -> Result<Vec<u8>, Error> {
        engine::draw(&self.tera, view)
    }

    /// The bytes of a page or of data for scripts.
    ///
    /// # Errors
    /// When a template uses what the view does not have, or the output is neither.
    pub fn render(&self, output: Output) -> Result<Vec<u8>, Error> {
        if let Output::DataShard(month) = output {
            return shard::shard(&self.scope(output), month);
        }
        let view = self.view(output).ok_or(Error::NotAPage(output))?;
        self.draw(&view)
    }
}
