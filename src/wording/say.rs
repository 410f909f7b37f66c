//! Turns values into words, in Chinese and English: the same words in every output.

use crate::calendar::lunar::LunarDay;
use crate::diag::Phrase;
use crate::model::hours::{Clock, ClockSpan, DayPart, Hours};
use crate::model::recurrence::{DateRange, MonthDay, Period, RestPolicy, Turn, WeekdayKey};
use crate::model::session::{Kind, Shift};
use crate::model::site::{Language, TimeStyle};
use chrono::{Datelike, NaiveDate, Weekday};

/// Words made for each of the two languages.
pub fn both(words: impl Fn(Language) -> String) -> Phrase {
    Phrase::new(words(Language::Chinese), words(Language::English))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn english_month(day: NaiveDate) -> &'static str {
    usize::try_from(day.month0()).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or("")
}

/// 2026年5月21日; 21 May 2026. No leading zeros (GB/T 9704-2012).
pub fn date(day: NaiveDate, language: Language) -> String {
    match language {
        Language::Chinese => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Language::English => format!("{} {} {}", day.day(), english_month(day), day.year()),
    }
}

/// 5月21日; 21 May.
pub fn month_day(day: NaiveDate, language: Language) -> String {
    match language {
        Language::Chinese => format!("{}月{}日", day.month(), day.day()),
        Language::English => format!("{} {}", day.day(), english_month(day)),
    }
}

/// 2026年5月; May 2026.
pub fn month(day: NaiveDate, language: Language) -> String {
    match language {
        Language::Chinese => format!("{}年{}月", day.year(), day.month()),
        Language::English => format!("{} {}", english_month(day), day.year()),
    }
}

/// 星期四; Thursday.
pub fn weekday(day: Weekday, language: Language) -> &'static str {
    let (zh, en) = match day {
        Weekday::Mon => ("星期一", "Monday"),
        Weekday::Tue => ("星期二", "Tuesday"),
        Weekday::Wed => ("星期三", "Wednesday"),
        Weekday::Thu => ("星期四", "Thursday"),
        Weekday::Fri => ("星期五", "Friday"),
        Weekday::Sat => ("星期六", "Saturday"),
        Weekday::Sun => ("星期日", "Sunday"),
    };
    pick(language, zh, en)
}

/// 周四; Thu.
pub fn weekday_short(day: Weekday, language: Language) -> &'static str {
    let (zh, en) = match day {
        Weekday::Mon => ("周一", "Mon"),
        Weekday::Tue => ("周二", "Tue"),
        Weekday::Wed => ("周三", "Wed"),
        Weekday::Thu => ("周四", "Thu"),
        Weekday::Fri => ("周五", "Fri"),
        Weekday::Sat => ("周六", "Sat"),
        Weekday::Sun => ("周日", "Sun"),
    };
    pick(language, zh, en)
}

