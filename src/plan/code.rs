//! Turns what a roster says into the short code printed on its poster.
//!
//! The code changes when a word of the released notice changes, and not when its layout does.

mod procedure;
mod regulation;

use sha2::{Digest as _, Sha256};

use super::posters::{Subject, last_roster, of_day, reception, steps_of};
use crate::digest::{self, Digest};
use crate::model::hours::Hours;
use crate::model::procedure::Procedure;
use crate::model::recurrence::DayRule;
use crate::model::roster::{Booking, NotHere, Roster};
use crate::model::session::{Change, ChangeKind, OwnTerm, Participant, Role, Session, StandbyRule, Venue, Who};
use crate::model::site::Site;
use crate::model::unit::{Phone, SeasonHours, Unit};
use chrono::NaiveDate;

/// Eight characters: the first 40 bits of the SHA-256 of the site's code, the unit's path, the roster's stem and the
/// notice's words.
pub fn poster_code(site: &Site, unit: &Unit, roster: &Roster) -> String {
    let mut hash = Feed(Sha256::new());
    hash.text(&site.settings.code);
    hash.text(&unit.path);
    hash.text(&roster.stem);
    hash.surroundings(site, unit, roster);
    hash.roster(site, roster);
    hash.code()
}

/// The same for a notice of another kind: of what it says, and of nothing else in its roster. A set has none of its own.
pub fn subject_code(site: &Site, subject: Subject) -> String {
    let unit = site.unit(subject.unit());
    let mut hash = Feed(Sha256::new());
    hash.text(&site.settings.code);
    hash.text(&unit.path);
    hash.text(subject.kind().name());
    match subject {
        Subject::Roster(id) => return poster_code(site, unit, site.roster(id)),
        Subject::Set(_) => return String::new(),
        Subject::Change(id, day) => {
            let roster = site.roster(id);
            hash.text(&roster.stem);
            hash.text(&roster.title);
            hash.surroundings(site, unit, roster);
            hash.perhaps(day, Feed::day);
            for (session, _) in steps_of(site, id, day) {
                hash.session(site, session);
            }
        }
        Subject::Day(id, day) => {
            hash.day(day);
            for row in of_day(site, id, day) {
                hash.surroundings(site, unit, site.roster(row.roster));
                hash.number(usize::from(row.off(site)));
                hash.session(site, row.of(site));
            }
        }
        Subject::Unit(id) => {
            hash.unit(site, unit);
            hash.perhaps(last_roster(site, id), |feed, roster| {
                feed.perhaps(roster.booking.as_ref(), Feed::booking);
                feed.texts(&roster.bring);
                feed.perhaps(roster.representatives, |feed, count| feed.number(count as usize));
            });
        }
        Subject::Flow(_, at) | Subject::Leaflet(_, at) => {
            hash.unit(site, unit);
            hash.perhaps(site.procedures.get(at), Feed::procedure);
        }
        Subject::Panels(id, at) => {
            hash.unit(site, unit);
            hash.perhaps(site.procedures.get(at), Feed::procedure);
            hash.perhaps(reception(site, id), |feed, id| feed.roster(site, site.roster(id)));
        }
        Subject::Booklet(_, id) => {
            hash.text(site.settings.language.tag());
            hash.text(&unit.name);
            hash.regulation(site, site.regulation(id));
        }
    }
    hash.code()
}

/// SHA-256 of what a procedure says, but for the days its limits end on.
pub fn steps(procedure: &Procedure) -> Digest {
    let mut hash = Feed(Sha256::new());
    hash.procedure(procedure);
    hash.0.finalize().into()
}

/// A hash fed with values that cannot run into each other: each text goes in with its length, each list with its count.
struct Feed(Sha256);

impl Feed {
    /// Eight characters for the first 40 bits.
    fn code(self) -> String {
        digest::short(&self.0.finalize().into())
    }

    /// What a unit says of itself.
    fn unit(&mut self, site: &Site, unit: &Unit) {
        let settings = &site.settings;
        self.text(settings.language.tag());
        self.list(settings.on_every_notice.iter().map(String::as_str));
        self.text(&unit.name);
        let complaints = unit.complaints_phone.as_ref().or(settings.complaints_phone.as_ref());
        [unit.address.as_ref(), complaints].into_iter().for_each(|text| self.option(text.map(String::as_str)));
        self.phones(&unit.phones);
        self.each(&unit.hours, Self::season);
        self.each(&unit.places, |feed, place| {
            feed.text(&place.name);
            let texts = [&place.address, &place.directions, &place.access];
            texts.into_iter().for_each(|text| feed.option(text.as_deref()));
            feed.each(&place.hours, Self::season);
            feed.phones(&place.phones);
        });
        self.each(&unit.markets, |feed, market| {
            feed.text(&market.name);
            feed.text(&market.words);
        });
    }

