//! The whole checked site: settings, the tree of units, notices and pages.

use super::document::{Notice, Page};
use super::leader::{Person, PersonId};
use super::past::Past;
use super::poster::PosterWish;
use super::procedure::Procedure;
use super::regulation::{Cited, Regulation, RegulationId};
use super::roster::{Roster, RosterId};
use super::unit::{Unit, UnitId};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Stands for the edition of a site on which nothing depends on a day and no day is written.
pub const UNDATED: NaiveDate = match NaiveDate::from_ymd_opt(1970, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Everything that can be published, valid by construction.
#[derive(Debug, Clone)]
pub struct Site {
    /// Settings of `site.yaml`.
    pub settings: Settings,
    /// Units, parents before children; the first is the root. Never empty.
    pub units: Vec<Unit>,
    /// Notices, newest first, then by path.
    pub notices: Vec<Notice>,
    /// Plain pages by unit, order, path.
    pub pages: Vec<Page>,
    /// Regulations by unit, then by file name.
    pub regulations: Vec<Regulation>,
    /// Citations in the words of rosters, by those words.
    pub cited: BTreeMap<String, Vec<Cited>>,
    /// Procedures by unit, then by path.
    pub procedures: Vec<Procedure>,
    /// Pictures that notices and pages show, by path relative to the content folder, in order.
    pub pictures: Vec<String>,
    /// What was released and when.
    pub past: Past,
    /// The day of the last release, or where there is none, the last posting or announcement date in the content; dates
    /// feeds and PDF metadata.
    pub edition: NaiveDate,
}

impl Site {
    /// The root unit.
    pub fn root(&self) -> &Unit {
        &self.units[0]
    }

    /// A unit by id.
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.0]
    }

    /// A person by id.
    pub fn person(&self, id: PersonId) -> &Person {
        &self.units[id.unit.0].people[id.index]
    }

    /// Every roster with its id, units in order.
    pub fn rosters(&self) -> impl Iterator<Item = (RosterId, &Roster)> {
        self.units.iter().enumerate().flat_map(|(unit, content)| {
            let rosters = content.rosters.iter().enumerate();
            rosters.map(move |(index, roster)| (RosterId { unit: UnitId(unit), index }, roster))
        })
    }

    /// A regulation by id.
    pub fn regulation(&self, id: RegulationId) -> &Regulation {
        &self.regulations[id.0]
    }

    /// The regulations a citation may mean, by title or short name: those not superseded by another of them come first.
    pub fn regulations_called(&self, name: &str) -> Vec<RegulationId> {
        let called = self.regulations.iter().enumerate().filter(|(_, regulation)| regulation.is_called(name));
        let mut found: Vec<RegulationId> = called.map(|(at, _)| RegulationId(at)).collect();
        found.sort_by_key(|id| (self.regulation(*id).superseded_by.is_some(), *id));
        found
    }

    /// A roster by id.
    pub fn roster(&self, id: RosterId) -> &Roster {
        &self.units[id.unit.0].rosters[id.index]
    }
}

/// Settings of the whole site.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Public address with a final `/`, or `None`: then posters carry the telephone and no QR code.
    pub url: Option<String>,
    /// Short ASCII name, part of calendar identifiers and poster codes.
    pub code: String,
    /// Language of the site's own words.
    pub language: Language,
    /// IANA time zone.
    pub timezone: String,
    /// How times of day are written.
    pub time_style: TimeStyle,
    /// First day of the week.
    pub week_starts: WeekStart,
    /// Publishing office.
    pub publisher: Option<String>,
    /// 备案号, 公安备案号 and 网站标识码, as written; each stands in the foot of every page where it is given.
    pub identifiers: Identifiers,
    /// Complaints number of the whole site.
    pub complaints_phone: Option<String>,
    /// Sentences printed on every notice.
    pub on_every_notice: Vec<String>,
    /// The posters that `build` makes.
    pub posters: Vec<PosterWish>,
    /// Whether `build` makes calendars, data and feeds.
    pub data: bool,
    /// 接待次数统计: whether pages count how many of the sessions planned were held. Counts only, and off unless asked for.
    pub held_counts: bool,
    /// 数据许可: on what terms the data may be used; the theme's words where nothing is said.
    pub licence: Option<String>,
    /// 准予公开: what looks like personal information and may stand in public, as reviewed.
    pub may_be_public: Vec<String>,
    /// 安全联系: an address to tell of a fault in the site, as a URI.
    pub security_contact: Option<String>,
}

/// Numbers under which a Chinese government site is registered (政府网站发展指引, 国办发〔2017〕47号).
#[derive(Debug, Clone, Default)]
pub struct Identifiers {
    /// Licence number of the internet registry.
    pub icp: Option<String>,
    /// Public security registration.
    pub police_record: Option<String>,
    /// Identifier of a government site.
    pub site_id: Option<String>,
}

/// Language of the site's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// zh-CN.
    Chinese,
    /// en.
    English,
}

impl Language {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }
}

/// How times of day are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeStyle {
    /// 下午2:30.
    TwelveHour,
    /// 14:30.
    TwentyFourHour,
    /// 14时30分.
    Characters,
}

/// First day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekStart {
    /// Monday.
    Monday,
    /// Sunday.
    Sunday,
}
