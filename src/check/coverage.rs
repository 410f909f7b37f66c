//! 必须有人: days on which somebody must receive, and those on which nobody does.

use super::read;
use super::rosters::Frame;
use crate::diag::code::rosters as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::roster::Cover;
use crate::load::value::TextOr;
use crate::model::recurrence::{Months, Pattern, Recurrence, RestPolicy};
use crate::model::session::Session;
use crate::source::Text;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Reports the days on which fewer people receive than promised. Days off, and years whose days off are not announced,
/// are not judged.
pub(super) fn check(frame: &Frame<'_>, said: &[TextOr<Cover>], sessions: &[Session], report: &mut Report) {
    for cover in said {
        let (when, at_least) = match cover {
            TextOr::Text(text) => (Some(text), 1),
            TextOr::Map(map) => {
                let least = map.at_least.as_ref().and_then(|text| read::people(text, "至少", report));
                (map.when.as_ref(), least.unwrap_or(1))
            }
        };
        let Some(when) = when else { continue };
        let Some(days) = days(frame, when, report) else { continue };
        let mut there: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        for session in sessions.iter().filter(|session| !session.cancelled()) {
            // A session moved by its rule still serves the day the rule names.
            for day in [Some(session.date), session.shift.as_ref().map(|shift| shift.from)].into_iter().flatten() {
                *there.entry(day).or_default() += u32::try_from(session.people.len().max(1)).unwrap_or(u32::MAX);
            }
        }
        let gaps: Vec<NaiveDate> =
            days.into_iter().filter(|day| there.get(day).copied().unwrap_or(0) < at_least).collect();
        if !gaps.is_empty() {
            report.push(Diagnostic::new(&codes::NOT_COVERED, when.span).arg("days", shown(&gaps)));
        }
    }
}

fn days(frame: &Frame<'_>, when: &Text, report: &mut Report) -> Option<Vec<NaiveDate>> {
    let window = frame.window?;
    let calendar = frame.ground.calendar;
    // The half of the day is a detail of the promise; the day is what can be missed.
    let bare = when.trimmed().trim_end_matches(['上', '下', '午']);
    let bare = Text { value: bare.to_owned(), ..when.clone() };
    let pattern = match crate::wording::weekly::daily(&bare.value).value {
        Some(pattern) => pattern,
        // 每周一 as a day to be covered cannot mean once a week.
        None => {
            let value = bare.value.trim_start_matches('每').to_owned();
            Pattern::Weekly(read::weekly(&Text { value, ..bare }, report)?.days)
        }
    };
    let rule = Recurrence {
        pattern,
        months: Months::ALL,
        interval: None,
        on_holiday: Some(RestPolicy::Keep),
        on_weekend: Some(RestPolicy::Keep),
        on_makeup_day: None,
        missing_day: None,
    };
    let expansion = crate::calendar::expand(&rule, window, calendar, frame.ground.settings.week_starts);
    let judged =
        |day: &NaiveDate| calendar.announced(day.year()) == crate::calendar::Announced::Yes && calendar.is_open(*day);
    Some(expansion.occurrences.into_iter().map(|one| one.date).filter(judged).collect())
}

/// Up to six days, and how many more.
fn shown(days: &[NaiveDate]) -> Phrase {
    let list: Vec<String> = days.iter().take(6).map(ToString::to_string).collect();
    let list = list.join("、");
    match days.len().checked_sub(6) {
        None | Some(0) => Phrase::from(list),
        Some(more) => Phrase::new(format!("{list} 等 {} 天", days.len()), format!("{list} and {more} more days")),
    }
}
