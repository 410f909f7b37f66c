//! Turns a month's sessions into a script file that assigns them to one global name.
//!
//! A script and not a JSON file: pages opened from a disk may load scripts but may not fetch.

use serde::Serialize;

use super::view::Scope;
use super::view::session::{DayView, ListedSession, PersonLine, by_day};
use crate::model::unit::UnitId;
use crate::plan::{MonthKey, Output};
use crate::render::Error;
use crate::render::words::status::Tone;

/// The script of one month: `gongshi.sessions["2026-12"] = […]`. Links in it start at the site's root.
///
/// # Errors
/// When the data cannot be written as JSON, which would be a bug.
pub fn shard(scope: &Scope<'_>, month: MonthKey) -> Result<Vec<u8>, Error> {
    let scope = Scope { page: Output::Home, unit: Some(UnitId(0)), ..*scope };
    let days = by_day(&scope, scope.plan.links.home_month(month).iter().copied(), usize::MAX);
    let mut script =
        format!("(function(g){{(g.sessions=g.sessions||{{}})[\"{:04}-{:02}\"]=", month.year, month.month).into_bytes();
    let list: Vec<Day<'_>> = days
        .iter()
        .map(|day| Day { d: &day.date, m: day.month, n: day.number, k: day.weekday, s: sessions(day) })
        .collect();
    serde_json::to_writer(&mut script, &list).map_err(Error::Data)?;
    script.extend_from_slice(b"})(window.gongshi=window.gongshi||{});\n");
    Ok(script)
}

/// A day; the names are short because they are repeated.
#[derive(Serialize)]
struct Day<'a> {
    d: &'a str,
    m: &'a str,
    n: u32,
    k: &'a str,
    s: Vec<Entry<'a>>,
}

/// A session: link, hours, kind, note on the day, people (name, posts, role), places, units, status, whether cancelled.
#[derive(Serialize)]
struct Entry<'a> {
    l: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    h: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    t: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    g: Option<&'a str>,
    p: Vec<(String, &'a str, &'a str)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    a: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    u: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    n: Vec<(Tone, &'a str)>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    c: bool,
}

fn person<'a>(person: &PersonLine<'a>) -> (String, &'a str, &'a str) {
    (format!("{}{}", person.name, person.others), person.posts, person.role.unwrap_or_default())
}

fn sessions<'a>(day: &'a DayView<'a>) -> Vec<Entry<'a>> {
    let entry = |listed: &'a ListedSession<'a>| {
        let session = &listed.session;
        let remarks = session.remarks.as_ref();
        let statuses = remarks.map_or(&[][..], |remarks| &remarks.status);
        Entry {
            l: &listed.href,
            h: session.hours.as_deref(),
            t: remarks.and_then(|remarks| remarks.kind),
            p: session.people.iter().map(|line| person(line)).collect(),
            g: session.day_note.as_deref(),
            a: session.places.iter().map(|place| &**place).collect(),
            u: session.units.as_ref().map(|units| &*units.label),
            n: statuses.iter().map(|status| (status.tone, status.words.as_str())).collect(),
            c: session.cancelled,
        }
    };
    day.sessions.iter().map(entry).collect()
}
