//! Turns a citation into a place of a text on the site, or into what is wrong with it.

use super::place::{ARTICLE, CHAPTER, ITEM, PARAGRAPH, POINT};
use super::{Citation, Document, Place, Shelf, Step};
use crate::model::regulation::{Anchor, RegulationId, Statute};

/// Where the words of a citation stand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context {
    /// The regulation, if it is one.
    pub this: Option<RegulationId>,
    /// The article, paragraph and item.
    pub anchor: Anchor,
    /// The block.
    pub block: usize,
}

/// What a citation leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The text.
    pub text: RegulationId,
    /// The place in it; `None` for the whole.
    pub anchor: Option<String>,
    /// What is wrong.
    pub problem: Option<Problem>,
}

/// What is wrong with a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no such article; this is the last.
    NoArticle(u32),
    /// The article has fewer paragraphs than that.
    NoParagraph {
        /// Its number.
        article: u32,
        /// How many it has.
        has: u32,
    },
    /// The article, or the paragraph of it that is named, has fewer items than that.
    NoItem {
        /// The article.
        article: u32,
        /// How many items.
        has: u32,
    },
    /// The text holds no longer.
    Repealed(Option<RegulationId>),
}

/// What a citation leads to; `None` for a text that the site does not have, and for what means the reader's own place.
pub fn resolve(citation: &Citation, context: &Context, shelf: &Shelf<'_>) -> Option<Resolved> {
    let (id, over) = match &citation.document {
        Document::This => (context.this?, None),
        Document::Named(name) => shelf.find(name)?,
    };
    let own = context.this == Some(id);
    let text = &shelf.texts.get(id.0)?.text;
    let place = &citation.place;
    let over = over.filter(|_| !own);
    if place.is_whole() {
        return (!own).then_some(Resolved { text: id, anchor: None, problem: over });
    }
    let here = if own { *context } else { Context::default() };
    match locate(text, place, &here) {
        Ok(anchor) if own && (anchor.is_empty() || anchor == here.anchor.to_string()) => None,
        Ok(anchor) => {
            Some(Resolved { text: id, anchor: Some(anchor).filter(|anchor| !anchor.is_empty()), problem: over })
        }
        Err(problem) => {
            // Words that only count from where they stand are left alone.
            let problem = over.or(problem)?;
            let elsewhere = |other: RegulationId| Some(locate(&shelf.texts.get(other.0)?.text, place, &here).is_ok());
            if citation.document != Document::This && shelf.alike(id).filter_map(elsewhere).any(|has| has) {
                return None;
            }
            let anchor = parent(text, place).filter(|_| problem_below(&problem));
            Some(Resolved { text: id, anchor, problem: Some(problem) })
        }
    }
}

fn problem_below(problem: &Problem) -> bool {
    !matches!(problem, Problem::NoArticle(_))
}

/// The article of a place whose paragraph or item is missing.
fn parent(text: &Statute, place: &Place) -> Option<String> {
    let Step::Number(number, more) = place.article() else { return None };
    let anchor = Anchor::article(number, u16::try_from(more).ok()?);
    text.find(&anchor.whole()).map(|_| anchor.to_string())
}

