//! A content folder as a draft: what is found, in which order, and with which values.

#![expect(clippy::unwrap_used, reason = "a test stops at what it cannot read")]

use std::fs;

use gongshi::diag::{Lang, Report, text};
use gongshi::error::Error;
use gongshi::load::draft::Draft;
use gongshi::load::fields::{file_kinds, kinds};
use gongshi::load::load;
use gongshi::load::value::{Sessions, TextOr, Weekly};
use gongshi::source::{Sources, Text};
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

fn read(files: &[(&str, &str)]) -> (Draft, Sources, Report) {
    load(folder(files).path()).unwrap()
}

fn sound(files: &[(&str, &str)]) -> (Draft, Sources) {
    let (draft, sources, report) = read(files);
    assert_eq!(text::render(&report, &sources, text::Style::default()), "");
    (draft, sources)
}

fn values(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_str()).collect()
}

fn value(text: &Option<Text>) -> &str {
    text.as_ref().map_or("", |text| text.value.as_str())
}

fn boxed(text: &Option<Box<Text>>) -> &str {
    text.as_deref().map_or("", |text| text.value.as_str())
}

const ROSTER: &str = r#"# rosters/2026-12.yaml
标题: 2026年12月县领导接待群众安排
起止: 2026年12月              # "2026-12-01 起" is as good: see 列至
地点: 县人民来访接待中心
时间: 9:00–11:30             # one or more spans, or 上午, 半天: hours are never invented
提前公示: 5天
公示: [{渠道: 镇村公开栏, 日期: 2026-11-25}]   # what happens outside the program
遇节假日: 顺延至下一工作日       # statutory days off; asked for only when a date hits one
遇周末: 顺延至下一工作日        # ordinary Saturdays and Sundays; likewise
必须有人: [{何时: 每周一, 至少: 1人}]
不在此接待: [{事项: 正在诉讼的, 去处: 县人民法院诉讼服务中心}]
安排:
  - {接待人: 陈守望, 每月: 15日, 月份: 双月}
  - {接待人: [韩龑, 罗䂮英, 马会兰], 每周: 周一, 轮流: 按周, 起算: 2026-11-30}
  - {接待人: 欧阳鋐, 每月: 第1个周一, 方式: 下访, 地点: 柳树镇政府, 时间: "14:30–17:00"}
  - {接待人: 周启明, 逢集: 柳树集, 地点: 柳树镇集市服务点, 遇周末: 照常}   # the unit declares 集日: 农历三、六、九
变更:
  - {日期: 2026-12-15, 接待人: 陈守望, 改由: 韩龑, 原因: 因公外出, 公布: 2026-12-08}
"#;

#[test]
fn the_roster_of_the_design_is_read_whole() {
    let (draft, sources) = sound(&[("unit.yaml", "名称: 清河县\n"), ("rosters/2026-12.yaml", ROSTER)]);
    let roster = &draft.root.rosters[0];
    assert_eq!(roster.stem, "2026-12");
    let roster = &roster.content;
    assert_eq!(value(&roster.title), "2026年12月县领导接待群众安排");
    assert_eq!(boxed(&roster.terms.period), "2026年12月");
    assert_eq!(values(&roster.terms.time), ["9:00–11:30"]);
    assert_eq!(value(&roster.posted[0].date), "2026-11-25");
    assert!(matches!(&roster.must_cover[0], TextOr::Map(cover) if value(&cover.at_least) == "1人"));
    let Sessions::Entries(entries) = &roster.sessions else { panic!("entries") };
    assert_eq!(entries.len(), 4);
    assert_eq!(values(&entries[1].who.0), ["韩龑", "罗䂮英", "马会兰"]);
    assert!(matches!(&entries[1].when.weekly, Some(Weekly::Texts(days)) if values(days) == ["周一"]));
    assert!(entries[0].terms.is_none() && entries[0].roles.is_none());
    let terms = entries[3].terms.as_ref().unwrap();
    assert_eq!((boxed(&terms.on_weekend), values(&terms.place)), ("照常", vec!["柳树镇集市服务点"]));
    assert_eq!(sources.slice(entries[0].span), "{接待人: 陈守望, 每月: 15日, 月份: 双月}");
    assert_eq!(values(&roster.changes[0].now_by.0), ["韩龑"]);
}

