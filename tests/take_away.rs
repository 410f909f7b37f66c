//! What can be taken away from a site: calendars, tables and JSON.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "support/sample.rs"]
mod sample;
#[path = "support/theme.rs"]
mod theme;

use std::collections::{BTreeMap, BTreeSet};

use gongshi::model::hours::Hours;
use gongshi::model::leader::PersonId;
use gongshi::model::session::{Change, ChangeKind, OwnTerm, Participant, Role, Who};
use gongshi::model::site::{Language, Site};
use gongshi::model::unit::UnitId;
use icalendar::parser::{Component, read_calendar, unfold};
use serde_json::Value;

fn files(site: &Site) -> BTreeMap<String, String> {
    theme::draw(site).1
}

/// A property of a component, without the backslashes of text.
fn said(component: &Component<'_>, name: &str) -> String {
    let value = component.find_prop(name).map_or(String::new(), |found| found.val.as_str().to_owned());
    value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}

/// The events of a calendar by their identity: name of property and value.
fn events(text: &str) -> BTreeMap<String, BTreeMap<&'static str, String>> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let wanted = ["DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "SEQUENCE", "URL", "DTSTAMP"];
    let mut all = BTreeMap::new();
    for event in calendar.components.iter().filter(|one| one.name == "VEVENT") {
        let properties = wanted.map(|name| (name, said(event, name))).into_iter().collect();
        assert!(all.insert(said(event, "UID"), properties).is_none(), "an identity stands twice");
    }
    all
}

fn calendars(files: &BTreeMap<String, String>) -> impl Iterator<Item = (&String, &String)> {
    files.iter().filter(|(path, _)| path.ends_with(".ics"))
}

#[test]
fn every_calendar_is_whole() {
    let files = files(&sample::site());
    let mut read = 0;
    for (path, text) in calendars(&files) {
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{path}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{path}");
        assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1, "{path}");
        assert!(text.contains("X-WR-CALNAME:") && text.contains("REFRESH-INTERVAL;VALUE=DURATION:PT12H"), "{path}");
        assert!(!text.contains("RRULE") && !text.contains("RDATE"), "{path}: a rule");
        for (uid, event) in events(text) {
            assert!(uid.ends_with("@yunling"), "{path}: {uid}");
            assert_eq!(event["DTSTAMP"], "20261201T000000Z", "{path}: {uid}");
            assert!(!event["SUMMARY"].is_empty() && !event["DTSTART"].is_empty(), "{path}: {uid}");
            read += 1;
        }
    }
    assert!(read > 1000, "only {read} events");
}

