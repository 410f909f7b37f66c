//! Turns a roster into plain text for a chat group: short lines without markup, the facts first.

use super::entry::Entry;
use super::told::Told;
use crate::model::roster::RosterId;
use crate::plan::Output;
use crate::render::desk::Desk;
use crate::render::words::Words;

/// The text of a roster.
pub fn chat(desk: &Desk<'_>, id: RosterId, told: &Told) -> String {
    let words = desk.words;
    let mut lines = vec![words.chat_title.fill(&[("title", &told.title)])];
    lines.extend(told.place.iter().map(|place| words.forms_place.fill(&[("place", place)])));
    let kind = told.kind.iter().filter(|kind| !told.title.contains(kind.as_str()));
    lines.extend(kind.map(|kind| words.forms_kind.fill(&[("kind", kind)])));
    lines.extend(told.about.iter().map(|about| words.forms_about.fill(&[("about", about)])));
    let rules = told.rules.iter().map(|(rule, entry)| (entry, rule.clone()));
    for (entry, day) in rules.chain(told.entries.iter().zip(told.days(words))) {
        lines.extend(session(entry, &day, told.kind.is_none(), words));
    }
    lines.extend(told.rest(words));
    let sentences = told.sentences(words);
    lines.extend(told.addresses.iter().map(|(_, line)| line.clone()));
    lines.extend(sentences);
    lines.extend(desk.address(Output::RosterMonth(id)).map(|url| words.agenda_text_site.fill(&[("url", &url)])));
    lines.join("\n") + "\n"
}

/// Day, hours and who on a line; where, what kind and what it is about, where that differs; what has changed.
fn session(entry: &Entry, day: &str, kinds: bool, words: &Words) -> Vec<String> {
    let off = if entry.off { words.agenda_text_off.text() } else { "" };
    let (when, who) = (entry.when(day, words), entry.unit.clone() + &entry.who);
    let mut lines = vec![format!("{off}{}", words.chat_line.fill(&[("when", &when), ("who", &who)]))];
    let more = entry.places.iter().chain(entry.kind.iter().filter(|_| kinds)).cloned();
    let more: Vec<String> = if entry.off { Vec::new() } else { more.chain(entry.about.iter().cloned()).collect() };
    if !more.is_empty() {
        lines.push(words.chat_more.fill(&[("words", &more.join(words.comma.text()))]));
    }
    lines.extend(entry.news().map(|status| words.chat_status.fill(&[("status", status)])));
    lines
}
