//! `poster-worker`, hidden: draws posters for another gongshi, so that what typst keeps in memory goes when this ends.
//!
//! Orders come in as lines of JSON, one a poster; answers go out as a line of JSON with lengths, then the bytes. The first
//! line out says what draws: both ends must be the same program with the same theme. When the other end goes, orders end
//! and so does this.

use super::Outcome;
use super::args::{SiteArgs, WorkerArgs};
use super::check;
use crate::error::Error;
use crate::pipeline::posters::Worker;
use crate::render::poster::{EngineError, Files, Job, PosterEngine, PosterProblem, theme_part};
use crate::theme::{ENGINE_ID, Theme};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// The first line out.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Greeting {
    Ready { engine: String, theme: String },
    Unable(EngineError),
}

/// The line before the bytes of a poster.
#[derive(Debug, Serialize, Deserialize)]
enum Answer {
    /// How long each file is, by form.
    Files(Vec<Vec<usize>>),
    Problem(PosterProblem),
}

/// What draws.
fn greeting(theme: &Theme) -> Greeting {
    Greeting::Ready { engine: ENGINE_ID.to_owned(), theme: theme_part(theme) }
}

/// Draws until orders end.
pub(super) fn run(args: &WorkerArgs) -> Result<Outcome, Error> {
    let theme = check::theme(&args.site)?;
    let pipe = |source| Error::Io { path: PathBuf::from("-"), source };
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut say = |line: &dyn erased::Line, files: Option<&Files>| -> std::io::Result<()> {
        line.write(&mut out)?;
        for file in files.into_iter().flatten().flatten() {
            out.write_all(file)?;
        }
        out.flush()
    };
    let engine = match PosterEngine::new(&theme) {
        Ok(engine) => engine,
        Err(error) => {
            say(&Greeting::Unable(error), None).map_err(pipe)?;
            return Ok(Outcome::Failed);
        }
    };
    say(&greeting(&theme), None).map_err(pipe)?;
    for line in std::io::stdin().lock().lines() {
        let job: Job = serde_json::from_str(&line.map_err(pipe)?).map_err(Error::View)?;
        match engine.make(&job) {
            Ok(files) => {
                let sizes = files.iter().map(|form| form.iter().map(Vec::len).collect()).collect();
                say(&Answer::Files(sizes), Some(&files)).map_err(pipe)?;
            }
            Err(problem) => say(&Answer::Problem(problem), None).map_err(pipe)?,
        }
    }
    Ok(Outcome::Clean)
}

/// A line of JSON of any type.
mod erased {
    use std::io::{self, Write};

    pub(super) trait Line {
        fn write(&self, out: &mut dyn Write) -> io::Result<()>;
    }

    impl<T: serde::Serialize> Line for T {
        fn write(&self, out: &mut dyn Write) -> io::Result<()> {
            serde_json::to_writer(&mut *out, self)?;
            out.write_all(b"\n")
        }
    }
}

/// A worker in another process.
pub(super) struct Hired {
    child: Child,
    orders: Option<BufWriter<ChildStdin>>,
    answers: BufReader<ChildStdout>,
}

impl Hired {
    /// Starts one with a theme: `site` names the folder and fonts that `theme` was read from.
    pub(super) fn new(theme: &Theme, site: &SiteArgs) -> Result<Self, Error> {
        let program = std::env::current_exe().map_err(Error::io("gongshi"))?;
        let mut command = Command::new(&program);
        command.arg("poster-worker");
        if let Some(folder) = &site.theme {
            command.arg("--theme").arg(folder);
        }
        for font in &site.font_path {
            command.arg("--font-path").arg(font);
        }
        // There are as many workers as cores; each is content with one.
        command.env("RAYON_NUM_THREADS", OsString::from("1"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut child = command.spawn().map_err(Error::io(&program))?;
        let (orders, answers) = (child.stdin.take(), child.stdout.take());
        let (Some(orders), Some(answers)) = (orders, answers) else {
            return Err(Error::Worker("no pipe".to_owned()));
        };
        let mut hired = Self { child, orders: Some(BufWriter::new(orders)), answers: BufReader::new(answers) };
        match hired.line::<Greeting>()? {
            found if found == greeting(theme) => Ok(hired),
            Greeting::Unable(error) => Err(Error::PosterEngine(error)),
            Greeting::Ready { .. } => Err(Error::Worker("another program or theme".to_owned())),
        }
    }

    fn line<T: for<'de> Deserialize<'de>>(&mut self) -> Result<T, Error> {
        let mut line = String::new();
        match self.answers.read_line(&mut line) {
            Ok(0) => Err(self.gone()),
            Ok(_) => serde_json::from_str(&line).map_err(|error| Error::Worker(error.to_string())),
            Err(error) => Err(Error::Worker(error.to_string())),
        }
    }

    /// How it ended.
    fn gone(&mut self) -> Error {
        Error::Worker(self.child.wait().map_or_else(|error| error.to_string(), |status| status.to_string()))
    }
}

impl Worker for Hired {
    fn draw(&mut self, job: &Job) -> Result<Result<Files, PosterProblem>, Error> {
        let sent = self.orders.as_mut().map(|orders| {
            serde_json::to_writer(&mut *orders, job)?;
            orders.write_all(b"\n")?;
            orders.flush()
        });
        if !matches!(sent, Some(Ok(()))) {
            return Err(self.gone());
        }
        let sizes = match self.line::<Answer>()? {
            Answer::Problem(problem) => return Ok(Err(problem)),
            Answer::Files(sizes) => sizes,
        };
        let mut files = Files::new();
        for form in sizes {
            let mut all = Vec::with_capacity(form.len());
            for size in form {
                let mut bytes = vec![0; size];
                if self.answers.read_exact(&mut bytes).is_err() {
                    return Err(self.gone());
                }
                all.push(bytes);
            }
            files.push(all);
        }
        Ok(Ok(files))
    }
}

impl Drop for Hired {
    /// Without orders it ends by itself; whoever is waited for leaves nothing behind.
    fn drop(&mut self) {
        self.orders = None;
        let _ended = self.child.wait();
    }
}
