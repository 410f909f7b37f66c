//! `verify` and `build --sign` as a person meets them: exit codes, words, and every flipped byte named.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic like the tests themselves")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use gongshi::ledger::Entry;
use gongshi::publish::verify::{Asked, verify};
use gongshi::publish::{Place, begin};
use gongshi::signature::KeyFile;
use tempfile::TempDir;

const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/keys/open.key");
const PUBLIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/keys/open.pub");
const LOCKED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/keys/locked.key");

fn gongshi(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongshi"));
    command.args(args).current_dir(dir).stdin(Stdio::null()).env("LANG", "C");
    for name in ["LC_ALL", "LC_MESSAGES"] {
        command.env_remove(name);
    }
    command.output().unwrap()
}

/// Exit code, what was printed and what was noted.
fn run(dir: &Path, args: &[&str]) -> (i32, String, String) {
    let output = gongshi(dir, args);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// The site that `new` makes, built without posters and signed.
fn signed_site() -> TempDir {
    let dir = TempDir::new().unwrap();
    assert_eq!(run(dir.path(), &["new", "."]).0, 0);
    let (code, _, noted) = run(dir.path(), &["build", "--pages-only", "--sign", KEY]);
    assert_eq!(code, 0, "{noted}");
    dir
}

#[test]
fn a_built_site_is_whole_and_signed_alike_every_time() {
    let (dir, again) = (signed_site(), signed_site());
    let read = |dir: &TempDir| fs::read_to_string(dir.path().join("public/SHA256SUMS.minisig")).unwrap();
    assert_eq!(read(&dir), read(&again), "the same content and key give the same signature");
    assert!(read(&dir).contains("\ntrusted comment: code:") && !read(&dir).contains("timestamp"));
    let (code, said, _) = run(dir.path(), &["verify"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.starts_with("完好：") && said.contains("清单的签名有效"), "{said}");
    let (code, said, _) = run(dir.path(), &["--lang", "en", "verify", "public", "--key", PUBLIC]);
    assert_eq!(code, 0, "{said}");
    assert!(said.starts_with("Whole: ") && said.contains("by the key you gave (287218B7FA0F1448)"), "{said}");
    let (code, said, _) = run(dir.path(), &["verify", "--format", "json"]);
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &said["whole"], &said["signature"]["state"]), (0, &true.into(), &"holds".into()));
    // An unsigned build takes signature and key away again.
    assert_eq!(run(dir.path(), &["build", "--pages-only"]).0, 0);
    assert!(!dir.path().join("public/SHA256SUMS.minisig").exists() && !dir.path().join("public/minisign.pub").exists());
    assert!(run(dir.path(), &["verify"]).1.contains("没有签名"));
}

#[test]
fn what_is_not_whole_is_said_with_its_exit_code() {
    let dir = signed_site();
    fs::write(dir.path().join("public/index.html"), "假").unwrap();
    fs::remove_file(dir.path().join("public/unit.html")).unwrap();
    fs::write(dir.path().join("public/多.txt"), "").unwrap();
    let (code, said, _) = run(dir.path(), &["verify"]);
    assert_eq!(code, 1);
    assert!(said.contains("变了 1 个，缺 1 个，多 1 个"), "{said}");
    assert!(
        said.contains("\n内容变了（1）\n  index.html\n\n缺少（1）\n  unit.html\n\n多出来，清单上没有（1）\n  多.txt\n"),
        "{said}"
    );
    let rows = [
        (&["verify", "content"][..], "没有清单"),
        (&["verify", "."], "gongshi verify ./public"),
        (&["verify", "nowhere"], "找不到 nowhere"),
        (&["verify", "content/site.yaml"], "不是 ZIP"),
        (&["verify", "--key", "content/site.yaml"], "不是 minisign 的公钥"),
        (&["verify", "--receipt", "content/site.yaml"], "不是发布回执"),
        (&["verify", "--content", "content/site.yaml"], "不是文件夹"),
    ];
    for (args, words) in rows {
        let (code, _, noted) = run(dir.path(), args);
        assert!(code == 2 && noted.contains(words), "{args:?}: {code} {noted}");
    }
}

