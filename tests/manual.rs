//! The manual of keys, for clerks: written from the one table of fields, so that it says what the program reads.
//!
//! `UPDATE_DOCS=1 cargo test --test manual` writes `docs/fields.zh-CN.md` anew.

#![allow(clippy::unwrap_used, reason = "a test stops at what it cannot read")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use gongshi::diag::Lang;
use gongshi::load::fields::{Kind, Shape, file_kinds};

const DOCUMENT: &str = "docs/fields.zh-CN.md";

/// The kinds within a kind, each once, in the order in which they are met.
fn within(kind: &'static Kind, seen: &mut BTreeSet<&'static str>, all: &mut Vec<&'static Kind>) {
    for inner in kind.rows().filter_map(|field| field.shape.kind()) {
        if seen.insert(inner.id) {
            all.push(inner);
            within(inner, seen, all);
        }
    }
}

fn cell(words: &str) -> String {
    words.replace('|', "\\|").replace('\n', " ")
}

fn table(kind: &'static Kind, out: &mut String) {
    _ = writeln!(out, "| 键 | 说的是什么 | 怎么写 | 例子 | 也认 |\n| --- | --- | --- | --- | --- |");
    for field in kind.rows() {
        let must = if field.required { "（必写）" } else { "" };
        let also: Vec<&str> = field.names().skip(1).collect();
        let shape = match field.shape.kind() {
            Some(inner) if !matches!(field.shape, Shape::Text) => {
                format!("{}，见“{}”", field.shape.words().get(Lang::Zh), inner.zh)
            }
            _ => field.shape.words().get(Lang::Zh).to_owned(),
        };
        _ = writeln!(
            out,
            "| **{}**{must} | {} | {} | `{}` | {} |",
            field.zh,
            cell(field.doc(Lang::Zh)),
            cell(&shape),
            cell(field.example),
            cell(&also.join("、"))
        );
    }
    out.push('\n');
}

#[test]
fn the_manual_says_what_the_program_reads() {
    let mut text = "# 每个文件里能写什么\n\n这张表由 `tests/manual.rs` 从程序读的那一张键表写成，不会跟程序不一样。键可以写中文，也可以写“也认”一栏里的任何一个。\
                    一句话在程序里是什么意思，见[写法一览](wordings.zh-CN.md)；提示里的编号用 `gongshi explain` 查。\n\n"
        .to_owned();
    let mut seen = BTreeSet::new();
    let mut parts: Vec<&'static Kind> = Vec::new();
    for kind in file_kinds() {
        seen.insert(kind.id);
        _ = writeln!(text, "## {}\n", kind.zh);
        table(kind, &mut text);
    }
    for kind in file_kinds() {
        within(kind, &mut seen, &mut parts);
    }
    text.push_str("# 文件里一组一组的内容\n\n");
    for kind in parts {
        _ = writeln!(text, "## {}\n", kind.zh);
        table(kind, &mut text);
    }
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join(DOCUMENT);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&target, &text).unwrap();
    }
    let there = std::fs::read_to_string(&target).unwrap_or_default();
    let differs = text.lines().zip(there.lines()).find(|(new, old)| new != old);
    assert!(there == text, "{DOCUMENT} says something else, first in {differs:?}; UPDATE_DOCS=1 writes it anew");
}
