//! The page of the forms that an office passes on: each as text to copy in one step.

use serde::Serialize;

use super::session::NamedLink;
use super::{Frame, Scope};
use crate::model::roster::RosterId;
use crate::plan::Output;
use crate::render::forms::speech::Script;
use crate::render::forms::told::{NAMED, Told};
use crate::render::forms::{chat, fragment, led, speech};

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
    pub chat: String,
    /// The scripts; of a long roster several.
    pub speech: Vec<Script>,
    /// Whether there are several.
    pub weekly: bool,
    pub led: Vec<String>,
    /// The table to paste, as a file of its own.
    pub fragment: String,
    /// The same as code.
    pub code: String,
    /// The picture to send, where posters are made.
    pub share: Option<Picture>,
}

/// A picture.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Picture {
    pub href: String,
    pub alt: String,
    /// The name under which it is kept.
    pub file: String,
}

/// Builds the page of a roster's forms.
pub fn forms<'a>(scope: &Scope<'a>, id: RosterId) -> FormsView<'a> {
    let Scope { site, words, .. } = *scope;
    let roster = site.roster(id);
    let desk = scope.desk();
    let mut page = scope.frame("forms", &words.forms_title.fill(&[("title", &roster.title)]));
    page.crumbs = scope.crumbs_to(id.unit, true);
    let told = Told::new(&desk, words, id, NAMED);
    let scripts = speech::speech(&desk, id);
    let body = Body {
        roster: NamedLink { name: &roster.title, href: scope.href(Output::RosterMonth(id)) },
        chat: chat::chat(&desk, id, &told),
        weekly: scripts.len() > 1,
        speech: scripts,
        led: led::led(&desk, id, &told),
        fragment: scope.href(Output::RosterFragment(id)),
        code: fragment::body(&desk, id),
        share: (!site.settings.posters.is_empty()).then(|| Picture {
            href: scope.href(Output::RosterShare(id)),
            alt: words.forms_share_alt.fill(&[("title", &roster.title)]),
            file: format!("{}.png", roster.stem),
        }),
    };
    FormsView { page, forms: body }
}