#[test]
fn keys_in_english_and_aliases_say_the_same() {
    let zh = "标题: 甲\n注意事项: 带证\n预约: {要求: 须预约, 电话: 0999-1234567}\n安排:\n  - {接访领导: 陈守望、韩龑; 马会兰, 接访日期: 2026-12-15, 地址: 乙, 时段: 上午, 类型: 下访, 候补: 罗䂮英}\n";
    let en = "Title: 甲\nnotes: 带证\nbooking: {need: 须预约, phone: 0999-1234567}\nsessions:\n  - {who: 陈守望、韩龑; 马会兰, dates: 2026-12-15, place: 乙, time: 上午, kind: 下访, standby: 罗䂮英}\n";
    let read = |text: &str| {
        let (draft, _) = sound(&[("unit.yaml", "name: 清河县\n"), ("rosters/a.yaml", text)]);
        let roster = draft.root.rosters.into_iter().next().unwrap().content;
        let Sessions::Entries(mut entries) = roster.sessions else { panic!("entries") };
        let entry = entries.remove(0);
        let terms = entry.terms.unwrap();
        let Some(TextOr::Map(booking)) = roster.terms.booking else { panic!("a map") };
        (
            values(&entry.who.0).join("/"),
            values(&entry.when.dates).join("/"),
            values(&terms.place).join("/"),
            values(&terms.time).join("/"),
            boxed(&terms.kind).to_owned(),
            values(&entry.roles.unwrap().standby.0).join("/"),
            values(&roster.terms.notes).join("/"),
            value(&booking.need).to_owned(),
        )
    };
    let expected =
        ["陈守望/韩龑/马会兰", "2026-12-15", "乙", "上午", "下访", "罗䂮英", "带证", "须预约"].map(str::to_owned);
    let [a, b, c, d, e, f, g, h] = expected;
    assert_eq!(read(zh), (a, b, c, d, e, f, g, h));
    assert_eq!(read(zh), read(en));
}

#[test]
fn names_between_signs_keep_their_places() {
    let text =
        "标题: 甲\n安排:\n  - {接待人: \"陈守望 、院长（副院长、书记），\u{3000}沈 若 岚;\", 日期: 2026-12-15}\n";
    let (draft, sources) = sound(&[("unit.yaml", "名称: 清河县\n"), ("rosters/a.yaml", text)]);
    let Sessions::Entries(entries) = &draft.root.rosters[0].content.sessions else { panic!("entries") };
    let names = &entries[0].who.0;
    assert_eq!(values(names), ["陈守望", "院长（副院长、书记）", "沈 若 岚"]);
    for name in names {
        assert_eq!(sources.slice(name.span), name.value);
    }
}

