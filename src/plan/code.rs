//! Turns what a roster says into the short code printed on its poster.
//!
//! The code changes when a word of the released notice changes, and not when its layout does.

use sha2::{Digest, Sha256};

use crate::model::hours::Hours;
use crate::model::roster::Roster;
use crate::model::session::{ChangeKind, Participant, Role, Session, Venue, Who};
use crate::model::site::Site;
use crate::model::unit::Unit;
use chrono::NaiveDate;

/// Crockford's base 32: no I, L, O or U, so that a code can be read out and typed.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Eight characters: the first 40 bits of the SHA-256 of the site's code, the unit's path, the roster's stem and the
/// notice's words.
pub fn poster_code(site: &Site, unit: &Unit, roster: &Roster) -> String {
    let mut hash = Feed(Sha256::new());
    hash.text(&site.settings.code);
    hash.text(&unit.path);
    hash.text(&roster.stem);
    hash.roster(site, roster);
    let digest = hash.0.finalize();
    let bits = digest.iter().take(5).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let digit = |place: u32| {
        // Five bits are 0 to 31.
        let value = usize::try_from(bits >> (5 * place) & 31).unwrap_or(0);
        char::from(ALPHABET[value])
    };
    (0..8).rev().map(digit).collect()
}

/// A hash fed with values that cannot run into each other: each text goes in with its length, each list with its count.
struct Feed(Sha256);

impl Feed {
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

    fn roster(&mut self, site: &Site, roster: &Roster) {
        let strings = [&roster.issued_by, &roster.number, &roster.for_whom, &roster.complaints_phone];
        self.text(&roster.title);
        strings.into_iter().for_each(|text| self.option(text.as_deref()));
        self.day(roster.period.first);
        self.option(roster.period.last.map(|day| day.to_string()).as_deref());
        self.option(roster.issued_on.map(|day| day.to_string()).as_deref());
        for list in [&roster.basis, &roster.bring, &roster.notes, &roster.promises] {
            self.list(list.iter().map(String::as_str));
        }
        if let Some(booking) = &roster.booking {
            self.number(booking.need as usize);
            let words = [
                &booking.deadline,
                &booking.how,
                &booking.phone,
                &booking.place,
                &booking.capacity,
                &booking.slot,
                &booking.party,
                &booking.arrive_early,
                &booking.overflow,
            ];
            words.into_iter().for_each(|text| self.option(text.as_deref()));
        }
        self.number(roster.representatives.map_or(0, |count| count as usize));
        self.number(roster.not_here.len());
        for matter in &roster.not_here {
            self.text(&matter.matter);
            self.text(&matter.go_to);
            self.option(matter.basis.as_deref());
        }
        self.number(roster.sessions.len());
        roster.sessions.iter().for_each(|session| self.session(site, session));
    }

    fn session(&mut self, site: &Site, session: &Session) {
        self.text(&site.unit(session.unit).path);
        self.day(session.nominal);
        self.day(session.date);
        self.hours(&session.hours);
        self.number(session.kind as usize);
        self.people(site, &session.people);
        self.venues(&session.venues);
        self.option(session.topic.as_deref());
        self.list(session.scope.iter().map(String::as_str));
        self.option(session.note.as_deref());
        if let Some(shift) = &session.shift {
            self.day(shift.from);
            self.number(shift.policy as usize);
            self.option(shift.holiday.as_deref());
        }
        self.number(session.changes.len());
        for change in &session.changes {
            match &change.kind {
                ChangeKind::Substituted { was } => {
                    self.number(1);
                    self.people(site, was);
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
                    self.venues(was);
                }
                ChangeKind::Cancelled => self.number(5),
                ChangeKind::Added => self.number(6),
            }
            self.option(change.reason.as_deref());
            self.option(change.announced.map(|day| day.to_string()).as_deref());
        }
        self.number(usize::from(session.holidays_known));
        self.number(usize::from(session.on_makeup_day));
    }

    fn hours(&mut self, hours: &Hours) {
        match hours {
            Hours::Spans(spans) => {
                self.number(spans.len());
                for span in spans {
                    self.0.update(span.from().minutes().to_le_bytes());
                    self.0.update(span.to().minutes().to_le_bytes());
                }
            }
            Hours::Part(part) => self.number(1_000 + *part as usize),
            Hours::From(clock) => self.number(10_000 + usize::from(clock.minutes())),
            Hours::Unstated => self.number(0),
        }
    }

    fn people(&mut self, site: &Site, people: &[Participant]) {
        self.number(people.len());
        for participant in people {
            match &participant.role {
                Role::Receives => self.number(1),
                Role::InCharge => self.number(2),
                Role::OnDuty => self.number(3),
                Role::Accompanies => self.number(4),
                Role::Standby => self.number(5),
                Role::Other(word) => self.text(word),
            }
            let (person, words) = match &participant.who {
                Who::Person(id) => (Some(*id), ""),
                Who::PersonAndOthers(id, words) => (Some(*id), words.as_str()),
                Who::Post(words) => (None, words.as_str()),
            };
            let person = person.map(|id| site.person(id));
            self.option(person.map(|person| person.name.as_str()));
            self.list(person.map_or(&[][..], |person| &person.posts).iter().map(String::as_str));
            self.text(words);
        }
    }

    fn venues(&mut self, venues: &[Venue]) {
        self.list(venues.iter().map(|venue| venue.name.as_str()));
    }
}
