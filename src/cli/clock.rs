//! Turns the machine's clock into the day it is where a site is kept.

use chrono::{DateTime, NaiveDate, Utc};
use std::time::{SystemTime, UNIX_EPOCH};

use super::terminal::Terminal;
use crate::model::site::Site;
use crate::wording::say;

/// Today in a site's own time zone; `None` for a clock beyond all calendars.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
pub(super) fn today(site: &Site) -> Option<NaiveDate> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let now: DateTime<Utc> = DateTime::from_timestamp(i64::try_from(since.as_secs()).ok()?, 0)?;
    let zone: chrono_tz::Tz = site.settings.timezone.parse().ok()?;
    Some(now.with_timezone(&zone).date_naive())
}

/// Says that a day of the content lies in the future: lists and feeds count from it, and would pass over sessions before it.
pub(super) fn warn_of_the_future(site: &Site, terminal: &Terminal) {
    let Some(today) = today(site).filter(|today| *today < site.edition) else { return };
    let (zh, en) = (crate::model::site::Language::Chinese, crate::model::site::Language::English);
    terminal.note(&terminal.say(
        &format!(
            "请注意：内容里最晚的落款、公示或公布日期是{}，比今天（{}）晚；首页和转发用的文字从那天数起，之前的接待不列。\n",
            say::date(site.edition, zh),
            say::date(today, zh)
        ),
        &format!(
            "note: the latest date of signing, posting or announcement in the content is {}, after today ({}); the home page and forms to pass on count from that day\n",
            say::date(site.edition, en),
            say::date(today, en)
        ),
    ));
}
