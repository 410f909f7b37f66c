//! 变更 becomes changes of planned sessions: each entry must choose what it changes, and do something possible.

use crate::calendar::DayStatus;
use crate::check::read;
use crate::check::roster::Frame;
use crate::check::roster::below;
use crate::check::roster::changes::{Choice, Effect, apply};
use crate::check::roster::entries;
use crate::check::roster::exchange;
use crate::check::roster::names;
use crate::check::roster::office;
use crate::check::roster::sessions::{Carried, Planned};
use crate::diag::code::{Severity, promises, rosters as codes};
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::change::Change as Said;
use crate::model::recurrence::DateRange;
use crate::model::session::{Change, ChangeKind, Participant, Role, Session, Who};
use crate::model::site::Language;
use crate::source::{Span, Text};
use crate::wording::date::{Until, until};
use crate::wording::say;
use chrono::NaiveDate;

/// What 接待人 says where a change means every session of the day.
const EVERYBODY: [&str; 5] = ["全部", "所有", "所有人", "全体", "all"];

/// The sessions with all changes carried through, in the order of the file.
pub(in crate::check) fn carried_through(
    frame: &Frame<'_>,
    planned: Vec<Planned>,
    said: &[Said],
    promises: &mut Vec<String>,
    report: &mut Report,
) -> Vec<Carried> {
    let mut carried: Vec<Carried> = planned.into_iter().map(|planned| Carried::new(planned, Vec::new())).collect();
    for change in said {
        for added in &change.added {
            let more = add(frame, change, added, promises, report);
            take_the_place(frame, change, &more, &mut carried);
            carried.extend(more);
        }
        // 增加 alone needs no day; with one it says what becomes of that day as well.
        let chooses = !change.dates.is_empty() || change.period.is_some();
        if change.added.is_empty() || chooses {
            carry(frame, change, &mut carried, report);
            promises.extend(standing(frame, change));
        }
    }
    carried
}

/// 直至另行通知 in a sentence, in the words of the clerk: the rows alone do not say that more will follow.
fn standing(frame: &Frame<'_>, said: &Said) -> Option<String> {
    let until_notice = said.until.as_ref().and_then(|text| until(&text.value, &frame.context).value);
    until_notice.filter(|until| matches!(until, Until::FurtherNotice))?;
    let unsaid = &mut Report::default();
    let first = days(frame, said, unsaid)?.first;
    let language = frame.ground.settings.language;
    let (day, chinese) = (say::date(first, language), language == Language::Chinese);
    let joined = |texts: &[Text]| read::all_words(texts).join(if chinese { "、" } else { ", " });
    let (time, place, people) = (joined(&said.new_time), joined(&said.new_place), joined(&said.now_by.0));
    let cancelled = said.cancelled.as_ref().map_or("", |_| if chinese { "停止接待" } else { "no surgeries" });
    let parts = [("改为", time.as_str()), ("改在", &place), ("改由", &people), ("", cancelled)];
    let parts = parts.iter().filter(|(_, words)| !words.is_empty());
    let parts: Vec<String> =
        parts.map(|(verb, words)| if chinese { format!("{verb}{words}") } else { (*words).into() }).collect();
    let reason = reason(said, unsaid).map_or(String::new(), |reason| format!("（{reason}）"));
    Some(match chinese {
        true => format!("{day}起{}{reason}，直至另行通知", parts.join("，")),
        false => format!("from {day} until further notice: {}", parts.join(", ")),
    })
}

/// A session that was not in the roster at first.
fn add(
    frame: &Frame<'_>,
    said: &Said,
    entry: &crate::load::entry::Entry,
    promises: &mut Vec<String>,
    report: &mut Report,
) -> Vec<Carried> {
    let mut planned = Vec::new();
    for (frame, entry) in below::for_unit(frame, entry, report) {
        entries::read(&frame, &entry, &mut planned, promises, report);
    }
    let announced = announced(frame, said, report);
    let reason = reason(said, report);
    let record = Change { kind: ChangeKind::Added, reason, announced, own_day: announced.is_some() };
    planned.into_iter().map(|planned| Carried::new(planned, vec![record.clone()])).collect()
}

/// 替换 in 增加: what was planned for the day is cancelled, and stays visible as such.
fn take_the_place(frame: &Frame<'_>, said: &Said, added: &[Carried], carried: &mut [Carried]) {
    // Reported where the added session itself was read.
    let unsaid = &mut Report::default();
    let (reason, announced) = (reason(said, unsaid), announced(frame, said, unsaid));
    let effect = Effect { cancel: true, reason, announced, ..Effect::default() };
    for new in added.iter().filter(|new| new.planned.overrides) {
        let same = |one: &&mut Carried| one.session.unit == new.session.unit && one.session.date == new.session.date;
        for old in carried.iter_mut().filter(same).filter(|one| !one.session.cancelled()) {
            apply(&mut old.session, None, &effect);
        }
    }
}

