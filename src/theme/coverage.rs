//! Turns lists of characters that fonts hold into an answer to "can this name be printed?".

use std::sync::Arc;

use super::cmap;

/// The characters that can be printed. Cheap to clone and to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GlyphCoverage {
    /// First and last code point of each run, in order, neither touching nor overlapping.
    runs: Arc<Vec<(u32, u32)>>,
}

impl GlyphCoverage {
    /// The characters of a text that no font holds, each once, in the order of the text. Blanks and line breaks are
    /// never missing.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        for character in text.chars() {
            if !self.holds(character) && !missing.contains(&character) {
                missing.push(character);
            }
        }
        missing
    }

    /// Whether a character can be printed.
    pub fn holds(&self, character: char) -> bool {
        let point = u32::from(character);
        let run = self.runs.partition_point(|run| run.1 < point);
        is_blank(character) || self.runs.get(run).is_some_and(|run| run.0 <= point)
    }

    /// Adds the characters of a font file; `false` if its bytes are no font.
    pub fn add_font(&mut self, data: &[u8]) -> bool {
        let Some(runs) = cmap::runs(data) else { return false };
        self.add_runs(&runs);
        true
    }

    pub(super) fn add_runs(&mut self, more: &[(u32, u32)]) {
        let mut all: Vec<(u32, u32)> = self.runs.iter().chain(more).copied().collect();
        all.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(all.len());
        for run in all {
            match merged.last_mut() {
                Some(last) if run.0 <= last.1.saturating_add(1) => last.1 = last.1.max(run.1),
                _ => merged.push(run),
            }
        }
        self.runs = Arc::new(merged);
    }
}

/// Blanks, line breaks and the marks that only govern line breaks (zero-width space, word joiner, byte order mark, soft
/// hyphen): they need no glyph and may vanish from a laid-out text.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::*;

    #[test]
    fn rare_names_of_the_notes_are_covered_and_extension_b_is_not() {
        let coverage = Theme::built_in().coverage();
        for name in
            ["陈守望", "韩龑", "罗䂮英", "欧阳鋐", "马㛃", "䶮", "𬭎", "𠅤", "〇", "买买提·艾力", "A\u{3000}1\n"]
        {
            assert!(coverage.missing(name).is_empty(), "{name}");
        }
        assert_eq!(coverage.missing("张𪚥，𪚥"), ['𪚥']);
        assert_eq!(coverage.missing("张\u{e000}"), ['\u{e000}']);
    }

    #[test]
    fn runs_are_joined() {
        let mut coverage = GlyphCoverage::default();
        assert_eq!(coverage.missing("啊a"), ['啊', 'a']);
        coverage.add_runs(&[(100, 110), (120, 130)]);
        coverage.add_runs(&[(105, 119), (131, 131), (140, 140)]);
        assert_eq!(*coverage.runs, [(100, 131), (140, 140)]);
        assert!(!coverage.add_font(b"no font"));
    }
}
