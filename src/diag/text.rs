//! Turns a report into what a terminal shows: the line, a mark under it, what is wrong and what to write.

use std::ops::Range;

use annotate_snippets::renderer::{DEFAULT_TERM_WIDTH, Renderer};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet};

use super::places::Places;
use super::{Diagnostic, Lang, Report, Severity, path_of};
use crate::source::{FileId, Sources, Span};

/// How a report is shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// In which language.
    pub lang: Lang,
    /// With colours for a terminal.
    pub color: bool,
    /// Width of the terminal in columns, to which long lines are cut; 0 for the usual 140.
    pub width: usize,
}

/// Longest line shown as it is, in characters; of a longer one only the part around the mark.
const LONG: usize = 400;

/// Lines of one span that are shown at most.
const MOST_LINES: usize = 4;

/// Places further apart than this many lines are shown apart.
const NEAR: usize = 6;

/// All problems in reading order, each followed by an empty line; empty when there is none.
pub fn render(report: &Report, sources: &Sources, style: Style) -> String {
    let places = Places::new(report, sources);
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(if style.width == 0 { DEFAULT_TERM_WIDTH } else { style.width });
    let mut out = String::new();
    for diagnostic in report.sorted(sources) {
        out.push_str(&one(diagnostic, &places, sources, style.lang, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn one(diagnostic: &Diagnostic, places: &Places<'_>, sources: &Sources, lang: Lang, renderer: &Renderer) -> String {
    let zh = lang == Lang::Zh;
    let (level, name) = match diagnostic.code.severity {
        Severity::Error => (Level::ERROR, if zh { "错误" } else { "error" }),
        Severity::Warning => (Level::WARNING, if zh { "警告" } else { "warning" }),
    };
    let title =
        level.with_name(Some(name)).primary_title(places.cover(diagnostic.message(lang))).id(diagnostic.code.id);
    let mut group = Group::with_title(title);
    match diagnostic.span {
        Some(span) => {
            for marks in together(diagnostic, span, places, lang) {
                group = marks.show(group, places);
            }
        }
        None => {
            let path = path_of(diagnostic, sources);
            group = group.element(Origin::path(if path.is_empty() { "." } else { path }.to_owned()));
        }
    }
    let help = Level::HELP.with_name(Some(if zh { "怎么改" } else { "help" }));
    group = group.element(help.message(places.cover(diagnostic.remedy(lang))));
    let block = diagnostic.corrected.as_ref().filter(|lines| lines.contains('\n') || lines.starts_with(' '));
    if let Some(corrected) = &diagnostic.corrected {
        let note = Level::NOTE.with_name(Some(if zh { "改成" } else { "write" }));
        let as_is = diagnostic.span.map_or("", |span| {
            let line = places.line(span.file, span.range().start);
            places.text(span.file).get(places.lines(span.file, line, line)).unwrap_or("")
        });
        group = group.element(note.message(match block {
            Some(_) if zh => "下面这样，可以整行复制".to_owned(),
            Some(_) => "as below, to be copied whole".to_owned(),
            None => around_change(as_is, &places.cover(corrected.clone())),
        }));
    }
    let shown = renderer.render(&[group]);
    match block {
        // Several lines are there to be copied: nothing stands before them.
        Some(lines) => format!("{shown}\n\n{}", places.cover(lines.clone())),
        None => shown,
    }
}

/// A corrected line, of a long one only the part around what changed.
fn around_change(as_is: &str, corrected: &str) -> String {
    const WIDEST: usize = 100;
    const AROUND: usize = 24;
    if corrected.chars().count() <= WIDEST {
        return corrected.to_owned();
    }
    let same = |(a, b): &(char, char)| a == b;
    let before = as_is.chars().zip(corrected.chars()).take_while(same).count();
    let after = as_is.chars().rev().zip(corrected.chars().rev()).take_while(same).count();
    let total = corrected.chars().count();
    let start = before.saturating_sub(AROUND);
    let end = (total.saturating_sub(after).max(before) + AROUND).min(total);
    let part: String = corrected.chars().skip(start).take(end - start).collect();
    let (head, tail) = (if start > 0 { "…" } else { "" }, if end < total { "…" } else { "" });
    format!("{head}{part}{tail}")
}

/// Marks that share one stretch of lines.
struct Marks {
    file: FileId,
    first: usize,
    last: usize,
    marks: Vec<(Span, Option<String>)>,
    primary: bool,
}

/// The places of a diagnostic, near ones joined; the one with the problem itself comes first.
fn together(diagnostic: &Diagnostic, span: Span, places: &Places<'_>, lang: Lang) -> Vec<Marks> {
    let lines = |span: Span| {
        let first = places.line(span.file, span.range().start);
        let last = places.line(span.file, span.range().end.max(span.range().start + 1) - 1);
        (first, last.clamp(first, first + MOST_LINES - 1))
    };
    let (first, last) = lines(span);
    let mut all = vec![Marks { file: span.file, first, last, marks: vec![(span, None)], primary: true }];
    for (span, words) in &diagnostic.related {
        let (first, last) = lines(*span);
        let mark = (*span, Some(places.cover(words.get(lang).to_owned())));
        let near =
            |marks: &&mut Marks| marks.file == span.file && first <= marks.last + NEAR && last + NEAR >= marks.first;
        match all.iter_mut().find(near) {
            Some(marks) => {
                marks.first = marks.first.min(first);
                marks.last = marks.last.max(last);
                marks.marks.push(mark);
            }
            None => all.push(Marks { file: span.file, first, last, marks: vec![mark], primary: false }),
        }
    }
    all
}

impl Marks {
    fn show<'a>(self, group: Group<'a>, places: &'a Places<'_>) -> Group<'a> {
        let Some(source) = places.source(self.file) else { return group };
        let window = places.lines(self.file, self.first, self.last);
        let text = places.text(self.file).get(window.clone()).unwrap_or("");
        if self.first == self.last && text.chars().nth(LONG).is_some() {
            return self.show_long(group, places, window);
        }
        let mut snippet = Snippet::source(text).line_start(self.first).path(source.path()).fold(false);
        for (at, (span, label)) in self.marks.into_iter().enumerate() {
            let range = within(span, &window, text);
            let kind = if at == 0 && self.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            snippet = snippet.annotation(kind.span(range).label(label));
        }
        group.element(snippet)
    }

    /// A line too long to show: the part around its first mark, under its true line and column.
    fn show_long<'a>(self, group: Group<'a>, places: &'a Places<'_>, window: Range<usize>) -> Group<'a> {
        const AROUND: usize = 90;
        let (Some(source), Some((span, label))) = (places.source(self.file), self.marks.into_iter().next()) else {
            return group;
        };
        let text = places.text(self.file);
        let at = places.position(self.file, span.range().start);
        let mut start = span.range().start.saturating_sub(AROUND).max(window.start);
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = (span.range().start + 2 * AROUND).min(window.end);
        while !text.is_char_boundary(end) {
            end += 1;
        }
        let part = text.get(start..end).unwrap_or("");
        let range = within(span, &(start..end), part);
        let shown = format!("…{part}…");
        let range = range.start + '…'.len_utf8()..range.end + '…'.len_utf8();
        let kind = if self.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let snippet = Snippet::source(shown).line_start(self.first).annotation(kind.span(range).label(label));
        let origin = Origin::path(source.path()).line(at.line).char_column(at.column);
        group.element(origin).element(snippet)
    }
}

