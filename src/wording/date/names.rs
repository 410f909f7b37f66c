//! Turns the names of weekdays and months, in several languages, into those.

use super::super::fold::Folded;
use chrono::Weekday;

/// The name of a month in English, German or French.
pub(in crate::wording) fn western_month(read: &mut Folded<'_>) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["january", "januar", "janvier", "jan"],
        &["february", "februar", "février", "feb"],
        &["march", "märz", "mars", "mar"],
        &["april", "avril", "apr"],
        &["may", "mai"],
        &["june", "juni", "juin", "jun"],
        &["july", "juli", "juillet", "jul"],
        &["august", "août", "aug"],
        &["september", "septembre", "sept", "sep"],
        &["october", "oktober", "octobre", "oct"],
        &["november", "novembre", "nov"],
        &["december", "dezember", "décembre", "dec"],
    ];
    let month = (1..=12).zip(NAMES).find_map(|(number, names)| read.eat_any(names).map(|_| number))?;
    read.eat(".");
    Some(month)
}

/// A weekday: 星期五, 周一, 礼拜天, Saturday, samedi.
pub(in crate::wording) fn weekday(read: &mut Folded<'_>) -> Option<Weekday> {
    let mark = read.mark();
    if read.eat_any(&["星期", "礼拜", "周"]).is_some() {
        let day = read.eat_if(|c| chinese_weekday(c).is_some()).and_then(chinese_weekday);
        if day.is_none() {
            read.reset(mark);
        }
        return day;
    }
    if let Some(day) = read.eat_one(JAPANESE_WEEKDAYS) {
        if read.eat_any(&["曜日", "曜"]).is_some() {
            return Some(day);
        }
        read.reset(mark);
    }
    let day = read.eat_one(WESTERN_WEEKDAYS);
    if day.is_some() {
        read.eat(".");
    }
    day
}

/// The weekday of 一 to 六, 日, 天 or 1 to 7.
pub(in crate::wording) fn chinese_weekday(c: char) -> Option<Weekday> {
    Some(match c {
        '一' | '1' => Weekday::Mon,
        '二' | '2' => Weekday::Tue,
        '三' | '3' => Weekday::Wed,
        '四' | '4' => Weekday::Thu,
        '五' | '5' => Weekday::Fri,
        '六' | '6' => Weekday::Sat,
        '日' | '天' | '7' => Weekday::Sun,
        _ => return None,
    })
}

/// Weekdays in English, French and German, plural too.
const WESTERN_WEEKDAYS: &[(&str, Weekday)] = &[
    ("mondays", Weekday::Mon),
    ("monday", Weekday::Mon),
    ("lundis", Weekday::Mon),
    ("lundi", Weekday::Mon),
    ("montags", Weekday::Mon),
    ("montag", Weekday::Mon),
    ("mon", Weekday::Mon),
    ("tuesdays", Weekday::Tue),
    ("tuesday", Weekday::Tue),
    ("mardis", Weekday::Tue),
    ("mardi", Weekday::Tue),
    ("dienstags", Weekday::Tue),
    ("dienstag", Weekday::Tue),
    ("tues", Weekday::Tue),
    ("tue", Weekday::Tue),
    ("wednesdays", Weekday::Wed),
    ("wednesday", Weekday::Wed),
    ("mercredis", Weekday::Wed),
    ("mercredi", Weekday::Wed),
    ("mittwochs", Weekday::Wed),
    ("mittwoch", Weekday::Wed),
    ("wed", Weekday::Wed),
    ("thursdays", Weekday::Thu),
    ("thursday", Weekday::Thu),
    ("jeudis", Weekday::Thu),
    ("jeudi", Weekday::Thu),
    ("donnerstags", Weekday::Thu),
    ("donnerstag", Weekday::Thu),
    ("thurs", Weekday::Thu),
    ("thu", Weekday::Thu),
    ("fridays", Weekday::Fri),
    ("friday", Weekday::Fri),
    ("vendredis", Weekday::Fri),
    ("vendredi", Weekday::Fri),
    ("freitags", Weekday::Fri),
    ("freitag", Weekday::Fri),
    ("fri", Weekday::Fri),
    ("saturdays", Weekday::Sat),
    ("saturday", Weekday::Sat),
    ("samedis", Weekday::Sat),
    ("samedi", Weekday::Sat),
    ("samstags", Weekday::Sat),
    ("samstag", Weekday::Sat),
    ("sat", Weekday::Sat),
    ("sundays", Weekday::Sun),
    ("sunday", Weekday::Sun),
    ("dimanches", Weekday::Sun),
    ("dimanche", Weekday::Sun),
    ("sonntags", Weekday::Sun),
    ("sonntag", Weekday::Sun),
    ("sun", Weekday::Sun),
];

/// The weekdays in Japanese, whole names only with 曜 after them.
const JAPANESE_WEEKDAYS: &[(&str, Weekday)] = &[
    ("月", Weekday::Mon),
    ("火", Weekday::Tue),
    ("水", Weekday::Wed),
    ("木", Weekday::Thu),
    ("金", Weekday::Fri),
    ("土", Weekday::Sat),
    ("日", Weekday::Sun),
];

/// 月火水木金土日, in brackets only: 日 and 月 mean day and month elsewhere.
pub(super) fn japanese_weekday(read: &mut Folded<'_>) -> Option<Weekday> {
    let short = [
        ("一", Weekday::Mon),
        ("二", Weekday::Tue),
        ("三", Weekday::Wed),
        ("四", Weekday::Thu),
        ("五", Weekday::Fri),
        ("六", Weekday::Sat),
    ];
    let mark = read.mark();
    let day = read.eat_one(JAPANESE_WEEKDAYS).or_else(|| read.eat_one(&short))?;
    let _ = read.eat_any(&["曜日", "曜"]);
    if matches!(read.peek(), Some(')' | ']' | ',' | '、')) {
        return Some(day);
    }
    read.reset(mark);
    None
}
