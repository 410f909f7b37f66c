//! What only shows when all rosters are read together: a person in two places at once, two receptions in one room.
//!
//! Sessions are sorted by person and day, or by room and day, and compared only with their neighbours there, so that ten
//! thousand rosters take little longer than reading them. What is not stated is not guessed at: hours that are not given
//! may overlap, and the warning says so; a place that is not given clashes with none.

use crate::check::ground::Ground;
use crate::check::read;
use crate::check::rosters::Written;
use crate::check::spoken;
use crate::diag::code::promises as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::model::hours::{DayPart, Hours};
use crate::model::leader::PersonId;
use crate::model::session::{Kind, Participant, Role, Session, Venue, Who};
use crate::model::unit::{Unit, UnitId};
use crate::source::{FileId, Span, Text};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many earlier sessions of one person or one room on one day a session is compared with. More than that only
/// happens where everything clashes with everything, and then the first ones say so.
const NEIGHBOURS: usize = 8;

/// Reports collisions among the rosters of all units, which are in the order of [`Ground::units`].
pub(in crate::check) fn check(ground: &Ground<'_>, rosters: &[Vec<Written>], report: &mut Report) {
    let all = rosters.iter().flatten();
    let sessions = all.flat_map(|written| written.roster.sessions.iter().zip(&written.places));
    let held: Vec<Held<'_>> =
        sessions.filter(|(session, _)| !session.cancelled()).map(|(session, at)| Held { session, at: *at }).collect();
    two_places(ground.units, &held, report);
    twice(ground.units, &held, report);
    one_room(ground.units, &held, report);
}

/// A session that takes place, and its entry.
#[derive(Clone, Copy)]
struct Held<'a> {
    session: &'a Session,
    at: Span,
}

impl Held<'_> {
    fn order(&self) -> (NaiveDate, u16, Span) {
        let start = spans(&self.session.hours).first().map_or(0, |span| span.0);
        (self.session.date, start, self.at)
    }
}

/// What two entries do to each other, on all their days.
struct Clash<'a> {
    days: Vec<NaiveDate>,
    first: &'a Session,
    second: &'a Session,
    sure: bool,
}

/// Notes a day on which two entries clash. `first` is the one that stands first in the content.
fn note<'a, K: Ord>(found: &mut BTreeMap<K, Clash<'a>>, key: K, a: Held<'a>, b: Held<'a>, sure: bool) {
    let (first, second) = if a.at <= b.at { (a.session, b.session) } else { (b.session, a.session) };
    let clash = found.entry(key).or_insert(Clash { days: Vec::new(), first, second, sure: false });
    clash.sure |= sure;
    // Days of one key come in order.
    if clash.days.last() != Some(&a.session.date) {
        clash.days.push(a.session.date);
    }
}

