//! One entry of 安排 becomes a rule for days and the people who receive; the rule becomes planned sessions.

use crate::check::read;
use crate::check::roster::below;
use crate::check::roster::names;
use crate::check::roster::rest;
use crate::check::roster::sessions::{Planned, Turns, plan};
use crate::check::roster::when::{days_at, first_weekly, variants};
use crate::check::roster::{Frame, term, terms};
use crate::diag::code::rosters as codes;
use crate::diag::{Diagnostic, Report};
use crate::load::entry::Entry;
use crate::load::roster::Terms;
use crate::model::hours::Hours;
use crate::model::recurrence::{
    DateRange, Interval, IntervalUnit, MakeupPolicy, MarketDays, MissingDay, Months, Pattern, Recurrence, RestPolicy,
    Rotation,
};
use crate::model::session::{Kind, Participant, Role, Venue, Who};
use crate::source::Text;
use std::collections::BTreeSet;

/// Adds the sessions of an entry to `planned`, or its promise to `promises`.
pub(in crate::check) fn read(
    frame: &Frame<'_>,
    entry: &Entry,
    planned: &mut Vec<Planned>,
    promises: &mut Vec<String>,
    report: &mut Report,
) {
    let people = names::participants(frame, entry, report);
    let own = entry.terms.as_deref();
    let Some(variants) = variants(frame, entry, promises, report) else { return };
    let Some(recurrence) = common(frame, entry, own, report) else { return };
    rest::weekdays(frame, own, variants.iter().map(|variant| &variant.pattern), report);
    let Some(window) = window(frame, own, report) else { return };
    let hours = hours(frame, own, report);
    let shape = Planned {
        kind: kind(frame, own, report),
        venues: venues(frame, own, report),
        topic: entry.more.as_ref().and_then(|more| read::some_words(&more.topic)),
        scope: entry.more.as_ref().map_or(Vec::new(), |more| read::all_words(&more.scope)),
        note: entry.more.as_ref().map(|more| read::all_words(&more.note).join("；")).filter(|note| !note.is_empty()),
        terms: terms::of_entry(frame, entry, &people, report),
        overrides: overrides(entry, report),
        ..Planned::empty(frame.unit, entry.span)
    };
    let linked = below::at_linked_units(own.map_or(&[][..], |terms| &terms.place), &frame.terms.place);
    let turns = turns(frame, entry, people, report);
    let each = if linked { below::one_by_one(frame, turns) } else { vec![turns] };
    let calendar = closed(frame, own, report);
    let at = days_at(entry);
    let (before, asked) = (planned.len(), report.iter().count());
    let mut unknown = false;
    let mut rules: Vec<(Recurrence, Option<Hours>)> = Vec::new();
    for variant in variants {
        // Days nobody knows are no slip of this entry.
        unknown |= matches!(variant.pattern, Pattern::Market(MarketDays::Unknown));
        let mut rule = Recurrence { pattern: variant.pattern, ..recurrence.clone() };
        if let (Some(own), Some(text)) = (variant.months, &entry.when.months)
            && own != rule.months
        {
            report.push(Diagnostic::new(&codes::TWO_WHENS, text.span));
            continue;
        }
        rule.months = variant.months.unwrap_or(rule.months);
        if variant.weeks > 1 && rule.interval.is_none() {
            let Some(text) = entry.when.weekly.as_ref().and_then(first_weekly) else { continue };
            let Some(counted_from) = anchor(frame, entry, text, report) else { continue };
            rule.interval = Some(Interval { every: variant.weeks, unit: IntervalUnit::Week, counted_from });
        }
        rules.push((rule, variant.hours));
    }
    let counted: Vec<&Recurrence> = rules.iter().map(|(rule, _)| rule).collect();
    for (rule, own_hours) in &rules {
        let expansion = crate::calendar::expand(rule, window, &calendar, frame.ground.settings.week_starts);
        for question in &expansion.questions {
            report.push(crate::wording::ask::diagnostic(question, at));
        }
        let hours = own_hours.clone().unwrap_or_else(|| hours.clone());
        let shape = Planned { hours, rule: rule.told(), ..shape.clone() };
        for turns in &each {
            plan(frame, &counted, &expansion.occurrences, turns, &shape, planned);
        }
    }
    // Two ways of saying one day (5日, and the first Monday when it is the 5th) are one session.
    let mut seen = BTreeSet::new();
    let mut at = 0;
    planned.retain(|one| {
        at += 1;
        at <= before || seen.insert((one.nominal, one.hours.clone(), one.people.clone()))
    });
    if linked && let Some(new) = planned.get_mut(before..) {
        below::to_linked_units(frame, entry, new, report);
    }
    if planned.len() == before && report.iter().count() == asked && !unknown {
        let diagnostic = Diagnostic::new(&codes::NO_SESSIONS, entry.span).arg("first", window.first.to_string());
        report.push(diagnostic.arg("last", window.last.to_string()));
    }
}

