//! Turns lines of a roster into a whole site, and what the program makes of it into words.

use std::fs;
use std::path::Path;

use gongshi::calendar::lunar::lunar_day;
use gongshi::diag::{Lang, Severity};
use gongshi::model::roster::{Roster, RosterId};
use gongshi::model::session::Who;
use gongshi::model::site::Site;
use gongshi::model::unit::UnitId;
use gongshi::pipeline;
use gongshi::plan::rows;
use gongshi::render::words::Language;
use gongshi::render::words::people::People;
use gongshi::render::words::status::standing;
use gongshi::render::words::terms::own_term;
use gongshi::theme::Theme;

/// A site with one roster.
#[derive(Default)]
pub struct Content {
    /// Lines of the roster's head that differ from the usual; `-` takes one away. 安排 is one entry, 单位 further lines of
    /// `unit.yaml`, 网站 of `site.yaml`, 停办日 a named closure.
    lines: Vec<(String, String)>,
    /// A whole roster instead.
    roster: Option<String>,
    /// Other files beside it.
    others: Vec<(String, String)>,
}

/// What came of it.
pub struct Outcome {
    /// What was read; `None` when the build is refused.
    pub read: Option<String>,
    /// What the program says of the roster, without the code.
    pub said: Vec<String>,
    /// The codes of that, each once.
    pub codes: Vec<String>,
    /// How many receptions there are.
    pub sessions: usize,
    /// How many promises are printed.
    pub promises: usize,
}

const USUAL: &[(&str, &str)] = &[
    ("标题", "接待安排"),
    ("落款日期", "2026-11-20"),
    ("起止", "2026年12月"),
    ("地点", "县人民来访接待中心"),
    ("时间", "9:00-11:30"),
    ("安排", "{接待人: 陈守望, 日期: 12月8日}"),
];

impl Content {
    /// The roster of a pattern, after whose lines other files may follow, each after a line `# 文件: path`.
    pub fn pattern(text: &str) -> Self {
        let mut parts = text.split("# 文件: ");
        let roster = parts.next().map(str::to_owned);
        let others = parts.filter_map(|part| part.split_once('\n'));
        let others = others.map(|(path, text)| (path.trim().to_owned(), text.to_owned())).collect();
        Self { roster, others, ..Self::default() }
    }

    pub fn set(&mut self, key: &str, value: &str) {
        self.lines.push((key.to_owned(), value.to_owned()));
    }

    fn line(&self, key: &str) -> Option<&str> {
        let own = self.lines.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
        own.or_else(|| USUAL.iter().find(|(name, _)| *name == key).map(|(_, value)| *value))
            .filter(|value| *value != "-")
    }

    fn roster(&self) -> String {
        if let Some(roster) = &self.roster {
            return roster.clone();
        }
        let mut keys: Vec<&str> = USUAL.iter().map(|(key, _)| *key).collect();
        for (key, _) in &self.lines {
            if !keys.contains(&key.as_str()) && !["单位", "网站", "停办日"].contains(&key.as_str()) {
                keys.insert(keys.len() - 1, key);
            }
        }
        let lines = keys.iter().filter_map(|key| {
            let value = self.line(key)?;
            Some(if *key == "安排" || *key == "变更" {
                format!("{key}:\n  - {value}\n")
            } else {
                format!("{key}: {value}\n")
            })
        });
        lines.collect()
    }

    fn write(&self, root: &Path) {
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("written");
        };
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wordings/base");
        for entry in walkdir::WalkDir::new(&base).sort_by_file_name() {
            let entry = entry.expect("readable");
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(&base).expect("below").to_str().expect("UTF-8");
                let mut text = fs::read_to_string(entry.path()).expect("a file");
                let more = match path {
                    "unit.yaml" => self.line("单位"),
                    "site.yaml" => self.line("网站"),
                    _ => None,
                };
                if let Some(more) = more {
                    text = format!("{text}{more}\n");
                }
                write(path, &text);
            }
        }
        if let Some(days) = self.line("停办日") {
            write("calendar/2026.yaml", &format!("年份: 2026\n停办: [{days}]\n"));
        }
        write("rosters/a.yaml", &self.roster());
        self.others.iter().for_each(|(path, text)| write(path, text));
    }

    /// What the program makes of it; `show` chooses what is told of the roster.
    pub fn outcome(&self, show: &str) -> Outcome {
        let root = tempfile::tempdir().expect("a folder");
        self.write(root.path());
        let theme = Theme::built_in();
        let checked = pipeline::check(root.path(), &theme).expect("the folder is there");
        let mut outcome = Outcome { read: None, said: Vec::new(), codes: Vec::new(), sessions: 0, promises: 0 };
        for diagnostic in checked.report.sorted(&checked.sources) {
            let message = diagnostic.message(Lang::Zh);
            let said = match diagnostic.code.severity {
                Severity::Error if message.ends_with('？') => format!("{message}{}", diagnostic.remedy(Lang::Zh)),
                Severity::Error => format!("{message}。{}", diagnostic.remedy(Lang::Zh)),
                Severity::Warning => format!("提醒：{message}"),
            };
            if !outcome.said.contains(&said) {
                outcome.said.push(said);
            }
            if !outcome.codes.iter().any(|code| code == diagnostic.code.id) {
                outcome.codes.push(diagnostic.code.id.to_owned());
            }
        }
        outcome.codes.sort();
        if let Some(roster) = checked.site.as_ref().and_then(|site| site.units[0].rosters.first()) {
            (outcome.sessions, outcome.promises) = (roster.sessions.len(), roster.promises.len());
        }
        outcome.read = checked.site.as_ref().map(|site| told(site, &theme, show));
        outcome
    }
}

