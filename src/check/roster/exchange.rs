//! 对调 and 递补: the people of two sessions change places, or everybody of a rotation moves up by one.

use crate::check::read;
use crate::check::roster::Frame;
use crate::check::roster::change_entries::substitute;
use crate::check::roster::changes::{self, Choice, Effect};
use crate::check::roster::sessions::Carried;
use crate::check::spoken;
use crate::diag::code::rosters as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::change::Change as Said;
use crate::model::recurrence::DateRange;
use crate::model::session::{Participant, Role, Session, Who};
use crate::source::Text;
use chrono::NaiveDate;

/// 对调: the people of two sessions change places.
pub(in crate::check) fn swap(
    frame: &Frame<'_>,
    with: &Text,
    choice: &Choice,
    chosen: &[usize],
    effect: &Effect,
    carried: &mut [Carried],
    report: &mut Report,
) {
    let Some(date) = read::date(with, &frame.context, report) else { return };
    let on_day = Choice {
        days: DateRange { first: date, last: date },
        who: None,
        hours: None,
        venues: Vec::new(),
        units: choice.units.clone(),
    };
    let others: Vec<usize> = on_day.select(carried).into_iter().filter(|at| !chosen.contains(at)).collect();
    let (one, other) = match (chosen, others.as_slice()) {
        ([one], [other]) => (*one, *other),
        ([_], []) => {
            let near = Phrase::new("没有可以对调的", "nothing to change places with");
            let found = Diagnostic::new(&codes::CHANGE_MISSES, with.span).arg("date", date.to_string());
            return report.push(found.arg("near", near));
        }
        ([_], several) => {
            let found = Diagnostic::new(&codes::CHANGE_WHICH, with.span).arg("date", date.to_string());
            return report.push(found.arg("count", several.len().to_string()));
        }
        (several, _) => {
            let found = Diagnostic::new(&codes::CHANGE_CANNOT_SPAN, with.span).arg("text", with.trimmed());
            return report.push(found.arg("count", several.len().to_string()));
        }
    };
    if carried[other].session.cancelled() {
        report.push(Diagnostic::new(&codes::CHANGE_OF_CANCELLED, with.span).arg("date", date.to_string()));
        return;
    }
    let mine = meant(&carried[one].session, choice.who.as_ref());
    let theirs = counterparts(&carried[other].session, mine.first().map(|person| &person.role));
    let twice = |session: &Session, leave: &[Participant], come: &[Participant]| {
        let stays = |person: &Participant| !leave.iter().any(|other| changes::same(&other.who, &person.who));
        let clash =
            |new: &Participant| session.people.iter().filter(|p| stays(p)).any(|p| changes::same(&p.who, &new.who));
        come.iter().find(|new| clash(new)).cloned()
    };
    let unmoved = mine.iter().find(|person| theirs.iter().any(|other| changes::same(&other.who, &person.who))).cloned();
    let there = unmoved
        .or_else(|| twice(&carried[one].session, &mine, &theirs))
        .or_else(|| twice(&carried[other].session, &theirs, &mine));
    if let Some(person) = there {
        let found = Diagnostic::new(&codes::SWAP_OF_SAME, with.span).arg("date", date.to_string());
        report.push(found.arg("name", spoken::name(frame.ground.units, &person)));
        return;
    }
    if mine.is_empty() || theirs.is_empty() {
        report.push(Diagnostic::new(&codes::CHANGE_DOES_NOTHING, with.span));
        return;
    }
    // Whoever moves up later finds the turns as they are after the exchange.
    if same_rule(&carried[one], &carried[other]) {
        let turn = carried[one].planned.turn.clone();
        carried[one].planned.turn = std::mem::replace(&mut carried[other].planned.turn, turn);
    }
    let their_first = theirs.first().map(|person| person.who.clone());
    let give = |people: Vec<Participant>| Effect { people: Some(people), ..effect.clone() };
    let only = |people: &[Participant], who: Option<Who>| if people.len() == 1 { who } else { None };
    let my_first = only(&mine, choice.who.clone().or(mine.first().map(|person| person.who.clone())));
    let their_first = only(&theirs, their_first);
    substitute(frame, &mut carried[one].session, my_first.as_ref(), &give(theirs), with.span, report);
    substitute(frame, &mut carried[other].session, their_first.as_ref(), &give(mine), with.span, report);
}

