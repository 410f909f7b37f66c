use std::os::unix::fs::{PermissionsExt as _, symlink};

use crate::diag::Lang;

use super::*;

/// That publishing fails, changes nothing, and says why in both languages with the path.
fn refused(office: &Office, files: &[(&str, &str)], names: &str) -> Error {
    let before = tree(office.dir.path());
    let error = office.publish(files).unwrap_err();
    assert_eq!(tree(office.dir.path()), before);
    for lang in [Lang::Zh, Lang::En] {
        let words = error.phrase().get(lang).to_owned();
        assert!(words.contains(names), "{words}");
    }
    assert_eq!(error.to_string(), error.phrase().get(Lang::En));
    error
}

#[test]
fn a_directory_with_files_of_others_is_refused() {
    let office = Office::new();
    office.put("报告.docx", "x");
    office.put("a/b", "x");
    office.put(".git/HEAD", "x");
    assert!(matches!(refused(&office, NEW, "a"), Error::Foreign { entry, more: 1, .. } if entry == Path::new("a")));
}

#[test]
fn a_managed_directory_with_a_stray_is_refused() {
    let strays: [&dyn Fn(&Office); 5] = [
        &|office| office.put("stray", ""),
        &|office| office.put("rosters/stray", ""),
        &|office| fs::create_dir(office.path("stray")).unwrap(),
        &|office| symlink("index.html", office.path("stray")).unwrap(),
        &|office| {
            // A directory that the manifest lists is somebody's link now.
            fs::rename(office.path("rosters"), office.dir.path().join("content/stray")).unwrap();
            symlink(office.dir.path().join("content/stray"), office.path("rosters")).unwrap();
        },
    ];
    for (case, stray) in strays.into_iter().enumerate() {
        let office = Office::with_old();
        stray(&office);
        let name = if case == 4 { "rosters" } else { "stray" };
        assert!(matches!(refused(&office, NEW, name), Error::Foreign { more: 0, .. }), "{case}");
    }
}

#[test]
fn a_manifest_that_is_not_ours_is_refused() {
    for text in ["", "{}", r#"{"name": "app"}"#, r#"{"files": {"../x": {}}, "format": 1, "generator": "gongshi"}"#] {
        let office = Office::with_old();
        office.put("manifest.json", text);
        assert!(matches!(refused(&office, NEW, "manifest.json"), Error::NotOurManifest { .. }));
    }
    let office = Office::new();
    office.put("manifest.json/x", "");
    assert!(matches!(refused(&office, NEW, "manifest.json"), Error::NotOurManifest { .. }));
}

#[test]
fn a_hidden_entry_of_others_is_not_overwritten() {
    let cases: [(&str, &[(&str, &str)]); 3] = [
        (".htaccess", &[(".htaccess", "ours")]),
        (".well-known", &[(".well-known/x", "ours")]),
        (".a/b", &[(".a/b/c", "ours"), ("index.html", "")]),
    ];
    for (theirs, files) in cases {
        let office = Office::with_old();
        office.put(theirs, "theirs");
        assert!(matches!(refused(&office, files, theirs), Error::ForeignInWay { .. }), "{theirs}");
    }
}

#[test]
fn places_that_must_not_be_replaced_are_refused() {
    let office = Office::with_old();
    let (root, content) = (office.dir.path(), office.dir.path().join("content"));
    let inner = root.join("public/inner");
    let cases: [(&Path, &Path, &Path, &[PathBuf]); 7] = [
        (Path::new("/"), &content, root, &[]),
        (root, &content, root, &[]),
        (&content, &content, root, &[]),
        (&content.join("public"), &content, root, &[]),
        (&office.target, &inner, root, &[]),
        (&office.target, &content, root, std::slice::from_ref(&office.target)),
        (&root.join("content/../public/../../"), &content, root, &[]),
    ];
    fs::create_dir(&inner).unwrap();
    for (target, content, project, protected) in cases {
        let error = begin(&Place { target, content, project, protected, durable: false }).unwrap_err();
        assert!(matches!(error, Error::BadTarget { .. }), "{target:?}: {error}");
    }
    office.assert_tidy();
}

