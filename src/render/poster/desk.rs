//! What the notices of all kinds have in common: rows, people, facts, small print, the code.

use chrono::NaiveDate;

use super::data::{Block, Fact, Form, Person, PosterData, PosterWords, Qr};
use super::notice::PLACES;
use crate::model::roster::{Need, Roster};
use crate::model::session::{Participant, Role, Venue, Who};
use crate::model::site::Site;
use crate::model::unit::{Phone, Place, SeasonHours, Unit, UnitId};
use crate::plan::{Output, Plan, Subject};
use crate::render::words::Words;
use crate::render::words::people::People;
use crate::render::words::strings::Phrase;
use crate::render::words::terms::{booking, own_term};
use crate::render::words::units;

/// A unit with the words for its notices.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) site: &'a Site,
    pub(super) plan: &'a Plan,
    pub(super) words: &'a Words,
    pub(super) people: &'a People<'a>,
    pub(super) unit: &'a Unit,
}

impl<'a> Desk<'a> {
    pub(super) fn new(site: &'a Site, plan: &'a Plan, words: &'a Words, people: &'a People<'a>, unit: UnitId) -> Self {
        Self { site, plan, words, people, unit: site.unit(unit) }
    }

    /// A notice with what is the same for all kinds, and nothing else.
    pub(super) fn blank(&self, form: Form, subject: Subject, issuer: &str, title: &str) -> PosterData {
        let words = self.words;
        let text = |phrase: &Phrase| phrase.text().to_owned();
        PosterData {
            form,
            language: self.site.settings.language.tag().to_owned(),
            document_title: words.poster_document_title.fill(&[("office", issuer), ("title", title)]),
            issuer: issuer.to_owned(),
            title: title.to_owned(),
            period: String::new(),
            period_note: String::new(),
            facts: Vec::new(),
            rows: Vec::new(),
            sections: Vec::new(),
            come: Block { heading: text(&words.poster_come), items: Vec::new() },
            addresses: Block { heading: text(&words.poster_addresses), items: Vec::new() },
            elsewhere: Block { heading: text(&words.poster_elsewhere), items: Vec::new() },
            notices: Block { heading: String::new(), items: self.site.settings.on_every_notice.clone() },
            small_print: Vec::new(),
            signed_by: issuer.to_owned(),
            signed_on: String::new(),
            qr: self.qr(subject),
            code: self.plan.routes.code(subject).to_owned(),
            edition: self.site.edition,
            words: PosterWords {
                date: text(&words.poster_col_date),
                who: text(&words.poster_col_who),
                posts: text(&words.poster_col_posts),
                topic: text(&words.poster_col_topic),
                place: text(&words.poster_col_place),
                place_and_topic: text(&words.poster_col_place_topic),
                time: text(&words.poster_col_time),
                was: text(&words.poster_col_was),
                now: text(&words.poster_col_now),
                sheet: text(&words.poster_sheet),
                sheet_days: text(&words.poster_sheet_days),
                qr_alt: text(&words.poster_qr_alt),
            },
        }
    }

    /// The code leads to the notice's own page; of a notice that no build makes, to the page that says the same.
    fn qr(&self, subject: Subject) -> Option<Qr> {
        let routes = &self.plan.routes;
        let roster = |id| {
            let own = Subject::Roster(id);
            if routes.code(own).is_empty() { Output::RosterMonth(id) } else { Output::Code(own) }
        };
        let to = match subject {
            own if !routes.code(own).is_empty() => Output::Code(own),
            Subject::Roster(id) | Subject::Change(id, _) => roster(id),
            Subject::Day(unit, _) | Subject::Unit(unit) | Subject::Set(unit) => Output::Unit(unit),
        };
        self.site.settings.url.as_ref().map(|url| {
            let url = format!("{url}{}", routes.web_path(to));
            let address = url.split_once("://").map_or(url.as_str(), |(_, address)| address).to_owned();
            Qr { url, caption: self.words.poster_qr.text().to_owned(), address }
        })
    }

