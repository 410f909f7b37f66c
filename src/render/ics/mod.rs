//! Turns sessions into a calendar to subscribe to (iCalendar, RFC 5545): one dated event for each sitting, never a rule.
//!
//! What a session is called, its identity and its status words are those of the pages. Hours are never invented: a session
//! without them is an event of the whole day whose title says 上午.
//!
//! SEQUENCE counts released revisions only. What was built and not released yet may be taken back, and a number that had
//! counted it would have to fall; a client that holds the higher one would then refuse all that follows (RFC 5546, 2.1.4).
//! So an event shows what is to come under the number and the stamps of the last release: who subscribes takes the whole
//! calendar anew each time, and sees it; to whoever keeps the older event the release itself brings the higher number. Since
//! a ledger only grows, no order of builds and releases makes a number fall.

pub mod gone;
mod line;
mod zone;

use std::io::Write;

use chrono::NaiveDate;

use crate::model::hours::{Clock, ClockSpan, Hours};
use crate::model::leader::PersonId;
use crate::model::past::{Field, Item, ItemKind, Version};
use crate::model::roster::RosterId;
use crate::model::session::OwnTerm;
use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::plan::{Output, SessionRef, Standing, names, rows};
use crate::render::Error;
use crate::render::desk::Desk;
use crate::render::words::status::changed;
use crate::render::words::{sentence, terms};
use gone::Whose;
use line::Lines;

/// The calendar of a roster.
///
/// # Errors
/// When `out` takes no more.
pub fn roster(desk: &Desk<'_>, id: RosterId, out: &mut dyn Write) -> Result<(), Error> {
    let roster = desk.site.roster(id);
    calendar(desk, Output::RosterIcs(id), &roster.title, held(desk, id), out)
}

/// The calendar of a unit: every session in which it receives, from its own rosters and from those above.
///
/// # Errors
/// When `out` takes no more.
pub fn unit(desk: &Desk<'_>, id: UnitId, out: &mut dyn Write) -> Result<(), Error> {
    let unit = desk.site.unit(id);
    let own = (0..unit.rosters.len()).map(|index| RosterId { unit: id, index });
    let sessions = own.chain(desk.plan.links.rosters_for(id)).flat_map(|roster| held(desk, roster));
    let sessions = sessions.filter(|row| row.of(desk.site).unit == id).collect();
    calendar(desk, Output::UnitIcs(id), &desk.words.ics_unit.fill(&[("unit", &unit.name)]), sessions, out)
}

/// The calendar of an official: the sessions that this person takes part in as they stand now.
///
/// # Errors
/// When `out` takes no more.
pub fn leader(desk: &Desk<'_>, id: PersonId, out: &mut dyn Write) -> Result<(), Error> {
    let sessions = desk.plan.links.rosters_of(id).iter().flat_map(|roster| held(desk, *roster));
    let own = sessions.filter(|row| names(row.of(desk.site), id)).collect();
    let name = desk.words.ics_leader.fill(&[("name", &desk.site.person(id).name)]);
    calendar(desk, Output::LeaderIcs(id), &name, own, out)
}

/// The calendar of the whole site.
///
/// # Errors
/// When `out` takes no more.
pub fn site(desk: &Desk<'_>, out: &mut dyn Write) -> Result<(), Error> {
    let all = desk.site.rosters().flat_map(|(roster, _)| held(desk, roster)).collect();
    calendar(desk, Output::SiteIcs, &desk.words.ics_site.fill(&[("site", &desk.site.root().name)]), all, out)
}

/// The sessions of a roster, without the traces of those that moved: their event moves with them.
fn held(desk: &Desk<'_>, id: RosterId) -> Vec<SessionRef> {
    rows(id, desk.site.roster(id)).into_iter().filter(|row| row.standing == Standing::Held).collect()
}

