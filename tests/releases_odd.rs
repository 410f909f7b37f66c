//! Holds releases to what is rare: ledgers put back, names that differ in capitals, things taken back, moved or hidden.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test stops at what it cannot read")]

#[path = "support/county.rs"]
mod county;

use std::fs;
use std::path::Path;

use county::{County, ROSTER, TOWN_ROSTER, day, ids, told};
use gongshi::diag::Lang;
use gongshi::error::Error;
use gongshi::load::Hold;
use gongshi::pipeline::{hold, release};
use gongshi::theme::Theme;

/// The bytes of a file, none where it is not there.
fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_default()
}

/// Releases what waits, or says why not.
fn attempt(county: &County, on: &str) -> Result<u32, String> {
    let site = county.site();
    let before = site.past.ledger.clone();
    let proposal = release::propose(site, day(on), day(on)).expect("an entry").expect("something waits");
    let written = release::write(&county.content(), &Hold::default(), &before, &proposal);
    written.map(|()| proposal.entry.number).map_err(|error| error.phrase().get(Lang::Zh).to_owned())
}

/// A county with `last` releases, and a change that waits.
fn released(last: usize) -> County {
    let county = County::new();
    let things = ["身份证", "户口簿", "介绍信", "委托书", "材料"];
    for at in 0..last {
        county.release(&format!("2026-11-2{at}")).expect("a release");
        county.edit("rosters/2026-12.yaml", &format!("携带: {}", things[at]), &format!("携带: {}", things[at + 1]));
    }
    county
}

#[test]
fn a_ledger_put_back_to_an_older_state_is_not_gone_on_from() {
    for (last, back) in [(2, 1), (3, 2), (3, 1), (4, 1)] {
        let county = released(last);
        let public = county.content().join("ledger/public.jsonl");
        let newest = bytes(&public);
        let lines: Vec<&[u8]> = newest.split_inclusive(|byte| *byte == b'\n').collect();
        fs::write(&public, lines[..back].concat()).unwrap();
        let private = bytes(&county.content().join(".private/ledger.jsonl"));
        let why = attempt(&county, "2026-11-29").expect_err("it would fork");
        assert!(why.contains(&format!("只到第 {back} 号")) && why.contains(&format!("发布到第 {last} 号")), "{why}");
        assert!(why.contains("网站上的 ledger.jsonl"), "{why}");
        assert_eq!(bytes(&county.content().join(".private/ledger.jsonl")), private, "nothing was noted");
        // The newer one is fetched again.
        fs::write(&public, &newest).unwrap();
        assert_eq!(attempt(&county, "2026-11-29"), Ok(u32::try_from(last).unwrap() + 1));
    }
}

/// The whole folder of the ledger from a backup, with the copies of then.
#[test]
fn a_whole_older_folder_is_told_too() {
    let county = released(1);
    let (ledger, backup) = (county.content().join("ledger"), county.0.path().join("backup"));
    copy(&ledger, &backup);
    county.release("2026-11-27").expect("a second");
    county.edit("rosters/2026-12.yaml", "携带: 户口簿", "携带: 介绍信");
    fs::remove_dir_all(&ledger).unwrap();
    copy(&backup, &ledger);
    assert!(attempt(&county, "2026-11-29").unwrap_err().contains("只到第 1 号"));
    // Who leaves the later ones behind on purpose puts the private part aside.
    fs::rename(county.content().join(".private"), county.0.path().join("aside")).unwrap();
    assert_eq!(attempt(&county, "2026-11-29"), Ok(2));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to)
        } else {
            _ = fs::copy(entry.path(), to).unwrap()
        }
    }
}

