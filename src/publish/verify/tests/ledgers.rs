use super::*;

/// Verifies a site with this ledger against a content folder with that one.
fn against(published: Option<&str>, content: Option<&str>) -> Verdict {
    let room = Room::with(&site(published, None));
    let folder = room.dir.path().join("content");
    fs::create_dir_all(folder.join("ledger")).unwrap();
    if let Some(text) = content {
        fs::write(folder.join("ledger/public.jsonl"), text).unwrap();
    }
    let path = room.dir.path().join("public");
    verify(&Asked { content: Some(&folder), ..asked(&path) }).unwrap()
}

#[test]
fn a_ledger_is_followed_entry_by_entry() {
    let text = ledger(&["a", "b", "c"]);
    let verdict = Room::with(&site(Some(&text), None)).verify();
    let Ledger::Holds { entries: 3, last: Some(last), ahead: None } = &verdict.ledger else { panic!("{verdict:?}") };
    assert_eq!((last.number, last.code.len()), (3, 8));
    // Rewritten before it was listed: the lists agree with it, only the chain tells.
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for bad in
        [[lines[0], lines[2]].concat(), text.replacen("notice:b", "notice:x", 1), text[..text.len() - 9].to_owned()]
    {
        let verdict = Room::with(&site(Some(&bad), None)).verify();
        assert_eq!(told(&verdict), ["Ledger ledger.jsonl"], "{bad}");
        assert_eq!(verdict.ledger, Ledger::Fails);
    }
}

#[test]
fn the_published_ledger_is_that_of_the_content_or_an_earlier_part_of_it() {
    let (two, three, other) = (ledger(&["a", "b"]), ledger(&["a", "b", "c"]), ledger(&["a", "x", "y"]));
    let ahead = |verdict: &Verdict| match verdict.ledger {
        Ledger::Holds { ahead, .. } => ahead,
        _ => None,
    };
    assert_eq!(ahead(&against(Some(&three), Some(&three))), Some(0));
    assert_eq!(ahead(&against(Some(&two), Some(&three))), Some(1));
    assert!(against(None, Some(&three)).is_whole() && against(None, None).is_whole());
    type Case<'a> = (&'a str, Option<&'a str>, &'a str);
    let cases: [Case<'_>; 3] = [
        (&three, Some(&two), "第 3 号到第 3 号"),
        (&three, Some(&other), "从第 2 号起"),
        (&two, None, "第 1 号到第 2 号"),
    ];
    for (published, content, words) in cases {
        let verdict = against(Some(published), content);
        assert_eq!(told(&verdict), ["Ledger ledger.jsonl"], "{words}");
        assert!(verdict.text(Lang::Zh).contains(words), "{}", verdict.text(Lang::Zh));
    }
    let broken = &three[..three.len() - 20];
    let verdict = against(Some(&two), Some(broken));
    assert!(matches!(told(&verdict)[..], [ref one] if one.ends_with("content/ledger/public.jsonl")), "{verdict:?}");
    assert_eq!(ahead(&verdict), None);
}

#[test]
fn a_receipt_is_read_as_people_keep_it() {
    let hash = manifest::hex(&manifest::digest(b"x"));
    let expected = Some(Receipt { number: 12, hash: manifest::digest(b"x") });
    let gbk = encoding_rs::GB18030.encode(&format!("回执\r\n第 12 号\r\n校验值 {hash}\r\n")).0.into_owned();
    let texts = [
        format!("云岭县 发布回执\n第 12 号\n校验值 {hash}\n").into_bytes(),
        format!("\u{feff}第12号 公布 2026-12-01\r\n校验值：{}\r\n", hash.to_uppercase()).into_bytes(),
        format!("receipt\nentry 12\nsha256 {hash}\n").into_bytes(),
        format!("entry: 12, sha256: {hash}").into_bytes(),
        gbk,
    ];
    for text in texts {
        assert_eq!(Receipt::read(&text), expected, "{}", String::from_utf8_lossy(&text));
    }
    for text in ["", "第 12 号", &format!("校验值 {hash}"), &format!("第 x 号\n校验值 {hash}"), "第 12 号\n校验值 ab"]
    {
        assert_eq!(Receipt::read(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn a_receipt_is_borne_out_or_not() {
    let published = ledger(&["a", "b"]);
    let receipt = |words: &[&str], number: usize| {
        let entry = &entries(words)[number - 1];
        format!("第 {number} 号\n校验值 {}\n", manifest::hex(&entry.hash))
    };
    type Case<'a> = (Option<&'a str>, String, Option<u32>, &'a str);
    let cases: [Case<'_>; 4] = [
        (Some(&published), receipt(&["a", "b"], 2), Some(2), "回执对得上：就是发布记录的第 2 号"),
        (Some(&published), receipt(&["a", "x"], 2), None, "第 2 号和回执不一样"),
        (Some(&published), receipt(&["a", "b", "c"], 3), None, "没有回执上的第 3 号"),
        (None, receipt(&["a"], 1), None, "没有发布记录"),
    ];
    for (published, text, number, words) in cases {
        let room = Room::with(&site(published, None));
        let paper = room.dir.path().join("receipt.txt");
        fs::write(&paper, text).unwrap();
        let path = room.dir.path().join("public");
        let verdict = verify(&Asked { receipt: Some(&paper), ..asked(&path) }).unwrap();
        assert_eq!(verdict.receipt, number);
        let expected: &[&str] = if number.is_some() { &[] } else { &["Receipt ledger.jsonl"] };
        assert_eq!(told(&verdict), expected, "{words}");
        assert!(verdict.text(Lang::Zh).contains(words), "{}", verdict.text(Lang::Zh));
    }
}
