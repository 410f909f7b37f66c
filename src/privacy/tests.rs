use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::diag::{Lang, Severity};
use crate::source::{FileId, Source};

fn kinds(text: &str) -> Vec<(Kind, &str)> {
    scan(text).into_iter().map(|found| (found.kind, &text[found.range])).collect()
}

#[test]
fn numbers_are_found_however_they_are_typed() {
    for (text, kind, number) in [
        ("身份证号：34052419800101001X。", Kind::ResidentId, "34052419800101001X"),
        ("34052419800101001x", Kind::ResidentId, "34052419800101001x"),
        // Groups that look like years are no reason to let a number pass.
        ("电话 133-2071-1900，", Kind::Mobile, "133-2071-1900"),
        ("电话 138 20001234", Kind::Mobile, "138 20001234"),
        ("340524 19800101 001X", Kind::ResidentId, "340524 19800101 001X"),
        ("340524-1980-0101-001 X乙", Kind::ResidentId, "340524-1980-0101-001 X"),
        ("３４０５２４１９８００１０１００１Ｘ", Kind::ResidentId, "３４０５２４１９８００１０１００１Ｘ"),
        ("3405\u{200b}2419800101001X", Kind::ResidentId, "3405\u{200b}2419800101001X"),
        ("# 陈 110105194912310021", Kind::ResidentIdSlip, "110105194912310021"),
        ("老证110105491231002号", Kind::OldResidentId, "110105491231002"),
        ("身份证号：6201**********1234", Kind::MaskedId, "6201**********1234"),
        ("电话13800001234", Kind::Mobile, "13800001234"),
        ("138 0000 1234", Kind::Mobile, "138 0000 1234"),
        ("138-0000-1234", Kind::Mobile, "138-0000-1234"),
        ("+86 138 0000 1234", Kind::Mobile, "86 138 0000 1234"),
        ("+8613800001234", Kind::Mobile, "8613800001234"),
        ("008613800001234", Kind::Mobile, "008613800001234"),
        ("0086-138-0000-1234", Kind::Mobile, "0086-138-0000-1234"),
        ("１３８００００１２３４", Kind::Mobile, "１３８００００１２３４"),
        ("tel13800001234", Kind::Mobile, "13800001234"),
        ("0931 13800001234", Kind::Mobile, "13800001234"),
        ("电话: 13800001234\r\n", Kind::Mobile, "13800001234"),
        ("13800001234（王）", Kind::Mobile, "13800001234"),
        ("13800001234@139.com", Kind::Mobile, "13800001234"),
        ("打1380000\n1234就行", Kind::Mobile, "1380000\n1234"),
        ("打 138 0000\r\n  1234 就行", Kind::Mobile, "138 0000\r\n  1234"),
        ("卡号6212345678901232", Kind::BankCard, "6212345678901232"),
        ("6212 3456 7890 1232", Kind::BankCard, "6212 3456 7890 1232"),
        ("4111111111111111", Kind::PerhapsCard, "4111111111111111"),
        ("护照号 E12345678", Kind::Passport, "E12345678"),
        ("甘A·12345", Kind::Plate, "甘A·12345"),
        ("甘AD12345。", Kind::Plate, "甘AD12345"),
        ("信访人陈守望反映", Kind::Person, "陈守望"),
        ("来访人：李梅，女", Kind::Person, "李梅"),
        ("村民王建国投诉", Kind::Person, "王建国"),
        ("张某某", Kind::MaskedName, "张某某"),
        ("李某反映", Kind::Person, "李某"),
    ] {
        assert_eq!(kinds(text), [(kind, number)], "{text}");
    }
    assert_eq!(kinds("13800001234、139 0000 4321 15000009999").len(), 3);
}

