//! Edits of released sessions become the lines of 变更 that say the same.

use super::Released;
use super::matching::{Edit, leading};
use crate::check::spoken;
use crate::ledger::record;
use crate::model::hours::Hours;
use crate::model::past::{Facts, Field};
use crate::model::roster::Roster;
use crate::model::session::{Kind, Participant, Session};
use crate::model::site::{Language, Site, TimeStyle};
use crate::model::unit::UnitId;
use crate::wording::say;

/// The keys of a line in the language of the site.
struct Keys {
    date: &'static str,
    who: &'static str,
    unit: &'static str,
    time: &'static str,
    place: &'static str,
    kind: &'static str,
    topic: &'static str,
    now_by: &'static str,
    moved_to: &'static str,
    new_time: &'static str,
    new_place: &'static str,
    cancelled: &'static str,
    yes: &'static str,
    added: &'static str,
    reason: &'static str,
    choose: &'static str,
}

const CHINESE: Keys = Keys {
    date: "日期",
    who: "接待人",
    unit: "单位",
    time: "时间",
    place: "地点",
    kind: "方式",
    topic: "专题",
    now_by: "改由",
    moved_to: "改期",
    new_time: "改时间",
    new_place: "改地点",
    cancelled: "取消",
    yes: "是",
    added: "增加",
    reason: "原因",
    choose: "请选择",
};

const ENGLISH: Keys = Keys {
    date: "dates",
    who: "who",
    unit: "unit",
    time: "time",
    place: "place",
    kind: "kind",
    topic: "topic",
    now_by: "now_by",
    moved_to: "moved_to",
    new_time: "new_time",
    new_place: "new_place",
    cancelled: "cancelled",
    yes: "yes",
    added: "added",
    reason: "reason",
    choose: "choose",
};

/// One line, with the reason left to be chosen.
pub(super) fn line(
    site: &Site,
    home: UnitId,
    roster: &Roster,
    released: &[Released<'_>],
    edit: &Edit<'_>,
) -> Option<String> {
    let keys = match site.settings.language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    };
    let chosen = Choice { site, home, roster, released, keys };
    let mut pairs: Vec<(&'static str, String)> = Vec::new();
    match edit {
        Edit::Added { now, .. } => {
            let mut entry = vec![(keys.date, now.date.to_string())];
            entry.extend(receiving(site, now).map(|names| (keys.who, names)));
            entry.extend(unit_of(site, home, roster, &site.unit(now.unit).name).map(|name| (keys.unit, name)));
            entry.extend(hours_words(site, &now.hours).map(|hours| (keys.time, hours)));
            entry.extend(places_of(now).map(|places| (keys.place, places)));
            let kind = (now.kind != Kind::Reception).then(|| say::kind(now.kind, site.settings.language));
            entry.extend(kind.map(|kind| (keys.kind, kind.to_owned())));
            entry.extend(now.topic.as_deref().map(|topic| (keys.topic, quoted(topic))));
            pairs.push((keys.added, format!("[{{{}}}]", joined(&entry))));
        }
        Edit::Changed { was, now, fields, .. } if fields.contains(&Field::Cancelled) => {
            choose(&chosen, was, first_named(was), &mut pairs);
            if now.cancelled() {
                pairs.push((keys.cancelled, keys.yes.to_owned()));
            }
        }
        Edit::Changed { was, now, fields, .. } => {
            let exchange = fields.contains(&Field::People).then(|| Exchange::of(site, was, now));
            let (who, by) = match exchange {
                Some(Exchange { who, by }) => (who, by),
                None => (first_named(was), None),
            };
            choose(&chosen, was, who, &mut pairs);
            pairs.extend(by.map(|names| (keys.now_by, names)));
            for field in fields {
                match field {
                    Field::Hours => pairs.extend(hours_words(site, &now.hours).map(|hours| (keys.new_time, hours))),
                    Field::Places => pairs.extend(places_of(now).map(|places| (keys.new_place, places))),
                    Field::Date => pairs.push((keys.moved_to, now.date.to_string())),
                    _ => {}
                }
            }
        }
        Edit::Removed { was } => {
            choose(&chosen, was, first_named(was), &mut pairs);
            pairs.push((keys.cancelled, keys.yes.to_owned()));
        }
    }
    let does = [keys.now_by, keys.moved_to, keys.new_time, keys.new_place, keys.cancelled, keys.added];
    if !pairs.iter().any(|(key, _)| does.contains(key)) {
        return None;
    }
    pairs.push((keys.reason, keys.choose.to_owned()));
    Some(format!("  - {{{}}}", joined(&pairs)))
}

fn joined(pairs: &[(&str, String)]) -> String {
    pairs.iter().map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join(", ")
}

/// What a choice is made among.
struct Choice<'a> {
    site: &'a Site,
    home: UnitId,
    roster: &'a Roster,
    released: &'a [Released<'a>],
    keys: &'static Keys,
}

