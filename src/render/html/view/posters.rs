//! The page of notices to print: a picture of each with its files, by unit.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::session::NamedLink;
use super::{Crumb, Frame, Scope};
use crate::model::poster::PosterKind;
use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::plan::posters::{sheets, subjects};
use crate::plan::{Output, Piece, Subject};
use crate::render::words::Words;
use crate::render::words::strings::Phrase;

/// Notices that were over so many days before the edition are left to the pages of their rosters.
const KEPT: Days = Days::new(31);

/// More booklets of a unit than these are left to the pages of their regulations.
const BOOKLETS: usize = 24;

/// What the page shows.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct PostersView<'a> {
    pub page: Frame<'a>,
    /// Units with anything to print.
    pub walls: Vec<WallView<'a>>,
    /// Whether older notices were left out.
    pub older: bool,
}

/// The notices of a unit.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct WallView<'a> {
    pub unit: NamedLink<'a>,
    /// For its heading's address.
    pub id: String,
    pub posters: Vec<PosterView>,
    /// Booklets, where there are few; each is linked from the page of its regulation as well.
    pub booklets: Vec<PosterView>,
    /// The doors' notices, a link a day.
    pub days: Vec<PosterView>,
}

/// One notice.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct PosterView {
    pub title: String,
    pub kind: String,
    /// The page it says the same as.
    pub href: String,
    pub picture: Option<Picture>,
    pub files: Vec<FileLink>,
    pub code: String,
}

/// A picture of the first sheet.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Picture {
    pub href: String,
    pub width: u32,
    pub height: u32,
}

/// A file to print.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct FileLink {
    pub words: String,
    pub href: String,
}

/// Builds the page.
pub fn posters<'a>(scope: &Scope<'a>) -> PostersView<'a> {
    let (site, words) = (scope.site, scope.words);
    let mut page = scope.frame("posters", words.posters_title.text());
    page.crumbs = vec![Crumb { label: words.crumb_home.text(), href: scope.href(Output::Home) }];
    let from = site.edition.checked_sub_days(KEPT).unwrap_or(site.edition);
    let mut older = false;
    let walls = (0..site.units.len()).map(UnitId).filter_map(|id| {
        let mut shown = |kind| {
            let mut all = subjects(site, id, kind);
            let before = all.len();
            all.retain(|subject| until(site, *subject).is_none_or(|day| day >= from));
            older |= sheets_of(site, kind) && all.len() < before;
            // What is to be hung now comes first: new changes, then rosters that are not over.
            match kind {
                PosterKind::Change => all.reverse(),
                _ => all.sort_by_key(|subject| until(site, *subject).is_some_and(|day| day < site.edition)),
            }
            all.into_iter().filter_map(|subject| poster(scope, subject)).collect::<Vec<_>>()
        };
        let days = shown(PosterKind::Day);
        let mut booklets = shown(PosterKind::Booklet);
        booklets.truncate(if booklets.len() > BOOKLETS { 0 } else { BOOKLETS });
        let kinds = [
            PosterKind::Change,
            PosterKind::Month,
            PosterKind::Unit,
            PosterKind::Set,
            PosterKind::Flow,
            PosterKind::Leaflet,
            PosterKind::Panels,
        ];
        let posters: Vec<PosterView> = kinds.into_iter().flat_map(shown).collect();
        let unit = site.unit(id);
        let unit = NamedLink { name: &unit.name, href: scope.href(Output::Unit(id)) };
        let some = !posters.is_empty() || !booklets.is_empty() || !days.is_empty();
        some.then(|| WallView { unit, id: format!("u{}", id.0), posters, booklets, days })
    });
    let walls = walls.collect();
    PostersView { page, walls, older }
}

fn sheets_of(site: &Site, kind: PosterKind) -> bool {
    site.settings.posters.iter().any(|wish| wish.kind == kind)
}

/// The last day a notice is about; `None` for one that does not end.
fn until(site: &Site, subject: Subject) -> Option<NaiveDate> {
    match subject {
        Subject::Roster(id) => Some(site.roster(id).listed_until),
        Subject::Change(id, day) => day.map(|day| day.max(site.roster(id).listed_until)),
        Subject::Day(_, day) => Some(day),
        Subject::Unit(_) | Subject::Set(_) | Subject::Booklet(..) => None,
        Subject::Flow(..) | Subject::Leaflet(..) | Subject::Panels(..) => None,
    }
}

