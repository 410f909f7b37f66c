//! Turns two texts of one regulation into what became of each article: added, removed, changed, renumbered or the same.
//!
//! Articles are paired by likeness and in order, so an inserted one does not make all that follow look changed. What is left
//! is paired by number, and what stands elsewhere in nearly the same words was moved.

use super::pairing::{align, by_number, moved, pairs};
use crate::model::regulation::{Anchor, Block, Statute};

/// What became of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The same words under the same number.
    Same,
    /// The same words under another number.
    Renumbered,
    /// Other words.
    Changed,
    /// Only in the newer text.
    Added,
    /// Only in the older text.
    Removed,
}

/// An article of one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side<'a> {
    /// Its address.
    pub anchor: Anchor,
    /// 第十二条.
    pub label: &'a str,
}

/// An article in both texts, or in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// What became of it.
    pub fate: Fate,
    /// In the older text.
    pub older: Option<Side<'a>>,
    /// In the newer text.
    pub newer: Option<Side<'a>>,
    /// Its paragraphs and items, each in pieces.
    pub lines: Vec<Vec<Piece>>,
}

/// Words of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Kept(String),
    /// Only in the older text.
    Gone(String),
    /// Only in the newer text.
    New(String),
}

struct Text<'a> {
    side: Side<'a>,
    lines: Vec<String>,
    pairs: Vec<u64>,
}

/// Two articles less alike than this are two articles, not one that was changed.
const ALIKE: f32 = 0.4;
/// Paragraphs of an article less alike than this are two.
const LINES_ALIKE: f32 = 0.3;

