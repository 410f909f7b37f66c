//! Holds every diagnostic code to a fixture: what it reports, where, and how that reads.
//!
//! A fixture is `corpus/GSxxxx-name.yaml` (or `.md`), which becomes one file of the otherwise sound folder
//! `corpus/base`, or a folder `corpus/GSxxxx-name/` of several such files. A line `# 文件: path` says which file it becomes,
//! else it is a roster. What is expected stands in comments, `# 期望: GS0117 5:12` (line and column of the file itself), or, where a
//! file cannot hold a comment or the problem has no place, in `expected.txt` of the folder as
//! `GS0108 path` or `GS0117 path 5:12`; there `without path` takes a file of the base away. The words are held by snapshots, which `INSTA_UPDATE=always` rewrites.

#![expect(clippy::expect_used, reason = "a test stops at what it cannot read")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use gongshi::diag::{Lang, Report, code, json, path_of, text};
use gongshi::load::Hold;
use gongshi::pipeline::{self, release};
use gongshi::source::Sources;
use gongshi::theme::Theme;

/// Codes that no fixture on disk can show, each with the test that does.
const ELSEWHERE: &[&str] = &[
    // A file that cannot be read needs a user other than root: `load::read` tests the message.
    "GS0104", // Made below, for links, odd names and huge files do not belong in a repository.
    "GS0103", "GS0106", "GS0107", "GS0138", // Found while building: `tests/pipeline.rs` and `tests/posters.rs`.
    "GS0717", "GS0719", "GS0802", "GS0803", "GS0804", "GS0805", "GS0806", "GS0808",
];

/// Everything gongshi has to say about a content folder.
fn diagnose(root: &Path) -> (Sources, Report) {
    let checked = pipeline::check(root, &Theme::built_in()).expect("the fixture is a folder");
    (checked.sources, checked.report)
}

/// One expected or actual problem: code, path, and `line:column` where there is a place.
type Finding = (String, String, String);

fn findings(sources: &Sources, report: &Report) -> BTreeSet<Finding> {
    let found = report.sorted(sources).into_iter().map(|diagnostic| {
        let place = diagnostic.span.and_then(|span| Some((sources.get(span.file)?, span)));
        let place = place.map(|(source, span)| source.position(span.range().start));
        let place = place.map_or(String::new(), |at| format!("{}:{}", at.line, at.column));
        (diagnostic.code.id.to_owned(), path_of(diagnostic, sources).to_owned(), place)
    });
    found.collect()
}

fn shown(sources: &Sources, report: &Report) -> String {
    let style = |lang| text::Style { lang, ..text::Style::default() };
    format!("{}{}", text::render(report, sources, style(Lang::Zh)), text::render(report, sources, style(Lang::En)))
}

/// A content folder built for one test.
///
/// `expected.txt` of a fixture may begin with `release DATE`: what the base and the fixture's folder `before` hold is then
/// released on that day before the rest of the fixture is laid over it; `ledger …` spoils the ledger afterwards.
struct Built {
    root: tempfile::TempDir,
    expected: BTreeSet<Finding>,
    /// What is done to the ledger.
    spoil: Vec<String>,
}

impl Built {
    fn new() -> Self {
        Self { root: tempfile::tempdir().expect("a temporary folder"), expected: BTreeSet::new(), spoil: Vec::new() }
    }

    fn base() -> Self {
        let mut built = Self::new();
        built.copy(&corpus().join("base"), "");
        built
    }

    fn write(&self, path: &str, bytes: &[u8]) -> PathBuf {
        let target = self.root.path().join(path);
        fs::create_dir_all(target.parent().expect("a folder")).expect("created");
        fs::write(&target, bytes).expect("written");
        target
    }

    fn copy(&mut self, from: &Path, to: &str) {
        for entry in fs::read_dir(from).expect("a folder") {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("a name in UTF-8");
            let target = if to.is_empty() { name.clone() } else { format!("{to}/{name}") };
            if entry.path().is_dir() && to.is_empty() && name == "before" {
                continue;
            }
            if entry.path().is_dir() {
                self.copy(&entry.path(), &target);
            } else if target == "expected.txt" {
                self.expect_list(&fs::read_to_string(entry.path()).expect("text"));
            } else {
                self.add(&target, &fs::read(entry.path()).expect("bytes"));
            }
        }
    }

    fn add(&mut self, path: &str, bytes: &[u8]) {
        for line in String::from_utf8_lossy(bytes).lines() {
            if let Some((_, expected)) = line.split_once("# 期望: ") {
                let (code, place) = expected.trim().split_once(' ').unwrap_or((expected.trim(), ""));
                self.expected.insert((code.to_owned(), path.to_owned(), place.to_owned()));
            }
        }
        self.write(path, bytes);
    }

