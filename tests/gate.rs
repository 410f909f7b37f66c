//! Holds the privacy gate along the way from a content folder to a published site: what is hidden in workbooks, names of
//! files, what is let through, and what first comes about on a page.

#![expect(clippy::expect_used, reason = "a test stops at what it cannot read")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gongshi::diag::{Lang, path_of, text};
use gongshi::error::Error;
use gongshi::load::Hold;
use gongshi::pipeline::{self, Checked, Order};
use gongshi::privacy::Kind;
use gongshi::publish::Place;
use gongshi::theme::Theme;
use rust_xlsxwriter::{DocProperties, Note, Workbook};
use tempfile::TempDir;

/// A sound folder with more files.
fn county(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().expect("a folder");
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/base");
    for path in ["site.yaml", "unit.yaml", "leaders.yaml", "rosters/2026-10.yaml"] {
        put(&root, path, &fs::read(base.join(path)).expect("the base"));
    }
    files.iter().for_each(|(path, text)| put(&root, path, text.as_bytes()));
    root
}

fn put(root: &TempDir, path: &str, bytes: &[u8]) {
    let path = root.path().join("content").join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("created");
    fs::write(path, bytes).expect("written");
}

fn check(root: &TempDir) -> Checked {
    pipeline::check(&root.path().join("content"), &Theme::built_in()).expect("a folder")
}

/// Codes and paths, and all that is said.
fn told(root: &TempDir) -> (Vec<String>, String) {
    let Checked { sources, report, .. } = check(root);
    let codes = report.sorted(&sources).into_iter().map(|one| format!("{} {}", one.code.id, path_of(one, &sources)));
    (codes.collect(), text::render(&report, &sources, text::Style { lang: Lang::Zh, ..text::Style::default() }))
}

fn build(root: &TempDir, theme: &Theme) -> Result<(), Error> {
    let (content, target) = (root.path().join("content"), root.path().join("public"));
    let site = check(root).site.expect("sound");
    let place = Place { target: &target, content: &content, project: root.path(), protected: &[], durable: false };
    let order = Order { place, hold: &Hold::default(), posters: false, data: true, signer: None };
    pipeline::build(site, theme, &order, &|_, _| {}).map(|_| ())
}

#[test]
fn nothing_is_hidden_in_a_workbook() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("安排").expect("a name");
    sheet.write(0, 0, "日期").expect("written");
    sheet.insert_note(0, 0, &Note::new("找老韦，13800001234").set_author("甲")).expect("a note");
    let hidden = book.add_worksheet().set_name("来访13900001234").expect("a name");
    hidden.set_hidden(true);
    hidden.write(0, 0, "来访人").expect("written");
    hidden.write(1, 0, "信访人覃福生反映宅基地").expect("written");
    hidden.write(1, 1, 15_900_001_234_f64).expect("written");
    hidden.set_column_hidden(1).expect("hidden");
    hidden.set_header("&C农玉兰 17700001234");
    book.set_properties(&DocProperties::new().set_author("岑永福 15200001234"));
    let bytes = book.save_to_buffer().expect("a workbook");
    let root = county(&[]);
    put(&root, "assets/台账.xlsx", &bytes);
    let (codes, said) = told(&root);
    let mobiles = codes.iter().filter(|code| *code == "GS0605 assets/台账.xlsx").count();
    assert_eq!(mobiles, 5, "{said}");
    assert!(codes.contains(&"GS0610 assets/台账.xlsx".to_owned()), "{said}");
    for place in ["第 2 张工作表 A2", "第 2 张工作表 B2", "批注", "文件属性", "名称"] {
        assert!(said.contains(place), "{place}: {said}");
    }
    for secret in ["13800001234", "13900001234", "15900001234", "17700001234", "15200001234", "覃福生"] {
        assert!(!said.contains(secret), "{secret}");
    }
}

#[test]
fn tables_and_names_that_nothing_uses_are_scanned() {
    let root = county(&[("assets/名单.csv", "姓名,电话\n韦大山,13800001234\n"), ("assets/13900001234.png", "")]);
    let (codes, said) = told(&root);
    assert_eq!(codes, ["GS0605 assets/139****1234.png", "GS0605 assets/名单.csv"], "{said}");
}

