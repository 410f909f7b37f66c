//! What 遇节假日 and 遇周末 say beside the policy: the weekday they name, and the closure they name instead of days off.

use crate::calendar::holiday::Closure;
use crate::check::read;
use crate::check::roster::{Frame, term};
use crate::diag::code::rosters as codes;
use crate::diag::{Diagnostic, Report};
use crate::load::roster::Terms;
use crate::model::recurrence::Pattern;
use crate::source::Text;
use crate::wording::policy::RestRule;

/// Reports a weekday (顺延至次周星期三) on which no pattern of the entry occurs.
pub(in crate::check) fn weekdays<'p>(
    frame: &Frame<'_>,
    own: Option<&Terms>,
    patterns: impl Iterator<Item = &'p Pattern> + Clone,
    report: &mut Report,
) {
    for (text, rule) in rules(frame, own) {
        let mut misfits = patterns.clone().map(|pattern| rule.misfit(pattern, &text.value));
        // One pattern that it fits is enough.
        if let Some(Some(doubt)) = misfits.next()
            && misfits.all(|misfit| misfit.is_some())
        {
            report.push(doubt.into_diagnostic(text));
        }
    }
}

/// The closures that a rule names (“except in school holidays”), and a problem where the calendar has none of that name.
pub(in crate::check) fn closures(frame: &Frame<'_>, own: Option<&Terms>, report: &mut Report) -> Vec<Closure> {
    let mut found = Vec::new();
    for (text, rule) in rules(frame, own) {
        let Some(name) = &rule.except else { continue };
        let before = found.len();
        let same = |closure: &&Closure| closure.name.to_lowercase() == name.to_lowercase();
        found.extend(frame.ground.closures.iter().filter(same).cloned());
        if found.len() == before {
            report.push(Diagnostic::new(&codes::UNKNOWN_CLOSURE, text.span).arg("name", name.as_str()));
        }
    }
    found
}

/// The rules that hold for an entry; what cannot be read is reported where the policy is.
fn rules<'a>(frame: &Frame<'a>, own: Option<&'a Terms>) -> Vec<(&'a Text, RestRule)> {
    let defaults = frame.ground.defaults;
    let holiday = term(frame, own, |terms| terms.on_holiday.as_deref()).or(defaults.on_holiday.as_ref());
    let weekend = term(frame, own, |terms| terms.on_weekend.as_deref()).or(defaults.on_weekend.as_ref());
    let read = |text: &'a Text| Some((text, read::rest_rule(text, &mut Report::default())?));
    [holiday, weekend].into_iter().flatten().filter_map(read).collect()
}
