//! Whole sites, from folder to sessions: the example of the design, a county with twenty mistakes, real shapes of rosters.

#![expect(clippy::expect_used, reason = "a test stops at what it cannot read")]

#[path = "support/theme.rs"]
mod theme;

use std::path::{Path, PathBuf};

use gongshi::diag::{Lang, Report, path_of, text};
use gongshi::model::hours::{Clock, Hours};
use gongshi::model::poster::PosterKind;
use gongshi::model::roster::{Roster, RosterId};
use gongshi::model::session::{ChangeKind, Kind, Participant, Session, Who};
use gongshi::model::site::Site;
use gongshi::model::unit::UnitId;
use gongshi::pipeline::{self, Checked};
use gongshi::plan::{Output, Subject};
use gongshi::render::desk::Desk;
use gongshi::render::poster;
use gongshi::render::words::Language;
use gongshi::render::words::people::People;
use gongshi::source::Sources;
use gongshi::theme::Theme;

/// Code, file, line and column of every mistake in `sites/twenty-mistakes`.
const MISTAKES: [(&str, &str, usize, usize); 20] = [
    ("GS0605", "leaders.yaml", 6, 33),
    ("GS0372", "liushu/rosters/2026-11.yaml", 8, 10),
    ("GS0333", "liushu/rosters/2026-12.yaml", 5, 6),
    ("GS0701", "notices/2026-11-24-december.md", 5, 12),
    ("GS0610", "notices/2026-11-24-december.md", 7, 4),
    ("GS0707", "notices/2026-11-24-december.md", 7, 15),
    ("GS0342", "rosters/2026-12.yaml", 13, 20),
    ("GS0355", "rosters/2026-12.yaml", 14, 34),
    ("GS0304", "rosters/2026-12.yaml", 15, 32),
    ("GS0212", "rosters/2026-12.yaml", 16, 11),
    ("GS0302", "rosters/2026-12.yaml", 17, 19),
    ("GS0311", "rosters/2026-12.yaml", 18, 36),
    ("GS0214", "rosters/2026-12.yaml", 20, 11),
    ("GS0340", "rosters/2026-12.yaml", 22, 44),
    ("GS0306", "rosters/2027-01.yaml", 2, 5),
    ("GS0117", "rosters/2027-01.yaml", 3, 13),
    ("GS0130", "rosters/2027-01.yaml", 5, 1),
    ("GS0202", "site.yaml", 3, 5),
    ("GS0119", "unit.yaml", 6, 21),
    ("GS0330", "unit.yaml", 8, 19),
];

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn check(root: &Path) -> Checked {
    pipeline::check(root, &Theme::built_in()).expect("the site is a folder")
}

fn shown(sources: &Sources, report: &Report) -> String {
    text::render(report, sources, text::Style { lang: Lang::Zh, ..text::Style::default() })
}

/// The site of a folder about which there is nothing to say.
fn sound(root: &Path) -> Site {
    let checked = check(root);
    assert_eq!(shown(&checked.sources, &checked.report), "");
    checked.site.expect("a site without diagnostics")
}

fn name(site: &Site, who: &Who) -> String {
    match who {
        Who::Person(id) => site.person(*id).name.clone(),
        Who::PersonAndOthers(id, others) => format!("{}{others}", site.person(*id).name),
        Who::Post(words) => words.clone(),
    }
}

fn names(site: &Site, people: &[Participant]) -> String {
    people.iter().map(|one| name(site, &one.who)).collect::<Vec<_>>().join("、")
}

fn hours(hours: &Hours) -> String {
    let clock = |clock: Clock| format!("{}:{:02}", clock.hour(), clock.minute());
    match hours {
        Hours::Spans(spans) => spans
            .iter()
            .map(|span| format!("{}–{}", clock(span.from()), clock(span.to())))
            .collect::<Vec<_>>()
            .join(" "),
        Hours::From(from) => format!("{}起", clock(*from)),
        other => format!("{other:?}"),
    }
}

/// A session in one line: day, hours, who, where, and what was planned first.
fn line(site: &Site, session: &Session) -> String {
    let places: Vec<&str> = session.venues.iter().map(|venue| venue.name.as_str()).collect();
    let mut line = format!("{} {}", session.date, hours(&session.hours));
    line += &format!(" {} {}", names(site, &session.people), places.join("、"));
    if session.kind != Kind::Reception {
        line += &format!(" {:?}", session.kind);
    }
    if let Some(shift) = &session.shift {
        line += &format!(" 原为{}", shift.from);
    }
    for change in &session.changes {
        if let ChangeKind::Substituted { was, .. } = &change.kind {
            line += &format!(" 原定{}", names(site, was));
        }
        if let Some(announced) = change.announced {
            line += &format!(" {announced}公布");
        }
    }
    line
}

