//! Tells words that fix no day of the month (月初, 不定期, 逢5日) from those that do.

use super::super::Doubt;
use super::super::fold::folded;
use super::super::numeral;
use crate::calendar::lunar::day_words;
use crate::diag::Phrase;
use crate::diag::code::calendar as code;

/// Words that fix no day.
pub(super) fn refuse(text: &str) -> Result<(), Doubt> {
    let words = folded(text);
    let promise = ["适时", "不定期", "定期", "随时", "酌情", "bi-monthly", "bimonthly", "fortnightly"];
    if promise.contains(&words.as_str()) || words.ends_with('次') {
        return Err(Doubt::new(&code::PROMISE_NOT_RULE, 0..text.len()).arg("text", text.trim()));
    }
    let vague = [
        ("月初", "1日", "the 1st"),
        ("月底", "最后一天", "the last day"),
        ("月末", "最后一天", "the last day"),
        ("月中", "15日", "the 15th"),
        ("上旬", "1日至10日", "the 1st to the 10th"),
        ("中旬", "11日至20日", "the 11th to the 20th"),
        ("下旬", "21日至31日", "the 21st to the 31st"),
    ];
    if let Some(doubt) = digits(text, &words) {
        return Err(doubt);
    }
    if let Some((_, zh, en)) = vague.iter().find(|(word, ..)| words.ends_with(word)) {
        let doubt = Doubt::new(&code::VAGUE_MONTH_DAY, 0..text.len()).arg("text", text.trim());
        return Err(doubt.arg("examples", Phrase::new(*zh, *en)));
    }
    Ok(())
}

/// 逢5日 may be the 5th, or the 5th, 15th and 25th; 农历逢二、五、八 likewise.
fn digits(text: &str, words: &str) -> Option<Doubt> {
    let rest = words.strip_prefix("每月").unwrap_or(words);
    let lunar = ["农历", "阴历"].iter().find_map(|word| rest.strip_prefix(word));
    let rest = lunar.unwrap_or(rest);
    let rest = rest.strip_prefix("每月").unwrap_or(rest).strip_prefix('逢')?;
    let number = |part: &str| {
        let part = part.trim().trim_end_matches(['日', '号']);
        // 初五 is one day and no last digit.
        numeral::value(part).or_else(|| part.parse().ok()).filter(|_| !part.starts_with('初'))
    };
    let days: Vec<u32> = rest.split(['、', ',', '，', ' ']).map(number).collect::<Option<_>>()?;
    if days.iter().any(|day| !(1..=10).contains(day)) {
        return None;
    }
    let written = |tens: &[u32]| -> String {
        let all = tens.iter().flat_map(|ten| days.iter().map(move |day| ten * 10 + day)).filter(|day| *day <= 30);
        let name = |day: u32| match (lunar, u8::try_from(day)) {
            (Some(_), Ok(day)) => day_words(day),
            _ => format!("{day}日"),
        };
        let all: Vec<String> = all.map(name).collect();
        format!("{}{}", if lunar.is_some() { "农历" } else { "" }, all.join("、"))
    };
    let (once, thrice) = (written(&[0]), written(&[0, 1, 2]));
    let english = format!("{once}, or {thrice}");
    let doubt = Doubt::new(&code::VAGUE_MONTH_DAY, 0..text.len()).arg("text", text.trim());
    Some(doubt.arg("examples", Phrase::new(format!("{once}”或者“{thrice}"), english)))
}
