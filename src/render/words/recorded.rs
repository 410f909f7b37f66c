//! Turns facts of the ledger into words: what a session was and is, which things a release changed.

use super::{Words, limits};
use crate::model::hours::Hours;
use crate::model::past::{Facts, Field};
use crate::model::procedure::Length;
use crate::model::session::Role;

/// Who takes part, in the words of a page: 陈守望、陪同马会兰.
pub fn people(facts: &Facts, words: &Words) -> String {
    let people = facts.get(Field::People);
    if people.is_empty() {
        return words.nobody_named.text().to_owned();
    }
    let one = |named: &str| match named.split_once(':') {
        Some((role, name)) => {
            let role = Role::from_ledger(role);
            words.person_role.fill(&[("role", words.role(&role).unwrap_or_default()), ("name", name)])
        }
        None => named.to_owned(),
    };
    people.split('、').map(one).collect::<Vec<_>>().join(words.enumeration.text())
}

/// When on its day.
pub fn hours(facts: &Facts, words: &Words) -> String {
    let hours = Hours::from_ledger(facts.get(Field::Hours));
    words.hours(&hours).unwrap_or_else(|| words.time_unstated.text().to_owned())
}

/// Where.
pub fn places(facts: &Facts, words: &Words) -> String {
    let places = facts.get(Field::Places);
    if places.is_empty() {
        return words.place_unstated.text().to_owned();
    }
    places.split('、').collect::<Vec<_>>().join(words.enumeration.text())
}

/// Its day with the weekday; empty where the ledger has none.
pub fn day(facts: &Facts, words: &Words) -> String {
    facts.day(Field::Date).map(|day| words.day_weekday(day)).unwrap_or_default()
}

/// What became of a session between two releases, one sentence for each thing: 原定陈守望，现由韩龑接待.
pub fn session(was: &Facts, now: &Facts, words: &Words) -> Vec<String> {
    let mut said = Vec::new();
    let differs = |field| was.get(field) != now.get(field);
    if differs(Field::Cancelled) {
        let phrase =
            if now.get(Field::Cancelled).is_empty() { &words.history_held_again } else { &words.status_cancelled };
        said.push(phrase.text().to_owned());
    }
    let mut change = |phrase: &super::strings::Phrase, was: String, now: String| {
        said.push(phrase.fill(&[("was", &was), ("now", &now)]));
    };
    if differs(Field::Date) {
        change(&words.status_moved, day(was, words), day(now, words));
    }
    if differs(Field::Hours) {
        change(&words.status_retimed, hours(was, words), hours(now, words));
    }
    if differs(Field::People) {
        change(&words.status_substituted, people(was, words), people(now, words));
    }
    if differs(Field::Places) {
        change(&words.status_relocated, places(was, words), places(now, words));
    }
    let reasons = reasons(was, now, words);
    // One change may have done several things; of several it is not known here which did what.
    let one = now.count(Field::Changes) == was.count(Field::Changes) + 1;
    match (said.as_mut_slice(), reasons.is_empty()) {
        (_, true) => {}
        ([.., last], false) if one => *last = words.status_reason.fill(&[("status", last), ("reason", &reasons)]),
        (_, false) => said.push(words.history_reasons.fill(&[("reasons", &reasons)])),
    }
    let told = [Field::Cancelled, Field::Date, Field::Hours, Field::People, Field::Places, Field::Reason];
    let silent = [Field::Changes, Field::Nominal, Field::Shift, Field::Provisional, Field::Announced];
    let others: Vec<Field> =
        was.differing(now).into_iter().filter(|field| !told.contains(field) && !silent.contains(field)).collect();
    said.extend(fields(&others, words));
    said
}