#[test]
fn what_an_office_publishes_is_silent() {
    for text in [
        "电话: 09991234567",
        "0931-8279971 0931 8279972 8279973",
        "12345、12309、12388、96110、10086、400-820-8820、4008208820、800 810 1234",
        "时间: 2026-12-15 09:00–11:30 14:30-17:00",
        "20261215 20261216 20261217 2026-12-15 2026-12-16",
        "20261215093012、202612150930120001",
        "甘公网安备 62000002010038号 甘公网安备62000002010038号",
        "豫ICP备12000402号-2",
        "统一社会信用代码 91350100M000100Y43",
        "县信〔2026〕12号 (2026)12号 甘政办发〔2026〕138号",
        "财政支出13800001234元、13800001234.56、0.13800001234、150000万元",
        "网站标识码 6200000087 邮编 730000 xf@example.gov.cn",
        "| 153 | 2024 | 2025 |\n153,2024,2025\n150 2024 2025",
        "ISBN 978-7-5000-1234-5 GB 11643-1999 GB/T 37668-2019 2026-138-1234-5678",
        "a13800001234f t_13800001234 13800001234567890123",
        "请携带身份证、护照，群众凭身份证号码预约",
        "信访人应当如实反映，信访人员、来访人数、信访人陈述、来访人须知、信访人对处理不服",
        "某某村 某人 某些 某县 于某年某月 张某某村 村民王建国同志",
        "川A类 京津冀 甘G2012 陕西A座",
        "0000000000000000 4111111111111112",
        "第1—15条 1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16-17-18",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}

#[test]
fn findings_are_placed_masked_and_secret() {
    let mut sources = Sources::default();
    let text = "姓名: 陈守望 # 手机 138 0000 1234\n公开电话: 13900004321\n卡: 6212345678901232\n";
    sources.add(Source::new("leaders.yaml", text));
    let mut report = Report::default();
    let consented = text.find("139").unwrap();
    let own = Span::new(FileId(0), consented..consented + 11);
    check(&sources, &Allowed::default(), &[own], &[], &mut report);
    let found: Vec<_> = report.iter().map(|d| (d.code.id, sources.slice(d.span.unwrap()), d.secret)).collect();
    assert_eq!(found, [("GS0605", "138 0000 1234", true), ("GS0606", "6212345678901232", true)]);
    let said = report.iter().map(|d| d.message(Lang::Zh) + &d.remedy(Lang::En)).collect::<String>();
    assert!(said.contains("138****1234") && said.contains("62****32") && !said.contains("0000"), "{said}");
    assert_eq!(report.secrets().count(), 2);
    assert_eq!(report.count(Severity::Error), 2);
}

/// A resident ID made by the rule, in any way people group it.
fn resident() -> impl Strategy<Value = String> {
    let province = prop::sample::select(vec!["11", "35", "44", "51", "62", "65"]);
    let parts = (province, 0..10_000_u32, 0..40_000_i64, 0..1_000_u32, 0..6_usize, any::<bool>());
    parts.prop_map(|(province, region, day, sequence, style, small)| {
        let first = chrono::NaiveDate::from_ymd_opt(1921, 1, 1).unwrap();
        let born = (first + chrono::Duration::days(day)).format("%Y%m%d");
        let body = format!("{province}{region:04}{born}{sequence:03}");
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        let sum: u32 = body.bytes().zip(weights).map(|(b, w)| u32::from(b - b'0') * w).sum();
        let check = "10X98765432".as_bytes()[sum as usize % 11] as char;
        let id = format!("{body}{check}");
        let id = if small { id.to_lowercase() } else { id };
        match style {
            0 => id,
            1 => format!("{} {} {}", &id[..6], &id[6..14], &id[14..]),
            2 => format!("{}-{}-{}", &id[..6], &id[6..14], &id[14..]),
            3 => id.chars().map(|c| if c == ' ' { c } else { char::from_u32(c as u32 + 0xfee0).unwrap() }).collect(),
            4 => format!("{} {}", &id[..17], &id[17..]),
            _ => format!("{}\u{3000}{}\u{3000}{}\u{3000}{}", &id[..6], &id[6..10], &id[10..14], &id[14..]),
        }
    })
}

fn mobile() -> impl Strategy<Value = String> {
    (3..10_u32, 0..1_000_000_000_u64, 0..6_usize).prop_map(|(second, rest, style)| {
        let number = format!("1{second}{rest:09}");
        match style {
            0 => format!("{}-{}-{}", &number[..3], &number[3..7], &number[7..]),
            1 => format!("+86 {number}"),
            2 => format!("0086{number}"),
            3 => number.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap()).collect(),
            _ => number,
        }
    })
}

