//! What `check` says about a content folder is what `build` would find: no site passes one and fails the other.

#![expect(clippy::expect_used, reason = "a test stops at what it cannot read")]

use gongshi::pipeline::{Checked, check};
use gongshi::theme::Theme;
use std::fs;
use std::path::{Path, PathBuf};

const NOTICE: &str = "---\n标题: 十二月接待日程\n日期: 2026-11-24\n---\n";
const TOWN: &str = "名称: 柳树镇\n";

/// Paths with their bytes.
type Files<'a> = &'a [(&'a str, &'a [u8])];

/// The sound folder of the corpus, with more files.
fn folder(files: Files<'_>) -> tempfile::TempDir {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/base");
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: PathBuf, bytes: &[u8]| {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    };
    for entry in walkdir::WalkDir::new(&base) {
        let entry = entry.expect("readable");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&base).expect("below");
            write(folder.path().join(path), &fs::read(entry.path()).expect("bytes"));
        }
    }
    for (path, bytes) in files {
        write(folder.path().join(path), bytes);
    }
    folder
}

/// Codes with the path each concerns, in order.
fn found(files: Files<'_>) -> Vec<(String, String)> {
    let folder = folder(files);
    let Checked { sources, report, site } = check(folder.path(), &Theme::built_in()).expect("a folder");
    assert_eq!(site.is_none(), report.refuses(false), "{files:?}");
    let sorted = report.sorted(&sources).into_iter();
    sorted.map(|one| (one.code.id.to_owned(), gongshi::diag::path_of(one, &sources).to_owned())).collect()
}

fn pair(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}

#[test]
fn addresses_that_build_would_refuse_are_refused_by_check() {
    let (notice, town) = (NOTICE.as_bytes(), TOWN.as_bytes());
    let cases: [(Files<'_>, &[(&str, &str)]); 6] = [
        (&[("notices/index.md", notice)], &[("GS0718", "notices/index.md")]),
        (&[("notices/A.md", notice), ("notices/a.md", notice)], &[("GS0718", "notices/a.md")]),
        (&[("Town/unit.yaml", town), ("town/unit.yaml", town)], &[("GS0718", "town")]),
        (&[("aux/unit.yaml", town)], &[("GS0719", "aux")]),
        (&[("liushu./unit.yaml", town)], &[("GS0719", "liushu.")]),
        (&[("notices/con.md", notice), ("notices/good.md", notice)], &[("GS0719", "notices/con.md")]),
    ];
    for (files, expected) in cases {
        let got: Vec<_> = found(files).into_iter().filter(|(code, _)| code.starts_with("GS07")).collect();
        let expected: Vec<_> = expected.iter().map(|(code, path)| pair(code, path)).collect();
        assert_eq!(got, expected, "{:?}", files.iter().map(|file| file.0).collect::<Vec<_>>());
    }
}

#[test]
fn a_picture_that_is_none_is_refused() {
    let text = format!("{NOTICE}![接待大厅的门口](门.png)\n");
    let found = found(&[("notices/a.md", text.as_bytes()), ("notices/门.png", b"none")]);
    assert_eq!(found, [pair("GS0717", "notices/门.png")]);
}
