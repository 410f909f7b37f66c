//! Turns sessions into data to take away: one record for each session, with the same words as the pages.

pub mod csv;
pub mod json;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::history::Effect;
use crate::model::hours::{Clock, Hours};
use crate::model::roster::RosterId;
use crate::model::session::{Participant, Role, Session, Venue, Who};
use crate::model::unit::Phone;
use crate::plan::{Output, SessionRef, Standing, rows};
use crate::render::desk::Desk;
use crate::render::words::status::{changed, standing};
use crate::render::words::terms::own_term;

/// One session. Names of fields are part of what others build on: add, never rename.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Record<'a> {
    /// Stays when the session is moved or somebody else receives.
    pub uid: String,
    /// The day it takes place.
    pub date: String,
    /// The day its rule names.
    pub nominal_date: String,
    pub weekday: &'a str,
    /// Times of day, as 09:00; none where none are stated.
    pub spans: Vec<Span>,
    /// The time in words, also where only 上午 is stated.
    pub time: Option<String>,
    pub kind: &'a str,
    /// The unit that receives, by name and by folder.
    pub unit: &'a str,
    pub unit_path: &'a str,
    pub people: Vec<Person<'a>>,
    pub places: Vec<Place<'a>>,
    /// Numbers to call: those for booking, else those of the unit.
    pub phones: Vec<Number<'a>>,
    pub topic: Option<&'a str>,
    pub scope: &'a [String],
    pub note: Option<&'a str>,
    /// What differs from the head of its roster.
    pub terms: Vec<String>,
    pub cancelled: bool,
    /// The year's days off are not announced: the day may still move.
    pub provisional: bool,
    /// What pages and posters say beside it.
    pub status: Vec<String>,
    pub changes: Vec<Change<'a>>,
    /// Its row on the website, where the site has an address.
    pub url: Option<String>,
}

/// From one time of day to another, or open.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Span {
    pub start: String,
    pub end: Option<String>,
}

/// Somebody who takes part.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Person<'a> {
    pub name: &'a str,
    /// Words after the name (等区领导).
    pub others: &'a str,
    pub posts: &'a [String],
    /// Where it is not receiving.
    pub role: Option<&'a str>,
}

/// A place with its address.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Place<'a> {
    pub name: &'a str,
    pub address: Option<&'a str>,
}

/// A telephone number.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Number<'a> {
    /// Area or matter it serves.
    pub scope: Option<&'a str>,
    pub number: &'a str,
}

impl<'a> Number<'a> {
    fn of(phone: &'a Phone) -> Self {
        Self { scope: phone.scope.as_deref(), number: &phone.number }
    }
}

/// A change after publication.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Change<'a> {
    /// people, date, time, place, cancelled or added.
    pub kind: &'static str,
    pub words: String,
    pub reason: Option<&'a str>,
    pub announced: Option<String>,
}

/// The records of a roster, in the order of its page. Traces of moved sessions are none.
pub fn records<'a>(desk: &Desk<'a>, id: RosterId) -> Vec<Record<'a>> {
    let all = rows(id, desk.site.roster(id)).into_iter();
    all.filter(|row| row.standing == Standing::Held).map(|row| record(desk, row)).collect()
}

fn record<'a>(desk: &Desk<'a>, listed: SessionRef) -> Record<'a> {
    let Desk { site, words, people, .. } = *desk;
    let session: &'a Session = &site.roster(listed.roster).sessions[listed.index];
    let unit = site.unit(session.unit);
    Record {
        uid: format!("{}@{}", session.key, site.settings.code),
        date: session.date.to_string(),
        nominal_date: session.nominal.to_string(),
        weekday: words.weekday(session.date),
        spans: spans(&session.hours),
        time: words.hours(&session.hours),
        kind: words.kind(session.kind),
        unit: &unit.name,
        unit_path: &unit.path,
        people: session.people.iter().map(|one| person(desk, one)).collect(),
        places: session.venues.iter().map(|venue| place(desk, venue)).collect(),
        phones: desk.phones(listed).iter().map(Number::of).collect(),
        topic: session.topic.as_deref(),
        scope: &session.scope,
        note: session.note.as_deref(),
        terms: session.terms.iter().map(|term| own_term(term, words)).collect(),
        cancelled: session.cancelled(),
        provisional: !session.holidays_known,
        status: standing(listed, session, words, people).into_iter().map(|status| status.words).collect(),
        changes: session
            .steps()
            .map(|step| Change {
                kind: match step.effect {
                    Effect::Cancelled => "cancelled",
                    Effect::Added => "added",
                    Effect::People(..) => "people",
                    Effect::Day(..) => "date",
                    Effect::Hours(..) => "time",
                    Effect::Places(..) => "place",
                },
                words: changed(&step, words, people).words,
                reason: step.change.reason.as_deref(),
                announced: step.change.announced.map(iso),
            })
            .collect(),
        url: desk.address(Output::RosterMonth(listed.roster)).map(|page| format!("{page}#{}", session.key)),
    }
}

fn person<'a>(desk: &Desk<'a>, one: &'a Participant) -> Person<'a> {
    let role = if one.role == Role::Receives { None } else { desk.words.role(&one.role) };
    let (id, others) = match &one.who {
        Who::Person(id) => (id, ""),
        Who::PersonAndOthers(id, others) => (id, others.as_str()),
        Who::Post(name) => return Person { name, others: "", posts: &[], role },
    };
    let person = desk.site.person(*id);
    Person { name: &person.name, others, posts: &person.posts, role }
}

fn place<'a>(desk: &Desk<'a>, venue: &'a Venue) -> Place<'a> {
    Place { name: &venue.name, address: desk.place(venue).and_then(|place| place.address.as_deref()) }
}

fn spans(hours: &Hours) -> Vec<Span> {
    match hours {
        Hours::Spans(spans) => {
            spans.iter().map(|span| Span { start: clock(span.from()), end: Some(clock(span.to())) }).collect()
        }
        Hours::From(from) => vec![Span { start: clock(*from), end: None }],
        Hours::Part(_) | Hours::Unstated => Vec::new(),
    }
}

/// 09:00.
fn clock(clock: Clock) -> String {
    format!("{:02}:{:02}", clock.hour(), clock.minute())
}

fn iso(day: NaiveDate) -> String {
    day.to_string()
}
