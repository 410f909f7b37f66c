//! One entry of a ledger: what a release made public, changed or withdrew; as a line of text and back.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::seal::{Broken, seal, unseal};
use crate::digest::{self, Digest};
use crate::model::past::{Facts, Field, Item, ItemKind, Release};

/// Raised when older programs could not read the ledger any more: with a new kind of item, a new name of a fact, or another
/// form of either. A program that meets a name it does not know in a line of its own format can only take that line for
/// damaged; of a higher format it says that a later program wrote it. Lines of lower formats are read as they were written.
pub const FORMAT: u32 = 1;

/// Years that a ledger may speak of; nothing that is drawn or calculated goes beyond.
const YEARS: RangeInclusive<i32> = 1900..=9999;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The format its line is written in, from 1 to [`FORMAT`].
    pub format: u32,
    /// 1, 2, 3 …
    pub number: u32,
    /// Short name of the site.
    pub site: String,
    /// The day it is said to have been made public.
    pub declared: NaiveDate,
    /// The day the machine had when it was recorded.
    pub recorded: NaiveDate,
    /// Hash of the entry before; zeros for the first.
    pub previous: Digest,
    /// Hash of this entry.
    pub hash: Digest,
    /// What is new or says something else now.
    pub put: BTreeMap<Item, Facts>,
    /// What is no longer public.
    pub gone: BTreeSet<Item>,
}

/// Why a line is no entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAnEntry {
    /// Not the text that a program of this kind writes.
    Unreadable,
    /// Written by a later program.
    Later,
    /// Its own hash is not that of its words.
    WrongHash,
    /// It holds together but says this, which no program writes: it was made by hand.
    Odd(String),
}

/// An entry without its hash, fields in order of name: the text that is hashed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    code: String,
    declared: String,
    entry: u32,
    format: u32,
    gone: Vec<String>,
    previous: String,
    put: BTreeMap<String, BTreeMap<String, String>>,
    recorded: String,
}

impl Entry {
    /// An entry to follow a release; its hash is made here. `None` where a value cannot be written or could not be read again,
    /// which would be a bug.
    pub fn after(
        last: Option<&Release>,
        site: &str,
        days: (NaiveDate, NaiveDate),
        put: BTreeMap<Item, Facts>,
        gone: BTreeSet<Item>,
    ) -> Option<Self> {
        let (declared, recorded) = days;
        let number = last.map_or(Some(1), |last| last.number.checked_add(1))?;
        let previous = last.map_or([0; 32], |last| last.hash);
        let site = site.to_owned();
        let mut entry = Self { format: FORMAT, number, site, declared, recorded, previous, hash: [0; 32], put, gone };
        if entry.odd().is_some() {
            return None;
        }
        entry.hash = digest::of(entry.body()?.as_bytes());
        Some(entry)
    }

    /// The release it stands for.
    pub fn release(&self) -> Release {
        let Self { number, declared, recorded, hash, .. } = *self;
        Release { number, declared, recorded, hash }
    }

    /// Eight characters that stand for it and all before it.
    pub fn short_code(&self) -> String {
        digest::short(&self.hash)
    }

    /// The line of the ledger, with the line end.
    pub fn line(&self) -> Option<String> {
        Some(seal(&self.body()?, &self.hash))
    }

    fn body(&self) -> Option<String> {
        let facts =
            |facts: &Facts| facts.iter().map(|(field, text)| (field.name().to_owned(), text.to_owned())).collect();
        let mut gone: Vec<String> = self.gone.iter().map(Item::to_string).collect();
        gone.sort();
        let body = Body {
            code: self.site.clone(),
            declared: self.declared.to_string(),
            entry: self.number,
            format: self.format,
            gone,
            previous: digest::hex(&self.previous),
            put: self.put.iter().map(|(item, said)| (item.to_string(), facts(said))).collect(),
            recorded: self.recorded.to_string(),
        };
        serde_json::to_string(&body).ok()
    }

