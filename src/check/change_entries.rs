//! 变更 becomes changes of planned sessions: each entry must choose what it changes, and do something possible.

use super::changes::{self, Choice, Effect, apply};
use super::rosters::Frame;
use super::sessions::{Carried, Planned};
use super::{entries, names, office, read};
use crate::diag::code::rosters as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::change::Change as Said;
use crate::model::recurrence::DateRange;
use crate::model::session::{Change, ChangeKind, Participant, Role, Session};
use crate::source::Text;
use crate::wording::date::{Until, until};
use chrono::NaiveDate;

/// The sessions with all changes carried through, in the order of the file.
pub(super) fn carried_through(
    frame: &Frame<'_>,
    planned: Vec<Planned>,
    said: &[Said],
    report: &mut Report,
) -> Vec<Carried> {
    let mut carried: Vec<Carried> = planned.into_iter().map(|planned| Carried::new(planned, Vec::new())).collect();
    for change in said {
        for added in &change.added {
            carried.extend(add(frame, change, added, report));
        }
        if change.added.is_empty() {
            carry(frame, change, &mut carried, report);
        }
    }
    carried
}

/// A session that was not in the roster at first.
fn add(frame: &Frame<'_>, said: &Said, entry: &crate::load::entry::Entry, report: &mut Report) -> Vec<Carried> {
    let mut planned = Vec::new();
    let mut promises = Vec::new();
    entries::read(frame, entry, &mut planned, &mut promises, report);
    let record =
        Change { kind: ChangeKind::Added, reason: reason(said, report), announced: announced(frame, said, report) };
    planned.into_iter().map(|planned| Carried::new(planned, vec![record.clone()])).collect()
}

fn carry(frame: &Frame<'_>, said: &Said, carried: &mut [Carried], report: &mut Report) {
    let Some(days) = days(frame, said, report) else { return };
    let before = report.iter().count();
    let who = said.who.0.first().map(|text| names::who(frame, text, report));
    let hours = if said.time.is_empty() { None } else { read::hours(&said.time, report) };
    let cascade = said.cascade.as_ref().is_some_and(|text| read::yes(text, "递补", report));
    let effect = match (&said.swap_with, cascade) {
        (None, false) => effect(frame, said, report),
        // What these do is worked out from the sessions chosen.
        _ => Some(Effect {
            reason: reason(said, report),
            announced: announced(frame, said, report),
            ..Effect::default()
        }),
    };
    // What could not be read is reported; applying the rest would only add misleading problems.
    if who.as_ref().is_some_and(Option::is_none) || report.iter().count() > before && effect.is_none() {
        return;
    }
    let Some(effect) = effect else {
        report.push(Diagnostic::new(&codes::CHANGE_DOES_NOTHING, said.span));
        return;
    };
    let choice = Choice { days, who: who.flatten(), hours };
    let sessions: Vec<Session> = carried.iter().map(|one| one.session.clone()).collect();
    let chosen = choice.select(&sessions);
    if chosen.is_empty() {
        none_chosen(said, &choice, &sessions, report);
        return;
    }
    let single = days.first == days.last;
    if single && chosen.len() > 1 && choice.who.is_none() {
        let diagnostic = Diagnostic::new(&codes::CHANGE_WHICH, said.span).arg("date", days.first.to_string());
        report.push(diagnostic.arg("count", chosen.len().to_string()));
        return;
    }
    if let (Some(date), true) = (&said.moved_to, chosen.len() > 1) {
        let diagnostic = Diagnostic::new(&codes::CHANGE_CANNOT_SPAN, date.span).arg("text", date.trimmed());
        report.push(diagnostic.arg("count", chosen.len().to_string()));
        return;
    }
    if let Some(other) = &said.swap_with {
        swap(frame, other, &choice, &chosen, &effect, carried, report);
        return;
    }
    if cascade {
        move_up(&chosen, &effect, said, carried, report);
        return;
    }
    for at in chosen {
        let session = &mut carried[at].session;
        if session.cancelled() {
            let at = said.dates.first().map_or(said.span, |text| text.span);
            report.push(Diagnostic::new(&codes::CHANGE_OF_CANCELLED, at).arg("date", session.date.to_string()));
            continue;
        }
        if let Some(people) = &effect.people {
            for person in people {
                let at = said.now_by.0.first().map_or(said.span, |text| text.span);
                office::in_office(frame, &person.who, session.date, at, report);
            }
        }
        apply(session, choice.who.as_ref(), &effect);
    }
}

