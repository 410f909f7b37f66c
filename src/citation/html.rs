//! Turns the safe HTML of a document into the same with its citations as links.
//!
//! It knows what `markdown` writes: a fixed set of tags, every `<` of a text escaped. Words inside links, code and headings
//! are left alone, and so is a citation that a tag cuts in two.

use super::Citation;
use std::ops::Range;

const APART: &[&str] = &["a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"];
const INLINE: &[&str] = &["a", "code", "em", "strong", "sup", "b"];

/// A stretch of plain words and where it stands in the HTML.
struct Run {
    plain: Range<usize>,
    html: usize,
    open: bool,
}

/// Finds the citations of every paragraph and makes links of those that `link` has an address for.
pub fn linked(html: &str, mut link: impl FnMut(&str) -> Vec<(Citation, String)>) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let (mut plain, mut runs) = (String::new(), Vec::<Run>::new());
    let mut apart = 0_usize;
    let mut at = 0;
    let mut flush = |plain: &mut String, runs: &mut Vec<Run>| {
        if plain.contains(['第', '《', '前', '上', '附']) {
            for (citation, href) in link(plain) {
                let range = citation.range;
                let holds = |run: &&Run| run.plain.start <= range.start && range.end <= run.plain.end;
                if let Some(run) = runs.iter().find(holds).filter(|run| run.open) {
                    let start = run.html + range.start - run.plain.start;
                    edits.push((start..start + range.len(), href));
                }
            }
        }
        plain.clear();
        runs.clear();
    };
    while at < html.len() {
        let rest = &html[at..];
        if let Some(tag) = rest.strip_prefix('<') {
            let end = tag.find('>').map_or(html.len(), |end| at + end + 2);
            let closing = tag.starts_with('/');
            let name = tag.trim_start_matches('/');
            let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
            if APART.contains(&name) {
                apart = if closing { apart.saturating_sub(1) } else { apart + 1 };
            }
            if !INLINE.contains(&name) {
                flush(&mut plain, &mut runs);
            }
            at = end;
            continue;
        }
        let (end, words) = match rest.strip_prefix('&').and_then(|entity| entity.find(';')) {
            // What an escaped character is does not matter: no citation holds one.
            Some(end) => (at + end + 2, "&"),
            None => {
                let end = rest.find(['<', '&']).unwrap_or(rest.len()).max(1);
                (at + end, &rest[..end])
            }
        };
        let start = plain.len();
        plain.push_str(words);
        runs.push(Run { plain: start..plain.len(), html: at, open: apart == 0 && words.len() == end - at });
        at = end;
    }
    flush(&mut plain, &mut runs);
    if edits.is_empty() {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len() + edits.len() * 64);
    let mut done = 0;
    for (range, href) in edits {
        out.push_str(&html[done..range.start]);
        out.push_str("<a class=\"cite\" href=\"");
        out.push_str(&href);
        out.push_str("\">");
        out.push_str(&html[range.clone()]);
        out.push_str("</a>");
        done = range.end;
    }
    out.push_str(&html[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::{Known, Reader};

    fn all(html: &str) -> String {
        let known = Known::default();
        linked(html, |text| {
            let found = Reader::new(&known).paragraph(text);
            found.into_iter().map(|one| (one.clone(), format!("#{}", one.place))).collect()
        })
    }

    #[test]
    fn links_words_but_not_links_code_or_headings() {
        let cases = [
            ("<p>依照第三条办理</p>", "<p>依照<a class=\"cite\" href=\"#t3\">第三条</a>办理</p>"),
            ("<p>A &amp; B：依照第三条</p>", "<p>A &amp; B：依照<a class=\"cite\" href=\"#t3\">第三条</a></p>"),
            (
                "<p>依照<strong>第三条</strong></p>",
                "<p>依照<strong><a class=\"cite\" href=\"#t3\">第三条</a></strong></p>",
            ),
            ("<p>依照第<em>三</em>条</p>", "<p>依照第<em>三</em>条</p>"),
            ("<p>见<a href=\"x\">依照第三条</a></p>", "<p>见<a href=\"x\">依照第三条</a></p>"),
            ("<p>写成<code>依照第三条</code></p>", "<p>写成<code>依照第三条</code></p>"),
            ("<h2 id=\"x\">依照第三条</h2>\n", "<h2 id=\"x\">依照第三条</h2>\n"),
        ];
        for (html, expected) in cases {
            assert_eq!(all(html), expected);
        }
    }
}
