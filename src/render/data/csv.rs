//! Turns sessions into a table for a spreadsheet: UTF-8 with its mark, so that it opens with Chinese intact, one line a session.

use super::{Record, records};
use crate::model::roster::RosterId;
use crate::render::Error;
use crate::render::desk::Desk;

/// The mark by which spreadsheets know UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The table of a roster.
///
/// # Errors
/// When a line cannot be written, which would be a bug.
pub fn roster(desk: &Desk<'_>, id: RosterId) -> Result<Vec<u8>, Error> {
    table(desk, [id])
}

/// The table of the whole site.
///
/// # Errors
/// When a line cannot be written, which would be a bug.
pub fn site(desk: &Desk<'_>) -> Result<Vec<u8>, Error> {
    table(desk, desk.site.rosters().map(|(id, _)| id))
}

fn table(desk: &Desk<'_>, ids: impl IntoIterator<Item = RosterId>) -> Result<Vec<u8>, Error> {
    let mut out = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(MARK.to_vec());
    let header: Vec<&str> = desk.words.csv_columns.text().split_whitespace().collect();
    let failed = |error: ::csv::Error| Error::Table(error.to_string());
    out.write_record(&header).map_err(failed)?;
    for id in ids {
        let title = &desk.site.roster(id).title;
        for record in records(desk, id) {
            out.write_record(line(desk, title, &record).iter().map(|cell| harmless(cell))).map_err(failed)?;
        }
    }
    out.into_inner().map_err(|error| Error::Table(error.to_string()))
}

/// The cells of one session, in the order of the header.
fn line(desk: &Desk<'_>, title: &str, record: &Record<'_>) -> [String; 16] {
    let list = |items: Vec<String>| items.join(desk.words.enumeration.text());
    let people = record.people.iter().map(|one| match one.role {
        Some(role) => format!("{role} {}{}", one.name, one.others),
        None => format!("{}{}", one.name, one.others),
    });
    let posts = record.people.iter().flat_map(|one| one.posts.iter().cloned());
    let start = record.spans.first().map(|span| span.start.clone()).unwrap_or_default();
    let end = record.spans.last().and_then(|span| span.end.clone()).unwrap_or_default();
    [
        record.date.clone(),
        record.weekday.to_owned(),
        start,
        end,
        record.time.clone().unwrap_or_default(),
        list(people.collect()),
        list(posts.collect()),
        record.unit.to_owned(),
        list(record.places.iter().map(|place| place.name.to_owned()).collect()),
        list(record.places.iter().filter_map(|place| place.address.map(str::to_owned)).collect()),
        record.kind.to_owned(),
        record.topic.unwrap_or_default().to_owned(),
        record.status.join(desk.words.comma.text()),
        list(record.note.iter().map(|note| (*note).to_owned()).chain(record.terms.iter().cloned()).collect()),
        title.to_owned(),
        record.uid.clone(),
    ]
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_defused_and_the_rest_stands() {
        for cell in ["=1+1", "+86", "-1", "@a", "\tx"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["2026-12-15", "0999-5550100", "9:00", "", "甲=乙"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