/// 对调: the people of two sessions change places.
fn swap(
    frame: &Frame<'_>,
    with: &Text,
    choice: &Choice,
    chosen: &[usize],
    effect: &Effect,
    carried: &mut [Carried],
    report: &mut Report,
) {
    let Some(date) = read::date(with, &frame.context, report) else { return };
    let sessions: Vec<Session> = carried.iter().map(|one| one.session.clone()).collect();
    let others = Choice { days: DateRange { first: date, last: date }, who: None, hours: None }.select(&sessions);
    let others: Vec<usize> = others.into_iter().filter(|at| !chosen.contains(at)).collect();
    let ([one], [other]) = (chosen, others.as_slice()) else {
        let found = if others.is_empty() { &codes::CHANGE_MISSES } else { &codes::CHANGE_WHICH };
        let diagnostic = Diagnostic::new(found, with.span).arg("date", date.to_string());
        report.push(
            diagnostic
                .arg("count", others.len().to_string())
                .arg("near", Phrase::new("没有可以对调的", "nothing to change places with")),
        );
        return;
    };
    let receivers = |at: usize, who: Option<&crate::model::session::Who>| -> Vec<Participant> {
        let people = sessions[at].people.iter().filter(|person| person.role == Role::Receives);
        people.filter(|person| who.is_none_or(|who| changes::same(&person.who, who))).cloned().collect()
    };
    let (mine, theirs) = (receivers(*one, choice.who.as_ref()), receivers(*other, None));
    apply(&mut carried[*one].session, choice.who.as_ref(), &Effect { people: Some(theirs), ..effect.clone() });
    apply(&mut carried[*other].session, None, &Effect { people: Some(mine), ..effect.clone() });
}

/// 递补: whoever comes next in turn takes this session, and everybody after moves up.
fn move_up(chosen: &[usize], effect: &Effect, said: &Said, carried: &mut [Carried], report: &mut Report) {
    let first = chosen.iter().min_by_key(|at| carried[**at].planned.nominal).copied();
    let Some((from, Some(_), rule)) = first.map(|at| {
        let planned = &carried[at].planned;
        (planned.nominal, planned.turn.clone(), planned.span)
    }) else {
        let span = said.cascade.as_ref().map_or(said.span, |text| text.span);
        report.push(Diagnostic::new(&codes::CASCADE_WITHOUT_TURNS, span));
        return;
    };
    for one in carried.iter_mut().filter(|one| one.planned.span == rule && one.planned.nominal >= from) {
        let Some((pool, turn)) = &mut one.planned.turn else { continue };
        *turn += 1;
        let Some(next) = pool.get(*turn % pool.len().max(1)).cloned() else { continue };
        if !one.session.cancelled() {
            apply(&mut one.session, None, &Effect { people: Some(vec![next]), ..effect.clone() });
        }
    }
}

fn days(frame: &Frame<'_>, said: &Said, report: &mut Report) -> Option<DateRange> {
    if let Some(text) = said.dates.first() {
        let read = read::dates(text, &frame.context, report);
        if read.is_empty() {
            return None;
        }
        if let Some(second) = said.dates.get(1).or(read.get(1).map(|_| text)) {
            report.push(Diagnostic::new(&codes::CHANGE_ONE_DATE, second.span));
        }
        let days = read.first().map(|dated| dated.days)?;
        let Some(until) = &said.until else { return Some(days) };
        return Some(DateRange { first: days.first, last: last_day(frame, until, report)? });
    }
    if let Some(text) = &said.period {
        let period = read::period(text, &frame.context, report)?;
        let end = frame.window.map(|window| window.last);
        let until = said.until.as_ref().and_then(|text| last_day(frame, text, report));
        let last = period.last.or(until).or(end).unwrap_or(period.first);
        return Some(DateRange { first: period.first, last });
    }
    report.push(Diagnostic::new(&codes::CHANGE_NO_DATE, said.span));
    None
}

