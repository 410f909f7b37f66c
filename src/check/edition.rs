//! The dates of the content become the edition date: the day that feeds, documents and the script-free list count from.

use crate::model::document::Notice;
use crate::model::roster::Roster;
use crate::model::unit::Unit;
use chrono::NaiveDate;

/// The latest day on which something was posted, signed or announced; `None` where no such day is written.
pub(super) fn edition(units: &[Unit], notices: &[Notice]) -> Option<NaiveDate> {
    let rosters = units.iter().flat_map(|unit| &unit.rosters);
    rosters.filter_map(Roster::announced).chain(notices.iter().map(|notice| notice.date)).max()
}