    /// Reads a line without its end. It must be byte for byte what this program would write.
    ///
    /// # Errors
    /// Where it is no entry.
    pub fn read(line: &str) -> Result<Self, NotAnEntry> {
        let (text, hash) = unseal(line).map_err(|broken| match broken {
            Broken::NoSeal => NotAnEntry::Unreadable,
            Broken::WrongHash => NotAnEntry::WrongHash,
        })?;
        let body: Body = serde_json::from_str(&text).map_err(|_| later(&text))?;
        if body.format > FORMAT {
            return Err(NotAnEntry::Later);
        }
        if body.format == 0 {
            return Err(NotAnEntry::Unreadable);
        }
        let put = body.put.into_iter().map(|(item, said)| Some((item.parse().ok()?, facts(said)?)));
        let gone = body.gone.iter().map(|item| item.parse().ok());
        let entry = Self {
            format: body.format,
            number: body.entry,
            site: body.code,
            declared: body.declared.parse().map_err(|_| NotAnEntry::Unreadable)?,
            recorded: body.recorded.parse().map_err(|_| NotAnEntry::Unreadable)?,
            previous: digest::unhex(&body.previous).ok_or(NotAnEntry::Unreadable)?,
            hash,
            put: put.collect::<Option<_>>().ok_or(NotAnEntry::Unreadable)?,
            gone: gone.collect::<Option<_>>().ok_or(NotAnEntry::Unreadable)?,
        };
        if entry.body().as_deref() != Some(&text) {
            return Err(NotAnEntry::Unreadable);
        }
        entry.odd().map_or(Ok(entry), |what| Err(NotAnEntry::Odd(what)))
    }

    /// What it says that no program writes, as it stands in the line.
    fn odd(&self) -> Option<String> {
        let day = [self.declared, self.recorded].into_iter().find(|day| !YEARS.contains(&day.year()));
        let path = || self.put.keys().chain(&self.gone).find(|item| !plain(item)).map(Item::to_string);
        let both = || self.gone.iter().find(|item| self.put.contains_key(item)).map(Item::to_string);
        let fact = || self.put.values().find_map(odd_fact);
        day.map(|day| day.to_string()).or_else(path).or_else(both).or_else(fact)
    }
}

/// Whether an item can be the path of something in a content folder, and so of a page.
fn plain(item: &Item) -> bool {
    let part = |part: &str| !matches!(part, "" | "." | "..") && !part.contains('\\');
    let folder = item.unit.is_empty() || item.unit.split('/').all(part);
    let name = item.kind == ItemKind::Unit || (part(item.stem()) && !item.stem().contains('/'));
    // The key of a session or step comes after the name and is part of no path.
    folder && name && !item.unit.contains(char::is_control) && !item.name.contains(char::is_control)
}

/// A day or a number that calendars and pages cannot count with.
fn odd_fact(facts: &Facts) -> Option<String> {
    let date = facts.get(Field::Date);
    let day = || date.parse().is_ok_and(|day: NaiveDate| YEARS.contains(&day.year()));
    if !date.is_empty() && !day() {
        return Some(format!("{}: {date}", Field::Date.name()));
    }
    let changes = facts.get(Field::Changes);
    let number = || changes.parse::<u32>().is_ok();
    (!changes.is_empty() && !number()).then(|| format!("{}: {changes}", Field::Changes.name()))
}

fn facts(said: BTreeMap<String, String>) -> Option<Facts> {
    let mut facts = Facts::default();
    for (name, text) in said {
        facts.set(Field::named(&name)?, text);
    }
    Some(facts)
}

/// Whether a text that cannot be read says that a later program wrote it.
fn later(text: &str) -> NotAnEntry {
    let format = serde_json::from_str::<serde_json::Value>(text).ok().and_then(|json| json.get("format")?.as_u64());
    if format.is_some_and(|format| format > u64::from(FORMAT)) { NotAnEntry::Later } else { NotAnEntry::Unreadable }
}
