//! Holds releases to what follows from them: days, notices of changes, old codes and addresses, edits in place, units held.

#[path = "support/county.rs"]
mod county;

use std::collections::BTreeSet;
use std::fs;

use county::{County, ROSTER, SITE, TOWN_ROSTER, day, ids};
use gongshi::error::Error;
use gongshi::ledger::chain;
use gongshi::pipeline::hold;
use gongshi::theme::Theme;

#[test]
fn what_is_released_is_released_once() {
    let county = County::new();
    let first = county.release("2026-11-25").expect("a first release");
    assert_eq!((first.entry.number, first.counts.changed, first.counts.gone), (1, 0, 0));
    assert!(county.release("2026-11-26").is_none());
    county.edit("rosters/2026-12.yaml", "携带: 身份证", "携带: 身份证、委托书");
    assert_eq!(ids(&county.check().report), ["GS0907"]);
    let second = county.release_on("2026-11-26", "2026-11-28").expect("a second");
    assert_eq!(second.entry.put.len(), 2, "the roster and its new notice: {:?}", second.entry.put.keys());
    assert_eq!(second.entry.gone.len(), 1, "the code of the old notice");
    let chain = chain::read(&fs::read(county.content().join("ledger/public.jsonl")).unwrap());
    assert_eq!((chain.entries.len(), chain.fault), (2, None));
    assert_eq!(ids(&county.check().report), [""; 0]);
}

