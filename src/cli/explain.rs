//! `explain`: a code becomes what it means, why it matters and how to mend it.

use super::Outcome;
use super::args::ExplainArgs;
use super::terminal::Terminal;
use crate::diag::code::{self, Severity};
use crate::diag::{Code, Lang};
use std::fmt::Write;

pub(super) fn run(args: &ExplainArgs, terminal: &Terminal) -> Outcome {
    let Some(asked) = &args.code else {
        let lines = code::all().map(|code| format!("{}  {}\n", code.id, code.title.get(terminal.lang())));
        terminal.print(&lines.collect::<String>());
        return Outcome::Clean;
    };
    match code::find(asked.trim()) {
        Some(code) => {
            terminal.print(&explanation(code, terminal.lang()));
            Outcome::Clean
        }
        None => {
            let near = nearest(asked).map_or(String::new(), |id| match terminal.lang() {
                Lang::Zh => format!("是不是 {id}？"),
                Lang::En => format!("did you mean {id}? "),
            });
            terminal.note(&terminal.say(
                &format!("没有“{asked}”这个代码。{near}不带代码运行 gongshi explain 可以看到全部。\n"),
                &format!("there is no code `{asked}`; {near}`gongshi explain` alone lists them all\n"),
            ));
            Outcome::Failed
        }
    }
}

/// A sentence of the table with … where a problem's own words stand.
fn without_names(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, after)) if name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') => {
                out.push('…');
                rest = after;
            }
            _ => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

fn nearest(asked: &str) -> Option<&'static str> {
    let asked = asked.to_ascii_uppercase();
    let near = code::all().map(|code| (strsim::damerau_levenshtein(&asked, code.id), code.id)).min()?;
    (near.0 <= 2).then_some(near.1)
}

fn explanation(code: &Code, lang: Lang) -> String {
    let mut out = String::new();
    let labels = match lang {
        Lang::Zh => ["会看到", "怎么改", "为什么", "依据"],
        Lang::En => ["Message", "Remedy", "Why", "Basis"],
    };
    let severity = match (code.severity, lang) {
        (Severity::Error, Lang::Zh) => "错误：要改好才能发布",
        (Severity::Error, Lang::En) => "error: stops the build",
        (Severity::Warning, Lang::Zh) => "提醒：可以发布，最好改好",
        (Severity::Warning, Lang::En) => "warning: the site is built",
    };
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{}  {}\n{severity}\n", code.id, code.title.get(lang));
    let rows = [code.message.get(lang), code.remedy.get(lang), code.why.get(lang), code.basis];
    for (label, words) in labels.into_iter().zip(rows).filter(|(_, words)| !words.is_empty()) {
        let _ = writeln!(out, "{label}: {}", without_names(words));
    }
    out
}
