//! Which notices there are: what each is about, and the sheets it is printed on.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::rows::{SessionRef, rows};
use crate::model::history::Step;
use crate::model::paper::Paper;
use crate::model::poster::{PosterKind, PosterWish};
use crate::model::regulation::RegulationId;
use crate::model::roster::{Roster, RosterId};
use crate::model::session::Session;
use crate::model::site::Site;
use crate::model::unit::UnitId;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// All sessions of a roster.
    Roster(RosterId),
    /// The changes of a roster announced on one day; `None` for those without a day.
    Change(RosterId, Option<NaiveDate>),
    /// The sessions of a unit on one day.
    Day(UnitId, NaiveDate),
    /// The unit itself.
    Unit(UnitId),
    /// Unit and rosters side by side.
    Set(UnitId),
    /// The chart of a procedure of a unit, by index in [`Site::procedures`].
    Flow(UnitId, usize),
    /// A procedure of a unit in plain words.
    Leaflet(UnitId, usize),
    /// What hangs on a wall about a procedure of a unit.
    Panels(UnitId, usize),
    /// A regulation of a unit.
    Booklet(UnitId, RegulationId),
}

/// A notice on a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Piece {
    /// What it is about.
    pub subject: Subject,
    /// Its paper.
    pub paper: Paper,
    /// For a printer without colours.
    pub mono: bool,
}

impl Subject {
    /// The unit it belongs to.
    pub fn unit(self) -> UnitId {
        match self {
            Self::Roster(id) | Self::Change(id, _) => id.unit,
            Self::Day(unit, _) | Self::Unit(unit) | Self::Set(unit) | Self::Booklet(unit, _) => unit,
            Self::Flow(unit, _) | Self::Leaflet(unit, _) | Self::Panels(unit, _) => unit,
        }
    }

    /// Its kind.
    pub fn kind(self) -> PosterKind {
        match self {
            Self::Roster(_) => PosterKind::Month,
            Self::Change(..) => PosterKind::Change,
            Self::Day(..) => PosterKind::Day,
            Self::Unit(_) => PosterKind::Unit,
            Self::Set(_) => PosterKind::Set,
            Self::Flow(..) => PosterKind::Flow,
            Self::Leaflet(..) => PosterKind::Leaflet,
            Self::Panels(..) => PosterKind::Panels,
            Self::Booklet(..) => PosterKind::Booklet,
        }
    }

    /// Whether a picture of it is shown: of doors' notices there are too many, and each is read for a day only; what a
    /// booklet says stands on its page.
    pub fn pictured(self) -> bool {
        !matches!(self.kind(), PosterKind::Day | PosterKind::Booklet)
    }

    /// It on a paper.
    pub fn on(self, paper: Paper, mono: bool) -> Piece {
        Piece { subject: self, paper, mono }
    }
}

/// Everything a kind of notice can be about in one unit, in order.
pub fn subjects(site: &Site, unit: UnitId, kind: PosterKind) -> Vec<Subject> {
    let rosters = || (0..site.unit(unit).rosters.len()).map(move |index| RosterId { unit, index });
    let procedures = || (0..site.procedures.len()).filter(move |at| site.procedures[*at].unit == unit);
    match kind {
        PosterKind::Month => rosters().map(Subject::Roster).collect(),
        PosterKind::Change => {
            let days = |id| announced(site, id).into_iter().map(move |day| Subject::Change(id, day));
            rosters().flat_map(days).collect()
        }
        PosterKind::Day => {
            let days: BTreeSet<NaiveDate> = rosters_for(site, unit)
                .flat_map(|id| rows(id, site.roster(id)))
                .filter(|row| row.of(site).unit == unit)
                .map(|row| row.date)
                .collect();
            days.into_iter().map(|day| Subject::Day(unit, day)).collect()
        }
        PosterKind::Unit => vec![Subject::Unit(unit)],
        PosterKind::Set => {
            if current(site, unit).is_empty() {
                Vec::new()
            } else {
                vec![Subject::Set(unit)]
            }
        }
        PosterKind::Flow => procedures().map(|at| Subject::Flow(unit, at)).collect(),
        PosterKind::Leaflet => procedures().map(|at| Subject::Leaflet(unit, at)).collect(),
        PosterKind::Panels => procedures().map(|at| Subject::Panels(unit, at)).collect(),
        PosterKind::Booklet => {
            let ids = (0..site.regulations.len()).map(RegulationId);
            let own = ids.filter(|id| site.regulation(*id).unit == unit);
            own.map(|id| Subject::Booklet(unit, id)).collect()
        }
    }
}

/// The rosters of a unit that are not over on the date of the edition; where all are, those that ended last.
pub fn current(site: &Site, unit: UnitId) -> Vec<RosterId> {
    let listed = |id: &RosterId| site.roster(*id).listed_until;
    let rosters = (0..site.unit(unit).rosters.len()).map(|index| RosterId { unit, index });
    let held: Vec<RosterId> = rosters.filter(|id| !site.roster(*id).sessions.is_empty()).collect();
    let last = held.iter().map(listed).max().unwrap_or(site.edition);
    held.into_iter().filter(|id| listed(id) >= last.min(site.edition)).collect()
}

