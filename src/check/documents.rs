//! Notices and pages: front matter and Markdown become safe documents whose links lead somewhere.

use crate::check::read;
use crate::diag::Report;
use crate::digest::{self, Digest};
use crate::load::draft::{Document, Draft, Part};
use crate::load::notice::NoticeHead;
use crate::load::page::PageHead;
use crate::markdown::{self, LinkResolver, Resolved};
use crate::model::document::{Notice, Page};
use crate::model::regulation::Statute;
use crate::model::unit::UnitId;
use crate::plan::routes::relative;
use crate::source::{FileId, Sources};
use crate::wording::Context;
use std::collections::{BTreeMap, BTreeSet};

/// What a link may lead to: content files by path, each with the ending of its page.
pub(super) struct Targets {
    /// Path of a content file and the path of what is published for it.
    published: BTreeMap<String, String>,
    /// The paths of what is published.
    routes: BTreeSet<String>,
    /// Pictures and other files that are no content of their own.
    files: BTreeSet<String>,
}

impl Targets {
    /// Everything the draft will publish. The site mirrors the folder, so only the ending changes.
    pub(super) fn new(draft: &Draft, sources: &Sources) -> Self {
        let path = |file| sources.get(file).map_or(String::new(), |source| source.path().to_owned());
        let mut published = BTreeMap::new();
        for folder in draft.root.units() {
            let inside =
                |path: &str| if folder.path.is_empty() { path.to_owned() } else { format!("{}/{path}", folder.path) };
            let index = if folder.path.is_empty() { "unit.html".to_owned() } else { inside("index.html") };
            let unit = folder.unit.as_ref().map_or_else(|| inside("unit.yaml"), |part| path(part.file));
            published.insert(unit, index);
            // By the file's own path: it may end in .yaml or .yml.
            let mut page = |kind: &str, stem: &str, file: FileId| {
                published.insert(path(file), inside(&format!("{kind}/{stem}.html")));
            };
            folder
                .rosters
                .iter()
                .filter(|part| live(&part.content.status))
                .for_each(|part| page("rosters", &part.stem, part.file));
            folder
                .notices
                .iter()
                .filter(|part| live(&part.content.head.status))
                .for_each(|part| page("notices", &part.stem, part.file));
            folder
                .pages
                .iter()
                .filter(|part| live(&part.content.head.status))
                .for_each(|part| page("pages", &part.stem, part.file));
            folder
                .regulations
                .iter()
                .filter(|part| live(&part.content.head.status))
                .for_each(|part| page("regulations", &part.stem, part.file));
            folder
                .procedures
                .iter()
                .filter(|part| live(&part.content.status))
                .for_each(|part| page("procedures", &part.stem, part.file));
        }
        // The tables of figures hold true counts: none of them is ever handed out.
        let figures = |path: &String| path.split('/').any(|part| part == "statistics");
        let files = draft.root.units().flat_map(|folder| folder.assets.iter());
        let files = files.filter(|path| !figures(path)).cloned().collect();
        let routes = published.values().cloned().collect();
        Self { published, routes, files }
    }

    /// The pictures a text shows, by path in the content folder.
    pub(super) fn pictures(&self, folder: &str, rendered: &markdown::Rendered) -> Vec<String> {
        let wanted = rendered.targets.iter().filter_map(|target| join(folder, target));
        wanted.filter(|path| self.files.contains(path) && is_picture(path)).collect()
    }
}

/// Whether a file is of a kind whose hidden data can be taken out.
fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    matches!(ending.as_str(), "png" | "jpg" | "jpeg" | "webp")
}

/// Whether a status lets something be published; its problems are reported where the document is read.
fn live(status: &Option<crate::source::Text>) -> bool {
    read::published(status, &mut Report::default())
}

/// Resolves links as they stand in one file.
pub(super) struct From<'a> {
    pub(super) targets: &'a Targets,
    /// Folder of the file, without a final `/`.
    pub(super) folder: &'a str,
    /// The statute itself, whose articles have addresses.
    pub(super) statute: Option<&'a Statute>,
}

impl LinkResolver for From<'_> {
    fn has(&self, address: &str) -> bool {
        self.statute.is_some_and(|statute| statute.has(address))
    }

    fn resolve(&self, path: &str) -> Resolved {
        let Some(wanted) = join(self.folder, path) else { return Resolved::Missing(None) };
        // Both what the clerk sees in the folder and the address of the page are understood.
        let direct = self.targets.published.get(&wanted);
        let found = direct.or_else(|| self.targets.routes.get(&wanted));
        match found {
            None if self.targets.files.contains(&wanted) && is_picture(&wanted) => {
                Resolved::Href(relative(&format!("{}/x", self.folder), &wanted))
            }
            Some(route) => Resolved::Href(relative(&format!("{}/x", self.folder), route)),
            None if self.targets.files.contains(&wanted) => Resolved::Attachment,
            None => Resolved::Missing(self.nearest(&wanted)),
        }
    }
}

