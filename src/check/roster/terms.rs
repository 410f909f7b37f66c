//! What a roster's head and its entries say to visitors (预约, 携带, 不在此接待 …) becomes terms of the roster or of single sessions.

use crate::check::roster::{Frame, names};
use crate::check::{read, unit};
use crate::diag::code::rosters as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::booking as draft_booking;
use crate::load::entry::Entry;
use crate::load::roster as draft;
use crate::load::value::TextOr;
use crate::model::roster::{Booking, Need, NotHere};
use crate::model::session::{OwnTerm, Participant, Role, StandbyRule};
use crate::wording::Context;

/// What an entry says of its own sessions: how many receive and who steps in, then what it sets again of the head.
pub(in crate::check) fn of_entry(
    frame: &Frame<'_>,
    entry: &Entry,
    people: &[Participant],
    report: &mut Report,
) -> Vec<OwnTerm> {
    let roles = entry.roles.as_ref();
    let count = roles.and_then(|roles| read::people(roles.count.as_deref()?, "人数", report)).map(OwnTerm::Count);
    let standby = roles.and_then(|roles| {
        let text = roles.standby_rule.as_deref()?;
        let rule = read::standby_rule(text, report)?;
        let lack = match rule {
            StandbyRule::Next if names::members(frame, people.to_vec()).len() < 2 => {
                Phrase::new("只有一位接待人，没有下一位", "there is only one person, so nobody is next")
            }
            StandbyRule::Named if !people.iter().any(|one| one.role == Role::Standby) => {
                Phrase::new("没有写“补位”是谁", "nobody is named under `standby`")
            }
            _ => return Some(OwnTerm::Standby(rule)),
        };
        report.push(Diagnostic::new(&codes::NO_STANDBY, text.span).arg("rule", text.trimmed()).arg("lack", lack));
        None
    });
    let own = entry.terms.as_deref().map_or(Vec::new(), |own| own_terms(own, &frame.context, report));
    count.into_iter().chain(standby).chain(own).collect()
}

pub(in crate::check) fn booking(
    said: &TextOr<draft_booking::Booking>,
    context: &Context,
    report: &mut Report,
) -> Booking {
    match said {
        TextOr::Text(text) => Booking { need: read::need(text, report).unwrap_or_default(), ..Booking::default() },
        TextOr::Map(map) => Booking {
            // Who writes down how to book has it booked.
            need: map.need.as_ref().and_then(|text| read::need(text, report)).unwrap_or(Need::Possible),
            deadline: map.deadline.as_ref().map(|text| {
                // Printed in the clerk's words; read to find what cannot be meant.
                read::deadline(text, context, report);
                text.trimmed().to_owned()
            }),
            how: read::some_words(&map.how),
            phones: unit::phones(&map.phones),
            place: read::some_words(&map.place),
            capacity: read::some_words(&map.capacity),
            slot: read::some_words(&map.slot),
            party: read::some_words(&map.party),
            arrive_early: read::some_words(&map.arrive_early),
            overflow: read::some_words(&map.overflow),
        },
    }
}

pub(in crate::check) fn not_here(said: &draft::NotHere) -> NotHere {
    NotHere { matter: read::words(&said.matter), go_to: read::words(&said.go_to), basis: read::some_words(&said.basis) }
}

/// What an entry sets again of the head's terms for visitors. Times, places and rest-day rules are read with its days.
fn own_terms(own: &draft::Terms, context: &Context, report: &mut Report) -> Vec<OwnTerm> {
    let mut terms: Vec<OwnTerm> = read::some_words(&own.for_whom).map(OwnTerm::ForWhom).into_iter().collect();
    terms.extend(own.booking.as_ref().map(|said| OwnTerm::Booking(booking(said, context, report))));
    let bring = read::all_words(&own.bring);
    terms.extend((!bring.is_empty()).then_some(OwnTerm::Bring(bring)));
    let count = own.representatives.as_ref().and_then(|text| read::people(text, "代表人数", report));
    terms.extend(count.map(OwnTerm::Representatives));
    terms.extend(own.not_here.iter().map(|one| OwnTerm::NotHere(not_here(one))));
    terms.extend(read::all_words(&own.notes).into_iter().map(OwnTerm::Note));
    terms.extend(read::some_words(&own.complaints_phone).map(OwnTerm::ComplaintsPhone));
    terms
}
