//! The dates of the content become the edition date: the day that feeds, documents and the script-free list count from.

use crate::model::document::Notice;
use crate::model::procedure::Procedure;
use crate::model::regulation::Regulation;
use crate::model::roster::Roster;
use crate::model::site::UNDATED;
use crate::model::unit::Unit;
use chrono::NaiveDate;

/// The latest day on which something was posted, signed or announced. A site of regulations alone is dated by them; where
/// they have no dates either nothing on it depends on a day, and `UNDATED` stands for one. `None` where a day is missing.
pub(super) fn edition(
    units: &[Unit],
    notices: &[Notice],
    procedures: &[Procedure],
    regulations: &[Regulation],
) -> Option<NaiveDate> {
    let rosters = units.iter().flat_map(|unit| &unit.rosters);
    let documents = notices.iter().map(|notice| notice.date);
    let signed = procedures.iter().filter_map(|procedure| procedure.issued_on);
    let posted = rosters.clone().filter_map(Roster::announced).chain(documents).chain(signed).max();
    if posted.is_some() || rosters.count() > 0 || !procedures.is_empty() || regulations.is_empty() {
        return posted;
    }
    let adopted = regulations.iter().filter_map(|one| one.adopted).max();
    adopted.or_else(|| regulations.iter().filter_map(|one| one.effective).max()).or(Some(UNDATED))
}
