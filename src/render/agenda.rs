//! Turns an agenda into lines to read: for the clerk's terminal, or as a short text for a chat message.

use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::plan::SessionRef;
use crate::plan::agenda::{Agenda, Posting, Stale, StaleThing};
use crate::plan::alike::groups;
use crate::render::forms::entry::Entry;
use crate::render::words::Words;
use crate::render::words::people::People;
use crate::render::words::sentence;
use crate::render::words::units;
use chrono::NaiveDate;

/// Everything: the sessions of the day, of the next and of the week, what to post and what to renew.
pub fn full(site: &Site, agenda: &Agenda, words: &Words) -> String {
    let page = Page { site, words, people: People::new(site, words) };
    let date = words.full_day(agenda.today);
    let mut out = words.agenda_title.fill(&[("unit", &site.root().name), ("date", &date)]) + "\n";
    let heading = |out: &mut String, words: &str| *out += &format!("\n{words}\n");
    heading(&mut out, words.agenda_today.text());
    out += &page.rows(&agenda.sessions, "  ");
    if agenda.sessions.is_empty() {
        out += &format!("  {}\n", words.agenda_none.text());
    }
    if let Some(next) = agenda.next.first() {
        let day = words.day_weekday(next.date);
        heading(&mut out, &format!("{} {day}", words.agenda_next.text()));
        out += &page.rows(&agenda.next, "  ");
    }
    if !agenda.week.is_empty() {
        heading(&mut out, words.agenda_week.text());
        out += &page.days(&agenda.week);
    }
    let mut section = |title: &str, lines: Vec<String>| {
        heading(&mut out, title);
        for line in &lines {
            out += &format!("  {line}\n");
        }
        if lines.is_empty() {
            out += &format!("  {}\n", words.agenda_nothing_due.text());
        }
    };
    section(words.agenda_post.text(), agenda.postings.iter().map(|one| page.posting(one, agenda.today)).collect());
    section(words.agenda_stale.text(), agenda.stale.iter().map(|one| page.stale(one, agenda.today)).collect());
    out
}

/// The sessions of the day and of the next, to be pasted into a chat unchanged: who, when, where, whom to ask.
pub fn text(site: &Site, agenda: &Agenda, words: &Words) -> String {
    let page = Page { site, words, people: People::new(site, words) };
    let date = words.day_weekday(agenda.today);
    let mut out = words.agenda_text_title.fill(&[("unit", &site.root().name), ("date", &date)]) + "\n";
    if agenda.sessions.is_empty() {
        out += &format!("{}\n", words.agenda_text_none.text());
    }
    out += &page.entries(&agenda.sessions);
    if let Some(next) = agenda.next.first() {
        let date = words.day_weekday(next.date);
        out += &format!("\n{}\n", words.agenda_text_next.fill(&[("date", &date)]));
        // Where there is something today, the next day is a hint; else it is the message.
        out += &if agenda.sessions.is_empty() { page.entries(&agenda.next) } else { page.rows(&agenda.next, "") };
    }
    out.push('\n');
    let phones = units::phones(site.root(), words);
    if !phones.is_empty() {
        let phones = phones.join(words.poster_note_joint.text());
        out += &format!("{}\n", words.agenda_text_phone.fill(&[("phone", &phones)]));
    }
    if let Some(url) = &site.settings.url {
        out += &format!("{}\n", words.agenda_text_site.fill(&[("url", url)]));
    }
    out
}

struct Page<'a> {
    site: &'a Site,
    words: &'a Words,
    people: People<'a>,
}

impl Page<'_> {
    /// Indented lines; units that receive alike share one.
    fn rows(&self, sessions: &[SessionRef], indent: &str) -> String {
        let line = |group: Vec<SessionRef>| format!("{indent}{}\n", self.line(&group));
        groups(self.site, sessions.iter().copied()).map(line).collect()
    }

    /// Several days, each with its heading.
    fn days(&self, sessions: &[SessionRef]) -> String {
        let mut out = String::new();
        for day in sessions.chunk_by(|one, next| one.date == next.date) {
            if let Some(first) = day.first() {
                out += &format!("  {}\n{}", self.words.day_weekday(first.date), self.rows(day, "    "));
            }
        }
        out
    }

    fn line(&self, group: &[SessionRef]) -> String {
        sentence::group(group, self.site, self.words, &self.people)
    }

    /// What a chat shows of each session: who on a line, then when and where, then what has changed.
    fn entries(&self, sessions: &[SessionRef]) -> String {
        let Self { site, words, people } = self;
        let mut out = String::new();
        for (at, group) in groups(site, sessions.iter().copied()).enumerate() {
            let Some(entry) = Entry::new(&group, UnitId(0), &[], site, words, people) else { continue };
            let off = if entry.off { words.agenda_text_off.text() } else { "" };
            out += &format!("{}. {off}{}{}\n", at + 1, entry.unit, entry.who);
            let parts: Vec<&str> =
                [&entry.hours, &entry.places, &entry.kind].into_iter().flatten().map(String::as_str).collect();
            if !parts.is_empty() {
                out += &format!("{}\n", parts.join(words.comma.text()));
            }
            for status in &entry.statuses {
                out += &format!("{}\n", words.agenda_text_status.fill(&[("status", &status.words)]));
            }
        }
        out
    }

    fn posting(&self, posting: &Posting, today: NaiveDate) -> String {
        let words = self.words;
        let roster = self.site.roster(posting.roster);
        let channel = posting.channel.and_then(|at| roster.posted.get(at)).map(|posted| posted.channel.as_str());
        let channel = channel.unwrap_or(words.agenda_post_anywhere.text());
        let (by, planned) = (words.day_weekday(posting.by), posting.planned.map(|day| words.day_weekday(day)));
        let date = planned.as_deref().unwrap_or_default();
        let phrase = match planned {
            Some(_) => &words.agenda_post_planned,
            None if posting.by < today => &words.agenda_post_late,
            None => &words.agenda_post_by,
        };
        phrase.fill(&[("title", &roster.title), ("channel", channel), ("by", &by), ("date", date)])
    }

    fn stale(&self, stale: &Stale, today: NaiveDate) -> String {
        let words = self.words;
        let (last, due) = (words.full_day_plain(stale.last), words.full_day_plain(stale.due));
        let (phrase, unit, column) = match &stale.what {
            StaleThing::Home => (&words.agenda_stale_home, None, ""),
            StaleThing::Column(unit, column) => (&words.agenda_stale_column, Some(*unit), column.as_str()),
            StaleThing::Rosters(unit) => (&words.agenda_stale_rosters, Some(*unit), ""),
        };
        let unit = unit.map_or("", |unit| self.site.unit(unit).name.as_str());
        let line = phrase.fill(&[("unit", unit), ("column", column), ("last", &last), ("due", &due)]);
        // That a roster has run out its own line says.
        let late = stale.due < today && !matches!(stale.what, StaleThing::Rosters(_));
        if late { words.agenda_overdue.fill(&[("words", &line)]) } else { line }
    }
}
