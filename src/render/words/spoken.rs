//! Turns words as they are printed into words as they are read aloud in Chinese: no digits, no brackets, nothing a voice stumbles on.

/// A text to be read aloud: 12月15日（周二）上午9:00至11:30 becomes 十二月十五日，星期二，上午九点到十一点半.
pub fn spoken(text: &str) -> String {
    let chars: Vec<char> = text.chars().map(narrow).collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&character) = chars.get(at) {
        match character {
            '0'..='9' => at = number(&chars, at, &mut out),
            '周' if weekday(chars.get(at + 1)) && chars.get(at.wrapping_sub(1)) != Some(&'每') => {
                out.push_str("星期");
                at += 1;
            }
            '至' | '-' | '~' if between_numbers(&chars, at) => {
                out.push('到');
                at += 1;
            }
            '(' | ')' | '[' | ']' | '【' | '】' | '〔' | '〕' | ';' | ',' | '/' | '|' | '-' | '~' | '—' | '–' | '…'
            | ' ' | '\u{3000}' => {
                out.push('，');
                at += 1;
            }
            '!' | '?' | '.' => {
                out.push('。');
                at += 1;
            }
            ':' => {
                out.push('：');
                at += 1;
            }
            '·' | '“' | '”' | '‘' | '’' | '《' | '》' | '「' | '」' | '"' | '\'' | '#' | '*' | '_' | '`' => {
                at += 1
            }
            _ => {
                out.push(character);
                at += 1;
            }
        }
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

/// A 至 or a dash that leads from one number to another, perhaps with 上午 or 下午 between.
fn between_numbers(chars: &[char], at: usize) -> bool {
    let after = chars.get(at + 1).is_some_and(|c| c.is_ascii_digit() || "上下中晚凌".contains(*c));
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    after && before.is_some_and(|c| c.is_ascii_digit() || "日月点分号".contains(*c))
}

/// Reads digits from `at` on and says them as a time, a year, a telephone number or a number; gives the place after them.
fn number(chars: &[char], at: usize, out: &mut String) -> usize {
    let digits = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let count = digits(at);
    let end = at + count;
    let said: String = chars[at..end].iter().collect();
    // 9:30 is a time; a colon without two digits after it is not.
    if chars.get(end) == Some(&':') && digits(end + 1) == 2 && count <= 2 {
        let minutes: String = chars[end + 1..end + 3].iter().collect();
        if let (Ok(hour), Ok(minute)) = (said.parse(), minutes.parse()) {
            clock(hour, minute, out);
            return end + 3;
        }
    }
    // 0999-5550100, 12345: digit by digit, as numbers are dialled.
    let mut last = end;
    while chars.get(last) == Some(&'-') && digits(last + 1) >= 3 {
        last += 1 + digits(last + 1);
    }
    let dialled: Vec<char> = chars[at..last].iter().copied().filter(char::is_ascii_digit).collect();
    if last > end && dialled.len() >= 7 || count >= 5 {
        out.extend(dialled.iter().filter_map(|digit| dialled_digit(*digit)));
        return last;
    }
    if count == 4 && chars.get(end) == Some(&'年') {
        out.extend(
            said.chars()
                .filter_map(|digit| "〇一二三四五六七八九".chars().nth(usize::try_from(digit.to_digit(10)?).ok()?)),
        );
        return end;
    }
    let value: u32 = said.parse().unwrap_or(0);
    // 两人, 两次; but 二月, 二日, 二楼, 二号.
    let counted = chars.get(end).is_some_and(|unit| "人次个天批名位周点种".contains(*unit));
    if value == 2 && counted {
        out.push('两')
    } else {
        out.push_str(&chinese(value))
    }
    end
}

/// One on the telephone is 幺, so that nobody hears seven.
fn dialled_digit(digit: char) -> Option<char> {
    "零幺二三四五六七八九".chars().nth(usize::try_from(digit.to_digit(10)?).ok()?)
}

fn clock(hour: u32, minute: u32, out: &mut String) {
    if hour == 2 {
        out.push('两')
    } else {
        out.push_str(&chinese(hour))
    }
    out.push('点');
    match minute {
        0 => {}
        30 => out.push('半'),
        1..=9 => {
            out.push('零');
            out.push_str(&chinese(minute));
            out.push('分');
        }
        _ => {
            out.push_str(&chinese(minute));
            out.push('分');
        }
    }
}

/// A number up to 9999 in words: 十二, 一百零五, 两千 is 二千 here as on notices.
pub fn chinese(value: u32) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if value == 0 {
        return "零".to_owned();
    }
    let digits: Vec<usize> = value.to_string().bytes().map(|byte| usize::from(byte - b'0')).collect();
    let units = ["", "十", "百", "千"];
    let mut out = String::new();
    let mut zero = false;
    for (at, digit) in digits.iter().enumerate() {
        let unit = units.get(digits.len() - 1 - at).copied().unwrap_or("");
        if *digit == 0 {
            zero = true;
            continue;
        }
        if zero && !out.is_empty() {
            out.push('零');
        }
        zero = false;
        // 十二, not 一十二.
        if !(*digit == 1 && unit == "十" && out.is_empty()) {
            out.push(DIGITS[*digit]);
        }
        out.push_str(unit);
    }
    out
}

