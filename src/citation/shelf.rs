//! Turns the regulations of a site into a shelf on which a cited text is found by its name.

use super::{Known, Name, Problem, title};
use crate::model::regulation::{Force, Regulation, RegulationId};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The texts of a site by title, short name, and what people make of them.
#[derive(Debug)]
pub struct Shelf<'a> {
    pub(super) texts: &'a [Regulation],
    names: HashMap<&'a str, Vec<RegulationId>>,
    known: Known,
    day: NaiveDate,
}

impl<'a> Shelf<'a> {
    /// The texts as they hold on a day.
    pub fn new(texts: &'a [Regulation], day: NaiveDate) -> Self {
        let mut names: HashMap<&str, Vec<RegulationId>> = HashMap::new();
        for (at, text) in texts.iter().enumerate() {
            for name in text.short.iter().map(String::as_str).chain([text.title.as_str()]) {
                for name in [name, plain(name)] {
                    let known = names.entry(name).or_default();
                    if known.last() != Some(&RegulationId(at)) {
                        known.push(RegulationId(at));
                    }
                }
            }
        }
        let known = texts.iter().flat_map(|text| text.short.iter().map(String::as_str).chain([text.title.as_str()]));
        let known = Known::new(known);
        Self { texts, names, known, day }
    }

    /// The names that are recognised without 《》.
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// A text of the shelf.
    pub fn text(&self, id: RegulationId) -> Option<&'a Regulation> {
        self.texts.get(id.0)
    }

    /// Whether a text holds, or will.
    pub fn holds(&self, id: RegulationId) -> bool {
        let Some(text) = self.text(id) else { return false };
        !matches!(self.force(text), Force::Repealed(_) | Force::Superseded(_))
    }

    fn force(&self, text: &Regulation) -> Force {
        let successor = text.superseded_by.and_then(|id| self.text(id));
        text.force(self.day, successor.and_then(|text| text.effective))
    }

    /// How likely a text is meant by its name alone: the one in force before others, then the newest.
    fn rank(&self, id: RegulationId) -> Option<(u8, Option<NaiveDate>)> {
        let text = self.text(id)?;
        let force = match self.force(text) {
            Force::InForce => 3,
            Force::Unknown => 2,
            Force::NotYet(_) => 1,
            Force::Repealed(_) | Force::Superseded(_) => 0,
        };
        Some((force, text.effective))
    }

    /// Other texts of the same title that may be meant as well: nothing says which of them is in force.
    pub(super) fn alike(&self, id: RegulationId) -> impl Iterator<Item = RegulationId> {
        let title = self.text(id).map(|text| plain(text.title.as_str()));
        let all = title.and_then(|title| self.names.get(title)).into_iter().flatten().copied();
        all.filter(move |other| *other != id && self.rank(*other) == self.rank(id))
    }

    /// The text that a name means, and whether it holds no longer: the version that brackets after the name speak of, else
    /// the one in force, else the newest.
    pub(super) fn find(&self, name: &Name) -> Option<(RegulationId, Option<Problem>)> {
        let titles = [name.title.as_str(), plain(&name.title)];
        let all = titles.iter().find_map(|title| self.names.get(title))?;
        if let Some(note) = &name.note {
            let meant = |id: &&RegulationId| {
                self.text(**id).is_some_and(|text| {
                    let years =
                        [text.adopted, text.effective].into_iter().flatten().map(|day| day.format("%Y年").to_string());
                    text.number.as_ref().is_some_and(|number| note.contains(number.as_str()))
                        || (note.contains('修') && years.into_iter().any(|year| note.contains(&year)))
                })
            };
            if let Some(id) = all.iter().find(meant) {
                return Some((*id, None));
            }
        }
        let id = *all.iter().max_by_key(|id| self.rank(**id))?;
        // A year in the title itself says that this version is meant.
        let version = title::bare(&name.title).len() < name.title.len() && name.title.contains('年');
        let over =
            (!version && !self.holds(id)).then(|| Problem::Repealed(self.text(id).and_then(|text| text.superseded_by)));
        Some((id, over))
    }
}

/// A name without the country before it and a remark in brackets after it.
fn plain(name: &str) -> &str {
    title::bare(name.strip_prefix("中华人民共和国").unwrap_or(name))
}
