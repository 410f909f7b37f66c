//! Turns a roster into a table with its style in every cell, which survives being pasted into another website or a word processor.
//!
//! It is a file of its own that opens by itself; the pages of the site hold no such styles.

use quick_xml::escape::escape;

use super::entry::Entry;
use super::told::{Told, titled};
use crate::model::roster::RosterId;
use crate::model::session::Who;
use crate::render::desk::Desk;

const PAGE: &str = "font-family:SimSun,serif;font-size:12pt;line-height:1.6";
const TITLE: &str = "text-align:center;font-size:16pt;margin:0 0 8px";
const LINE: &str = "margin:6px 0";
const SIGNED: &str = "text-align:right;margin:6px 0";
const TABLE: &str = "border-collapse:collapse;width:100%;border:1px solid #000";
const CELL: &str = "border:1px solid #000;padding:4px 8px;text-align:left;vertical-align:top";
const HEAD: &str = "border:1px solid #000;padding:4px 8px;text-align:left;vertical-align:top;background:#f2f2f2";

/// The column of remarks, the last.
const REMARKS: usize = 5;

/// The file of a roster.
pub fn fragment(desk: &Desk<'_>, id: RosterId) -> Vec<u8> {
    let language = desk.site.settings.language.tag();
    let title = titled(desk.site, desk.words, id);
    // Nothing but the styles of this file is allowed: no script, no picture, no other server.
    let file = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n</head>\n<body style=\"{PAGE}\">\n\
         {}</body>\n</html>\n",
        escape(&title),
        body(desk, id)
    );
    file.into_bytes()
}

/// What is pasted: paragraphs and a table, nothing else. A column that would be empty is left out.
pub fn body(desk: &Desk<'_>, id: RosterId) -> String {
    let Desk { site, words, .. } = *desk;
    let roster = site.roster(id);
    let told = Told::all(desk, words, id);
    let mut out = paragraph(TITLE, &format!("<strong>{}</strong>", escape(&told.title)));
    if let Some(place) = &told.place {
        out += &paragraph(LINE, &escape(words.forms_place.fill(&[("place", place)])));
    }
    if let Some(about) = &told.about {
        out += &paragraph(LINE, &escape(words.forms_about.fill(&[("about", about)])));
    }
    let cells = |entry: &Entry| {
        let posts = entry.row.of(site).people.iter().filter_map(|one| posts(desk, &one.who)).collect::<Vec<_>>();
        let statuses = entry.statuses.iter().map(|status| status.words.as_str());
        let remarks = statuses.chain(entry.kind.as_deref()).chain(entry.about.iter().map(String::as_str));
        let cells = [
            words.noted_day(entry.date, entry.note.as_deref(), false),
            entry.hours.clone().unwrap_or_default(),
            entry.unit.clone() + &entry.names,
            posts.join(words.enumeration.text()),
            entry.places.clone().unwrap_or_default(),
            remarks.collect::<Vec<_>>().join(words.poster_note_joint.text()),
        ];
        (cells, entry.off)
    };
    let lines: Vec<([String; 6], bool)> = told.entries.iter().map(cells).collect();
    let heads = [
        &words.col_date,
        &words.col_hours,
        &words.col_people,
        &words.poster_col_posts,
        &words.col_places,
        &words.col_remarks,
    ];
    let used: Vec<usize> =
        (0..heads.len()).filter(|at| *at == 0 || lines.iter().any(|(cells, _)| !cells[*at].is_empty())).collect();
    out += &format!("<table width=\"100%\" style=\"{TABLE}\">\n<thead>\n<tr>");
    let weight = |at: &usize| {
        let cells = lines.iter().map(|(cells, _)| cells[*at].as_str());
        // Remarks are sentences; they run over lines of a fair length.
        let most =
            if *at == REMARKS { cells.map(width).max().map(|most| most.min(16)) } else { cells.map(longest).max() };
        most.unwrap_or(0) + 3
    };
    let weights: Vec<usize> = used.iter().map(weight).collect();
    let total: usize = weights.iter().sum();
    for (at, weight) in used.iter().zip(&weights) {
        // Word processors keep to widths of the head, if they are no style, and would else give most room to remarks.
        let width = 100 * weight / total.max(1);
        let head = escape(heads[*at].text());
        out += &format!("<th scope=\"col\" width=\"{width}%\" style=\"{HEAD}\"><strong>{head}</strong></th>");
    }
    out += "</tr>\n</thead>\n<tbody>\n";
    for (cells, off) in &lines {
        out += "<tr>";
        for at in &used {
            // Of what does not take place, all but the reason is struck through.
            let struck = if *off && *at < REMARKS { ";text-decoration:line-through" } else { "" };
            out += &format!("<td style=\"{CELL}{struck}\">{}</td>", escape(&cells[*at]));
        }
        out += "</tr>\n";
    }
    out += "</tbody>\n</table>\n";
    for line in
        told.addresses.iter().map(|(_, line)| line).chain(&told.sentences(words)).chain(&site.settings.on_every_notice)
    {
        out += &paragraph(LINE, &escape(line.as_str()));
    }
    out += &paragraph(SIGNED, &escape(roster.issued_by.as_deref().unwrap_or(&site.unit(id.unit).name)));
    if let Some(day) = roster.issued_on {
        out += &paragraph(SIGNED, &escape(words.full_day_plain(day)));
    }
    out
}

/// The width of the longest piece of a cell that should stay on one line, in characters.
fn longest(cell: &str) -> usize {
    /// Longer pieces are broken.
    const MOST: usize = 11;
    cell.split(['、', '，', '；', '（', ',', ';', '(']).map(width).max().unwrap_or(0).min(MOST)
}

/// The width of a text, in Chinese characters.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>().div_ceil(2)
}

fn paragraph(style: &str, html: &str) -> String {
    format!("<p style=\"{style}\">{html}</p>\n")
}

fn posts<'a>(desk: &Desk<'a>, who: &Who) -> Option<&'a str> {
    match who {
        Who::Person(id) | Who::PersonAndOthers(id, _) => {
            Some(desk.people.about(*id).posts.as_str()).filter(|posts| !posts.is_empty())
        }
        Who::Post(_) => None,
    }
}
