//! Turns a document number (文号) into its official form: (2020)7号 becomes 〔2020〕7号.

use super::fold::squeeze;
use super::{Doubt, Reading, unreadable};

const EXAMPLES: &str = "〔2026〕7号、县信联办〔2026〕7号";

/// Reads 文号. Brackets of any kind around the year become 〔〕 and leading zeros go (GB/T 9704-2012, 7.2.5); the rest is kept.
pub fn read(text: &str) -> Reading<String> {
    parse(text).into()
}

fn parse(text: &str) -> Result<String, Doubt> {
    let wrong = || unreadable(text, 0..text.len(), "文号", EXAMPLES);
    let words = squeeze(&text.chars().map(half_width).collect::<String>());
    // Notices of the highest offices are numbered by the year (2026年第12号) and decrees not even by that (第12号).
    if let Some(number) = plain(&words) {
        return Ok(number);
    }
    let brackets = [('〔', '〕'), ('(', ')'), ('[', ']'), ('【', '】')];
    let found = brackets.iter().find_map(|(open, close)| {
        let (issuer, rest) = words.split_once(*open)?;
        let (year, rest) = rest.split_once(*close)?;
        Some((issuer, year, rest))
    });
    let (issuer, year, rest) = found.ok_or_else(wrong)?;
    let year = year.trim().trim_end_matches('年');
    let is_year = year.len() == 4 && year.chars().all(|c| c.is_ascii_digit());
    let rest = rest.trim().trim_start_matches('第');
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let tail = rest.get(digits.len()..).unwrap_or("");
    let number = digits.trim_start_matches('0');
    if !is_year || number.is_empty() || !(tail == "号" || tail == "號" || tail == "号文件" || tail.is_empty()) {
        return Err(wrong());
    }
    Ok(format!("{issuer}〔{year}〕{number}号"))
}

/// 2026年第12号, 第12号, also with words before them that hold no year in brackets.
fn plain(words: &str) -> Option<String> {
    let (head, number) = words.strip_suffix('号')?.rsplit_once('第')?;
    let number = number.trim_start_matches('0');
    let counts = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    let open = head.contains(['〔', '(', '[', '【']);
    (counts && !open).then(|| format!("{head}第{number}号"))
}

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let table = [
            ("〔2026〕7号", "〔2026〕7号"),
            ("(2020)7号", "〔2020〕7号"),
            ("[2024]24号", "〔2024〕24号"),
            ("（2019）3号", "〔2019〕3号"),
            ("县信联办〔２０１９〕０３号", "县信联办〔2019〕3号"),
            ("〔2013〕9号文件", "〔2013〕9号"),
            ("柳办发 【2026】 第12号", "柳办发〔2026〕12号"),
            ("2026年第012号", "2026年第12号"),
            ("第3号", "第3号"),
        ];
        for (text, number) in table {
            assert_eq!(read(text).value.as_deref(), Some(number), "{text}");
        }
        for text in ["", "7号", "〔26〕7号", "〔20xx〕7号", "〔2026〕号", "〔2026〕7、8号", "〔"] {
            assert!(read(text).value.is_none(), "{text}");
        }
    }
}
