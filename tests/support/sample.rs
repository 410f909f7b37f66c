//! An invented county as checked values, for tests and probes of what comes after `check`.
#![allow(unreachable_pub, dead_code, unused_imports, clippy::expect_used)]

#[path = "sample/documents.rs"]
mod documents;
#[path = "sample/large.rs"]
mod large;
#[path = "sample/rosters.rs"]
mod rosters;

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate, Weekday};
use gongshi::model::document::{Notice, Page};
use gongshi::model::hours::{Clock, ClockSpan, DayPart, Hours};
use gongshi::model::leader::{Group, Person, PersonId};
use gongshi::model::recurrence::{DayRule, MarketDays, Period, RestPolicy};
use gongshi::model::roster::{Booking, Need, NotHere, Posting, Roster};
use gongshi::model::session::{Change, ChangeKind, Kind, Participant, Role, Session, Shift, Venue, Who};
use gongshi::model::site::{Language, Settings, Site, TimeStyle, WeekStart};
use gongshi::model::unit::{Market, Phone, Place, SeasonHours, Unit, UnitId};

use documents::{notices, pages};
pub use large::large;
use rosters::{december, old_month, year_round};

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
        identifiers: gongshi::model::site::Identifiers {
            icp: Some("某ICP备12345678号".to_owned()),
            ..Default::default()
        },
        complaints_phone: Some("0736-5550119".to_owned()),
        on_every_notice: vec!["任何单位和个人不得打击报复信访人。".to_owned()],
        posters: gongshi::model::poster::PosterWish::defaults(),
        data: true,
        held_counts: false,
        licence: None,
        may_be_public: Vec::new(),
        security_contact: Some("mailto:webmaster@gongshi.example".to_owned()),
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
        online: None,
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
        rule: DayRule::Date,
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
    let start = hours.order();
    let first = who.first().map_or(0, |id| id.index + 1);
    format!("{:04x}{:08x}{start:04x}{first:04x}", unit.0, date.num_days_from_ce())
}

const COUNTY: UnitId = UnitId(0);
const LIUSHU: UnitId = UnitId(1);
const SHANGHE: UnitId = UnitId(2);
const QINGSHI: UnitId = UnitId(4);

fn county_person(index: usize) -> PersonId {
    PersonId { unit: COUNTY, index }
}

