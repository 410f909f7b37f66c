//! Turns a roster into the forms an office passes on: text for a chat, a script for loudspeakers, lines for an LED screen, a
//! table to paste. The words are those of the pages.

pub mod fragment;

use crate::model::roster::{Roster, RosterId};
use crate::model::site::Language;
use crate::plan::{Output, SessionRef, rows};
use crate::render::desk::Desk;
use crate::render::words::spoken::spoken;
use crate::render::words::status::standing;
use crate::render::words::{sentence, terms};

/// How many sessions a text names one by one; of a daily duty nobody reads out a year.
const NAMED: usize = 31;
/// The longest line for an LED screen, in characters.
const LED: usize = 120;

/// The rows from the edition on, at most so many; what is over is no news.
fn coming(desk: &Desk<'_>, id: RosterId) -> Vec<SessionRef> {
    let all = rows(id, desk.site.roster(id));
    let coming: Vec<SessionRef> = all.iter().copied().filter(|row| row.date >= desk.site.edition).collect();
    if coming.is_empty() { all } else { coming }
}

/// Text for a chat group: the facts first, a line a session.
pub fn chat(desk: &Desk<'_>, id: RosterId) -> String {
    let Desk { site, words, people, .. } = *desk;
    let roster = site.roster(id);
    let all = coming(desk, id);
    let mut lines = vec![words.chat_title.fill(&[("title", &roster.title)])];
    lines.extend(all.iter().take(NAMED).map(|row| sentence::dated_with_posts(*row, site, words, people)));
    lines.extend(rest(desk, &all));
    lines.extend(roster.promises.iter().cloned());
    lines.extend(head(desk, id, roster));
    lines.extend(desk.address(Output::RosterMonth(id)).map(|url| words.agenda_text_site.fill(&[("url", &url)])));
    lines.join("\n") + "\n"
}

/// A script for loudspeakers: said in full, once more at the end by the one who reads it.
pub fn speech(desk: &Desk<'_>, id: RosterId) -> String {
    let Desk { site, words, people, .. } = *desk;
    let roster = site.roster(id);
    let unit = &site.unit(id.unit).name;
    let all = coming(desk, id);
    let mut lines = vec![words.speech_opening.fill(&[("unit", unit), ("title", &roster.title)])];
    lines.extend(all.iter().take(NAMED).map(|row| sentence::dated(*row, site, words, people)));
    lines.extend(rest(desk, &all));
    lines.extend(roster.promises.iter().cloned());
    lines.extend(head(desk, id, roster));
    lines.push(words.speech_closing.text().to_owned());
    let said = lines.iter().map(|line| {
        let line = line.trim_end_matches(['。', '.']);
        match site.settings.language {
            Language::Chinese => spoken(line) + "。",
            Language::English => format!("{}.", line.replace(['(', ')'], ",")),
        }
    });
    said.collect::<Vec<_>>().join("\n") + "\n"
}

/// Lines for an LED screen, one a session: day, time, who, where, telephone.
pub fn led(desk: &Desk<'_>, id: RosterId) -> Vec<String> {
    let Desk { site, words, people, .. } = *desk;
    let phone = phone(desk, id);
    let line = |row: &SessionRef| {
        let session = row.of(site);
        let (hours, venues) = row.when_and_where(site);
        let status = standing(*row, session, words, people);
        let status: Vec<String> = status.into_iter().map(|one| one.words).collect();
        let place = venues.first().map(|venue| venue.name.clone());
        let day = words.day_weekday(row.date) + &words.hours(hours).unwrap_or_default();
        let names = people.told(&session.people, false, words) + words.kind(session.kind);
        let mut parts: Vec<String> = vec![day, names];
        parts.extend(place);
        parts.extend(status);
        parts.extend(phone.clone());
        // What does not fit goes from the end: the telephone stands on the door as well.
        while parts.len() > 2 && parts.join(words.comma.text()).chars().count() > LED {
            parts.pop();
        }
        parts.join(words.comma.text())
    };
    coming(desk, id).iter().take(NAMED).map(line).collect()
}

fn phone(desk: &Desk<'_>, id: RosterId) -> Option<String> {
    let phone = desk.site.unit(id.unit).phones.first()?;
    Some(desk.words.ics_phone.fill(&[("phone", &phone.number)]))
}

/// That there are more than are named.
fn rest(desk: &Desk<'_>, all: &[SessionRef]) -> Option<String> {
    let last = all.last().filter(|_| all.len() > NAMED)?;
    let (count, until) = ((all.len() - NAMED).to_string(), desk.words.full_day_plain(last.date));
    Some(desk.words.forms_more.fill(&[("count", &count), ("until", &until)]))
}

/// What a visitor must know: booking, what to bring, where else to go, whom to call.
fn head(desk: &Desk<'_>, id: RosterId, roster: &Roster) -> Vec<String> {
    let words = desk.words;
    let mut lines: Vec<String> = roster.booking.iter().map(|booking| terms::booking(booking, words)).collect();
    if !roster.bring.is_empty() {
        lines.push(words.poster_bring.fill(&[("things", &roster.bring.join(words.enumeration.text()))]));
    }
    lines
        .extend(roster.representatives.map(|count| words.representatives_limit.fill(&[("count", &count.to_string())])));
    lines.extend(phone(desk, id));
    lines
}
