//! The command line as a person meets it: exit codes, languages, and what is left on the disk.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic like the tests themselves")]

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// Runs the program in a folder, in the C locale.
fn gongshi(dir: &Path, args: &[&str]) -> Output {
    gongshi_in("C", dir, args)
}

fn gongshi_in(locale: &str, dir: &Path, args: &[&str]) -> Output {
    command(locale, dir, args).output().unwrap()
}

fn command(locale: &str, dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongshi"));
    command.args(args).current_dir(dir).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.env("LANG", locale);
    command
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with the site that `new` makes.
fn new_site() -> TempDir {
    let dir = TempDir::new().unwrap();
    assert_eq!(code(&gongshi(dir.path(), &["new", "."])), 0);
    dir
}

/// Puts an unknown name into the roster of the new site.
fn break_roster(dir: &Path) {
    let roster = dir.join("content/rosters/2026-12.yaml");
    let text = fs::read_to_string(&roster).unwrap();
    fs::write(roster, text.replace("接待人: 张明远", "接待人: 查无此人")).unwrap();
}

/// Every file below a folder with its bytes.
fn tree(root: &Path) -> Vec<(String, Vec<u8>)> {
    let files = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().display().to_string(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn a_new_site_builds_without_a_diagnostic() {
    for (lang, roster) in [("zh", "接待群众安排"), ("en", "2026-12")] {
        let dir = TempDir::new().unwrap();
        let made = gongshi(dir.path(), &["--lang", lang, "new", "site"]);
        assert_eq!((code(&made), err(&made).as_str()), (0, ""));
        assert!(out(&made).contains("gongshi build"), "{}", out(&made));
        let site = dir.path().join("site");

        let checked = gongshi(&site, &["--lang", lang, "check", "--strict"]);
        assert_eq!((code(&checked), err(&checked).as_str()), (0, ""));
        let built = gongshi(&site, &["--lang", lang, "build", "--pages-only", "--strict"]);
        assert_eq!((code(&built), err(&built).as_str()), (0, ""));
        assert!(out(&built).contains("public/index.html"), "{}", out(&built));
        let page = fs::read_to_string(site.join("public/rosters/2026-12.html")).unwrap();
        assert!(page.contains(roster));
        assert!(fs::read_to_string(site.join("public/index.html")).unwrap().contains("rosters/2026-12.html"));
    }
}

#[test]
fn new_leaves_an_occupied_folder_alone() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("账本.txt"), "重要").unwrap();
    let before = tree(dir.path());
    let refused = gongshi(dir.path(), &["new", "."]);
    assert_eq!(code(&refused), 2);
    assert!(err(&refused).contains("已经有文件"), "{}", err(&refused));
    assert_eq!(tree(dir.path()), before);
}

#[test]
fn check_says_it_to_people_and_to_programs() {
    let dir = new_site();
    let clean = gongshi(dir.path(), &["check"]);
    assert_eq!((code(&clean), out(&clean).as_str()), (0, "没有发现问题。\n"));
    let clean = gongshi(dir.path(), &["check", "--format", "json"]);
    assert_eq!(code(&clean), 0);
    assert_eq!(out(&clean), "", "one object a problem, and there is none");

    break_roster(dir.path());
    let text = gongshi(dir.path(), &["check"]);
    assert_eq!((code(&text), out(&text).as_str()), (1, ""));
    for part in ["rosters/2026-12.yaml", "查无此人", "GS02", "共 1 处错误"] {
        assert!(err(&text).contains(part), "{part}: {}", err(&text));
    }
    let json = gongshi(dir.path(), &["check", "--format", "json"]);
    assert_eq!((code(&json), err(&json).as_str()), (1, ""));
    let lines: Vec<serde_json::Value> = out(&json).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.iter().any(|one| one["path"] == "rosters/2026-12.yaml"), "{lines:?}");
}

#[test]
fn strict_makes_a_warning_refuse() {
    let dir = new_site();
    let roster = dir.path().join("content/rosters/2026-12.yaml");
    let text = fs::read_to_string(&roster).unwrap();
    // A place that no unit lists is worth a warning.
    fs::write(roster, text.replace("地点: 县人民来访接待中心", "地点: 县文化馆")).unwrap();
    let plain = gongshi(dir.path(), &["check"]);
    assert_eq!(code(&plain), 0);
    assert!(err(&plain).contains("0 处错误"), "{}", err(&plain));
    assert_eq!(code(&gongshi(dir.path(), &["check", "--strict"])), 1);
    assert_eq!(code(&gongshi(dir.path(), &["build", "--pages-only", "--strict"])), 1);
    assert!(!dir.path().join("public").exists());
    assert_eq!(code(&gongshi(dir.path(), &["build", "--pages-only"])), 0);
}

#[test]
fn a_build_with_errors_leaves_the_site_as_it_was() {
    let dir = new_site();
    assert_eq!(code(&gongshi(dir.path(), &["build", "--pages-only"])), 0);
    let before = tree(&dir.path().join("public"));
    break_roster(dir.path());
    let refused = gongshi(dir.path(), &["build", "--pages-only"]);
    assert_eq!((code(&refused), out(&refused).as_str()), (1, ""));
    assert!(err(&refused).contains("没有发布"), "{}", err(&refused));
    assert_eq!(tree(&dir.path().join("public")), before);
    let mut left: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, [".gongshi", "content", "public"]);
}