/// What is told of the roster.
fn told(site: &Site, theme: &Theme, show: &str) -> String {
    let language = Language::new(site, &|path| theme.file(path)).expect("words");
    let id = RosterId { unit: UnitId(0), index: 0 };
    let Some(roster) = site.units[0].rosters.first() else { return "不公布".to_owned() };
    let words = &language.words;
    let first = roster.sessions.first();
    match show {
        "period" => words.days(&roster.period),
        "hours" => first.and_then(|session| words.hours(&session.hours)).unwrap_or_else(|| "没有写时间".to_owned()),
        "places" => {
            let names: Vec<&str> =
                first.map_or(Vec::new(), |session| session.venues.iter().map(|venue| venue.name.as_str()).collect());
            names.join("；")
        }
        "people" => first.map(|session| People::new(site, words).names(&session.people, words)).unwrap_or_default(),
        "number" => roster.number.clone().unwrap_or_default(),
        "terms" => terms(roster, &language),
        "notice" => notice(site, roster, &language),
        "pages" => site.pages.iter().map(|page| format!("网页：{}", page.title)).collect::<Vec<_>>().join("\n"),
        "post-by" => roster.post_by.map(|day| format!("最晚{}公示", words.day_weekday(day))).unwrap_or_default(),
        _ => sessions(site, &language, id),
    }
}

/// What a posted notice says of its first session: name, post, field of work, time, place, and where it hangs since when.
fn notice(site: &Site, roster: &Roster, language: &Language) -> String {
    let words = &language.words;
    let mut lines = Vec::new();
    if let Some(session) = roster.sessions.first() {
        for participant in &session.people {
            let Who::Person(id) = participant.who else { continue };
            let person = site.person(id);
            lines.push(format!("姓名 {}；职务 {}", person.name, person.posts.join("、")));
            if !person.portfolio.is_empty() {
                lines.push(format!("分管 {}", person.portfolio.join("、")));
            }
        }
        let hours = words.hours(&session.hours).unwrap_or_default();
        lines.push(format!("时间 {} {hours}", words.day_weekday(session.date)));
        lines.push(format!(
            "地点 {}",
            session.venues.iter().map(|venue| venue.name.as_str()).collect::<Vec<_>>().join("、")
        ));
    }
    lines.extend(roster.posted.iter().map(|posted| {
        format!("公示 {} {}", posted.channel, posted.date.map(|day| words.day_weekday(day)).unwrap_or_default())
    }));
    lines.extend(roster.post_by.map(|day| format!("提前公示 最晚{}", words.day_weekday(day))));
    lines.extend(roster.notes.iter().map(|note| format!("须知 {note}")));
    lines.join("\n")
}

fn terms(roster: &Roster, language: &Language) -> String {
    let booking =
        roster.booking.as_ref().map(|booking| gongshi::render::words::terms::booking(booking, &language.words));
    booking.into_iter().chain(roster.notes.clone()).collect::<Vec<_>>().join("；")
}

/// How many rows are told one by one.
const SHOWN: usize = 10;

fn sessions(site: &Site, language: &Language, id: RosterId) -> String {
    let words = &language.words;
    let people = People::new(site, words);
    let roster = site.roster(id);
    let usual = |listed: &gongshi::plan::SessionRef| listed.when_and_where(site).0 == &roster.hours;
    let all = rows(id, roster);
    let mut lines: Vec<String> = Vec::new();
    for listed in all.iter().take(SHOWN) {
        let session = listed.of(site);
        let (hours, venues) = listed.when_and_where(site);
        let mut parts = vec![format!("{}（{}）", listed.date, words.weekday(listed.date))];
        if roster.period.first.format("%Y").to_string() != "2026" || !usual(listed) {
            parts.extend(words.hours(hours));
        }
        if session.unit != id.unit {
            parts.push(site.unit(session.unit).name.clone());
        }
        parts.push(people.names(&session.people, words));
        if venues != roster.venues.as_slice() {
            parts.push(venues.iter().map(|venue| venue.name.as_str()).collect::<Vec<_>>().join("、"));
        }
        parts.extend(session.terms.iter().map(|term| own_term(term, words)));
        parts.extend(standing(*listed, session, words, &people).into_iter().map(|status| status.words));
        if lunar_day(listed.date).is_some_and(|_| roster.title.contains('集')) {
            parts.push(lunar_day(listed.date).map(|day| format!("农历{}", day.words())).unwrap_or_default());
        }
        lines.push(parts.join(" "));
    }
    let mut told = lines.join("\n");
    if all.len() > SHOWN {
        told += &format!("\n……共{}次，到{}", all.len(), all.last().map(|row| row.date.to_string()).unwrap_or_default());
    }
    for promise in &roster.promises {
        told += &format!("{}印出：{promise}", if told.is_empty() { "" } else { "\n" });
    }
    if told.is_empty() { "没有接待的日子".to_owned() } else { told }
}
