//! The page of a notice of changes: what was, what is, since when, and when that was announced.

use chrono::NaiveDate;
use serde::Serialize;

use super::document::NoticeLine;
use super::posters::{FileLink, prints};
use super::roster::{DateWords, date_words};
use super::session::NamedLink;
use super::{Crumb, Frame, Scope};
use crate::model::past::{Item, ItemKind, Release};
use crate::model::roster::RosterId;
use crate::plan::posters::{announced, steps_of};
use crate::plan::{Output, Subject};
use crate::render::changes::{changed, several_years};

/// What the page shows.
#[derive(Debug, Serialize)]
pub struct ChangeView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// The notice.
    pub change: Body<'a>,
}

/// The content of the page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub roster: NamedLink<'a>,
    pub issued_by: &'a str,
    /// The day it was announced; since then it holds.
    pub announced: DateWords,
    /// Said where this website had it on another day.
    pub online: Option<String>,
    pub lead: String,
    pub rows: Vec<Row>,
    pub prints: Vec<FileLink>,
}

/// One session.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Row {
    pub day: DateWords,
    /// The row of the session in its roster.
    pub href: String,
    pub mark: String,
    pub was: Vec<String>,
    pub now: Vec<Part>,
    pub notes: Vec<String>,
}

/// A piece of what is.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Part {
    pub words: String,
    pub changed: bool,
}

/// Builds the page.
pub fn change<'a>(scope: &Scope<'a>, id: RosterId, day: NaiveDate) -> ChangeView<'a> {
    let (site, words) = (scope.site, scope.words);
    let roster = site.roster(id);
    let title = words.poster_change_of.fill(&[("title", &roster.title)]);
    let mut page = scope.frame("change", &title);
    page.crumbs = scope.crumbs_to(id.unit, true);
    page.crumbs.push(Crumb { label: &roster.title, href: scope.href(Output::RosterMonth(id)) });
    let told = changed(site, id, Some(day));
    let with_year = several_years(&told, Some(day));
    let rows = told.iter().map(|one| {
        let said = one.told(words, scope.people, with_year);
        Row {
            day: DateWords { iso: one.before.date.to_string(), words: words.day_weekday(one.before.date) },
            href: scope.href_at(Output::RosterMonth(id), one.key()),
            mark: said.mark,
            was: said.was,
            now: said.now.into_iter().map(|(words, changed)| Part { words, changed }).collect(),
            notes: said.notes,
        }
    });
    let change = Body {
        roster: NamedLink { name: &roster.title, href: scope.href(Output::RosterMonth(id)) },
        issued_by: roster.issued_by.as_ref().unwrap_or(&site.unit(id.unit).name),
        announced: date_words(scope, day),
        online: released(scope, id, day)
            .filter(|release| release.declared != day)
            .map(|release| words.change_online.fill(&[("day", &words.full_day_plain(release.declared))])),
        lead: words.poster_change_since.fill(&[("day", &words.full_day_plain(day))]),
        rows: rows.collect(),
        prints: prints(scope, &[Subject::Change(id, Some(day))]),
    };
    ChangeView { page, change }
}

/// The release that first had all changes of a notice.
pub(super) fn released<'a>(scope: &Scope<'a>, id: RosterId, day: NaiveDate) -> Option<&'a Release> {
    let site = scope.site;
    let roster = site.roster(id);
    let unit = &site.unit(id.unit).path;
    let first = steps_of(site, id, Some(day)).into_iter().filter_map(|(session, _)| {
        let last = session.changes.iter().rposition(|change| change.announced == Some(day))?;
        let item = Item::part(ItemKind::Session, unit, &roster.stem, &session.key);
        site.past.first_with_change(&item, last).map(|version| version.release)
    });
    first.max().and_then(|at| site.past.releases().get(at))
}

/// The notices of changes of all rosters as lines of a list, with their days.
pub(super) fn lines<'a>(scope: &Scope<'a>) -> Vec<(NaiveDate, NoticeLine<'a>)> {
    let (site, words) = (scope.site, scope.words);
    let of = |(id, roster): (RosterId, &'a crate::model::roster::Roster)| {
        let days = announced(site, id).into_iter().flatten();
        days.map(move |day| {
            let unit = site.unit(id.unit);
            let line = NoticeLine {
                title: words.feed_change.fill(&[("title", &roster.title)]).into(),
                href: scope.href(Output::Change(id, day)),
                date: date_words(scope, day),
                unit: (id.unit.0 != 0).then_some(unit.name.as_str()),
                column: Some(words.changes_column.text()),
                summary: "",
                expires: None,
            };
            (day, line)
        })
    };
    site.rosters().flat_map(of).collect()
}
