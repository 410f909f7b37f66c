//! Turns a roster's sessions into the rows of its notice: by date, or by unit where that is much shorter.

use chrono::{Datelike as _, NaiveDate};

use super::data::Row;
use super::notice::{Head, Usual};
use crate::model::roster::RosterId;
use crate::model::session::Kind;
use crate::model::unit::UnitId;
use crate::plan::alike::{daily, groups, same_but_day};
use crate::plan::{MonthKey, SessionRef, Standing, rows};
use crate::render::words::day_note::{self, day_note};
use crate::render::words::sentence::taking_part;
use crate::render::words::status::{Tone, standing};
use crate::render::words::strings::Phrase;
use crate::render::words::terms::own_term;
use crate::render::words::units;

/// From so many units on a table may go by unit.
const MANY: usize = 5;

/// The rows of a notice, and what stands over their columns.
pub(super) struct Table<'a> {
    pub(super) rows: Vec<Row>,
    pub(super) head: String,
    pub(super) place: &'a Phrase,
    pub(super) place_and_topic: &'a Phrase,
}

impl<'a> Table<'a> {
    /// The table of a roster, of the days from `from` on: what is open every day first, as one row.
    pub(super) fn new(head: &Head<'a>, usual: &Usual<'_>, id: RosterId, from: Option<NaiveDate>) -> Self {
        let (site, words) = (head.desk.site, head.desk.words);
        let (found, by_date) =
            daily(site, groups(site, rows(id, head.roster).into_iter().filter(|row| Some(row.date) >= from)));
        let of_rule = found.iter().filter_map(|found| {
            let group = found.days.first()?;
            let label = day_note::daily(group.first()?.of(site).rule, words)?;
            Some(Row {
                date: label.to_owned(),
                day: String::new(),
                year: String::new(),
                weekday: String::new(),
                mark: String::new(),
                note: String::new(),
                ..head.row(group, usual)?
            })
        });
        let mut rows: Vec<Row> = of_rule.collect();
        let units = head.roster.units();
        let by_unit = if units.len() >= MANY { collapsed(head, &by_date) } else { Vec::new() };
        if by_unit.is_empty() || by_unit.len() * 2 > by_date.len() {
            rows.extend(by_date.iter().filter_map(|group| head.row(group, usual)));
            let head = words.poster_col_date.text().to_owned();
            return Self { rows, head, place: &words.poster_col_place, place_and_topic: &words.poster_col_place_topic };
        }
        rows.extend(by_unit.iter().filter_map(|days| head.row_of_days(days, usual)));
        Self {
            rows,
            head: units::kind(site, words, &units).to_owned(),
            place: &words.poster_col_days,
            place_and_topic: &words.poster_col_days_place,
        }
    }
}

/// Groups that are the same on several days, by unit: each with its days in order.
fn collapsed(head: &Head<'_>, by_date: &[Vec<SessionRef>]) -> Vec<Vec<Vec<SessionRef>>> {
    let site = head.desk.site;
    let units = |group: &[SessionRef]| -> Vec<UnitId> { group.iter().map(|row| row.of(site).unit).collect() };
    let plain = |row: SessionRef| {
        let session = row.of(site);
        row.standing == Standing::Held && session.shift.is_none() && session.changes.is_empty()
    };
    let mut found: std::collections::BTreeMap<Vec<UnitId>, Vec<Vec<Vec<SessionRef>>>> =
        std::collections::BTreeMap::new();
    for group in by_date {
        let Some(first) = group.first().copied() else { continue };
        let of_units = found.entry(units(group)).or_default();
        let like = of_units.iter_mut().find(|days| {
            let other = days.first().and_then(|day| day.first()).copied();
            plain(first) && other.is_some_and(|other| plain(other) && same_but_day(site, first, other))
        });
        match like {
            Some(days) => days.push(group.clone()),
            None => of_units.push(vec![group.clone()]),
        }
    }
    found.into_values().flatten().collect()
}

