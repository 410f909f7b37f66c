//! Rules for days: what recurs, in which months, how often, and what happens on a rest day.

use chrono::{Datelike, NaiveDate, Weekday};

/// Days from `first` to `last`, both included; `last` may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// First day.
    pub first: NaiveDate,
    /// Last day, or `None` for a period without an end (起).
    pub last: Option<NaiveDate>,
}

impl Period {
    /// Whether a day lies in it.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}

/// Days from `first` to `last`, both included, with an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateRange {
    /// First day.
    pub first: NaiveDate,
    /// Last day, not before `first`.
    pub last: NaiveDate,
}

/// A set of weekdays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Weekdays(u8);

impl Weekdays {
    /// The set of those given.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Self {
        Self(days.into_iter().fold(0, |set, day| set | 1 << day.num_days_from_monday()))
    }

    /// Whether a weekday is in it.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & (1 << day.num_days_from_monday()) != 0
    }

    /// Whether it is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A set of months of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Months(u16);

impl Months {
    /// Every month.
    pub const ALL: Self = Self(0b1111_1111_1111);

    /// The set of those given, each 1 to 12; others are ignored.
    pub fn of(months: impl IntoIterator<Item = u32>) -> Self {
        Self(months.into_iter().filter(|m| (1..=12).contains(m)).fold(0, |set, m| set | 1 << (m - 1)))
    }

    /// Whether month `month` (1 to 12) is in it.
    pub fn contains(self, month: u32) -> bool {
        (1..=12).contains(&month) && self.0 & (1 << (month - 1)) != 0
    }

    /// The months not in this set.
    pub fn complement(self) -> Self {
        Self(!self.0 & Self::ALL.0)
    }
}

/// One kind of day of the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MonthDay {
    /// The day of that number, 1 to 31.
    Day(u8),
    /// Every day from `first` to `last`, 1 to 31.
    Window {
        /// First day number.
        first: u8,
        /// Last day number, not less than `first`.
        last: u8,
    },
    /// The nth such weekday of the month, 1 to 5.
    Nth(u8, WeekdayKey),
    /// The last such weekday of the month.
    Last(WeekdayKey),
    /// That weekday of the nth calendar week, 1 to 6, where week 1 holds the first of the month; the day may lie
    /// in a neighbouring month.
    OfWeek(u8, WeekdayKey),
    /// The last day of the month.
    LastDay,
    /// The nth day of the month on which the office works, 1 to 20.
    Workday(u8),
    /// The last such day.
    LastWorkday,
    /// The day of that number of the lunar month, 1 to 30. `Months` then counts solar months.
    Lunar(u8),
}

/// A weekday that can be ordered, counted from Monday (0 to 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekdayKey(u8);

impl From<Weekday> for WeekdayKey {
    fn from(day: Weekday) -> Self {
        // `num_days_from_monday` is 0 to 6.
        Self(u8::try_from(day.num_days_from_monday()).unwrap_or(0))
    }
}

impl From<WeekdayKey> for Weekday {
    fn from(key: WeekdayKey) -> Self {
        Weekday::try_from(key.0).unwrap_or(Weekday::Mon)
    }
}

/// The days of a market.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarketDays {
    /// 农历逢三、六、九: last digits of the lunar day, 0 to 9 (0 for 10, 20, 30).
    LunarDigits(Vec<u8>),
    /// 公历逢5、10: last digits of the solar day, 0 to 9; the 31st belongs to 1.
    SolarDigits(Vec<u8>),
    /// 周二、周六.
    Weekly(Weekdays),
    /// 辰、戌日: earthly branches, 0 (子) to 11 (亥).
    Branches(Vec<u8>),
    /// 单日: odd day numbers.
    OddDays,
    /// 双日: even day numbers.
    EvenDays,
    /// 天天.
    Daily,
    /// 未知: shown as such, gives no sessions.
    Unknown,
}

/// What recurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// Listed days, in the order written.
    Dates(Vec<DateRange>),
    /// 天天.
    EveryDay,
    /// 工作日: ordinary and make-up workdays.
    Workdays,
    /// Weekdays.
    Weekly(Weekdays),
    /// Days of the month.
    Monthly(Vec<MonthDay>),
    /// Market days.
    Market(MarketDays),
}

/// How far apart repetitions are, counted from an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// How many units lie between two repetitions, at least 1.
    pub every: u32,
    /// The unit.
    pub unit: IntervalUnit,
    /// A day of the first unit that counts.
    pub counted_from: NaiveDate,
}

