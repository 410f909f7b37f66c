//! 必须有人: days on which somebody must receive, and those on which nobody does.
//!
//! Days off are not judged, nor are years whose days off are not announced, nor closures. Where a session does not say
//! its hours it may be the one that is promised for the morning, so it counts.

use crate::calendar::{Announced, WorkCalendar, week};
use crate::check::judge::quota::{self, Promise};
use crate::check::read;
use crate::check::roster::Frame;
use crate::check::roster::entries;
use crate::check::roster::names;
use crate::check::spoken;
use crate::diag::code::rosters as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::roster as draft;
use crate::load::roster::Cover;
use crate::load::value::TextOr;
use crate::model::hours::{Clock, DayPart, Hours};
use crate::model::session::{Participant, Role, Session, Who};
use crate::source::Text;
use crate::wording::frequency::{Quota, When};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Reports the days on which fewer people receive than promised, and the weeks, months and years with fewer receptions;
/// also promises of 频次 for people whose days are fixed in the meantime.
pub(in crate::check) fn check(frame: &Frame<'_>, said: &draft::Roster, sessions: &[Session], report: &mut Report) {
    // Its problems are reported by the entries.
    let calendar = entries::closed(frame, None, &mut Report::default());
    let covers = Covers { frame, calendar: &calendar, said, sessions };
    for cover in &said.must_cover {
        covers.check(cover, report);
    }
    quota::promises(frame, &calendar, said, sessions, report);
}

struct Covers<'a> {
    frame: &'a Frame<'a>,
    calendar: &'a WorkCalendar,
    said: &'a draft::Roster,
    sessions: &'a [Session],
}

impl Covers<'_> {
    fn check(&self, cover: &TextOr<Cover>, report: &mut Report) {
        let (text, who, at_least) = match cover {
            TextOr::Text(text) => (Some(text), [].as_slice(), None),
            TextOr::Map(map) => (map.when.as_ref(), map.who.0.as_slice(), map.at_least.as_ref()),
        };
        let Some((text, when)) = text.and_then(|text| Some((text, read::when(text, report)?))) else { return };
        // 至少2次 counts receptions, 至少2人 people.
        let times = at_least.is_some_and(|text| ["次", "回", "time"].iter().any(|unit| text.value.contains(unit)));
        let least = at_least.and_then(|text| match times {
            true => read::times(text, "至少", report),
            false => read::people(text, "至少", report),
        });
        let wanted: Vec<Who> = who.iter().filter_map(|text| names::who(self.frame, text, report)).collect();
        if wanted.len() < who.len() {
            return;
        }
        let least = least.unwrap_or(1);
        let quota = |per_person, per| Quota { per_person, per, at_least: least, at_most: None, days: false };
        let promise = match when {
            When::EachWorkday(part) => return self.days(text, &wanted, part, times, least, |_| true, report),
            When::EachDay(part) => return self.days(text, &wanted, part, times, least, |_| true, report),
            When::EachWeekday(set, part) => {
                let on = |day: NaiveDate| set.contains(day.weekday());
                return self.days(text, &wanted, part, times, least, on, report);
            }
            When::Each(per) => Promise { quota: quota(false, per), text, more: at_least, people: wanted },
            When::EachPerson(per) => {
                let people = if wanted.is_empty() { quota::everybody(self.frame, self.said) } else { wanted };
                Promise { quota: quota(true, per), text, more: at_least, people }
            }
        };
        quota::check(self.frame, self.calendar, &promise, self.sessions, report);
    }

    #[expect(clippy::too_many_arguments, reason = "one promise, taken apart")]
    fn days(
        &self,
        text: &Text,
        named: &[Who],
        part: Option<DayPart>,
        times: bool,
        least: u32,
        on: impl Fn(NaiveDate) -> bool,
        report: &mut Report,
    ) {
        let Some(window) = self.frame.window else { return };
        let wanted = with_members(self.frame, named);
        let mut there: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        for session in self.sessions.iter().filter(|session| !session.cancelled() && serves(&session.hours, part)) {
            let people = session.people.iter().filter(|person| receives(person));
            let people = people.filter(|person| wanted.is_empty() || wanted.iter().any(|who| same(who, &person.who)));
            let number = match people.count() {
                // Nobody is named, yet somebody receives.
                0 if wanted.is_empty() => 1,
                0 => 0,
                _ if times => 1,
                number => u32::try_from(number).unwrap_or(u32::MAX),
            };
            // A session moved by its rule still serves the day the rule names.
            for day in [Some(session.date), session.shift.as_ref().map(|shift| shift.from)].into_iter().flatten() {
                *there.entry(day).or_default() += number;
            }
        }
        let days = week::days(window.first, window.last).filter(|day| on(*day) && judged(self.calendar, *day));
        let gaps: Vec<NaiveDate> = days.filter(|day| there.get(day).copied().unwrap_or(0) < least).collect();
        if !gaps.is_empty() {
            let diagnostic = Diagnostic::new(&codes::NOT_COVERED, text.span).arg("days", spoken::days(&gaps));
            report.push(diagnostic.arg("lack", self.lack(named, times, least)));
        }
    }

    /// What is missing on a day.
    fn lack(&self, named: &[Who], times: bool, least: u32) -> Phrase {
        let person = |who: &Who| Participant { role: Role::Receives, who: who.clone() };
        let names: Vec<String> = named.iter().map(|who| spoken::name(self.frame.ground.units, &person(who))).collect();
        match (names.join("、"), least, times) {
            (names, 0 | 1, _) if names.is_empty() => Phrase::new("没有人", "nobody receives"),
            (names, 0 | 1, _) => Phrase::new(format!("没有{names}"), format!("no reception by {names}")),
            (_, _, true) => Phrase::new(format!("不到{least}次"), format!("fewer than {least} receptions")),
            (_, _, false) => Phrase::new(format!("不到{least}人"), format!("fewer than {least} people receive")),
        }
    }
}

