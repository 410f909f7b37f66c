//! Turns digits into the words they are read as: a time, a date, a year, a telephone number, a room, a count.

/// How many digits stand from `at` on.
fn digits(chars: &[char], at: usize) -> usize {
    chars.get(at..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).count()
}

fn text(chars: &[char], from: usize, to: usize) -> String {
    chars.get(from..to).unwrap_or_default().iter().collect()
}

fn value(chars: &[char], from: usize, to: usize) -> Option<u64> {
    text(chars, from, to).parse().ok()
}

/// Whether the words before `at` end so.
fn after(chars: &[char], at: usize, words: &str) -> bool {
    let mut before = chars.get(..at).unwrap_or_default().iter().rev().filter(|c| **c != ' ');
    words.chars().rev().all(|c| before.next() == Some(&c))
}

/// A 至 or a dash between two numbers, or two times with 上午 or 下午 between: 到. In 215—4号 the dash is part of the number.
pub(super) fn leads_on(chars: &[char], at: usize) -> bool {
    let next = chars.get(at + 1);
    let joins = chars.get(at) == Some(&'至');
    let number = next.is_some_and(char::is_ascii_digit);
    let time = next.is_some_and(|c| "上下中晚凌夜次当".contains(*c));
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    let from = before.is_some_and(|c| c.is_ascii_digit() || "日月年点分号时半午".contains(*c));
    // 周一至周五.
    let weekdays = before.is_some_and(|c| "一二三四五六日".contains(*c)) && next == Some(&'周');
    (number || time) && from || weekdays || joins && number && before.is_some_and(|c| *c == '夜' || *c == '上')
}

/// Reads the digits at `at` and says them; gives the place after them.
pub(super) fn say(chars: &[char], at: usize, out: &mut String) -> usize {
    let count = digits(chars, at);
    let end = at + count;
    let next = chars.get(end);
    if let Some(end) = clock(chars, at, end, out).or_else(|| date(chars, at, end, out)) {
        return end;
    }
    if let Some(end) = telephone(chars, at, end, out) {
        return end;
    }
    let number = value(chars, at, end).unwrap_or(0);
    let said = text(chars, at, end);
    // 3.5 is 三点五; 50% is 百分之五十.
    if next == Some(&'.') && digits(chars, end + 1) > 0 {
        let last = end + 1 + digits(chars, end + 1);
        out.push_str(&format!("{}点{}", count_words(number), one_by_one(&text(chars, end + 1, last), '一')));
        return last;
    }
    if next == Some(&'%') {
        out.push_str(&format!("百分之{}", count_words(number)));
        return end + 1;
    }
    let year = count == 4 && (next == Some(&'年') || next.is_some_and(|c| "〕]】)".contains(*c)));
    if year && number > 1000 {
        out.push_str(&said.chars().filter_map(|digit| digit_word(digit, '〇', '一')).collect::<String>());
        return end;
    }
    // 215—4号, 3-2-501室: one number with dashes in it.
    if let Some((last, parts)) = dashed(chars, at, end) {
        out.push_str(&parts.iter().map(|part| place_words(part)).collect::<Vec<_>>().join("杠"));
        return last;
    }
    if said.starts_with('0') && count > 1 || count == 3 && room(chars, end) || count == 4 && room(chars, end) {
        out.push_str(&one_by_one(&said, '幺'));
        return end;
    }
    // 两人, 两次, 2至3天; but 二月, 二日, 二楼, 二号.
    let unit = if leads_on(chars, end) { end + 1 + digits(chars, end + 1) } else { end };
    if number == 2 && counted(chars, unit) {
        out.push('两')
    } else {
        out.push_str(&count_words(number))
    }
    end
}

/// 9:30.
fn clock(chars: &[char], at: usize, end: usize, out: &mut String) -> Option<usize> {
    if end - at > 2 || chars.get(end) != Some(&':') || digits(chars, end + 1) != 2 {
        return None;
    }
    let (hour, minute) = (value(chars, at, end)?, value(chars, end + 1, end + 3)?);
    if hour > 24 || minute > 59 {
        return None;
    }
    out.push_str(&if hour == 2 { "两".to_owned() } else { count_words(hour) });
    out.push('点');
    match minute {
        0 => {}
        30 => out.push('半'),
        1..=9 => out.push_str(&format!("零{}分", count_words(minute))),
        _ => out.push_str(&format!("{}分", count_words(minute))),
    }
    Some(end + 3)
}

/// 2026-12-01, 2026/12/1, 2026.12.1.
fn date(chars: &[char], at: usize, end: usize, out: &mut String) -> Option<usize> {
    let mark = *chars.get(end).filter(|c| "-/.".contains(**c))?;
    let month_end = end + 1 + digits(chars, end + 1);
    let day_end = month_end + 1 + digits(chars, month_end + 1);
    let (month, day) = (value(chars, end + 1, month_end)?, value(chars, month_end + 1, day_end)?);
    if end - at != 4 || chars.get(month_end) != Some(&mark) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year: String = text(chars, at, end).chars().filter_map(|digit| digit_word(digit, '〇', '一')).collect();
    out.push_str(&format!("{year}年{}月{}日", count_words(month), count_words(day)));
    Some(day_end)
}

