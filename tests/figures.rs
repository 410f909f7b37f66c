//! Holds tables of figures to their arithmetic: every planted fault is told by its code, and what is right raises nothing.

#[path = "support/county.rs"]
mod county;

use county::County;
use gongshi::diag::code::Severity;

/// Two dimensions, one of them with sub-values, sums, a rate, batches and people.
const QUARTER: &str = "标题: 2026年第三季度信访渠道
期间: 2026年第三季度
指标:
  - {名称: 批次, 单位: 批次}
  - {名称: 人次, 单位: 人次, 个案: 批次, 不少于: 批次}
  - {名称: 应办结, 单位: 件}
  - {名称: 按期办结, 单位: 件}
维度: [{名称: 月份, 取值: [7月, 8月, 9月]}, {名称: 渠道, 取值: [来信, {来访: [个访, 集访]}]}]
率: [{名称: 按期办结率, 分子: 按期办结, 分母: 应办结, 小数: 1}]
数据: |
  月份 | 渠道 | 批次 | 人次 | 应办结 | 按期办结 | 按期办结率
  7月 | 来信 | 12 | 15 | 87 | 82 | 94.3%
  7月 | 个访 | 20 | 31 | 40 | 40 | 100%
  7月 | 集访 | 6 | 66 | 25 | 24 | 96.0%
  7月 | 来访 | 26 | 97 | 65 | 64 | 98.5%
  8月 | 来信 | 9 | 9 | 137 | 134 | 97.8%
  8月 | 个访 | 18 | 25 | 33 | 30 | 90.9%
  8月 | 集访 | 7 | 80 | 12 | 12 | 100.0%
  8月 | 来访 | 25 | 105 | 45 | 42 | 93.3%
  9月 | 来信 | 1,011 | 1,100 | 16 | 15 | 93.8%
  9月 | 个访 | 0 | 0 | 0 | 0 | —
  9月 | 集访 | 8 | 91 | 3 | 2 | 66.7%
  9月 | 来访 | 8 | 91 | 3 | 2 | 66.7%
  合计 | 合计 | 1091 | 1417 | 353 | 339 | 96.0%
";

fn codes(files: &[(&str, &str)]) -> Vec<&'static str> {
    let county = County::new();
    for (path, text) in files {
        county.write(path, text);
    }
    let report = county.check().report;
    let mut codes: Vec<&str> =
        report.iter().filter(|one| one.code.severity == Severity::Error).map(|one| one.code.id).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn a_table_that_adds_up_raises_nothing() {
    assert_eq!(codes(&[("statistics/q3.yaml", QUARTER)]), [""; 0]);
}

#[test]
fn every_planted_fault_is_told() {
    let cases: &[(&str, &str, &[&str])] = &[
        // Sums, along each dimension and at each level.
        ("来访 | 26 | 97", "来访 | 27 | 97", &["GS0510"]),
        ("来访 | 26 | 97", "来访 | 62 | 97", &["GS0510"]),
        ("| 1091 | 1417", "| 1092 | 1417", &["GS0510"]),
        ("| 1091 | 1417", "| 1091 | 1471", &["GS0510"]),
        ("353 | 339", "353 | 340", &["GS0510", "GS0520"]),
        ("个访 | 20 | 31", "个访 | 21 | 31", &["GS0510"]),
        // Less than it can be.
        ("8月 | 来信 | 9 | 9", "8月 | 来信 | 10 | 9", &["GS0510", "GS0512"]),
        ("7月 | 集访 | 6 | 66", "7月 | 集访 | 66 | 6", &["GS0510", "GS0510", "GS0512"]),
        // Rates: rounded wrongly, cut off, digits exchanged, beyond the whole.
        ("94.3%", "94.2%", &["GS0520"]),
        ("94.3%", "93.4%", &["GS0520"]),
        ("94.3%", "92.4%", &["GS0520"]),
        ("97.8%", "97.9%", &["GS0520"]),
        ("66.7%\n  9月 | 来访", "66.6%\n  9月 | 来访", &["GS0520"]),
        ("100.0%", "100.1%", &["GS0521"]),
        ("100.0%", "1000%", &["GS0521"]),
        ("98.5%", "98、5%", &["GS0505"]),
        // Numbers that are none, and other units.
        ("来信 | 12 | 15", "来信 | 十几 | 15", &["GS0503"]),
        ("来信 | 12 | 15", "来信 | 12.5 | 15", &["GS0503"]),
        ("来信 | 12 | 15", "来信 | -12 | 15", &["GS0503"]),
        ("来信 | 12 | 15", "来信 | 12件 | 15", &["GS0504"]),
        ("来信 | 12 | 15", "来信 | 20xx | 15", &["GS0506"]),
        ("1,011", "10,11", &["GS0503"]),
        ("1,011", "1、011", &["GS0505"]),
        // Lines: twice, not at all, under names that do not exist.
        ("8月 | 集访 | 7 | 80 | 12 | 12 | 100.0%\n", "", &["GS0508"]),
        ("8月 | 集访", "7月 | 集访", &["GS0507", "GS0507", "GS0507", "GS0507"]),
        ("8月 | 集访", "8月 | 群访", &["GS0502"]),
        ("8月 | 集访", "10月 | 集访", &["GS0502"]),
        ("月份 | 渠道 | 批次 | 人次 |", "月份 | 渠道 | 批数 | 人次 |", &["GS0501"]),
        ("月份 | 渠道 | 批次 | 人次 |", "月分 | 渠道 | 批次 | 人次 |", &["GS0501"]),
        ("分母: 应办结", "分母: 受理量", &["GS0522", "GS0501"]),
    ];
    for (from, to, wanted) in cases {
        assert!(QUARTER.contains(from), "{from}");
        let mut wanted = wanted.to_vec();
        wanted.sort_unstable();
        assert_eq!(codes(&[("statistics/q3.yaml", &QUARTER.replacen(from, to, 1))]), wanted, "{from} → {to}");
    }
}

