//! Every kind of change on every shape of roster, for a day and for a span: what the rows say then, or what is asked.
//!
//! One snapshot a shape. Each line of a block is a row of the roster that the change touches: day, hours, people, places,
//! and the words that pages and posters show beside it.
#![allow(clippy::expect_used, missing_docs)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use gongshi::diag::{Lang, text};
use gongshi::model::roster::RosterId;
use gongshi::model::site::Site;
use gongshi::model::unit::UnitId;
use gongshi::pipeline;
use gongshi::plan::{SessionRef, rows};
use gongshi::render::words::Language;
use gongshi::render::words::people::People;
use gongshi::render::words::status::standing;
use gongshi::theme::Theme;

/// A shape of roster: its name, further lines of its head, its entries, and who is chosen by a change.
const SHAPES: &[(&str, &str, &str, &str)] = &[
    ("one-person", "", "  - {接待人: 陈守望, 每周: 周二}", "陈守望"),
    ("joint", "", "  - {接待人: [陈守望, 韩龑], 每周: 周二, 陪同: 周启明}", "陈守望"),
    ("on-duty", "", "  - {带班: 陈守望, 值班: [韩龑, 周启明], 每周: 周二, 方式: 值班}", "陈守望"),
    ("in-turn", "", "  - {接待人: [陈守望, 韩龑, 周启明], 每周: 周二, 轮流: 按次, 起算: 2026-12-01}", ""),
    ("a-post", "", "  - {接待人: 一名县级领导, 每周: 周二}", ""),
    ("with-others", "", "  - {接待人: 陈守望等县领导, 每周: 周二}", "陈守望"),
    (
        "twice-a-day",
        "",
        "  - {接待人: 陈守望, 每周: 周二, 时间: 9:00-11:30}\n  - {接待人: 韩龑, 每周: 周二, 时间: 下午2:30-5:00}",
        "陈守望",
    ),
    ("two-units", "适用: 各镇\n", "  - {接待人: 值班干部, 每周: 周二}", ""),
];

/// A kind of change, in a slot each for the day or days.
const KINDS: &[(&str, &str)] = &[
    ("改由", "改由: 罗䂮英, 原因: 因公外出"),
    ("递补", "递补: 是, 原因: 因公外出"),
    ("对调", "对调: 2026-12-15"),
    ("改期", "改期: 2026-12-10, 原因: 会议"),
    ("改时间", "改时间: 下午3:00-5:00"),
    ("改地点", "改地点: 柳树镇政府"),
    ("取消", "取消: 是, 原因: 天气"),
    ("增加", "增加: {接待人: 罗䂮英, 日期: 2026-12-09}"),
];

const DAYS: &[(&str, &str)] = &[
    ("日期", "日期: 2026-12-08"),
    ("起止", "起止: 2026-12-08 至 2026-12-22"),
    ("直至", "日期: 2026-12-08, 直至: 2026-12-15"),
    ("另行通知", "日期: 2026-12-15, 直至: 另行通知"),
];

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("written");
}

fn county(root: &Path, head: &str, entries: &str, change: &str) {
    write(root, "site.yaml", "代码: demo\n网址: https://demo.example/\n");
    write(
        root,
        "unit.yaml",
        "名称: 云岭县\n场所:\n  - {名称: 接待中心, 地址: 府前路1号}\n  - {名称: 柳树镇政府, 地址: 柳树街1号}\n",
    );
    let people = ["陈守望", "韩龑", "周启明", "罗䂮英", "马会兰"];
    let people: String = people.iter().map(|name| format!("  - {{姓名: {name}, 职务: 县领导}}\n")).collect();
    write(root, "leaders.yaml", &format!("人员:\n{people}"));
    write(root, "liushu/unit.yaml", "名称: 柳树镇\n");
    write(root, "qingshi/unit.yaml", "名称: 青石镇\n");
    let roster = format!(
        "标题: 接待安排\n落款日期: 2026-11-20\n起止: 2026年12月\n地点: 接待中心\n时间: 9:00-11:30\n遇节假日: 照常\n{head}安排:\n{entries}\n变更:\n  - {{{change}}}\n"
    );
    write(root, "rosters/a.yaml", &roster);
}

