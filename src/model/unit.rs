//! Units and places: the county, its towns and villages, and where people are received.

use super::leader::{Group, Person};
use super::recurrence::MarketDays;
use super::roster::Roster;
use chrono::NaiveDate;

/// Index of a unit in [`super::site::Site::units`]; parents come before their children.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub usize);

/// One unit: a folder with `unit.yaml`.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Folder relative to the content root with `/`; empty for the root unit. Also its address in the site.
    pub path: String,
    /// The unit above; `None` for the root unit.
    pub parent: Option<UnitId>,
    /// Units directly below, in path order.
    pub children: Vec<UnitId>,
    /// Full name.
    pub name: String,
    /// Other names.
    pub also: Vec<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Office telephone numbers.
    pub phones: Vec<Phone>,
    /// Office hours, by season where they differ.
    pub hours: Vec<SeasonHours>,
    /// Places where people are received.
    pub places: Vec<Place>,
    /// Markets and their days.
    pub markets: Vec<Market>,
    /// Where complaints about the reception itself go.
    pub complaints_phone: Option<String>,
    /// Officials, in the order of the file.
    pub people: Vec<Person>,
    /// Groups of officials.
    pub groups: Vec<Group>,
    /// Published rosters in file order.
    pub rosters: Vec<Roster>,
}

/// A telephone number with what it serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// Area or matter it serves; `None` for the general number.
    pub scope: Option<String>,
    /// As written.
    pub number: String,
}

impl Phone {
    /// The number behind what it is for, in one line.
    pub fn line(&self) -> String {
        self.scope.as_ref().map_or_else(|| self.number.clone(), |scope| format!("{scope} {}", self.number))
    }
}

/// Opening hours for some months, in the words of the file brought into the site's time style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeasonHours {
    /// "6月至9月" and the like; `None` for the whole year.
    pub season: Option<String>,
    /// The hours as words.
    pub hours: String,
}

/// A place where people are received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its name on signs.
    pub name: String,
    /// Other names.
    pub also: Vec<String>,
    /// Postal address.
    pub address: Option<String>,
    /// How to get there.
    pub directions: Option<String>,
    /// When it is open.
    pub hours: Vec<SeasonHours>,
    /// Access for wheelchairs, hearing, sight.
    pub access: Option<String>,
    /// In use since.
    pub since: Option<NaiveDate>,
    /// Its own numbers.
    pub phones: Vec<Phone>,
}

/// A market and its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Market {
    /// Its name.
    pub name: String,
    /// Its days.
    pub days: MarketDays,
    /// Its days in the words of the file.
    pub words: String,
}
