//! `poster`: notices by themselves, on any paper, without a build.

use super::Outcome;
use super::args::{Picture, PosterArgs};
use super::check::{show, theme};
use super::terminal::Terminal;
use crate::error::Error;
use crate::model::roster::RosterId;
use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::pipeline;
use crate::render::poster::{Paper, Poster, PosterProblem, Sheet};
use std::path::PathBuf;

pub(super) fn run(args: &PosterArgs, terminal: &Terminal) -> Result<Outcome, Error> {
    let Ok(paper) = args.paper.parse::<Paper>() else {
        let typed = &args.paper;
        terminal.note(&terminal.say(
            &format!("“{typed}”不是纸张：写 a4、a3、a2，或者 300x800（宽x高，毫米）\n"),
            &format!("`{typed}` is no paper: write a4, a3, a2, or 300x800 (width x height in millimetres)\n"),
        ));
        return Ok(Outcome::Failed);
    };
    let theme = theme(&args.site)?;
    let checked = pipeline::check(&args.site.content, &theme)?;
    show(&checked, terminal);
    let Some(site) = checked.site.as_ref().filter(|_| !checked.report.refuses(args.site.strict)) else {
        return Ok(Outcome::Problems);
    };
    let chosen: Vec<RosterId> = site.rosters().map(|(id, _)| id).filter(|id| is_chosen(site, *id, args)).collect();
    if chosen.is_empty() {
        let words = terminal.say("没有符合的安排：核对 --unit 和 --roster\n", "no roster fits --unit and --roster\n");
        terminal.note(&words);
        return Ok(Outcome::Failed);
    }
    std::fs::create_dir_all(&args.out).map_err(Error::io(&args.out))?;
    let sheet = Sheet { paper, mono: args.mono };
    pipeline::posters(site, &theme, &chosen, sheet, &mut |id, poster| {
        for (name, bytes) in files(site, id, paper, args.format, poster).map_err(|problem| fault(site, id, problem))? {
            let path = args.out.join(name);
            std::fs::write(&path, bytes).map_err(Error::io(&path))?;
            terminal.print(&format!("{}\n", path.display()));
        }
        Ok(())
    })?;
    Ok(Outcome::Clean)
}

/// A notice that cannot be made, by the title of its roster.
fn fault(site: &Site, id: RosterId, problem: PosterProblem) -> Error {
    Error::Poster { poster: site.roster(id).title.clone(), problem }
}

/// Whether a roster is meant: by its unit's name or folder, and by its file name.
fn is_chosen(site: &Site, id: RosterId, args: &PosterArgs) -> bool {
    let UnitId(unit) = id.unit;
    let unit = &site.units[unit];
    let of_unit =
        args.unit.as_ref().is_none_or(|name| unit.name == *name || unit.path == *name || unit.also.contains(name));
    let roster = args.roster.as_ref();
    of_unit && roster.is_none_or(|stem| stem.trim_end_matches(".yaml") == site.roster(id).stem)
}

/// The files of a poster by name: liushu-2026-12-a4.pdf; of pictures one a sheet.
fn files(
    site: &Site,
    id: RosterId,
    paper: Paper,
    format: Picture,
    poster: &Poster,
) -> Result<Vec<(PathBuf, Vec<u8>)>, PosterProblem> {
    let unit = site.unit(id.unit).path.replace('/', "-");
    let stem = &site.roster(id).stem;
    let stem = if unit.is_empty() { stem.clone() } else { format!("{unit}-{stem}") };
    let stem = format!("{stem}-{}", paper.name().to_lowercase());
    match format {
        Picture::Pdf => Ok(vec![(PathBuf::from(format!("{stem}.pdf")), poster.pdf()?)]),
        Picture::Png => (0..poster.sheets())
            .map(|sheet| {
                let number = if poster.sheets() == 1 { String::new() } else { format!("-{}", sheet + 1) };
                Ok((PathBuf::from(format!("{stem}{number}.png")), poster.sheet_png(sheet, PIXELS)?))
            })
            .collect(),
    }
}

/// Width of a picture: sharp on a screen and on a sheet of A4.
const PIXELS: u16 = 2000;
