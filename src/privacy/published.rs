//! Scans what is about to be published, as the last gate: what no single file held may come about by putting them
//! together, or stand in the theme or in what was released before there was a gate.

use super::allow::Allowed;
use super::{Finding, Kind, disguise, scan};
use crate::diag::Severity;

/// How the words of a published file are told from its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// HTML and feeds: tags are no words.
    Marked,
    /// Tables, calendars, data: all is words.
    Plain,
}

/// The first thing in a file that must not be published, and what of it may be shown. Bytes that are not text hold none.
pub fn first(bytes: &[u8], form: Form, allowed: &Allowed) -> Option<(Kind, String)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let words;
    let text = match form {
        Form::Marked => {
            words = disguise::words_of(text);
            words.as_str()
        }
        Form::Plain => text,
    };
    let passes = |kind: Kind, found: &str| {
        kind.code().severity != Severity::Error
            || allowed.is_own(kind, found)
            || allowed.is_consented(kind, found)
            || allowed.entry(kind, found).is_some()
    };
    scan(text).into_iter().find_map(|Finding { range, kind }| {
        let found = text.get(range)?;
        (!passes(kind, found)).then(|| (kind, super::mask(found, kind)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_marks_part_is_read_together() {
        let html = b"<p>\xe7\x94\xb5\xe8\xaf\x9d 138<b>0000</b><em>1234</em></p>";
        for (bytes, form, found) in [
            (&b"<td>13800001234</td>"[..], Form::Marked, true),
            (html, Form::Marked, false),
            (b"138<em>0000</em>1234", Form::Marked, true),
            (b"<a title=\"13800001234\">x</a>", Form::Marked, false),
            (b"a,13800001234\n", Form::Plain, true),
            (b"\xff13800001234", Form::Plain, false),
        ] {
            assert_eq!(first(bytes, form, &Allowed::default()).is_some(), found, "{bytes:?}");
        }
    }
}
