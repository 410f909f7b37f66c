//! Turns planned pages into HTML with the templates and words of a theme.

pub mod engine;
pub mod shard;
pub mod shared;
pub mod statute;
pub mod view;

use crate::model::site::Site;
use crate::plan::{Output, Plan};
use crate::render::words::people::People;
use crate::render::words::{Language, Words};
use crate::render::{Error, ReadFile};
use view::{Scope, View};

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
        let tera = engine::build(language.strings(), &view::site::site(&scope), read)?;
        Ok(Self { site, plan, words: &language.words, people, tera })
    }

    /// The words about every official, for posters.
    pub fn people(&self) -> &People<'a> {
        &self.people
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
