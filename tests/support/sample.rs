//! An invented county as checked values, for tests and probes of what comes after `check`.
#![allow(unreachable_pub, dead_code, clippy::expect_used)]

#[path = "sample/documents.rs"]
mod documents;
#[path = "sample/parts.rs"]
mod parts;
#[path = "sample/rosters.rs"]
mod rosters;

use chrono::{Datelike as _, Weekday};
use gongshi::model::hours::{DayPart, Hours};
use gongshi::model::leader::{Group, Person, PersonId};
use gongshi::model::recurrence::MarketDays;
use gongshi::model::session::{Kind, Participant, Role, Venue, Who};
use gongshi::model::site::Site;
use gongshi::model::unit::{Market, Phone, Place, SeasonHours, UnitId};
use std::collections::BTreeMap;

use documents::{notices, pages};
#[allow(unused_imports)]
pub use parts::{day, person, roster, session, settings, span, unit};
use rosters::{december, old_month, year_round};

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
        pictures: Vec::new(),
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

/// A site of `count` rosters with 31 rows each, for measuring.
#[allow(dead_code)]
pub fn large(count: usize) -> Site {
    let per_unit = 50;
    let mut settings = settings();
    settings.posters = false;
    let mut root = unit("", None, "云岭县");
    let towns = count.div_ceil(per_unit);
    root.children = (1..=towns).map(UnitId).collect();
    let mut units = vec![root];
    let names = BTreeMap::from([(0, "陈守望"), (1, "韩龑"), (2, "罗䂮英"), (3, "马会兰")]);
    for town in 0..towns {
        let id = UnitId(town + 1);
        let mut unit = unit(&format!("t{town:04}"), Some(UnitId(0)), &format!("第{town}镇"));
        unit.people = (0..4)
            .map(|index| person(names[&index], &format!("p{index}"), &["副镇长"], &["农业", "水利"], &[]))
            .collect();
        for number in 0..per_unit.min(count - town * per_unit) {
            let month = u32::try_from(number % 12).expect("small") + 1;
            let first = day(2000 + i32::try_from(number).expect("small"), month, 1);
            let last = first.checked_add_days(chrono::Days::new(30)).expect("a day");
            let mut one = roster(&format!("r{number:03}"), "党政领导接待群众安排", first, Some(last));
            one.sessions = first
                .iter_days()
                .take(31)
                .enumerate()
                .map(|(index, date)| {
                    let who = [PersonId { unit: id, index: index % 4 }];
                    let venue = Venue { name: "镇便民服务中心".to_owned(), place: None };
                    session(id, date, Hours::Spans(vec![span((9, 0), (11, 30))]), &who, &[venue])
                })
                .collect();
            unit.rosters.push(one);
        }
        units.push(unit);
    }
    Site { settings, units, notices: Vec::new(), pages: Vec::new(), pictures: Vec::new(), edition: day(2026, 12, 1) }
}