fn calendar(
    desk: &Desk<'_>,
    output: Output,
    name: &str,
    mut sessions: Vec<SessionRef>,
    to: &mut dyn Write,
) -> Result<(), Error> {
    sessions.sort_unstable();
    let mut out = Lines::default();
    // The zone stands also in the calendar of an official whom others have taken every session from: a calendar without
    // any component is none.
    let day = |row: Option<&SessionRef>| row.map_or(desk.site.edition, |row| row.date);
    begin(desk, output, name, (day(sessions.first()), day(sessions.last())), &mut out);
    for session in sessions {
        events(desk, session, &mut out);
        out.pour(to).map_err(Error::Write)?;
    }
    match output {
        Output::SiteIcs => gone::beside(desk, Whose::Site, &mut out),
        Output::UnitIcs(unit) => gone::beside(desk, Whose::Unit(unit), &mut out),
        Output::LeaderIcs(person) => gone::beside(desk, Whose::Leader(person), &mut out),
        _ => {}
    }
    out.raw("END", "VCALENDAR");
    out.pour(to).map_err(Error::Write)
}

/// What stands before the events, which lie between two days.
fn begin(desk: &Desk<'_>, output: Output, name: &str, days: (NaiveDate, NaiveDate), out: &mut Lines) {
    let zone = &desk.site.settings.timezone;
    out.raw("BEGIN", "VCALENDAR");
    out.raw("VERSION", "2.0");
    let language = desk.site.settings.language.tag();
    out.raw("PRODID", &format!("-//gongshi//gongshi//{}", language.to_ascii_uppercase()));
    out.raw("CALSCALE", "GREGORIAN");
    out.text("X-WR-CALNAME", name);
    out.raw("X-WR-TIMEZONE", zone);
    out.raw("REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
    out.raw("X-PUBLISHED-TTL", "PT12H");
    if let Some(address) = desk.address(output) {
        out.raw("SOURCE;VALUE=URI", &address);
    }
    zone::write(out, zone, days.0, days.1);
}

/// Begin and end of an event of a day.
fn dates(desk: &Desk<'_>, when: &When, day: NaiveDate, out: &mut Lines) {
    let zone = &desk.site.settings.timezone;
    let local = |clock: Clock| match clock.hour() {
        24 => format!("{}T000000", compact(day.succ_opt().unwrap_or(day))),
        hour => format!("{}T{hour:02}{:02}00", compact(day), clock.minute()),
    };
    match when {
        When::Day => out.raw("DTSTART;VALUE=DATE", &compact(day)),
        When::Clock(from, to) => {
            out.raw(&format!("DTSTART;TZID={zone}"), &local(*from));
            if let Some(to) = to {
                out.raw(&format!("DTEND;TZID={zone}"), &local(*to));
            }
        }
    }
}

/// When one event is.
enum When {
    /// The whole day.
    Day,
    /// From a time, to another where it is known.
    Clock(Clock, Option<Clock>),
}

/// A sitting in the morning and one in the afternoon are two events.
fn events(desk: &Desk<'_>, listed: SessionRef, out: &mut Lines) {
    let hours = &listed.of(desk.site).hours;
    match hours {
        Hours::Spans(spans) => {
            for (at, span) in spans.iter().enumerate() {
                event(desk, listed, at, &spanned(*span), out);
            }
        }
        Hours::From(from) => event(desk, listed, 0, &When::Clock(*from, None), out),
        Hours::Part(_) | Hours::Unstated => event(desk, listed, 0, &When::Day, out),
    }
}

fn spanned(span: ClockSpan) -> When {
    When::Clock(span.from(), Some(span.to()))
}

fn event(desk: &Desk<'_>, listed: SessionRef, sitting: usize, when: &When, out: &mut Lines) {
    let Desk { site, words, people, .. } = *desk;
    let session = listed.of(site);
    let roster = site.roster(listed.roster);
    let unit = site.unit(session.unit);
    let code = &site.settings.code;
    let (sequence, since) = revision(site, listed);
    let stamp = format!("{}T000000Z", compact(since));
    out.raw("BEGIN", "VEVENT");
    match sitting {
        0 => out.raw("UID", &format!("{}@{code}", session.key)),
        more => out.raw("UID", &format!("{}-{}@{code}", session.key, more + 1)),
    }
    out.raw("DTSTAMP", &stamp);
    out.raw("LAST-MODIFIED", &stamp);
    out.raw("SEQUENCE", &sequence.to_string());
    dates(desk, when, listed.date, out);
    let part = match when {
        When::Day => words.hours(&session.hours),
        When::Clock(..) => None,
    };
    // Where nobody is named, the title says which office receives.
    let names = match session.leading() {
        leading if leading.is_empty() => unit.name.clone(),
        leading => people.names(&leading, words),
    };
    let kind = words.kind(session.kind);
    let title = words.ics_title.fill(&[("who", &names), ("kind", kind)]);
    let title = part.map_or(title.clone(), |part| words.ics_title_part.fill(&[("part", &part), ("title", &title)]));
    let title = if session.cancelled() { words.ics_cancelled.fill(&[("title", &title)]) } else { title };
    out.text("SUMMARY", &title);
    if !session.venues.is_empty() {
        let places: Vec<String> = session.venues.iter().map(|venue| desk.venue(venue)).collect();
        out.text("LOCATION", &places.join(words.enumeration.text()));
    }
    let link = desk.address(Output::RosterMonth(listed.roster)).map(|page| format!("{page}#{}", session.key));
    let mut about = vec![sentence::dated(listed, site, words, people), roster.title.clone()];
    about.extend(session.steps().filter_map(|step| {
        let day = words.full_day_plain(step.change.announced?);
        Some(words.ics_announced.fill(&[("day", &day), ("status", &changed(&step, words, people).words)]))
    }));
    about.extend(session.topic.clone());
    about.extend(session.note.clone());
    about.extend(session.told_terms().map(|term| terms::own_term(term, words)));
    // What its own entry says of booking is among its terms, and holds instead.
    let own_booking = session.terms.iter().any(|term| matches!(term, OwnTerm::Booking(_)));
    about.extend(roster.booking.as_ref().filter(|_| !own_booking).map(|booking| terms::booking(booking, words)));
    let own_things = session.terms.iter().any(|term| matches!(term, OwnTerm::Bring(_)));
    if !own_things && !roster.bring.is_empty() {
        about.push(words.poster_bring.fill(&[("things", &roster.bring.join(words.enumeration.text()))]));
    }
    let phones = unit.phones.iter().map(|phone| match &phone.scope {
        Some(scope) => words.agenda_unit.fill(&[("unit", scope)]) + &phone.number,
        None => words.ics_phone.fill(&[("phone", &phone.number)]),
    });
    about.extend(phones);
    about.push(words.poster_website_counts.text().to_owned());
    about.extend(link.clone());
    out.text("DESCRIPTION", &about.join("\n"));
    if let Some(link) = &link {
        out.raw("URL", link);
    }
    out.text("CATEGORIES", kind);
    let status = match (session.cancelled(), session.holidays_known) {
        (true, _) => "CANCELLED",
        (false, true) => "CONFIRMED",
        // Its year's days off are not announced: the day may still move.
        (false, false) => "TENTATIVE",
    };
    out.raw("STATUS", status);
    // Whoever subscribes is not busy because an official receives.
    out.raw("TRANSP", "TRANSPARENT");
    out.raw("END", "VEVENT");
}

/// Which revision of its event a session is at, and since when. While nothing was released each announced change is one.
fn revision(site: &Site, listed: SessionRef) -> (usize, NaiveDate) {
    let session = listed.of(site);
    if site.past.is_empty() {
        return (session.changes.len(), site.edition);
    }
    let roster = site.roster(listed.roster);
    let unit = &site.unit(listed.roster.unit).path;
    let versions = site.past.versions(&Item::part(ItemKind::Session, unit, &roster.stem, &session.key));
    let since = versions.last().map_or(site.edition, |last| site.past.release(last).declared);
    (revisions(versions), since)
}

/// How often an event was revised by what was released of its session: one more with each release that changed it or took
/// it down, counted from the changes it had when it was first released; 0 before.
fn revisions(versions: &[Version]) -> usize {
    let first = versions.iter().find_map(|version| version.facts.as_ref());
    first.map_or(0, |first| first.count(Field::Changes)).saturating_add(versions.len().saturating_sub(1))
}

/// 20261215.
fn compact(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}
