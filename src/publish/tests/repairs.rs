use std::os::unix::fs::symlink;

use super::place::Work;
use super::swap::{Journal, number};
use super::*;

/// An office with an old site and a complete new one in the stage, as a kill just before the exchange leaves it.
fn about_to_swap() -> (Office, Work) {
    let office = Office::with_old();
    office.put(".git/HEAD", "ref");
    let twin = Office::new();
    twin.publish(NEW).unwrap();
    twin.put(".git/HEAD", "ref");
    let work = Work::open(&office.target).unwrap();
    fs::rename(&twin.target, work.stage()).unwrap();
    Journal::Directory(number(&work.stage()).unwrap()).write(&work).unwrap();
    (office, work)
}

/// Ends the run as a kill does: what is on the disk stays, only the lock is gone.
fn killed(work: Work) {
    let lock = work.dir.join("lock");
    let keep = lock.with_extension("keep");
    fs::rename(&lock, &keep).unwrap();
    fs::write(work.dir.join("busy"), "").unwrap();
    drop(work);
    fs::rename(&keep, &lock).unwrap();
    fs::remove_file(lock.with_file_name("busy")).unwrap();
}

fn assert_with_git(office: &Office, files: &[(&str, &str)]) {
    let mut files = files.to_vec();
    files.push((".git/HEAD", "ref"));
    office.assert_site(&files);
}

#[test]
fn every_state_of_a_swap_is_repaired() {
    type Step = (&'static str, fn(&Work), &'static [(&'static str, &'static str)]);
    let steps: [Step; 8] = [
        ("before", |_| {}, OLD),
        ("exchanged", |work| swap::exchange(&work.stage(), &work.target).unwrap(), NEW),
        (
            "exchanged, old site half removed",
            |work| {
                swap::exchange(&work.stage(), &work.target).unwrap();
                fs::remove_file(work.stage().join("index.html")).unwrap();
                fs::remove_dir_all(work.stage().join(".git")).unwrap();
            },
            NEW,
        ),
        (
            "exchanged, lists removed",
            |work| {
                swap::exchange(&work.stage(), &work.target).unwrap();
                fs::remove_dir_all(work.stage()).unwrap();
                fs::create_dir(work.stage()).unwrap();
            },
            NEW,
        ),
        ("one rename", |work| fs::rename(&work.target, work.old()).unwrap(), NEW),
        (
            "one rename, an empty directory made meanwhile",
            |work| {
                fs::rename(&work.target, work.old()).unwrap();
                fs::create_dir(&work.target).unwrap();
            },
            NEW,
        ),
        (
            "one rename, stage lost",
            |work| {
                fs::rename(&work.target, work.old()).unwrap();
                fs::remove_dir_all(work.stage()).unwrap();
            },
            OLD,
        ),
        ("two renames", |work| _ = swap::renames(work).unwrap(), NEW),
    ];
    for (name, step, expected) in steps {
        let (office, work) = about_to_swap();
        step(&work);
        killed(work);
        assert!(recover(&office.target).unwrap(), "{name}");
        assert_with_git(&office, expected);
        assert!(!recover(&office.target).unwrap(), "{name}");
        // And the same when it is a build that finds it.
        let (office, work) = about_to_swap();
        step(&work);
        killed(work);
        office.publish(&[("index.html", "三")]).unwrap();
        assert_with_git(&office, &[("index.html", "三")]);
    }
}

#[test]
fn files_put_into_the_gap_are_never_overwritten() {
    let (office, work) = about_to_swap();
    fs::rename(&work.target, work.old()).unwrap();
    killed(work);
    office.put("mine.txt", "x");
    for _ in 0..2 {
        assert!(matches!(recover(&office.target), Err(Error::Interrupted { .. })));
        assert!(matches!(office.publish(NEW), Err(Error::Interrupted { .. })));
    }
    fs::remove_dir_all(&office.target).unwrap();
    recover(&office.target).unwrap();
    assert_with_git(&office, NEW);
}