#[test]
fn pages_say_since_when_and_how_early() {
    let county = County::new();
    county.build();
    let before = county.page("rosters/2026-12.html");
    assert!(!before.contains("class=\"stamp\""), "without a release no date is claimed");
    county.release("2026-11-25");
    county.edit("rosters/2026-12.yaml", "携带: 身份证", "携带: 身份证、委托书");
    county.release_on("2026-11-26", "2026-11-27");
    county.build();
    let planned = county.page("rosters/2026-12.html");
    assert!(planned.contains("<li data-channel=\"镇村公开栏\"><b>镇村公开栏</b>"), "a day still to come is no lead");
    assert!(!planned.contains("晚于要求"));
    county.edit("rosters/2026-12.yaml", "身份证、委托书", "身份证");
    county.release_on("2026-11-28", "2026-11-29");
    county.build();
    let page = county.page("rosters/2026-12.html");
    for wanted in [
        "<time class=\"first\" datetime=\"2026-11-25\">",
        "<time class=\"changed\" datetime=\"2026-11-28\">",
        "2026年11月29日补录",
        "修改了携带材料",
        "首次发布，共 3 场",
        "<li data-channel=\"网站\" data-days=\"6\"><b>网站</b>",
        "<li data-channel=\"镇村公开栏\" data-days=\"3\" class=\"late\">",
        "晚于要求",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
    let list = county.page("releases.html");
    assert!(list.contains("data-release=\"3\"") && list.contains("data-release=\"1\""));
    assert_eq!(county.page("ledger.jsonl").lines().count(), 3);
}

#[test]
fn a_change_without_a_day_is_announced_by_its_release() {
    let county = County::new();
    county.release("2026-11-25");
    let roster = ROSTER.to_owned() + "变更:\n  - {日期: 2026-12-08, 接待人: 韩龑, 改由: 马会兰, 原因: 会议}\n";
    county.write("rosters/2026-12.yaml", &roster);
    county.build();
    let calendar = county.page("rosters/2026-12.ics");
    assert!(
        calendar.contains("马会兰") && !calendar.contains("SEQUENCE:1"),
        "what is not released yet may be taken back"
    );
    county.release("2026-12-02");
    county.build();
    let notice = county.page("rosters/2026-12.change-2026-12-02.html");
    for wanted in
        ["原定", "韩龑", "<strong>马会兰", "自2026年12月2日起", "<time class=\"first\" datetime=\"2026-12-02\">"]
    {
        assert!(notice.contains(wanted), "{wanted}");
    }
    let feed = county.page("feed.xml");
    assert!(feed.contains("<updated>2026-12-02T00:00:00Z</updated>") && feed.contains("change-2026-12-02.html"));
    let calendar = county.page("rosters/2026-12.ics");
    assert_eq!(calendar.matches("SEQUENCE:1\r\n").count(), 1);
    assert_eq!(calendar.matches("SEQUENCE:0\r\n").count(), 2);
    assert_eq!(calendar.matches("LAST-MODIFIED:20261202T000000Z").count(), 1);
    assert_eq!(calendar.matches("LAST-MODIFIED:20261125T000000Z").count(), 2, "what did not change keeps its day");
    assert!(county.page("rosters/2026-12.html").contains("12月8日（周二）：原定韩龑，现由马会兰接待（会议）"));
}

#[test]
fn old_codes_lead_to_what_took_their_place() {
    let county = County::new();
    county.release("2026-11-25");
    county.build();
    let first = county.codes();
    county.edit("rosters/2026-12.yaml", "携带: 身份证", "携带: 身份证、委托书");
    county.release("2026-11-28");
    county.build();
    let second = county.codes();
    assert!(second.is_superset(&first));
    let added: Vec<&String> = second.difference(&first).collect();
    let [new] = added.as_slice() else { panic!("{added:?}") };
    let replaced = format!("data-replaced-by=\"{}\" data-replaced-on=\"2026-11-28\"", new.trim_end_matches(".html"));
    let old: Vec<&String> = first.iter().filter(|page| county.page(&format!("p/{page}")).contains(&replaced)).collect();
    assert_eq!(old.len(), 1);
    // It comes back: the first code is current again, the second replaced by it.
    county.edit("rosters/2026-12.yaml", "身份证、委托书", "身份证");
    county.release("2026-11-30");
    county.build();
    assert!(!county.page(&format!("p/{}", old[0])).contains("data-replaced-by"));
    let back = county.page(&format!("p/{new}"));
    assert!(back.contains(&format!("data-replaced-by=\"{}\"", old[0].trim_end_matches(".html"))), "{back}");
}

#[test]
fn what_is_withdrawn_leaves_an_address_that_says_so() {
    let county = County::new();
    county.release("2026-11-25");
    county.build();
    fs::remove_file(county.content().join("notices/way.md")).unwrap();
    fs::remove_file(county.content().join("liushu/rosters/2026-12.yaml")).unwrap();
    county.write("liushu/rosters/december.yaml", TOWN_ROSTER);
    assert!(ids(&county.check().report).contains(&"GS0908"));
    county.release("2026-12-01");
    county.build();
    let gone = county.page("notices/way.html");
    assert!(gone.contains("data-kind=\"gone\"") && gone.contains("data-withdrawn-on=\"2026-12-01\""));
    assert!(gone.contains("<a class=\"now\" href=\"../unit.html\">"), "{gone}");
    let moved = county.page("liushu/rosters/2026-12.html");
    assert!(moved.contains("<a class=\"now\" href=\"december.html\">"), "{moved}");
    let calendar = county.page("liushu/rosters/2026-12.ics");
    assert!(calendar.contains("田秀禾") && !calendar.contains("CANCELLED"), "it takes place: {calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
    assert!(
        !county.page("calendar.ics").contains("CANCELLED") && !county.page("liushu/index.ics").contains("CANCELLED")
    );
    // Put back, it is published again.
    county.write("notices/way.md", "---\n标题: 怎么走\n日期: 2026-11-20\n---\n从东门进。\n");
    county.release("2026-12-03");
    county.build();
    let back = county.page("notices/way.html");
    assert!(back.contains("<time class=\"first\" datetime=\"2026-11-25\">"), "the first time ever: {back}");
    assert!(back.contains("撤下过，重新发布 <time class=\"again\" datetime=\"2026-12-03\">"), "{back}");
    assert!(!back.contains("class=\"changed\"") && back.contains("<li>首次发布</li>"));
}

#[test]
fn a_unit_is_held_as_it_was_released() {
    let county = County::new();
    assert!(matches!(hold::hold(&county.content(), &["liushu".to_owned()]), Err(Error::CannotHold(_))));
    county.release("2026-11-25");
    county.edit("liushu/rosters/2026-12.yaml", "2026-12-03", "2026-12-33");
    county.edit("rosters/2026-12.yaml", "携带: 身份证", "携带: 户口簿");
    let broken = county.check();
    assert!(broken.site.is_none());
    let way = hold::in_the_way(&county.content(), &broken);
    assert_eq!((way.units, way.can_hold), (BTreeSet::from(["liushu".to_owned()]), true));
    for name in ["liushu", "liushu/", "柳树镇"] {
        let held = hold::hold(&county.content(), &[name.to_owned()]).expect("released before");
        let site = hold::check_holding(&county.content(), &held, &Theme::built_in()).unwrap().site.expect("sound");
        assert_eq!(site.units[1].rosters[0].sessions[0].date, day("2026-12-03"));
        assert_eq!(site.units[0].rosters[0].bring, ["户口簿"], "the rest is as it is now");
    }
    assert!(matches!(hold::hold(&county.content(), &["bailu".to_owned()]), Err(Error::CannotHold(_))));
    // A private number must not lie there, held or not.
    county.edit("liushu/rosters/2026-12.yaml", "标题: 柳树镇12月安排", "标题: 柳树镇12月安排\n须知: 打13812345678");
    let held = hold::hold(&county.content(), &["liushu".to_owned()]).expect("released before");
    let checked = hold::check_holding(&county.content(), &held, &Theme::built_in()).unwrap();
    assert!(checked.site.is_none());
    assert_eq!(ids(&checked.report), ["GS0605"]);
    assert!(!hold::in_the_way(&county.content(), &county.check()).can_hold);
}

#[test]
fn a_site_is_not_put_back_behind_its_own_ledger() {
    let county = County::new();
    county.release("2026-11-25");
    let first = fs::read(county.content().join("ledger/public.jsonl")).unwrap();
    county.edit("rosters/2026-12.yaml", "携带: 身份证", "携带: 户口簿");
    county.release("2026-11-26");
    county.build();
    fs::write(county.content().join("ledger/public.jsonl"), &first).unwrap();
    assert!(matches!(county.publish(county.site()), Err(Error::SiteAhead { after: 1, last: 2 })));
    county.edit("rosters/2026-12.yaml", "携带: 户口簿", "携带: 介绍信");
    // On a machine whose private part does not know of the second.
    fs::remove_dir_all(county.content().join(".private")).unwrap();
    county.release("2026-11-27");
    assert!(matches!(county.publish(county.site()), Err(Error::SiteDiverged { after: 1 })));
}

#[test]
fn same_content_and_ledger_give_the_same_site() {
    let county = County::new();
    county.release("2026-11-25");
    county.edit("rosters/2026-12.yaml", "携带: 身份证", "携带: 户口簿");
    county.release_on("2026-11-26", "2026-11-30");
    county.build();
    let copy = County(tempfile::tempdir().unwrap());
    for path in ["site.yaml", "unit.yaml", "leaders.yaml", "rosters/2026-12.yaml", "notices/way.md"] {
        copy.write(path, &fs::read_to_string(county.content().join(path)).unwrap());
    }
    for path in ["liushu/unit.yaml", "liushu/leaders.yaml", "liushu/rosters/2026-12.yaml", "ledger/public.jsonl"] {
        copy.write(path, &fs::read_to_string(county.content().join(path)).unwrap());
    }
    copy.build();
    assert_eq!(county.page("manifest.json"), copy.page("manifest.json"));
}

#[test]
fn what_was_held_is_counted_only_where_the_site_asks_for_it() {
    let county = County::new();
    county.release("2026-11-25");
    let roster = ROSTER.to_owned() + "变更:\n  - {日期: 2026-12-08, 接待人: 韩龑, 取消: 是, 原因: 会议}\n";
    county.write("rosters/2026-12.yaml", &roster);
    county.release("2026-12-10");
    county.build();
    assert!(!county.page("rosters/2026-12.html").contains("计划接待"));
    county.write("site.yaml", &format!("{SITE}接待次数统计: 公布\n"));
    county.build();
    let page = county.page("rosters/2026-12.html");
    assert!(page.contains("到2026年12月10日为止：计划接待2次，没有取消的1次"), "{page}");
    assert!(page.contains("取消1次"));
}

/// Two changes of one session in one release: no reason is lost, none given to the other.
#[test]
fn reasons_of_several_changes_are_not_crossed() {
    let one = "变更:\n  - {日期: 2026-12-08, 接待人: 韩龑, 改由: 马会兰, 原因: 会议}\n";
    let two = "变更:\n  - {日期: 2026-12-08, 接待人: 韩龑, 改地点: 信访局, 原因: 场地}\n  - {日期: 2026-12-08, 接待人: 韩龑, 改由: 马会兰, 原因: 会议}\n";
    let silent = "变更:\n  - {日期: 2026-12-08, 接待人: 韩龑, 改地点: 信访局}\n  - {日期: 2026-12-08, 接待人: 韩龑, 改由: 马会兰, 原因: 会议}\n";
    let cases = [
        (one, "现由马会兰接待（会议）", None),
        (two, "<li>12月8日（周二）：原因：场地、会议</li>", Some("（会议）")),
        (silent, "<li>12月8日（周二）：原因：会议</li>", Some("（会议）")),
    ];
    for (changes, wanted, never) in cases {
        let county = County::new();
        county.release("2026-11-25");
        county.write("rosters/2026-12.yaml", &format!("{ROSTER}{changes}"));
        county.release("2026-11-26");
        county.build();
        let page = county.page("rosters/2026-12.html");
        let history = &page[page.find("<section class=\"history\"").unwrap()..];
        assert!(history.contains(wanted), "{wanted} in {history}");
        assert!(never.is_none_or(|never| !history.contains(never)), "{history}");
    }
}
