//! Turns the parcel of a workbook (.xlsx) into what the workbook reader does not tell: whether it is small enough to be
//! unpacked, and which lines and columns of a sheet are hidden.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

/// Most bytes of a workbook once unpacked: 64 MiB. A table within the limits has less than a tenth of it.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;

/// What is hidden in a sheet; both count from 0.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    /// Lines.
    pub(super) lines: BTreeSet<u32>,
    /// Columns, of the first [`super::MOST_COLUMNS`].
    pub(super) columns: BTreeSet<u32>,
}

/// Whether the parcel can be unpacked within the limit, found by unpacking it: what it says of its own size may be a lie.
pub(super) fn is_small(bytes: &[u8]) -> Option<bool> {
    let mut parcel = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut left = MOST_UNPACKED;
    for at in 0..parcel.len() {
        let mut part = parcel.by_index(at).ok()?.take(left + 1);
        let size = std::io::copy(&mut part, &mut std::io::sink()).ok()?;
        if size > left {
            return Some(false);
        }
        left -= size;
    }
    Some(true)
}

/// The lines and columns of a sheet that are hidden; `None` when the parcel is not laid out as it should be.
pub(super) fn hidden(bytes: &[u8], sheet: &str) -> Option<Hidden> {
    let mut parcel = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut id = None;
    for_each(&part(&mut parcel, "xl/workbook.xml")?, |element| {
        if element.local_name().as_ref() == "sheet" && value(element, "name").as_deref() == Some(sheet) {
            id = value(element, "id");
        }
    })?;
    let id = id?;
    let mut target = None;
    for_each(&part(&mut parcel, "xl/_rels/workbook.xml.rels")?, |element| {
        if element.local_name().as_ref() == "Relationship" && value(element, "Id").as_ref() == Some(&id) {
            target = value(element, "Target");
        }
    })?;
    let target = target?;
    let path = match target.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("xl/{target}"),
    };
    let mut hidden = Hidden::default();
    let mut line = 0;
    for_each(&part(&mut parcel, &path)?, |element| {
        let number = |name: &str| value(element, name).and_then(|text| text.parse::<u32>().ok());
        let is_hidden = matches!(value(element, "hidden").as_deref(), Some("1" | "true"));
        match element.local_name().as_ref() {
            "col" if is_hidden || value(element, "width").as_deref() == Some("0") => {
                let (Some(first), Some(last)) = (number("min"), number("max")) else { return };
                hidden.columns.extend((first.max(1)..=last.min(super::MOST_COLUMNS as u32)).map(|column| column - 1));
            }
            "row" => {
                line = number("r").unwrap_or(line + 1);
                if is_hidden {
                    hidden.lines.insert(line.saturating_sub(1));
                }
            }
            _ => {}
        }
    })?;
    Some(hidden)
}

fn part(parcel: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<String> {
    let mut text = String::new();
    parcel.by_name(path).ok()?.take(MOST_UNPACKED).read_to_string(&mut text).ok()?;
    Some(text)
}

fn for_each(xml: &str, mut look: impl FnMut(&BytesStart<'_>)) -> Option<()> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) => look(&element),
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

/// The value of an attribute by its name without prefix.
fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found =
        attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}
