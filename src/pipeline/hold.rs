//! Reads some units as they were released, so that a mistake in one does not hold up the others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Checked, check, check_as};
use crate::diag::code::Severity;
use crate::diag::{Diagnostic, Phrase, path_of};
use crate::error::Error;
use crate::ledger;
use crate::load::{self, Hold};
use crate::model::past::{Facts, Field, Item, ItemKind, Past};
use crate::publish::release;
use crate::theme::Theme;

/// The units to hold, by folder or by the name they were released with.
///
/// # Errors
/// Where nothing was released, the copies are not there, or no unit of that name was released.
pub fn hold(content: &Path, wanted: &[String]) -> Result<Hold, Error> {
    if wanted.is_empty() {
        return Ok(Hold::default());
    }
    let past = past(content)?;
    let kept = kept(content, &past)?;
    let mut units = BTreeSet::new();
    for name in wanted {
        // As a path is written on Windows, or from the folder of the site.
        let folder = name.replace('\\', "/");
        let folder = folder.trim_matches('/');
        let folder = folder.strip_prefix("content/").unwrap_or(folder);
        let folder = if folder == "." { "" } else { folder };
        units.insert(named(&past, name, folder)?);
    }
    Ok(Hold { units, kept })
}

/// The folder of the unit of this folder, or else of this name where only one has it.
fn named(past: &Past, name: &str, folder: &str) -> Result<String, Error> {
    let public = || units(past).map(|(item, facts)| (item.unit.as_str(), facts));
    if public().any(|(unit, _)| unit == folder) {
        return Ok(folder.to_owned());
    }
    let found: Vec<&str> = public().filter(|(_, facts)| facts.get(Field::Name) == name).map(|(unit, _)| unit).collect();
    match found.as_slice() {
        [one] => Ok((*one).to_owned()),
        [] => Err(Error::CannotHold(Phrase::new(
            format!("没有发布过“{name}”这个单位；--hold 后面写它的文件夹，如 liushu/shanghe"),
            format!("no unit `{name}` was released; --hold takes its folder, such as liushu/shanghe"),
        ))),
        several => {
            let shown: Vec<&str> = several.iter().map(|unit| if unit.is_empty() { "." } else { unit }).collect();
            Err(Error::CannotHold(Phrase::new(
                format!("有 {} 个单位都叫“{name}”，--hold 后面请写文件夹：{}", shown.len(), shown.join("、")),
                format!("{} units are called `{name}`; give --hold the folder: {}", shown.len(), shown.join(", ")),
            )))
        }
    }
}

/// The units that are public, with what was released of them.
fn units(past: &Past) -> impl Iterator<Item = (&Item, &Facts)> {
    let units = past.items().filter(|(item, _)| item.kind == ItemKind::Unit);
    units.filter_map(|(item, _)| Some((item, past.facts(item)?)))
}

fn past(content: &Path) -> Result<Past, Error> {
    let bytes = load::ledger(content)?;
    Ok(ledger::past(ledger::chain::read(&bytes), &bytes))
}

/// The copies of the files of the last release.
fn kept(content: &Path, past: &Past) -> Result<BTreeMap<String, std::path::PathBuf>, Error> {
    let Some(last) = past.last() else {
        return Err(Error::CannotHold(Phrase::new(
            "还没有用 gongshi release 发布过，没有可以照旧的内容",
            "nothing was released yet, so there is nothing to hold to",
        )));
    };
    let kept = release::kept(content, last.number, &last.code()).map(|kept| kept.0);
    kept.ok_or_else(|| {
        Error::CannotHold(Phrase::new(
            "上一次发布时留的内容副本（ledger/released）不在或者不全，没法照旧生成；请从备份或者同事那里找回",
            "the copies made by the last release (ledger/released) are missing or not whole; get them from a backup",
        ))
    })
}

/// Reads and checks a content folder with some units as they were released. Private words in what they hold now stop it all
/// the same: they must not lie there.
///
/// # Errors
/// As [`check`].
pub fn check_holding(content: &Path, hold: &Hold, theme: &Theme) -> Result<Checked, Error> {
    if hold.units.is_empty() {
        return check(content, theme);
    }
    let mut now = check(content, theme)?;
    now.report.retain(|one| is_private(one) && one.code.severity == Severity::Error);
    if now.report.refuses(false) {
        now.site = None;
        return Ok(now);
    }
    check_as(content, hold, theme)
}

/// What stands in the way of a build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InTheWay {
    /// Folders of the units with errors; empty for the root.
    pub units: BTreeSet<String>,
    /// Whether all of them could be held.
    pub can_hold: bool,
}

/// The units whose errors stop a build.
pub fn in_the_way(content: &Path, checked: &Checked) -> InTheWay {
    let errors = || checked.report.iter().filter(|one| one.code.severity == Severity::Error);
    let paths = || errors().map(|one| path_of(one, &checked.sources));
    // Without a ledger that can be read nothing can be held either.
    let once = past(content).map(|past| units(&past).map(|(item, _)| item.unit.clone()).collect()).unwrap_or_default();
    let units = load::units_in_the_way(content, &once, paths());
    let of_site = paths()
        .any(|path| path.is_empty() || matches!(path, "site.yaml" | "site.yml") || path.starts_with("calendar/"));
    let names: Vec<String> =
        units.iter().map(|unit| if unit.is_empty() { ".".to_owned() } else { unit.clone() }).collect();
    let can_hold = !of_site && !errors().any(is_private) && !names.is_empty() && hold(content, &names).is_ok();
    InTheWay { units, can_hold }
}

/// Whether a problem is one of private words, which nothing may pass over.
fn is_private(one: &Diagnostic) -> bool {
    one.code.id.starts_with("GS06")
}
