//! Turns `values.txt` into wordings with what is expected of each.

use super::site::{Content, Outcome};

/// A field and the wordings tried in it.
pub struct Field {
    pub name: String,
    /// What of the site is shown; see [`Content::outcome`].
    pub show: String,
    /// Lines of the roster's head, of its unit, and the entry.
    settings: Vec<(String, String)>,
    pub rows: Vec<Row>,
}

/// One wording.
#[derive(Debug)]
pub struct Row {
    pub wording: String,
    /// Put into the file as it is, without quotes.
    raw: bool,
    pub verdict: Verdict,
    settings: Vec<(String, String)>,
}

/// What the program has to do.
#[derive(Debug)]
pub enum Verdict {
    Accept,
    /// Accepted, with a warning of this code.
    Remind(String),
    Ask(String),
    Refuse(String),
}

impl Verdict {
    /// The word and the codes that `gongshi explain` tells more of; what is accepted may come with reminders.
    pub fn said(&self, outcome: &Outcome) -> (&'static str, String) {
        match self {
            Self::Accept | Self::Remind(_) if !outcome.codes.is_empty() => ("收，提醒", outcome.codes.join("、")),
            Self::Accept | Self::Remind(_) => ("收", String::new()),
            Self::Ask(code) => ("问", code.clone()),
            Self::Refuse(code) => ("不收", code.clone()),
        }
    }

    /// Whether the outcome is that. Warnings may come with what is accepted; who is asked or refused gets no site.
    pub fn holds(&self, outcome: &Outcome) -> bool {
        match self {
            Self::Accept => outcome.read.is_some(),
            Self::Remind(code) => outcome.read.is_some() && outcome.codes.contains(code),
            Self::Ask(code) | Self::Refuse(code) => outcome.read.is_none() && outcome.codes.contains(code),
        }
    }
}

impl Row {
    /// The wording, with what only this row says beside it.
    pub fn shown(&self) -> String {
        let beside = self.settings.iter().filter(|(key, value)| key != "单位" && value != "-");
        let beside: Vec<String> = beside.map(|(key, value)| format!("{key}: {value}")).collect();
        let missing = self.settings.iter().filter(|(_, value)| value == "-").map(|(key, _)| format!("没有{key}"));
        let beside: Vec<String> = beside.into_iter().chain(missing).collect();
        if beside.is_empty() { self.wording.clone() } else { format!("{}（{}）", self.wording, beside.join("，")) }
    }
}

impl Field {
    /// The site in which a wording is tried.
    pub fn content(&self, row: &Row) -> Content {
        let quoted = if row.raw { row.wording.clone() } else { format!("\"{}\"", row.wording) };
        let all: Vec<&(String, String)> = self.settings.iter().chain(&row.settings).collect();
        let mut content = Content::default();
        if !all.iter().any(|(_, value)| value.contains("{}")) {
            content.set(&self.name, &quoted);
        }
        for (key, value) in all {
            content.set(key, &value.replace("{}", &quoted));
        }
        content
    }
}

/// Reads the file.
pub fn fields(text: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let (mark, rest) = line.split_once(' ').unwrap_or_else(|| panic!("{line}"));
        if mark == "==" {
            fields.push(Field {
                name: rest.to_owned(),
                show: "sessions".to_owned(),
                settings: Vec::new(),
                rows: Vec::new(),
            });
            continue;
        }
        let field = fields.last_mut().unwrap_or_else(|| panic!("before the first field: {line}"));
        let setting = |text: &str| {
            let (key, value) = text.split_once(": ").unwrap_or_else(|| panic!("{text}"));
            (key.trim().to_owned(), value.trim().to_owned())
        };
        if mark == "@" {
            let (key, value) = setting(rest);
            if key == "看" {
                field.show = value
            } else {
                field.settings.push((key, value))
            }
            continue;
        }
        let mut parts = rest.split(" ‖ ");
        let wording = parts.next().unwrap_or_default();
        let settings = parts.map(setting).collect();
        let code = || wording.split_once(' ').unwrap_or_else(|| panic!("no code: {line}"));
        let (verdict, wording) = match mark.trim_end_matches('!') {
            "+" => (Verdict::Accept, wording),
            "~" => (Verdict::Remind(code().0.to_owned()), code().1),
            "?" => (Verdict::Ask(code().0.to_owned()), code().1),
            "-" => (Verdict::Refuse(code().0.to_owned()), code().1),
            _ => panic!("{line}"),
        };
        field.rows.push(Row { wording: wording.to_owned(), raw: mark.ends_with('!'), verdict, settings });
    }
    fields
}