#[test]
fn values_come_in_every_shape_they_may_have() {
    let unit = "名称: 清河县\n电话:\n  - {范围: 信访, 号码: 0999-1234567}\n  - 0999-7654321\n办公时间: [{月份: 5月至9月, 时间: 8:30–12:00}]\n又名: [县里, 清河]\n";
    let roster = "标题: 甲\n预约: 不需预约\n必须有人: 每个工作日\n地点: [乙, 丙]\n安排: {表: 2026-12.csv}\n变更: {日期: 2026-12-15, 取消: 是}\n";
    let table = "标题: 甲\n安排: |\n  日期 | 接待人\n  1日 | 陈守望\n";
    let weekly = "标题: 甲\n安排:\n  - 接待人: 陈守望\n    每周: {周一: 9:00–11:30, 周三: [上午, 14:30–17:00]}\n    人员: [{角色: 律师, 谁: 值班律师}]\n";
    let (draft, _) = sound(&[
        ("unit.yaml", unit),
        ("rosters/a.yaml", roster),
        ("rosters/b.yaml", table),
        ("rosters/c.yml", weekly),
        ("rosters/2026-12.csv", "日期,接待人\n1日,陈守望\n"),
    ]);
    let unit = &draft.root.unit.as_ref().unwrap().content;
    assert!(matches!(&unit.phones[0], TextOr::Map(phone) if value(&phone.scope) == "信访"));
    assert!(matches!(&unit.phones[1], TextOr::Text(phone) if phone.value == "0999-7654321"));
    assert_eq!(values(&unit.also), ["县里", "清河"]);
    let rosters = &draft.root.rosters;
    for roster in &rosters[..2] {
        let Sessions::Entries(entries) = &roster.content.sessions else { panic!("entries") };
        assert_eq!((values(&entries[0].when.dates), values(&entries[0].who.0)), (vec!["1日"], vec!["陈守望"]));
    }
    assert_eq!(rosters[0].content.changes.len(), 1);
    assert_eq!(values(&rosters[0].content.terms.place), ["乙", "丙"]);
    let Sessions::Entries(entries) = &rosters[2].content.sessions else { panic!("entries") };
    let Some(Weekly::Hours(hours)) = &entries[0].when.weekly else { panic!("hours") };
    assert_eq!((hours[1].0.value.as_str(), values(&hours[1].1)), ("周三", vec!["上午", "14:30–17:00"]));
}

#[test]
fn folders_become_a_tree_and_articles_keep_their_text() {
    let (draft, sources) = sound(&[
        ("site.yaml", "代码: qinghe\n"),
        ("calendar/2026.yaml", "年份: 2026\n放假: [{名称: 元旦, 起止: 2026年1月1日至3日}]\n"),
        ("unit.yaml", "名称: 清河县\n"),
        ("liushu/unit.yaml", "名称: 柳树镇\n"),
        ("liushu/shanghe/unit.yaml", "名称: 上河村\n"),
        ("liushu-xi/unit.yaml", "名称: 柳西镇\n"),
        ("liushu/notices/a.md", "\u{feff}---\r\n标题: 甲\r\n日期: 2026-01-20\r\n---\r\n# 正文\r\n---\r\n"),
        ("liushu/pages/b.md", "---\n标题: 乙\n---\n"),
        ("liushu/images/c.png", "x"),
        (".private/ledger.jsonl", "\0"),
        ("ledger/public.jsonl", "{}"),
    ]);
    let paths: Vec<&str> = draft.root.units().map(|folder| folder.path.as_str()).collect();
    assert_eq!(paths, ["", "liushu", "liushu/shanghe", "liushu-xi"]);
    let liushu = &draft.root.children[0];
    assert_eq!(sources.slice(liushu.notices[0].content.body), "# 正文\r\n---\r\n");
    assert_eq!(value(&liushu.notices[0].content.head.title), "甲");
    assert_eq!(sources.slice(liushu.notices[0].content.head.title.as_ref().unwrap().span), "甲");
    assert_eq!(sources.slice(liushu.pages[0].content.body), "");
    assert_eq!(liushu.assets, ["liushu/images/c.png"]);
    assert_eq!(draft.calendars[0].stem, "2026");
    assert!(draft.site.is_some());
}

#[test]
fn the_order_does_not_depend_on_threads() {
    let mut files = vec![("unit.yaml".to_owned(), "名称: 清河县\n".to_owned())];
    for number in 0..60 {
        files.push((format!("rosters/{number:02}.yaml"), format!("标题: {number}\n多余: 甲\n安排:\n  -甲\n")));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let root = folder(&files);
    let once = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let (draft, sources, report) = pool.install(|| load(root.path()).unwrap());
        let order: Vec<String> = sources.iter().map(|(_, source)| source.path().to_owned()).collect();
        (draft, order, report.iter().cloned().collect::<Vec<_>>())
    };
    let first = once(1);
    assert!(first.1.is_sorted());
    assert_eq!(first, once(4));
}

