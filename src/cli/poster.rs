//! `poster`: single notices, without a build.

use super::Outcome;
use super::args::{FormatArg, KindArg, PosterArgs};
use super::check::{show, theme};
use super::terminal::Terminal;
use super::worker::Hired;
use crate::check::unit::slug::slug;
use crate::error::Error;
use crate::model::paper::Paper;
use crate::model::poster::PosterKind;
use crate::model::roster::RosterId;
use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::pipeline::{self, posters};
use crate::plan::posters::{of_day, subjects};
use crate::plan::{Piece, Subject};
use crate::render::poster::Make;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// Pixels an inch of a picture to print.
const RESOLUTION: f64 = 150.0;

pub(super) fn run(args: &PosterArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let Some(papers) = args.paper.iter().map(|paper| paper.parse::<Paper>().ok()).collect::<Option<Vec<_>>>() else {
        return Ok(refuse(
            terminal,
            "--paper 写的不是纸张：写 a2、a3、a4，或者宽x高毫米（100 到 1500），如 300x800",
            "--paper takes a2, a3, a4, or width x height in millimetres (100 to 1500), such as 300x800",
        ));
    };
    let day = match args.day.as_deref().map(super::agenda::date) {
        Some(None) => {
            return Ok(refuse(
                terminal,
                "--day 后面要写日期，如 --day 2026-12-07",
                "--day needs a date, such as --day 2026-12-07",
            ));
        }
        Some(day) => day,
        None => None,
    };
    if let Some((zh, en)) = idle(args) {
        return Ok(refuse(terminal, zh, en));
    }
    let theme = theme(&args.site)?;
    let mut checked = pipeline::check(&args.site.content, &theme)?;
    let site = match checked.site.take() {
        Some(site) if !checked.report.refuses(args.site.strict) => site,
        site => {
            checked.site = site;
            show(&checked, terminal);
            return Ok(Outcome::Problems);
        }
    };
    let asked = Asked { site: &site, args, day };
    let units = match asked.units() {
        Ok(units) => units,
        Err(said) => return Ok(refuse(terminal, &said.0, &said.1)),
    };
    let mut wanted = asked.subjects(&units);
    wanted.retain(|subject| asked.fits(*subject));
    if wanted.is_empty() && args.document.is_some() {
        let (zh, en) = asked.documents();
        return Ok(refuse(terminal, &zh, &en));
    }
    if wanted.is_empty() {
        return Ok(refuse(
            terminal,
            "没有符合的告示：核对 --unit、--roster、--day、--kind",
            "no such notice: please check --unit, --roster, --day and --kind",
        ));
    }
    let pieces: Vec<Piece> = wanted
        .iter()
        .flat_map(|subject| {
            let usual = [subject.kind().usual_paper()];
            let papers = if papers.is_empty() { &usual[..] } else { &papers };
            papers.iter().map(|paper| subject.on(*paper, args.mono)).collect::<Vec<_>>()
        })
        .collect();
    let only = |subject: Subject| asked.roster_of_day(subject);
    std::fs::create_dir_all(&args.out).map_err(Error::io(&args.out))?;
    let bar = (terminal.live() && pieces.len() > 1).then(|| super::build::bar(terminal.lang()));
    let written = std::sync::Mutex::new(std::collections::BTreeMap::new());
    let write = |at: usize, files: Vec<Vec<u8>>| -> Result<(), Error> {
        let Some(piece) = pieces.get(at) else { return Ok(()) };
        let stem = name(&site, *piece);
        let many = files.len() > 1;
        let mut paths = Vec::new();
        for (sheet, bytes) in files.iter().enumerate() {
            let sheet = if many { format!("-{}", sheet + 1) } else { String::new() };
            let path = args.out.join(format!("{stem}{sheet}.{}", args.format.ending()));
            put(&path, bytes)?;
            paths.push(path);
        }
        let mut written = written.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        written.insert(at, paths);
        if let Some(bar) = &bar {
            bar.set_length(u64::try_from(pieces.len()).unwrap_or(u64::MAX));
            bar.set_position(u64::try_from(written.len()).unwrap_or(u64::MAX));
        }
        Ok(())
    };
    let make = |piece: Piece| match args.format {
        FormatArg::Pdf => Make::Pdf,
        FormatArg::Png => Make::Png(pixels(piece.paper)),
        FormatArg::Svg => Make::Svg,
    };
    let hire = || -> Result<Box<dyn posters::Worker>, Error> { Ok(Box::new(Hired::new(&theme, &args.site)?)) };
    let ended = posters::single(&site, &theme, &pieces, &only, &make, Some(&hire), &write);
    if let Some(bar) = &bar {
        bar.finish_and_clear();
    }
    for path in written.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner).into_values().flatten() {
        terminal.print(&format!("{}\n", path.display()));
    }
    match ended {
        Err(Error::Posters(report)) => {
            checked.report = *report;
            show(&checked, terminal);
            Ok(Outcome::Problems)
        }
        other => other.map(|()| Outcome::Clean),
    }
}

