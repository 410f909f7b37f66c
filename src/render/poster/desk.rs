//! What the notices of all kinds have in common: rows, people, facts, small print, the code.

use chrono::{Datelike as _, NaiveDate};

use super::data::{Block, Fact, Form, Person, PosterData, PosterWords, Qr};
use super::notice::PLACES;
use crate::model::past::{Item, ItemKind, Release};
use crate::model::roster::{Booking, Need, Roster, RosterId};
use crate::model::session::{Participant, Role, Venue, Who};
use crate::model::site::Site;
use crate::model::unit::{Phone, Place, SeasonHours, Unit, UnitId};
use crate::plan::{Output, Plan, Subject};
use crate::render::words::Words;
use crate::render::words::people::People;
use crate::render::words::strings::Phrase;
use crate::render::words::terms::{booking, own_term};

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
            chart: Vec::new(),
            limits: Vec::new(),
            come: Block { heading: text(&words.poster_come), items: Vec::new() },
            addresses: Block { heading: text(&words.poster_addresses), items: Vec::new() },
            elsewhere: Block { heading: text(&words.poster_elsewhere), items: Vec::new() },
            notices: Block { heading: String::new(), items: self.site.settings.on_every_notice.clone() },
            small_print: Vec::new(),
            signed_by: issuer.to_owned(),
            signed_on: String::new(),
            qr: self.qr(subject),
            code: self.plan.routes.code(subject).to_owned(),
            edition: self.released(subject).map_or(self.site.edition, |release| release.declared),
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
                step: text(&words.limit_col_step),
                length: text(&words.limit_col_length),
                from: text(&words.limit_col_from),
                basis: text(&words.limit_col_basis),
                legend_you: text(&words.poster_legend_you),
                legend_office: text(&words.poster_legend_office),
                legend_parting: text(&words.poster_legend_parting),
                legend_promise: text(&words.poster_legend_promise),
                legend_end: text(&words.poster_legend_end),
                goes_on: text(&words.poster_goes_on),
                comes_from: text(&words.poster_comes_from),
            },
        }
    }

    /// The code leads to the notice's own page; of a notice that no build makes, to the page that says the same.
    pub(super) fn qr(&self, subject: Subject) -> Option<Qr> {
        let routes = &self.plan.routes;
        let roster = |id| {
            let own = Subject::Roster(id);
            if routes.code(own).is_empty() { Output::RosterMonth(id) } else { Output::Code(own) }
        };
        let to = match subject {
            own if !routes.code(own).is_empty() => Output::Code(own),
            Subject::Roster(id) | Subject::Change(id, _) => roster(id),
            Subject::Day(unit, _) | Subject::Unit(unit) | Subject::Set(unit) => Output::Unit(unit),
            Subject::Flow(_, at) | Subject::Leaflet(_, at) | Subject::Panels(_, at) => Output::Procedure(at),
            Subject::Booklet(_, id) => Output::Regulation(id),
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

    /// Whom to call: the numbers for appointments, else that of the office; with its hours in those days.
    pub(super) fn call_fact(&self, roster: Option<&Roster>, days: Option<(NaiveDate, NaiveDate)>) -> Option<Fact> {
        let words = self.words;
        let booked = roster.and_then(|roster| roster.booking.as_ref()).map_or(&[][..], |booking| &booking.phones);
        let mut lines: Vec<String> = booked.iter().map(|phone| self.number(phone)).collect();
        if lines.is_empty() {
            let unit = &self.unit.phones;
            let general = unit.iter().find(|phone| phone.scope.is_none());
            let all = general.map_or(&unit[..], std::slice::from_ref);
            lines.extend(all.iter().take(PLACES).map(|phone| self.number(phone)));
        }
        let hours: Vec<&SeasonHours> = self.unit.hours.iter().filter(|one| in_season(one, days)).collect();
        let hours: Vec<String> = match hours.as_slice() {
            // All year round, as far as this notice goes.
            [only] => vec![self.span(&only.hours)],
            several => several.iter().map(|one| self.season(one)).collect(),
        };
        let label = words.poster_unit_hours.text();
        let labelled = |hours: String| words.poster_elsewhere_item.fill(&[("matter", label), ("go", &hours)]);
        let joined = (!hours.is_empty()).then(|| labelled(hours.join(words.poster_note_joint.text())));
        let details = joined.into_iter().collect();
        let books = roster.and_then(|roster| roster.booking.as_ref()).is_some_and(|one| one.need != Need::NotNeeded);
        let label = if books { &words.poster_call } else { &words.poster_ask };
        (!lines.is_empty()).then(|| Fact { label: label.text().to_owned(), lines, details })
    }

    /// 县城、柳树镇：0000-…: who looks for a number looks for the area first.
    pub(super) fn number(&self, phone: &Phone) -> String {
        match &phone.scope {
            Some(area) => self.words.poster_elsewhere_item.fill(&[("matter", area), ("go", &phone.number)]),
            None => phone.number.clone(),
        }
    }

    /// Hours with the months they are for.
    pub(super) fn season(&self, season: &SeasonHours) -> String {
        let hours = self.span(&season.hours);
        match &season.season {
            Some(months) => format!("{months} {hours}"),
            None => hours,
        }
    }

    /// Hours with the word between from and to that all other hours have.
    fn span(&self, hours: &str) -> String {
        hours.replace(['—', '–'], &self.words.span.fill(&[]))
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
        let said = |one: &Booking| match one.phones.as_slice() {
            [] | [_] => booking(one, words),
            // Several numbers stand above, each with its area: once is enough.
            _ => booking(&Booking { phones: Vec::new(), ..one.clone() }, words),
        };
        let mut items: Vec<String> = roster.booking.iter().map(said).collect();
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
    pub(super) fn small_print(&self, own: &Own<'_>, until: Option<NaiveDate>, number: &str) -> Vec<String> {
        let words = self.words;
        let mut lines = vec![words.poster_website_counts.text().to_owned()];
        let complaints =
            [own.complaints, self.unit.complaints_phone.as_ref(), self.site.settings.complaints_phone.as_ref()];
        if let Some(phone) = complaints.into_iter().flatten().next() {
            lines.push(words.poster_complaints.fill(&[("phone", phone)]));
        }
        lines.extend(own.number.map(|number| words.poster_document_number.fill(&[("number", number)])));
        let until = until.map(|day| words.full_day_plain(day));
        lines.extend(match (&until, number.is_empty()) {
            (Some(until), false) => Some(words.poster_valid.fill(&[("until", until), ("number", number)])),
            (Some(until), true) => Some(words.poster_valid_only.fill(&[("until", until)])),
            (None, false) => Some(words.poster_number_only.fill(&[("number", number)])),
            (None, true) => None,
        });
        // Whoever keeps the sheet keeps the evidence that the ledger stood so when it was first made.
        let release = self.site.past.since(&Item::poster(number));
        lines.extend(release.map(|release| {
            let values = [("number", release.number.to_string()), ("code", release.code())];
            words.poster_record.fill(&values.each_ref().map(|(name, value)| (*name, value.as_str())))
        }));
        lines
    }

    /// The release that brought a notice as it is.
    pub(super) fn released(&self, subject: Subject) -> Option<&'a Release> {
        self.site.past.since(&Item::poster(self.plan.routes.code(subject)))
    }

    /// When a roster was posted on the website, and how early it has to be.
    pub(super) fn posted(&self, id: RosterId) -> Option<String> {
        let roster = self.site.roster(id);
        let unit = &self.site.unit(id.unit).path;
        let release = self.site.past.since(&Item::new(ItemKind::Roster, unit.as_str(), roster.stem.as_str()))?;
        let day = self.words.full_day_plain(release.declared);
        Some(match &roster.notice_period {
            Some(rule) => self.words.poster_posted_rule.fill(&[("day", &day), ("rule", rule)]),
            None => self.words.poster_posted.fill(&[("day", &day)]),
        })
    }
}

/// What a notice says of itself in small print, before what its unit says.
#[derive(Clone, Copy, Default)]
pub(super) struct Own<'a> {
    /// Phone for complaints.
    pub(super) complaints: Option<&'a String>,
    /// Number of the document.
    pub(super) number: Option<&'a String>,
}

