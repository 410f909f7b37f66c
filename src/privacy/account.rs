//! Finds mailboxes and chat accounts that may be a person's. An office's own mailbox at a public provider needs an entry.

use std::ops::Range;

use super::Kind;
use super::around::starts_with_any;
use super::identity::is_mobile;
use super::numbers::is_word;
use super::tables::{INSTITUTIONS, PUBLIC};

/// A mailbox around the `@` at `at`, either width: `zhang3@qq.com`.
pub(super) fn mailbox(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    let bytes = text.as_bytes();
    let sign = if bytes.get(at) == Some(&b'@') { 1 } else { '＠'.len_utf8() };
    let local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
    let end = text[..at].trim_end_matches(' ').len();
    let length = bytes[..end].iter().rev().take(64).take_while(|b| local(b)).count();
    let rest = text[at + sign..].trim_start_matches(' ');
    let start = text.len() - rest.len();
    let domain = rest.bytes().take(64).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    let name = rest[..domain].trim_end_matches(['.', '-']);
    let labels: Vec<String> = name.split('.').map(str::to_ascii_lowercase).collect();
    let sound = labels.len() >= 2 && labels.iter().all(|label| !label.is_empty());
    let last = labels.last().map_or("", String::as_str);
    if length == 0 || !sound || last.len() < 2 || !last.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    // gov.cn, gov.uk, example.com, org: one of the last two labels, or the name of an example.
    let of_office = labels.iter().rev().take(2).any(|label| INSTITUTIONS.contains(&label.as_str()));
    (!of_office).then_some((end - length..start + name.len(), Kind::Mailbox))
}

/// An account behind the name of a program that begins at `at`: `QQ：12345678`, `微信号 zhang_3`.
pub(super) fn chat(text: &str, at: usize) -> Option<(Range<usize>, Kind)> {
    const PROGRAMS: &[&str] = &[
        "QQ",
        "qq",
        "扣扣",
        "V",
        "v",
        "Qq",
        "微信",
        "薇信",
        "威信",
        "WX",
        "wx",
        "Wx",
        "VX",
        "vx",
        "Vx",
        "V信",
        "v信",
        "抖音",
        "快手",
        "钉钉",
        "支付宝",
        "陌陌",
        "小红书",
        "WeChat",
        "wechat",
        "Wechat",
        "ＱＱ",
    ];
    if text.as_bytes()[at].is_ascii_alphabetic() && at > 0 && is_word(text.as_bytes(), at - 1) {
        return None;
    }
    let length = starts_with_any(&text[at..], PROGRAMS)?;
    let after = &text[at + length..];
    let head = super::around::before(text, at, 6, super::around::STOPS);
    if starts_with_any(after, PUBLIC).is_some() || super::around::has_any(head, &["官方", "政务", "公众"]) {
        return None;
    }
    // A lone V means WeChat only in 加我V： and its like.
    if length == 1 && !(head.ends_with(['加', '我']) && after.starts_with(['：', ':'])) {
        return None;
    }
    let label =
        starts_with_any(after, &["账号", "帐号", "号码", "号", "ID", "id", "邮箱", "联系方式", "同号"]).unwrap_or(0);
    let rest = after[label..].trim_start_matches(['：', ':', ' ', '\u{3000}', '（', '(', '是', '为', '加', '|', '*']);
    let gap = &after[..after.len() - rest.len()];
    let start = text.len() - rest.len();
    let narrow: String = rest.chars().take(24).map_while(narrow).collect();
    let digits = narrow.bytes().all(|b| b.is_ascii_digit());
    let told = label > 0 || !gap[label..].is_empty() || digits;
    let telling = narrow.bytes().any(|b| b.is_ascii_digit() || matches!(b, b'_' | b'-'))
        || label > 0
        || gap.contains(['：', ':']);
    let sound = match digits {
        true => (5..=12).contains(&narrow.len()),
        false => (5..=20).contains(&narrow.len()) && narrow.as_bytes()[0].is_ascii_alphabetic() && telling,
    };
    let bytes: usize = rest.chars().take(narrow.len()).map(char::len_utf8).sum();
    // An account before @ is a mailbox.
    let sound = sound && !rest[bytes..].starts_with(['@', '＠']);
    let kind = if digits && is_mobile(narrow.as_bytes()) { Kind::Mobile } else { Kind::ChatAccount };
    (sound && told).then_some((start..start + bytes, kind))
}

/// A sign of an account in its narrow form.
fn narrow(c: char) -> Option<char> {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0)?,
        c => c,
    };
    (c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        super::super::scan(text).into_iter().map(|found| (found.kind, &text[found.range])).collect()
    }

    #[test]
    fn mailboxes_and_accounts_are_found() {
        for (text, kind, found) in [
            ("邮箱 zhang.3@163.com。", Kind::Mailbox, "zhang.3@163.com"),
            ("360123456＠qq.com", Kind::Mailbox, "360123456＠qq.com"),
            ("li4 @ foxmail.com，", Kind::Mailbox, "li4 @ foxmail.com"),
            ("QQ：360123456", Kind::ChatAccount, "360123456"),
            ("QQ号 ３６０１２３４５６", Kind::ChatAccount, "３６０１２３４５６"),
            ("qq360123456", Kind::ChatAccount, "360123456"),
            ("微信号：zhang_san88", Kind::ChatAccount, "zhang_san88"),
            ("加微信 lixiumei1968", Kind::ChatAccount, "lixiumei1968"),
            ("vx: lisi_2020", Kind::ChatAccount, "lisi_2020"),
        ] {
            assert_eq!(kinds(text), [(kind, found)], "{text}");
        }
    }

    #[test]
    fn offices_own_are_silent() {
        for text in [
            "xf@example.gov.cn",
            "clerk@borough.gov.uk",
            "a@b",
            "@所有人",
            "微信公众号：qinghexinfang",
            "工作QQ群：123456789",
            "微信2026年",
            "微信、QQ等",
            "官方微信 qinghe_fabu",
            "关注微信Qinghe",
            "npm@2.0",
            "a@b.c",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