    pub(super) fn place(&self, venue: &Venue) -> Option<&'a Place> {
        venue.place.and_then(|(unit, index)| self.site.unit(unit).places.get(index))
    }

    /// Where, with address and way.
    pub(super) fn where_fact(&self, venue: &Venue) -> Fact {
        let details = self.place(venue).map_or(Vec::new(), |place| {
            [&place.address, &place.directions].into_iter().flatten().cloned().collect::<Vec<String>>()
        });
        Fact { label: self.words.poster_where.text().to_owned(), lines: vec![venue.name.clone()], details }
    }

    /// Whom to call: the numbers for appointments, else that of the office.
    pub(super) fn call_fact(&self, roster: Option<&Roster>) -> Option<Fact> {
        let booked = roster.and_then(|roster| roster.booking.as_ref()).map_or(&[][..], |booking| &booking.phones);
        let mut lines: Vec<String> = booked.iter().map(Phone::line).collect();
        if lines.is_empty() {
            lines.extend(units::phones(self.unit, self.words).into_iter().take(PLACES));
        }
        let details = self.unit.hours.iter().map(season).take(2).collect();
        let books = roster.and_then(|roster| roster.booking.as_ref()).is_some_and(|one| one.need != Need::NotNeeded);
        let label = if books { &self.words.poster_call } else { &self.words.poster_ask };
        (!lines.is_empty()).then(|| Fact { label: label.text().to_owned(), lines, details })
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

    /// How to come, by what a roster says and all its sessions.
    pub(super) fn come(&self, roster: &Roster) -> Vec<String> {
        let mut items = self.come_at_all(roster);
        items.extend(roster.common_terms().into_iter().map(|term| self.sentence(own_term(term, self.words))));
        items
    }

    /// Words as a sentence with its full stop.
    pub(super) fn sentence(&self, words: String) -> String {
        if words.ends_with(['。', '！', '？', '；', '.', '!', '?']) {
            return words;
        }
        self.words.poster_sentence.fill(&[("words", &words)])
    }

    /// How to come, by what a roster's head says.
    pub(super) fn come_at_all(&self, roster: &Roster) -> Vec<String> {
        let words = self.words;
        let mut items: Vec<String> = roster.booking.iter().map(|one| booking(one, words)).collect();
        if !roster.bring.is_empty() {
            let things = roster.bring.join(words.enumeration.text());
            items.push(words.poster_bring.fill(&[("things", &things)]));
        }
        if let Some(count) = roster.representatives {
            items.push(self.sentence(words.representatives_limit.fill(&[("count", &count.to_string())])));
        }
        items
    }

    /// What is dealt with elsewhere, by what a roster says.
    pub(super) fn elsewhere(&self, roster: &Roster) -> Vec<String> {
        let item = &self.words.poster_elsewhere_item;
        roster.not_here.iter().map(|one| item.fill(&[("matter", &one.matter), ("go", &one.go_to)])).collect()
    }

    /// That the website counts, where to complain, until when it is valid, its number.
    pub(super) fn small_print(&self, roster: Option<&Roster>, until: Option<NaiveDate>, number: &str) -> Vec<String> {
        let words = self.words;
        let mut lines = vec![words.poster_website_counts.text().to_owned()];
        let own = roster.and_then(|roster| roster.complaints_phone.as_ref());
        let complaints = [own, self.unit.complaints_phone.as_ref(), self.site.settings.complaints_phone.as_ref()];
        if let Some(phone) = complaints.into_iter().flatten().next() {
            lines.push(words.poster_complaints.fill(&[("phone", phone)]));
        }
        let until = until.map(|day| words.full_day_plain(day));
        let number = number.trim();
        lines.extend(match (&until, number.is_empty()) {
            (Some(until), false) => Some(words.poster_valid.fill(&[("until", until), ("number", number)])),
            (Some(until), true) => Some(words.poster_valid_only.fill(&[("until", until)])),
            (None, false) => Some(words.poster_number_only.fill(&[("number", number)])),
            (None, true) => None,
        });
        lines
    }
}

/// Hours with the months they are for.
pub(super) fn season(season: &SeasonHours) -> String {
    match &season.season {
        Some(months) => format!("{months} {}", season.hours),
        None => season.hours.clone(),
    }
}

/// The latest date that a roster's notice names as one of announcing, posting or signing.
pub(super) fn dated(site: &Site, roster: &Roster) -> NaiveDate {
    let posted = roster.posted.iter().filter_map(|posting| posting.date);
    let changes = roster.sessions.iter().flat_map(|session| &session.changes).filter_map(|change| change.announced);
    roster.issued_on.into_iter().chain(posted).chain(changes).max().unwrap_or(site.edition)
}
