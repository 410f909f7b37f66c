//! Turns Chinese numerals into numbers.

/// Whether a character is part of a Chinese numeral below one hundred, or of a year written digit by digit.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(c, '十' | '廿' | '卅' | '初') || digit(c).is_some()
}

/// The value of one Chinese digit.
pub(super) fn digit(c: char) -> Option<u32> {
    let digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match c {
        '零' | '○' => Some(0),
        '两' => Some(2),
        _ => digits.iter().position(|d| *d == c).and_then(|at| u32::try_from(at).ok()),
    }
}

/// The value of a numeral such as 五, 十五, 二十一, 廿一, 卅, 初五 or 二〇二六; `None` for anything else.
pub(super) fn value(words: &str) -> Option<u32> {
    let words = words.strip_prefix('初').unwrap_or(words);
    let chars: Vec<char> = words.chars().collect();
    match *chars.as_slice() {
        [one] => match one {
            '十' => Some(10),
            '廿' => Some(20),
            '卅' => Some(30),
            _ => digit(one),
        },
        ['十', ones] => Some(10 + digit(ones)?),
        ['廿', ones] => Some(20 + digit(ones)?),
        ['卅', ones] => Some(30 + digit(ones)?),
        [tens, '十'] => Some(digit(tens)? * 10),
        [tens, '十', ones] => Some(digit(tens)? * 10 + digit(ones)?),
        [_, _, _, _] => chars.iter().try_fold(0, |value, c| Some(value * 10 + digit(*c)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn numerals() {
        let table = [
            ("一", 1),
            ("十", 10),
            ("十五", 15),
            ("二十", 20),
            ("二十一", 21),
            ("廿一", 21),
            ("初五", 5),
            ("三十", 30),
        ];
        for (words, number) in table {
            assert_eq!(value(words), Some(number), "{words}");
        }
        assert_eq!(value("二〇二六"), Some(2026));
        assert_eq!(value("两"), Some(2));
        for words in ["", "初", "十十十", "一二三", "五一十"] {
            assert_eq!(value(words), None, "{words}");
        }
    }
}
