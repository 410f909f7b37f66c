//! Turns a market's rule (集日) into an answer for each day.

use super::lunar;
use crate::model::recurrence::MarketDays;
use chrono::{Datelike, NaiveDate};

/// Whether the market is held that day; `None` when that cannot be known: the rule is 未知, or it is a lunar one and the day
/// lies outside the lunar table.
pub fn falls_on(days: &MarketDays, day: NaiveDate) -> Option<bool> {
    match days {
        // A month of 29 days has no 三十, so 逢五、十 loses a market there.
        MarketDays::LunarDigits(digits) => lunar::lunar_day(day).map(|lunar| digits.contains(&(lunar.day % 10))),
        // The 31st ends in 1: two market days running with the 1st.
        MarketDays::SolarDigits(digits) => Some(digits.iter().any(|digit| u32::from(*digit) == day.day() % 10)),
        MarketDays::Weekly(weekdays) => Some(weekdays.contains(day.weekday())),
        MarketDays::Branches(branches) => Some(branches.contains(&lunar::branch(day))),
        MarketDays::OddDays => Some(day.day() % 2 == 1),
        MarketDays::EvenDays => Some(day.day().is_multiple_of(2)),
        MarketDays::Daily => Some(true),
        MarketDays::Unknown => None,
    }
}

/// Whether the rule itself names weekdays, or every day: then a market on a Saturday or Sunday is meant.
pub fn names_weekends(days: &MarketDays, day: NaiveDate) -> bool {
    match days {
        MarketDays::Weekly(weekdays) => weekdays.contains(day.weekday()),
        MarketDays::Daily => true,
        _ => false,
    }
}
