//! An invented county as checked values, for tests and probes of what comes after `check`.
#![allow(unreachable_pub, dead_code, clippy::expect_used)]

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate, Weekday};
use gongshi::model::document::{Notice, Page};
use gongshi::model::hours::{Clock, ClockSpan, DayPart, Hours};
use gongshi::model::leader::{Group, Person, PersonId};
use gongshi::model::recurrence::{MarketDays, Period, RestPolicy};
use gongshi::model::roster::{Booking, Need, NotHere, Posting, Roster};
use gongshi::model::session::{Change, ChangeKind, Kind, Participant, Role, Session, Shift, Venue, Who};
use gongshi::model::site::{Language, Settings, Site, TimeStyle, WeekStart};
use gongshi::model::unit::{Market, Phone, Place, SeasonHours, Unit, UnitId};

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

fn december() -> Roster {
    let mut december = roster("2026-12", "2026年12月县领导接待群众安排", day(2026, 12, 1), Some(day(2026, 12, 31)));
    december.issued_by = Some("中共云岭县委办公室、云岭县人民政府办公室".to_owned());
    december.issued_on = Some(day(2026, 11, 25));
    december.number = Some("云办发〔2026〕31号".to_owned());
    december.basis = vec!["《信访工作条例》第十条".to_owned()];
    december.for_whom = Some("本县群众，以及涉及本县事项的来访人".to_owned());
    december.notice_period = Some("提前5天公示".to_owned());
    december.posted = vec![
        Posting { channel: "县人民来访接待中心门口公示栏".to_owned(), date: Some(day(2026, 11, 25)) },
        Posting { channel: "各镇、村公开栏".to_owned(), date: Some(day(2026, 11, 26)) },
    ];
    december.booking = Some(Booking {
        need: Need::Preferred,
        deadline: Some("接待日前1个工作日下午5:00".to_owned()),
        how: Some("电话或到接待中心登记".to_owned()),
        phone: Some("0736-5550102".to_owned()),
        place: None,
        capacity: Some("每次6批".to_owned()),
        slot: Some("每批约20分钟".to_owned()),
        party: None,
        arrive_early: Some("请提前15分钟到场取号".to_owned()),
        overflow: Some("当天没有轮到的，由值班人员登记，优先安排下一次".to_owned()),
    });
    december.bring = vec!["本人身份证件".to_owned(), "与事项有关的材料复印件".to_owned()];
    december.representatives = Some(5);
    december.not_here = vec![
        NotHere {
            matter: "已经或者依法应当通过诉讼解决的".to_owned(),
            go_to: "县人民法院诉讼服务中心（城关镇法院街3号）".to_owned(),
            basis: Some("《信访工作条例》第三十一条".to_owned()),
        },
        NotHere {
            matter: "劳动争议".to_owned(),
            go_to: "县劳动人事争议仲裁院（县行政服务中心三楼）".to_owned(),
            basis: None,
        },
    ];
    december.notes = vec![
        "因紧急公务不能接待的，由同级领导递补，接待日不取消；变动在本页和公示栏同时公布。".to_owned(),
        "行动不便的群众可以预约上门接待。".to_owned(),
    ];
    december.sessions = december_sessions();
    december
}

