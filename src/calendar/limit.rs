//! Turns a length of time and the day of an event into its last day.
//!
//! The day of the event is not counted (民法典第201条第1款); months end on the day of the same number, or on the last of a month
//! that lacks it (第202条); a last day on a rest day moves to the next workday (第203条第1款). An extension lengthens the count: it
//! is not counted anew from a day that was moved. What a rule leaves out of the count, such as hearings, is not known here.

use super::{Announced, WorkCalendar};
use crate::model::procedure::{LastDay, Length};
use chrono::{Datelike, Days, Months, NaiveDate};

/// The last day for an event on `event`; `None` for lengths that no day follows from, or beyond all calendars.
pub fn last_day(
    length: Length,
    extension: Option<Length>,
    event: NaiveDate,
    calendar: &WorkCalendar,
) -> Option<LastDay> {
    let end = after(length, event, calendar)?;
    let end = match (length, extension) {
        (_, None) => end,
        // 15 + 15 days are 30; months are kept apart, for 1 + 1 month from 31 December is not 31 January + 1 month.
        (Length::Months(one), Some(Length::Months(more))) => {
            after(Length::Months(one.checked_add(more)?), event, calendar)?
        }
        (_, Some(more)) => after(more, end, calendar)?,
    };
    let date = if calendar.is_open(end) { end } else { calendar.next_workday(end)? };
    // A workday count may run through a year that is not announced without ending in it; the years only grow.
    let announced = calendar.announced(date.year()) == Announced::Yes;
    Some(LastDay { date, moved: date != end, announced })
}

/// The day a length ends on by count alone.
fn after(length: Length, event: NaiveDate, calendar: &WorkCalendar) -> Option<NaiveDate> {
    match length {
        Length::OnTheSpot | Length::Hours(_) => None,
        Length::NextDay => event.succ_opt(),
        Length::Days(days) => event.checked_add_days(Days::new(u64::from(days))),
        Length::Workdays(days) => (0..days).try_fold(event, |day, _| calendar.next_workday(day)),
        Length::Months(months) => event.checked_add_months(Months::new(months)),
    }
}
