//! Turns the list of published files into `manifest.json` and `SHA256SUMS`, and a manifest back into the list.
//!
//! Both are a function of the files alone: no time, no machine. `manifest.json` lists every file but the two lists;
//! `SHA256SUMS` lists `manifest.json` too, so that `sha256sum -c SHA256SUMS` covers the whole site. A signature over
//! `SHA256SUMS` therefore covers it as well; it can stand in no list.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Deserialize;

use super::route;
pub(super) use crate::digest::{Digest, hex, of as digest, unhex};

/// File name of the manifest.
pub(super) const NAME: &str = "manifest.json";
/// File name of the list for `sha256sum -c`.
pub(super) const SUMS: &str = "SHA256SUMS";
/// File name of the signature over that list, where the site is signed.
pub(super) const SIGNATURE: &str = "SHA256SUMS.minisig";
/// Route of the public key that belongs to it: a file of the site like any other.
pub(super) const KEY: &str = "minisign.pub";
/// The files at the root that stand in no manifest, in the order in which they are removed: the one by which the others
/// are known to be ours comes last.
pub(super) const OWN: [&str; 3] = [SIGNATURE, SUMS, NAME];
/// Raised when older programs could not read the manifest any more.
const FORMAT: u32 = 1;
const GENERATOR: &str = "gongshi";

/// What is listed of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Listed {
    /// SHA-256 of its bytes.
    pub(super) sha256: Digest,
    /// Its length in bytes.
    pub(super) size: u64,
}

/// The files of a site by route.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) files: BTreeMap<String, Listed>,
}

#[derive(Deserialize)]
struct Written {
    generator: String,
    format: u32,
    files: BTreeMap<String, WrittenFile>,
}

#[derive(Deserialize)]
struct WrittenFile {
    sha256: String,
    size: u64,
}

impl Manifest {
    /// The bytes of `manifest.json`: keys sorted, one file a line.
    pub(super) fn json(&self) -> String {
        let mut out = String::with_capacity(self.files.len() * 140 + 100);
        out.push_str("{\n\"files\": {");
        for (at, (route, file)) in self.files.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            let key = serde_json::Value::from(route.as_str());
            // Writing to a string cannot fail.
            let _ = write!(out, "{comma}\n{key}: {{\"sha256\": \"{}\", \"size\": {}}}", hex(&file.sha256), file.size);
        }
        let _ = write!(out, "\n}},\n\"format\": {FORMAT},\n\"generator\": \"{GENERATOR}\"\n}}\n");
        out
    }

    /// The bytes of `SHA256SUMS`, given those of the manifest. Routes hold no line end and no backslash, so that no
    /// line needs the escapes of `sha256sum`.
    pub(super) fn sums(&self, json: &str) -> String {
        let mut out = String::with_capacity(self.files.len() * 100 + 100);
        for (route, file) in &self.files {
            let _ = writeln!(out, "{}  {route}", hex(&file.sha256));
        }
        let _ = writeln!(out, "{}  {NAME}", hex(&digest(json.as_bytes())));
        out
    }

    /// Reads a manifest; `None` if it is not one of ours, or of a later program, or names a file that no site can have.
    pub(super) fn parse(json: &[u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(json).ok()?;
        if written.generator != GENERATOR || written.format != FORMAT {
            return None;
        }
        route::check_routes(written.files.keys().map(String::as_str)).ok()?;
        let files = written.files.into_iter().map(|(route, file)| {
            let sha256 = unhex(&file.sha256)?;
            Some((route, Listed { sha256, size: file.size }))
        });
        Some(Self { files: files.collect::<Option<_>>()? })
    }

    /// Every directory that holds a listed file, at any depth.
    pub(super) fn dirs(&self) -> BTreeSet<&str> {
        dirs_of(self.files.keys().map(String::as_str))
    }
}

/// Every directory above some routes.
pub(super) fn dirs_of<'a>(routes: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut dirs = BTreeSet::new();
    for route in routes {
        let mut rest = route;
        // Where a directory is known, those above it are too.
        while let Some((dir, _)) = rest.rsplit_once('/') {
            if !dirs.insert(dir) {
                break;
            }
            rest = dir;
        }
    }
    dirs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let listed = |text: &str| Listed { sha256: digest(text.as_bytes()), size: text.len() as u64 };
        let files = [("乡/䂮\u{20000}.html", "乙"), ("a \"b", ""), ("index.html", "甲")];
        let files = files.into_iter().filter(|(route, _)| route::check_route(route).is_ok());
        Manifest { files: files.map(|(route, text)| (route.to_owned(), listed(text))).collect() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for manifest in [sample(), Manifest::default()] {
            assert_eq!(Manifest::parse(manifest.json().as_bytes()), Some(manifest));
        }
        assert!(sample().sums("").ends_with(&format!("{}  manifest.json\n", hex(&digest(b"")))));
        assert_eq!(hex(&digest(b"")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(unhex(&hex(&digest(b"x"))), Some(digest(b"x")));
    }

    #[test]
    fn a_manifest_of_others_is_none_of_ours() {
        let json = sample().json();
        let broken = [
            String::new(),
            "{}".into(),
            "[1]".into(),
            json[..json.len() - 3].to_owned(),
            json.replace("gongshi", "webapp"),
            json.replace("\"format\": 1", "\"format\": 2"),
            json.replace("index.html", "../index.html"),
            json.replace("index.html", "/etc/passwd"),
            json.replace("\"sha256\": \"", "\"sha256\": \"0"),
            json.replace("\"size\": ", "\"size\": -"),
            r#"{"name": "a web application", "icons": []}"#.into(),
        ];
        for text in broken {
            assert_eq!(Manifest::parse(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn directories_of_every_depth() {
        let dirs = dirs_of(["a/b/c/d", "a/e", "f", "a/b/g"].into_iter());
        assert_eq!(dirs.into_iter().collect::<Vec<_>>(), ["a", "a/b", "a/b/c"]);
    }
}