/// The address of a place; empty for the whole text. Without a problem where nothing can be said.
fn locate(text: &Statute, place: &Place, here: &Context) -> Result<String, Option<Problem>> {
    if let Some(annex) = place.annex {
        let id = format!("f{}", annex.max(1));
        return Ok(if text.has(&id) { id } else { String::new() });
    }
    if place.article() == Step::Unsaid {
        return chapter(text, place, here);
    }
    let mut anchor = article(text, place.article(), here)?;
    let number = anchor.article;
    let exists = |anchor: &Anchor| text.find(anchor).is_some();
    let low = |value: u32| u16::try_from(value).unwrap_or(u16::MAX);
    let paragraphs = (1..).take_while(|p| exists(&Anchor { paragraph: *p, ..anchor })).count();
    match place.steps[PARAGRAPH] {
        Step::Unsaid if place.steps[ITEM] == Step::Unsaid => return Ok(anchor.to_string()),
        Step::Unsaid => {}
        Step::Here => anchor.paragraph = here.anchor.paragraph,
        Step::Number(value, _) => anchor.paragraph = low(value),
        Step::First(_) => anchor.paragraph = 1,
        Step::Back(count) => {
            anchor.paragraph = here.anchor.paragraph.checked_sub(low(count)).filter(|p| *p > 0).ok_or(None)?
        }
    }
    let counted = u32::try_from(paragraphs).unwrap_or(0);
    if anchor.paragraph > 0 && !exists(&anchor) {
        return Err((counted > 0).then_some(Problem::NoParagraph { article: number, has: counted }));
    }
    let item = match place.steps[ITEM] {
        Step::Unsaid => return Ok(anchor.to_string()),
        Step::Here => here.anchor.item,
        Step::Number(value, _) => low(value),
        Step::First(_) => 1,
        Step::Back(count) => here.anchor.item.checked_sub(low(count)).filter(|item| *item > 0).ok_or(None)?,
    };
    // Named without its paragraph: the one in which the words stand, else the first that has such an item.
    let own = (place.article() == Step::Here).then_some(here.anchor.paragraph).filter(|own| *own > 0);
    let all = own.into_iter().chain(1..=low(counted));
    let holds = |paragraph: u16| Anchor { paragraph, item, ..anchor };
    let found = match anchor.paragraph {
        0 => all.map(holds).find(|anchor| exists(anchor)),
        paragraph => Some(holds(paragraph)).filter(|anchor| exists(anchor)),
    };
    let Some(mut found) = found else {
        let of = |paragraph: u16| (1..).take_while(|item| exists(&Anchor { paragraph, item: *item, ..anchor })).count();
        let has = match anchor.paragraph {
            0 => (1..=low(counted)).map(of).max().unwrap_or(0),
            paragraph => of(paragraph),
        };
        return Err(Some(Problem::NoItem { article: number, has: u32::try_from(has).unwrap_or(0) }));
    };
    if let Step::Number(point, _) = place.steps[POINT] {
        let point = Anchor { sub_item: low(point), ..found };
        found = if exists(&point) { point } else { found };
    }
    Ok(found.to_string())
}

fn article(text: &Statute, step: Step, here: &Context) -> Result<Anchor, Option<Problem>> {
    match step {
        Step::Number(number, more) => {
            let anchor = Anchor::article(number, u16::try_from(more).unwrap_or(u16::MAX));
            if text.find(&anchor).is_some() {
                return Ok(anchor);
            }
            let last = text.articles().map(|(anchor, _)| anchor).filter(|a| a.part == Default::default() && !a.point);
            Err(last.map(|anchor| anchor.article).max().map(Problem::NoArticle))
        }
        Step::Back(count) => {
            let own = here.anchor.whole();
            let mut known: Vec<Anchor> = text.articles().map(|(anchor, _)| anchor).collect();
            known.dedup();
            let at = known.iter().position(|anchor| *anchor == own).ok_or(None)?;
            at.checked_sub(count as usize).and_then(|at| known.get(at).copied()).ok_or(None)
        }
        _ => Some(here.anchor.whole()).filter(|anchor| !anchor.is_none()).ok_or(None),
    }
}