fn row(site: &Site, language: &Language, people: &People<'_>, listed: SessionRef) -> String {
    let words = &language.words;
    let session = listed.of(site);
    let (hours, venues) = listed.when_and_where(site);
    let places: Vec<&str> = venues.iter().map(|venue| venue.name.as_str()).collect();
    let status = standing(listed, session, words, people);
    let status: Vec<&str> = status.iter().map(|status| status.words.as_str()).collect();
    let off = if listed.off(site) { " ✗" } else { "" };
    let unit = if session.unit.0 == 0 { String::new() } else { format!("{} ", site.unit(session.unit).name) };
    format!(
        "{}{off} {unit}{} {} {}{}{}",
        listed.date,
        words.hours(hours).unwrap_or_default(),
        people.names(&session.people, words),
        places.join("、"),
        if status.is_empty() { "" } else { " | " },
        status.join("；"),
    )
}

/// What a roster gives with a change: the rows that are not as without it, or the problems.
fn outcome(head: &str, entries: &str, change: &str) -> String {
    let root = tempfile::tempdir().expect("a folder");
    county(root.path(), head, entries, change);
    let theme = Theme::built_in();
    let checked = pipeline::check(root.path(), &theme).expect("the folder is there");
    let mut shown = String::new();
    if checked.report.iter().next().is_some() {
        let report =
            text::render(&checked.report, &checked.sources, text::Style { lang: Lang::Zh, ..text::Style::default() });
        for line in report.lines().filter(|line| line.contains("[GS")) {
            writeln!(shown, "  {line}").expect("a string");
        }
    }
    let Some(site) = checked.site else { return shown };
    let language = Language::new(&site, &|path| theme.file(path)).expect("words");
    let people = People::new(&site, &language.words);
    let id = RosterId { unit: UnitId(0), index: 0 };
    for listed in rows(id, site.roster(id)) {
        let session = listed.of(&site);
        if !session.changes.is_empty() {
            writeln!(shown, "  {}", row(&site, &language, &people, listed)).expect("a string");
        }
    }
    shown
}

#[test]
fn every_kind_of_change_on_every_shape() {
    for (shape, head, entries, who) in SHAPES {
        let mut all = format!("{head}{entries}\n");
        for (kind, change) in KINDS {
            // What a stretch of days means does not depend on the shape.
            let spans = if *shape == "one-person" { DAYS } else { &DAYS[..2] };
            for (span, days) in spans {
                let who = if who.is_empty() { String::new() } else { format!("接待人: {who}, ") };
                let change = if *kind == "增加" { (*change).to_owned() } else { format!("{days}, {who}{change}") };
                let found = outcome(head, entries, &format!("{change}, 公布: 2026-12-01"));
                write!(all, "\n{kind} {span}  {{{change}}}\n{found}").expect("a string");
                if *kind == "增加" {
                    break;
                }
            }
        }
        insta::assert_snapshot!(format!("{shape}"), all);
    }
}

