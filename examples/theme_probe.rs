//! Draws the sample county into a directory, to be looked at: `cargo run --example theme_probe -- DIR [en]`; or measures:
//! `cargo run --release --example theme_probe -- measure 10000`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]

#[path = "../tests/support/sample.rs"]
mod sample;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::time::Instant;

use gongshi::model::site::{Language, Site};
use gongshi::plan::{Output, plan};
use gongshi::render::html::Pages;
use rayon::prelude::*;

fn theme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default")
}

fn read(path: &str) -> Option<Cow<'static, [u8]>> {
    std::fs::read(theme().join(path)).ok().map(Cow::Owned)
}

fn statics() -> Vec<String> {
    let files = walkdir::WalkDir::new(theme().join("static")).sort_by_file_name().into_iter();
    let files = files.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(theme()).unwrap().to_str().unwrap().to_owned()).collect()
}

fn main() {
    let mut args = std::env::args().skip(1);
    let target = args.next().expect("a directory");
    if target == "measure" {
        return measure(&sample::large(args.next().unwrap().parse().unwrap()));
    }
    let mut site = sample::site();
    if args.next().as_deref() == Some("en") {
        site.settings.language = Language::English;
    }
    let target = PathBuf::from(target);
    let statics = statics();
    let plan = plan(&site, &statics);
    assert!(plan.collisions.is_empty(), "{:?}", plan.collisions);
    let language = gongshi::render::words::Language::new(&site, &read).unwrap_or_else(|error| panic!("{error}"));
    let pages = Pages::new(&site, &plan, &language, &read).unwrap_or_else(|error| panic!("{error}"));
    for &output in &plan.outputs {
        let bytes = match output {
            Output::Static(index) => read(&statics[index]).unwrap().into_owned(),
            Output::PosterPdf(_) | Output::PosterPng(_) => continue,
            _ => pages.render(output).unwrap_or_else(|error| panic!("{output:?}: {error}")),
        };
        let path = target.join(&*plan.routes.path(output));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    println!("{} files", plan.outputs.len());
}

fn measure(site: &Site) {
    let start = Instant::now();
    let plan = plan(site, &statics());
    println!("plan {:?}, {} outputs", start.elapsed(), plan.outputs.len());
    let language = gongshi::render::words::Language::new(site, &read).unwrap();
    let pages = Pages::new(site, &plan, &language, &read).unwrap();
    let rosters: Vec<Output> =
        plan.outputs.iter().copied().filter(|output| matches!(output, Output::RosterMonth(_))).collect();
    let start = Instant::now();
    let views: usize = rosters.iter().map(|output| usize::from(pages.view(*output).is_some())).sum();
    println!("{views} views, serial: {:?}", start.elapsed());
    let start = Instant::now();
    let bytes: usize = rosters.iter().map(|output| pages.render(*output).unwrap().len()).sum();
    println!("drawn, serial: {:?}, {} MB", start.elapsed(), bytes / 1_000_000);
    let start = Instant::now();
    let bytes: usize = rosters.par_iter().map(|output| pages.render(*output).unwrap().len()).sum();
    println!("drawn, parallel: {:?}, {} MB", start.elapsed(), bytes / 1_000_000);
    let start = Instant::now();
    let rest = plan.outputs.iter().filter(|o| !matches!(o, Output::RosterMonth(_) | Output::Static(_)));
    let bytes: usize = rest.map(|output| pages.render(*output).unwrap().len()).sum();
    println!("everything else, serial: {:?}, {} MB", start.elapsed(), bytes / 1_000_000);
}
