//! Turns the bytes of a font into the runs of characters it holds. Used by `build.rs` too.

/// Whether a path names a font that typst can read.
pub(crate) fn is_font(path: &str) -> bool {
    [".ttf", ".otf", ".ttc"].iter().any(|end| path.to_ascii_lowercase().ends_with(end))
}

/// First and last code point of each run of characters that have a glyph, in order; every face of a collection counts.
/// `None` if the bytes are no font.
pub(crate) fn runs(data: &[u8]) -> Option<Vec<(u32, u32)>> {
    let mut points = Vec::new();
    for index in 0..ttf_parser::fonts_in_collection(data).unwrap_or(1) {
        let face = ttf_parser::Face::parse(data, index).ok()?;
        for table in face.tables().cmap?.subtables.into_iter().filter(|table| table.is_unicode()) {
            table.codepoints(|point| {
                // Some subtables list whole ranges of which only a part has glyphs.
                if table.glyph_index(point).is_some_and(|glyph| glyph.0 != 0) {
                    points.push(point);
                }
            });
        }
    }
    points.sort_unstable();
    points.dedup();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for point in points {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == point => run.1 = point,
            _ => runs.push((point, point)),
        }
    }
    Some(runs)
}
