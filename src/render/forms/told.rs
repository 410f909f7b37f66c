//! Turns a roster into what its forms have to tell: what all sessions share once, then rules, then the days to come.

use chrono::{Datelike as _, NaiveDate};

use super::entry::{Entry, about as about_of};
use crate::model::recurrence::Period;
use crate::model::roster::{Roster, RosterId};
use crate::model::session::{Kind, Session};
use crate::model::site::Site;
use crate::model::unit::Unit;
use crate::plan::alike::{Daily, daily, groups};
use crate::plan::{SessionRef, rows};
use crate::render::desk::Desk;
use crate::render::words::{Words, day_note, terms, units};

/// How many sessions a text names one by one; of a duty that goes on nobody reads a year.
pub const NAMED: usize = 31;

/// What is told of a roster.
#[derive(Debug)]
pub struct Told {
    /// The title, with the unit where it does not name it.
    pub title: String,
    /// The place of all sessions, with its address.
    pub place: Option<String>,
    /// The kind of all sessions, where it is not plain receiving and the title does not say it.
    pub kind: Option<String>,
    /// What all sessions are about.
    pub about: Option<String>,
    /// Names of places, each with the line that says where it is, if they differ.
    pub addresses: Vec<(String, String)>,
    /// What is the same every day: the rule in words, and one of its sessions.
    pub rules: Vec<(String, Entry)>,
    /// The days to come, as many as are named.
    pub entries: Vec<Entry>,
    /// How many more there are, and until when.
    pub more: Option<(usize, NaiveDate)>,
    /// What a visitor must know, in sentences.
    pub terms: Vec<String>,
    /// Whom to call, each number by itself.
    pub phones: Vec<String>,
    /// Whether what is said of booking has named that number.
    pub phone_said: bool,
}

impl Told {
    /// Reads a roster from the edition on and names so many sessions; what is over is no news. Of one that is over all is told.
    pub fn new(desk: &Desk<'_>, words: &Words, id: RosterId, named: usize) -> Self {
        let site = desk.site;
        let all = rows(id, site.roster(id));
        let coming: Vec<SessionRef> = all.iter().copied().filter(|row| row.date >= site.edition).collect();
        let coming = if coming.is_empty() { all } else { coming };
        let (found, rest) = daily(site, groups(site, coming.iter().copied()));
        Self::of(desk, words, id, &coming, &found, rest, named)
    }

    /// Every row by itself, what is over as well, for a table.
    pub fn all(desk: &Desk<'_>, words: &Words, id: RosterId) -> Self {
        let all = rows(id, desk.site.roster(id));
        let rest = groups(desk.site, all.iter().copied()).collect();
        Self::of(desk, words, id, &all, &[], rest, usize::MAX)
    }

    fn of(
        desk: &Desk<'_>,
        words: &Words,
        id: RosterId,
        rows: &[SessionRef],
        found: &[Daily],
        mut rest: Vec<Vec<SessionRef>>,
        named: usize,
    ) -> Self {
        let Desk { site, people, .. } = *desk;
        let roster = site.roster(id);
        let common = roster.common_terms();
        let place = common_place(desk, id, rows);
        let held: Vec<&Session> = rows.iter().filter(|row| !row.off(site)).map(|row| row.of(site)).collect();
        let shared = |same: fn(&Session, &Session) -> bool| {
            let (first, others) = held.split_first()?;
            (!others.is_empty() && others.iter().all(|other| same(first, other))).then_some(*first)
        };
        let kind = shared(|a, b| a.kind == b.kind).filter(|session| session.kind != Kind::Reception);
        let about = shared(|a, b| (&a.topic, &a.scope, &a.note, &a.terms) == (&b.topic, &b.scope, &b.note, &b.terms));
        let about = about.map(|session| about_of(session, &common, words).join(words.comma.text()));
        let about = about.filter(|about| !about.is_empty());
        let entry = |group: &[SessionRef]| {
            let mut entry = Entry::new(group, id.unit, &common, site, words, people)?;
            entry.places.take_if(|_| place.is_some());
            if about.is_some() {
                entry.about.clear();
            }
            Some(entry)
        };
        let rules = found.iter().filter_map(|found| {
            let (first, last) = (found.days.first()?, found.days.last()?.first()?.date);
            let session = first.first()?.of(site);
            let rule = day_note::daily(session.rule, words)?.to_owned();
            let days = words.days(&Period { first: first.first()?.date, last: Some(last) });
            let goes_on = roster.period.last.is_none_or(|end| end > roster.listed_until);
            let rule = if goes_on { rule } else { words.forms_day_range.fill(&[("days", &days), ("rule", &rule)]) };
            Some((rule, entry(first)?))
        });
        let rules: Vec<(String, Entry)> = rules.collect();
        let more = rest.len().checked_sub(named).filter(|more| *more > 0);
        let last = rest.last().and_then(|group| group.first()).map(|row| row.date);
        rest.truncate(named);
        let entries = rest.iter().filter_map(|group| entry(group)).collect();
        let phones = units::phones(site.unit(id.unit), words);
        Self {
            title: titled(site, words, id),
            addresses: if place.is_some() { Vec::new() } else { addresses(desk, words, id, &rest) },
            kind: kind.map(|session| words.kind(session.kind).to_owned()),
            more: more.zip(last),
            terms: terms(words, roster, unknown_years(site, rows)),
            phone_said: phones.iter().all(|phone| books(roster, phone)),
            about,
            rules,
            entries,
            phones,
            place,
        }
    }

