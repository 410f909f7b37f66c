//! Turns a rotation and a day into the person whose turn it is.

use super::recurrence::expand;
use super::{WorkCalendar, week};
use crate::model::recurrence::{DateRange, Recurrence, Rotation, Turn};
use crate::model::site::WeekStart;
use chrono::NaiveDate;

/// Index in a pool of `pool` people of the one whose turn it is, `ordinal` turns after the first person's (negative before);
/// `None` for an empty pool.
pub fn turn_index(ordinal: i64, pool: usize) -> Option<usize> {
    let size = i64::try_from(pool).ok().filter(|size| *size > 0)?;
    usize::try_from(ordinal.rem_euclid(size)).ok()
}

/// Turns from the first person's to that of each nominal day, in the order of `nominal`; `rules` are all the ways in which
/// one entry recurs, counted as one.
///
/// 按周 and 按月 count calendar weeks and months, whether or not they hold a session. 按次 and 按日 count the days the rule
/// names, from the first on or after `counted_from`, cancelled and moved ones included: a holiday takes a turn, so that one
/// cancelled session does not move everybody's later dates. Days the rule does not name (the weekend of a 工作日 rule) take none.
pub fn ordinals(
    rotation: &Rotation,
    rules: &[&Recurrence],
    nominal: &[NaiveDate],
    calendar: &WorkCalendar,
    week_start: WeekStart,
) -> Vec<i64> {
    let anchor = rotation.counted_from;
    match rotation.turn {
        Turn::Week => nominal.iter().map(|day| week::weeks_between(anchor, *day, week_start)).collect(),
        Turn::Month => nominal.iter().map(|day| week::months_between(anchor, *day)).collect(),
        Turn::Session | Turn::Day => {
            let (Some(first), Some(last)) = (nominal.iter().min(), nominal.iter().max()) else { return Vec::new() };
            let window = DateRange { first: anchor.min(*first), last: anchor.max(*last) };
            let named = |rule: &&Recurrence| expand(rule, window, calendar, week_start).occurrences;
            let mut all: Vec<NaiveDate> = rules.iter().flat_map(named).map(|one| one.nominal).collect();
            all.sort_unstable();
            all.dedup();
            let place = |day: NaiveDate| all.partition_point(|other| *other < day);
            let start = place(anchor);
            let signed = |at: usize| i64::try_from(at).unwrap_or(i64::MAX);
            nominal.iter().map(|day| signed(place(*day)) - signed(start)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::holiday::Scheme;
    use crate::model::recurrence::{Months, Pattern, Weekdays};
    use chrono::Weekday;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rule(pattern: Pattern) -> Recurrence {
        Recurrence {
            pattern,
            months: Months::ALL,
            interval: None,
            on_holiday: None,
            on_weekend: None,
            on_makeup_day: None,
            missing_day: None,
        }
    }

    fn turns(turn: Turn, from: &str, rule: &Recurrence, days: &[&str], pool: usize) -> Vec<usize> {
        let calendar = WorkCalendar::new(Scheme::China, Vec::new());
        let rotation = Rotation { turn, counted_from: day(from) };
        let days: Vec<NaiveDate> = days.iter().map(|text| day(text)).collect();
        let ordinals = ordinals(&rotation, &[rule], &days, &calendar, WeekStart::Monday);
        ordinals.into_iter().map(|ordinal| turn_index(ordinal, pool).unwrap()).collect()
    }

    #[test]
    fn weeks_turn_whether_or_not_the_anchor_is_a_session() {
        let mondays = rule(Pattern::Weekly(Weekdays::of([Weekday::Mon])));
        let days = ["2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28"];
        assert_eq!(turns(Turn::Week, "2026-11-30", &mondays, &days, 3), [0, 1, 2, 0, 1]);
        assert_eq!(turns(Turn::Week, "2026-12-06", &mondays, &days, 3), [0, 1, 2, 0, 1]);
        assert_eq!(turns(Turn::Week, "2026-12-09", &mondays, &days, 3), [2, 0, 1, 2, 0]);
    }

    #[test]
    fn sessions_turn_with_the_rules_days_and_count_back_before_the_anchor() {
        let work = rule(Pattern::Workdays);
        let days = ["2026-12-03", "2026-12-04", "2026-12-07", "2026-12-08"];
        assert_eq!(turns(Turn::Day, "2026-12-04", &work, &days, 3), [2, 0, 1, 2]);
        assert_eq!(turns(Turn::Session, "2026-12-05", &work, &days, 3), [1, 2, 0, 1]);
        // A holiday Monday takes its turn.
        let mondays = rule(Pattern::Weekly(Weekdays::of([Weekday::Mon])));
        let days = ["2026-02-09", "2026-02-16", "2026-02-23", "2026-03-02"];
        assert_eq!(turns(Turn::Session, "2026-02-09", &mondays, &days, 3), [0, 1, 2, 0]);
        assert_eq!(turns(Turn::Month, "2026-02-09", &mondays, &days, 3), [0, 0, 0, 1]);
        assert_eq!(turn_index(5, 0), None);
        assert_eq!(turns(Turn::Session, "2026-02-09", &mondays, &[], 3), Vec::<usize>::new());
    }
}
