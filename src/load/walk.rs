//! Turns a content folder into the list of its files and what each of them is, without opening any.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::hint;
use super::read::unreadable;
use crate::diag::code::files;
use crate::diag::{Diagnostic, Phrase, Report};

/// What a file is, by its place and name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Site,
    Calendar,
    Unit,
    Leaders,
    Roster,
    Notice,
    Page,
    Regulation,
    Procedure,
    Statistics,
    /// A picture or table that content may refer to; not opened here.
    Asset,
}

/// One file that will be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Path relative to the content folder, with `/`.
    pub(super) shown: String,
    /// The path to open.
    pub(super) path: PathBuf,
    /// The unit's folder, relative, with `/`.
    pub(super) folder: String,
    /// File name without ending.
    pub(super) stem: String,
    pub(super) what: What,
}

/// What a walk found.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// The files to read, by path.
    pub(super) files: Vec<Found>,
    /// The folders of units, with all those above them; the content folder is the empty path.
    pub(super) folders: BTreeSet<String>,
}

/// Folder names with a meaning inside a unit.
pub(super) const FOLDERS: [&str; 8] =
    ["rosters", "notices", "pages", "regulations", "procedures", "statistics", "assets", "images"];

/// Units that are read as they were released, and not as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hold {
    /// Their folders, relative, with `/`; empty for the root.
    pub units: BTreeSet<String>,
    /// The files of the last release: path in the content folder, and where the copy lies.
    pub kept: BTreeMap<String, PathBuf>,
}

impl Hold {
    /// Whether a file belongs to a held unit. `units` are the folders of all units, held or not.
    fn has(&self, shown: &str, units: &BTreeSet<String>) -> bool {
        !self.units.is_empty() && !is_of_site(shown) && self.units.contains(owner(shown, units))
    }

    /// The copy that stands for a file, where its unit is held.
    pub(super) fn copy_of(&self, shown: &str) -> Option<&Path> {
        let units = units_of(self.kept.keys());
        self.kept.get(shown).filter(|_| self.has(shown, &units)).map(PathBuf::as_path)
    }

    /// Puts the copies in the place of the files of held units.
    fn apply(&self, paths: &mut BTreeMap<String, PathBuf>, units: &BTreeSet<String>) {
        paths.retain(|shown, _| !self.has(shown, units));
        let copies = self.kept.iter().filter(|(shown, _)| self.has(shown, units) || self.lends(shown, units, paths));
        let copies: Vec<_> = copies.map(|(shown, path)| (shown.clone(), path.clone())).collect();
        paths.extend(copies);
    }

    /// Whether a picture or table that is not there now is taken from the last release: it lies with a unit above a held
    /// one, which may show it. Nothing is published of it unless some text shows it.
    fn lends(&self, shown: &str, units: &BTreeSet<String>, paths: &BTreeMap<String, PathBuf>) -> bool {
        let asset = matches!(place(shown), Place::Known { what: What::Asset, .. });
        let above = owner(shown, units);
        asset && !paths.contains_key(shown) && self.units.iter().any(|held| is_above(above, held))
    }

    /// The copy of a file that is not there now.
    pub(super) fn lent(&self, shown: &str) -> Option<&Path> {
        let units = units_of(self.kept.keys());
        self.kept.get(shown).filter(|_| self.lends(shown, &units, &BTreeMap::new())).map(PathBuf::as_path)
    }
}

/// Whether a unit's folder holds another's.
fn is_above(folder: &str, other: &str) -> bool {
    folder.is_empty() || other.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether a file is of the site as a whole, which nobody can hold.
fn is_of_site(shown: &str) -> bool {
    matches!(shown, "site.yaml" | "site.yml") || shown.starts_with("calendar/")
}

/// The folder of the unit that a file belongs to: the nearest above it that is one.
pub(super) fn owner<'a>(shown: &'a str, units: &BTreeSet<String>) -> &'a str {
    let mut folder = shown.rsplit_once('/').map_or("", |(parent, _)| parent);
    while !folder.is_empty() && !units.contains(folder) {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
    folder
}

/// The folders that have a `unit.yaml` among some files.
pub(super) fn units_of<'a>(files: impl Iterator<Item = &'a String>) -> BTreeSet<String> {
    let unit = |shown: &'a String| {
        let (folder, name) = shown.rsplit_once('/')?;
        matches!(name, "unit.yaml" | "unit.yml").then(|| folder.to_owned())
    };
    files.filter_map(unit).collect()
}

