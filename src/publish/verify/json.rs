//! Turns a verdict into JSON for programs: every file named, in a fixed order.

use serde::Serialize;

use crate::diag::Lang;

use super::verdict::{Kind, Ledger, Seal, Verdict};

#[derive(Serialize)]
struct Written<'a> {
    whole: bool,
    files: Option<usize>,
    faults: Vec<WrittenFault<'a>>,
    signature: WrittenSeal<'a>,
    ledger: WrittenLedger<'a>,
    receipt: Option<u32>,
    hidden: &'a [String],
}

#[derive(Serialize)]
struct WrittenFault<'a> {
    kind: &'static str,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
}

#[derive(Serialize)]
struct WrittenSeal<'a> {
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_given: Option<bool>,
}

#[derive(Serialize)]
struct WrittenLedger<'a> {
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unpublished: Option<usize>,
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Changed => "changed",
        Kind::Missing => "missing",
        Kind::Extra => "extra",
        Kind::Link => "link",
        Kind::NotAFile => "not-a-file",
        Kind::Unreadable => "unreadable",
        Kind::Twice => "twice",
        Kind::Unsafe => "unsafe-name",
        Kind::Signature => "signature",
        Kind::Ledger => "ledger",
        Kind::Receipt => "receipt",
    }
}

fn seal(seal: &Seal) -> WrittenSeal<'_> {
    let (state, key, comment, key_given) = match seal {
        Seal::None => ("none", None, None, None),
        Seal::Holds { number, comment, given } => ("holds", Some(number), Some(comment), Some(*given)),
        Seal::HeldBefore { number } => ("held-before", Some(number), None, None),
        Seal::NoKey { number } => ("no-key", Some(number), None, None),
        Seal::Fails => ("fails", None, None, None),
    };
    WrittenSeal { state, key: key.map(String::as_str), comment: comment.map(String::as_str), key_given }
}

fn ledger(ledger: &Ledger) -> WrittenLedger<'_> {
    match ledger {
        Ledger::None => WrittenLedger { state: "none", entries: None, code: None, unpublished: None },
        Ledger::Fails => WrittenLedger { state: "fails", entries: None, code: None, unpublished: None },
        Ledger::Holds { entries, last, ahead } => WrittenLedger {
            state: "holds",
            entries: Some(*entries),
            code: last.as_ref().map(|last| last.code.as_str()),
            unpublished: *ahead,
        },
    }
}

impl Verdict {
    /// The verdict as JSON, with reasons in one language and a line end.
    ///
    /// # Errors
    /// None that a verdict can cause.
    pub fn json(&self, lang: Lang) -> Result<String, serde_json::Error> {
        let faults = self.faults.iter().map(|fault| WrittenFault {
            kind: name(fault.kind),
            path: &fault.path,
            why: fault.why.as_ref().map(|why| why.get(lang)),
        });
        let written = Written {
            whole: self.is_whole(),
            files: self.files,
            faults: faults.collect(),
            signature: seal(&self.seal),
            ledger: ledger(&self.ledger),
            receipt: self.receipt,
            hidden: &self.hidden,
        };
        Ok(serde_json::to_string_pretty(&written)? + "\n")
    }
}
