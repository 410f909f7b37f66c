//! Tells words that fix no day of the month (月初, 不定期, 逢5日) from those that do.

use super::super::Doubt;
use super::super::fold::folded;
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
    // 逢5日 may be the 5th, or the 5th, 15th and 25th.
    let digit = words.strip_prefix("每月逢").or_else(|| words.strip_prefix('逢'));
    let digit = digit.map(|rest| rest.trim_end_matches(['日', '号'])).and_then(|rest| rest.parse::<u32>().ok());
    if let Some(digit) = digit.filter(|digit| (1..=10).contains(digit)) {
        let all: Vec<String> = (0..3).map(|tens| tens * 10 + digit).map(|day| format!("{day}日")).collect();
        let doubt = Doubt::new(&code::VAGUE_MONTH_DAY, 0..text.len()).arg("text", text.trim());
        let (first, all) = (format!("{digit}日"), all.join("、"));
        let english = format!("{digit}, or {digit}, {} and {}", digit + 10, digit + 20);
        return Err(doubt.arg("examples", Phrase::new(format!("{first}”或者“{all}"), english)));
    }
    if let Some((_, zh, en)) = vague.iter().find(|(word, ..)| words.ends_with(word)) {
        let doubt = Doubt::new(&code::VAGUE_MONTH_DAY, 0..text.len()).arg("text", text.trim());
        return Err(doubt.arg("examples", Phrase::new(*zh, *en)));
    }
    Ok(())
}
