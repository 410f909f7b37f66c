//! Turns outputs into addresses, and pairs of addresses into relative links that name files.
//!
//! A link never begins with `/` and never ends in a folder, so that it works from a disk and from below any path.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::posters::{self, Piece, Subject};
use super::traces::{self, Traces};
use super::{Output, code};
use crate::model::leader::PersonId;
use crate::model::past::Item;
use crate::model::roster::RosterId;
use crate::model::site::Site;

/// The address of every output, relative to the site's root, with `/`.
#[derive(Debug, Clone)]
pub struct Routes {
    units: Vec<UnitRoutes>,
    notices: Vec<String>,
    pages: Vec<String>,
    regulations: Vec<String>,
    procedures: Vec<String>,
    pictures: Vec<String>,
    statics: Vec<String>,
    codes: BTreeMap<Subject, String>,
    past_codes: Vec<String>,
    gone: Vec<String>,
    gone_beside: Vec<String>,
}

#[derive(Debug, Clone)]
struct UnitRoutes {
    /// With a final `/`; empty for the root.
    folder: String,
    index: String,
    rosters: Vec<RosterRoutes>,
    leaders: Vec<String>,
}

#[derive(Debug, Clone)]
struct RosterRoutes {
    page: String,
    code: String,
}

impl Routes {
    /// The addresses of a site's outputs; `statics` as for [`super::plan`].
    pub fn new(site: &Site, statics: &[String]) -> Self {
        use rayon::prelude::*;
        let units = (0..site.units.len()).into_par_iter().map(|index| UnitRoutes::new(site, index)).collect();
        let notices = site.notices.iter().map(|notice| {
            let folder = folder(&site.unit(notice.unit).path);
            format!("{folder}notices/{}.html", notice.stem)
        });
        let pages = site.pages.iter().map(|page| {
            let folder = folder(&site.unit(page.unit).path);
            format!("{folder}pages/{}.html", page.stem)
        });
        let regulations = site.regulations.iter().map(|regulation| {
            let folder = folder(&site.unit(regulation.unit).path);
            format!("{folder}regulations/{}.html", regulation.stem)
        });
        let procedures = site.procedures.iter().map(|procedure| {
            let folder = folder(&site.unit(procedure.unit).path);
            format!("{folder}procedures/{}.html", procedure.stem)
        });
        Self {
            units,
            notices: notices.collect(),
            pages: pages.collect(),
            regulations: regulations.collect(),
            procedures: procedures.collect(),
            pictures: site.pictures.clone(),
            statics: statics.to_vec(),
            codes: posters::coded(site)
                .into_par_iter()
                .map(|subject| (subject, code::subject_code(site, subject)))
                .collect(),
            past_codes: Vec::new(),
            gone: Vec::new(),
            gone_beside: Vec::new(),
        }
    }

    /// Adds the addresses of what was there once.
    pub(super) fn keep(&mut self, traces: &Traces) {
        let of = |items: &[Item]| items.iter().filter_map(traces::route).collect();
        self.past_codes = of(&traces.codes);
        self.gone = of(&traces.gone);
        self.gone_beside = traces.beside.iter().map(|(_, page)| page.clone()).collect();
    }

