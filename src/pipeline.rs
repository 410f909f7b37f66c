//! The steps in order: a content folder becomes a checked site, and a checked site becomes a published one.

mod addresses;
pub mod hold;
pub mod posters;
pub mod release;

use crate::diag::code::{links, releases};
use crate::diag::{Diagnostic, Report};
use crate::error::Error;
use crate::ledger::FaultKind;
use crate::ledger::chain::{Relation, relation};
use crate::load::Hold;
use crate::model::past::Past;
use crate::model::site::Site;
use crate::plan::{Output, Plan, plan};
use crate::privacy::allow::Allowed;
use crate::privacy::published::Form;
use crate::publish::{self, Fingerprint, Place, Receipt, Stage};
use crate::render::desk::Desk;
use crate::render::html::Pages;
use crate::render::words::Language;
use crate::signature::Signer;
use crate::source::Sources;
use crate::theme::{ENGINE_ID, Theme};
use crate::{ledger, load, privacy, render};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::path::Path;

/// A content folder that has been read and checked.
#[derive(Debug)]
pub struct Checked {
    /// Its files.
    pub sources: Sources,
    /// What is wrong with it.
    pub report: Report,
    /// The site, if nothing forbids publishing it.
    pub site: Option<Site>,
}

/// Reads and checks a content folder.
///
/// # Errors
/// Only when the folder is missing or cannot be listed; what is wrong inside is in the report.
pub fn check(content: &Path, theme: &Theme) -> Result<Checked, Error> {
    check_as(content, &Hold::default(), theme)
}

fn check_as(content: &Path, hold: &Hold, theme: &Theme) -> Result<Checked, Error> {
    let (draft, sources, mut report) = load::load_holding(content, hold)?;
    let past = past(content, &mut report)?;
    let assets: Vec<String> = draft.root.units().flat_map(|folder| folder.assets.iter().cloned()).collect();
    let site = crate::check::check(draft, &sources, past, &theme.coverage(), &mut report);
    for picture in site.iter().flat_map(|site| &site.pictures) {
        let bytes = load::picture(content, hold, picture)?;
        if privacy::picture::clean(&bytes).is_none() {
            report.push(Diagnostic::of_path(&links::BAD_PICTURE, picture.as_str()));
        }
    }
    workbooks(content, hold, &assets, site.as_ref(), &sources, &mut report)?;
    if let Some(site) = &site {
        addresses::check(site, &statics(theme), &mut report);
    }
    let site = site.filter(|_| !report.refuses(false));
    Ok(Checked { sources, report, site })
}

/// Scans the names of pictures, tables and other files, and all that workbooks hold, hidden or not.
fn workbooks(
    content: &Path,
    hold: &Hold,
    assets: &[String],
    site: Option<&Site>,
    sources: &Sources,
    report: &mut Report,
) -> Result<(), Error> {
    let allowed = site.map(|site| Allowed::new(&site.units, &site.settings)).unwrap_or_default();
    for path in assets {
        // What a roster names was scanned as a source.
        let source = sources.iter().map(|(_, source)| source).find(|source| source.path() == path);
        if source.is_none() {
            privacy::name(path, report);
        }
        let told = source.map_or("", |source| source.text());
        match path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase().as_str() {
            "xlsx" => {
                let bytes = load::picture(content, hold, path)?;
                privacy::workbook::check(path, &bytes, told, &allowed, report);
            }
            "csv" if source.is_none() => {
                let bytes = load::picture(content, hold, path)?;
                privacy::workbook::check_text(path, &bytes, &allowed, report);
            }
            _ => {}
        }
    }
    Ok(())
}

/// What was released before. A ledger that does not hold together is reported.
fn past(content: &Path, report: &mut Report) -> Result<Past, Error> {
    let bytes = load::ledger(content)?;
    let chain = ledger::chain::read(&bytes);
    if let Some(fault) = &chain.fault {
        let code = match fault.kind {
            FaultKind::HalfWritten => &releases::LEDGER_HALF,
            FaultKind::Diverged { .. } | FaultKind::Conflict => &releases::LEDGER_DIVERGED,
            _ => &releases::LEDGER_BROKEN,
        };
        report.push(Diagnostic::of_path(code, load::LEDGER).arg("fault", fault.phrase()));
    }
    Ok(ledger::past(chain, &bytes))
}

