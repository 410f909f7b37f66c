//! What the pages of the default theme say and keep: snapshots of each kind, links, promises, words.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "support/sample.rs"]
mod sample;
#[path = "support/theme.rs"]
mod theme;

use std::collections::{BTreeMap, BTreeSet};

use gongshi::model::leader::PersonId;
use gongshi::model::site::{Language, Site};
use gongshi::model::unit::UnitId;
use gongshi::plan::{Output, plan};
use gongshi::render::words::Words;
use gongshi::render::words::strings::{Phrase, Strings};

fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("a main part");
    let end = page.find("</main>").expect("its end") + "</main>".len();
    &page[start..end]
}

/// The values of an attribute, unescaped as far as addresses need it.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    let starts = page.match_indices(&opening).map(|(at, text)| at + text.len());
    starts.map(|start| &page[start..start + page[start..].find('"').expect("a closing quote")]).collect()
}

#[test]
fn each_kind_of_page_says_what_it_said() {
    let (_, pages) = theme::draw(&sample::site());
    let kinds = [
        ("home", "index.html"),
        ("roster", "rosters/2026-12.html"),
        ("roster_open", "liushu/shanghe/rosters/zhiban.html"),
        ("unit_root", "unit.html"),
        ("unit_town", "liushu/index.html"),
        ("leader", "leaders/ouyang-hong.html"),
        ("notices", "notices/index.html"),
        ("notice", "notices/2026-12-08-tiaozheng.html"),
        ("page", "pages/zenme-lai.html"),
        ("not_found", "404.html"),
    ];
    for (name, path) in kinds {
        insta::assert_snapshot!(name, main_of(&pages[path]));
    }
    let code = pages.iter().find(|(path, page)| path.starts_with("p/") && page.contains("rosters/2026-12.html"));
    insta::assert_snapshot!("code", main_of(code.expect("a code page").1));
    insta::assert_snapshot!("shard", pages["data/sessions-2027-12.js"].split("},{").next().unwrap_or_default());
}

#[test]
fn the_frame_of_a_page_says_what_it_said() {
    let (_, pages) = theme::draw(&sample::site());
    let page = &pages["liushu/rosters/2026-12.html"];
    insta::assert_snapshot!("frame", page.replace(main_of(page), "<main/>"));
}

#[test]
fn every_link_leads_to_a_file_and_a_place_in_it() {
    let site = sample::site();
    let (plan, pages) = theme::draw(&site);
    let all: BTreeSet<String> = plan.outputs.iter().map(|output| plan.routes.path(*output).into_owned()).collect();
    let mut seen = 0;
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        for link in attributes(page, "href").into_iter().chain(attributes(page, "src")) {
            if link.starts_with("tel:") || link.starts_with("webcal://") {
                continue;
            }
            assert!(!link.starts_with('/') && !link.contains(':') && !link.ends_with('/'), "{path}: {link}");
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { path.clone() } else { resolve(path, file) };
            assert!(all.contains(&target), "{path}: {link} leads to {target}, which there is not");
            if !anchor.is_empty() {
                assert!(attributes(&pages[&target], "id").contains(&anchor), "{path}: no {anchor} in {target}");
            }
            seen += 1;
        }
    }
    assert!(seen > 500, "only {seen} links were looked at");
}

fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts.pop().expect("a folder to leave");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// A page without the boxes of text to copy.
fn without_boxes(page: &str) -> String {
    let parts = page.split("<pre").enumerate();
    parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once("</pre>").map_or("", |(_, rest)| rest) })
        .collect()
}

#[test]
fn a_table_to_paste_carries_its_style_and_nothing_else() {
    let (_, pages) = theme::draw(&sample::site());
    let tables: Vec<_> = pages.iter().filter(|(path, _)| path.ends_with(".table.html")).collect();
    assert!(!tables.is_empty());
    for (path, page) in tables {
        let count = |text: &str| page.matches(text).count();
        assert_eq!(
            (count("<table"), count("<h1"), count("class="), count("<script"), count("href="), count("src=")),
            (1, 0, 0, 0, 0, 0),
            "{path}"
        );
        assert_eq!(count("<td"), count("<td style="), "{path}");
        assert!(page.contains("style-src 'unsafe-inline'") && page.contains("noindex"), "{path}");
    }
}

#[test]
fn pages_keep_the_promises_of_form() {
    let (_, pages) = theme::draw(&sample::site());
    let own = |path: &String| path.ends_with(".html") && !path.ends_with(".table.html");
    for (path, page) in pages.iter().filter(|(path, _)| own(path)) {
        // What stands in a box to be copied is text; no browser asks for it.
        let page = &without_boxes(page);
        let count = |text: &str| page.matches(text).count();
        assert_eq!(count("<h1"), 1, "{path}");
        assert_eq!(count("<main"), 1, "{path}");
        assert!(page.contains("<html lang=\"zh-CN\">"), "{path}");
        assert!(page.contains("Content-Security-Policy"), "{path}");
        assert_eq!(count("<script"), count("<script src="), "{path}: a script in the page");
        assert_eq!(
            count("<style") + count(" style=") + count(" onclick") + count("http://") + count("https://"),
            0,
            "{path}"
        );
        assert!(page.len() < 80_000 || path.contains("jiedai"), "{path}: {} bytes", page.len());
        for emptied in ["<ul></ul>", "<ul>\n</ul>", "<dl>\n</dl>", "<ol>\n</ol>", "<dd></dd>", "<tbody>\n</tbody>"] {
            assert!(!page.contains(emptied), "{path}: {emptied}");
        }
        let ids = attributes(page, "id");
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{path}: an id twice");
        let levels: Vec<u32> =
            page.match_indices("<h").filter_map(|(at, _)| page[at + 2..].chars().next()?.to_digit(10)).collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: headings {levels:?}");
    }
}