/// Compares two texts.
pub fn compare<'a>(older: &'a Statute, newer: &'a Statute) -> Vec<Row<'a>> {
    let (old, new) = (texts(older), texts(newer));
    let mut rows = Vec::new();
    let side = |text: &Text<'a>| text.side;
    let whole =
        |text: &Text<'a>, piece: fn(String) -> Piece| text.lines.iter().cloned().map(|l| vec![piece(l)]).collect();
    let labels = |texts: &[Text<'a>]| texts.iter().map(|text| text.side.label).collect::<Vec<_>>();
    fn alike<'t>(texts: &'t [Text<'_>]) -> Vec<&'t [u64]> {
        texts.iter().map(|text| text.pairs.as_slice()).collect()
    }
    let aligned = align(&old, &new, ALIKE, |text| &text.pairs);
    let paired = moved(by_number(aligned, &labels(&old), &labels(&new)), &alike(&old), &alike(&new));
    for pair in paired {
        rows.push(match pair {
            (Some(a), Some(b)) => {
                let (a, b) = (&old[a], &new[b]);
                let fate = match (a.lines == b.lines, a.side.label == b.side.label) {
                    (true, true) => Fate::Same,
                    (true, false) => Fate::Renumbered,
                    _ => Fate::Changed,
                };
                let lines = if fate == Fate::Changed { lines(&a.lines, &b.lines) } else { whole(b, Piece::Kept) };
                Row { fate, older: Some(side(a)), newer: Some(side(b)), lines }
            }
            (Some(a), None) => {
                let a = &old[a];
                Row { fate: Fate::Removed, older: Some(side(a)), newer: None, lines: whole(a, Piece::Gone) }
            }
            (None, at) => {
                let Some(b) = at.and_then(|at| new.get(at)) else { continue };
                Row { fate: Fate::Added, older: None, newer: Some(side(b)), lines: whole(b, Piece::New) }
            }
        });
    }
    rows
}

fn texts(statute: &Statute) -> Vec<Text<'_>> {
    let text = |(anchor, blocks): (Anchor, &[Block])| {
        let label = blocks.first().map_or("", |block| statute.words(block.label));
        let line = |(at, block): (usize, &Block)| {
            let words = statute.words(block.words);
            if at == 0 { words.to_owned() } else { format!("{}{words}", statute.words(block.label)) }
        };
        let lines = blocks.iter().enumerate().map(line).filter(|line: &String| !line.is_empty());
        let lines: Vec<String> = lines.collect();
        let pairs = pairs(lines.iter().map(String::as_str));
        (anchor, label, lines, pairs)
    };
    let made = statute.articles().map(text);
    made.map(|(anchor, label, lines, pairs)| Text { side: Side { anchor, label }, lines, pairs }).collect()
}

/// The lines of a changed article, the like beside the like.
fn lines(old: &[String], new: &[String]) -> Vec<Vec<Piece>> {
    let with_pairs =
        |lines: &[String]| -> Vec<Vec<u64>> { lines.iter().map(|l| pairs(std::iter::once(l.as_str()))).collect() };
    let (a, b) = (with_pairs(old), with_pairs(new));
    let made = align(&a, &b, LINES_ALIKE, |pairs| pairs).into_iter().map(|pair| match pair {
        (Some(i), Some(j)) => words(&old[i], &new[j]),
        (Some(i), None) => vec![Piece::Gone(old[i].clone())],
        (None, j) => vec![Piece::New(j.map_or(String::new(), |j| new[j].clone()))],
    });
    made.collect()
}

/// The characters of Chinese and the words of the rest.
fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut word = false;
    for (at, c) in text.char_indices() {
        let joins = c.is_ascii_alphanumeric();
        if at > start && !(word && joins) {
            out.push(&text[start..at]);
            start = at;
        }
        word = joins;
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

/// A stretch of equal characters as short as this between two changes is chance.
const CHANCE: usize = 2;

/// The pieces of a line that was changed.
fn words(old: &str, new: &str) -> Vec<Piece> {
    let (a, b) = (tokens(old), tokens(new));
    let ahead = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let behind = a[ahead..].iter().rev().zip(b[ahead..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (left, right) = (&a[ahead..a.len() - behind], &b[ahead..b.len() - behind]);
    let width = right.len() + 1;
    let mut longest = vec![0_u16; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            longest[i * width + j] = if left[i] == right[j] {
                longest[(i + 1) * width + j + 1].saturating_add(1)
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    // Runs of (kept, gone, new).
    let mut runs: Vec<(Vec<&str>, Vec<&str>, Vec<&str>)> = vec![(a[..ahead].to_vec(), Vec::new(), Vec::new())];
    let (mut i, mut j) = (0, 0);
    while i < left.len() || j < right.len() {
        if i < left.len() && j < right.len() && left[i] == right[j] {
            let mut kept = Vec::new();
            while i < left.len() && j < right.len() && left[i] == right[j] {
                kept.push(left[i]);
                (i, j) = (i + 1, j + 1);
            }
            match runs.last_mut() {
                Some((_, gone, new)) if kept.len() <= CHANCE && (i < left.len() || j < right.len()) => {
                    gone.extend(&kept);
                    new.extend(&kept);
                }
                _ => runs.push((kept, Vec::new(), Vec::new())),
            }
        } else if let Some((_, gone, new)) = runs.last_mut() {
            let drop =
                i < left.len() && (j == right.len() || longest[(i + 1) * width + j] >= longest[i * width + j + 1]);
            if drop {
                gone.push(left[i]);
                i += 1;
            } else {
                new.push(right[j]);
                j += 1;
            }
        }
    }
    runs.push((a[a.len() - behind..].to_vec(), Vec::new(), Vec::new()));
    let mut out = Vec::new();
    for (kept, gone, new) in runs {
        let parts = [(kept, Piece::Kept as fn(String) -> Piece), (gone, Piece::Gone), (new, Piece::New)];
        for (tokens, piece) in parts.into_iter().filter(|(tokens, _)| !tokens.is_empty()) {
            out.push(piece(tokens.concat()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn fates(old: &str, new: &str) -> Vec<String> {
        let read = |text: &str| super::super::read(&Arc::from(text), 0, "").statute;
        let (old, new) = (read(old), read(new));
        let label = |side: Option<Side<'_>>| side.map_or("", |side| side.label).to_owned();
        compare(&old, &new)
            .into_iter()
            .map(|row| format!("{:?} {} {}", row.fate, label(row.older), label(row.newer)))
            .collect()
    }

    #[test]
    fn an_inserted_article_only_renumbers_the_rest() {
        let old =
            "第一条 接待来访应当耐心。\n第二条 安排在三日前公示。\n第三条 本规定由信访局解释。\n第四条 记录保存三年。";
        let new = "第一条 接待来访应当耐心。\n第二条 村里也可以预约来访。\n第三条 安排在五日前公示。\n第四条 本规定由信访局解释。";
        assert_eq!(
            fates(old, new),
            [
                "Same 第一条 第一条",
                "Added  第二条",
                "Changed 第二条 第三条",
                "Renumbered 第三条 第四条",
                "Removed 第四条 "
            ]
        );
    }

    #[test]
    fn what_took_the_place_of_an_article_stands_beside_it() {
        let old =
            "第一条 接待来访应当耐心。\n第二条 每月初一公示。\n第三条 记录保存三年。\n第四条 本规定由信访局解释。";
        let new = "第一条 接待来访应当耐心。\n第二条 村委会主任可以代为登记。\n第三条 群众意见逐件答复。\n第三条之一 设意见箱。\n第四条 本规定由信访局解释。";
        let expected = [
            "Same 第一条 第一条",
            "Changed 第二条 第二条",
            "Changed 第三条 第三条",
            "Added  第三条之一",
            "Same 第四条 第四条",
        ];
        assert_eq!(fates(old, new), expected);
    }

    #[test]
    fn an_article_that_was_moved_is_told_where_it_stands_now() {
        let old = "第一条 记录保存三年，专人保管。\n第二条 接待来访应当耐心。\n第三条 安排在三日前公示。\n第四条 本规定由信访局解释。";
        let new = "第一条 接待来访应当耐心。\n第二条 安排在三日前公示。\n第三条 本规定由信访局解释。\n第四条 记录保存五年，专人保管。";
        let expected = [
            "Renumbered 第二条 第一条",
            "Renumbered 第三条 第二条",
            "Renumbered 第四条 第三条",
            "Changed 第一条 第四条",
        ];
        assert_eq!(fates(old, new), expected);
    }

    #[test]
    fn words_are_marked_within_sentences() {
        let shown = |old, new| {
            let piece = |piece: Piece| match piece {
                Piece::Kept(text) => text,
                Piece::Gone(text) => format!("[-{text}]"),
                Piece::New(text) => format!("[+{text}]"),
            };
            words(old, new).into_iter().map(piece).collect::<String>()
        };
        assert_eq!(shown("安排在三日前公示。", "安排在五日前公示。"), "安排在[-三][+五]日前公示。");
        assert_eq!(shown("写明姓名。", "写明姓名、职务。"), "写明姓名[+、职务]。");
        assert_eq!(shown("自2021年7月1日起", "自2026年5月1日起"), "自[-2021年7][+2026年5]月1日起");
        assert_eq!(shown("甲", "乙"), "[-甲][+乙]");
        assert_eq!(shown("", "乙"), "[+乙]");
    }

    proptest::proptest! {
        #[test]
        fn both_texts_can_be_read_back(old in "[甲乙丙丁a1，。]{0,24}", new in "[甲乙丙丁a1，。]{0,24}") {
            let pieces = words(&old, &new);
            let side = |keep: fn(&Piece) -> bool| pieces.iter().filter(|piece| keep(piece)).map(|piece| match piece {
                Piece::Kept(text) | Piece::Gone(text) | Piece::New(text) => text.as_str(),
            }).collect::<String>();
            proptest::prop_assert_eq!(side(|piece| !matches!(piece, Piece::New(_))), old);
            proptest::prop_assert_eq!(side(|piece| !matches!(piece, Piece::Gone(_))), new);
        }
    }
}