impl<'a> Own<'a> {
    pub(super) fn roster(roster: &'a Roster) -> Self {
        Self { complaints: roster.complaints_phone.as_ref(), number: roster.number.as_ref() }
    }
}

/// Whether a season (10月至5月) touches those days. One in words that name no months is taken to.
fn in_season(season: &SeasonHours, days: Option<(NaiveDate, NaiveDate)>) -> bool {
    let (Some(months), Some((first, last))) = (&season.season, days) else { return true };
    let ends: Vec<u32> = months
        .split('至')
        .filter_map(|end| end.trim().trim_start_matches("次年").strip_suffix('月')?.parse().ok())
        .collect();
    let &[from, to] = ends.as_slice() else { return true };
    let inside = |month: u32| if from <= to { from <= month && month <= to } else { month >= from || month <= to };
    let months = first.iter_days().take_while(|day| *day <= last).map(|day| day.month());
    months.take(YEAR).any(inside)
}

/// After so many days every month has come.
const YEAR: usize = 366;

/// The latest date that a roster's notice names as one of announcing, posting or signing.
pub(super) fn dated(site: &Site, roster: &Roster) -> NaiveDate {
    let posted = roster.posted.iter().filter_map(|posting| posting.date);
    let changes = roster.sessions.iter().flat_map(|session| &session.changes).filter_map(|change| change.announced);
    roster.issued_on.into_iter().chain(posted).chain(changes).max().unwrap_or(site.edition)
}
