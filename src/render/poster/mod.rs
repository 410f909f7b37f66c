//! Turns a notice into a poster: a tagged PDF and a picture of it.
//!
//! typst runs as a library. The template is a file of the theme, the notice goes in as `data.json`, and nothing else can
//! be read: no clock, no folder, no font of the machine. The same notice gives the same bytes on every machine and thread.

mod booklet;
mod cells;
mod change;
mod chart_rows;
mod data;
mod day;
mod desk;
mod fonts;
mod notice;
mod problem;
mod procedure;
mod proof;
mod qr;
mod share;
mod table;
mod title;
mod unit;
mod work;
mod world;

use chrono::{Datelike as _, NaiveDate};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::utils::Scalar;
use typst::{World as _, WorldExt as _};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

pub use crate::model::paper::Paper;
pub use booklet::{BookBlock, BookKind, BookWords, BookletData, Run};
pub use chart_rows::{ChartBox, ChartLane, ChartRow};
pub use data::{Block, Fact, Form, LimitRow, Part, Person, PosterData, PosterWords, Qr, Row};
pub use problem::{EngineError, PosterProblem};
pub use share::{ShareData, ShareName, ShareRow};
pub use work::{Files, Job, Make};

use crate::model::roster::RosterId;
use crate::plan::posters::current;
use crate::plan::{Piece, Subject};
use crate::render;
use crate::theme::Theme;
use desk::Desk;
use procedure::Guide;
use world::{PosterWorld, Shared};

/// The template of the notice of a roster.
const NOTICE: &str = "posters/notice.typ";

/// The template of a regulation.
const BOOKLET: &str = "posters/booklet.typ";

/// The template of notices of several kinds that hang side by side.
const PANELS: &str = "posters/panels.typ";

/// How many posters a memoised result of typst outlives its last use. Without eviction a hundred posters hold 1.2 GB.
const KEEP: usize = 2;

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// What makes posters. Making one unpacks the fonts (16 MB); share it between threads.
pub struct PosterEngine {
    shared: Shared,
}

/// SHA-256, in hexadecimal, of everything of a theme that decides how posters look. Together with the program's
/// [`ENGINE_ID`](crate::theme::ENGINE_ID), the [`PosterData`] and the [`Sheet`] it tells whether a poster must be drawn anew.
pub fn theme_part(theme: &Theme) -> String {
    let mut hash = Sha256::new();
    for path in theme.paths_in("posters/").chain(theme.fonts()) {
        hash.update(format!("{path}\n{}\n", theme.sha256(path).unwrap_or_default()));
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The sheet to print on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its size.
    pub paper: Paper,
    /// For a printer without colours: nothing is red or tinted.
    pub mono: bool,
}

/// A poster that was laid out and proof-read.
pub struct Poster {
    document: PagedDocument,
    /// What tells its file apart from all others.
    ident: String,
    timestamp: Timestamp,
    paper: Paper,
}

/// What a template reads.
#[derive(Serialize)]
struct TemplateData<'a> {
    /// One notice, or several to hang side by side.
    panels: Vec<Panel<'a>>,
    fonts: &'a fonts::Families,
    /// Millimetres.
    width: u16,
    /// Millimetres.
    height: u16,
    mono: bool,
}

/// One notice with what is worked out for the template.
#[derive(Serialize)]
struct Panel<'a> {
    #[serde(flatten)]
    data: &'a PosterData,
    /// The title on one, two and three lines.
    title_ways: Vec<Vec<String>>,
    qr_svg: Option<String>,
    /// The side of the picture as a multiple of the side of the code in it.
    qr_with_margin: Option<f64>,
}

impl<'a> Panel<'a> {
    fn new(data: &'a PosterData) -> Result<Self, PosterProblem> {
        let code = data.qr.as_ref().map(drawn).transpose()?;
        let (qr_svg, qr_with_margin) = code.map(|code| (code.svg, code.with_margin)).unzip();
        Ok(Self { data, title_ways: title::ways(&data.title), qr_svg, qr_with_margin })
    }
}

fn drawn(code: &Qr) -> Result<qr::Drawing, PosterProblem> {
    qr::draw(&code.url).ok_or_else(|| PosterProblem::AddressTooLong { url: code.url.clone() })
}

/// What the template of a regulation reads.
#[derive(Serialize)]
struct BookletView<'a> {
    booklet: &'a BookletData,
    qr_svg: Option<String>,
    fonts: &'a fonts::Families,
    /// Millimetres.
    width: u16,
    /// Millimetres.
    height: u16,
    mono: bool,
}

