//! Turns words as they are printed into words as they are read aloud: no digits, no brackets, nothing a voice stumbles on.

mod english;
mod number;

#[cfg(test)]
mod tests;

use crate::model::site::Language;

/// A line to be read aloud, in the language of the site.
pub fn aloud(line: &str, language: Language) -> String {
    match language {
        Language::Chinese => chinese(line),
        Language::English => english::english(line),
    }
}

/// 12月15日（周二）上午9:00至11:30 becomes 十二月十五日，星期二，上午九点到十一点半. What is left are Chinese characters, the marks
/// that are pauses, and letters, of which no Chinese word can be made (A座).
pub fn chinese(text: &str) -> String {
    let chars: Vec<char> = text.chars().map(narrow).collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&character) = chars.get(at) {
        if character.is_ascii_digit() {
            at = number::say(&chars, at, &mut out);
            continue;
        }
        match character {
            '周' if weekday(chars.get(at + 1)) && chars.get(at.wrapping_sub(1)) != Some(&'每') => {
                out.push_str("星期");
            }
            '至' | '-' | '~' | '—' | '–' if number::leads_on(&chars, at) => out.push('到'),
            '!' | '?' | '.' | '。' => out.push('。'),
            ':' => out.push('：'),
            '、' | '\n' => out.push(character),
            '+' => out.push('加'),
            // Silent: what joins or sets apart but is no pause.
            '·' | '“' | '”' | '‘' | '’' | '《' | '》' | '「' | '」' | '"' | '\'' | '#' | '*' | '_' | '`' | '@' =>
                {}
            _ if character.is_alphanumeric() => out.push(character),
            _ => out.push('，'),
        }
        at += 1;
    }
    tidy(&out)
}

/// Full-width forms as half-width ones.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

fn weekday(c: Option<&char>) -> bool {
    c.is_some_and(|c| "一二三四五六日".contains(*c))
}

/// One pause for several, none at the ends of a line; the longer pause stays.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let pause = |c: char| "，。、：\n".contains(c);
        match out.chars().last() {
            None if pause(character) => {}
            Some('，' | '、') if pause(character) && character != '、' => {
                out.pop();
                out.push(character);
            }
            Some(last) if pause(last) && "，、".contains(character) => {}
            Some('。' | '：') if character == '。' => {}
            _ => out.push(character),
        }
    }
    out.trim_end_matches(['，', '、', '：']).to_owned()
}
