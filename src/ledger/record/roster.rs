//! A roster's rules as facts: everything it says but for its sessions.

use super::{lines, perhaps, phones};
use crate::ledger::record::session::venues;
use crate::model::past::{Facts, Field};
use crate::model::roster::{Booking, Need, NotHere, Roster};

pub(super) fn roster(roster: &Roster) -> Facts {
    let mut facts = Facts::default().with(Field::Title, roster.title.as_str());
    perhaps(&mut facts, Field::IssuedBy, roster.issued_by.as_ref());
    perhaps(&mut facts, Field::IssuedOn, roster.issued_on);
    perhaps(&mut facts, Field::Number, roster.number.as_ref());
    facts.set(Field::Basis, lines(&roster.basis));
    facts.set(Field::First, roster.period.first.to_string());
    perhaps(&mut facts, Field::Last, roster.period.last);
    facts.set(Field::ListedUntil, roster.listed_until.to_string());
    facts.set(Field::Hours, roster.hours.in_ledger());
    facts.set(Field::Places, venues(&roster.venues));
    perhaps(&mut facts, Field::ForWhom, roster.for_whom.as_ref());
    perhaps(&mut facts, Field::NoticePeriod, roster.notice_period.as_ref());
    let posted = roster.posted.iter().map(|one| {
        let day = one.date.map(|day| format!(" {day}")).unwrap_or_default();
        format!("{}{day}", one.channel)
    });
    facts.set(Field::Posted, posted.collect::<Vec<_>>().join("、"));
    facts.set(Field::Booking, roster.booking.as_ref().map(booking).unwrap_or_default());
    facts.set(Field::Bring, lines(&roster.bring));
    perhaps(&mut facts, Field::Representatives, roster.representatives);
    facts.set(Field::NotHere, lines(&roster.not_here.iter().map(not_here).collect::<Vec<_>>()));
    facts.set(Field::Notes, lines(&roster.notes));
    perhaps(&mut facts, Field::Complaints, roster.complaints_phone.as_ref());
    facts.set(Field::Promises, lines(&roster.promises));
    facts
}

pub(super) fn booking(booking: &Booking) -> String {
    let need = match booking.need {
        Need::Required => "required",
        Need::Preferred => "preferred",
        Need::Possible => "possible",
        Need::NotNeeded => "not needed",
    };
    let Booking { deadline, how, place, capacity, slot, party, arrive_early, overflow, .. } = booking;
    let mut parts = vec![need.to_owned()];
    parts.extend((!booking.phones.is_empty()).then(|| phones(&booking.phones)));
    let texts = [deadline, how, place, capacity, slot, party, arrive_early, overflow];
    parts.extend(texts.into_iter().flatten().cloned());
    parts.join("；")
}

pub(super) fn not_here(matter: &NotHere) -> String {
    let basis = matter.basis.as_ref().map(|basis| format!("（{basis}）")).unwrap_or_default();
    format!("{} → {}{basis}", matter.matter, matter.go_to)
}
