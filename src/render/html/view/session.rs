//! Turns a dated session into what a row or a card of it shows.

use chrono::Datelike as _;
use serde::Serialize;

use super::Scope;
use crate::model::session::{Kind, Participant, Session, Who};
use crate::plan::{Output, SessionRef};
use crate::render::html::status::{Status, statuses};

/// A session as a row shows it.
#[derive(Debug, Serialize)]
pub struct SessionView<'a> {
    /// Anchor within its roster's page.
    pub id: &'a str,
    /// The day, for machines: 2026-12-15.
    pub date: String,
    /// Month in words.
    pub month: &'a str,
    /// Day of the month.
    pub number: u32,
    /// Weekday in words.
    pub weekday: &'a str,
    /// Day and first moment for machines, where there is one: 2026-12-15T09:00.
    pub start: Option<String>,
    /// Time of day in words.
    pub hours: Option<String>,
    /// What kind it is; nothing for ordinary receptions.
    pub kind: Option<&'a str>,
    /// Who takes part.
    pub people: Vec<PersonLine<'a>>,
    /// Where.
    pub places: Vec<&'a str>,
    /// The unit that receives, where the page is not that unit's.
    pub unit: Option<NamedLink<'a>>,
    /// 专题.
    pub topic: Option<&'a str>,
    /// 范围, in one line.
    pub scope: Option<String>,
    /// 说明.
    pub note: Option<&'a str>,
    /// What happened to it.
    pub status: Vec<Status>,
    /// Whether it does not take place.
    pub cancelled: bool,
    /// Whether there is anything to remark: kind, unit, topic, scope, note or status.
    pub remarks: bool,
}

/// A participant of a session.
#[derive(Debug, Serialize)]
pub struct PersonLine<'a> {
    /// The part played, where it has to be said.
    pub role: Option<&'a str>,
    /// Name, or the words for a group or a post.
    pub name: &'a str,
    /// Words after the name (等区领导).
    pub others: &'a str,
    /// The person's page.
    pub href: Option<String>,
    /// Posts.
    pub posts: &'a str,
    /// Fields of work.
    pub portfolio: Option<&'a str>,
}

/// Something with a name and a page.
#[derive(Debug, Serialize)]
pub struct NamedLink<'a> {
    /// The name.
    pub name: &'a str,
    /// The link.
    pub href: String,
}

/// A session in a list outside its roster, with the way to it.
#[derive(Debug, Serialize)]
pub struct ListedSession<'a> {
    /// The session.
    #[serde(flatten)]
    pub session: SessionView<'a>,
    /// The row in its roster.
    pub href: String,
}

/// A day with its sessions.
#[derive(Debug, Serialize)]
pub struct DayView<'a> {
    /// The day, for machines.
    pub date: String,
    /// Month in words.
    pub month: &'a str,
    /// Day of the month.
    pub number: u32,
    /// Weekday in words.
    pub weekday: &'a str,
    /// The sessions of the day.
    pub sessions: Vec<ListedSession<'a>>,
}

/// Builds the view of a session for a page of `scope`.
pub fn session_view<'a>(scope: &Scope<'a>, session: &'a Session) -> SessionView<'a> {
    let words = scope.words;
    let date = iso(session.date);
    let start = session.hours.start().map(|clock| format!("{date}T{:02}:{:02}", clock.hour(), clock.minute()));
    let foreign = scope.unit != Some(session.unit);
    let mut view = SessionView {
        id: &session.key,
        month: words.month(session.date),
        number: session.date.day(),
        weekday: words.weekday(session.date),
        start,
        hours: words.hours(&session.hours),
        kind: (session.kind != Kind::Reception).then(|| words.kind(session.kind)),
        people: session.people.iter().map(|participant| person_line(scope, participant)).collect(),
        places: session.venues.iter().map(|venue| venue.name.as_str()).collect(),
        unit: foreign.then(|| NamedLink {
            name: &scope.site.unit(session.unit).name,
            href: scope.href(Output::Unit(session.unit)),
        }),
        topic: session.topic.as_deref(),
        scope: (!session.scope.is_empty()).then(|| session.scope.join(words.enumeration.text())),
        note: session.note.as_deref(),
        status: statuses(session, words, scope.people),
        cancelled: session.cancelled(),
        remarks: false,
        date,
    };
    view.remarks = !view.status.is_empty()
        || view.kind.is_some()
        || view.unit.is_some()
        || view.topic.is_some()
        || view.scope.is_some()
        || view.note.is_some();
    view
}

/// 2026-12-15, without the detour over a formatter's patterns.
pub(super) fn iso(day: chrono::NaiveDate) -> String {
    day.to_string()
}

fn person_line<'a>(scope: &Scope<'a>, participant: &'a Participant) -> PersonLine<'a> {
    let role = scope.words.role(&participant.role);
    let (id, others) = match &participant.who {
        Who::Person(id) => (id, ""),
        Who::PersonAndOthers(id, others) => (id, others.as_str()),
        Who::Post(post) => {
            return PersonLine { role, name: post, others: "", href: None, posts: "", portfolio: None };
        }
    };
    let about = scope.people.about(*id);
    PersonLine {
        role,
        name: &scope.site.person(*id).name,
        others,
        href: Some(scope.href(Output::Leader(*id))),
        posts: &about.posts,
        portfolio: about.portfolio.as_deref(),
    }
}

/// Groups references by day, in order; at most `limit` sessions.
pub fn by_day<'a>(scope: &Scope<'a>, sessions: impl Iterator<Item = SessionRef>, limit: usize) -> Vec<DayView<'a>> {
    let mut days: Vec<DayView<'a>> = Vec::new();
    for reference in sessions.take(limit) {
        let view = session_view(scope, reference.of(scope.site));
        let href = scope.href_at(Output::RosterMonth(reference.roster), view.id);
        let listed = ListedSession { session: view, href };
        match days.last_mut() {
            Some(day) if day.date == listed.session.date => day.sessions.push(listed),
            _ => days.push(DayView {
                date: listed.session.date.clone(),
                month: listed.session.month,
                number: listed.session.number,
                weekday: listed.session.weekday,
                sessions: vec![listed],
            }),
        }
    }
    days
}
