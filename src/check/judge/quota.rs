//! How often something was promised (频次, 必须有人 每月, 每人每年) is held against the sessions there are.
//!
//! Only weeks, months and years that lie wholly within the days listed are judged, and none in which a day's status is
//! not announced or no day is worked.

use crate::calendar::{Announced, WorkCalendar, week};
use crate::check::judge::coverage::{judged, receives, same, with_members};
use crate::check::roster::Frame;
use crate::check::roster::names;
use crate::check::spoken;
use crate::diag::code::promises as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::entry::Entry;
use crate::load::roster as draft;
use crate::load::value::Sessions;
use crate::model::recurrence::{DateRange, Period};
use crate::model::session::{Participant, Role, Session, Who};
use crate::model::site::{Language, WeekStart};
use crate::source::Text;
use crate::wording::frequency::{self, Per, Quota};
use crate::wording::say;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// How many shortages a sentence names.
const SHOWN: usize = 6;

/// A number that was promised.
pub(in crate::check) struct Promise<'a> {
    /// How often.
    pub(in crate::check) quota: Quota,
    /// Where it stands.
    pub(in crate::check) text: &'a Text,
    /// Words that belong to it and stand elsewhere: 至少2次.
    pub(in crate::check) more: Option<&'a Text>,
    /// By whom; empty for anybody.
    pub(in crate::check) people: Vec<Who>,
}

/// Reports the stretches of time in which a promise is not kept.
pub(in crate::check) fn check(
    frame: &Frame<'_>,
    calendar: &WorkCalendar,
    promise: &Promise<'_>,
    sessions: &[Session],
    report: &mut Report,
) {
    let Some(window) = frame.window else { return };
    let Quota { per_person, per, at_least, .. } = promise.quota;
    let sides: Vec<Vec<Who>> = match per_person {
        true => promise.people.iter().map(|who| vec![who.clone()]).collect(),
        false => vec![promise.people.clone()],
    };
    let stretches = stretches(per, window, frame.ground.settings.week_starts);
    let stretches: Vec<DateRange> = stretches.into_iter().filter(|days| certain(calendar, *days)).collect();
    let mut short: Vec<(Option<&Who>, DateRange, usize)> = Vec::new();
    for side in &sides {
        let held = dates(frame, side, sessions);
        for days in &stretches {
            let (first, last) = (days.first, days.last);
            let within = held.iter().filter(|day| first <= **day && **day <= last);
            let number = if promise.quota.days { within.collect::<BTreeSet<_>>().len() } else { within.count() };
            if number < usize::try_from(at_least).unwrap_or(usize::MAX) {
                short.push((side.first().filter(|_| per_person), *days, number));
            }
        }
    }
    if short.is_empty() {
        return;
    }
    let list = say::both(|language| {
        let one = |(who, days, number): &(Option<&Who>, DateRange, usize)| {
            let name = who.map_or(String::new(), |who| {
                let participant = Participant { role: Role::Receives, who: who.clone() };
                spoken::name(frame.ground.units, &participant)
            });
            let days = say::period(&Period { first: days.first, last: Some(days.last) }, language);
            match language {
                Language::Chinese => format!("{name}{days}{number}{}", if promise.quota.days { "天" } else { "次" }),
                Language::English => {
                    format!("{name}{}{days}: {number}", if name.is_empty() { "" } else { ", " })
                }
            }
        };
        spoken::some(short.iter().take(SHOWN).map(one).collect(), short.len(), "处", "cases", language)
    });
    let more = promise.more.map_or("", Text::trimmed);
    let least = if more.is_empty() || more.contains("至少") { "" } else { "至少" };
    let english = if more.is_empty() { "" } else { ", at least " };
    let words = promise.text.trimmed();
    let words = Phrase::new(format!("{words}{least}{more}"), format!("{words}{english}{more}"));
    let diagnostic = Diagnostic::new(&codes::QUOTA_SHORT, promise.text.span).arg("promise", words);
    report.push(diagnostic.arg("list", list));
}

/// Checks 频次 of entries whose people have days in the same roster. Until there are days there is nothing to judge.
pub(in crate::check) fn promises(
    frame: &Frame<'_>,
    calendar: &WorkCalendar,
    said: &draft::Roster,
    sessions: &[Session],
    report: &mut Report,
) {
    for entry in listed(said) {
        let Some(text) = &entry.when.frequency else { continue };
        let Some(quota) = frequency::promise(&text.value) else { continue };
        let own = people(frame, entry);
        let people = if quota.per_person { unique(names_of(frame, &own)) } else { own };
        if people.is_empty() || dates(frame, &people, sessions).is_empty() {
            continue;
        }
        check(frame, calendar, &Promise { quota, text, more: None, people }, sessions, report);
    }
}

/// Everybody a roster names to receive, groups by their members.
pub(in crate::check) fn everybody(frame: &Frame<'_>, said: &draft::Roster) -> Vec<Who> {
    let all: Vec<Who> = listed(said).iter().flat_map(|entry| people(frame, entry)).collect();
    unique(names_of(frame, &all))
}

fn listed(said: &draft::Roster) -> &[Entry] {
    match &said.sessions {
        Sessions::Entries(entries) => entries,
        Sessions::Table(_) => &[],
    }
}

