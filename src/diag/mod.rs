//! Collects what is wrong with the clerk's text: coded problems with a place and a remedy.
//!
//! A [`Diagnostic`] holds a code and the values that fill its sentences; the sentences themselves live in
//! [`code`], in Chinese and English. Renderers stand one a file.

pub mod code;
pub mod json;
mod places;
mod secrets;
pub mod text;

use crate::source::{Sources, Span};
pub use code::{Code, Severity};

/// The language of messages for the person at the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// A few words in both languages; used for the parts of a sentence that are not the clerk's own text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    zh: String,
    en: String,
}

impl Phrase {
    /// Different words in each language.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The words for one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl<T: Into<String>> From<T> for Phrase {
    fn from(same: T) -> Self {
        let same = same.into();
        Self { zh: same.clone(), en: same }
    }
}

/// One problem: which, where, and the values its sentences need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The row of the table.
    pub code: &'static Code,
    /// Where; `None` only for problems of the folder as a whole.
    pub span: Option<Span>,
    /// The path it concerns when there is no span (a file that could not be read).
    pub path: Option<String>,
    args: Vec<(&'static str, Phrase)>,
    /// Other places that matter, each with a few words.
    pub related: Vec<(Span, Phrase)>,
    /// The line or lines as they should be written, when that can be known.
    pub corrected: Option<String>,
    /// What the span covers must not be shown: renderers write `*` for each character of it, in this and in every
    /// other line they quote.
    pub secret: bool,
}

impl Diagnostic {
    /// A problem at a place.
    pub fn new(code: &'static Code, span: Span) -> Self {
        Self {
            code,
            span: Some(span),
            path: None,
            args: Vec::new(),
            related: Vec::new(),
            corrected: None,
            secret: false,
        }
    }

    /// A problem of a file as a whole (`path` relative to the content folder), or of the folder (`""`).
    pub fn of_path(code: &'static Code, path: impl Into<String>) -> Self {
        let path = Some(path.into());
        Self { code, span: None, path, args: Vec::new(), related: Vec::new(), corrected: None, secret: false }
    }

    /// Fills `{name}` in the code's sentences.
    pub fn arg(mut self, name: &'static str, value: impl Into<Phrase>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Points at another place that matters.
    pub fn related(mut self, span: Span, words: impl Into<Phrase>) -> Self {
        self.related.push((span, words.into()));
        self
    }

    /// Shows how the line should read.
    pub fn corrected(mut self, line: impl Into<String>) -> Self {
        self.corrected = Some(line.into());
        self
    }

    /// Keeps what the span covers out of every output.
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, lang: Lang) -> String {
        self.fill(self.code.message.get(lang), lang)
    }

    /// What to write or do.
    pub fn remedy(&self, lang: Lang) -> String {
        self.fill(self.code.remedy.get(lang), lang)
    }

    fn fill(&self, template: &str, lang: Lang) -> String {
        let mut out = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            let after = &rest[open + 1..];
            // Braces of an example may stand around a value: {姓名: {name}}.
            let inner = after.find(['{', '}']).filter(|at| after[*at..].starts_with('{'));
            if let Some(inner) = inner {
                out.push_str(&rest[open..open + 1 + inner]);
                rest = &after[inner..];
                continue;
            }
            let close = after.find('}').unwrap_or(after.len());
            match self.args.iter().find(|(name, _)| *name == &after[..close]) {
                Some((_, value)) => out.push_str(value.get(lang)),
                // A missing value shows as its name, so that the corpus snapshots reveal it.
                None => out.push_str(rest.get(open..open + close + 2).unwrap_or("")),
            }
            rest = after.get(close + 1..).unwrap_or("");
        }
        out.push_str(rest);
        out
    }
}

/// All problems of a run.
#[derive(Debug, Clone, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds all problems of another report.
    pub fn merge(&mut self, other: Report) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Tells of every place where it stood in its file.
    pub fn moved(mut self, place: impl Fn(Span) -> Span) -> Self {
        for diagnostic in &mut self.diagnostics {
            diagnostic.span = diagnostic.span.map(&place);
            diagnostic.related.iter_mut().for_each(|(span, _)| *span = place(*span));
        }
        self
    }

    /// Keeps the problems for which `keep` says so, asked in the order found.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.diagnostics.retain(keep);
    }

    /// Whether anything forbids publishing; with `strict`, warnings do too.
    pub fn refuses(&self, strict: bool) -> bool {
        self.diagnostics.iter().any(|d| strict || d.code.severity == Severity::Error)
    }

    /// No problem at all.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// How many of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|d| d.code.severity == severity).count()
    }

    /// In reading order: path, place, code; exact repeats once.
    pub fn sorted(&self, sources: &Sources) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.diagnostics.iter().collect();
        all.sort_by(|a, b| {
            let key = |d: &Diagnostic| (d.span.map(|s| (s.start, s.end)), d.code.id);
            path_of(a, sources).cmp(path_of(b, sources)).then_with(|| key(a).cmp(&key(b)))
        });
        all.dedup();
        all
    }

    /// Every place that no output may show.
    pub fn secrets(&self) -> impl Iterator<Item = Span> {
        self.diagnostics.iter().filter(|d| d.secret).filter_map(|d| d.span)
    }

    /// The problems in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }
}

/// The path a diagnostic concerns, relative to the content folder; empty for the folder itself.
pub fn path_of<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> &'a str {
    let spanned = diagnostic.span.and_then(|span| sources.get(span.file)).map(|source| source.path());
    spanned.or(diagnostic.path.as_deref()).unwrap_or("")
}

/// “did you mean …” to follow a sentence; nothing where no name is near.
pub fn did_you_mean(near: Option<&str>) -> Phrase {
    match near {
        Some(name) => Phrase::new(format!("，是不是“{name}”？"), format!("; did you mean `{name}`?")),
        None => Phrase::new("", ""),
    }
}