#[test]
fn kinds_of_page_are_named_for_scripts_and_tests() {
    let (_, pages) = theme::draw(&sample::site());
    let kind = |path: &str| attributes(&pages[path], "data-kind")[0].to_owned();
    assert_eq!(kind("index.html"), "home");
    assert_eq!(kind("rosters/2026-12.html"), "roster");
    assert_eq!(kind("unit.html"), "unit");
    assert_eq!(kind("leaders/han-yan.html"), "leader");
    assert_eq!(kind("notices/index.html"), "notices");
    assert_eq!(kind("notices/2026-11-25-anpai.html"), "notice");
    assert_eq!(kind("pages/zenme-lai.html"), "page");
    assert_eq!(kind("404.html"), "404");
}

#[test]
fn a_site_with_next_to_nothing_has_no_empty_sections() {
    let mut site = sample::site();
    site.units = vec![sample::unit("", None, "云岭县")];
    site.notices.clear();
    site.pages.clear();
    site.settings.publisher = None;
    site.settings.complaints_phone = None;
    let (_, pages) = theme::draw(&site);
    assert_eq!(
        pages.keys().map(String::as_str).collect::<Vec<_>>(),
        [".well-known/security.txt", "404.html", "index.html", "robots.txt", "sitemap.xml", "unit.html"]
    );
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let rest = main_of(page);
        let headings = rest.matches("<h2").count();
        assert_eq!(headings, usize::from(path == "index.html"), "{path}: {rest}");
        assert!(!page.contains("<ul>\n</ul>"), "{path}");
    }
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let (_, first) = theme::draw(&sample::site());
    let (_, second) = theme::draw(&sample::site());
    assert!(first == second);
}

#[test]
fn text_of_the_content_is_never_markup() {
    let hostile = "<script>alert(\"1\")</script>&'";
    let mut site = sample::site();
    poison(&mut site, hostile);
    let (_, pages) = theme::draw(&site);
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!page.contains("<script>"), "{path}");
        assert_eq!(page.matches("&lt;script&gt;").count() > 0, path != "404.html" || page.contains("&lt;"), "{path}");
    }
    for (path, script) in pages.iter().filter(|(path, _)| path.ends_with(".js")) {
        // Inside a file of its own a closing tag is harmless; a broken string is not.
        let json = &script[script.find("=[").expect("data") + 1..script.rfind("})(window").expect("an end")];
        assert!(serde_json::from_str::<serde_json::Value>(json).is_ok(), "{path}");
    }
}

fn poison(site: &mut Site, text: &str) {
    let text = || text.to_owned();
    for unit in &mut site.units {
        unit.name = text();
        unit.address = Some(text());
        unit.phones.iter_mut().for_each(|phone| phone.scope = Some(text()));
        unit.places.iter_mut().for_each(|place| (place.name, place.directions) = (text(), Some(text())));
        for person in &mut unit.people {
            (person.name, person.posts, person.portfolio) = (text(), vec![text()], vec![text()]);
        }
        for roster in &mut unit.rosters {
            (roster.title, roster.notes, roster.issued_by) = (text(), vec![text()], Some(text()));
            for session in &mut roster.sessions {
                (session.topic, session.note) = (Some(text()), Some(text()));
                session.venues.iter_mut().for_each(|venue| venue.name = text());
            }
        }
    }
    site.notices.iter_mut().for_each(|notice| (notice.title, notice.summary) = (text(), text()));
    site.pages.iter_mut().for_each(|page| (page.title, page.summary) = (text(), text()));
    site.settings.publisher = Some(text());
    site.settings.on_every_notice = vec![text()];
}

#[test]
fn many_units_and_long_names_are_drawn() {
    let mut site = sample::site();
    let long = "云岭县柳树镇上河村村民委员会".repeat(12);
    for number in 0..200 {
        let id = UnitId(site.units.len());
        let mut village = sample::unit(&format!("liushu/v{number:03}"), Some(UnitId(1)), &format!("第{number}村"));
        village.name.push_str(if number == 0 { &long } else { "" });
        site.units.push(village);
        site.units[1].children.push(id);
    }
    let (_, pages) = theme::draw(&site);
    assert!(pages["liushu/index.html"].contains("v199/index.html"));
    assert!(pages["liushu/v000/index.html"].contains(&long));
}

