//! The parts of a site with as little in them as they allow.

use chrono::{Datelike as _, NaiveDate};
use gongshi::model::hours::{Clock, ClockSpan, Hours};
use gongshi::model::leader::{Person, PersonId};
use gongshi::model::recurrence::Period;
use gongshi::model::roster::Roster;
use gongshi::model::session::{Kind, Participant, Role, Session, Venue, Who};
use gongshi::model::site::{Language, Settings, TimeStyle, WeekStart};
use gongshi::model::unit::{Unit, UnitId};

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

pub fn span(from: (u16, u16), to: (u16, u16)) -> ClockSpan {
    let clock = |(hour, minute)| Clock::new(hour, minute).expect("a time of day");
    ClockSpan::new(clock(from), clock(to)).expect("from before to")
}

pub fn settings() -> Settings {
    Settings {
        url: Some("https://gongshi.example/".to_owned()),
        code: "yunling".to_owned(),
        language: Language::Chinese,
        timezone: "Asia/Shanghai".to_owned(),
        time_style: TimeStyle::TwelveHour,
        week_starts: WeekStart::Monday,
        publisher: Some("云岭县信访局".to_owned()),
        complaints_phone: Some("0736-5550119".to_owned()),
        on_every_notice: vec!["任何单位和个人不得打击报复信访人。".to_owned()],
        posters: true,
    }
}

pub fn unit(path: &str, parent: Option<UnitId>, name: &str) -> Unit {
    Unit {
        path: path.to_owned(),
        parent,
        children: Vec::new(),
        name: name.to_owned(),
        also: Vec::new(),
        address: None,
        phones: Vec::new(),
        hours: Vec::new(),
        places: Vec::new(),
        markets: Vec::new(),
        complaints_phone: None,
        people: Vec::new(),
        groups: Vec::new(),
        rosters: Vec::new(),
    }
}

pub fn person(name: &str, slug: &str, posts: &[&str], portfolio: &[&str], linked: &[&str]) -> Person {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Person {
        name: name.to_owned(),
        key: None,
        slug: slug.to_owned(),
        posts: owned(posts),
        principal: false,
        since: None,
        until: None,
        portfolio: owned(portfolio),
        portfolio_verb: None,
        linked: owned(linked),
        assists: None,
        public_phone: None,
    }
}

pub fn roster(stem: &str, title: &str, first: NaiveDate, last: Option<NaiveDate>) -> Roster {
    Roster {
        stem: stem.to_owned(),
        title: title.to_owned(),
        issued_by: None,
        issued_on: None,
        number: None,
        basis: Vec::new(),
        period: Period { first, last },
        listed_until: last.unwrap_or(first),
        hours: Hours::Unstated,
        venues: Vec::new(),
        for_whom: None,
        notice_period: None,
        post_by: None,
        posted: Vec::new(),
        booking: None,
        bring: Vec::new(),
        representatives: None,
        not_here: Vec::new(),
        notes: Vec::new(),
        complaints_phone: None,
        promises: Vec::new(),
        sessions: Vec::new(),
    }
}

pub fn session(unit: UnitId, date: NaiveDate, hours: Hours, who: &[PersonId], venues: &[Venue]) -> Session {
    let receives = |id: &PersonId| Participant { role: Role::Receives, who: Who::Person(*id) };
    Session {
        key: key(unit, date, &hours, who),
        unit,
        nominal: date,
        date,
        hours,
        kind: Kind::Reception,
        people: who.iter().map(receives).collect(),
        venues: venues.to_vec(),
        topic: None,
        scope: Vec::new(),
        note: None,
        terms: Vec::new(),
        shift: None,
        changes: Vec::new(),
        holidays_known: true,
        on_makeup_day: false,
    }
}

/// Stands in for the hash that `check` makes.
fn key(unit: UnitId, date: NaiveDate, hours: &Hours, who: &[PersonId]) -> String {
    let start = hours.start().map_or(0, |clock| clock.minutes());
    let first = who.first().map_or(0, |id| id.index + 1);
    format!("{:04x}{:08x}{start:04x}{first:04x}", unit.0, date.num_days_from_ce())
}
