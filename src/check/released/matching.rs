//! Sessions that are gone and sessions that are new become edits: which of the new was which of the old.

use chrono::NaiveDate;

use super::Released;
use crate::ledger::record;
use crate::model::past::{Facts, Field};
use crate::model::session::Session;
use crate::model::site::Site;
use crate::model::unit::UnitId;

/// What was done to a released session without a change.
pub(super) enum Edit<'a> {
    /// The session is known by the same key; these fields differ.
    Kept { was: &'a Facts, now: &'a Session, fields: Vec<Field> },
    /// Others receive.
    Substituted { was: &'a Facts, now: &'a Session },
    /// Another day.
    Moved { was: &'a Facts, now: &'a Session },
    /// Other hours.
    Retimed { was: &'a Facts, now: &'a Session },
    /// It is not there any more.
    Removed { was: &'a Facts },
    /// It was not there.
    Added { now: &'a Session },
}

impl Edit<'_> {
    /// The day it was for, or is for where it is new.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Kept { was, .. }
            | Self::Substituted { was, .. }
            | Self::Moved { was, .. }
            | Self::Retimed { was, .. }
            | Self::Removed { was } => was.day(Field::Date),
            Self::Added { now } => Some(now.date),
        }
    }
}

/// Pairs them: all the same; same day and time but others; same people and time but another day; same day and people but another time.
/// Gives the edits, and the index of a new session among them, if any.
pub(super) fn edits<'a>(
    site: &Site,
    home: UnitId,
    gone: &[&Released<'a>],
    new: &[(usize, &'a Session)],
) -> (Vec<Edit<'a>>, Option<usize>) {
    let said: Vec<Facts> = new.iter().map(|(_, session)| record::session(site, home, session)).collect();
    let mut left: Vec<usize> = (0..new.len()).collect();
    let mut edits = Vec::new();
    let mut rest = Vec::new();
    let kinds: [&[Field]; 4] = [
        &[Field::Nominal, Field::Hours, Field::People, Field::Places],
        &[Field::Nominal, Field::Hours],
        &[Field::People, Field::Hours],
        &[Field::Nominal, Field::People],
    ];
    let mut open: Vec<&Released<'a>> = gone.to_vec();
    for (kind, same) in kinds.into_iter().enumerate() {
        for one in std::mem::take(&mut open) {
            let fits = |at: &usize| {
                let other = &said[*at];
                let agree = |field: &Field| one.facts.get(*field) == other.get(*field);
                agree(&Field::Unit) && same.iter().all(agree)
            };
            let far = |at: &usize| distance(one.facts, &said[*at]);
            let Some(at) = left.iter().copied().filter(fits).min_by_key(far) else {
                rest.push(one);
                continue;
            };
            left.retain(|other| *other != at);
            let (was, now) = (one.facts, new[at].1);
            edits.extend(match kind {
                // The same session under another key: its file got another name.
                0 => None,
                1 => Some(Edit::Substituted { was, now }),
                2 => Some(Edit::Moved { was, now }),
                _ => Some(Edit::Retimed { was, now }),
            });
        }
        open = std::mem::take(&mut rest);
    }
    edits.extend(open.into_iter().map(|one| Edit::Removed { was: one.facts }));
    edits.extend(left.into_iter().map(|at| Edit::Added { now: new[at].1 }));
    edits.sort_by_key(Edit::day);
    let place = (!edits.is_empty()).then(|| new.first().map(|(index, _)| *index)).flatten();
    (edits, place)
}

/// Days between two sessions.
fn distance(one: &Facts, other: &Facts) -> u64 {
    let day = |facts: &Facts| facts.day(Field::Date).unwrap_or_default();
    (day(one) - day(other)).num_days().unsigned_abs()
}
