//! A roster for many units: 适用, 单位 and 例外 become one entry for each unit, and 所联系的镇 a place for each person.

use crate::check::roster::Frame;
use crate::check::roster::names;
use crate::check::roster::sessions::{Planned, Turns};
use crate::diag::code::rosters as codes;
use crate::diag::{Diagnostic, Report, did_you_mean};
use crate::load::entry::Entry;
use crate::load::roster::Terms;
use crate::load::value::Items;
use crate::model::session::{Participant, Role, Venue, Who};
use crate::model::unit::UnitId;
use crate::source::Text;
use std::borrow::Cow;

/// Kinds of units that 各… can name, and how their names end.
const KINDS: &[(&str, &[&str])] = &[
    ("乡镇街道", &["乡", "镇", "街道"]),
    ("镇街", &["镇", "街道", "街道办事处"]),
    ("乡镇", &["乡", "镇"]),
    ("镇", &["镇"]),
    ("乡", &["乡"]),
    ("街道", &["街道", "街道办事处"]),
    ("村社区", &["村", "社区"]),
    ("村(社区)", &["村", "社区"]),
    ("村（社区）", &["村", "社区"]),
    ("行政村", &["村"]),
    ("村", &["村"]),
    ("社区", &["社区"]),
    ("县直单位", &["局", "委", "办", "院", "中心", "公司", "校"]),
    ("部门", &["局", "委", "办", "院", "中心"]),
    ("局", &["局"]),
    ("单位", &[""]),
];

/// The units a roster applies to: its own, or those below that 适用 names.
pub(in crate::check) fn units(frame: &Frame<'_>, said: &Items, report: &mut Report) -> Vec<UnitId> {
    if said.0.is_empty() {
        return vec![frame.home];
    }
    named(frame, said, report)
}

