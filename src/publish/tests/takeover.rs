use std::os::unix::fs::{PermissionsExt as _, symlink};

use super::*;

#[test]
fn absent_and_empty_directories_are_taken() {
    let office = Office::new();
    assert_eq!(office.publish(NEW).unwrap().how, How::Fresh);
    office.assert_site(NEW);
    let office = Office::new();
    fs::create_dir(&office.target).unwrap();
    assert_eq!(office.publish(NEW).unwrap().how, How::Exchange);
    office.assert_site(NEW);
    // A site of no files is a site.
    office.publish(&[]).unwrap();
    office.assert_site(&[]);
}

#[test]
fn hidden_entries_of_others_stay_as_they_are() {
    let office = Office::new();
    for (route, text) in [(".gitignore", "*"), (".git/HEAD", "ref"), (".git/objects/ab/cd", "x"), (".空/名", "")] {
        office.put(route, text);
    }
    symlink("/nowhere", office.path(".link")).unwrap();
    fs::create_dir(office.path(".git/empty")).unwrap();
    fs::create_dir(office.path(".git/locked")).unwrap();
    office.put(".git/locked/in", "y");
    fs::set_permissions(office.path(".git/locked"), fs::Permissions::from_mode(0o555)).unwrap();
    let numbers = || {
        let routes = [".gitignore", ".git", ".git/HEAD", ".git/objects/ab", ".git/empty", ".git/locked", ".link"];
        routes.map(|route| office.ino(route))
    };
    let before = numbers();
    for files in [OLD, NEW, OLD] {
        office.publish(files).unwrap();
        assert_eq!(numbers(), before);
        assert_eq!(fs::metadata(office.path(".git/locked")).unwrap().permissions().mode() & 0o777, 0o555);
        let mut all = files.to_vec();
        all.extend([(".gitignore", "*"), (".git/HEAD", "ref"), (".git/objects/ab/cd", "x"), (".空/名", "")]);
        all.extend([(".git/locked/in", "y"), (".link", "-> /nowhere")]);
        office.assert_site(&all);
    }
}

#[test]
fn our_hidden_files_live_beside_those_of_others() {
    let office = Office::new();
    let ours = (".well-known/security.txt", "Contact");
    office.publish(&[("index.html", "甲"), ours, (".nojekyll", "")]).unwrap();
    office.put(".well-known/acme-challenge/token", "t");
    office.put(".well-known/other.txt", "o");
    let theirs = [(".well-known/acme-challenge/token", "t"), (".well-known/other.txt", "o")];
    office.publish(&[("index.html", "乙"), ours, (".nojekyll", "")]).unwrap();
    office.assert_site(&[("index.html", "乙"), ours, (".nojekyll", ""), theirs[0], theirs[1]]);
    // Ours vanish when the site has none any more, theirs stay.
    let receipt = office.publish(&[("index.html", "丙")]).unwrap();
    assert_eq!(receipt.removed, 2);
    office.assert_site(&[("index.html", "丙"), theirs[0], theirs[1]]);
    // And come back into the directory of others.
    office.publish(&[("index.html", "丙"), ours]).unwrap();
    office.assert_site(&[("index.html", "丙"), ours, theirs[0], theirs[1]]);
}

#[test]
fn what_is_written_into_a_hidden_directory_during_the_build_stays() {
    let office = Office::with_old();
    office.put(".git/index", "1");
    let stage = office.begin().unwrap();
    stage.write("index.html", None, b"x").unwrap();
    office.put(".git/index.lock", "2");
    fs::rename(office.path(".git/index.lock"), office.path(".git/index")).unwrap();
    office.put(".htaccess", "deny");
    stage.commit().unwrap();
    office.assert_site(&[("index.html", "x"), (".git/index", "2"), (".htaccess", "deny")]);
}

#[test]
fn a_file_put_into_the_old_site_during_the_build_is_not_lost() {
    let office = Office::with_old();
    let stage = office.begin().unwrap();
    stage.write("index.html", None, b"x").unwrap();
    stage.write("new/a.html", None, b"x").unwrap();
    office.put("扫描件.pdf", "pdf");
    office.put("rosters/b.html", "theirs");
    office.put("new/a.html", "theirs");
    let receipt = stage.commit().unwrap();
    assert_eq!(receipt.warnings.len(), 1, "{:?}", receipt.warnings);
    assert_eq!(office.site_with_strays(), ["index.html", "new/a.html", "rosters/b.html", "扫描件.pdf"]);
    assert_eq!(office.beside(), ["public.kept-1"]);
    assert_eq!(fs::read_to_string(office.dir.path().join("public.kept-1/new/a.html")).unwrap(), "theirs");
    // The next build names the strays.
    assert!(matches!(office.publish(NEW), Err(Error::Foreign { more: 1, .. })));
}

#[test]
fn links_to_the_target_are_followed_and_stay() {
    let mut office = Office::new();
    let real = office.dir.path().join("srv/www");
    fs::create_dir_all(real.parent().unwrap()).unwrap();
    // The last link leads to nothing yet.
    symlink("srv/www", office.dir.path().join("one")).unwrap();
    symlink(office.dir.path().join("one"), &office.target).unwrap();
    for files in [OLD, NEW] {
        office.publish(files).unwrap();
        assert!(fs::symlink_metadata(&office.target).unwrap().is_symlink());
        assert!(fs::symlink_metadata(&real).unwrap().is_dir());
    }
    assert_eq!(fs::read_dir(real.parent().unwrap()).unwrap().count(), 1);
    office.target = real;
    assert_eq!(office.site(), NEW.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect());
}

#[test]
fn the_directory_keeps_its_mode() {
    let office = Office::with_old();
    fs::set_permissions(&office.target, fs::Permissions::from_mode(0o2750)).unwrap();
    office.publish(NEW).unwrap();
    assert_eq!(fs::metadata(&office.target).unwrap().permissions().mode() & 0o7777, 0o2750);
}

#[test]
fn the_users_own_hard_links_keep_the_old_text() {
    let office = Office::with_old();
    let backup = office.dir.path().join("content/backup.html");
    fs::hard_link(office.path("index.html"), &backup).unwrap();
    office.publish(NEW).unwrap();
    assert_eq!(fs::read_to_string(backup).unwrap(), "旧首页");
}

impl Office {
    fn site_with_strays(&self) -> Vec<String> {
        let lists = ["manifest.json", "SHA256SUMS"];
        tree(&self.target).into_keys().filter(|route| !lists.contains(&route.as_str())).collect()
    }
}
