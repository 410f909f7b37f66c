//! `agenda`: who receives today and next, what has to be posted and renewed.

use super::Outcome;
use super::args::AgendaArgs;
use super::check::{show, theme};
use super::terminal::Terminal;
use crate::error::Error;
use crate::pipeline;
use crate::plan::agenda::agenda;
use crate::render::agenda::{full, text};
use crate::render::words::Language;
use chrono::{DateTime, NaiveDate, TimeDelta};
use std::time::{SystemTime, UNIX_EPOCH};

pub(super) fn run(args: &AgendaArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(today) = args.on.as_deref().map_or_else(today_in_shanghai, date) else {
        terminal.note(
            &terminal.say("--on 后面要写日期，如 --on 2026-12-07\n", "--on needs a date, such as --on 2026-12-07\n"),
        );
        return Ok(Outcome::Failed);
    };
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
    let agenda = agenda(site, today);
    terminal.print(&if args.text { text(site, &agenda, &words) } else { full(site, &agenda, &words) });
    Ok(Outcome::Clean)
}

/// A day as a clerk types it.
pub(super) fn date(typed: &str) -> Option<NaiveDate> {
    crate::wording::date::read(typed, &crate::wording::Context::default()).value
}

/// The day it is in China, which has one time and no summer time.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
fn today_in_shanghai() -> Option<NaiveDate> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let utc = DateTime::from_timestamp(i64::try_from(since.as_secs()).ok()?, 0)?;
    Some((utc.naive_utc() + TimeDelta::hours(8)).date())
}
