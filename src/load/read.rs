//! Turns a file on disk into text, or into the reason why it is none.

use std::io::Read;
use std::path::Path;

use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase};
use crate::source::Source;

/// Largest content file, in bytes: 8 MiB, some hundred times the largest real roster.
pub const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// Reads a content file as text. `shown` is its path relative to the content folder, which names it in messages.
pub(super) fn read(path: &Path, shown: &str) -> Result<Source, Diagnostic> {
    Ok(Source::new(shown, text(&bytes(path, shown)?, shown)?))
}

/// Reads a content file as it is.
pub(super) fn bytes(path: &Path, shown: &str) -> Result<Vec<u8>, Diagnostic> {
    let failed = |error: std::io::Error| unreadable(shown, &error);
    let file = std::fs::File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    if size > MAX_BYTES {
        return Err(too_large(shown, size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0).saturating_add(1));
    // The file may grow while it is read, or not say its size (a pipe): the limit holds all the same.
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large(shown, bytes.len() as u64));
    }
    Ok(bytes)
}

/// The problem of something the system does not let us read.
pub(super) fn unreadable(shown: &str, error: &std::io::Error) -> Diagnostic {
    use std::io::ErrorKind;
    // The system's own words differ by machine and language; these do not.
    let reason = match error.kind() {
        ErrorKind::NotFound => Phrase::new("找不到", "it is not there"),
        ErrorKind::PermissionDenied => Phrase::new("没有权限", "permission denied"),
        ErrorKind::IsADirectory => Phrase::new("这是一个文件夹", "it is a folder"),
        kind => Phrase::from(kind.to_string()),
    };
    Diagnostic::of_path(&files::UNREADABLE, shown).arg("reason", reason)
}

fn too_large(shown: &str, size: u64) -> Diagnostic {
    let mib = |bytes: u64| format!("{} MB", bytes.div_ceil(1024 * 1024));
    Diagnostic::of_path(&files::TOO_LARGE, shown).arg("size", mib(size)).arg("limit", mib(MAX_BYTES))
}

/// Bytes as text, or why they are none.
pub(super) fn text<'b>(bytes: &'b [u8], shown: &str) -> Result<&'b str, Diagnostic> {
    // Neither mark of UTF-16 is UTF-8.
    let Ok(text) = simdutf8::basic::from_utf8(bytes) else { return Err(not_utf8(bytes, shown)) };
    let controls = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}');
    // Control characters are these bytes or begin with 0xc2; asked of all bytes at once, for most files have neither.
    let odd = |b: u8| (b < b' ' && !matches!(b, b'\n' | b'\r' | b'\t')) || b == 0x7f || b == 0xc2;
    if !text.bytes().fold(false, |any, b| any | odd(b)) {
        return Ok(text);
    }
    match text.find(controls) {
        Some(at) if looks_wide(text.as_bytes()) => Err(not_utf8(&text.as_bytes()[at.saturating_sub(1)..], shown)),
        Some(at) => {
            let line = text[..at].matches('\n').count() + 1;
            Err(Diagnostic::of_path(&files::NOT_TEXT, shown).arg("line", line.to_string()))
        }
        None => Ok(text),
    }
}

fn not_utf8(bytes: &[u8], shown: &str) -> Diagnostic {
    let guess = match encoding(bytes) {
        Some(name) => Phrase::new(format!("，看起来是 {name}"), format!("; it looks like {name}")),
        None => Phrase::from(""),
    };
    Diagnostic::of_path(&files::NOT_UTF8, shown).arg("guess", guess)
}

/// Which encoding the bytes most likely have.
pub(super) fn encoding(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || looks_wide(bytes) {
        return Some("UTF-16（Unicode）");
    }
    let (decoded, had_errors) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    // Almost any bytes decode as something; Chinese text is mostly common characters.
    let letters = decoded.chars().filter(|c| !c.is_ascii()).count();
    let common = decoded
        .chars()
        .filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}' | '，' | '。' | '、' | '：' | '“' | '”' | '（' | '）'))
        .count();
    (!had_errors && letters > 0 && common * 10 >= letters * 7).then_some("GBK（GB18030）")
}

/// UTF-16 without its mark: every second byte of ASCII is nothing.
fn looks_wide(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(1024)];
    let zeros = |parity: usize| sample.iter().enumerate().filter(|(at, b)| at % 2 == parity && **b == 0).count();
    let most = zeros(0).max(zeros(1));
    sample.len() >= 4 && most * 8 >= sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;

    fn message(bytes: &[u8]) -> String {
        text(bytes, "x.yaml").unwrap_err().message(Lang::Zh)
    }

    #[test]
    fn the_encoding_is_named() {
        let roster = "标题: 2026年12月县领导接待群众安排\n地点: 县人民来访接待中心\n";
        let (gbk, ..) = encoding_rs::GB18030.encode(roster);
        assert!(message(&gbk).contains("GBK"), "{}", message(&gbk));
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert!(message(&wide(&format!("\u{feff}{roster}"))).contains("UTF-16"));
        assert!(message(&wide("title: a, and nothing else\n")).contains("UTF-16"));
        assert_eq!(message(&[b'a', 0xff, 0xfe, 0xff, b'b']), "这个文件不是 UTF-8 编码");
    }

    #[test]
    fn text_passes_with_its_mark_and_line_ends() {
        for good in ["\u{feff}标题: 甲\r\n", "", "姓名: 罗䂮英\t# 注\n", "𠮷\u{3000}野"] {
            assert_eq!(text(good.as_bytes(), "x"), Ok(good));
        }
        let damaged = text("标题: 甲\n地\0点".as_bytes(), "x").unwrap_err();
        assert_eq!(damaged.code.id, "GS0102");
        assert!(damaged.message(Lang::En).contains("line 2"));
    }
}
