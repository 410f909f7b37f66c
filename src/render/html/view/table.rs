//! Turns a roster's sessions into the sections of its page: what is open every day, then by month, or by unit where every
//! unit has people of its own.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Scope;
use super::desk::{DeskView, desk};
use super::finder::{self, FinderView, MANY};
use super::roster::VenueLine;
use super::session::{SessionView, SessionViews};
use crate::model::hours::Hours;
use crate::model::roster::{Roster, RosterId};
use crate::model::session::{Kind, Session, Venue};
use crate::model::unit::UnitId;
use crate::plan::alike::{daily, groups};
use crate::plan::{MonthKey, Output, SessionRef, rows};
use crate::render::words::status::Tone;
use crate::render::words::units::place;

/// From so many rows on it matters how they are cut.
const LONG: usize = 40;

/// Sessions that stand together.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct SectionView<'a> {
    /// Anchor: m2026-12, or u3.
    pub id: String,
    pub label: String,
    /// Caption of the table.
    pub caption: String,
    /// How many sessions, where the section is folded.
    pub fold: Option<String>,
    pub sessions: Vec<SessionView<'a>>,
}

/// Which columns hold anything.
#[derive(Debug, Serialize, Default, Clone, Copy)]
#[allow(missing_docs)]
pub struct Columns {
    pub hours: bool,
    pub places: bool,
    pub remarks: bool,
}

/// A roster's sessions.
#[derive(Debug)]
pub struct Table<'a> {
    /// What is open every day.
    pub desks: Vec<DeskView<'a>>,
    /// The rest.
    pub sections: Vec<SectionView<'a>>,
    /// Whether the sections are units and not months.
    pub by_unit: bool,
}

impl<'a> Table<'a> {
    /// Cuts the sessions of a roster.
    pub fn new(scope: &Scope<'a>, id: RosterId, roster: &'a Roster) -> Self {
        let mut views = SessionViews::below(scope, roster.common_terms());
        let all = rows(id, roster);
        let count = all.len();
        let (found, rest) = daily(scope.site, groups(scope.site, all));
        let desks = found.iter().filter_map(|found| desk(scope, &mut views, found)).collect();
        // Where units share few lines, a visitor would read all units' days to find those of one.
        let by_unit = rest.len() > LONG && rest.len() * 2 > count && roster.units().len() >= MANY;
        let sections = if by_unit {
            sections_by_unit(scope, &mut views, roster, rest.into_iter().flatten())
        } else {
            by_month(scope, &mut views, roster, &rest)
        };
        Self { desks, sections, by_unit }
    }

    /// A place that is the same for all sessions stands in the head and needs no column.
    pub fn columns(&self, roster: &Roster) -> Columns {
        Columns {
            hours: roster.sessions.iter().any(|session| session.hours != Hours::Unstated),
            places: !roster.sessions.is_empty()
                && (same(&roster.sessions, |session| &session.venues).is_none()
                    || roster.sessions.iter().any(|session| session.kind == Kind::Telephone)),
            remarks: self.sessions().any(|session| session.remarks.is_some()),
        }
    }

    fn sessions(&self) -> impl Iterator<Item = &SessionView<'a>> {
        let daily = self.desks.iter().flat_map(|desk| &desk.sessions);
        self.sections.iter().flat_map(|section| &section.sessions).chain(daily)
    }

    /// What the status words in this roster mean.
    pub fn legend(&self, scope: &Scope<'a>) -> Vec<&'a str> {
        let statuses = self.sessions().filter_map(|session| session.remarks.as_ref());
        let tones: BTreeSet<Tone> = statuses.flat_map(|remarks| &remarks.status).map(|status| status.tone).collect();
        let words = scope.words;
        let explain = |tone: Tone| match tone {
            Tone::Cancelled => words.legend_cancelled.text(),
            Tone::Left => words.legend_left.text(),
            Tone::Changed => words.legend_changed.text(),
            Tone::Later => words.legend_later.text(),
            Tone::Earlier => words.legend_earlier.text(),
            Tone::Makeup => words.legend_makeup.text(),
            Tone::Unknown => words.legend_holidays_unknown.text(),
        };
        tones.into_iter().map(explain).collect()
    }
}

