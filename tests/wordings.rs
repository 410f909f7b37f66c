//! What every wording of a field and every pattern of a roster comes to: each is put into a whole site and checked.
//!
//! `wordings/values.txt` says of each wording whether it has to be accepted, asked about or refused; `wordings/patterns/`
//! holds a roster for each pattern. What comes of them is compared with `docs/wordings.zh-CN.md`, which clerks read;
//! `UPDATE_DOCS=1 cargo test --test wordings` writes it anew, and the difference is to be read before it is committed.
#![allow(clippy::expect_used, clippy::panic, missing_docs, unreachable_pub)]

#[path = "wordings/site.rs"]
mod site;
#[path = "wordings/values.rs"]
mod values;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use site::{Content, Outcome};

const DOCUMENT: &str = "docs/wordings.zh-CN.md";
const VALUES: &str = "tests/wordings/values.txt";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_wording_and_pattern_comes_to_what_the_document_says() {
    let mut wrong = Vec::new();
    let (of_fields, fields) = fields(&mut wrong);
    let (of_patterns, patterns) = expressed(&mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let text = format!(
        "# 写法一览\n\n这张表由 `tests/wordings.rs` 写成：每一种写法都放进一个完整的网站里试过，右边是程序的答复，不是许诺。\n\n\
         “收”：照右边读出的意思公布。“收，提醒”：照样公布，只是提醒一声。“问”：有两种读法，程序停下来问。“不收”：说明为什么，该怎么写。\
         字母 GS 开头的是编号，`gongshi explain GS0301` 这样可以看它的详细说明。\n\n\
         ## 目录：各个字段\n\n{of_fields}\n## 目录：各种安排\n\n{of_patterns}\n## 各个字段\n{fields}\n## 各种安排\n\n\
         每一条是一份完整的安排，下面是程序排出来的日子，或者程序的答复。\n{patterns}"
    );
    let target = root().join(DOCUMENT);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&target, &text).expect("written");
    }
    let there = fs::read_to_string(&target).unwrap_or_default();
    let differs = text.lines().zip(there.lines()).find(|(new, old)| new != old);
    assert!(there == text, "{DOCUMENT} says something else, first in {differs:?}; UPDATE_DOCS=1 writes it anew");
}

#[test]
fn no_pattern_and_no_field_is_left_out() {
    let patterns: Vec<String> = patterns().into_iter().map(|(path, _)| path).collect();
    for number in 1..=49 {
        let file = format!("r{number:02}.yaml");
        assert!(patterns.contains(&file), "{file}");
    }
    let fields = values::fields(&read(VALUES));
    let keys =
        ["起止", "日期", "时间", "每周", "每月", "逢集", "遇节假日", "接待人", "地点", "预约的截止", "预约的名额"];
    for key in keys.into_iter().chain(["提前公示", "变更的原因", "文号"]) {
        let rows = fields.iter().find(|field| field.name.starts_with(key)).map_or(0, |field| field.rows.len());
        assert!(rows > 4, "{key}: {rows}");
    }
}

/// The table of fields with where each is tried, and the tables of their wordings.
fn fields(wrong: &mut Vec<String>) -> (String, String) {
    let mut list = String::from("| 字段 | 收 | 收，提醒 | 问 | 不收 | 试验 |\n|---|---|---|---|---|---|\n");
    let mut text = String::new();
    for field in values::fields(&read(VALUES)) {
        write!(text, "\n### {}\n\n| 您写 | 程序 | 读作，或者程序怎么说 |\n|---|---|---|\n", field.name)
            .expect("a string");
        let mut verdicts = Vec::new();
        for row in &field.rows {
            let outcome = field.content(row).outcome(&field.show);
            if !row.verdict.holds(&outcome) {
                wrong.push(format!("{} “{}”: {:?}, found {}", field.name, row.wording, row.verdict, outcome.line()));
            }
            let (word, code) = row.verdict.said(&outcome);
            verdicts.push(word);
            let (wording, line) = (cell(&row.shown()), cell(&outcome.line()));
            writeln!(text, "| {wording} | {} | {line} |", format!("{word} {code}").trim_end()).expect("a string");
        }
        let count = |word| verdicts.iter().filter(|verdict| **verdict == word).count();
        let counts = ["收", "收，提醒", "问", "不收"].map(|word| count(word).to_string()).join(" | ");
        let anchor: String = field.name.chars().filter(|c| c.is_alphanumeric()).collect();
        writeln!(list, "| [{0}](#{anchor}) | {counts} | `{VALUES}`，“== {0}” |", field.name).expect("a string");
    }
    list.push_str("| 统计数字（140余、近12万、缺、2、1万本 ……） |  |  |  |  | 随统计表一起读，现在还没有 |\n");
    (list, text)
}

/// The table of patterns with what comes of each, and the patterns themselves.
fn expressed(wrong: &mut Vec<String>) -> (String, String) {
    let mut list = String::from("| 安排 | 程序 | 试验 |\n|---|---|---|\n");
    let mut text = String::new();
    for (path, roster) in patterns() {
        let (title, yaml) = roster.split_once('\n').unwrap_or((roster.as_str(), ""));
        let title = title.trim_start_matches(['#', ' ']);
        let said = |key: &str| yaml.lines().filter_map(move |line| line.strip_prefix(key)).collect::<Vec<_>>();
        let show = said("# 看: ").first().copied().unwrap_or("sessions");
        let outcome = Content::pattern(&roster).outcome(show);
        let codes: Vec<&str> = outcome.codes.iter().map(String::as_str).collect();
        if codes != said("# 期望: ") {
            wrong.push(format!("{path}: expected {:?}, found {}", said("# 期望: "), outcome.line()));
        }
        let hidden = |line: &&str| !line.starts_with("# 期望: ") && !line.starts_with("# 看: ");
        let yaml = yaml.lines().filter(hidden).collect::<Vec<_>>().join("\n");
        let line = outcome.line();
        write!(text, "\n### {title}\n\n```yaml\n{}\n```\n\n```text\n{line}\n```\n", yaml.trim_end()).expect("a string");
        let verdict = outcome.verdict();
        writeln!(list, "| {} | {verdict} | `tests/wordings/patterns/{path}` |", cell(title)).expect("a string");
    }
    (list, text)
}

/// The rosters of the patterns in order of their names.
fn patterns() -> Vec<(String, String)> {
    let folder = root().join("tests/wordings/patterns");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(&folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).expect("a roster"))).collect()
}

fn name(path: &Path) -> String {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned()
}

/// Text that cannot break a table of Markdown.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', "<br>")
}

impl Outcome {
    /// What came of it in a few words: how many receptions, what is asked.
    fn verdict(&self) -> String {
        let codes = self.codes.join("、");
        match (&self.read, self.sessions, self.promises) {
            (None, ..) => format!("不收，说明怎么写 {codes}"),
            (Some(_), 0, 0) => "公布".to_owned(),
            (Some(_), 0, _) => "印出承诺，日子定了再排".to_owned(),
            (Some(_), count, _) if codes.is_empty() => format!("排出{count}次接待"),
            (Some(_), count, _) => format!("排出{count}次接待，提醒 {codes}"),
        }
    }

    /// What came of it, in one line: what was read, or what the program says.
    fn line(&self) -> String {
        match (&self.read, self.said.as_slice()) {
            (Some(read), []) => read.clone(),
            (Some(read), said) => format!("{read}\n（{}）", said.join("；")),
            (None, said) => said.join("；"),
        }
    }
}
