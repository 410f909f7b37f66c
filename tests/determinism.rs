//! The same content gives the same bytes, whatever the machine, the day, the language or the number of cores; and what
//! did not change is not written again.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic like the tests themselves")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Of all rosters the one with most in it, and one below it: posters take most of the time.
const ROSTERS: [&str; 2] = ["rosters/2026-12.yaml", "liushu/rosters/2026-12.yaml"];

/// The sample county with few rosters, and without the texts that lead to others. Files are made in the given order.
fn sample(project: &Path, order: fn(&mut Vec<String>)) {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = walkdir::WalkDir::new(&content).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    let mut files: Vec<String> =
        files.map(|entry| entry.path().strip_prefix(&content).unwrap().to_str().unwrap().to_owned()).collect();
    let text =
        |path: &str| path.ends_with(".md") && !path.contains("2026-11-20-december") && !path.contains("how-to-come");
    files.retain(|path| !text(path) && (!path.contains("rosters/") || ROSTERS.contains(&path.as_str())));
    order(&mut files);
    for path in files {
        let target = project.join("content").join(&path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(content.join(&path), target).unwrap();
    }
}

struct Surroundings<'a> {
    zone: &'a str,
    locale: &'a str,
    threads: &'a str,
    options: &'a [&'a str],
}

const PLAIN: Surroundings = Surroundings { zone: "Asia/Shanghai", locale: "zh_CN.UTF-8", threads: "4", options: &[] };

fn build(project: &Path, around: &Surroundings) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_gongshi"))
        .arg("build")
        .args(around.options)
        .current_dir(project)
        .stdin(Stdio::null())
        .env("TZ", around.zone)
        .env("LC_ALL", around.locale)
        .env("LANG", around.locale)
        .env("RAYON_NUM_THREADS", around.threads)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// Every published file with its bytes.
fn site(project: &Path) -> BTreeMap<String, Vec<u8>> {
    paths(project)
        .into_iter()
        .map(|path| (path.clone(), fs::read(project.join("public").join(path)).unwrap()))
        .collect()
}

/// Every published file with its number and its time.
fn marks(project: &Path) -> BTreeMap<String, (u64, i64, i64)> {
    let mark = |path: String| {
        let seen = fs::metadata(project.join("public").join(&path)).unwrap();
        (path, (seen.ino(), seen.mtime(), seen.mtime_nsec()))
    };
    paths(project).into_iter().map(mark).collect()
}

fn paths(project: &Path) -> BTreeSet<String> {
    let root = project.join("public");
    let files = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let here = TempDir::new().unwrap();
    sample(here.path(), |_| {});
    build(here.path(), &PLAIN);
    let expected = site(here.path());
    for ending in [".pdf", ".png", ".html", ".js", "manifest.json", "SHA256SUMS"] {
        assert!(expected.keys().any(|path| path.ends_with(ending)), "{ending}");
    }

    let there = TempDir::with_prefix("别处 with blanks ").unwrap();
    let far = there.path().join("乙/project");
    fs::create_dir_all(&far).unwrap();
    sample(&far, |files| files.reverse());
    let one = ["--jobs", "1", "--lang", "en"];
    build(&far, &Surroundings { zone: "America/St_Johns", locale: "tr_TR.UTF-8", threads: "7", options: &one });
    let found = site(&far);
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (path, bytes) in &expected {
        assert!(found.get(path) == Some(bytes), "{path} differs");
    }
}

