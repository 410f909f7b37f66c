//! Turns what holds of a regulation into words: 现行, 尚未施行, 已被《…》替代.

use super::Words;
use crate::model::regulation::{Force, Regulation};
use crate::model::site::Site;
use chrono::NaiveDate;

/// What is said before, in and after the time in which a regulation holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Before; empty where that is on no known day.
    pub early: String,
    /// Within.
    pub now: String,
    /// After; empty where nothing ends it.
    pub over: String,
}

/// The day from which the text that takes its place holds, where it says so.
pub fn replaced(site: &Site, regulation: &Regulation) -> Option<NaiveDate> {
    regulation.superseded_by.and_then(|id| site.regulation(id).effective)
}

/// The words for a regulation.
pub fn told(site: &Site, words: &Words, regulation: &Regulation) -> Told {
    let successor = regulation.superseded_by.map(|id| site.regulation(id));
    let replaced = replaced(site, regulation);
    let day = |day: NaiveDate| words.full_day_plain(day);
    let over = match (successor, regulation.repealed) {
        // The earlier of the two ends it.
        (Some(successor), repealed) if repealed.is_none_or(|day| replaced.is_none_or(|from| from <= day)) => {
            words.force_superseded.fill(&[("title", &successor.title)])
        }
        (_, Some(repealed)) => words.force_repealed.fill(&[("date", &day(repealed))]),
        _ => String::new(),
    };
    let early = regulation.effective.map_or(String::new(), |from| words.force_not_yet.fill(&[("date", &day(from))]));
    Told { early, now: words.force_now.text().to_owned(), over }
}

impl Told {
    /// The words for what holds; `None` where the dates do not say.
    pub fn of(&self, force: Force) -> Option<&str> {
        match force {
            Force::Unknown => None,
            Force::InForce => Some(&self.now),
            Force::NotYet(_) => Some(&self.early),
            Force::Repealed(_) | Force::Superseded(_) => Some(&self.over),
        }
    }
}