/// Killed between the private line and the public one, the copies of the release before still lie there.
#[test]
fn a_release_cut_short_is_begun_again_however_often() {
    let county = released(2);
    let (ledger, before) = (county.content().join("ledger"), county.0.path().join("before"));
    copy(&ledger, &before);
    for (on, things) in [("2026-11-25", "委托书"), ("2026-11-26", "材料")] {
        assert_eq!(attempt(&county, on), Ok(3));
        // The public line never came, and nothing was tidied: what is new of the copies is there as well as what was.
        fs::write(ledger.join("public.jsonl"), bytes(&before.join("public.jsonl"))).unwrap();
        copy(&before.join("released"), &ledger.join("released"));
        county.edit("rosters/2026-12.yaml", "携带: ", &format!("携带: {things}、"));
    }
    assert_eq!(attempt(&county, "2026-11-27"), Ok(3));
    county.edit("rosters/2026-12.yaml", "携带: ", "携带: 信、");
    assert_eq!(attempt(&county, "2026-11-28"), Ok(4));
}

/// A first release cut short, a ledger that was copied by halves, a clone without the private part or with an older one, and
/// one whose own line lost against somebody else's of the same number.
#[test]
fn what_others_did_meanwhile_is_no_fault() {
    let county = released(1);
    fs::remove_file(county.content().join("ledger/public.jsonl")).unwrap();
    assert_eq!(attempt(&county, "2026-11-25"), Ok(1));

    let county = released(2);
    let public = county.content().join("ledger/public.jsonl");
    let whole = bytes(&public);
    fs::write(&public, &whole[..whole.len() - 20]).unwrap();
    assert_eq!(attempt(&county, "2026-11-25"), Ok(2), "the line that was cut is made again");

    let county = released(3);
    fs::remove_dir_all(county.content().join(".private")).unwrap();
    assert_eq!(attempt(&county, "2026-11-25"), Ok(4));

    let county = released(3);
    let private = county.content().join(".private/ledger.jsonl");
    let first = bytes(&private).split_inclusive(|byte| *byte == b'\n').next().unwrap().to_vec();
    fs::write(&private, first).unwrap();
    assert_eq!(attempt(&county, "2026-11-25"), Ok(4));

    let (own, theirs) = (released(2), released(1));
    theirs.edit("rosters/2026-12.yaml", "携带: 户口簿", "携带: 眼镜");
    theirs.release("2026-11-24").expect("their second");
    fs::remove_dir_all(own.content().join("ledger")).unwrap();
    copy(&theirs.content().join("ledger"), &own.content().join("ledger"));
    assert_eq!(attempt(&own, "2026-11-25"), Ok(3));
}

#[test]
fn names_that_differ_in_capitals_leave_one_address() {
    let county = County::new();
    let text = "---\n标题: 怎么来\n日期: 2026-11-20\n---\n坐车。\n";
    county.write("notices/Bus.md", text);
    county.write("Bailu/unit.yaml", "名称: 白鹿镇\n地址: 镇街3号\n电话: 0999-7654322\n");
    county.write("Bailu/notices/old.md", text);
    county.release("2026-11-25");
    let rename = |from: &str, to: &str| fs::rename(county.content().join(from), county.content().join(to)).unwrap();
    rename("notices/Bus.md", "notices/bus.md");
    rename("Bailu", "bailu");
    fs::remove_file(county.content().join("bailu/notices/old.md")).unwrap();
    assert!(!ids(&county.check().report).contains(&"GS0718"), "{}", told(&county.check().report));
    county.release("2026-11-26");
    county.build();
    fs::remove_file(county.content().join("notices/bus.md")).unwrap();
    assert!(!ids(&county.check().report).contains(&"GS0718"), "{}", told(&county.check().report));
    county.release("2026-11-27");
    county.build();
    assert!(county.page("notices/bus.html").contains("data-withdrawn-on=\"2026-11-27\""), "the latest wins");
    assert!(!county.0.path().join("public/notices/Bus.html").exists());
    assert!(county.page("bailu/index.html").contains("白鹿镇"));
}

/// The only pixel is white.
const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0x0f, 0x00, 0x01, 0x01, 0x01, 0x00, 0xb1, 0x38, 0xf6, 0x14, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

