//! A roster's page: what it covers, every session by month, and all that a visitor must know before setting out.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use super::cite::{Piece, pieces};
use super::counts::counts;
use super::desk::DeskView;
use super::finder::{FinderView, find_label};
use super::posted::{PostedLine, posted};
use super::posters::{FileLink, Picture, file, picture};
use super::session::{NamedLink, iso};
use super::table::{self, Columns, SectionView, Table, finder, places};
use super::take::{self, Take};
use super::{Frame, Scope};
use crate::model::history::Step;
use crate::model::roster::{Booking, NotHere, Roster, RosterId};
use crate::model::session::{Kind, Session};
use crate::model::unit::{Phone, Unit, UnitId};
use crate::plan::posters::sheets;
use crate::plan::{Output, Subject};
use crate::render::words::status::changed;
use crate::render::words::terms::own_term;

/// So many places stand open in the head.
const PLACES: usize = 4;

/// What a roster's page shows.
#[derive(Debug, Serialize)]
pub struct RosterView<'a> {
    /// Around the content.
    pub page: Frame<'a>,
    /// The roster.
    pub roster: Body<'a>,
}

/// The content of a roster's page.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Body<'a> {
    pub unit: NamedLink<'a>,
    pub issued_by: Option<&'a str>,
    /// Date of the signature.
    pub issued_on: Option<DateWords>,
    pub number: Option<&'a str>,
    pub basis: Vec<Vec<Piece<'a>>>,
    /// The days it covers, in words.
    pub period: String,
    /// Said where the roster goes on after the last listed day.
    pub continues: Option<String>,
    /// The hours all sessions have, else those of the roster's head.
    pub hours: Option<String>,
    /// The places of its sessions, with their addresses.
    pub places: Vec<VenueLine<'a>>,
    /// How many, where they are too many to stand open.
    pub places_count: Option<String>,
    pub phones: Vec<PhoneLine<'a>>,
    pub for_whom: Option<&'a str>,
    pub promises: &'a [String],
    pub notice_period: Option<&'a str>,
    pub posted: Vec<PostedLine<'a>>,
    pub booking: Option<BookingView<'a>>,
    pub bring: &'a [String],
    /// How many may speak for a group, in words.
    pub representatives: Option<String>,
    pub not_here: Vec<NotHereLine<'a>>,
    pub notes: Vec<Vec<Piece<'a>>>,
    pub complaints: Option<PhoneLine<'a>>,
    /// The units it is about, each leading to its own dates.
    pub finder: Option<FinderView<'a>>,
    /// What is open every day.
    pub desks: Vec<DeskView<'a>>,
    /// Sessions by month; by unit where each has its own people.
    pub sections: Vec<SectionView<'a>>,
    /// The heading of the sections where they are units.
    pub by_unit: Option<String>,
    /// Whether to offer a list of the months.
    pub many_months: bool,
    /// Which columns the tables have.
    pub columns: Columns,
    /// Every change after publication, latest announcement first.
    pub changes: Vec<ChangeLine>,
    /// How many of the sessions planned were held, where the site counts that.
    pub counts: Option<String>,
    /// What the status words in this roster mean.
    pub legend: Vec<&'a str>,
    pub poster: Option<PosterLink<'a>>,
    pub every_notice: &'a [String],
    pub take: Option<Take<'a>>,
}

/// A day in words and for machines.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct DateWords {
    pub iso: String,
    pub words: String,
}

/// A place of the roster's sessions.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct VenueLine<'a> {
    pub name: Cow<'a, str>,
    /// Where it is told at length.
    pub href: Option<String>,
    pub address: Option<&'a str>,
}

/// A telephone number.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct PhoneLine<'a> {
    /// What it serves.
    pub scope: Option<&'a str>,
    pub number: &'a str,
    /// The number for dialling.
    pub tel: String,
}

/// How to make an appointment.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct BookingView<'a> {
    pub need: &'a str,
    pub how: Option<&'a str>,
    pub deadline: Option<&'a str>,
    pub phones: Vec<PhoneLine<'a>>,
    pub place: Option<&'a str>,
    pub capacity: Option<&'a str>,
    pub slot: Option<&'a str>,
    pub party: Option<&'a str>,
    pub arrive_early: Option<&'a str>,
    pub overflow: Option<&'a str>,
}

/// A matter that is not received here.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct NotHereLine<'a> {
    pub matter: &'a str,
    pub go_to: &'a str,
    pub basis: Option<Vec<Piece<'a>>>,
}

