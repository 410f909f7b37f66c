//! Regulations: front matter and text become citable texts that know what they take the place of.

use std::collections::BTreeSet;

use crate::check::documents::{From, Targets, join, place};
use crate::check::read;
use crate::diag::code::{Code, regulations as code};
use crate::diag::{Diagnostic, Phrase, Report, did_you_mean};
use crate::load::draft::{Document, Folder, Part};
use crate::load::regulation::RegulationHead;
use crate::markdown::{self, Rendered};
use crate::model::regulation::{Predecessor, Regulation, RegulationId};
use crate::model::unit::UnitId;
use crate::source::{FileId, Source, Sources, Span, Text};
use crate::statute::{self, Marked, Name, Note, Problem, Reading};
use crate::wording::Context;
use chrono::NaiveDate;
use rayon::prelude::*;

type File<'a> = (UnitId, &'a str, &'a Part<Document<RegulationHead>>);

/// One file, read by itself.
struct Read {
    regulation: Regulation,
    supersedes: Option<Text>,
    pictures: Vec<String>,
    path: String,
}

/// The regulations of all units that are to be published, in order. Files are read on all cores and reported in order.
pub(super) fn regulations(
    folders: &[&Folder],
    targets: &Targets,
    sources: &Sources,
    pictures: &mut BTreeSet<String>,
    report: &mut Report,
) -> Vec<Regulation> {
    let files: Vec<File<'_>> = folders
        .iter()
        .enumerate()
        .flat_map(|(at, folder)| folder.regulations.iter().map(move |part| (UnitId(at), folder.path.as_str(), part)))
        .collect();
    let read: Vec<(Option<Read>, Report)> = files
        .par_iter()
        .map(|file| {
            let mut report = Report::default();
            (one(*file, targets, sources, &mut report), report)
        })
        .collect();
    let mut known = Vec::new();
    for (one, own) in read {
        report.merge(own);
        if let Some(one) = one {
            pictures.extend(one.pictures.iter().cloned());
            known.push(one);
        }
    }
    connect(&mut known, report);
    known.into_iter().map(|one| one.regulation).collect()
}

fn one((unit, folder, part): File<'_>, targets: &Targets, sources: &Sources, report: &mut Report) -> Option<Read> {
    let head = &part.content.head;
    let source = sources.get(part.file)?;
    let title = read::words(&head.title).trim_start_matches('《').trim_end_matches('》').to_owned();
    let mut reading = statute::read(source.shared(), part.content.body.range().start, &title);
    for note in &reading.notes {
        report.push(told(part, note));
    }
    let here = place(folder, "regulations");
    let pictures = with_marks(part.file, &mut reading, source, &here, targets, report);
    let mut day = |text: &Option<Text>| read::date(text.as_ref()?, &Context::default(), report);
    let (adopted, effective, repealed) = (day(&head.adopted), day(&head.effective), day(&head.repealed));
    in_order(head, [("通过", "adopted", adopted), ("施行", "effective", effective)], &head.effective, report);
    in_order(head, [("施行", "effective", effective), ("废止", "repealed", repealed)], &head.repealed, report);
    if !read::published(&head.status, report) {
        return None;
    }
    let regulation = Regulation {
        unit,
        stem: part.stem.clone(),
        title,
        number: read::some_words(&head.number),
        issuer: read::some_words(&head.issuer),
        category: read::some_words(&head.category),
        adopted,
        effective,
        repealed,
        source: read::some_words(&head.source).filter(|address| address.starts_with("http")),
        short: read::all_words(&head.short.0),
        supersedes: None,
        superseded_by: None,
        text: reading.statute,
        cited: Vec::new(),
    };
    Some(Read { regulation, supersedes: head.supersedes.clone(), pictures, path: source.path().to_owned() })
}

/// Renders what has marks; the pictures that it shows.
fn with_marks(
    file: FileId,
    reading: &mut Reading,
    source: &Source,
    folder: &str,
    targets: &Targets,
    report: &mut Report,
) -> Vec<String> {
    let links = From { targets, folder, statute: Some(&reading.statute) };
    let mut own = Report::default();
    let render = |marked: &Marked| markdown::render(&marked.body, file, marked.place, &links, &mut own);
    let rendered: Vec<Rendered> = reading.marked.iter().map(render).collect();
    let moves = &reading.statute.moves;
    report.merge(own.moved(|span| Span::new(span.file, moves.range(&span.range()))));
    if !moves.is_empty() {
        // A tag may have stood amidst a number.
        crate::privacy::rendered(source.path(), source.text(), &reading.statute.file, report);
    }
    let mut pictures = Vec::new();
    for (marked, rendered) in reading.marked.iter().zip(rendered) {
        crate::privacy::rendered(source.path(), &marked.body, rendered.html.as_str(), report);
        pictures.extend(targets.pictures(folder, &rendered));
        let words = words_of(&rendered);
        reading.statute.set_html(marked.block, html_of(marked, rendered), &words);
    }
    pictures
}

/// The HTML of a block: a paragraph's tags are the page's own.
fn html_of(marked: &Marked, rendered: Rendered) -> String {
    let html = rendered.html.into_string();
    let inner = html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>\n"));
    match inner.filter(|inner| marked.inline && !inner.contains("<p>")) {
        Some(inner) => inner.to_owned(),
        None => html,
    }
}

