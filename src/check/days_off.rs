//! `calendar/*.yaml` becomes the work calendar: the built-in years with what the site adds or replaces.

use super::read;
use crate::calendar::WorkCalendar;
use crate::calendar::holiday::{Closure, DaysOff, HolidayYear, MakeupDay, Scheme};
use crate::diag::Report;
use crate::load::calendar as draft;
use crate::load::draft::Part;
use crate::model::recurrence::DateRange;
use crate::source::Text;

/// The work calendar of a site, and its named closures, which rosters refer to.
pub(super) fn calendar(scheme: Scheme, said: &[Part<draft::Calendar>], report: &mut Report) -> (WorkCalendar, Vec<Closure>) {
    let mut years = Vec::new();
    let mut closures = Vec::new();
    for part in said {
        let calendar = &part.content;
        let Some(year) = calendar.year.as_ref().and_then(|text| read::year(text, report)) else { continue };
        let named = |days: &draft::DaysOff, report: &mut Report| {
            Some((read::words(&days.name), range(days.period.as_ref()?, year, report)?))
        };
        let off = calendar.off.iter().filter_map(|days| named(days, report));
        let off = off.map(|(name, days)| DaysOff { name, days }).collect::<Vec<_>>();
        closures.extend(calendar.closed.iter().filter_map(|days| {
            named(days, report).map(|(name, days)| Closure { name, days })
        }));
        let makeup = calendar.makeup.iter().filter_map(|day| {
            let date = read::date(day.date.as_ref()?, Some(year), report)?;
            let follows = day.follows.as_ref().and_then(|text| read::weekday(text, report));
            Some(MakeupDay { date, follows })
        });
        let makeup = makeup.collect::<Vec<_>>();
        // A file that names the notice it follows is the whole year; one without adds days to what is built in.
        let complete = calendar.notice.is_some();
        years.push(HolidayYear { year, complete, off, makeup });
    }
    (WorkCalendar::new(scheme, years), closures)
}

fn range(text: &Text, year: i32, report: &mut Report) -> Option<DateRange> {
    let period = read::period(text, Some(year), report)?;
    Some(DateRange { first: period.first, last: period.last.unwrap_or(period.first) })
}