/// The notices of a subject in the words that are printed: one, or of a set those that hang side by side. `only` keeps a
/// notice of a day to one roster.
pub fn panels(desk: &render::desk::Desk<'_>, subject: Subject, only: Option<RosterId>) -> Vec<PosterData> {
    let unit = subject.unit();
    let own = Desk::new(desk.site, desk.plan, desk.words, desk.people, unit);
    let guide = |at: usize| desk.site.procedures.get(at).map(|procedure| Guide::new(own, procedure));
    match subject {
        Subject::Roster(id) => vec![notice::month(own, id, None)],
        Subject::Change(id, day) => vec![change::change(own, id, day)],
        Subject::Day(unit, date) => vec![day::day(own, unit, date, only)],
        Subject::Unit(unit) => vec![unit::guide(own, unit)],
        Subject::Set(unit) => {
            // What is over by the date of the edition would only take room beside what is to come.
            let from = desk.site.edition;
            let coming = |id: &RosterId| desk.site.roster(*id).sessions.iter().any(|one| one.date >= from);
            let ids = current(desk.site, unit);
            let some = ids.iter().any(coming);
            let rosters = ids.into_iter().filter(|id| !some || coming(id));
            let rosters = rosters.map(|id| notice::month(own, id, some.then_some(from)));
            std::iter::once(unit::guide(own, unit)).chain(rosters).collect()
        }
        Subject::Flow(_, at) => guide(at).map(|guide| guide.flow(subject)).into_iter().collect(),
        Subject::Leaflet(_, at) => guide(at).map(|guide| guide.leaflet(subject)).into_iter().collect(),
        Subject::Panels(unit, at) => guide(at).map(|guide| guide.panels(subject, unit)).unwrap_or_default(),
        Subject::Booklet(..) => Vec::new(),
    }
}

/// What is drawn of a piece.
pub fn job(desk: &render::desk::Desk<'_>, piece: Piece, only: Option<RosterId>, makes: Vec<Make>) -> Job {
    let sheet = Sheet { paper: piece.paper, mono: piece.mono };
    match piece.subject {
        Subject::Booklet(unit, id) => {
            let own = Desk::new(desk.site, desk.plan, desk.words, desk.people, unit);
            Job::Booklet { data: Box::new(booklet::booklet(own, id)), sheet, makes }
        }
        subject => Job::Notice { panels: panels(desk, subject, only), sheet, makes },
    }
}

impl PosterEngine {
    /// Reads the theme's templates and fonts, and the fonts given beside it.
    pub fn new(theme: &Theme) -> Result<Self, EngineError> {
        let fonts = fonts::Fonts::new(theme)?;
        Ok(Self { shared: Shared::new(theme, fonts)? })
    }

    /// Runs typst on a template of the theme with what it reads; `paper` is named where the text does not fit.
    fn compile(&self, name: &str, view: &impl Serialize, paper: &str) -> Result<PagedDocument, PosterProblem> {
        let template = |message: String| PosterProblem::Template { template: name.to_owned(), message };
        let json = serde_json::to_vec(view).map_err(|error| template(error.to_string()))?;
        let world = PosterWorld::new(&self.shared, name, json)?;
        let result = typst::compile::<PagedDocument>(&world);
        comemo::evict(KEEP);
        let document = result.output.map_err(|errors| match words(&world, &errors) {
            message if message.contains(DOES_NOT_FIT) => PosterProblem::DoesNotFit { paper: paper.to_owned() },
            message => template(message),
        })?;
        // With an unknown family typst would go on and leave the text out.
        if let Some(warning) = result.warnings.iter().find(|warning| warning.message.contains("font family")) {
            return Err(template(warning.message.to_string()));
        }
        Ok(document)
    }

    /// Lays a notice out and reads it over: every text is there, every character has a glyph. Of several, all sheets have
    /// the same arrangement.
    pub fn draw(&self, panels: &[PosterData], sheet: Sheet) -> Result<Poster, PosterProblem> {
        let (width, height) = sheet.paper.size();
        let fonts = &self.shared.fonts.families;
        let all = panels.iter().map(Panel::new).collect::<Result<Vec<Panel<'_>>, _>>()?;
        let view = TemplateData { panels: all, fonts, width, height, mono: sheet.mono };
        let framed = |data: &PosterData| matches!(data.form, Form::Flow | Form::Limits | Form::Text);
        let template = if panels.len() > 1 && panels.iter().any(framed) { PANELS } else { NOTICE };
        let document = self.compile(template, &view, &sheet.paper.name())?;
        panels.iter().try_for_each(|data| proof::read(&document, &data.printed()))?;
        let date = panels.iter().map(|data| data.edition).max().unwrap_or_default();
        let name = |data: &PosterData| format!("{} {}", data.code, data.document_title);
        Poster::new(document, &panels.iter().map(name).collect::<Vec<_>>().join(", "), date, sheet.paper)
    }