/// The heading of a chapter or section. 本章 is the one before the words.
fn chapter(text: &Statute, place: &Place, here: &Context) -> Result<String, Option<Problem>> {
    let mut place = *place;
    let before = text.headings().iter().filter(|heading| (heading.block as usize) < here.block);
    for (level, rank) in [(ARTICLE - 3, 1), (CHAPTER, 3)] {
        if place.steps[level] == Step::Here {
            let own = before.clone().rfind(|heading| heading.rank == rank).ok_or(None)?;
            place.steps[level] = Step::Number(own.number, 0);
        }
    }
    let id = place.to_string();
    if text.has(&id) {
        return Ok(id);
    }
    let mut ending = text.headings().iter().filter(|heading| heading.id.ends_with(&format!("-{id}")));
    match (ending.next(), ending.next()) {
        (Some(only), None) => Ok(only.id.clone()),
        _ => Err(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::Reader;
    use crate::model::regulation::Regulation;
    use crate::model::unit::UnitId;
    use std::sync::Arc;

    const RULE: &str = "# 第一章　总则\n\n第一条　甲。\n\n乙：\n\n（一）丙；\n\n（二）丁。\n\n戊。\n\n第二条　己。\n\n第二条之一　庚。\n\n\
                        # 第二章　附则\n\n## 第一节　杂项\n\n第三条　辛。\n";

    fn regulation(title: &str, effective: &str) -> Regulation {
        Regulation {
            unit: UnitId(0),
            stem: title.to_owned(),
            title: title.to_owned(),
            number: None,
            issuer: None,
            category: None,
            adopted: None,
            effective: effective.parse().ok(),
            repealed: None,
            source: None,
            short: Vec::new(),
            supersedes: None,
            superseded_by: None,
            text: crate::statute::read(&Arc::from(RULE), 0, title).statute,
            cited: Vec::new(),
        }
    }

    #[test]
    fn of_two_texts_of_one_title_that_have_no_dates_the_one_that_has_the_place_may_be_meant() {
        let (mut short, long) = (regulation("来访办法", ""), regulation("来访办法", ""));
        short.text = crate::statute::read(&Arc::from("第一条　甲。\n"), 0, "来访办法").statute;
        for texts in [[short.clone(), long.clone()], [long, short]] {
            let shelf = Shelf::new(&texts, "2026-12-01".parse().expect("a day"));
            let problem = |words: &str| {
                let found = Reader::new(shelf.known()).paragraph(words);
                let resolved = found.last().and_then(|one| resolve(one, &Context::default(), &shelf));
                resolved.and_then(|one| one.problem)
            };
            assert_eq!(problem("依照《来访办法》第三条办理"), None);
            assert!(problem("依照《来访办法》第九条办理").is_some());
        }
    }

    /// What the first citation with a part leads to, or what is wrong with it, from a place in the new text.
    fn lead(words: &str, from: &str) -> String {
        let mut old = regulation("来访办法（2020年）", "2020-01-01");
        old.superseded_by = Some(RegulationId(1));
        let texts = [old, regulation("来访办法", "2026-01-01"), regulation("中华人民共和国来访法", "2025-01-01")];
        let shelf = Shelf::new(&texts, "2026-12-01".parse().expect("a day"));
        let anchor = Anchor::parse(from).unwrap_or_default();
        let context = Context { this: Some(RegulationId(1)), anchor, block: 30 };
        let found = Reader::new(shelf.known()).paragraph(words);
        let resolved = found.last().and_then(|citation| resolve(citation, &context, &shelf));
        resolved.map_or("nothing".to_owned(), |one| {
            let problem = one.problem.map_or(String::new(), |problem| format!(" {problem:?}"));
            format!("{}#{}{problem}", one.text.0, one.anchor.unwrap_or_default())
        })
    }

    #[test]
    fn a_citation_leads_to_its_place() {
        let cases = [
            ("依照本办法第二条办理", "t1-1", "1#t2"),
            ("依照本办法第一条第二款第（二）项办理", "t3-1", "1#t1-2-2"),
            ("依照本办法第一条第（二）项办理", "t3-1", "1#t1-2-2"),
            ("依照本办法第二条之一办理", "t3-1", "1#t2z1"),
            ("依照前款办理", "t1-2", "1#t1-1"),
            ("依照前两款办理", "t1-3", "1#t1-1"),
            ("依照前款办理", "t1-1", "nothing"),
            ("依照前款第（一）项办理", "t1-3", "1#t1-2-1"),
            ("依照前条办理", "t3-1", "1#t2z1"),
            ("依照前条办理", "t1-1", "nothing"),
            ("依照第一款办理", "t1-3", "1#t1-1"),
            ("有第（一）项情形的", "t1-3", "1#t1-2-1"),
            ("依照本办法第二章第一节办理", "t1-1", "1#c2-1"),
            ("依照《来访办法》办理", "t1-1", "nothing"),
            ("依照《来访法》第一条第一款办理", "t1-1", "2#t1-1"),
            ("依照中华人民共和国来访法第三条办理", "t1-1", "2#t3"),
            ("依照《来访办法（2020年）》第三条办理", "t1-1", "0#t3"),
            ("依照《去访办法》第三条办理", "t1-1", "nothing"),
            ("依照本办法第四条办理", "t1-1", "1# NoArticle(3)"),
            ("依照本办法第二条第二款办理", "t1-1", "1#t2 NoParagraph { article: 2, has: 1 }"),
            ("依照本办法第一条第二款第（三）项办理", "t1-1", "1#t1 NoItem { article: 1, has: 2 }"),
        ];
        for (words, from, expected) in cases {
            assert_eq!(lead(words, from), expected, "{words} in {from}");
        }
    }
}
