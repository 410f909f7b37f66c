//! 日期, 每天, 每周, 每月, 逢集 and 频次 of an entry become what recurs, or a promise without days.

use crate::check::read;
use crate::check::roster::Frame;
use crate::diag::code::rosters as codes;
use crate::diag::{Diagnostic, Report};
use crate::load::entry::Entry;
use crate::load::value::Weekly;
use crate::model::hours::Hours;
use crate::model::recurrence::{Months, Pattern};
use crate::source::Text;

/// One way in which an entry recurs; an entry has several where hours differ by weekday or by date.
pub(in crate::check) struct Variant {
    /// Which days.
    pub(in crate::check) pattern: Pattern,
    /// Hours that stand with the days, before those of the entry and of the roster.
    pub(in crate::check) hours: Option<Hours>,
    /// Months that stand with the days: 单月15日.
    pub(in crate::check) months: Option<Months>,
    /// Every so many weeks, where the words say so: alternate Saturdays.
    pub(in crate::check) weeks: u32,
}

impl Variant {
    fn of(pattern: Pattern) -> Self {
        Self { pattern, hours: None, months: None, weeks: 1 }
    }
}

/// The ways in which an entry recurs; `None` when it does not, with its promise kept or a problem reported.
pub(in crate::check) fn variants(
    frame: &Frame<'_>,
    entry: &Entry,
    promises: &mut Vec<String>,
    report: &mut Report,
) -> Option<Vec<Variant>> {
    let when = &entry.when;
    let ways: Vec<&Text> = ways(entry).collect();
    match ways.as_slice() {
        [] => {
            match &when.frequency {
                Some(text) => promises.push(promise(entry, text)),
                None => report.push(Diagnostic::new(&codes::NO_WHEN, entry.span)),
            }
            return None;
        }
        [_] => {}
        [first, second, ..] => {
            let diagnostic = Diagnostic::new(&codes::TWO_WHENS, second.span);
            report.push(diagnostic.related(first.span, crate::diag::Phrase::new("前面已经写了", "already said here")));
            return None;
        }
    }
    let plain = |pattern| vec![Variant::of(pattern)];
    if !when.dates.is_empty() {
        let later = when.dates.iter().filter(|text| read::to_be_announced(text));
        promises.extend(later.map(|text| promise(entry, text)));
        return Some(listed(frame, &when.dates, report)).filter(|variants| !variants.is_empty());
    }
    if let Some(text) = &when.daily {
        return read::daily(text, report).map(plain);
    }
    if let Some(weekly) = &when.weekly {
        return weekdays(weekly, report);
    }
    if !when.monthly.is_empty() {
        return Some(months(frame, &when.monthly, report)).filter(|variants| !variants.is_empty());
    }
    let name = when.market_day.as_deref()?;
    market(frame, name, report).map(|days| plain(Pattern::Market(days)))
}

/// The ways in which an entry says its days; it should be one.
fn ways(entry: &Entry) -> impl Iterator<Item = &Text> {
    let when = &entry.when;
    let weekly = when.weekly.as_ref().and_then(first_weekly);
    let daily = when.daily.as_deref();
    [when.dates.first(), daily, weekly, when.monthly.first(), when.market_day.as_deref()].into_iter().flatten()
}

/// The words that say on which days, for questions about them.
pub(in crate::check) fn days_at(entry: &Entry) -> crate::source::Span {
    let Some(first) = ways(entry).next() else { return entry.span };
    let listed = if entry.when.dates.is_empty() { &entry.when.monthly } else { &entry.when.dates };
    listed.last().map_or(first.span, |last| first.span.to(last.span))
}

/// The first words of 每周.
pub(in crate::check) fn first_weekly(weekly: &Weekly) -> Option<&Text> {
    match weekly {
        Weekly::Texts(texts) => texts.first(),
        Weekly::Hours(pairs) => pairs.first().map(|(day, _)| day),
    }
}

fn promise(entry: &Entry, text: &Text) -> String {
    let who: Vec<&str> = entry.who.0.iter().map(Text::trimmed).collect();
    let note: Vec<&str> = entry.more.iter().flat_map(|more| &more.note).map(Text::trimmed).collect();
    let promise = format!("{} {}", who.join("、"), text.trimmed()).trim().to_owned();
    // Without days there is no other place where the remark could stand.
    if note.is_empty() { promise } else { format!("{promise}（{}）", note.join("；")) }
}

fn listed(frame: &Frame<'_>, texts: &[Text], report: &mut Report) -> Vec<Variant> {
    let mut variants: Vec<Variant> = Vec::new();
    for dated in texts.iter().flat_map(|text| read::dates(text, &frame.context, report)) {
        match variants.iter_mut().find(|variant| variant.hours == dated.hours) {
            Some(Variant { pattern: Pattern::Dates(days), .. }) => days.push(dated.days),
            _ => variants.push(Variant { hours: dated.hours, ..Variant::of(Pattern::Dates(vec![dated.days])) }),
        }
    }
    variants
}

fn weekdays(weekly: &Weekly, report: &mut Report) -> Option<Vec<Variant>> {
    match weekly {
        // 每周: 工作日 says what 每天: 工作日 says.
        Weekly::Texts(texts) if texts.len() == 1 && read::workdays(&texts[0]) => {
            Some(vec![Variant::of(Pattern::Workdays)])
        }
        Weekly::Texts(texts) => {
            let mut variants: Vec<Variant> = Vec::new();
            for text in texts {
                for (one, hours) in read::weekly_hours(text, report)? {
                    variants.push(Variant { hours, weeks: one.every, ..Variant::of(Pattern::Weekly(one.days)) });
                }
            }
            Some(variants)
        }
        Weekly::Hours(pairs) => {
            let variants = pairs.iter().filter_map(|(day, time)| {
                let one = read::weekly(day, report)?;
                let hours = Some(read::hours(time, report)?);
                Some(Variant { hours, weeks: one.every, ..Variant::of(Pattern::Weekly(one.days)) })
            });
            let variants: Vec<Variant> = variants.collect();
            (variants.len() == pairs.len()).then_some(variants)
        }
    }
}

fn months(frame: &Frame<'_>, texts: &[Text], report: &mut Report) -> Vec<Variant> {
    let read = texts.iter().filter_map(|text| read::monthly(text, &frame.context, report));
    read.map(|one| Variant { months: one.months, hours: one.hours, ..Variant::of(Pattern::Monthly(one.days)) })
        .collect()
}

fn market(frame: &Frame<'_>, name: &Text, report: &mut Report) -> Option<crate::model::recurrence::MarketDays> {
    let gazetteer = frame.ground.gazetteer;
    let found = gazetteer.market(frame.unit, name.trimmed());
    if found.is_none() {
        let near = gazetteer.nearest_market(name.trimmed());
        let hint = crate::diag::did_you_mean(near);
        report.push(Diagnostic::new(&codes::UNKNOWN_MARKET, name.span).arg("name", name.trimmed()).arg("hint", hint));
    }
    found.cloned()
}
