//! Turns the two lists of a site, of which one may have been changed, into what the site should hold.
//!
//! They say the same in two ways, and `SHA256SUMS` holds the hash of `manifest.json` too. Where they differ, the files
//! themselves decide: the list that disagrees with both the other and the file is the changed one.

use std::collections::{BTreeMap, BTreeSet};

use super::super::manifest::{Digest, Listed, Manifest, NAME, OWN, digest, unhex};

/// What became of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is as it was published.
    Right,
    /// It is not.
    Changed,
    /// It is not there, or cannot be read.
    Absent,
}

/// What the lists come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lists {
    /// The hash of every file of the site but the lists; `None` where no list can be used.
    pub(super) files: Option<BTreeMap<String, Digest>>,
    pub(super) manifest: Standing,
    pub(super) sums: Standing,
    /// What `SHA256SUMS` should be, where `manifest.json` tells.
    pub(super) true_sums: Option<String>,
}

/// Every route that one of the lists names, and the lists themselves.
pub(super) fn named(manifest: Option<&[u8]>, sums: Option<&[u8]>) -> BTreeSet<String> {
    let mut named: BTreeSet<String> = OWN.iter().map(|own| (*own).to_owned()).collect();
    named.extend(manifest.and_then(Manifest::parse).into_iter().flat_map(|manifest| manifest.files.into_keys()));
    named.extend(sums.map(read_sums).into_iter().flat_map(BTreeMap::into_keys));
    named
}

/// The lines of `SHA256SUMS` that are as they should be.
fn read_sums(bytes: &[u8]) -> BTreeMap<String, Digest> {
    let lines = bytes.split(|byte| *byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok());
    let lines = lines.filter_map(|line| {
        let (sum, route) = line.split_once("  ")?;
        Some((route.to_owned(), unhex(sum)?))
    });
    lines.collect()
}

/// Decides which list is right. `actual` is what a file on the disk is; `signed` says that a signature holds over
/// `SHA256SUMS` as it stands.
pub(super) fn settle(
    manifest: Option<&[u8]>,
    sums: Option<&[u8]>,
    signed: bool,
    actual: &dyn Fn(&str) -> Option<Listed>,
) -> Lists {
    // One that this program would write otherwise was not written by it.
    let parsed = manifest.and_then(|json| Some((Manifest::parse(json)?, json)));
    let parsed = parsed.filter(|(list, json)| list.json().as_bytes() == *json);
    let mut lines = sums.map(read_sums).filter(|lines| !lines.is_empty());
    let told = lines.as_mut().and_then(|lines| lines.remove(NAME));
    let vouched = manifest.is_some_and(|json| told == Some(digest(json)));
    let absent = |bytes: Option<&[u8]>, or| if bytes.is_some() { or } else { Standing::Absent };
    let true_sums = parsed.as_ref().and_then(|(list, json)| Some(list.sums(std::str::from_utf8(json).ok()?)));
    let same = sums.is_some() && true_sums.as_ref().map(String::as_bytes) == sums;
    let by_manifest = match (&parsed, &lines) {
        (Some(_), None) => true,
        (Some((list, _)), Some(lines)) => same || vouched || !signed && manifest_is_right(list, lines, actual),
        (None, _) => false,
    };
    match (parsed, lines) {
        (Some((list, _)), _) if by_manifest => Lists {
            files: Some(list.files.into_iter().map(|(route, listed)| (route, listed.sha256)).collect()),
            manifest: Standing::Right,
            sums: if same { Standing::Right } else { absent(sums, Standing::Changed) },
            true_sums,
        },
        (_, files) => Lists {
            // What the sums vouch for is as it was published, even if it is of a later program and says no more here.
            manifest: if vouched { Standing::Right } else { absent(manifest, Standing::Changed) },
            sums: if files.is_some() { Standing::Right } else { absent(sums, Standing::Changed) },
            true_sums: None,
            files,
        },
    }
}