fn december_sessions() -> Vec<Session> {
    let morning = || Hours::Spans(vec![span((9, 0), (11, 30))]);
    let received = |number, who: &[usize]| {
        let people: Vec<PersonId> = who.iter().map(|index| county_person(*index)).collect();
        session(COUNTY, day(2026, 12, number), morning(), &people, &[centre()])
    };
    let change = |kind, reason: Option<&str>, number| Change {
        kind,
        reason: reason.map(str::to_owned),
        announced: Some(day(2026, 12, number)),
    };
    let receives = |index| Participant { role: Role::Receives, who: Who::Person(county_person(index)) };

    let mut down = received(7, &[3]);
    down.kind = Kind::VisitDown;
    down.venues = vec![Venue { name: "柳树镇政府".to_owned(), place: Some((LIUSHU, 0)) }];
    down.hours = Hours::Spans(vec![span((14, 30), (17, 0))]);
    down.topic = Some("冬修水利和高标准农田".to_owned());

    let mut accompanied = received(7, &[2]);
    accompanied.people.push(Participant { role: Role::Accompanies, who: Who::Person(county_person(5)) });

    let mut substituted = received(15, &[1]);
    substituted.changes = vec![change(ChangeKind::Substituted { was: vec![receives(0)] }, Some("因公外出"), 8)];

    let mut shifted = received(14, &[4]);
    shifted.nominal = day(2026, 12, 12);
    shifted.shift = Some(Shift { from: day(2026, 12, 12), policy: RestPolicy::NextWorkday, holiday: None });

    let mut moved = received(22, &[2]);
    moved.nominal = day(2026, 12, 21);
    moved.changes = vec![
        change(ChangeKind::Moved { was: day(2026, 12, 21) }, Some("会议冲突"), 16),
        change(ChangeKind::Relocated { was: vec![centre()] }, None, 17),
    ];
    moved.venues = vec![Venue { name: "县行政服务中心二楼".to_owned(), place: Some((COUNTY, 1)) }];

    let mut cancelled = received(24, &[3]);
    cancelled.changes = vec![change(ChangeKind::Cancelled, Some("道路封闭"), 23)];

    let mut retimed = received(28, &[4]);
    retimed.hours = Hours::Spans(vec![span((8, 30), (11, 0)), span((14, 30), (16, 30))]);
    retimed.changes = vec![change(ChangeKind::Retimed { was: morning() }, None, 20)];

    let mut makeup = received(26, &[1]);
    makeup.on_makeup_day = true;
    makeup.note = Some("这天是补班日，照常接待".to_owned());

    let mut joint = received(30, &[1]);
    joint.kind = Kind::Joint;
    joint.people = vec![
        Participant { role: Role::InCharge, who: Who::PersonAndOthers(county_person(1), "等县领导".to_owned()) },
        Participant { role: Role::Receives, who: Who::Post("县直有关部门主要负责人".to_owned()) },
    ];
    joint.scope = vec!["拖欠工资".to_owned(), "物业管理".to_owned()];
    joint.hours = Hours::Part(DayPart::WholeDay);
    joint.changes = vec![change(ChangeKind::Added, None, 18)];

    let mut sessions = vec![
        received(1, &[1]),
        received(2, &[5]),
        received(4, &[4]),
        accompanied,
        down,
        received(9, &[5]),
        received(11, &[2]),
        shifted,
        substituted,
        received(16, &[5]),
        received(18, &[3]),
        moved,
        cancelled,
        makeup,
        retimed,
        joint,
        received(31, &[0]),
    ];
    sessions.sort_by_key(|session| (session.date, session.hours.start()));
    sessions
}

/// A roster over fourteen months, into a year whose days off are not announced: more than 400 sessions.
fn year_round() -> Roster {
    let mut daily = roster("jiedai", "县信访局日常接待安排", day(2026, 11, 1), None);
    daily.listed_until = day(2027, 12, 31);
    daily.issued_by = Some("云岭县信访局".to_owned());
    daily.promises = vec!["每个工作日都有人接待".to_owned()];
    let hours = Hours::Spans(vec![span((8, 30), (12, 0)), span((14, 0), (17, 30))]);
    let mut date = daily.period.first;
    let mut turns = 0;
    while date <= daily.listed_until {
        if !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            for offset in 0..2 {
                let who = [county_person(2 + (turns + offset) % 4)];
                let mut session = session(COUNTY, date, hours.clone(), &who, &[centre()]);
                session.kind = Kind::Desk;
                session.holidays_known = date.year() == 2026;
                daily.sessions.push(session);
            }
            turns += 1;
        }
        date = date.succ_opt().expect("not the end of time");
    }
    daily
}

