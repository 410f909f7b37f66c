//! What clerks type, kept as written or refused with the line as it should be.

use gongshi::diag::Report;
use gongshi::load::tree::Node;
use gongshi::load::yaml::parse;
use gongshi::source::{FileId, Text};
use proptest::prelude::*;

fn read(text: &str) -> (Option<Node>, Vec<(&'static str, Option<String>)>) {
    let mut report = Report::default();
    let node = parse(FileId(0), text, &mut report);
    (node, report.iter().map(|diagnostic| (diagnostic.code.id, diagnostic.corrected.clone())).collect())
}

/// The tree in a compact form: texts in their own words, `[…]`, `{…}`, `-` for nothing.
fn shown(node: &Node) -> String {
    match node {
        Node::Null(_) => "-".to_owned(),
        Node::Text(text) => text.value.clone(),
        Node::List(items, _) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join("|")),
        Node::Map(entries, _) => {
            let pairs = entries.iter().map(|(key, value)| format!("{}={}", key.value, shown(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join("|"))
        }
    }
}

#[test]
fn scalars_stay_as_typed() {
    for (text, value) in [
        ("电话: 12345", "12345"),
        ("电话: 0931", "0931"),
        ("电话: 09991234567", "09991234567"),
        ("电话: 07361234", "07361234"),
        ("截止: 16:00", "16:00"),
        ("时间: 9:00", "9:00"),
        ("时间: 9:00-11:30", "9:00-11:30"),
        ("时间: 9:00–11:30", "9:00–11:30"),
        ("日期: 2026-12-15", "2026-12-15"),
        ("日期: 2026.12", "2026.12"),
        ("日期: 12.10", "12.10"),
        ("小数: 97.80%", "97.80%"),
        ("数: 1,234", "1,234"),
        ("备注: 【注意】带身份证", "【注意】带身份证"),
        ("要求: 否", "否"),
        ("要求: no", "no"),
        ("要求: ~", "~"),
        ("要求: null", "null"),
        ("取消: 是", "是"),
        ("文号: 县信〔2026〕12号", "县信〔2026〕12号"),
        ("时间: 上午9:00-11:30, 下午2:30-5:30", "上午9:00-11:30, 下午2:30-5:30"),
        ("姓名: 于\u{3000}洋", "于\u{3000}洋"),
        ("逢集: 369", "369"),
        ("逢集: 1、6", "1、6"),
        ("每周: 一", "一"),
        ("网址: https://www.example.gov.cn/a#b", "https://www.example.gov.cn/a#b"),
        ("差: -5", "-5"),
        ("姓名: 罗䂮英", "罗䂮英"),
        ("姓名: 𠮷野", "𠮷野"),
        ("\u{feff}标题: 甲", "甲"),
        ("标题: 甲\r\n", "甲"),
        ("标题: \"甲 # 乙: 丙\"", "甲 # 乙: 丙"),
        ("标题: '[2026]12号'", "[2026]12号"),
        ("标题: “甲”、‘乙’", "“甲”、‘乙’"),
        ("标题: 甲  # 乙", "甲"),
        ("标题: \"甲\" # 乙", "甲"),
        ("须知: 请带身份证，电话：0999-1234567", "请带身份证，电话：0999-1234567"),
        ("须知: 按号等候\n  不要喧哗", "按号等候 不要喧哗"),
        ("表: |\n  日期: 1日 # 甲\n  -乙\n", "日期: 1日 # 甲\n-乙\n"),
    ] {
        let (node, problems) = read(text);
        assert_eq!(problems, [], "{text}");
        match node {
            Some(Node::Map(entries, _)) => assert_eq!(shown(&entries[0].1), value, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn sound_structures_raise_no_alarm() {
    for (text, tree) in [
        ("[韩龑，罗䂮英]", "[韩龑，罗䂮英]"),
        ("[韩龑、罗䂮英]", "[韩龑、罗䂮英]"),
        ("{每月: 1日、15日}", "{每月=1日、15日}"),
        ("{时间: 9:00–11:30, 地点: 甲}", "{时间=9:00–11:30|地点=甲}"),
        ("{事项: 涉法，到法院, 去处: 法院}", "{事项=涉法，到法院|去处=法院}"),
        ("须知:\n  - 电话：0999-1234567\n  - 时间：请提前10分钟", "{须知=[电话：0999-1234567|时间：请提前10分钟]}"),
        ("---\n标题: 甲\n", "{标题=甲}"),
        ("标题: 甲\n...\n", "{标题=甲}"),
        ("安排: # 注释\n  - 甲 \n", "{安排=[甲]}"),
        ("a: [甲, # 注释\n  乙]", "{a=[甲|乙]}"),
        ("落款:\n安排:\n- 甲\n-\n", "{落款=-|安排=[甲|-]}"),
        ("{\"a\":1, b: {}, c: []}", "{a=1|b={}|c=[]}"),
        ("? 甲\n: 乙", "{甲=乙}"),
    ] {
        let (node, problems) = read(text);
        assert_eq!((node.as_ref().map(shown), problems), (Some(tree.to_owned()), vec![]), "{text}");
    }
    for text in ["", "\n\n", "# 只有注释\n", "\u{feff}", "---\n"] {
        assert_eq!(read(text), (None, vec![]), "{text:?}");
    }
}

#[test]
fn traps_are_refused_with_the_corrected_line() {
    for (text, code, corrected) in [
        ("{数: 1,234}", "GS0121", "{数: \"1,234\"}"),
        ("{每月: 1,15,30}", "GS0121", "{每月: \"1,15,30\"}"),
        ("{时间: 上午9:00-11:30, 下午2:30-5:30}", "GS0121", "{时间: \"上午9:00-11:30, 下午2:30-5:30\"}"),
        ("地点: 县信访局 # 2楼", "GS0117", "地点: \"县信访局 # 2楼\""),
        ("地点: 1号楼 #302室", "GS0117", "地点: \"1号楼 #302室\""),
        ("a: 1\n接待人:陈守望", "GS0118", "接待人: 陈守望"),
        ("a: 1\n接待人：陈守望", "GS0119", "接待人: 陈守望"),
        ("接待人：陈守望\na: 1", "GS0119", "接待人: 陈守望"),
        ("a: 1\n接待人：\u{3000}陈守望\n", "GS0119", "接待人: 陈守望"),
        ("{接待人:陈守望, 每月: 15日}", "GS0118", "{接待人: 陈守望, 每月: 15日}"),
        ("{甲: 乙，丙: 丁}", "GS0120", "{甲: 乙, 丙: 丁}"),
        ("{甲: 乙、丙: 丁}", "GS0120", "{甲: 乙, 丙: 丁}"),
        ("备注: *请预约", "GS0122", "备注: \"*请预约\""),
        ("{备注: *请预约, 甲: 乙}", "GS0122", "{备注: \"*请预约\", 甲: 乙}"),
        ("备注: [注意]带身份证", "GS0122", "备注: \"[注意]带身份证\""),
        ("文号: [2026]12号", "GS0122", "文号: \"[2026]12号\""),
        ("备注: >5人", "GS0122", "备注: \">5人\""),
        ("备注: - 甲", "GS0122", "备注: \"- 甲\""),
        ("标题: 关于: 通知", "GS0126", "标题: \"关于: 通知\""),
        ("- 接待人: 甲\n-接待人: 乙", "GS0123", "- 接待人: 乙"),
        ("标题: 甲\n\t地点: 乙", "GS0124", "  地点: 乙"),
        (" 标题: 甲\n起止: 乙", "GS0125", "标题: 甲"),
        ("安排:\n  甲: 1\n   乙: 2\n", "GS0125", "  乙: 2"),
        ("标题: 甲\n\u{3000}地点: 乙", "GS0128", "地点: 乙"),
    ] {
        let (_, problems) = read(text);
        assert_eq!(problems, [(code, Some(corrected.to_owned()))], "{text}");
        // The corrected line mends its file: no problem is left where the line stood alone.
        if !text.contains('\n') {
            assert_eq!(read(corrected).1, [], "{corrected}");
        }
    }
    let (_, problems) = read("公布: 2026-12-11\n公布: 2026-12-12");
    assert_eq!(problems, [("GS0116", None)]);
}

#[test]
fn text_in_quotes_and_blocks_is_left_alone_beside_an_error() {
    // The last line breaks the file off; nothing before it is wrong.
    for innocent in [
        "表: |\n  接待人：甲\n  -乙\n\t丙\n",
        "须知: >-\n  电话:0999\n\n  地点：乙\n",
        "须知: \"第一行\n  电话:0999\n  -乙\"\n",
        "须知: '甲: 乙 # 丙'\n",
        "安排: [甲, {乙: 丙},\n  {丁: 戊, 己: 庚}]\n",
        "安排:\n  - {甲: 乙，丙}\n  - 电话：0999\n",
        "网址: https://example.gov.cn # 网址\n",
        "时间: 9:00–11:30\n",
        "# 接待人：甲\n",
    ] {
        let (node, problems) = read(&format!("{innocent}没有冒号的一行\n末: 了\n"));
        let expected: &[&str] = if innocent.starts_with("网址") { &["GS0117", "GS0113"] } else { &["GS0113"] };
        assert_eq!(problems.iter().map(|(code, _)| *code).collect::<Vec<_>>(), expected, "{innocent}");
        assert_eq!(node, None);
    }
}

#[test]
fn places_point_at_the_words() {
    let text = "标题: \"甲乙\"\n人:\n  - 韩龑、罗䂮英\n  - '单''引'\n长: 一\n  二\n";
    let (Some(Node::Map(entries, span)), _) = read(text) else { panic!("a map") };
    assert_eq!(&text[span.range()], text.trim_end());
    let value = |at: usize| &entries[at].1;
    let Node::Text(title) = value(0) else { panic!("text") };
    assert_eq!((&text[title.span.range()], &text[title.part(3..6).range()]), ("\"甲乙\"", "乙"));
    let Node::List(people, span) = value(1) else { panic!("a list") };
    assert_eq!(&text[span.range()], "- 韩龑、罗䂮英\n  - '单''引'");
    let Node::Text(escaped) = &people[1] else { panic!("text") };
    assert_eq!((escaped.value.as_str(), escaped.verbatim), ("单'引", None));
    let Node::Text(long) = value(2) else { panic!("text") };
    assert_eq!((long.value.as_str(), long.verbatim), ("一 二", None));
}

#[test]
fn a_hostile_file_ends_early() {
    let deep = "[".repeat(100_000);
    assert_eq!(read(&deep).1[0].0, "GS0114");
    let blocks: String = (0..200).map(|depth| format!("{}- a:\n", "  ".repeat(depth))).collect();
    assert_eq!(read(&blocks).1[0].0, "GS0114");
    let bomb = "a: &a [1,2,3]\nb: [*a,*a,*a,*a]\n";
    assert!(read(bomb).1.iter().all(|(code, _)| *code == "GS0122"));
    let wide = format!("{{{}}}", "a,".repeat(200_000));
    assert!(!read(&wide).1.is_empty());
    let endless = format!("a: {}", "'".repeat(300_001));
    read(&endless);
    let quotes: String = (0..20_000).map(|_| "  a: \"'\n").collect();
    read(&quotes);
}

fn texts(node: &Node, each: &mut impl FnMut(&Text)) {
    match node {
        Node::Null(_) => {}
        Node::Text(text) => each(text),
        Node::List(items, _) => items.iter().for_each(|item| texts(item, each)),
        Node::Map(entries, _) => entries.iter().for_each(|(key, value)| {
            each(key);
            texts(value, each);
        }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whatever is typed, nothing panics, every place lies in the text, and verbatim text is where it says.
    #[test]
    fn anything_may_be_typed(text in "([-:：，,{}\\[\\]#＃*&!|>'\"%@ \u{3000}\t\n\r甲接待人9a~?\\\\]|接待人|: |- |  |\n  ){0,40}") {
        let mut report = Report::default();
        let node = parse(FileId(0), &text, &mut report);
        for diagnostic in report.iter() {
            let span = diagnostic.span.expect("a place");
            prop_assert!(text.get(span.range()).is_some(), "{:?} {:?}", diagnostic.code.id, span);
            prop_assert!(!diagnostic.corrected.as_deref().unwrap_or("").contains('\n'));
        }
        if let Some(node) = node {
            let mut wrong = None;
            texts(&node, &mut |piece| {
                let raw = text.get(piece.span.range());
                let fits = match (raw, piece.verbatim) {
                    (None, _) => false,
                    (Some(_), Some(_)) => text.get(piece.part(0..piece.value.len()).range()) == Some(&piece.value),
                    (Some(_), None) => true,
                };
                if !fits {
                    wrong = Some(piece.clone());
                }
            });
            prop_assert!(wrong.is_none(), "{wrong:?}");
        } else if !text.trim_matches(['\n', '\r', ' ', '\t']).is_empty() {
            let comments = text.lines().all(|line| {
                let line = line.trim_matches([' ', '\t', '\r']);
                line.is_empty() || line.starts_with('#') || line.starts_with("---") || line.starts_with("...")
            });
            prop_assert!(comments || !report.is_empty(), "{text:?} vanished");
        }
    }
}
