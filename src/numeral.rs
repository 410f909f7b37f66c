//! Turns the numerals of statutes, and of what cites them, into numbers and back: 一百零二, 〇, 12, １２.

/// A numeral at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeral {
    pub(crate) value: u32,
    /// What else it may mean: 一百二 is 120 to most and 102 to some.
    pub(crate) perhaps: Option<u32>,
    /// Bytes read.
    pub(crate) length: usize,
}

/// Reads a numeral: Chinese, or digits of either width.
pub(crate) fn read(text: &str) -> Option<Numeral> {
    let first = text.chars().next()?;
    if arabic(first).is_some() { digits(text) } else { chinese(text) }
}

fn arabic(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
}

fn digits(text: &str) -> Option<Numeral> {
    let (mut value, mut length, mut count) = (0_u32, 0, 0);
    for c in text.chars() {
        let Some(digit) = arabic(c) else { break };
        count += 1;
        if count > 4 {
            return None;
        }
        value = value * 10 + digit;
        length += c.len_utf8();
    }
    Some(Numeral { value, perhaps: None, length })
}

fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' | '０' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Chinese numerals below ten thousand, with or without 十百千.
fn chinese(text: &str) -> Option<Numeral> {
    let (mut total, mut current, mut length) = (0_u32, None::<u32>, 0);
    let (mut scale, mut plain, mut zero, mut scaled) = (0_u32, 0_u32, false, false);
    let mut count = 0;
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '廿' => 20,
            '卅' => 30,
            _ => {
                let Some(digit) = digit(c) else { break };
                zero |= digit == 0;
                current = Some(digit);
                plain = plain.checked_mul(10)?.checked_add(digit)?;
                length += c.len_utf8();
                count += 1;
                if count > 9 {
                    return None;
                }
                continue;
            }
        };
        if unit == 20 || unit == 30 {
            total += unit;
            scale = 10;
        } else {
            total += current.unwrap_or(1) * unit;
            scale = unit;
        }
        (current, zero, scaled) = (None, false, true);
        length += c.len_utf8();
        count += 1;
        if count > 9 {
            return None;
        }
    }
    if length == 0 {
        return None;
    }
    if !scaled {
        return (plain <= 9999).then_some(Numeral { value: plain, perhaps: None, length });
    }
    let ones = current.unwrap_or(0);
    // 一百二: a digit straight after a scale above ten counts in the next lower one.
    let low = scale >= 100 && ones > 0 && !zero;
    let value = total + if low { ones * (scale / 10) } else { ones };
    Some(Numeral { value, perhaps: low.then_some(total + ones), length })
}

/// A number in Chinese: 一百零二.
pub(crate) fn say(number: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut out = String::new();
    let mut gap = false;
    for (scale, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = (number / scale) % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push('零');
        }
        if !(scale == 10 && digit == 1 && out.is_empty()) {
            out.push_str(DIGITS[digit as usize]);
        }
        out.push_str(word);
    }
    if out.is_empty() { "零".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_of_statutes_are_read() {
        for (text, value, perhaps) in [
            ("一条", 1, None),
            ("十", 10, None),
            ("十二条", 12, None),
            ("二十", 20, None),
            ("一百零二条", 102, None),
            ("一百二条", 120, Some(102)),
            ("一百一十条", 110, None),
            ("一百二十", 120, None),
            ("一千二百六十条", 1260, None),
            ("一千零一", 1001, None),
            ("一〇二条", 102, None),
            ("一二", 12, None),
            ("廿一", 21, None),
            ("12条", 12, None),
            ("１２条", 12, None),
            ("〇", 0, None),
        ] {
            let read = read(text).expect(text);
            assert_eq!((read.value, read.perhaps), (value, perhaps), "{text}");
        }
        assert_eq!(read("条"), None);
        assert_eq!(read("12345"), None);
    }

    #[test]
    fn what_is_said_is_read_back() {
        for number in 1..=1999 {
            assert_eq!(read(&say(number)).map(|read| read.value), Some(number), "{}", say(number));
        }
    }
}
