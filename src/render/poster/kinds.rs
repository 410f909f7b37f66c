//! Turns a unit or the changes announced on a day into the words of their notices.

use chrono::NaiveDate;

use super::data::{Block, Fact, Form, PosterData, Row};
use super::desk::{Desk, dated, season};
use crate::model::history::{Effect, Step};
use crate::model::hours::Hours;
use crate::model::recurrence::MarketDays;
use crate::model::roster::{Roster, RosterId};
use crate::model::session::{Participant, Session, Venue};
use crate::model::unit::{Phone, Place, UnitId};
use crate::plan::Subject;
use crate::plan::posters::{last_roster, steps_of};

/// 原定…，现调整为…: one notice for the changes of a roster announced on one day.
pub(super) fn change(desk: Desk<'_>, id: RosterId, day: Option<NaiveDate>) -> PosterData {
    let Desk { site, unit, words, .. } = desk;
    let roster = site.roster(id);
    let issuer = roster.issued_by.as_ref().unwrap_or(&unit.name);
    let mut data = desk.blank(Form::Change, Subject::Change(id, day), issuer, words.poster_change_title.text());
    data.period = words.poster_change_of.fill(&[("title", &roster.title)]);
    data.document_title = words
        .poster_document_title
        .fill(&[("office", issuer), ("title", &format!("{} {}", roster.title, words.poster_change_title.text()))]);
    data.period_note = match day {
        Some(day) => words.poster_change_since.fill(&[("day", &words.full_day_plain(day))]),
        None => words.poster_change_lead.text().to_owned(),
    };
    let told = steps_of(site, id, day);
    let venue = only_venue(roster, &told);
    data.facts = venue.map(|venue| desk.where_fact(venue)).into_iter().chain(desk.call_fact(Some(roster))).collect();
    data.rows = told.iter().map(|(session, steps)| changed(desk, session, steps, venue.is_none())).collect();
    data.small_print = desk.small_print(Some(roster), None, &data.code);
    data.signed_on = day.map(|day| words.full_day_plain(day)).unwrap_or_default();
    data.edition = day.unwrap_or_else(|| dated(site, roster));
    data
}

/// The hours, and the place where `placed`, that the changes of one notice leave as they were.
fn kept(desk: Desk<'_>, session: &Session, steps: &[Step<'_>], since: &[Step<'_>], placed: bool) -> Option<String> {
    let words = desk.words;
    let untouched = |changed: fn(&Effect<'_>) -> bool| !steps.iter().any(|step| changed(&step.effect));
    // What a later notice changed was still the old when this one was posted.
    let later = since.iter().find_map(|step| match step.effect {
        Effect::Hours(was, _) => Some(was),
        _ => None,
    });
    let hours = words.hours(later.unwrap_or(&session.hours));
    let hours = hours.filter(|_| untouched(|effect| matches!(effect, Effect::Hours(..))));
    let placed = placed && untouched(|effect| matches!(effect, Effect::Places(..)));
    let venues = venues_after(session, steps).iter().filter(|_| placed).map(|venue| venue.name.clone());
    let said: Vec<String> = hours.into_iter().chain(venues).collect();
    (!said.is_empty()).then(|| words.poster_change_kept.fill(&[("kept", &said.join(words.comma.text()))]))
}

/// The one place where all that are left are received; of a notice that only cancels, that of the roster.
fn only_venue<'a>(roster: &'a Roster, told: &[(&'a Session, Vec<Step<'a>>)]) -> Option<&'a Venue> {
    let off = |steps: &[Step<'_>]| steps.iter().any(|step| step.effect == Effect::Cancelled);
    let mut held = told.iter().filter(|(_, steps)| !off(steps)).map(|(session, steps)| venues_after(session, steps));
    let first = held.next().unwrap_or(&roster.venues);
    match first {
        [only] if held.all(|other| other == first) => Some(only),
        _ => None,
    }
}

