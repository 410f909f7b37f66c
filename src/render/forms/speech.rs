//! Turns a roster into scripts for loudspeakers: greeting, what there is to say in short sentences, the same once more.

use chrono::{Datelike as _, NaiveDate};
use serde::Serialize;

use super::entry::Entry;
use super::told::{NAMED, Told};
use crate::model::roster::RosterId;
use crate::model::site::Language;
use crate::render::desk::Desk;
use crate::render::words::Words;
use crate::render::words::spoken::aloud;

/// So many sessions are read out at once; of a longer roster there is a script for each week or, where a
/// week has few, for several.
const AT_ONCE: usize = 8;

/// One script.
#[derive(Debug, Serialize)]
pub struct Script {
    /// Which days it is about, where there are several scripts.
    pub label: Option<String>,
    /// What to read.
    pub text: String,
}

/// The scripts of a roster, in order of their days.
pub fn speech(desk: &Desk<'_>, id: RosterId) -> Vec<Script> {
    let words = desk.words.aloud();
    let told = Told::new(desk, words, id, NAMED);
    let lines: Vec<(&Entry, Vec<String>)> =
        told.entries.iter().zip(told.days(words)).map(|(entry, day)| (entry, session(entry, &day, words))).collect();
    let rules: Vec<String> = told.rules.iter().flat_map(|(rule, entry)| session(entry, rule, words)).collect();
    let say = |sentences: Vec<String>, last: bool| {
        let place = told.place.iter().map(|place| words.speech_place.fill(&[("place", place)]));
        let of_these = |place: &&(String, String)| sentences.iter().any(|said| said.contains(&place.0));
        let addresses: Vec<String> = told.addresses.iter().filter(of_these).map(|(_, line)| line.clone()).collect();
        let rest = told.rest(words).filter(|_| last).into_iter().chain(addresses);
        let about = told.about.iter().map(|about| words.forms_about.fill(&[("about", about)]));
        let body =
            place.chain(about).chain(rules.iter().cloned()).chain(sentences).chain(rest).chain(told.sentences(words));
        let language = desk.site.settings.language;
        let stop = match language {
            Language::Chinese => "。",
            Language::English => ".",
        };
        let said = |line: &str| aloud(line.trim_end_matches(['。', '.']), language) + stop + "\n";
        let body: String = body.map(|line| said(&line)).collect();
        let opening = said(&words.speech_opening.fill(&[("title", &told.title)]));
        opening + &body + &said(words.speech_again.text()) + &body + &said(words.speech_end.text())
    };
    if lines.len() <= AT_ONCE {
        return vec![Script { label: None, text: say(lines.into_iter().flat_map(|(_, said)| said).collect(), true) }];
    }
    let mut parts: Vec<&[(&Entry, Vec<String>)]> = Vec::new();
    let mut from = 0;
    for (at, (entry, _)) in lines.iter().enumerate() {
        let next = lines.get(at + 1).map(|(next, _)| week(next.date));
        let fits = |next: (i32, u32)| {
            let of_next = lines.iter().skip(at + 1).take_while(|(later, _)| week(later.date) == next).count();
            next == week(entry.date) || at + 1 - from + of_next <= AT_ONCE / 2
        };
        if !next.is_some_and(fits) {
            parts.extend(lines.get(from..=at));
            from = at + 1;
        }
    }
    let script = |(at, days): (usize, &&[(&Entry, Vec<String>)])| {
        let label = match (days.first(), days.last()) {
            (Some((first, _)), Some((last, _))) if first.date != last.date => {
                let (from, to) = (desk.words.day(first.date), desk.words.day(last.date));
                Some(words.period.fill(&[("from", &from), ("to", &to)]))
            }
            (first, _) => first.map(|(first, _)| desk.words.day(first.date)),
        };
        let sentences = days.iter().flat_map(|(_, said)| said.clone()).collect();
        Script { label, text: say(sentences, at + 1 == parts.len()) }
    };
    parts.iter().enumerate().map(script).collect()
}

fn week(day: NaiveDate) -> (i32, u32) {
    (day.iso_week().year(), day.iso_week().week())
}

/// A session in one sentence, and one for what has changed. What does not take place is said first to be off.
fn session(entry: &Entry, day: &str, words: &Words) -> Vec<String> {
    let news: Vec<&str> = entry.news().collect();
    let who = entry.unit.clone() + &entry.who;
    if entry.off {
        let status = news.join(words.comma.text());
        return vec![words.speech_off.fill(&[("day", day), ("who", &who), ("status", &status)])];
    }
    let kind = entry.kind.as_deref().unwrap_or(words.speech_reception.text());
    let doing = match &entry.places {
        Some(place) if !entry.calls => words.speech_doing.fill(&[("place", place), ("kind", kind)]),
        Some(call) => kind.to_owned() + words.comma.text() + call,
        None => kind.to_owned(),
    };
    let facts: Vec<String> =
        entry.hours.iter().cloned().chain([who, doing]).chain(entry.about.iter().cloned()).collect();
    let mut lines = vec![words.speech_line.fill(&[("day", day), ("facts", &facts.join(words.comma.text()))])];
    lines.extend(news.iter().map(|status| words.speech_note.fill(&[("status", status)])));
    lines
}
