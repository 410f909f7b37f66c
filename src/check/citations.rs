//! The words of regulations, notices, pages and rosters: what they cite becomes links, what they cite wrongly is told.

use crate::check::documents::join;
use crate::citation::{Citation, Context, Document, Problem, Reader, Resolved, Shelf, Step, linked, resolve};
use crate::diag::code::citations as code;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::draft::Folder;
use crate::markdown::decode;
use crate::model::regulation::{Cited, Regulation, RegulationId, Slice};
use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::plan::routes::relative;
use crate::source::{FileId, Source, Sources, Span};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Words by which a sentence speaks of what was, where a text without force is meant.
const PAST: &[&str] =
    &["废止", "原《", "原来", "原有", "原规定", "修改", "修订", "失效", "替代", "停止执行", "历史", "不再"];

/// Everything the citations of a site are held against.
struct Desk<'a> {
    shelf: Shelf<'a>,
    units: Vec<String>,
    sources: &'a Sources,
    files: BTreeMap<&'a str, FileId>,
    /// The texts by the paths of their pages, without ending.
    paths: BTreeMap<String, RegulationId>,
}

/// What one regulation cites.
struct Reading {
    cited: Vec<(Slice, Cited)>,
    /// Blocks with marks, with links in them.
    rich: Vec<(usize, String)>,
    problems: Vec<Diagnostic>,
}

/// Finds every citation, and makes links of those to texts of this site.
pub(super) fn check(site: &mut Site, folders: &[&Folder], sources: &Sources, report: &mut Report) {
    if site.regulations.is_empty() {
        return;
    }
    let folder = |path: &str| if path.is_empty() { String::new() } else { format!("{path}/") };
    let mut desk = Desk {
        paths: BTreeMap::new(),
        shelf: Shelf::new(&site.regulations, site.edition),
        units: folders.iter().map(|one| folder(&one.path)).collect(),
        sources,
        files: sources.iter().map(|(id, source)| (source.path(), id)).collect(),
    };
    desk.paths = site.regulations.iter().enumerate().map(|(at, one)| (desk.path(one), RegulationId(at))).collect();
    let read: Vec<Reading> =
        (0..site.regulations.len()).into_par_iter().map(|at| desk.regulation(RegulationId(at))).collect();
    let document = |unit: UnitId, kind: &str, stem: &str, html: &str| desk.document(unit, kind, stem, html);
    let notices: Vec<_> =
        site.notices.par_iter().map(|one| document(one.unit, "notices", &one.stem, &one.html)).collect();
    let pages: Vec<_> = site.pages.par_iter().map(|one| document(one.unit, "pages", &one.stem, &one.html)).collect();
    let (cited, told) = desk.entries(site);
    drop(desk);
    for (regulation, reading) in site.regulations.iter_mut().zip(read) {
        regulation.cited = reading.cited;
        for (at, html) in reading.rich {
            regulation.text.rich[at] = html;
        }
        reading.problems.into_iter().for_each(|problem| report.push(problem));
    }
    let notices = site.notices.iter_mut().map(|one| &mut one.html).zip(notices);
    let pages = site.pages.iter_mut().map(|one| &mut one.html).zip(pages);
    for (html, (with_links, problems)) in notices.chain(pages) {
        *html = with_links;
        problems.into_iter().for_each(|problem| report.push(problem));
    }
    told.into_iter().for_each(|problem| report.push(problem));
    site.cited = cited;
}