/// 直至: a day, or 另行通知, which lasts as long as dates are listed.
fn last_day(frame: &Frame<'_>, text: &Text, report: &mut Report) -> Option<NaiveDate> {
    match until(&text.value, &frame.context).settle(text, report)? {
        Until::Day(day) => Some(day),
        Until::FurtherNotice => frame.window.map(|window| window.last),
    }
}

/// What a change does; `None` when it does nothing (which is reported by the caller) or cannot be read.
fn effect(frame: &Frame<'_>, said: &Said, report: &mut Report) -> Option<Effect> {
    let people: Vec<Participant> = said
        .now_by
        .0
        .iter()
        .filter_map(|text| Some(Participant { role: Role::Receives, who: names::who(frame, text, report)? }))
        .collect();
    let date = said.moved_to.as_ref().and_then(|text| read::date(text, &frame.context, report));
    let cancel = said.cancelled.as_ref().is_some_and(|text| read::yes(text, "取消", report));
    let effect = Effect {
        people: (!people.is_empty()).then_some(people),
        date,
        hours: if said.new_time.is_empty() { None } else { read::hours(&said.new_time, report) },
        venues: Some(entries::read_venues(frame, &said.new_place, report)).filter(|venues| !venues.is_empty()),
        cancel,
        reason: reason(said, report),
        announced: announced(frame, said, report),
    };
    let moves = effect.people.is_some() || effect.date.is_some() || effect.hours.is_some() || effect.venues.is_some();
    if cancel
        && moves
        && let Some(text) = &said.cancelled
    {
        report.push(Diagnostic::new(&codes::CHANGE_CONTRADICTS, text.span));
        return None;
    }
    if let (Some(date), Some(text)) = (date, &said.moved_to) {
        moved(frame, date, text, report);
    }
    (moves || cancel).then_some(effect)
}

/// A session moved to a rest day is possible, but worth a second look.
fn moved(frame: &Frame<'_>, date: NaiveDate, text: &Text, report: &mut Report) {
    if !frame.ground.calendar.is_open(date) {
        report.push(Diagnostic::new(&codes::MOVED_TO_REST_DAY, text.span).arg("date", date.to_string()));
    }
}

fn reason(said: &Said, report: &mut Report) -> Option<String> {
    said.reason.as_ref().and_then(|text| read::reason(text, report))
}

fn announced(frame: &Frame<'_>, said: &Said, report: &mut Report) -> Option<NaiveDate> {
    said.announced.as_ref().and_then(|text| read::date(text, &frame.context, report))
}

/// Says which sessions there are instead: those of that person, or those nearest to the day.
fn none_chosen(said: &Said, choice: &Choice, sessions: &[Session], report: &mut Report) {
    let of_person =
        Choice { days: DateRange { first: NaiveDate::MIN, last: NaiveDate::MAX }, hours: None, ..choice.clone() };
    let mut near: Vec<NaiveDate> = of_person.select(sessions).into_iter().map(|at| sessions[at].date).collect();
    near.sort_by_key(|day| ((*day - choice.days.first).num_days().abs(), *day));
    near.truncate(4);
    near.sort();
    let near: Vec<String> = near.iter().map(ToString::to_string).collect();
    let dates = match near.as_slice() {
        [] => Phrase::new("整张表里都没有这个人的安排", "the roster has no session of this person"),
        some => {
            let list = some.join("、");
            Phrase::new(format!("相近的有：{list}"), format!("the nearest are {list}"))
        }
    };
    let span = said.dates.first().map_or(said.span, |text| text.span);
    let day = choice.days.first.to_string();
    report.push(Diagnostic::new(&codes::CHANGE_MISSES, span).arg("date", day).arg("near", dates));
}
