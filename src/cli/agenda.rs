//! `agenda`: who receives today and next, what has to be posted and renewed.

use super::Outcome;
use super::args::AgendaArgs;
use super::check::{show, theme};
use super::clock::today;
use super::terminal::Terminal;
use crate::error::Error;
use crate::pipeline;
use crate::plan::agenda::agenda;
use crate::render::agenda::{full, text};
use crate::render::words::Language;
use chrono::NaiveDate;

pub(super) fn run(args: &AgendaArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let on = args.on.as_deref().map(date);
    if on == Some(None) {
        terminal.note(
            &terminal.say("--on 后面要写日期，如 --on 2026-12-07\n", "--on needs a date, such as --on 2026-12-07\n"),
        );
        return Ok(Outcome::Failed);
    }
    let theme = theme(&args.site)?;
    let checked = pipeline::check(&args.site.content, &theme)?;
    let site = match &checked.site {
        Some(site) if !checked.report.refuses(args.site.strict) => site,
        _ => {
            show(&checked, terminal);
            return Ok(Outcome::Problems);
        }
    };
    let words = Language::new(site, &|path: &str| theme.file(path))?.words;
    let today = on.flatten().or_else(|| today(site)).unwrap_or(site.edition);
    let agenda = agenda(site, today);
    terminal.print(&if args.text { text(site, &agenda, &words) } else { full(site, &agenda, &words) });
    Ok(Outcome::Clean)
}

/// A day as a clerk types it.
pub(super) fn date(typed: &str) -> Option<NaiveDate> {
    crate::wording::date::read(typed, &crate::wording::Context::default()).value
}
