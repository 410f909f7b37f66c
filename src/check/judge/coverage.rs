//! 必须有人: days on which somebody must receive, and those on which nobody does.
//!
//! Days off are not judged, nor are years whose days off are not announced, nor closures. Where a session does not say
//! its hours it may be the one that is promised for the morning, so it counts.

use crate::calendar::{Announced, WorkCalendar, week};
use crate::check::judge::quota::{Promise, Side};
use crate::check::read;
use crate::check::roster::{Frame, below, entries, names};
use crate::check::spoken;
use crate::diag::code::rosters as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::entry::Entry;
use crate::load::roster as draft;
use crate::load::roster::Cover;
use crate::load::value::{Sessions, TextOr};
use crate::model::hours::{Clock, DayPart, Hours};
use crate::model::session::{Participant, Role, Session, Who};
use crate::model::site::Language;
use crate::source::Text;
use crate::wording::frequency::{self, Quota, When};
use crate::wording::say;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// How many units a sentence names.
const SHOWN: usize = 6;

/// Reports the days on which fewer people receive than promised. Gives the numbers promised for weeks, months and years,
/// those of 频次 included, which are judged when all rosters are read.
pub(in crate::check) fn check(
    frame: &Frame<'_>,
    said: &draft::Roster,
    sessions: &[Session],
    report: &mut Report,
) -> Vec<Promise> {
    if said.must_cover.is_empty() && listed(said).iter().all(|entry| entry.when.frequency.is_none()) {
        return Vec::new();
    }
    // Problems of both are reported by the entries.
    let calendar = entries::closed(frame, None, &mut Report::default());
    let units = below::units(frame, &said.applies_to, &mut Report::default());
    let frames =
        if frame.applied { units.iter().map(|unit| frame.of_unit(*unit)).collect() } else { vec![frame.clone()] };
    let covers = Covers { frames: &frames, calendar: &calendar, said, sessions };
    let promises = said.must_cover.iter().filter_map(|cover| covers.check(cover, report)).collect::<Vec<_>>();
    promises.into_iter().chain(covers.frequencies()).collect()
}

struct Covers<'a> {
    /// The roster in each unit it applies to.
    frames: &'a [Frame<'a>],
    calendar: &'a WorkCalendar,
    said: &'a draft::Roster,
    sessions: &'a [Session],
}

/// What 必须有人 asks of each of its days.
struct Daily<'a> {
    /// Whom it names; empty for anybody.
    who: &'a [Text],
    part: Option<DayPart>,
    /// Receptions count (次), not people (人).
    times: bool,
    least: u32,
}

impl Covers<'_> {
    /// Judges a promise for days at once; a number for a stretch of time is given back.
    fn check(&self, cover: &TextOr<Cover>, report: &mut Report) -> Option<Promise> {
        let (text, who, at_least) = match cover {
            TextOr::Text(text) => (Some(text), [].as_slice(), None),
            TextOr::Map(map) => (map.when.as_ref(), map.who.0.as_slice(), map.at_least.as_ref()),
        };
        let (text, when) = text.and_then(|text| Some((text, read::when(text, report)?)))?;
        // 至少2次 counts receptions, 至少2人 people.
        let times = at_least.is_some_and(|text| ["次", "回", "time"].iter().any(|unit| text.value.contains(unit)));
        let least = at_least.and_then(|text| match times {
            true => read::times(text, "至少", report),
            false => read::people(text, "至少", report),
        });
        for text in who {
            let known = |frame: &Frame<'_>| names::who(frame, text, &mut Report::default()).is_some();
            if !self.frames.iter().any(known) {
                names::who(self.frames.first()?, text, report);
                return None;
            }
        }
        let least = least.unwrap_or(1);
        let days = |part| Daily { who, part, times, least };
        let quota = |per_person, per| Quota { per_person, per, at_least: least, at_most: None, days: false };
        let quota = match when {
            When::EachWorkday(part) | When::EachDay(part) => {
                self.days(text, &days(part), |_| true, report);
                return None;
            }
            When::EachWeekday(set, part) => {
                self.days(text, &days(part), |day| set.contains(day.weekday()), report);
                return None;
            }
            When::Each(per) => quota(false, per),
            When::EachPerson(per) => quota(true, per),
        };
        let sides = self.frames.iter().flat_map(|frame| {
            let named = named(frame, who);
            let named = if quota.per_person && named.is_empty() { self.everybody(frame) } else { named };
            sides(frame, named, quota.per_person)
        });
        Some(self.promise(quota, text, at_least, sides.collect(), false))
    }

    /// Numbers promised instead of days (频次), for people whose days may be fixed in the meantime.
    fn frequencies(&self) -> impl Iterator<Item = Promise> + '_ {
        listed(self.said).iter().filter_map(|entry| {
            let text = entry.when.frequency.as_ref()?;
            let quota = frequency::promise(&text.value)?;
            let sides: Vec<Side> = self
                .frames
                .iter()
                .flat_map(|frame| {
                    let own = named(frame, &entry.who.0);
                    let own = if quota.per_person { unique(names_of(frame, &own)) } else { own };
                    if own.is_empty() { Vec::new() } else { sides(frame, own, quota.per_person) }
                })
                .collect();
            Some(self.promise(quota, text, None, sides, true))
        })
    }

    fn promise(&self, quota: Quota, text: &Text, more: Option<&Text>, sides: Vec<Side>, once_dated: bool) -> Promise {
        Promise { quota, text: text.clone(), more: more.cloned(), sides, once_dated, calendar: self.calendar.clone() }
    }

    /// Everybody the roster names to receive, groups by their members.
    fn everybody(&self, frame: &Frame<'_>) -> Vec<Who> {
        let all: Vec<Who> = listed(self.said).iter().flat_map(|entry| named(frame, &entry.who.0)).collect();
        unique(names_of(frame, &all))
    }

    fn days(&self, text: &Text, daily: &Daily<'_>, on: impl Fn(NaiveDate) -> bool, report: &mut Report) {
        let mut gaps: BTreeMap<Vec<NaiveDate>, Vec<&Frame<'_>>> = BTreeMap::new();
        for frame in self.frames {
            gaps.entry(self.gaps(frame, daily, &on)).or_default().push(frame);
        }
        for (days, frames) in gaps.into_iter().filter(|(days, _)| !days.is_empty()) {
            let diagnostic = Diagnostic::new(&codes::NOT_COVERED, text.span).arg("days", spoken::days(&days));
            report.push(diagnostic.arg("lack", lack(&frames, daily)));
        }
    }

    /// The days on which fewer receive in a unit than promised.
    fn gaps(&self, frame: &Frame<'_>, daily: &Daily<'_>, on: impl Fn(NaiveDate) -> bool) -> Vec<NaiveDate> {
        let Some(window) = frame.window else { return Vec::new() };
        let wanted = with_members(frame, &named(frame, daily.who));
        let mut there: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        let here = |session: &&Session| !frame.applied || session.unit == frame.unit;
        let held = self.sessions.iter().filter(here);
        for session in held.filter(|session| !session.cancelled() && serves(&session.hours, daily.part)) {
            let people = session.people.iter().filter(|person| receives(person));
            let people = people.filter(|person| wanted.is_empty() || wanted.iter().any(|who| same(who, &person.who)));
            let number = match people.count() {
                // Nobody is named, yet somebody receives.
                0 if wanted.is_empty() => 1,
                0 => 0,
                _ if daily.times => 1,
                number => u32::try_from(number).unwrap_or(u32::MAX),
            };
            // A session moved by its rule still serves the day the rule names.
            for day in [Some(session.date), session.shift.as_ref().map(|shift| shift.from)].into_iter().flatten() {
                *there.entry(day).or_default() += number;
            }
        }
        let days = week::days(window.first, window.last).filter(|day| on(*day) && judged(self.calendar, *day));
        days.filter(|day| there.get(day).copied().unwrap_or(0) < daily.least).collect()
    }
}

