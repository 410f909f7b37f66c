//! Turns a line of a content file and a small change to it into the line as it should be written.

use std::ops::Range;

/// How far a line is followed to either side of a change, in bytes. A longer line is hostile or generated:
/// it is not worth showing, and following it for each of many problems would take quadratic time.
const REACH: usize = 2_000;

/// The byte range of the line that holds `at`, without its line end; `None` for a line too long to show.
pub(super) fn line_around(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let at = at.min(bytes.len());
    let floor = at.saturating_sub(REACH);
    let start = match bytes[floor..at].iter().rposition(|&b| b == b'\n') {
        Some(found) => floor + found + 1,
        None if floor == 0 => 0,
        None => return None,
    };
    let ceiling = (at + REACH).min(bytes.len());
    let end = match bytes[at..ceiling].iter().position(|&b| b == b'\n') {
        Some(found) => at + found,
        None if ceiling == bytes.len() => ceiling,
        None => return None,
    };
    let end = if end > start && bytes[end - 1] == b'\r' { end - 1 } else { end };
    Some(start..end.max(start))
}

/// The line with `range` replaced; `None` if the range leaves its line or the line is too long to show.
pub(super) fn line_with(text: &str, range: Range<usize>, replacement: &str) -> Option<String> {
    let line = line_around(text, range.start)?;
    if range.end > line.end {
        return None;
    }
    let before = text.get(line.start..range.start)?;
    let after = text.get(range.end..line.end)?;
    Some(format!("{before}{replacement}{after}").trim_end().to_owned())
}

/// The value in quotes, so that YAML takes every character of it as text.
pub(super) fn quoted(value: &str) -> String {
    let value = value.trim();
    if value.contains(['"', '\\']) { format!("'{}'", value.replace('\'', "''")) } else { format!("\"{value}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_mended_in_place() {
        let text = "标题: 甲\r\n地点: 县信访局 # 2楼\r\n时间: 上午";
        let start = text.find("县").unwrap();
        let end = text.find("楼").unwrap() + "楼".len();
        let mended = line_with(text, start..end, &quoted(&text[start..end]));
        assert_eq!(mended.as_deref(), Some("地点: \"县信访局 # 2楼\""));
        assert_eq!(line_with(text, 0..end, "x"), None, "a change over several lines has no one line");
        assert_eq!(line_with(text, text.len()..text.len(), "!").as_deref(), Some("时间: 上午!"));
    }

    #[test]
    fn a_value_with_quotes_takes_the_other_quotes() {
        assert_eq!(quoted("\"注意\"事项"), "'\"注意\"事项'");
        assert_eq!(quoted(" it's \"x\" "), "'it''s \"x\"'");
    }

    #[test]
    fn an_endless_line_is_left_alone() {
        let text = "字".repeat(10_000);
        assert_eq!(line_with(&text, 15_000..15_003, ""), None);
    }
}
