//! The steps of a procedure as numbered text, and its limits as rows of a table.

use serde::Serialize;

use super::super::Scope;
use super::super::cite::Piece;
use super::super::roster::{PhoneLine, plain_phone};
use super::{anchor, basis};
use crate::model::procedure::{Late, Length, Limit, LimitKind, Procedure, Step, TimeLimit};
use crate::render::chart::Kind;
use crate::render::words::limits as limit_words;
use crate::render::words::steps::{limit_lines, who};

/// A step.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct StepView<'a> {
    pub id: String,
    pub number: usize,
    pub kind: Kind,
    pub who: &'a str,
    pub name: Option<&'a str>,
    pub does: &'a str,
    pub basis: Vec<Vec<Piece<'a>>>,
    /// Lines of its limit.
    pub limit: Vec<String>,
    pub from: Option<String>,
    pub limit_href: Option<String>,
    pub you_get: &'a [String],
    pub ask: Option<&'a str>,
    pub phone: Option<PhoneLine<'a>>,
    pub consequence: Option<&'a str>,
    pub ways: Vec<WayView<'a>>,
    pub ends: bool,
}

/// A way on.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct WayView<'a> {
    pub condition: Option<&'a str>,
    pub words: String,
    pub href: String,
    pub basis: Option<Vec<Piece<'a>>>,
}

/// A limit.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct LimitView<'a> {
    pub id: String,
    pub step: String,
    pub step_href: String,
    pub you: bool,
    pub who: &'a str,
    pub length: String,
    /// Calendar or working days.
    pub counting: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub promise: bool,
    pub basis: Option<Vec<Piece<'a>>>,
    pub from: Option<&'a str>,
    pub extension: Option<String>,
    pub condition: Option<&'a str>,
    pub extension_basis: Option<Vec<Piece<'a>>>,
    pub not_counted: &'a [String],
}

pub(super) fn steps<'a>(scope: &Scope<'a>, procedure: &'a Procedure) -> Vec<StepView<'a>> {
    procedure.steps.iter().enumerate().map(|(at, step)| step_view(scope, procedure, at, step)).collect()
}

fn step_view<'a>(scope: &Scope<'a>, procedure: &'a Procedure, at: usize, step: &'a Step) -> StepView<'a> {
    let words = scope.words;
    let (kind, who) = who(step, words);
    let (mut ask, mut phone, mut consequence) = (None, None, None);
    match &step.late {
        Some(Late::Ask { whom, phone: number }) => {
            ask = Some(whom.as_str());
            phone = number.as_deref().map(plain_phone);
        }
        Some(Late::Consequence(words)) => consequence = Some(words.as_str()),
        None => {}
    }
    let ways = step.next.iter().map(|way| {
        let to = &procedure.steps[way.to];
        let number = (way.to + 1).to_string();
        WayView {
            condition: way.condition.as_deref(),
            words: words.procedure_goto.fill(&[("n", &number), ("name", to.short())]),
            href: format!("#{}", anchor(to)),
            basis: way.basis.as_ref().map(|own| basis(scope, own)),
        }
    });
    StepView {
        id: anchor(step),
        number: at + 1,
        kind,
        who,
        name: step.name.as_deref(),
        does: &step.does,
        basis: step.basis.iter().map(|own| basis(scope, own)).collect(),
        limit: limit_lines(step, words),
        from: within(step).and_then(|limit| limit.from.as_deref()).map(|from| words.limit_from.fill(&[("from", from)])),
        limit_href: step.limit().map(|_| format!("#{}", limit_anchor(step))),
        you_get: &step.you_get,
        ask,
        phone,
        consequence,
        ways: ways.collect(),
        ends: step.next.is_empty(),
    }
}

pub(super) fn limit_anchor(step: &Step) -> String {
    format!("limit-{}", step.id)
}

pub(super) fn within(step: &Step) -> Option<&TimeLimit> {
    match step.limit() {
        Some(Limit::Within(limit)) => Some(limit),
        _ => None,
    }
}

pub(super) fn limits<'a>(scope: &Scope<'a>, procedure: &'a Procedure) -> Vec<LimitView<'a>> {
    let steps = procedure.steps.iter().enumerate();
    steps.filter_map(|(at, step)| limit_view(scope, at, step, step.limit()?)).collect()
}

fn limit_view<'a>(scope: &Scope<'a>, at: usize, step: &'a Step, limit: &'a Limit) -> Option<LimitView<'a>> {
    let words = scope.words;
    let (kind, who) = who(step, words);
    let number = (at + 1).to_string();
    let mut view = LimitView {
        id: limit_anchor(step),
        step: words.procedure_step_name.fill(&[("n", &number), ("name", step.short())]),
        step_href: format!("#{}", anchor(step)),
        you: kind == Kind::You,
        who,
        length: String::new(),
        counting: None,
        kind: None,
        promise: false,
        basis: None,
        from: None,
        extension: None,
        condition: None,
        extension_basis: None,
        not_counted: &[],
    };
    match limit {
        Limit::Unstated(own) => {
            view.length = words.limit_unstated.text().to_owned();
            view.basis = own.as_ref().map(|own| basis(scope, own));
        }
        Limit::Elsewhere(own) => {
            view.length = words.limit_elsewhere.text().to_owned();
            view.basis = own.as_ref().map(|own| basis(scope, own));
        }
        Limit::Within(limit) => {
            view.length = limit_words::length(limit.length, words);
            view.counting = match limit.length {
                Length::Days(_) | Length::NextDay => Some(words.limit_calendar_days.text()),
                Length::Workdays(_) => Some(words.limit_working_days.text()),
                _ => None,
            };
            view.kind = Some(limit_words::kind(limit.kind, words));
            view.promise = limit.kind == LimitKind::LocalPromise;
            view.basis = limit.basis.as_ref().map(|own| basis(scope, own));
            view.from = limit.from.as_deref();
            if let Some(extension) = &limit.extension {
                let most = limit_words::length(extension.at_most, words);
                view.extension = Some(words.limit_extended.fill(&[("length", &most)]));
                view.condition = extension.condition.as_deref();
                view.extension_basis = extension.basis.as_ref().map(|own| basis(scope, own));
            }
            view.not_counted = &limit.not_counted;
        }
    }
    Some(view)
}