fn by_channel(title: &str, period: &str, more: &str, rows: &str) -> String {
    format!(
        "标题: {title}\n期间: {period}\n{more}指标: [{{名称: 受理, 单位: 件}}]\n维度: [{{名称: 渠道, 取值: [来信, 来访]}}]\n数据: |\n{rows}"
    )
}

fn by_month(title: &str, period: &str, months: &str, more: &str, rows: &str) -> String {
    format!(
        "标题: {title}\n期间: {period}\n{more}指标: [{{名称: 受理, 单位: 件}}]\n维度: [{{名称: 月份, 取值: [{months}]}}]\n数据: |\n  月份 | 受理\n{rows}"
    )
}

#[test]
fn tables_are_held_against_each_other() {
    let channels = by_channel("第三季度渠道", "2026年第三季度", "", "  渠道 | 受理\n  来信 | 40\n  来访 | 60\n");
    let months = by_month("各月受理", "2026年第三季度", "7月, 8月, 9月", "", "  7月 | 30\n  8月 | 31\n  9月 | 39\n");
    let sums = by_month(
        "累计受理",
        "2026年7月至9月",
        "7月, 8月, 9月",
        "口径: 累计\n累计自: 7月\n",
        "  7月 | 30\n  8月 | 61\n  9月 | 100\n",
    );
    let all = |channels: &str, months: &str, sums: &str| {
        codes(&[("statistics/a.yaml", channels), ("statistics/b.yaml", months), ("statistics/c.yaml", sums)])
    };
    assert_eq!(all(&channels, &months, &sums), [""; 0]);
    // The quarter by channel and by month are one figure.
    assert_eq!(all(&channels.replace("来访 | 60", "来访 | 61"), &months, &sums), ["GS0513", "GS0513"]);
    // A sum so far that is not that of its months.
    assert_eq!(all(&channels, &months, &sums.replace("8月 | 61", "8月 | 62")), ["GS0514"]);
    // A month that was corrected is carried through; without 修订 it is not.
    let corrected =
        sums.replace("7月 | 30", "7月 | 28").replace("8月 | 61", "8月 | 59").replace("9月 | 100", "9月 | 98");
    let revised = corrected.replace("数据:", "修订: [{月份: 7月, 原: 30, 现: 28, 原因: 重复登记}]\n数据:");
    let quarter = by_channel("第三季度渠道", "2026年第三季度", "", "  渠道 | 受理\n  来信 | 40\n  来访 | 58\n");
    assert!(all(&quarter, &months, &corrected).contains(&"GS0513"));
    assert!(!all(&quarter, &months, &revised).contains(&"GS0514"));
}

