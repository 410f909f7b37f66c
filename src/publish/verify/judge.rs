//! Turns everything seen of a site into a verdict. Pure: reads no file.

use std::collections::BTreeSet;

use crate::diag::Phrase;
use crate::signature::PublicKey;

use super::super::manifest::{Digest, KEY, NAME, OWN, SIGNATURE, SUMS};
use super::Receipt;
use super::ledger::{self, Content};
use super::lists::{self, Standing};
use super::seal::{self, Question};
use super::source::{Looks, Seen};
use super::verdict::{Fault, Kind, Verdict};

/// What a site itself shows.
pub(super) struct Evidence<'a> {
    pub(super) manifest: Option<Vec<u8>>,
    pub(super) sums: Option<Vec<u8>>,
    pub(super) signature: Option<Vec<u8>>,
    /// The public key in the site.
    pub(super) published: Option<Vec<u8>>,
    pub(super) ledger: Option<Vec<u8>>,
    pub(super) seen: &'a Looks,
}

/// What it is held against.
#[derive(Debug, Default)]
pub(super) struct Outside {
    pub(super) key: Option<PublicKey>,
    pub(super) receipt: Option<Receipt>,
    pub(super) content: Option<Content>,
}

pub(super) fn judge(evidence: &Evidence<'_>, outside: &Outside) -> Verdict {
    let Evidence { seen, .. } = *evidence;
    let [manifest, sums, signature] = [&evidence.manifest, &evidence.sums, &evidence.signature].map(Option::as_deref);
    let actual = |route: &str| match seen.get(route) {
        Some(Seen::File(listed)) => Some(*listed),
        _ => None,
    };
    let published = evidence.published.as_deref().and_then(|text| PublicKey::read(std::str::from_utf8(text).ok()?));
    let signed = seal::holds(signature, sums, outside.key.as_ref().or(published.as_ref()));
    let lists = lists::settle(manifest, sums, signed, &actual);
    let mut faults = Vec::new();
    for (name, standing) in [(NAME, lists.manifest), (SUMS, lists.sums)] {
        match standing {
            Standing::Right => {}
            Standing::Changed => faults.push(Fault { kind: Kind::Changed, path: name.to_owned(), why: None }),
            Standing::Absent => faults.push(absent(name, seen)),
        }
    }
    let files = lists.files.as_ref();
    for (route, expected) in files.into_iter().flatten() {
        faults.extend(held_against(route, expected, seen));
    }
    let is_listed = |route: &str| OWN.contains(&route) || files.is_some_and(|files| files.contains_key(route));
    let above = super::super::manifest::dirs_of(files.into_iter().flatten().map(|(route, _)| route.as_str()));
    let mut hidden = BTreeSet::new();
    for (route, seen) in seen.iter().filter(|(route, _)| !is_listed(route)) {
        let is_hidden = *seen == Seen::Hidden || (route.starts_with('.') && !route.starts_with("../"));
        if is_hidden {
            hidden.insert(route.clone());
        } else if lists.files.is_some() {
            faults.extend(unlisted(route, seen, above.contains(route.as_str())));
        }
    }
    let is_signed = files.is_some_and(|files| files.contains_key(KEY));
    let is_right = actual(KEY).is_some_and(|file| files.and_then(|files| files.get(KEY)) == Some(&file.sha256));
    let stands = seen.get(SIGNATURE).is_none_or(|seen| matches!(seen, Seen::File(_)));
    let (seal, fault) = seal::judge(&Question {
        signature,
        sums,
        true_sums: lists.true_sums.as_deref().map(str::as_bytes),
        given: outside.key.as_ref(),
        published: published.as_ref().filter(|_| is_right),
        is_signed,
    });
    faults.extend(if stands { fault } else { Some(absent(SIGNATURE, seen)) });
    let other_key = matches!((&outside.key, &published), (Some(given), Some(own)) if given.number() != own.number());
    let (ledger, receipt, told) = ledger::judge(evidence.ledger.as_deref(), outside.content.as_ref(), outside.receipt);
    faults.extend(told);
    faults.sort_by(|a, b| (a.kind, &a.path).cmp(&(b.kind, &b.path)));
    Verdict {
        files: files.map(|files| files.len() + [NAME, SUMS].len() + usize::from(signature.is_some())),
        faults,
        seal,
        ledger,
        receipt,
        hidden: hidden.into_iter().collect(),
        other_key,
    }
}

