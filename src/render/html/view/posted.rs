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
        let day = words.full_day_plain(release.declared);
        let recorded = release.recorded_later();
        let recorded = recorded.map(|day| words.record_late.fill(&[("date", &words.full_day_plain(day))]));
        let line = posted_line(scope, words.channel_website.text(), Some(release.declared), roster.online);
        if release.number == 1 && line.late {
            // The site may be older than its ledger: how early it really was, nothing tells.
            let words = Some(words.lead_began.fill(&[("date", &day)]));
            return PostedLine { words, days: None, late: false, verdict: None, recorded, ..line };
        }
        // A day that was recorded afterwards proves nothing in its favour.
        let verdict = line.verdict.filter(|_| line.late || recorded.is_none());
        PostedLine { verdict, recorded, ..line }
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
    let (words, past) = (scope.words, &scope.site.past);
    if let Some(planned) = date.filter(|date| past.last().is_some_and(|last| last.declared < *date)) {
        let sentence = words.lead_planned.fill(&[("date", &words.full_day_plain(planned))]);
        let date = Some(date_words(scope, planned));
        return PostedLine {
            channel,
            date,
            words: Some(sentence),
            days: None,
            late: false,
            verdict: None,
            recorded: None,
        };
    }
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