#[test]
fn changes_are_held_against_the_base() {
    let base = by_channel("2025年9月", "2025年9月", "", "  渠道 | 受理\n  来信 | 15\n  来访 | 40\n");
    let now = |rows: &str| {
        let now =
            by_channel("2026年9月", "2026年9月", "同比: {基期: 2025年9月}\n", &format!("  渠道 | 受理 | 同比\n{rows}"));
        codes(&[("statistics/2025-09.yaml", &base), ("statistics/2026-09.yaml", &now)])
    };
    assert_eq!(now("  来信 | 12 | 下降20%\n  来访 | 40 | 持平\n  合计 | 52 | -5.5%\n"), [""; 0]);
    for (rows, count) in [
        ("  来信 | 12 | 上升20%\n  来访 | 40 | 持平\n", 1),
        ("  来信 | 12 | -19%\n  来访 | 41 | 持平\n", 2),
        ("  来信 | 12 | -20%\n  来访 | 42 | 5.1%\n", 1),
    ] {
        assert_eq!(now(rows), vec!["GS0525"; count], "{rows}");
    }
}

/// A dimension may lie across, its values as columns.
#[test]
fn values_may_head_columns() {
    let wide = "标题: 一\n期间: 2026年第三季度\n指标: [{名称: 受理, 单位: 件}]\n维度: [{名称: 月份, 取值: [7月, 8月]}, {名称: 渠道, 取值: [来信, 来访]}]\n数据: |\n  月份 | 来信 | 来访 | 合计\n  7月 | 12 | 30 | 42\n  8月 | 15 | 缺 | —\n";
    assert_eq!(codes(&[("statistics/a.yaml", wide)]), [""; 0]);
    assert_eq!(codes(&[("statistics/a.yaml", &wide.replace("| 42", "| 43"))]), ["GS0510"]);
    assert_eq!(codes(&[("statistics/a.yaml", &wide.replace("缺 | —", "16 | 30"))]), ["GS0510"]);
}

/// A file as an office program leaves it: a title above the table, a remark under it, the header again on the next sheet.
#[test]
fn what_stands_around_a_table_is_no_figure() {
    let table = by_channel("九月", "2026年9月", "", "").replace("数据: |\n", "数据: 九月.csv\n");
    let csv = "九月\n渠道,受理\n来信,12\n渠道,受理\n来访,30\n合计,42\n注：来信含电子邮件\n";
    assert_eq!(codes(&[("statistics/a.yaml", &table), ("statistics/九月.csv", csv)]), [""; 0]);
    let more = csv.replace("来信,12", "来信,12,7");
    assert_eq!(codes(&[("statistics/a.yaml", &table), ("statistics/九月.csv", &more)]), ["GS0500"]);
    assert_eq!(codes(&[("statistics/a.yaml", &table), ("statistics/九月.csv", "")]), ["GS0143"]);
}

#[test]
fn hostile_tables_cost_little() {
    let values = |name: &str| (0..700).map(|n| format!("{name}{n}")).collect::<Vec<_>>().join(", ");
    let dimensions = ["甲", "乙", "丙"].map(|name| format!("{{名称: {name}, 取值: [{}]}}", values(name)));
    let table = format!(
        "标题: 大\n期间: 2026年9月\n指标: [{{名称: 受理, 单位: 件}}]\n维度: [{}]\n数据: |\n  甲 | 乙 | 丙 | 受理\n  甲1 | 乙1 | 丙1 | 5\n",
        dimensions.join(", ")
    );
    assert_eq!(codes(&[("statistics/a.yaml", &table)]), ["GS0500"]);
    let huge = by_channel("大", "2026年9月", "", "  渠道 | 受理\n  来信 | 999999999999\n  来访 | 99999万亿\n");
    assert_eq!(codes(&[("statistics/a.yaml", &huge)]), ["GS0503"]);
    let deep = "97.800000000%";
    let rate = QUARTER.replacen("97.8%", deep, 1);
    assert_eq!(codes(&[("statistics/a.yaml", &rate)]), ["GS0520"], "134/137 has other digits there");
}

/// True counts lie in these files: no page hands one out.
#[test]
fn the_files_of_figures_are_never_handed_out() {
    let county = County::new();
    county.write("statistics/2026-09.csv", "渠道,受理\n来信,1\n来访,2\n");
    let table = by_channel("九月", "2026年9月", "", "").replace("数据: |\n", "数据: 2026-09.csv\n");
    county.write("statistics/2026-09.yaml", &table);
    county.build();
    county.write("notices/data.md", "---\n标题: 数据\n日期: 2026-11-20\n---\n[下载](../statistics/2026-09.csv)\n");
    let report = county.check().report;
    assert!(report.iter().any(|one| one.code.id.starts_with("GS07") && one.code.severity == Severity::Error));
    let public = county.content().parent().unwrap().join("public");
    let names = walkdir::WalkDir::new(public).into_iter().flatten().map(|entry| entry.file_name().to_owned());
    assert!(!names.into_iter().any(|name| name == "2026-09.csv"));
}
