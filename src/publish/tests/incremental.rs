use std::os::unix::fs::MetadataExt as _;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};

use super::*;

fn print(text: &str) -> Fingerprint {
    Fingerprint(manifest::digest(text.as_bytes()))
}

/// Builds as the program does: an output is rendered only if it cannot be kept. Gives what was rendered.
fn build(office: &Office, files: &[(&str, &str)]) -> (Vec<String>, Receipt) {
    let stage = office.begin().unwrap();
    let mut rendered = Vec::new();
    for (route, text) in files {
        let unchanged = stage.previous().unchanged(route, &print(text));
        assert_eq!(stage.keep(route, print(text)).unwrap(), unchanged);
        if !unchanged {
            rendered.push((*route).to_owned());
            stage.write(route, Some(print(text)), text.as_bytes()).unwrap();
        }
    }
    (rendered, stage.commit().unwrap())
}

#[test]
fn an_unchanged_site_is_not_touched() {
    let office = Office::new();
    let (rendered, receipt) = build(&office, OLD);
    assert_eq!((rendered.len(), receipt.written, receipt.kept, receipt.how), (4, 4, 0, How::Fresh));
    let before = fs::metadata(&office.target).unwrap();
    let (rendered, receipt) = build(&office, OLD);
    assert_eq!((rendered.len(), receipt.written, receipt.kept, receipt.how), (0, 0, 4, How::Untouched));
    assert_eq!(fs::metadata(&office.target).unwrap().ino(), before.ino());
    assert_eq!(receipt.bytes, OLD.iter().map(|(_, text)| text.len() as u64).sum::<u64>());
    office.assert_site(OLD);
}

#[test]
fn what_is_the_same_keeps_time_and_number() {
    let office = Office::new();
    build(&office, OLD);
    let before = fs::metadata(office.path("same.html")).unwrap();
    let (rendered, receipt) = build(&office, NEW);
    assert_eq!(rendered, ["index.html", "rosters/2026-12.html", "罗䂮英.html"]);
    assert_eq!((receipt.written, receipt.kept, receipt.removed, receipt.how), (3, 1, 1, How::Exchange));
    let after = fs::metadata(office.path("same.html")).unwrap();
    assert_eq!((before.ino(), before.modified().unwrap()), (after.ino(), after.modified().unwrap()));
    assert_eq!(after.nlink(), 1);
    office.assert_site(NEW);
}

#[test]
fn without_a_state_all_is_rendered_and_the_same_files_kept() {
    let damage: [&dyn Fn(&Path); 4] = [
        &|state| fs::remove_file(state).unwrap(),
        &|state| fs::write(state, b"\xff\x00").unwrap(),
        &|state| fs::write(state, "gongshi state 1 00\nend 0\n").unwrap(),
        &|state| {
            fs::remove_file(state).unwrap();
            fs::create_dir(state).unwrap();
        },
    ];
    for (case, damage) in damage.into_iter().enumerate() {
        let office = Office::new();
        build(&office, OLD);
        let before = office.ino("index.html");
        damage(&office.dir.path().join(".gongshi/state"));
        let (rendered, receipt) = build(&office, OLD);
        assert_eq!((rendered.len(), receipt.kept, office.ino("index.html")), (4, 4, before), "{case}");
        // A state that cannot be written is a warning.
        assert_eq!(receipt.warnings.len(), usize::from(case == 3));
        office.assert_site(OLD);
    }
}

#[test]
fn a_file_edited_by_hand_is_made_anew() {
    // The second edit keeps the length, the third the time too, so that only the number tells.
    for case in 0..3 {
        let office = Office::new();
        build(&office, OLD);
        let path = office.path("index.html");
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        match case {
            0 => fs::write(&path, "手改的首页").unwrap(),
            1 => {
                fs::write(&path, "坏首页").unwrap();
                let later = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
                fs::File::options().append(true).open(&path).unwrap().set_modified(later).unwrap();
            }
            _ => {
                fs::write(office.path(".new"), "坏首页").unwrap();
                fs::rename(office.path(".new"), &path).unwrap();
                fs::File::options().append(true).open(&path).unwrap().set_modified(time).unwrap();
            }
        }
        let (rendered, receipt) = build(&office, OLD);
        assert_eq!((rendered, receipt.written, receipt.kept), (vec!["index.html".to_owned()], 1, 3), "{case}");
        office.assert_site(OLD);
    }
}

#[test]
fn a_file_or_a_list_deleted_by_hand_comes_back() {
    for route in ["same.html", "SHA256SUMS", "rosters"] {
        let office = Office::with_old();
        let path = office.path(route);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap()
        } else {
            fs::remove_file(path).unwrap()
        }
        office.publish(OLD).unwrap();
        office.assert_site(OLD);
    }
}

