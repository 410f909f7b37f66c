use std::os::unix::fs::symlink;

use super::*;

fn bytes(files: &mut Files, route: &str, text: &str) {
    files.insert(route.to_owned(), text.as_bytes().to_vec());
}

#[test]
fn what_is_changed_missing_or_extra_is_named_in_a_folder_and_in_a_zip() {
    type Case = (&'static str, fn(&mut Files), &'static [&'static str]);
    let cases: [Case; 14] = [
        ("whole", |_| {}, &[]),
        ("a page", |files| bytes(files, "柳树镇/䂮.html", "假"), &["Changed 柳树镇/䂮.html"]),
        ("gone", |files| drop(files.remove("index.html")), &["Missing index.html"]),
        ("more", |files| bytes(files, "rosters/x.html", ""), &["Extra rosters/x.html"]),
        ("more in a folder of its own", |files| bytes(files, "新/x", ""), &["Extra 新/x"]),
        (
            "renamed",
            |files| {
                let page = files.remove("index.html").unwrap();
                files.insert("index.htm".to_owned(), page);
            },
            &["Missing index.html", "Extra index.htm"],
        ),
        (
            "hidden",
            |files| {
                bytes(files, ".htaccess", "x");
                bytes(files, ".git/HEAD", "x");
            },
            &[],
        ),
        ("hidden further down", |files| bytes(files, "rosters/.DS_Store", "x"), &["Extra rosters/.DS_Store"]),
        ("no manifest", |files| drop(files.remove("manifest.json")), &["Missing manifest.json"]),
        ("no sums", |files| drop(files.remove("SHA256SUMS")), &["Missing SHA256SUMS"]),
        ("manifest of others", |files| bytes(files, "manifest.json", "{}"), &["Changed manifest.json"]),
        ("sums of others", |files| bytes(files, "SHA256SUMS", "x"), &["Changed SHA256SUMS"]),
        (
            "a page and its line",
            |files| {
                let sums = String::from_utf8(files["SHA256SUMS"].clone()).unwrap();
                let of = |text: &str| manifest::hex(&manifest::digest(text.as_bytes()));
                bytes(files, "SHA256SUMS", &sums.replace(&of("首页"), &of("假页")));
                bytes(files, "index.html", "假页");
            },
            &["Changed SHA256SUMS", "Changed index.html"],
        ),
        (
            "both lists",
            |files| {
                bytes(files, "SHA256SUMS", "x");
                bytes(files, "manifest.json", "x");
            },
            &["Changed SHA256SUMS", "Changed manifest.json"],
        ),
    ];
    for (name, spoil, expected) in cases {
        let mut files = site(None, None);
        spoil(&mut files);
        for (way, verdict) in three_ways(&files).iter().enumerate() {
            assert_eq!(told(verdict), expected, "{name}, way {way}");
            assert_eq!(verdict.is_whole(), expected.is_empty());
        }
    }
}

#[test]
fn what_is_no_file_is_named() {
    let room = Room::with(&site(None, None));
    let page = room.path("index.html");
    fs::rename(&page, room.dir.path().join("elsewhere.html")).unwrap();
    symlink(room.dir.path().join("elsewhere.html"), &page).unwrap();
    assert_eq!(told(&room.verify()), ["Link index.html"]);
    fs::remove_file(&page).unwrap();
    fs::create_dir(&page).unwrap();
    assert_eq!(told(&room.verify()), ["NotAFile index.html"]);
    fs::write(page.join("x"), "").unwrap();
    assert_eq!(told(&room.verify()), ["Extra index.html/x", "NotAFile index.html"]);
    fs::remove_dir_all(&page).unwrap();
    // A pipe would wait for ever if it were opened.
    let made = std::process::Command::new("mkfifo").arg(&page).status().unwrap();
    assert!(made.success());
    assert_eq!(told(&room.verify()), ["NotAFile index.html"]);
}

#[test]
fn links_and_empty_folders_beside_the_site_are_named() {
    let room = Room::with(&site(None, None));
    symlink("index.html", room.path("home")).unwrap();
    symlink("/etc", room.path(".etc")).unwrap();
    fs::create_dir(room.path("空")).unwrap();
    let verdict = room.verify();
    assert_eq!(told(&verdict), ["Extra 空/", "Link home"]);
    assert_eq!(verdict.hidden, [".etc"]);
}

#[test]
fn files_behind_a_link_in_place_of_their_folder_are_named() {
    let room = Room::with(&site(None, None));
    fs::rename(room.path("rosters"), room.dir.path().join("rosters")).unwrap();
    symlink(room.dir.path().join("rosters"), room.path("rosters")).unwrap();
    assert_eq!(told(&room.verify()), ["Link rosters/2026-12.html"]);
    fs::remove_file(room.path("rosters")).unwrap();
    fs::write(room.path("rosters"), "").unwrap();
    assert_eq!(told(&room.verify()), ["Missing rosters/2026-12.html", "Extra rosters"]);
    fs::remove_file(room.path("rosters")).unwrap();
    fs::create_dir(room.path("rosters")).unwrap();
    assert_eq!(told(&room.verify()), ["Missing rosters/2026-12.html"]);
}

#[test]
fn a_list_that_is_a_link_is_named_and_the_other_one_followed() {
    for list in ["manifest.json", "SHA256SUMS"] {
        let room = Room::with(&site(None, None));
        fs::rename(room.path(list), room.dir.path().join("list")).unwrap();
        symlink(room.dir.path().join("list"), room.path(list)).unwrap();
        fs::write(room.path("index.html"), "假").unwrap();
        assert_eq!(told(&room.verify()), ["Changed index.html".to_owned(), format!("Link {list}")]);
    }
}

#[test]
fn where_there_is_nothing_to_verify_that_is_said() {
    let dir = TempDir::new().unwrap();
    let path = |name: &str| dir.path().join(name);
    for name in ["empty", "other", "up"] {
        fs::create_dir(path(name)).unwrap();
    }
    fs::write(path("other/x.txt"), "").unwrap();
    fs::write(path("x.zip"), "Rar!").unwrap();
    put(&site(None, None), &path("up/public"));
    let refusal = |name: &str| verify(&asked(&path(name))).unwrap_err();
    assert!(matches!(refusal("empty"), Refusal::NoSite { empty: true, near: None, .. }));
    assert!(matches!(refusal("other"), Refusal::NoSite { empty: false, near: None, .. }));
    assert!(matches!(refusal("up"), Refusal::NoSite { near: Some(near), .. } if near == path("up/public")));
    assert!(
        matches!(refusal("up/public/rosters"), Refusal::NoSite { near: Some(near), .. } if near == path("up/public"))
    );
    assert!(matches!(refusal("nothing"), Refusal::Nothing(_)));
    assert!(matches!(refusal("x.zip"), Refusal::NotZip(_)));
}

#[test]
fn what_systems_leave_is_extra_and_said_to_be_theirs() {
    let room = Room::with(&site(None, None));
    for path in ["System Volume Information", "$RECYCLE.BIN"] {
        fs::create_dir(room.path(path)).unwrap();
    }
    fs::write(room.path("rosters/._2026-12.html"), "").unwrap();
    fs::write(room.path("rosters/Thumbs.db"), "").unwrap();
    let text = room.verify().text(Lang::Zh);
    assert_eq!(text.matches("系统自己放的").count(), 4, "{text}");
}

#[test]
fn a_site_that_is_replaced_while_it_is_read_is_read_again() {
    for (replaced, expected) in [(0, 1), (1, 2), (2, 3), (9, 3)] {
        let (looks, number) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
        let look = || {
            looks.set(looks.get() + 1);
            number.set(number.get() + u32::from(looks.get() <= replaced));
            looks.get()
        };
        assert_eq!(steadily(|| number.get(), look), expected, "replaced {replaced} times");
    }
}

#[test]
fn a_long_list_is_cut_for_people_and_whole_for_programs() {
    let mut files = site(None, None);
    files.extend((0..60).map(|n| (format!("more/{n:02}"), Vec::new())));
    let verdict = Room::with(&files).verify();
    let text = verdict.text(Lang::Zh);
    assert!(
        text.starts_with("不完好：清单上有 6 个文件，多 60 个。\n\n多出来，清单上没有（60）\n  more/00\n"),
        "{text}"
    );
    assert!(text.contains("  more/49\n  还有 10 个") && !text.contains("more/50"), "{text}");
    let json = verdict.json(Lang::Zh).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["faults"].as_array().unwrap().len(), 60);
}
