//! Real shapes of rosters, with invented names: the dates that each policy gives, and what the clerk is asked.
//!
//! Every file of `sites/cases/rosters` is checked by itself beside `sites/cases/base`. What is odd about each notice, and
//! how the program meets it, stands in `sites/cases/README.md`. The dates were computed independently of the program.

#![expect(clippy::expect_used, reason = "a test stops at what it cannot read")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gongshi::diag::{Lang, text};
use gongshi::model::session::{Session, Who};
use gongshi::model::site::Site;
use gongshi::pipeline::{self, Checked};
use gongshi::theme::Theme;

/// A roster, the codes it gives, and the days of its sessions where it can be published.
const CASES: &[(&str, &str, &str)] = &[
    ("c01", "GS0381", "2021-02-02 2021-02-04 2021-02-09 2021-02-18 2021-02-23 2021-02-25"),
    (
        "c02-weekends-shift",
        "",
        "2023-04-10 2023-04-25 2023-05-08 2023-05-25 2023-06-08 2023-06-25 2023-07-10 2023-07-25 2023-08-08 2023-08-25 \
         2023-09-08 2023-09-25 2023-10-08 2023-10-25 2023-11-08 2023-11-27 2023-12-08 2023-12-25",
    ),
    (
        "c02-weekends-stand",
        "",
        "2023-04-08 2023-04-25 2023-05-08 2023-05-25 2023-06-08 2023-06-25 2023-07-08 2023-07-25 2023-08-08 2023-08-25 \
         2023-09-08 2023-09-25 2023-10-08 2023-10-25 2023-11-08 2023-11-25 2023-12-08 2023-12-25",
    ),
    ("c02-as-posted", "GS0333 GS0334", ""),
    (
        "c03-nth-weekday",
        "",
        "2024-08-07 2024-08-28 2024-09-04 2024-09-25 2024-10-09 2024-10-23 2024-11-06 2024-11-27 2024-12-04 2024-12-25",
    ),
    (
        "c03-nth-week",
        "",
        "2024-07-31 2024-08-21 2024-08-28 2024-09-18 2024-10-02 2024-10-23 2024-10-30 2024-11-20 2024-11-27 2024-12-18",
    ),
    ("c03-as-posted", "GS0323", ""),
    ("c04", "", "2025-08-15"),
    // Thursdays; none of these is a day off.
    ("c05", "", "2026-03-05 2026-03-12 2026-03-19 2026-03-26 2026-04-02 2026-04-09 2026-04-16 2026-04-23 2026-04-30"),
    ("c05-as-posted", "GS0333 GS0355 GS0605", ""),
    // Monday to Friday, twice a day; Sunday the 20th is worked, but the rule does not name it.
    (
        "c06",
        "",
        "2026-09-14 2026-09-14 2026-09-15 2026-09-15 2026-09-16 2026-09-16 2026-09-17 2026-09-17 2026-09-18 2026-09-18",
    ),
    ("c07", "", "2024-01-15 2024-03-15 2024-05-15 2024-07-15 2024-09-18 2024-11-15"),
    ("c07-quota", "GS0383", "2024-01-15 2024-03-15 2024-05-15 2024-07-15 2024-09-18 2024-11-15"),
    // The 19th lies in the Spring Festival; Saturday the 14th is worked as a Thursday.
    ("c08", "", "2026-02-05 2026-02-12 2026-02-14 2026-02-26"),
    (
        "c09",
        "",
        "2022-12-17 2023-01-21 2023-02-18 2023-03-18 2023-04-15 2023-05-20 2023-06-17 2023-07-15 2023-08-19 2023-09-16 \
         2023-10-21 2023-11-18",
    ),
    ("c09-list", "", "2022-12-17 2023-01-21 2023-02-18"),
    ("c10-branches", "", "2024-02-10 2024-02-16 2024-02-22 2024-02-28 2024-03-05"),
    ("c10-lunar-digits", "", "2026-05-01 2026-05-06 2026-05-11 2026-05-16 2026-05-21 2026-05-26 2026-05-31"),
    ("c10-odd-days", "", "2026-01-29 2026-01-31 2026-02-01 2026-02-03"),
    ("c10-even-days", "", "2026-01-28 2026-01-30 2026-02-02"),
    // 10 February 2024 is a 辰 day, so the 11th is 巳, and every fourth day after it is 酉, 丑, 巳.
    ("c10-every-four-days", "", "2024-02-11 2024-02-15 2024-02-19 2024-02-23 2024-02-27"),
    ("c10-weekdays", "", "2026-12-01 2026-12-05 2026-12-08 2026-12-12"),
    ("c10-solar-digits", "", "2026-02-05 2026-02-10 2026-02-15 2026-02-20 2026-02-25 2026-03-05"),
    ("c10-daily", "", "2026-01-28 2026-01-29 2026-01-30 2026-01-31 2026-02-01 2026-02-02 2026-02-03"),
    ("c10-unknown", "", ""),
    ("r1-stand", "", "2026-01-15 2026-03-15 2026-05-15 2026-07-15 2026-09-15 2026-11-15"),
    ("r1-shift", "", "2026-01-15 2026-03-16 2026-05-15 2026-07-15 2026-09-15 2026-11-16"),
    ("r2-stand", "", "2026-02-15 2026-04-15 2026-06-15 2026-08-15 2026-10-15 2026-12-15"),
    ("r2-shift", "", "2026-02-24 2026-04-15 2026-06-15 2026-08-17 2026-10-15 2026-12-15"),
    (
        "r3",
        "",
        "2026-01-05 2026-01-12 2026-01-19 2026-01-26 2026-02-02 2026-02-09 2026-02-16 2026-02-23 2026-03-02 2026-03-09 \
         2026-03-16 2026-03-23 2026-03-30",
    ),
    (
        "r4",
        "",
        "2026-01-05 2026-02-02 2026-03-02 2026-04-06 2026-05-04 2026-06-01 2026-07-06 2026-08-03 2026-09-07 2026-10-05 \
         2026-11-02 2026-12-07",
    ),
    (
        "r8",
        "",
        "2026-01-01 2026-01-15 2026-01-30 2026-02-01 2026-02-15 2026-03-01 2026-03-15 2026-03-30 2026-04-01 2026-04-15 \
         2026-04-30 2026-05-01 2026-05-15 2026-05-30 2026-06-01 2026-06-15 2026-06-30 2026-07-01 2026-07-15 2026-07-30 \
         2026-08-01 2026-08-15 2026-08-30 2026-09-01 2026-09-15 2026-09-30 2026-10-01 2026-10-15 2026-10-30 2026-11-01 \
         2026-11-15 2026-11-30 2026-12-01 2026-12-15 2026-12-30",
    ),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/cases")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("copied");
        }
    }
}

