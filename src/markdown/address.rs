//! Turns the address of a link into one of a few safe kinds, or says why it is refused.

use std::borrow::Cow;

/// Schemes a link may name. An image may name none: every image is a file of the site.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// An address that may be published.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address<'a> {
    /// Another website, a mail address or a telephone.
    Elsewhere(&'a str),
    /// A heading of the same text.
    Here(&'a str),
    /// A file of the content, decoded, and the fragment in it.
    Inside(Cow<'a, str>, Option<&'a str>),
}

/// Why an address may not be published.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused<'a> {
    /// A scheme outside the list, as typed.
    Scheme(&'a str),
    /// `/notices/a.md` breaks in a sub-path and on a USB stick.
    Rooted,
    /// Empty, without a host, or with characters that browsers drop or rewrite.
    Malformed,
}

/// Sorts an address as the parser gives it: entities and backslashes already resolved.
pub(super) fn sort(address: &str) -> Result<Address<'_>, Refused<'_>> {
    let address = address.trim_matches(' ');
    // Browsers drop tabs and line ends inside a scheme and read a backslash as a slash.
    if address.is_empty() || address.chars().any(|c| c.is_control() || c == '\\' || is_invisible(c)) {
        return Err(Refused::Malformed);
    }
    if let Some(fragment) = address.strip_prefix('#') {
        return if fragment.is_empty() { Err(Refused::Malformed) } else { Ok(Address::Here(fragment)) };
    }
    if let Some(end) = address.find([':', '/', '?', '#']).filter(|&end| address[end..].starts_with(':')) {
        let (scheme, rest) = (&address[..end], &address[end + 1..]);
        let known = SCHEMES.iter().find(|known| known.eq_ignore_ascii_case(scheme)).ok_or(Refused::Scheme(scheme))?;
        let sound = match *known {
            "tel" => rest.chars().all(|c| c.is_ascii_digit() || "+-.,;()".contains(c)) && !rest.is_empty(),
            "mailto" => rest.split('?').next().is_some_and(|to| to.contains('@') && !to.contains(' ')),
            _ => rest.strip_prefix("//").is_some_and(has_host),
        };
        return if sound { Ok(Address::Elsewhere(address)) } else { Err(Refused::Malformed) };
    }
    if address.starts_with('/') {
        return Err(Refused::Rooted);
    }
    let (path, fragment) = match address.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment).filter(|fragment| !fragment.is_empty())),
        None => (address, None),
    };
    let path = path.split('?').next().unwrap_or(path);
    if path.is_empty() { Err(Refused::Malformed) } else { Ok(Address::Inside(decode(path), fragment)) }
}

/// A host name with an optional port. No name before an `@`: it makes one host look like another.
fn has_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    name.split('.').all(label) && port.parse::<u16>().is_ok()
}

/// Characters that have no width or turn the reading direction: they make an address look like another.
fn is_invisible(c: char) -> bool {
    matches!(u32::from(c), 0xad | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff)
}

/// `%E6%9D%91` and the like as the characters they stand for; left as typed where that gives no text.
pub(crate) fn decode(path: &str) -> Cow<'_, str> {
    if !path.contains('%') {
        return Cow::Borrowed(path);
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let hex = |at: usize| tail.get(at).and_then(|&b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
        match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high << 4 | low);
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(path), Cow::Owned)
}

/// Writes an address into an attribute between double quotes: what is not plain ASCII as `%XX`, `&` as an entity.
pub(super) fn push_escaped(out: &mut String, address: &str) {
    for byte in address.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#39;"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-_.!~*()/?:@=+$,;#%[]".contains(&byte) => out.push(char::from(byte)),
            _ => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_sorted() {
        let inside = |path: &'static str, fragment| Ok(Address::Inside(Cow::Borrowed(path), fragment));
        for (typed, wanted) in [
            ("https://www.example.gov.cn/a?b=1", Ok(Address::Elsewhere("https://www.example.gov.cn/a?b=1"))),
            ("HTTP://x.cn", Ok(Address::Elsewhere("HTTP://x.cn"))),
            ("tel:0931-8279971", Ok(Address::Elsewhere("tel:0931-8279971"))),
            ("mailto:a@b.cn?subject=x", Ok(Address::Elsewhere("mailto:a@b.cn?subject=x"))),
            ("#办理时限", Ok(Address::Here("办理时限"))),
            ("../rosters/2026-12.yaml", inside("../rosters/2026-12.yaml", None)),
            ("a.md#第二章", inside("a.md", Some("第二章"))),
            ("javascript%3Aalert(1)", inside("javascript:alert(1)", None)),
            ("./a:b.md", inside("./a:b.md", None)),
            ("%E6%9D%91.md", Ok(Address::Inside(Cow::Owned("村.md".into()), None))),
            ("%ff%zz%.md", inside("%ff%zz%.md", None)),
            ("javascript:alert(1)", Err(Refused::Scheme("javascript"))),
            ("JaVaScRiPt:x", Err(Refused::Scheme("JaVaScRiPt"))),
            (" javascript:x", Err(Refused::Scheme("javascript"))),
            ("java\tscript:x", Err(Refused::Malformed)),
            ("\u{1}javascript:x", Err(Refused::Malformed)),
            ("java\u{200b}script:x", Err(Refused::Malformed)),
            ("data:text/html,x", Err(Refused::Scheme("data"))),
            ("file:///etc/passwd", Err(Refused::Scheme("file"))),
            ("vbscript:x", Err(Refused::Scheme("vbscript"))),
            ("C:\\文件\\a.doc", Err(Refused::Malformed)),
            ("C:/a.doc", Err(Refused::Scheme("C"))),
            ("//evil.example/a", Err(Refused::Rooted)),
            ("/\\evil.example", Err(Refused::Malformed)),
            ("/notices/a.md", Err(Refused::Rooted)),
            ("https:/x", Err(Refused::Malformed)),
            ("https://", Err(Refused::Malformed)),
            ("https:javascript:x", Err(Refused::Malformed)),
            ("http://x.cn:8080/a", Ok(Address::Elsewhere("http://x.cn:8080/a"))),
            ("https://柳树镇.政务", Ok(Address::Elsewhere("https://柳树镇.政务"))),
            ("https://www.example.gov.cn@x.cn/", Err(Refused::Malformed)),
            ("https://x.cn:javascript", Err(Refused::Malformed)),
            ("https://x..cn/", Err(Refused::Malformed)),
            ("mailto:无", Err(Refused::Malformed)),
            ("tel:十二", Err(Refused::Malformed)),
            ("", Err(Refused::Malformed)),
            ("#", Err(Refused::Malformed)),
            ("?a=b", Err(Refused::Malformed)),
        ] {
            assert_eq!(sort(typed), wanted, "{typed:?}");
        }
    }

    #[test]
    fn nothing_leaves_an_attribute() {
        let mut out = String::new();
        push_escaped(&mut out, "a\"b<c>'&村 `{");
        assert_eq!(out, "a%22b%3Cc%3E&#39;&amp;%E6%9D%91%20%60%7B");
    }
}