/// What is missing on a day, and in which units where there are several.
fn lack(frames: &[&Frame<'_>], daily: &Daily<'_>) -> Phrase {
    say::both(|language| {
        let names: Vec<&str> = daily.who.iter().map(Text::trimmed).collect();
        let places = frames.iter().filter(|frame| frame.applied);
        let places: Vec<String> = places.map(|frame| frame.ground.units[frame.unit.0].name.clone()).collect();
        let all = places.len();
        let places = spoken::some(places.into_iter().take(SHOWN).collect(), all, "个单位", "units", language);
        let (least, times) = (daily.least, daily.times);
        match language {
            Language::Chinese => {
                let lack = match (names.join("、"), least, times) {
                    (names, 0 | 1, _) if names.is_empty() => "没有人".to_owned(),
                    (names, 0 | 1, _) => format!("没有{names}"),
                    (_, _, true) => format!("不到{least}次"),
                    (_, _, false) => format!("不到{least}人"),
                };
                if places.is_empty() { lack } else { format!("{places}{lack}") }
            }
            Language::English => {
                let lack = match (names.join(", "), least, times) {
                    (names, 0 | 1, _) if names.is_empty() => "nobody receives".to_owned(),
                    (names, 0 | 1, _) => format!("no reception by {names}"),
                    (_, _, true) => format!("fewer than {least} receptions"),
                    (_, _, false) => format!("fewer than {least} people receive"),
                };
                if places.is_empty() { lack } else { format!("{lack} in {places}") }
            }
        }
    })
}

fn listed(said: &draft::Roster) -> &[Entry] {
    match &said.sessions {
        Sessions::Entries(entries) => entries,
        Sessions::Table(_) => &[],
    }
}

/// Whom words mean in a unit. Names nobody knows are reported where they are written.
fn named(frame: &Frame<'_>, who: &[Text]) -> Vec<Who> {
    who.iter().filter_map(|text| names::who(frame, text, &mut Report::default())).collect()
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

/// Whom a number is counted for in a unit: each by himself, or all together.
fn sides(frame: &Frame<'_>, people: Vec<Who>, per_person: bool) -> Vec<Side> {
    let unit = frame.applied.then_some(frame.unit);
    if per_person {
        let side = |who: Who| Side { unit, wanted: with_members(frame, std::slice::from_ref(&who)), person: Some(who) };
        return people.into_iter().map(side).collect();
    }
    vec![Side { unit, person: None, wanted: with_members(frame, &people) }]
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
fn with_members(frame: &Frame<'_>, wanted: &[Who]) -> Vec<Who> {
    wanted.iter().cloned().chain(names_of(frame, wanted)).collect()
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
