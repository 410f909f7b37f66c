//! Turns a list of characters into a look at bytes that tells which characters of a text are surely none of them.
//!
//! Most of a Chinese text is characters of three bytes that begin nothing; to decode each costs more than all else.

/// Characters of three bytes that are looked for.
pub(crate) struct Glance {
    /// The bytes that are the second of one of them, and those that are the third.
    bytes: [[bool; 256]; 2],
}

impl Glance {
    /// `characters` are of three bytes each.
    pub(crate) const fn new(characters: &str) -> Self {
        let mut bytes = [[false; 256]; 2];
        let text = characters.as_bytes();
        let mut at = 0;
        while at + 2 < text.len() {
            bytes[0][text[at + 1] as usize] = true;
            bytes[1][text[at + 2] as usize] = true;
            at += 3;
        }
        Self { bytes }
    }

    /// Whether a character of three bytes may be one of them, told by the last two: most may not.
    pub(crate) fn may_be(&self, second: u8, third: u8) -> bool {
        self.bytes[0][usize::from(second)] & self.bytes[1][usize::from(third)]
    }
}

#[cfg(test)]
mod tests {
    use super::Glance;

    #[test]
    fn none_that_is_looked_for_is_passed_over_and_most_others_are() {
        const LOOKED_FOR: &str = "第《前上附“";
        let glance = Glance::new(LOOKED_FOR);
        let may_be = |c: char| {
            let mut bytes = [0; 3];
            c.encode_utf8(&mut bytes);
            glance.may_be(bytes[1], bytes[2])
        };
        assert!(LOOKED_FOR.chars().all(may_be));
        let han = ('\u{4e00}'..='\u{9fff}').filter(|c| may_be(*c)).count();
        assert!(han < 1000, "{han}");
    }
}
