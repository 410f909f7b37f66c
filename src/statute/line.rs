//! Turns the beginning of a line into what it opens: an article, a heading, an item, or nothing but words.

use crate::numeral::{self, Numeral};

/// 第十二条之一 at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Article {
    pub(super) number: Numeral,
    /// 之一 is 1.
    pub(super) inserted: u16,
    /// Bytes of the label.
    pub(super) label: usize,
    /// A blank, a colon, a bracketed caption or nothing follows: what a reference in a sentence has not.
    pub(super) apart: bool,
    /// What follows reads like the rest of a reference: 第三条规定的, 第三条第一款.
    pub(super) reference: bool,
}

/// 第二章 at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Division {
    /// As in [`crate::model::regulation::Heading`].
    pub(super) rank: u8,
    pub(super) number: u32,
    pub(super) label: usize,
    /// Fit for a heading without marks: short, no sentence.
    pub(super) short: bool,
}

/// How an item is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// （一）.
    Bracketed,
    /// （1）, ⑴.
    BracketedDigit,
    /// 1.
    Digit,
    /// ①.
    Circled,
    /// 一、.
    Point,
}

/// A marker at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) style: Style,
    pub(super) number: u32,
    pub(super) label: usize,
}

/// Blanks that stand in statutes, wide and invisible ones too.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}')
}

/// A text without blanks around it.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

fn skip_blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_blank).len()
}

/// 第, blanks, a numeral, blanks: the numeral and where it ends.
fn ordinal(text: &str) -> Option<(Numeral, usize)> {
    let mut at = '第'.len_utf8();
    if !text.starts_with('第') {
        return None;
    }
    at += skip_blanks(&text[at..]);
    let number = numeral::read(&text[at..])?;
    at += number.length;
    at += skip_blanks(&text[at..]);
    Some((number, at))
}

/// Words that go on a reference to an article and never begin one.
const REFERENCE: [&str; 31] = [
    "第", "、", "至", "到", "和", "及", "与", "或", "规定", "所", "中的", "中", "的", "之", "以", "修改", "改为",
    "删去", "删除", "增加", "，", ",", "；", "。", "“", "）", ")", "—", "-", "~", "～",
];

/// Reads an article's label.
pub(super) fn article(text: &str) -> Option<Article> {
    let (number, mut at) = ordinal(text)?;
    at += text[at..].starts_with('条').then_some('条'.len_utf8())?;
    let mut inserted = 0;
    // 第十二条之一, and 第十二条 之一 as some converters leave it.
    let gap = skip_blanks(&text[at..]);
    if let Some(after) = text[at + gap..].strip_prefix('之')
        && let Some(read) = numeral::read(after)
        && (1..=99).contains(&read.value)
    {
        inserted = u16::try_from(read.value).unwrap_or(0);
        at += gap + '之'.len_utf8() + read.length;
    }
    let rest = &text[at..];
    let next = rest.chars().next();
    let apart = next.is_none_or(|c| is_blank(c) || matches!(c, '：' | ':' | '【' | '［' | '*'));
    let words = rest.trim_start_matches(is_blank);
    // A full-width blank is what print puts after an article's label; a reference has none.
    let paragraph = !rest.starts_with('\u{3000}')
        && ["第一款", "第二款", "第三款", "第四款"].iter().any(|word| words.starts_with(word));
    let amended = paragraph || ["修改为", "改为第", "删去"].iter().any(|word| words.starts_with(word));
    let reference = amended || (!apart && REFERENCE.iter().any(|word| words.starts_with(word)));
    Some(Article { number, inserted, label: at, apart, reference })
}

/// Reads the label of a 编, 章, 节 or the like.
pub(super) fn division(text: &str) -> Option<Division> {
    let (number, at) = ordinal(text)?;
    let rest = &text[at..];
    let (rank, word) = [(2, "分编"), (1, "编"), (1, "篇"), (1, "部分"), (3, "章"), (4, "节"), (5, "目")]
        .into_iter()
        .find(|(_, word)| rest.starts_with(word))?;
    let label = at + word.len();
    let rest = &text[label..];
    let apart = rest.chars().next().is_none_or(|c| is_blank(c) || matches!(c, '：' | ':' | '*' | '、'));
    let title = trim(rest);
    let reference = !apart && REFERENCE.iter().any(|word| title.starts_with(word));
    let sentence = title.ends_with(['。', '；', '：', '，']) || title.contains('。');
    let short = !reference && !sentence && title.chars().count() <= if apart { 60 } else { 30 };
    Some(Division { rank, number: number.value, label, short })
}

