use super::*;
use crate::signature::{KeyFile, PublicKey, Signature, Signer};

const ONE: (&str, &str) = (include_str!("../../../tests/keys/open.key"), include_str!("../../../tests/keys/open.pub"));
const OTHER: (&str, &str) =
    (include_str!("../../../tests/keys/other.key"), include_str!("../../../tests/keys/other.pub"));

fn signer(text: &str) -> Signer {
    match KeyFile::read(text) {
        Ok(KeyFile::Open(signer)) => signer,
        other => panic!("{other:?}"),
    }
}

fn publish(office: &Office, files: &[(&str, &str)], key: Option<&str>) -> Receipt {
    let mut stage = office.begin().unwrap();
    for (route, text) in files {
        stage.write(route, None, text.as_bytes()).unwrap();
    }
    if let Some(key) = key {
        stage.sign(signer(key), "code:yunling").unwrap();
    }
    stage.commit().unwrap()
}

/// That the site stands, signed by the key of which this is the public half.
fn assert_signed(office: &Office, files: &[(&str, &str)], public: &str) {
    let text = fs::read(office.path("SHA256SUMS.minisig")).unwrap();
    let signature = Signature::read(&text).unwrap();
    let sums = fs::read(office.path("SHA256SUMS")).unwrap();
    assert!(signature.is_whole() && signature.holds(&PublicKey::read(public).unwrap(), &sums));
    let mut site = office.site();
    site.remove("SHA256SUMS.minisig").unwrap();
    let expected = files.iter().copied().chain([("minisign.pub", public)]);
    assert_eq!(site, expected.map(|(route, text)| (route.to_owned(), text.to_owned())).collect());
    office.assert_tidy();
}

#[test]
fn a_signed_site_publishes_its_key_and_is_not_touched_again() {
    let office = Office::new();
    publish(&office, OLD, Some(ONE.0));
    assert_signed(&office, OLD, ONE.1);
    let before = fs::metadata(&office.target).unwrap().ino();
    assert_eq!(publish(&office, OLD, Some(ONE.0)).how, How::Untouched);
    assert_eq!(fs::metadata(&office.target).unwrap().ino(), before);
    assert_signed(&office, OLD, ONE.1);
}

#[test]
fn the_signature_follows_content_and_key_and_leaves_with_it() {
    let office = Office::with_old();
    publish(&office, OLD, Some(ONE.0));
    assert_signed(&office, OLD, ONE.1);
    publish(&office, NEW, Some(ONE.0));
    assert_signed(&office, NEW, ONE.1);
    publish(&office, NEW, Some(OTHER.0));
    assert_signed(&office, NEW, OTHER.1);
    publish(&office, NEW, None);
    office.assert_site(NEW);
}

#[test]
fn a_signature_that_is_gone_changed_or_stale_is_mended() {
    let office = Office::new();
    publish(&office, OLD, Some(ONE.0));
    fs::remove_file(office.path("SHA256SUMS.minisig")).unwrap();
    publish(&office, OLD, Some(ONE.0));
    assert_signed(&office, OLD, ONE.1);
    office.put("SHA256SUMS.minisig", "坏");
    publish(&office, OLD, Some(ONE.0));
    assert_signed(&office, OLD, ONE.1);
    // One that somebody put beside an unsigned site.
    publish(&office, OLD, None);
    office.put("SHA256SUMS.minisig", "手签的");
    assert_ne!(publish(&office, OLD, None).how, How::Untouched);
    office.assert_site(OLD);
}

#[test]
fn the_place_of_the_key_is_taken_once() {
    let office = Office::with_old();
    let mut stage = office.begin().unwrap();
    stage.write("minisign.pub", None, b"x").unwrap();
    assert!(matches!(stage.sign(signer(ONE.0), ""), Err(Error::Collision { .. })));
}

/// Where the target cannot be exchanged, two renames or single entries do it; the signature comes and goes with them.
#[test]
fn whatever_way_the_site_takes_its_place_the_old_signature_goes() {
    for entries in [false, true] {
        let office = Office::new();
        publish(&office, OLD, Some(ONE.0));
        let work = place::Work::open(&office.target).unwrap();
        fs::create_dir(work.stage()).unwrap();
        for (name, text) in NEW {
            let path = work.stage().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let listed =
            |text: &&str| manifest::Listed { sha256: manifest::digest(text.as_bytes()), size: text.len() as u64 };
        let files = NEW.iter().map(|(route, text)| ((*route).to_owned(), listed(text))).collect();
        let lists = lists::Lists::new(&manifest::Manifest { files }, None);
        for (name, text) in lists.files() {
            fs::write(work.stage().join(name), text).unwrap();
        }
        if entries {
            let old = OLD.iter().map(|(route, _)| *route).chain(["minisign.pub", "SHA256SUMS.minisig"]);
            let stale = swap::stale_tops(&work, old).unwrap();
            swap::Journal::Entries(stale.clone()).write(&work).unwrap();
            swap::each_entry(&work, &stale).unwrap();
        } else {
            swap::Journal::Directory(swap::number(&work.stage()).unwrap()).write(&work).unwrap();
            swap::renames(&work).unwrap();
        }
        drop(work);
        assert!(recover(&office.target).unwrap());
        office.assert_site(NEW);
    }
}
