//! Turns a roster into a table with its style in every cell, which survives being pasted into another website or a word processor.
//!
//! It is a file of its own that opens by itself; the pages of the site hold no such styles.

use quick_xml::escape::escape;

use crate::model::roster::RosterId;
use crate::plan::rows;
use crate::render::desk::Desk;
use crate::render::words::status::standing;
use crate::render::words::terms::own_term;

const PAGE: &str = "font-family:SimSun,serif;font-size:12pt;line-height:1.6";
const TABLE: &str = "border-collapse:collapse;width:100%;border:1px solid #000";
const CELL: &str = "border:1px solid #000;padding:4px 8px;text-align:left;vertical-align:top";
const HEAD: &str = "border:1px solid #000;padding:4px 8px;text-align:left;font-weight:bold;background:#f2f2f2";

/// The file of a roster.
pub fn fragment(desk: &Desk<'_>, id: RosterId) -> Vec<u8> {
    let Desk { site, words, people, .. } = *desk;
    let roster = site.roster(id);
    let language = site.settings.language.tag();
    let title = escape(roster.title.as_str());
    // Nothing but the styles of this file is allowed: no script, no picture, no other server.
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n</head>\n<body style=\"{PAGE}\">\n\
         <p style=\"text-align:center;font-size:16pt;font-weight:bold\">{title}</p>\n"
    );
    let columns = [
        &words.col_date,
        &words.col_hours,
        &words.col_people,
        &words.poster_col_posts,
        &words.col_places,
        &words.col_remarks,
    ];
    out += &format!("<table style=\"{TABLE}\">\n<thead>\n<tr>");
    for column in columns {
        out += &format!("<th scope=\"col\" style=\"{HEAD}\">{}</th>", escape(column.text()));
    }
    out += "</tr>\n</thead>\n<tbody>\n";
    for row in rows(id, roster) {
        let session = row.of(site);
        let (hours, venues) = row.when_and_where(site);
        let places: Vec<String> = venues.iter().map(|venue| desk.venue(venue)).collect();
        let mut remarks: Vec<String> = Vec::new();
        if session.kind != crate::model::session::Kind::Reception {
            remarks.push(words.kind(session.kind).to_owned());
        }
        remarks.extend(standing(row, session, words, people).into_iter().map(|status| status.words));
        remarks.extend(session.topic.iter().chain(&session.note).cloned());
        remarks.extend(session.terms.iter().map(|term| own_term(term, words)));
        let posts: Vec<&str> = session.people.iter().filter_map(|one| posts(desk, &one.who)).collect();
        let cells = [
            words.day_weekday(row.date),
            words.hours(hours).unwrap_or_default(),
            people.names(&session.people, words),
            posts.join(words.enumeration.text()),
            places.join(words.enumeration.text()),
            remarks.join(words.comma.text()),
        ];
        out += "<tr>";
        for (at, cell) in cells.iter().enumerate() {
            let struck = if row.off(site) && at < 3 { ";text-decoration:line-through" } else { "" };
            out += &format!("<td style=\"{CELL}{struck}\">{}</td>", escape(cell.as_str()));
        }
        out += "</tr>\n";
    }
    out += "</tbody>\n</table>\n";
    for line in super::head(desk, id, roster).iter().chain(&roster.notes).chain(&site.settings.on_every_notice) {
        out += &format!("<p>{}</p>\n", escape(line.as_str()));
    }
    let signed = roster.issued_by.as_deref().unwrap_or(&site.unit(id.unit).name);
    let day = roster.issued_on.map(|day| format!("<br>{}", escape(words.full_day_plain(day)))).unwrap_or_default();
    out += &format!("<p style=\"text-align:right\">{}{day}</p>\n</body>\n</html>\n", escape(signed));
    out.into_bytes()
}

fn posts<'a>(desk: &Desk<'a>, who: &crate::model::session::Who) -> Option<&'a str> {
    use crate::model::session::Who;
    match who {
        Who::Person(id) | Who::PersonAndOthers(id, _) => Some(desk.people.about(*id).posts.as_str()),
        Who::Post(_) => None,
    }
}