/// Walks the folder. Symbolic links to files inside it are read; every other link is reported, and so is every
/// folder that cannot be entered.
pub(super) fn walk(root: &Path, hold: &Hold, report: &mut Report) -> Walk {
    let mut own = Report::default();
    let inside = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let mut paths: BTreeMap<String, PathBuf> = BTreeMap::new();
    let entries =
        WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter().filter_entry(|entry| !is_skipped(entry));
    for entry in entries {
        match entry {
            Ok(entry) => {
                let shown = relative(root, entry.path());
                if let Some(sign) = bad_sign(entry.file_name()) {
                    own.push(Diagnostic::of_path(&files::BAD_NAME, shown).arg("sign", sign));
                } else if entry.path_is_symlink() {
                    match link_target(entry.path(), &inside) {
                        Ok(target) => drop(paths.insert(shown, target)),
                        Err(what) => own.push(Diagnostic::of_path(&files::SYMLINK, shown).arg("what", what)),
                    }
                } else if entry.file_type().is_file() {
                    paths.insert(shown, entry.into_path());
                } else if !entry.file_type().is_dir() {
                    let hint = Phrase::new("这不是普通文件，请删掉", "this is no ordinary file: remove it");
                    own.push(Diagnostic::of_path(&files::UNKNOWN_FILE, shown).arg("hint", hint));
                }
            }
            Err(error) => {
                let shown = error.path().map(|path| relative(root, path)).unwrap_or_default();
                let io = error.into_io_error().unwrap_or_else(|| std::io::ErrorKind::Other.into());
                own.push(unreadable(&shown, &io));
            }
        }
    }
    let units = units_of(paths.keys().chain(hold.kept.keys()));
    hold.apply(&mut paths, &units);
    own.retain(|one| one.path.as_deref().is_none_or(|shown| !hold.has(shown, &units)));
    report.merge(own);
    classify(paths, report)
}

/// Entries that are none of ours: hidden ones, the ledger, and what office programs and systems leave behind.
fn is_skipped(entry: &DirEntry) -> bool {
    let Some(name) = entry.file_name().to_str() else { return false };
    name.starts_with(['.', '~'])
        || (entry.depth() == 1 && (name == "ledger" || is_readme(name)))
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

fn is_readme(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["readme", "readme.md", "readme.txt", "license", "license.txt"].contains(&name.as_str())
}

fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/")
}

/// What makes a name unfit for an address or a USB stick; `None` for a good name.
fn bad_sign(name: &std::ffi::OsStr) -> Option<Phrase> {
    let Some(name) = name.to_str() else {
        return Some(Phrase::new("不是 UTF-8 的字节", "bytes that are not UTF-8"));
    };
    if let Some(c) = name.chars().find(|c| c.is_control() || matches!(c, '\u{fffd}' | '\u{202a}'..='\u{202e}')) {
        return Some(Phrase::new(format!("看不见的字符 U+{:04X}", c as u32), format!("invisible U+{:04X}", c as u32)));
    }
    let reserved = |c: &char| matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%' | '#' | '&');
    name.chars().find(reserved).map(|c| Phrase::from(c.to_string()))
}

fn link_target(path: &Path, inside: &Path) -> Result<PathBuf, Phrase> {
    let target = path
        .canonicalize()
        .map_err(|_| Phrase::new("指向的文件不存在，或者绕成了圈", "leads nowhere or in a circle"))?;
    if !target.starts_with(inside) {
        return Err(Phrase::new("指到了内容文件夹外面", "leads out of the content folder"));
    }
    if target.is_file() { Ok(target) } else { Err(Phrase::new("指向一个文件夹", "leads to a folder")) }
}

fn classify(paths: BTreeMap<String, PathBuf>, report: &mut Report) -> Walk {
    let mut walk = Walk::default();
    let mut units = BTreeSet::new();
    let mut unknown = Vec::new();
    for (shown, path) in paths {
        match place(&shown) {
            Place::Known { folder, stem, what } => {
                if what == What::Unit {
                    units.insert(folder.to_owned());
                }
                let (folder, stem) = (folder.to_owned(), stem.to_owned());
                let twin = walk
                    .files
                    .iter()
                    .rev()
                    .take(8)
                    .find(|f| what != What::Asset && (f.what, &f.folder, &f.stem) == (what, &folder, &stem));
                match twin {
                    Some(first) => {
                        let diagnostic = Diagnostic::of_path(&files::SAME_FILE_TWICE, shown.clone());
                        report.push(diagnostic.arg("first", first.shown.as_str()).arg("second", shown));
                    }
                    None => walk.files.push(Found { shown, path, folder, stem, what }),
                }
            }
            Place::Unknown => unknown.push(shown),
        }
    }
    walk.folders.insert(String::new());
    for found in walk.files.iter().filter(|found| found.what != What::Asset || units.contains(&found.folder)) {
        walk.folders.extend(ancestors(&found.folder).map(str::to_owned));
    }
    for folder in walk.folders.iter().filter(|folder| !units.contains(*folder)) {
        let shown = match folder.as_str() {
            "" => Phrase::new("内容文件夹", "the content folder"),
            folder => Phrase::new(format!("“{folder}”"), format!("`{folder}`")),
        };
        report.push(Diagnostic::of_path(&files::FOLDER_WITHOUT_UNIT, folder.clone()).arg("folder", shown));
    }
    report_unknown(&walk, &unknown, report);
    walk
}

