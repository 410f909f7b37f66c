//! `new`: a small, working, commented site in a folder of its own.

use super::Outcome;
use super::args::NewArgs;
use super::terminal::Terminal;
use crate::diag::Lang;
use crate::error::Error;
use std::path::Path;

macro_rules! skeleton {
    ($lang:literal) => {
        [
            ("content/site.yaml", include_str!(concat!("skeleton/", $lang, "/content/site.yaml"))),
            ("content/unit.yaml", include_str!(concat!("skeleton/", $lang, "/content/unit.yaml"))),
            ("content/leaders.yaml", include_str!(concat!("skeleton/", $lang, "/content/leaders.yaml"))),
            (
                "content/rosters/2026-12.yaml",
                include_str!(concat!("skeleton/", $lang, "/content/rosters/2026-12.yaml")),
            ),
            (
                "content/notices/2026-11-24.md",
                include_str!(concat!("skeleton/", $lang, "/content/notices/2026-11-24.md")),
            ),
            (
                "content/pages/how-to-come.md",
                include_str!(concat!("skeleton/", $lang, "/content/pages/how-to-come.md")),
            ),
        ]
    };
}

/// The files of a new site: path and text.
pub(super) fn skeleton(lang: Lang) -> [(&'static str, &'static str); 6] {
    match lang {
        Lang::Zh => skeleton!("zh"),
        Lang::En => skeleton!("en"),
    }
}

pub(super) fn run(args: &NewArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let dir = &args.dir;
    if occupied(dir)? {
        let shown = dir.display();
        terminal.note(&terminal.say(
            &format!("“{shown}”里已经有文件，没有动它。请换一个新文件夹的名字。\n"),
            &format!("`{shown}` already holds files and was left alone; name a new folder\n"),
        ));
        return Ok(Outcome::Failed);
    }
    for (path, text) in skeleton(terminal.lang()) {
        let target = dir.join(path);
        let parent = target.parent().unwrap_or(dir);
        std::fs::create_dir_all(parent).map_err(Error::io(parent))?;
        std::fs::write(&target, text).map_err(Error::io(&target))?;
    }
    let shown = dir.display();
    terminal.print(&terminal.say(
        &format!("建好了：{shown}\n下一步：\n  cd {shown}\n  gongshi build\n然后用浏览器打开 public/index.html\n"),
        &format!("made {shown}\nnext:\n  cd {shown}\n  gongshi build\nthen open public/index.html in a browser\n"),
    ));
    Ok(Outcome::Clean)
}

fn occupied(dir: &Path) -> Result<bool, Error> {
    match std::fs::read_dir(dir) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Error::io(dir)(error)),
    }
}