/// What rosters, notices and posters are full of.
fn harmless() -> impl Strategy<Value = String> {
    let date = (2000..2100_u32, 1..13_u32, 1..29_u32);
    prop_oneof![
        date.clone().prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        date.clone().prop_map(|(y, m, d)| format!("{y}年{m}月{d}日至{}日", d + 1)),
        date.clone().prop_map(|(y, m, d)| format!("{y}{m:02}{d:02}")),
        date.prop_map(|(y, m, d)| format!("{m}.{d} {y}.{m}.{d}")),
        (0..24_u32, 0..60_u32).prop_map(|(h, m)| format!("{h}:{m:02}–{}:{m:02}", h + 1)),
        (100..1_000_u32, 2_000_000..9_000_000_u32).prop_map(|(a, n)| format!("0{a}-{n}")),
        (100..1_000_u32, 2_000_000..9_000_000_u32).prop_map(|(a, n)| format!("0{a}{n}")),
        (100..1_000_u32, 20_000_000..90_000_000_u32).prop_map(|(a, n)| format!("0{a} {n}")),
        (1..10_000_000_u32).prop_map(|n| format!("400{n:07}")),
        (2000..2100_u32, 1..500_u32).prop_map(|(y, n)| format!("县信〔{y}〕{n}号")),
        (1..100_000_000_u32).prop_map(|n| format!("{n}件")),
        (1..100_000_u32, 0..100_u32).prop_map(|(n, d)| format!("{n}.{d:02}%")),
        prop::sample::select(vec![
            "12345",
            "12309",
            "96110",
            "县人民来访接待中心",
            "1号楼302室",
            "第1、3周",
            "周一",
            "接待人",
            "730000",
            "甘公网安备 62000002010038号",
            "91350100M000100Y43",
            "xf@example.gov.cn",
            "215—4号",
            "5天",
        ])
        .prop_map(str::to_owned),
    ]
}

fn glue() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["，", "、", "\n", ": ", "（", "。", "\t", " | ", "\r\n- ", "， "])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_id_and_mobile_is_found(
        before in harmless(), one in glue(), secret in prop_oneof![resident(), mobile()], two in glue(), after in harmless(),
    ) {
        let text = format!("{before}{one}{secret}{two}{after}");
        let at = before.len() + one.len();
        let found = scan(&text);
        // A leading plus belongs to no digit group.
        let plus = usize::from(secret.starts_with('+'));
        prop_assert!(
            found.iter().any(|f| f.range == (at + plus..at + secret.len()) && matches!(f.kind, Kind::ResidentId | Kind::Mobile)),
            "{text:?} {found:?}"
        );
    }

    #[test]
    fn what_is_harmless_is_never_found(parts in prop::collection::vec((harmless(), glue()), 0..40)) {
        let text: String = parts.iter().flat_map(|(part, glue)| [part.as_str(), glue]).collect();
        prop_assert!(scan(&text).is_empty(), "{text:?} {:?}", kinds(&text));
    }

    #[test]
    fn any_text_is_scanned_without_harm(text in "[0-9xX０-９ \\-某信访人王李反映身份证号护照甘A·\\PC]{0,80}") {
        let mut last = 0;
        for found in scan(&text) {
            prop_assert!(found.range.start >= last && found.range.start < found.range.end);
            prop_assert!(text.get(found.range.clone()).is_some());
            last = found.range.end;
        }
    }
}

