//! Holds what `agenda` says about the sample county to the words of its pages.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test stops at what it cannot read")]

use std::path::Path;

use gongshi::model::site::Site;
use gongshi::plan::Standing;
use gongshi::plan::agenda::{Agenda, StaleThing, agenda};
use gongshi::render::agenda::{full, text};
use gongshi::render::words::Language;
use gongshi::theme::Theme;

fn county() -> Site {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let checked = gongshi::pipeline::check(&content, &Theme::built_in()).expect("the sample county");
    checked.site.expect("it is sound")
}

fn on(site: &Site, day: &str) -> Agenda {
    agenda(site, day.parse().unwrap())
}

fn words(site: &Site) -> Language {
    let theme = Theme::built_in();
    Language::new(site, &|path: &str| theme.file(path)).expect("the theme's words")
}

#[test]
fn a_day_in_december() {
    let site = county();
    let words = words(&site).words;
    insta::assert_snapshot!("a-monday", full(&site, &on(&site, "2026-12-07"), &words));
    insta::assert_snapshot!("before-posting", full(&site, &on(&site, "2026-11-23"), &words));
    insta::assert_snapshot!("for-a-chat", text(&site, &on(&site, "2026-12-15"), &words));
}

#[test]
fn days_do_not_overlap_and_miss_none() {
    let site = county();
    let first: chrono::NaiveDate = "2026-11-16".parse().unwrap();
    let all = site.units.iter().flat_map(|unit| &unit.rosters).flat_map(|roster| &roster.sessions);
    let dates: Vec<chrono::NaiveDate> = all.map(|session| session.date).collect();
    for today in first.iter_days().take(60) {
        let agenda = agenda(&site, today);
        let there = dates.iter().filter(|day| **day == today).count();
        let held = agenda.sessions.iter().filter(|one| one.standing == Standing::Held).count();
        assert_eq!(held, there, "{today}");
        assert!(agenda.next.iter().all(|one| one.date > today && one.date == agenda.next[0].date), "{today}");
        assert!(agenda.week.iter().all(|one| one.date > agenda.next[0].date), "{today}");
    }
}

#[test]
fn far_from_the_content_it_only_says_what_is_stale() {
    let site = county();
    let words = words(&site).words;
    for day in ["1990-01-01", "2099-12-31", "-262143-01-01", "+262142-12-31"] {
        let agenda = on(&site, day);
        assert!(agenda.sessions.is_empty() && agenda.week.is_empty(), "{day}");
        assert!(!full(&site, &agenda, &words).is_empty() && !text(&site, &agenda, &words).is_empty());
    }
    let late = on(&site, "2027-08-01");
    let what: Vec<&StaleThing> = late.stale.iter().map(|one| &one.what).collect();
    assert!(what.contains(&&StaleThing::Home), "{what:?}");
    assert!(what.iter().any(|one| matches!(one, StaleThing::Column(_, column) if column == "接待安排")), "{what:?}");
    assert!(late.stale.windows(2).all(|pair| pair[0].due <= pair[1].due));
}
