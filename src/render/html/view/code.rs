//! The page a printed notice's code leads to: what the notice covers and until when.

use chrono::NaiveDate;
use serde::Serialize;

use super::roster::{DateWords, date_words};
use super::session::NamedLink;
use super::{Frame, Scope};
use crate::model::roster::Roster;
use crate::plan::posters::{of_day, sheets, steps_of};
use crate::plan::{Output, SessionRef, Subject, rows};
use crate::render::words::sentence;

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
    pub title: String,
    pub unit: NamedLink<'a>,
    pub issued_by: Option<&'a str>,
    pub issued_on: Option<DateWords>,
    pub number: Option<&'a str>,
    pub period: Option<String>,
    /// First day, for scripts.
    pub from: Option<String>,
    /// Last day listed, for scripts.
    pub until: Option<String>,
    pub until_words: Option<String>,
    pub sessions: Option<usize>,
    /// How the sessions of a notice of few of them stand now.
    pub lines: Vec<String>,
    /// The page that says the same, and goes on being right.
    pub source: String,
    /// The notice itself, where a build makes it.
    pub pdf: Option<String>,
    /// Its link's words.
    pub pdf_words: String,
}

/// Builds a code's page.
pub fn code<'a>(scope: &Scope<'a>, subject: Subject) -> CodeView<'a> {
    let (site, words) = (scope.site, scope.words);
    let code = scope.plan.routes.code(subject);
    let mut page = scope.frame("code", &words.code_title.fill(&[("code", code)]));
    let unit = subject.unit();
    page.crumbs = scope.crumbs_to(unit, true);
    let first = sheets(site, subject).next();
    let mut body = Body {
        code,
        title: words.poster_unit_title.text().to_owned(),
        unit: NamedLink { name: &site.unit(unit).name, href: scope.href(Output::Unit(unit)) },
        issued_by: None,
        issued_on: None,
        number: None,
        period: None,
        from: None,
        until: None,
        until_words: None,
        sessions: None,
        lines: Vec::new(),
        source: scope.href(Output::Unit(unit)),
        pdf: first.map(|piece| scope.href(Output::PosterPdf(piece))),
        pdf_words: first.map(|piece| super::posters::pdf_words(words, piece)).unwrap_or_default(),
    };
    match subject {
        Subject::Roster(id) => {
            let roster = site.roster(id);
            body.signed(scope, roster);
            body.title.clone_from(&roster.title);
            body.period = Some(words.days(&roster.period));
            let until = roster.period.last.map_or(roster.listed_until, |last| last.min(roster.listed_until));
            body.covers(scope, roster.period.first, until);
            body.sessions = Some(roster.sessions.len());
            body.source = scope.href(Output::RosterMonth(id));
        }
        Subject::Change(id, day) => {
            let roster = site.roster(id);
            body.signed(scope, roster);
            body.issued_on = day.map(|day| date_words(scope, day));
            body.title = words.poster_change_of.fill(&[("title", &roster.title)]);
            let keys: Vec<&str> = steps_of(site, id, day).iter().map(|(session, _)| session.key.as_str()).collect();
            let listed = rows(id, roster).into_iter().filter(|row| keys.contains(&row.of(site).key.as_str()));
            let listed: Vec<SessionRef> = listed.collect();
            let last = listed.iter().map(|row| row.date).max();
            if let Some((from, until)) = day.or(listed.first().map(|row| row.date)).zip(last) {
                body.covers(scope, from.min(until), until);
            }
            body.list(scope, &listed);
            body.source = scope.href(day.map_or(Output::RosterMonth(id), |day| Output::Change(id, day)));
        }
        Subject::Day(unit, day) => {
            body.title = words.poster_day_title.text().to_owned();
            body.period = Some(words.full_day(day));
            body.covers(scope, day, day);
            body.list(scope, &of_day(site, unit, day));
        }
        Subject::Unit(_) | Subject::Set(_) => {}
        Subject::Flow(_, at) | Subject::Leaflet(_, at) | Subject::Panels(_, at) => {
            if let Some(procedure) = site.procedures.get(at) {
                body.title.clone_from(&procedure.title);
                body.issued_by = procedure.issued_by.as_deref();
                body.issued_on = procedure.issued_on.map(|day| date_words(scope, day));
                body.number = procedure.number.as_deref();
                body.source = scope.href(Output::Procedure(at));
            }
        }
        Subject::Booklet(_, id) => {
            let regulation = site.regulation(id);
            body.title.clone_from(&regulation.title);
            body.issued_by = regulation.issuer.as_deref();
            body.issued_on = regulation.adopted.map(|day| date_words(scope, day));
            body.number = regulation.number.as_deref();
            body.source = scope.href(Output::Regulation(id));
        }
    }
    CodeView { page, poster: body }
}

impl<'a> Body<'a> {
    fn signed(&mut self, scope: &Scope<'a>, roster: &'a Roster) {
        self.issued_by = roster.issued_by.as_deref();
        self.issued_on = roster.issued_on.map(|day| date_words(scope, day));
        self.number = roster.number.as_deref();
    }

    fn covers(&mut self, scope: &Scope<'_>, from: NaiveDate, until: NaiveDate) {
        self.from = Some(from.to_string());
        self.until = Some(until.to_string());
        self.until_words = Some(scope.words.full_day(until));
    }

    fn list(&mut self, scope: &Scope<'_>, listed: &[SessionRef]) {
        let Scope { site, words, people, .. } = scope;
        self.lines = listed.iter().map(|row| sentence::dated(*row, site, words, people)).collect();
    }
}