fn old_month() -> Roster {
    let mut old = roster("2026-10", "2026年10月县领导接待群众安排", day(2026, 10, 1), Some(day(2026, 10, 31)));
    old.sessions = [15, 26]
        .into_iter()
        .enumerate()
        .map(|(index, number)| {
            let hours = Hours::Spans(vec![span((9, 0), (11, 30))]);
            session(COUNTY, day(2026, 10, number), hours, &[county_person(index)], &[centre()])
        })
        .collect();
    old
}

fn notices() -> Vec<Notice> {
    let notice = |unit, stem: &str, title: &str, date, html: &str, summary: &str| Notice {
        unit,
        stem: stem.to_owned(),
        title: title.to_owned(),
        date,
        column: None,
        expires: None,
        html: html.to_owned(),
        summary: summary.to_owned(),
    };
    let mut change = notice(
        COUNTY,
        "2026-12-08-tiaozheng",
        "关于12月15日县领导接待安排调整的通告",
        day(2026, 12, 8),
        "<p>原定12月15日（周二）由县委书记陈守望接待群众，因公外出，现由县委副书记、县长韩龑接待，时间、地点不变。</p>\n\
         <h2>已经预约的群众</h2>\n<p>预约继续有效，不需要重新登记。</p>\n\
         <ul><li>接待时间：上午9:00至11:30</li><li>咨询电话：0736-5550102</li></ul>\n\
         <table><thead><tr><th scope=\"col\">事项</th><th scope=\"col\">联系科室</th></tr></thead>\
         <tbody><tr><td>预约登记</td><td>来访接待科</td></tr></tbody></table>\n",
        "原定12月15日由县委书记陈守望接待群众，现由县长韩龑接待，时间、地点不变。",
    );
    change.column = Some("安排调整".to_owned());
    change.expires = Some(day(2026, 12, 15));
    vec![
        change,
        notice(
            LIUSHU,
            "2026-11-28-gaizao",
            "柳树镇接待室改造期间的接待地点",
            day(2026, 11, 28),
            "<p>接待室改造期间，接待地点改在镇政府一楼会议室。</p>",
            "接待室改造期间，接待地点改在镇政府一楼会议室。",
        ),
        notice(
            COUNTY,
            "2026-11-25-anpai",
            "2026年12月县领导接待群众安排已经公布",
            day(2026, 11, 25),
            "<p>12月县领导接待群众安排已经公布，请在“接待安排”中查看。</p>",
            "12月县领导接待群众安排已经公布。",
        ),
    ]
}

fn pages() -> Vec<Page> {
    let page = |stem: &str, title: &str, order, html: &str, summary: &str| Page {
        unit: COUNTY,
        stem: stem.to_owned(),
        title: title.to_owned(),
        order,
        html: html.to_owned(),
        summary: summary.to_owned(),
    };
    vec![
        page(
            "zenme-lai",
            "第一次来访须知",
            1,
            "<p>任何人都可以来反映情况，<strong>不收费</strong>，不需要找人介绍。</p>\n<h2>来之前</h2>\n\
             <ol><li>看一看<a href=\"../index.html\">最近的接待安排</a>。</li><li>打电话预约，或者当天到场登记。</li>\
             <li>带上身份证件和材料复印件，原件自己保留。</li></ol>\n<h2>当天</h2>\n\
             <p>到接待中心一楼取号，工作人员会告诉您在哪里等候。</p>\n\
             <blockquote><p>多人反映共同事项的，应当推选代表，代表人数不得超过5人。</p></blockquote>\n",
            "任何人都可以来反映情况，不收费，不需要找人介绍。",
        ),
        page(
            "qita-qudao",
            "其他反映渠道",
            2,
            "<p>除了来访，也可以写信、打电话或者在网上反映。</p>",
            "除了来访，也可以写信、打电话或者在网上反映。",
        ),
    ]
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