/// One pause for several, none at the ends of a line.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let pause = |c: char| "，。、：\n".contains(c);
        match out.chars().last() {
            None if pause(character) => {}
            Some('，') if pause(character) => {
                out.pop();
                out.push(character);
            }
            Some(last) if pause(last) && character == '，' => {}
            Some('。') if character == '。' => {}
            _ => out.push(character),
        }
    }
    out.trim_end_matches(['，', '、', '：']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_printed_and_what_is_said() {
        let table = [
            ("12月15日（周二）上午9:00至11:30", "十二月十五日，星期二，上午九点到十一点半"),
            ("下午2:30至5:05", "下午两点半到五点零五分"),
            ("中午12:00至下午2:00", "中午十二点到下午两点"),
            ("2026年1月1日", "二〇二六年一月一日"),
            ("2月2日", "二月二日"),
            ("电话：0999-5550100", "电话：零九九九五五五零幺零零"),
            ("拨打12345热线", "拨打幺二三四五热线"),
            ("每批2人，名额20人", "每批两人，名额二十人"),
            ("买买提·艾力（副县长）", "买买提艾力，副县长"),
            ("《信访工作条例》第18条", "信访工作条例第十八条"),
            ("215—4号", "二百一十五，四号"),
            ("每周二上午", "每周二上午"),
            ("12月1日至6日", "十二月一日到六日"),
            ("原定陈守望，现由韩龑接待（因公外出）", "原定陈守望，现由韩龑接待，因公外出"),
            ("1号楼302室", "一号楼三百零二室"),
        ];
        for (printed, said) in table {
            assert_eq!(spoken(printed), said, "{printed}");
        }
    }

    #[test]
    fn days_of_a_month() {
        let said: Vec<String> = [1, 10, 11, 20, 21, 30, 31].into_iter().map(chinese).collect();
        assert_eq!(said, ["一", "十", "十一", "二十", "二十一", "三十", "三十一"]);
        assert_eq!(
            [100, 105, 110, 1000, 1005, 2026].map(chinese),
            ["一百", "一百零五", "一百一十", "一千", "一千零五", "二千零二十六"]
        );
    }

    proptest! {
        #[test]
        fn nothing_is_left_that_cannot_be_said(text in "[0-9月日周一二上午（）()—～~:：/;；,，。\\-《》“” ]{0,40}") {
            let said = spoken(&text);
            prop_assert!(said.chars().all(|c| "，。、：".contains(c) || ('\u{3007}'..='\u{9fff}').contains(&c)), "{said}");
            prop_assert!(!said.contains("，，") && !said.starts_with('，') && !said.ends_with('，'), "{said}");
        }
    }
}
