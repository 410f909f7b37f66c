//! `海报:` becomes the list of notices that a build makes.

use crate::diag::code::posters as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::model::paper::Paper;
use crate::model::poster::{PosterKind, PosterWish};
use crate::source::Text;

/// Words for kinds; the first of each language is the one to recommend.
const KINDS: [(PosterKind, &[&str]); 9] = [
    (PosterKind::Month, &["月告示", "告示", "month"]),
    (PosterKind::Day, &["单日告示", "单日", "每日", "今日接待", "day"]),
    (PosterKind::Change, &["变更告示", "变更公告", "变更", "change", "changes"]),
    (PosterKind::Unit, &["单位告示", "单位", "unit"]),
    (PosterKind::Set, &["成套", "一套", "set"]),
    (PosterKind::Flow, &["流程图", "flow chart", "flow"]),
    (PosterKind::Leaflet, &["明白纸", "明白卡", "leaflet"]),
    (PosterKind::Panels, &["展板", "宣传栏", "panels"]),
    (PosterKind::Booklet, &["单行本", "booklet"]),
];

/// Words for printing without colours.
const MONO: [&str; 4] = ["单色", "黑白", "mono", "black"];

/// The notices wanted, each once and in order; nothing said means [`PosterWish::defaults`].
///
/// Papers alone name no kind: `海报: A4` is the usual notices, the roster on A4.
pub(super) fn wishes(said: &[Text], report: &mut Report) -> Vec<PosterWish> {
    let none = |text: &Text| matches!(text.trimmed().to_ascii_lowercase().as_str(), "无" | "none");
    if let Some(text) = said.iter().find(|text| none(text)) {
        if said.len() > 1 {
            let reason = Phrase::new("“无”不能和别的写在一起", "\"none\" cannot stand beside others");
            report.push(refusal(text, reason));
        }
        return Vec::new();
    }
    let read: Vec<(Option<PosterKind>, PosterWish)> = said.iter().filter_map(|text| wish(text, report)).collect();
    let mut wishes: Vec<PosterWish> = read.iter().map(|(_, wish)| *wish).collect();
    if read.iter().all(|(kind, _)| kind.is_none()) {
        wishes.extend(PosterWish::defaults().into_iter().filter(|wish| wish.kind != PosterKind::Month));
    }
    if read.is_empty() {
        return PosterWish::defaults();
    }
    let mut seen = std::collections::BTreeSet::new();
    wishes.retain(|wish| seen.insert(*wish));
    wishes
}

/// One item: a kind, a paper, both, in any order, with or without blanks: `A3 月告示`, `变更A4单色`, `set 300x800`.
fn wish(text: &Text, report: &mut Report) -> Option<(Option<PosterKind>, PosterWish)> {
    let mut rest = text.trimmed().to_lowercase();
    // The longest word first, so that 变更 leaves nothing of 变更告示.
    let mut words: Vec<(&str, Option<PosterKind>)> =
        KINDS.iter().flat_map(|(kind, words)| words.iter().map(|word| (*word, Some(*kind)))).collect();
    words.extend(MONO.iter().map(|word| (*word, None)));
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let (mut kinds, mut mono) = (Vec::new(), false);
    for (word, kind) in words {
        if let Some(at) = rest.find(word) {
            rest.replace_range(at..at + word.len(), " ");
            match kind {
                Some(kind) => kinds.push(kind),
                None => mono = true,
            }
        }
    }
    let paper = rest.split_whitespace().collect::<String>();
    let size = match paper.as_str() {
        "" => None,
        paper => match paper.parse::<Paper>() {
            Ok(paper) => Some(paper),
            Err(()) => {
                let reason = Phrase::new(
                    format!("看不懂“{paper}”"),
                    format!("\"{paper}\" is neither a paper nor a kind of notice"),
                );
                report.push(refusal(text, reason));
                return None;
            }
        },
    };
    if kinds.len() > 1 {
        let reason = Phrase::new("一项里写了两种告示，请分成两项", "one item names two kinds; make them two");
        report.push(refusal(text, reason));
        return None;
    }
    let kind = kinds.first().copied();
    let of = kind.unwrap_or(PosterKind::Month);
    Some((kind, PosterWish { kind: of, paper: size.unwrap_or(of.usual_paper()), mono }))
}

fn refusal(text: &Text, reason: Phrase) -> Diagnostic {
    Diagnostic::new(&codes::UNKNOWN_POSTER, text.span).arg("text", text.trimmed()).arg("reason", reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn items_are_read_in_any_order_and_language() {
        use PosterKind::{Booklet, Change, Day, Flow, Leaflet, Month, Panels, Set, Unit};
        let wish = |kind, paper, mono| PosterWish { kind, paper, mono };
        let usual = PosterWish::usual;
        let cases: &[(&[&str], Vec<PosterWish>)] = &[
            (&[], PosterWish::defaults()),
            (&["无"], vec![]),
            (&["None"], vec![]),
            (&["A4"], vec![wish(Month, Paper::A4, false), usual(Change), usual(Flow), usual(Leaflet)]),
            (
                &["A3", "A2 黑白"],
                vec![usual(Month), wish(Month, Paper::A2, true), usual(Change), usual(Flow), usual(Leaflet)],
            ),
            (
                &["流程图", "A2流程图", "明白纸", "展板 黑白", "单行本"],
                vec![
                    usual(Flow),
                    wish(Flow, Paper::A2, false),
                    usual(Leaflet),
                    wish(Panels, Paper::A3, true),
                    usual(Booklet),
                ],
            ),
            (&["A3 月告示", "A4 变更", "A4 单位", "单日"], vec![usual(Month), usual(Change), usual(Unit), usual(Day)]),
            (&["变更公告A3单色"], vec![wish(Change, Paper::A3, true)]),
            (&["set 300x800 mono", "Month", "month"], vec![wish(Set, Paper::Free(300, 800), true), usual(Month)]),
            (&["单日告示 300×400"], vec![wish(Day, Paper::Free(300, 400), false)]),
        ];
        for (said, expected) in cases {
            let (found, report) = run(said);
            assert_eq!((&found, report.is_empty()), (expected, true), "{said:?}");
        }
    }

    #[test]
    fn what_is_none_is_refused() {
        for said in [&["A5"][..], &["海报"], &["单日变更"], &["无", "A3"], &["50x800"], &["A3 A4"]] {
            assert!(!run(said).1.is_empty(), "{said:?}");
        }
    }

    fn run(said: &[&str]) -> (Vec<PosterWish>, Report) {
        let texts: Vec<Text> = said
            .iter()
            .map(|value| Text { value: (*value).to_owned(), span: Span::default(), verbatim: None })
            .collect();
        let mut report = Report::default();
        (wishes(&texts, &mut report), report)
    }
}