/// An event, and what it says: in which file, of which session by nominal day and first receiver, property, value.
#[test]
fn events_say_what_pages_say() {
    let site = sample::site();
    let files = files(&site);
    let december = &site.root().rosters[0];
    let key = |number: u32| {
        let session = december.sessions.iter().find(|one| one.date == sample::day(2026, 12, number)).unwrap();
        format!("{}@yunling", session.key)
    };
    let roster = events(&files["rosters/2026-12.ics"]);
    let cases = [
        // Moved from the 21st, then to another place: the same event, changed twice.
        (key(22), "DTSTART", "20261222T090000"),
        (key(22), "DTEND", "20261222T113000"),
        (key(22), "SEQUENCE", "2"),
        (key(22), "STATUS", "CONFIRMED"),
        (key(22), "LOCATION", "县行政服务中心二楼（云岭县城关镇迎宾路6号）"),
        (key(24), "STATUS", "CANCELLED"),
        (key(24), "SUMMARY", "（取消）欧阳鋐接访"),
        // Two sittings are two events.
        (key(28), "DTSTART", "20261228T083000"),
        (key(28).replace('@', "-2@"), "DTSTART", "20261228T143000"),
        (key(28).replace('@', "-2@"), "DTEND", "20261228T163000"),
        // Without hours a whole day whose title says so, and no end.
        (key(30), "DTSTART", "20261230"),
        (key(30), "DTEND", ""),
        (key(30), "SUMMARY", "全天　韩龑等县领导、县直有关部门主要负责人联合接访"),
        (key(15), "SEQUENCE", "1"),
        (key(1), "SEQUENCE", "0"),
    ];
    for (uid, name, value) in cases {
        assert_eq!(roster[&uid][name], value, "{uid} {name}");
    }
    let address = format!("https://gongshi.example/rosters/2026-12.html#{}", &key(22)[..20]);
    assert_eq!(roster[&key(22)]["URL"], address);
    // The words of the status are those of the page.
    let page = &files["rosters/2026-12.html"];
    for (number, words) in [(22, "现改到"), (24, "取消（道路封闭）"), (15, "现由韩龑接待"), (14, "顺延自")]
    {
        let about = &roster[&key(number)]["DESCRIPTION"];
        assert!(about.contains(words) && page.contains(words), "{number}: {about}");
    }
    assert!(roster[&key(1)]["DESCRIPTION"].contains("请带上本人身份证件"), "{}", roster[&key(1)]["DESCRIPTION"]);
    // Who was replaced need not come; who took over does.
    assert!(!events(&files["leaders/chen-shouwang.ics"]).contains_key(&key(15)));
    assert!(events(&files["leaders/han-yan.ics"]).contains_key(&key(15)));
    // A year whose days off are not announced.
    let all = events(&files["calendar.ics"]);
    let later = all.values().filter(|event| event["DTSTART"].starts_with("2027"));
    assert!(later.map(|event| &event["STATUS"]).all(|status| status == "TENTATIVE"));
}

#[test]
fn each_session_is_in_the_calendar_of_its_unit_and_of_the_site() {
    let mut site = sample::site();
    // A roster of the county under which a town receives.
    site.units[0].rosters[0].sessions[0].unit = UnitId(1);
    let files = files(&site);
    let of = |path: &str| events(&files[path]).into_keys().collect::<BTreeSet<String>>();
    let units = ["unit.ics", "liushu/index.ics", "liushu/shanghe/index.ics"].map(of);
    let total: usize = units.iter().map(BTreeSet::len).sum();
    assert!(units[1].contains(&format!("{}@yunling", site.units[0].rosters[0].sessions[0].key)));
    let together: BTreeSet<String> = units.into_iter().flatten().collect();
    assert_eq!(together.len(), total, "a session in two units");
    assert_eq!(together, of("calendar.ics"));
    assert!(!files.contains_key("qingshi/index.ics"), "a calendar of a unit that never receives");
}

#[test]
fn what_an_entry_says_of_booking_stands_instead_of_its_roster() {
    let mut site = sample::site();
    let roster = &mut site.units[0].rosters[0];
    let mut own = roster.booking.clone().unwrap();
    own.phones[0].number = "0736-5550199".to_owned();
    roster.sessions[0].terms = vec![OwnTerm::Booking(own)];
    let uid = format!("{}@yunling", roster.sessions[0].key);
    let files = files(&site);
    let about = &events(&files["rosters/2026-12.ics"])[&uid]["DESCRIPTION"];
    assert!(about.contains("0736-5550199") && about.matches("每次6批").count() == 1, "{about}");
    let data: Value = serde_json::from_str(&files["rosters/2026-12.json"]).unwrap();
    let numbers = |at: usize| data["rosters"][0]["sessions"][at]["phones"][0]["number"].clone();
    assert_eq!((numbers(0), numbers(1)), ("0736-5550199".into(), "0736-5550102".into()));
}

#[test]
fn an_official_whom_others_replaced_everywhere_has_an_empty_calendar_that_is_whole() {
    let mut site = sample::site();
    let (gone, other) = (PersonId { unit: UnitId(1), index: 0 }, PersonId { unit: UnitId(1), index: 1 });
    let part = |id| Participant { role: Role::Receives, who: Who::Person(id) };
    for session in &mut site.units[1].rosters[0].sessions {
        if session.people == [part(gone)] {
            let kind = ChangeKind::Substituted {
                was: session.people.clone(),
                now: vec![part(other)],
                before: session.people.clone(),
            };
            session.people = vec![part(other)];
            session.changes.push(Change { kind, reason: None, announced: None, own_day: true });
        }
    }
    let files = files(&site);
    let calendar = &files["liushu/leaders/cao-yueqiao.ics"];
    assert!(events(calendar).is_empty() && calendar.contains("BEGIN:VTIMEZONE"), "{calendar}");
}

