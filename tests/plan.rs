//! Addresses, links between them, and codes.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs)]

#[path = "support/sample.rs"]
mod sample;

use gongshi::model::roster::RosterId;
use gongshi::model::unit::UnitId;
use gongshi::plan::routes::relative;
use gongshi::plan::{Output, plan};
use proptest::prelude::*;

const COUNTY_MONTH: RosterId = RosterId { unit: UnitId(0), index: 0 };

#[test]
fn outputs_have_their_addresses() {
    let site = sample::site();
    let plan = plan(&site, &["static/site.css".to_owned()]);
    assert_eq!(plan.collisions, []);
    let path = |output| plan.routes.path(output).into_owned();
    let town = RosterId { unit: UnitId(1), index: 0 };
    let cases = [
        (Output::Home, "index.html"),
        (Output::Unit(UnitId(0)), "unit.html"),
        (Output::Unit(UnitId(2)), "liushu/shanghe/index.html"),
        (Output::RosterMonth(COUNTY_MONTH), "rosters/2026-12.html"),
        (Output::RosterMonth(town), "liushu/rosters/2026-12.html"),
        (Output::PosterPdf(town), "liushu/posters/2026-12.pdf"),
        (Output::PosterPng(COUNTY_MONTH), "posters/2026-12.png"),
        (Output::NoticeIndex, "notices/index.html"),
        (Output::Notice(1), "liushu/notices/2026-11-28-gaizao.html"),
        (Output::NotFound, "404.html"),
        (Output::Static(0), "static/site.css"),
    ];
    for (output, expected) in cases {
        assert_eq!(path(output), expected, "{output:?}");
    }
    assert!(plan.outputs.is_sorted());
}

#[test]
fn links_between_pages() {
    let cases = [
        ("index.html", "unit.html", "unit.html"),
        ("index.html", "index.html", "index.html"),
        ("rosters/2026-12.html", "rosters/2027-01.html", "2027-01.html"),
        ("rosters/2026-12.html", "index.html", "../index.html"),
        ("liushu/shanghe/rosters/a.html", "liushu/index.html", "../../index.html"),
        ("liushu/index.html", "liushu2/index.html", "../liushu2/index.html"),
        ("a/b.html", "a/c d#e?%f:g.html", "c%20d%23e%3F%25f%3Ag.html"),
        ("a/b.html", "柳树/接待.html", "../柳树/接待.html"),
    ];
    for (from, to, expected) in cases {
        assert_eq!(relative(from, to), expected, "{from} to {to}");
    }
}

fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<String> = from.split('/').map(str::to_owned).collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{link} leaves the site of {from}");
        } else {
            parts.push(decode(part));
        }
    }
    parts.join("/")
}

fn decode(part: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            let hex = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

proptest! {
    #[test]
    fn a_link_leads_where_it_should(
        from in "([a-z柳 %#:?&\"']{1,3}/){0,4}[a-z柳:]{1,3}\\.html",
        to in "([a-z柳 %#:?&\"']{1,3}/){0,4}[a-z柳 :?#%]{1,3}\\.html",
    ) {
        let link = relative(&from, &to);
        prop_assert!(!link.starts_with('/') && !link.contains(':') && !link.contains('?') && !link.contains('#'));
        prop_assert!(!link.contains('"') && !link.contains(' '));
        prop_assert_eq!(resolve(&from, &link), to);
    }
}

#[test]
fn a_code_is_of_what_the_notice_says() {
    let code = |change: &dyn Fn(&mut gongshi::model::site::Site)| {
        let mut site = sample::site();
        change(&mut site);
        plan(&site, &[]).routes.code(COUNTY_MONTH).to_owned()
    };
    let before = code(&|_| ());
    assert_eq!(before.len(), 8);
    assert!(before.chars().all(|c| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(c)), "{before}");
    assert_eq!(before, code(&|_| ()));
    assert_eq!(before, code(&|site| site.settings.url = None));
    assert_eq!(before, code(&|site| site.units[1].name = "别处".to_owned()));
    let others = [
        code(&|site| site.settings.code = "other".to_owned()),
        code(&|site| site.units[0].rosters[0].title.push('。')),
        code(&|site| site.units[0].rosters[0].sessions[3].holidays_known = false),
        code(&|site| site.units[0].people[1].posts[0].push('。')),
        code(&|site| _ = site.units[0].rosters[0].sessions.pop()),
        code(&|site| site.units[0].rosters[0].notes.swap(0, 1)),
    ];
    for other in others {
        assert_ne!(before, other);
    }
}

#[test]
fn without_posters_there_are_no_codes() {
    let mut site = sample::site();
    site.settings.posters = false;
    let plan = plan(&site, &[]);
    let poster =
        |output: &Output| matches!(output, Output::RosterCode(_) | Output::PosterPdf(_) | Output::PosterPng(_));
    assert!(!plan.outputs.iter().any(poster));
}

#[test]
fn lists_hold_what_is_still_to_come() {
    let site = sample::site();
    let plan = plan(&site, &[]);
    let links = &plan.links;
    let dates = |unit| links.of_unit(UnitId(unit)).iter().map(|session| session.date).collect::<Vec<_>>();
    assert!(dates(0).iter().all(|date| *date >= site.edition));
    assert!(dates(0).is_sorted());
    assert_eq!(dates(1).len(), 5, "柳树镇 has Tuesdays only");
    let first = links.home_list(&site).next().expect("a session");
    assert_eq!(first.date, site.edition);
    assert!(links.home_complete());
}
