//! Turns a plain table of HTML into one of Markdown. Cells that span others have no equal there, and are left alone.

use super::line::trim;
use super::paste::tag;

/// More than any table of a statute has.
const LONGEST: usize = 400_000;

/// The lines of a table whose opening tag stands before the text, and its length up to and with its closing tag.
pub(super) fn table(text: &str) -> Option<(String, usize)> {
    let (mut rows, mut cell): (Vec<Vec<String>>, Option<String>) = (Vec::new(), None);
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let mut at = 0;
    loop {
        let next = at + text.get(at..)?.find('<')?;
        if let Some(words) = &mut cell {
            words.push_str(&text[at..next]);
        } else if !trim(&text[at..next]).is_empty() {
            return None;
        }
        let Some(found) = tag(&text[next..]) else {
            cell.as_mut()?.push('<');
            at = next + 1;
            continue;
        };
        at = next + found.length;
        let spans = text[next..at].contains("colspan") || text[next..at].contains("rowspan");
        match (found.name.as_str(), found.closes) {
            ("table", true) => break,
            ("tr", false) => rows.push(Vec::new()),
            ("td" | "th", false) if !spans => {
                end_cell(&mut cell, &mut rows);
                cell = Some(String::new());
            }
            ("td" | "th" | "tr", true) => end_cell(&mut cell, &mut rows),
            ("thead" | "tbody" | "tfoot" | "colgroup" | "col", _) if cell.is_none() => {}
            ("p" | "div" | "br" | "span" | "b" | "strong" | "font" | "center" | "i" | "em" | "u", _) => {
                if matches!(found.name.as_str(), "p" | "div" | "br")
                    && let Some(words) = &mut cell
                {
                    words.push(' ');
                }
            }
            _ => return None,
        }
    }
    end_cell(&mut cell, &mut rows);
    rows.retain(|row| !row.is_empty());
    let width = rows.iter().map(Vec::len).max()?;
    let mut lines = String::new();
    for (nth, row) in rows.iter().enumerate() {
        for column in 0..width {
            lines.push_str("| ");
            lines.push_str(row.get(column).map_or("", String::as_str));
            lines.push(' ');
        }
        lines.push_str("|\n");
        if nth == 0 {
            lines.push_str(&"| --- ".repeat(width));
            lines.push_str("|\n");
        }
    }
    Some((lines, at))
}

/// Puts a cell into its row: on one line, without what would begin another.
fn end_cell(cell: &mut Option<String>, rows: &mut Vec<Vec<String>>) {
    let Some(words) = cell.take() else { return };
    let words = words.split(|c: char| c.is_ascii_whitespace()).filter(|word| !word.is_empty());
    let words = words.collect::<Vec<_>>().join(" ").replace('|', "\\|");
    if rows.is_empty() {
        rows.push(Vec::new());
    }
    if let Some(row) = rows.last_mut() {
        row.push(words);
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, table};

    #[test]
    fn a_table_is_read_whatever_follows_it() {
        let rows = "<tr><td>项目</td><td>元</td></tr></table>";
        // The limit falls on each byte of a character once.
        for shift in 0..3 {
            let text = format!("{rows}{}{}", "-".repeat(shift), "字".repeat(LONGEST / 3 + 9));
            let read = table(&text);
            assert_eq!(read, Some(("| 项目 | 元 |\n| --- | --- |\n".to_owned(), rows.len())), "{shift}");
        }
    }
}
