//! A session as facts, as it stands after its changes.

use super::roster::{booking, not_here};
use super::{lines, perhaps};
use crate::model::past::{Facts, Field};
use crate::model::session::{Kind, OwnTerm, Participant, Session, StandbyRule, Venue, Who};
use crate::model::site::Site;
use crate::model::unit::{Unit, UnitId};

/// The facts of a session in a roster of the unit `home`.
pub fn session(site: &Site, home: UnitId, session: &Session) -> Facts {
    let mut facts = Facts::default().with(Field::Date, session.date.to_string());
    facts.set(Field::Nominal, session.nominal.to_string());
    if session.unit != home {
        facts.set(Field::Unit, site.unit(session.unit).path.as_str());
    }
    facts.set(Field::Hours, session.hours.in_ledger());
    facts.set(Field::Kind, kind(session.kind));
    facts.set(Field::People, people(&site.units, &session.people));
    facts.set(Field::Places, venues(&session.venues));
    perhaps(&mut facts, Field::Topic, session.topic.as_ref());
    facts.set(Field::Scope, session.scope.join("、"));
    perhaps(&mut facts, Field::Note, session.note.as_ref());
    facts.set(Field::Terms, lines(&session.terms.iter().map(term).collect::<Vec<_>>()));
    perhaps(&mut facts, Field::Shift, session.shift.as_ref().map(|shift| shift.from));
    let reasons = session.changes.iter().map(|change| change.reason.as_deref().unwrap_or_default());
    facts.set(Field::Reason, in_order(reasons));
    let own = session.changes.iter().map(|change| change.announced.filter(|_| change.own_day));
    facts.set(Field::Announced, in_order(own.map(|day| day.map(|day| day.to_string()).unwrap_or_default())));
    perhaps(&mut facts, Field::Changes, (!session.changes.is_empty()).then_some(session.changes.len()));
    perhaps(&mut facts, Field::Cancelled, session.cancelled().then_some("yes"));
    perhaps(&mut facts, Field::Provisional, (!session.holidays_known).then_some("yes"));
    facts
}

/// One text for each change in order, `、` between; nothing where all are empty.
fn in_order<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> String {
    let texts: Vec<T> = texts.collect();
    if texts.iter().all(|text| text.as_ref().is_empty()) {
        return String::new();
    }
    texts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("、")
}

/// Who takes part, as names: 陈守望、with:马会兰.
pub fn people(units: &[Unit], people: &[Participant]) -> String {
    let one = |participant: &Participant| {
        let role = participant.role.in_ledger();
        let name = |id: &crate::model::leader::PersonId| units[id.unit.0].people[id.index].name.as_str();
        match &participant.who {
            Who::Person(id) => format!("{role}{}", name(id)),
            Who::PersonAndOthers(id, others) => format!("{role}{}{others}", name(id)),
            Who::Post(words) => format!("{role}{words}"),
        }
    };
    people.iter().map(one).collect::<Vec<_>>().join("、")
}

pub(super) fn venues(venues: &[Venue]) -> String {
    venues.iter().map(|venue| venue.name.as_str()).collect::<Vec<_>>().join("、")
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Reception => "reception",
        Kind::VisitDown => "visit_down",
        Kind::Invited => "invited",
        Kind::VisitWithCase => "visit_with_case",
        Kind::Joint => "joint",
        Kind::AtHome => "at_home",
        Kind::CommonOffice => "common_office",
        Kind::Duty => "duty",
        Kind::Desk => "desk",
        Kind::Telephone => "telephone",
        Kind::Video => "video",
    }
}

fn term(term: &OwnTerm) -> String {
    match term {
        OwnTerm::Count(count) => format!("count: {count}"),
        OwnTerm::Standby(StandbyRule::Next) => "standby: next".to_owned(),
        OwnTerm::Standby(StandbyRule::Named) => "standby: named".to_owned(),
        OwnTerm::ForWhom(words) => format!("for_whom: {words}"),
        OwnTerm::Booking(said) => format!("booking: {}", booking(said)),
        OwnTerm::Bring(things) => format!("bring: {}", things.join("、")),
        OwnTerm::Representatives(count) => format!("representatives: {count}"),
        OwnTerm::NotHere(matter) => format!("not_here: {}", not_here(matter)),
        OwnTerm::Note(words) => format!("note: {words}"),
        OwnTerm::ComplaintsPhone(number) => format!("complaints_phone: {number}"),
    }
}
