//! Turns a roster into lines for an LED screen: one a day, each to be understood by itself and on any day.

use super::entry::Entry;
use super::told::Told;
use crate::model::roster::RosterId;
use crate::render::desk::Desk;
use crate::render::words::Words;

/// The longest line, in characters.
pub const LONGEST: usize = 120;

/// How much a line says; the first that fits is taken. Who, when and what has changed are never left out.
const WAYS: [Way; 4] = [
    Way { posts: true, about: true, phone: true },
    Way { posts: true, about: false, phone: true },
    Way { posts: false, about: false, phone: true },
    Way { posts: false, about: false, phone: false },
];

#[derive(Clone, Copy)]
struct Way {
    posts: bool,
    about: bool,
    phone: bool,
}

/// The lines of a roster.
pub fn led(desk: &Desk<'_>, id: RosterId, told: &Told) -> Vec<String> {
    let words = desk.words;
    let site = desk.site;
    let phones = &site.unit(id.unit).phones;
    let phone = phones.iter().find(|phone| phone.scope.is_none()).or(phones.first());
    let screen = Screen {
        words,
        unit: &site.unit(id.unit).name,
        title: &told.title,
        place: told.place.as_ref().and_then(|_| site.roster(id).sessions.first()).and_then(|session| {
            let names: Vec<&str> = session.venues.iter().map(|venue| venue.name.as_str()).collect();
            (!names.is_empty()).then(|| names.join(words.enumeration.text()))
        }),
        about: told.about.clone(),
        phone: phone.map(|phone| words.ics_phone.fill(&[("phone", &phone.number)])),
        reception: words.kind(crate::model::session::Kind::Reception),
    };
    let mut lines: Vec<String> =
        told.rules.iter().map(|(rule, entry)| screen.fitting(&[(entry, rule.clone())])).collect();
    let days: Vec<(&Entry, String)> =
        told.entries.iter().map(|entry| (entry, words.noted_day(entry.date, entry.note.as_deref(), false))).collect();
    for day in days.chunk_by(|one, next| one.0.date == next.0.date && one.0.kind == next.0.kind) {
        let together = screen.fitting(day);
        if together.chars().count() <= LONGEST {
            lines.push(together);
        } else {
            lines.extend(day.chunks(1).map(|one| screen.fitting(one)));
        }
    }
    lines
}

struct Screen<'a> {
    words: &'a Words,
    unit: &'a str,
    title: &'a str,
    place: Option<String>,
    about: Option<String>,
    phone: Option<String>,
    reception: &'a str,
}

impl Screen<'_> {
    /// The fullest way to say a day that fits; if none does, the shortest.
    fn fitting(&self, day: &[(&Entry, String)]) -> String {
        let ways: Vec<String> = WAYS.iter().map(|way| self.line(day, *way)).collect();
        let fits = ways.iter().find(|line| line.chars().count() <= LONGEST).or(ways.last());
        fits.cloned().unwrap_or_default()
    }

    fn line(&self, day: &[(&Entry, String)], way: Way) -> String {
        let words = self.words;
        let sessions = day.iter().enumerate().map(|(at, (entry, day))| {
            // The day is said once.
            let when = match &entry.hours {
                Some(hours) if at > 0 => hours.clone(),
                _ => entry.when(day, words),
            };
            let who = entry.unit.clone() + if way.posts { &entry.who } else { &entry.names };
            let status: Vec<&str> = entry.statuses.iter().map(|status| status.words.as_str()).collect();
            let status = status.join(words.poster_note_joint.text());
            if entry.off {
                return words.led_line_off.fill(&[("when", &when), ("who", &who), ("status", &status)]);
            }
            let place = entry.places.as_ref().or(self.place.as_ref()).cloned();
            let about = entry.about.iter().chain(&self.about).filter(|_| way.about).cloned();
            let status = (!status.is_empty()).then_some(status);
            let parts = [when, who].into_iter().chain(place).chain(about).chain(status);
            parts.collect::<Vec<_>>().join(words.comma.text())
        });
        let sessions = sessions.collect::<Vec<_>>().join(words.poster_note_joint.text());
        let kind = day.first().and_then(|(entry, _)| entry.kind.as_deref()).unwrap_or(self.reception);
        // Who is to call has been told the number.
        let calls = day.iter().any(|(entry, _)| entry.calls);
        let phone = self.phone.iter().filter(|_| way.phone && !calls);
        let facts = std::iter::once(&sessions).chain(phone).map(String::as_str).collect::<Vec<_>>();
        let facts = facts.join(words.comma.text());
        words.led_line.fill(&[("unit", self.unit), ("title", self.title), ("kind", kind), ("facts", &facts)])
    }
}
