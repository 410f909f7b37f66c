//! Officials and groups of officials, with the public side of their duties only.

use chrono::NaiveDate;

/// Index of a person in a unit's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId {
    /// The unit whose `leaders.yaml` holds the person.
    pub unit: super::unit::UnitId,
    /// Index in that unit's list.
    pub index: usize,
}

/// An official.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Name without inner blanks (姓 名 padding removed).
    pub name: String,
    /// What distinguishes two people of one name within reach.
    pub key: Option<String>,
    /// Last part of the page's address: 代号, or the name in pinyin.
    pub slug: String,
    /// Posts, in order.
    pub posts: Vec<String>,
    /// Whether this is the head of the unit.
    pub principal: bool,
    /// In office since.
    pub since: Option<NaiveDate>,
    /// In office until, inclusive.
    pub until: Option<NaiveDate>,
    /// Fields of work.
    pub portfolio: Vec<String>,
    /// 分管, 协管 or 主持.
    pub portfolio_verb: Option<String>,
    /// Names of the units this person is linked with (联系, 挂钩).
    pub linked: Vec<String>,
    /// Whom this person assists.
    pub assists: Option<String>,
    /// A number that may be published.
    pub public_phone: Option<String>,
}

/// A group of officials; without members it prints as a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its members in turn order.
    pub members: Vec<PersonId>,
}
