//! The command line: what was typed becomes calls of the library, and reports become what a person reads.
//!
//! The only module that prints and that reads the clock and the environment.

mod agenda;
mod args;
mod build;
mod check;
mod clock;
mod explain;
mod help;
mod new;
mod poster;
mod release;
mod sign;
mod terminal;
mod verify;
mod worker;

use args::{Cli, Command};
use clap::{CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::process::ExitCode;
use terminal::Terminal;

/// How a command ended, as the exit code says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// 0: done.
    Clean,
    /// 1: the content has problems.
    Problems,
    /// 2: wrong usage, or the environment failed.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Problems => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Runs one command line, program name first.
pub fn run(typed: impl IntoIterator<Item = OsString>) -> ExitCode {
    let typed: Vec<OsString> = typed.into_iter().collect();
    let terminal = Terminal::from_environment(&typed);
    let command = help::localized(Cli::command(), terminal.lang());
    let cli = match command.try_get_matches_from(typed).and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return help::answer(&error, &terminal).into(),
    };
    let outcome = match cli.command {
        Command::New(args) => new::run(&args, &terminal),
        Command::Check(args) => check::run(&args, &terminal),
        Command::Build(args) => build::run(&args, &terminal),
        Command::Poster(args) => poster::run(&args, &terminal),
        Command::PosterWorker(args) => worker::run(&args),
        Command::Agenda(args) => agenda::run(&args, &terminal),
        Command::Release(args) => release::run(&args, &terminal),
        Command::Explain(args) => Ok(explain::run(&args, &terminal)),
        Command::Verify(args) => verify::run(&args, &terminal),
    };
    outcome.unwrap_or_else(|error| terminal.failure(&error)).into()
}
