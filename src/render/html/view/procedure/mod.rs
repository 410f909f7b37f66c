//! A procedure's page: the chart, the same as numbered text, a table of limits, and the last days.

mod dates;
pub mod list;
mod steps;

use serde::Serialize;

use super::cite::{Piece, pieces};
use super::posters::{FileLink, prints};
use super::roster::{DateWords, PhoneLine, date_words, plain_phone};
use super::session::NamedLink;
use super::{Frame, Scope};
use crate::model::procedure::{Basis, Limit, LimitKind, Procedure, Step};
use crate::model::unit::UnitId;
use crate::plan::{Output, Subject};
use crate::render::chart::{self, Chart, Kind, Said};
use crate::render::words::Words;
use crate::render::words::steps::{limit_lines, who};

/// What a procedure's page shows.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ProcedureView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    pub procedure: Body<'a>,
}

/// The content of a procedure's page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub unit: NamedLink<'a>,
    pub applies_to: &'a [String],
    pub basis: Vec<Vec<Piece<'a>>>,
    pub issued_by: Option<&'a str>,
    pub issued_on: Option<DateWords>,
    pub number: Option<&'a str>,
    pub rights: Vec<Vec<Piece<'a>>>,
    pub notes: Vec<Vec<Piece<'a>>>,
    /// What of it can be printed.
    pub prints: Vec<FileLink>,
    pub complaints: Option<PhoneLine<'a>>,
    pub chart: Chart,
    /// Links of the chart, by index of the step.
    pub anchors: Vec<String>,
    pub steps: Vec<steps::StepView<'a>>,
    pub limits: Vec<steps::LimitView<'a>>,
    pub dates: Option<dates::DatesView<'a>>,
}

/// Builds a procedure's page.
pub fn procedure<'a>(scope: &Scope<'a>, index: usize) -> ProcedureView<'a> {
    let site = scope.site;
    let said = &site.procedures[index];
    let mut page = scope.frame("procedure", &said.title);
    page.crumbs = scope.crumbs_to(said.unit, said.unit != UnitId(0));
    page.crumbs.insert(1, list::crumb(scope));
    page.description = Some(scope.words.procedure_description.fill(&[("title", &said.title)]));
    let unit = site.unit(said.unit);
    let complaints = said.complaints_phone.as_deref().or(unit.complaints_phone.as_deref());
    let procedure = Body {
        unit: NamedLink { name: &unit.name, href: scope.href(Output::Unit(said.unit)) },
        applies_to: &said.applies_to,
        basis: said.basis.iter().map(|own| basis(scope, own)).collect(),
        issued_by: said.issued_by.as_deref(),
        issued_on: said.issued_on.map(|day| date_words(scope, day)),
        number: said.number.as_deref(),
        rights: said.rights.iter().map(|words| pieces(scope, words)).collect(),
        notes: said.notes.iter().map(|words| pieces(scope, words)).collect(),
        prints: prints(
            scope,
            &[Subject::Flow(said.unit, index), Subject::Leaflet(said.unit, index), Subject::Panels(said.unit, index)],
        ),
        complaints: complaints.or(site.settings.complaints_phone.as_deref()).map(plain_phone),
        chart: chart_of(said, scope.words),
        anchors: said.steps.iter().map(anchor).collect(),
        steps: steps::steps(scope, said),
        limits: steps::limits(scope, said),
        dates: dates::dates(scope, said),
    };
    ProcedureView { page, procedure }
}

/// The words of a basis as written, with links to the texts of the site that they name.
fn basis<'a>(scope: &Scope<'a>, basis: &'a Basis) -> Vec<Piece<'a>> {
    pieces(scope, &basis.0)
}

/// The place of a step in the page.
fn anchor(step: &Step) -> String {
    format!("step-{}", step.id)
}

/// The chart of a procedure.
pub(crate) fn chart_of(procedure: &Procedure, words: &Words) -> Chart {
    let said = |at: usize| {
        let step = &procedure.steps[at];
        let (kind, who) = who(step, words);
        let number = (at + 1).to_string();
        let ends = step.next.is_empty() && kind != Kind::End;
        let promise = matches!(step.limit(), Some(Limit::Within(limit)) if limit.kind == LimitKind::LocalPromise);
        let said = Said {
            who: words.procedure_head.fill(&[("n", &number), ("who", who)]),
            name: step.short().to_owned(),
            limits: limit_lines(step, words),
            ends: ends.then(|| words.procedure_ends.text().to_owned()),
            promise,
        };
        (kind, said)
    };
    let jump = |at: usize| {
        let step = &procedure.steps[at];
        words.procedure_goto.fill(&[("n", &(at + 1).to_string()), ("name", step.short())])
    };
    chart::place(&chart::flow(procedure), &said, &jump)
}
