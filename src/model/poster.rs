//! Which notices a site wants: kind, paper, colours.

use super::paper::Paper;

/// What kind of notice it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PosterKind {
    /// 月告示: all sessions of a roster.
    Month,
    /// 单日: who receives on one day, for the door.
    Day,
    /// 变更: what was changed in a roster, announced on one day.
    Change,
    /// 单位: where a unit is, when it is open, how to get there.
    Unit,
    /// 成套: a unit's notices on sheets of equal size and arrangement, to hang side by side.
    Set,
    /// 流程图: a procedure as a chart.
    Flow,
    /// 明白纸: a procedure in plain words, to hand out.
    Leaflet,
    /// 展板: rights, procedure, limits, reception days and contacts on sheets of one design.
    Panels,
    /// 单行本: a regulation as a booklet.
    Booklet,
}

impl PosterKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Month,
        Self::Day,
        Self::Change,
        Self::Unit,
        Self::Set,
        Self::Flow,
        Self::Leaflet,
        Self::Panels,
        Self::Booklet,
    ];

    /// The paper where none is named: what hangs on a board is read from afar; what hangs on a door or a counter, or is
    /// held in the hand, is not.
    pub fn usual_paper(self) -> Paper {
        match self {
            Self::Month | Self::Set | Self::Flow | Self::Panels => Paper::A3,
            Self::Day | Self::Change | Self::Unit | Self::Leaflet | Self::Booklet => Paper::A4,
        }
    }

    /// As file names and the command line have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Day => "day",
            Self::Change => "change",
            Self::Unit => "unit",
            Self::Set => "set",
            Self::Flow => "flow",
            Self::Leaflet => "leaflet",
            Self::Panels => "panels",
            Self::Booklet => "booklet",
        }
    }
}

/// Notices of one kind that a build makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PosterWish {
    /// The kind.
    pub kind: PosterKind,
    /// On which paper.
    pub paper: Paper,
    /// 单色: for a printer without colours.
    pub mono: bool,
}

impl PosterWish {
    /// A kind on its usual paper, in colours.
    pub fn usual(kind: PosterKind) -> Self {
        Self { kind, paper: kind.usual_paper(), mono: false }
    }

    /// What a build makes where nothing is said. Booklets are not among it: a site may hold thousands of regulations.
    pub fn defaults() -> Vec<Self> {
        let kinds = [PosterKind::Month, PosterKind::Change, PosterKind::Flow, PosterKind::Leaflet];
        kinds.into_iter().map(Self::usual).collect()
    }
}