#[test]
fn an_old_site_is_searched_for_files_of_others_before_it_goes() {
    let (office, work) = about_to_swap();
    swap::exchange(&work.stage(), &work.target).unwrap();
    fs::write(work.stage().join("late.txt"), "x").unwrap();
    fs::write(work.stage().join(".late"), "x").unwrap();
    killed(work);
    recover(&office.target).unwrap();
    let mut files = NEW.to_vec();
    files.extend([("late.txt", "x"), (".late", "x")]);
    assert_with_git(&office, &files);
}

#[test]
fn a_stage_without_a_journal_was_never_complete() {
    for journal in [None, Some(""), Some("directory x\n"), Some("nonsense")] {
        let (office, work) = about_to_swap();
        fs::remove_file(work.journal()).unwrap();
        if let Some(text) = journal {
            fs::write(work.journal(), text).unwrap();
        }
        fs::write(work.dir.join("journal.new"), "direct").unwrap();
        symlink("nowhere", work.stage().join("link")).unwrap();
        killed(work);
        recover(&office.target).unwrap();
        assert_with_git(&office, OLD);
    }
}

#[test]
fn a_first_build_that_was_killed_leaves_no_site() {
    let office = Office::new();
    let work = Work::open(&office.target).unwrap();
    fs::create_dir(work.stage()).unwrap();
    fs::write(work.stage().join("index.html"), "x").unwrap();
    killed(work);
    recover(&office.target).unwrap();
    assert!(!office.target.exists());
    office.assert_tidy();
}

#[test]
fn entries_are_replaced_one_by_one_and_finished_after_a_kill() {
    // After each number of renames that a kill may leave.
    for done in 0..12 {
        let (office, work) = about_to_swap();
        // Top-level entries of others stay in the target; the stage holds none.
        fs::remove_dir_all(work.stage().join(".git")).unwrap();
        // A file that was kept is one file with two names.
        let same = work.stage().join("same.html");
        fs::remove_file(&same).unwrap();
        fs::hard_link(office.path("same.html"), &same).unwrap();
        let stale = swap::stale_tops(&work, OLD.iter().map(|(route, _)| *route)).unwrap();
        assert_eq!(stale, ["柳树镇"]);
        Journal::Entries(stale.clone()).write(&work).unwrap();
        partly(&work, done);
        // Nothing is left that would be taken for somebody's.
        if done == 0 {
            swap::each_entry(&work, &stale).unwrap();
            assert_eq!(fs::read_dir(work.stage()).unwrap().count(), 0);
        }
        killed(work);
        recover(&office.target).unwrap();
        assert_with_git(&office, NEW);
    }
}

/// Does the first renames that `each_entry` does.
fn partly(work: &Work, done: usize) {
    let (stage, old, target) = (work.stage(), work.old(), &work.target);
    fs::create_dir_all(&old).unwrap();
    let renames = [
        (stage.join("SHA256SUMS"), target.join("SHA256SUMS")),
        (stage.join("index.html"), target.join("index.html")),
        (target.join("rosters"), old.join("rosters")),
        (stage.join("rosters"), target.join("rosters")),
        (stage.join("same.html"), target.join("same.html")),
        (stage.join("罗䂮英.html"), target.join("罗䂮英.html")),
        (target.join("manifest.json"), old.join("manifest.json")),
        (stage.join("manifest.json"), target.join("manifest.json")),
        (target.join("柳树镇"), old.join("柳树镇")),
    ];
    for (from, to) in renames.iter().take(done) {
        fs::rename(from, to).unwrap();
    }
}

#[test]
fn a_lock_whose_file_lost_its_name_keeps_nobody_out() {
    let office = Office::with_old();
    let first = Work::open(&office.target).unwrap();
    assert!(matches!(Work::open(&office.target), Err(Error::Busy { .. })));
    fs::remove_file(first.dir.join("lock")).unwrap();
    let second = Work::open(&office.target).unwrap();
    assert!(matches!(Work::open(&office.target), Err(Error::Busy { .. })));
    drop(second);
    drop(first);
    office.assert_tidy();
}
