//! Turns what can be taken away from a page into links, with the sentence to copy for whom no link is of use.

use serde::Serialize;

use super::Scope;
use crate::model::leader::PersonId;
use crate::model::roster::RosterId;
use crate::model::unit::UnitId;
use crate::plan::{Output, SessionRef, rows};
use crate::render::forms::chat;
use crate::render::forms::told::{NAMED, Told};
use crate::render::words::sentence;

/// What can be taken away.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Take<'a> {
    pub links: Vec<TakeLink<'a>>,
    /// Whether a calendar follows the site once somebody has it.
    pub note: &'a str,
    /// Says what the calendar holds.
    pub sentence: Option<String>,
    /// Text for a chat group, of a roster.
    pub chat: Option<String>,
    /// On what terms data may be used.
    pub licence: Option<&'a str>,
}

/// A file to take.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct TakeLink<'a> {
    pub label: &'a str,
    pub href: String,
    /// Its media type, for programs.
    pub media: &'static str,
    /// Whether it is to be kept rather than opened: calendars and feeds go to the program that reads them.
    pub keep: bool,
    /// Whether it holds what the page holds, for programs.
    pub alternate: bool,
}

const CALENDAR: &str = "text/calendar";
const TABLE: &str = "text/csv";
const DATA: &str = "application/json";
const PAGE: &str = "text/html";
const FEED: &str = "application/atom+xml";

fn link<'a>(scope: &Scope<'a>, label: &'a str, to: Output, media: &'static str) -> TakeLink<'a> {
    TakeLink {
        label,
        href: scope.href(to),
        media,
        keep: [TABLE, DATA].contains(&media),
        alternate: [CALENDAR, TABLE, DATA].contains(&media),
    }
}

/// The ways to a calendar. To follow the site it has to be asked for by its full address, which calendar programs know by
/// `webcal:`; a file that is opened is a copy and stays as it is.
fn calendar<'a>(scope: &Scope<'a>, to: Output) -> Vec<TakeLink<'a>> {
    let words = scope.words;
    let address = scope.site.settings.url.as_deref().and_then(|url| url.split_once("://"));
    let follow = address.map(|(_, url)| TakeLink {
        label: words.take_subscribe.text(),
        href: format!("webcal://{url}{}", scope.plan.routes.web_path(to)),
        media: CALENDAR,
        keep: false,
        alternate: false,
    });
    follow.into_iter().chain([link(scope, words.take_calendar.text(), to, CALENDAR)]).collect()
}

/// What becomes of a calendar when the site changes.
fn note<'a>(scope: &Scope<'a>) -> &'a str {
    let words = scope.words;
    if scope.site.settings.url.is_some() { words.take_note.text() } else { words.take_note_copy.text() }
}

/// From a roster's page.
pub fn roster<'a>(scope: &Scope<'a>, id: RosterId) -> Option<Take<'a>> {
    let roster = scope.site.roster(id);
    if !scope.site.settings.data || roster.sessions.is_empty() {
        return None;
    }
    let words = scope.words;
    // Of one rule for many villages no single session speaks.
    let own = |row: &SessionRef| row.of(scope.site).unit == id.unit;
    let coming = rows(id, roster).into_iter().filter(|row| row.date >= scope.site.edition && own(row));
    let facts = first(scope, coming);
    let desk = scope.desk();
    let told = Told::new(&desk, words, id, NAMED);
    Some(Take {
        links: calendar(scope, Output::RosterIcs(id))
            .into_iter()
            .chain([
                link(scope, words.take_table.text(), Output::RosterCsv(id), TABLE),
                link(scope, words.take_data.text(), Output::RosterJson(id), DATA),
                link(scope, words.take_forms.text(), Output::RosterForms(id), PAGE),
            ])
            .collect(),
        note: note(scope),
        sentence: facts.map(|facts| words.take_sentence.fill(&[("title", &roster.title), ("facts", &facts)])),
        chat: Some(chat::chat(&desk, id, &told)),
        licence: licence(scope),
    })
}

/// From an official's page.
pub fn leader<'a>(scope: &Scope<'a>, id: PersonId) -> Option<Take<'a>> {
    let links = &scope.plan.links;
    if !scope.site.settings.data || links.rosters_of(id).is_empty() {
        return None;
    }
    let next = links.of_person(id).iter().copied();
    Some(Take {
        links: calendar(scope, Output::LeaderIcs(id)),
        note: note(scope),
        sentence: first(scope, next),
        chat: None,
        licence: None,
    })
}

/// From a unit's page.
pub fn unit<'a>(scope: &Scope<'a>, id: UnitId) -> Option<Take<'a>> {
    if !scope.site.settings.data || !scope.plan.links.receives(id) {
        return None;
    }
    let next = scope.plan.links.of_unit(id).iter().copied();
    Some(Take {
        links: calendar(scope, Output::UnitIcs(id)),
        note: note(scope),
        sentence: first(scope, next),
        chat: None,
        licence: None,
    })
}

/// From the home page.
pub fn home<'a>(scope: &Scope<'a>) -> Option<Take<'a>> {
    let words = scope.words;
    let (sessions, notices) = (scope.plan.links.any_session(), !scope.site.notices.is_empty());
    if !scope.site.settings.data || !(sessions || notices) {
        return None;
    }
    let mut links = Vec::new();
    if sessions {
        links.extend(calendar(scope, Output::SiteIcs));
        links.push(link(scope, words.take_table.text(), Output::SiteCsv, TABLE));
        links.push(link(scope, words.take_data.text(), Output::SiteJson, DATA));
    }
    links.push(link(scope, words.take_feed.text(), Output::Feed, FEED));
    Some(Take {
        links,
        note: if sessions { note(scope) } else { "" },
        sentence: None,
        chat: None,
        licence: licence(scope).filter(|_| sessions),
    })
}

fn licence<'a>(scope: &Scope<'a>) -> Option<&'a str> {
    Some(scope.site.settings.licence.as_deref().unwrap_or(scope.words.licence.text()))
}

/// The next session to come with the number to call, in one sentence.
fn first(scope: &Scope<'_>, mut sessions: impl Iterator<Item = SessionRef>) -> Option<String> {
    let next = sessions.find(|row| !row.off(scope.site))?;
    let session = sentence::dated(next, scope.site, scope.words, scope.people);
    let parts: Vec<String> = [session].into_iter().chain(phone(scope, next.of(scope.site).unit)).collect();
    Some(parts.join(scope.words.poster_note_joint.text()))
}

fn phone(scope: &Scope<'_>, unit: UnitId) -> Option<String> {
    let phone = scope.site.unit(unit).phones.first()?;
    Some(scope.words.ics_phone.fill(&[("phone", &phone.number)]))
}
