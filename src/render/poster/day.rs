//! Turns the sessions of a day into the words of the notice on the door.

use chrono::NaiveDate;

use super::data::{Fact, Form, PosterData, Row};
use super::desk::{Desk, Own, dated};
use super::notice::{Head, Shared, Usual};
use crate::model::roster::{Roster, RosterId};
use crate::model::session::{ChangeKind, Kind, OwnTerm, Session, Venue};
use crate::model::unit::UnitId;
use crate::plan::posters::{coming, of_day};
use crate::plan::{SessionRef, Subject};
use crate::render::words::sentence::taking_part;
use crate::render::words::terms::{booking, own_term};
use crate::render::words::units;

/// 今日接待: for the door. `only` keeps to one roster. Where nobody receives that day it says so, and when somebody does.
pub(super) fn day(desk: Desk<'_>, id: UnitId, day: NaiveDate, only: Option<RosterId>) -> PosterData {
    let Desk { site, unit, words, .. } = desk;
    let mut listed = of_day(site, id, day);
    listed.retain(|row| only.is_none_or(|only| row.roster == only));
    let held: Vec<SessionRef> = listed.iter().copied().filter(|row| !row.off(site)).collect();
    let first = listed.first().map(|row| site.roster(row.roster));
    let venue = shared_venue(desk, &held);
    let mut signing: Vec<Option<&String>> =
        listed.iter().map(|row| site.roster(row.roster).issued_by.as_ref()).collect();
    signing.dedup();
    let issuer = match signing.as_slice() {
        [Some(only)] => only,
        _ => &unit.name,
    };
    let title = if held.is_empty() { &words.poster_day_off_title } else { &words.poster_day_title };
    let mut data = desk.blank(Form::Day, Subject::Day(id, day), issuer, title.text());
    data.period = words.full_day(day);
    data.document_title = format!("{} {}", data.document_title, words.full_day_plain(day));
    let place = venue.map(|venue| desk.where_fact(venue));
    let next = if held.is_empty() { next(desk, id, day) } else { None };
    data.facts =
        place.into_iter().chain(next).chain(desk.call_fact(shared_roster(desk, &listed), Some((day, day)))).collect();
    let terms: Vec<Vec<String>> = listed.iter().map(|row| terms_of(desk, *row)).collect();
    // What holds for one of them only would mislead those who come to another.
    let off = |row: &SessionRef| row.off(site) && !held.is_empty();
    let holding = || listed.iter().zip(&terms).filter(|(row, _)| !off(row)).map(|(_, terms)| terms);
    let for_all = |term: &String| holding().all(|terms| terms.contains(term));
    if !held.is_empty() {
        data.come.items = holding().next().into_iter().flatten().filter(|term| for_all(term)).cloned().collect();
    }
    let rows = listed.iter().zip(&terms).filter_map(|(row, terms)| {
        let head = Head { desk, roster: site.roster(row.roster), here: row.roster.unit, shared: Shared::default() };
        let usual = Usual { hours: None, venue, hours_differ: true, places_differ: venue.is_none() };
        let said = head.row(&[*row], &usual)?;
        let hours = if said.hours.is_empty() { words.time_unstated.text().to_owned() } else { said.hours };
        let off = row.off(site);
        let own = || terms.iter().filter(|term| !for_all(term)).cloned();
        Some(Row {
            // The day stands above; what leads a row is the hour.
            date: hours,
            year: String::new(),
            weekday: String::new(),
            hours: String::new(),
            // Nobody is to look for the place of what is not held.
            place: if off { String::new() } else { said.place },
            address: if off || venue.is_some() { String::new() } else { addresses(desk, *row) },
            note: if off { was(desk, *row).unwrap_or(said.note) } else { said.note },
            terms: if off { Vec::new() } else { own().collect() },
            ..said
        })
    });
    data.rows = rows.collect();
    data.small_print = desk.small_print(&first.map(Own::roster).unwrap_or_default(), Some(day), &data.code);
    data.edition = listed.iter().map(|row| dated(site, site.roster(row.roster))).max().unwrap_or(site.edition);
    data
}

/// The one place where everybody is received that day.
fn shared_venue<'a>(desk: Desk<'a>, held: &[SessionRef]) -> Option<&'a Venue> {
    let site = desk.site;
    let mut venues = held.iter().map(|row| row.when_and_where(site).1);
    match venues.next() {
        Some([only]) if venues.all(|other| matches!(other, [one] if one == only)) => Some(only),
        _ => None,
    }
}