#[test]
fn a_folder_of_others_is_left_alone() {
    let dir = new_site();
    fs::create_dir(dir.path().join("照片")).unwrap();
    fs::write(dir.path().join("照片/全家.jpg"), "…").unwrap();
    let before = tree(dir.path());
    for target in ["照片", ".", "content", "content/public"] {
        let refused = gongshi(dir.path(), &["build", "--pages-only", "--out", target]);
        assert_eq!((code(&refused), out(&refused).as_str()), (2, ""), "{target}");
        assert!(err(&refused).starts_with("没有办成："), "{}", err(&refused));
    }
    assert_eq!(tree(dir.path()), before);
}

#[test]
fn a_missing_content_folder_is_no_fault_of_the_content() {
    let dir = TempDir::new().unwrap();
    for args in [["check", "--content", "没有"], ["build", "--content", "没有"]] {
        let failed = gongshi(dir.path(), &args);
        assert_eq!(code(&failed), 2);
        assert!(err(&failed).contains("没有办成："), "{}", err(&failed));
    }
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn codes_are_explained() {
    let dir = TempDir::new().unwrap();
    let all = out(&gongshi(dir.path(), &["explain"]));
    let codes: Vec<&str> = all.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(codes.len() > 50 && codes.contains(&"GS0301"), "{all}");
    for code_id in codes {
        for lang in ["zh", "en"] {
            let explained = gongshi(dir.path(), &["explain", code_id, "--lang", lang]);
            assert_eq!((code(&explained), err(&explained).as_str()), (0, ""), "{code_id}");
            assert!(out(&explained).starts_with(code_id));
        }
    }
    let lower = gongshi(dir.path(), &["explain", " gs0301"]);
    assert_eq!(out(&lower), out(&gongshi(dir.path(), &["explain", "GS0301"])));
    let unknown = gongshi(dir.path(), &["explain", "GS9999"]);
    assert_eq!((code(&unknown), out(&unknown).as_str()), (2, ""));
    assert!(err(&unknown).contains("没有“GS9999”这个代码"), "{}", err(&unknown));
    assert!(err(&gongshi(dir.path(), &["explain", "GS030"])).contains("是不是 GS0"));
}

#[test]
fn chinese_unless_english_is_wanted() {
    let dir = TempDir::new().unwrap();
    let zh = "没有“X”这个代码";
    let en = "there is no code `X`";
    let cases: [(&str, &[&str], &str); 9] = [
        ("C", &[], zh),
        ("C.UTF-8", &[], zh),
        ("", &[], zh),
        ("de_DE.UTF-8", &[], zh),
        ("zh_CN.UTF-8", &[], zh),
        ("en_IE.UTF-8", &[], en),
        ("C", &["--lang", "en"], en),
        ("C", &["--lang=en"], en),
        ("en_IE.UTF-8", &["--lang", "zh"], zh),
    ];
    for (locale, options, words) in cases {
        let args: Vec<&str> = ["explain", "X"].iter().chain(options).copied().collect();
        let said = err(&gongshi_in(locale, dir.path(), &args));
        assert!(said.contains(words), "{locale} {options:?}: {said}");
    }
}

#[test]
fn wrong_usage_is_told_plainly() {
    let dir = TempDir::new().unwrap();
    let cases: [(&[&str], &str); 12] = [
        (&["buld"], "没有“buld”这个命令，是不是“build”？"),
        (&["help"], "没有“help”这个命令"),
        (&["build", "--pages-onyl"], "不认识“--pages-onyl”，是不是“--pages-only”？"),
        (&["build", "--jobs", "0"], "“--jobs”不能写“0”"),
        (&["build", "--jobs", "两个"], "“--jobs”不能写“两个”"),
        (&["build", "--out"], "“--out”后面要写内容"),
        (&["check", "--format", "xml"], "“--format”不能写“xml”。可以写：text, json"),
        (&["check", "--lang", "fr"], "“--lang”不能写“fr”。可以写：zh, en"),
        (&["check", "--strict", "--strict"], "“--strict”写了两遍"),
        (&["explain", "GS0301", "GS0302"], "不认识“GS0302”"),
        (&["new"], "还要写 <文件夹>"),
        (&["new", "甲", "乙"], "不认识“乙”"),
    ];
    for (args, words) in cases {
        let refused = gongshi(dir.path(), args);
        assert_eq!((code(&refused), out(&refused).as_str()), (2, ""), "{args:?}");
        assert_eq!(err(&refused), format!("命令写得不对：{words}\n怎么写：gongshi --help\n"));
    }
    let english = gongshi(dir.path(), &["--lang", "en", "check", "--format", "xml"]);
    assert_eq!(code(&english), 2);
    assert!(err(&english).starts_with("error: invalid value 'xml'"), "{}", err(&english));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn help_is_in_one_language() {
    let dir = TempDir::new().unwrap();
    let bare = gongshi(dir.path(), &[]);
    assert_eq!((code(&bare), out(&bare).as_str()), (2, ""));
    let help = gongshi(dir.path(), &["--help"]);
    assert_eq!((code(&help), err(&help).as_str()), (0, ""));
    assert_eq!(out(&help), err(&bare));
    for command in ["", "new", "check", "build", "explain"] {
        let args: Vec<&str> = [command, "-h"].into_iter().filter(|arg| !arg.is_empty()).collect();
        let zh = out(&gongshi(dir.path(), &args));
        for english in ["Options", "OPTIONS", "Usage", "Print", "DIR", "default", "possible", "FORMAT"] {
            assert!(!zh.contains(english), "{english}: {zh}");
        }
        // The tail of each line is aligned; a clerk sees what each command is for.
        assert!(zh.contains("显示这份说明"), "{zh}");
        let en = out(&gongshi_in("en_IE.UTF-8", dir.path(), &args));
        assert!(en.is_ascii() && en.contains("Usage: gongshi"), "{en}");
    }
    for (command, words) in [("new", "新建"), ("check", "只检查"), ("build", "生成"), ("explain", "解释")] {
        let line =
            out(&help).lines().find(|line| line.trim_start().starts_with(command)).unwrap_or_default().to_owned();
        assert!(line.contains(words), "{line}");
    }
    assert_eq!(out(&gongshi(dir.path(), &["-V"])), format!("gongshi {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let dir = TempDir::new().unwrap();
    let mut child =
        command("C", dir.path(), &["explain"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn notices_by_themselves_on_any_paper() {
    let dir = new_site();
    let made = gongshi(dir.path(), &["poster", "--paper", "A4", "--out", "notices"]);
    assert_eq!((code(&made), err(&made).as_str()), (0, ""));
    assert_eq!(out(&made), "notices/2026-12-a4.pdf\n");
    let pdf = fs::read(dir.path().join("notices/2026-12-a4.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    let picture =
        gongshi(dir.path(), &["poster", "--format", "png", "--mono", "--paper", "200x600", "--roster", "2026-12.yaml"]);
    assert_eq!(out(&picture), "./2026-12-200x600-mono.png\n", "{}", err(&picture));
    for (wrong, words) in [
        (["--paper", "a5"], "不是纸张"),
        (["--roster", "2030-01"], "没有符合的告示"),
        (["--unit", "某镇"], "没有“某镇”这个单位"),
    ] {
        let refused = gongshi(dir.path(), &[["poster"].as_slice(), &wrong].concat());
        assert_eq!(code(&refused), 2, "{wrong:?}");
        assert!(err(&refused).contains(words), "{}", err(&refused));
    }
    // A font that is none stops it and is named.
    fs::write(dir.path().join("broken.ttf"), b"no font").unwrap();
    let refused = gongshi(dir.path(), &["poster", "--font-path", "broken.ttf"]);
    assert_eq!(code(&refused), 2);
    assert!(err(&refused).contains("broken.ttf"), "{}", err(&refused));
    fs::write(dir.path().join("notes.txt"), b"no font").unwrap();
    let refused = gongshi(dir.path(), &["check", "--font-path", "notes.txt"]);
    assert_eq!(code(&refused), 2);
    assert!(err(&refused).contains("notes.txt 里没有字体文件"), "{}", err(&refused));
}

/// Many units name their roster after the month: each sheet holds what its own unit's says.
#[test]
fn a_day_of_a_roster_that_several_units_have_is_each_unit_s_own() {
    let dir = TempDir::new().unwrap();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let day = |more: &[&str]| {
        let given = ["poster", "--kind", "day", "--day", "2026-12-07", "--roster", "2026-12", "--format", "svg"];
        let content = ["--content", content.to_str().unwrap()];
        gongshi(dir.path(), &[given.as_slice(), &content, more].concat())
    };
    let together = day(&["--out", "together"]);
    assert_eq!((code(&together), err(&together).as_str()), (0, ""));
    let names: Vec<String> = out(&together).lines().map(str::to_owned).collect();
    assert_eq!(
        names,
        ["day-2026-12-07-a4.svg", "bailu-luzhou-day-2026-12-07-a4.svg", "rsj-day-2026-12-07-a4.svg"]
            .map(|name| format!("together/{name}"))
    );
    for (unit, name) in [("bailu/luzhou", &names[1]), ("rsj", &names[2])] {
        let alone = day(&["--out", "alone", "--unit", unit]);
        assert_eq!(code(&alone), 0, "{}", err(&alone));
        let read = |path: &str| fs::read(dir.path().join(path)).unwrap();
        assert!(read(name) == read(out(&alone).trim()), "{name}");
    }
    for kind in ["unit", "set"] {
        for given in [["--day", "2026-12-07"], ["--roster", "2026-12"]] {
            let refused = gongshi(dir.path(), &[["poster", "--kind", kind].as_slice(), &given].concat());
            assert_eq!(code(&refused), 2);
            assert!(err(&refused).contains(given[0]), "{}", err(&refused));
        }
    }
}