/// Everything of the rule but its pattern.
fn common(frame: &Frame<'_>, entry: &Entry, own: Option<&Terms>, report: &mut Report) -> Option<Recurrence> {
    let defaults = frame.ground.defaults;
    let on_holiday = term(frame, own, |terms| terms.on_holiday.as_deref()).or(defaults.on_holiday.as_ref());
    let on_weekend = term(frame, own, |terms| terms.on_weekend.as_deref()).or(defaults.on_weekend.as_ref());
    let on_makeup = term(frame, own, |terms| terms.on_makeup_day.as_deref()).or(defaults.on_makeup_day.as_ref());
    let missing = term(frame, own, |terms| terms.missing_day.as_deref());
    let rest = |text: Option<&Text>, report: &mut Report| -> Option<RestPolicy> {
        Some(read::rest_rule(text?, report)?.policy)
    };
    let says_rest = |terms: &Terms| terms.on_holiday.is_some() || terms.on_weekend.is_some();
    let mut both = || [rest(on_holiday, report), rest(on_weekend, report)];
    let [on_holiday, on_weekend] =
        if own.is_some_and(says_rest) { both() } else { *frame.inherited.rest.get_or_init(both) };
    let months = match &entry.when.months {
        Some(text) => read::months(text, report)?,
        None => Months::ALL,
    };
    let interval = match &entry.when.every {
        Some(text) => Some(interval(frame, entry, text, report)?),
        None => None,
    };
    Some(Recurrence {
        pattern: Pattern::EveryDay,
        months,
        interval,
        on_holiday,
        on_weekend,
        on_makeup_day: on_makeup.and_then(|text| -> Option<MakeupPolicy> { read::makeup_policy(text, report) }),
        missing_day: missing.and_then(|text| -> Option<MissingDay> { read::missing_day(text, report) }),
    })
}

fn interval(frame: &Frame<'_>, entry: &Entry, text: &Text, report: &mut Report) -> Option<Interval> {
    let (every, unit) = read::interval(text, report)?;
    let counted_from = anchor(frame, entry, text, report)?;
    Some(Interval { every, unit, counted_from })
}

/// 起算, which 轮流 and 间隔 cannot do without: where counting starts decides whose turn every later day is.
fn anchor(frame: &Frame<'_>, entry: &Entry, needed_by: &Text, report: &mut Report) -> Option<chrono::NaiveDate> {
    match &entry.when.counted_from {
        Some(text) => read::date(text, &frame.context, report),
        None => {
            report.push(Diagnostic::new(&codes::NO_ANCHOR, needed_by.span).arg("text", needed_by.trimmed()));
            None
        }
    }
}

fn window(frame: &Frame<'_>, own: Option<&Terms>, report: &mut Report) -> Option<DateRange> {
    let window = frame.window?;
    let Some(text) = own.and_then(|terms| terms.period.as_deref()) else { return Some(window) };
    let period = read::period(text, &frame.context, report)?;
    let first = window.first.max(period.first);
    let last = period.last.map_or(window.last, |last| last.min(window.last));
    if last < first {
        report.push(Diagnostic::new(&codes::ENTRY_OUTSIDE, text.span).arg("period", text.trimmed()));
        return None;
    }
    Some(DateRange { first, last })
}

/// The hours an entry gives, or else the roster's.
pub(in crate::check) fn hours(frame: &Frame<'_>, own: Option<&Terms>, report: &mut Report) -> Hours {
    let mut read = |texts: &[Text]| {
        if texts.is_empty() { Hours::Unstated } else { read::hours(texts, report).unwrap_or(Hours::Unstated) }
    };
    match own.map(|terms| &terms.time).filter(|time| !time.is_empty()) {
        Some(texts) => read(texts),
        None => frame.inherited.hours.get_or_init(|| read(&frame.terms.time)).clone(),
    }
}

fn kind(frame: &Frame<'_>, own: Option<&Terms>, report: &mut Report) -> Kind {
    let text = term(frame, own, |terms| terms.kind.as_deref());
    text.and_then(|text| read::kind(text, report)).unwrap_or(Kind::Reception)
}

/// Where an entry is held; a place that no unit lists is printed as written, with a warning.
pub(in crate::check) fn venues(frame: &Frame<'_>, own: Option<&Terms>, report: &mut Report) -> Vec<Venue> {
    if let Some(texts) = own.map(|terms| &terms.place).filter(|place| !place.is_empty()) {
        return read_venues(frame, texts, report);
    }
    let mut read = || read_venues(frame, &frame.terms.place, report);
    let (unit, venues) = frame.inherited.venues.get_or_init(|| (frame.unit, read()));
    if *unit == frame.unit { venues.clone() } else { read() }
}

