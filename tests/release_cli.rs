//! `release` and `build --hold` as a person meets them: exit codes, words, and what is left on the disk.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic like the tests themselves")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Runs the program in a folder, in Chinese, and gives its exit code with what it said.
fn gongshi(dir: &Path, args: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongshi"));
    command.args(["--lang", "zh"]).args(args).current_dir(dir).stdin(Stdio::null());
    let Output { status, stdout, stderr } = command.output().unwrap();
    let said = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (status.code().unwrap(), said)
}

/// A folder with the site that `new` makes, without posters.
fn new_site() -> TempDir {
    let dir = TempDir::new().unwrap();
    assert_eq!(gongshi(dir.path(), &["new", "."]).0, 0);
    let site = dir.path().join("content/site.yaml");
    let text = fs::read_to_string(&site).unwrap();
    fs::write(site, text + "海报: 无\n").unwrap();
    dir
}

fn lines(dir: &Path) -> usize {
    fs::read_to_string(dir.join("content/ledger/public.jsonl")).map_or(0, |text| text.lines().count())
}

#[test]
fn a_release_is_tried_made_and_not_made_twice() {
    let dir = new_site();
    let (code, said) = gongshi(dir.path(), &["release", "--dry-run"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("试算，什么都没有记") && said.contains("rosters/2026-12.html"), "{said}");
    assert!(!dir.path().join("content/ledger").exists(), "a dry run writes nothing");
    let (code, said) = gongshi(dir.path(), &["release", "--receipt", "hz.txt"]);
    assert_eq!((code, lines(dir.path())), (0, 1), "{said}");
    let receipt = fs::read_to_string(dir.path().join("hz.txt")).unwrap();
    assert!(receipt.contains("第 1 号") && receipt.contains("校验值 "), "{receipt}");
    let (code, said) = gongshi(dir.path(), &["release"]);
    assert_eq!((code, lines(dir.path())), (0, 1));
    assert!(said.contains("没有要记的"), "{said}");
    assert_eq!(gongshi(dir.path(), &["build"]).0, 0);
    let (code, said) = gongshi(dir.path(), &["verify", "--receipt", "hz.txt", "--content", "content"]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn days_that_cannot_be_are_refused() {
    let dir = new_site();
    for (date, wanted) in [("2099-01-01", "还没有到"), ("哪天", "--date 后面要写日期")] {
        let (code, said) = gongshi(dir.path(), &["release", "--date", date]);
        assert_eq!((code, lines(dir.path())), (2, 0), "{said}");
        assert!(said.contains(wanted), "{said}");
    }
    assert_eq!(gongshi(dir.path(), &["release", "--date", "2026-11-02"]).0, 0);
    fs::write(dir.path().join("content/pages/way.md"), "---\n标题: 怎么走\n---\n从东门进。\n").unwrap();
    let (code, said) = gongshi(dir.path(), &["release", "--date", "2026-11-01"]);
    assert_eq!((code, lines(dir.path())), (2, 1), "{said}");
    assert!(said.contains("比上一次发布（2026年11月2日）还早"), "{said}");
}

#[test]
fn content_with_errors_is_not_released_and_its_units_are_named() {
    let dir = new_site();
    let roster = dir.path().join("content/rosters/2026-12.yaml");
    let sound = fs::read_to_string(&roster).unwrap();
    fs::write(&roster, sound.replace("接待人: 张明远", "接待人: 查无此人")).unwrap();
    let (code, said) = gongshi(dir.path(), &["release"]);
    assert_eq!((code, lines(dir.path())), (1, 0), "{said}");
    let (code, said) = gongshi(dir.path(), &["build"]);
    assert_eq!(code, 1);
    assert!(!said.contains("--hold"), "what was never released cannot be held: {said}");
    fs::write(&roster, &sound).unwrap();
    assert_eq!(gongshi(dir.path(), &["release"]).0, 0);
    fs::write(&roster, sound.replace("接待人: 张明远", "接待人: 查无此人")).unwrap();
    let (code, said) = gongshi(dir.path(), &["build"]);
    assert_eq!(code, 1);
    assert!(said.contains("gongshi build --hold ."), "{said}");
    let (code, said) = gongshi(dir.path(), &["build", "--hold", "."]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("照上一次发布"), "{said}");
    let (code, said) = gongshi(dir.path(), &["build", "--hold", "nowhere"]);
    assert_eq!(code, 2);
    assert!(said.contains("没有发布过“nowhere”"), "{said}");
}

#[test]
fn what_is_held_already_is_named_once() {
    let dir = new_site();
    let write = |path: &str, text: &str| {
        let path = dir.path().join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("liushu/unit.yaml", "名称: 柳树镇\n地址: 镇街2号\n电话: 0999-7654321\n");
    write("liushu/pages/way.md", "---\n标题: 怎么走\n---\n坐车。\n");
    let (code, said) = gongshi(dir.path(), &["release"]);
    assert_eq!((code, lines(dir.path())), (0, 1), "{said}");
    write("liushu/pages/way.md", "---\n标题: 怎么走\n---\n![路线](none.png)\n");
    let roster = fs::read_to_string(dir.path().join("content/rosters/2026-12.yaml")).unwrap();
    write("rosters/2026-12.yaml", &roster.replace("接待人: 张明远", "接待人: 查无此人"));
    for held in [&["--hold", "柳树镇"][..], &["--hold", "liushu", "--hold", "liushu/"]] {
        let (code, said) = gongshi(dir.path(), &[&["build"], held].concat());
        assert_eq!(code, 1, "{said}");
        assert!(said.contains("gongshi build --hold . --hold liushu\n"), "{said}");
    }
    let (code, said) = gongshi(dir.path(), &["build", "--hold", ".", "--hold", "liushu"]);
    assert_eq!(code, 0, "{said}");
}
