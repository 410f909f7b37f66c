//! Turns the names in a ZIP, whose coding is anybody's guess, into routes.

use std::borrow::Cow;

use encoding_rs::GB18030;

/// A name as it stands in a ZIP, and whether the ZIP says that it is UTF-8.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raw<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) is_utf8: bool,
}

/// The text of every name. Windows in Chinese writes GBK and says nothing; other programs write UTF-8 and say nothing
/// either. One name that cannot be UTF-8 shows that the program that made the ZIP wrote GBK throughout.
pub(super) fn decode(names: &[Raw<'_>]) -> Vec<String> {
    let is_gbk = names.iter().any(|name| !name.is_utf8 && std::str::from_utf8(name.bytes).is_err());
    let text = |name: &Raw<'_>| {
        let text = if is_gbk && !name.is_utf8 {
            GB18030.decode_without_bom_handling(name.bytes).0
        } else {
            String::from_utf8_lossy(name.bytes)
        };
        slashes(text)
    };
    names.iter().map(text).collect()
}

/// Old programs of Windows write `\` between folders; no route holds one.
fn slashes(text: Cow<'_, str>) -> String {
    text.replace('\\', "/")
}

/// Whether unpacking a name might write outside the folder that was chosen for it.
pub(super) fn is_unsafe(name: &str) -> bool {
    let inside = name.strip_suffix('/').unwrap_or(name);
    let is_bad =
        |part: &str| matches!(part, "" | "." | "..") || part.contains(':') || part.chars().any(char::is_control);
    inside.split('/').any(is_bad)
}

/// The folder in which the site stands: the one nearest to the top that holds a list. Gives its name with `/` at the end,
/// empty for the top itself; an error with two where several are as near.
pub(super) fn top<'a>(names: impl Iterator<Item = &'a str>, lists: &[&str]) -> Result<Option<String>, [String; 2]> {
    let folder = |name: &'a str| {
        let (folder, file) =
            name.rsplit_once('/').map_or(("", name), |(_, file)| (&name[..name.len() - file.len()], file));
        (lists.contains(&file) && !is_unsafe(name)).then_some(folder)
    };
    let depth = |folder: &str| folder.matches('/').count();
    let mut nearest: Vec<&str> = Vec::new();
    for folder in names.filter_map(folder) {
        let best = nearest.first().map_or(usize::MAX, |near| depth(near));
        if depth(folder) < best {
            nearest.clear();
        }
        if depth(folder) <= best && !nearest.contains(&folder) {
            nearest.push(folder);
        }
    }
    match nearest[..] {
        [] => Ok(None),
        [one] => Ok(Some(one.to_owned())),
        [one, other, ..] => Err([one.to_owned(), other.to_owned()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_the_coding_they_were_written_in() {
        let gbk = |text: &str| GB18030.encode(text).0.into_owned();
        let utf8 = |text: &str| text.as_bytes().to_vec();
        type Case = (&'static [&'static str], fn(&str) -> Vec<u8>, bool);
        let one: &[&str] = &["public/柳树镇/䂮.html", "public/index.html"];
        // `联通` in GBK can be read as UTF-8; the other name tells.
        let two: &[&str] = &["联通", "柳树镇/名单.html"];
        let cases: [Case; 4] = [
            (one, |text| GB18030.encode(text).0.into_owned(), false),
            (one, |text| text.into(), false),
            (one, |text| text.into(), true),
            (two, |text| GB18030.encode(text).0.into_owned(), false),
        ];
        for (names, code, is_utf8) in cases {
            let bytes: Vec<Vec<u8>> = names.iter().map(|name| code(name)).collect();
            let raw: Vec<Raw<'_>> = bytes.iter().map(|bytes| Raw { bytes, is_utf8 }).collect();
            assert_eq!(decode(&raw), names);
        }
        // Both in one parcel, each as it says.
        let (a, b) = (gbk("柳树"), utf8("柳树"));
        assert_eq!(decode(&[Raw { bytes: &a, is_utf8: false }, Raw { bytes: &b, is_utf8: true }]), ["柳树", "柳树"]);
        // The second half of 誠 is a backslash in GBK; only one between folders is a separator.
        let c = gbk("誠\\a");
        assert_eq!(decode(&[Raw { bytes: &c, is_utf8: false }]), ["誠/a"]);
    }

    #[test]
    fn names_that_lead_elsewhere_are_known() {
        for name in ["../a", "/a", "a/../b", "C:/a", "a//b", "./a", "a/..", "", "a\0b", "a\nb", "//server/x"] {
            assert!(is_unsafe(name), "{name:?}");
        }
        for name in ["a", "a/", "a/b.html", "柳树/..b", ".git/x"] {
            assert!(!is_unsafe(name), "{name:?}");
        }
    }

    #[test]
    fn the_site_is_found_where_it_stands() {
        type Case = (&'static [&'static str], Result<Option<&'static str>, [&'static str; 2]>);
        let cases: [Case; 8] = [
            (&["manifest.json", "a/manifest.json"], Ok(Some(""))),
            (&["SHA256SUMS"], Ok(Some(""))),
            (&["public/manifest.json", "public/SHA256SUMS", "读我.txt"], Ok(Some("public/"))),
            (&["桌面/public/manifest.json", "桌面/public/x/SHA256SUMS"], Ok(Some("桌面/public/"))),
            (&["a/SHA256SUMS", "b/SHA256SUMS"], Err(["a/", "b/"])),
            (&["../manifest.json", "a/SHA256SUMS"], Ok(Some("a/"))),
            (&["index.html", "a/b"], Ok(None)),
            (&[], Ok(None)),
        ];
        for (names, expected) in cases {
            let expected = expected.map(|top| top.map(str::to_owned)).map_err(|two| two.map(str::to_owned));
            assert_eq!(top(names.iter().copied(), &["manifest.json", "SHA256SUMS"]), expected, "{names:?}");
        }
    }
}
