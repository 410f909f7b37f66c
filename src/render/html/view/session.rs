//! Turns a dated session into what a row or a card of it shows.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;
use serde::Serialize;

use super::Scope;
use crate::model::hours::Hours;
use crate::model::roster::RosterId;
use crate::model::session::{Kind, OwnTerm, Participant, Role, Session, Who};
use crate::model::unit::UnitId;
use crate::plan::alike::groups;
use crate::plan::{Output, SessionRef, Standing};
use crate::render::html::shared::Shared;
use crate::render::words::day_note::day_note;
use crate::render::words::status::{Status, standing};
use crate::render::words::terms::own_term;
use crate::render::words::units;

/// A session as a row shows it.
#[derive(Debug, Serialize)]
pub struct SessionView<'a> {
    /// Anchor within its roster's page.
    pub id: Cow<'a, str>,
    /// The day, for machines: 2026-12-15.
    pub date: String,
    /// Month in words.
    pub month: &'a str,
    /// Day of the month.
    pub number: u32,
    /// Weekday in words.
    pub weekday: &'a str,
    /// What is known of the day besides: 农历四月初五，逢集.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_note: Option<String>,
    /// The units that receive, where the page is not that unit's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<UnitsLine<'a>>,
    /// Time of day in words.
    pub hours: Option<String>,
    /// Who takes part.
    pub people: Vec<Shared<PersonLine<'a>>>,
    /// Where.
    pub places: Vec<Cow<'a, str>>,
    /// Whether nobody receives that day, or not the person whose list this is.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cancelled: bool,
    /// What else there is to say; most sessions need none of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remarks: Option<Remarks<'a>>,
}

/// What only some sessions have.
#[derive(Debug, Serialize)]
pub struct Remarks<'a> {
    /// What kind it is; nothing for ordinary receptions.
    pub kind: Option<&'a str>,
    /// 专题.
    pub topic: Option<&'a str>,
    /// 范围, in one line.
    pub scope: Option<String>,
    /// 说明.
    pub note: Option<&'a str>,
    /// What is different from the roster's head: booking, what to bring.
    pub terms: Vec<String>,
    /// What happened to it.
    pub status: Vec<Status>,
}

/// The units a row is about: one with its page, or several that receive alike.
#[derive(Debug, Serialize)]
pub struct UnitsLine<'a> {
    /// 上河村, or 各村（东河村除外）.
    pub label: Cow<'a, str>,
    /// The page of the one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// Each of several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub each: Vec<UnitItem<'a>>,
    /// How many, to unfold them.
    pub count: Option<String>,
    /// Whether they are named nearby, so that only their anchors are needed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bare: bool,
}

/// One of several units in a row.
#[derive(Debug, Serialize)]
pub struct UnitItem<'a> {
    /// Anchor of its session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Cow<'a, str>>,
    /// Its name.
    pub name: &'a str,
    /// Its page.
    pub href: String,
}

/// A participant of a session.
#[derive(Debug, Serialize)]
pub struct PersonLine<'a> {
    /// The part played, where it has to be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<&'a str>,
    /// Name, or the words for a group or a post.
    pub name: &'a str,
    /// Words after the name (等区领导).
    #[serde(skip_serializing_if = "str::is_empty")]
    pub others: &'a str,
    /// The person's page.
    pub href: Option<String>,
    /// Posts.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub posts: &'a str,
    /// Fields of work.
    #[serde(skip_serializing_if = "Option::is_none")]
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

/// Builds the views of a page's sessions. Hours and links repeat from row to row and are worked out once.
pub struct SessionViews<'s, 'a> {
    scope: &'s Scope<'a>,
    hours: BTreeMap<&'a Hours, Option<String>>,
    people: BTreeMap<(&'a Participant, bool), Shared<PersonLine<'a>>>,
    units: BTreeMap<RosterId, BTreeSet<UnitId>>,
    /// Said once for all rows of the page.
    common: Vec<&'a OwnTerm>,
}

impl<'s, 'a> SessionViews<'s, 'a> {
    /// For the sessions of the page of `scope`.
    pub fn new(scope: &'s Scope<'a>) -> Self {
        Self { scope, hours: BTreeMap::new(), people: BTreeMap::new(), units: BTreeMap::new(), common: Vec::new() }
    }

    /// For the rows of a roster that says `common` above them.
    pub fn below(scope: &'s Scope<'a>, common: Vec<&'a OwnTerm>) -> Self {
        Self { common, ..Self::new(scope) }
    }

    /// The view of a session, or of several units' sessions alike, on a day they are listed under.
    pub fn view(&mut self, group: &[SessionRef]) -> Option<SessionView<'a>> {
        let listed = *group.first()?;
        let scope = self.scope;
        let words = scope.words;
        let session = listed.of(scope.site);
        let (hours, venues) = listed.when_and_where(scope.site);
        let people = match (listed.standing, scope.page) {
            (Standing::Replaced, Output::Leader(own)) => session.replaced(own),
            _ => session.people.iter().collect(),
        };
        let here = scope.unit.unwrap_or(session.unit);
        let units = self.units_line(group);
        // A line that names the unit need not name it again with the place.
        let said = if units.is_some() { session.unit } else { here };
        Some(SessionView {
            id: anchor(listed, session),
            date: iso(listed.date),
            month: words.leaf_month(listed.date),
            number: listed.date.day(),
            weekday: words.weekday(listed.date),
            day_note: day_note(session, listed.date, words),
            units,
            hours: self.hours.entry(hours).or_insert_with(|| words.hours(hours)).clone(),
            people: people.into_iter().map(|participant| self.person(session.kind, participant)).collect(),
            places: units::places(scope.site, words, listed, venues, here, said),
            cancelled: listed.off(scope.site),
            remarks: remarks(scope, listed, session, &self.common),
        })
    }