    /// The address of an output. An id that is not of this site has the address of the page for lost visitors.
    pub fn path(&self, output: Output) -> Cow<'_, str> {
        let known = match output {
            Output::Home => Some("index.html"),
            Output::NoticeIndex => Some("notices/index.html"),
            Output::NotFound => None,
            Output::Unit(id) => self.units.get(id.0).map(|unit| unit.index.as_str()),
            Output::RosterMonth(id) => self.roster(id).map(|roster| roster.page.as_str()),
            Output::Leader(PersonId { unit, index }) => {
                self.units.get(unit.0).and_then(|unit| unit.leaders.get(index)).map(String::as_str)
            }
            Output::Notice(index) => self.notices.get(index).map(String::as_str),
            Output::Page(index) => self.pages.get(index).map(String::as_str),
            Output::RegulationIndex => Some("regulations/index.html"),
            Output::Regulation(id) => self.regulations.get(id.0).map(String::as_str),
            Output::RegulationComparison(id) => {
                return Cow::Owned(self.beside(Output::Regulation(id), "compare.html"));
            }
            Output::ProcedureIndex => Some("procedures/index.html"),
            Output::Procedure(index) => self.procedures.get(index).map(String::as_str),
            Output::ReleaseIndex => Some("releases.html"),
            Output::Ledger => Some("ledger.jsonl"),
            Output::PastCode(index) => self.past_codes.get(index).map(String::as_str),
            Output::Gone(index) => self.gone.get(index).map(String::as_str),
            Output::GoneBeside(index) => self.gone_beside.get(index).map(String::as_str),
            Output::GoneIcs(index) => return Cow::Owned(self.beside(Output::Gone(index), "ics")),
            Output::Picture(index) => self.pictures.get(index).map(String::as_str),
            Output::Static(index) => self.statics.get(index).map(String::as_str),
            Output::SiteIcs => Some("calendar.ics"),
            Output::SiteCsv => Some("data/sessions.csv"),
            Output::SiteJson => Some("data/sessions.json"),
            Output::Feed => Some("feed.xml"),
            Output::Sitemap => Some("sitemap.xml"),
            Output::Robots => Some("robots.txt"),
            Output::SecurityTxt => Some(".well-known/security.txt"),
            Output::RosterIcs(id) => return Cow::Owned(self.beside(Output::RosterMonth(id), "ics")),
            Output::RosterCsv(id) => return Cow::Owned(self.beside(Output::RosterMonth(id), "csv")),
            Output::RosterJson(id) => return Cow::Owned(self.beside(Output::RosterMonth(id), "json")),
            Output::RosterForms(id) => return Cow::Owned(self.beside(Output::RosterMonth(id), "forms.html")),
            Output::RosterFragment(id) => return Cow::Owned(self.beside(Output::RosterMonth(id), "table.html")),
            Output::RosterShare(id) => return Cow::Owned(self.beside(Output::RosterMonth(id), "share.png")),
            Output::Change(id, day) => {
                return Cow::Owned(self.beside(Output::RosterMonth(id), &format!("change-{day}.html")));
            }
            Output::UnitIcs(id) => return Cow::Owned(self.beside(Output::Unit(id), "ics")),
            Output::LeaderIcs(id) => return Cow::Owned(self.beside(Output::Leader(id), "ics")),
            Output::PosterIndex => Some("posters.html"),
            Output::Code(subject) => return Cow::Owned(format!("p/{}.html", self.code(subject))),
            Output::PosterPdf(piece) => return Cow::Owned(self.poster(piece, "pdf")),
            Output::PosterPng(piece) => return Cow::Owned(self.poster(piece, "png")),
            Output::SitemapPart(at) => return Cow::Owned(format!("sitemap-{}.xml", at + 1)),
            Output::DataShard(month) => {
                return Cow::Owned(format!("data/sessions-{:04}-{:02}.js", month.year, month.month));
            }
        };
        Cow::Borrowed(known.unwrap_or("404.html"))
    }

    /// The address of an output in letters that any program takes, for links from outside the site.
    pub fn web_path(&self, output: Output) -> String {
        let mut path = String::new();
        for byte in self.path(output).bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                    path.push(char::from(byte))
                }
                _ => path.push_str(&format!("%{byte:02X}")),
            }
        }
        path
    }

    /// The file beside a page with another ending: rosters/2026-12.ics.
    fn beside(&self, page: Output, ending: &str) -> String {
        let page = self.path(page);
        format!("{}.{ending}", page.strip_suffix(".html").unwrap_or(&page))
    }

    /// The code printed on a notice, eight characters, with a page of its own; empty for what has none: notices that no
    /// build makes, sets, and all while the site makes no posters.
    pub fn code(&self, subject: Subject) -> &str {
        match subject {
            Subject::Roster(id) => self.roster(id).map_or("", |roster| roster.code.as_str()),
            other => self.codes.get(&other).map_or("", String::as_str),
        }
    }

    /// The link from one output to another.
    pub fn href(&self, from: Output, to: Output) -> String {
        relative(&self.path(from), &self.path(to))
    }

    /// The link to a theme file such as `static/site.css`, whether or not the theme has it.
    pub fn asset(&self, from: Output, path: &str) -> String {
        relative(&self.path(from), path)
    }

    fn roster(&self, id: RosterId) -> Option<&RosterRoutes> {
        self.units.get(id.unit.0)?.rosters.get(id.index)
    }

    /// `liushu/posters/2026-12.pdf`; what is not usual stands behind it: `2026-12.a4.mono.pdf`.
    fn poster(&self, piece: Piece, ending: &str) -> String {
        let file = |page: &str| {
            let file = page.rsplit_once('/').map_or(page, |(_, file)| file);
            file.strip_suffix(".html").unwrap_or(file).to_owned()
        };
        let stem = |id| file(self.roster(id).map_or("", |roster| roster.page.as_str()));
        let name = match piece.subject {
            Subject::Roster(id) => stem(id),
            Subject::Change(id, Some(day)) => format!("{}.change-{day}", stem(id)),
            Subject::Change(id, None) => format!("{}.change", stem(id)),
            Subject::Day(_, day) => format!("day-{day}"),
            Subject::Unit(_) => "unit".to_owned(),
            Subject::Set(_) => "set".to_owned(),
            Subject::Flow(_, at) | Subject::Leaflet(_, at) | Subject::Panels(_, at) => {
                let stem = file(self.procedures.get(at).map_or("", String::as_str));
                format!("procedures/{stem}.{}", piece.subject.kind().name())
            }
            Subject::Booklet(_, id) => {
                format!("regulations/{}", file(self.regulations.get(id.0).map_or("", String::as_str)))
            }
        };
        let folder = self.units.get(piece.subject.unit().0).map_or("", |unit| unit.folder.as_str());
        let usual = piece.paper == piece.subject.kind().usual_paper();
        let paper = if usual { String::new() } else { format!(".{}", piece.paper.name().to_lowercase()) };
        let mono = if piece.mono { ".mono" } else { "" };
        format!("{folder}posters/{name}{paper}{mono}.{ending}")
    }
}

