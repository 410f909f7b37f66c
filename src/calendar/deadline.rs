//! Turns a deadline or a promised lead time into the day it means for one session.

use super::WorkCalendar;
use crate::model::hours::Clock;
use chrono::{Days, NaiveDate};

/// Which days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counting {
    /// Every day.
    Calendar,
    /// Only open days.
    Workdays,
}

/// A number of days counted back from a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lead {
    /// How many.
    pub days: u32,
    /// Which are counted.
    pub counting: Counting,
}

impl Lead {
    /// The day that lies this long before `session`; `None` when it lies before all calendars.
    pub fn before(self, session: NaiveDate, calendar: &WorkCalendar) -> Option<NaiveDate> {
        match self.counting {
            Counting::Calendar => session.checked_sub_days(Days::new(u64::from(self.days))),
            Counting::Workdays => (0..self.days).try_fold(session, |day, _| calendar.previous_workday(day)),
        }
    }

    /// Days from `published` to `session`, counted as this lead counts: 10 August to 15 August are 5. Negative or zero when
    /// the session is not later; open days are never negative.
    pub fn given(self, published: NaiveDate, session: NaiveDate, calendar: &WorkCalendar) -> i64 {
        match self.counting {
            Counting::Calendar => (session - published).num_days(),
            Counting::Workdays => i64::try_from(calendar.workdays_between(published, session)).unwrap_or(i64::MAX),
        }
    }

    /// Whether a publication is early enough.
    pub fn kept(self, published: NaiveDate, session: NaiveDate, calendar: &WorkCalendar) -> bool {
        self.given(published, session, calendar) >= i64::from(self.days)
    }
}

/// A moment on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// At a time of day.
    At(Clock),
    /// Before noon begins to count: 上午前.
    BeforeMorning,
    /// By the end of the morning: 上午.
    Morning,
    /// The whole day counts.
    EndOfDay,
}

/// Until when an appointment can be made (预约.截止).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deadline {
    /// So long before the session.
    Before {
        /// How long.
        lead: Lead,
        /// Until when on that day.
        moment: Moment,
    },
    /// On the day of the session.
    SameDay(Moment),
    /// One fixed day, for a roster of one session.
    Fixed {
        /// The day.
        date: NaiveDate,
        /// Until when on it.
        moment: Moment,
    },
}

/// A deadline as it falls for one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub date: NaiveDate,
    /// Until when on it.
    pub moment: Moment,
    /// Whether anybody works that day.
    pub open: bool,
    /// Whether it lies after the session has begun.
    pub too_late: bool,
}

impl Deadline {
    /// The day a deadline falls on for a session that begins at `start`, where hours are given.
    pub fn due(self, session: NaiveDate, start: Option<Clock>, calendar: &WorkCalendar) -> Option<Due> {
        let (date, moment) = match self {
            Self::Before { lead, moment } => (lead.before(session, calendar)?, moment),
            Self::SameDay(moment) => (session, moment),
            Self::Fixed { date, moment } => (date, moment),
        };
        let late_on_day = match (moment, start) {
            (Moment::At(clock), Some(start)) => clock > start,
            (Moment::Morning | Moment::EndOfDay, Some(start)) => start.hour() < 12,
            _ => false,
        };
        let too_late = date > session || (date == session && late_on_day);
        Some(Due { date, moment, open: calendar.is_open(date) || date == session, too_late })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::holiday::Scheme;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn leads_count_back_and_forth() {
        let calendar = WorkCalendar::new(Scheme::China, Vec::new());
        let five = Lead { days: 5, counting: Counting::Calendar };
        assert!(five.kept(day("2025-08-10"), day("2025-08-15"), &calendar));
        assert!(!five.kept(day("2025-08-11"), day("2025-08-15"), &calendar));
        assert_eq!(five.before(day("2026-12-15"), &calendar), Some(day("2026-12-10")));
        let three = Lead { days: 3, counting: Counting::Workdays };
        assert_eq!(three.before(day("2026-02-24"), &calendar), Some(day("2026-02-12")));
        assert_eq!(three.given(day("2026-02-12"), day("2026-02-24"), &calendar), 3);
        assert_eq!(three.given(day("2026-02-24"), day("2026-02-12"), &calendar), 0);
    }

    #[test]
    fn deadlines_fall_on_days() {
        let calendar = WorkCalendar::new(Scheme::China, Vec::new());
        let nine = Clock::new(9, 0).unwrap();
        let day_before = Lead { days: 1, counting: Counting::Calendar };
        let due = |deadline: Deadline, session: &str| deadline.due(day(session), Some(nine), &calendar).unwrap();
        let monday = due(Deadline::Before { lead: day_before, moment: Moment::EndOfDay }, "2026-12-07");
        assert_eq!((monday.date, monday.open, monday.too_late), (day("2026-12-06"), false, false));
        let same = due(Deadline::SameDay(Moment::At(nine)), "2026-12-07");
        assert!(same.open && !same.too_late);
        assert!(due(Deadline::SameDay(Moment::At(Clock::new(9, 1).unwrap())), "2026-12-07").too_late);
        assert!(due(Deadline::Fixed { date: day("2026-12-08"), moment: Moment::EndOfDay }, "2026-12-07").too_late);
    }
}