/// Where a session is after these steps: what a later notice changes is still to come.
fn venues_after<'a>(session: &'a Session, steps: &[Step<'a>]) -> &'a [Venue] {
    let all = session.steps().collect::<Vec<_>>();
    let last = steps.last().and_then(|last| all.iter().rposition(|step| step == last));
    let later = all.into_iter().skip(last.map_or(0, |last| last + 1));
    let was = later.filter_map(|step| match step.effect {
        Effect::Places(was, _) => Some(was),
        _ => None,
    });
    was.into_iter().next().unwrap_or(&session.venues)
}

/// What was and what is for one session.
fn changed(desk: Desk<'_>, session: &Session, steps: &[Step<'_>], placed: bool) -> Row {
    let words = desk.words;
    let all: Vec<Step<'_>> = session.steps().collect();
    let from = all.iter().position(|step| Some(step) == steps.first()).unwrap_or(0);
    let since = all.get(from..).unwrap_or_default();
    let then = since.iter().find_map(|step| match step.effect {
        Effect::Day(was, _) => Some(was),
        _ => None,
    });
    let people = since.iter().find_map(|step| match step.effect {
        Effect::People(was, _) => Some(was),
        _ => None,
    });
    let people = people.unwrap_or(&session.people);
    let date = then.unwrap_or(session.date);
    let names = |people: &[Participant]| desk.people.told(people, true, words);
    let hours = |hours: &Hours| words.hours(hours).unwrap_or_else(|| words.time_unstated.text().to_owned());
    let places = |venues: &[Venue]| {
        let names: Vec<&str> = venues.iter().map(|venue| venue.name.as_str()).collect();
        if names.is_empty() { words.place_unstated.text().to_owned() } else { names.join(words.enumeration.text()) }
    };
    let (mut was, mut now, mut mark) = (Vec::new(), Vec::new(), &words.poster_mark_changed);
    // Who receives is said where nothing else says it.
    let mut told = false;
    for step in steps {
        match step.effect {
            Effect::Cancelled => {
                now.push(words.poster_change_cancelled.text().to_owned());
                mark = &words.poster_mark_cancelled;
            }
            Effect::Added => {
                was.push(words.poster_change_none.text().to_owned());
                now.extend([names(&session.people), hours(&session.hours), places(&session.venues)]);
                mark = &words.poster_mark_added;
                told = true;
            }
            Effect::People(before, after) => {
                was.push(names(before));
                now.push(names(after));
                told = true;
            }
            Effect::Day(before, after) => {
                was.push(words.day_weekday(before));
                now.push(words.day_weekday(after));
            }
            Effect::Hours(before, after) => {
                was.push(hours(before));
                now.push(hours(after));
            }
            Effect::Places(before, after) => {
                was.push(places(before));
                now.push(places(after));
            }
        }
    }
    if !told {
        was.insert(0, desk.people.told(people, false, words));
    }
    // Whoever reads this must not have to find the first notice to know when to come.
    let stays = steps.iter().all(|step| !matches!(step.effect, Effect::Cancelled | Effect::Added));
    let mut reasons: Vec<String> =
        stays.then(|| kept(desk, session, steps, since, placed)).flatten().into_iter().collect();
    for reason in steps.iter().filter_map(|step| step.change.reason.as_ref()) {
        let said = words.poster_change_reason.fill(&[("reason", reason)]);
        if !reasons.contains(&said) {
            reasons.push(said);
        }
    }
    let announced = steps.last().and_then(|step| step.change.announced);
    let later = all.iter().filter_map(|step| step.change.announced).filter(|day| Some(*day) > announced).max();
    reasons.extend(later.map(|day| words.poster_change_again.fill(&[("day", &words.full_day_plain(day))])));
    Row {
        date: words.day(date),
        weekday: words.weekday(date).to_owned(),
        mark: mark.text().to_owned(),
        note: reasons.join(words.poster_note_joint.text()),
        was,
        now,
        ..Row::default()
    }
}

/// 来访指南: where the unit is, when it is open, whom to call, how to get there.
pub(super) fn unit(desk: Desk<'_>, id: UnitId) -> PosterData {
    let Desk { site, unit, words, .. } = desk;
    let mut data = desk.blank(Form::Unit, Subject::Unit(id), &unit.name, words.poster_unit_title.text());
    let fact = |label: &str, lines: Vec<String>| {
        (!lines.is_empty()).then(|| Fact { label: label.to_owned(), lines, details: Vec::new() })
    };
    let address = fact(words.poster_unit_address.text(), unit.address.iter().cloned().collect());
    let hours = fact(words.poster_unit_hours.text(), unit.hours.iter().map(season).collect());
    let phones = fact(words.poster_call.text(), unit.phones.iter().take(4).map(Phone::line).collect());
    data.facts = address.into_iter().chain(hours).chain(phones).collect();
    data.sections = unit.places.iter().map(|place| section(desk, place)).collect();
    let market = |name: &str, days: &str| words.poster_elsewhere_item.fill(&[("matter", name), ("go", days)]);
    let known = unit.markets.iter().filter(|one| one.days != MarketDays::Unknown);
    let markets: Vec<String> = known.map(|one| market(&one.name, &one.words)).collect();
    if !markets.is_empty() {
        data.sections.push(Block { heading: words.poster_unit_markets.text().to_owned(), items: markets });
    }
    data.come.items = last_roster(site, id).map(|roster| desk.come_at_all(roster)).unwrap_or_default();
    data.small_print = desk.small_print(None, None, &data.code);
    data
}

fn section(desk: Desk<'_>, place: &Place) -> Block {
    let words = desk.words;
    let labelled = |label: &str, text: &str| words.poster_elsewhere_item.fill(&[("matter", label), ("go", text)]);
    let mut items: Vec<String> = Vec::new();
    items.extend(place.address.iter().map(|text| labelled(words.poster_unit_address.text(), text)));
    items.extend(place.directions.iter().map(|text| labelled(words.poster_unit_way.text(), text)));
    items.extend(place.hours.iter().map(|hours| labelled(words.poster_unit_hours.text(), &season(hours))));
    items.extend(place.phones.iter().map(|phone| labelled(words.poster_unit_phone.text(), &phone.line())));
    items.extend(place.access.iter().map(|text| labelled(words.poster_unit_access.text(), text)));
    // A heading without lines would not be printed; the address of the unit then holds.
    if items.is_empty() {
        items.extend(desk.unit.address.iter().map(|text| labelled(words.poster_unit_address.text(), text)));
    }
    if items.is_empty() {
        items.push(words.poster_unit_ask.text().to_owned());
    }
    Block { heading: place.name.clone(), items }
}
