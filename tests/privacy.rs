//! Counts what the privacy gate finds of what was planted, and what it finds in ordinary prose.
//!
//! `privacy/planted/*.txt` holds invented people and numbers with right check digits, each marked `⟦kind|as it stands⟧`; the
//! marks are taken away before the scan. `privacy/prose/` holds whole pages of an office's prose, and `privacy/pages.rs`
//! makes more of patterns, the same each time. `cargo test --test privacy -- --nocapture` prints both numbers.

#![expect(clippy::expect_used, reason = "a test stops at what it cannot read")]
#![expect(clippy::print_stdout, reason = "the numbers are what one runs it for")]

#[path = "privacy/pages.rs"]
mod pages;

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use gongshi::privacy::{Kind, scan};

/// Characters of a page.
const PAGE: usize = 800;

/// One planted item: what it is called, where it stands in the text without marks.
struct Item {
    name: String,
    range: Range<usize>,
}

/// The files of a folder in order: name and text.
fn files(folder: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/privacy").join(folder);
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("text"))
    };
    entries.map(read).collect()
}

/// Takes the marks away.
fn unmarked(marked: &str) -> (String, Vec<Item>) {
    let mut text = String::new();
    let mut items = Vec::new();
    let mut rest = marked;
    while let Some((before, inner)) = rest.split_once('⟦') {
        text.push_str(before);
        let (inner, after) = inner.split_once('⟧').expect("a mark that ends");
        let (name, item) = inner.split_once('|').expect("a kind");
        items.push(Item { name: name.to_owned(), range: text.len()..text.len() + item.len() });
        text.push_str(item);
        rest = after;
    }
    text.push_str(rest);
    (text, items)
}

/// The kinds that count as an item found.
fn kinds(name: &str) -> &'static [Kind] {
    match name {
        "id" => &[Kind::ResidentId],
        "id_slip" => &[Kind::ResidentIdSlip],
        "old_id" => &[Kind::OldResidentId],
        "masked_id" => &[Kind::MaskedId],
        "mobile" => &[Kind::Mobile],
        "card" => &[Kind::BankCard, Kind::PerhapsCard],
        "passport" => &[Kind::Passport],
        "plate" => &[Kind::Plate],
        "person" => &[Kind::Person],
        "home" => &[Kind::Home],
        "mail" => &[Kind::Mailbox],
        "chat" => &[Kind::ChatAccount],
        "health" => &[Kind::Health],
        "family" => &[Kind::Family],
        _ => panic!("{name} is no kind"),
    }
}

#[test]
fn everything_planted_is_found() {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for (file, marked) in files("planted") {
        let (text, items) = unmarked(&marked);
        let found = scan(&text);
        for Item { name, range } in items {
            let hit = found.iter().any(|one| {
                kinds(&name).contains(&one.kind) && one.range.start < range.end && range.start < one.range.end
            });
            let count = counts.entry(name.clone()).or_default();
            *count = (count.0 + usize::from(hit), count.1 + 1);
            if !hit {
                let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
                let line = text[line..].lines().next().unwrap_or("");
                missed.push(format!("{file}: {name} {} in {line}", &text[range]));
            }
        }
    }
    let (found, planted) = counts.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    println!("planted: {found} of {planted} found; {counts:?}");
    assert!(planted >= 300, "{planted}");
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn ordinary_prose_is_silent() {
    let mut prose: BTreeMap<String, String> = files("prose");
    assert!(prose.len() >= 15);
    prose.extend((0..pages::COUNT).map(|number| (format!("made {number:03}"), pages::page(number))));
    let characters: usize = prose.values().map(|text| text.chars().count()).sum();
    let count = characters / PAGE;
    let mut alarms = Vec::new();
    for (name, text) in &prose {
        for one in scan(text) {
            let line = text[..one.range.start].rfind('\n').map_or(0, |at| at + 1);
            let line = text[line..].lines().next().unwrap_or("");
            alarms.push(format!("{name}: {:?} {} in {line}", one.kind, &text[one.range]));
        }
    }
    println!("prose: {} false alarms in {count} pages of {PAGE} characters", alarms.len());
    assert!(count >= 100, "{count}");
    // Under one in a hundred pages.
    assert!(alarms.len() * 100 < count, "{}", alarms.join("\n"));
}