    fn units_line(&mut self, group: &[SessionRef]) -> Option<UnitsLine<'a>> {
        let scope = self.scope;
        let site = scope.site;
        let first = group.first()?;
        let units: Vec<UnitId> = group.iter().map(|row| row.of(site).unit).collect();
        if let [unit] = units.as_slice() {
            let href = (scope.unit != Some(*unit)).then(|| scope.href(Output::Unit(*unit)))?;
            return Some(UnitsLine {
                label: Cow::Borrowed(&site.unit(*unit).name),
                href: Some(href),
                each: Vec::new(),
                count: None,
                bare: false,
            });
        }
        let all = self.units.entry(first.roster).or_insert_with(|| site.roster(first.roster).units());
        let kind = units::kind(site, scope.words, all);
        let count = units.len().to_string();
        let each = group.iter().enumerate().map(|(at, row)| {
            let session = row.of(site);
            let href = scope.href(Output::Unit(session.unit));
            // The row has the anchor of the first, and is the place to come to on pages that list others' sessions.
            let id = (at > 0 && scope.page == Output::RosterMonth(row.roster)).then(|| anchor(*row, session));
            UnitItem { id, name: &site.unit(session.unit).name, href }
        });
        Some(UnitsLine {
            label: units::several(site, scope.words, &units, all),
            href: None,
            each: each.collect(),
            count: (!units::named(units.len(), all.len().saturating_sub(units.len())))
                .then(|| scope.words.units_count.fill(&[("count", &count), ("kind", kind)])),
            bare: false,
        })
    }

    fn person(&mut self, kind: Kind, participant: &'a Participant) -> Shared<PersonLine<'a>> {
        // On duty at a duty: said once.
        let said = kind == Kind::Duty && participant.role == Role::OnDuty;
        let scope = self.scope;
        let line = self.people.entry((participant, said));
        line.or_insert_with(|| Shared::new(person_line(scope, participant, said))).clone()
    }
}

fn person_line<'a>(scope: &Scope<'a>, participant: &'a Participant, role_said: bool) -> PersonLine<'a> {
    let role = if role_said { None } else { scope.words.role(&participant.role) };
    let (id, others) = match &participant.who {
        Who::Person(id) => (*id, ""),
        Who::PersonAndOthers(id, others) => (*id, others.as_str()),
        Who::Post(post) => {
            return PersonLine { role, name: post, others: "", href: None, posts: "", portfolio: None };
        }
    };
    let about = scope.people.about(id);
    PersonLine {
        role,
        name: &scope.site.person(id).name,
        others,
        href: Some(scope.href(Output::Leader(id))),
        posts: &about.posts,
        portfolio: about.portfolio.as_deref(),
    }
}

fn remarks<'a>(
    scope: &Scope<'a>,
    listed: SessionRef,
    session: &'a Session,
    common: &[&OwnTerm],
) -> Option<Remarks<'a>> {
    let own = session.terms.iter().filter(|term| !common.contains(term));
    let words = scope.words;
    let remarks = Remarks {
        kind: (session.kind != Kind::Reception).then(|| words.kind(session.kind)),
        topic: session.topic.as_deref(),
        scope: (!session.scope.is_empty()).then(|| session.scope.join(words.enumeration.text())),
        note: session.note.as_deref(),
        terms: own.map(|term| own_term(term, words)).collect(),
        status: standing(listed, session, words, scope.people),
    };
    let Remarks { kind, topic, scope, note, terms, status } = &remarks;
    let any = kind.is_some() || topic.is_some() || scope.is_some() || note.is_some();
    (any || !terms.is_empty() || !status.is_empty()).then_some(remarks)
}

/// The anchor of a row in its roster's page.
pub(super) fn anchor(listed: SessionRef, session: &Session) -> Cow<'_, str> {
    match listed.standing {
        Standing::Left => Cow::Owned(format!("{}-{}", session.key, iso(listed.date))),
        Standing::Held | Standing::Replaced => Cow::Borrowed(&session.key),
    }
}

/// 2026-12-15. Written by hand because a formatter's generality took a tenth of the time of a roster's view.
pub(super) fn iso(day: chrono::NaiveDate) -> String {
    let (year, month, number) = (day.year(), day.month(), day.day());
    if !(1000..=9999).contains(&year) {
        return day.to_string();
    }
    let digit = |value: u32| char::from_digit(value % 10, 10).unwrap_or('0');
    let mut text = year.to_string();
    text.reserve(6);
    for value in [month, number] {
        text.push('-');
        text.push(digit(value / 10));
        text.push(digit(value));
    }
    text
}

/// Groups references by day, in order; at most `limit` cards. Units that receive alike share a card.
pub fn by_day<'a>(scope: &Scope<'a>, sessions: impl Iterator<Item = SessionRef>, limit: usize) -> Vec<DayView<'a>> {
    days(scope, groups(scope.site, sessions).take(limit))
}

/// Groups of sessions by day, in order.
pub fn days<'a>(scope: &Scope<'a>, groups: impl Iterator<Item = Vec<SessionRef>>) -> Vec<DayView<'a>> {
    let mut days: Vec<DayView<'a>> = Vec::new();
    let mut views = SessionViews::new(scope);
    for group in groups {
        let (Some(first), Some(view)) = (group.first(), views.view(&group)) else { continue };
        let href = scope.href_at(Output::RosterMonth(first.roster), &view.id);
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
