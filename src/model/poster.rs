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
}

impl PosterKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Month, Self::Day, Self::Change, Self::Unit, Self::Set];

    /// The paper where none is named: what hangs on a board is read from afar, what hangs on a door or a counter is not.
    pub fn usual_paper(self) -> Paper {
        match self {
            Self::Month | Self::Set => Paper::A3,
            Self::Day | Self::Change | Self::Unit => Paper::A4,
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

    /// What a build makes where nothing is said.
    pub fn defaults() -> Vec<Self> {
        vec![Self::usual(PosterKind::Month), Self::usual(PosterKind::Change)]
    }
}