#[test]
fn addresses_wanted_twice_are_found_whatever_their_case() {
    let mut site = sample::site();
    site.units[0].people.push(sample::person("马慧兰", "Ma-Huilan", &["副县长"], &[], &[]));
    let found = plan(&site, &[]).collisions;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].path, "leaders/Ma-Huilan.html");
    let person = |index| Output::Leader(PersonId { unit: UnitId(0), index });
    assert_eq!((found[0].first, found[0].second), (person(4), person(6)));
}

#[test]
fn the_english_site_has_english_words_only_around_the_content() {
    let mut site = sample::site();
    site.settings.language = Language::English;
    let (_, pages) = theme::draw(&site);
    assert!(pages["index.html"].contains("<html lang=\"en\">"));
    assert!(pages["rosters/2026-12.html"].contains("9:00 am to 11:30 am"));
    assert!(pages["rosters/2026-12.html"].contains("Changes since publication"));
}

fn strings(language: &str) -> BTreeMap<String, Phrase> {
    let file = format!("strings/{language}.yaml");
    let strings = Strings::parse(&file, &theme::text(&file)).unwrap_or_else(|error| panic!("{error}"));
    strings.iter().map(|(name, phrase)| (name.to_owned(), phrase.clone())).collect()
}

#[test]
fn both_languages_say_the_same_things() {
    let (chinese, english) = (strings("zh-CN"), strings("en"));
    let names = |strings: &BTreeMap<String, Phrase>| strings.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&chinese), names(&english));
    // Hours past midnight are counted from 0 in Chinese and from 12 in English; a year is said at either end; a
    // second day of a month does without the month in Chinese only; paragraphs are counted in Chinese numerals there; what is said of a day stands in its brackets there.
    let apart = [
        "day_noted",
        "date_again",
        "period_same_year",
        "clock_night",
        "clock_night_again",
        "clock_noon",
        "clock_noon_again",
        "clock_midnight",
        "paragraph_label",
    ];
    for (name, phrase) in chinese.iter().filter(|(name, _)| !apart.contains(&name.as_str())) {
        let slots = |phrase: &Phrase| phrase.slots().map(str::to_owned).collect::<BTreeSet<_>>();
        let (ours, theirs) = (slots(phrase), slots(&english[name]));
        assert!(ours.is_superset(&theirs) || name.starts_with("document_title"), "{name}: {ours:?} and {theirs:?}");
    }
    let chinese_letter = |character: char| ('\u{3000}'..'\u{a000}').contains(&character);
    for (name, phrase) in &english {
        assert!(!phrase.text().contains(chinese_letter), "{name}: {}", phrase.text());
    }
    for (language, list) in [("zh-CN", &chinese), ("en", &english)] {
        assert_eq!(list["weekdays"].text().split_whitespace().count(), 7, "{language}");
        for months in ["months", "months_short"] {
            assert_eq!(list[months].text().split_whitespace().count(), 12, "{language}: {months}");
        }
    }
}

#[test]
fn every_phrase_is_used_and_every_used_phrase_is_there() {
    let mut used: BTreeSet<String> = Words::NAMES.iter().map(|name| (*name).to_owned()).collect();
    used.extend(["weekdays", "months", "months_short", "month_join"].map(str::to_owned));
    for file in theme::files("templates") {
        let template = theme::text(&file);
        for (at, _) in template.match_indices("t.") {
            let before = template[..at].chars().next_back();
            if before.is_some_and(|character| character.is_alphanumeric() || character == '_' || character == '.') {
                continue;
            }
            let name = template[at + 2..].split(|c: char| !c.is_ascii_lowercase() && c != '_').next();
            used.insert(name.unwrap_or_default().to_owned());
        }
    }
    let there: BTreeSet<String> = strings("zh-CN").into_keys().collect();
    assert_eq!(there.difference(&used).collect::<Vec<_>>(), Vec::<&String>::new(), "phrases nobody uses");
    assert_eq!(used.difference(&there).collect::<Vec<_>>(), Vec::<&String>::new(), "phrases there are not");
}

#[test]
fn a_theme_that_lacks_something_says_what() {
    let site = sample::site();
    let plan = plan(&site, &[]);
    let language = gongshi::render::words::Language::new(&site, &theme::read).expect("the theme's words");
    let without = |path: &str| if path == "templates/unit.html" { None } else { theme::read(path) };
    let error = gongshi::render::html::Pages::new(&site, &plan, &language, &without).expect_err("no unit page");
    assert_eq!(error.to_string(), "the theme has no `templates/unit.html`");
    let broken = |path: &str| {
        let text = "{% extends \"layout.html\" %}\n{% block main %}{{ page.titel }}{% endblock main %}";
        if path == "templates/404.html" { Some(text.as_bytes().into()) } else { theme::read(path) }
    };
    let pages = gongshi::render::html::Pages::new(&site, &plan, &language, &broken).expect("it parses");
    let error = pages.render(Output::NotFound).expect_err("no such field").to_string();
    assert!(error.contains("titel") && error.contains("404.html:2"), "{error}");
}