const ROSTER: &str = "标题: 2026年12月县领导接待群众安排\n起止: 2026年12月\n地点: 县人民来访接待中心\n时间: 9:00–11:30\n遇节假日: 照常\n遇周末: 照常\n安排:\n  - {接待人: 陈守望, 日期: 2026-12-15}\n";

fn with_notes(notes: &str) -> String {
    format!("{ROSTER}须知:\n  - {notes}\n")
}

#[test]
fn a_reviewed_entry_lets_through_what_it_names_and_no_more() {
    let site = |entry: &str| format!("代码: qinghe\n主办单位: 清河县信访局\n准予公开:\n  - {entry}\n");
    let whole = "理由: 值班手机, 审核: 罗䂮英, 日期: 2026-11-20";
    for (entry, notes, wanted) in [
        (format!("{{内容: 138 0000 1234, {whole}}}"), "值班手机13800001234", vec![]),
        (format!("{{内容: '13800001234', {whole}}}"), "值班手机13800001235", vec!["GS0605", "GS0617"]),
        (format!("{{内容: qinghexf@163.com, {whole}}}"), "来信请发qinghexf@163.com", vec![]),
        (format!("{{内容: 上访人何志强, {whole}}}"), "上访人何志强的事项", vec![]),
        // Nobody reviewed it, or nobody knows when.
        ("{内容: '13800001234', 理由: 值班手机, 日期: 2026-11-20}".to_owned(), "值班手机13800001234", vec!["GS0133"]),
        (
            "{内容: '13800001234', 理由: 值班, 审核: 罗䂮英, 日期: 2026-02-30}".to_owned(),
            "打13800001234",
            vec!["GS0302"],
        ),
        // No entry makes a resident ID public.
        (format!("{{内容: 34052419800101001X, {whole}}}"), "证号34052419800101001X", vec!["GS0601", "GS0617"]),
    ] {
        let root = county(&[("site.yaml", &site(&entry)), ("rosters/2026-12.yaml", &with_notes(notes))]);
        let (codes, said) = told(&root);
        let missing = |id: &&str| !codes.iter().any(|code| code.starts_with(**id));
        assert!(!wanted.iter().any(|id| missing(&id)), "{entry}: {said}");
        assert!(!wanted.is_empty() || codes.is_empty(), "{entry}: {said}");
    }
}

#[test]
fn what_was_let_through_is_published() {
    let site = "代码: qinghe\n主办单位: 清河县信访局\n准予公开:\n  - {内容: 138 0000 1234, 理由: 值班手机, 审核: 罗䂮英, 日期: 2026-11-20}\n";
    let root = county(&[("site.yaml", site), ("rosters/2026-12.yaml", &with_notes("值班手机13800001234"))]);
    build(&root, &Theme::built_in()).expect("built");
    let page = fs::read_to_string(root.path().join("public/rosters/2026-12.html")).expect("a page");
    assert!(page.contains("13800001234"));
}

#[test]
fn a_page_that_would_show_what_no_file_says_stops_the_build() {
    let root = county(&[("rosters/2026-12.yaml", ROSTER)]);
    let built_in = Theme::built_in();
    let mut changed: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for path in built_in.paths_in("templates/").filter(|path| path.ends_with(".html")) {
        let text = built_in.text(path).expect("a template");
        if text.contains("</footer>") {
            let text = text.replace("</footer>", "<p>设计：138<span>0000</span>1234</p></footer>");
            changed.insert(path.to_owned(), text.into_bytes());
        }
    }
    assert!(!changed.is_empty());
    let error = build(&root, &Theme::with_overrides(changed)).expect_err("personal");
    assert!(matches!(&error, Error::Personal { kind: Kind::Mobile, .. }), "{error}");
    let said = error.phrase().get(Lang::Zh).to_owned();
    assert!(said.contains("138****1234") && !said.contains("13800001234"), "{said}");
    assert!(!root.path().join("public/index.html").exists());
}
