//! Texts of a draft become values: the wording's doubts go into the report, the value comes back if there is one.
//!
//! Every function here is one line of meaning; what can be written in a field is decided in [`crate::wording`].

use crate::calendar::deadline::{Deadline, Lead};
use crate::diag::Report;
use crate::model::hours::{ClockSpan, Hours};
use crate::model::recurrence::{
    DateRange, IntervalUnit, MakeupPolicy, MarketDays, MissingDay, Months, Pattern, Period, Turn,
};
use crate::model::roster::Need;
use crate::model::session::{Kind, StandbyRule};
use crate::source::Text;
use crate::wording::dates::{Dates, WrittenDays};
use crate::wording::frequency::When;
use crate::wording::monthly::Monthly;
use crate::wording::policy::RestRule;
use crate::wording::weekly::Weekly;
use crate::wording::{
    Context, Reading, choice, count as counts, date as dates_of, dates as listed, deadline as deadlines, frequency,
    interval as intervals, market, monthly, months as month_sets, number as numbers, period as periods, policy,
    reason as reasons, time, weekly, who,
};
use chrono::{NaiveDate, Weekday};

/// The words of a required text; empty only where its absence is reported already.
pub(super) fn words(text: &Option<Text>) -> String {
    some_words(text).unwrap_or_default()
}

/// The words of a text that may be absent or empty; rare texts are boxed.
pub(super) fn some_words<T: std::borrow::Borrow<Text>>(text: &Option<T>) -> Option<String> {
    text.as_ref().map(|text| text.borrow().trimmed().to_owned()).filter(|words| !words.is_empty())
}

/// The words of each text.
pub(super) fn all_words(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.trimmed().to_owned()).filter(|words| !words.is_empty()).collect()
}

/// A name without padding between its characters.
pub(super) fn name(text: &str) -> String {
    who::compact(text)
}

fn settle<T>(reading: Reading<T>, text: &Text, report: &mut Report) -> Option<T> {
    reading.settle(text, report)
}

/// One day.
pub(super) fn date(text: &Text, context: &Context, report: &mut Report) -> Option<NaiveDate> {
    settle(dates_of::read(&text.value, context), text, report)
}

/// Listed days; empty when none can be read or they are still to be announced.
pub(super) fn dates(text: &Text, context: &Context, report: &mut Report) -> Vec<WrittenDays> {
    match settle(listed::read(&text.value, context), text, report) {
        Some(Dates::Listed(days)) => days,
        Some(Dates::ToBeAnnounced) | None => Vec::new(),
    }
}

/// Whether a text says that it will be announced later.
pub(super) fn to_be_announced(text: &Text) -> bool {
    listed::is_to_be_announced(&text.value)
}

/// From when to when.
pub(super) fn period(text: &Text, context: &Context, report: &mut Report) -> Option<Period> {
    settle(periods::read(&text.value, context), text, report)
}

/// From when to when, with an end.
pub(super) fn range(text: &Text, context: &Context, report: &mut Report) -> Option<DateRange> {
    let period = period(text, context, report)?;
    Some(DateRange { first: period.first, last: period.last.unwrap_or(period.first) })
}

/// Hours in one or several texts.
pub(super) fn hours(texts: &[Text], report: &mut Report) -> Option<Hours> {
    let mut spans: Vec<ClockSpan> = Vec::new();
    let mut last = None;
    for text in texts {
        match settle(time::read(&text.value), text, report)? {
            Hours::Spans(more) => spans.extend(more),
            other => last = Some(other),
        }
    }
    if spans.is_empty() { last } else { Some(Hours::Spans(spans)) }
}

/// 每周 in words.
pub(super) fn weekly(text: &Text, report: &mut Report) -> Option<Weekly> {
    settle(weekly::read(&text.value), text, report)
}

/// 每周, with hours where they stand beside the weekdays.
pub(super) fn weekly_hours(text: &Text, report: &mut Report) -> Option<Vec<(Weekly, Option<Hours>)>> {
    settle(weekly::with_hours(&text.value), text, report)
}

/// One weekday.
pub(super) fn weekday(text: &Text, report: &mut Report) -> Option<Weekday> {
    settle(weekly::weekday(&text.value), text, report)
}

/// 每天.
pub(super) fn daily(text: &Text, report: &mut Report) -> Option<Pattern> {
    settle(weekly::daily(&text.value), text, report)
}

/// Whether words mean every day worked.
pub(super) fn workdays(text: &Text) -> bool {
    weekly::daily(&text.value).value == Some(Pattern::Workdays)
}

/// 每月.
pub(super) fn monthly(text: &Text, context: &Context, report: &mut Report) -> Option<Monthly> {
    settle(monthly::read(&text.value, context), text, report)
}

