//! Turns notices and changes into an Atom feed (RFC 4287), the latest first.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use quick_xml::escape::escape;
use sha2::{Digest, Sha256};

use crate::model::past::ItemKind;
use crate::model::roster::RosterId;
use crate::plan::Output;
use crate::render::desk::Desk;
use crate::render::words::status::changed;

/// How many entries a feed holds.
const LONGEST: usize = 60;

/// One entry.
struct Entry {
    date: NaiveDate,
    /// What makes it the same entry next time.
    key: String,
    title: String,
    text: String,
    link: Option<String>,
}

/// The feed of the site.
pub fn feed(desk: &Desk<'_>) -> Vec<u8> {
    let mut entries: Vec<Entry> = notices(desk).chain(changes(desk)).chain(withdrawn(desk)).collect();
    entries.sort_by(|a, b| (b.date, &a.key).cmp(&(a.date, &b.key)));
    entries.truncate(LONGEST);
    let updated = entries.first().map_or(desk.site.edition, |entry| entry.date.max(desk.site.edition));
    let settings = &desk.site.settings;
    let title = desk.words.feed_title.fill(&[("site", &desk.site.root().name)]);
    let author = settings.publisher.as_deref().unwrap_or(&desk.site.root().name);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out += &format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", settings.language.tag());
    out += &format!("<title>{}</title>\n<id>{}</id>\n", escape(&title), id(desk, "feed"));
    out += &format!("<updated>{}</updated>\n<author><name>{}</name></author>\n", moment(updated), escape(author));
    out += "<generator>gongshi</generator>\n";
    for (rel, output) in [("self", Output::Feed), ("alternate", Output::Home)] {
        if let Some(address) = desk.address(output) {
            out += &format!("<link rel=\"{rel}\" href=\"{}\"/>\n", escape(&address));
        }
    }
    for entry in entries {
        out += &format!("<entry>\n<title>{}</title>\n<id>{}</id>\n", escape(&entry.title), id(desk, &entry.key));
        out += &format!("<updated>{}</updated>\n", moment(entry.date));
        if let Some(link) = entry.link {
            out += &format!("<link rel=\"alternate\" href=\"{}\"/>\n", escape(&link));
        }
        out += &format!("<content type=\"text\">{}</content>\n</entry>\n", escape(&entry.text));
    }
    out += "</feed>\n";
    out.into_bytes()
}

fn notices<'a>(desk: &'a Desk<'_>) -> impl Iterator<Item = Entry> + 'a {
    desk.site.notices.iter().enumerate().map(|(at, notice)| Entry {
        date: notice.date,
        key: desk.plan.routes.path(Output::Notice(at)).into_owned(),
        title: notice.title.clone(),
        text: if notice.summary.is_empty() { notice.title.clone() } else { notice.summary.clone() },
        link: desk.address(Output::Notice(at)),
    })
}

/// The changes of a roster that were announced on one day are one entry.
fn changes<'a>(desk: &'a Desk<'_>) -> impl Iterator<Item = Entry> + 'a {
    let Desk { words, people, .. } = *desk;
    desk.site.rosters().flat_map(move |(id, roster)| {
        let mut days: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
        for session in &roster.sessions {
            for step in session.steps() {
                let Some(day) = step.change.announced else { continue };
                let status = changed(&step, words, people).words;
                let line = words.change_line.fill(&[("day", &words.day_weekday(session.date)), ("status", &status)]);
                days.entry(day).or_default().push(line);
            }
        }
        days.into_iter().map(move |(date, lines)| entry(desk, id, date, &lines))
    })
}

fn entry(desk: &Desk<'_>, id: RosterId, date: NaiveDate, lines: &[String]) -> Entry {
    let page = desk.plan.routes.path(Output::RosterMonth(id));
    Entry {
        date,
        key: format!("{page}#{date}"),
        title: desk.words.feed_change.fill(&[("title", &desk.site.roster(id).title)]),
        text: lines.join("\n"),
        link: desk.address(Output::Change(id, date)),
    }
}

/// Rosters and notices that were withdrawn: who goes by them has to learn of it.
fn withdrawn<'a>(desk: &'a Desk<'_>) -> impl Iterator<Item = Entry> + 'a {
    let past = &desk.site.past;
    desk.plan.traces.gone.iter().enumerate().filter_map(move |(at, item)| {
        let told = matches!(item.kind, ItemKind::Roster | ItemKind::Notice) && desk.plan.traces.moved[at].is_none();
        let gone = past.versions(item).last().filter(|version| told && version.facts.is_none())?;
        let title = past.last_said(item)?.title();
        let date = past.release(gone).declared;
        let key = format!("{}#gone-{date}", desk.plan.routes.path(Output::Gone(at)));
        let title = desk.words.feed_gone.fill(&[("title", title)]);
        Some(Entry { date, key, text: title.clone(), title, link: desk.address(Output::Gone(at)) })
    })
}

/// A name that stays the same wherever the site moves: a UUID made from the site's code and what the entry is about.
fn id(desk: &Desk<'_>, key: &str) -> String {
    let hash = Sha256::new().chain_update(&desk.site.settings.code).chain_update([0]).chain_update(key).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    // Version 8 is for values made in a way of one's own (RFC 9562).
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

fn moment(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}
