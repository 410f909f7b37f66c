//! Turns a workbook (.xlsx) into all its words, hidden ones too: every sheet, comment, text box, name and property.
//!
//! A workbook is never published, and of a table that a roster names only the first sheet is used. What else is in it
//! still lies in the content folder, which is handed on and copied: names of people do not belong in it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::allow::{Allowed, signs};
use super::{Finding, mask, scan};
use crate::diag::{Diagnostic, Phrase, Report};

/// Most bytes unpacked: 64 MiB, as for tables.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;

/// The words of one part of a workbook.
struct Part {
    /// What the part is.
    what: Phrase,
    text: String,
    /// Where each cell begins in the text, by its name.
    cells: Vec<(usize, String)>,
}

/// Scans all of a workbook. `told` is what was scanned of it already, whose findings are not told again.
pub fn check(path: &str, bytes: &[u8], told: &str, allowed: &Allowed, report: &mut Report) {
    let found = |text: &str| -> Vec<(Finding, String)> {
        let texts = scan(text)
            .into_iter()
            .filter_map(|one| text.get(one.range.clone()).map(|found| (one.clone(), found.to_owned())));
        texts.collect()
    };
    let mut known: BTreeSet<String> = found(told).into_iter().map(|(_, text)| signs(&text)).collect();
    for part in parts(bytes).unwrap_or_default() {
        for (Finding { range, kind }, text) in found(&part.text) {
            let passes = allowed.is_own(kind, &text) || allowed.entry(kind, &text).is_some();
            if passes || !known.insert(signs(&text)) {
                continue;
            }
            let cell = part.cells.partition_point(|(start, _)| *start <= range.start).checked_sub(1);
            let cell = cell.and_then(|at| part.cells.get(at)).map_or("", |(_, name)| name.as_str());
            let shown = mask(&text, kind);
            let place = Phrase::new(
                format!("{shown}，在{}{cell}", part.what.get(crate::diag::Lang::Zh)),
                format!("{shown}, in {}{cell}", part.what.get(crate::diag::Lang::En)),
            );
            report.push(Diagnostic::of_path(kind.code(), path).arg("masked", place));
        }
    }
}

/// Scans a table (.csv) that no roster names, in UTF-8 or GB 18030.
pub fn check_text(path: &str, bytes: &[u8], allowed: &Allowed, report: &mut Report) {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => encoding_rs::GB18030.decode(bytes).0,
    };
    for Finding { range, kind } in scan(&text) {
        let found = text.get(range).unwrap_or("");
        if !allowed.is_own(kind, found) && allowed.entry(kind, found).is_none() {
            report.push(Diagnostic::of_path(kind.code(), path).arg("masked", mask(found, kind)));
        }
    }
}

/// The parts of a workbook that hold words, in order of their names; `None` where it is none, or far too large.
fn parts(bytes: &[u8]) -> Option<Vec<Part>> {
    let mut parcel = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut left = MOST_UNPACKED;
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for at in 0..parcel.len() {
        let part = parcel.by_index(at).ok()?;
        let name = part.name().ok()?.into_owned();
        if !name.ends_with(".xml") || !(name.starts_with("xl/") || name.starts_with("docProps/")) {
            continue;
        }
        let mut raw = Vec::new();
        part.take(left + 1).read_to_end(&mut raw).ok()?;
        left = left.checked_sub(raw.len() as u64)?;
        files.insert(name, String::from_utf8_lossy(&raw).into_owned());
    }
    let shared = files.get("xl/sharedStrings.xml").map(|xml| strings(xml)).unwrap_or_default();
    let mut sheets = 0;
    let parts = files.iter().filter(|(name, _)| !name.ends_with("sharedStrings.xml") && !name.contains("/theme/"));
    let parts = parts.filter(|(name, _)| !name.ends_with("styles.xml")).map(|(name, xml)| {
        if name.starts_with("xl/worksheets/") {
            sheets += 1;
            return sheet(xml, &shared, sheets);
        }
        let what = if name.contains("omment") {
            Phrase::new("批注里", "comments")
        } else if name.starts_with("docProps/") {
            Phrase::new("文件属性里", "the properties of the file")
        } else if name == "xl/workbook.xml" {
            Phrase::new("工作表或区域的名称里", "names of sheets or ranges")
        } else {
            Phrase::new("文本框、图表等处", "text boxes, charts and the like")
        };
        Part { what, text: words(xml), cells: Vec::new() }
    });
    Some(parts.collect())
}