/// Those of a session whom a change means: the person it names, or all who play the main part.
fn meant(session: &Session, who: Option<&Who>) -> Vec<Participant> {
    let role = changes::main_role(session);
    let meant = |person: &&Participant| match who {
        Some(who) => changes::same(&person.who, who),
        None => person.role == role,
    };
    session.people.iter().filter(meant).cloned().collect()
}

/// Those of the other session who play the same part, or else the main one.
fn counterparts(session: &Session, role: Option<&Role>) -> Vec<Participant> {
    let of = |role: &Role| session.people.iter().filter(|person| person.role == *role).cloned().collect::<Vec<_>>();
    let same = role.map(of).unwrap_or_default();
    if same.is_empty() { of(&changes::main_role(session)) } else { same }
}

fn same_rule(one: &Carried, other: &Carried) -> bool {
    one.planned.span == other.planned.span && one.planned.unit == other.planned.unit
}

/// 递补: whoever comes next in turn takes this session, and everybody after moves up. Over a stretch of days it is done for
/// each turn of the person who is named. Sessions of other units keep their turns.
pub(in crate::check) fn move_up(
    frame: &Frame<'_>,
    choice: &Choice,
    chosen: &[usize],
    effect: &Effect,
    said: &Said,
    carried: &mut [Carried],
    report: &mut Report,
) {
    let span = said.cascade.as_ref().map_or(said.span, |text| text.span);
    if choice.who.is_none() && chosen.len() > 1 {
        let found = Diagnostic::new(&codes::CHANGE_WHICH, said.span).arg("date", choice.days.first.to_string());
        report.push(found.arg("count", chosen.len().to_string()));
        return;
    }
    let mut next = chosen.iter().min_by_key(|at| carried[**at].planned.nominal).copied();
    while let Some(at) = next {
        if carried[at].planned.turn.is_none() {
            report.push(Diagnostic::new(&codes::CASCADE_WITHOUT_TURNS, span));
            return;
        }
        let day = carried[at].planned.nominal;
        shift(frame, at, effect, span, carried, report);
        let turns_again = |one: &usize| carried[*one].planned.nominal > day && same_rule(&carried[*one], &carried[at]);
        let again = choice.who.as_ref().map(|_| choice.select(carried)).unwrap_or_default();
        let again = again.into_iter().filter(|one| !carried[*one].session.cancelled()).filter(turns_again);
        next = again.min_by_key(|one| carried[*one].planned.nominal);
    }
}

/// From one session on, each takes the turn of the one after it.
fn shift(
    frame: &Frame<'_>,
    from: usize,
    effect: &Effect,
    span: crate::source::Span,
    carried: &mut [Carried],
    report: &mut Report,
) {
    let first: NaiveDate = carried[from].planned.nominal;
    let rest = |at: &usize| same_rule(&carried[*at], &carried[from]) && carried[*at].planned.nominal >= first;
    let mut line: Vec<usize> = (0..carried.len()).filter(rest).collect();
    line.sort_by_key(|at| (carried[*at].planned.nominal, *at));
    for (place, at) in line.iter().enumerate() {
        let after = line.get(place + 1).and_then(|after| carried[*after].planned.turn.as_ref()).map(|(_, turn)| *turn);
        let Some((pool, turn)) = &mut carried[*at].planned.turn else { continue };
        *turn = after.unwrap_or((*turn + 1) % pool.len().max(1));
        let Some(person) = pool.get(*turn).cloned() else { continue };
        if !carried[*at].session.cancelled() {
            // The reason is that of the one who is away; the others only move up.
            let reason = effect.reason.clone().filter(|_| place == 0);
            let effect = Effect { people: Some(vec![person]), reason, ..effect.clone() };
            substitute(frame, &mut carried[*at].session, None, &effect, span, report);
        }
    }
}
