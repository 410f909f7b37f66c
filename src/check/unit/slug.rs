//! A name becomes the last part of a page address: ASCII, lower case, the same on every machine.

use pinyin::ToPinyin;

/// The slug of a name: pinyin syllables joined by `-`; a character without a reading becomes `u` and its code point,
/// so that a rare name never needs a decision. Empty only when the name holds no letter or digit.
pub(crate) fn slug(name: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
            continue;
        }
        if !word.is_empty() {
            parts.push(std::mem::take(&mut word));
        }
        match c.to_pinyin() {
            Some(reading) => parts.push(reading.plain().replace('ü', "v")),
            None if c.is_alphabetic() => parts.push(format!("u{:x}", u32::from(c))),
            None => {}
        }
    }
    if !word.is_empty() {
        parts.push(word);
    }
    parts.join("-")
}

/// Whether a 代号 can stand in an address as it is.
pub(in crate::check) fn is_slug(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= 60 && text.chars().all(plain) && !text.starts_with('-') && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_kinds() {
        for (name, expected) in [
            ("陈守望", "chen-shou-wang"),
            ("买买提·艾力", "mai-mai-ti-ai-li"),
            ("Ada Marsh", "ada-marsh"),
            ("吕绿", "lv-lv"),
            ("Zoë", "zo-ueb"),
        ] {
            assert_eq!(slug(name), expected);
            assert!(is_slug(&slug(name)));
        }
        assert!(is_slug(&slug("罗䂮英𪚥")));
        assert!(!is_slug("a/b") && !is_slug("") && !is_slug("-a"));
    }
}