/// The unit of an [`Interval`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntervalUnit {
    /// Days.
    Day,
    /// Calendar weeks, from the site's first weekday.
    Week,
    /// Calendar months.
    Month,
}

/// What happens to a session whose day is a rest day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RestPolicy {
    /// 顺延至下一工作日.
    NextWorkday,
    /// 顺延至次日.
    NextDay,
    /// 顺延一周, repeated until the day is open.
    NextWeek,
    /// 提前至上一工作日.
    PreviousWorkday,
    /// 取消.
    Cancel,
    /// 照常.
    Keep,
}

/// What happens on a make-up workday (补班).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MakeupPolicy {
    /// 按所补的星期: the day follows the weekday it makes up for, where the notice or content says which.
    FollowWeekday,
    /// 不安排: no session on a make-up workday.
    NoSession,
}

/// What happens when a month lacks the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissingDay {
    /// 跳过.
    Skip,
    /// 月末.
    LastDay,
}

/// A complete rule for days. A policy of `None` means the content does not say; it is asked for when a day needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurrence {
    /// What recurs.
    pub pattern: Pattern,
    /// Only in these months.
    pub months: Months,
    /// Only every so many units.
    pub interval: Option<Interval>,
    /// Statutory days off.
    pub on_holiday: Option<RestPolicy>,
    /// Ordinary Saturdays and Sundays.
    pub on_weekend: Option<RestPolicy>,
    /// Make-up workdays.
    pub on_makeup_day: Option<MakeupPolicy>,
    /// Months without the day.
    pub missing_day: Option<MissingDay>,
}

/// What a reader is told of the rule that gave a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum DayRule {
    /// Nothing: the date says it all.
    #[default]
    Date,
    /// 每天: the same on every day, so the days need not be read one by one.
    EveryDay,
    /// 每个工作日, likewise.
    Workdays,
    /// 周一至周五, likewise.
    MondayToFriday,
    /// A market, which many know by the lunar calendar.
    Market {
        /// Whether the market goes by lunar days.
        lunar: bool,
    },
    /// A day of the lunar month.
    Lunar,
}

impl DayRule {
    /// Whether the same comes every day.
    pub fn is_daily(self) -> bool {
        matches!(self, Self::EveryDay | Self::Workdays | Self::MondayToFriday)
    }
}

impl Recurrence {
    /// Whether it gives `day` whatever the year's notice of days off will say: it goes by no workdays, keeps its days on
    /// days off, and no make-up workday can put it aside. `weekday_meant`: it names this day of the week, or every day.
    pub fn stands_whatever(&self, day: NaiveDate, weekday_meant: bool) -> bool {
        let by_workdays = match &self.pattern {
            Pattern::Workdays => true,
            Pattern::Monthly(days) => {
                days.iter().any(|day| matches!(day, MonthDay::Workday(_) | MonthDay::LastWorkday))
            }
            _ => false,
        };
        let kept = self.on_holiday == Some(RestPolicy::Keep);
        // Only Saturdays and Sundays become make-up workdays.
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let kept_on_weekend =
            (weekday_meant || self.on_weekend == Some(RestPolicy::Keep)) && self.on_makeup_day.is_none();
        kept && !by_workdays && (!weekend || kept_on_weekend)
    }

    /// What a reader is told of it.
    pub fn told(&self) -> DayRule {
        let always = self.months == Months::ALL && self.interval.is_none();
        match &self.pattern {
            Pattern::EveryDay if always => DayRule::EveryDay,
            Pattern::Workdays if always => DayRule::Workdays,
            Pattern::Weekly(days) if always && *days == Weekdays::of(ALL_DAYS) => DayRule::EveryDay,
            Pattern::Weekly(days) if always && *days == Weekdays::of(ALL_DAYS.into_iter().take(5)) => {
                DayRule::MondayToFriday
            }
            Pattern::Market(MarketDays::Daily) => DayRule::Date,
            Pattern::Market(days) => DayRule::Market { lunar: matches!(days, MarketDays::LunarDigits(_)) },
            Pattern::Monthly(days) if days.iter().all(|day| matches!(day, MonthDay::Lunar(_))) => DayRule::Lunar,
            _ => DayRule::Date,
        }
    }
}

const ALL_DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// How a pool takes turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// 按次: the next person each session.
    Session,
    /// 按日: the next person each day.
    Day,
    /// 按周: the next person each calendar week.
    Week,
    /// 按月: the next person each calendar month.
    Month,
}

/// A pool taking turns: the first person of the list has the turn that holds `counted_from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rotation {
    /// What advances the turn.
    pub turn: Turn,
    /// A day in the first person's turn.
    pub counted_from: NaiveDate,
}
