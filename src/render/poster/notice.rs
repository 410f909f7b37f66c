//! Turns a roster into the words of its notice, from the same sessions and phrases as its page.

use std::collections::BTreeSet;

use super::data::{Block, Fact, Person, PosterData, PosterWords, Qr};
use super::table::Table;
use crate::model::recurrence::Period;
use crate::model::roster::{Roster, RosterId};
use crate::model::session::{Kind, Participant, Role, Session, Venue, Who};
use crate::model::site::Site;
use crate::model::unit::{Phone, Unit, UnitId};
use crate::plan::{Output, Plan};
use crate::render::words::Words;
use crate::render::words::people::People;
use crate::render::words::terms::{booking, own_term};
use crate::render::words::units;

/// The notice of a roster; `people` are those of the site in the same words.
pub fn notice(site: &Site, plan: &Plan, words: &Words, people: &People<'_>, id: RosterId) -> PosterData {
    let roster = site.roster(id);
    let unit = site.unit(id.unit);
    let desk = Desk { site, unit, roster, words, people };
    let usual = desk.usual_values();
    let issuer = roster.issued_by.clone().unwrap_or_else(|| unit.name.clone());
    let listed = Period { first: roster.period.first, last: Some(roster.listed_until) };
    let goes_on = roster.period.last.is_none_or(|last| last > roster.listed_until);
    let until = words.full_day_plain(roster.listed_until);
    let period = words.days(&listed);
    let table = Table::new(&desk, &usual, id);
    let code = plan.routes.code(id).to_owned();
    PosterData {
        language: site.settings.language.tag().to_owned(),
        document_title: words.poster_document_title.fill(&[("office", &issuer), ("title", &roster.title)]),
        title: roster.title.clone(),
        period,
        period_note: if goes_on { words.continues_until.fill(&[("until", &until)]) } else { String::new() },
        facts: desk.facts(&usual),
        rows: table.rows,
        come: Block { heading: words.poster_come.text().to_owned(), items: desk.come() },
        elsewhere: Block {
            heading: words.poster_elsewhere.text().to_owned(),
            items: roster
                .not_here
                .iter()
                .map(|one| words.poster_elsewhere_item.fill(&[("matter", &one.matter), ("go", &one.go_to)]))
                .collect(),
        },
        notices: Block { heading: String::new(), items: site.settings.on_every_notice.clone() },
        small_print: desk.small_print(&until, goes_on, &code),
        signed_by: issuer.clone(),
        signed_on: roster.issued_on.map(|day| words.full_day_plain(day)).unwrap_or_default(),
        qr: site.settings.url.as_ref().map(|url| {
            let url = format!("{url}{}", plan.routes.path(Output::RosterCode(id)));
            let address = url.split_once("://").map_or(url.as_str(), |(_, address)| address).to_owned();
            Qr { url, caption: words.poster_qr.text().to_owned(), address }
        }),
        code,
        edition: site.edition,
        words: PosterWords {
            date: table.head,
            who: words.poster_col_who.text().to_owned(),
            posts: words.poster_col_posts.text().to_owned(),
            topic: words.poster_col_topic.text().to_owned(),
            place: table.place.text().to_owned(),
            place_and_topic: table.place_and_topic.text().to_owned(),
            sheet: words.poster_sheet.text().to_owned(),
            qr_alt: words.poster_qr_alt.text().to_owned(),
        },
        issuer,
    }
}

/// So many places or numbers are told one by one above the table.
const PLACES: usize = 4;

/// One roster with the words for it.
pub(super) struct Desk<'a> {
    pub(super) site: &'a Site,
    pub(super) unit: &'a Unit,
    pub(super) roster: &'a Roster,
    pub(super) words: &'a Words,
    pub(super) people: &'a People<'a>,
}

/// What is said above the table, so that a row says only what differs.
pub(super) struct Usual<'a> {
    hours: Option<String>,
    venue: Option<&'a Venue>,
    /// Whether some session has other hours; then every row says its own, since a blank would read as unknown.
    pub(super) hours_differ: bool,
    /// Likewise for places.
    pub(super) places_differ: bool,
}