/// What to publish, and how.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// Where to.
    pub place: Place<'a>,
    /// The units that are built as they were released.
    pub hold: &'a Hold,
    /// Whether posters are made, where the site wants them.
    pub posters: bool,
    /// Whether calendars, data and feeds are made.
    pub data: bool,
    /// By whom the site is signed, if it is.
    pub signer: Option<&'a Signer>,
}

/// Called when an output is done: how many are, of how many.
pub type Progress<'a> = dyn Fn(usize, usize) + Sync + 'a;

/// Renders what changed and publishes the whole.
///
/// # Errors
/// Where the theme is at fault, a poster cannot be made, or the disk refuses. The target is as it was then.
pub fn build(site: Site, theme: &Theme, order: &Order<'_>, progress: &Progress<'_>) -> Result<Receipt, Error> {
    build_with(site, theme, order, None, progress)
}

/// The same, with others to draw the posters where there are many: see [`posters::Hire`].
///
/// # Errors
/// As [`build`].
pub fn build_with(
    mut site: Site,
    theme: &Theme,
    order: &Order<'_>,
    hire: Option<&posters::Hire<'_>>,
    progress: &Progress<'_>,
) -> Result<Receipt, Error> {
    if !order.posters {
        site.settings.posters.clear();
    }
    site.settings.data &= order.data;
    let site = &site;
    let statics = statics(theme);
    let plan = plan(site, &statics);
    if let Some(collision) = plan.collisions.first() {
        return Err(Error::Collision { path: collision.path.clone() });
    }
    let read = |path: &str| theme.file(path);
    let language = Language::new(site, &read)?;
    let pages = Pages::new(site, &plan, &language, &read)?;
    let mut stage = publish::begin(&order.place)?;
    not_behind(site, stage.previous().ledger(&order.place))?;
    if let Some(signer) = order.signer {
        stage.sign(signer.clone(), &format!("code:{} edition:{}", site.settings.code, site.edition))?;
    }
    let press = Press {
        allowed: Allowed::new(&site.units, &site.settings),
        site,
        theme,
        plan: &plan,
        statics: &statics,
        language: &language,
        pages: &pages,
        stage: &stage,
        content: order.place.content,
        hold: order.hold,
        page_base: fingerprint(&digest(theme, &["templates/", "strings/"]), &pages.shared())?.0,
    };
    let desk = Desk { site, plan: &plan, words: &language.words, people: pages.people() };
    let total = plan.outputs.len();
    let done = std::sync::atomic::AtomicUsize::new(0);
    let tick = || progress(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, total);
    let rest: Vec<Output> = plan.outputs.iter().copied().filter(|output| !is_drawn(*output)).collect();
    let (pages, posters) = rayon::join(
        || rest.par_iter().try_for_each(|output| press.page(*output).inspect(|()| tick())),
        || posters::Wall { desk, stage: &stage, theme }.hang(hire, &tick),
    );
    pages.and(posters)?;
    Ok(stage.commit()?)
}

/// Makes sure that the site that stands does not know of releases that this content does not: its ledger would shrink.
fn not_behind(site: &Site, standing: Vec<u8>) -> Result<(), Error> {
    if site.past.ledger.starts_with(&standing) {
        return Ok(());
    }
    let (own, theirs) = (ledger::chain::read(&site.past.ledger), ledger::chain::read(&standing));
    if theirs.last().is_none_or(|last| last.site != site.settings.code) {
        return Ok(());
    }
    let last = theirs.entries.len();
    match relation(&own.entries, &theirs.entries) {
        Relation::Same | Relation::Ahead => Ok(()),
        Relation::Behind => Err(Error::SiteAhead { after: own.entries.len(), last }),
        Relation::Diverged { after } => Err(Error::SiteDiverged { after }),
    }
}