/// The span relative to a window with this text, cut to it, and never inside a character.
fn within(span: Span, window: &Range<usize>, text: &str) -> Range<usize> {
    let clamp = |offset: usize| (offset.clamp(window.start, window.end) - window.start).min(text.len());
    let (mut start, mut end) = (clamp(span.range().start), clamp(span.range().end));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::code::files;
    use crate::source::Source;

    fn shown(text: &str, range: Range<usize>, style: Style) -> String {
        let mut sources = Sources::default();
        let file = sources.add(Source::new("rosters/a.yaml", text));
        let mut report = Report::default();
        let diagnostic = Diagnostic::new(&files::DUPLICATE_KEY, Span::new(file, range)).arg("key", "标题");
        report.push(diagnostic.related(Span::new(file, 0..6), "这里"));
        render(&report, &sources, style)
    }

    #[test]
    fn the_mark_stands_under_wide_letters() {
        let out = shown("标题: 甲\r\n标题: 乙\r\n", 13..19, Style::default());
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines[..2], ["错误[GS0116]: “标题”写了两次", " --> rosters/a.yaml:2:1"]);
        assert!(out.contains("\n2 | 标题: 乙\n  | ^^^^\n"), "{out}");
        assert!(out.contains("怎么改: 只留一个"), "{out}");
        assert!(!out.contains('\r'), "{out}");
    }

    #[test]
    fn english_and_colours_are_there_when_asked_for() {
        let english = shown("标题: 甲\n标题: 乙\n", 12..18, Style { lang: Lang::En, ..Style::default() });
        assert!(english.starts_with("error[GS0116]: “标题” is written twice"), "{english}");
        let coloured = shown("标题: 甲\n标题: 乙\n", 12..18, Style { color: true, ..Style::default() });
        assert!(coloured.contains('\u{1b}'));
    }

    #[test]
    fn of_an_endless_line_only_the_part_that_matters_is_shown() {
        let text = format!("标题: {}错{}\n", "字".repeat(5_000), "字".repeat(5_000));
        let at = text.find('错').unwrap_or_default();
        let out = shown(&text, at..at + 3, Style::default());
        assert!(out.contains("rosters/a.yaml:1:5005"), "{out}");
        assert!(out.contains('错') && out.len() < 3_000, "{out}");
    }

    #[test]
    fn of_a_long_corrected_line_only_the_change_is_shown() {
        let long = "字".repeat(200);
        let corrected = around_change(&format!("甲:乙, {long}"), &format!("甲: 乙, {long}"));
        assert_eq!(corrected, format!("甲: 乙, {}…", "字".repeat(21)));
        let corrected = around_change(&format!("{long}甲:乙"), &format!("{long}甲: 乙"));
        assert_eq!(corrected, format!("…{}甲: 乙", "字".repeat(22)));
        assert_eq!(around_change("", "甲: 乙"), "甲: 乙");
    }

    #[test]
    fn a_place_past_the_end_or_over_many_lines_is_no_trouble() {
        for range in [0..1_000, 40..40, 12..12, 0..0, 8..9, 1..2] {
            assert!(!shown("标题: 甲\n标题: 乙\n\n\n\n\n\n\n末\n", range, Style::default()).is_empty());
        }
        assert!(!shown("", 0..0, Style::default()).is_empty());
    }
}