#[test]
fn a_held_unit_keeps_what_it_shows_and_is_named_by_one_folder() {
    let county = County::new();
    for folder in ["liushu/shanghe", "liushu/xiahe"] {
        county.write(&format!("{folder}/unit.yaml"), "名称: 河口村\n地址: 村口\n电话: 0999-7654323\n");
    }
    let notice = "---\n标题: 上河路线\n日期: 2026-11-20\n---\n![路线图](../../assets/way.png)\n";
    county.write("liushu/shanghe/notices/way.md", notice);
    fs::create_dir_all(county.content().join("liushu/assets")).unwrap();
    fs::write(county.content().join("liushu/assets/way.png"), PIXEL).unwrap();
    county.release("2026-11-25").expect("released");
    // Two of one name.
    let Err(Error::CannotHold(why)) = hold::hold(&county.content(), &["河口村".to_owned()]) else {
        panic!("ambiguous")
    };
    assert!(why.get(Lang::Zh).contains("liushu/shanghe、liushu/xiahe"), "{}", why.get(Lang::Zh));
    // The picture of the unit above is gone, and the notice broken.
    fs::remove_file(county.content().join("liushu/assets/way.png")).unwrap();
    county.edit("liushu/shanghe/notices/way.md", "2026-11-20", "2026-11-50");
    let held = hold::hold(&county.content(), &["liushu/shanghe".to_owned()]).expect("one");
    let checked = hold::check_holding(&county.content(), &held, &Theme::built_in()).unwrap();
    let site = checked.site.unwrap_or_else(|| panic!("{}", told(&checked.report)));
    assert_eq!(site.pictures.iter().collect::<Vec<_>>(), ["liushu/assets/way.png"]);
    county.publish_holding(site, &held).expect("published");
    assert!(county.0.path().join("public/liushu/assets/way.png").exists());
    // The unit above is gone too: it is the one in the way, not the one above that.
    fs::remove_file(county.content().join("liushu/unit.yaml")).unwrap();
    let checked = hold::check_holding(&county.content(), &held, &Theme::built_in()).unwrap();
    assert!(checked.site.is_none());
    let way = hold::in_the_way(&county.content(), &checked);
    assert!(way.units.contains("liushu") && !way.units.contains("") && way.can_hold, "{way:?}");
    let both: Vec<String> = held.units.union(&way.units).cloned().collect();
    let held = hold::hold(&county.content(), &both).expect("both");
    let checked = hold::check_holding(&county.content(), &held, &Theme::built_in()).unwrap();
    assert!(checked.site.is_some(), "{}", told(&checked.report));
}

/// Everything that is public of a county: its site, its ledger, and the copies that may be handed on with it.
fn public(county: &County) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for folder in [county.0.path().join("public"), county.content().join("ledger")] {
        for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
            let entry = entry.unwrap();
            // The copies themselves are of content files, which hold what is hidden in these.
            let copy = entry.path().parent().is_some_and(|parent| parent.ends_with("blobs"));
            if entry.file_type().is_file() && !copy {
                all.push((entry.path().display().to_string(), fs::read(entry.path()).unwrap()));
            }
        }
    }
    all
}

#[test]
fn nothing_public_holds_a_hash_of_what_is_private() {
    let county = County::new();
    let secret = "[//]: # (藏着的话)\n";
    county.edit("notices/way.md", "从东门进。\n", &format!("从东门进。\n\n{secret}"));
    county.write("pages/door.md", &format!("---\n标题: 东门\n---\n八点开。\n\n{secret}"));
    county.release("2026-11-25");
    county.build();
    let private = fs::read_to_string(county.content().join(".private/ledger.jsonl")).unwrap();
    let mut wanted: Vec<String> = vec!["藏着的话".into()];
    for line in private.lines() {
        wanted.push(gongshi::digest::hex(&gongshi::digest::of(line.as_bytes())));
        let hashes = line.split('"').filter(|word| word.len() == 64 && word.bytes().any(|byte| byte != b'0'));
        wanted.extend(hashes.filter(|hash| !line.contains(&format!("\"public\":\"{hash}\""))).map(str::to_owned));
    }
    for path in ["notices/way.md", "pages/door.md"] {
        let text = fs::read_to_string(county.content().join(path)).unwrap();
        let body = text.splitn(3, "---\n").nth(2).unwrap();
        for words in [text.as_str(), body, body.trim(), secret, secret.trim()] {
            wanted.push(gongshi::digest::hex(&gongshi::digest::of(words.as_bytes())));
        }
    }
    assert!(wanted.len() > 12, "{wanted:?}");
    let all = public(&county);
    assert!(all.iter().any(|(path, _)| path.ends_with("ledger.jsonl")) && all.len() > 20);
    for (path, bytes) in all {
        for secret in &wanted {
            // The copies of the content are named by their hashes, in a list that lies beside them.
            let list = path.contains("/released/");
            let found = memchr::memmem::find(&bytes, secret.as_bytes()).is_some();
            assert!(!found || list, "{secret} in {path}");
        }
    }
}