/// The reasons of the changes that came since, each once, in their order. The ledger joins the reasons of all changes.
fn reasons(was: &Facts, now: &Facts, words: &Words) -> String {
    let (before, all) = (was.get(Field::Reason), now.get(Field::Reason));
    let mut new: Vec<&str> = Vec::new();
    let fresh = all.strip_prefix(before).filter(|rest| before.is_empty() || rest.is_empty() || rest.starts_with('、'));
    for reason in fresh.unwrap_or(all).split('、').filter(|reason| !reason.is_empty()) {
        if !new.contains(&reason) {
            new.push(reason);
        }
    }
    new.join(words.enumeration.text())
}

/// What became of a roster's rules or a document: short things as they were and are, the others by name.
pub fn whole(was: &Facts, now: &Facts, words: &Words) -> Vec<String> {
    let short = [Field::Posted, Field::NoticePeriod];
    let mut lines = Vec::new();
    for field in short.into_iter().filter(|field| was.get(*field) != now.get(*field)) {
        let none = words.history_nothing.text();
        let said = |facts: &Facts| Some(facts.get(field).to_owned()).filter(|text| !text.is_empty());
        let (was, now) = (said(was).unwrap_or_else(|| none.to_owned()), said(now).unwrap_or_else(|| none.to_owned()));
        let values = [("field", name(field, words).unwrap_or_default()), ("was", was.as_str()), ("now", now.as_str())];
        lines.push(words.history_was_now.fill(&values));
    }
    let others: Vec<Field> = was.differing(now).into_iter().filter(|field| !short.contains(field)).collect();
    lines.extend(fields(&others, words));
    lines
}

/// 修改了预约、携带; nothing where no field has a name that people know.
pub fn fields(fields: &[Field], words: &Words) -> Option<String> {
    let mut names: Vec<&str> = fields.iter().filter_map(|field| name(*field, words)).collect();
    names.dedup();
    (!names.is_empty()).then(|| words.history_changed.fill(&[("fields", &names.join(words.enumeration.text()))]))
}

/// A time limit: 60日, 最多再延长30日.
pub fn limit(facts: &Facts, words: &Words) -> String {
    let length = match facts.get(Field::Length) {
        "unstated" => words.limit_unstated_long.text().to_owned(),
        "elsewhere" => words.limit_elsewhere_long.text().to_owned(),
        text => Length::from_ledger(text).map(|length| limits::length(length, words)).unwrap_or_default(),
    };
    let extension = Length::from_ledger(facts.get(Field::Extension)).map(|length| limits::length(length, words));
    match extension {
        Some(more) => format!("{length}{}{}", words.comma.text(), words.limit_extended.fill(&[("length", &more)])),
        None => length,
    }
}

/// What people call a field.
fn name(field: Field, words: &Words) -> Option<&str> {
    let phrase = match field {
        Field::Title | Field::Name => &words.fact_title,
        Field::Text => &words.fact_text,
        Field::Booking => &words.fact_booking,
        Field::Bring => &words.fact_bring,
        Field::Notes | Field::Note | Field::Terms | Field::Rights => &words.fact_notes,
        Field::NotHere => &words.fact_not_here,
        Field::Phones | Field::Complaints => &words.fact_phones,
        Field::Address | Field::Places => &words.fact_places,
        Field::Hours => &words.fact_hours,
        Field::First | Field::Last | Field::ListedUntil | Field::Expires => &words.fact_period,
        Field::NoticePeriod => &words.fact_notice_period,
        Field::ForWhom | Field::AppliesTo => &words.fact_for_whom,
        Field::Basis => &words.fact_basis,
        Field::Number | Field::IssuedBy | Field::IssuedOn | Field::Category | Field::Date => &words.fact_head,
        Field::Adopted | Field::Effective | Field::Repealed | Field::Supersedes => &words.fact_force,
        Field::Posts | Field::Portfolio => &words.fact_duties,
        Field::Promises => &words.fact_promises,
        Field::Representatives => &words.fact_representatives,
        Field::Posted => &words.fact_posted,
        Field::Kind => &words.fact_kind,
        Field::Topic => &words.fact_topic,
        Field::Scope => &words.fact_scope,
        Field::Length | Field::Extension | Field::From => &words.fact_limit,
        _ => return None,
    };
    Some(phrase.text())
}
