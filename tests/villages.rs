//! Long rosters: one rule for 22 villages and for 200, villages with people of their own, what is open every day.

#![expect(clippy::expect_used, reason = "a test stops at what it cannot read")]

#[path = "support/theme.rs"]
mod theme;
#[path = "support/villages.rs"]
mod villages;

use std::collections::{BTreeMap, BTreeSet};

use gongshi::diag::{Lang, text};
use gongshi::model::roster::RosterId;
use gongshi::model::session::OwnTerm;
use gongshi::model::site::Site;
use gongshi::model::unit::UnitId;
use gongshi::pipeline;
use gongshi::plan::{Subject, plan};
use gongshi::render::desk::Desk;
use gongshi::render::poster::panels;
use gongshi::render::words::Language;
use gongshi::render::words::people::People;
use gongshi::theme::Theme;

fn site(count: usize) -> Site {
    let root = tempfile::tempdir().expect("a folder");
    villages::write(root.path(), count);
    let checked = pipeline::check(root.path(), &Theme::built_in()).expect("a folder");
    let style = text::Style { lang: Lang::Zh, ..text::Style::default() };
    assert_eq!(text::render(&checked.report, &checked.sources, style), "");
    checked.site.expect("a site without diagnostics")
}

fn pages(site: &Site) -> BTreeMap<String, String> {
    theme::draw(site).1
}

fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("a main part");
    &page[start..page.find("</main>").expect("its end")]
}

/// What a person reads, without markup and what stands folded away to be copied; blanks at the seams.
fn words(page: &str) -> String {
    let mut out = String::new();
    for part in main_of(page).split('<').skip(1).filter(|part| !part.starts_with("pre ")) {
        let text = part.split_once('>').expect("a tag").1.trim();
        if !text.is_empty() {
            out += text;
            out.push(' ');
        }
    }
    out
}

fn count(page: &str, what: &str) -> usize {
    page.matches(what).count()
}

#[test]
fn one_rule_for_22_villages_is_read_once_a_day() {
    let site = site(22);
    let pages = pages(&site);
    let page = &pages["rosters/2026-cun.html"];
    let roster = site.root().rosters.iter().find(|roster| roster.stem == "2026-cun").expect("the roster");
    assert_eq!(roster.sessions.len(), 22 * 13, "the sessions stay");
    assert_eq!(count(page, "<tr"), 3 + 3 * 13, "three heads, and each day the rule and two exceptions");
    for session in &roster.sessions {
        assert_eq!(count(page, &format!("id=\"{}\"", session.key)), 1, "each session has its anchor");
    }
    let read = words(page);
    assert!(read.contains("各村（东河村、北河村除外） 20个村"), "{read}");
    assert!(read.contains("找您所在的村"), "{read}");
    assert!(read.contains("上河村村委会"), "a place is told with its village: {read}");
}

#[test]
fn a_village_finds_everything_on_its_own_page() {
    let pages = pages(&site(22));
    insta::assert_snapshot!("village", main_of(&pages["c003/index.html"]));
    let read = words(&pages["c003/index.html"]);
    let visit = read.find("田秀禾").expect("the town's visit");
    let every_day = read.find("每天 全天候").expect("what is open every day");
    assert!(every_day < visit, "{read}");
    for title in ["包村领导到村接待安排", "各村干部接待群众安排", "各村干部轮流接待安排", "各村全天候接待"]
    {
        assert!(read.contains(title), "no {title}: {read}");
    }
    // 22 rows of 村两委干部 tell the visitor of one village nothing.
    assert!(!words(&pages["c001/index.html"]).contains("田秀禾"), "a visit to another village");
}

#[test]
fn villages_with_people_of_their_own_are_cut_by_village() {
    let pages = pages(&site(22));
    let page = &pages["rosters/2026-lunliu.html"];
    assert_eq!(count(page, "<details class=\"unit\""), 22);
    assert_eq!(count(page, "<section class=\"month\""), 0);
    assert!(page.contains("data-finder="), "a list of 22 can be narrowed");
}

#[test]
fn what_is_open_every_day_is_told_as_a_rule() {
    let site = site(22);
    let pages = pages(&site);
    let town = &pages["rosters/2026-zhen.html"];
    insta::assert_snapshot!("desk", main_of(town).split("<details").next().expect("the part that stands open"));
    let daily = words(&pages["rosters/2026-quantian.html"]);
    assert!(daily.contains("每天 全天候 值班 各村 22个村 上河村"), "{daily}");
    assert!(daily.contains("村两委干部 村委会 2026年10月1日起 逐日列出（92天）"), "{daily}");
    let open = main_of(town).split("<details class=\"later\">").next().expect("the head");
    assert!(!open.contains("信访窗口工作人员</span></td>"));
    let rows = town
        .split("class=\"month\"")
        .skip(1)
        .map(|month| {
            let table = month.split("</table>").next().unwrap_or(month);
            count(table, "信访窗口工作人员")
        })
        .sum::<usize>();
    assert_eq!(rows, 1, "among the days stands only the make-up workday");
}

