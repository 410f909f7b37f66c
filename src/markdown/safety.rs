//! Whatever is typed, the HTML is well formed, of known tags and attributes, and made in time linear in its length.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::diag::Report;

/// Resolves every path to itself, the most a resolver could let through.
struct Anything;

impl LinkResolver for Anything {
    fn resolve(&self, path: &str) -> Resolved {
        Resolved::Href(format!("./{path}"))
    }
}

fn html(body: &str) -> String {
    render(body, FileId(0), 0, &Anything, &mut Report::default()).html.into_string()
}

/// Every tag the writer may make, with the attributes it may carry.
const TAGS: &[(&str, &[&str])] = &[
    ("p", &[]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("blockquote", &[]),
    ("pre", &["tabindex"]),
    ("code", &[]),
    ("ul", &[]),
    ("ol", &["start"]),
    ("li", &["id"]),
    ("div", &["class", "tabindex", "role", "aria-label"]),
    ("section", &["class", "role"]),
    ("table", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["scope", "class"]),
    ("td", &["class"]),
    ("em", &[]),
    ("strong", &[]),
    ("sup", &[]),
    ("a", &["href", "id", "role"]),
    ("img", &["src", "alt"]),
    ("br", &[]),
    ("hr", &[]),
];

/// Reads HTML by the narrowest grammar that can hold what the writer makes; `Err` tells the first thing outside it.
fn judge(html: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>', '"']) {
        let Some(tag) = rest[at..].strip_prefix('<') else { return Err(format!("stray {:?}", &rest[at..])) };
        let end = tag.find('>').ok_or("open tag")?;
        let (mut inside, after) = (&tag[..end], &tag[end + 1..]);
        rest = after;
        if let Some(name) = inside.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("unbalanced </{name}>"));
            }
            continue;
        }
        let name = inside.split(' ').next().unwrap_or("");
        let (_, allowed) = TAGS.iter().find(|(known, _)| *known == name).ok_or(format!("tag {name}"))?;
        inside = &inside[name.len()..];
        while !inside.is_empty() {
            let (attribute, value) = inside.strip_prefix(' ').and_then(|i| i.split_once("=\"")).ok_or("attribute")?;
            let (value, next) = value.split_once('"').ok_or("quote")?;
            inside = next;
            if !allowed.contains(&attribute) {
                return Err(format!("{attribute} on {name}"));
            }
            let external = ["http://", "https://", "mailto:", "tel:"];
            let external = external.iter().any(|scheme| value.to_ascii_lowercase().starts_with(scheme));
            let local = value.starts_with("./") || value.starts_with('#');
            let sound = match attribute {
                "href" => external || local,
                "src" => value.starts_with("./"),
                "id" => ids.insert(value.to_owned()),
                _ => true,
            };
            if !sound || (matches!(attribute, "href" | "src") && value.bytes().any(|b| b <= b' ' || b >= 0x7f)) {
                return Err(format!("{attribute}={value}"));
            }
        }
        if name == "a" && open.contains(&"a") {
            return Err("link in a link".into());
        }
        if !matches!(name, "img" | "br" | "hr") {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("left open: {open:?}")) }
}

/// Pieces that matter to the parser or to a browser; random text alone seldom makes them.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?php",
        "javascript:",
        "JaVa",
        "data:text/html,",
        "&#106;",
        "&colon;",
        "&Tab;",
        "[",
        "](",
        ")",
        "![",
        "]",
        "][a]",
        "[a]: ",
        "[^1]",
        "[^1]: ",
        "<",
        ">",
        "\"",
        "'",
        "`",
        "```\n",
        "~~~\n",
        "**",
        "*",
        "***",
        "__",
        "_",
        "#",
        "## ",
        "\n",
        "\n\n",
        "\r\n",
        "    ",
        "\t",
        "- ",
        "1. ",
        "> ",
        "|",
        "|--|\n",
        "\n|a|b|\n|--|:-:|\n",
        "\\",
        "\u{3000}",
        "《",
        "》",
        "：",
        "“",
        "”",
        "县",
        "办法",
        "a",
        "https://x.cn",
        "//x",
        "/",
        "#a",
        ".md",
        "a.png",
        "&",
        "&lt;",
        "&quot;",
        "\u{0}",
        "\u{202e}",
        "\u{feff}",
        "---\n",
        "===\n",
        "  \n",
        "@",
        "\u{1}",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from), 1 => "[ -~]{0,8}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn html_stays_inside_the_grammar(pieces in prop::collection::vec(piece(), 0..40)) {
        let body = pieces.concat();
        let out = html(&body);
        prop_assert!(judge(&out).is_ok(), "{:?}\n{body:?}\n{out}", judge(&out));
    }

    #[test]
    fn places_lie_in_the_body(pieces in prop::collection::vec(piece(), 0..30)) {
        let body = pieces.concat();
        let mut report = Report::default();
        render(&body, FileId(0), 7, &Anything, &mut report);
        for found in report.iter() {
            let range = found.span.unwrap().range();
            prop_assert!(range.start >= 7 && body.get(range.start - 7..range.end - 7).is_some(), "{body:?} {range:?}");
        }
    }
}

#[test]
fn the_judge_is_strict() {
    for bad in ["<script>", "<p>", "<p onclick=\"x\"></p>", "<a href=\"javascript:x\">x</a>", "<p></em>", "a > b", "\""]
    {
        assert!(judge(bad).is_err(), "{bad}");
    }
}

#[test]
fn hostile_repetition_stays_linear() {
    for piece in [
        "[",
        "![",
        "](",
        "[a](",
        "*a ",
        "a**《",
        "**a：**",
        "`",
        "``a`",
        "<",
        "<!--",
        "<a ",
        "&",
        "> ",
        "- ",
        "1. ",
        "|",
        "[^1]",
        "\\",
        "_a__",
        "[^a]: b\n",
        "# a\n",
        "\n|a|\n|-|\n|b|\n",
        "　\n",
        "甲\n",
        "[a]: b\n",
        "~~~\n",
        "![a](b.png) ",
        "[a](#b) ",
        "##甲\n\n",
    ] {
        let body = piece.repeat(60_000 / piece.len());
        let start = Instant::now();
        let out = html(&body);
        assert!(judge(&out).is_ok(), "{piece:?}: {:?}", judge(&out));
        assert!(start.elapsed() < Duration::from_secs(4), "{piece:?} took {:?}", start.elapsed());
    }
}

#[test]
fn many_links_to_many_headings() {
    let body = (0..4_000).map(|nth| format!("## 第{nth}条\n\n[见](#第{nth}条) [无](#无{nth})\n\n")).collect::<String>();
    let start = Instant::now();
    assert!(html(&body).contains("#%E7%AC%AC3999%E6%9D%A1"));
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
}

#[test]
fn a_large_text_is_no_trouble() {
    let body = "**第一条：**请看《办法》，\n见[附件](a.pdf)。\n\n## 小标题\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n"
        .repeat(5_000);
    let start = Instant::now();
    assert!(html(&body).len() > body.len());
    assert!(start.elapsed() < Duration::from_secs(8));
}
