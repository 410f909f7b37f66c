//! Problems that only follow from another are taken out of the report, so that a clerk mends causes, not echoes.

use crate::diag::code::{calendar, links, people, promises, rosters};
use crate::diag::{Code, Diagnostic, Lang, Report, Severity, path_of};
use crate::source::{Sources, Span};
use std::collections::BTreeSet;

/// Asked where something is absent or does not fit; meaningless while another error of the same file may be why.
const ABSENT: &[&Code] = &[
    &rosters::NO_PERIOD,
    &rosters::NO_SESSIONS,
    &rosters::CHANGE_MISSES,
    &rosters::NOT_COVERED,
    &promises::QUOTA_SHORT,
    &promises::LATE_POSTING,
    &people::NO_SITE_CODE,
    &people::NO_SITE,
];

/// Takes out what another problem explains. Problems of files and of YAML (GS01) explain most.
pub(super) fn drop(report: &mut Report, sources: &Sources) {
    let unread: Vec<&Diagnostic> = report.iter().filter(|one| is_unread(one)).collect();
    let spans: Vec<Span> = unread.iter().filter_map(|one| one.span).collect();
    let named = |name: &str| unread.iter().any(|one| stem(path_of(one, sources)) == name);
    let (leaders, units) = (named("leaders.yaml"), named("unit.yaml"));
    let calendars = unread.iter().any(|one| path_of(one, sources).starts_with("calendar/"));
    let twins = report.iter().any(|one| one.code == &people::SAME_NAME);
    let faulty: BTreeSet<(&str, &str)> = report.iter().filter_map(|one| error_of(one, sources)).collect();
    let refused = report.iter().any(|one| is_error(one) && one.code != &people::NO_EDITION);
    let policies: [&Code; 3] = [&calendar::POLICY_WHICH, &calendar::POLICY_NOT_RULE, &calendar::POLICY_WEEKDAY];
    let unread_rule = |one: &Diagnostic| one.code == &calendar::UNREADABLE && one.message(Lang::Zh).contains("“遇");
    let unsettled = report.iter().filter(|one| policies.contains(&one.code) || unread_rule(one));
    let unsettled: BTreeSet<&str> = unsettled.map(|one| path_of(one, sources)).collect();
    // A link to a file that could not be read leads somewhere once the file is mended.
    let unread_names: BTreeSet<&str> = unread.iter().map(|one| stem(path_of(one, sources))).collect();
    let to_unread = |one: &Diagnostic| {
        let words = one.message(Lang::Zh);
        unread_names.iter().any(|name| !name.is_empty() && words.contains(name))
    };
    let explained = |one: &Diagnostic| {
        let code = one.code;
        let path = path_of(one, sources);
        let another = || faulty.iter().any(|(file, id)| *file == path && *id != code.id);
        // What lies around or inside something unread was judged without it.
        let touches = |span: Span| spans.iter().any(|at| overlap(*at, span));
        (is_of_rosters(code) && one.span.is_some_and(touches))
            || (ABSENT.contains(&code) && another())
            // Asked again once what is said about days off can be read.
            || (unsettled.contains(path)
                && (code == &calendar::HOLIDAY_POLICY || code == &calendar::WEEKEND_POLICY))
            || (code == &links::MISSING_TARGET && to_unread(one))
            || (leaders && code == &people::UNKNOWN_PERSON)
            || (units && (code == &rosters::UNLISTED_PLACE || code == &rosters::UNKNOWN_MARKET))
            || (calendars && code == &rosters::UNKNOWN_CLOSURE)
            || (twins && code == &people::WHICH_PERSON)
            || (refused && code == &people::NO_EDITION)
    };
    let keep: Vec<bool> = report.iter().map(|one| !explained(one)).collect();
    let mut keep = keep.into_iter();
    report.retain(|_| keep.next().unwrap_or(true));
}

fn is_error(one: &Diagnostic) -> bool {
    one.code.severity == Severity::Error
}

/// A problem of files and of YAML.
fn is_unread(one: &Diagnostic) -> bool {
    is_error(one) && one.code.id.starts_with("GS01")
}

/// The codes that judge values of rosters.
fn is_of_rosters(code: &Code) -> bool {
    code.id.starts_with("GS03")
}

/// File and id of an error that is not itself about an absence.
fn error_of<'a>(one: &'a Diagnostic, sources: &'a Sources) -> Option<(&'a str, &'a str)> {
    (is_error(one) && !ABSENT.contains(&one.code)).then(|| (path_of(one, sources), one.code.id))
}

fn overlap(a: Span, b: Span) -> bool {
    a.file == b.file && a.start <= b.end && b.start <= a.end
}

/// The name of a file without its folders.
fn stem(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
