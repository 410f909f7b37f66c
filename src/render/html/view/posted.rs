//! When a roster was posted, channel by channel, and how early that was against what is promised.

use chrono::NaiveDate;
use serde::Serialize;

use super::Scope;
use super::roster::{DateWords, date_words};
use crate::model::past::{Item, ItemKind};
use crate::model::roster::{Ahead, RosterId};

/// A posting: on this website, or outside it.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct PostedLine<'a> {
    pub channel: &'a str,
    pub date: Option<DateWords>,
    /// When that was and how early, in a sentence.
    pub words: Option<String>,
    /// How early, counted as promised.
    pub days: Option<i64>,
    /// Whether later than promised.
    pub late: bool,
    /// Whether early enough, in a word.
    pub verdict: Option<&'a str>,
    /// Said where it was recorded on another day.
    pub recorded: Option<String>,
}

/// Where and when it was posted, this website first.
pub(super) fn posted<'a>(scope: &Scope<'a>, id: RosterId) -> Vec<PostedLine<'a>> {
    let (site, words) = (scope.site, scope.words);
    let roster = site.roster(id);
    let item = Item::new(ItemKind::Roster, site.unit(id.unit).path.as_str(), roster.stem.as_str());
    let online = site.past.since(&item).map(|release| {
        let recorded = release.recorded_later();
        let recorded = recorded.map(|day| words.record_late.fill(&[("date", &words.full_day_plain(day))]));
        let line = posted_line(scope, words.channel_website.text(), Some(release.declared), roster.online);
        PostedLine { recorded, ..line }
    });
    let outside = roster.posted.iter().map(|one| posted_line(scope, &one.channel, one.date, one.ahead));
    online.into_iter().chain(outside).collect()
}

fn posted_line<'a>(
    scope: &Scope<'a>,
    channel: &'a str,
    date: Option<NaiveDate>,
    ahead: Option<Ahead>,
) -> PostedLine<'a> {
    let words = scope.words;
    let sentence = date.zip(ahead).map(|(date, ahead)| {
        let length = match (ahead.workdays, ahead.days) {
            (false, 1) => &words.lead_day,
            (false, _) => &words.lead_days,
            (true, 1) => &words.lead_workday,
            (true, _) => &words.lead_workdays,
        };
        let days = length.fill(&[("n", &ahead.days.to_string())]);
        let phrase = if date < ahead.session { &words.lead_line } else { &words.lead_not_ahead };
        let (date, session) = (words.full_day_plain(date), words.day(ahead.session));
        phrase.fill(&[("date", &date), ("session", &session), ("days", &days)])
    });
    PostedLine {
        channel,
        date: date.map(|day| date_words(scope, day)),
        words: sentence,
        days: ahead.map(|ahead| ahead.days),
        late: ahead.is_some_and(|ahead| !ahead.kept),
        verdict: ahead.map(|ahead| if ahead.kept { words.lead_kept.text() } else { words.lead_late.text() }),
        recorded: None,
    }
}
