use encoding_rs::GB18030;

use super::zip::{Entry, pack};
use super::*;

/// A ZIP of a site with its names written in some way.
fn parcel(files: &Files, name: impl Fn(&str) -> Vec<u8>, more: Vec<Entry>) -> TempDir {
    let dir = TempDir::new().unwrap();
    let entries = files.iter().map(|(route, bytes)| Entry::new(name(route), bytes)).chain(more);
    fs::write(dir.path().join("site.zip"), pack(entries)).unwrap();
    dir
}

fn look(dir: &TempDir) -> Result<Verdict, Refusal> {
    verify(&asked(&dir.path().join("site.zip")))
}

fn plain(route: &str) -> Vec<u8> {
    route.into()
}

#[test]
fn names_written_by_windows_are_matched() {
    let gbk = |text: &str| GB18030.encode(text).0.into_owned();
    let ways: [fn(&str) -> String; 3] = [
        |route| route.to_owned(),
        |route| format!("网站/{route}"),
        |route| format!("public\\{}", route.replace('/', "\\")),
    ];
    for (at, way) in ways.iter().enumerate() {
        let verdict = look(&parcel(&site(None, None), |route| gbk(&way(route)), Vec::new())).unwrap();
        assert!(verdict.is_whole(), "{at}: {:?}", verdict.faults);
        let mut files = site(None, None);
        files.insert("柳树镇/䂮.html".to_owned(), b"x".to_vec());
        let verdict = look(&parcel(&files, |route| gbk(&way(route)), Vec::new())).unwrap();
        assert_eq!(told(&verdict), ["Changed 柳树镇/䂮.html"]);
    }
}

#[test]
fn names_that_lead_elsewhere_links_and_twins_are_named() {
    let mut link = Entry::new("home", b"index.html");
    link.mode = 0o120_777;
    let mut page = Entry::new("../index.html", b"x");
    page.flags = 1 << 11;
    let more = vec![
        page,
        link,
        Entry::new("/etc/passwd", b""),
        Entry::new("C:\\windows\\x", b""),
        Entry::new("index.html", "首页".as_bytes()),
        Entry::new("rosters\\2026-12.html", b"x"),
        Entry::new("空/", b""),
        Entry::new("static/", b""),
        Entry::new("__MACOSX/._index.html", b"x"),
    ];
    let verdict = look(&parcel(&site(None, None), plain, more)).unwrap();
    let expected = [
        "Extra 空/",
        "Link home",
        "Twice index.html",
        "Twice rosters/2026-12.html",
        "Unsafe ../index.html",
        "Unsafe /etc/passwd",
        "Unsafe C:/windows/x",
    ];
    assert_eq!(told(&verdict), expected);
    assert_eq!(verdict.hidden, ["__MACOSX"]);
}

#[test]
fn what_lies_beside_the_folder_of_the_site_is_extra() {
    let more = vec![Entry::new("读我.txt", b""), Entry::new("public2/index.html", b""), Entry::new("public/", b"")];
    let verdict = look(&parcel(&site(None, None), |route| format!("public/{route}").into(), more)).unwrap();
    assert_eq!(told(&verdict), ["Extra ../public2/index.html", "Extra ../读我.txt"]);
}

#[test]
fn a_parcel_with_a_password_or_damage_names_its_files() {
    let dir = parcel(&site(None, None), plain, Vec::new());
    let path = dir.path().join("site.zip");
    let mut bytes = fs::read(&path).unwrap();
    let place = bytes.windows(10).position(|part| part == b"index.html").unwrap();
    bytes[place + 12] ^= 0x10;
    fs::write(&path, &bytes).unwrap();
    assert_eq!(told(&look(&dir).unwrap()), ["Changed index.html"]);
    let mut files = site(None, None);
    let page = files.remove("index.html").unwrap();
    let mut locked = Entry::new("index.html", &page);
    locked.flags = 1;
    assert_eq!(told(&look(&parcel(&files, plain, vec![locked])).unwrap()), ["Unreadable index.html"]);
}

#[test]
fn bombs_are_not_opened_and_lies_about_lengths_are_damage() {
    let mut bomb = Entry::new("bomb", b"");
    bomb.size = Some(u32::MAX - 1);
    let dir = parcel(&site(None, None), plain, vec![bomb]);
    assert!(matches!(look(&dir), Err(Refusal::Absurd { megabytes: 4096, .. })));
    // A megabyte that says it is two bytes.
    for says in [2, 2_000_000] {
        let mut files = site(None, None);
        files.remove("index.html");
        let mut page = Entry::new("index.html", &vec![b'x'; 1_000_000]);
        page.size = Some(says);
        assert_eq!(told(&look(&parcel(&files, plain, vec![page])).unwrap()), ["Changed index.html"]);
    }
}

#[test]
fn a_parcel_without_a_site_or_with_two_is_refused() {
    let two = |route: &str| format!("a/{route}").into();
    let more = site(None, None).iter().map(|(route, bytes)| Entry::new(format!("b/{route}"), bytes)).collect();
    assert!(matches!(look(&parcel(&site(None, None), two, more)), Err(Refusal::Several { .. })));
    let none = Files::from([("a.txt".to_owned(), Vec::new())]);
    assert!(matches!(look(&parcel(&none, plain, Vec::new())), Err(Refusal::NoSite { empty: false, .. })));
    assert!(matches!(look(&parcel(&Files::new(), plain, Vec::new())), Err(Refusal::NoSite { empty: true, .. })));
    let dir = TempDir::new().unwrap();
    for bytes in [&b""[..], b"PK\x05\x06", b"7z\xbc\xaf\x27\x1c"] {
        fs::write(dir.path().join("site.zip"), bytes).unwrap();
        assert!(matches!(look(&dir), Err(Refusal::NotZip(_))));
    }
}

#[test]
fn whatever_is_done_to_a_parcel_there_is_an_answer() {
    let files = site(None, Some(KEY));
    let whole = pack(files.iter().map(|(route, bytes)| Entry::new(route.as_str(), bytes)));
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("site.zip");
    // By the lengths that stand in its directory: where the bytes of each file lie.
    let held = |at: usize| {
        let mut place = 0;
        while whole[place..].starts_with(b"PK\x03\x04") {
            let number = |from: usize| usize::from(u16::from_le_bytes([whole[place + from], whole[place + from + 1]]));
            let (start, length) = (place + 30 + number(26), number(18));
            // The last byte may have bits that mean nothing.
            if (start..(start + length).saturating_sub(1)).contains(&at) {
                return true;
            }
            place = start + length;
        }
        false
    };
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(&path, &bytes).unwrap();
        let verdict = look(&dir);
        assert!(!held(at) || verdict.is_ok_and(|verdict| verdict.faults.len() == 1), "byte {at}");
        if at % 16 == 0 {
            fs::write(&path, &whole[..at]).unwrap();
            assert!(matches!(look(&dir), Err(Refusal::NotZip(_))), "cut at {at}");
        }
    }
}
