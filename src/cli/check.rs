//! `check`: every problem of the content, without publishing anything.

use super::Outcome;
use super::args::{CheckArgs, Format, SiteArgs};
use super::clock::warn_of_the_future;
use super::terminal::Terminal;
use crate::diag::code::Severity;
use crate::diag::{Lang, json, text};
use crate::error::Error;
use crate::pipeline::{self, Checked};
use crate::theme::{GIVEN_FONTS, Theme, is_font};
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn run(args: &CheckArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let checked = pipeline::check(&args.site.content, &theme(&args.site)?)?;
    if args.format == Format::Json {
        terminal.print(&json::render(&checked.report, &checked.sources, terminal.lang()));
    } else {
        show(&checked, terminal);
        if checked.report.is_empty() {
            terminal.print(&terminal.say("没有发现问题。\n", "no problems found\n"));
        }
        checked.site.iter().for_each(|site| warn_of_the_future(site, terminal));
    }
    Ok(if checked.report.refuses(args.site.strict) { Outcome::Problems } else { Outcome::Clean })
}

/// Writes the report and its count where messages go.
pub(super) fn show(checked: &Checked, terminal: &Terminal) {
    let report = &checked.report;
    if report.is_empty() {
        return;
    }
    let style = text::Style { lang: terminal.lang(), color: terminal.color(), width: 0 };
    terminal.note(&text::render(report, &checked.sources, style));
    // As many as are shown: what several rows repeat counts once.
    let shown = report.sorted(&checked.sources);
    let count = |severity| shown.iter().filter(|one| one.code.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let summary = match terminal.lang() {
        Lang::Zh => format!("共 {errors} 处错误，{warnings} 处提醒。\n"),
        Lang::En => {
            let many = |n: usize| if n == 1 { "" } else { "s" };
            format!("{errors} error{}, {warnings} warning{}\n", many(errors), many(warnings))
        }
    };
    terminal.note(&summary);
}

/// The theme: built in, with the files of `--theme` and the fonts of `--font-path` in front.
pub(super) fn theme(args: &SiteArgs) -> Result<Theme, Error> {
    let mut files = BTreeMap::new();
    if let Some(folder) = &args.theme {
        below(folder, "", &mut files)?;
    }
    // A folder each: two fonts of one name are two fonts, and they keep the order in which they were given.
    for (at, path) in args.font_path.iter().enumerate() {
        let mut given = BTreeMap::new();
        below(path, &format!("{GIVEN_FONTS}{at:02}/"), &mut given)?;
        given.retain(|path, _| is_font(path));
        if given.is_empty() {
            return Err(Error::NoFont(path.clone()));
        }
        files.append(&mut given);
    }
    Ok(Theme::with_overrides(files))
}

/// Every file below a folder, or the file itself, by its path with `prefix` before it.
fn below(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::io(folder)(error.into()))?;
        if !entry.file_type().is_file() {
            continue;
        }
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let mut parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        if parts.is_empty() {
            parts.extend(entry.path().file_name().map(|name| name.to_string_lossy()));
        }
        let bytes = std::fs::read(entry.path()).map_err(Error::io(entry.path()))?;
        files.insert(format!("{prefix}{}", parts.join("/")), bytes);
    }
    Ok(())
}