/// The sample county: two towns, villages, notices and pages, and a roster with every status.
pub fn site() -> Site {
    let mut county = unit("", None, "云岭县");
    county.children = vec![LIUSHU, QINGSHI];
    county.address = Some("云岭县城关镇人民路1号".to_owned());
    county.phones = vec![
        Phone { scope: None, number: "0736-5550100".to_owned() },
        Phone { scope: Some("预约接待".to_owned()), number: "0736-5550102".to_owned() },
    ];
    county.hours = vec![
        SeasonHours {
            season: Some("10月至次年5月".to_owned()), hours: "上午8:30至12:00，下午2:00至5:30".to_owned()
        },
        SeasonHours {
            season: Some("6月至9月".to_owned()), hours: "上午8:30至12:00，下午3:00至6:00".to_owned()
        },
    ];
    county.complaints_phone = Some("0736-5550119".to_owned());
    county.places = vec![
        Place {
            name: "县人民来访接待中心".to_owned(),
            also: vec!["县信访接待大厅".to_owned()],
            address: Some("云岭县城关镇和平路22号".to_owned()),
            directions: Some("乘2路、5路公交车到“和平路口”站，向东步行约200米，县图书馆对面。".to_owned()),
            hours: vec![SeasonHours {
                season: None, hours: "工作日上午8:30至12:00，下午2:00至5:30".to_owned()
            }],
            access: Some("正门有坡道，一楼接待，设低位窗口；有手语视频服务，请提前一天电话告知。".to_owned()),
            since: None,
            phones: vec![Phone { scope: None, number: "0736-5550102".to_owned() }],
        },
        Place {
            name: "县行政服务中心二楼".to_owned(),
            also: Vec::new(),
            address: Some("云岭县城关镇迎宾路6号".to_owned()),
            directions: None,
            hours: Vec::new(),
            access: Some("有电梯。".to_owned()),
            since: None,
            phones: Vec::new(),
        },
    ];
    county.people = county_people();
    county.groups = vec![Group {
        name: "县政府副县长".to_owned(),
        members: vec![county_person(2), county_person(3), county_person(4)],
    }];
    county.rosters = vec![december(), year_round(), old_month()];

    let mut liushu = unit("liushu", Some(COUNTY), "柳树镇");
    liushu.children = vec![SHANGHE, UnitId(3)];
    liushu.address = Some("云岭县柳树镇柳树街8号".to_owned());
    liushu.phones = vec![Phone { scope: None, number: "0736-5550211".to_owned() }];
    liushu.places = vec![Place {
        name: "柳树镇政府".to_owned(),
        also: Vec::new(),
        address: Some("云岭县柳树镇柳树街8号".to_owned()),
        directions: Some("柳树汽车站向北300米。".to_owned()),
        hours: Vec::new(),
        access: None,
        since: None,
        phones: Vec::new(),
    }];
    liushu.markets = vec![Market {
        name: "柳树集".to_owned(),
        days: MarketDays::LunarDigits(vec![3, 6, 9]),
        words: "农历逢三、六、九".to_owned(),
    }];
    liushu.people = vec![
        person("曹月桥", "cao-yueqiao", &["镇党委书记"], &["全面工作"], &[]),
        person(
            "买买提·艾力",
            "maimaiti-aili",
            &["镇党委副书记", "镇长"],
            &["镇政府全面工作", "财政", "安全生产"],
            &["上河村"],
        ),
    ];
    liushu.people[0].principal = true;
    let mut weekly = roster("2026-12", "2026年12月柳树镇党政领导接待日安排", day(2026, 12, 1), Some(day(2026, 12, 31)));
    weekly.issued_by = Some("柳树镇人民政府".to_owned());
    let hall = [Venue { name: "柳树镇政府".to_owned(), place: Some((LIUSHU, 0)) }];
    weekly.sessions = (1..=31)
        .map(|number| day(2026, 12, number))
        .filter(|date| date.weekday() == Weekday::Tue)
        .enumerate()
        .map(|(turn, date)| {
            let who = [PersonId { unit: LIUSHU, index: turn % 2 }];
            session(LIUSHU, date, Hours::Part(DayPart::Morning), &who, &hall)
        })
        .collect();
    liushu.rosters = vec![weekly];

    let mut shanghe = unit("liushu/shanghe", Some(LIUSHU), "上河村");
    shanghe.phones = vec![Phone { scope: None, number: "0736-5550233".to_owned() }];
    let mut open = roster("zhiban", "上河村村干部值班安排", day(2026, 12, 1), None);
    open.listed_until = day(2026, 12, 31);
    open.promises = vec!["每周2至3天有村干部值班".to_owned()];
    let post = Participant { role: Role::OnDuty, who: Who::Post("村“两委”干部".to_owned()) };
    open.sessions = (1..=31)
        .map(|number| day(2026, 12, number))
        .filter(|date| matches!(date.weekday(), Weekday::Wed | Weekday::Fri))
        .map(|date| {
            let mut duty = session(SHANGHE, date, Hours::Part(DayPart::WholeDay), &[], &[]);
            duty.kind = Kind::Duty;
            duty.people = vec![post.clone()];
            duty
        })
        .collect();
    shanghe.rosters = vec![open];

    let xiahe = unit("liushu/xiahe", Some(LIUSHU), "下河村");
    let mut qingshi = unit("qingshi", Some(COUNTY), "青石镇");
    qingshi.phones = vec![Phone { scope: None, number: "0736-5550311".to_owned() }];

    Site {
        settings: settings(),
        units: vec![county, liushu, shanghe, xiahe, qingshi],
        notices: notices(),
        pages: pages(),
        regulations: Vec::new(),
        cited: Default::default(),
        procedures: Vec::new(),
        pictures: Vec::new(),
        past: gongshi::model::past::Past::default(),
        edition: day(2026, 12, 1),
    }
}

fn county_people() -> Vec<Person> {
    let mut people = vec![
        person("陈守望", "chen-shouwang", &["县委书记"], &["县委全面工作"], &["柳树镇"]),
        person("韩龑", "han-yan", &["县委副书记", "县长"], &["县政府全面工作", "审计"], &["青石镇"]),
        person("罗䂮英", "luo-lueying", &["县委常委", "常务副县长"], &["发展改革", "财政", "应急管理", "信访"], &[]),
        person("欧阳鋐", "ouyang-hong", &["副县长"], &["农业农村", "水利", "林业"], &["柳树镇", "下河村"]),
        person("马会兰", "ma-huilan", &["副县长"], &["教育", "卫生健康", "民政", "人力资源和社会保障"], &[]),
        person("周启明", "zhou-qiming", &["县信访局局长"], &["信访"], &[]),
    ];
    people[0].principal = true;
    people[0].portfolio_verb = Some("主持".to_owned());
    people[1].portfolio_verb = Some("主持".to_owned());
    people[2].since = Some(day(2025, 3, 18));
    people[5].public_phone = Some("0736-5550105".to_owned());
    people
}

fn centre() -> Venue {
    Venue { name: "县人民来访接待中心".to_owned(), place: Some((COUNTY, 0)) }
}
