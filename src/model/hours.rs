//! Times of day as a notice states them: clock spans, or a part of the day without hours.

/// Minutes since midnight, 0 to 1440 (1440 is the end of the day).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(u16);

impl Clock {
    /// A time of day; `None` outside 0:00 to 24:00.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        let minutes = hour.checked_mul(60)?.checked_add(minute)?;
        (minute < 60 && minutes <= 1440).then_some(Self(minutes))
    }

    /// Hour, 0 to 24.
    pub fn hour(self) -> u16 {
        self.0 / 60
    }

    /// Minute, 0 to 59.
    pub fn minute(self) -> u16 {
        self.0 % 60
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

/// From one time of day to a later one of the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockSpan {
    from: Clock,
    to: Clock,
}

impl ClockSpan {
    /// A span; `None` unless `from` is before `to`.
    pub fn new(from: Clock, to: Clock) -> Option<Self> {
        (from < to).then_some(Self { from, to })
    }

    /// Its start.
    pub fn from(self) -> Clock {
        self.from
    }

    /// Its end.
    pub fn to(self) -> Clock {
        self.to
    }
}

/// A part of the day, used where a notice gives no hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayPart {
    /// 上午.
    Morning,
    /// 下午.
    Afternoon,
    /// 晚上.
    Evening,
    /// 半天, without saying which.
    HalfDay,
    /// 全天.
    WholeDay,
    /// 全天候, 随时: whenever somebody comes; not a promise of hours.
    AnyTime,
    /// 24小时.
    RoundTheClock,
}

/// When on its day a session is: hours are never invented, so a part of the day stays one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hours {
    /// One or more spans, in order, not overlapping.
    Spans(Vec<ClockSpan>),
    /// Only the time it begins is stated.
    From(Clock),
    /// A part of the day as stated.
    Part(DayPart),
    /// The notice says nothing about the time.
    Unstated,
}

impl Hours {
    /// The first moment, where hours are given.
    pub fn start(&self) -> Option<Clock> {
        match self {
            Self::Spans(spans) => spans.first().map(|span| span.from()),
            Self::From(clock) => Some(*clock),
            Self::Part(_) | Self::Unstated => None,
        }
    }

    /// Where it stands in the order of its day, as minutes since midnight: an afternoon without hours comes after what
    /// begins in the morning.
    pub fn order(&self) -> u16 {
        match self {
            Self::Part(DayPart::Afternoon) => 12 * 60,
            Self::Part(DayPart::Evening) => 18 * 60,
            _ => self.start().map_or(0, Clock::minutes),
        }
    }
}

/// How the ledger writes parts of a day.
const PARTS: [(DayPart, &str); 7] = [
    (DayPart::Morning, "morning"),
    (DayPart::Afternoon, "afternoon"),
    (DayPart::Evening, "evening"),
    (DayPart::HalfDay, "half day"),
    (DayPart::WholeDay, "whole day"),
    (DayPart::AnyTime, "any time"),
    (DayPart::RoundTheClock, "round the clock"),
];

impl Hours {
    /// As the ledger writes them: 09:00-11:30,14:30-17:00; `morning`; 09:00-; empty where nothing is said.
    pub fn in_ledger(&self) -> String {
        let clock = |clock: Clock| format!("{:02}:{:02}", clock.hour(), clock.minute());
        match self {
            Self::Spans(spans) => {
                let spans = spans.iter().map(|span| format!("{}-{}", clock(span.from()), clock(span.to())));
                spans.collect::<Vec<_>>().join(",")
            }
            Self::From(from) => format!("{}-", clock(*from)),
            Self::Part(part) => PARTS.iter().find(|(one, _)| one == part).map_or("", |(_, name)| name).to_owned(),
            Self::Unstated => String::new(),
        }
    }

    /// What [`Hours::in_ledger`] wrote; unstated where it is something else.
    pub fn from_ledger(text: &str) -> Self {
        let clock = |text: &str| {
            let (hour, minute) = text.split_once(':')?;
            Clock::new(hour.parse().ok()?, minute.parse().ok()?)
        };
        if let Some((part, _)) = PARTS.iter().find(|(_, name)| *name == text) {
            return Self::Part(*part);
        }
        if let Some(from) = text.strip_suffix('-').and_then(clock) {
            return Self::From(from);
        }
        let span = |text: &str| {
            let (from, to) = text.split_once('-')?;
            ClockSpan::new(clock(from)?, clock(to)?)
        };
        text.split(',').map(span).collect::<Option<Vec<_>>>().map_or(Self::Unstated, Self::Spans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_the_ledger_has_them() {
        let clock = |hour, minute| Clock::new(hour, minute).unwrap();
        let span = |from, to| ClockSpan::new(from, to).unwrap();
        let two = vec![span(clock(9, 0), clock(11, 30)), span(clock(14, 30), clock(24, 0))];
        let cases = [
            (Hours::Spans(two), "09:00-11:30,14:30-24:00"),
            (Hours::From(clock(8, 5)), "08:05-"),
            (Hours::Part(DayPart::HalfDay), "half day"),
            (Hours::Unstated, ""),
        ];
        for (said, expected) in cases {
            assert_eq!(said.in_ledger(), expected);
            assert_eq!(Hours::from_ledger(expected), said);
        }
    }
}
