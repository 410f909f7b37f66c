//! Turns names and values into content lines: text escaped, long lines folded at 75 bytes between characters (RFC 5545 section 3.1).

use std::io::Write;

/// Lines of a calendar.
#[derive(Debug, Default)]
pub(super) struct Lines {
    out: Vec<u8>,
}

/// Longest line without its end, in bytes.
const LONGEST: usize = 75;

impl Lines {
    /// A line whose value stands as it is.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{value}"));
    }

    /// A line whose value is text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{}", escaped(value)));
    }

    /// Hands over what has been written so far, so that a calendar of any length needs the room of one event.
    pub(super) fn pour(&mut self, to: &mut dyn Write) -> std::io::Result<()> {
        to.write_all(&self.out)?;
        self.out.clear();
        Ok(())
    }

    fn folded(&mut self, line: &str) {
        let mut width = 0;
        for character in line.chars() {
            let bytes = character.len_utf8();
            if width + bytes > LONGEST {
                self.out.extend_from_slice(b"\r\n ");
                // The blank that marks a continuation counts.
                width = 1;
            }
            width += bytes;
            self.out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        }
        self.out.extend_from_slice(b"\r\n");
    }
}

/// Text in which nothing means anything else. Control characters are left out; a calendar may not hold them.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(character);
            }
            '\n' => out.push_str("\\n"),
            control if control.is_control() && control != '\t' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unfolded(folded: &str) -> String {
        folded.replace("\r\n ", "")
    }

    fn text(name: &str, value: &str) -> String {
        let (mut lines, mut out) = (Lines::default(), Vec::new());
        lines.text(name, value);
        lines.pour(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(text("SUMMARY", "甲,乙;丙\\丁\n戊\u{7}"), "SUMMARY:甲\\,乙\\;丙\\\\丁\\n戊\r\n");
    }

    proptest! {
        #[test]
        fn lines_are_short_and_unfold_to_what_they_were(value in "[\\PC\n,;\\\\]{0,200}") {
            let folded = text("DESCRIPTION", &value);
            for line in folded.split_terminator("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{line}");
            }
            prop_assert_eq!(unfolded(&folded), format!("DESCRIPTION:{}\r\n", escaped(&value)));
        }
    }
}