    /// The days as they are said one after the other: with the year where the title or the day before has not said it.
    pub fn days(&self, words: &Words) -> Vec<String> {
        let mut said = None;
        let of_title = |year: i32| self.title.contains(&year.to_string());
        let day = |entry: &Entry| {
            let year = entry.date.year();
            let known = said == Some(year) || said.is_none() && of_title(year);
            said = Some(year);
            words.noted_day(entry.date, entry.note.as_deref(), !known)
        };
        self.entries.iter().map(day).collect()
    }

    /// What a visitor must know and whom to call, in sentences.
    pub fn sentences(&self, words: &Words) -> Vec<String> {
        let phones = (!self.phone_said).then(|| self.phones.join(words.poster_note_joint.text()));
        let call = phones.map(|phones| words.agenda_text_phone.fill(&[("phone", &phones)]));
        self.terms.iter().cloned().chain(call).collect()
    }

    /// That there are more than are named.
    pub fn rest(&self, words: &Words) -> Option<String> {
        let (count, last) = self.more?;
        let (count, until) = (count.to_string(), words.full_day_plain(last));
        Some(words.forms_more.fill(&[("count", &count), ("until", &until)]))
    }
}

/// The title, with the unit where it does not name it: whoever gets a text does not see from where.
pub fn titled(site: &Site, words: &Words, id: RosterId) -> String {
    let (unit, title) = (site.unit(id.unit), &site.roster(id).title);
    if names_unit(unit, title) {
        return title.clone();
    }
    // 云岭县 and 县领导接待群众安排 are 云岭县领导接待群众安排.
    let joint = unit.name.chars().last().filter(|last| !last.is_ascii() && title.starts_with(*last));
    let title = joint.and_then(|joint| title.strip_prefix(joint)).unwrap_or(title);
    words.forms_titled.fill(&[("unit", &unit.name), ("title", title)])
}

/// Whether that is the only number for booking.
fn books(roster: &Roster, number: &str) -> bool {
    roster.booking.iter().any(|one| matches!(one.phones.as_slice(), [phone] if phone.number == number))
}

/// Whether a title names the unit.
pub fn names_unit(unit: &Unit, title: &str) -> bool {
    std::iter::once(&unit.name).chain(&unit.also).any(|name| title.contains(name.as_str()))
}

/// So many addresses are told.
const ADDRESSES: usize = 4;

/// The addresses of the places that are named, each once; none where they are too many to be read.
fn addresses(desk: &Desk<'_>, words: &Words, id: RosterId, groups: &[Vec<SessionRef>]) -> Vec<(String, String)> {
    let site = desk.site;
    let mut lines: Vec<(String, String)> = Vec::new();
    let rows = groups.iter().filter_map(|group| group.first()).filter(|row| row.of(site).kind != Kind::Telephone);
    for row in rows.filter(|row| !row.off(site)) {
        for venue in row.when_and_where(site).1 {
            let Some(address) = desk.place(venue).and_then(|place| place.address.as_deref()) else { continue };
            let name = units::place(site, words, venue, id.unit, row.of(site).unit);
            let line = words.forms_address.fill(&[("place", &name), ("address", address)]);
            if lines.iter().all(|(_, other)| *other != line) {
                lines.push((name.into_owned(), line));
            }
        }
    }
    if lines.len() > ADDRESSES { Vec::new() } else { lines }
}

/// The place that all sessions share, with its address.
fn common_place(desk: &Desk<'_>, id: RosterId, rows: &[SessionRef]) -> Option<String> {
    let site = desk.site;
    let first = rows.first()?.when_and_where(site).1;
    let same = rows.iter().all(|row| {
        let session = row.of(site);
        session.unit == id.unit && session.kind != Kind::Telephone && row.when_and_where(site).1 == first
    });
    let names: Vec<String> = first.iter().map(|venue| desk.venue(venue)).collect();
    (same && !names.is_empty()).then(|| names.join(desk.words.enumeration.text()))
}

/// Years with sessions whose days off are not known yet.
fn unknown_years(site: &Site, rows: &[SessionRef]) -> Vec<i32> {
    let unknown = rows.iter().filter(|row| !row.of(site).holidays_known);
    let mut years: Vec<i32> = unknown.map(|row| row.date.year()).collect();
    years.dedup();
    years
}

/// What a visitor must know: for whom, booking, what to bring, where else to go.
fn terms(words: &Words, roster: &Roster, unknown: Vec<i32>) -> Vec<String> {
    let mut lines: Vec<String> =
        unknown.iter().map(|year| words.forms_unknown.fill(&[("year", &year.to_string())])).collect();
    lines.extend(roster.promises.iter().cloned());
    lines.extend(roster.for_whom.iter().map(|people| words.term_for_whom.fill(&[("people", people)])));
    lines.extend(roster.booking.iter().map(|booking| terms::booking(booking, words)));
    if !roster.bring.is_empty() {
        lines.push(words.poster_bring.fill(&[("things", &roster.bring.join(words.enumeration.text()))]));
    }
    let count = roster.representatives.map(|count| count.to_string());
    lines.extend(count.map(|count| words.representatives_limit.fill(&[("count", &count)])));
    lines.extend(roster.common_terms().into_iter().map(|term| terms::own_term(term, words)));
    let elsewhere = |one: &crate::model::roster::NotHere| {
        words.forms_elsewhere.fill(&[("matter", &one.matter), ("go", &one.go_to)])
    };
    lines.extend(roster.not_here.iter().map(elsewhere));
    lines.extend(roster.notes.iter().cloned());
    lines
}
