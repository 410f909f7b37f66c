use super::*;

/// Labelled text: the plain words, and the range and target of each citation.
fn labelled(line: &str) -> (String, Vec<(Range<usize>, String)>) {
    let (mut text, mut labels) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (label, after) = after.split_once(']').expect(line);
        let (words, target) = label.split_once('|').expect(line);
        labels.push((text.len()..text.len() + words.len(), target.to_owned()));
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    (text, labels)
}

fn target(citation: &Citation) -> String {
    let place = citation.place.to_string();
    match &citation.document {
        Document::This => place,
        Document::Named(name) => format!("《{}》{}", name.title, if citation.place.is_whole() { "" } else { &place }),
    }
}

#[test]
#[allow(clippy::print_stdout)] // The misses are to be read.
fn finds_what_was_labelled_by_hand() {
    let files = [
        ("statutes", include_str!("../../tests/citations/statutes.txt")),
        ("relative", include_str!("../../tests/citations/relative.txt")),
        ("lists", include_str!("../../tests/citations/lists.txt")),
        ("named", include_str!("../../tests/citations/named.txt")),
        ("short", include_str!("../../tests/citations/short.txt")),
        ("numbers", include_str!("../../tests/citations/numbers.txt")),
        ("offices", include_str!("../../tests/citations/offices.txt")),
        ("amendments", include_str!("../../tests/citations/amendments.txt")),
        ("negatives", include_str!("../../tests/citations/negatives.txt")),
    ];
    let (mut labels, mut found, mut right) = (0_usize, 0_usize, 0_usize);
    let mut wrong = String::new();
    for (name, file) in files {
        let known = Known::new(file.lines().filter_map(|line| line.strip_prefix("= ")));
        let mut reader = Reader::new(&known);
        for line in file.lines().filter(|line| !line.starts_with(['#', '='])) {
            if line.is_empty() {
                reader = Reader::new(&known);
                continue;
            }
            let (text, expected) = labelled(line);
            let got: Vec<(Range<usize>, String)> =
                reader.paragraph(&text).iter().map(|one| (one.range.clone(), target(one))).collect();
            labels += expected.len();
            found += got.len();
            right += got.iter().filter(|one| expected.contains(one)).count();
            if got != expected {
                let show = |list: &[(Range<usize>, String)]| {
                    list.iter()
                        .map(|(range, target)| format!("[{}|{target}]", &text[range.clone()]))
                        .collect::<String>()
                };
                wrong.push_str(&format!("{name}: {line}\n  found {}\n", show(&got)));
            }
        }
    }
    println!("{labels} labelled, {found} found, {right} right\n{wrong}");
    assert!(labels >= 300, "{labels}");
    assert!(right * 100 >= labels * 98, "recall {right} of {labels}\n{wrong}");
    assert!(right * 100 >= found * 98, "precision {right} of {found}\n{wrong}");
}
