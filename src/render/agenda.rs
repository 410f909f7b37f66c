//! Turns an agenda into lines to read: for the clerk's terminal, or as a short text for a chat message.

use crate::model::site::Site;
use crate::plan::SessionRef;
use crate::plan::agenda::{Agenda, Posting, Stale, StaleThing};
use crate::render::words::Words;
use crate::render::words::people::People;
use crate::render::words::sentence;
use chrono::NaiveDate;

/// Everything: the sessions of the day, of the next and of the week, what to post and what to renew.
pub fn full(site: &Site, agenda: &Agenda, words: &Words) -> String {
    let page = Page { site, words, people: People::new(site, words) };
    let date = words.full_day(agenda.today);
    let mut out = words.agenda_title.fill(&[("unit", &site.root().name), ("date", &date)]) + "\n";
    let heading = |out: &mut String, words: &str| *out += &format!("\n{words}\n");
    heading(&mut out, words.agenda_today.text());
    out += &page.rows(&agenda.sessions, None);
    if agenda.sessions.is_empty() {
        out += &format!("  {}\n", words.agenda_none.text());
    }
    if let Some(next) = agenda.next.first() {
        let day = words.day_weekday(next.date);
        heading(&mut out, &format!("{} {day}", words.agenda_next.text()));
        out += &page.rows(&agenda.next, None);
    }
    if !agenda.week.is_empty() {
        heading(&mut out, words.agenda_week.text());
        out += &page.rows(&agenda.week, Some(words));
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
    section(words.agenda_stale.text(), agenda.stale.iter().map(|one| page.stale(one)).collect());
    out
}

/// The sessions of the day and of the next, for a chat message.
pub fn text(site: &Site, agenda: &Agenda, words: &Words) -> String {
    let page = Page { site, words, people: People::new(site, words) };
    let date = words.day_weekday(agenda.today);
    let mut out = words.agenda_text_title.fill(&[("unit", &site.root().name), ("date", &date)]) + "\n";
    let mut lines = |sessions: &[SessionRef]| {
        for session in sessions {
            out += &page.line(*session);
            out.push('\n');
        }
    };
    lines(&agenda.sessions);
    if agenda.sessions.is_empty() {
        out += &format!("{}\n", words.agenda_none.text());
    }
    if let Some(next) = agenda.next.first() {
        out += &words.agenda_text_next.fill(&[("date", &words.day_weekday(next.date))]);
        out.push('\n');
        for session in &agenda.next {
            out += &page.line(*session);
            out.push('\n');
        }
    }
    if let Some(url) = &site.settings.url {
        out += &words.agenda_text_site.fill(&[("url", url)]);
        out.push('\n');
    }
    out
}

struct Page<'a> {
    site: &'a Site,
    words: &'a Words,
    people: People<'a>,
}

impl Page<'_> {
    /// Indented lines; with the day before each where `dated` is given.
    fn rows(&self, sessions: &[SessionRef], dated: Option<&Words>) -> String {
        let row = |one: &SessionRef| {
            let day = dated.map_or(String::new(), |words| words.day_weekday(one.date) + " ");
            format!("  {day}{}\n", self.line(*one))
        };
        sessions.iter().map(row).collect()
    }

    fn line(&self, listed: SessionRef) -> String {
        sentence::session(listed, self.site, self.words, &self.people)
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

    fn stale(&self, stale: &Stale) -> String {
        let words = self.words;
        let (last, due) = (words.full_day_plain(stale.last), words.full_day_plain(stale.due));
        let (phrase, unit, column) = match &stale.what {
            StaleThing::Home => (&words.agenda_stale_home, None, ""),
            StaleThing::Column(unit, column) => (&words.agenda_stale_column, Some(*unit), column.as_str()),
            StaleThing::Rosters(unit) => (&words.agenda_stale_rosters, Some(*unit), ""),
        };
        let unit = unit.map_or("", |unit| self.site.unit(unit).name.as_str());
        phrase.fill(&[("unit", unit), ("column", column), ("last", &last), ("due", &due)])
    }
}
