use super::*;

fn with_key(files: &Files, key: &str) -> Verdict {
    let room = Room::with(files);
    let path = room.dir.path().join("public");
    verify(&Asked { key: Some(key), ..asked(&path) }).unwrap()
}

#[test]
fn a_signature_holds_by_the_key_it_should() {
    let files = site(None, Some(KEY));
    for verdict in three_ways(&files) {
        assert!(verdict.is_whole());
        assert!(matches!(verdict.seal, Seal::Holds { given: false, .. }), "{:?}", verdict.seal);
        assert!(verdict.text(Lang::Zh).contains("不说明是谁签的"));
    }
    let verdict = with_key(&files, PUBLIC);
    assert!(matches!(verdict.seal, Seal::Holds { given: true, .. }) && verdict.is_whole() && !verdict.other_key);
    let line = PUBLIC.lines().nth(1).unwrap();
    assert!(with_key(&files, line).is_whole());
    let verdict = with_key(&files, OTHER_PUBLIC);
    assert_eq!(told(&verdict), ["Signature SHA256SUMS.minisig"]);
}

#[test]
fn what_happens_to_signature_or_key_is_named() {
    type Case = (&'static str, fn(&mut Files), &'static [&'static str]);
    let cases: [Case; 7] = [
        ("signature gone", |files| drop(files.remove("SHA256SUMS.minisig")), &["Missing SHA256SUMS.minisig"]),
        (
            "no signature at all",
            |files| drop(files.insert("SHA256SUMS.minisig".into(), b"x".to_vec())),
            &["Changed SHA256SUMS.minisig"],
        ),
        ("key gone", |files| drop(files.remove("minisign.pub")), &["Missing minisign.pub"]),
        (
            "another key",
            |files| drop(files.insert("minisign.pub".into(), OTHER_PUBLIC.into())),
            &["Changed minisign.pub"],
        ),
        ("a page", |files| drop(files.insert("index.html".into(), b"x".to_vec())), &["Changed index.html"]),
        ("sums", |files| files.get_mut("SHA256SUMS").unwrap()[0] ^= 1, &["Changed SHA256SUMS"]),
        (
            "another's signature",
            |files| {
                let text = signer(OTHER_KEY).sign(&files["SHA256SUMS"], "code:yunling");
                files.insert("SHA256SUMS.minisig".into(), text.into_bytes());
            },
            &["Changed SHA256SUMS.minisig"],
        ),
    ];
    for (name, spoil, expected) in cases {
        let mut files = site(None, Some(KEY));
        spoil(&mut files);
        for verdict in three_ways(&files) {
            assert_eq!(told(&verdict), expected, "{name}");
        }
    }
}

#[test]
fn a_site_put_together_anew_by_others_is_told_from_the_one_that_was_signed() {
    // Whoever replaces page, lists and key, and signs anew, is found by the key from elsewhere alone.
    let mut forged = site(None, Some(OTHER_KEY));
    assert!(Room::with(&forged).verify().is_whole());
    assert_eq!(told(&with_key(&forged, PUBLIC)), ["Signature SHA256SUMS.minisig"]);
    // Without a key of their own, they can only keep the old signature, or drop it.
    let signed = site(None, Some(KEY));
    forged.insert("SHA256SUMS.minisig".into(), signed["SHA256SUMS.minisig"].clone());
    assert_eq!(told(&Room::with(&forged).verify()), ["Changed SHA256SUMS.minisig"]);
    let bare = site(None, None);
    assert!(Room::with(&bare).verify().is_whole());
    assert_eq!(told(&with_key(&bare, PUBLIC)), ["Missing SHA256SUMS.minisig"]);
}

#[test]
fn a_signature_made_by_hand_counts_too() {
    let mut files = site(None, None);
    let text = signer(KEY).sign(&files["SHA256SUMS"], "code:yunling");
    files.insert("SHA256SUMS.minisig".into(), text.into_bytes());
    let verdict = Room::with(&files).verify();
    assert!(verdict.is_whole() && matches!(verdict.seal, Seal::NoKey { .. }), "{verdict:?}");
    assert!(with_key(&files, PUBLIC).is_whole());
}

#[test]
fn what_is_no_key_is_refused() {
    let room = Room::with(&site(None, None));
    let path = room.dir.path().join("public");
    let page = room.path("index.html");
    let refusal = |key: &str| verify(&Asked { key: Some(key), ..asked(&path) }).unwrap_err();
    assert!(matches!(refusal(page.to_str().unwrap()), Refusal::NotAKey(_)));
    assert!(matches!(refusal("RWnothing"), Refusal::Nothing(_)));
}
