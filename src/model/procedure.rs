//! Procedures: steps that lead to one another, who acts, how long it may take.

use super::unit::UnitId;
use chrono::NaiveDate;

/// What something is based on, as written: 《信访工作条例》第二十二条第一款.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Basis(pub String);

/// A procedure to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    /// The unit whose folder it lies in.
    pub unit: UnitId,
    /// File name without its ending.
    pub stem: String,
    /// Title.
    pub title: String,
    /// For whom or what it holds.
    pub applies_to: Vec<String>,
    /// What the whole is based on.
    pub basis: Vec<Basis>,
    /// Who issues it.
    pub issued_by: Option<String>,
    /// The date under it.
    pub issued_on: Option<NaiveDate>,
    /// Number of the document.
    pub number: Option<String>,
    /// Phone for complaints.
    pub complaints_phone: Option<String>,
    /// What the citizen may do or ask for.
    pub rights: Vec<String>,
    /// Notes for citizens.
    pub notes: Vec<String>,
    /// Its steps; it begins with the first. Never empty.
    pub steps: Vec<Step>,
    /// For each length of time it has, the last day for each day it may begin on.
    pub last_days: Vec<LastDays>,
}

/// A step, or a place where the procedure parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name in the file, unique within the procedure and fit for an address.
    pub id: String,
    /// A few words for it, where given.
    pub name: Option<String>,
    /// What is done.
    pub does: String,
    /// What kind of step.
    pub act: Act,
    /// What the citizen receives.
    pub you_get: Vec<String>,
    /// What can be done, or what happens, when it is late.
    pub late: Option<Late>,
    /// Where it goes on; empty where it ends.
    pub next: Vec<Way>,
    /// What it is based on.
    pub basis: Vec<Basis>,
}

impl Procedure {
    /// Everything it cites, in the order of the steps.
    pub fn bases(&self) -> impl Iterator<Item = &Basis> {
        self.basis.iter().chain(self.steps.iter().flat_map(|step| {
            let limit = step.limit().map(Limit::bases).unwrap_or_default();
            step.basis.iter().chain(limit).chain(step.next.iter().filter_map(|way| way.basis.as_ref()))
        }))
    }
}

impl Limit {
    /// What it cites.
    fn bases(&self) -> Vec<&Basis> {
        match self {
            Self::Unstated(basis) | Self::Elsewhere(basis) => basis.iter().collect(),
            Self::Within(within) => {
                let extension = within.extension.as_ref().and_then(|extension| extension.basis.as_ref());
                within.basis.iter().chain(extension).collect()
            }
        }
    }
}

impl Step {
    /// The words of the chart: a name, or what is done, without the full stop.
    pub fn short(&self) -> &str {
        self.name.as_deref().unwrap_or_else(|| self.does.trim_end_matches(['。', '.', '；', ';']))
    }

    /// Its time limit, where it is a step that has one.
    pub fn limit(&self) -> Option<&Limit> {
        match &self.act {
            Act::Step { limit, .. } => Some(limit),
            Act::Parting | Act::End => None,
        }
    }
}

/// What kind of step it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Somebody does something within a time.
    Step {
        /// Who.
        actor: Actor,
        /// How long it may take.
        limit: Limit,
    },
    /// 分流: the matter goes one way or another; nobody acts and no time runs.
    Parting,
    /// The procedure is over, or goes on elsewhere; nobody acts any more.
    End,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// 您: the citizen. These limits bind whoever reads the page.
    You,
    /// An office.
    Office(String),
}

/// How long a step may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// 未规定: no rule says.
    Unstated(Option<Basis>),
    /// 从其规定: other rules say.
    Elsewhere(Option<Basis>),
    /// A limit.
    Within(Box<TimeLimit>),
}

/// A time limit with what it hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeLimit {
    /// How long.
    pub length: Length,
    /// The event from which it runs. The day of the event is not counted (民法典第201条). `None` only on the spot.
    pub from: Option<String>,
    /// Law or a promise.
    pub kind: LimitKind,
    /// What it is based on; always there for a statutory limit.
    pub basis: Option<Basis>,
    /// How far it can be extended.
    pub extension: Option<Extension>,
    /// What is left out of the count. It is said, never computed.
    pub not_counted: Vec<String>,
}

/// Who set a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitKind {
    /// 法定.
    Statutory,
    /// 本地承诺: the office promises it of its own.
    LocalPromise,
}

/// How far a limit can be extended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// By how much at most.
    pub at_most: Length,
    /// On what condition.
    pub condition: Option<String>,
    /// What it is based on.
    pub basis: Option<Basis>,
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// 当场.
    OnTheSpot,
    /// 次日: the next calendar day.
    NextDay,
    /// Hours; no day can be worked out from them.
    Hours(u32),
    /// Calendar days: every day counts.
    Days(u32),
    /// Working days.
    Workdays(u32),
    /// Months (民法典第202条).
    Months(u32),
}

impl Length {
    /// As the ledger writes it: 60 days.
    pub fn in_ledger(self) -> String {
        match self {
            Self::OnTheSpot => "on the spot".to_owned(),
            Self::NextDay => "next day".to_owned(),
            Self::Hours(number) => format!("{number} hours"),
            Self::Days(number) => format!("{number} days"),
            Self::Workdays(number) => format!("{number} workdays"),
            Self::Months(number) => format!("{number} months"),
        }
    }

    /// What [`Length::in_ledger`] wrote.
    pub fn from_ledger(text: &str) -> Option<Self> {
        match text {
            "on the spot" => return Some(Self::OnTheSpot),
            "next day" => return Some(Self::NextDay),
            _ => {}
        }
        let (number, unit) = text.split_once(' ')?;
        let number = number.parse().ok()?;
        match unit {
            "hours" => Some(Self::Hours(number)),
            "days" => Some(Self::Days(number)),
            "workdays" => Some(Self::Workdays(number)),
            "months" => Some(Self::Months(number)),
            _ => None,
        }
    }

    /// Whether a last day can be worked out.
    pub fn is_dated(self) -> bool {
        !matches!(self, Self::OnTheSpot | Self::Hours(_))
    }
}

/// What can be done, or what happens, when a step is late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Late {
    /// The office is late: whom to ask.
    Ask {
        /// Whom.
        whom: String,
        /// Their phone.
        phone: Option<String>,
    },
    /// The citizen is late: what it means.
    Consequence(String),
}

/// A way to another step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// In which case; always there where there are several ways.
    pub condition: Option<String>,
    /// The step it leads to, by index in [`Procedure::steps`].
    pub to: usize,
    /// What it is based on.
    pub basis: Option<Basis>,
}

/// The last day of a length of time for each day it may begin on, one day after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastDays {
    /// How long.
    pub length: Length,
    /// By how much it is extended, if it is.
    pub extension: Option<Length>,
    /// The first day it may begin on.
    pub first: NaiveDate,
    /// The last day for that day and each one after it.
    pub days: Vec<LastDay>,
}

/// The day on which a length of time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastDay {
    /// The day.
    pub date: NaiveDate,
    /// Whether it was moved here from a rest day (民法典第203条).
    pub moved: bool,
    /// Whether the days off of its year are announced.
    pub announced: bool,
}