/// Whether typst draws it.
fn is_drawn(output: Output) -> bool {
    matches!(output, Output::PosterPdf(_) | Output::PosterPng(_) | Output::RosterShare(_))
}

/// The theme's files that are copied, in order.
fn statics(theme: &Theme) -> Vec<String> {
    theme.paths_in("static/").map(str::to_owned).collect()
}

/// Everything one output needs.
struct Press<'a> {
    /// What may look personal and still be published.
    allowed: Allowed,
    site: &'a Site,
    theme: &'a Theme,
    plan: &'a Plan,
    statics: &'a [String],
    language: &'a Language,
    pages: &'a Pages<'a>,
    stage: &'a Stage,
    /// The content folder and what is held, for pictures.
    content: &'a Path,
    hold: &'a Hold,
    /// Digest of what every page depends on: files of the theme, navigation and footer.
    page_base: [u8; 32],
}

impl Press<'_> {
    fn page(&self, output: Output) -> Result<(), Error> {
        let route = self.plan.routes.path(output);
        if let Output::Static(at) = output {
            let bytes = self.statics.get(at).and_then(|path| self.theme.file(path)).unwrap_or_default();
            return Ok(self.stage.write(&route, None, &bytes)?);
        }
        if let Output::Picture(at) = output {
            let path = self.site.pictures.get(at).map_or("", String::as_str);
            let bytes = privacy::picture::clean(&load::picture(self.content, self.hold, path)?).unwrap_or_default();
            return Ok(self.stage.write(&route, None, &bytes)?);
        }
        let desk = Desk { site: self.site, plan: self.plan, words: &self.language.words, people: self.pages.people() };
        if render::is_long(output) {
            return self.stage.stream(&route, |out| render::file(&desk, output, out).map(|_| ()).map_err(Error::from));
        }
        let mut bytes = Vec::new();
        if render::file(&desk, output, &mut bytes)? {
            self.guard(&route, &bytes)?;
            return Ok(self.stage.write(&route, None, &bytes)?);
        }
        let Some(view) = self.pages.view(output) else {
            let bytes = self.pages.render(output)?;
            self.guard(&route, &bytes)?;
            return Ok(self.stage.write(&route, None, &bytes)?);
        };
        let fingerprint = fingerprint(&self.page_base, &view)?;
        if self.stage.keep(&route, fingerprint)? {
            return Ok(());
        }
        let bytes = self.pages.draw(&view)?;
        self.guard(&route, &bytes)?;
        Ok(self.stage.write(&route, Some(fingerprint), &bytes)?)
    }

    /// Stops the build where a file would publish what is personal.
    fn guard(&self, route: &str, bytes: &[u8]) -> Result<(), Error> {
        let form = match route.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "html" | "xml" => Form::Marked,
            _ => Form::Plain,
        };
        match privacy::published::first(bytes, form, &self.allowed) {
            None => Ok(()),
            Some((kind, shown)) => Err(Error::Personal { path: route.to_owned(), kind, shown }),
        }
    }
}

/// SHA-256 over the program's id and the theme's files in some folders.
fn digest(theme: &Theme, folders: &[&str]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(ENGINE_ID);
    for path in folders.iter().flat_map(|folder| theme.paths_in(folder)) {
        hash.update(path);
        hash.update(theme.sha256(path).unwrap_or_default());
    }
    hash.finalize().into()
}

/// SHA-256 over a theme digest and what a view shows.
fn fingerprint(theme: &[u8; 32], view: &impl serde::Serialize) -> Result<Fingerprint, Error> {
    let mut hash = Sha256::new();
    hash.update(theme);
    serde_json::to_writer(HashWriter(&mut hash), view).map_err(Error::View)?;
    Ok(Fingerprint(hash.finalize().into()))
}

/// Lets a serializer write into a hash.
struct HashWriter<'a>(&'a mut Sha256);

impl std::io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Repairs what an interrupted build left at a target; whether there was anything.
///
/// # Errors
/// Where the disk refuses.
pub fn recover(target: &Path) -> Result<bool, Error> {
    Ok(publish::recover(target)?)
}