impl UnitRoutes {
    fn new(site: &Site, index: usize) -> Self {
        let unit = &site.units[index];
        let folder = folder(&unit.path);
        // The home page has the root's `index.html`.
        let index = if folder.is_empty() { "unit.html".to_owned() } else { format!("{folder}index.html") };
        let rosters = unit.rosters.iter().map(|roster| RosterRoutes {
            page: format!("{folder}rosters/{}.html", roster.stem),
            code: if !site.settings.posters.is_empty() { code::poster_code(site, unit, roster) } else { String::new() },
        });
        let leaders = unit.people.iter().map(|person| format!("{folder}leaders/{}.html", person.slug));
        let (rosters, leaders) = (rosters.collect(), leaders.collect());
        Self { index, rosters, leaders, folder }
    }
}

fn folder(unit_path: &str) -> String {
    if unit_path.is_empty() { String::new() } else { format!("{unit_path}/") }
}

/// The relative link from the file at one address to the file at another, both relative to one root.
pub fn relative(from: &str, to: &str) -> String {
    let shared = from
        .bytes()
        .zip(to.bytes())
        .take_while(|(a, b)| a == b)
        .enumerate()
        .filter(|(_, (byte, _))| *byte == b'/')
        .last()
        .map_or(0, |(at, _)| at + 1);
    let up = from[shared..].bytes().filter(|byte| *byte == b'/').count();
    let mut href = "../".repeat(up);
    encode(&to[shared..], &mut href);
    href
}

/// Writes a path so that no character of it means something else in an address. Letters beyond ASCII stay readable.
fn encode(path: &str, out: &mut String) {
    use std::fmt::Write as _;
    for character in path.chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | '~' | '/' | '(' | ')' | '+' | ',' | '=' | '@' => {
                out.push(character);
            }
            _ if character.is_ascii() || character.is_whitespace() || character.is_control() => {
                let mut buffer = [0; 4];
                for byte in character.encode_utf8(&mut buffer).bytes() {
                    // Writing to a string cannot fail.
                    _ = write!(out, "%{byte:02X}");
                }
            }
            _ => out.push(character),
        }
    }
}
