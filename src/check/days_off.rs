//! `calendar/*.yaml` becomes the work calendar: the built-in years with what the site adds or replaces.

use crate::calendar::WorkCalendar;
use crate::calendar::holiday::{Closure, DaysOff, HolidayYear, MakeupDay, Notice, Scheme};
use crate::check::read;
use crate::diag::Report;
use crate::load::calendar as draft;
use crate::load::draft::Part;
use crate::load::value::TextOr;
use crate::model::recurrence::Period;
use crate::wording::Context;
use chrono::NaiveDate;

/// The work calendar of a site, and its named closures, which rosters refer to.
pub(super) fn calendar(
    scheme: Scheme,
    said: &[Part<draft::Calendar>],
    report: &mut Report,
) -> (WorkCalendar, Vec<Closure>) {
    let mut years = Vec::new();
    let mut closures = Vec::new();
    for part in said {
        let calendar = &part.content;
        let Some(year) = calendar.year.as_ref().and_then(|text| read::whole::<i32>(text, "年份", report)) else {
            continue;
        };
        let named = |days: &draft::DaysOff, report: &mut Report| {
            Some((read::words(&days.name), read::range(days.period.as_ref()?, &of_year(year), report)?))
        };
        let off = calendar.off.iter().filter_map(|days| named(days, report));
        let off = off.map(|(name, days)| DaysOff { name, days }).collect::<Vec<_>>();
        closures.extend(
            calendar.closed.iter().filter_map(|days| named(days, report).map(|(name, days)| Closure { name, days })),
        );
        let makeup = calendar.makeup.iter().filter_map(|day| {
            let date = read::date(day.date.as_ref()?, &of_year(year), report)?;
            let follows = day.follows.as_ref().and_then(|text| read::weekday(text, report));
            Some(MakeupDay { date, follows })
        });
        let makeup = makeup.collect::<Vec<_>>();
        // A file that names the notice it follows is the whole year; one without adds days to what is built in.
        let complete = calendar.notice.is_some();
        let notice = calendar.notice.as_ref().and_then(|said| notice(said, report));
        years.push(HolidayYear { year, complete, notice, off, makeup });
    }
    (WorkCalendar::new(scheme, years), closures)
}

/// When the notice was issued; `None` where the file only names it.
fn notice(said: &TextOr<draft::HolidayNotice>, report: &mut Report) -> Option<Notice> {
    let TextOr::Map(map) = said else { return None };
    let issued = read::date(map.date.as_ref()?, &Context::default(), report)?;
    Some(Notice { issued, number: read::words(&map.number) })
}

/// Dates in the file of a year are of that year.
fn of_year(year: i32) -> Context {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    Context { period: day(1, 1).map(|first| Period { first, last: day(12, 31) }), ..Context::default() }
}