fn roster<'a>(site: &'a Site, unit: &str, stem: &str) -> &'a Roster {
    let unit = site.units.iter().find(|one| one.path == unit).expect("the unit");
    unit.rosters.iter().find(|one| one.stem == stem).expect("the roster")
}

/// Worked out by hand from a calendar of December 2026 (the 1st is a Tuesday) and the lunar months (the 10th began on
/// 9 November, the 11th on 9 December). Mondays: 30 November is 韩龑's week, so 7 December is the second of the three.
#[test]
fn the_example_of_the_design_is_sound_and_exact() {
    let site = sound(&at("tests/sites/design"));
    let sessions = &roster(&site, "", "2026-12").sessions;
    let lines: Vec<String> = sessions.iter().map(|session| line(&site, session)).collect();
    let market = |day: &str, lunar: &str| {
        assert!(!lunar.is_empty());
        format!("2026-12-{day} 9:00–11:30 周启明 柳树镇集市服务点")
    };
    let monday = |day: &str, who: &str| format!("2026-12-{day} 9:00–11:30 {who} 县人民来访接待中心");
    let wanted = [
        market("01", "廿三"),
        market("04", "廿六"),
        monday("07", "罗䂮英"),
        market("07", "廿九"),
        "2026-12-07 14:30–17:00 欧阳鋐 柳树镇政府 VisitDown".to_owned(),
        market("11", "初三"),
        monday("14", "马会兰"),
        market("14", "初六"),
        "2026-12-15 9:00–11:30 韩龑 县人民来访接待中心 原定陈守望 2026-12-08公布".to_owned(),
        market("17", "初九"),
        monday("21", "韩龑"),
        market("21", "十三"),
        market("24", "十六"),
        // A Sunday, and held all the same: 遇周末: 照常.
        market("27", "十九"),
        monday("28", "罗䂮英"),
        market("31", "廿三"),
    ];
    assert_eq!(lines, wanted);
}

#[test]
fn the_sample_county_is_sound() {
    sound(&at("content"));
}

/// Whoever is said to come along goes with each of those who go to their own towns, and makes no reception of his own.
#[test]
fn companions_go_along_to_each_linked_town() {
    let site = sound(&at("content"));
    let sessions = &roster(&site, "", "lianxi").sessions;
    let lines: Vec<String> = sessions.iter().take(5).map(|session| line(&site, session)).collect();
    let wanted = [("陈守望", "柳树镇政府"), ("韩龑", "青石镇便民服务中心"), ("石𬭎", "枫林镇便民服务中心")];
    let wanted = wanted.into_iter().chain([("罗䂮英", "城关街道便民服务中心"), ("秦𠅤", "白鹭乡便民服务中心")]);
    let wanted = wanted
        .map(|(who, place)| format!("2026-10-26 9:00–11:30 {who}、乡镇主要负责人 {place} VisitDown 原为2026-10-25"));
    assert_eq!(lines, wanted.collect::<Vec<_>>());
}

/// Departments take turns on duty; who leads the shift and the lawyer are there each day.
#[test]
fn only_those_on_duty_take_turns_under_one_who_leads() {
    let site = sound(&at("content"));
    let duty = |unit: &str, stem: &str| -> Vec<String> {
        let sessions = roster(&site, unit, stem).sessions.iter();
        sessions.map(|session| names(&site, &session.people)).collect()
    };
    let offices = ["县人社局", "县自然资源局", "县住建局", "县农业农村局", "县人社局"];
    let joint = offices.map(|office| format!("梅映川、{office}值班人员、值班律师"));
    assert_eq!(duty("", "lianhe")[..5], joint);
    let nights = ["祝清和", "汪远志", "田秀禾", "葛同心", "祝清和", "汪远志", "田秀禾"];
    assert_eq!(duty("liushu", "yuandan"), nights.map(|name| format!("高鹏程、{name}")));
}

/// The last session is put off beyond the roster's end; a change until further notice holds for it too.
#[test]
fn until_further_notice_reaches_what_is_put_off() {
    let site = sound(&at("content"));
    let sessions = &roster(&site, "qingshi", "2027").sessions;
    let last = sessions.last().map(|session| line(&site, session));
    assert_eq!(last.as_deref(), Some("2027-03-01 9:00–11:30 雷䶮 青石镇文化站 原为2027-02-28 2026-11-24公布"));
}

