//! Turns a file or folder that nothing reads into advice on what it should be called or saved as.

use super::walk::FOLDERS;
use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase};

/// The warning about something unknown in the content folder.
pub(super) fn about(shown: &str, is_folder: bool) -> Diagnostic {
    let (parent, name) = shown.rsplit_once('/').unwrap_or(("", shown));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    if !is_folder && let Some((format, target)) = office_format(&ending.to_ascii_lowercase()) {
        return Diagnostic::of_path(&files::OTHER_FORMAT, shown).arg("format", format).arg("target", target);
    }
    let hint = if is_folder { folder_hint(name) } else { file_hint(parent, stem, ending) };
    Diagnostic::of_path(&files::UNKNOWN_FILE, shown).arg("hint", hint)
}

fn office_format(ending: &str) -> Option<(Phrase, Phrase)> {
    match ending {
        "et" | "ett" | "xls" | "xlsm" | "ods" | "numbers" => {
            Some((Phrase::new(format!(".{ending} 表格"), format!(".{ending}")), Phrase::from(".xlsx")))
        }
        "wps" | "doc" | "docx" | "rtf" | "odt" => Some((
            Phrase::new(format!(".{ending} 文档"), format!(".{ending}")),
            Phrase::new("纯文本，再改名为 .md 放进 notices 或 pages", "plain text, named .md, in notices/ or pages/"),
        )),
        _ => None,
    }
}

fn folder_hint(name: &str) -> Phrase {
    let meant = FOLDERS.into_iter().chain(["calendar"]).find(|known| is_near(known, name)).or(match name {
        "排班" | "安排" | "接访安排" | "值班" => Some("rosters"),
        "公告" | "通知" | "通知公告" => Some("notices"),
        "网页" | "页面" => Some("pages"),
        "日历" | "节假日" => Some("calendar"),
        _ => None,
    });
    match meant {
        Some(known) => Phrase::new(
            format!("是不是“{known}”？把文件夹改成这个名字"),
            format!("did you mean `{known}`? Rename the folder"),
        ),
        None => Phrase::new(
            "如果是一个下级单位，在里面新建 unit.yaml；不用的文件夹就移出去",
            "if it is a unit, create unit.yaml in it; otherwise move it out",
        ),
    }
}

fn file_hint(parent: &str, stem: &str, ending: &str) -> Phrase {
    let yaml = ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml");
    let folder = parent.rsplit('/').next().unwrap_or("");
    if !parent.is_empty() && matches!(stem, "site") || stem == "calendar" || (yaml && folder == "calendar") {
        return Phrase::new(
            "site.yaml 和 calendar 文件夹只放在最上层的内容文件夹里",
            "site.yaml and calendar/ belong in the content folder itself",
        );
    }
    if FOLDERS.contains(&folder) {
        return match folder {
            "rosters" => {
                Phrase::new("rosters 里放 .yaml 文件，表格另存为 .xlsx 或 .csv", "rosters/ holds .yaml, .xlsx and .csv")
            }
            "assets" | "images" => Phrase::new("这里放图片、PDF 和表格", "this folder holds pictures, PDF and tables"),
            _ => Phrase::new(format!("{folder} 里放 .md 文件"), format!("{folder}/ holds .md files")),
        };
    }
    if parent.split('/').any(|part| FOLDERS.contains(&part)) {
        return Phrase::new("不要再分下级文件夹，直接放在上一层", "move it up: this folder has no folders inside");
    }
    let dated = stem.starts_with(|c: char| c.is_ascii_digit());
    if yaml && (dated || is_near("roster", stem) || is_near("rosters", stem)) {
        return Phrase::new(
            "接访安排放在 rosters 文件夹里，例如 rosters/2026-12.yaml",
            "rosters go into rosters/, such as rosters/2026-12.yaml",
        );
    }
    if let Some(known) = ["site", "unit", "leaders"].into_iter().find(|known| is_near(known, stem)) {
        return Phrase::new(format!("是不是“{known}.yaml”？"), format!("did you mean {known}.yaml?"));
    }
    if matches!(ending, "md" | "txt" | "markdown") {
        return Phrase::new(
            "文章放在 notices 或 pages 文件夹里，扩展名用 .md",
            "articles go into notices/ or pages/, with the ending .md",
        );
    }
    Phrase::new(
        "能放的有：unit.yaml、leaders.yaml，以及 rosters、notices、pages 文件夹；不用的就移出去",
        "what belongs here: unit.yaml, leaders.yaml, rosters/, notices/, pages/; move anything else out",
    )
}

fn is_near(known: &str, name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    strsim::osa_distance(known, &name) <= if known.len() > 4 { 2 } else { 1 }
}