/// Whom an entry names to receive. Names nobody knows are reported by the entry.
fn people(frame: &Frame<'_>, entry: &Entry) -> Vec<Who> {
    entry.who.0.iter().filter_map(|text| names::who(frame, text, &mut Report::default())).collect()
}

/// Groups replaced by their members.
fn names_of(frame: &Frame<'_>, people: &[Who]) -> Vec<Who> {
    let pool = people.iter().map(|who| Participant { role: Role::Receives, who: who.clone() }).collect();
    names::members(frame, pool).into_iter().map(|person| person.who).collect()
}

fn unique(people: Vec<Who>) -> Vec<Who> {
    let mut seen = BTreeSet::new();
    people.into_iter().filter(|who| seen.insert(who.clone())).collect()
}

/// The day of each session at which one of these people receives; of all sessions where nobody is asked for.
fn dates(frame: &Frame<'_>, people: &[Who], sessions: &[Session]) -> Vec<NaiveDate> {
    let wanted = with_members(frame, people);
    let theirs = |session: &&Session| {
        let mut there = session.people.iter().filter(|person| receives(person));
        wanted.is_empty() || there.any(|person| wanted.iter().any(|who| same(who, &person.who)))
    };
    sessions.iter().filter(|session| !session.cancelled()).filter(theirs).map(|session| session.date).collect()
}

/// Whether all days of a stretch are known for what they are, and one at least is worked.
fn certain(calendar: &WorkCalendar, days: DateRange) -> bool {
    let known = (days.first.year()..=days.last.year()).all(|year| calendar.announced(year) == Announced::Yes);
    known && week::days(days.first, days.last).any(|day| judged(calendar, day))
}

/// The days, weeks, months and so on that lie wholly within a window.
fn stretches(per: Per, window: DateRange, starts: WeekStart) -> Vec<DateRange> {
    let step = |months| move |first: NaiveDate| first.checked_add_months(chrono::Months::new(months));
    let of_months = |months: u32| {
        // The stretch that holds the first day begins in a month that a number of months divides.
        let back = window.first.month0() % months;
        let begin = window.first.with_day(1).and_then(|day| day.checked_sub_months(chrono::Months::new(back)));
        ranges(begin, step(months), window)
    };
    match per {
        Per::Day => ranges(Some(window.first), |day| day.succ_opt(), window),
        Per::Week => {
            let begin = week::start_of_week(window.first, starts);
            ranges(Some(begin), |day| day.checked_add_days(chrono::Days::new(7)), window)
        }
        Per::HalfMonth => {
            let next = |day: NaiveDate| if day.day() == 1 { day.with_day(16) } else { step(1)(day.with_day(1)?) };
            ranges(window.first.with_day(1), next, window)
        }
        Per::Month => of_months(1),
        Per::Quarter => of_months(3),
        Per::HalfYear => of_months(6),
        Per::Year => of_months(12),
    }
}

fn ranges(
    begin: Option<NaiveDate>,
    next: impl Fn(NaiveDate) -> Option<NaiveDate>,
    window: DateRange,
) -> Vec<DateRange> {
    let mut found = Vec::new();
    let mut first = begin;
    while let Some(day) = first.filter(|day| *day <= window.last) {
        let following = next(day);
        if let Some(last) = following.and_then(|day| day.pred_opt())
            && day >= window.first
            && last <= window.last
        {
            found.push(DateRange { first: day, last });
        }
        first = following;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn only_whole_stretches_are_judged() {
        let window = |first: &str, last: &str| DateRange { first: day(first), last: day(last) };
        let table = [
            (Per::Day, window("2026-12-01", "2026-12-03"), vec!["2026-12-01", "2026-12-02", "2026-12-03"]),
            (Per::Week, window("2026-12-01", "2026-12-20"), vec!["2026-12-07", "2026-12-14"]),
            (Per::HalfMonth, window("2026-02-02", "2026-03-15"), vec!["2026-02-16", "2026-03-01"]),
            (Per::Month, window("2026-01-31", "2026-04-01"), vec!["2026-02-01", "2026-03-01"]),
            (Per::Quarter, window("2026-02-01", "2026-12-31"), vec!["2026-04-01", "2026-07-01", "2026-10-01"]),
            (Per::HalfYear, window("2026-01-01", "2026-12-30"), vec!["2026-01-01"]),
            (Per::Year, window("2026-01-01", "2026-12-31"), vec!["2026-01-01"]),
            (Per::Year, window("2026-01-02", "2027-12-30"), vec![]),
        ];
        for (per, window, expected) in table {
            let found: Vec<String> =
                stretches(per, window, WeekStart::Monday).iter().map(|days| days.first.to_string()).collect();
            assert_eq!(found, expected, "{per:?}");
        }
        let ends = window(&NaiveDate::MAX.pred_opt().unwrap().to_string(), "2026-12-31");
        assert!(stretches(Per::Year, ends, WeekStart::Monday).is_empty());
        let sundays = stretches(Per::Week, window("2026-12-01", "2026-12-20"), WeekStart::Sunday);
        assert_eq!(sundays[0], window("2026-12-06", "2026-12-12"));
    }
}