/// A notice that the build makes.
fn poster(scope: &Scope<'_>, subject: Subject) -> Option<PosterView> {
    let (site, words) = (scope.site, scope.words);
    let pieces: Vec<Piece> = sheets(site, subject).collect();
    let first = pieces.first()?;
    let title = match subject {
        Subject::Roster(id) => site.roster(id).title.clone(),
        Subject::Change(id, None) => words.poster_change_of.fill(&[("title", &site.roster(id).title)]),
        Subject::Change(id, Some(day)) => {
            words.posters_change.fill(&[("title", &site.roster(id).title), ("day", &words.full_day_plain(day))])
        }
        Subject::Day(_, day) => words.full_day(day),
        Subject::Unit(unit) | Subject::Set(unit) => site.unit(unit).name.clone(),
        Subject::Flow(_, at) | Subject::Leaflet(_, at) | Subject::Panels(_, at) => {
            site.procedures.get(at).map(|procedure| procedure.title.clone()).unwrap_or_default()
        }
        Subject::Booklet(_, id) => site.regulation(id).title.clone(),
    };
    let page = match subject {
        Subject::Roster(id) | Subject::Change(id, _) => Output::RosterMonth(id),
        Subject::Day(unit, _) | Subject::Unit(unit) | Subject::Set(unit) => Output::Unit(unit),
        Subject::Flow(_, at) | Subject::Leaflet(_, at) | Subject::Panels(_, at) => Output::Procedure(at),
        Subject::Booklet(_, id) => Output::Regulation(id),
    };
    Some(PosterView {
        title,
        kind: kind(words, subject.kind()).text().to_owned(),
        href: scope.href(page),
        picture: picture(scope, *first),
        files: pieces.iter().map(|piece| file(scope, *piece)).collect(),
        code: scope.plan.routes.code(subject).to_owned(),
    })
}

/// The picture of a notice's first sheet, where the build makes one.
pub(super) fn picture(scope: &Scope<'_>, piece: Piece) -> Option<Picture> {
    let output = Output::PosterPng(piece);
    let (width, height) = piece.paper.size();
    let height = (2000 * u32::from(height) + u32::from(width)) / (2 * u32::from(width));
    piece.subject.pictured().then(|| Picture { href: scope.href(output), width: 1000, height })
}

/// The link to a notice's file.
pub(super) fn file(scope: &Scope<'_>, piece: Piece) -> FileLink {
    FileLink { words: pdf_words(scope.words, piece), href: scope.href(Output::PosterPdf(piece)) }
}

/// What is printed of a document, each file named by its kind.
pub(super) fn prints(scope: &Scope<'_>, subjects: &[Subject]) -> Vec<FileLink> {
    let pieces = subjects.iter().flat_map(|subject| sheets(scope.site, *subject));
    let link = |piece: Piece| {
        let kind = kind(scope.words, piece.subject.kind()).text();
        let words = scope.words.posters_file.fill(&[("kind", kind), ("paper", &paper(scope.words, piece))]);
        FileLink { words, href: scope.href(Output::PosterPdf(piece)) }
    };
    pieces.map(link).collect()
}

/// 下载告示（PDF，A3）.
pub(super) fn pdf_words(words: &Words, piece: Piece) -> String {
    words.poster_pdf.fill(&[("paper", &paper(words, piece))])
}

/// A3, A4 单色.
fn paper(words: &Words, piece: Piece) -> String {
    let (width, height) = piece.paper.size();
    let paper = match piece.paper {
        crate::model::paper::Paper::Free(..) => {
            words.poster_paper_free.fill(&[("width", &width.to_string()), ("height", &height.to_string())])
        }
        named => named.name(),
    };
    if piece.mono { words.poster_paper_mono.fill(&[("paper", &paper)]) } else { paper }
}

fn kind(words: &Words, kind: PosterKind) -> &Phrase {
    match kind {
        PosterKind::Month => &words.posters_month,
        PosterKind::Change => &words.poster_change_title,
        PosterKind::Day => &words.poster_day_title,
        PosterKind::Unit => &words.poster_unit_title,
        PosterKind::Set => &words.posters_set,
        PosterKind::Flow => &words.posters_flow,
        PosterKind::Leaflet => &words.posters_leaflet,
        PosterKind::Panels => &words.posters_panels,
        PosterKind::Booklet => &words.posters_booklet,
    }
}