/// 月份.
pub(super) fn months(text: &Text, report: &mut Report) -> Option<Months> {
    settle(month_sets::read(&text.value), text, report)
}

/// 间隔: how many units, and which.
pub(super) fn interval(text: &Text, report: &mut Report) -> Option<(u32, IntervalUnit)> {
    settle(intervals::read(&text.value), text, report).map(|every| (every.every, every.unit))
}

/// 集日; several texts are one list.
pub(super) fn market_days(texts: &[Text], report: &mut Report) -> Option<MarketDays> {
    match texts {
        [] => None,
        [text] => settle(market::read(&text.value), text, report),
        [first, .., last] => {
            let value = all_words(texts).join("、");
            let joined = Text { value, span: first.span.to(last.span), verbatim: None };
            settle(market::read(&joined.value), &joined, report)
        }
    }
}

/// 遇节假日, 遇周末.
pub(super) fn rest_rule(text: &Text, report: &mut Report) -> Option<RestRule> {
    settle(policy::rest_day(&text.value), text, report)
}

/// 遇补班日.
pub(super) fn makeup_policy(text: &Text, report: &mut Report) -> Option<MakeupPolicy> {
    settle(policy::makeup_day(&text.value), text, report)
}

/// 无此日.
pub(super) fn missing_day(text: &Text, report: &mut Report) -> Option<MissingDay> {
    settle(policy::missing_day(&text.value), text, report)
}

/// 轮流.
pub(super) fn turn(text: &Text, report: &mut Report) -> Option<Turn> {
    settle(choice::turn(&text.value), text, report)
}

/// 方式.
pub(super) fn kind(text: &Text, report: &mut Report) -> Option<Kind> {
    settle(choice::kind(&text.value), text, report)
}

/// 状态: whether it is to be published.
pub(super) fn published(text: &Option<Text>, report: &mut Report) -> bool {
    let Some(text) = text else { return true };
    settle(choice::status(&text.value), text, report) == Some(choice::Status::Published)
}

/// 预约.要求.
pub(super) fn need(text: &Text, report: &mut Report) -> Option<Need> {
    settle(choice::need(&text.value), text, report)
}

/// 是 or 否.
pub(super) fn yes(text: &Text, field: &str, report: &mut Report) -> bool {
    settle(choice::yes(&text.value, field), text, report).unwrap_or(false)
}

/// A number of people.
pub(super) fn people(text: &Text, field: &str, report: &mut Report) -> Option<u32> {
    settle(counts::people(&text.value, field), text, report)
}

/// 补位规则.
pub(super) fn standby_rule(text: &Text, report: &mut Report) -> Option<StandbyRule> {
    settle(choice::standby_rule(&text.value), text, report)
}

/// A number of times.
pub(super) fn times(text: &Text, field: &str, report: &mut Report) -> Option<u32> {
    settle(counts::times(&text.value, field), text, report)
}

/// A length of time in minutes.
pub(super) fn minutes(text: &Text, field: &str, report: &mut Report) -> Option<u32> {
    settle(counts::minutes(&text.value, field), text, report)
}

/// 预约.名额, in words.
pub(super) fn capacity(text: &Text, report: &mut Report) -> Option<String> {
    settle(counts::capacity(&text.value), text, report)
}

/// 提前公示.
pub(super) fn lead(text: &Text, report: &mut Report) -> Option<Lead> {
    settle(counts::lead(&text.value), text, report)
}

/// 必须有人.何时.
pub(super) fn when(text: &Text, report: &mut Report) -> Option<When> {
    settle(frequency::when(&text.value), text, report)
}

/// 预约.截止.
pub(super) fn deadline(text: &Text, context: &Context, report: &mut Report) -> Option<Deadline> {
    settle(deadlines::read(&text.value, context), text, report)
}

/// 原因.
pub(super) fn reason(text: &Text, report: &mut Report) -> Option<String> {
    settle(reasons::read(&text.value), text, report)
}

/// 文号.
pub(super) fn document_number(text: &Text, report: &mut Report) -> Option<String> {
    settle(numbers::read(&text.value), text, report)
}

/// A plain whole number: 次序, 年份.
pub(super) fn whole<T: std::str::FromStr>(text: &Text, field: &'static str, report: &mut Report) -> Option<T> {
    let digits = text.trimmed().trim_end_matches('年').trim();
    let number = digits.parse().ok();
    if number.is_none() {
        let doubt = crate::wording::unreadable(&text.value, 0..text.value.len(), field, "1、2026");
        report.push(doubt.into_diagnostic(text));
    }
    number
}
