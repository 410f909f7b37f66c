//! The home page: who receives next, when and where; then the ways on.

use serde::Serialize;

use super::document::NoticeLine;
use super::finder::{self, FinderView};
use super::procedure::list::{self, ProcedureLine};
use super::regulation::{self, RegulationLine};
use super::roster::RosterLink;
use super::session::{DayView, NamedLink, by_day};
use super::take::{self, Take};
use super::{Frame, Scope, document, roster};
use crate::model::unit::UnitId;
use crate::plan::Output;
use crate::plan::links::HOME_DAYS;

/// How many sessions stand open at the top; the days after them are folded away.
const NEAR: usize = 8;
/// How many rosters, notices and units the home page links to.
const ROSTERS: usize = 8;
const NOTICES: usize = 5;

/// What the home page shows.
#[derive(Debug, Serialize)]
pub struct HomeView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// One sentence on what this site is.
    pub lead: String,
    /// The window of the list, in words.
    pub window: String,
    /// First day of the window, for machines.
    pub edition: String,
    /// The next days with sessions.
    pub days: Vec<DayView<'a>>,
    /// The days after them.
    pub later: Vec<DayView<'a>>,
    /// The last day any session is known for, in words.
    pub last: Option<String>,
    /// Months for which the scripts find sessions, as 2026-12, with blanks between.
    pub months: String,
    /// Whether all units' sessions are here.
    pub complete: bool,
    /// Current rosters of the highest units.
    pub rosters: Vec<RosterLink<'a>>,
    /// Newest notices.
    pub notices: Vec<NoticeLine<'a>>,
    /// Procedures of the root.
    pub procedures: Vec<ProcedureLine<'a>>,
    /// All procedures, where there are more.
    pub all_procedures: Option<String>,
    /// All notices, where there are more.
    pub all_notices: Option<String>,
    /// Regulations of the root.
    pub regulations: Vec<RegulationLine<'a>>,
    /// All regulations.
    pub all_regulations: Option<String>,
    /// Units below the root, where they are few.
    pub units: Vec<NamedLink<'a>>,
    /// The same where they are many, to find one among them.
    pub finder: Option<FinderView<'a>>,
    /// The root's own page.
    pub about: String,
    /// Calendars, data and the feed.
    pub take: Option<Take<'a>>,
}

/// Builds the home page.
pub fn home<'a>(scope: &Scope<'a>) -> HomeView<'a> {
    // Sessions of the root need not say whose they are.
    let scope = &Scope { unit: Some(UnitId(0)), ..*scope };
    let (site, words, links) = (scope.site, scope.words, &scope.plan.links);
    let root = site.root();
    let heading = words.home_title.fill(&[("unit", &root.name)]);
    let mut page = scope.frame("home", &heading);
    page.title = heading;
    page.description = Some(words.home_description.fill(&[("unit", &root.name)]));
    let days = HOME_DAYS.to_string();
    let months: Vec<String> = links.months().map(|month| format!("{:04}-{:02}", month.year, month.month)).collect();
    let mut near = by_day(scope, links.home_list(site), usize::MAX);
    let mut sessions = 0;
    let open = near.iter().take_while(|day| {
        sessions += day.sessions.len();
        sessions <= NEAR
    });
    let later = near.split_off(open.count().max(1).min(near.len()));
    let many = root.children.len() >= finder::FIND;
    let (regulations, _) = regulation::listed(scope, UnitId(0));
    HomeView {
        regulations,
        all_regulations: (!site.regulations.is_empty()).then(|| scope.href(Output::RegulationIndex)),
        page,
        lead: words.home_lead.fill(&[("unit", &root.name)]),
        window: words.home_window.fill(&[("from", &words.full_day_plain(site.edition)), ("days", &days)]),
        edition: site.edition.to_string(),
        days: near,
        later,
        last: links.last_day().map(|day| words.full_day_plain(day)),
        months: months.join(" "),
        complete: links.home_complete(),
        rosters: roster::current(scope, ROSTERS),
        notices: (0..site.notices.len()).take(NOTICES).map(|index| document::notice_line(scope, index)).collect(),
        procedures: list::listed(scope, UnitId(0)),
        all_procedures: (site.procedures.len() > links.procedures_of(UnitId(0)).len())
            .then(|| scope.href(Output::ProcedureIndex)),
        all_notices: (site.notices.len() > NOTICES).then(|| scope.href(Output::NoticeIndex)),
        units: if many { Vec::new() } else { root.children.iter().map(|id| child(scope, *id)).collect() },
        finder: many
            .then(|| finder::finder(scope, root.children.iter().copied(), |unit| finder::own_page(scope, unit))),
        about: scope.href(Output::Unit(UnitId(0))),
        take: take::home(scope),
    }
}

fn child<'a>(scope: &Scope<'a>, id: UnitId) -> NamedLink<'a> {
    NamedLink { name: &scope.site.unit(id).name, href: scope.href(Output::Unit(id)) }
}
