//! Pairs the articles of two texts: by likeness and in order, then by number, then wherever the words have gone.

use std::collections::{BTreeMap, BTreeSet};

/// An article that stands in another place was moved there if its words are so much alike.
const MOVED: f32 = 0.8;

/// Places of an article in the older and in the newer list.
pub(super) type Pair = (Option<usize>, Option<usize>);

/// Pairs articles of one number that stand between the same two pairs: one was put in the place of the other.
pub(super) fn by_number(aligned: Vec<Pair>, old: &[&str], new: &[&str]) -> Vec<Pair> {
    let mut out = Vec::with_capacity(aligned.len());
    let (mut gone, mut come): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let settle = |gone: &mut Vec<usize>, come: &mut Vec<usize>, out: &mut Vec<Pair>| {
        let mut come = std::mem::take(come).into_iter().peekable();
        let mut waiting: Vec<usize> = Vec::new();
        for a in std::mem::take(gone) {
            let label = old[a];
            if come.clone().any(|b| new[b] == label) {
                out.extend(waiting.drain(..).map(|a| (Some(a), None)));
                while let Some(b) = come.next_if(|b| new[*b] != label) {
                    out.push((None, Some(b)));
                }
                out.push((Some(a), come.next()));
            } else {
                waiting.push(a);
            }
        }
        out.extend(waiting.into_iter().map(|a| (Some(a), None)));
        out.extend(come.map(|b| (None, Some(b))));
    };
    for pair in aligned {
        match pair {
            (Some(a), None) => gone.push(a),
            (None, Some(b)) => come.push(b),
            both => {
                settle(&mut gone, &mut come, &mut out);
                out.push(both);
            }
        }
    }
    settle(&mut gone, &mut come, &mut out);
    out
}

/// Pairs what is gone in one place with what has come in another, where the words are nearly the same.
pub(super) fn moved(pairs: Vec<Pair>, old: &[&[u64]], new: &[&[u64]]) -> Vec<Pair> {
    let mut left: Vec<usize> = pairs.iter().filter(|pair| pair.1.is_none()).filter_map(|pair| pair.0).collect();
    let mut from = BTreeMap::new();
    for b in pairs.iter().filter(|pair| pair.0.is_none()).filter_map(|pair| pair.1) {
        let like = |at: &usize| likeness(old[left[*at]], new[b]);
        // Of equals the first.
        let best = (0..left.len()).rev().max_by(|x, y| like(x).total_cmp(&like(y)));
        if let Some(at) = best.filter(|at| like(at) >= MOVED) {
            from.insert(b, left.remove(at));
        }
    }
    let taken: BTreeSet<usize> = from.values().copied().collect();
    let kept = pairs.into_iter().filter(|pair| pair.1.is_some() || pair.0.is_some_and(|a| !taken.contains(&a)));
    kept.map(|(a, b)| (a.or_else(|| from.get(&b?).copied()), b)).collect()
}

/// The neighbouring characters of a text, sorted: what likeness is measured by.
pub(super) fn pairs<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<u64> {
    let mut pairs = Vec::new();
    for line in lines {
        let mut before = 0_u64;
        for c in line.chars().filter(|c| !c.is_whitespace()) {
            pairs.push(before << 32 | u64::from(u32::from(c)));
            before = u64::from(u32::from(c));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// From 0 to 1: how much of both stands in the other.
fn likeness(a: &[u64], b: &[u64]) -> f32 {
    let (mut i, mut j, mut shared) = (0, 0, 0_u32);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    let total = a.len() + b.len();
    if total == 0 { 1.0 } else { 2.0 * shared as f32 / total as f32 }
}

/// Pairs two lists in order so that the likeness of the pairs is greatest; what is alone has no partner.
pub(super) fn align<T>(old: &[T], new: &[T], least: f32, pairs: impl Fn(&T) -> &Vec<u64>) -> Vec<Pair> {
    let width = new.len() + 1;
    let mut best = vec![0.0_f32; (old.len() + 1) * width];
    let mut like = vec![0.0_f32; old.len() * new.len()];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let likeness = likeness(pairs(&old[i]), pairs(&new[j]));
            like[i * new.len() + j] = likeness;
            let paired = if likeness >= least { best[(i + 1) * width + j + 1] + likeness } else { 0.0 };
            best[i * width + j] = paired.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        let here = best[i * width + j];
        let paired = i < old.len() && j < new.len() && {
            let likeness = like[i * new.len() + j];
            likeness >= least && best[(i + 1) * width + j + 1] + likeness >= here
        };
        if paired {
            out.push((Some(i), Some(j)));
            (i, j) = (i + 1, j + 1);
        } else if i < old.len() && (j == new.len() || best[(i + 1) * width + j] >= here) {
            out.push((Some(i), None));
            i += 1;
        } else {
            out.push((None, Some(j)));
            j += 1;
        }
    }
    out
}