#[test]
fn times_are_those_of_the_clocks_of_the_place() {
    let mut site = sample::site();
    site.settings.timezone = "Europe/London".to_owned();
    let files = files(&site);
    let calendar = &files["rosters/2026-12.ics"];
    assert!(calendar.contains("DTSTART;TZID=Europe/London:20261201T090000"), "{calendar}");
    assert!(calendar.contains("TZID:Europe/London") && calendar.contains("BEGIN:DAYLIGHT"), "{calendar}");
    assert!(!calendar.contains("Asia/Shanghai"), "{calendar}");
}

#[test]
fn a_site_without_an_address_links_to_nothing_outside() {
    let mut site = sample::site();
    site.settings.url = None;
    let files = files(&site);
    assert!(!files.contains_key("sitemap.xml") && !files["robots.txt"].contains("Sitemap"));
    assert!(!files[".well-known/security.txt"].contains("Canonical"));
    for (path, text) in &files {
        let outside = text.replace("http://www.w3.org/2005/Atom", "");
        assert!(!["https:", "http:", "webcal:"].iter().any(|scheme| outside.contains(scheme)), "{path}");
    }
    for (path, text) in calendars(&files) {
        assert!(!text.contains("\r\nURL") && !text.contains("\r\nSOURCE"), "{path}");
    }
    // The page says then that a calendar is a copy.
    assert!(files["rosters/2026-12.html"].contains("加到手机里的日历不会跟着网站更新"));
}

#[test]
fn without_data_there_is_none_and_nothing_leads_to_it() {
    let mut site = sample::site();
    site.settings.data = false;
    for (path, text) in files(&site) {
        let ending = path.rsplit('.').next().unwrap_or_default();
        assert!(!["ics", "csv", "json", "xml", "txt"].contains(&ending), "{path}");
        assert!(!text.contains(".ics\"") && !text.contains(".csv\"") && !text.contains("feed.xml"), "{path}");
    }
}

fn table(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').expect("a mark").as_bytes());
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let cells = |line: csv::StringRecord| line.iter().map(str::to_owned).collect();
    (header, reader.records().map(|line| cells(line.unwrap())).collect())
}

#[test]
fn the_table_holds_what_the_json_holds() {
    let site = sample::site();
    let files = files(&site);
    let (header, lines) = table(&files["data/sessions.csv"]);
    assert_eq!(
        header.join(" "),
        "日期 星期 开始 结束 时间 接待人 职务 单位 地点 地址 电话 方式 专题 变动 说明 安排 编号"
    );
    let data: Value = serde_json::from_str(&files["data/sessions.json"]).unwrap();
    let sessions: Vec<&Value> =
        data["rosters"].as_array().unwrap().iter().flat_map(|roster| roster["sessions"].as_array().unwrap()).collect();
    assert_eq!(
        lines.len(),
        site.units.iter().flat_map(|unit| &unit.rosters).map(|one| one.sessions.len()).sum::<usize>()
    );
    assert_eq!(lines.len(), sessions.len());
    for (line, session) in lines.iter().zip(sessions) {
        assert_eq!((line[0].as_str(), line[16].as_str()), (text(session, "date"), text(session, "uid")));
        assert_eq!(line[4], session["time"].as_str().unwrap_or_default());
        let spans = session["spans"].as_array().unwrap();
        assert_eq!(line[2], spans.first().map_or("", |span| text(span, "start")));
        assert_eq!(line[3], spans.last().map_or("", |span| text(span, "end")));
    }
    // A table of one roster is its part of the whole.
    let (_, own) = table(&files["rosters/2026-12.csv"]);
    assert_eq!(own, lines[..own.len()]);
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("no {name} in {value}"))
}