#[test]
fn a_key_that_cannot_sign_leaves_the_site_as_it_was() {
    let dir = signed_site();
    let before = fs::read(dir.path().join("public/SHA256SUMS.minisig")).unwrap();
    let rows = [(PUBLIC, "这是公钥"), (concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"), "不是 minisign 的密钥文件")];
    for (key, words) in rows {
        let (code, _, noted) = run(dir.path(), &["build", "--pages-only", "--sign", key]);
        assert!(code == 2 && noted.contains(words), "{noted}");
    }
    // A key among what is handed on to others would be handed on too.
    let inside = dir.path().join("content/notices/office.key");
    fs::copy(KEY, &inside).unwrap();
    let (code, _, noted) = run(dir.path(), &["build", "--pages-only", "--sign", "content/notices/office.key"]);
    assert!(code == 2 && noted.contains("请移到别处"), "{noted}");
    fs::remove_file(inside).unwrap();
    // Without a terminal of its own, a run cannot ask for a password.
    let output = Command::new("setsid")
        .args(["--wait", env!("CARGO_BIN_EXE_gongshi"), "build", "--pages-only", "--sign", LOCKED])
        .current_dir(dir.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("minisign -G -W"));
    assert_eq!(fs::read(dir.path().join("public/SHA256SUMS.minisig")).unwrap(), before);
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// A site with everything that vouches for it: pages, a ledger, both lists, a signature and its key.
fn small_site(dir: &Path) -> Vec<String> {
    let content = dir.join("content");
    fs::create_dir(&content).unwrap();
    let place = Place { target: &dir.join("public"), content: &content, project: dir, protected: &[], durable: false };
    let mut stage = begin(&place).unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let mut ledger: Vec<Entry> = Vec::new();
    for _ in 0..4 {
        ledger.push(
            Entry::after(
                ledger.last().map(Entry::release).as_ref(),
                "yunling",
                (day, day),
                Default::default(),
                Default::default(),
            )
            .unwrap(),
        );
    }
    let ledger: String = ledger.iter().map(|entry| entry.line().unwrap()).collect();
    let pages = [("index.html", "首页"), ("rosters/2026-11.html", "十一月"), ("柳树/rosters/2026-12.html", "十二月")];
    for (route, text) in pages.into_iter().chain([("ledger.jsonl", ledger.as_str())]) {
        stage.write(route, None, text.as_bytes()).unwrap();
    }
    let Ok(KeyFile::Open(signer)) = KeyFile::read(&fs::read_to_string(KEY).unwrap()) else { panic!("a key") };
    stage.sign(signer, "code:yunling").unwrap();
    stage.commit().unwrap();
    let files = walkdir::WalkDir::new(dir.join("public")).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(dir.join("public")).unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn whichever_byte_is_flipped_its_file_is_named_and_no_other() {
    let dir = TempDir::new().unwrap();
    let files = small_site(dir.path());
    assert_eq!(files.len(), 8, "{files:?}");
    let site = dir.path().join("public");
    let asked = Asked { site: &site, key: None, receipt: None, content: None };
    assert!(verify(&asked).unwrap().is_whole());
    let mut dice = Dice(6);
    for file in &files {
        let path = site.join(file);
        let whole = fs::read(&path).unwrap();
        for _ in 0..80 {
            let (at, bit) = (dice.below(whole.len()), dice.below(8));
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << bit;
            fs::write(&path, &bytes).unwrap();
            let verdict = verify(&asked).unwrap();
            let mut named: Vec<&str> = verdict.faults.iter().map(|fault| fault.path.as_str()).collect();
            // A broken chain is told beside the change.
            named.dedup();
            assert_eq!(named, [file.as_str()], "bit {bit} of byte {at}");
        }
        fs::write(&path, &whole).unwrap();
    }
    assert!(verify(&asked).unwrap().is_whole());
}