fn pick(language: Language, zh: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// 5月21日（周四）; Thu 21 May.
pub fn day(day: NaiveDate, language: Language) -> String {
    let (date, weekday) = (month_day(day, language), weekday_short(day.weekday(), language));
    match language {
        Language::Chinese => format!("{date}（{weekday}）"),
        Language::English => format!("{weekday} {date}"),
    }
}

/// 2026年5月21日（星期四）; Thursday 21 May 2026.
pub fn date_with_weekday(day: NaiveDate, language: Language) -> String {
    let (date, weekday) = (date(day, language), weekday(day.weekday(), language));
    match language {
        Language::Chinese => format!("{date}（{weekday}）"),
        Language::English => format!("{weekday} {date}"),
    }
}

/// 2026年5月21日（星期四，农历四月初五）, with 逢集 or the like after it where `market` is given; in English the lunar date is left out.
pub fn date_with_lunar(day: NaiveDate, lunar: Option<LunarDay>, market: Option<&str>, language: Language) -> String {
    let extra = [lunar.map(|lunar| lunar.to_string()), market.map(str::to_owned)];
    match language {
        Language::Chinese => {
            let extra: String = extra.into_iter().flatten().map(|word| format!("，{word}")).collect();
            format!("{}（{}{extra}）", date(day, language), weekday(day.weekday(), language))
        }
        Language::English => match market {
            Some(market) => format!("{} ({market})", date_with_weekday(day, language)),
            None => date_with_weekday(day, language),
        },
    }
}

/// 2026年5月1日至15日, 2026年5月1日至6月3日; 1–15 May 2026, 1 May – 3 June 2026. One day is said once.
pub fn range(days: DateRange, language: Language) -> String {
    let DateRange { first, last } = days;
    if first == last {
        return date(first, language);
    }
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    match language {
        Language::Chinese if same_month => format!("{}至{}日", date(first, language), last.day()),
        Language::Chinese if same_year => format!("{}至{}", date(first, language), month_day(last, language)),
        Language::Chinese => format!("{}至{}", date(first, language), date(last, language)),
        Language::English if same_month => format!("{}–{}", first.day(), date(last, language)),
        Language::English if same_year => format!("{} – {}", month_day(first, language), date(last, language)),
        Language::English => format!("{} – {}", date(first, language), date(last, language)),
    }
}

/// A period: 2026年12月 when it is a whole month, 2026年 when it is a whole year, 2026年5月1日起 when it has no end, else as [`range`].
pub fn period(period: &Period, language: Language) -> String {
    let first = period.first;
    let Some(last) = period.last else {
        return match language {
            Language::Chinese => format!("{}起", date(first, language)),
            Language::English => format!("from {}", date(first, language)),
        };
    };
    let ends_month = last == crate::calendar::week::last_of_month(last);
    if first.day() == 1 && ends_month && first.year() == last.year() {
        if first.month() == last.month() {
            return month(first, language);
        }
        if (first.month(), last.month()) == (1, 12) {
            return match language {
                Language::Chinese => format!("{}年", first.year()),
                Language::English => first.year().to_string(),
            };
        }
    }
    range(DateRange { first, last }, language)
}

/// A time of day in a style: 下午2:30, 14:30, 14时30分; in English 2:30 pm or 14:30.
pub fn clock(clock: Clock, style: TimeStyle, language: Language) -> String {
    match (style, language) {
        (TimeStyle::TwelveHour, Language::Chinese) => format!("{}{}", half_word(clock), twelve(clock)),
        (TimeStyle::TwelveHour, Language::English) => {
            format!("{} {}", twelve(clock), if (12..24).contains(&clock.hour()) { "pm" } else { "am" })
        }
        (TimeStyle::Characters, Language::Chinese) => characters(clock),
        _ => format!("{}:{:02}", clock.hour(), clock.minute()),
    }
}

/// 8时, 8时30分.
fn characters(clock: Clock) -> String {
    match clock.minute() {
        0 => format!("{}时", clock.hour()),
        minute => format!("{}时{minute}分", clock.hour()),
    }
}

/// The hour and minute on a dial. Midnight at the end of a day stays 24:00 in Chinese and is 12:00 in English.
fn twelve(clock: Clock) -> String {
    let hour = match clock.hour() {
        0 | 24 => 12,
        hour @ 1..=12 => hour,
        hour => hour - 12,
    };
    format!("{hour}:{:02}", clock.minute())
}

/// The word that tells the two halves of the dial apart.
fn half_word(clock: Clock) -> &'static str {
    match clock.hour() {
        0..=5 => "凌晨",
        6..=11 => "上午",
        12 => "中午",
        13..=17 => "下午",
        _ => "晚上",
    }
}

/// A span: 下午2:30–5:30, 14:30–17:30, 14时30分至17时30分; 2:30 pm – 5:30 pm.
pub fn span(span: ClockSpan, style: TimeStyle, language: Language) -> String {
    let (from, to) = (span.from(), span.to());
    let (start, end) = (clock(from, style, language), clock(to, style, language));
    match (style, language) {
        (TimeStyle::TwelveHour, Language::Chinese) => {
            let same = half_word(from) == half_word(to) || (half_word(from) == "上午" && to.minutes() == 720);
            if same { format!("{start}–{}", twelve(to)) } else { format!("{start}–{end}") }
        }
        (TimeStyle::Characters, Language::Chinese) => format!("{start}至{end}"),
        (TimeStyle::TwelveHour, Language::English) => format!("{start} – {end}"),
        _ => format!("{start}–{end}"),
    }
}