/// 附件一, 附表, 附：: the number, 0 without one, and the label's length. Only for lines that can be a heading.
pub(super) fn annex(text: &str) -> Option<(u32, usize)> {
    let word = ["附件", "附表", "附录", "附"].into_iter().find(|word| text.starts_with(word))?;
    let mut at = word.len();
    if word == "附" && !text[at..].trim_start_matches(is_blank).starts_with(['：', ':']) {
        return None;
    }
    let gap = skip_blanks(&text[at..]);
    let mut value = 0;
    if let Some(read) = numeral::read(&text[at + gap..]) {
        at += gap + read.length;
        value = read.value;
    }
    let rest = &text[at..];
    let apart = rest.chars().next().is_none_or(|c| is_blank(c) || matches!(c, '：' | ':' | '*'));
    let title = trim(rest.trim_start_matches(['：', ':']));
    // 附件：1. 甲表 begins a list of annexes.
    let lists = value == 0 && marker(title).is_some_and(|marker| marker.style == Style::Digit);
    (apart && !lists && title.chars().count() <= 40 && !title.contains('。') && !title.ends_with(['；', '，']))
        .then_some((value, at))
}

/// 总则, 附　则, 目 录: headings that have no number.
pub(super) fn bare_heading(text: &str) -> Option<&'static str> {
    let known = ["总则", "附则", "分则", "序言", "前言", "目录", "目次", "结语", "引言"];
    if text.len() > 30 {
        return None;
    }
    let squeezed: String = text.chars().filter(|c| !is_blank(*c)).collect();
    known.into_iter().find(|word| *word == squeezed)
}

/// Reads an item's marker.
pub(super) fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    let one = first.len_utf8();
    let range =
        |low: char, style: Style| Some(Marker { style, number: u32::from(first) - u32::from(low) + 1, label: one });
    match first {
        '（' | '(' => bracketed(text),
        '㈠'..='㈩' => range('㈠', Style::Bracketed),
        '⑴'..='⒇' => range('⑴', Style::BracketedDigit),
        '①'..='⑳' => range('①', Style::Circled),
        '⒈'..='⒛' => range('⒈', Style::Digit),
        '0'..='9' | '０'..='９' => digit(text),
        _ => point(text),
    }
}

fn bracketed(text: &str) -> Option<Marker> {
    let open = text.chars().next()?.len_utf8();
    let mut at = open + skip_blanks(&text[open..]);
    let chinese = !text[at..].starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let number = numeral::read(&text[at..])?;
    at += number.length;
    at += skip_blanks(&text[at..]);
    let close = text[at..].chars().next().filter(|c| matches!(c, '）' | ')'))?;
    at += close.len_utf8();
    // （三）项 goes on a reference.
    if !(1..=199).contains(&number.value) || text[at..].starts_with('项') || text[at..].starts_with('至') {
        return None;
    }
    let style = if chinese { Style::Bracketed } else { Style::BracketedDigit };
    Some(Marker { style, number: number.value, label: at })
}

fn digit(text: &str) -> Option<Marker> {
    let number = numeral::read(text)?;
    let mut at = number.length;
    if text[at..].starts_with('\\') {
        at += 1;
    }
    let sign = text[at..].chars().next().filter(|c| matches!(c, '.' | '．' | '、' | ')' | '）'))?;
    at += sign.len_utf8();
    let decimal = text[at..].starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    ((1..=199).contains(&number.value) && !decimal).then_some(Marker {
        style: Style::Digit,
        number: number.value,
        label: at,
    })
}