/// 0999-5550100, 400 123 4567, 12345, 拨打110: digit by digit, as numbers are dialled.
fn telephone(chars: &[char], at: usize, end: usize, out: &mut String) -> Option<usize> {
    let mut last = end;
    while chars.get(last).is_some_and(|c| *c == '-' || *c == ' ') && digits(chars, last + 1) >= 3 {
        last += 1 + digits(chars, last + 1);
    }
    let dialled: String = text(chars, at, last).chars().filter(char::is_ascii_digit).collect();
    let grouped = last > end && dialled.len() >= 7;
    let asked =
        ["拨打", "电话", "电话：", "电话:", "热线", "转", "分机", "拨"].iter().any(|words| after(chars, at, words));
    let long = end - at >= 5 && !counted(chars, end);
    if grouped {
        out.push_str(&one_by_one(&dialled, '幺'));
        return Some(last);
    }
    (long || asked && end - at >= 3 && !counted(chars, end)).then(|| {
        out.push_str(&one_by_one(&text(chars, at, end), '幺'));
        end
    })
}

/// The parts of a number with dashes before 号 or a room: 215—4号.
fn dashed(chars: &[char], at: usize, end: usize) -> Option<(usize, Vec<String>)> {
    let mut parts = vec![text(chars, at, end)];
    let mut last = end;
    while chars.get(last).is_some_and(|c| "-—–".contains(*c)) && digits(chars, last + 1) > 0 {
        let next = last + 1 + digits(chars, last + 1);
        parts.push(text(chars, last + 1, next));
        last = next;
    }
    let of_place = chars.get(last).is_some_and(|c| "号室房栋幢座".contains(*c));
    // 3日-5号 is days: the number before has its own 日 and does not get here.
    (parts.len() > 1 && of_place).then_some((last, parts))
}

fn place_words(part: &str) -> String {
    match part.parse() {
        Ok(number) if part.len() < 3 && !part.starts_with('0') => count_words(number),
        _ => one_by_one(part, '幺'),
    }
}

/// 302室, 1108房, 302办公室, 302号房间: a room, read digit by digit.
fn room(chars: &[char], end: usize) -> bool {
    let rest: String = chars.get(end..).unwrap_or_default().iter().take(4).collect();
    ["室", "房", "办公室", "会议室", "接访室", "接待室", "号房", "号室", "号办公室"]
        .iter()
        .any(|word| rest.starts_with(word))
}

/// Whether what follows is counted, so that two of it are 两.
fn counted(chars: &[char], at: usize) -> bool {
    let one = chars.get(at).is_some_and(|unit| "人次个天批名位周点种份件元户家块项遍".contains(*unit));
    one || text(chars, at, at + 2) == "小时" || text(chars, at, at + 2) == "分钟"
}

fn one_by_one(digits: &str, one: char) -> String {
    digits.chars().filter_map(|digit| digit_word(digit, '零', one)).collect()
}

fn digit_word(digit: char, zero: char, one: char) -> Option<char> {
    match digit.to_digit(10)? {
        0 => Some(zero),
        1 => Some(one),
        more => "零一二三四五六七八九".chars().nth(usize::try_from(more).ok()?),
    }
}

/// A number in words: 十二, 一百零五, 二千零二十六, 一万零五百.
pub(super) fn count_words(value: u64) -> String {
    if value == 0 {
        return "零".to_owned();
    }
    let mut out = String::new();
    let mut gap = false;
    for (scale, name) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let part = value / scale % if scale == 100_000_000 { u64::MAX } else { 10_000 };
        if part == 0 {
            gap |= !out.is_empty();
            continue;
        }
        if !out.is_empty() && (gap || part < 1000) {
            out.push('零');
        }
        gap = false;
        out.push_str(&if part >= 10_000 { count_words(part) } else { thousands(part, out.is_empty()) });
        out.push_str(name);
    }
    out
}

/// One to 9999; at the front 十二 and not 一十二.
fn thousands(value: u64, front: bool) -> String {
    let mut out = String::new();
    let mut gap = false;
    for (scale, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / scale % 10;
        let Some(word) =
            u32::try_from(digit).ok().and_then(|d| char::from_digit(d, 10)).and_then(|d| digit_word(d, '零', '一'))
        else {
            continue;
        };
        if digit == 0 {
            gap |= !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
        }
        gap = false;
        if !(digit == 1 && scale == 10 && out.is_empty() && front) {
            out.push(word);
        }
        out.push_str(name);
    }
    out
}