#[test]
fn only_what_changed_is_written() {
    let dir = TempDir::new().unwrap();
    sample(dir.path(), |_| {});
    let pages = Surroundings { options: &["--pages-only"], ..PLAIN };
    build(dir.path(), &pages);
    let (first, bytes) = (marks(dir.path()), site(dir.path()));

    // Nothing, not even in other surroundings or with new times of the content.
    for path in ["site.yaml", "rosters/2026-12.yaml"] {
        let path = dir.path().join("content").join(path);
        let text = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        fs::write(path, text).unwrap();
    }
    let said = build(dir.path(), &Surroundings { zone: "UTC", threads: "1", ..pages });
    assert!(said.contains("新写 0 个文件"), "{said}");
    assert_eq!(marks(dir.path()), first);

    // A page of text concerns itself alone, with the two lists of all files.
    let page = dir.path().join("content/pages/how-to-come.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text + "\n请走东门。\n").unwrap();
    build(dir.path(), &pages);
    let lists = ["SHA256SUMS", "manifest.json"];
    assert_eq!(written(&first, dir.path()), set(&lists, &["pages/how-to-come.html"]));

    // So does a leader's portfolio: the person's page and wherever it is said.
    let second = marks(dir.path());
    let leaders = dir.path().join("content/liushu/leaders.yaml");
    let text = fs::read_to_string(&leaders).unwrap();
    fs::write(&leaders, text.replace("农业农村、民政", "农业农村、民政、水利")).unwrap();
    build(dir.path(), &pages);
    let changed = written(&second, dir.path());
    assert!(changed.contains("liushu/leaders/tian-xiu-he.html"), "{changed:?}");
    for path in &changed {
        assert!(lists.contains(&path.as_str()) || path.starts_with("liushu/"), "{path}");
    }
    let now = site(dir.path());
    for path in &changed {
        assert!(now.get(path) != bytes.get(path), "{path} was written though it is the same");
    }

    // Without what is remembered everything is rendered anew and found to be the same.
    let third = marks(dir.path());
    fs::remove_dir_all(dir.path().join(".gongshi")).unwrap();
    build(dir.path(), &pages);
    assert_eq!(marks(dir.path()), third);
}

#[test]
fn what_all_pages_share_is_new_on_all_of_them() {
    let (edited, fresh) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let pages = Surroundings { options: &["--pages-only"], ..PLAIN };
    sample(edited.path(), |_| {});
    build(edited.path(), &pages);
    // A page more in every footer, no notices in the navigation, another name in the head.
    for project in [edited.path(), fresh.path()] {
        sample(project, |files| files.retain(|path| !path.starts_with("notices/")));
        let content = project.join("content");
        fs::write(content.join("pages/way.md"), "---\n标题: 怎么走\n---\n从东门进。\n").unwrap();
        let text = fs::read_to_string(content.join("unit.yaml")).unwrap();
        fs::write(content.join("unit.yaml"), text.replace("名称: 云岭县\n", "名称: 云岭新县\n")).unwrap();
    }
    fs::remove_dir_all(edited.path().join("content/notices")).unwrap();
    build(edited.path(), &pages);
    build(fresh.path(), &pages);
    let (edited, fresh) = (site(edited.path()), site(fresh.path()));
    assert_eq!(edited.keys().collect::<Vec<_>>(), fresh.keys().collect::<Vec<_>>());
    let stale: Vec<_> = fresh.iter().filter(|(path, bytes)| edited.get(*path) != Some(bytes)).map(|(p, _)| p).collect();
    assert!(stale.is_empty(), "{stale:?}");
}

fn set(some: &[&str], more: &[&str]) -> BTreeSet<String> {
    some.iter().chain(more).map(|path| (*path).to_owned()).collect()
}

/// The files that are not those of before.
fn written(before: &BTreeMap<String, (u64, i64, i64)>, project: &Path) -> BTreeSet<String> {
    let now = marks(project).into_iter().filter(|(path, mark)| before.get(path) != Some(mark));
    now.map(|(path, _)| path).collect()
}

#[test]
fn a_poster_is_made_again_only_when_it_says_something_else() {
    let dir = TempDir::new().unwrap();
    sample(dir.path(), |files| files.retain(|path| !path.starts_with("liushu/rosters")));
    build(dir.path(), &PLAIN);
    let first = marks(dir.path());
    let page = dir.path().join("content/pages/how-to-come.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text + "\n请走东门。\n").unwrap();
    build(dir.path(), &PLAIN);
    assert_eq!(written(&first, dir.path()), set(&["SHA256SUMS", "manifest.json"], &["pages/how-to-come.html"]));
}
