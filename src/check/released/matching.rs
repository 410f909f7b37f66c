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
    /// These fields differ. `place` is the index of the session in its roster.
    Changed { was: &'a Facts, now: &'a Session, place: usize, fields: Vec<Field> },
    /// It is not there any more.
    Removed { was: &'a Facts },
    /// It was not there.
    Added { now: &'a Session, place: usize },
}

impl<'a> Edit<'a> {
    /// The day it was for, or is for where it is new.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Changed { was, .. } | Self::Removed { was } => was.day(Field::Date),
            Self::Added { now, .. } => Some(now.date),
        }
    }

    /// What it was, where it was released.
    pub(super) fn was(&self) -> Option<&'a Facts> {
        match self {
            Self::Changed { was, .. } | Self::Removed { was } => Some(was),
            Self::Added { .. } => None,
        }
    }

    /// The index of the session in its roster, where it is there.
    pub(super) fn place(&self) -> Option<usize> {
        match self {
            Self::Changed { place, .. } | Self::Added { place, .. } => Some(*place),
            Self::Removed { .. } => None,
        }
    }
}

/// Pairs them: the same under another key; same day and time but others; same people and time but another day; same day and
/// people but another time.
pub(super) fn edits<'a>(
    site: &Site,
    home: UnitId,
    gone: &[&Released<'a>],
    new: &[(usize, &'a Session)],
) -> Vec<Edit<'a>> {
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
            // The same under another key, as when the file got another name, is the same through all its changes.
            let through = |at: &usize| kind > 0 || always(site, home, one, new[*at].1);
            let Some(at) = left.iter().copied().filter(fits).filter(through).min_by_key(far) else {
                rest.push(one);
                continue;
            };
            left.retain(|other| *other != at);
            let (was, (place, now)) = (one.facts, new[at]);
            if kind > 0 {
                edits.push(Edit::Changed { was, now, place, fields: differing(was, &said[at]) });
            }
        }
        open = std::mem::take(&mut rest);
    }
    edits.extend(open.into_iter().map(|one| Edit::Removed { was: one.facts }));
    edits.extend(left.into_iter().map(|at| Edit::Added { now: new[at].1, place: new[at].0 }));
    edits
}

/// Whether a session says after each number of changes what it said when it was released with so many.
fn always(site: &Site, home: UnitId, released: &Released<'_>, now: &Session) -> bool {
    released.life.iter().filter_map(|version| version.facts.as_ref()).all(|was| {
        let count = was.count(Field::Changes);
        count <= now.changes.len() && {
            let then = record::session(site, home, &now.as_of(count));
            [Field::Hours, Field::People, Field::Places].into_iter().all(|field| was.get(field) == then.get(field))
        }
    })
}

/// What a change could have done and was done without one. A day that the roster's own rule for days off moves is no edit.
pub(super) fn differing(was: &Facts, now: &Facts) -> Vec<Field> {
    let announced = !was.get(Field::Provisional).is_empty() && now.get(Field::Provisional).is_empty();
    let moved = was.get(Field::Shift) != now.get(Field::Shift) || announced;
    let fields = [Field::Date, Field::Hours, Field::People, Field::Places, Field::Cancelled];
    let own = |field: &Field| !(moved && matches!(field, Field::Date | Field::Cancelled));
    let same = |field: &Field| match field {
        // Who comes along, stands by or advises is no change that can be announced: it is recorded like any other text.
        Field::People => leading(was.get(Field::People)) == leading(now.get(Field::People)),
        field => was.get(*field) == now.get(*field),
    };
    fields.into_iter().filter(own).filter(|field| !same(field)).collect()
}

/// Those a session is about, of the people as the ledger has them.
pub(super) fn leading(people: &str) -> Vec<&str> {
    let beside = |name: &&str| name.split_once(':').is_some_and(|(role, _)| !matches!(role, "in_charge" | "on_duty"));
    let all = || people.split('、').filter(|name| !name.is_empty());
    let leading: Vec<&str> = all().filter(|name| !beside(name)).collect();
    let leading = if leading.is_empty() { all().collect() } else { leading };
    leading.into_iter().map(|name| name.rsplit(':').next().unwrap_or(name)).collect()
}

/// Days between two sessions.
fn distance(one: &Facts, other: &Facts) -> u64 {
    let day = |facts: &Facts| facts.day(Field::Date).unwrap_or_default();
    (day(one) - day(other)).num_days().unsigned_abs()
}