    fn season(&mut self, season: &SeasonHours) {
        self.option(season.season.as_deref());
        self.text(&season.hours);
    }

    fn number(&mut self, number: usize) {
        self.0.update((number as u64).to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.update(text);
    }

    fn option(&mut self, text: Option<&str>) {
        self.number(usize::from(text.is_some()));
        self.text(text.unwrap_or_default());
    }

    fn list<'a>(&mut self, texts: impl ExactSizeIterator<Item = &'a str>) {
        self.number(texts.len());
        texts.for_each(|text| self.text(text));
    }

    fn day(&mut self, day: NaiveDate) {
        use chrono::Datelike as _;
        self.0.update(day.num_days_from_ce().to_le_bytes());
    }

    /// A value that may be absent: whether it is there, then what it holds.
    fn perhaps<T>(&mut self, value: Option<T>, feed: impl FnOnce(&mut Self, T)) {
        self.number(usize::from(value.is_some()));
        if let Some(value) = value {
            feed(self, value);
        }
    }

    /// Values in order, with their count before them.
    fn each<'a, T: 'a>(&mut self, values: &'a [T], mut feed: impl FnMut(&mut Self, &'a T)) {
        self.number(values.len());
        values.iter().for_each(|value| feed(self, value));
    }

    /// What the poster of a roster prints beside what the roster itself says.
    fn surroundings(&mut self, site: &Site, unit: &Unit, roster: &Roster) {
        let settings = &site.settings;
        self.text(settings.language.tag());
        self.number(settings.time_style as usize);
        self.text(roster.issued_by.as_ref().unwrap_or(&unit.name));
        self.list(settings.on_every_notice.iter().map(String::as_str));
        let complaints = [&roster.complaints_phone, &unit.complaints_phone, &settings.complaints_phone];
        self.option(complaints.into_iter().flatten().next().map(String::as_str));
        let booked = roster.booking.as_ref().map_or(&[][..], |booking| &booking.phones);
        let phone = booked.first().or(unit.phones.first());
        self.perhaps(phone, |feed, phone| {
            feed.text(&phone.number);
            feed.each(unit.hours.get(..2).unwrap_or(&unit.hours), Self::season);
        });
    }

    fn roster(&mut self, site: &Site, roster: &Roster) {
        let strings = [&roster.issued_by, &roster.number, &roster.for_whom];
        self.text(&roster.title);
        strings.into_iter().for_each(|text| self.option(text.as_deref()));
        self.day(roster.period.first);
        self.perhaps(roster.period.last, Self::day);
        self.day(roster.listed_until);
        self.perhaps(roster.issued_on, Self::day);
        for list in [&roster.basis, &roster.bring, &roster.notes, &roster.promises] {
            self.texts(list);
        }
        self.hours(&roster.hours);
        self.venues(site, &roster.venues);
        self.perhaps(roster.booking.as_ref(), Self::booking);
        self.perhaps(roster.representatives, |feed, count| feed.number(count as usize));
        self.each(&roster.not_here, Self::not_here);
        self.each(&roster.sessions, |feed, session| feed.session(site, session));
    }

    fn texts(&mut self, texts: &[String]) {
        self.list(texts.iter().map(String::as_str));
    }

    fn booking(&mut self, booking: &Booking) {
        let Booking { need, deadline, how, phones, place, capacity, slot, party, arrive_early, overflow } = booking;
        self.number(*need as usize);
        self.phones(phones);
        let words = [deadline, how, place, capacity, slot, party, arrive_early, overflow];
        words.into_iter().for_each(|text| self.option(text.as_deref()));
    }

    fn phones(&mut self, phones: &[Phone]) {
        self.each(phones, |feed, phone| {
            feed.option(phone.scope.as_deref());
            feed.text(&phone.number);
        });
    }

    fn not_here(&mut self, matter: &NotHere) {
        self.text(&matter.matter);
        self.text(&matter.go_to);
        self.option(matter.basis.as_deref());
    }

    fn session(&mut self, site: &Site, session: &Session) {
        self.text(&site.unit(session.unit).path);
        self.day(session.nominal);
        self.day(session.date);
        self.hours(&session.hours);
        self.number(session.kind as usize);
        self.people(site, &session.people);
        self.venues(site, &session.venues);
        self.option(session.topic.as_deref());
        self.texts(&session.scope);
        self.option(session.note.as_deref());
        self.each(&session.terms, Self::term);
        self.perhaps(session.shift.as_ref(), |feed, shift| {
            feed.day(shift.from);
            feed.number(shift.policy as usize);
            feed.option(shift.holiday.as_deref());
            feed.number(usize::from(shift.closed));
        });
        self.each(&session.changes, |feed, change| feed.change(site, change));
        self.number(usize::from(session.holidays_known));
        self.number(usize::from(session.on_makeup_day));
        self.day_rule(session.rule);
    }

    /// Fed last and only where it is printed, apart from any other number, so that codes of plain dates stay as they are.
    fn day_rule(&mut self, rule: DayRule) {
        self.number(match rule {
            DayRule::Date => return,
            DayRule::EveryDay => 101,
            DayRule::Workdays => 102,
            DayRule::MondayToFriday => 103,
            DayRule::Market { lunar } => 104 + usize::from(lunar),
            DayRule::Lunar => 106,
        });
    }

    fn term(&mut self, term: &OwnTerm) {
        match term {
            OwnTerm::ForWhom(words) => {
                self.number(1);
                self.text(words);
            }
            OwnTerm::Booking(booking) => {
                self.number(2);
                self.booking(booking);
            }
            OwnTerm::Bring(things) => {
                self.number(3);
                self.texts(things);
            }
            OwnTerm::Representatives(count) => {
                self.number(4);
                self.number(*count as usize);
            }
            OwnTerm::NotHere(matter) => {
                self.number(5);
                self.not_here(matter);
            }
            OwnTerm::Note(words) => {
                self.number(6);
                self.text(words);
            }
            OwnTerm::ComplaintsPhone(number) => {
                self.number(7);
                self.text(number);
            }
            OwnTerm::Count(count) => {
                self.number(8);
                self.number(*count as usize);
            }
            OwnTerm::Standby(rule) => {
                self.number(9);
                self.number(usize::from(*rule == StandbyRule::Next));
            }
        }
    }

    fn change(&mut self, site: &Site, change: &Change) {
        match &change.kind {
            ChangeKind::Substituted { was, now, .. } => {
                self.number(1);
                self.people(site, was);
                self.people(site, now);
            }
            ChangeKind::Moved { was } => {
                self.number(2);
                self.day(*was);
            }
            ChangeKind::Retimed { was } => {
                self.number(3);
                self.hours(was);
            }
            ChangeKind::Relocated { was } => {
                self.number(4);
                self.venues(site, was);
            }
            ChangeKind::Cancelled => self.number(5),
            ChangeKind::Added => self.number(6),
        }
        self.option(change.reason.as_deref());
        self.perhaps(change.announced, Self::day);
    }

    fn hours(&mut self, hours: &Hours) {
        match hours {
            Hours::Spans(spans) => {
                self.number(1);
                self.each(spans, |feed, span| {
                    feed.number(usize::from(span.from().minutes()));
                    feed.number(usize::from(span.to().minutes()));
                });
            }
            Hours::Part(part) => {
                self.number(2);
                self.number(*part as usize);
            }
            Hours::From(clock) => {
                self.number(3);
                self.number(usize::from(clock.minutes()));
            }
            Hours::Unstated => self.number(4),
        }
    }

    fn people(&mut self, site: &Site, people: &[Participant]) {
        self.each(people, |feed, participant| {
            match &participant.role {
                Role::Receives => feed.number(1),
                Role::InCharge => feed.number(2),
                Role::OnDuty => feed.number(3),
                Role::Accompanies => feed.number(4),
                Role::Standby => feed.number(5),
                Role::Other(word) => {
                    feed.number(6);
                    feed.text(word);
                }
            }
            let (person, words) = match &participant.who {
                Who::Person(id) => (Some(*id), None),
                Who::PersonAndOthers(id, words) => (Some(*id), Some(words.as_str())),
                Who::Post(words) => (None, Some(words.as_str())),
            };
            feed.perhaps(person.map(|id| site.person(id)), |feed, person| {
                feed.text(&person.name);
                feed.texts(&person.posts);
            });
            feed.option(words);
        });
    }

    fn venues(&mut self, site: &Site, venues: &[Venue]) {
        self.each(venues, |feed, venue| {
            feed.text(&venue.name);
            let place = venue.place.and_then(|(unit, index)| site.unit(unit).places.get(index));
            feed.perhaps(place, |feed, place| {
                feed.option(place.address.as_deref());
                feed.option(place.directions.as_deref());
            });
        });
    }
}
