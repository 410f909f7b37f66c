//! Turns a site and a day into what a clerk has to know that day: who receives, what to post, what to renew.
//!
//! Pure: the day is given. Words are put to it in [`crate::render::agenda`].

use chrono::{Days, Months, NaiveDate};
use std::collections::BTreeMap;

use super::{SessionRef, rows};
use crate::calendar::week;
use crate::model::roster::RosterId;
use crate::model::site::Site;
use crate::model::unit::UnitId;

/// How many days before they end rosters without a successor are named.
const ROSTER_NOTICE: u64 = 14;
/// How many days before it grows stale a column is named.
const COLUMN_NOTICE: u64 = 30;
/// How many days before it grows stale the home page or a news column is named.
const NEWS_NOTICE: u64 = 7;
/// A home page or a news column has to change within so many days (政府网站与政务新媒体检查指标).
const NEWS_DAYS: u64 = 14;
/// Other columns have to change within so many months (same source).
const COLUMN_MONTHS: u32 = 6;

/// What a day asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The day.
    pub today: NaiveDate,
    /// Sessions of the day, cancelled ones and those moved away too, since people may come.
    pub sessions: Vec<SessionRef>,
    /// Sessions of the next day that has any.
    pub next: Vec<SessionRef>,
    /// Sessions after that day until the week ends.
    pub week: Vec<SessionRef>,
    /// What is still to be posted, the most urgent first.
    pub postings: Vec<Posting>,
    /// What is stale or soon will be, the most urgent first.
    pub stale: Vec<Stale>,
}

/// A roster that is still to be posted somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting {
    /// The last day that keeps the promised lead time.
    pub by: NaiveDate,
    /// The roster.
    pub roster: RosterId,
    /// Index of the channel in the roster's postings; `None` where it names none.
    pub channel: Option<usize>,
    /// The day on which it is to be posted there, where one is given.
    pub planned: Option<NaiveDate>,
}

/// Something that has to be renewed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stale {
    /// The day by which.
    pub due: NaiveDate,
    /// When it last changed; for rosters the last day listed.
    pub last: NaiveDate,
    /// What.
    pub what: StaleThing,
}

/// What can grow stale.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum StaleThing {
    /// The home page.
    Home,
    /// A unit's column of notices.
    Column(UnitId, String),
    /// A unit's rosters: nothing follows them.
    Rosters(UnitId),
}

/// The agenda of a day.
pub fn agenda(site: &Site, today: NaiveDate) -> Agenda {
    let week_start = week::start_of_week(today, site.settings.week_starts);
    let week_end = after(week_start, 6);
    let coming = |id, roster| rows(id, roster).into_iter().filter(move |row| row.date >= today);
    let next_day =
        site.rosters().filter_map(|(id, roster)| coming(id, roster).find(|row| row.date > today && !row.off(site)));
    // The next day with sessions may lie beyond the week; rows are in order of days.
    let next_day = next_day.map(|row| row.date).min();
    let last = next_day.map_or(week_end, |day| day.max(week_end));
    let near = site.rosters().flat_map(|(id, roster)| coming(id, roster).take_while(|row| row.date <= last));
    let mut sessions: Vec<SessionRef> = near.collect();
    // Within a day the county comes before its towns.
    sessions.sort_by_key(|one| (one.date, one.of(site).unit, one.start, *one));
    let on = |day: NaiveDate| sessions.iter().copied().filter(|one| one.date == day).collect::<Vec<_>>();
    let beyond = next_day.unwrap_or(week_end);
    Agenda {
        today,
        sessions: on(today),
        next: next_day.map_or_else(Vec::new, on),
        week: sessions.iter().copied().filter(|one| one.date > beyond && one.date <= week_end).collect(),
        postings: postings(site, today),
        stale: stale(site, today),
    }
}

/// Rosters whose first session is still to come and that are not posted everywhere they should be.
fn postings(site: &Site, today: NaiveDate) -> Vec<Posting> {
    let mut found = Vec::new();
    for (id, roster) in site.rosters() {
        let Some(by) = roster.post_by else { continue };
        let coming = roster.sessions.first().is_some_and(|session| session.date > today);
        if roster.posted.is_empty() && coming {
            found.push(Posting { by, roster: id, channel: None, planned: None });
        }
        for (channel, posted) in roster.posted.iter().enumerate() {
            let open = posted.date.map_or(coming, |date| date >= today);
            if open {
                found.push(Posting { by, roster: id, channel: Some(channel), planned: posted.date });
            }
        }
    }
    found.sort();
    found
}

fn stale(site: &Site, today: NaiveDate) -> Vec<Stale> {
    let mut found = Vec::new();
    let mut note = |what: StaleThing, last: NaiveDate, due: NaiveDate, notice: u64| {
        if due <= after(today, notice) {
            found.push(Stale { due, last, what });
        }
    };
    note(StaleThing::Home, site.edition, after(site.edition, NEWS_DAYS), NEWS_NOTICE);
    let mut columns: BTreeMap<(UnitId, &str), NaiveDate> = BTreeMap::new();
    for notice in &site.notices {
        let Some(column) = &notice.column else { continue };
        let last = columns.entry((notice.unit, column)).or_insert(notice.date);
        *last = notice.date.max(*last);
    }
    for ((unit, column), last) in columns {
        let news = ["动态", "要闻", "新闻"].iter().any(|word| column.contains(word));
        let due = if news {
            after(last, NEWS_DAYS)
        } else {
            last.checked_add_months(Months::new(COLUMN_MONTHS)).unwrap_or(last)
        };
        let notice = if news { NEWS_NOTICE } else { COLUMN_NOTICE };
        note(StaleThing::Column(unit, column.to_owned()), last, due, notice);
    }
    for (unit, content) in site.units.iter().enumerate() {
        if let Some(last) = content.rosters.iter().map(|roster| roster.listed_until).max() {
            note(StaleThing::Rosters(UnitId(unit)), last, last, ROSTER_NOTICE);
        }
    }
    found.sort();
    found
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}