fn two_places(units: &[Unit], held: &[Held<'_>], report: &mut Report) {
    let mut seats: Vec<(PersonId, Held<'_>)> = Vec::new();
    for one in held.iter().filter(|one| !one.session.venues.is_empty()) {
        let people = one.session.people.iter().filter(|person| present(person, &one.session.hours));
        seats.extend(people.filter_map(|person| Some((id(person)?, *one))));
    }
    seats.sort_by_cached_key(|(person, one)| (*person, one.order()));
    let mut found: BTreeMap<(Span, Span, PersonId), Clash<'_>> = BTreeMap::new();
    for of_day in seats.chunk_by(|a, b| a.0 == b.0 && a.1.session.date == b.1.session.date) {
        for (place, (person, one)) in of_day.iter().enumerate() {
            let before = &of_day[place.saturating_sub(NEIGHBOURS)..place];
            // One other is enough: of eleven places at once there are ten warnings, not fifty-five.
            let other = before.iter().find_map(|(_, other)| Some((other, apart(one, other)?)));
            if let Some((other, sure)) = other {
                note(&mut found, (one.at.max(other.at), one.at.min(other.at), *person), *one, *other, sure);
            }
        }
    }
    for ((at, other, person), clash) in found {
        let diagnostic = Diagnostic::new(&codes::TWO_PLACES, at).arg("name", spoken::person(units, person));
        let diagnostic = diagnostic.arg("here", places(clash.second)).arg("there", places(clash.first));
        report.push(finished(diagnostic, at, other, &clash));
    }
}

/// The same person or post receiving twice at one time in one place: two rules that meet, or a day put off onto another.
fn twice(units: &[Unit], held: &[Held<'_>], report: &mut Report) {
    // A post is one of its own unit only: every village has its 值班干部.
    type Seat<'a> = (Option<UnitId>, &'a Who);
    let mut seats: Vec<(Seat<'_>, Held<'_>)> = Vec::new();
    for one in held.iter().filter(|one| receives_alone(one.session)) {
        let people = one.session.people.iter().filter(|person| person.role == Role::Receives);
        let seat = |who| (matches!(who, &Who::Post(_)).then_some(one.session.unit), who);
        seats.extend(people.map(|person| (seat(&person.who), *one)));
    }
    seats.sort_by_cached_key(|(seat, one)| (*seat, one.order()));
    let mut found: BTreeMap<(Span, Span, Seat<'_>), Clash<'_>> = BTreeMap::new();
    for of_day in seats.chunk_by(|a, b| a.0 == b.0 && a.1.session.date == b.1.session.date) {
        for (place, (seat, one)) in of_day.iter().enumerate() {
            let before = &of_day[place.saturating_sub(NEIGHBOURS)..place];
            if let Some((_, other)) = before.iter().find(|(_, other)| same(one.session, other.session)) {
                note(&mut found, (one.at.max(other.at), one.at.min(other.at), *seat), *one, *other, true);
            }
        }
    }
    for ((at, other, (_, who)), clash) in found {
        let name = match who {
            Who::Person(id) | Who::PersonAndOthers(id, _) => spoken::person(units, *id),
            Who::Post(post) => post.as_str(),
        };
        report.push(finished(Diagnostic::new(&codes::LISTED_TWICE, at).arg("name", name), at, other, &clash));
    }
}

/// Whether two sessions would be printed as the same line. Two that are both put off say each from which day they come.
fn same(a: &Session, b: &Session) -> bool {
    if a.shift.is_some() && b.shift.is_some() {
        return false;
    }
    let what = |session: &Session| (session.unit, session.kind, session.topic.clone(), session.scope.clone());
    a.hours == b.hours && a.venues == b.venues && a.people == b.people && what(a) == what(b)
}

/// Whether two sessions are held in two places at one time, and whether that is certain.
fn apart(one: &Held<'_>, other: &Held<'_>) -> Option<bool> {
    let places = (&one.session.venues, &other.session.venues);
    if shared_place(places.0, places.1) { None } else { overlap(&one.session.hours, &other.session.hours) }
}

/// Whether somebody has to be where the session is. Who leads a shift or is on duty without hours need only be within reach.
fn present(person: &Participant, hours: &Hours) -> bool {
    match person.role {
        Role::Standby => false,
        Role::InCharge | Role::OnDuty => {
            !matches!(hours, Hours::Unstated | Hours::Part(DayPart::AnyTime | DayPart::RoundTheClock))
        }
        _ => true,
    }
}

fn id(person: &Participant) -> Option<PersonId> {
    match &person.who {
        Who::Person(id) | Who::PersonAndOthers(id, _) => Some(*id),
        Who::Post(_) => None,
    }
}

/// Whether two sessions have a place in common, or one has none that is settled.
fn shared_place(a: &[Venue], b: &[Venue]) -> bool {
    let settled = |venue: &&Venue| venue.place.is_some() || !open(&venue.name);
    let same = |a: &Venue, b: &Venue| match (a.place, b.place) {
        // Of one building two rooms are two places: 县信访局（1号接访室） and 县信访局（2号接访室）.
        (Some(at), Some(other)) => at == other && (a.name == b.name || !room(&a.name) || !room(&b.name)),
        _ => a.name == b.name,
    };
    let (a, b): (Vec<_>, Vec<_>) = (a.iter().filter(settled).collect(), b.iter().filter(settled).collect());
    a.is_empty() || b.is_empty() || a.iter().any(|a| b.iter().any(|b| same(a, b)))
}

/// Whether a room is named after the place.
fn room(words: &str) -> bool {
    words.ends_with(['）', ')'])
}

/// Whether words say that the place is still to be announced.
fn open(words: &str) -> bool {
    let text = Text { value: words.to_owned(), span: Span::new(FileId(0), 0..0), verbatim: None };
    read::to_be_announced(&text)
}

fn one_room(units: &[Unit], held: &[Held<'_>], report: &mut Report) {
    type Room<'a> = ((UnitId, usize), &'a str);
    let mut rooms: Vec<(Room<'_>, Held<'_>)> = Vec::new();
    // A desk that is kept every day is there beside whoever receives.
    let alone = |one: &&Held<'_>| receives_alone(one.session) && !one.session.rule.is_daily();
    for one in held.iter().filter(alone) {
        let listed = one.session.venues.iter().filter_map(|venue| Some((venue.place?, venue.name.as_str())));
        rooms.extend(listed.map(|room| (room, *one)));
    }
    rooms.sort_by_cached_key(|(room, one)| (*room, one.order()));
    let mut found: BTreeMap<(Span, Span, Room<'_>), Clash<'_>> = BTreeMap::new();
    for of_day in rooms.chunk_by(|a, b| a.0 == b.0 && a.1.session.date == b.1.session.date) {
        for (place, (room, one)) in of_day.iter().enumerate() {
            let before = &of_day[place.saturating_sub(NEIGHBOURS)..place];
            // Here too one other is enough.
            let other = before.iter().find_map(|(_, other)| Some((other, rivals(one, other)?)));
            if let Some((other, sure)) = other {
                note(&mut found, (one.at.max(other.at), one.at.min(other.at), *room), *one, *other, sure);
            }
        }
    }
    for ((at, other, (_, room)), clash) in found {
        let receivers = |session: &Session| {
            let people = session.people.iter().filter(|person| person.role == Role::Receives);
            people.map(|person| spoken::name(units, person)).collect::<Vec<_>>().join("、")
        };
        let diagnostic = Diagnostic::new(&codes::ONE_ROOM, at).arg("place", room);
        let diagnostic = diagnostic.arg("here", receivers(clash.second)).arg("there", receivers(clash.first));
        report.push(finished(diagnostic, at, other, &clash));
    }
}

/// Whether a session takes a room for itself: joint receptions and people on duty share one.
fn receives_alone(session: &Session) -> bool {
    let alone =
        matches!(session.kind, Kind::Reception | Kind::VisitDown | Kind::Invited | Kind::VisitWithCase | Kind::Video);
    alone && session.people.iter().any(|person| person.role == Role::Receives)
}

/// Whether two receptions stand in each other's way, and whether that is certain.
fn rivals(one: &Held<'_>, other: &Held<'_>) -> Option<bool> {
    let visit = |held: &Held<'_>| matches!(held.session.kind, Kind::VisitDown | Kind::VisitWithCase);
    // Who comes down to another unit comes to its own reception.
    let visited = one.session.unit != other.session.unit && (visit(one) || visit(other));
    let receive = |held: &Held<'_>, who: &Who| {
        held.session.people.iter().any(|person| person.role == Role::Receives && person.who == *who)
    };
    let together = one.session.people.iter().any(|person| receive(other, &person.who));
    if one.at == other.at || visited || together { None } else { overlap(&one.session.hours, &other.session.hours) }
}

fn finished(diagnostic: Diagnostic, at: Span, other: Span, clash: &Clash<'_>) -> Diagnostic {
    let unsure = match clash.sure {
        true => Phrase::new("", ""),
        false => Phrase::new("（时间没有写清，可能重叠）", " (hours are not stated, so they may overlap)"),
    };
    let diagnostic = diagnostic.arg("days", spoken::days(&clash.days)).arg("unsure", unsure);
    if at == other {
        diagnostic
    } else {
        diagnostic.related(other, Phrase::new("另一处在这里", "the other is here"))
    }
}

fn places(session: &Session) -> String {
    let names: Vec<&str> = session.venues.iter().map(|venue| venue.name.as_str()).collect();
    names.join("、")
}

/// Whether two times of one day overlap: `Some(true)` if they do, `Some(false)` if they may.
fn overlap(a: &Hours, b: &Hours) -> Option<bool> {
    let crosses = spans(a).iter().any(|a| spans(b).iter().any(|b| a.0 < b.1 && b.0 < a.1));
    crosses.then_some(exact(a) && exact(b))
}

fn exact(hours: &Hours) -> bool {
    !matches!(hours, Hours::Unstated | Hours::From(_) | Hours::Part(DayPart::HalfDay))
}

/// The minutes of the day that a session may take.
fn spans(hours: &Hours) -> Vec<(u16, u16)> {
    const NOON: u16 = 720;
    const EVENING: u16 = 1080;
    const END: u16 = 1440;
    match hours {
        Hours::Spans(spans) => spans.iter().map(|span| (span.from().minutes(), span.to().minutes())).collect(),
        Hours::From(from) => {
            let from = from.minutes();
            let end = [NOON, EVENING].into_iter().find(|end| from < *end).unwrap_or(END);
            vec![(from, end)]
        }
        Hours::Part(DayPart::Morning) => vec![(0, NOON)],
        Hours::Part(DayPart::Afternoon) => vec![(NOON, EVENING)],
        Hours::Part(DayPart::Evening) => vec![(EVENING, END)],
        Hours::Part(DayPart::HalfDay | DayPart::WholeDay | DayPart::AnyTime | DayPart::RoundTheClock)
        | Hours::Unstated => vec![(0, END)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::time;

    #[test]
    fn times_overlap_surely_or_perhaps() {
        let of = |text: &str| if text.is_empty() { Hours::Unstated } else { time::read(text).value.unwrap() };
        let table = [
            ("9:00–11:30", "11:30–12:00", None),
            ("9:00–11:30", "11:00–12:00", Some(true)),
            ("9:00–11:30，14:30–17:00", "下午", Some(true)),
            ("上午", "下午", None),
            ("上午", "全天", Some(true)),
            ("上午", "半天", Some(false)),
            ("", "14:30–17:00", Some(false)),
            ("", "", Some(false)),
        ];
        for (a, b, expected) in table {
            assert_eq!(overlap(&of(a), &of(b)), expected, "{a} {b}");
            assert_eq!(overlap(&of(b), &of(a)), expected, "{b} {a}");
        }
    }
}