/// The units that words such as 各镇 or a name mean, each once, in the order of the site.
pub(in crate::check) fn named(frame: &Frame<'_>, said: &Items, report: &mut Report) -> Vec<UnitId> {
    let all = frame.ground.units;
    let below: Vec<UnitId> = (0..all.len()).map(UnitId).filter(|unit| is_below(frame, *unit)).collect();
    let mut found: Vec<UnitId> = Vec::new();
    for text in &said.0 {
        let words = text.trimmed();
        let of_kind = words.strip_prefix('各').and_then(|kind| KINDS.iter().find(|(name, _)| *name == kind));
        let meant: Vec<UnitId> = match of_kind {
            Some((_, ends)) => {
                let fits = |unit: &&UnitId| ends.iter().any(|end| all[unit.0].name.ends_with(end));
                below.iter().filter(fits).copied().collect()
            }
            None => below.iter().chain([&frame.home]).filter(|unit| is_called(frame, **unit, words)).copied().collect(),
        };
        if meant.is_empty() {
            let near = below.iter().map(|unit| &all[unit.0].name);
            let near = near.map(|name| (strsim::damerau_levenshtein(name, words), name)).min();
            let near = near.filter(|(distance, _)| *distance <= 2).map(|(_, name)| name.as_str());
            let found = Diagnostic::new(&codes::UNKNOWN_UNIT, text.span).arg("name", words);
            report.push(found.arg("hint", did_you_mean(near)));
        }
        found.extend(meant);
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn is_below(frame: &Frame<'_>, unit: UnitId) -> bool {
    let parent = |unit: UnitId| frame.ground.units[unit.0].parent;
    std::iter::successors(parent(unit), |at| parent(*at)).any(|at| at == frame.home)
}

fn is_called(frame: &Frame<'_>, unit: UnitId, words: &str) -> bool {
    let unit = &frame.ground.units[unit.0];
    unit.name == words || unit.also.iter().any(|also| also == words)
}

/// An entry as it holds for the unit of a frame: left out where 单位 names others, changed where 例外 names it. Without
/// 适用, 单位 gives one entry for each unit it names.
pub(in crate::check) fn for_unit<'f, 'e>(
    frame: &'e Frame<'f>,
    entry: &'e Entry,
    report: &mut Report,
) -> Vec<(Cow<'e, Frame<'f>>, Cow<'e, Entry>)> {
    let Some(more) = &entry.more else { return vec![(Cow::Borrowed(frame), Cow::Borrowed(entry))] };
    let units = if more.unit.0.is_empty() { vec![frame.unit] } else { named(frame, &more.unit, report) };
    let here = units.into_iter().filter(|unit| !frame.applied || *unit == frame.unit);
    here.map(|unit| {
        let frame = if unit == frame.unit { Cow::Borrowed(frame) } else { Cow::Owned(frame.of_unit(unit)) };
        let except = more.except.iter().find(|except| named(&frame, &except.unit, report).contains(&unit));
        let Some(except) = except else { return (frame, Cow::Borrowed(entry)) };
        let mut own = entry.clone();
        if !except.dates.is_empty() {
            own.when.dates.clone_from(&except.dates);
            own.when.daily = None;
            own.when.weekly = None;
            own.when.monthly = Vec::new();
            own.when.market_day = None;
        }
        if !(except.place.is_empty() && except.time.is_empty()) {
            let mut terms: Terms = own.terms.take().map_or_else(Terms::default, |terms| *terms);
            if !except.place.is_empty() {
                terms.place.clone_from(&except.place);
            }
            if !except.time.is_empty() {
                terms.time.clone_from(&except.time);
            }
            own.terms = Some(Box::new(terms));
        }
        (frame, Cow::Owned(own))
    })
    .collect()
}

/// 各乡镇人民政府大院内: for a unit of 适用 its own name takes the place of 各…; otherwise the words stand as they are.
pub(in crate::check) fn of_each(frame: &Frame<'_>, words: &str) -> Option<Venue> {
    let rest = words.strip_prefix('各')?;
    let (kind, _) = KINDS.iter().find(|(kind, _)| rest.starts_with(kind))?;
    let units = frame.ground.units;
    if frame.unit == frame.home {
        return Some(Venue { name: words.to_owned(), place: None });
    }
    let own = format!("{}{}", units[frame.unit.0].name, &rest[kind.len()..]);
    Some(frame.ground.gazetteer.venue(frame.unit, &own, units))
}

/// Whether words mean the unit a person is linked with: 所联系的镇, 所挂钩的村.
pub(in crate::check) fn is_linked(words: &str) -> bool {
    let own = words.strip_prefix("各自").unwrap_or(words).strip_prefix('所').or_else(|| words.strip_prefix("各自"));
    own.is_some_and(|rest| {
        ["联系", "挂钩", "包联", "挂点", "包保联系", "驻", "包"].iter().any(|verb| rest.starts_with(verb))
    })
}

/// Whether an entry is held at the units its people are linked with.
pub(in crate::check) fn at_linked_units(own: &[Text], head: &[Text]) -> bool {
    let texts = if own.is_empty() { head } else { own };
    texts.iter().any(|text| is_linked(text.trimmed()))
}

/// Everybody by himself, since each is somewhere else; groups by their members.
pub(in crate::check) fn one_by_one(frame: &Frame<'_>, turns: Turns) -> Vec<Turns> {
    match turns {
        Turns::Together(people) => {
            let receives = |person: &Participant| person.role == Role::Receives;
            let (own, others): (Vec<_>, Vec<_>) = people.into_iter().partition(receives);
            // Who only comes along comes along with each.
            let (own, others) = if own.is_empty() { (others, own) } else { (own, others) };
            let own = names::members(frame, own);
            own.into_iter().map(|one| Turns::Together(std::iter::once(one).chain(others.clone()).collect())).collect()
        }
        in_turn @ Turns::InTurn { .. } => vec![in_turn],
    }
}

/// Gives each session the places of the units that the person who receives is linked with.
pub(in crate::check) fn to_linked_units(
    frame: &Frame<'_>,
    entry: &Entry,
    planned: &mut [Planned],
    report: &mut Report,
) {
    let mut unlinked: Vec<String> = Vec::new();
    for one in planned {
        let receives = one.people.iter().find(|person| person.role == Role::Receives).or(one.people.first());
        match receives.map(|person| linked(frame, person)) {
            Some(Ok(venues)) => one.venues.extend(venues),
            Some(Err(name)) if !unlinked.contains(&name) => unlinked.push(name),
            _ => {}
        }
    }
    for name in unlinked {
        report.push(Diagnostic::new(&codes::NOT_LINKED, entry.span).arg("name", name));
    }
}

fn linked(frame: &Frame<'_>, person: &Participant) -> Result<Vec<Venue>, String> {
    let units = frame.ground.units;
    let id = match &person.who {
        Who::Person(id) | Who::PersonAndOthers(id, _) => id,
        Who::Post(post) => return Err(post.clone()),
    };
    let person = &units[id.unit.0].people[id.index];
    let venue = |name: &String| {
        let unit = (0..units.len()).map(UnitId).find(|unit| is_called(frame, *unit, name));
        match unit.filter(|unit| !units[unit.0].places.is_empty()) {
            Some(unit) => Venue { name: units[unit.0].places[0].name.clone(), place: Some((unit, 0)) },
            None => Venue { name: name.clone(), place: None },
        }
    };
    if person.linked.is_empty() { Err(person.name.clone()) } else { Ok(person.linked.iter().map(venue).collect()) }
}
