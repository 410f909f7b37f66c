//! Turns the site's values into what each page shows: one borrowed view a page, built by pure functions.
//!
//! The field names of these structs are the contract with the templates.

pub mod change;
pub mod cite;
pub mod code;
pub mod comparison;
mod counts;
pub mod desk;
pub mod document;
pub mod finder;
pub mod forms;
pub mod gone;
pub mod home;
pub mod leader;
pub mod posted;
pub mod posters;
pub mod procedure;
pub mod record;
pub mod regulation;
pub mod releases;
pub mod roster;
pub mod session;
pub mod site;
pub mod table;
pub mod take;
pub mod unit;

use serde::Serialize;

use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::plan::{Output, Plan};
use crate::render::desk::Desk;
use crate::render::words::Words;
use crate::render::words::people::People;

/// What building a view needs: the site, where the page lies, and how to say things.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its plan.
    pub plan: &'a Plan,
    /// Words.
    pub words: &'a Words,
    /// Words about officials.
    pub people: &'a People<'a>,
    /// The page the view is for; links start there.
    pub page: Output,
    /// The unit the page is about; sessions of other units say whose they are.
    pub unit: Option<UnitId>,
}

impl<'a> Scope<'a> {
    /// What the forms that are passed on are made from.
    pub fn desk(&self) -> Desk<'a> {
        Desk { site: self.site, plan: self.plan, words: self.words, people: self.people }
    }

    /// The link from this page to another.
    pub fn href(&self, to: Output) -> String {
        self.plan.routes.href(self.page, to)
    }

    /// The link from this page to a place in another.
    pub fn href_at(&self, to: Output, id: &str) -> String {
        let mut href = self.href(to);
        href.push('#');
        href.push_str(id);
        href
    }

    /// The frame of the page: its title and the way to it.
    fn frame(&self, kind: &'static str, heading: &str) -> Frame<'a> {
        let site_name = &self.site.root().name;
        let path = self.plan.routes.path(self.page);
        Frame {
            kind,
            title: self.words.document_title.fill(&[("title", heading), ("site", site_name)]),
            heading: heading.to_owned(),
            description: None,
            up: "../".repeat(path.bytes().filter(|byte| *byte == b'/').count()),
            here: path.into_owned(),
            crumbs: Vec::new(),
            record: record::record(self),
        }
    }

    /// The units above one and itself, from the root down, as links.
    fn crumbs_to(&self, unit: UnitId, with_itself: bool) -> Vec<Crumb<'a>> {
        let mut crumbs = Vec::new();
        let mut at = if with_itself { Some(unit) } else { self.site.unit(unit).parent };
        while let Some(id) = at {
            let unit = self.site.unit(id);
            crumbs.push(Crumb { label: &unit.name, href: self.href(Output::Unit(id)) });
            at = unit.parent;
        }
        crumbs.push(Crumb { label: self.words.crumb_home.text(), href: self.href(Output::Home) });
        crumbs.reverse();
        crumbs
    }
}

/// What every page has around its content.
#[derive(Debug, Serialize)]
pub struct Frame<'a> {
    /// Kind of page, for scripts and tests.
    pub kind: &'static str,
    /// Title of the document.
    pub title: String,
    /// The one heading of the first level.
    pub heading: String,
    /// A sentence for search engines and previews.
    pub description: Option<String>,
    /// `../` as often as it takes to the site's root.
    pub up: String,
    /// The page's own address from the site's root.
    pub here: String,
    /// Pages above this one.
    pub crumbs: Vec<Crumb<'a>>,
    /// Since when it is public and what changed; nothing for what was never released.
    pub record: Option<record::Record>,
}

/// A page above.
#[derive(Debug, Serialize)]
pub struct Crumb<'a> {
    /// Its name.
    pub label: &'a str,
    /// Its link.
    pub href: String,
}

/// The view of a page, with the template that draws it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum View<'a> {
    Home(home::HomeView<'a>),
    Roster(Box<roster::RosterView<'a>>),
    Change(change::ChangeView<'a>),
    Code(code::CodeView<'a>),
    Posters(posters::PostersView<'a>),
    Forms(forms::FormsView<'a>),
    Unit(unit::UnitView<'a>),
    Leader(leader::LeaderView<'a>),
    Notices(document::NoticesView<'a>),
    Document(document::DocumentView<'a>),
    Comparison(comparison::ComparisonView<'a>),
    Regulation(Box<regulation::RegulationView<'a>>),
    Regulations(regulation::RegulationsView<'a>),
    Procedure(Box<procedure::ProcedureView<'a>>),
    Procedures(procedure::list::ProceduresView<'a>),
    Releases(releases::ReleasesView<'a>),
    PastCode(gone::PastCodeView<'a>),
    Gone(gone::GoneView<'a>),
    NotFound(document::NotFoundView<'a>),
}

/// The view of a page; `None` for outputs that are no pages.
pub fn view<'a>(scope: &Scope<'a>) -> Option<View<'a>> {
    Some(match scope.page {
        Output::Home => View::Home(home::home(scope)),
        Output::Unit(id) => View::Unit(unit::unit(scope, id)),
        Output::RosterMonth(id) => View::Roster(Box::new(roster::roster(scope, id))),
        Output::RosterForms(id) => View::Forms(forms::forms(scope, id)),
        Output::Change(id, day) => View::Change(change::change(scope, id, day)),
        Output::Code(subject) => View::Code(code::code(scope, subject)),
        Output::PosterIndex => View::Posters(posters::posters(scope)),
        Output::Leader(id) => View::Leader(leader::leader(scope, id)),
        Output::NoticeIndex => View::Notices(document::notices(scope)),
        Output::Notice(index) => View::Document(document::notice(scope, index)),
        Output::Page(index) => View::Document(document::page(scope, index)),
        Output::Regulation(id) => View::Regulation(Box::new(regulation::regulation(scope, id))),
        Output::RegulationComparison(id) => View::Comparison(comparison::comparison(scope, id)),
        Output::RegulationIndex => View::Regulations(regulation::regulations(scope)),
        Output::ProcedureIndex => View::Procedures(procedure::list::procedures(scope)),
        Output::Procedure(index) => View::Procedure(Box::new(procedure::procedure(scope, index))),
        Output::ReleaseIndex => View::Releases(releases::releases(scope)),
        Output::PastCode(index) => View::PastCode(gone::code(scope, index)?),
        Output::Gone(index) => View::Gone(gone::gone(scope, index)?),
        Output::GoneBeside(index) => View::Gone(gone::gone(scope, scope.plan.traces.beside.get(index)?.0)?),
        Output::NotFound => View::NotFound(document::not_found(scope)),
        _ => return None,
    })
}
