//! `build`: the website and the posters, or the reasons why not.

use super::Outcome;
use super::args::BuildArgs;
use super::check::{show, theme};
use super::clock::warn_of_the_future;
use super::sign;
use super::terminal::Terminal;
use super::worker::Hired;
use crate::diag::Lang;
use crate::error::Error;
use crate::load::Hold;
use crate::model::site::{Language, Site};
use crate::pipeline::hold::{self, InTheWay};
use crate::pipeline::posters::Worker;
use crate::pipeline::{self, Order};
use crate::publish::{Place, Receipt};
use crate::wording::say;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;

pub(super) fn run(args: &BuildArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    if let Some(jobs) = args.jobs {
        limit(jobs.get());
    }
    let theme = theme(&args.site)?;
    pipeline::recover(&args.out)?;
    let held = hold::hold(&args.site.content, &args.hold)?;
    let mut checked = hold::check_holding(&args.site.content, &held, &theme)?;
    show(&checked, terminal);
    let site = match checked.site.take() {
        Some(site) if !checked.report.refuses(args.site.strict) => site,
        _ => {
            let outcome = nothing(args, terminal);
            say_way(&hold::in_the_way(&args.site.content, &checked), &held, terminal);
            return Ok(outcome);
        }
    };
    say_held(&site, &held, terminal);
    warn_of_the_future(&site, terminal);
    let content = args.site.content.canonicalize().map_err(Error::io(&args.site.content))?;
    let project = content.parent().unwrap_or(&content).to_path_buf();
    let protected = protected();
    let signer = args.sign.as_deref().map(|path| sign::signer(path, &[&content, &args.out], terminal)).transpose()?;
    let order = Order {
        place: Place { target: &args.out, content: &content, project: &project, protected: &protected, durable: true },
        hold: &held,
        posters: !args.pages_only,
        data: !args.pages_only,
        signer: signer.as_ref(),
    };
    let bar = terminal.live().then(|| bar(terminal.lang()));
    let progress = |done: usize, total: usize| {
        if let Some(bar) = &bar {
            bar.set_length(u64::try_from(total).unwrap_or(u64::MAX));
            bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        }
    };
    let hire = || -> Result<Box<dyn Worker>, Error> { Ok(Box::new(Hired::new(&theme, &args.site)?)) };
    let receipt = pipeline::build_with(site, &theme, &order, Some(&hire), &progress);
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    match receipt {
        Ok(receipt) => say_done(&receipt, args, terminal),
        Err(Error::Posters(report)) => {
            checked.report = *report;
            show(&checked, terminal);
            return Ok(nothing(args, terminal));
        }
        Err(error) => return Err(error),
    }
    Ok(Outcome::Clean)
}

/// Says that nothing was published.
fn nothing(args: &BuildArgs, terminal: &Terminal) -> Outcome {
    let out = args.out.display();
    terminal.note(&terminal.say(
        &format!("没有发布：{out} 还是原来的样子。改好上面的问题，再运行一次。\n"),
        &format!("nothing was published; {out} is as it was\n"),
    ));
    Outcome::Problems
}

/// Names the units that stopped the build, and how to go on without them: nothing where they are held already.
fn say_way(way: &InTheWay, held: &Hold, terminal: &Terminal) {
    if !way.can_hold || way.units.is_subset(&held.units) {
        return;
    }
    // The top folder has no name of its own.
    let named = |top: &str| {
        let name = |unit: &String| if unit.is_empty() { top.to_owned() } else { unit.clone() };
        way.units.iter().map(name).collect::<Vec<_>>()
    };
    let hold = |unit: &String| format!("--hold {}", if unit.is_empty() { "." } else { unit });
    let holds = held.units.union(&way.units).map(hold).collect::<Vec<_>>().join(" ");
    let (zh, en) = (named("最上层的单位"), named("the unit at the top"));
    terminal.note(&terminal.say(
        &format!("挡住发布的是：{}。别处的内容急着上网的，可以让它先照上一次发布的样子：\n  gongshi build {holds}\n", zh.join("、")),
        &format!("in the way: {}; to publish the rest meanwhile, with these as they were released:\n  gongshi build {holds}\n", en.join(", ")),
    ));
}

/// Says which units are built as they were released.
fn say_held(site: &Site, held: &Hold, terminal: &Terminal) {
    let (Some(last), false) = (site.past.last(), held.units.is_empty()) else { return };
    let names = site.units.iter().filter(|unit| held.units.contains(&unit.path)).map(|unit| unit.name.as_str());
    let names = names.collect::<Vec<_>>().join("、");
    let (zh, en) = (say::date(last.declared, Language::Chinese), say::date(last.declared, Language::English));
    terminal.note(&terminal.say(
        &format!("{names}照上一次发布（{zh}）的样子；它现在的改动没有上网，改好以后请再生成一次。\n"),
        &format!("{names}: as released on {en}; what was changed there since is not published\n"),
    ));
}

/// Works on so many threads, this one among them; with one, everything happens on the thread that started.
fn limit(jobs: usize) {
    // Fails only where the threads were made before, and then the work is done all the same.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).use_current_thread().build_global();
}

/// Folders that must never be replaced: where the person stands, and their home.
#[expect(clippy::disallowed_methods, reason = "the command line is where the environment is read")]
fn protected() -> Vec<PathBuf> {
    let home = std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE")).ok().map(PathBuf::from);
    std::env::current_dir().ok().into_iter().chain(home).collect()
}

pub(super) fn bar(lang: Lang) -> ProgressBar {
    let template = match lang {
        Lang::Zh => "正在生成 {wide_bar} {pos}/{len}",
        Lang::En => "building {wide_bar} {pos}/{len}",
    };
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

fn say_done(receipt: &Receipt, args: &BuildArgs, terminal: &Terminal) {
    for warning in &receipt.warnings {
        terminal.note(&format!("{}\n", warning.get(terminal.lang())));
    }
    let Receipt { written, kept, removed, .. } = receipt;
    let home = args.out.join("index.html");
    let home = home.display();
    terminal.print(&terminal.say(
        &format!("已发布：新写 {written} 个文件，没变 {kept} 个，去掉 {removed} 个。\n用浏览器打开 {home}\n"),
        &format!("published: {written} files written, {kept} unchanged, {removed} removed\nopen {home} in a browser\n"),
    ));
}
