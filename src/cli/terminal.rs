//! What is known of the person's terminal, and the only place that writes to it.

use super::Outcome;
use crate::diag::{Lang, Phrase};
use crate::error::Error;
use std::ffi::OsString;
use std::io::{IsTerminal, Write};

/// The terminal of this run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terminal {
    lang: Lang,
    color: bool,
    live: bool,
}

impl Terminal {
    /// Reads `--lang` from what was typed (before it is parsed, so that the help can follow it), then the locale.
    #[expect(clippy::disallowed_methods, reason = "the command line is where the environment is read")]
    pub(super) fn from_environment(typed: &[OsString]) -> Self {
        let typed: Vec<_> = typed.iter().map(|arg| arg.to_string_lossy()).collect();
        let after = typed.iter().position(|arg| arg == "--lang").and_then(|at| typed.get(at + 1)).map(AsRef::as_ref);
        let asked = after.or_else(|| typed.iter().find_map(|arg| arg.strip_prefix("--lang=")));
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| {
            let value = std::env::var(name).ok()?;
            (!value.is_empty()).then_some(value)
        });
        let lang = match (asked, locale) {
            (Some("en"), _) => Lang::En,
            (None, Some(locale)) if locale.starts_with("en") => Lang::En,
            _ => Lang::Zh,
        };
        let live = std::io::stderr().is_terminal();
        Self { lang, color: live && std::env::var("NO_COLOR").is_err(), live }
    }

    /// Language of messages.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether messages may be coloured.
    pub(super) fn color(&self) -> bool {
        self.color
    }

    /// Whether someone watches, so that progress is worth showing.
    pub(super) fn live(&self) -> bool {
        self.live
    }

    /// Writes a result. A reader that went away is no failure.
    pub(super) fn print(&self, text: &str) {
        let _gone = std::io::stdout().lock().write_all(text.as_bytes());
    }

    /// Writes a message beside the result.
    pub(super) fn note(&self, text: &str) {
        let _gone = std::io::stderr().lock().write_all(text.as_bytes());
    }

    /// The words for this terminal.
    pub(super) fn say(&self, zh: &str, en: &str) -> String {
        Phrase::new(zh, en).get(self.lang).to_owned()
    }

    /// Says what failed outside the content.
    pub(super) fn failure(&self, error: &Error) -> Outcome {
        let head = self.say("没有办成：", "failed: ");
        self.note(&format!("{head}{}\n", error.phrase().get(self.lang)));
        Outcome::Failed
    }
}