impl From<'_> {
    fn nearest(&self, wanted: &str) -> Option<String> {
        let near = self.targets.published.keys().map(|known| (strsim::damerau_levenshtein(known, wanted), known));
        let (distance, known) = near.min()?;
        let from = format!("{}/x", self.folder);
        (distance * 3 <= wanted.chars().count()).then(|| relative(&from, known))
    }
}

/// A relative path from a folder, without `.` and `..`; `None` when it leaves the content folder.
pub(super) fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The notices of a unit that are to be published.
pub(super) fn notices(
    unit: UnitId,
    folder: &str,
    parts: &[Part<Document<NoticeHead>>],
    targets: &Targets,
    sources: &Sources,
    pictures: &mut BTreeSet<String>,
    report: &mut Report,
) -> Vec<Notice> {
    let mut notices = Vec::new();
    for part in parts {
        let rendered = body(part, &place(folder, "notices"), targets, sources, report);
        let head = &part.content.head;
        let date = head.date.as_ref().and_then(|text| read::date(text, &Context::default(), report));
        let expires = head.expires.as_ref().and_then(|text| read::date(text, &Context::default(), report));
        let (Some(date), true) = (date, read::published(&head.status, report)) else { continue };
        pictures.extend(targets.pictures(&place(folder, "notices"), &rendered));
        notices.push(Notice {
            unit,
            stem: part.stem.clone(),
            title: read::words(&head.title),
            date,
            issued_by: read::some_words(&head.issued_by),
            number: read::some_words(&head.number),
            column: read::some_words(&head.column),
            expires,
            text: words(&rendered),
            html: rendered.html.into_string(),
            summary: rendered.summary,
        });
    }
    notices
}

/// The plain pages of a unit that are to be published.
pub(super) fn pages(
    unit: UnitId,
    folder: &str,
    parts: &[Part<Document<PageHead>>],
    targets: &Targets,
    sources: &Sources,
    pictures: &mut BTreeSet<String>,
    report: &mut Report,
) -> Vec<Page> {
    let mut pages = Vec::new();
    for part in parts {
        let rendered = body(part, &place(folder, "pages"), targets, sources, report);
        let head = &part.content.head;
        let order = head.order.as_ref().and_then(|text| read::whole(text, "次序", report));
        if !read::published(&head.status, report) {
            continue;
        }
        pictures.extend(targets.pictures(&place(folder, "pages"), &rendered));
        pages.push(Page {
            unit,
            stem: part.stem.clone(),
            title: read::words(&head.title),
            order: order.unwrap_or(i64::MAX),
            text: words(&rendered),
            html: rendered.html.into_string(),
            summary: rendered.summary,
        });
    }
    pages.sort_by(|a, b| (a.order, &a.stem).cmp(&(b.order, &b.stem)));
    pages
}

pub(super) fn place(folder: &str, kind: &str) -> String {
    if folder.is_empty() { kind.to_owned() } else { format!("{folder}/{kind}") }
}

/// SHA-256 of what a document shows: its words, and where its links lead and which pictures it has. What is not shown must
/// not count, for whoever has the hash could try what it may have been; nor do blanks and how words are marked, so that a
/// program that marks them in another way finds the same.
fn words(rendered: &markdown::Rendered) -> Digest {
    let mut shown = String::new();
    for (at, piece) in rendered.html.as_str().split('<').enumerate() {
        // `<` and `>` stand nowhere else: words and attributes have them escaped.
        let (tag, words) = if at == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) };
        for name in [" href=\"", " src=\"", " alt=\""] {
            let value = tag.split_once(name).and_then(|(_, rest)| rest.split_once('"'));
            shown.extend(value.into_iter().flat_map(|(value, _)| ["\n", value, "\n"]));
        }
        shown.push_str(words);
    }
    digest::of(shown.split_whitespace().collect::<Vec<_>>().join(" ").as_bytes())
}

fn body<T>(
    part: &Part<Document<T>>,
    folder: &str,
    targets: &Targets,
    sources: &Sources,
    report: &mut Report,
) -> markdown::Rendered {
    let span = part.content.body;
    let links = From { targets, folder, statute: None };
    let text = sources.slice(span);
    let rendered = markdown::render(text, span.file, span.range().start, &links, report);
    let path = sources.get(span.file).map_or("", |source| source.path());
    crate::privacy::rendered(path, text, rendered.html.as_str(), report);
    rendered
}
