use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::model::past::{Facts, Field, Item, ItemKind};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

fn next(last: Option<&Entry>, title: &str, on: u32) -> Entry {
    let item = Item::new(ItemKind::Notice, "liushu", "a \"b");
    let put = BTreeMap::from([(item, Facts::default().with(Field::Title, title))]);
    Entry::after(last.map(Entry::release).as_ref(), "qinghe", (day(on), day(on)), put, BTreeSet::new()).unwrap()
}

fn text(entries: &[&Entry]) -> String {
    entries.iter().map(|entry| entry.line().unwrap()).collect()
}

fn three() -> [Entry; 3] {
    let one = next(None, "甲\n\u{20000}", 1);
    let two = next(Some(&one), "乙", 1);
    let three = next(Some(&two), "丙", 5);
    [one, two, three]
}

#[test]
fn what_is_written_is_read_again() {
    let [one, two, three] = three();
    let whole = text(&[&one, &two, &three]);
    let chain = read(whole.as_bytes());
    assert_eq!(chain, Chain { entries: vec![one, two, three], fault: None, length: whole.len() });
    assert_eq!(read(b""), Chain::default());
    let windows = read(whole.replace('\n', "\r\n").as_bytes());
    assert_eq!((windows.entries, windows.fault), (chain.entries, None));
}

#[test]
fn every_kind_of_damage_is_told_apart() {
    let [one, two, three] = three();
    let other = next(Some(&one), "另", 2);
    let early = {
        let put = BTreeMap::new();
        Entry::after(Some(&three.release()), "qinghe", (day(4), day(6)), put, BTreeSet::new()).unwrap()
    };
    let foreign =
        Entry::after(Some(&one.release()), "elsewhere", (day(9), day(9)), BTreeMap::new(), BTreeSet::new()).unwrap();
    let later = {
        let body = one.line().unwrap().replace("\"format\":1", "\"format\":2");
        let body = format!("{}}}", &body[..body.len() - 1 - 77]);
        format!(
            "{},\"sha256\":\"{}\"}}\n",
            &body[..body.len() - 1],
            crate::digest::hex(&crate::digest::of(body.as_bytes()))
        )
    };
    let all = text(&[&one, &two, &three]);
    let never = {
        let gone = BTreeSet::from([Item::new(ItemKind::Page, "", "never")]);
        Entry::after(Some(&one.release()), "qinghe", (day(9), day(9)), BTreeMap::new(), gone).unwrap()
    };
    let cases: Vec<(String, usize, FaultKind)> = vec![
        (text(&[&one, &three]), 2, FaultKind::WrongOrder),
        (text(&[&two]), 1, FaultKind::WrongOrder),
        (text(&[&one, &two, &two]), 3, FaultKind::Diverged { after: 1, number: 2 }),
        (text(&[&one, &two, &other]), 3, FaultKind::Diverged { after: 1, number: 2 }),
        (text(&[&one, &one]), 2, FaultKind::Diverged { after: 0, number: 1 }),
        (text(&[&one, &two, &three, &early]), 4, FaultKind::Backward),
        (text(&[&one, &foreign]), 2, FaultKind::OtherSite { site: "elsewhere".into() }),
        (format!("{}<<<<<<< HEAD\n", text(&[&one])), 2, FaultKind::Conflict),
        (text(&[&one, &never]), 2, FaultKind::NotThere { item: "page:never".into() }),
        (text(&[&one]) + &later, 2, FaultKind::Unreadable),
        (all.replace("乙", "已"), 2, FaultKind::WrongHash),
        (all.replace("\"declared\"", "\"Declared\""), 1, FaultKind::WrongHash),
        (format!("{}\n{}", text(&[&one]), text(&[&two])), 2, FaultKind::Unreadable),
        (all[..all.len() - 9].to_owned(), 3, FaultKind::HalfWritten),
        ("\u{feff}".to_owned() + &all, 1, FaultKind::WrongHash),
    ];
    for (text, line, kind) in cases {
        let chain = read(text.as_bytes());
        // The line of a later format is no first entry here, but of that format all the same.
        let kind = if text.contains("\"format\":2") { FaultKind::Later } else { kind };
        assert_eq!(chain.fault, Some(Fault { line, kind }), "{text}");
        assert_eq!(chain.entries.len(), line - 1);
    }
}