    fn expect_list(&mut self, list: &str) {
        for line in list.lines().filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace().map(str::to_owned);
            let mut next = || words.next().unwrap_or_default();
            let (code, path, place) = (next(), next(), next());
            if code == "ledger" {
                self.spoil.push(line.trim_start_matches("ledger ").to_owned());
                continue;
            }
            if code == "release" {
                continue;
            }
            if code == "without" {
                fs::remove_file(self.root.path().join(path)).expect("a file of the base");
                continue;
            }
            let path = if path == "." { String::new() } else { path };
            self.expected.insert((code, path, place));
        }
    }

    /// Releases what is there.
    fn release(&self, day: &str) {
        let day = day.parse().expect("a day");
        let site = pipeline::check(self.root.path(), &Theme::built_in()).expect("a folder").site.expect("a sound site");
        let proposal = release::propose(site, day, day).expect("an entry").expect("something to release");
        release::write(self.root.path(), &Hold::default(), b"", &proposal).expect("written");
    }

    /// Does to the ledger what the fixture says.
    fn spoil_ledger(&self) {
        let path = self.root.path().join("ledger/public.jsonl");
        let mut text = fs::read_to_string(&path).unwrap_or_default();
        for what in &self.spoil {
            let (verb, rest) = what.split_once(' ').unwrap_or((what, ""));
            match verb {
                "replace" => {
                    let (from, to) = rest.split_once(' ').expect("two words");
                    assert!(text.contains(from), "{from}");
                    text = text.replace(from, to);
                }
                "append" => text.push_str(rest),
                "twice" => text = text.repeat(2),
                "text" => text = format!("{rest}\n"),
                _ => panic!("{what}"),
            }
            if rest.starts_with('<') {
                text.push('\n');
            }
            self.write("ledger/public.jsonl", text.as_bytes());
        }
    }

    fn diagnose(&self) -> (Sources, Report) {
        diagnose(self.root.path())
    }
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// Every fixture by name.
fn fixtures() -> BTreeMap<String, PathBuf> {
    let entries = fs::read_dir(corpus()).expect("the corpus").map(|entry| entry.expect("an entry").path());
    let named = entries.filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path)));
    named.filter(|(name, _)| name.starts_with("GS")).collect()
}

fn build(path: &Path) -> Built {
    if path.is_dir() {
        let mut built = Built::base();
        let list = fs::read_to_string(path.join("expected.txt")).unwrap_or_default();
        if let Some(day) = list.lines().find_map(|line| line.strip_prefix("release ")) {
            if path.join("before").is_dir() {
                built.copy(&path.join("before"), "");
            }
            built.release(day);
            let before = path.join("before");
            for entry in
                walkdir::WalkDir::new(&before).into_iter().flatten().filter(|entry| entry.file_type().is_file())
            {
                let released = entry.path().strip_prefix(&before).expect("a file in it");
                fs::remove_file(built.root.path().join(released)).expect("removed");
            }
            built.copy(&corpus().join("base"), "");
        }
        built.copy(path, "");
        built.spoil_ledger();
        return built;
    }
    let bytes = fs::read(path).expect("a fixture");
    let text = String::from_utf8_lossy(&bytes);
    let first =
        text.lines().find_map(|line| line.split_once("# 文件: ")).map_or("rosters/2026-12.yaml", |(_, to)| to.trim());
    let mut built = Built::base();
    built.add(first, &bytes);
    built
}