#[test]
fn market_days_and_lunar_days_say_both_dates() {
    let pages = pages(&site(22));
    let read = words(&pages["rosters/2026-zhen.html"]);
    // 2026-10-12 is the third of the ninth lunar month, 2026-10-10 its first.
    for both in ["10月 12 日 周一 农历九月初三，逢集", "10月 10 日 周六 农历九月初一"] {
        assert!(read.contains(both), "no {both}: {read}");
    }
    // 10月3日 was a market day in a holiday; the day it is moved to is none.
    let moved = read.find("顺延自10月3日").expect("moved");
    let row = read[..moved].rfind("10月 8 日").expect("its row");
    assert!(!read[row..moved].contains("逢集"), "{}", &read[row..moved]);
}

#[test]
fn who_answers_the_telephone_is_called_at_the_number_of_the_area() {
    let pages = pages(&site(22));
    let read = words(&pages["rosters/2026-zhen.html"]);
    let at = read.find("周启明 副镇长 分管信访、司法 请打电话").expect("a number");
    assert!(read[at..].starts_with("周启明 副镇长 分管信访、司法 请打电话0000-5550101 接听电话"), "{}", &read[at..]);
    assert!(read.contains("原定周启明，现由马会兰接待（因公外出）"));
}

#[test]
fn what_every_session_says_is_said_once() {
    let mut site = site(22);
    let index = site.root().rosters.iter().position(|roster| roster.stem == "2026-cun").expect("the roster");
    let note = OwnTerm::Note("请走东门".to_owned());
    for session in &mut site.units[0].rosters[index].sessions {
        session.terms = vec![note.clone()];
    }
    let read = words(&pages(&site)["rosters/2026-cun.html"]);
    assert_eq!(count(&read, "请走东门"), 1);
    site.units[0].rosters[index].sessions[0].terms.clear();
    let read = words(&pages(&site)["rosters/2026-cun.html"]);
    assert!(count(&read, "请走东门") > 13, "what only some say stands with those");
}

#[test]
fn two_hundred_villages_stay_a_page() {
    let site = site(200);
    let pages = pages(&site);
    let page = &pages["rosters/2026-cun.html"];
    assert_eq!(count(page, "<tr"), 3 + 3 * 13);
    assert!(page.len() < 400_000, "{} bytes", page.len());
    let home = &pages["index.html"];
    assert!(home.len() < 150_000, "{} bytes", home.len());
    assert!(words(home).contains("找您所在的村"));
    assert_eq!(count(&pages["unit.html"], "class=\"tiles\""), 1, "200 below are a list to find one in");
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{path}: an id twice");
    }
}

#[test]
fn notices_of_many_villages_stay_few_sheets() {
    for villages in [22, 200] {
        let site = site(villages);
        let language = Language::new(&site, &theme::read).expect("the theme's words");
        let people = People::new(&site, &language.words);
        let plan = plan(&site, &theme::files("static"));
        let rows = |stem: &str| {
            let index = site.root().rosters.iter().position(|roster| roster.stem == stem).expect("the roster");
            let desk = Desk { site: &site, plan: &plan, words: &language.words, people: &people };
            panels(&desk, Subject::Roster(RosterId { unit: UnitId(0), index }), None).remove(0)
        };
        let rule = rows("2026-cun");
        assert_eq!(rule.rows.len(), 6, "the rule and two exceptions, each with a day put off");
        assert_eq!(rule.rows[1].date, "各村（东河村、北河村除外）");
        assert_eq!(
            rule.rows[1].place,
            "10月13日、20日、27日，11月3日、10日、17日、24日，12月1日、8日、15日、22日、29日"
        );
        let daily = rows("2026-quantian");
        assert_eq!(daily.rows.len(), 1);
        assert_eq!((daily.rows[0].date.as_str(), daily.rows[0].place.as_str()), ("每天", "各村"));
        assert_eq!(daily.facts[1].lines, ["各村村委会"]);
        assert!(rows("2026-lunliu").rows.len() <= villages * 4, "by village and person");
    }
}