/// Hours as printed; empty when nothing is stated.
pub fn hours(hours: &Hours, style: TimeStyle, language: Language) -> String {
    match hours {
        Hours::Spans(spans) => {
            let spans: Vec<String> = spans.iter().map(|one| span(*one, style, language)).collect();
            spans.join(pick(language, "，", ", "))
        }
        Hours::From(from) => match language {
            Language::Chinese => format!("{}起", clock(*from, style, language)),
            Language::English => format!("from {}", clock(*from, style, language)),
        },
        Hours::Part(one) => part(*one, language).to_owned(),
        Hours::Unstated => String::new(),
    }
}

/// Hours in words a screen reader says right: 8时30分至11时; 8:30 am to 11:00 am.
pub fn hours_aloud(stated: &Hours, language: Language) -> String {
    let Hours::Spans(spans) = stated else {
        let style = pick_style(language);
        return hours(stated, style, language);
    };
    let said: Vec<String> = spans
        .iter()
        .map(|one| match language {
            Language::Chinese => format!("{}至{}", characters(one.from()), characters(one.to())),
            Language::English => {
                let say = |at| clock(at, TimeStyle::TwelveHour, language);
                format!("{} to {}", say(one.from()), say(one.to()))
            }
        })
        .collect();
    said.join(pick(language, "，", ", "))
}

fn pick_style(language: Language) -> TimeStyle {
    match language {
        Language::Chinese => TimeStyle::Characters,
        Language::English => TimeStyle::TwelveHour,
    }
}

/// 上午; morning.
pub fn part(part: DayPart, language: Language) -> &'static str {
    let (zh, en) = match part {
        DayPart::Morning => ("上午", "morning"),
        DayPart::Afternoon => ("下午", "afternoon"),
        DayPart::Evening => ("晚上", "evening"),
        DayPart::HalfDay => ("半天", "half a day"),
        DayPart::WholeDay => ("全天", "all day"),
        DayPart::AnyTime => ("全天候", "any time"),
        DayPart::RoundTheClock => ("24小时", "24 hours"),
    };
    pick(language, zh, en)
}

/// What happens on a rest day: 顺延至下一工作日; moved to the next workday.
pub fn policy(policy: RestPolicy, language: Language) -> &'static str {
    let (zh, en) = match policy {
        RestPolicy::NextWorkday => ("顺延至下一工作日", "moved to the next workday"),
        RestPolicy::NextDay => ("顺延至次日", "moved to the next day"),
        RestPolicy::NextWeek => ("顺延一周", "moved by a week"),
        RestPolicy::PreviousWorkday => ("提前至上一工作日", "moved to the workday before"),
        RestPolicy::Cancel => ("取消", "not held"),
        RestPolicy::Keep => ("照常", "held as usual"),
    };
    pick(language, zh, en)
}

/// Why a session is on its day: 顺延自10月1日（国庆节）, 由10月1日提前（国庆节）, 国庆节取消.
pub fn shift(shift: &Shift, language: Language) -> String {
    let reason = shift.holiday.as_deref().unwrap_or(pick(language, "周末", "weekend"));
    let from = month_day(shift.from, language);
    match (shift.policy, language) {
        (RestPolicy::Keep, _) => policy(RestPolicy::Keep, language).to_owned(),
        (RestPolicy::Cancel, Language::Chinese) => format!("{reason}取消"),
        (RestPolicy::Cancel, Language::English) => format!("not held ({reason})"),
        (RestPolicy::PreviousWorkday, Language::Chinese) => format!("由{from}提前（{reason}）"),
        (RestPolicy::PreviousWorkday, Language::English) => format!("brought forward from {from} ({reason})"),
        (_, Language::Chinese) => format!("顺延自{from}（{reason}）"),
        (_, Language::English) => format!("moved from {from} ({reason})"),
    }
}

