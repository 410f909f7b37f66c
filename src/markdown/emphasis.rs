//! Turns Markdown whose bold stands beside Chinese punctuation into Markdown that CommonMark reads as bold.
//!
//! CommonMark lets `**` open or close only by rules made for words between blanks, so `**注意：**请看` stays as
//! typed. An empty comment beside such a mark counts as punctuation for those rules and lets it both open and close;
//! the parser's event for the comment is dropped and every offset mapped back. pulldown-cmark's own mend is merged
//! upstream, but in no release up to 0.13.6: this module goes when one ships it.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::cjk;

const COMMENT: &str = "<!---->";

/// A Markdown body made ready for the parser.
pub(super) struct Prepared<'a> {
    text: Cow<'a, str>,
    /// Where in the body a comment was put, in order.
    places: Vec<usize>,
    /// Where those comments lie in the lengthened text.
    shifted: Vec<usize>,
}

impl<'a> Prepared<'a> {
    /// Puts comments where emphasis needs them; borrows the body where it does not.
    pub(super) fn new(body: &'a str, options: Options) -> Self {
        let places = places(body, options);
        let shifted = places.iter().enumerate().map(|(nth, at)| at + nth * COMMENT.len()).collect();
        Self { text: insert(body, &places), places, shifted }
    }

    /// The events with byte ranges in the body, neighbouring texts merged.
    pub(super) fn events(&self, options: Options) -> Vec<(Event<'_>, Range<usize>)> {
        let ours = |(event, range): &(Event<'_>, Range<usize>)| {
            matches!(event, Event::InlineHtml(_)) && self.shifted.binary_search(&range.start).is_ok()
        };
        let kept = Parser::new_ext(&self.text, options).into_offset_iter().filter(|item| !ours(item));
        TextMergeWithOffset::new(kept)
            .map(|(event, range)| (event, self.in_body(range.start)..self.in_body(range.end)))
            .collect()
    }

    fn in_body(&self, at: usize) -> usize {
        let before = self.shifted.partition_point(|&place| place + COMMENT.len() <= at);
        match self.shifted.get(before) {
            // An offset inside a comment is the place where the comment was put.
            Some(&place) if place < at => self.places[before],
            _ => at - before * COMMENT.len(),
        }
    }
}

fn insert<'a>(body: &'a str, places: &[usize]) -> Cow<'a, str> {
    if places.is_empty() {
        return Cow::Borrowed(body);
    }
    let mut out = String::with_capacity(body.len() + places.len() * COMMENT.len());
    let mut done = 0;
    for &place in places {
        out.push_str(&body[done..place]);
        out.push_str(COMMENT);
        done = place;
    }
    out.push_str(&body[done..]);
    Cow::Owned(out)
}

/// Where a comment helps: in order, never inside code, an address or a mark at the start of a line.
fn places(body: &str, options: Options) -> Vec<usize> {
    let mut runs: Vec<(Range<usize>, usize)> = Vec::new();
    let mut at = 0;
    while let Some(found) = body[at..].find('*') {
        let start = at + found;
        let end = start + body[start..].bytes().take_while(|&b| b == b'*').count();
        if let Some(place) = place(body, start..end) {
            runs.push((start..end, place));
        }
        at = end;
    }
    if runs.is_empty() {
        return Vec::new();
    }
    // Only now is it worth parsing: stars count where the parser sees text or emphasis.
    let mut live = vec![false; runs.len()];
    let mut mark = |range: Range<usize>| {
        let mut nth = runs.partition_point(|(run, _)| run.end <= range.start);
        while runs.get(nth).is_some_and(|(run, _)| run.start < range.end) {
            live[nth] = true;
            nth += 1;
        }
    };
    let mut code = false;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Text(_) if !code => mark(range),
            Event::Start(Tag::Strong | Tag::Emphasis) => {
                mark(range.start..range.start + 1);
                mark(range.end.saturating_sub(1)..range.end);
            }
            _ => {}
        }
    }
    runs.into_iter().zip(live).filter(|(_, live)| *live).map(|((_, place), _)| place).collect()
}

/// Where to put a comment beside one run of stars, if the rules for blanks would misread it.
fn place(body: &str, run: Range<usize>) -> Option<usize> {
    let before = body[..run.start].chars().next_back()?;
    let after = body[run.end..].chars().next()?;
    let chinese = |c| cjk::is_letter(c) || cjk::is_wide_punctuation(c) || cjk::is_shared_mark(c);
    if before == '\\' || before.is_whitespace() || after.is_whitespace() || !(chinese(before) || chinese(after)) {
        return None;
    }
    match (cjk::is_punctuation(before), cjk::is_punctuation(after)) {
        (true, false) => Some(run.end),
        (false, true) => Some(run.start),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_to_the_body() {
        let body = "前**“甲”**后**乙：**丙 <b> 丁";
        let prepared = Prepared::new(body, Options::empty());
        assert_eq!(prepared.places.len(), 3);
        let events = prepared.events(Options::empty());
        let html = events.iter().find(|(event, _)| matches!(event, Event::InlineHtml(_)));
        assert_eq!(&body[html.unwrap().1.clone()], "<b>");
        for (event, range) in &events {
            if let Event::Text(text) = event {
                assert_eq!(&body[range.clone()], text.as_ref());
            }
        }
    }

    #[test]
    fn nothing_is_inserted_where_it_would_show() {
        for body in [
            "`甲**《乙》**`",
            "    甲**《乙》**",
            "甲\\**《乙》",
            "[a](甲*《乙》*)",
            "**普通**的",
            "**plain** text",
            "* 甲",
        ] {
            assert!(Prepared::new(body, Options::empty()).places.is_empty(), "{body}");
        }
    }
}
