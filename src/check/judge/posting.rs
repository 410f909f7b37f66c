//! 提前公示: each posting is held against the first session it is for.

use crate::calendar::Announced;
use crate::calendar::deadline::{Counting, Lead};
use crate::check::read;
use crate::check::roster::Frame;
use crate::diag::code::promises as codes;
use crate::diag::{Diagnostic, Report};
use crate::load::roster as draft;
use crate::model::roster::Ahead;
use crate::model::session::{ChangeKind, Session};
use crate::source::Text;
use crate::wording::lead::arithmetic;
use chrono::{Datelike, NaiveDate};

/// Reports each posting that is later than promised. A roster with an end has to be posted before its first session; one
/// without an end before the next session, since it may be posted again after years.
pub(in crate::check) fn check(frame: &Frame<'_>, said: &draft::Roster, sessions: &[Session], report: &mut Report) {
    let Some(lead) = promised(frame, said).and_then(|text| read::lead(text, report)) else { return };
    for posted in &said.posted {
        let Some(text) = &posted.date else { continue };
        // Problems of the date itself are reported where the roster is made.
        let Some(date) = read::date(text, &frame.context, &mut Report::default()) else { continue };
        let session = session_for(frame, sessions, date).filter(|session| judged(frame, lead, date, *session));
        let Some(session) = session else { continue };
        if !lead.kept(date, session, frame.ground.calendar) {
            let sum = arithmetic(lead, date, session, frame.ground.calendar);
            let diagnostic =
                Diagnostic::new(&codes::LATE_POSTING, text.span).arg("channel", read::words(&posted.channel));
            report.push(diagnostic.arg("sum", sum));
        }
    }
}

/// How early a posting on a day was; `None` without a promise, or where that cannot be counted.
pub(in crate::check) fn ahead(
    frame: &Frame<'_>,
    said: &draft::Roster,
    sessions: &[Session],
    date: NaiveDate,
) -> Option<Ahead> {
    let lead = promised(frame, said).and_then(|text| read::lead(text, &mut Report::default()))?;
    let session = session_for(frame, sessions, date)?;
    judged(frame, lead, date, session).then(|| Ahead {
        session,
        days: lead.given(date, session, frame.ground.calendar),
        workdays: lead.counting == Counting::Workdays,
        kept: lead.kept(date, session, frame.ground.calendar),
    })
}

/// The session that a posting on a day is held against.
fn session_for(frame: &Frame<'_>, sessions: &[Session], date: NaiveDate) -> Option<NaiveDate> {
    let ends = frame.context.period.is_some_and(|period| period.last.is_some());
    let mut days = sessions.iter().filter(|session| planned(session)).map(|session| session.date);
    if ends { days.next() } else { days.find(|day| *day > date) }
}

/// The last day on which posting keeps the promise for the first session.
pub(in crate::check) fn due(frame: &Frame<'_>, said: &draft::Roster, sessions: &[Session]) -> Option<NaiveDate> {
    let lead = read::lead(promised(frame, said)?, &mut Report::default())?;
    let first = sessions.iter().find(|session| planned(session))?.date;
    judged(frame, lead, first, first).then(|| lead.before(first, frame.ground.calendar))?
}

fn promised<'a>(frame: &Frame<'a>, said: &'a draft::Roster) -> Option<&'a Text> {
    said.notice_period.as_ref().or(frame.ground.defaults.notice_period.as_ref())
}

/// Whether a session was there when the roster was posted: not one that was added or moved since, nor one that is off.
fn planned(session: &Session) -> bool {
    let since = |kind: &ChangeKind| matches!(kind, ChangeKind::Added | ChangeKind::Moved { .. });
    !session.cancelled() && !session.changes.iter().any(|change| since(&change.kind))
}

/// Workdays can only be counted where days off are known.
fn judged(frame: &Frame<'_>, lead: Lead, posted: NaiveDate, session: NaiveDate) -> bool {
    let known = |day: NaiveDate| frame.ground.calendar.announced(day.year()) == Announced::Yes;
    lead.counting == Counting::Calendar || (known(posted) && known(session))
}
