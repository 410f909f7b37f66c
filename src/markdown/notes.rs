//! Writes footnotes: marks in the text, and the notes after it in the order of their first mention.

use std::collections::BTreeMap;

use super::write::Writer;

/// The footnotes met so far.
#[derive(Default)]
pub(super) struct Notes {
    /// Label to number, in the order of first mention.
    numbers: BTreeMap<String, usize>,
    /// Label to number of mentions.
    mentions: BTreeMap<String, usize>,
    /// Label to the finished note.
    bodies: BTreeMap<String, String>,
}

impl Writer<'_, '_> {
    /// Writes what follows into the note of this name until [`Writer::note_end`].
    pub(super) fn note_start(&mut self, label: &str) {
        let outer = std::mem::take(&mut self.out);
        self.parked.push((label.to_owned(), outer));
    }

    pub(super) fn note_end(&mut self) {
        if let Some((label, outer)) = self.parked.pop() {
            let body = std::mem::replace(&mut self.out, outer);
            self.notes.bodies.entry(label).or_insert(body);
        }
    }

    pub(super) fn note_mark(&mut self, label: &str) {
        let fresh = self.notes.numbers.len() + 1;
        let number = *self.notes.numbers.entry(label.to_owned()).or_insert(fresh);
        let mentions = self.notes.mentions.entry(label.to_owned()).or_insert(0);
        *mentions += 1;
        let id = if *mentions == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{mentions}") };
        let mark = if self.anchors.is_empty() {
            format!("<sup><a href=\"#fn-{number}\" id=\"{id}\" role=\"doc-noteref\">[{number}]</a></sup>")
        } else {
            format!("<sup>[{number}]</sup>")
        };
        self.out.push_str(&mark);
        self.last = Some(']');
    }

    /// The footnotes after the text, in the order of their first mention, then those never mentioned.
    pub(super) fn notes_section(&mut self) {
        let mut bodies = std::mem::take(&mut self.notes.bodies);
        if bodies.is_empty() {
            return;
        }
        let mut labels: Vec<(&String, &usize)> = self.notes.numbers.iter().collect();
        labels.sort_by_key(|(_, number)| **number);
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (label, number) in labels {
            let body = bodies.remove(label).unwrap_or_default();
            let back = format!(" <a href=\"#fnref-{number}\" role=\"doc-backlink\">↑ [{number}]</a>");
            self.out.push_str(&format!("<li id=\"fn-{number}\">"));
            match body.trim_end().strip_suffix("</p>") {
                Some(inside) => self.out.push_str(&format!("{inside}{back}</p>\n")),
                None => self.out.push_str(&format!("{body}{back}\n")),
            }
            self.out.push_str("</li>\n");
        }
        for body in bodies.values() {
            self.out.push_str(&format!("<li>{body}</li>\n"));
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}