fn refuse(terminal: &Terminal, zh: &str, en: &str) -> Outcome {
    terminal.note(&format!("{}\n", terminal.say(zh, en)));
    Outcome::Failed
}

/// The kind asked for; a day alone means the notice of that day.
fn kind(args: &PosterArgs) -> PosterKind {
    match args.kind {
        Some(KindArg::Month) => PosterKind::Month,
        Some(KindArg::Day) => PosterKind::Day,
        Some(KindArg::Change) => PosterKind::Change,
        Some(KindArg::Unit) => PosterKind::Unit,
        Some(KindArg::Set) => PosterKind::Set,
        Some(KindArg::Flow) => PosterKind::Flow,
        Some(KindArg::Leaflet) => PosterKind::Leaflet,
        Some(KindArg::Panels) => PosterKind::Panels,
        Some(KindArg::Booklet) => PosterKind::Booklet,
        None if args.day.is_some() => PosterKind::Day,
        None => PosterKind::Month,
    }
}

/// What was given that the kind has no use for: who names a day means that day, not all there is.
fn idle(args: &PosterArgs) -> Option<(&'static str, &'static str)> {
    use PosterKind::{Booklet, Change, Day, Flow, Leaflet, Month, Panels, Set, Unit};
    let kind = kind(args);
    let of_roster = matches!(kind, Month | Day | Change);
    if !of_roster && args.roster.is_some() {
        return Some((
            "这种告示（--kind unit、set、flow、leaflet、panels、booklet）不按安排表分，去掉 --roster，或者换一种 --kind",
            "this kind of notice (unit, set, flow, leaflet, panels, booklet) is not of one roster; leave out --roster, or ask for another --kind",
        ));
    }
    if !of_roster && args.day.is_some() {
        return Some((
            "这种告示（--kind unit、set、flow、leaflet、panels、booklet）不按日期分，去掉 --day，或者换一种 --kind",
            "this kind of notice (unit, set, flow, leaflet, panels, booklet) is not of one day; leave out --day, or ask for another --kind",
        ));
    }
    let of_document = match kind {
        Flow | Leaflet | Panels | Booklet => true,
        Month | Day | Change | Unit | Set => false,
    };
    (!of_document && args.document.is_some()).then_some((
        "--document 只用于程序和制度（--kind flow、leaflet、panels、booklet）",
        "--document is for procedures and regulations only (--kind flow, leaflet, panels, booklet)",
    ))
}

/// What was asked for.
struct Asked<'a> {
    site: &'a Site,
    args: &'a PosterArgs,
    day: Option<NaiveDate>,
}

