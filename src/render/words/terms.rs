//! Turns the terms of a visit into sentences: how to book, what to bring, how many may speak for a group.

use super::Words;
use crate::model::roster::Booking;
use crate::model::session::{OwnTerm, StandbyRule};
use crate::model::unit::Phone;

/// How to book, in one sentence.
pub fn booking(booking: &Booking, words: &Words) -> String {
    let parts = [
        Some(words.need(booking.need).to_owned()),
        booking.how.clone(),
        Some(booking.phones.iter().map(Phone::line).collect::<Vec<_>>().join(words.enumeration.text()))
            .filter(|numbers| !numbers.is_empty()),
        booking.place.clone(),
        booking.deadline.as_ref().map(|until| words.poster_booking_until.fill(&[("until", until)])),
        booking.capacity.as_ref().map(|count| match count.contains(|c: char| c.is_numeric()) {
            true => words.poster_booking_capacity.fill(&[("count", count)]),
            // 额满即止 says what it is by itself.
            false => count.clone(),
        }),
        booking.slot.as_ref().map(|time| words.poster_booking_slot.fill(&[("time", without(time, "每批"))])),
        booking.party.as_ref().map(|count| words.poster_booking_party.fill(&[("count", without(count, "每批"))])),
        booking
            .arrive_early
            .as_ref()
            .map(|time| words.poster_booking_arrive.fill(&[("time", without(without(time, "请"), "提前"))])),
        booking.overflow.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    words.poster_sentence.fill(&[("words", &parts.join(words.comma.text()))])
}

/// Words without the one in front that the phrase around them says already.
fn without<'w>(words: &'w str, front: &str) -> &'w str {
    words.strip_prefix(front).unwrap_or(words)
}

/// What one session has that differs from its roster's head.
pub fn own_term(term: &OwnTerm, words: &Words) -> String {
    match term {
        OwnTerm::Count(count) => words.term_count.fill(&[("count", &count.to_string())]),
        OwnTerm::Standby(StandbyRule::Next) => words.term_standby_next.text().to_owned(),
        OwnTerm::Standby(StandbyRule::Named) => words.term_standby_named.text().to_owned(),
        OwnTerm::ForWhom(people) => words.term_for_whom.fill(&[("people", people)]),
        OwnTerm::Booking(own) => booking(own, words),
        OwnTerm::Bring(things) => words.poster_bring.fill(&[("things", &things.join(words.enumeration.text()))]),
        OwnTerm::Representatives(count) => words.representatives_limit.fill(&[("count", &count.to_string())]),
        OwnTerm::NotHere(one) => words.poster_elsewhere_item.fill(&[("matter", &one.matter), ("go", &one.go_to)]),
        OwnTerm::Note(note) => note.clone(),
        OwnTerm::ComplaintsPhone(phone) => words.poster_complaints.fill(&[("phone", phone)]),
    }
}
