//! Publishes small sites into temporary directories and looks at what stands there.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;

mod incremental;
mod refusals;
mod repairs;
mod signed;
mod takeover;

/// A project with a content folder and a directory for the site, all temporary.
pub(crate) struct Office {
    pub(crate) dir: TempDir,
    pub(crate) target: PathBuf,
}

pub(super) const OLD: &[(&str, &str)] =
    &[("index.html", "旧首页"), ("rosters/2026-12.html", "旧安排"), ("柳树镇/gone.html", "旧"), ("same.html", "一样")];
pub(super) const NEW: &[(&str, &str)] =
    &[("index.html", "新首页"), ("rosters/2026-12.html", "新安排"), ("罗䂮英.html", "新"), ("same.html", "一样")];

impl Office {
    pub(crate) fn new() -> Self {
        let dir = TempDir::new().unwrap();
        fs::create_dir(dir.path().join("content")).unwrap();
        let target = dir.path().join("public");
        Self { dir, target }
    }

    /// With a site already published.
    pub(crate) fn with_old() -> Self {
        let office = Self::new();
        office.publish(OLD).unwrap();
        office
    }

    pub(crate) fn begin(&self) -> Result<Stage, Error> {
        let content = self.dir.path().join("content");
        let place =
            Place { target: &self.target, content: &content, project: self.dir.path(), protected: &[], durable: false };
        begin(&place)
    }

    /// Publishes every file without a fingerprint.
    pub(crate) fn publish(&self, files: &[(&str, &str)]) -> Result<Receipt, Error> {
        let stage = self.begin()?;
        for (route, text) in files {
            stage.write(route, None, text.as_bytes())?;
        }
        stage.commit()
    }

    pub(crate) fn path(&self, route: &str) -> PathBuf {
        self.target.join(route)
    }

    pub(crate) fn put(&self, route: &str, text: &str) {
        let path = self.path(route);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn ino(&self, route: &str) -> u64 {
        fs::symlink_metadata(self.path(route)).unwrap().ino()
    }

    /// What stands in the target, the two lists checked and left out.
    pub(crate) fn site(&self) -> BTreeMap<String, String> {
        let mut files = tree(&self.target);
        if let Some(json) = files.remove("manifest.json") {
            let listed = manifest::Manifest::parse(json.as_bytes()).unwrap();
            assert_eq!(files.remove("SHA256SUMS").unwrap(), listed.sums(&json));
            for (route, file) in &listed.files {
                assert_eq!(manifest::digest(files[route].as_bytes()), file.sha256, "{route}");
            }
        }
        files
    }

    /// That exactly these files stand there, and nothing is left beside.
    pub(crate) fn assert_site(&self, files: &[(&str, &str)]) {
        let expected = files.iter().map(|(route, text)| ((*route).to_owned(), (*text).to_owned())).collect();
        assert_eq!(self.site(), expected);
        self.assert_tidy();
    }

    pub(crate) fn assert_tidy(&self) {
        assert_eq!(self.beside(), Vec::<String>::new());
    }

    /// What lies in the project beside content, target and state.
    pub(crate) fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.dir.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
        names.retain(|name| !["content", "public", ".gongshi"].contains(&name.as_str()));
        names.sort();
        names
    }
}

/// Every file below a directory with its text, every link with where it leads.
pub(crate) fn tree(dir: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(dir).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| !entry.file_type().is_dir()).map(|entry| {
        let route = entry.path().strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
        let text = match fs::read_link(entry.path()) {
            Ok(leads) => format!("-> {}", leads.display()),
            Err(_) => fs::read_to_string(entry.path()).unwrap(),
        };
        (route, text)
    });
    files.collect()
}
