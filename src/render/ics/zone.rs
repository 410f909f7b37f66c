//! Turns the name of a time zone into the part of a calendar that says when its clocks change (VTIMEZONE, RFC 5545 section 3.6.5).
//!
//! Every change from a year before the first session to a year after the last is written out, so that no reader has to know a rule.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, Offset, TimeZone};
use chrono_tz::{OffsetName, Tz};

use super::line::Lines;

/// One setting of the clocks.
struct Observance {
    /// From when, on the clocks as they were before.
    start: NaiveDateTime,
    /// Seconds east of Greenwich before and after.
    from: i32,
    to: i32,
    name: String,
    daylight: bool,
}

/// Writes the zone for calendars from one day to another. A zone that is not known is left out; its checked name stays with the times.
pub(super) fn write(out: &mut Lines, name: &str, first: NaiveDate, last: NaiveDate) {
    let Ok(zone) = name.parse::<Tz>() else { return };
    out.raw("BEGIN", "VTIMEZONE");
    out.raw("TZID", name);
    for one in observances(zone, first.year() - 1, last.year() + 1) {
        let kind = if one.daylight { "DAYLIGHT" } else { "STANDARD" };
        out.raw("BEGIN", kind);
        out.raw("DTSTART", &one.start.format("%Y%m%dT%H%M%S").to_string());
        out.raw("TZOFFSETFROM", &offset(one.from));
        out.raw("TZOFFSETTO", &offset(one.to));
        out.text("TZNAME", &one.name);
        out.raw("END", kind);
    }
    out.raw("END", "VTIMEZONE");
}

/// The setting at the start of a year, then every change until the end of another.
fn observances(zone: Tz, first: i32, last: i32) -> Vec<Observance> {
    let Some(start) = NaiveDate::from_ymd_opt(first, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0)) else {
        return Vec::new();
    };
    let Some(end) = NaiveDate::from_ymd_opt(last + 1, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0)) else {
        return Vec::new();
    };
    let mut all = vec![observance(zone, start, None)];
    let mut day = start;
    while day < end {
        let next = day + Duration::days(1);
        if seconds(zone, day) != seconds(zone, next) {
            all.push(observance(zone, change(zone, day, next), Some(seconds(zone, day))));
        }
        day = next;
    }
    all
}

/// The moment, in universal time, between two at which the offset changes.
fn change(zone: Tz, mut before: NaiveDateTime, mut after: NaiveDateTime) -> NaiveDateTime {
    let was = seconds(zone, before);
    while after - before > Duration::seconds(1) {
        let middle = before + (after - before) / 2;
        if seconds(zone, middle) == was { before = middle } else { after = middle }
    }
    after
}

fn observance(zone: Tz, at: NaiveDateTime, from: Option<i32>) -> Observance {
    let offset = zone.offset_from_utc_datetime(&at);
    let to = offset.fix().local_minus_utc();
    let from = from.unwrap_or(to);
    let daylight = chrono_tz::OffsetComponents::dst_offset(&offset) != Duration::zero();
    let name = offset.abbreviation().unwrap_or("").to_owned();
    Observance { start: at + Duration::seconds(i64::from(from)), from, to, name, daylight }
}

fn seconds(zone: Tz, at: NaiveDateTime) -> i32 {
    zone.offset_from_utc_datetime(&at).fix().local_minus_utc()
}

/// +0800.
fn offset(seconds: i32) -> String {
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(zone: &str, first: &str, last: &str) -> String {
        let (mut lines, mut out) = (Lines::default(), Vec::new());
        write(&mut lines, zone, first.parse().unwrap(), last.parse().unwrap());
        lines.pour(&mut out).unwrap();
        String::from_utf8(out).unwrap().replace("\r\n", "|")
    }

    #[test]
    fn clocks_change_where_they_do() {
        let china = said("Asia/Shanghai", "2026-12-01", "2026-12-31");
        assert_eq!(china.matches("BEGIN:STANDARD").count(), 1, "{china}");
        assert!(china.contains("TZOFFSETFROM:+0800|TZOFFSETTO:+0800"), "{china}");
        let london = said("Europe/London", "2026-06-01", "2026-06-30");
        assert!(
            london.contains("BEGIN:DAYLIGHT|DTSTART:20260329T010000|TZOFFSETFROM:+0000|TZOFFSETTO:+0100"),
            "{london}"
        );
        assert!(
            london.contains("BEGIN:STANDARD|DTSTART:20261025T020000|TZOFFSETFROM:+0100|TZOFFSETTO:+0000"),
            "{london}"
        );
        assert_eq!(said("Nowhere/At_All", "2026-06-01", "2026-06-30"), "");
    }
}