/// What only the file says and no page shows changes nothing that is public.
#[test]
fn hidden_words_change_no_public_byte() {
    let texts = [
        ("notices/way.md", "---\n标题: 怎么走\n日期: 2026-11-20\n---\n从东门进。\n\n{}"),
        ("pages/door.md", "---\n标题: 东门\n---\n八点开。\n\n{}"),
    ];
    let proposal = |hidden: &str| {
        let county = County::new();
        for (path, text) in texts {
            county.write(path, &text.replace("{}", hidden));
        }
        let site = county.site();
        release::propose(site, day("2026-11-25"), day("2026-11-25")).unwrap().expect("a first release").line
    };
    let shown = proposal("");
    for hidden in ["[//]: # (甲)\n\n", "[//]: # (乙的电话)\n\n", "[a]: b.html \"丙\"\n\n"] {
        assert_eq!(proposal(hidden), shown, "{hidden}");
    }
    // A regulation hides nothing: what looks like a definition is shown with its words, and counts.
    let county = County::new();
    county.write("regulations/rule.md", "---\n标题: 接待办法\n---\n第一条 制定本办法。\n\n[//]: # (甲)\n");
    county.build();
    assert!(county.page("regulations/rule.html").contains("(甲)"));
    assert_ne!(proposal("[八点](https://example.org/)\n\n"), proposal("[八点](https://example.org/a)\n\n"));
}

/// Every number of every event, over builds and releases in any order.
#[test]
fn the_number_of_an_event_never_falls() {
    use proptest::prelude::*;
    use proptest::test_runner::{Config, TestRunner};
    let changes = [
        "",
        "变更:\n  - {日期: 2026-12-08, 接待人: 韩龑, 改由: 马会兰, 原因: 会议}\n",
        "变更:\n  - {日期: 2026-12-08, 接待人: 韩龑, 改由: 马会兰, 原因: 会议}\n  - {日期: 2026-12-08, 接待人: 马会兰, 取消: 是, 原因: 应急}\n",
    ];
    let walk = |steps: Vec<(usize, bool, bool)>| {
        let county = County::new();
        county.release("2026-11-20");
        let (mut seen, mut recorded, mut at) = (std::collections::BTreeMap::new(), 0, 20);
        for (change, releases, town) in steps {
            // What was released is only gone on from.
            let change = change.max(recorded);
            county.write("rosters/2026-12.yaml", &format!("{ROSTER}{}", changes[change]));
            let path = county.content().join("liushu/rosters/2026-12.yaml");
            if town {
                fs::write(path, TOWN_ROSTER).unwrap()
            } else {
                _ = fs::remove_file(path)
            }
            if releases {
                at += 1;
                county.release(&format!("2026-11-{at}"));
                recorded = change;
            }
            county.build();
            for (uid, number) in numbers(&county.page("calendar.ics")) {
                let before = seen.insert(uid.clone(), number).unwrap_or(0);
                prop_assert!(number >= before, "{} from {} to {}", uid, before, number);
            }
        }
        Ok(())
    };
    // A change and a roster taken back before their release, twice.
    let back =
        vec![(1, false, true), (0, false, true), (1, true, true), (2, false, false), (1, false, true), (2, true, true)];
    let mut runner = TestRunner::new(Config { cases: 6, failure_persistence: None, ..Config::default() });
    let steps = proptest::collection::vec((0_usize..3, any::<bool>(), any::<bool>()), 1..6);
    walk(back).and_then(|()| runner.run(&steps, walk).map_err(|fault| TestCaseError::fail(fault.to_string()))).unwrap();
}

