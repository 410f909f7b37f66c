//! The rosters of the sample county.

use super::*;

pub(super) fn december() -> Roster {
    let mut december = roster("2026-12", "2026年12月县领导接待群众安排", day(2026, 12, 1), Some(day(2026, 12, 31)));
    december.issued_by = Some("中共云岭县委办公室、云岭县人民政府办公室".to_owned());
    december.issued_on = Some(day(2026, 11, 25));
    december.number = Some("云办发〔2026〕31号".to_owned());
    december.basis = vec!["《信访工作条例》第十条".to_owned()];
    december.for_whom = Some("本县群众，以及涉及本县事项的来访人".to_owned());
    december.notice_period = Some("提前5天公示".to_owned());
    december.posted = vec![
        Posting {
            channel: "县人民来访接待中心门口公示栏".to_owned(), date: Some(day(2026, 11, 25)), ahead: None
        },
        Posting { channel: "各镇、村公开栏".to_owned(), date: Some(day(2026, 11, 26)), ahead: None },
    ];
    december.booking = Some(Booking {
        need: Need::Preferred,
        deadline: Some("接待日前1个工作日下午5:00".to_owned()),
        how: Some("电话或到接待中心登记".to_owned()),
        phones: vec![Phone { scope: None, number: "0736-5550102".to_owned() }],
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
        own_day: true,
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
    substituted.changes = vec![change(
        ChangeKind::Substituted { was: vec![receives(0)], now: vec![receives(1)], before: vec![receives(0)] },
        Some("因公外出"),
        8,
    )];

    let mut shifted = received(14, &[4]);
    shifted.nominal = day(2026, 12, 12);
    shifted.shift =
        Some(Shift { from: day(2026, 12, 12), policy: RestPolicy::NextWorkday, holiday: None, closed: false });

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
    sessions.sort_by_key(|session| (session.date, session.hours.order()));
    sessions
}

/// A roster over fourteen months, into a year whose days off are not announced: more than 400 sessions.
pub(super) fn year_round() -> Roster {
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

pub(super) fn old_month() -> Roster {
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