/// The roster of a unit that says who receives next.
pub fn reception(site: &Site, unit: UnitId) -> Option<RosterId> {
    let next = |id: &RosterId| site.roster(*id).sessions.iter().map(|one| one.date).find(|day| *day >= site.edition);
    let coming = current(site, unit).into_iter().filter_map(|id| Some((next(&id)?, id)));
    coming.min().map(|(_, id)| id)
}

/// The roster of a unit that is listed longest: what it says of how to come holds for the unit.
pub fn last_roster(site: &Site, unit: UnitId) -> Option<&Roster> {
    site.unit(unit).rosters.iter().max_by_key(|roster| roster.listed_until)
}

/// The sheets a build makes of a notice, in the order wished.
pub fn sheets(site: &Site, subject: Subject) -> impl Iterator<Item = Piece> + '_ {
    let wishes = site.settings.posters.iter().filter(move |wish| wish.kind == subject.kind());
    wishes.map(move |wish| subject.on(wish.paper, wish.mono))
}

/// The notices that a build makes, in order.
pub fn pieces(site: &Site) -> Vec<Piece> {
    let wishes = &site.settings.posters;
    let of = |unit, wish: &PosterWish| {
        let (paper, mono) = (wish.paper, wish.mono);
        subjects(site, unit, wish.kind).into_iter().map(move |subject| subject.on(paper, mono))
    };
    let units = (0..site.units.len()).map(UnitId);
    units.flat_map(|unit| wishes.iter().flat_map(move |wish| of(unit, wish))).collect()
}

/// What a code is printed for, beside the rosters: kinds that a build makes and that say something of their own. A set
/// carries the codes of its sheets.
pub(super) fn coded(site: &Site) -> Vec<Subject> {
    let kinds: BTreeSet<PosterKind> = site.settings.posters.iter().map(|wish| wish.kind).collect();
    let own = |kind: &PosterKind| !matches!(kind, PosterKind::Month | PosterKind::Set);
    // The sheet of the unit itself is part of every set and of all panels.
    let hung = kinds.contains(&PosterKind::Set) || kinds.contains(&PosterKind::Panels);
    let with_set = hung.then_some(PosterKind::Unit);
    let kinds: BTreeSet<PosterKind> = kinds.into_iter().chain(with_set).filter(own).collect();
    let units = (0..site.units.len()).map(UnitId);
    units.flat_map(|unit| kinds.iter().flat_map(move |kind| subjects(site, unit, *kind))).collect()
}

/// Everything that a code is printed for, rosters included.
pub fn coded_all(site: &Site) -> Vec<Subject> {
    let rosters = if site.settings.posters.is_empty() { Vec::new() } else { site.rosters().collect() };
    rosters.into_iter().map(|(id, _)| Subject::Roster(id)).chain(coded(site)).collect()
}

/// The rosters that can give a unit sessions: its own and those above it, which may apply to it.
fn rosters_for(site: &Site, unit: UnitId) -> impl Iterator<Item = RosterId> + '_ {
    let upward = std::iter::successors(Some(unit), |unit| site.unit(*unit).parent);
    upward.flat_map(|unit| (0..site.unit(unit).rosters.len()).map(move |index| RosterId { unit, index }))
}

/// The sessions of a unit on a day, from all rosters that apply to it, in order of time.
pub fn of_day(site: &Site, unit: UnitId, day: NaiveDate) -> Vec<SessionRef> {
    let mut all: Vec<SessionRef> = rosters_for(site, unit)
        .flat_map(|id| rows(id, site.roster(id)))
        .filter(|row| row.date == day && row.of(site).unit == unit)
        .collect();
    all.sort_by_key(|row| (row.start, row.roster, row.index));
    all
}

/// The sessions of a unit that are held from a day on, from all rosters that apply to it, in order of time.
pub fn coming(site: &Site, unit: UnitId, from: NaiveDate) -> Vec<SessionRef> {
    let all = rosters_for(site, unit).flat_map(|id| rows(id, site.roster(id)));
    let mut held: Vec<SessionRef> =
        all.filter(|row| row.date >= from && !row.off(site) && row.of(site).unit == unit).collect();
    held.sort_by_key(|row| (row.date, row.start, row.roster, row.index));
    held
}

/// The sessions of a roster with the steps of a notice of changes: what was and what is since that day.
pub fn steps_of(site: &Site, id: RosterId, day: Option<NaiveDate>) -> Vec<(&Session, Vec<Step<'_>>)> {
    let announced = |session: &'_ Session| session.changes.iter().any(|change| change.announced == day);
    let sessions = site.roster(id).sessions.iter().filter(|session| announced(session));
    let steps = sessions
        .map(|session| (session, session.steps().filter(|step| step.change.announced == day).collect::<Vec<_>>()));
    steps.collect()
}

/// The days on which changes of a roster were announced; `None` for those that bear no day yet.
pub fn announced(site: &Site, id: RosterId) -> BTreeSet<Option<NaiveDate>> {
    let sessions = site.roster(id).sessions.iter();
    sessions.flat_map(|session| &session.changes).map(|change| change.announced).collect()
}
