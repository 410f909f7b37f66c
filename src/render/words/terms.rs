//! Turns the terms of a visit into sentences: how to book, what to bring, how many may speak for a group.

use super::Words;
use crate::model::roster::Booking;
use crate::model::session::{OwnTerm, StandbyRule};

/// How to book, in one sentence.
pub fn booking(booking: &Booking, words: &Words) -> String {
    let parts = [
        Some(words.need(booking.need).to_owned()),
        booking.how.clone(),
        booking.phone.clone(),
        booking.place.clone(),
        booking.deadline.as_ref().map(|until| words.poster_booking_until.fill(&[("until", until)])),
        booking.capacity.as_ref().map(|count| words.poster_booking_capacity.fill(&[("count", count)])),
        booking.slot.as_ref().map(|time| words.poster_booking_slot.fill(&[("time", time)])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    words.poster_sentence.fill(&[("words", &parts.join(words.comma.text()))])
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