#[test]
fn no_folder_is_an_error_and_not_a_diagnostic() {
    let root = folder(&[("unit.yaml", "名称: 清河县\n")]);
    assert!(matches!(load(&root.path().join("nowhere")), Err(Error::NoContentFolder(_))));
    assert!(matches!(load(&root.path().join("unit.yaml")), Err(Error::NotAFolder(_))));
    let (_, _, report) = load(tempfile::tempdir().unwrap().path()).unwrap();
    assert_eq!(report.iter().map(|diagnostic| diagnostic.code.id).collect::<Vec<_>>(), ["GS0110"]);
}

/// The table holds together: no name means two rows, every example is what its row accepts.
#[test]
fn the_table_of_keys_is_sound() {
    for kind in kinds() {
        let mut seen = std::collections::BTreeMap::new();
        for field in kind.rows() {
            assert!(field.en.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{} {}", kind.id, field.en);
            assert!(!field.doc(Lang::Zh).is_empty() && !field.example.is_empty(), "{} {}", kind.id, field.zh);
            assert!(field.doc(Lang::En).ends_with('.'), "{} {}", kind.id, field.zh);
            for name in [field.zh, field.en] {
                let row = kind.find(name).and_then(|row| kind.rows().nth(row)).map(|row| row.zh);
                assert_eq!(row, Some(field.zh), "{}: {name} must mean its own row", kind.id);
            }
            for name in field.names() {
                if let Some(other) = seen.insert(name, field.zh) {
                    panic!("{}: {name} means {other} and {}", kind.id, field.zh);
                }
            }
        }
        for inclusion in kind.included {
            assert!((inclusion.kind)().fields.iter().all(|field| !field.required), "{} is shared", kind.id);
            for (_, zh) in inclusion.also {
                assert!((inclusion.kind)().fields.iter().any(|field| field.zh == *zh), "{} {zh}", kind.id);
            }
        }
    }
}

/// Every key of the settled vocabulary that this version reads, under both its names.
#[test]
fn the_settled_keys_are_all_here() {
    let settled = include_str!("keys.txt");
    for line in settled.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let (id, zh, en) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
        let kind = kinds().iter().find(|kind| kind.id == id).unwrap_or_else(|| panic!("no kind {id}"));
        let row = kind.find(zh).unwrap_or_else(|| panic!("{id} lacks {zh}"));
        assert_eq!(kind.find(en), Some(row), "{id}: {zh} and {en}");
        for alias in words {
            assert_eq!(kind.find(alias), Some(row), "{id}: {alias} should mean {zh}");
        }
    }
}

/// Examples of plain rows can be put behind their key and read back without a problem.
#[test]
fn examples_can_be_copied() {
    for kind in file_kinds() {
        let mut keys = String::new();
        for field in kind.rows() {
            keys.push_str(&format!("{}: {}\n", field.zh, field.example));
        }
        let path = match kind.id {
            "notice" => "notices/a.md".to_owned(),
            "page" => "pages/a.md".to_owned(),
            "regulation" => "regulations/a.md".to_owned(),
            "procedure" => "procedures/a.yaml".to_owned(),
            "statistics" => "statistics/a.yaml".to_owned(),
            "roster" => "rosters/a.yaml".to_owned(),
            "calendar" => "calendar/2026.yaml".to_owned(),
            id => format!("{id}.yaml"),
        };
        let content = if path.ends_with(".md") { format!("---\n{keys}---\n") } else { keys };
        let table = ("statistics/2026-09.csv", "渠道,信访总量\n来信,12\n");
        let root = folder(&[("unit.yaml", "名称: 清河县\n"), table, (&path, &content)]);
        let (_, sources, report) = load(root.path()).unwrap();
        assert_eq!(text::render(&report, &sources, text::Style::default()), "", "{}", kind.id);
    }
}
