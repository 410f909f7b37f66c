//! The list of procedures: each with its unit, for whom it is, and its longest limit in one line.

use serde::Serialize;

use super::super::{Crumb, Frame, Scope};
use super::steps::within;
use crate::model::procedure::{Act, Actor, Length, Limit, Procedure, Step};
use crate::model::unit::UnitId;
use crate::plan::Output;
use crate::render::words::steps::limit_lines;

/// What the list of procedures shows.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ProceduresView<'a> {
    pub page: Frame<'a>,
    pub procedures: Vec<ProcedureLine<'a>>,
}

/// A procedure in a list.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ProcedureLine<'a> {
    pub title: &'a str,
    pub href: String,
    /// Its unit, where the page is not that unit's.
    pub unit: Option<&'a str>,
    pub applies_to: &'a [String],
    /// The longest limit with the step it belongs to.
    pub limit: Option<String>,
    /// Whether some matters never come to that step, so that the limit is not theirs.
    pub some_only: bool,
}

/// Builds the list of all procedures.
pub fn procedures<'a>(scope: &Scope<'a>) -> ProceduresView<'a> {
    let mut page = scope.frame("procedures", scope.words.procedures.text());
    page.crumbs = vec![Crumb { label: scope.words.crumb_home.text(), href: scope.href(Output::Home) }];
    let procedures = (0..scope.site.procedures.len()).map(|index| line(scope, index));
    ProceduresView { page, procedures: procedures.collect() }
}

/// A unit's procedures.
pub fn listed<'a>(scope: &Scope<'a>, unit: UnitId) -> Vec<ProcedureLine<'a>> {
    scope.plan.links.procedures_of(unit).iter().map(|index| line(scope, *index)).collect()
}

/// The way to the list of all.
pub fn crumb<'a>(scope: &Scope<'a>) -> Crumb<'a> {
    Crumb { label: scope.words.procedures.text(), href: scope.href(Output::ProcedureIndex) }
}

fn line<'a>(scope: &Scope<'a>, index: usize) -> ProcedureLine<'a> {
    let procedure = &scope.site.procedures[index];
    let foreign = scope.unit != Some(procedure.unit) && procedure.unit != UnitId(0);
    let longest = longest(procedure);
    ProcedureLine {
        title: &procedure.title,
        href: scope.href(Output::Procedure(index)),
        unit: foreign.then(|| scope.site.unit(procedure.unit).name.as_str()),
        applies_to: &procedure.applies_to,
        limit: longest.map(|at| words(scope, procedure, at)).or_else(|| without_days(scope, procedure)),
        some_only: longest.is_some_and(|at| can_be_avoided(procedure, at)),
    }
}

fn words(scope: &Scope<'_>, procedure: &Procedure, at: usize) -> String {
    let words = scope.words;
    let step = &procedure.steps[at];
    let limit = limit_lines(step, words).join(words.comma.text());
    let from = within(step).and_then(|limit| limit.from.as_deref());
    let from = from
        .map_or(String::new(), |from| format!("{}{}", words.comma.text(), words.limit_from.fill(&[("from", from)])));
    words.procedure_longest.fill(&[("name", step.short()), ("limit", &limit), ("from", &from)])
}

/// What is said where no limit has a length.
fn without_days(scope: &Scope<'_>, procedure: &Procedure) -> Option<String> {
    let mut limits = procedure.steps.iter().filter_map(Step::limit).peekable();
    limits.peek()?;
    let elsewhere = limits.any(|limit| matches!(limit, Limit::Elsewhere(_)));
    let phrase = if elsewhere { &scope.words.limit_elsewhere_long } else { &scope.words.limit_unstated_long };
    Some(phrase.text().to_owned())
}

/// The step with the longest limit of an office; of the citizen where no office has one. Of equals the first.
fn longest(procedure: &Procedure) -> Option<usize> {
    let limited = procedure.steps.iter().enumerate().filter_map(|(at, step)| {
        let office = matches!(step.act, Act::Step { actor: Actor::Office(_), .. });
        Some((at, office, hours(within(step)?.length)))
    });
    let found = limited.max_by_key(|(at, office, hours)| (*office, *hours, std::cmp::Reverse(*at)));
    found.map(|(at, ..)| at)
}

/// About how many hours a length takes, to compare it with others: five working days are a week.
fn hours(length: Length) -> u64 {
    match length {
        Length::OnTheSpot => 0,
        Length::NextDay => 24,
        Length::Hours(hours) => hours.into(),
        Length::Days(days) => u64::from(days) * 24,
        Length::Workdays(days) => u64::from(days) * 24 * 7 / 5,
        Length::Months(months) => u64::from(months) * 24 * 30,
    }
}

/// Whether a matter can come to an end without this step.
fn can_be_avoided(procedure: &Procedure, without: usize) -> bool {
    let mut seen = vec![false; procedure.steps.len()];
    let mut waiting = vec![0];
    while let Some(at) = waiting.pop() {
        if at == without || std::mem::replace(&mut seen[at], true) {
            continue;
        }
        let next = &procedure.steps[at].next;
        if next.is_empty() {
            return true;
        }
        waiting.extend(next.iter().map(|way| way.to));
    }
    false
}
