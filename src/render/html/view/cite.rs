//! Turns words that cite regulations into pieces with links.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::Scope;
use crate::model::regulation::{Cited, RegulationId};
use crate::plan::Output;
use crate::render::html::statute::Link;

/// Some words, and where they lead if they cite.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Piece<'a> {
    pub text: Cow<'a, str>,
    pub href: Option<String>,
}

/// Words of a roster as pieces, in order.
pub fn pieces<'a>(scope: &Scope<'a>, words: &'a str) -> Vec<Piece<'a>> {
    let plain = |text: &'a str| Piece { text: Cow::Borrowed(text), href: None };
    let mut out = Vec::new();
    let mut done = 0;
    for cited in scope.site.cited.get(words).into_iter().flatten() {
        let (Some(before), Some(inside)) = (words.get(done..cited.range.start), words.get(cited.range.clone())) else {
            continue;
        };
        out.extend((!before.is_empty()).then(|| plain(before)));
        out.push(Piece { text: Cow::Borrowed(inside), href: Some(href(scope, cited)) });
        done = cited.range.end;
    }
    let rest = words.get(done..).unwrap_or("");
    out.extend((!rest.is_empty()).then(|| plain(rest)));
    out
}

/// The citations of a regulation as links in its blocks, by where the words of the block begin.
pub fn links(scope: &Scope<'_>, id: RegulationId) -> BTreeMap<u32, Vec<Link>> {
    let regulation = scope.site.regulation(id);
    let mut links: BTreeMap<u32, Vec<Link>> = BTreeMap::new();
    for (words, one) in &regulation.cited {
        let href = match &one.anchor {
            Some(anchor) if one.text == id => format!("#{anchor}"),
            _ => href(scope, one),
        };
        links.entry(words.start).or_default().push((one.range.clone(), href));
    }
    links
}

fn href(scope: &Scope<'_>, cited: &Cited) -> String {
    let to = Output::Regulation(cited.text);
    match &cited.anchor {
        Some(anchor) => scope.href_at(to, anchor),
        None => scope.href(to),
    }
}
