//! Turns the name of a paper into its size.

use std::str::FromStr;

/// The size of a sheet. Templates are designed for A3 and scale to the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Paper {
    /// 420 × 594 mm: read from about 3 m.
    A2,
    /// 297 × 420 mm: read from about 2 m.
    #[default]
    A3,
    /// 210 × 297 mm: for a counter or a door.
    A4,
    /// Any other size, width and height in whole millimetres, from 100 to 1,500.
    Free(u16, u16),
}

impl Paper {
    /// Width and height in millimetres, upright.
    pub fn size(self) -> (u16, u16) {
        match self {
            Paper::A2 => (420, 594),
            Paper::A3 => (297, 420),
            Paper::A4 => (210, 297),
            Paper::Free(width, height) => (width, height),
        }
    }

    /// As it is written in file names and settings: `A3`, or `300x800`.
    pub fn name(self) -> String {
        match self {
            Paper::Free(width, height) => format!("{width}x{height}"),
            named => format!("{named:?}"),
        }
    }
}

/// Accepts `A3` in any case, and `300x800`, `300×800` or `300*800` in millimetres.
impl FromStr for Paper {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.trim().to_ascii_uppercase().as_str() {
            "A2" => return Ok(Paper::A2),
            "A3" => return Ok(Paper::A3),
            "A4" => return Ok(Paper::A4),
            _ => {}
        }
        let (width, height) = text.trim().split_once(['x', 'X', '×', '*']).ok_or(())?;
        let millimetres = |part: &str| part.trim().parse().ok().filter(|size| (100..=1500).contains(size)).ok_or(());
        Ok(Paper::Free(millimetres(width)?, millimetres(height)?))
    }
}

#[cfg(test)]
mod tests {
    use super::Paper;

    #[test]
    fn names_are_read_and_written() {
        for (text, paper) in [("a3", Paper::A3), (" A4 ", Paper::A4), ("300x800", Paper::Free(300, 800))] {
            assert_eq!(text.parse(), Ok(paper));
            assert_eq!(paper.name().parse(), Ok(paper));
        }
        assert_eq!("300×800".parse(), Ok(Paper::Free(300, 800)));
        for wrong in ["", "A5", "99x800", "300x1501", "300", "x", "-300x800"] {
            assert_eq!(wrong.parse::<Paper>(), Err(()), "{wrong}");
        }
    }
}