/// The words of rendered Markdown, for those who search or compare.
fn words_of(rendered: &Rendered) -> String {
    let mut words = String::new();
    let mut tag = false;
    for c in rendered.html.as_str().chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            _ if !tag => words.push(c),
            _ => {}
        }
    }
    let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    words.trim().to_owned()
}

fn told(part: &Part<Document<RegulationHead>>, note: &Note) -> Diagnostic {
    let new = |code: &'static Code| Diagnostic::new(code, Span::new(part.file, note.place.clone()));
    let name = |name: Name| Phrase::new(name.chinese(), name.english());
    match &note.problem {
        Problem::ArticleMissing { expected, found } => {
            new(&code::ARTICLE_MISSING).arg("expected", name(*expected)).arg("found", name(*found))
        }
        Problem::ArticleRepeated(found) => new(&code::ARTICLE_REPEATED).arg("found", name(*found)),
        Problem::ArticleBackwards { before, found } => {
            new(&code::ARTICLE_BACKWARDS).arg("before", name(*before)).arg("found", name(*found))
        }
        Problem::ItemMissing { expected, found } => {
            new(&code::ITEM_MISSING).arg("expected", name(*expected)).arg("found", name(*found))
        }
        Problem::ItemRepeated(found) => new(&code::ITEM_REPEATED).arg("found", name(*found)),
        Problem::ItemOutside(found) => new(&code::ITEM_OUTSIDE).arg("found", name(*found)),
        Problem::NoArticle => new(&code::NO_ARTICLE),
    }
}

/// Holds two dates against each other; the place is that of the later one.
fn in_order(
    head: &RegulationHead,
    [earlier, later]: [(&str, &str, Option<NaiveDate>); 2],
    text: &Option<Text>,
    report: &mut Report,
) {
    if let (Some(first), Some(second)) = (earlier.2, later.2)
        && second < first
    {
        let span = text.as_ref().map_or(head.span, |text| text.span);
        let diagnostic = Diagnostic::new(&code::DATES_OUT_OF_ORDER, span)
            .arg("earlier", Phrase::new(earlier.0, earlier.1))
            .arg("later", Phrase::new(later.0, later.1));
        report.push(diagnostic.arg("earlier_day", first.to_string()).arg("later_day", second.to_string()));
    }
}

/// Finds what each text takes the place of.
fn connect(known: &mut [Read], report: &mut Report) {
    for at in 0..known.len() {
        let Some(text) = known[at].supersedes.take() else { continue };
        match find(known, at, text.trimmed()) {
            Ok(older) if leads_back(known, older, at) => {
                let name = known[at].regulation.title.clone();
                report.push(Diagnostic::new(&code::SUPERSEDES_ITSELF, text.span).arg("name", name));
            }
            Ok(older) => {
                known[at].regulation.supersedes = Some(Predecessor::Here(RegulationId(older)));
                known[older].regulation.superseded_by.get_or_insert(RegulationId(at));
            }
            Err(Some(title)) => known[at].regulation.supersedes = Some(Predecessor::Elsewhere(title)),
            Err(None) => {
                let name = text.trimmed().to_owned();
                let titles = known.iter().map(|one| one.regulation.title.as_str());
                let near = titles.map(|title| (strsim::levenshtein(title, &name), title)).min();
                let near = near.filter(|(far, title)| far * 3 <= title.chars().count()).map(|(_, title)| title);
                let hint = did_you_mean(near);
                let diagnostic = Diagnostic::new(&code::UNKNOWN_SUPERSEDED, text.span);
                report.push(diagnostic.arg("name", name).arg("hint", hint));
            }
        }
    }
}

/// The text of a name: a file, or a title; else the title of a text that is elsewhere, where it is surely one.
fn find(known: &[Read], from: usize, name: &str) -> Result<usize, Option<String>> {
    let folder = known[from].path.rsplit_once('/').map_or("", |(folder, _)| folder);
    if let Some(path) = join(folder, name)
        && let Some(at) = known.iter().position(|one| one.path == path || one.path.strip_suffix(".md") == Some(&path))
    {
        return Ok(at);
    }
    let title = name.trim_start_matches('《').trim_end_matches('》');
    let called = |(at, one): &(usize, &Read)| *at != from && one.regulation.is_called(title);
    let mut found: Vec<(usize, &Read)> = known.iter().enumerate().filter(called).collect();
    // Among texts of one title the nearest older one is meant.
    let own = known[from].regulation.effective;
    found.sort_by_key(|(_, one)| (one.regulation.unit != known[from].regulation.unit, one.regulation.effective > own));
    let best = found.iter().map(|(_, one)| (one.regulation.unit, one.regulation.effective)).next();
    let best = found.iter().filter(|(_, one)| Some(one.regulation.unit) == best.map(|(unit, _)| unit));
    let best = best.max_by_key(|(_, one)| (one.regulation.effective <= own, one.regulation.effective));
    match best {
        Some((at, _)) => Ok(*at),
        None if name.starts_with('《') && name.ends_with('》') => Err(Some(title.to_owned())),
        None => Err(None),
    }
}

/// Whether following what a text takes the place of leads to another.
fn leads_back(known: &[Read], from: usize, to: usize) -> bool {
    let mut at = from;
    for _ in 0..known.len() {
        if at == to {
            return true;
        }
        match known[at].regulation.supersedes {
            Some(Predecessor::Here(older)) => at = older.0,
            _ => return false,
        }
    }
    true
}
