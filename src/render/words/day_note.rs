//! Turns the rule behind a day into what is said beside its date: 农历四月初五，逢集.

use chrono::NaiveDate;

use crate::calendar::lunar::lunar_day;
use crate::model::recurrence::DayRule;
use crate::model::session::Session;

use super::Words;

/// Said where people know the day by the lunar calendar or as a market day.
pub fn day_note(session: &Session, day: NaiveDate, words: &Words) -> Option<String> {
    // A session that had to move is held on neither.
    if day != session.nominal {
        return None;
    }
    let (lunar, market) = match session.rule {
        DayRule::Market { lunar } => (lunar, true),
        DayRule::Lunar => (true, false),
        DayRule::Date | DayRule::EveryDay | DayRule::Workdays | DayRule::MondayToFriday => return None,
    };
    let lunar = lunar.then(|| lunar_day(day)).flatten().map(|lunar| words.lunar_day.fill(&[("day", &lunar.words())]));
    let market = market.then(|| words.market_day.text().to_owned());
    let parts: Vec<String> = [lunar, market].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(words.comma.text()))
}

/// 每个工作日 and the like, for what is the same every day.
pub fn daily(rule: DayRule, words: &Words) -> Option<&str> {
    match rule {
        DayRule::EveryDay => Some(words.daily_all.text()),
        DayRule::Workdays => Some(words.daily_workdays.text()),
        DayRule::MondayToFriday => Some(words.daily_weekdays.text()),
        DayRule::Date | DayRule::Market { .. } | DayRule::Lunar => None,
    }
}