/// A folder and all above it, from the top down; the content folder only for itself.
fn ancestors(folder: &str) -> impl Iterator<Item = &str> {
    let ends = folder.match_indices('/').map(|(at, _)| at).chain(std::iter::once(folder.len()));
    ends.map(move |end| &folder[..end])
}

enum Place<'a> {
    Known { folder: &'a str, stem: &'a str, what: What },
    Unknown,
}

fn place(shown: &str) -> Place<'_> {
    let (parent, name) = shown.rsplit_once('/').unwrap_or(("", shown));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = ending.to_ascii_lowercase();
    let yaml = matches!(ending.as_str(), "yaml" | "yml");
    let asset = matches!(
        ending.as_str(),
        "png" | "jpg" | "jpeg" | "webp" | "gif" | "svg" | "pdf" | "xlsx" | "csv" | "mp3" | "mp4" | "vtt"
    );
    let special = parent.split('/').find(|part| FOLDERS.contains(part));
    let Some(special) = special else {
        let what = match stem {
            "site" if parent.is_empty() => What::Site,
            "unit" => What::Unit,
            "leaders" => What::Leaders,
            _ if parent == "calendar" => What::Calendar,
            _ => return Place::Unknown,
        };
        let folder = if what == What::Calendar { "" } else { parent };
        return if yaml { Place::Known { folder, stem, what } } else { Place::Unknown };
    };
    let at = parent.split('/').take_while(|part| *part != special).map(|part| part.len() + 1).sum::<usize>();
    let folder = parent[..at].trim_end_matches('/');
    let inside = &parent[..at + special.len()];
    let directly = parent == inside;
    let what = match special {
        _ if asset => What::Asset,
        "rosters" if yaml && directly => What::Roster,
        "notices" if ending == "md" && directly => What::Notice,
        "pages" if ending == "md" && directly => What::Page,
        "regulations" if ending == "md" && directly => What::Regulation,
        "procedures" if yaml && directly => What::Procedure,
        "statistics" if yaml && directly => What::Statistics,
        _ => return Place::Unknown,
    };
    Place::Known { folder, stem, what }
}

/// Reports files that nothing reads; a folder in which nothing at all is read is reported once, as a whole.
fn report_unknown(walk: &Walk, unknown: &[String], report: &mut Report) {
    let mut live: BTreeSet<&str> = BTreeSet::new();
    for found in &walk.files {
        let parent = found.shown.rsplit_once('/').map_or("", |(parent, _)| parent);
        live.extend(ancestors(parent));
    }
    let mut reported: BTreeSet<&str> = BTreeSet::new();
    for shown in unknown {
        let parent = shown.rsplit_once('/').map_or("", |(parent, _)| parent);
        let dead =
            ancestors(parent).find(|folder| !folder.is_empty() && !live.contains(folder) && !has_meaning(folder));
        let subject = dead.unwrap_or(shown);
        if reported.insert(subject) {
            report.push(hint::about(subject, dead.is_some()));
        }
    }
}

/// Whether a folder has one of the names that units know: what is wrong in it is its files.
fn has_meaning(folder: &str) -> bool {
    folder == "calendar" || FOLDERS.contains(&folder.rsplit('/').next().unwrap_or(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(shown: &str) -> String {
        match place(shown) {
            Place::Known { folder, stem, what } => format!("{what:?} {folder}|{stem}"),
            Place::Unknown => "unknown".to_owned(),
        }
    }

    #[test]
    fn a_file_is_what_its_place_says() {
        for (shown, expected) in [
            ("site.yaml", "Site |site"),
            ("unit.yml", "Unit |unit"),
            ("liushu/shanghe/unit.yaml", "Unit liushu/shanghe|unit"),
            ("calendar/2026.yaml", "Calendar |2026"),
            ("rosters/2026-12.yaml", "Roster |2026-12"),
            ("liushu/rosters/2026-12.yaml", "Roster liushu|2026-12"),
            ("liushu/rosters/表.xlsx", "Asset liushu|表"),
            ("notices/春节.md", "Notice |春节"),
            ("pages/img/a.PNG", "Asset |a"),
            ("a/pages/b.md", "Page a|b"),
            ("regulations/x.md", "Regulation |x"),
            ("a/regulations/深/x.md", "unknown"),
            ("a/procedures/xinfang.yml", "Procedure a|xinfang"),
            ("procedures/a/b.yaml", "unknown"),
            ("a/statistics/x.yaml", "Statistics a|x"),
            ("a/statistics/deep/x.yaml", "unknown"),
            ("liushu/site.yaml", "unknown"),
            ("liushu/calendar/2026.yaml", "unknown"),
            ("rosters/2026/12.yaml", "unknown"),
            ("roster.yaml", "unknown"),
            ("unit.txt", "unknown"),
        ] {
            assert_eq!(name(shown), expected, "{shown}");
        }
    }

    #[test]
    fn ancestors_go_down_to_the_folder() {
        assert_eq!(ancestors("").collect::<Vec<_>>(), [""]);
        assert_eq!(ancestors("a/b/c").collect::<Vec<_>>(), ["a", "a/b", "a/b/c"]);
    }
}