#[test]
fn no_cell_is_a_formula() {
    let mut site = sample::site();
    let roster = &mut site.units[0].rosters[0];
    roster.title = "=HYPERLINK(\"x\")".to_owned();
    roster.sessions[0].topic = Some("@SUM(1,2)\n第二行".to_owned());
    roster.sessions[0].note = Some("＝1＋1".to_owned());
    roster.booking.as_mut().unwrap().phones[0].number = "+86 736 5550102".to_owned();
    site.units[0].people[1].name = "-韩,\"龑\"".to_owned();
    let files = files(&site);
    let (_, lines) = table(&files["data/sessions.csv"]);
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    for line in &lines {
        assert!(!line.iter().any(|cell| cell.starts_with(signs)), "{line:?}");
    }
    let first = &lines[0];
    assert_eq!(first[5], "'-韩,\"龑\"");
    assert_eq!(first[10], "'+86 736 5550102");
    assert_eq!(first[12], "'@SUM(1,2)\n第二行");
    assert_eq!(first[15], "'=HYPERLINK(\"x\")");
}

/// Every object of the data has exactly the fields that the schema names, and the schema promises each of them.
#[test]
fn the_schema_names_every_field() {
    let schema: Value = serde_json::from_str(include_str!("../docs/data.schema.json")).unwrap();
    let files = files(&sample::site());
    let mut seen = BTreeSet::new();
    for (_, text) in files.iter().filter(|(path, _)| path.ends_with(".json")) {
        compare(&serde_json::from_str(text).unwrap(), &schema, &schema, "", &mut seen);
    }
    for field in ["/rosters[]/sessions[]/changes[]/kind", "/rosters[]/sessions[]/phones[]/number", "/licence"] {
        assert!(seen.contains(field), "{field} was never there: {seen:?}");
    }
}

fn compare(value: &Value, rule: &Value, root: &Value, at: &str, seen: &mut BTreeSet<String>) {
    let rule = match rule["$ref"].as_str() {
        Some(path) => root.pointer(path.trim_start_matches('#')).expect("what is referred to"),
        None => rule,
    };
    match value {
        Value::Object(fields) => {
            let names: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
            let promised = rule["required"].as_array().unwrap_or_else(|| panic!("{at}: nothing is promised"));
            let promised: BTreeSet<&str> = promised.iter().filter_map(Value::as_str).collect();
            let known: BTreeSet<&str> = rule["properties"].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!((&names, &promised), (&known, &known), "{at}");
            for (name, value) in fields {
                let at = format!("{at}/{name}");
                seen.insert(at.clone());
                compare(value, &rule["properties"][name], root, &at, seen);
            }
        }
        Value::Array(items) => {
            items.iter().for_each(|item| compare(item, &rule["items"], root, &format!("{at}[]"), seen));
        }
        _ => {}
    }
}

#[test]
fn an_english_site_says_it_in_english() {
    let mut site = sample::site();
    site.settings.language = Language::English;
    let files = files(&site);
    let (header, _) = table(&files["data/sessions.csv"]);
    assert!(header.iter().all(|name| name.is_ascii()), "{header:?}");
    let calendar = events(&files["liushu/index.ics"]);
    assert!(calendar.values().all(|event| event["SUMMARY"].contains("morning")), "{calendar:?}");
    assert!(files["calendar.ics"].contains("PRODID:-//gongshi//gongshi//EN\r\n"));
}

#[test]
fn an_event_without_names_says_which_office_receives() {
    let mut site = sample::site();
    let session = &mut site.units[1].rosters[0].sessions[0];
    session.people.clear();
    session.hours = Hours::Unstated;
    let uid = format!("{}@yunling", session.key);
    assert_eq!(events(&files(&site)["liushu/index.ics"])[&uid]["SUMMARY"], "柳树镇接访");
}