#[test]
fn megabytes_are_cheap() {
    let row =
        "  - {日期: 2026-12-15, 接待人: 陈守望, 时间: 9:00–11:30, 地点: 县人民来访接待中心, 说明: 信访人反映某事项}\n";
    for text in [
        row.repeat(20_000),
        "1 ".repeat(1_000_000),
        "1".repeat(2_000_000),
        "某".repeat(700_000),
        "信访人王".repeat(200_000),
    ] {
        let start = Instant::now();
        scan(&text);
        assert!(start.elapsed() < Duration::from_secs(4), "{} took {:?}", &text[..12], start.elapsed());
    }
}

fn codes_of(files: &[(&str, &str)]) -> Vec<(&'static str, String, String)> {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(crate::source::Source::new(*path, text));
    }
    let mut report = Report::default();
    check(&sources, &Allowed::default(), &[], &[], &mut report);
    let told = report.sorted(&sources).into_iter().map(|one| {
        let text = one.span.map_or("", |span| sources.slice(span)).to_owned();
        (one.code.id, crate::diag::path_of(one, &sources).to_owned(), text)
    });
    told.collect()
}

#[test]
fn escapes_hide_nothing() {
    let cases = [
        (r#"须知: "打 138\x312345678 咨询""#, r"138\x312345678"),
        (r#"须知: "打 \u0031\u00338\U000000312345678 咨询""#, r"\u0031\u00338\U000000312345678"),
        ("打 138&#49;2345678。", "138&#49;2345678"),
        ("打 138&#x31;2345678。", "138&#x31;2345678"),
        ("须知: \"打 1381234\\\n    5678 咨询\"", "1381234\\\n    5678"),
        (r"打 138\-1234\-5678。", r"138\-1234\-5678"),
        (r"打 13812345678，\x31。", "13812345678"),
    ];
    for (text, found) in cases {
        let expected = [("GS0605", "a.md".to_owned(), found.to_owned())];
        assert_eq!(codes_of(&[("a.md", text)]), expected, "{text}");
    }
}

#[test]
fn names_of_files_and_folders_are_scanned_and_masked() {
    let cases = [
        ("rosters/13812345678.yaml", "rosters/138****5678.yaml"),
        ("notices/王_13812345678_a.md", "notices/王_138****5678_a.md"),
        ("t13812345678/unit.yaml", "t138****5678/unit.yaml"),
        ("13812345678/unit.yaml", "138****5678/unit.yaml"),
    ];
    for (path, masked) in cases {
        assert_eq!(codes_of(&[(path, "")]), [("GS0605", masked.to_owned(), String::new())], "{path}");
    }
    for path in ["rosters/2026-12.yaml", "notices/2026-11-24-20261201.md", "liushu/rosters/2026-12-01.2026-12-31.yaml"]
    {
        assert_eq!(codes_of(&[(path, "")]), [], "{path}");
    }
}

#[test]
fn what_marks_hide_is_found_once_rendered() {
    let told = |text: &str, html: &str| {
        let mut report = Report::default();
        rendered("a.md", text, html, &mut report);
        report.iter().map(|one| one.code.id).collect::<Vec<_>>()
    };
    assert_eq!(told("打138**1234**5678。", "<p>打138<strong>1234</strong>5678。</p>"), ["GS0605"]);
    assert_eq!(told("打138&#49;2345678。", "<p>打13812345678。</p>"), [""; 0], "told already");
    assert_eq!(told("打13812345678。", "<p>打13812345678。</p>"), [""; 0], "told already");
    assert_eq!(told("138\n\n12345678", "<p>138</p>\n<p>12345678</p>"), [""; 0]);
    assert_eq!(told("![138**1234**5678](a.png)", "<p><img src=\"a.png\" alt=\"13812345678\"></p>"), ["GS0605"]);
}
