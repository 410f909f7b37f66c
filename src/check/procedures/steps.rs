//! The steps of a procedure, one by one: who acts, how long it may take, what follows when it is late.

use super::{basis, limits, ways};
use crate::check::read;
use crate::diag::code::procedures as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::procedure as draft;
use crate::load::value::TextOr;
use crate::model::procedure::{Act, Actor, Late, Limit, Step};
use crate::source::{Span, Text};
use crate::wording::limit as words;
use std::collections::BTreeMap;

/// A step as written with its id, and where that stands.
pub(super) struct Written<'a> {
    pub(super) id: String,
    pub(super) at: Span,
    pub(super) said: &'a draft::Step,
}

/// Every step, or `None` where one cannot be understood.
pub(super) fn steps(said: &[draft::Step], report: &mut Report) -> Option<Vec<Step>> {
    let written: Vec<Written<'_>> = said.iter().enumerate().map(|(at, step)| named(at, step, report)).collect();
    let known = index(&written, report);
    let mut steps = Vec::with_capacity(written.len());
    for step in &written {
        steps.push(one(step, &known, report));
    }
    let steps: Vec<Step> = steps.into_iter().collect::<Option<_>>()?;
    ways::judge(&steps, &written, report);
    Some(steps)
}

/// The id of a step; one without is called by its place, 1 for the first.
fn named<'a>(at: usize, said: &'a draft::Step, report: &mut Report) -> Written<'a> {
    let place = said.id.as_ref().or(said.does.as_ref()).map_or(said.span, |text| text.span);
    let id = read::some_words(&said.id).unwrap_or_else(|| (at + 1).to_string());
    if let Some(sign) = id.chars().find(|sign| !sign.is_alphanumeric() && *sign != '-') {
        report.push(Diagnostic::new(&codes::BAD_STEP_ID, place).arg("id", id.as_str()).arg("sign", sign.to_string()));
    }
    Written { id, at: place, said }
}

fn index(written: &[Written<'_>], report: &mut Report) -> BTreeMap<String, usize> {
    let mut known = BTreeMap::new();
    for (at, step) in written.iter().enumerate() {
        if let Some(first) = known.insert(step.id.clone(), at) {
            let words = Phrase::new("第一次在这里", "first used here");
            let found = Diagnostic::new(&codes::STEP_TWICE, step.at).arg("id", step.id.as_str());
            report.push(found.related(written[first].at, words));
        }
    }
    known
}

fn one(step: &Written<'_>, known: &BTreeMap<String, usize>, report: &mut Report) -> Option<Step> {
    let said = step.said;
    let parting = said.kind.as_ref().map(|text| words::is_parting(&text.value).settle(text, report));
    let parting = parting.unwrap_or(Some(false))?;
    let ends = said.end.as_ref().is_some_and(|text| read::yes(text, "到此为止", report));
    let next = ways::ways(step, known, parting, ends, report);
    let act = if parting { Some(parted(step, report)) } else { act(step, ends, report) };
    let late = act.as_ref().and_then(|act| late(step, act, report));
    Some(Step {
        id: step.id.clone(),
        name: read::some_words(&said.name),
        does: read::words(&said.does),
        act: act?,
        you_get: read::all_words(&said.you_get),
        late,
        next: next?,
        basis: said.basis.iter().filter_map(basis).collect(),
    })
}

/// 分流 is not a step: nobody acts and no time runs.
fn parted(step: &Written<'_>, report: &mut Report) -> Act {
    let said = step.said;
    let limit = said.limit.as_ref().map(|limit| (place(limit, |map| map.span), ("时限", "a limit")));
    let actor = said.actor.as_ref().map(|text| (text.span, ("谁办", "an actor")));
    let late = said.if_late.as_ref().map(|late| (place(late, |map| map.span), ("逾期", "`if_late`")));
    for (at, (zh, en)) in [limit, actor, late].into_iter().flatten() {
        let found = Diagnostic::new(&codes::PARTING_WITH_LIMIT, at).arg("id", step.id.as_str());
        report.push(found.arg("what", Phrase::new(zh, en)));
    }
    Act::Parting
}

/// Who acts within which time. Where it ends without anybody acting, nothing more is asked.
fn act(step: &Written<'_>, ends: bool, report: &mut Report) -> Option<Act> {
    let said = step.said;
    let actor = read::some_words(&said.actor);
    if ends && actor.is_none() && said.limit.is_none() {
        return Some(Act::End);
    }
    if actor.is_none() {
        report.push(Diagnostic::new(&codes::ACTOR_MISSING, step.at).arg("id", step.id.as_str()));
    }
    let limit = match &said.limit {
        Some(limit) => limits::limit(limit, report),
        None => {
            report.push(Diagnostic::new(&codes::LIMIT_MISSING, step.at).arg("id", step.id.as_str()));
            None
        }
    };
    let actor = actor?;
    let actor = if words::is_citizen(&actor) { Actor::You } else { Actor::Office(actor) };
    Some(Act::Step { actor, limit: limit? })
}

/// 逾期: of an office whom to ask, of the citizen what it means.
fn late(step: &Written<'_>, act: &Act, report: &mut Report) -> Option<Late> {
    let Act::Step { actor, limit } = act else { return None };
    let you = *actor == Actor::You;
    let words = |text: &Option<Text>| read::some_words(text);
    let (ask, phone, consequence, at) = match &step.said.if_late {
        None => (None, None, None, step.at),
        // One text alone is what fits the side that acts.
        Some(TextOr::Text(text)) if you => (None, None, words(&Some(text.clone())), text.span),
        Some(TextOr::Text(text)) => (words(&Some(text.clone())), None, None, text.span),
        Some(TextOr::Map(map)) => (words(&map.ask), words(&map.phone), words(&map.consequence), map.span),
    };
    let wrong = if you && ask.is_some() {
        Some((Phrase::new("您", "the citizen"), Phrase::new("找谁", "ask")))
    } else if !you && consequence.is_some() && ask.is_none() {
        Some((Phrase::new("单位", "an office"), Phrase::new("后果", "consequence")))
    } else {
        None
    };
    if let Some((who, wrong)) = wrong {
        let found = Diagnostic::new(&codes::LATE_OF_WHOM, at).arg("id", step.id.as_str());
        report.push(found.arg("who", who).arg("wrong", wrong));
        return None;
    }
    match (you, ask, consequence) {
        (true, _, Some(words)) => Some(Late::Consequence(words)),
        (false, Some(whom), _) => Some(Late::Ask { whom, phone }),
        _ => {
            let timed = matches!(limit, Limit::Within(limit) if limit.length.is_dated());
            if timed {
                let what = if you { ("有什么后果", "what follows") } else { ("找谁", "whom to ask") };
                let example = if you {
                    Phrase::new("{后果: 不再受理复查申请}", "{consequence: the right to a review lapses}")
                } else {
                    Phrase::new(
                        "{找谁: 县信访局督查股, 电话: 0999-7654321}",
                        "{ask: the duty desk, phone: 0999-7654321}",
                    )
                };
                let found = Diagnostic::new(&codes::LATE_MISSING, step.at).arg("id", step.id.as_str());
                report.push(found.arg("what", Phrase::new(what.0, what.1)).arg("example", example));
            }
            None
        }
    }
}

fn place<T>(value: &TextOr<T>, of_map: impl Fn(&T) -> Span) -> Span {
    match value {
        TextOr::Text(text) => text.span,
        TextOr::Map(map) => of_map(map),
    }
}
