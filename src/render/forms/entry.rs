//! Turns a session, or those of several units alike, into the pieces that each form puts into its own lines.

use chrono::NaiveDate;

use crate::model::session::{Kind, OwnTerm, Session};
use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::plan::SessionRef;
use crate::render::words::Words;
use crate::render::words::day_note::day_note;
use crate::render::words::people::People;
use crate::render::words::sentence;
use crate::render::words::status::{Status, Tone, standing};
use crate::render::words::terms::own_term;
use crate::render::words::units::places;

/// What is said of one session.
#[derive(Debug)]
pub struct Entry {
    /// The session, or the first of several alike.
    pub row: SessionRef,
    /// Its day.
    pub date: NaiveDate,
    /// What is said beside the day: 农历十月廿七，逢集.
    pub note: Option<String>,
    /// 柳树镇：, where it is not the unit that passes it on.
    pub unit: String,
    /// How many they are.
    pub people: usize,
    /// Who, with posts.
    pub who: String,
    /// Who, by name alone.
    pub names: String,
    /// Hours.
    pub hours: Option<String>,
    /// Where, or which number to call.
    pub places: Option<String>,
    /// Whether that is a number to call.
    pub calls: bool,
    /// The kind, where it is not plain receiving.
    pub kind: Option<String>,
    /// What it is about and what holds for it alone.
    pub about: Vec<String>,
    /// What happened to it.
    pub statuses: Vec<Status>,
    /// Whether nobody needs to come.
    pub off: bool,
}

impl Entry {
    /// Of the sessions of a group, as unit `here` tells them; `common` are terms that are told once for all.
    pub fn new(
        group: &[SessionRef],
        here: UnitId,
        common: &[&OwnTerm],
        site: &Site,
        words: &Words,
        people: &People<'_>,
    ) -> Option<Self> {
        let row = *group.first()?;
        let session = row.of(site);
        let (hours, venues) = row.when_and_where(site);
        let off = row.off(site);
        let places = places(site, words, row, venues, here, session.unit);
        let place = (!off && !places.is_empty()).then(|| places.join(words.enumeration.text()));
        let kind = (session.kind != Kind::Reception).then(|| words.kind(session.kind).to_owned());
        let taking_part = sentence::taking_part(session, words);
        Some(Self {
            row,
            date: row.date,
            note: day_note(session, row.date, words),
            unit: sentence::units(group, here, site, words),
            people: session.people.len().max(1),
            who: people.told(&taking_part, true, words),
            names: people.told(&taking_part, false, words),
            hours: words.hours(hours),
            places: place,
            calls: session.kind == Kind::Telephone,
            kind,
            about: about(session, common, words),
            statuses: standing(row, session, words, people),
            off,
        })
    }

    /// 12月15日（周二）上午9:00至11:30.
    pub fn when(&self, day: &str, words: &Words) -> String {
        match &self.hours {
            Some(hours) => words.day_hours.fill(&[("day", day), ("hours", hours)]),
            None => day.to_owned(),
        }
    }

    /// What happened, but that a year's days off are unknown, which is said once for all.
    pub fn news(&self) -> impl Iterator<Item = &str> {
        self.statuses.iter().filter(|status| status.tone != Tone::Unknown).map(|status| status.words.as_str())
    }
}

/// What a session is about and what holds for it alone.
pub fn about(session: &Session, common: &[&OwnTerm], words: &Words) -> Vec<String> {
    let scope = (!session.scope.is_empty()).then(|| session.scope.join(words.enumeration.text()));
    let own = session.told_terms().filter(|term| !common.contains(term)).map(|term| own_term(term, words));
    let plain = |text: String| text.trim_end_matches(['。', '.']).to_owned();
    session.topic.clone().into_iter().chain(scope).chain(session.note.clone()).chain(own).map(plain).collect()
}