    /// Lays a regulation out and reads it over.
    pub fn bind(&self, data: &BookletData, sheet: Sheet) -> Result<Poster, PosterProblem> {
        let (width, height) = sheet.paper.size();
        let qr_svg = data.qr.as_ref().map(|code| drawn(code).map(|code| code.svg)).transpose()?;
        let fonts = &self.shared.fonts.families;
        let view = BookletView { booklet: data, qr_svg, fonts, width, height, mono: sheet.mono };
        let document = self.compile(BOOKLET, &view, &sheet.paper.name())?;
        proof::follow(&document, &data.printed())?;
        Poster::new(document, &format!("{} {}", data.code, data.document_title), data.edition, sheet.paper)
    }
}

/// What a template says (with `panic`) when the text cannot be set large enough.
const DOES_NOT_FIT: &str = "gongshi: does not fit";

impl Poster {
    fn new(document: PagedDocument, name: &str, date: NaiveDate, paper: Paper) -> Result<Self, PosterProblem> {
        let (month, day) = (date.month().try_into().unwrap_or(1), date.day().try_into().unwrap_or(1));
        let timestamp = Datetime::from_ymd_hms(date.year(), month, day, 0, 0, 0)
            .map(Timestamp::new_utc)
            .ok_or_else(|| PosterProblem::Export { message: format!("no date for a file: {date}") })?;
        Ok(Self { document, ident: format!("gongshi {name} {}", paper.name()), timestamp, paper })
    }

    /// How many sheets.
    pub fn sheets(&self) -> usize {
        self.document.pages().len()
    }

    /// The file to print: tagged, PDF/UA-1 and PDF/A-2a, fonts embedded.
    pub fn pdf(&self) -> Result<Vec<u8>, PosterProblem> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|error| PosterProblem::Export { message: error.message().to_string() })?;
        let options = PdfOptions {
            ident: Smart::Custom(self.ident.clone()),
            creator: Smart::Custom(Some("gongshi".to_owned())),
            timestamp: Some(self.timestamp),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| {
            let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
            PosterProblem::Export { message: messages.join("\n") }
        })
    }

    /// A picture of the first sheet, `width` pixels wide.
    pub fn png(&self, width: u16) -> Result<Vec<u8>, PosterProblem> {
        self.pictures(width, 1)?.pop().ok_or_else(|| PosterProblem::Export { message: "no page".to_owned() })
    }

    /// A picture of each sheet.
    pub fn pngs(&self, width: u16) -> Result<Vec<Vec<u8>>, PosterProblem> {
        self.pictures(width, usize::MAX)
    }

    fn pictures(&self, width: u16, most: usize) -> Result<Vec<Vec<u8>>, PosterProblem> {
        let failed = |message: String| PosterProblem::Export { message };
        let pixel_per_pt = f64::from(width) / (f64::from(self.paper.size().0) * POINTS);
        let options = RenderOptions { pixel_per_pt: Scalar::new(pixel_per_pt), ..RenderOptions::default() };
        let picture =
            |page| typst_render::render(page, &options).encode_png().map_err(|error| failed(error.to_string()));
        self.document.pages().iter().take(most).map(picture).collect()
    }

    /// Each sheet as a drawing, its letters as outlines.
    pub fn svgs(&self) -> Vec<Vec<u8>> {
        let options = typst_svg::SvgOptions::default();
        self.document.pages().iter().map(|page| typst_svg::svg(page, &options).into_bytes()).collect()
    }
}

/// What typst says, one line a problem, each with its file and line.
fn words(world: &PosterWorld, errors: &[SourceDiagnostic]) -> String {
    let lines = errors.iter().map(|error| {
        let place = error.span.id().and_then(|id| {
            let range = world.range(error.span)?;
            let line = world.source(id).ok()?.lines().byte_to_line(range.start)? + 1;
            Some(format!("{}:{line}: ", id.get().vpath().get_without_slash()))
        });
        let hints = error.hints.iter().map(|hint| format!(" ({})", hint.v));
        place.into_iter().chain([error.message.to_string()]).chain(hints).collect::<String>()
    });
    lines.collect::<Vec<_>>().join("\n")
}
