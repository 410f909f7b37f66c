//! `verify`: whether a published site is whole, and if not, which files are to blame.

use super::Outcome;
use super::args::{Format, VerifyArgs};
use super::terminal::Terminal;
use crate::error::Error;
use crate::publish::verify::{Asked, verify};

pub(super) fn run(args: &VerifyArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let asked = Asked {
        site: &args.what,
        key: args.key.as_deref(),
        receipt: args.receipt.as_deref(),
        content: args.content.as_deref(),
    };
    let verdict = verify(&asked)?;
    terminal.print(&match args.format {
        Format::Text => verdict.text(terminal.lang()),
        Format::Json => verdict.json(terminal.lang()).map_err(Error::View)?,
    });
    Ok(if verdict.is_whole() { Outcome::Clean } else { Outcome::Problems })
}