/// Lines made by hand, with hashes that hold.
#[test]
fn what_no_program_writes_is_named_with_its_line() {
    let [one, two, _] = three();
    let sealed = |from: &str, to: &str| {
        let line = two.line().unwrap();
        let (object, _) = crate::ledger::seal::unseal(line.trim_end()).unwrap();
        assert!(object.contains(from), "{object}");
        let object = object.replace(from, to);
        crate::ledger::seal::seal(&object, &crate::digest::of(object.as_bytes()))
    };
    let put = "\"notice:liushu/a \\\"b\":{\"title\":\"乙\"}";
    let cases = [
        (put, "\"page:../../evil/x\":{\"title\":\"乙\"}", "page:../../evil/x"),
        (put, "\"page:a//x\":{\"title\":\"乙\"}", "page:a//x"),
        (put, "\"page:./x\":{\"title\":\"乙\"}", "page:./x"),
        (put, "\"page:a/..\":{\"title\":\"乙\"}", "page:a/.."),
        (put, "\"page:\":{\"title\":\"乙\"}", "page:"),
        (put, "\"unit:a/../b\":{\"name\":\"乙\"}", "unit:a/../b"),
        (put, "\"notice:a\\u0007b\":{\"title\":\"乙\"}", "notice:a\u{7}b"),
        (put, "\"session:a/r#k\":{\"changes\":\"18446744073709551615\"}", "changes: 18446744073709551615"),
        (put, "\"session:a/r#k\":{\"changes\":\"-1\"}", "changes: -1"),
        (put, "\"session:a/r#k\":{\"date\":\"+262142-01-01\"}", "date: +262142-01-01"),
        (put, "\"session:a/r#k\":{\"date\":\"neulich\"}", "date: neulich"),
        ("\"declared\":\"2026-12-01\"", "\"declared\":\"+262142-12-31\"", "+262142-12-31"),
        ("\"recorded\":\"2026-12-01\"", "\"recorded\":\"1899-12-31\"", "1899-12-31"),
        ("\"gone\":[]", "\"gone\":[\"notice:liushu/a \\\"b\"]", "notice:liushu/a \"b"),
    ];
    for (from, to, what) in cases {
        let chain = read((one.line().unwrap() + &sealed(from, to)).as_bytes());
        let fault = Fault { line: 2, kind: FaultKind::Odd { what: what.to_owned() } };
        assert!(fault.phrase().get(crate::diag::Lang::Zh).contains("第 2 行"));
        assert_eq!(chain.fault, Some(fault), "{to}");
    }
}

/// A later program writes a higher format and still reads this one, which keeps its bytes.
#[test]
fn an_entry_keeps_the_format_it_was_written_in() {
    let [one, ..] = three();
    assert_eq!(one.format, crate::ledger::entry::FORMAT);
    let line = one.line().unwrap();
    let (object, _) = crate::ledger::seal::unseal(line.trim_end()).unwrap();
    let object = object.replace("\"format\":1", "\"format\":0");
    let none = crate::ledger::seal::seal(&object, &crate::digest::of(object.as_bytes()));
    assert_eq!(read(none.as_bytes()).fault, Some(Fault { line: 1, kind: FaultKind::Unreadable }));
    let second = Entry { format: 2, ..one.clone() };
    assert!(second.line().unwrap().contains("\"format\":2"), "written as it was read");
}

#[test]
fn two_ledgers_are_compared() {
    let [one, two, three] = three();
    let other = next(Some(&one), "另", 2);
    let cases = [
        (vec![], vec![], Relation::Same),
        (vec![&one, &two], vec![&one, &two], Relation::Same),
        (vec![&one, &two, &three], vec![&one], Relation::Ahead),
        (vec![&one], vec![&one, &two], Relation::Behind),
        (vec![&one, &two, &three], vec![&one, &other], Relation::Diverged { after: 1 }),
        (vec![&other], vec![&one], Relation::Diverged { after: 0 }),
    ];
    for (a, b, expected) in cases {
        let own = |entries: Vec<&Entry>| entries.into_iter().cloned().collect::<Vec<_>>();
        assert_eq!(relation(&own(a), &own(b)), expected);
    }
}

proptest! {
    /// A ledger cut at any byte keeps every entry before the cut, and none of it is taken for something else.
    #[test]
    fn cut_anywhere_the_whole_entries_stay(cut in 0_usize..10_000) {
        let whole = text(&three().iter().collect::<Vec<_>>());
        let cut = cut % whole.len();
        let chain = read(&whole.as_bytes()[..cut]);
        let ends: Vec<usize> = whole.match_indices('\n').map(|(at, _)| at).collect();
        // An entry without its line end is whole.
        prop_assert_eq!(chain.entries.len(), ends.iter().filter(|end| **end <= cut).count());
        prop_assert!(chain.broken().is_none());
    }

    /// Any one byte changed is found, in its line or the next.
    #[test]
    fn any_changed_byte_is_found(at in 0_usize..10_000, bit in 0_u8..8) {
        let whole = text(&three().iter().collect::<Vec<_>>()).into_bytes();
        let mut changed = whole.clone();
        let at = at % whole.len();
        changed[at] ^= 1 << bit;
        let line = whole[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        let fault = read(&changed).fault;
        // The last line end alone is not part of any entry.
        if at + 1 < whole.len() {
            prop_assert_eq!(fault.map(|fault| fault.line), Some(line));
        }
    }
}