#[test]
fn a_target_without_a_place_is_refused() {
    let mut office = Office::new();
    office.put("file", "");
    let root = office.dir.path().to_owned();
    symlink("loop", root.join("loop")).unwrap();
    for (target, expected) in [
        ("none/public", "NoParent"),
        ("public/file", "NotDirectory"),
        ("public/file/x", "NotDirectory"),
        ("loop", "Io"),
    ] {
        office.target = root.join(target);
        let error = office.publish(NEW).unwrap_err();
        assert!(format!("{error:?}").starts_with(expected), "{error:?}");
    }
}

#[test]
fn routes_that_collide_leave_the_old_site() {
    let cases: [&[(&str, &str)]; 4] =
        [&[("a", ""), ("a", "")], &[("A", ""), ("a", "")], &[("a", ""), ("a/b", "")], &[("a/b", ""), ("a", "")]];
    for files in cases {
        let office = Office::with_old();
        assert!(matches!(refused(&office, files, "a"), Error::Collision { .. }));
    }
    let office = Office::with_old();
    assert!(matches!(refused(&office, &[("a/../../x", "")], "a/../../x"), Error::Route { .. }));
}

#[test]
fn a_failure_passed_over_stops_the_commit() {
    let office = Office::with_old();
    let stage = office.begin().unwrap();
    stage.write("index.html", None, b"x").unwrap();
    // Somebody makes the stage unusable.
    let blocked = office.dir.path().join(".public.gongshi/stage/p");
    fs::write(blocked, "").unwrap();
    assert!(stage.write("p/x.html", None, b"x").is_err());
    assert!(matches!(stage.commit(), Err(Error::Unfinished { route }) if route == "p/x.html"));
    office.assert_site(OLD);
}

#[test]
fn a_second_build_waits_its_turn() {
    let office = Office::with_old();
    let stage = office.begin().unwrap();
    assert!(matches!(office.begin(), Err(Error::Busy { .. })));
    assert!(!recover(&office.target).unwrap());
    stage.write("index.html", None, b"x").unwrap();
    stage.commit().unwrap();
    office.publish(NEW).unwrap();
    office.assert_site(NEW);
}

#[test]
fn builds_at_once_take_turns_and_never_mix() {
    let office = Office::with_old();
    let done = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (office, done) = (&office, &done);
            scope.spawn(move || {
                for round in 0..25 {
                    let text = format!("{thread}-{round}");
                    match office.publish(&[("a.html", &text), ("b/c.html", &text)]) {
                        Ok(_) => _ = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed),
                        Err(Error::Busy { .. }) => std::thread::yield_now(),
                        Err(other) => panic!("{other}"),
                    }
                }
            });
        }
    });
    assert!(done.into_inner() > 0);
    let site = office.site();
    assert_eq!(site["a.html"], site["b/c.html"]);
    office.assert_tidy();
}

#[test]
fn a_read_only_directory_is_named() {
    let office = Office::with_old();
    fs::set_permissions(office.dir.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // The superuser may write everywhere.
    if fs::write(office.dir.path().join("probe"), "").is_ok() {
        return;
    }
    let error = office.publish(NEW).unwrap_err();
    fs::set_permissions(office.dir.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(matches!(error, Error::Io { doing: Doing::Create, .. }));
    office.assert_site(OLD);
}

#[test]
fn a_stage_dropped_leaves_no_trace() {
    let office = Office::with_old();
    let stage = office.begin().unwrap();
    stage.write("x/y.html", None, b"x").unwrap();
    drop(stage);
    office.assert_site(OLD);
}

#[test]
fn a_reader_never_misses_a_page_while_sites_change() {
    let office = Office::with_old();
    office.put(".htaccess", "deny");
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0_u32;
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                for route in ["index.html", "same.html", "rosters/2026-12.html", ".htaccess", "manifest.json"] {
                    assert!(!fs::read(office.path(route)).unwrap().is_empty());
                    reads += 1;
                }
            }
            reads
        });
        for files in [NEW, OLD].into_iter().cycle().take(100) {
            office.publish(files).unwrap();
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
}