/// The SEQUENCE of every event by its UID.
fn numbers(calendar: &str) -> Vec<(String, u32)> {
    let events = calendar.split("BEGIN:VEVENT").skip(1);
    let of =
        |event: &str, name: &str| event.lines().find_map(|line| line.strip_prefix(name).map(str::to_owned)).unwrap();
    events.map(|event| (of(event, "UID:"), of(event, "SEQUENCE:").parse().unwrap())).collect()
}

/// A roster of the county with a session in a town.
#[test]
fn a_session_elsewhere_is_cancelled_where_it_was_to_be() {
    let county = County::new();
    let visit = "标题: 下访安排\n起止: 2026年12月\n时间: 9:00–11:30\n安排:\n  - {接待人: 陈守望, 日期: 2026-12-10, 单位: 柳树镇, 地点: 镇政府}\n  - {接待人: 韩龑, 日期: 2026-12-11, 地点: 县接待中心}\n";
    county.write("rosters/visit.yaml", visit);
    county.release("2026-11-25");
    county.build();
    let events = |path: &str| county.page(path).matches("BEGIN:VEVENT").count();
    let before = events("unit.ics");
    let of_leader = |name: &str| {
        let leaders = county.site().units[0].people.iter().find(|one| one.name == name).unwrap().slug.clone();
        format!("leaders/{leaders}.ics")
    };
    let (chen, han) = (of_leader("陈守望"), of_leader("韩龑"));
    assert!(county.page("liushu/index.ics").contains("陈守望"));
    fs::remove_file(county.content().join("rosters/visit.yaml")).unwrap();
    county.release("2026-12-01");
    county.build();
    let cancelled = |path: &str| county.page(path).matches("STATUS:CANCELLED").count();
    assert_eq!(cancelled("liushu/index.ics"), 1, "{}", county.page("liushu/index.ics"));
    assert_eq!((cancelled("unit.ics"), events("unit.ics")), (1, before), "only its own, as before");
    assert_eq!((cancelled(&chen), cancelled(&han)), (1, 1));
    assert_eq!(cancelled("calendar.ics"), 2);
    // The last that an official of the town had: the calendar is there, and says so.
    let town = county.site().units[1].people[0].slug.clone();
    fs::remove_file(county.content().join("liushu/rosters/2026-12.yaml")).unwrap();
    county.release("2026-12-02");
    county.build();
    assert_eq!(cancelled(&format!("liushu/leaders/{town}.ics")), 1);
}

/// Ledgers made by hand with hashes that hold are refused at their line, and nothing panics.
#[test]
fn odd_ledgers_are_told_by_their_line() {
    use gongshi::ledger::seal;
    let cases = [
        ("\"gone\":[]", "\"gone\":[\"page:never\"]", "page:never"),
        ("\"declared\":\"2026-11-20\"", "\"declared\":\"+262142-12-31\"", "+262142-12-31"),
        ("\"notice:way\"", "\"notice:../../way\"", "notice:../../way"),
    ];
    for (from, to, what) in cases {
        let county = County::new();
        county.release("2026-11-20");
        let path = county.content().join("ledger/public.jsonl");
        let line = fs::read_to_string(&path).unwrap();
        let (object, _) = seal::unseal(line.trim_end()).unwrap();
        assert!(object.contains(from), "{from} in {object}");
        let object = object.replace(from, to);
        fs::write(&path, seal::seal(&object, &gongshi::digest::of(object.as_bytes()))).unwrap();
        let report = county.check().report;
        assert!(ids(&report).contains(&"GS0901"), "{}", told(&report));
        assert!(told(&report).contains("第 1 行") && told(&report).contains(what), "{}", told(&report));
    }
}
