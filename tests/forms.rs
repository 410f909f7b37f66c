//! What an office passes on from a roster: it says what the page says, in words fit for where it goes.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "support/sample.rs"]
mod sample;
#[path = "support/theme.rs"]
mod theme;

use gongshi::model::roster::RosterId;
use gongshi::model::session::{Change, ChangeKind};
use gongshi::model::site::{Language as Tongue, Site};
use gongshi::model::unit::UnitId;
use gongshi::plan::{Plan, plan, rows};
use gongshi::render::desk::Desk;
use gongshi::render::forms::told::{NAMED, Told};
use gongshi::render::forms::{chat, fragment, led, share, speech};
use gongshi::render::poster::PosterEngine;
use gongshi::render::words::Language;
use gongshi::render::words::people::People;
use gongshi::theme::Theme;

/// Hands every roster with sessions to a check.
fn each(site: &Site, mut check: impl FnMut(&Desk<'_>, RosterId)) {
    let plan: Plan = plan(site, &[]);
    let language = Language::new(site, &theme::read).expect("the theme's words");
    let people = People::new(site, &language.words);
    let desk = Desk { site, plan: &plan, words: &language.words, people: &people };
    for (at, unit) in site.units.iter().enumerate() {
        for index in (0..unit.rosters.len()).filter(|index| !unit.rosters[*index].sessions.is_empty()) {
            check(&desk, RosterId { unit: UnitId(at), index });
        }
    }
}

fn told(desk: &Desk<'_>, id: RosterId) -> Told {
    Told::new(desk, desk.words, id, NAMED)
}

fn english() -> Site {
    let mut site = sample::site();
    site.settings.language = Tongue::English;
    site
}

#[test]
fn what_is_passed_on_reads_so() {
    let site = sample::site();
    let mut text = String::new();
    each(&site, |desk, id| {
        let roster = desk.site.roster(id);
        text += &format!("######## {} {}\n", desk.site.unit(id.unit).path, roster.stem);
        text += &format!("#### chat\n{}", chat::chat(desk, id, &told(desk, id)));
        for script in speech::speech(desk, id).into_iter().take(2) {
            text += &format!("#### speech {}\n{}", script.label.unwrap_or_default(), script.text);
        }
        text += &format!("#### led\n{}\n", led::led(desk, id, &told(desk, id)).join("\n"));
    });
    insta::assert_snapshot!(text);
}

#[test]
fn scripts_hold_nothing_a_voice_stumbles_on() {
    let said = |site: &Site, allowed: fn(char) -> bool| {
        each(site, |desk, id| {
            for script in speech::speech(desk, id) {
                let odd: String = script.text.chars().filter(|c| !allowed(*c)).collect();
                assert!(odd.is_empty(), "{odd}: {}", script.text);
            }
        });
    };
    said(&sample::site(), |c| "，。、：\n".contains(c) || ('\u{3007}'..='\u{323af}').contains(&c));
    said(&english(), |c| !"()[]/|;—–~*#_&+".contains(c));
}

#[test]
fn a_script_is_said_twice_and_begins_and_ends() {
    each(&sample::site(), |desk, id| {
        for script in speech::speech(desk, id) {
            let lines: Vec<&str> = script.text.lines().collect();
            let middle = lines.iter().position(|line| *line == "下面再播送一遍。").expect("said once more");
            assert_eq!(lines[1..middle], lines[middle + 1..lines.len() - 1]);
            assert!(lines[0].starts_with("大家好") && lines[lines.len() - 1].starts_with("播送完了"));
        }
    });
}

#[test]
fn lines_for_a_display_fit_and_stand_alone() {
    // English words are longer; what has changed twice is not cut short for it.
    for (site, longest) in [(sample::site(), led::LONGEST), (english(), 2 * led::LONGEST)] {
        each(&site, |desk, id| {
            let lines = led::led(desk, id, &told(desk, id));
            assert!(!lines.is_empty());
            for line in lines {
                assert!(line.chars().count() <= longest, "{line}");
                assert!(line.contains(&desk.site.unit(id.unit).name), "{line}");
            }
        });
    }
}

#[test]
fn what_does_not_take_place_is_said_first_to_be_off() {
    let mut site = sample::site();
    let roster = &mut site.units[0].rosters[0];
    let edition = site.edition;
    let session = roster.sessions.iter_mut().find(|one| one.date >= edition && !one.cancelled()).expect("one to come");
    session.changes.push(Change {
        kind: ChangeKind::Cancelled,
        reason: Some("会议".to_owned()),
        announced: None,
        own_day: true,
    });
    let day = session.date;
    let mut seen = false;
    each(&site, |desk, id| {
        let row = rows(id, desk.site.roster(id)).into_iter().find(|row| row.date == day && row.off(desk.site));
        if id != (RosterId { unit: UnitId(0), index: 0 }) || row.is_none() {
            return;
        }
        seen = true;
        let day = desk.words.day(day);
        let text = chat::chat(desk, id, &told(desk, id));
        let line = text.lines().find(|line| line.starts_with("【不接待】") && line.contains(&day));
        assert!(line.is_some(), "{text}");
        assert!(text.contains("注意：取消（会议）"), "{text}");
        assert!(
            led::led(desk, id, &told(desk, id))
                .iter()
                .any(|line| line.contains(&day) && line.contains("不接待：取消（会议）"))
        );
        let scripts: String = speech::speech(desk, id).into_iter().map(|script| script.text).collect();
        assert!(scripts.contains("不接待，取消，原因是会议。"), "{scripts}");
        let table = fragment::body(desk, id);
        let row = table.lines().find(|line| line.contains(&day) && line.contains("取消（会议）")).expect("the row");
        assert!(row.contains("line-through"));
        let shown = share::share(desk, id);
        assert!(shown.rows.iter().any(|row| row.off == "不接待" && row.statuses.contains(&"取消（会议）".to_owned())));
    });
    assert!(seen);
}

#[test]
fn every_session_of_the_page_is_a_row_of_the_table() {
    each(&sample::site(), |desk, id| {
        let table = fragment::body(desk, id);
        for row in rows(id, desk.site.roster(id)) {
            assert!(table.contains(&desk.words.day(row.date)), "{}: {}", desk.site.roster(id).stem, row.date);
        }
        // Nothing but paragraphs and a table goes into another site.
        let tags = table.split('<').skip(1).map(|part| part.split([' ', '>']).next().unwrap().trim_start_matches('/'));
        let odd: Vec<&str> =
            tags.filter(|tag| !["p", "strong", "table", "thead", "tbody", "tr", "th", "td"].contains(tag)).collect();
        assert!(odd.is_empty(), "{odd:?}");
    });
}

#[test]
fn a_picture_is_as_wide_as_told_and_the_same_each_time() {
    let engine = PosterEngine::new(&Theme::built_in()).unwrap();
    let site = sample::site();
    let mut drawn = 0;
    each(&site, |desk, id| {
        if drawn == 2 {
            return;
        }
        drawn += 1;
        let data = share::share(desk, id);
        let png = engine.share(&data).unwrap_or_else(|problem| panic!("{problem}"));
        assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
        assert_eq!(u32::from_be_bytes(png[16..20].try_into().unwrap()), 1080);
        assert_eq!(png, engine.share(&data).unwrap());
    });
    assert_eq!(drawn, 2);
}
