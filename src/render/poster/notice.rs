//! Turns a roster into the words of its notice, from the same sessions and phrases as its page.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use super::data::{Fact, Form, PosterData};
use super::desk::{Desk, Own, dated};
use super::table::Table;
use crate::model::recurrence::Period;
use crate::model::roster::{Roster, RosterId};
use crate::model::session::{Kind, Session, Venue};
use crate::model::unit::UnitId;
use crate::plan::Subject;
use crate::render::words::units;

/// The notice of a roster; with `from`, without the days before.
pub(super) fn month(desk: Desk<'_>, id: RosterId, from: Option<NaiveDate>) -> PosterData {
    let Desk { site, unit, words, .. } = desk;
    let roster = site.roster(id);
    let head = Head { desk, roster, here: id.unit, shared: Shared::of(roster) };
    let usual = head.usual_values();
    let issuer = roster.issued_by.as_ref().unwrap_or(&unit.name);
    let listed = Period { first: roster.period.first, last: Some(roster.listed_until) };
    let goes_on = roster.period.last.is_none_or(|last| last > roster.listed_until);
    let until = words.full_day_plain(roster.listed_until);
    let table = Table::new(&head, &usual, id, from);
    let mut data = desk.blank(Form::Month, Subject::Roster(id), issuer, &roster.title);
    data.period = words.days(&listed);
    // What holds for every row stands once above them.
    let kind = head.shared.kind.map(|kind| words.kind(kind)).filter(|kind| !roster.title.contains(kind));
    let kind = kind.map(|kind| desk.sentence(words.forms_kind.fill(&[("kind", kind)])));
    let mut years: Vec<i32> = roster.sessions.iter().map(|session| session.date.year()).collect();
    years.retain(|_| head.shared.unknown);
    years.dedup();
    let unknown = years.iter().map(|year| words.forms_unknown.fill(&[("year", &year.to_string())]));
    let goes_on_until = goes_on.then(|| desk.sentence(words.continues_until.fill(&[("until", &until)])));
    let notes: Vec<String> = goes_on_until.into_iter().chain(kind).chain(unknown).collect();
    data.period_note = notes.join(words.sentence_joint());
    data.facts = head.facts(&usual);
    if usual.venue.is_none() {
        data.addresses.items = head.addresses();
    }
    data.rows = table.rows;
    data.words.date = table.head;
    data.words.place = table.place.text().to_owned();
    data.words.place_and_topic = table.place_and_topic.text().to_owned();
    data.come.items = desk.come(roster);
    data.come.items.extend(roster.notes.iter().chain(&roster.promises).cloned());
    if roster.sessions.is_empty() && !roster.promises.is_empty() {
        data.come.items.push(words.unlisted_promises.text().to_owned());
    }
    data.elsewhere.items = desk.elsewhere(roster);
    data.small_print = desk.small_print(&Own::roster(roster), (!goes_on).then_some(roster.listed_until), &data.code);
    data.small_print.extend(desk.posted(id));
    data.signed_on = roster.issued_on.map(|day| words.full_day_plain(day)).unwrap_or_default();
    data.edition = dated(site, roster);
    data
}

/// The first and the last day that a roster lists.
pub(super) fn days_of(roster: &Roster) -> (NaiveDate, NaiveDate) {
    (roster.period.first, roster.listed_until)
}

/// So many places or numbers are told one by one above the table.
pub(super) const PLACES: usize = 4;

/// So many addresses still make a list that is read.
const ADDRESSES: usize = 8;

/// A roster whose sessions share most of their hours and places.
pub(super) struct Head<'a> {
    pub(super) desk: Desk<'a>,
    pub(super) roster: &'a Roster,
    /// The unit whose roster it is.
    pub(super) here: UnitId,
    /// What stands above the table.
    pub(super) shared: Shared,
}

/// What all sessions of a roster have in common besides: it is no news in any row.
#[derive(Default)]
pub(super) struct Shared {
    /// The kind, where it is not plain receiving.
    pub(super) kind: Option<Kind>,
    /// Whether the days off of all their years are unknown.
    pub(super) unknown: bool,
}

impl Shared {
    fn of(roster: &Roster) -> Self {
        let [first, rest @ ..] = roster.sessions.as_slice() else { return Self::default() };
        if rest.is_empty() {
            return Self::default();
        }
        let same = rest.iter().all(|other| other.kind == first.kind);
        Self {
            kind: Some(first.kind).filter(|kind| same && *kind != Kind::Reception),
            unknown: roster.sessions.iter().all(|session| !session.holidays_known),
        }
    }
}

/// What is said above the table, so that a row says only what differs.
pub(super) struct Usual<'a> {
    pub(super) hours: Option<String>,
    pub(super) venue: Option<&'a Venue>,
    /// Whether some session has other hours; then every row says its own, since a blank would read as unknown.
    pub(super) hours_differ: bool,
    /// Likewise for places.
    pub(super) places_differ: bool,
}