/// The roster whose way of booking holds for the whole day.
fn shared_roster<'a>(desk: Desk<'a>, listed: &[SessionRef]) -> Option<&'a Roster> {
    let mut rosters = listed.iter().map(|row| desk.site.roster(row.roster));
    let first = rosters.next()?;
    let own = |session: &Session| session.terms.iter().any(|term| matches!(term, OwnTerm::Booking(_)));
    let alike = rosters.all(|other| other.booking == first.booking);
    (alike && !listed.iter().any(|row| own(row.of(desk.site)))).then_some(first)
}

/// All that whoever comes to a session must know: what its entry says, else what its roster says.
fn terms_of(desk: Desk<'_>, row: SessionRef) -> Vec<String> {
    let words = desk.words;
    let (session, roster) = (row.of(desk.site), desk.site.roster(row.roster));
    let own = |is: fn(&OwnTerm) -> bool| session.terms.iter().any(is);
    let mut items = Vec::new();
    if !own(|term| matches!(term, OwnTerm::Booking(_))) {
        items.extend(roster.booking.iter().map(|one| booking(one, words)));
    }
    if !own(|term| matches!(term, OwnTerm::Bring(_))) && !roster.bring.is_empty() {
        items.push(words.poster_bring.fill(&[("things", &roster.bring.join(words.enumeration.text()))]));
    }
    if !own(|term| matches!(term, OwnTerm::Representatives(_))) {
        let limit = |count: u32| words.representatives_limit.fill(&[("count", &count.to_string())]);
        items.extend(roster.representatives.map(limit));
    }
    // What the row says beside the matter is not said again.
    let common = roster.common_terms();
    items.extend(session.told_terms().filter(|term| common.contains(term)).map(|term| own_term(term, words)));
    items.into_iter().map(|item| desk.sentence(item)).collect()
}

/// The addresses of the places of a session.
fn addresses(desk: Desk<'_>, row: SessionRef) -> String {
    let venues = row.when_and_where(desk.site).1.iter();
    let places = venues.filter_map(|venue| desk.place(venue)?.address.clone());
    places.collect::<Vec<String>>().join(desk.words.enumeration.text())
}

/// 原定上午9:00至11:30由陈守望接待，因会议取消.
fn was(desk: Desk<'_>, row: SessionRef) -> Option<String> {
    let words = desk.words;
    let session = row.of(desk.site);
    let cancelled = session.changes.iter().rev().find(|change| change.kind == ChangeKind::Cancelled);
    let status = match cancelled.and_then(|change| change.reason.as_ref()) {
        Some(reason) => words.poster_day_off_reason.fill(&[("reason", reason.strip_prefix('因').unwrap_or(reason))]),
        None => {
            let statuses = crate::render::words::status::standing(row, session, words, desk.people);
            statuses.into_iter().next()?.words
        }
    };
    let hours = words.hours(row.when_and_where(desk.site).0).unwrap_or_default();
    let who = desk.people.told(&taking_part(session, words), false, words);
    Some(words.poster_day_off.fill(&[("hours", &hours), ("who", &who), ("status", &status)]))
}

/// The next day on which somebody receives, with the place.
fn next(desk: Desk<'_>, id: UnitId, day: NaiveDate) -> Option<Fact> {
    let Desk { site, words, people, .. } = desk;
    let coming = coming(site, id, day.succ_opt()?);
    // Who has come to the door is not helped by a telephone if there is a day to come again.
    let in_person = coming.iter().find(|row| row.of(site).kind != Kind::Telephone);
    let row = *in_person.or(coming.first())?;
    let session = row.of(site);
    let (hours, venues) = row.when_and_where(site);
    let places = units::places(site, words, row, venues, id, id);
    let who = people.told(&taking_part(session, words), false, words);
    let hours = words.hours(hours).unwrap_or_default();
    let day = words.full_day(row.date);
    let mut details = vec![if hours.is_empty() { who } else { [hours, who].join(words.comma.text()) }];
    details.push(places.join(words.enumeration.text()));
    details.push(addresses(desk, row));
    details.retain(|line| !line.is_empty());
    Some(Fact { label: words.poster_day_next.text().to_owned(), lines: vec![day], details })
}