#[test]
fn a_file_edited_while_the_build_runs_stops_it() {
    let office = Office::new();
    build(&office, OLD);
    let stage = office.begin().unwrap();
    assert!(stage.keep("index.html", print("旧首页")).unwrap());
    stage.write("new.html", None, b"x").unwrap();
    office.put("index.html", "改");
    assert!(matches!(stage.commit(), Err(Error::Changed { path }) if path == office.path("index.html")));
    assert_eq!(tree(&office.target)["index.html"], "改");
    office.assert_tidy();
}

#[test]
fn another_target_makes_the_state_void_but_harms_nothing() {
    let mut office = Office::new();
    build(&office, OLD);
    office.target = office.dir.path().join("content/../copy");
    let (rendered, _) = build(&office, OLD);
    assert_eq!(rendered.len(), 4);
    office.target = office.dir.path().join("public");
    let (rendered, receipt) = build(&office, OLD);
    assert_eq!((rendered.len(), receipt.kept), (4, 4));
}

#[test]
fn order_and_threads_change_no_byte() {
    let files: Vec<(String, String)> = (0..300).map(|n| (format!("{}/{n}.html", n % 7), format!("第{n}页"))).collect();
    let serial = Office::new();
    let borrowed: Vec<_> = files.iter().map(|(route, text)| (route.as_str(), text.as_str())).collect();
    serial.publish(&borrowed).unwrap();
    let parallel = Office::new();
    let stage = parallel.begin().unwrap();
    files.into_par_iter().rev().try_for_each(|(route, text)| stage.write(&route, None, text.as_bytes())).unwrap();
    stage.commit().unwrap();
    assert_eq!(tree(&serial.target), tree(&parallel.target));
    serial.assert_tidy();
}

#[test]
fn the_sums_are_those_of_sha256sum() {
    let office = Office::with_old();
    let mut command = std::process::Command::new("sha256sum");
    let output = command.args(["-c", "--strict", "SHA256SUMS"]).current_dir(&office.target).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever was published before, by whatever way, the target holds what was published last.
    #[test]
    fn the_last_site_stands(sites in prop::collection::vec(prop::collection::btree_map("[a-c]/[a-d甲]|[e-g]", "[xy]{0,2}", 0..6), 1..5)) {
        let office = Office::new();
        for site in &sites {
            let files: Vec<_> = site.iter().map(|(route, text)| (route.as_str(), text.as_str())).collect();
            let (_, receipt) = build(&office, &files);
            prop_assert_eq!(receipt.written + receipt.kept, files.len());
            prop_assert_eq!(office.site(), site.clone());
            office.assert_tidy();
        }
    }
}

#[test]
fn a_long_file_is_written_bit_by_bit_and_kept_where_it_is_the_same() {
    let office = Office::new();
    let publish = |text: &str| {
        let stage = office.begin().unwrap();
        let parts = |out: &mut dyn std::io::Write| {
            text.as_bytes().chunks(7).try_for_each(|part| out.write_all(part)).map_err(|_| panic!("no room"))
        };
        stage.stream::<Error>("data/long.csv", parts).unwrap();
        let receipt = stage.commit().unwrap();
        (receipt.written, receipt.kept, receipt.bytes, receipt.how)
    };
    let (old, new) = ("甲,乙\r\n".repeat(3000), "甲,丙\r\n".repeat(3000));
    let length = old.len() as u64;
    assert_eq!(publish(&old), (1, 0, length, How::Fresh));
    let before = fs::metadata(office.path("data/long.csv")).unwrap().ino();
    assert_eq!(publish(&old), (0, 1, length, How::Untouched));
    // Without what is remembered of it, the file itself is read.
    fs::remove_file(office.dir.path().join(".gongshi/state")).unwrap();
    assert_eq!(publish(&old), (0, 1, length, How::Untouched));
    assert_eq!(fs::metadata(office.path("data/long.csv")).unwrap().ino(), before);
    assert_eq!(publish(&new), (1, 0, length, How::Exchange));
    office.assert_site(&[("data/long.csv", &new)]);
    // Somebody changed it since: what was written counts.
    fs::write(office.path("data/long.csv"), "坏").unwrap();
    assert_eq!(publish(&new), (1, 0, length, How::Exchange));
    office.assert_site(&[("data/long.csv", &new)]);
}

#[test]
fn a_long_file_that_cannot_be_finished_leaves_the_old_site() {
    let office = Office::with_old();
    let stage = office.begin().unwrap();
    let half = |out: &mut dyn std::io::Write| {
        out.write_all(b"half").unwrap();
        Err(Error::Unfinished { route: "data/long.csv".to_owned() })
    };
    assert!(stage.stream("data/long.csv", half).is_err());
    assert!(matches!(stage.commit(), Err(Error::Unfinished { .. })));
    office.assert_site(OLD);
}
