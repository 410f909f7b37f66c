//! What is open every day, told as a rule: 每个工作日 上午8:30至12:00; the days one by one are folded away under it.

use serde::Serialize;

use super::Scope;
use super::session::{DayView, SessionView, SessionViews, days};
use crate::model::recurrence::{DayRule, Period};
use crate::plan::alike::{Daily, daily, groups};
use crate::plan::{Output, SessionRef};
use crate::render::words::day_note;

/// Something open every day.
#[derive(Debug, Serialize)]
pub struct DeskView<'a> {
    /// 每个工作日.
    pub label: &'a str,
    /// From when to when.
    pub period: String,
    /// Who, when and where, as on its first day.
    pub session: SessionView<'a>,
    /// Its row or its roster.
    pub href: String,
    /// What has to be said of all of its days.
    pub notes: Vec<&'a str>,
    /// What unfolds its days; nothing where they are listed elsewhere.
    pub fold: Option<String>,
    /// Caption of the table of days.
    pub caption: String,
    /// Its days.
    pub sessions: Vec<SessionView<'a>>,
}

/// Builds the view; with its days where this is the roster's own page.
pub fn desk<'a>(scope: &Scope<'a>, views: &mut SessionViews<'_, 'a>, found: &Daily) -> Option<DeskView<'a>> {
    let words = scope.words;
    let (first, last) = (found.days.first()?, found.days.last()?);
    let (row, end) = (first.first()?, last.first()?);
    let session = row.of(scope.site);
    let roster = scope.site.roster(row.roster);
    let own = scope.page == Output::RosterMonth(row.roster);
    // A roster that goes on is not over on the last day listed.
    let open =
        roster.period.last.is_none_or(|last| last > roster.listed_until) && end.date >= nearly(roster.listed_until);
    // Lists begin at the edition, which is not when the desk opened.
    let listed_late = !own && row.date <= shortly_after(scope.site.edition);
    let first_day = if listed_late { roster.period.first.min(row.date) } else { row.date };
    let period = Period { first: first_day, last: (!open).then_some(end.date) };
    let unknown = found.days.iter().flatten().any(|row| !row.of(scope.site).holidays_known);
    let mut view = views.view(first)?;
    let href = scope.href_at(Output::RosterMonth(row.roster), &view.id);
    // The anchors belong to the days.
    view.units.iter_mut().flat_map(|units| &mut units.each).for_each(|unit| unit.id = None);
    if let Some(remarks) = &mut view.remarks {
        remarks.status.clear();
    }
    let workdays = (session.rule == DayRule::Workdays).then(|| words.desk_workdays.text());
    let count = found.days.len().to_string();
    Some(DeskView {
        label: day_note::daily(session.rule, words)?,
        period: words.days(&period),
        session: view,
        href,
        notes: workdays.into_iter().chain(unknown.then(|| words.desk_unknown.text())).collect(),
        fold: own.then(|| words.desk_days.fill(&[("count", &count)])),
        caption: roster.title.clone(),
        sessions: if own { found.days.iter().filter_map(|day| row_of_day(views, day)).collect() } else { Vec::new() },
    })
}

/// A day in the fold; the units stand above it once for all days.
fn row_of_day<'a>(views: &mut SessionViews<'_, 'a>, day: &[SessionRef]) -> Option<SessionView<'a>> {
    let mut view = views.view(day)?;
    view.units.iter_mut().for_each(|units| units.bare = units.count.is_some());
    Some(view)
}

/// The first days listed may be days off, likewise.
fn shortly_after(day: chrono::NaiveDate) -> chrono::NaiveDate {
    day.checked_add_days(chrono::Days::new(10)).unwrap_or(day)
}

/// The last days listed may be days off.
fn nearly(day: chrono::NaiveDate) -> chrono::NaiveDate {
    day.checked_sub_days(chrono::Days::new(10)).unwrap_or(day)
}

/// What a page lists of sessions to come.
#[derive(Debug)]
pub struct Coming<'a> {
    /// What is open every day.
    pub desks: Vec<DeskView<'a>>,
    /// The next days.
    pub next: Vec<DayView<'a>>,
    /// The days after them, folded away; when the first are over, a script takes the next from here.
    pub later: Vec<DayView<'a>>,
}

/// So many cards are in a page, the later ones folded away. A page is read for weeks after it was made.
const LISTED: usize = 30;

/// A list of sessions as what is open every day and the days of the rest, of which `near` cards stand open.
pub fn coming<'a>(scope: &Scope<'a>, sessions: &[SessionRef], near: usize) -> Coming<'a> {
    let (found, rest) = daily(scope.site, groups(scope.site, sessions.iter().copied()));
    let mut views = SessionViews::new(scope);
    let desks = found.iter().filter_map(|found| desk(scope, &mut views, found)).collect();
    let mut next = days(scope, rest.into_iter().take(LISTED));
    let mut cards = 0;
    let open = next.iter().take_while(|day| {
        cards += day.sessions.len();
        cards <= near
    });
    let later = next.split_off(open.count().max(1).min(next.len()));
    Coming { desks, next, later }
}