/// Who is replaced by whom, as a line says it.
struct Exchange {
    /// The one who is replaced; `None` where all are.
    who: Option<String>,
    /// Who comes.
    by: Option<String>,
}

impl Exchange {
    fn of(site: &Site, was: &Facts, now: &Session) -> Self {
        let before = leading(was.get(Field::People));
        let receiving = session_names(site, now);
        let after: Vec<&str> = receiving.iter().map(|(recorded, _)| recorded.as_str()).collect();
        let gone: Vec<&str> = before.iter().filter(|name| !after.contains(name)).copied().collect();
        let written = |wanted: &dyn Fn(&str) -> bool| {
            let wanted = receiving.iter().filter(|(recorded, _)| wanted(recorded));
            list(wanted.map(|(_, name)| quoted(name)).collect())
        };
        let who = if let [one] = gone.as_slice() { Some(quoted(one)) } else { None };
        let come = who.as_ref().and_then(|_| written(&|name| !before.contains(&name)));
        Self { who, by: come.or_else(|| written(&|_| true)) }
    }
}

/// What tells which session is meant: the day, one who receives, and where several agree in these, unit and time.
fn choose(among: &Choice<'_>, was: &Facts, who: Option<String>, pairs: &mut Vec<(&'static str, String)>) {
    let Choice { site, home, roster, released, keys } = *among;
    pairs.push((keys.date, was.get(Field::Date).to_owned()));
    let named = who.is_some();
    pairs.extend(who.map(|name| (keys.who, name)));
    let path = was.get(Field::Unit);
    let unit = site.units.iter().find(|unit| !path.is_empty() && unit.path == path);
    pairs.extend(unit.and_then(|unit| unit_of(site, home, roster, &unit.name)).map(|name| (keys.unit, name)));
    let same = [Field::Date, Field::Unit, Field::People];
    let same = if named { &same[..] } else { &same[..2] };
    let alike = released.iter().filter(|one| same.iter().all(|field| one.facts.get(*field) == was.get(*field)));
    if alike.count() > 1 {
        pairs.extend(hours_words(site, &Hours::from_ledger(was.get(Field::Hours))).map(|hours| (keys.time, hours)));
    }
}

/// The first of those it is about.
fn first_named(was: &Facts) -> Option<String> {
    leading(was.get(Field::People)).first().map(|name| quoted(name))
}

/// Those it is about, as the ledger has them and as a roster writes them.
fn session_names(site: &Site, session: &Session) -> Vec<(String, String)> {
    let one = |participant: &Participant| {
        let recorded = record::people(&site.units, std::slice::from_ref(participant));
        let recorded = leading(&recorded).first().map(|name| (*name).to_owned()).unwrap_or_default();
        (recorded, spoken::name(&site.units, participant))
    };
    session.leading().iter().map(one).collect()
}

fn receiving(site: &Site, session: &Session) -> Option<String> {
    list(session.leading().iter().map(|one| quoted(&spoken::name(&site.units, one))).collect())
}

fn places_of(session: &Session) -> Option<String> {
    list(session.venues.iter().map(|venue| quoted(&venue.name)).collect())
}

/// The unit, where a roster has several.
fn unit_of(site: &Site, home: UnitId, roster: &Roster, name: &str) -> Option<String> {
    let units = roster.units();
    (units.len() > 1 || units.iter().any(|unit| *unit != home && site.unit(*unit).name == name)).then(|| quoted(name))
}

/// Hours in the words of a roster, one text a span.
fn hours_words(site: &Site, hours: &Hours) -> Option<String> {
    let say = |hours: &Hours| quoted(&say::hours(hours, TimeStyle::TwentyFourHour, site.settings.language));
    match hours {
        Hours::Unstated => None,
        Hours::Spans(spans) => list(spans.iter().map(|span| say(&Hours::Spans(vec![*span]))).collect()),
        hours => Some(say(hours)),
    }
}

fn list(mut texts: Vec<String>) -> Option<String> {
    match texts.len() {
        0 => None,
        1 => texts.pop(),
        _ => Some(format!("[{}]", texts.join(", "))),
    }
}

/// A text as YAML reads it in braces.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '·' | '（' | '）' | '.' | '-');
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('"', "”"))
    }
}