#[test]
fn every_fixture_reports_what_it_says() {
    let mut wrong = Vec::new();
    for (name, path) in fixtures() {
        let built = build(&path);
        let (sources, report) = built.diagnose();
        let found = findings(&sources, &report);
        if found != built.expected {
            wrong.push(format!("{name}\n  expected {:?}\n  found    {found:?}", built.expected));
        }
        let code = name.split('-').next().unwrap_or_default();
        if !found.iter().any(|finding| finding.0 == code) {
            wrong.push(format!("{name} does not show its own code"));
        }
        if wrong.is_empty() {
            insta::assert_snapshot!(name, shown(&sources, &report));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_fixture() {
    let fixtures = fixtures();
    for code in code::all() {
        let shown = fixtures.keys().any(|name| name.starts_with(code.id));
        assert!(shown != ELSEWHERE.contains(&code.id), "{} needs one fixture in tests/corpus", code.id);
    }
}

#[test]
fn sentences_leave_no_value_out() {
    for (name, path) in fixtures() {
        let (sources, report) = build(&path).diagnose();
        for diagnostic in report.sorted(&sources) {
            for lang in [Lang::Zh, Lang::En] {
                let template = [diagnostic.code.message.get(lang), diagnostic.code.remedy.get(lang)];
                let filled = [diagnostic.message(lang), diagnostic.remedy(lang)];
                for (template, filled) in template.into_iter().zip(filled) {
                    for name_left in template.split('{').skip(1).filter_map(|rest| rest.split_once('}')) {
                        // Braces also stand in examples of YAML.
                        if !name_left.0.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
                            continue;
                        }
                        let left = format!("{{{}}}", name_left.0);
                        assert!(!filled.contains(&left), "{name}: {filled}");
                    }
                }
            }
        }
    }
}

/// English may quote what the clerk wrote, and nothing else in Chinese: an English site would never write those words.
#[test]
fn english_holds_no_chinese_but_the_clerks_own() {
    let han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    let mut wrong = Vec::new();
    for (name, path) in fixtures() {
        let (sources, report) = build(&path).diagnose();
        let mut own: String = sources.iter().map(|(_, one)| format!("{}\n{}\n", one.path(), one.text())).collect();
        // What was released before quotes the clerk too.
        let before = walkdir::WalkDir::new(path.join("before")).into_iter().flatten();
        own.extend(before.filter_map(|entry| fs::read_to_string(entry.path()).ok()));
        for diagnostic in report.sorted(&sources) {
            let related = diagnostic.related.iter().map(|(_, words)| words.get(Lang::En).to_owned());
            for said in [diagnostic.message(Lang::En), diagnostic.remedy(Lang::En)].into_iter().chain(related) {
                let strange = said.split(|c| !han(c)).find(|run| !run.is_empty() && !own.contains(run));
                if let Some(run) = strange {
                    wrong.push(format!("{name}: {run} in {said}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_base_is_sound() {
    let (sources, report) = Built::base().diagnose();
    assert_eq!(shown(&sources, &report), "");
}

#[test]
fn json_says_the_same() {
    let (sources, report) = build(&corpus().join("GS0116-key-twice.yaml")).diagnose();
    insta::assert_snapshot!("json", json::render(&report, &sources, Lang::Zh));
}

#[cfg(unix)]
#[test]
fn links_and_odd_names_are_reported() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let built = Built::base();
    let outside = tempfile::tempdir().expect("a folder");
    let secret = outside.path().join("secret.yaml");
    fs::write(&secret, "标题: 甲\n").expect("written");
    let root = built.root.path();
    let inside = built.write("notices/春节.md", "---\n标题: 甲\n日期: 2026-01-20\n---\n".as_bytes());
    symlink(&secret, root.join("rosters/outside.yaml")).expect("linked");
    symlink("circle.yaml", root.join("rosters/circle.yaml")).expect("linked");
    symlink(root, root.join("rosters/up")).expect("linked");
    symlink(inside, root.join("notices/again.md")).expect("linked");
    fs::write(root.join("rosters").join(std::ffi::OsStr::from_bytes(b"\xff.yaml")), "").expect("written");
    fs::write(root.join("rosters/a?b.yaml"), "").expect("written");
    let (sources, report) = built.diagnose();
    insta::assert_snapshot!("links-and-names", shown(&sources, &report));
}

#[test]
fn a_huge_file_and_a_flood_of_problems_are_cut_short() {
    let built = Built::base();
    built.write("rosters/huge.yaml", &vec![b'\n'; 8 * 1024 * 1024 + 1]);
    let mut flood = String::from("标题: 甲\n安排: [{接待人: 陈守望, 日期: 2026-12-15}]\n");
    for row in 0..600 {
        flood.push_str(&format!("多余{row}: 乙\n"));
    }
    built.write("rosters/flood.yaml", flood.as_bytes());
    let (_, report) = built.diagnose();
    let count = |id: &str| report.iter().filter(|diagnostic| diagnostic.code.id == id).count();
    assert_eq!((count("GS0103"), count("GS0130"), count("GS0138")), (1, 500, 1));
}

#[test]
fn no_output_shows_what_it_found() {
    let mut secrets = 0;
    for (name, path) in fixtures() {
        let (sources, report) = build(&path).diagnose();
        let out = shown(&sources, &report) + &json::render(&report, &sources, Lang::Zh);
        for span in report.secrets() {
            secrets += 1;
            assert!(!out.contains(sources.slice(span)), "{name}");
        }
    }
    assert!(secrets > 12);
}