/// Several changes of one roster, each a line of 变更.
const SEQUENCES: &[(&str, &str, &[&str])] = &[
    (
        "先对调再递补：按对调以后的次序往前",
        "  - {接待人: [陈守望, 韩龑, 周启明], 每周: 周二, 轮流: 按次, 起算: 2026-12-01}",
        &["日期: 2026-12-08, 对调: 2026-12-15", "日期: 2026-12-08, 递补: 是"],
    ),
    (
        "一段时间里轮到某人的每一次都递补",
        "  - {接待人: [陈守望, 韩龑, 周启明], 每周: 周二, 轮流: 按次, 起算: 2026-12-01}",
        &["起止: 2026-12-01 至 2026-12-31, 接待人: 韩龑, 递补: 是, 原因: 会议"],
    ),
    (
        "改了又改，最后取消",
        "  - {接待人: 陈守望, 每周: 周二}",
        &[
            "日期: 2026-12-08, 改期: 2026-12-10, 原因: 会议",
            "日期: 2026-12-10, 改由: 韩龑",
            "日期: 2026-12-10, 改期: 2026-12-11",
            "日期: 2026-12-11, 取消: 是, 原因: 天气",
        ],
    ),
    (
        "换了人又换回来；换两次只说头尾",
        "  - {接待人: 陈守望, 每周: 周二}",
        &[
            "日期: 2026-12-08, 改由: 韩龑",
            "日期: 2026-12-08, 改由: 陈守望",
            "日期: 2026-12-15, 改由: 韩龑",
            "日期: 2026-12-15, 改由: 周启明, 原因: 因公外出",
        ],
    ),
    (
        "改期又改回来",
        "  - {接待人: 陈守望, 每周: 周二}",
        &["日期: 2026-12-08, 改期: 2026-12-10", "日期: 2026-12-10, 改期: 2026-12-08"],
    ),
    (
        "顺延过的按原来的日子找得到",
        "  - {接待人: 陈守望, 每月: 12日, 遇周末: 顺延至下一工作日}",
        &["日期: 2026-12-12, 改时间: 下午"],
    ),
    (
        "两个人各换各的",
        "  - {接待人: [陈守望, 韩龑], 每周: 周二}",
        &["日期: 2026-12-08, 接待人: 陈守望, 改由: 周启明", "日期: 2026-12-08, 接待人: 韩龑, 改由: 罗䂮英"],
    ),
    ("改由本来就在的人", "  - {接待人: [陈守望, 韩龑], 每周: 周二}", &["日期: 2026-12-08, 接待人: 陈守望, 改由: 韩龑"]),
    (
        "当天全部取消",
        "  - {接待人: 陈守望, 每周: 周二}\n  - {接待人: 韩龑, 每周: 周二, 时间: 下午}",
        &["日期: 2026-12-08, 接待人: 全部, 取消: 是, 原因: 天气"],
    ),
    (
        "带班和值班各自轮流，递补只动带班",
        "  - {带班: [陈守望, 韩龑, 周启明], 值班: [罗䂮英, 马会兰], 每周: 周二, 轮流: 按次, 起算: 2026-12-01, 方式: 值班}",
        &["日期: 2026-12-08, 递补: 是"],
    ),
    (
        "带班、值班不说替换谁就问",
        "  - {带班: 陈守望, 值班: 韩龑, 每周: 周二, 方式: 值班}",
        &["日期: 2026-12-08, 改由: 周启明"],
    ),
    ("对调要选一次", "  - {接待人: 陈守望, 每周: 周二}", &["起止: 2026-12-01 至 2026-12-31, 对调: 2026-12-15"]),
    (
        "增加的替换当天原来的，原因和公布跟着走",
        "  - {接待人: 陈守望, 每周: 周二}",
        &["增加: {接待人: 韩龑, 日期: 2026-12-08, 替换: 是}, 原因: 会议, 公布: 2026-12-01"],
    ),
    (
        "替补的人接了，就不再写补位",
        "  - {接待人: 陈守望, 补位: 韩龑, 陪同: 周启明, 每周: 周二}",
        &["日期: 2026-12-08, 接待人: 陈守望, 改由: 韩龑"],
    ),
    ("只提了醒、什么也没改的变更照样要问", "  - {接待人: 陈守望, 每周: 周二}", &["日期: 2026-12-08, 时间: 半天"]),
    ("自己和自己对调", "  - {接待人: 陈守望, 每周: 周二}", &["日期: 2026-12-08, 对调: 2026-12-15"]),
];

#[test]
fn changes_follow_one_another() {
    let mut all = String::new();
    for (name, entries, changes) in SEQUENCES {
        let found = outcome("", entries, &changes.join("}\n  - {"));
        let changes = changes.join("}\n{");
        write!(all, "# {name}\n{entries}\n{{{changes}}}\n{found}\n").expect("a string");
    }
    insta::assert_snapshot!("sequences", all);
}
