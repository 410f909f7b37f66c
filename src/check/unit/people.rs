//! `leaders.yaml` becomes officials and groups, each with a page address of its own.

use crate::check::read;
use crate::check::unit::slug;
use crate::diag::code::people as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::leaders as draft;
use crate::load::value::TextOr;
use crate::model::leader::{Group, Person, PersonId};
use crate::model::unit::UnitId;
use crate::source::{Span, Text};
use crate::wording::Context;
use std::collections::BTreeMap;

/// The officials of a unit.
pub(in crate::check) fn people(said: &draft::Leaders, report: &mut Report) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut slugs: BTreeMap<String, Span> = BTreeMap::new();
    let mut names: BTreeMap<String, Vec<(Option<String>, Span)>> = BTreeMap::new();
    for draft in &said.people {
        let Some(name) = &draft.name else { continue };
        let person = person(draft, name, report);
        // Of two with one name both need a 称呼, and not the same.
        let bearers = names.entry(person.name.clone()).or_default();
        let twin = bearers.iter().find(|(key, _)| key.is_none() || person.key.is_none() || *key == person.key);
        let twin = twin.map(|(_, first)| *first);
        bearers.push((person.key.clone(), name.span));
        if let Some(first) = twin {
            report.push(
                Diagnostic::new(&codes::SAME_NAME, name.span)
                    .arg("name", person.name.as_str())
                    .related(first, Phrase::new("另一位在这里", "the other one")),
            );
        } else if let Some(first) = slugs.insert(person.slug.clone(), name.span) {
            report.push(
                Diagnostic::new(&codes::SAME_SLUG, name.span)
                    .arg("name", person.name.as_str())
                    .arg("slug", person.slug.as_str())
                    .related(first, Phrase::new("和这一位一样", "the same as this one")),
            );
        }
        people.push(person);
    }
    people
}

fn person(said: &draft::Person, name: &Text, report: &mut Report) -> Person {
    let plain = read::name(&name.value);
    let key = read::some_words(&said.key);
    let slug = match &said.slug {
        Some(own) if slug::is_slug(own.trimmed()) => own.trimmed().to_owned(),
        Some(own) => {
            let proposed = slug::slug(&plain);
            let diagnostic = Diagnostic::new(&codes::BAD_SLUG, own.span).arg("slug", own.trimmed());
            report.push(diagnostic.arg("proposed", proposed.as_str()));
            proposed
        }
        None => slug::slug(key.as_deref().unwrap_or(&plain)),
    };
    let since = said.since.as_ref().and_then(|text| read::date(text, &Context::default(), report));
    let until = said.until.as_ref().and_then(|text| read::date(text, &Context::default(), report));
    if let (Some(first), Some(last), Some(text)) = (since, until, &said.until)
        && last < first
    {
        report.push(Diagnostic::new(&codes::LEFT_BEFORE, text.span).arg("name", plain.as_str()));
    }
    Person {
        name: plain,
        key,
        slug,
        posts: said.posts.iter().flat_map(crate::load::value::items).map(|text| text.value).collect(),
        principal: said.principal.as_ref().is_some_and(|text| read::yes(text, "主要负责人", report)),
        since,
        until,
        portfolio: read::all_words(&said.portfolio),
        portfolio_verb: read::some_words(&said.portfolio_verb),
        linked: said.linked.0.iter().map(|text| text.value.clone()).collect(),
        assists: read::some_words(&said.assists),
        public_phone: said.public_phone.as_ref().map(|phone| match phone {
            TextOr::Text(text) => text.trimmed().to_owned(),
            TextOr::Map(map) => read::words(&map.number),
        }),
    }
}

/// The groups of a unit; members must be of the unit or of one above (`find`).
pub(in crate::check) fn groups(
    said: &draft::Leaders,
    unit: UnitId,
    find: impl Fn(UnitId, &Text, &mut Report) -> Option<PersonId>,
    report: &mut Report,
) -> Vec<Group> {
    let mut groups = Vec::new();
    for draft in &said.groups {
        let members = draft.members.0.iter().filter_map(|name| find(unit, name, report)).collect();
        groups.push(Group { name: read::words(&draft.name), members });
    }
    groups
}