impl Desk<'_> {
    fn regulation(&self, id: RegulationId) -> Reading {
        let mut reading = Reading { cited: Vec::new(), rich: Vec::new(), problems: Vec::new() };
        let Some(regulation) = self.shelf.text(id) else { return reading };
        let path = self.path(regulation);
        let from = format!("{path}.html");
        let file = self.files.get(format!("{path}.md").as_str()).copied();
        let text = &regulation.text;
        // Who changes or repeals a text speaks of articles that are no longer there.
        let judged = self.shelf.holds(id) && !crate::statute::amends(&regulation.title);
        let mut reader = Reader::new(self.shelf.known());
        for (at, block) in text.blocks().iter().enumerate() {
            let words = text.words(block.words);
            let context = Context { this: Some(id), anchor: block.anchor, block: at };
            let mut one = |words: &str, place: &dyn Fn(&Citation) -> Option<Span>| {
                let mut found = Vec::new();
                for citation in reader.paragraph(words) {
                    let Some(resolved) = resolve(&citation, &context, &self.shelf) else { continue };
                    let of_its_day = || self.changed_since(regulation, &resolved);
                    if judged
                        && !of_its_day()
                        && let Some(problem) = self.told(words, &citation, &resolved, &|| place(&citation), &path)
                    {
                        reading.problems.push(problem);
                    }
                    found.push((citation, resolved));
                }
                found
            };
            if let Some(html) = text.html(block) {
                let place = |citation: &Citation| self.find(file?, words.get(citation.range.clone())?);
                let html = linked(html, |words| {
                    let found = one(words, &place).into_iter();
                    found.map(|(citation, resolved)| (citation, self.href(&from, &resolved))).collect()
                });
                reading.rich.extend(block.rich.map(|at| (at as usize, html)));
                continue;
            }
            let place = |citation: &Citation| match text.place(block.words, &citation.range) {
                Some(range) => Some(Span::new(file?, range)),
                None => self.find(file?, words.get(citation.range.clone())?),
            };
            for (citation, resolved) in one(words, &place) {
                let cited = Cited { range: citation.range, text: resolved.text, anchor: resolved.anchor };
                reading.cited.push((block.words, cited));
            }
        }
        reading
    }

    /// Whether a place that is missing is one of a text that was changed after the citing one was made: it is cited as it
    /// was then. Clerks cannot mend that in a text they paste; what they write themselves must cite what holds.
    fn changed_since(&self, citing: &Regulation, resolved: &Resolved) -> bool {
        let missing = resolved.problem.as_ref().is_some_and(|problem| !matches!(problem, Problem::Repealed(_)));
        let cited = || self.shelf.text(resolved.text).and_then(Regulation::last_year);
        missing && cited().is_some_and(|year| citing.last_year().is_some_and(|own| own < year))
    }

    /// A notice's or page's HTML with links.
    fn document(&self, unit: UnitId, kind: &str, stem: &str, html: &str) -> (String, Vec<Diagnostic>) {
        let path = format!("{}{kind}/{stem}", self.units.get(unit.0).map_or("", String::as_str));
        let from = format!("{path}.html");
        let file = self.files.get(format!("{path}.md").as_str()).copied();
        let mut reader = Reader::new(self.shelf.known());
        let mut problems = Vec::new();
        let html = linked(html, |words| {
            let found = reader.paragraph(words).into_iter();
            let resolved = found.filter_map(|one| Some((resolve(&one, &Context::default(), &self.shelf)?, one)));
            let links = resolved.map(|(resolved, citation)| {
                let place = || self.find(file?, words.get(citation.range.clone())?);
                problems.extend(self.told(words, &citation, &resolved, &place, &path));
                let href = self.href(&from, &resolved);
                (citation, href)
            });
            links.collect()
        });
        problems.extend(self.addressed(&from, &html, file));
        (html, problems)
    }

    /// Links of a document to articles that their text does not have.
    fn addressed(&self, from: &str, html: &str, file: Option<FileId>) -> Vec<Diagnostic> {
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let links = html.split("<a href=\"").skip(1).filter_map(|rest| rest.split_once('"')?.0.split_once(".html#"));
        let missing = links.filter_map(|(path, fragment)| {
            let path = join(folder, &decode(path))?;
            let text = self.shelf.text(*self.paths.get(&path)?)?;
            let fragment = decode(fragment).into_owned();
            if text.text.has(&fragment) {
                return None;
            }
            let last = text.text.articles().map(|(anchor, _)| anchor.article).max().unwrap_or(0);
            let cited = format!("#{fragment}");
            let diagnostic = match file.and_then(|file| self.find(file, &cited)) {
                Some(span) => Diagnostic::new(&code::NO_PLACE, span),
                None => Diagnostic::of_path(&code::NO_PLACE, from),
            };
            let has = has(&Problem::NoArticle(last))?;
            Some(diagnostic.arg("cited", cited).arg("title", text.title.as_str()).arg("has", has))
        });
        missing.collect()
    }

    /// The citations in the words of rosters (依据, 须知 and 不在此接待) and procedures (依据, 须知, 权利).
    fn entries(&self, site: &Site) -> (BTreeMap<String, Vec<Cited>>, Vec<Diagnostic>) {
        let (mut cited, mut problems) = (BTreeMap::new(), Vec::new());
        let of_rosters = site.rosters().map(|(id, roster)| {
            let basis = roster.not_here.iter().filter_map(|matter| matter.basis.as_ref());
            let words: Vec<&String> = roster.basis.iter().chain(&roster.notes).chain(basis).collect();
            (id.unit, "rosters", roster.stem.as_str(), words)
        });
        let of_procedures = site.procedures.iter().map(|procedure| {
            let words =
                procedure.bases().map(|basis| &basis.0).chain(&procedure.notes).chain(&procedure.rights).collect();
            (procedure.unit, "procedures", procedure.stem.as_str(), words)
        });
        for (unit, kind, stem, all) in of_rosters.chain(of_procedures) {
            let path = format!("{}{kind}/{stem}", self.units.get(unit.0).map_or("", String::as_str));
            let file =
                ["yaml", "yml"].iter().find_map(|ending| self.files.get(format!("{path}.{ending}").as_str()).copied());
            for words in all {
                let known = cited.contains_key(words);
                let mut found = Vec::new();
                for citation in Reader::new(self.shelf.known()).paragraph(words) {
                    let Some(resolved) = resolve(&citation, &Context::default(), &self.shelf) else { continue };
                    let place = || self.find(file?, words.get(citation.range.clone())?);
                    problems.extend(self.told(words, &citation, &resolved, &place, &path));
                    found.push(Cited { range: citation.range, text: resolved.text, anchor: resolved.anchor });
                }
                if !known && !found.is_empty() {
                    cited.insert(words.clone(), found);
                }
            }
        }
        (cited, problems)
    }

    /// The path of a regulation without its ending.
    fn path(&self, regulation: &Regulation) -> String {
        format!("{}regulations/{}", self.units.get(regulation.unit.0).map_or("", String::as_str), regulation.stem)
    }

    fn href(&self, from: &str, resolved: &Resolved) -> String {
        let to = self.shelf.text(resolved.text).map_or(String::new(), |text| format!("{}.html", self.path(text)));
        match &resolved.anchor {
            Some(anchor) if to == from => format!("#{anchor}"),
            Some(anchor) => format!("{}#{anchor}", relative(from, &to)),
            None => relative(from, &to),
        }
    }

    /// Where some words stand first in a file.
    fn find(&self, file: FileId, words: &str) -> Option<Span> {
        let at = self.sources.get(file).map(Source::text)?.find(words)?;
        Some(Span::new(file, at..at + words.len()))
    }

    /// The diagnostic of a citation that leads nowhere, or to what holds no longer.
    fn told(
        &self,
        words: &str,
        citation: &Citation,
        resolved: &Resolved,
        place: &dyn Fn() -> Option<Span>,
        path: &str,
    ) -> Option<Diagnostic> {
        let problem = resolved.problem.as_ref()?;
        let cited = words.get(citation.range.clone())?;
        let title = self.shelf.text(resolved.text)?.title.as_str();
        let new = |code| match place() {
            Some(span) => Diagnostic::new(code, span),
            None => Diagnostic::of_path(code, path),
        };
        if let Problem::Repealed(successor) = problem {
            let sentence = sentence(words, &citation.range);
            // The article after a name says nothing that the name has not said.
            if !citation.place.is_whole() || PAST.iter().any(|word| sentence.contains(word)) {
                return None;
            }
            let successor = successor.and_then(|id| self.shelf.text(id)).map(|text| &text.title);
            let phrase = successor.map_or(Phrase::new("", ""), |title| {
                Phrase::new(format!("，现行的是《{title}》"), format!("; \"{title}\" took its place"))
            });
            return Some(new(&code::NOT_IN_FORCE).arg("cited", cited).arg("title", title).arg("successor", phrase));
        }
        // Without its name an article may be of another text that the sentence is about.
        let sure = citation.document != Document::This
            || (cited.starts_with('本') && matches!(citation.place.article(), Step::Number(..)));
        let has = has(problem)?;
        sure.then(|| new(&code::NO_PLACE).arg("cited", cited).arg("title", title).arg("has", has))
    }
}

/// What there is instead of what was cited.
fn has(problem: &Problem) -> Option<Phrase> {
    Some(match problem {
        Problem::NoArticle(last) => Phrase::new(format!("最后一条是第{last}条"), format!("its last article is {last}")),
        Problem::NoParagraph { article, has } => {
            Phrase::new(format!("第{article}条共{has}款"), format!("article {article} has {has} paragraphs"))
        }
        Problem::NoItem { article, has: 0 } => {
            Phrase::new(format!("第{article}条的这一款不分项"), format!("article {article} has no items there"))
        }
        Problem::NoItem { article, has } => {
            Phrase::new(format!("第{article}条的这一款共{has}项"), format!("article {article} has {has} items there"))
        }
        Problem::Repealed(_) => return None,
    })
}

/// The sentence around some words.
fn sentence<'t>(text: &'t str, range: &std::ops::Range<usize>) -> &'t str {
    let start = text.get(..range.start).and_then(|before| before.rfind(['。', '；'])).unwrap_or(0);
    let end =
        text.get(range.end..).and_then(|after| after.find(['。', '；'])).map_or(text.len(), |end| range.end + end);
    text.get(start..end).unwrap_or(text)
}
