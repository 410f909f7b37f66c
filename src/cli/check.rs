//! `check`: every problem of the content, without publishing anything.

use super::Outcome;
use super::args::{CheckArgs, Format, SiteArgs};
use super::terminal::Terminal;
use crate::diag::code::Severity;
use crate::diag::{Lang, json, text};
use crate::error::Error;
use crate::pipeline::{self, Checked};
use crate::render::poster::EngineError;
use crate::theme::Theme;
use crate::theme::is_font;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(super) fn run(args: &CheckArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let checked = pipeline::check(&args.site.content, &theme(&args.site)?)?;
    if args.format == Format::Json {
        terminal.print(&json::render(&checked.report, &checked.sources, terminal.lang()));
    } else {
        show(&checked, terminal);
        if checked.report.is_empty() {
            terminal.print(&terminal.say("没有发现问题。\n", "no problems found\n"));
        }
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
        Lang::En => format!("{errors} errors, {warnings} warnings\n"),
    };
    terminal.note(&summary);
}

/// The theme: built in, with the files of `--theme` in front.
pub(super) fn theme(args: &SiteArgs) -> Result<Theme, Error> {
    theme_of(args.theme.as_deref())
}

/// The same from a folder.
pub(super) fn theme_of(folder: Option<&Path>) -> Result<Theme, Error> {
    let Some(folder) = folder else { return Ok(Theme::built_in()) };
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::io(folder)(error.into()))?;
        if !entry.file_type().is_file() {
            continue;
        }
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let bytes = std::fs::read(entry.path()).map_err(Error::io(entry.path()))?;
        files.insert(parts.join("/"), bytes);
    }
    Ok(Theme::with_overrides(files))
}

/// The fonts of `--font-path`: files as given, and of a folder what looks like a font, in order of names.
pub(super) fn fonts(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut fonts = Vec::new();
    for path in paths {
        let is_folder = path.is_dir();
        for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|error| Error::io(path)(error.into()))?;
            let name = entry.path().to_string_lossy().into_owned();
            if entry.file_type().is_dir() || is_folder && !is_font(&name) {
                continue;
            }
            let bytes = std::fs::read(entry.path()).map_err(Error::io(entry.path()))?;
            if !crate::theme::GlyphCoverage::default().add_font(&bytes) {
                return Err(EngineError::BadFont { path: name }.into());
            }
            fonts.push((name, bytes));
        }
    }
    Ok(fonts)
}
