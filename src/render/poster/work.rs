//! Turns an order for one poster or picture into its files; orders and problems can travel to another process and back.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{BookletData, PosterData, PosterEngine, PosterProblem, ShareData, Sheet};
use crate::model::paper::Paper;

/// Something to draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// A poster.
    Notice {
        /// What it says: one notice, or several that hang side by side.
        panels: Vec<PosterData>,
        /// What it is printed on.
        sheet: Sheet,
        /// The files wanted.
        makes: Vec<Make>,
    },
    /// A regulation.
    Booklet {
        /// What it says.
        data: Box<BookletData>,
        /// What it is printed on.
        sheet: Sheet,
        /// The files wanted.
        makes: Vec<Make>,
    },
    /// The picture to send from telephone to telephone: one file of one form.
    Share(Box<ShareData>),
}

/// A form of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Make {
    /// All sheets in one file.
    Pdf,
    /// A picture of the first sheet, so many pixels wide.
    Preview(u16),
    /// A picture of each sheet, so many pixels wide.
    Png(u16),
    /// A drawing of each sheet.
    Svg,
}

/// The files made: of each form wanted, one or one a sheet.
pub type Files = Vec<Vec<Vec<u8>>>;

impl PosterEngine {
    /// Makes the files ordered.
    pub fn make(&self, job: &Job) -> Result<Files, PosterProblem> {
        let (poster, makes) = match job {
            Job::Share(data) => return Ok(vec![vec![self.share(data)?]]),
            Job::Notice { panels, sheet, makes } => (self.draw(panels, *sheet)?, makes),
            Job::Booklet { data, sheet, makes } => (self.bind(data, *sheet)?, makes),
        };
        let make = |make: &Make| {
            Ok(match *make {
                Make::Pdf => vec![poster.pdf()?],
                Make::Preview(width) => vec![poster.png(width)?],
                Make::Png(width) => poster.pngs(width)?,
                Make::Svg => poster.svgs(),
            })
        };
        makes.iter().map(make).collect()
    }
}

/// As `A3`, with `mono` behind it for a printer without colours.
impl Serialize for Sheet {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (self.paper.name(), self.mono).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Sheet {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (paper, mono) = <(String, bool)>::deserialize(from)?;
        let paper = paper.parse::<Paper>().map_err(|()| serde::de::Error::custom("no such paper"))?;
        Ok(Self { paper, mono })
    }
}
