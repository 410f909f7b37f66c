//! The default theme as it lies in the repository, and a site drawn with it.
#![allow(unreachable_pub, dead_code, clippy::expect_used, clippy::panic)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gongshi::model::site::Site;
use gongshi::plan::{Output, Plan, plan};
use gongshi::render::desk::Desk;
use gongshi::render::html::Pages;
use gongshi::render::words::Language;

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default")
}

pub fn read(path: &str) -> Option<Cow<'static, [u8]>> {
    std::fs::read(folder().join(path)).ok().map(Cow::Owned)
}

pub fn text(path: &str) -> String {
    std::fs::read_to_string(folder().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Files below a folder of the theme, with that folder, in order.
pub fn files(below: &str) -> Vec<String> {
    let entries = walkdir::WalkDir::new(folder().join(below)).sort_by_file_name().into_iter();
    let files = entries.map(|entry| entry.expect("readable")).filter(|entry| entry.file_type().is_file());
    let path = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder()).expect("below the theme").to_owned();
        path.to_str().expect("UTF-8").replace('\\', "/")
    };
    files.map(path).collect()
}

/// Every page and every piece of data of a site by its address.
pub fn draw(site: &Site) -> (Plan, BTreeMap<String, String>) {
    let plan = plan(site, &files("static"));
    let language = Language::new(site, &read).expect("the theme's words");
    let pages = Pages::new(site, &plan, &language, &read).unwrap_or_else(|error| panic!("{error}"));
    let mut drawn = BTreeMap::new();
    for &output in &plan.outputs {
        let copied = matches!(output, Output::Static(_) | Output::Picture(_));
        if copied || matches!(output, Output::PosterPdf(_) | Output::PosterPng(_) | Output::RosterShare(_)) {
            continue;
        }
        let desk = Desk { site, plan: &plan, words: &language.words, people: pages.people() };
        let mut bytes = Vec::new();
        let file = gongshi::render::file(&desk, output, &mut bytes);
        if !file.unwrap_or_else(|error| panic!("{output:?}: {error}")) {
            bytes = pages.render(output).unwrap_or_else(|error| panic!("{output:?}: {error}"));
        }
        let path = plan.routes.path(output).into_owned();
        drawn.insert(path, String::from_utf8(bytes).expect("UTF-8"));
    }
    (plan, drawn)
}