/// A roster of the cases beside the base. A notice gives the edition its date, as the rosters have none of their own.
fn check(name: &str) -> Checked {
    let root = tempfile::tempdir().expect("a temporary folder");
    copy(&folder().join("base"), root.path());
    fs::create_dir_all(root.path().join("rosters")).expect("a folder");
    let from = folder().join(format!("rosters/{name}.yaml"));
    fs::copy(&from, root.path().join("rosters/case.yaml")).expect("the roster");
    fs::create_dir_all(root.path().join("notices")).expect("a folder");
    fs::write(root.path().join("notices/n.md"), "---\n标题: 甲\n日期: 2020-01-01\n---\n乙\n").expect("written");
    pipeline::check(root.path(), &Theme::built_in()).expect("the site is a folder")
}

fn sessions(site: &Site) -> Vec<&Session> {
    let rosters = site.units.iter().flat_map(|unit| &unit.rosters);
    rosters.flat_map(|roster| &roster.sessions).filter(|session| !session.cancelled()).collect()
}

#[test]
fn every_case_gives_its_dates_and_questions() {
    let mut wrong = Vec::new();
    for (name, codes, dates) in CASES {
        let Checked { sources, report, site } = check(name);
        let found: BTreeSet<&str> = report.iter().map(|one| one.code.id).collect();
        let shown = text::render(&report, &sources, text::Style { lang: Lang::Zh, ..text::Style::default() });
        if found != codes.split_whitespace().collect() {
            wrong.push(format!("{name}: {found:?}, not {codes:?}\n{shown}"));
        }
        let days: Vec<String> = site.iter().flat_map(sessions).map(|session| session.date.to_string()).collect();
        if days != dates.split_whitespace().collect::<Vec<_>>() {
            wrong.push(format!("{name}: {days:?}\n{shown}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_roster_is_a_case() {
    let files = fs::read_dir(folder().join("rosters")).expect("the rosters");
    let names: BTreeSet<String> = files
        .map(|file| file.expect("a file").path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    let cases: BTreeSet<String> = CASES.iter().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(names, cases);
}

/// Who receives at each session of a case.
fn people(name: &str) -> Vec<String> {
    let site = check(name).site.expect("a site");
    let name = |who: &Who| match who {
        Who::Person(id) => site.person(*id).name.clone(),
        Who::PersonAndOthers(id, others) => format!("{}+{others}", site.person(*id).name),
        Who::Post(words) => words.clone(),
    };
    let names = |session: &&Session| session.people.iter().map(|one| name(&one.who)).collect::<Vec<_>>().join("、");
    sessions(&site).iter().map(names).collect()
}

#[test]
fn names_come_out_whole() {
    assert_eq!(people("c01"), ["韩立川", "秦若谷", "沈岚", "梁溪", "方远", "顾明夏"]);
    assert_eq!(people("c04"), ["沈岚+等县领导"]);
    // Each of nine weeks: from the second on everybody comes one turn earlier.
    assert_eq!(people("c05"), ["沈岚", "方远", "秦若谷", "梁溪", "沈岚", "韩立川", "方远", "秦若谷", "梁溪"]);
    assert_eq!(people("c07"), ["沈岚", "韩立川", "方远", "秦若谷", "沈岚", "韩立川"]);
}
