//! Turns an address into a QR code drawn as one SVG path.

use std::fmt::Write as _;

use qrcode::{EcLevel, QrCode};

/// Modules of white that the standard asks for on each side (ISO/IEC 18004, 6.3.8).
const QUIET: usize = 4;

/// A code ready to be placed.
pub(super) struct Drawing {
    /// One unit a module, quiet zone included.
    pub(super) svg: String,
    /// The side with the quiet zone, as a multiple of the side of the code itself.
    pub(super) with_margin: f64,
}

/// The code at level M. `None` if the address is too long to encode.
pub(super) fn draw(address: &str) -> Option<Drawing> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let width = code.width();
    let dark = code.to_colors();
    let mut path = String::new();
    for (y, row) in dark.chunks(width).enumerate() {
        let mut x = 0;
        // Neighbouring modules become one rectangle: fewer bytes, and no hairline between them.
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&qrcode::Color::Dark) {
                let length = run.len();
                // Writing into a String cannot fail.
                _ = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
            }
            x += run.len();
        }
    }
    let side = width + 2 * QUIET;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    );
    // Codes have 21 to 177 modules a side: exact in any number type.
    let with_margin = side as f64 / width as f64;
    Some(Drawing { svg, with_margin })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_path_starts_after_the_quiet_zone() {
        let code = super::draw("https://example.gov.cn/p/7K2M9QXA.html").unwrap();
        assert!(code.svg.contains("d=\"M4 4h7v1h-7z"), "the finder pattern begins at 4, 4: {}", code.svg);
        assert!(code.with_margin > 1.2 && code.with_margin < 1.4);
        assert!(super::draw(&"x".repeat(3000)).is_none());
    }
}
