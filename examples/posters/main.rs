//! Draws notices of every shape into a folder, with what each must hold as JSON, for looking at and for the judges.
//!
//!     cargo run --example posters -- OUT [THEME-FOLDER] [NAME…]
//!
//! With a theme folder its `posters/` are used instead of the built-in ones, so that a template can be tried at once.

mod kinds;
mod samples;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use gongshi::render::poster::PosterEngine;
use gongshi::theme::Theme;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().ok_or("which folder to write to?")?;
    let theme = arguments.next().map_or_else(|| Ok(Theme::built_in()), |folder| own_theme(Path::new(&folder)))?;
    let names: Vec<String> = arguments.collect();
    std::fs::create_dir_all(&out)?;
    let engine = PosterEngine::new(&theme)?;
    let months = samples::all().into_iter().map(|(name, data, sheet)| (name, vec![data], sheet));
    for (name, panels, sheet) in months.chain(kinds::all()) {
        if !names.is_empty() && !names.iter().any(|wanted| name.contains(wanted.as_str())) {
            continue;
        }
        let poster = engine.draw(&panels, sheet).map_err(|problem| format!("{name}: {problem}"))?;
        std::fs::write(format!("{out}/{name}.pdf"), poster.pdf()?)?;
        std::fs::write(format!("{out}/{name}.png"), poster.png(1000)?)?;
        let expected = serde_json::json!({
            "paper": sheet.paper.size(), "sheets": poster.sheets(),
            "texts": panels.iter().flat_map(|data| data.printed()).collect::<Vec<_>>(),
            "qr": panels.first().and_then(|data| data.qr.as_ref()).map(|qr| &qr.url),
        });
        std::fs::write(format!("{out}/{name}.json"), serde_json::to_vec_pretty(&expected)?)?;
    }
    Ok(())
}

fn own_theme(folder: &Path) -> Result<Theme, Box<dyn Error>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder.join("posters"))? {
        let entry = entry?;
        files.insert(format!("posters/{}", entry.file_name().to_string_lossy()), std::fs::read(entry.path())?);
    }
    Ok(Theme::with_overrides(files))
}
