//! Writes tables that a screen reader can follow and a phone can scroll.

use std::collections::BTreeSet;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::cjk;
use super::write::{Writer, push_escaped};

/// The table being written.
#[derive(Default)]
pub(super) struct Table {
    columns: Vec<Alignment>,
    head: bool,
    cell: usize,
    /// Where the open header cell began, and what had been shown.
    open: Option<(usize, usize)>,
    /// Names given to tables so far.
    labels: BTreeSet<String>,
}

impl Writer<'_, '_> {
    pub(super) fn table_start(&mut self, at: usize, columns: &[Alignment]) {
        let label = self.table_label(at);
        self.table.columns = columns.to_vec();
        self.out.push_str("<div class=\"table-scroll\" tabindex=\"0\"");
        if !label.is_empty() {
            self.out.push_str(" role=\"region\" aria-label=\"");
            push_escaped(&mut self.out, &label);
            self.out.push('"');
        }
        self.out.push_str("><table>\n");
    }

    /// Begins a row; `head` for the header's.
    pub(super) fn row_start(&mut self, head: bool) {
        self.table.head = head;
        self.table.cell = 0;
        self.out.push_str(if head { "<thead><tr>" } else { "<tr>" });
    }

    pub(super) fn row_end(&mut self) {
        self.out.push_str(if self.table.head { "</tr></thead>\n<tbody>\n" } else { "</tr>\n" });
        self.table.head = false;
    }

    pub(super) fn cell_start(&mut self) {
        let side = match self.table.columns.get(self.table.cell) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.table.cell += 1;
        let tag = if self.table.head { "<th scope=\"col\"" } else { "<td" };
        self.table.open = Some((self.out.len(), self.shown));
        self.out.push_str(&format!("{tag}{side}>"));
    }

    pub(super) fn cell_end(&mut self) {
        let Some((start, before)) = self.table.open.take() else { return };
        if self.table.head && before == self.shown {
            // A header without words would be announced as nothing.
            self.out.truncate(start);
            self.out.push_str("<td></td>");
        } else {
            self.out.push_str(if self.table.head { "</th>" } else { "</td>" });
        }
    }

    /// A name for a table that scrolls: the words of its header.
    fn table_label(&mut self, at: usize) -> String {
        let mut cells: Vec<String> = Vec::new();
        for (event, _) in self.events.get(at + 1..).unwrap_or_default() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(String::new()),
                Event::Text(text) | Event::Code(text) => {
                    if let Some(cell) = cells.last_mut() {
                        cell.push_str(text);
                    }
                }
                Event::End(TagEnd::TableHead) => break,
                _ => {}
            }
        }
        cells.retain(|cell| !cell.trim().is_empty());
        let chinese = cells.iter().any(|cell| cell.contains(cjk::is_letter));
        let mut label = cells.join(if chinese { "、" } else { ", " });
        // Two regions of one name cannot be told apart by ear.
        if !label.is_empty() && !self.table.labels.insert(label.clone()) {
            let nth = self.table.labels.len() + 1;
            label.push_str(&format!(" ({nth})"));
            self.table.labels.insert(label.clone());
        }
        label
    }
}