fn point(text: &str) -> Option<Marker> {
    let number = numeral::read(text)?;
    let at = number.length;
    let sign = text[at..].chars().next().filter(|c| matches!(c, '、' | '．'))?;
    let label = at + sign.len_utf8();
    // 一、二审程序 is a sentence.
    let counts_on = numeral::read(&text[label..]).is_some();
    ((1..=199).contains(&number.value) && !counts_on).then_some(Marker {
        style: Style::Point,
        number: number.value,
        label,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_articles() {
        for (text, number, inserted, rest, apart, reference) in [
            ("第十二条　县里", 12, 0, "　县里", true, false),
            ("第十二条", 12, 0, "", true, false),
            ("第 12 条 县里", 12, 0, " 县里", true, false),
            ("第１２条：县里", 12, 0, "：县里", true, false),
            ("第十七条之一 县里", 17, 1, " 县里", true, false),
            ("第十七条 之二　县里", 17, 2, "　县里", true, false),
            ("第十二条为了", 12, 0, "为了", false, false),
            ("第三条规定的", 3, 0, "规定的", false, true),
            ("第三条第一款", 3, 0, "第一款", false, true),
            ("第三条 第一款", 3, 0, " 第一款", true, true),
            ("第三条　第一款所称甲", 3, 0, "　第一款所称甲", true, false),
            ("第三条之规定", 3, 0, "之规定", false, true),
            ("第三条 修改为：“", 3, 0, " 修改为：“", true, true),
        ] {
            let read = article(text).expect(text);
            let found = (read.number.value, read.inserted, &text[read.label..], read.apart, read.reference);
            assert_eq!(found, (number, inserted, rest, apart, reference), "{text}");
        }
        for text in ["第三款", "第三章 总则", "条", "第条"] {
            assert_eq!(article(text), None, "{text}");
        }
    }

    #[test]
    fn markers_of_items() {
        use Style::{Bracketed, BracketedDigit, Circled, Digit, Point};
        for (text, style, number, rest) in [
            ("（一）来访", Bracketed, 1, "来访"),
            ("(十二) 来访", Bracketed, 12, " 来访"),
            ("㈢来访", Bracketed, 3, "来访"),
            ("（2）来访", BracketedDigit, 2, "来访"),
            ("⑵来访", BracketedDigit, 2, "来访"),
            ("1. 来访", Digit, 1, " 来访"),
            ("2．来访", Digit, 2, "来访"),
            ("3、来访", Digit, 3, "来访"),
            ("4\\. 来访", Digit, 4, " 来访"),
            ("②来访", Circled, 2, "来访"),
            ("二、来访", Point, 2, "来访"),
        ] {
            let read = marker(text).expect(text);
            assert_eq!((read.style, read.number, &text[read.label..]), (style, number, rest), "{text}");
        }
        for text in ["（来访）", "一二审", "一、二审程序", "1.5倍", "2026年", "（三）项规定", "来访"]
        {
            assert_eq!(marker(text), None, "{text}");
        }
    }

    #[test]
    fn headings_and_annexes() {
        let rank =
            |text| division(text).filter(|division| division.short).map(|division| (division.rank, division.number));
        assert_eq!(rank("第一章　总则"), Some((3, 1)));
        assert_eq!(rank("第二节"), Some((4, 2)));
        assert_eq!(rank("第一分编 通则"), Some((2, 1)));
        assert_eq!(rank("第十二章罚则"), Some((3, 12)));
        assert_eq!(rank("第二章规定的期限"), None);
        assert_eq!(rank("第二章 所称的期限，从收到之日起计算。"), None);
        assert_eq!(annex("附件一：登记表"), Some((1, "附件一".len())));
        assert_eq!(annex("附表"), Some((0, "附表".len())));
        assert_eq!(annex("附：接待场所一览表"), Some((0, "附".len())));
        assert_eq!(annex("附加的材料"), None);
        assert_eq!(annex("附件：1．接待场所一览表"), None);
        assert_eq!(annex("附件所列的材料应当齐全。"), None);
        assert_eq!(bare_heading("附　则"), Some("附则"));
        assert_eq!(bare_heading("附则规定"), None);
    }
}
