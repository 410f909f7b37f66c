//! The page a printed poster's code leads to: what the poster covers and until when.

use serde::Serialize;

use super::roster::{DateWords, date_words};
use super::session::NamedLink;
use super::{Frame, Scope};
use crate::model::roster::RosterId;
use crate::plan::Output;

/// What a code's page shows.
#[derive(Debug, Serialize)]
pub struct CodeView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// The poster.
    pub poster: Body<'a>,
}

/// The content of a code's page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub code: &'a str,
    pub title: &'a str,
    pub unit: NamedLink<'a>,
    pub issued_by: Option<&'a str>,
    pub issued_on: Option<DateWords>,
    pub number: Option<&'a str>,
    pub period: String,
    /// First day, for scripts.
    pub from: String,
    /// Last day listed, for scripts.
    pub until: String,
    pub until_words: String,
    pub sessions: usize,
    pub roster: String,
    pub pdf: String,
}

/// Builds a code's page.
pub fn code<'a>(scope: &Scope<'a>, id: RosterId) -> CodeView<'a> {
    let words = scope.words;
    let roster = scope.site.roster(id);
    let code = scope.plan.routes.code(id);
    let mut page = scope.frame("code", &words.code_title.fill(&[("code", code)]));
    page.crumbs = scope.crumbs_to(id.unit, true);
    let until = roster.period.last.map_or(roster.listed_until, |last| last.min(roster.listed_until));
    let body = Body {
        code,
        title: &roster.title,
        unit: NamedLink { name: &scope.site.unit(id.unit).name, href: scope.href(Output::Unit(id.unit)) },
        issued_by: roster.issued_by.as_deref(),
        issued_on: roster.issued_on.map(|day| date_words(scope, day)),
        number: roster.number.as_deref(),
        period: words.days(&roster.period),
        from: roster.period.first.to_string(),
        until: until.to_string(),
        until_words: words.full_day(until),
        sessions: roster.sessions.len(),
        roster: scope.href(Output::RosterMonth(id)),
        pdf: scope.href(Output::PosterPdf(id)),
    };
    CodeView { page, poster: body }
}
