//! `release`: what is about to be public goes into the ledger.

use std::path::Path;

use chrono::NaiveDate;

use super::Outcome;
use super::args::ReleaseArgs;
use super::check::{show, theme};
use super::clock::today;
use super::terminal::Terminal;
use crate::diag::code::releases as codes;
use crate::digest;
use crate::error::Error;
use crate::model::past::{ItemKind, Release};
use crate::model::site::{Language, Site};
use crate::pipeline::{hold, release};
use crate::wording::say;

/// How many pages or notices are listed.
const SHOWN: usize = 30;
/// How many days after the last one a release is taken for one with a wrong clock.
const LEAP: i64 = 400;

pub(super) fn run(args: &ReleaseArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let declared = match args.date.as_deref().map(super::agenda::date) {
        Some(None) => {
            terminal.note(
                &terminal.say("--date 后面要写日期，如 2026-12-01\n", "--date needs a date, such as 2026-12-01\n"),
            );
            return Ok(Outcome::Failed);
        }
        date => date.flatten(),
    };
    let theme = theme(&args.site)?;
    let held = hold::hold(&args.site.content, &args.hold)?;
    let mut checked = hold::check_holding(&args.site.content, &held, &theme)?;
    // To record what differs from the last release is what this command is for; what it takes down is named.
    checked.report.retain(|one| one.code != &codes::NOT_RELEASED);
    show(&checked, terminal);
    let site = match checked.site.take() {
        Some(site) if !checked.report.refuses(args.site.strict) => site,
        _ => {
            terminal.note(&terminal.say("没有发布：改好上面的问题，再运行一次。\n", "nothing was released\n"));
            return Ok(Outcome::Problems);
        }
    };
    let Some(recorded) = today(&site) else {
        return Ok(refuse(terminal, "机器的日期不对。\n", "the machine's date is wrong\n"));
    };
    let declared = declared.unwrap_or(recorded);
    if let Some((zh, en)) = to_come(&site, recorded).or_else(|| leap(&site, args.date.is_some(), recorded)) {
        return Ok(refuse(terminal, &zh, &en));
    }
    if let Some((zh, en)) = wrong_day(&site, declared, recorded) {
        return Ok(refuse(terminal, &zh, &en));
    }
    let before = site.past.ledger.clone();
    let (name, code) = (site.root().name.clone(), site.settings.code.clone());
    let last = site.past.last().cloned();
    let Some(proposal) = release::propose(site, declared, recorded)? else {
        terminal.print(&terminal.say("和上一次发布一样，没有要记的。\n", "nothing differs from the last release\n"));
        return match (&args.receipt, last) {
            (Some(path), Some(last)) => receipt(path, &name, &code, &last, terminal),
            _ => Ok(Outcome::Clean),
        };
    };
    if args.dry_run {
        say(&proposal, true, terminal);
        return Ok(Outcome::Clean);
    }
    release::write(&args.site.content, &held, &before, &proposal)?;
    say(&proposal, false, terminal);
    terminal.print(&terminal.say(
        "已经记入 ledger/public.jsonl。接着运行 gongshi build，网站上就有公布日期了。\n",
        "recorded in ledger/public.jsonl; now run `gongshi build`\n",
    ));
    match &args.receipt {
        Some(path) => receipt(path, &name, &code, &proposal.entry.release(), terminal),
        None => Ok(Outcome::Clean),
    }
}

fn refuse(terminal: &Terminal, zh: &str, en: &str) -> Outcome {
    terminal.note(&terminal.say(zh, en));
    Outcome::Failed
}

/// Why a release cannot bear a day.
fn wrong_day(site: &Site, declared: NaiveDate, recorded: NaiveDate) -> Option<(String, String)> {
    let words = |day| (say::date(day, Language::Chinese), say::date(day, Language::English));
    let (declared_zh, declared_en) = words(declared);
    let (today_zh, today_en) = words(recorded);
    if declared > recorded {
        return Some((
            format!("公布日期 {declared_zh} 还没有到（今天是 {today_zh}）。发布只能记已经或者正在公布的。\n"),
            format!("{declared_en} is still to come (today is {today_en}); only what is public can be recorded\n"),
        ));
    }
    let last = site.past.last()?;
    let (last_zh, last_en) = words(last.declared);
    if declared < last.declared {
        return Some((
            format!(
                "公布日期 {declared_zh} 比上一次发布（{last_zh}）还早，前后就乱了。补记以前公布的，日期写 {last_zh} 或以后，网页会注明补录。\n"
            ),
            format!("{declared_en} lies before the last release ({last_en}); the order would be lost\n"),
        ));
    }
    let (noted_zh, noted_en) = words(last.recorded);
    (recorded < last.recorded).then(|| {
        (
            format!("这台电脑的日期（{today_zh}）比上一次记录的日期（{noted_zh}）还早，请先把电脑的日期调对。\n"),
            format!("this machine's date ({today_en}) lies before that of the last entry ({noted_en}); set the clock right first\n"),
        )
    })
}