impl<'a> Head<'a> {
    /// What all sessions share, or most of them, is said once above the table.
    fn facts(&self, usual: &Usual<'_>) -> Vec<Fact> {
        let words = self.desk.words;
        let mut facts = Vec::new();
        // A panel that holds for most rows would be taken to hold for all.
        if let Some(hours) = usual.hours.as_ref().filter(|_| !usual.hours_differ) {
            let lines = hours.split(words.comma.text()).map(str::to_owned).collect();
            facts.push(Fact { label: words.poster_when.text().to_owned(), lines, details: Vec::new() });
        }
        if let Some(venue) = usual.venue {
            let own = self.places_named(&venue.name);
            let place = venue.place.filter(|_| own.len() <= PLACES);
            let place = place.and_then(|(unit, index)| self.desk.site.unit(unit).places.get(index));
            let mut details = place.map_or(Vec::new(), |place| {
                [&place.address, &place.directions].into_iter().flatten().cloned().collect::<Vec<String>>()
            });
            details.extend(self.other_places(venue));
            // 各村村委会, where every village has its own.
            let name = if own.len() > PLACES {
                let kind = units::kind(self.desk.site, words, &own);
                words.place_of_unit.fill(&[("unit", &words.units_all.fill(&[("kind", kind)])), ("place", &venue.name)])
            } else {
                venue.name.clone()
            };
            facts.push(Fact { label: words.poster_where.text().to_owned(), lines: vec![name], details });
        }
        facts.extend(self.desk.call_fact(Some(self.roster), Some(days_of(self.roster))));
        facts
    }

    /// The units that have a place of that name of their own.
    fn places_named(&self, name: &str) -> BTreeSet<UnitId> {
        let venues = self.roster.sessions.iter().flat_map(|session| &session.venues);
        venues.filter(|venue| venue.name == name).filter_map(|venue| venue.place).map(|(unit, _)| unit).collect()
    }

    /// The words that at least half of the sessions share; where hours or places are too mixed, each row has its own.
    fn usual(&self, of: impl Fn(&Session) -> Option<String>) -> Option<String> {
        let mut counts = std::collections::BTreeMap::new();
        for words in self.roster.sessions.iter().filter_map(of) {
            *counts.entry(words).or_insert(0_usize) += 1;
        }
        let (words, count) = counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))?;
        (count * 2 >= self.roster.sessions.len()).then_some(words)
    }

    /// The hours of the roster's head, or those most sessions have.
    fn usual_hours(&self) -> Option<String> {
        let of = |session: &Session| self.desk.words.hours(&session.hours);
        self.desk.words.hours(&self.roster.hours).or_else(|| self.usual(of))
    }

    /// Other places of the table with their addresses, each once.
    fn other_places(&self, usual: &Venue) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for venue in
            self.roster.sessions.iter().flat_map(|session| &session.venues).filter(|venue| venue.name != usual.name)
        {
            let place = venue.place.and_then(|(unit, index)| self.desk.site.unit(unit).places.get(index));
            let Some(address) = place.and_then(|place| place.address.as_ref()) else { continue };
            let line = self.desk.words.poster_elsewhere_item.fill(&[("matter", &venue.name), ("go", address)]);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines.truncate(PLACES);
        lines
    }

    /// The places of the table with their addresses, each once; none where they are too many to be read.
    fn addresses(&self) -> Vec<String> {
        let Desk { site, words, .. } = self.desk;
        let mut lines: Vec<String> = Vec::new();
        for session in self.roster.sessions.iter().filter(|one| !one.cancelled() && one.kind != Kind::Telephone) {
            for venue in &session.venues {
                let Some(address) = self.desk.place(venue).and_then(|place| place.address.as_ref()) else { continue };
                let name = units::place(site, words, venue, self.here, session.unit);
                let line = words.forms_address.fill(&[("place", &name), ("address", address)]);
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
        if lines.len() > ADDRESSES { Vec::new() } else { lines }
    }

    /// The first place of the roster's head, or the one most sessions have.
    fn usual_venue(&self) -> Option<&'a Venue> {
        if let Some(venue) = self.roster.venues.first() {
            return Some(venue);
        }
        let name = self.usual(|session| session.venues.first().map(|venue| venue.name.clone()))?;
        self.roster.sessions.iter().flat_map(|session| &session.venues).find(|venue| venue.name == name)
    }

    fn usual_values(&self) -> Usual<'a> {
        let (hours, venue) = (self.usual_hours(), self.usual_venue());
        let sessions = &self.roster.sessions;
        // Who calls needs the numbers, which stand above, and no room.
        let booked = self.roster.booking.as_ref().is_some_and(|booking| !booking.phones.is_empty());
        let calls = booked && sessions.iter().all(|one| one.kind == Kind::Telephone && one.scope.is_empty());
        let venue = venue.filter(|_| !calls);
        let hours_differ = sessions.iter().any(|session| self.desk.words.hours(&session.hours) != hours);
        let name = venue.map(|venue| &venue.name);
        let only = |session: &Session| {
            session.kind != Kind::Telephone && matches!(session.venues.as_slice(), [one] if Some(&one.name) == name)
        };
        let places_differ =
            !calls && sessions.iter().any(|session| !(only(session) || session.venues.is_empty() && venue.is_none()));
        Usual { hours, venue, hours_differ, places_differ }
    }
}