/// The kind of a session: 接访; reception.
pub fn kind(kind: Kind, language: Language) -> &'static str {
    let (zh, en) = match kind {
        Kind::Reception => ("接访", "reception"),
        Kind::VisitDown => ("下访", "outreach visit"),
        Kind::Invited => ("约访", "by invitation"),
        Kind::VisitWithCase => ("带案下访", "outreach visit on a case"),
        Kind::Joint => ("联合接访", "joint reception"),
        Kind::AtHome => ("上门", "home visit"),
        Kind::CommonOffice => ("集中办公", "joint office hours"),
        Kind::Duty => ("值班", "on duty"),
        Kind::Desk => ("坐班", "at the desk"),
        Kind::Telephone => ("接听电话", "by telephone"),
        Kind::Video => ("视频接访", "by video"),
    };
    pick(language, zh, en)
}

/// How a pool takes turns: 按周; weekly.
pub fn turn(turn: Turn, language: Language) -> &'static str {
    let (zh, en) = match turn {
        Turn::Session => ("按次", "each session"),
        Turn::Day => ("按日", "each day"),
        Turn::Week => ("按周", "each week"),
        Turn::Month => ("按月", "each month"),
    };
    pick(language, zh, en)
}

/// A day of the month as a rule writes it: 15日, 第1个周三, 最后一天, 农历初一; the 15th, the first Wednesday.
pub fn month_rule(day: MonthDay, language: Language) -> String {
    let name = |key: WeekdayKey| weekday(key.into(), language);
    let short = |key: WeekdayKey| weekday_short(key.into(), language);
    match (day, language) {
        (MonthDay::Day(number), Language::Chinese) => format!("{number}日"),
        (MonthDay::Day(number), Language::English) => format!("the {}", ordinal(number)),
        (MonthDay::Window { first, last }, Language::Chinese) => format!("{first}日至{last}日"),
        (MonthDay::Window { first, last }, Language::English) => {
            format!("the {} to the {}", ordinal(first), ordinal(last))
        }
        (MonthDay::Nth(nth, key), Language::Chinese) => format!("第{nth}个{}", short(key)),
        (MonthDay::Nth(nth, key), Language::English) => format!("the {} {}", ordinal(nth), name(key)),
        (MonthDay::Last(key), Language::Chinese) => format!("最后一个{}", short(key)),
        (MonthDay::Last(key), Language::English) => format!("the last {}", name(key)),
        (MonthDay::OfWeek(nth, key), Language::Chinese) => format!("第{nth}周的{}", short(key)),
        (MonthDay::OfWeek(nth, key), Language::English) => format!("{} of week {nth}", name(key)),
        (MonthDay::LastDay, Language::Chinese) => "最后一天".into(),
        (MonthDay::LastDay, Language::English) => "the last day".into(),
        (MonthDay::Workday(nth), Language::Chinese) => format!("第{nth}个工作日"),
        (MonthDay::Workday(nth), Language::English) => format!("the {} working day", ordinal(nth)),
        (MonthDay::LastWorkday, Language::Chinese) => "最后一个工作日".into(),
        (MonthDay::LastWorkday, Language::English) => "the last working day".into(),
        (MonthDay::Lunar(number), Language::Chinese) => format!("农历{}", crate::calendar::lunar::day_words(number)),
        (MonthDay::Lunar(number), Language::English) => format!("day {number} of the lunar month"),
    }
}

/// A holiday in English: the names of the yearly notices, also several at once; the content's own names stay as written.
pub fn holiday(name: &str) -> String {
    let names: Vec<&str> = name.split('、').map(english_holiday).collect();
    names.join(" and ")
}

fn english_holiday(name: &str) -> &str {
    match name {
        "元旦" => "New Year's Day",
        "春节" => "Spring Festival",
        "清明节" => "Tomb Sweeping Day",
        "劳动节" => "Labour Day",
        "端午节" => "Dragon Boat Festival",
        "中秋节" => "Mid-Autumn Festival",
        "国庆节" => "National Day",
        own => own,
    }
}

/// 1st, 2nd, 3rd, 4th, 11th.
fn ordinal(number: u8) -> String {
    let ending = match (number % 10, number % 100) {
        (1, 1 | 21 | 31) => "st",
        (2, 2 | 22) => "nd",
        (3, 3 | 23) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests;
