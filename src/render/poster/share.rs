//! Turns what a roster tells into a picture to send from telephone to telephone: as wide as a screen, as long as it must be.

use serde::{Deserialize, Serialize};
use typst::utils::Scalar;
use typst_render::RenderOptions;

use super::{Fact, PosterEngine, PosterProblem, Qr, fonts, proof, qr, title};

/// The template of the picture.
const SHARE: &str = "posters/share.typ";

/// The picture is so many pixels wide.
const WIDTH: u32 = 1080;

/// The template draws it so many points wide; a point is then about what a pixel is on the screen of a telephone.
const POINTS: u32 = 360;

/// What the picture says, in the words that are printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareData {
    /// Language of the text as BCP 47.
    pub language: String,
    /// The office, over the title; empty where the title names it.
    pub office: String,
    /// The title.
    pub title: String,
    /// From when to when; empty where the title says it.
    pub period: String,
    /// What all sessions share: place, matter.
    pub facts: Vec<Fact>,
    /// The sessions.
    pub rows: Vec<ShareRow>,
    /// That there are more.
    pub more: String,
    /// Where the places are.
    pub addresses: Vec<String>,
    /// How to come.
    pub terms: Vec<String>,
    /// Whom to call.
    pub phones: Vec<String>,
    /// Of when it is, since pictures stay about.
    pub updated: String,
    /// The code to scan; `None` for a site without an address.
    pub qr: Option<Qr>,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ShareRow {
    /// The day, or the rule of what is the same every day.
    pub date: String,
    /// The weekday, and what is said beside it.
    pub beside: Vec<String>,
    /// The hours.
    pub hours: String,
    /// Who receives; for a unit of its own with that unit before.
    pub people: Vec<ShareName>,
    /// Place, kind, matter where it has its own.
    pub lines: Vec<String>,
    /// What has changed.
    pub statuses: Vec<String>,
    /// Said where nobody needs to come; empty otherwise.
    pub off: String,
}

/// One of those who receive.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ShareName {
    /// Unit or part played, before the name.
    pub before: String,
    /// The name.
    pub name: String,
    /// The posts.
    pub posts: String,
}

impl ShareData {
    /// Every text that must be found in the picture.
    pub fn printed(&self) -> Vec<&str> {
        let mut all = vec![&self.office, &self.title, &self.period, &self.more, &self.updated];
        for fact in &self.facts {
            all.push(&fact.label);
            all.extend(fact.lines.iter().chain(&fact.details));
        }
        for row in &self.rows {
            all.extend([&row.date, &row.hours, &row.off]);
            all.extend(row.beside.iter().chain(&row.lines).chain(&row.statuses));
            all.extend(row.people.iter().flat_map(|person| [&person.before, &person.name, &person.posts]));
        }
        all.extend(self.addresses.iter().chain(&self.terms).chain(&self.phones));
        all.extend(self.qr.iter().map(|qr| &qr.caption));
        all.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect()
    }
}

#[derive(Serialize)]
struct View<'a> {
    #[serde(flatten)]
    data: &'a ShareData,
    /// The title on one, two and three lines.
    title_ways: Vec<Vec<String>>,
    qr_svg: Option<String>,
    fonts: &'a fonts::Families,
    /// Points.
    width: u32,
}

impl PosterEngine {
    /// Draws the picture, reads it over and encodes it as PNG.
    ///
    /// # Errors
    /// Where a text is missing, a character has no glyph or the template is at fault.
    pub fn share(&self, data: &ShareData) -> Result<Vec<u8>, PosterProblem> {
        let code = match &data.qr {
            None => None,
            Some(code) => {
                let too_long = || PosterProblem::AddressTooLong { url: code.url.clone() };
                Some(qr::draw(&code.url).ok_or_else(too_long)?.svg)
            }
        };
        let fonts = &self.shared.fonts.families;
        let view = View { data, title_ways: title::ways(&data.title), qr_svg: code, fonts, width: POINTS };
        let document = self.compile(SHARE, &view, SHARE)?;
        proof::read(&document, &data.printed())?;
        let failed = |message: String| PosterProblem::Export { message };
        let [page] = document.pages() else { return Err(failed(format!("{} pages", document.pages().len()))) };
        let pixel_per_pt = f64::from(WIDTH) / f64::from(POINTS);
        let options = RenderOptions { pixel_per_pt: Scalar::new(pixel_per_pt), ..RenderOptions::default() };
        typst_render::render(page, &options).encode_png().map_err(|error| failed(error.to_string()))
    }
}
