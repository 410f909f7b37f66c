//! Posters that are not up to date become files: here if they are few, by hired workers if they are many.
//!
//! typst keeps some of what it worked out for each poster, so a process that draws thousands grows without end. Workers
//! are other processes that draw a batch and go; what they draw is the same, byte for byte.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use super::fingerprint;
use crate::diag::{Diagnostic, Report};
use crate::error::Error;
use crate::model::roster::RosterId;
use crate::model::site::Site;
use crate::plan::{Output, Piece, Subject, origin};
use crate::publish::{Fingerprint, Stage};
use crate::render::desk::Desk;
use crate::render::forms::share;
use crate::render::poster::{Files, Job, Make, PosterEngine, PosterProblem, job, theme_part};
use crate::render::words::Language;
use crate::render::words::people::People;
use crate::theme::{ENGINE_ID, Theme};

/// Width of the picture of a poster, in pixels.
const PREVIEW: u16 = 1000;

/// The most posters that one worker draws; then another takes its place.
pub const BATCH: usize = 150;

/// Up to so many are drawn here: a process of its own would cost more than it saves.
const HERE: usize = 12;

/// The most workers at once: each holds up to half a gigabyte.
const WORKERS: usize = 4;

/// After so many faulty posters the rest are not tried: a fault of the template is in all of them.
const ENOUGH: usize = 20;

/// Draws posters, one after another.
pub trait Worker {
    /// Draws one. The inner problem lies in what it says, the outer error in the environment.
    ///
    /// # Errors
    /// When the worker itself failed.
    fn draw(&mut self, job: &Job) -> Result<Result<Files, PosterProblem>, Error>;
}

/// Starts a worker with the same theme.
pub type Hire<'a> = dyn Fn() -> Result<Box<dyn Worker>, Error> + Sync + 'a;

impl Worker for PosterEngine {
    fn draw(&mut self, job: &Job) -> Result<Result<Files, PosterProblem>, Error> {
        Ok(self.make(job))
    }
}

/// What is drawn in one go.
#[derive(Clone, Copy)]
enum Drawing {
    /// A poster, and whether a picture of it is wanted.
    Notice(Piece, bool),
    /// The picture of a roster to send on.
    Share(RosterId),
}

impl Drawing {
    fn first(self) -> Output {
        match self {
            Self::Notice(piece, _) => Output::PosterPdf(piece),
            Self::Share(roster) => Output::RosterShare(roster),
        }
    }

    /// The files, in the order they are drawn.
    fn outputs(self) -> impl Iterator<Item = Output> {
        let picture = match self {
            Self::Notice(piece, true) => Some(Output::PosterPng(piece)),
            _ => None,
        };
        std::iter::once(self.first()).chain(picture)
    }
}

/// The posters and pictures of a build.
pub(super) struct Wall<'a> {
    pub(super) desk: Desk<'a>,
    pub(super) stage: &'a Stage,
    pub(super) theme: &'a Theme,
}

impl Wall<'_> {
    /// Keeps what is up to date and draws the rest.
    pub(super) fn hang(&self, hire: Option<&Hire<'_>>, tick: &(dyn Fn() + Sync)) -> Result<(), Error> {
        let outputs = &self.desk.plan.outputs;
        let drawings: Vec<Drawing> = outputs
            .iter()
            .filter_map(|output| match output {
                Output::PosterPdf(piece) => {
                    let pictured = outputs.binary_search(&Output::PosterPng(*piece)).is_ok();
                    Some(Drawing::Notice(*piece, pictured))
                }
                Output::RosterShare(roster) => Some(Drawing::Share(*roster)),
                _ => None,
            })
            .collect();
        if drawings.is_empty() {
            return Ok(());
        }
        let base: [u8; 32] = {
            use sha2::{Digest as _, Sha256};
            Sha256::digest(format!("{ENGINE_ID}\n{}", theme_part(self.theme))).into()
        };
        // What a poster says is made again when it is drawn: thousands at once would fill the memory.
        let stale: Vec<Option<(Drawing, Fingerprint)>> = drawings
            .par_iter()
            .map(|&drawing| {
                let fingerprint = fingerprint(&base, &self.job(drawing))?;
                if self.kept(drawing, fingerprint)? {
                    drawing.outputs().for_each(|_| tick());
                    return Ok(None);
                }
                Ok(Some((drawing, fingerprint)))
            })
            .collect::<Result<_, Error>>()?;
        let stale: Vec<(Drawing, Fingerprint)> = stale.into_iter().flatten().collect();
        let problems = draw(
            &Hiring { theme: self.theme, hire },
            stale.len(),
            &|at| stale.get(at).map(|(drawing, _)| self.job(*drawing)),
            &|at, files| {
                let Some((drawing, fingerprint)) = stale.get(at) else { return Ok(()) };
                for (output, bytes) in drawing.outputs().zip(files.iter().flatten()) {
                    self.stage.write(&self.desk.plan.routes.path(output), Some(*fingerprint), bytes)?;
                    tick();
                }
                Ok(())
            },
        )?;
        let named = problems.into_iter().filter_map(|(at, problem)| Some((stale.get(at)?.0.first(), problem)));
        report(&self.desk, named)
    }

    fn job(&self, drawing: Drawing) -> Job {
        match drawing {
            Drawing::Share(roster) => Job::Share(Box::new(share::share(&self.desk, roster))),
            Drawing::Notice(piece, pictured) => {
                let mut makes = vec![Make::Pdf];
                makes.extend(pictured.then_some(Make::Preview(PREVIEW)));
                job(&self.desk, piece, None, makes)
            }
        }
    }

    /// Whether the files are as they would be drawn.
    fn kept(&self, drawing: Drawing, fingerprint: Fingerprint) -> Result<bool, Error> {
        let routes: Vec<_> = drawing.outputs().map(|output| self.desk.plan.routes.path(output)).collect();
        let previous = self.stage.previous();
        if !routes.iter().all(|route| previous.unchanged(route, &fingerprint)) {
            return Ok(false);
        }
        let kept = routes.iter().map(|route| self.stage.keep(route, fingerprint)).collect::<Result<Vec<bool>, _>>()?;
        Ok(kept.into_iter().all(|kept| kept))
    }
}

