//! What is said of a step of a procedure in few words: who acts, how long it may take.

use super::{Words, limits};
use crate::model::procedure::{Act, Actor, Length, Limit, Step};
use crate::render::chart::Kind;

/// Who acts in a step, or what it is instead.
pub fn who<'a>(step: &'a Step, words: &'a Words) -> (Kind, &'a str) {
    match &step.act {
        Act::Step { actor: Actor::You, .. } => (Kind::You, words.procedure_you.text()),
        Act::Step { actor: Actor::Office(name), .. } => (Kind::Office, name),
        Act::Parting => (Kind::Parting, words.procedure_parting.text()),
        Act::End => (Kind::End, words.procedure_end.text()),
    }
}

/// A limit in as few words as hold it: 60日 · 法定, 最多再延长30日.
pub fn limit_lines(step: &Step, words: &Words) -> Vec<String> {
    match step.limit() {
        None => Vec::new(),
        Some(Limit::Unstated(_)) => vec![words.limit_unstated_long.text().to_owned()],
        Some(Limit::Elsewhere(_)) => vec![words.limit_elsewhere_long.text().to_owned()],
        Some(Limit::Within(limit)) => {
            let length = limits::length(limit.length, words);
            let kind = limits::kind(limit.kind, words);
            // One is done on the spot, and not within it.
            let line = match limit.length {
                Length::OnTheSpot | Length::NextDay => &words.limit_line_on,
                _ => &words.limit_line,
            };
            let first = line.fill(&[("length", &length), ("kind", kind)]);
            let more = limit
                .extension
                .as_ref()
                .map(|extension| words.limit_extended.fill(&[("length", &limits::length(extension.at_most, words))]));
            std::iter::once(first).chain(more).collect()
        }
    }
}
