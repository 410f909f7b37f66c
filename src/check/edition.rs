//! The dates of the content become the edition date: the day that feeds, documents and the script-free list count from.

use crate::model::document::Notice;
use crate::model::procedure::Procedure;
use crate::model::roster::Roster;
use crate::model::unit::Unit;
use chrono::NaiveDate;

/// The latest day on which something was posted, signed or announced; `None` where no such day is written.
pub(super) fn edition(units: &[Unit], notices: &[Notice], procedures: &[Procedure]) -> Option<NaiveDate> {
    let rosters = units.iter().flat_map(|unit| &unit.rosters);
    let documents = notices.iter().map(|notice| notice.date);
    let signed = procedures.iter().filter_map(|procedure| procedure.issued_on);
    rosters.filter_map(Roster::announced).chain(documents).chain(signed).max()
}
