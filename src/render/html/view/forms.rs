//! The page of the forms that an office passes on: each as text to copy in one step.

use serde::Serialize;

use super::session::NamedLink;
use super::{Frame, Scope};
use crate::model::roster::RosterId;
use crate::plan::Output;
use crate::render::desk::Desk;
use crate::render::forms;

/// What the page shows.
#[derive(Debug, Serialize)]
pub struct FormsView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// The forms.
    pub forms: Body<'a>,
}

/// The content of the page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub roster: NamedLink<'a>,
    /// The table to paste, as a file of its own.
    pub fragment: String,
    pub chat: String,
    pub speech: String,
    pub led: Vec<String>,
}

/// Builds the page of a roster's forms.
pub fn forms<'a>(scope: &Scope<'a>, id: RosterId) -> FormsView<'a> {
    let Scope { site, plan, words, people, .. } = *scope;
    let roster = site.roster(id);
    let desk = Desk { site, plan, words, people };
    let mut page = scope.frame("forms", &words.forms_title.fill(&[("title", &roster.title)]));
    page.crumbs = scope.crumbs_to(id.unit, true);
    let body = Body {
        roster: NamedLink { name: &roster.title, href: scope.href(Output::RosterMonth(id)) },
        fragment: scope.href(Output::RosterFragment(id)),
        chat: forms::chat(&desk, id),
        speech: forms::speech(&desk, id),
        led: forms::led(&desk, id),
    };
    FormsView { page, forms: body }
}
