//! Tells resident IDs, mobile numbers, bank cards and credit codes by the rules they are made by.

/// Resident ID of 18 places.
///
/// Basis: GB 11643-1999. Six digits of region, eight of the birth date, three of sequence, one check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Id {
    /// Region, date and check digit are right.
    Valid,
    /// Region and date are right, the check digit is not: a slip of typing.
    Slip,
    /// No resident ID.
    Not,
}

/// Judges 18 places; the last may be `X`.
pub(super) fn resident_id(digits: &[u8]) -> Id {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: &[u8; 11] = b"10X98765432";
    let [body @ .., last] = digits else { return Id::Not };
    if body.len() != 17 || !body.iter().all(u8::is_ascii_digit) || !is_province(body) {
        return Id::Not;
    }
    let year = number(&body[6..10]);
    if !(1900..2100).contains(&year) || !is_day(year, number(&body[10..12]), number(&body[12..14])) {
        return Id::Not;
    }
    let sum: u32 = body.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let right = CHECK.get(sum as usize % 11) == Some(last);
    if right { Id::Valid } else { Id::Slip }
}

/// The form of before 1999: 15 digits, two for the year, no check digit. A guess only.
pub(super) fn old_resident_id(digits: &[u8]) -> bool {
    digits.len() == 15
        && digits.iter().all(u8::is_ascii_digit)
        && is_province(digits)
        && is_day(1900 + number(&digits[6..8]), number(&digits[8..10]), number(&digits[10..12]))
}

/// Eleven digits that begin as mobile numbers do: 13 to 19.
pub(super) fn is_mobile(digits: &[u8]) -> bool {
    matches!(digits, [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9 && rest.iter().all(u8::is_ascii_digit))
}

/// The check digit of bank cards.
///
/// Basis: ISO/IEC 7812-1, annex B.
pub(super) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit.wrapping_sub(b'0'));
            match place % 2 {
                0 => value,
                _ => value * 2 / 10 + value * 2 % 10,
            }
        })
        .sum();
    digits.iter().all(u8::is_ascii_digit) && sum.is_multiple_of(10)
}

/// The public code of a body (统一社会信用代码): allowed everywhere.
///
/// Basis: GB 32100-2015. Digits and capitals without I, O, S, V, Z; weights 3^i mod 31.
pub(super) fn is_credit_code(code: &[u8]) -> bool {
    const SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let value = |sign: &u8| SIGNS.iter().position(|known| known == sign);
    let [body @ .., last] = code else { return false };
    if body.len() != 17 {
        return false;
    }
    let mut weight = 1;
    let mut sum = 0;
    for sign in body {
        let Some(value) = value(sign) else { return false };
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    value(last) == Some((31 - sum % 31) % 31)
}

/// The first two digits of a region code in use (GB/T 2260), with 83 for residents from Taiwan.
fn is_province(digits: &[u8]) -> bool {
    let code = digits.get(..2).map_or(0, number);
    matches!(code, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83)
}

fn is_day(year: u32, month: u32, day: u32) -> bool {
    i32::try_from(year).is_ok_and(|year| chrono::NaiveDate::from_ymd_opt(year, month, day).is_some())
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit.wrapping_sub(b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_own_examples() {
        assert_eq!(resident_id(b"34052419800101001X"), Id::Valid);
        assert_eq!(resident_id(b"11010519491231002X"), Id::Valid);
        assert_eq!(resident_id(b"110105194912310021"), Id::Slip);
        assert_eq!(resident_id(b"11010519490230002X"), Id::Not);
        assert_eq!(resident_id(b"99010519491231002X"), Id::Not);
        assert_eq!(resident_id(b"11010519491231X02"), Id::Not);
        assert!(is_credit_code(b"91350100M000100Y43"));
        assert!(!is_credit_code(b"91350100M000100Y44"));
        assert!(!is_credit_code(b"91350100I000100Y43"));
        assert!(luhn(b"4111111111111111") && !luhn(b"4111111111111112") && !luhn(b"41111111x1111111"));
        assert!(old_resident_id(b"110105491231002") && !old_resident_id(b"110105491331002"));
        assert!(is_mobile(b"13800001234") && !is_mobile(b"12345678901") && !is_mobile(b"1380000123"));
    }
}
