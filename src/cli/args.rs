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
    #[command(hide = true)]
    PosterWorker(WorkerArgs),
    Agenda(AgendaArgs),
    Release(ReleaseArgs),
    Explain(ExplainArgs),
    Verify(VerifyArgs),
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
    /// Units to take as they were released.
    #[arg(long, value_name = "UNIT")]
    pub(super) hold: Vec<String>,
    /// Leave out posters.
    #[arg(long)]
    pub(super) pages_only: bool,
    /// Secret key of minisign to sign the site with.
    #[arg(long, value_name = "KEYFILE")]
    pub(super) sign: Option<PathBuf>,
    /// How many cores to use; without it all of them.
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
}

#[derive(Debug, Args)]
pub(super) struct PosterArgs {
    #[command(flatten)]
    pub(super) site: SiteArgs,
    /// The kind of notice.
    #[arg(long, value_enum)]
    pub(super) kind: Option<KindArg>,
    /// Paper, several if wanted.
    #[arg(long, value_name = "PAPER", value_delimiter = ',')]
    pub(super) paper: Vec<String>,
    /// Unit, by folder or name.
    #[arg(long, value_name = "UNIT")]
    pub(super) unit: Option<String>,
    /// Roster, by file or title.
    #[arg(long, value_name = "ROSTER")]
    pub(super) roster: Option<String>,
    /// Procedure or regulation, by file or title.
    #[arg(long, value_name = "DOCUMENT")]
    pub(super) document: Option<String>,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub(super) day: Option<String>,
    /// Form of the files.
    #[arg(long, value_enum, default_value = "pdf")]
    pub(super) format: FormatArg,
    /// For a printer without colours.
    #[arg(long)]
    pub(super) mono: bool,
    /// Folder to write into.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) out: PathBuf,
}

/// Kinds of notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum KindArg {
    Month,
    Day,
    Change,
    Unit,
    Set,
    Flow,
    Leaflet,
    Panels,
    Booklet,
}

/// Forms of a notice's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    Pdf,
    Png,
    Svg,
}

impl FormatArg {
    /// What a file's name ends in.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct WorkerArgs {
    /// Of it only theme and fonts are used.
    #[command(flatten)]
    pub(super) site: SiteArgs,
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
pub(super) struct ReleaseArgs {
    #[command(flatten)]
    pub(super) site: SiteArgs,
    /// The day it is made public; none is today where the site is kept.
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<String>,
    /// Units to take as they were released.
    #[arg(long, value_name = "UNIT")]
    pub(super) hold: Vec<String>,
    /// Show what would be recorded, and record nothing.
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Write a short proof of the last release to send upward.
    #[arg(long, value_name = "FILE")]
    pub(super) receipt: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// A code such as GS0301; none lists them all.
    pub(super) code: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// Published folder, or a ZIP of it.
    #[arg(value_name = "DIR|ZIP", default_value = "public")]
    pub(super) what: PathBuf,
    /// Public key the signature must hold against: a file, or its text.
    #[arg(long, value_name = "FILE|BASE64")]
    pub(super) key: Option<String>,
    /// Receipt of a release that the ledger must hold.
    #[arg(long, value_name = "FILE")]
    pub(super) receipt: Option<PathBuf>,
    /// Content folder whose ledger the published one must agree with.
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
    /// Form of the report.
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
}