/// Shared strings, in order.
fn strings(xml: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut phonetic = false;
    each(xml, |event| match event {
        Seen::Start(element) => match element.local_name().as_ref() {
            "si" => all.push(String::new()),
            "rPh" => phonetic = true,
            _ => {}
        },
        Seen::End(name) => phonetic &= name != "rPh",
        Seen::Text(text) => {
            if let Some(last) = all.last_mut().filter(|_| !phonetic) {
                last.push_str(text);
            }
        }
    });
    all
}

/// The cells of a sheet, a line for each of its lines with bars between; then its headers, footers and the rest.
fn sheet(xml: &str, shared: &[String], number: usize) -> Part {
    let mut part = Part {
        what: Phrase::new(format!("第 {number} 张工作表 "), format!("sheet {number} ")),
        text: String::new(),
        cells: Vec::new(),
    };
    let (mut is_shared, mut inside, mut formula) = (false, false, false);
    each(xml, |event| match event {
        Seen::Start(element) => match element.local_name().as_ref() {
            "row" => part.text.push('\n'),
            "c" => {
                inside = true;
                is_shared = value(element, "t").as_deref() == Some("s");
                part.text.push_str(" | ");
                part.cells.push((part.text.len(), value(element, "r").unwrap_or_default()));
            }
            "f" => formula = true,
            _ => {}
        },
        Seen::End(name) => match name {
            "c" => inside = false,
            "f" => formula = false,
            _ => {}
        },
        Seen::Text(_) if formula => {}
        Seen::Text(text) if inside => match text.trim().parse::<usize>() {
            Ok(at) if is_shared => part.text.push_str(shared.get(at).map_or("", String::as_str)),
            _ => part.text.push_str(&whole(text)),
        },
        Seen::Text(text) => {
            part.text.push('\n');
            part.text.push_str(text);
        }
    });
    part
}

/// `1.3800001234E10` is a number that was typed whole.
fn whole(text: &str) -> String {
    match text.parse::<f64>() {
        Ok(number) if text.contains(['E', 'e']) && number.fract() == 0.0 && number.abs() < 1e18 => {
            format!("{number:.0}")
        }
        _ => text.to_owned(),
    }
}

/// All words of a part: its text, and names that stand in attributes.
fn words(xml: &str) -> String {
    let mut words = String::new();
    each(xml, |event| match event {
        Seen::Start(element) => {
            for name in ["name", "displayName", "author", "title", "descr"] {
                if let Some(value) = value(element, name) {
                    words.push_str(&value);
                    words.push('\n');
                }
            }
        }
        // Runs of one text follow each other; everything else is a text of its own.
        Seen::End("r" | "t") => {}
        Seen::End(_) => words.push('\n'),
        Seen::Text(text) => words.push_str(text),
    });
    words
}

/// What stands in a part.
enum Seen<'a> {
    Start(&'a BytesStart<'a>),
    End(&'a str),
    Text(&'a str),
}

/// Goes through a part up to where it can be read.
fn each(xml: &str, mut look: impl FnMut(Seen<'_>)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) => look(Seen::Start(&element)),
            Event::Empty(element) => {
                look(Seen::Start(&element));
                look(Seen::End(element.local_name().as_ref()));
            }
            Event::End(element) => look(Seen::End(element.local_name().as_ref())),
            Event::Text(text) => look(Seen::Text(&text.xml10_content())),
            Event::CData(text) => look(Seen::Text(&text.xml10_content())),
            Event::GeneralRef(entity) => {
                let sign = entity.resolve_char_ref().ok().flatten().unwrap_or(match entity.xml10_content().as_ref() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    _ => '\'',
                });
                look(Seen::Text(sign.encode_utf8(&mut [0; 4])));
            }
            Event::Eof => return,
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
