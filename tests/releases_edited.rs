//! Holds released rosters to what was published: edits in place are met with lines that mend them, and nothing announced is
//! rewritten.

#[path = "support/county.rs"]
mod county;

use std::fs;

use county::{County, ROSTER, day, ids, told};
use gongshi::diag::code::Severity;

/// Each edit in place, and the line it is met with. The offered line, put under 变更 of the roster as it was, is accepted.
#[test]
fn the_lines_offered_for_an_edit_in_place_are_accepted() {
    let cases = [
        ("{接待人: 韩龑, 日期: 2026-12-08}", "{接待人: 马会兰, 日期: 2026-12-08}", "改由: 马会兰"),
        ("{接待人: 韩龑, 日期: 2026-12-08}", "{接待人: 韩龑, 日期: 2026-12-09}", "改期: 2026-12-09"),
        (
            "{接待人: 韩龑, 日期: 2026-12-08}",
            "{接待人: 韩龑, 日期: 2026-12-08, 时间: 14:30–17:00}",
            "改时间: \"14:30–17:00\"",
        ),
        (
            "{接待人: 韩龑, 日期: 2026-12-08}",
            "{接待人: 韩龑, 日期: 2026-12-08, 时间: 9:00–12:00}",
            "改时间: \"9:00–12:00\"",
        ),
        ("{接待人: 韩龑, 日期: 2026-12-08}", "{接待人: 韩龑, 日期: 2026-12-08, 地点: 信访局2楼}", "改地点: 信访局2楼"),
        ("  - {接待人: 韩龑, 日期: 2026-12-08}\n", "", "取消: 是"),
        ("时间: 下午}", "时间: 上午}", "改时间: 上午"),
        (
            "{接待人: 韩龑, 日期: 2026-12-08}",
            "{接待人: 韩龑, 日期: 2026-12-08}\n  - {接待人: 马会兰, 日期: 2026-12-10}",
            "增加: [{日期: 2026-12-10, 接待人: 马会兰, 时间: \"9:00–11:30\", 地点: 县接待中心}]",
        ),
    ];
    let two = "{接待人: [陈守望, 韩龑], 日期: 2026-12-08}";
    let more = [
        // Of several one is replaced, one is replaced by who is there, one comes, all are replaced.
        (two, "{接待人: [马会兰, 韩龑], 日期: 2026-12-08}", "接待人: 陈守望, 改由: 马会兰"),
        (two, "{接待人: 韩龑, 日期: 2026-12-08}", "接待人: 陈守望, 改由: 韩龑"),
        (two, "{接待人: [陈守望, 韩龑, 马会兰], 日期: 2026-12-08}", "改由: [陈守望, 韩龑, 马会兰]"),
        (two, "{接待人: 马会兰, 日期: 2026-12-08}", "{日期: 2026-12-08, 改由: 马会兰"),
        // Two things at once.
        (two, "{接待人: [马会兰, 韩龑], 日期: 2026-12-08, 地点: 信访局2楼}", "改由: 马会兰, 改地点: 信访局2楼"),
        (two, "{接待人: [陈守望, 韩龑], 日期: 2026-12-09, 地点: 信访局2楼}", "改期: 2026-12-09, 改地点: 信访局2楼"),
        (
            two,
            "{接待人: [陈守望, 韩龑], 日期: 2026-12-08, 时间: 9:00起, 地点: 信访局2楼}",
            "改时间: \"9:00起\", 改地点: 信访局2楼",
        ),
    ];
    for (from, to, wanted) in cases.into_iter().chain(more) {
        let county = County::new();
        let roster = if from == two {
            ROSTER.replace("{接待人: 韩龑, 日期: 2026-12-08}", two)
        } else {
            ROSTER.to_owned()
        };
        county.write("rosters/2026-12.yaml", &roster);
        county.release("2026-11-25");
        county.edit("rosters/2026-12.yaml", from, to);
        let checked = county.check();
        let found: Vec<_> = checked.report.iter().filter(|one| one.code.id == "GS0905").collect();
        let [found] = found.as_slice() else { panic!("{to}: {}", told(&checked.report)) };
        let lines = found.corrected.clone().expect("lines of 变更");
        assert!(lines.contains(wanted), "{wanted} in\n{lines}");
        assert!(checked.site.is_none());
        county.write("rosters/2026-12.yaml", &format!("{roster}{}\n", lines.replace("请选择", "工作调整")));
        let report = county.check().report;
        assert_eq!(ids(&report), ["GS0907"], "{lines}\n{}", told(&report));
        assert!(county.release("2026-12-01").is_some());
        assert_eq!(ids(&county.check().report), [""; 0]);
    }
}