/// A change that is said to have been announced on a day to come.
fn to_come(site: &Site, today: NaiveDate) -> Option<(String, String)> {
    let sessions = site.rosters().flat_map(|(_, roster)| roster.sessions.iter().map(move |session| (roster, session)));
    let mut days = sessions.flat_map(|(roster, session)| {
        session.changes.iter().filter_map(move |change| Some((roster, change.announced.filter(|_| change.own_day)?)))
    });
    let (roster, day) = days.find(|(_, day)| *day > today)?;
    let (zh, en) = (say::date(day, Language::Chinese), say::date(day, Language::English));
    Some((
        format!(
            "《{}》里有一条变更写着{zh}公布，那天还没有到。把“公布”改成实际的日子，或者不写，就以这次发布的日子为准。\n",
            roster.title
        ),
        format!(
            "a change of \"{}\" says that it was announced on {en}, which is still to come; write the true day, or none\n",
            roster.title
        ),
    ))
}

/// A clock so far ahead of everything known that it must be wrong: an entry with its date could never be followed by
/// another. Whoever names the day is believed.
fn leap(site: &Site, named: bool, today: NaiveDate) -> Option<(String, String)> {
    let known = site.past.last().map_or(site.edition, |last| last.recorded);
    let far = !named && (today - known).num_days() > LEAP;
    let zh = |day| say::date(day, Language::Chinese);
    let en = |day| say::date(day, Language::English);
    far.then(|| {
        (
            format!("这台电脑的日期是{}，比上一次的{}晚了一年多。日期不对的，先调对；没有错的，写明 --date {today}。\n", zh(today), zh(known)),
            format!("this machine's date is {}, more than a year after {}; set the clock right, or name the day with --date {today}\n", en(today), en(known)),
        )
    })
}

fn say(proposal: &release::Proposal, dry_run: bool, terminal: &Terminal) {
    let release::Proposal { entry, counts, pages, .. } = proposal;
    let release::Counts { new, changed, gone } = *counts;
    let (zh, en) = (say::date(entry.declared, Language::Chinese), say::date(entry.declared, Language::English));
    let late = entry.declared != entry.recorded;
    let (late_zh, late_en) = if late {
        (
            format!("，{}补录", say::date(entry.recorded, Language::Chinese)),
            format!(", recorded on {}", say::date(entry.recorded, Language::English)),
        )
    } else {
        (String::new(), String::new())
    };
    let (head_zh, head_en) = if dry_run { ("试算，什么都没有记：", "dry run: ") } else { ("", "") };
    let (number, code) = (entry.number, entry.short_code());
    terminal.print(&terminal.say(
        &format!("{head_zh}第 {number} 号发布（{code}），{zh}公布{late_zh}。\n新增 {new} 条，改动 {changed} 条，撤下 {gone} 条。\n"),
        &format!("{head_en}release {number} ({code}), public on {en}{late_en}\n{new} new, {changed} changed, {gone} withdrawn\n"),
    ));
    list(&terminal.say("有变化的网页：\n", "pages:\n"), pages.iter().map(String::as_str).collect(), terminal);
    let notices = entry.put.iter().filter(|(item, _)| item.kind == ItemKind::Poster);
    let notices: Vec<String> = notices.map(|(item, facts)| format!("{} {}", item.name, facts.title())).collect();
    list(
        &terminal.say("要新贴或者换贴的告示（编号、标题）：\n", "notices to put up or replace (code, title):\n"),
        notices.iter().map(String::as_str).collect(),
        terminal,
    );
}

fn list(head: &str, lines: Vec<&str>, terminal: &Terminal) {
    if lines.is_empty() {
        return;
    }
    terminal.print(head);
    lines.iter().take(SHOWN).for_each(|line| terminal.print(&format!("  {line}\n")));
    let more = lines.len().saturating_sub(SHOWN);
    if more > 0 {
        terminal.print(&terminal.say(&format!("  还有 {more} 个\n"), &format!("  and {more} more\n")));
    }
}

/// Writes the short proof that is sent upward.
fn receipt(path: &Path, name: &str, code: &str, release: &Release, terminal: &Terminal) -> Result<Outcome, Error> {
    let Release { number, declared, recorded, hash } = release;
    let (short, hash) = (release.code(), digest::hex(hash));
    let text = terminal.say(
        &format!("发布回执\n网站 {name}（{code}）\n第 {number} 号\n公布日期 {declared}\n记录日期 {recorded}\n短码 {short}\n校验值 {hash}\n\n收到的人留着这一张。以后核对：gongshi verify --receipt 这个文件\n"),
        &format!("Receipt of a release\nsite {name} ({code})\nentry {number}\npublic {declared}\nrecorded {recorded}\nshort code {short}\nsha256 {hash}\n\nWhoever receives this keeps it. To check later: gongshi verify --receipt FILE\n"),
    );
    std::fs::write(path, text).map_err(Error::io(path))?;
    let shown = path.display();
    terminal.print(&terminal.say(&format!("回执写在 {shown}\n"), &format!("receipt written to {shown}\n")));
    Ok(Outcome::Clean)
}
