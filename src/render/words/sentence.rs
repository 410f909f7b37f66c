//! Turns a session into the one sentence that the agenda, calendars and the forms passed on have in common.

use super::Words;
use super::people::People;
use super::status::standing;
use super::units::{places, several};
use crate::model::session::{Kind, Participant, Role, Session, Who};
use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::plan::SessionRef;

/// 柳树镇：上午9:00至11:30，韩龑，县人民来访接待中心；原定陈守望，现由韩龑接待. The day is said by whoever puts it before this.
pub fn session(listed: SessionRef, site: &Site, words: &Words, people: &People) -> String {
    group(&[listed], site, words, people)
}

/// The same of several units that receive alike: 各村（东河村除外）：….
pub fn group(group: &[SessionRef], site: &Site, words: &Words, people: &People) -> String {
    let Some(listed) = group.first().copied() else { return String::new() };
    let session = listed.of(site);
    let (hours, kind, places) = when_and_where(listed, site, words);
    let parts = [hours, Some(people.told(&taking_part(session, words), false, words)), kind, places];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let line = units(group, UnitId(0), site, words) + &parts.join(words.comma.text());
    // The statuses are those of the pages, word for word.
    standing(listed, session, words, people)
        .iter()
        .fold(line, |line, status| words.agenda_item.fill(&[("words", &line), ("status", &status.words)]))
}

/// 柳树镇：, or nothing where that is the unit it is told by.
pub fn units(group: &[SessionRef], here: UnitId, site: &Site, words: &Words) -> String {
    let units: Vec<UnitId> = group.iter().map(|row| row.of(site).unit).collect();
    let label = match (units.as_slice(), group.first()) {
        (_, None) => return String::new(),
        ([one], _) if *one == here => return String::new(),
        ([one], _) => std::borrow::Cow::Borrowed(site.unit(*one).name.as_str()),
        (_, Some(first)) => several(site, words, &units, &site.roster(first.roster).units()),
    };
    words.agenda_unit.fill(&[("unit", &label)])
}

/// Hours, kind where it has to be said, and places or the number to call.
pub fn when_and_where(
    listed: SessionRef,
    site: &Site,
    words: &Words,
) -> (Option<String>, Option<String>, Option<String>) {
    let session = listed.of(site);
    let (hours, venues) = listed.when_and_where(site);
    let places = places(site, words, listed, venues, UnitId(0), session.unit);
    let kind = (session.kind != Kind::Reception).then(|| words.kind(session.kind).to_owned());
    (words.hours(hours), kind, (!places.is_empty()).then(|| places.join(words.enumeration.text())))
}

/// The same with the day before it: 12月15日（周二）上午9:00至11:30，….
pub fn dated(listed: SessionRef, site: &Site, words: &Words, people: &People) -> String {
    let day = words.day_weekday(listed.date);
    words.sentence_dated.fill(&[("day", &day), ("session", &session(listed, site, words, people))])
}

/// Those who take part; on duty at a duty is said once, and a group is told with its number: 县人大代表5人.
pub fn taking_part(session: &Session, words: &Words) -> Vec<Participant> {
    let role = |role: &Role| match role {
        Role::OnDuty if session.kind == Kind::Duty => Role::Receives,
        other => other.clone(),
    };
    let counted = session.counted().map(|count| count.to_string());
    let who = |one: &Participant| match (&one.who, &counted) {
        (Who::Post(post), Some(count)) if one.role == Role::Receives => {
            Who::Post(words.people_counted.fill(&[("who", post), ("count", count)]))
        }
        (who, _) => who.clone(),
    };
    session.people.iter().map(|one| Participant { role: role(&one.role), who: who(one) }).collect()
}