/// One change after publication.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ChangeLine {
    pub announced: Option<DateWords>,
    /// The notice of that day's changes.
    pub href: Option<String>,
    pub words: String,
}

/// The printable notice.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct PosterLink<'a> {
    pub pdf: String,
    pub picture: Option<Picture>,
    /// On each paper.
    pub files: Vec<FileLink>,
    pub code: &'a str,
    pub code_page: String,
}

/// A roster in a list.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct RosterLink<'a> {
    pub title: &'a str,
    pub href: String,
    pub unit: Option<&'a str>,
    pub period: String,
    /// Last day, for scripts; nothing where there is none.
    pub until: Option<String>,
}

/// Builds a roster's page.
pub fn roster<'a>(scope: &Scope<'a>, id: RosterId) -> RosterView<'a> {
    let (site, words) = (scope.site, scope.words);
    let scope = &Scope { unit: Some(id.unit), ..*scope };
    let roster = site.roster(id);
    let unit = site.unit(id.unit);
    let mut page = scope.frame("roster", &roster.title);
    let period = words.days(&roster.period);
    page.crumbs = scope.crumbs_to(id.unit, true);
    page.description =
        Some(words.roster_description.fill(&[("title", &roster.title), ("unit", &unit.name), ("period", &period)]));
    let table = Table::new(scope, id, roster);
    let columns = table.columns(roster);
    let places = places(scope, roster);
    let goes_on = roster.period.last.is_none_or(|last| last > roster.listed_until);
    let complaints = roster.complaints_phone.as_deref().or(unit.complaints_phone.as_deref());
    let hours = words.hours(table::same(&roster.sessions, |session| &session.hours).unwrap_or(&roster.hours));
    let take = take::roster(scope, id);
    let body = Body {
        unit: NamedLink { name: &unit.name, href: scope.href(Output::Unit(id.unit)) },
        issued_by: roster.issued_by.as_deref(),
        issued_on: roster.issued_on.map(|day| date_words(scope, day)),
        number: roster.number.as_deref(),
        basis: roster.basis.iter().map(|words| pieces(scope, words)).collect(),
        period,
        continues: goes_on
            .then(|| words.continues_until.fill(&[("until", &words.full_day_plain(roster.listed_until))])),
        hours,
        places_count: (places.len() > PLACES).then(|| words.places_count.fill(&[("count", &places.len().to_string())])),
        places,
        phones: call(unit, roster).iter().map(phone_line).collect(),
        for_whom: roster.for_whom.as_deref(),
        promises: &roster.promises,
        notice_period: roster.notice_period.as_deref(),
        posted: posted(scope, id),
        booking: roster.booking.as_ref().map(|booking| booking_view(scope, booking)),
        bring: &roster.bring,
        representatives: roster
            .representatives
            .map(|count| words.representatives_limit.fill(&[("count", &count.to_string())])),
        not_here: roster.not_here.iter().map(|matter| not_here(scope, matter)).collect(),
        notes: notes(scope, roster),
        complaints: complaints.or(site.settings.complaints_phone.as_deref()).map(|number| plain_phone(number)),
        changes: changes(scope, id),
        counts: counts(scope, id),
        legend: table.legend(scope),
        finder: if table.by_unit { None } else { finder(scope, roster) },
        by_unit: table.by_unit.then(|| find_label(scope, &roster.units())),
        many_months: table.sections.len() > 1 && !table.by_unit,
        desks: table.desks,
        sections: table.sections,
        columns,
        poster: sheets(site, Subject::Roster(id)).next().map(|first| PosterLink {
            pdf: scope.href(Output::PosterPdf(first)),
            picture: picture(scope, first),
            files: sheets(site, Subject::Roster(id)).map(|piece| file(scope, piece)).collect(),
            code: scope.plan.routes.code(Subject::Roster(id)),
            code_page: scope.href(Output::Code(Subject::Roster(id))),
        }),
        every_notice: &site.settings.on_every_notice,
        take,
    };
    RosterView { page, roster: body }
}

