//! 时限: how long, from which event, by law or by promise.

use super::basis;
use crate::check::read;
use crate::diag::code::procedures as codes;
use crate::diag::{Code, Diagnostic, Report};
use crate::load::procedure as draft;
use crate::load::value::TextOr;
use crate::model::procedure::{Extension, Length, Limit, LimitKind, TimeLimit};
use crate::source::Text;
use crate::wording::limit as words;

/// A limit as written; `None` where it has to be mended.
pub(super) fn limit(said: &TextOr<draft::Limit>, report: &mut Report) -> Option<Limit> {
    match said {
        TextOr::Text(text) => match words::read(&text.value).settle(text, report)? {
            words::Limit::Unstated => Some(Limit::Unstated(None)),
            words::Limit::Elsewhere => Some(Limit::Elsewhere(None)),
            words::Limit::Within(length) => {
                within(&draft::Limit { span: text.span, ..draft::Limit::default() }, text, length, report)
            }
        },
        TextOr::Map(map) => {
            let text = map.within.as_ref()?;
            let own = map.basis.as_ref().and_then(basis);
            match words::read(&text.value).settle(text, report)? {
                words::Limit::Unstated => Some(Limit::Unstated(own)),
                words::Limit::Elsewhere => Some(Limit::Elsewhere(own)),
                words::Limit::Within(length) => within(map, text, length, report),
            }
        }
    }
}

fn within(said: &draft::Limit, text: &Text, length: Length, report: &mut Report) -> Option<Limit> {
    let mut missing = |code: &'static Code| report.push(Diagnostic::new(code, text.span).arg("text", text.trimmed()));
    let own = said.basis.as_ref().and_then(basis);
    let from = read::some_words(&said.from);
    if from.is_none() && length != Length::OnTheSpot {
        missing(&codes::LIMIT_FROM_MISSING);
    }
    if said.kind.is_none() {
        missing(&codes::LIMIT_KIND_MISSING);
    }
    let kind = said.kind.as_ref().and_then(|text| words::kind(&text.value).settle(text, report))?;
    if kind == LimitKind::Statutory && own.is_none() {
        report.push(Diagnostic::new(&codes::STATUTORY_WITHOUT_BASIS, text.span).arg("text", text.trimmed()));
    }
    let extension = match &said.extension {
        None => None,
        Some(extension) => {
            let most = extension.at_most.as_ref()?;
            Some(Extension {
                at_most: words::length(&most.value).settle(most, report)?,
                condition: read::some_words(&extension.condition),
                basis: extension.basis.as_ref().and_then(basis),
            })
        }
    };
    let not_counted = read::all_words(&said.not_counted);
    Some(Limit::Within(Box::new(TimeLimit { length, from, kind, basis: own, extension, not_counted })))
}