/// What is wrong with a listed file.
fn held_against(route: &str, expected: &Digest, seen: &Looks) -> Option<Fault> {
    match seen.get(route) {
        Some(Seen::File(file)) if file.sha256 == *expected => None,
        Some(Seen::File(_)) => Some(Fault { kind: Kind::Changed, path: route.to_owned(), why: None }),
        _ => Some(absent(route, seen)),
    }
}

/// What stands in the place of a file that should be there.
fn absent(route: &str, seen: &Looks) -> Fault {
    let (kind, why) = match seen.get(route) {
        Some(Seen::Link) => (Kind::Link, None),
        Some(Seen::Device | Seen::EmptyFolder) => (Kind::NotAFile, None),
        Some(Seen::Damaged(why)) => (Kind::Changed, Some(why.clone())),
        Some(Seen::Unreadable(why)) => (Kind::Unreadable, Some(why.clone())),
        Some(Seen::Twice) => (Kind::Twice, None),
        // A file that is there and yet was not read whole is one that is held whole and too large.
        Some(Seen::File(_) | Seen::Unlisted | Seen::Hidden | Seen::Unsafe) => {
            (Kind::Unreadable, Some(Phrase::new("大得不合常理，没有打开", "absurdly large; it was not opened")))
        }
        None => match above(route, seen) {
            Some((folder, Seen::Unreadable(why))) => {
                let words = |lang| why.get(lang).to_owned();
                let (zh, en) = (words(crate::diag::Lang::Zh), words(crate::diag::Lang::En));
                let why = Phrase::new(format!("文件夹 {folder} 打不开：{zh}"), format!("folder {folder}: {en}"));
                (Kind::Unreadable, Some(why))
            }
            Some((folder, Seen::Link)) => {
                let why = Phrase::new(format!("{folder} 是符号链接"), format!("{folder} is a link"));
                (Kind::Link, Some(why))
            }
            _ if is_folder(route, seen) => (Kind::NotAFile, None),
            _ => (Kind::Missing, None),
        },
    };
    Fault { kind, path: route.to_owned(), why }
}

/// What stands in the place of a folder above a route.
fn above<'a>(route: &'a str, seen: &'a Looks) -> Option<(&'a str, &'a Seen)> {
    let ends = route.match_indices('/').map(|(at, _)| &route[..at]);
    ends.into_iter().find_map(|folder| Some((folder, seen.get(folder)?)))
}

/// Whether anything stands below a route.
fn is_folder(route: &str, seen: &Looks) -> bool {
    let prefix = format!("{route}/");
    seen.range(prefix.clone()..).next().is_some_and(|(next, _)| next.starts_with(&prefix))
}

/// What is wrong with an entry that no list names. Where listed files should lie below it, they are told instead.
fn unlisted(route: &str, seen: &Seen, is_above: bool) -> Option<Fault> {
    let (kind, path, why) = match seen {
        Seen::Link if is_above => return None,
        Seen::Unreadable(_) if is_above => return None,
        Seen::EmptyFolder if is_above => return None,
        Seen::EmptyFolder => {
            let why = Phrase::new("空文件夹", "an empty folder");
            (Kind::Extra, format!("{route}/"), Some(why))
        }
        Seen::Link => (Kind::Link, route.to_owned(), None),
        Seen::Unreadable(why) => (Kind::Unreadable, route.to_owned(), Some(why.clone())),
        Seen::Twice => (Kind::Twice, route.to_owned(), None),
        Seen::Unsafe => (Kind::Unsafe, route.to_owned(), None),
        Seen::File(_) | Seen::Unlisted | Seen::Device | Seen::Damaged(_) | Seen::Hidden => {
            (Kind::Extra, route.to_owned(), None)
        }
    };
    let why = why.filter(|_| kind != Kind::Extra || !is_of_the_system(route)).or_else(|| whence(route, kind));
    Some(Fault { kind, path, why })
}

/// Where an entry comes from that is no harm, only no part of the site.
fn whence(route: &str, kind: Kind) -> Option<Phrase> {
    if kind != Kind::Extra {
        None
    } else if is_of_the_system(route) {
        Some(Phrase::new("电脑系统自己放的，可以删掉", "put there by the computer's system; it may be deleted"))
    } else if route.starts_with("../") {
        Some(Phrase::new("在网站文件夹外面", "outside the folder of the site"))
    } else {
        None
    }
}

/// Whether a name is one that Windows or macOS leave in folders and on sticks by themselves.
fn is_of_the_system(route: &str) -> bool {
    let is_known = |part: &str| {
        ["System Volume Information", "$RECYCLE.BIN", "Thumbs.db", "desktop.ini", ".DS_Store"].contains(&part)
            || part.starts_with("._")
    };
    route.split('/').any(is_known)
}
