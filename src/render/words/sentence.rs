//! Turns a session into the one sentence that the agenda, calendars and the forms passed on have in common.

use super::Words;
use super::people::People;
use super::status::standing;
use crate::model::session::Kind;
use crate::model::site::Site;
use crate::plan::SessionRef;

/// 柳树镇：上午9:00至11:30，韩龑，县人民来访接待中心（原定陈守望，现由韩龑接待）. The day is said by whoever puts it before this.
pub fn session(listed: SessionRef, site: &Site, words: &Words, people: &People) -> String {
    let session = listed.of(site);
    let foreign = session.unit.0 != 0;
    let unit = if foreign { words.agenda_unit.fill(&[("unit", &site.unit(session.unit).name)]) } else { String::new() };
    let (hours, venues) = listed.when_and_where(site);
    let places: Vec<&str> = venues.iter().map(|venue| venue.name.as_str()).collect();
    let kind = (session.kind != Kind::Reception).then(|| words.kind(session.kind).to_owned());
    let parts = [
        words.hours(hours),
        Some(people.names(&session.people, words)),
        kind,
        (!places.is_empty()).then(|| places.join(words.enumeration.text())),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let line = unit + &parts.join(words.comma.text());
    // The statuses are those of the pages, word for word.
    standing(listed, session, words, people)
        .iter()
        .fold(line, |line, status| words.agenda_item.fill(&[("words", &line), ("status", &status.words)]))
}

/// The same with the day before it: 12月15日（周二）上午9:00至11:30，….
pub fn dated(listed: SessionRef, site: &Site, words: &Words, people: &People) -> String {
    let day = words.day_weekday(listed.date);
    words.sentence_dated.fill(&[("day", &day), ("session", &session(listed, site, words, people))])
}