/// What was wrong, at the files that the posters come from; the program's own faults stop at once.
fn report(desk: &Desk<'_>, problems: impl Iterator<Item = (Output, PosterProblem)>) -> Result<(), Error> {
    let mut found = Report::default();
    for (output, problem) in problems {
        let path = origin::path(desk.site, output).unwrap_or_default();
        match problem.diagnostic(|code| Diagnostic::of_path(code, path)) {
            Some(diagnostic) => found.push(diagnostic),
            None => return Err(Error::Poster { poster: desk.plan.routes.path(output).into_owned(), problem }),
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Error::Posters(Box::new(found))) }
}

/// Who draws.
struct Hiring<'a> {
    theme: &'a Theme,
    hire: Option<&'a Hire<'a>>,
}

impl Hiring<'_> {
    fn worker(&self, alone: bool) -> Result<Box<dyn Worker>, Error> {
        match self.hire {
            Some(hire) if !alone => hire(),
            _ => Ok(Box::new(PosterEngine::new(self.theme)?)),
        }
    }
}

/// Draws so many posters, each with a job by its number, and hands the files over; the problems come back by number.
fn draw(
    hiring: &Hiring<'_>,
    count: usize,
    job: &(dyn Fn(usize) -> Option<Job> + Sync),
    done: &(dyn Fn(usize, Files) -> Result<(), Error> + Sync),
) -> Result<BTreeMap<usize, PosterProblem>, Error> {
    if count == 0 {
        return Ok(BTreeMap::new());
    }
    let alone = hiring.hire.is_none() || count <= HERE;
    let workers = if alone { 1 } else { rayon::current_num_threads().min(WORKERS).min(count.div_ceil(HERE)) };
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let problems = Mutex::new(BTreeMap::new());
    let work = || -> Result<(), Error> {
        let mut worker: Option<(usize, Box<dyn Worker>)> = None;
        while !stop.load(Ordering::Relaxed) {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = (at < count).then(|| job(at)).flatten() else { break };
            let (drawn, artist) = match &mut worker {
                Some(hired) if alone || hired.0 < BATCH => hired,
                _ => {
                    // The one before goes first, so that no two are there at once.
                    worker = None;
                    worker.insert((0, hiring.worker(alone)?))
                }
            };
            *drawn += 1;
            match artist.draw(&job)? {
                Ok(files) => done(at, files)?,
                Err(problem) => {
                    let mut problems = problems.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    problems.insert(at, problem);
                    if problems.len() >= ENOUGH {
                        stop.store(true, Ordering::Relaxed);
                    }
                }
            }
        }
        Ok(())
    };
    let work = || work().inspect_err(|_| stop.store(true, Ordering::Relaxed));
    if workers == 1 {
        work()?;
    } else {
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
            let ends = threads
                .into_iter()
                .map(|thread| thread.join().unwrap_or_else(|_| Err(Error::Worker("panic".to_owned()))));
            ends.collect::<Vec<_>>().into_iter().collect::<Result<(), Error>>()
        })?;
    }
    Ok(problems.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner))
}

/// Draws single notices and hands each over when it is done, with its number among `pieces`: one file, or one a sheet.
/// `only` keeps the notice of a day to one roster.
///
/// # Errors
/// Where the theme is at fault, a notice cannot be made, or `done` fails.
pub fn single(
    site: &Site,
    theme: &Theme,
    pieces: &[Piece],
    only: &(dyn Fn(Subject) -> Option<RosterId> + Sync),
    make: &(dyn Fn(Piece) -> Make + Sync),
    hire: Option<&Hire<'_>>,
    done: &(dyn Fn(usize, Vec<Vec<u8>>) -> Result<(), Error> + Sync),
) -> Result<(), Error> {
    let plan = crate::plan::plan(site, &[]);
    let language = Language::new(site, &|path: &str| theme.file(path))?;
    let people = People::new(site, &language.words);
    let desk = Desk { site, plan: &plan, words: &language.words, people: &people };
    let order = |at: usize| {
        let piece = *pieces.get(at)?;
        Some(job(&desk, piece, only(piece.subject), vec![make(piece)]))
    };
    let files = |at: usize, files: Files| done(at, files.into_iter().next().unwrap_or_default());
    let problems = draw(&Hiring { theme, hire }, pieces.len(), &order, &files)?;
    report(&desk, problems.into_iter().filter_map(|(at, problem)| Some((Output::PosterPdf(*pieces.get(at)?), problem))))
}