fn carry(frame: &Frame<'_>, said: &Said, carried: &mut [Carried], report: &mut Report) {
    let Some(days) = days(frame, said, report) else { return };
    let before = report.count(Severity::Error);
    // 接待人: 全部 means every session of the day.
    let everybody = said.who.0.first().is_some_and(|text| EVERYBODY.contains(&text.trimmed()));
    let named = said.who.0.first().filter(|_| !everybody);
    let who = named.map(|text| names::who(frame, text, report));
    let hours = if said.time.is_empty() { None } else { read::hours(&said.time, report) };
    let cascade = said.cascade.as_ref().is_some_and(|text| read::yes(text, "递补", report));
    let effect = match (&said.swap_with, cascade) {
        (None, false) => effect(frame, said, report),
        // What these do is worked out from the sessions chosen.
        _ => Some(Effect {
            reason: reason(said, report),
            announced: announced(frame, said, report),
            note: note(said),
            ..Effect::default()
        }),
    };
    // What could not be read is reported; applying the rest would only add misleading problems.
    if who.as_ref().is_some_and(Option::is_none) || report.count(Severity::Error) > before && effect.is_none() {
        return;
    }
    let Some(effect) = effect else {
        report.push(Diagnostic::new(&codes::CHANGE_DOES_NOTHING, said.span));
        return;
    };
    let venues = entries::read_venues(frame, &said.place, report);
    let units = below::named(frame, &said.unit, report);
    let choice = Choice { days, who: who.flatten(), hours, venues, units };
    let chosen = choice.select(carried);
    if chosen.is_empty() {
        none_chosen(said, &choice, carried, report);
        return;
    }
    let all_meant = everybody || choice.units.len() > 1;
    if days.first == days.last && chosen.len() > 1 && !all_meant {
        let diagnostic = Diagnostic::new(&codes::CHANGE_WHICH, said.span).arg("date", days.first.to_string());
        report.push(diagnostic.arg("count", chosen.len().to_string()));
        return;
    }
    if let (Some(date), true) = (&said.moved_to, chosen.len() > 1) {
        let diagnostic = Diagnostic::new(&codes::CHANGE_CANNOT_SPAN, date.span).arg("text", date.trimmed());
        report.push(diagnostic.arg("count", chosen.len().to_string()));
        return;
    }
    let (chosen, over): (Vec<usize>, Vec<usize>) = chosen.into_iter().partition(|at| !carried[*at].session.cancelled());
    for at in over {
        let span = said.dates.first().map_or(said.span, |text| text.span);
        let date = carried[at].session.date.to_string();
        report.push(Diagnostic::new(&codes::CHANGE_OF_CANCELLED, span).arg("date", date));
    }
    if chosen.is_empty() {
        return;
    }
    if let Some(other) = &said.swap_with {
        exchange::swap(frame, other, &choice, &chosen, &effect, carried, report);
    } else if cascade {
        exchange::move_up(frame, &choice, &chosen, &effect, said, carried, report);
    } else {
        let at = said.now_by.0.first().or(said.announced.as_deref()).map_or(said.span, |text| text.span);
        let unclear = |session: &Session| {
            let has = |role: Role| session.people.iter().any(|person| person.role == role);
            !has(Role::Receives) && has(Role::InCharge) && has(Role::OnDuty)
        };
        let split = chosen.iter().find(|at| unclear(&carried[**at].session));
        if let (Some(at), None, Some(_)) = (split, &choice.who, &effect.people) {
            let date = carried[*at].session.date.to_string();
            report.push(Diagnostic::new(&codes::CHANGE_WHO, said.span).arg("date", date));
            return;
        }
        for one in chosen {
            substitute(frame, &mut carried[one].session, choice.who.as_ref(), &effect, at, report);
        }
    }
}

/// Applies an effect to one session, asking whether those who now receive are in office that day.
pub(in crate::check) fn substitute(
    frame: &Frame<'_>,
    session: &mut Session,
    chosen: Option<&Who>,
    effect: &Effect,
    at: Span,
    report: &mut Report,
) {
    let day = session.date;
    apply(session, chosen, effect);
    if let Some(announced) = effect.announced.filter(|announced| *announced > day.max(session.date)) {
        let found = Diagnostic::new(&promises::ANNOUNCED_TOO_LATE, at).arg("announced", announced.to_string());
        report.push(found.arg("date", day.max(session.date).to_string()));
    }
    session.on_makeup_day = matches!(frame.ground.calendar.status(session.date), DayStatus::Makeup { .. });
    for person in effect.people.iter().flatten() {
        office::in_office(frame, &person.who, session.date, at, report);
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
        let until = said.until.as_ref().and_then(|text| last_day(frame, text, report));
        // A session of the last days may be held after them, put off by a day off.
        let last = period.last.or(until).unwrap_or(NaiveDate::MAX);
        return Some(DateRange { first: period.first, last });
    }
    report.push(Diagnostic::new(&codes::CHANGE_NO_DATE, said.span));
    None
}

/// 直至: a day, or 另行通知, which has no end.
fn last_day(frame: &Frame<'_>, text: &Text, report: &mut Report) -> Option<NaiveDate> {
    match until(&text.value, &frame.context).settle(text, report)? {
        Until::Day(day) => Some(day),
        Until::FurtherNotice => Some(NaiveDate::MAX),
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
        note: note(said),
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

fn note(said: &Said) -> Option<String> {
    Some(read::all_words(&said.note).join("；")).filter(|note| !note.is_empty())
}

fn reason(said: &Said, report: &mut Report) -> Option<String> {
    said.reason.as_ref().and_then(|text| read::reason(text, report))
}

fn announced(frame: &Frame<'_>, said: &Said, report: &mut Report) -> Option<NaiveDate> {
    said.announced.as_ref().and_then(|text| read::date(text, &frame.context, report))
}

/// Says which sessions there are instead: those of that person, or those nearest to the day.
fn none_chosen(said: &Said, choice: &Choice, carried: &[Carried], report: &mut Report) {
    let of_person =
        Choice { days: DateRange { first: NaiveDate::MIN, last: NaiveDate::MAX }, hours: None, ..choice.clone() };
    let mut near: Vec<NaiveDate> = of_person.select(carried).into_iter().map(|at| carried[at].session.date).collect();
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
