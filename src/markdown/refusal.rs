//! Begins and reports the diagnostics of the writer.

use std::ops::Range;

use super::write::Writer;
use crate::diag::{Code, Diagnostic, Phrase, Report};

impl Writer<'_, '_> {
    /// Begins a diagnostic at a range of the body.
    pub(super) fn refuse(&mut self, code: &'static Code, range: &Range<usize>) -> Refusal<'_> {
        Refusal { diagnostic: Diagnostic::new(code, self.place.span(range.clone())), report: self.report }
    }
}

/// A diagnostic on its way to the report.
pub(super) struct Refusal<'r> {
    diagnostic: Diagnostic,
    report: &'r mut Report,
}

impl Refusal<'_> {
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Phrase>) -> Self {
        self.diagnostic = self.diagnostic.arg(name, value);
        self
    }

    /// Reports it with one last value. Always `None`: there is no address.
    pub(super) fn finish(self, name: &'static str, value: impl Into<Phrase>) -> Option<String> {
        self.with(name, value).done();
        None
    }

    pub(super) fn done(self) {
        self.report.push(self.diagnostic);
    }
}

/// At most thirty characters of the clerk's own text, for a message.
pub(super) fn clip(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    match text.char_indices().nth(30) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