/// Whether it is known that the office works that day.
pub(in crate::check) fn judged(calendar: &WorkCalendar, day: NaiveDate) -> bool {
    calendar.announced(day.year()) == Announced::Yes && calendar.is_open(day)
}

/// Who stands by or comes along does not make up for who receives.
pub(in crate::check) fn receives(person: &Participant) -> bool {
    !matches!(person.role, Role::Standby | Role::Accompanies)
}

/// Whether a participant is meant: the same official, or the same post.
pub(in crate::check) fn same(wanted: &Who, there: &Who) -> bool {
    let id = |who: &Who| match who {
        Who::Person(id) | Who::PersonAndOthers(id, _) => Some(*id),
        Who::Post(_) => None,
    };
    wanted == there || (id(wanted).is_some() && id(wanted) == id(there))
}

/// The wanted with the members of groups: any one of them is the group.
pub(in crate::check) fn with_members(frame: &Frame<'_>, wanted: &[Who]) -> Vec<Who> {
    let pool = wanted.iter().map(|who| Participant { role: Role::Receives, who: who.clone() }).collect();
    let members = names::members(frame, pool).into_iter().map(|person| person.who);
    wanted.iter().cloned().chain(members).collect()
}

/// Whether a session takes place in a part of the day, or may.
fn serves(hours: &Hours, part: Option<DayPart>) -> bool {
    let Some(part) = part else { return true };
    let within = |clock: Clock| match part {
        DayPart::Morning => clock.hour() < 12,
        DayPart::Afternoon => (12..18).contains(&clock.hour()),
        DayPart::Evening => clock.hour() >= 18,
        _ => true,
    };
    match hours {
        Hours::Spans(spans) => spans.iter().any(|span| within(span.from())),
        Hours::From(from) => within(*from),
        Hours::Part(stated @ (DayPart::Morning | DayPart::Afternoon | DayPart::Evening)) => *stated == part,
        Hours::Part(_) | Hours::Unstated => true,
    }
}
