//! Tells Chinese and Japanese characters from others, for line breaks and emphasis.

/// A letter of a script written without blanks between words: Han, kana, bopomofo. Not Hangul, which has blanks.
pub(super) fn is_letter(c: char) -> bool {
    matches!(u32::from(c),
        0x2e80..=0x2fdf | 0x3005..=0x3007 | 0x3021..=0x3029 | 0x3031..=0x3035 | 0x3038..=0x303c
        | 0x3041..=0x312f | 0x31a0..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0xff66..=0xff9f
        | 0x1b000..=0x1b16f | 0x20000..=0x3ffff)
}

/// Punctuation and forms that only such scripts use, each as wide as a letter.
pub(super) fn is_wide_punctuation(c: char) -> bool {
    matches!(u32::from(c),
        0x3001..=0x3004 | 0x3008..=0x3020 | 0x302a..=0x3030 | 0x3036..=0x3037 | 0x303d..=0x303f
        | 0xfe10..=0xfe1f | 0xfe30..=0xfe6f | 0xff01..=0xff0f | 0xff1a..=0xff20 | 0xff3b..=0xff40 | 0xff5b..=0xff65
        | 0xffe0..=0xffe6)
}

/// Marks that Chinese shares with English (`“ ” ‘ ’ — … ·`): Chinese only beside Chinese.
pub(super) fn is_shared_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '–')
}

/// Whether a line break between these two characters stands for nothing rather than for a blank.
pub(super) fn joins(before: char, after: char) -> bool {
    let own = |c| is_letter(c) || is_wide_punctuation(c) || is_wide_form(c);
    (own(before) && (own(after) || is_shared_mark(after))) || (is_shared_mark(before) && own(after))
}

/// Full-width digits and Latin letters.
fn is_wide_form(c: char) -> bool {
    matches!(u32::from(c), 0xff10..=0xff19 | 0xff21..=0xff3a | 0xff41..=0xff5a)
}

/// Punctuation in the sense of CommonMark's emphasis rules, as far as it occurs in our texts.
pub(super) fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || is_wide_punctuation(c)
        || is_shared_mark(c)
        || matches!(u32::from(c), 0xa1..=0xbf | 0x2010..=0x2027 | 0x2030..=0x205e | 0x20a0..=0x20cf | 0x2100..=0x2bff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_vanish_only_between_chinese() {
        for (before, after, join) in [
            ('县', '政', true),
            ('，', '请', true),
            ('请', '“', true),
            ('”', '和', true),
            ('𠮷', '野', true),
            ('の', 'は', true),
            ('１', '日', true),
            ('〇', '年', true),
            ('a', '中', false),
            ('中', '3', false),
            ('한', '글', false),
            ('”', '“', false),
            ('a', 'b', false),
        ] {
            assert_eq!(joins(before, after), join, "{before}{after}");
        }
    }
}