/// Whether, of two lists that can be read and differ, the manifest is the one that the files bear out.
fn manifest_is_right(
    list: &Manifest,
    lines: &BTreeMap<String, Digest>,
    actual: &dyn Fn(&str) -> Option<Listed>,
) -> bool {
    let routes: BTreeSet<&String> = list.files.keys().chain(lines.keys()).collect();
    let (mut manifest, mut sums, mut differ) = (0, 0, false);
    for route in routes {
        let (one, other) = (list.files.get(route).map(|listed| listed.sha256), lines.get(route).copied());
        if one != other {
            let there = actual(route).map(|file| file.sha256);
            differ = true;
            manifest += u32::from(one == there);
            sums += u32::from(other == there);
        }
    }
    if differ {
        return manifest > sums;
    }
    // They agree on every file, so either a length in the manifest is wrong or what the sums say of the manifest is.
    list.files.iter().all(|(route, listed)| {
        actual(route).is_none_or(|file| file.sha256 != listed.sha256 || file.size == listed.size)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: &[(&str, &str)] = &[("a.html", "甲"), ("b/c.html", "乙"), ("d.html", "")];

    fn listed(text: &str) -> Listed {
        Listed { sha256: digest(text.as_bytes()), size: text.len() as u64 }
    }

    fn actual(route: &str) -> Option<Listed> {
        FILES.iter().find(|(known, _)| *known == route).map(|(_, text)| listed(text))
    }

    fn sample() -> (String, String) {
        let files = FILES.iter().map(|(route, text)| ((*route).to_owned(), listed(text))).collect();
        let json = Manifest { files }.json();
        let sums = Manifest::parse(json.as_bytes()).unwrap().sums(&json);
        (json, sums)
    }

    fn standings(json: Option<&[u8]>, sums: Option<&[u8]>) -> (Standing, Standing, bool) {
        let lists = settle(json, sums, false, &actual);
        let expected = FILES.iter().map(|(route, text)| ((*route).to_owned(), listed(text).sha256)).collect();
        (lists.manifest, lists.sums, lists.files == Some(expected))
    }

    #[test]
    fn whichever_bit_of_a_list_is_flipped_that_list_is_named_and_the_other_one_followed() {
        use Standing::{Changed, Right};
        let (json, sums) = sample();
        assert_eq!(standings(Some(json.as_bytes()), Some(sums.as_bytes())), (Right, Right, true));
        let flipped = |text: &str, bit: usize| {
            let mut bytes = text.as_bytes().to_vec();
            bytes[bit / 8] ^= 1 << (bit % 8);
            bytes
        };
        for bit in 0..8 * json.len() {
            let got = standings(Some(&flipped(&json, bit)), Some(sums.as_bytes()));
            assert_eq!(got, (Changed, Right, true), "bit {bit} of the manifest");
        }
        for bit in 0..8 * sums.len() {
            let got = standings(Some(json.as_bytes()), Some(&flipped(&sums, bit)));
            assert_eq!(got, (Right, Changed, true), "bit {bit} of the sums");
        }
    }

    #[test]
    fn one_list_is_enough_and_none_is_none() {
        use Standing::{Absent, Changed, Right};
        let (json, sums) = sample();
        let (json, sums) = (json.as_bytes(), sums.as_bytes());
        type Row<'a> = (Option<&'a [u8]>, Option<&'a [u8]>, (Standing, Standing, bool));
        let rows: [Row<'_>; 8] = [
            (None, Some(sums), (Absent, Right, true)),
            (Some(json), None, (Right, Absent, true)),
            (Some(b"{}"), Some(sums), (Changed, Right, true)),
            (Some(b""), Some(sums), (Changed, Right, true)),
            (Some(json), Some(b"\xff"), (Right, Changed, true)),
            (Some(json), Some(b""), (Right, Changed, true)),
            (Some(b"x"), Some(b"y"), (Changed, Changed, false)),
            (Some(b"x"), None, (Changed, Absent, false)),
        ];
        for (one, other, expected) in rows {
            assert_eq!(standings(one, other), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_signature_over_the_sums_outweighs_a_manifest_that_agrees_with_changed_files() {
        let (json, sums) = sample();
        let other = json.replace(&super::super::super::manifest::hex(&digest("甲".as_bytes())), &"0".repeat(64));
        let changed = |route: &str| match route {
            "a.html" => Some(Listed { sha256: [0; 32], size: 3 }),
            _ => actual(route),
        };
        for signed in [false, true] {
            let lists = settle(Some(other.as_bytes()), Some(sums.as_bytes()), signed, &changed);
            let expected =
                if signed { (Standing::Changed, Standing::Right) } else { (Standing::Right, Standing::Changed) };
            assert_eq!((lists.manifest, lists.sums), expected);
        }
    }

    proptest::proptest! {
        /// No bytes are an accident, and where both lists are whole nothing is said against them.
        #[test]
        fn any_bytes_are_lists(one in ".{0,80}", other in ".{0,80}", signed: bool) {
            let (json, sums) = sample();
            let pairs = [(one.as_str(), other.as_str()), (json.as_str(), other.as_str()), (one.as_str(), sums.as_str())];
            for (json, sums) in pairs {
                let lists = settle(Some(json.as_bytes()), Some(sums.as_bytes()), signed, &actual);
                proptest::prop_assert!(lists.manifest == Standing::Changed || lists.sums == Standing::Changed);
            }
        }
    }
}
