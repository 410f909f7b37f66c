//! What follows a site by itself: feed readers, crawlers, and whoever has found a fault.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "support/sample.rs"]
mod sample;
#[path = "support/theme.rs"]
mod theme;

use std::collections::{BTreeMap, BTreeSet};

use gongshi::model::site::Site;
use gongshi::plan::{Output, SITEMAP_LIMIT, plan};

fn files(site: &Site) -> BTreeMap<String, String> {
    theme::draw(site).1
}

#[test]
fn a_feed_reader_takes_the_feed() {
    let mut site = sample::site();
    let before: atom_syndication::Feed = files(&site)["feed.xml"].parse().unwrap();
    assert_eq!(before.lang(), Some("zh-CN"));
    assert!(!before.authors().is_empty() && !before.title().value.is_empty());
    let days: Vec<_> = before.entries().iter().map(|entry| *entry.updated()).collect();
    assert!(days.is_sorted_by(|a, b| a >= b) && days.len() > 5, "{days:?}");
    assert!(before.updated() >= &days[0]);
    let ids = |feed: &atom_syndication::Feed| -> Vec<String> {
        let entries = feed.entries().iter().map(|entry| entry.id().to_owned());
        [feed.id().to_owned()].into_iter().chain(entries).collect()
    };
    let all = ids(&before);
    assert!(all.iter().all(|id| id.starts_with("urn:uuid:") && id.len() == 45), "{all:?}");
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "an id stands twice");
    for entry in before.entries() {
        assert!(entry.content().and_then(|content| content.value()).is_some_and(|words| !words.is_empty()));
        let link = &entry.links().first().expect("a link").href;
        assert!(link.starts_with("https://gongshi.example/"), "{link}");
    }
    let changed: Vec<&str> = before.entries().iter().filter_map(|one| one.content()?.value()).collect();
    assert!(changed.iter().any(|words| words.contains("取消（道路封闭）")), "{changed:?}");
    // A site that moves to another address stays the same feed.
    site.settings.url = Some("https://elsewhere.example/office/".to_owned());
    assert_eq!(ids(&files(&site)["feed.xml"].parse().unwrap()), all);
    // Markup in a title is a title.
    site.notices[0].title = "<b>&\"1\"</b>".to_owned();
    let feed: atom_syndication::Feed = files(&site)["feed.xml"].parse().unwrap();
    assert!(feed.entries().iter().any(|entry| entry.title().value == "<b>&\"1\"</b>"));
}

#[test]
fn crawlers_find_the_pages() {
    let site = sample::site();
    let files = files(&site);
    let map = &files["sitemap.xml"];
    let addresses: Vec<&str> = map.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    for address in &addresses {
        let path = address.strip_prefix("https://gongshi.example/").expect("a full address");
        assert!(files.contains_key(path), "{path}");
    }
    // Not what a poster's code leads to, nor the same roster in the forms an office passes on.
    let left_out =
        |path: &str| path.starts_with("p/") || path.ends_with(".forms.html") || path.ends_with(".table.html");
    let pages = files.keys().filter(|path| path.ends_with(".html") && !left_out(path) && *path != "404.html");
    assert_eq!(addresses.len(), pages.count());
    // The last change of that roster was announced on the 23rd of December; a page of no day has none.
    let line = |path: &str| map.lines().find(|line| line.contains(&format!("/{path}<"))).unwrap();
    assert!(line("rosters/2026-12.html").contains("<lastmod>2026-12-23</lastmod>"));
    assert!(!line("leaders/han-yan.html").contains("lastmod"));
    assert!(files["robots.txt"].contains("Sitemap: https://gongshi.example/sitemap.xml"));
}

#[test]
fn a_list_of_pages_that_is_too_long_is_cut() {
    let mut site = sample::site();
    let notice = site.notices[0].clone();
    site.notices = (0..SITEMAP_LIMIT)
        .map(|at| gongshi::model::document::Notice { stem: at.to_string(), ..notice.clone() })
        .collect();
    let plan = plan(&site, &[]);
    let parts: Vec<Output> =
        plan.outputs.iter().copied().filter(|output| matches!(output, Output::SitemapPart(_))).collect();
    assert_eq!(parts, [Output::SitemapPart(0), Output::SitemapPart(1)]);
    let language = gongshi::render::words::Language::new(&site, &theme::read).unwrap();
    let people = gongshi::render::words::people::People::new(&site, &language.words);
    let desk = gongshi::render::desk::Desk { site: &site, plan: &plan, words: &language.words, people: &people };
    let drawn = |output| {
        let mut bytes = Vec::new();
        assert!(gongshi::render::file(&desk, output, &mut bytes).unwrap());
        String::from_utf8(bytes).unwrap()
    };
    let index = drawn(Output::Sitemap);
    assert!(index.contains("<sitemapindex") && index.contains("https://gongshi.example/sitemap-2.xml"), "{index}");
    let count = |text: &str| text.matches("<url>").count();
    assert_eq!(count(&drawn(parts[0])), SITEMAP_LIMIT);
    assert_eq!(count(&drawn(parts[0])) + count(&drawn(parts[1])), gongshi::plan::pages(&plan.outputs).count());
}

#[test]
fn whom_to_tell_of_a_fault() {
    let mut site = sample::site();
    assert_eq!(
        files(&site)[".well-known/security.txt"],
        "Contact: mailto:webmaster@gongshi.example\n# One year after the last announcement on this site.\n\
         Expires: 2027-12-01T00:00:00Z\nPreferred-Languages: zh-CN\n\
         Canonical: https://gongshi.example/.well-known/security.txt\n"
    );
    site.settings.url = Some("http://gongshi.example/".to_owned());
    assert!(!files(&site)[".well-known/security.txt"].contains("Canonical"));
    site.settings.security_contact = None;
    assert!(!files(&site).contains_key(".well-known/security.txt"));
}
