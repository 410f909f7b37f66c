//! Turns a roster into what its picture says: the next sessions, where, whom to call, and the code that leads to the rest.

use super::entry::Entry;
use super::told::{NAMED, Told, names_unit};
use chrono::Datelike as _;

use crate::model::recurrence::Period;
use crate::model::roster::RosterId;
use crate::model::session::Who;
use crate::plan::Output;
use crate::render::desk::Desk;
use crate::render::poster::{Fact, Qr, ShareData, ShareName, ShareRow};
use crate::render::words::Words;
use crate::render::words::sentence::taking_part;

/// A picture of so many lines is sent whole; of a longer roster it shows what fits.
const WHOLE: usize = 48;
const SHOWN: usize = 34;
/// So many sentences stand under the sessions.
const TERMS: usize = 3;

/// What the picture of a roster says.
pub fn share(desk: &Desk<'_>, id: RosterId) -> ShareData {
    let Desk { site, words, .. } = *desk;
    let told = told(desk, id);
    let fact =
        |label: &str, line: &str| Fact { label: label.to_owned(), lines: vec![line.to_owned()], details: Vec::new() };
    let place = told.place.iter().map(|place| fact(words.col_places.text(), place));
    let about = told.about.iter().map(|about| fact(words.poster_col_topic.text(), about));
    let kinds = told.kind.is_none();
    let rules = told.rules.iter().map(|(rule, entry)| ShareRow { date: rule.clone(), ..row(desk, entry, kinds) });
    let roster = site.roster(id);
    let (mut last, mut year) = (None, Some(roster.period.first.year()));
    let days = told.entries.iter().map(|entry| {
        // Of several sessions of a day the day is said once.
        let again = last.replace(entry.date) == Some(entry.date);
        let (date, mut beside) = if again { (String::new(), Vec::new()) } else { day(entry, words) };
        // The first day of another year says which.
        if year.replace(entry.date.year()) != Some(entry.date.year()) {
            beside.insert(0, words.year(entry.date));
        }
        ShareRow { date, beside, ..row(desk, entry, kinds) }
    });
    let rows = rules.chain(days).collect();
    let mut phones = told.phones.clone();
    if let Some(first) = phones.first_mut() {
        *first = words.agenda_text_phone.fill(&[("phone", first)]);
    }
    let title = &roster.title;
    let period = words.days(&Period { first: roster.period.first, last: Some(roster.listed_until) });
    let unit = site.unit(id.unit);
    ShareData {
        language: site.settings.language.tag().to_owned(),
        office: if names_unit(unit, title) { String::new() } else { unit.name.clone() },
        title: title.clone(),
        period: if title.contains(&period) { String::new() } else { period },
        facts: place.chain(about).collect(),
        rows,
        more: told.rest(words).unwrap_or_default(),
        addresses: told.addresses.iter().map(|(_, line)| line.clone()).collect(),
        terms: told.terms.iter().take(TERMS).cloned().collect(),
        phones,
        updated: words.share_until.fill(&[("date", &words.full_day_plain(site.edition))]),
        qr: desk.address(Output::RosterMonth(id)).map(|url| Qr {
            caption: words.share_scan.text().to_owned(),
            address: String::new(),
            url,
        }),
    }
}

/// What is told of a roster in the room that a picture has.
fn told(desk: &Desk<'_>, id: RosterId) -> Told {
    let all = Told::new(desk, desk.words, id, NAMED);
    let rules: usize = all.rules.iter().map(|(_, entry)| height(entry)).sum();
    let lines: usize = all.entries.iter().map(height).sum();
    if all.more.is_none() && rules + lines <= WHOLE {
        return all;
    }
    let mut used = rules;
    let fits = |entry: &&Entry| {
        used += height(entry);
        used <= SHOWN
    };
    let named = all.entries.iter().take_while(fits).count().max(1);
    Told::new(desk, desk.words, id, named)
}

/// About how many lines a session takes.
fn height(entry: &Entry) -> usize {
    /// Hours of so many characters stand on one line.
    const LINE: usize = 16;
    let hours = entry.hours.as_ref().map_or(0, |hours| 1 + hours.chars().count() / LINE);
    hours + entry.people + entry.places.iter().count() + usize::from(!entry.about.is_empty()) + entry.statuses.len()
}

/// The day, and beside it the weekday and what is said of the day, a line each.
fn day(entry: &Entry, words: &Words) -> (String, Vec<String>) {
    let notes = entry.note.iter().flat_map(|note| note.split(words.comma.text()));
    let beside = std::iter::once(words.weekday(entry.date)).chain(notes).map(str::to_owned);
    (words.day(entry.date), beside.collect())
}

fn row(desk: &Desk<'_>, entry: &Entry, kinds: bool) -> ShareRow {
    let Desk { site, words, people, .. } = *desk;
    let mut names: Vec<ShareName> = taking_part(entry.row.of(site), words)
        .iter()
        .map(|one| ShareName {
            before: people.part(one, words).unwrap_or_default().to_owned(),
            name: people.names(std::slice::from_ref(one), words),
            posts: match &one.who {
                Who::Person(id) | Who::PersonAndOthers(id, _) => people.about(*id).posts.clone(),
                Who::Post(_) => String::new(),
            },
        })
        .collect();
    if names.is_empty() {
        names.push(ShareName { name: people.names(&[], words), ..ShareName::default() });
    }
    if let Some(first) = names.first_mut().filter(|_| !entry.unit.is_empty()) {
        first.before = entry.unit.clone() + &first.before;
    }
    let more: Vec<&str> = entry.kind.iter().filter(|_| kinds).chain(&entry.about).map(String::as_str).collect();
    let more = (!more.is_empty()).then(|| more.join(words.comma.text()));
    ShareRow {
        date: String::new(),
        beside: Vec::new(),
        hours: entry.hours.clone().unwrap_or_default(),
        people: names,
        lines: entry.places.iter().cloned().chain(more).filter(|_| !entry.off).collect(),
        statuses: entry.statuses.iter().map(|status| status.words.clone()).collect(),
        off: if entry.off { words.share_off.text().to_owned() } else { String::new() },
    }
}
