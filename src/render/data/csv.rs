//! Turns sessions into a table for a spreadsheet: UTF-8 with its mark, so that it opens with Chinese intact, one line a session.

use std::borrow::Cow;
use std::io::Write;

use super::{Record, records};
use crate::model::roster::RosterId;
use crate::render::Error;
use crate::render::desk::Desk;

/// The mark by which spreadsheets know UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The table of a roster.
///
/// # Errors
/// When `out` takes no more.
pub fn roster(desk: &Desk<'_>, id: RosterId, out: &mut dyn Write) -> Result<(), Error> {
    table(desk, [id], out)
}

/// The table of the whole site.
///
/// # Errors
/// When `out` takes no more.
pub fn site(desk: &Desk<'_>, out: &mut dyn Write) -> Result<(), Error> {
    table(desk, desk.site.rosters().map(|(id, _)| id), out)
}

fn table(desk: &Desk<'_>, ids: impl IntoIterator<Item = RosterId>, to: &mut dyn Write) -> Result<(), Error> {
    to.write_all(MARK).map_err(Error::Write)?;
    let mut out = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(to);
    let header: Vec<&str> = desk.words.csv_columns.text().split_whitespace().collect();
    out.write_record(&header)?;
    for id in ids {
        let title = &desk.site.roster(id).title;
        for record in records(desk, id) {
            out.write_record(line(desk, title, &record).iter().map(|cell| harmless(cell).into_owned()))?;
        }
    }
    out.flush().map_err(Error::Write)
}

/// The cells of one session, in the order of the header.
fn line(desk: &Desk<'_>, title: &str, record: &Record<'_>) -> [String; 17] {
    let list = |items: Vec<String>| items.join(desk.words.enumeration.text());
    let people = record.people.iter().map(|one| match one.role {
        Some(role) => format!("{role} {}{}", one.name, one.others),
        None => format!("{}{}", one.name, one.others),
    });
    let posts = record.people.iter().flat_map(|one| one.posts.iter().cloned());
    let phones = record.phones.iter().map(|one| match one.scope {
        Some(scope) => desk.words.agenda_unit.fill(&[("unit", scope)]) + one.number,
        None => one.number.to_owned(),
    });
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
        // What a number is for may itself hold the sign between items.
        phones.collect::<Vec<_>>().join(desk.words.poster_note_joint.text()),
        record.kind.to_owned(),
        record.topic.unwrap_or_default().to_owned(),
        record.status.join(desk.words.comma.text()),
        list(record.note.iter().map(|note| (*note).to_owned()).chain(record.terms.iter().cloned()).collect()),
        title.to_owned(),
        record.uid.clone(),
    ]
}

/// With what a formula begins; some spreadsheets of East Asia take the wide signs for the narrow ones.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that no spreadsheet takes for a formula, nor for a number whose first 0 it drops: 07365550100 is to be dialled.
fn harmless(cell: &str) -> Cow<'_, str> {
    let number = cell.len() > 1 && cell.starts_with('0') && cell.bytes().all(|byte| byte.is_ascii_digit());
    if number || cell.starts_with(FORMULA) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_defused_and_the_rest_stands() {
        for cell in ["=1+1", "+44 20 5550 100", "-1", "@a", "\tx", "\nx", "＝1", "＠a", "09995550100"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["2026-12-15", "0999-5550100", "09:00", "12345", "0", "", "甲=乙", "01号楼"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
