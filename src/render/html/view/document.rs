//! Notices, plain pages, their lists, and the page for addresses that lead nowhere.

use std::borrow::Cow;

use serde::Serialize;

use super::change;
use super::roster::{DateWords, date_words};
use super::session::NamedLink;
use super::{Crumb, Frame, Scope};
use crate::model::unit::UnitId;
use crate::plan::Output;

/// What a notice's or a plain page's page shows.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct DocumentView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    pub document: Body<'a>,
}

/// The content of a notice or a plain page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub unit: NamedLink<'a>,
    pub date: Option<DateWords>,
    /// Who issues it.
    pub issued_by: Option<&'a str>,
    /// Number of the document.
    pub number: Option<&'a str>,
    pub column: Option<&'a str>,
    /// Last day it holds.
    pub expires: Option<DateWords>,
    /// Safe HTML.
    pub html: &'a str,
    pub newer: Option<NamedLink<'a>>,
    pub older: Option<NamedLink<'a>>,
}

/// What the list of notices shows.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct NoticesView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    pub notices: Vec<NoticeLine<'a>>,
}

/// A notice in a list.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct NoticeLine<'a> {
    pub title: Cow<'a, str>,
    pub href: String,
    pub date: DateWords,
    pub unit: Option<&'a str>,
    pub column: Option<&'a str>,
    pub summary: &'a str,
    /// Last day it holds, for scripts.
    pub expires: Option<String>,
}

/// What the page for lost visitors shows.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct NotFoundView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
}

/// Builds a notice's page.
pub fn notice<'a>(scope: &Scope<'a>, index: usize) -> DocumentView<'a> {
    let site = scope.site;
    let notice = &site.notices[index];
    let mut page = scope.frame("notice", &notice.title);
    page.crumbs = scope.crumbs_to(notice.unit, notice.unit != UnitId(0));
    page.crumbs.insert(1, Crumb { label: scope.words.notices_title.text(), href: scope.href(Output::NoticeIndex) });
    page.description = Some(notice.summary.clone());
    let siblings = scope.plan.links.notices_of(notice.unit);
    let at = siblings.binary_search(&index).ok();
    let sibling = |at: Option<usize>| {
        let index = *siblings.get(at?)?;
        Some(NamedLink { name: &site.notices[index].title, href: scope.href(Output::Notice(index)) })
    };
    let document = Body {
        unit: unit_link(scope, notice.unit),
        date: Some(date_words(scope, notice.date)),
        issued_by: notice.issued_by.as_deref(),
        number: notice.number.as_deref(),
        column: notice.column.as_deref(),
        expires: notice.expires.map(|day| date_words(scope, day)),
        html: &notice.html,
        newer: sibling(at.and_then(|at| at.checked_sub(1))),
        older: sibling(at.and_then(|at| at.checked_add(1))),
    };
    DocumentView { page, document }
}

/// Builds a plain page.
pub fn page<'a>(scope: &Scope<'a>, index: usize) -> DocumentView<'a> {
    let plain = &scope.site.pages[index];
    let mut page = scope.frame("page", &plain.title);
    page.crumbs = scope.crumbs_to(plain.unit, plain.unit != UnitId(0));
    page.description = Some(plain.summary.clone());
    let document = Body {
        unit: unit_link(scope, plain.unit),
        date: None,
        issued_by: None,
        number: None,
        column: None,
        expires: None,
        html: &plain.html,
        newer: None,
        older: None,
    };
    DocumentView { page, document }
}

/// Builds the list of notices.
pub fn notices<'a>(scope: &Scope<'a>) -> NoticesView<'a> {
    let mut page = scope.frame("notices", scope.words.notices_title.text());
    page.crumbs = home_crumb(scope);
    let own = (0..scope.site.notices.len()).map(|index| (scope.site.notices[index].date, notice_line(scope, index)));
    let mut lines: Vec<_> = own.chain(change::lines(scope)).collect();
    // Stable: of one day, what the office wrote comes before what the program made.
    lines.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    NoticesView { page, notices: lines.into_iter().map(|(_, line)| line).collect() }
}

/// Builds the page for lost visitors. It is served from any address, so its links start at the site's root where that is
/// known, and at the page's own folder otherwise.
pub fn not_found<'a>(scope: &Scope<'a>) -> NotFoundView<'a> {
    let mut page = scope.frame("404", scope.words.not_found_title.text());
    page.crumbs = home_crumb(scope);
    NotFoundView { page }
}

/// A notice in a list; names the unit unless the page is that unit's.
pub fn notice_line<'a>(scope: &Scope<'a>, index: usize) -> NoticeLine<'a> {
    let notice = &scope.site.notices[index];
    let foreign = scope.unit != Some(notice.unit) && notice.unit != UnitId(0);
    NoticeLine {
        title: Cow::Borrowed(&notice.title),
        href: scope.href(Output::Notice(index)),
        date: date_words(scope, notice.date),
        unit: foreign.then(|| scope.site.unit(notice.unit).name.as_str()),
        column: notice.column.as_deref(),
        summary: &notice.summary,
        expires: notice.expires.map(|day| day.to_string()),
    }
}

/// A plain page in a list.
pub fn page_link<'a>(scope: &Scope<'a>, index: usize) -> NamedLink<'a> {
    NamedLink { name: &scope.site.pages[index].title, href: scope.href(Output::Page(index)) }
}

fn unit_link<'a>(scope: &Scope<'a>, id: UnitId) -> NamedLink<'a> {
    NamedLink { name: &scope.site.unit(id).name, href: scope.href(Output::Unit(id)) }
}

fn home_crumb<'a>(scope: &Scope<'a>) -> Vec<Crumb<'a>> {
    vec![Crumb { label: scope.words.crumb_home.text(), href: scope.href(Output::Home) }]
}
