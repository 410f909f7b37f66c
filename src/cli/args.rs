//! What can be typed. The words of the help stand in [`super::help`], in two languages.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// A folder of plain files becomes a website and printable notices.
#[derive(Debug, Parser)]
#[command(name = "gongshi", version)]
pub(super) struct Cli {
    /// Language of messages.
    #[arg(long, global = true, value_enum)]
    pub(super) lang: Option<LangArg>,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The languages of messages.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LangArg {
    Zh,
    En,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    New(NewArgs),
    Check(CheckArgs),
    Build(BuildArgs),
    Poster(PosterArgs),
    Agenda(AgendaArgs),
    Explain(ExplainArgs),
}

#[derive(Debug, Args)]
pub(super) struct NewArgs {
    /// Folder to make.
    pub(super) dir: PathBuf,
}

/// Where a site's files are.
#[derive(Debug, Args)]
pub(super) struct SiteArgs {
    /// Folder with `site.yaml`.
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    /// Folder whose files replace those of the default theme one by one.
    #[arg(long, value_name = "DIR")]
    pub(super) theme: Option<PathBuf>,
    /// Font files, or folders of them, that go before those of the theme.
    #[arg(long, value_name = "PATH")]
    pub(super) font_path: Vec<PathBuf>,
    /// Treat warnings as errors.
    #[arg(long)]
    pub(super) strict: bool,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) site: SiteArgs,
    /// Form of the report.
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}

/// Forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    pub(super) site: SiteArgs,
    /// Folder to publish into.
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub(super) out: PathBuf,
    /// Leave out posters.
    #[arg(long)]
    pub(super) pages_only: bool,
    /// How many cores to use; without it all of them.
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
}

#[derive(Debug, Args)]
pub(super) struct PosterArgs {
    #[command(flatten)]
    pub(super) site: SiteArgs,
    /// Paper: a4, a3, a2, or width x height in millimetres.
    #[arg(long, value_name = "PAPER", default_value = "a3")]
    pub(super) paper: String,
    /// Only of this unit, by name or folder.
    #[arg(long, value_name = "UNIT")]
    pub(super) unit: Option<String>,
    /// Only of this roster, by file name.
    #[arg(long, value_name = "ROSTER")]
    pub(super) roster: Option<String>,
    /// Form of the file.
    #[arg(long, value_enum, default_value = "pdf")]
    pub(super) format: Picture,
    /// Without colours.
    #[arg(long)]
    pub(super) mono: bool,
    /// Folder to write into.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) out: PathBuf,
}

/// Forms of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Picture {
    Pdf,
    Png,
}

#[derive(Debug, Args)]
pub(super) struct AgendaArgs {
    #[command(flatten)]
    pub(super) site: SiteArgs,
    /// The day; none is today in China.
    #[arg(long, value_name = "DATE")]
    pub(super) on: Option<String>,
    /// A short text for a chat message.
    #[arg(long)]
    pub(super) text: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// A code such as GS0301; none lists them all.
    pub(super) code: Option<String>,
}