fn by_month<'a>(
    scope: &Scope<'a>,
    views: &mut SessionViews<'_, 'a>,
    roster: &Roster,
    groups: &[Vec<SessionRef>],
) -> Vec<SectionView<'a>> {
    let mut months: Vec<SectionView<'a>> = Vec::new();
    let mut last = None;
    for group in groups {
        let (Some(row), Some(view)) = (group.first(), views.view(group)) else { continue };
        let month = MonthKey::of(row.date);
        if last != Some(month) {
            last = Some(month);
            let label = scope.words.year_month(row.date);
            let caption = scope.words.table_caption.fill(&[("month", &label), ("title", &roster.title)]);
            let id = format!("m{:04}-{:02}", month.year, month.month);
            months.push(SectionView { id, label, caption, fold: None, sessions: Vec::with_capacity(31) });
        }
        if let Some(month) = months.last_mut() {
            month.sessions.push(view);
        }
    }
    months
}

fn sections_by_unit<'a>(
    scope: &Scope<'a>,
    views: &mut SessionViews<'_, 'a>,
    roster: &Roster,
    rows: impl Iterator<Item = SessionRef>,
) -> Vec<SectionView<'a>> {
    let mut units: BTreeMap<UnitId, SectionView<'a>> = BTreeMap::new();
    for row in rows {
        let unit = row.of(scope.site).unit;
        let label = scope.site.unit(unit).name.clone();
        let caption = || scope.words.table_caption.fill(&[("month", &label), ("title", &roster.title)]);
        let section = units.entry(unit).or_insert_with(|| SectionView {
            id: format!("u{}", unit.0),
            caption: caption(),
            label: label.clone(),
            fold: None,
            sessions: Vec::new(),
        });
        section.sessions.extend(views.view(&[row]));
    }
    let folded = |mut section: SectionView<'a>| {
        let count = section.sessions.len().to_string();
        // The section has said the unit.
        section.sessions.iter_mut().for_each(|session| session.units = None);
        section.fold = Some(scope.words.sessions_count.fill(&[("count", &count)]));
        section
    };
    units.into_values().map(folded).collect()
}

/// What all sessions have in common, if they do.
pub fn same<'a, T: PartialEq>(sessions: &'a [Session], of: impl Fn(&'a Session) -> &'a T) -> Option<&'a T> {
    let first = of(sessions.first()?);
    sessions.iter().all(|session| of(session) == first).then_some(first)
}

/// The list of units a roster is about, where they are many.
pub fn finder<'a>(scope: &Scope<'a>, roster: &Roster) -> Option<FinderView<'a>> {
    let mut units = roster.units();
    // Visits are found under the village they lead to.
    let places = roster.sessions.iter().flat_map(|session| &session.venues);
    units.extend(places.filter_map(|venue| venue.place).map(|(unit, _)| unit));
    units.retain(|unit| scope.unit != Some(*unit));
    (units.len() >= MANY).then(|| finder::finder(scope, units, |unit| finder::own_page(scope, unit)))
}

/// The places of the head, then those of all sessions, each once, in order of first use.
pub fn places<'a>(scope: &Scope<'a>, roster: &'a Roster) -> Vec<VenueLine<'a>> {
    let mut seen: BTreeSet<&Venue> = BTreeSet::new();
    let of_sessions = roster.sessions.iter().flat_map(|session| &session.venues);
    // 村委会 of the head is no place of its own where each village has one, nor is 各村村部 beside those of the villages.
    let each =
        |venue: &Venue| venue.name.starts_with('各') && of_sessions.clone().any(|other| other.name != venue.name);
    let resolved = |venue: &Venue| {
        let listed = |other: &Venue| other.name == venue.name && other.place.is_some();
        venue.place.is_none() && (each(venue) || of_sessions.clone().any(listed))
    };
    let head = roster.venues.iter().filter(|venue| !resolved(venue));
    let all: Vec<&Venue> = head.chain(of_sessions.clone()).filter(|venue| seen.insert(venue)).collect();
    all.into_iter().map(|venue| venue_line(scope, venue)).collect()
}

fn venue_line<'a>(scope: &Scope<'a>, venue: &'a Venue) -> VenueLine<'a> {
    let listed = venue.place.and_then(|(unit, index)| scope.site.unit(unit).places.get(index));
    let here = scope.unit.unwrap_or(UnitId(0));
    VenueLine {
        name: place(scope.site, scope.words, venue, here, here),
        href: venue.place.map(|(unit, index)| format!("{}#place-{}", scope.href(Output::Unit(unit)), index + 1)),
        address: listed.and_then(|place| place.address.as_deref()),
    }
}