/// The places that texts name.
pub(in crate::check) fn read_venues(frame: &Frame<'_>, texts: &[Text], report: &mut Report) -> Vec<Venue> {
    let ground = frame.ground;
    let mut venues = Vec::new();
    for text in texts {
        if below::is_linked(text.trimmed()) {
            continue;
        }
        if let Some(venue) = below::of_each(frame, text.trimmed()) {
            venues.push(venue);
            continue;
        }
        if ["同上", "〃", "″", "同前", "\"", "ditto"].contains(&text.trimmed()) {
            report.push(Diagnostic::new(&codes::SAME_AS_ABOVE, text.span).arg("text", text.trimmed()));
            continue;
        }
        let find = |words: &str| ground.gazetteer.venue(frame.unit, words, ground.units);
        let parts: Vec<Venue> = crate::load::value::items(text).iter().map(|part| find(&part.value)).collect();
        // A comma may belong to the name of one place; only listed places are taken apart.
        let listed = parts.len() > 1 && parts.iter().all(|venue| venue.place.is_some());
        let found = if listed { parts } else { vec![find(text.trimmed())] };
        if found.iter().any(|venue| venue.place.is_none()) && !read::to_be_announced(text) {
            report.push(Diagnostic::new(&codes::UNLISTED_PLACE, text.span).arg("place", text.trimmed()));
        }
        venues.extend(found);
    }
    venues
}

fn turns(frame: &Frame<'_>, entry: &Entry, people: Vec<Participant>, report: &mut Report) -> Turns {
    let Some(text) = &entry.when.rotate else { return Turns::Together(people) };
    let Some(turn) = read::turn(text, report) else { return Turns::Together(people) };
    let Some(counted_from) = anchor(frame, entry, text, report) else { return Turns::Together(people) };
    let main = turning(frame, &people);
    let (pool, with): (Vec<_>, Vec<_>) = people.into_iter().partition(|person| Some(&person.role) == main.as_ref());
    // 带班 and 值班 of several officials go round side by side; posts and a single person are there each time.
    let on_duty: Vec<&Participant> = with.iter().filter(|person| person.role == Role::OnDuty).collect();
    let beside = main == Some(Role::InCharge)
        && on_duty.len() > 1
        && on_duty.iter().all(|person| matches!(person.who, Who::Person(_)));
    let (beside, with) = with.into_iter().partition(|person| beside && person.role == Role::OnDuty);
    // Who is in two groups takes one turn.
    let mut seen = BTreeSet::new();
    let pool: Vec<Participant> =
        names::members(frame, pool).into_iter().filter(|one| seen.insert(one.who.clone())).collect();
    if let [Participant { who: Who::Post(post), .. }] = pool.as_slice() {
        let at = entry.who.0.first().map_or(text.span, |who| who.span);
        report.push(Diagnostic::new(&codes::NO_POOL, at).arg("name", post.as_str()));
    }
    Turns::InTurn { rotation: Rotation { turn, counted_from }, pool, beside, with }
}

/// The role whose people take turns: who receives; where nobody is said to receive, who leads the shift, else who is on
/// duty, and of these whichever are several. One who leads a shift of others is there each time.
fn turning(frame: &Frame<'_>, people: &[Participant]) -> Option<Role> {
    let of = |role: &Role| people.iter().filter(|person| person.role == *role).cloned().collect::<Vec<_>>();
    if !of(&Role::Receives).is_empty() {
        return Some(Role::Receives);
    }
    let mut named = [Role::InCharge, Role::OnDuty].into_iter().filter(|role| !of(role).is_empty());
    let several = named.clone().find(|role| names::members(frame, of(role)).len() > 1);
    several.or_else(|| named.next()).or_else(|| people.first().map(|person| person.role.clone()))
}

/// 替换.
fn overrides(entry: &Entry, report: &mut Report) -> bool {
    let text = entry.more.as_ref().and_then(|more| more.overrides.as_deref());
    text.is_some_and(|text| read::yes(text, "替换", report))
}

/// The work calendar with the named closures that apply.
pub(in crate::check) fn closed(
    frame: &Frame<'_>,
    own: Option<&Terms>,
    report: &mut Report,
) -> crate::calendar::WorkCalendar {
    let mut closures = rest::closures(frame, own, report);
    let own = own.map(|terms| &terms.closed.0).filter(|closed| !closed.is_empty());
    let names = own.unwrap_or(&frame.terms.closed.0);
    for name in names {
        let known = frame.ground.closures.iter().filter(|closure| closure.name == name.trimmed());
        let before = closures.len();
        closures.extend(known.cloned());
        if closures.len() == before {
            report.push(Diagnostic::new(&codes::UNKNOWN_CLOSURE, name.span).arg("name", name.trimmed()));
        }
    }
    if closures.is_empty() { frame.ground.calendar.clone() } else { frame.ground.calendar.closed(closures) }
}