/// Each area has its own number to book by, and each number is one that can be dialled.
#[test]
fn numbers_by_area_are_dialled_one_by_one() {
    let site = sound(&at("content"));
    let (_, pages) = theme::draw(&site);
    let page = &pages["rosters/shipin.html"];
    for (area, tail) in
        [("城关街道", "001"), ("柳树镇", "101"), ("青石镇", "201"), ("白鹭乡", "301"), ("枫林镇", "401")]
    {
        let number =
            format!("<dt>{area}</dt><dd><a class=\"tel\" href=\"tel:00005558{tail}\">0000-5558{tail}</a></dd>");
        assert!(page.contains(&number), "{area}");
    }
}

/// Who deals with which matters stands on the notice too, not only on the page.
#[test]
fn a_notice_says_what_each_deals_with() {
    let site = sound(&at("content"));
    let (plan, _) = theme::draw(&site);
    let language = Language::new(&site, &theme::read).expect("the theme's words");
    let people = People::new(&site, &language.words);
    let village = site.units.iter().position(|unit| unit.path == "fenglin/zhuyuan").expect("the village");
    let id = RosterId { unit: UnitId(village), index: 0 };
    let desk = Desk { site: &site, plan: &plan, words: &language.words, people: &people };
    let notice = poster::panels(&desk, Subject::Roster(id), None).remove(0);
    let topics: Vec<&str> = notice.rows.iter().take(2).map(|row| row.topic.as_str()).collect();
    assert_eq!(topics, ["党员、养老和救助的事", "土地、水利和修路的事"]);
}

/// A promise without days has no other place for its remark.
#[test]
fn a_promise_keeps_its_remark() {
    let site = sound(&at("content"));
    let promises = &roster(&site, "bailu/shanmu", "jiri").promises;
    assert_eq!(promises[..], ["冼阿福 每周1次（哪一天由村广播提前通知）"]);
}

/// Each of twenty kinds of mistake is found where it is, and nothing else is found.
#[test]
fn twenty_mistakes_give_twenty_diagnostics() {
    let Checked { sources, report, site } = check(&at("tests/sites/twenty-mistakes"));
    let found: Vec<(&str, &str, usize, usize)> = report
        .sorted(&sources)
        .into_iter()
        .map(|one| {
            assert!(!one.remedy(Lang::Zh).is_empty() && !one.remedy(Lang::En).is_empty());
            let span = one.span.expect("a place");
            let place = sources.get(span.file).expect("the file").position(span.range().start);
            (one.code.id, path_of(one, &sources), place.line, place.column)
        })
        .collect();
    assert_eq!(found, MISTAKES);
    assert!(site.is_none());
    insta::assert_snapshot!("twenty-mistakes", shown(&sources, &report));
}

/// An English borough: its own bank holidays and school holidays, English keys and values, no Chinese anywhere.
#[test]
fn the_surgeries_are_sound_and_all_in_english() {
    let site = sound(&at("tests/sites/surgeries"));
    let sessions = &roster(&site, "", "saturday").sessions;
    let lines: Vec<String> = sessions.iter().filter(|one| !one.cancelled()).map(|one| line(&site, one)).collect();
    // The third Saturdays; 19 December falls into the school holidays, November and January have changed places.
    let wanted = [
        "2026-10-17 10:00–12:00 Dorothy Penhallow Ashcombe Town Hall",
        "2026-11-21 10:00–12:00 Dorothy Penhallow Ashcombe Town Hall 原定Idris Vaughan 2026-11-10公布",
        "2027-01-16 10:00–12:00 Idris Vaughan Ashcombe Town Hall 原定Dorothy Penhallow 2026-11-10公布",
    ];
    assert_eq!(lines, wanted);

    let chinese = |text: &str| {
        text.contains(|c: char| ('\u{2e80}'..'\u{a000}').contains(&c) || ('\u{ff00}'..'\u{ffef}').contains(&c))
    };
    let (plan, outputs) = theme::draw(&site);
    assert!(outputs.len() > 20, "{}", outputs.len());
    for (path, text) in &outputs {
        assert!(!chinese(text), "{path}: {:?}", text.lines().find(|line| chinese(line)));
    }
    let language = Language::new(&site, &theme::read).expect("the theme's words");
    let people = People::new(&site, &language.words);
    let (mut notices, mut changes) = (0, 0);
    for output in &plan.outputs {
        let Output::PosterPdf(piece) = *output else { continue };
        let desk = Desk { site: &site, plan: &plan, words: &language.words, people: &people };
        for notice in poster::panels(&desk, piece.subject, None) {
            let found: Vec<&str> = notice.printed().into_iter().filter(|text| chinese(text)).collect();
            assert!(found.is_empty(), "{}: {found:?}", notice.title);
        }
        match piece.subject.kind() {
            PosterKind::Change => changes += 1,
            _ => notices += 1,
        }
    }
    // Five rosters, a chart and a leaflet.
    assert_eq!(notices, 7);
    assert!(changes > 0);
}