impl<'a> Desk<'a> {
    /// What all sessions share, or most of them, is said once above the table.
    fn facts(&self, usual: &Usual<'_>) -> Vec<Fact> {
        let words = self.words;
        let mut facts = Vec::new();
        if let Some(hours) = &usual.hours {
            let lines = hours.split(words.comma.text()).map(str::to_owned).collect();
            facts.push(Fact { label: words.poster_when.text().to_owned(), lines, details: Vec::new() });
        }
        if let Some(venue) = usual.venue {
            let own = self.places_named(&venue.name);
            let place = venue.place.filter(|_| own.len() <= PLACES);
            let place = place.and_then(|(unit, index)| self.site.unit(unit).places.get(index));
            let mut details = place.map_or(Vec::new(), |place| {
                [&place.address, &place.directions].into_iter().flatten().cloned().collect::<Vec<String>>()
            });
            details.extend(self.other_places(venue));
            // 各村村委会, where every village has its own.
            let name = if own.len() > PLACES {
                let kind = units::kind(self.site, words, &own);
                words.place_of_unit.fill(&[("unit", &words.units_all.fill(&[("kind", kind)])), ("place", &venue.name)])
            } else {
                venue.name.clone()
            };
            facts.push(Fact { label: words.poster_where.text().to_owned(), lines: vec![name], details });
        }
        let booked = self.roster.booking.as_ref().map_or(&[][..], |booking| &booking.phones);
        let mut lines: Vec<String> = booked.iter().map(Phone::line).collect();
        if lines.is_empty() {
            lines.extend(units::phones(self.unit, words).into_iter().take(PLACES));
        }
        if !lines.is_empty() {
            let details = self.unit.hours.iter().map(|season| match &season.season {
                Some(months) => format!("{months} {}", season.hours),
                None => season.hours.clone(),
            });
            facts.push(Fact { label: words.poster_call.text().to_owned(), lines, details: details.take(2).collect() });
        }
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
        let of = |session: &Session| self.words.hours(&session.hours);
        self.words.hours(&self.roster.hours).or_else(|| self.usual(of))
    }

    /// Other places of the table with their addresses, each once.
    fn other_places(&self, usual: &Venue) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for venue in
            self.roster.sessions.iter().flat_map(|session| &session.venues).filter(|venue| venue.name != usual.name)
        {
            let place = venue.place.and_then(|(unit, index)| self.site.unit(unit).places.get(index));
            let Some(address) = place.and_then(|place| place.address.as_ref()) else { continue };
            let line = self.words.poster_elsewhere_item.fill(&[("matter", &venue.name), ("go", address)]);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines.truncate(PLACES);
        lines
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
        let hours_differ = sessions.iter().any(|session| self.words.hours(&session.hours) != hours);
        let name = venue.map(|venue| &venue.name);
        let only = |session: &Session| {
            session.kind != Kind::Telephone && matches!(session.venues.as_slice(), [one] if Some(&one.name) == name)
        };
        let places_differ =
            sessions.iter().any(|session| !(only(session) || session.venues.is_empty() && venue.is_none()));
        Usual { hours, venue, hours_differ, places_differ }
    }

    pub(super) fn people_of(&self, people: &[Participant]) -> Vec<Person> {
        if people.is_empty() {
            return vec![Person { name: self.words.nobody_named.text().to_owned(), ..Person::default() }];
        }
        let person = |participant: &Participant| {
            let role = match &participant.role {
                Role::Receives => String::new(),
                role => self.words.role(role).unwrap_or_default().to_owned(),
            };
            match &participant.who {
                Who::Person(id) => Person {
                    name: self.site.person(*id).name.clone(),
                    posts: self.people.about(*id).posts.clone(),
                    role,
                    personal: true,
                },
                Who::PersonAndOthers(id, others) => Person {
                    name: format!("{}{others}", self.site.person(*id).name),
                    posts: self.people.about(*id).posts.clone(),
                    role,
                    personal: false,
                },
                Who::Post(post) => Person { name: post.clone(), role, ..Person::default() },
            }
        };
        people.iter().map(person).collect()
    }

    fn come(&self) -> Vec<String> {
        let (words, roster) = (self.words, self.roster);
        let mut items: Vec<String> = roster.booking.iter().map(|one| booking(one, words)).collect();
        if !roster.bring.is_empty() {
            let things = roster.bring.join(words.enumeration.text());
            items.push(words.poster_bring.fill(&[("things", &things)]));
        }
        if let Some(count) = roster.representatives {
            items.push(words.representatives_limit.fill(&[("count", &count.to_string())]));
        }
        items.extend(roster.common_terms().into_iter().map(|term| own_term(term, words)));
        items.extend(roster.notes.iter().cloned());
        items.extend(roster.promises.iter().cloned());
        if roster.sessions.is_empty() && !roster.promises.is_empty() {
            items.push(words.unlisted_promises.text().to_owned());
        }
        items
    }

    fn small_print(&self, until: &str, goes_on: bool, code: &str) -> Vec<String> {
        let (words, roster, settings) = (self.words, self.roster, &self.site.settings);
        let mut lines = vec![words.poster_website_counts.text().to_owned()];
        let complaints = [&roster.complaints_phone, &self.unit.complaints_phone, &settings.complaints_phone];
        if let Some(phone) = complaints.into_iter().flatten().next() {
            lines.push(words.poster_complaints.fill(&[("phone", phone)]));
        }
        let number = roster.number.as_deref().unwrap_or("");
        let number = format!("{number} {code}");
        let valid = if goes_on { &words.poster_number_only } else { &words.poster_valid };
        lines.push(valid.fill(&[("until", until), ("number", number.trim())]));
        lines
    }
}