impl Head<'_> {
    /// One row: a session, or those of several units alike.
    pub(super) fn row(&self, group: &[SessionRef], usual: &Usual<'_>) -> Option<Row> {
        let (site, words) = (self.desk.site, self.desk.words);
        let listed = *group.first()?;
        let session = listed.of(site);
        let (hours, venues) = listed.when_and_where(site);
        let hours = words.hours(hours).filter(|_| usual.hours_differ);
        let here = group.first()?.roster.unit;
        let foreign = session.unit != here;
        let said = if foreign { session.unit } else { here };
        let places = units::places(site, words, listed, venues, here, said);
        let place = (usual.places_differ && !places.is_empty()).then(|| places.join(words.enumeration.text()));
        let place = if foreign {
            let units = self.units_of(group);
            Some(match place {
                Some(place) => words.poster_elsewhere_item.fill(&[("matter", &units), ("go", &place)]),
                None => units,
            })
        } else {
            place
        };
        let kind = (session.kind != Kind::Reception && self.shared.kind != Some(session.kind))
            .then(|| words.kind(session.kind).to_owned());
        let area = (!session.scope.is_empty()).then(|| session.scope.join(words.enumeration.text()));
        let topic = kind.into_iter().chain(area).chain(session.topic.clone()).chain(session.note.clone());
        let common = self.roster.common_terms();
        let own = session.told_terms().filter(|term| !common.contains(term));
        let topic: Vec<String> = topic.chain(own.map(|term| own_term(term, words))).collect();
        // A list of what are lists themselves takes the stronger mark.
        let marks = [words.enumeration.text(), words.comma.text()];
        let listed_inside = topic.iter().any(|one| marks.iter().any(|mark| one.contains(mark.trim())));
        let joint = if listed_inside { words.poster_note_joint.text() } else { words.enumeration.text() };
        let mut statuses = standing(listed, session, words, self.desk.people);
        statuses.retain(|status| status.tone != Tone::Unknown || !self.shared.unknown);
        let mark = statuses.first().map(|status| match status.tone {
            Tone::Cancelled => &words.poster_mark_cancelled,
            Tone::Left => &words.poster_mark_left,
            Tone::Changed => &words.poster_mark_changed,
            Tone::Later => &words.poster_mark_later,
            Tone::Earlier => &words.poster_mark_earlier,
            Tone::Makeup => &words.poster_mark_makeup,
            Tone::Unknown => &words.poster_mark_unknown,
        });
        let note: Vec<&str> = statuses.iter().map(|status| status.words.as_str()).collect();
        let weekday = [Some(words.weekday(listed.date).to_owned()), day_note(session, listed.date, words)];
        let weekday: Vec<String> = weekday.into_iter().flatten().collect();
        Some(Row {
            date: words.day(listed.date),
            year: if self.crosses_years() { words.year(listed.date) } else { String::new() },
            weekday: weekday.join(words.comma.text()),
            hours: hours.unwrap_or_default(),
            people: self.desk.people_of(&taking_part(session, words)),
            place: place.unwrap_or_default(),
            topic: topic.join(joint),
            mark: mark.map(|phrase| phrase.text().to_owned()).unwrap_or_default(),
            note: note.join(words.poster_note_joint.text()),
            cancelled: listed.off(site),
            day: if self.crosses_years() { words.full_day_plain(listed.date) } else { words.day(listed.date) },
            ..Row::default()
        })
    }

    /// One row for a unit, or several alike, with all its days.
    fn row_of_days(&self, days: &[Vec<SessionRef>], usual: &Usual<'_>) -> Option<Row> {
        let (site, words) = (self.desk.site, self.desk.words);
        let group = days.first()?;
        let first = *group.first()?;
        let session = first.of(site);
        let dates: Vec<NaiveDate> = days.iter().filter_map(|day| Some(day.first()?.date)).collect();
        let weekday = words.weekday(first.date);
        let same = dates.iter().all(|day| words.weekday(*day) == weekday);
        let places = units::places(site, words, first, first.when_and_where(site).1, session.unit, session.unit);
        let row = self.row(group, usual)?;
        let place = usual.places_differ.then(|| places.join(words.enumeration.text()));
        let topic: Vec<String> =
            place.into_iter().chain([row.topic.clone()]).filter(|words| !words.is_empty()).collect();
        Some(Row {
            date: self.units_of(group),
            day: String::new(),
            year: String::new(),
            weekday: if same { weekday.to_owned() } else { String::new() },
            place: self.days(&dates),
            topic: topic.join(words.enumeration.text()),
            ..row
        })
    }

    /// All units of a row by name, but for those nearly all of which have it.
    fn units_of(&self, group: &[SessionRef]) -> String {
        let units: Vec<UnitId> = group.iter().map(|row| row.of(self.desk.site).unit).collect();
        units::several_by_name(self.desk.site, self.desk.words, &units, &self.roster.units())
    }

    /// Whether the sessions lie in several years, or in another than the period begins in.
    fn crosses_years(&self) -> bool {
        let first = self.roster.period.first.year();
        self.roster.sessions.iter().any(|session| session.date.year() != first)
    }

    /// 10月13日、20日、27日，11月3日; 2027年1月5日 where the year is another than that of the day before.
    fn days(&self, dates: &[NaiveDate]) -> String {
        let words = self.desk.words;
        let mut out = String::new();
        let (mut last, mut year) = (None, None);
        for day in dates {
            let month = MonthKey::of(*day);
            let again = last == Some(month);
            if last.is_some() {
                out += if again { words.enumeration.text() } else { words.comma.text() };
            }
            last = Some(month);
            let new_year = year.replace(day.year()).unwrap_or(self.roster.period.first.year()) != day.year();
            out += &match (again, new_year) {
                (true, _) => words.day_again(*day),
                (false, true) => words.full_day_plain(*day),
                (false, false) => words.day(*day),
            };
        }
        out
    }
}
