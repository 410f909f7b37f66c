//! Tables of counts: what is counted, along which dimensions, and the rates made of the counts. These are the true counts; what
//! may be published of them is decided elsewhere.

use super::recurrence::DateRange;
use super::unit::UnitId;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A table of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The unit whose folder it lies in.
    pub unit: UnitId,
    /// File name without its ending.
    pub stem: String,
    /// Title.
    pub title: String,
    /// Who issues it.
    pub issued_by: Option<String>,
    /// The date under it.
    pub issued_on: Option<NaiveDate>,
    /// What it is based on.
    pub basis: Vec<String>,
    /// Notes for readers.
    pub notes: Vec<String>,
    /// How settled its figures are.
    pub state: State,
    /// From when to when was counted.
    pub period: DateRange,
    /// What the figure of a month counts.
    pub counting: Counting,
    /// The day up to which was counted, where that is not the end of the period.
    pub as_of: Option<NaiveDate>,
    /// What is counted; never empty.
    pub measures: Vec<Measure>,
    /// Along which dimensions.
    pub dimensions: Vec<Dimension>,
    /// The counts, those that are not stated left out.
    pub cells: BTreeMap<Cell, Count>,
    /// The rates.
    pub rates: Vec<Rate>,
    /// What was published wrongly before.
    pub revisions: Vec<Revision>,
    /// With which earlier period it is compared.
    pub compared: Option<DateRange>,
}

/// How settled figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// 初报.
    First,
    /// 修订.
    Revised,
    /// 终报.
    Final,
}

/// What the figure of a month, quarter or year counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counting {
    /// 当期: what came in it.
    Current,
    /// 累计: what came since a day until its end.
    Since(NaiveDate),
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name.
    pub name: String,
    /// What one of it is: 件, 批, 人次 …, never mixed in a sum.
    pub unit: String,
    /// The measure that counts the distinct cases behind it.
    pub cases: Option<usize>,
    /// A measure that it is never less than.
    pub at_least_as: Option<usize>,
}

/// One way in which the counts are split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimension {
    /// Its name.
    pub name: String,
    /// Its categories: the whole first, then the parts, each after what it is part of.
    pub categories: Vec<Category>,
    /// Whether its categories are months, quarters and the like.
    pub temporal: bool,
}

impl Dimension {
    /// What a category is made of.
    pub fn parts(&self, of: usize) -> impl Iterator<Item = usize> {
        let parents = self.categories.iter().enumerate().skip(1);
        parents.filter(move |(_, category)| category.parent == of).map(|(at, _)| at)
    }
}

/// A value of a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its name; that of the whole is 合计 or its own, such as 全县.
    pub name: String,
    /// What it is a part of; the whole is part of itself.
    pub parent: usize,
    /// From when to when it counts, in a dimension of time.
    pub period: Option<DateRange>,
}

/// The place of a count: the measure, and a category of each dimension.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Index in [`Table::measures`].
    pub measure: usize,
    /// For each dimension the index of a category.
    pub at: Vec<usize>,
}

impl Cell {
    /// The same with another category along one dimension.
    pub fn with(&self, dimension: usize, category: usize) -> Self {
        let mut other = self.clone();
        if let Some(at) = other.at.get_mut(dimension) {
            *at = category;
        }
        other
    }
}

/// A count as it is stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Count {
    /// This many.
    Exact(i64),
    /// 140余, 近12万: about so many, in these words.
    About(i64, String),
    /// 缺: not known.
    Missing,
    /// —: there is no such thing to count.
    NotApplicable,
}

impl Count {
    /// The number, where it is exact.
    pub fn exact(&self) -> Option<i64> {
        if let Self::Exact(number) = self { Some(*number) } else { None }
    }
}

/// A rate: parts of a whole in percent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// Its name.
    pub name: String,
    /// Above the line.
    pub numerator: Quantity,
    /// Below the line.
    pub denominator: Quantity,
    /// The day up to which was counted.
    pub as_of: Option<NaiveDate>,
    /// Whether what came twice counts once, where that is said.
    pub distinct: Option<bool>,
    /// Digits behind the point, 0 to 4.
    pub decimals: u32,
    /// How it is rounded.
    pub rounding: Rounding,
}

/// One side of a rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// What is counted.
    pub name: String,
    /// The measure, where the table counts it.
    pub measure: Option<usize>,
    /// How many, where the table does not say.
    pub value: Option<i64>,
    /// What one of it is.
    pub unit: String,
    /// What is left out.
    pub excludes: Vec<String>,
}

/// How a rate is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rounding {
    /// 四舍五入: to the nearest, halves up.
    HalfUp,
    /// 截尾: the rest is cut off.
    Truncated,
}

/// A figure that was published wrongly before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Which.
    pub cell: Cell,
    /// As published.
    pub was: i64,
    /// As it is.
    pub is: i64,
    /// Why.
    pub reason: String,
    /// When the correction was made public.
    pub announced: Option<NaiveDate>,
}