impl Asked<'_> {
    /// The units meant: by folder or by name; without one all of them.
    fn units(&self) -> Result<Vec<UnitId>, (String, String)> {
        let all = (0..self.site.units.len()).map(UnitId);
        let Some(wanted) = &self.args.unit else { return Ok(all.collect()) };
        let wanted = wanted.trim().trim_end_matches('/');
        let is = |id: &UnitId| {
            let unit = self.site.unit(*id);
            unit.path == wanted || unit.name == wanted || unit.also.iter().any(|name| name == wanted)
        };
        let found: Vec<UnitId> = all.filter(is).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        let known = self.site.units.iter().filter(|unit| !unit.path.is_empty()).map(|unit| unit.path.as_str());
        let known: Vec<&str> = known.take(12).collect();
        Err((
            format!("没有“{wanted}”这个单位。写单位的名称或者文件夹，如：{}", known.join("、")),
            format!("there is no unit \"{wanted}\"; give its name or its folder, such as: {}", known.join(", ")),
        ))
    }

    fn subjects(&self, units: &[UnitId]) -> Vec<Subject> {
        let kind = kind(self.args);
        units.iter().flat_map(|unit| subjects(self.site, *unit, kind)).collect()
    }

    fn fits(&self, subject: Subject) -> bool {
        let stem = |id: RosterId| self.args.roster.as_ref().is_none_or(|wanted| self.is_roster(id, wanted));
        let day = |of: Option<NaiveDate>| self.day.is_none() || self.day == of;
        match subject {
            Subject::Roster(id) => {
                let roster = self.site.roster(id);
                let covers = |day: NaiveDate| roster.period.first <= day && day <= roster.listed_until;
                stem(id) && self.day.is_none_or(covers)
            }
            Subject::Change(id, announced) => stem(id) && day(announced),
            Subject::Day(_, of) => {
                day(Some(of)) && (self.args.roster.is_none() || self.roster_of_day(subject).is_some())
            }
            Subject::Unit(_) | Subject::Set(_) => true,
            Subject::Flow(_, at) | Subject::Leaflet(_, at) | Subject::Panels(_, at) => {
                self.site.procedures.get(at).is_some_and(|one| self.is_document(&one.stem, &one.title))
            }
            Subject::Booklet(_, id) => {
                let regulation = self.site.regulation(id);
                self.is_document(&regulation.stem, &regulation.title)
            }
        }
    }

    /// What there is, where no such document is.
    fn documents(&self) -> (String, String) {
        let wanted = self.args.document.as_deref().unwrap_or_default();
        let booklet = kind(self.args) == PosterKind::Booklet;
        let known: Vec<&str> = if booklet {
            self.site.regulations.iter().map(|one| one.stem.as_str()).take(12).collect()
        } else {
            self.site.procedures.iter().map(|one| one.stem.as_str()).take(12).collect()
        };
        let (zh, en) = if booklet { ("制度", "regulation") } else { ("办事程序", "procedure") };
        (
            format!("没有叫“{wanted}”的{zh}；有：{}", known.join("、")),
            format!("there is no {en} \"{wanted}\"; there are: {}", known.join(", ")),
        )
    }

    /// Whether a procedure or a regulation is meant.
    fn is_document(&self, stem: &str, title: &str) -> bool {
        self.args.document.as_ref().is_none_or(|wanted| file_stem(wanted) == stem || wanted.as_str() == title)
    }

    /// The roster asked for, if it has sessions in the notice of a day. Many units have a roster of one name: a unit's own
    /// goes before those above it.
    fn roster_of_day(&self, subject: Subject) -> Option<RosterId> {
        let (Subject::Day(unit, day), Some(wanted)) = (subject, &self.args.roster) else { return None };
        let rows = of_day(self.site, unit, day).into_iter().map(|row| row.roster);
        let found: Vec<RosterId> = rows.filter(|id| self.is_roster(*id, wanted)).collect();
        found.iter().find(|id| id.unit == unit).or(found.first()).copied()
    }

    /// By file name, with or without ending, or by title.
    fn is_roster(&self, id: RosterId, wanted: &str) -> bool {
        let roster = self.site.roster(id);
        roster.stem == file_stem(wanted) || roster.title == wanted
    }
}

/// The name of a file, without folder and ending.
fn file_stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    [".yaml", ".yml", ".md"].into_iter().find_map(|ending| file.strip_suffix(ending)).unwrap_or(file)
}

/// `liushu-shanghe-2026-12-a3.pdf` without its ending: letters that every system and every mail takes.
fn name(site: &Site, piece: Piece) -> String {
    let unit = site.unit(piece.subject.unit());
    let stem = |id: RosterId| slug(&site.roster(id).stem);
    let what = match piece.subject {
        Subject::Roster(id) => stem(id),
        Subject::Change(id, Some(day)) => format!("{}-change-{day}", stem(id)),
        Subject::Change(id, None) => format!("{}-change", stem(id)),
        Subject::Day(_, day) => format!("day-{day}"),
        Subject::Unit(_) => "unit".to_owned(),
        Subject::Set(_) => "set".to_owned(),
        Subject::Flow(_, at) | Subject::Leaflet(_, at) | Subject::Panels(_, at) => {
            let stem = site.procedures.get(at).map(|procedure| slug(&procedure.stem)).unwrap_or_default();
            format!("{stem}-{}", piece.subject.kind().name())
        }
        Subject::Booklet(_, id) => slug(&site.regulation(id).stem),
    };
    let folder = unit.path.split('/').filter(|part| !part.is_empty()).map(slug);
    let mono = piece.mono.then(|| "mono".to_owned());
    let parts = folder.chain([what, piece.paper.name().to_lowercase()]).chain(mono);
    parts.collect::<Vec<_>>().join("-")
}

/// How wide a picture for printing is.
fn pixels(paper: Paper) -> u16 {
    let width = f64::from(paper.size().0) / 25.4 * RESOLUTION;
    // At most 1,500 mm: below nine thousand.
    width.round().clamp(1.0, f64::from(u16::MAX)) as u16
}

/// Writes a file beside its place and moves it there, so that a notice is old or new and never half.
fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    let beside: PathBuf = path.with_file_name(name);
    std::fs::write(&beside, bytes).map_err(Error::io(&beside))?;
    std::fs::rename(&beside, path).map_err(Error::io(path))
}