/// What was announced by a change stays announced as it was: neither the entry beneath nor its day can be replaced.
#[test]
fn a_released_change_cannot_be_rewritten() {
    let with = |change: &str| format!("{ROSTER}变更:\n  - {change}\n");
    let county = County::new();
    county.release("2026-11-25");
    county.write("rosters/2026-12.yaml", &with("{日期: 2026-12-08, 接待人: 韩龑, 改由: 陈守望, 原因: 会议}"));
    county.release("2026-12-01");
    let changed = with("{日期: 2026-12-08, 接待人: 韩龑, 改由: 陈守望, 原因: 会议}");
    let cases = [
        // The entry under the change names another.
        changed
            .replace("{接待人: 韩龑, 日期: 2026-12-08}", "{接待人: 马会兰, 日期: 2026-12-08}")
            .replace("接待人: 韩龑, 改由", "接待人: 马会兰, 改由"),
        // Gone with its change.
        ROSTER.replace("  - {接待人: 韩龑, 日期: 2026-12-08}\n", ""),
        // Another reason.
        changed.replace("会议", "场地"),
    ];
    for roster in cases {
        county.write("rosters/2026-12.yaml", &roster);
        assert_eq!(ids(&county.check().report), ["GS0906"], "{roster}");
    }
    // Withdrawn and published again with another change: that one is new.
    fs::remove_file(county.content().join("rosters/2026-12.yaml")).unwrap();
    county.release("2026-12-02");
    county.write("rosters/2026-12.yaml", &with("{日期: 2026-12-08, 接待人: 韩龑, 取消: 是, 原因: 会议}"));
    county.release("2026-12-03");
    let site = county.site();
    let changes: Vec<_> =
        site.rosters().flat_map(|(_, roster)| &roster.sessions).flat_map(|one| &one.changes).collect();
    assert_eq!(changes.iter().map(|one| one.announced).collect::<Vec<_>>(), [Some(day("2026-12-03"))]);
}

/// In a year whose days off are not announced, a roster is held to what was published as in any other.
#[test]
fn a_year_without_announced_days_off_is_no_excuse() {
    let county = County::new();
    let roster = "标题: 2027年接待安排\n起止: 2027年\n地点: 县接待中心\n时间: 9:00–11:30\n提前公示: 5天\n遇节假日: 顺延至下一工作日\n遇周末: 顺延至下一工作日\n安排:\n  - {接待人: 韩龑, 每月: 10日}\n  - {接待人: 马会兰, 每月: 25日}\n";
    county.write("rosters/2027.yaml", roster);
    county.release("2026-11-25");
    let found = |roster: &str| {
        county.write("rosters/2027.yaml", roster);
        county
            .check()
            .report
            .iter()
            .filter(|one| one.code.severity == Severity::Error)
            .map(|one| one.code.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(found(roster), [""; 0]);
    for edited in [
        roster.replace("韩龑", "陈守望"),
        roster.replace("10日", "20日"),
        roster.replace("9:00–11:30", "10:00–11:30"),
        roster.replace("  - {接待人: 韩龑, 每月: 10日}\n", ""),
    ] {
        assert_eq!(found(&edited), ["GS0905"], "{edited}");
    }
    // Once they are announced, what they move is no edit.
    county.write("calendar/2027.yaml", "年份: 2027\n放假通知: 自拟\n放假:\n  - {名称: 元旦, 起止: 2027-01-01 至 2027-01-03}\n  - {名称: 春节, 起止: 2027-02-05 至 2027-02-11}\n");
    assert_eq!(found(roster), [""; 0]);
}

/// The same title in another month is another roster; the same sessions under another name are the same one.
#[test]
fn a_renamed_roster_is_known_by_its_sessions() {
    let county = County::new();
    let roster = |month: u32| {
        format!(
            "标题: 接待日\n起止: 2026年{month}月\n地点: 县接待中心\n时间: 9:00–11:30\n安排:\n  - {{接待人: 韩龑, 日期: 2026-{month}-26}}\n"
        )
    };
    county.write("rosters/jieda.yaml", &roster(11));
    county.release("2026-11-25");
    fs::rename(county.content().join("rosters/jieda.yaml"), county.content().join("rosters/november.yaml")).unwrap();
    assert_eq!(ids(&county.check().report), ["GS0909", "GS0908", "GS0907"]);
    fs::remove_file(county.content().join("rosters/november.yaml")).unwrap();
    county.write("rosters/december.yaml", &roster(12));
    assert_eq!(ids(&county.check().report), ["GS0908", "GS0907"]);
}

/// While the settings cannot be read, no ledger is said to be another site's.
#[test]
fn a_broken_site_file_says_nothing_of_the_ledger() {
    let county = County::new();
    county.release("2026-11-25");
    county.write("site.yaml", "代码: [demo\n");
    let report = county.check().report;
    assert!(!ids(&report).iter().any(|id| id.starts_with("GS09")), "{}", told(&report));
}
