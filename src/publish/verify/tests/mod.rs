//! Small sites are published, spoilt in one way, and verified as folder and as ZIP.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use tempfile::TempDir;

use super::*;
use crate::diag::Lang;
use crate::ledger::Entry;
use crate::publish::tests::Office;
use crate::signature::{KeyFile, Signer};

mod folders;
mod ledgers;
mod parcels;
mod seals;
mod zip;

const KEY: &str = include_str!("../../../../tests/keys/open.key");
const OTHER_KEY: &str = include_str!("../../../../tests/keys/other.key");
const PUBLIC: &str = include_str!("../../../../tests/keys/open.pub");
const OTHER_PUBLIC: &str = include_str!("../../../../tests/keys/other.pub");

/// What a site holds, by route.
type Files = BTreeMap<String, Vec<u8>>;

const PAGES: &[(&str, &str)] =
    &[("index.html", "首页"), ("rosters/2026-12.html", "安排"), ("柳树镇/䂮.html", "镇"), ("static/a.css", "a {}\n")];

fn signer(text: &str) -> Signer {
    match KeyFile::read(text) {
        Ok(KeyFile::Open(signer)) => signer,
        other => panic!("{other:?}"),
    }
}

/// Some entries of a ledger, each with another word.
fn entries(words: &[&str]) -> Vec<Entry> {
    let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let mut entries: Vec<Entry> = Vec::new();
    for word in words {
        let item: crate::model::past::Item = format!("notice:{word}").parse().unwrap();
        let put = [(item, crate::model::past::Facts::default())].into_iter().collect();
        entries.push(
            Entry::after(entries.last().map(Entry::release).as_ref(), "yunling", (day, day), put, Default::default())
                .unwrap(),
        );
    }
    entries
}

fn ledger(words: &[&str]) -> String {
    entries(words).iter().map(|entry| entry.line().unwrap()).collect()
}

/// A site as `build` publishes it.
fn site(ledger: Option<&str>, key: Option<&str>) -> Files {
    let office = Office::new();
    let mut stage = office.begin().unwrap();
    let pages = PAGES.iter().copied().chain(ledger.map(|text| (LEDGER, text)));
    for (route, text) in pages {
        stage.write(route, None, text.as_bytes()).unwrap();
    }
    if let Some(key) = key {
        stage.sign(signer(key), "code:yunling").unwrap();
    }
    stage.commit().unwrap();
    let tree = crate::publish::tests::tree(&office.target);
    tree.into_iter().map(|(route, text)| (route, text.into_bytes())).collect()
}

/// Puts files into a folder.
fn put(files: &Files, dir: &Path) {
    for (route, bytes) in files {
        let path = dir.join(route);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

struct Room {
    dir: TempDir,
}

impl Room {
    fn with(files: &Files) -> Self {
        let dir = TempDir::new().unwrap();
        put(files, &dir.path().join("public"));
        Self { dir }
    }

    fn path(&self, route: &str) -> PathBuf {
        self.dir.path().join("public").join(route)
    }

    fn verify(&self) -> Verdict {
        verify(&asked(&self.dir.path().join("public"))).unwrap()
    }
}

fn asked(site: &Path) -> Asked<'_> {
    Asked { site, key: None, receipt: None, content: None }
}

/// The faults as short words: kind and path.
fn told(verdict: &Verdict) -> Vec<String> {
    verdict.faults.iter().map(|fault| format!("{:?} {}", fault.kind, fault.path)).collect()
}

/// The same site looked at as a folder, and as a ZIP with it at the root or in a folder.
fn three_ways(files: &Files) -> [Verdict; 3] {
    let room = Room::with(files);
    let parcel = |folder: &str| {
        let path = room.dir.path().join("site.zip");
        let names: Vec<(Vec<u8>, &[u8])> =
            files.iter().map(|(route, bytes)| (format!("{folder}{route}").into_bytes(), &bytes[..])).collect();
        fs::write(&path, zip::pack(names.into_iter().map(|(name, bytes)| zip::Entry::new(name, bytes)))).unwrap();
        verify(&asked(&path)).unwrap()
    };
    [room.verify(), parcel(""), parcel("public/")]
}
