//! Turns a nominal day into the day a session takes place, by what the rule says about rest days.

use super::nominal::Named;
use super::recurrence::{Ask, Occurrence, QuestionKind};
use super::{DayStatus, WorkCalendar};
use crate::model::recurrence::{MakeupPolicy, Pattern, Recurrence, RestPolicy};
use crate::model::session::Shift;
use chrono::{Days, NaiveDate};

/// Weeks that 顺延一周 is repeated before giving up: longer than any holiday, and short of the next make-up Sunday.
const WEEKS: usize = 8;

pub(super) fn apply(
    rule: &Recurrence,
    calendar: &WorkCalendar,
    day: NaiveDate,
    named: Named,
    ask: &mut Ask,
) -> Occurrence {
    let certain = rule.stands_whatever(day, named.weekday);
    let stands = Occurrence { nominal: day, date: day, shift: None, on_makeup_day: false, certain };
    let cancelled = |closure: Option<&str>| {
        let holiday = closure.map(str::to_owned);
        let shift = Shift { from: day, policy: RestPolicy::Cancel, holiday, closed: closure.is_some() };
        Occurrence { shift: Some(shift), ..stands.clone() }
    };
    let (policy, holiday) = match calendar.status(day) {
        DayStatus::Workday => return stands,
        DayStatus::Makeup { .. } => {
            let by_day = matches!(rule.pattern, Pattern::Monthly(_) | Pattern::Market(_));
            if by_day && rule.on_makeup_day == Some(MakeupPolicy::NoSession) {
                return Occurrence { on_makeup_day: true, ..cancelled(None) };
            }
            return Occurrence { on_makeup_day: true, ..stands };
        }
        DayStatus::Closed(name) if named.listed => {
            ask.about(QuestionKind::ListedOnRestDay, day, Some(name));
            return stands;
        }
        DayStatus::Closed(name) => return cancelled(Some(name)),
        // The rule names this weekday, so an ordinary Saturday or Sunday is what it means.
        DayStatus::Weekend if named.weekday => return stands,
        DayStatus::Weekend => (rule.on_weekend, None),
        DayStatus::Holiday(name) => (rule.on_holiday, Some(name)),
    };
    let Some(policy) = policy else {
        let kind = match holiday {
            _ if named.listed => QuestionKind::ListedOnRestDay,
            Some(_) => QuestionKind::HolidayPolicy,
            None => QuestionKind::WeekendPolicy,
        };
        ask.about(kind, day, holiday);
        return stands;
    };
    if policy == RestPolicy::Keep {
        return stands;
    }
    let Some(date) = moved(rule, calendar, day, named, policy) else {
        ask.about(QuestionKind::NeverOpen(policy), day, holiday);
        return stands;
    };
    if policy == RestPolicy::NextDay && !calendar.is_open(date) {
        ask.about(QuestionKind::NextDayOff, day, holiday);
    }
    let shift = Shift { from: day, policy, holiday: holiday.map(str::to_owned), closed: false };
    let on_makeup_day = matches!(calendar.status(date), DayStatus::Makeup { .. });
    Occurrence { nominal: day, date, shift: Some(shift), on_makeup_day, certain }
}

/// The day a policy leads to; `None` when it leads to none.
fn moved(
    rule: &Recurrence,
    calendar: &WorkCalendar,
    day: NaiveDate,
    named: Named,
    policy: RestPolicy,
) -> Option<NaiveDate> {
    // A roster without sessions on make-up workdays cannot be moved onto one.
    let makeup_excluded = rule.on_makeup_day == Some(MakeupPolicy::NoSession);
    let usable = |date: &NaiveDate| !(makeup_excluded && matches!(calendar.status(*date), DayStatus::Makeup { .. }));
    match policy {
        RestPolicy::Keep | RestPolicy::Cancel => Some(day),
        RestPolicy::NextWorkday => {
            std::iter::successors(calendar.next_workday(day), |date| calendar.next_workday(*date)).find(usable)
        }
        RestPolicy::PreviousWorkday => {
            std::iter::successors(calendar.previous_workday(day), |date| calendar.previous_workday(*date)).find(usable)
        }
        // The words name the following day and no other, so it stays there even when that is a rest day as well.
        RestPolicy::NextDay => day.succ_opt(),
        RestPolicy::NextWeek => {
            let weekend_meant = named.weekday || rule.on_weekend == Some(RestPolicy::Keep);
            let open = |date: &NaiveDate| match calendar.status(*date) {
                DayStatus::Weekend => weekend_meant,
                _ => calendar.is_open(*date) && usable(date),
            };
            let week = |date: &NaiveDate| date.checked_add_days(Days::new(7));
            std::iter::successors(week(&day), week).take(WEEKS).find(open)
        }
    }
}