/// Current rosters of the highest units: those not over at the edition, by unit, the nearest to their end first.
pub fn current<'a>(scope: &Scope<'a>, limit: usize) -> Vec<RosterLink<'a>> {
    let edition = scope.site.edition;
    let current = (0..scope.site.units.len()).flat_map(|unit| {
        let rosters = scope.site.units[unit].rosters.iter().enumerate();
        let running = rosters.filter(|(_, roster)| roster.period.last.is_none_or(|last| last >= edition));
        running.map(move |(index, _)| RosterId { unit: UnitId(unit), index })
    });
    current.take(limit).map(|id| roster_link(scope, id, true)).collect()
}

/// A roster in a list; `with_unit` where the list mixes units.
pub fn roster_link<'a>(scope: &Scope<'a>, id: RosterId, with_unit: bool) -> RosterLink<'a> {
    let roster = scope.site.roster(id);
    RosterLink {
        title: &roster.title,
        href: scope.href(Output::RosterMonth(id)),
        unit: with_unit.then(|| scope.site.unit(id.unit).name.as_str()),
        period: scope.words.days(&roster.period),
        until: roster.period.last.map(iso),
    }
}

pub(super) fn date_words(scope: &Scope<'_>, day: NaiveDate) -> DateWords {
    DateWords { iso: iso(day), words: scope.words.full_day_plain(day) }
}

pub(super) fn phone_line(phone: &Phone) -> PhoneLine<'_> {
    PhoneLine { scope: phone.scope.as_deref(), ..plain_phone(&phone.number) }
}

pub(super) fn plain_phone(number: &str) -> PhoneLine<'_> {
    // Full-width digits and dashes are written by some input methods; only digits and a leading plus can be dialled.
    let digit = |character: char| match character {
        '0'..='9' | '+' => Some(character),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(character) - 0xff10, 10),
        _ => None,
    };
    PhoneLine { scope: None, number, tel: number.chars().filter_map(digit).collect() }
}

fn booking_view<'a>(scope: &Scope<'a>, booking: &'a Booking) -> BookingView<'a> {
    BookingView {
        need: scope.words.need(booking.need),
        how: booking.how.as_deref(),
        deadline: booking.deadline.as_deref(),
        phones: booking.phones.iter().map(phone_line).collect(),
        place: booking.place.as_deref(),
        capacity: booking.capacity.as_deref(),
        slot: booking.slot.as_deref(),
        party: booking.party.as_deref(),
        arrive_early: booking.arrive_early.as_deref(),
        overflow: booking.overflow.as_deref(),
    }
}

/// What every session says, then the notes of the roster.
fn notes<'a>(scope: &Scope<'a>, roster: &'a Roster) -> Vec<Vec<Piece<'a>>> {
    let plain = |words: String| vec![Piece { text: Cow::Owned(words), href: None }];
    let common = roster.common_terms().into_iter().map(|term| plain(own_term(term, scope.words)));
    common.chain(roster.notes.iter().map(|note| pieces(scope, note))).collect()
}

fn not_here<'a>(scope: &Scope<'a>, matter: &'a NotHere) -> NotHereLine<'a> {
    let basis = matter.basis.as_deref().map(|words| pieces(scope, words));
    NotHereLine { matter: &matter.matter, go_to: &matter.go_to, basis }
}

fn changes(scope: &Scope<'_>, id: RosterId) -> Vec<ChangeLine> {
    let (words, roster) = (scope.words, scope.site.roster(id));
    let mut all: Vec<_> =
        roster.sessions.iter().flat_map(|session| session.steps().map(move |step| (session, step))).collect();
    // Latest first; what bears no date comes last. The sort is stable, so sessions of one day keep their order.
    all.sort_by_key(|(_, step)| std::cmp::Reverse(step.change.announced));
    let line = |(session, step): (&Session, Step<'_>)| {
        let status = changed(&step, words, scope.people).words;
        let day = words.day_weekday(session.date);
        let words = words.change_line.fill(&[("day", &day), ("status", &status)]);
        let announced = step.change.announced;
        let href = announced.map(|day| scope.href(Output::Change(id, day)));
        ChangeLine { announced: announced.map(|day| date_words(scope, day)), href, words }
    };
    all.into_iter().map(line).collect()
}

/// The numbers of the head: where all receive by telephone, those to call at their hours, if the roster has its own.
fn call<'a>(unit: &'a Unit, roster: &'a Roster) -> &'a [Phone] {
    let by_phone = !roster.sessions.is_empty() && roster.sessions.iter().all(|session| session.kind == Kind::Telephone);
    let own = roster.booking.as_ref().map_or(&[][..], |booking| &booking.phones);
    if by_phone && !own.is_empty() { own } else { &unit.phones }
}
