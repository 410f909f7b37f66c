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
        booking.party.as_ref().map(|party| words.poster_booking_party.fill(&[("party", party)])),
        booking.arrive_early.as_ref().map(|time| arrive_early(time, words)),
        booking.overflow.as_ref().map(|what| words.poster_booking_overflow.fill(&[("what", what)])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    words.poster_sentence.fill(&[("words", &parts.join(words.comma.text()))])
}

/// 10分钟 needs its sentence; 请提前15分钟到场取号 is one.
fn arrive_early(time: &str, words: &Words) -> String {
    let is_time = time.chars().next().is_some_and(|first| first.is_numeric());
    if is_time { words.poster_booking_arrive.fill(&[("time", time)]) } else { time.to_owned() }
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
