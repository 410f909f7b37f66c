//! Turns `themes/default` into a table in the binary, and all that decides the output into the engine id.
//!
//! Fonts are stored deflated (they unpack only when a poster is made) together with the list of characters they hold,
//! so that `check` can judge a name without unpacking anything.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::{Compression, write::DeflateEncoder};
use sha2::{Digest, Sha256};

#[path = "src/theme/cmap.rs"]
mod cmap;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").ok_or("CARGO_MANIFEST_DIR is not set")?);
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    for watched in ["src", "themes/default", "Cargo.lock", "build.rs"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let theme = files_below(&root.join("themes/default"))?;
    let mut table = format!("pub(super) const ENGINE_ID: &str = \"{}\";\n", engine_id(&root)?);
    table.push_str("pub(super) static FILES: &[Embedded] = &[\n");
    for (path, file) in &theme {
        let data = fs::read(file)?;
        let hash = hex(&Sha256::digest(&data));
        let font = cmap::is_font(path);
        let stored = if font { deflated(&out, &hash, &data)? } else { file.clone() };
        let characters = if font { characters(&out, &hash, path, &data)? } else { "&[]".to_owned() };
        writeln!(
            table,
            "    Embedded {{ path: {path:?}, sha256: {hash:?}, len: {}, deflated: {font}, bytes: include_bytes!({stored:?}), characters: {characters} }},",
            data.len(),
        )?;
    }
    table.push_str("];\n");
    write_if_changed(&out.join("embedded.rs"), table.as_bytes())
}

/// Every file below a folder that belongs to the theme, by its path relative to the folder, with `/` between parts.
fn files_below(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        let path = entry.path().strip_prefix(folder)?.to_str().ok_or("a path is not UTF-8")?.replace('\\', "/");
        // Scripts that make the fonts, and what editors leave behind, are no part of a site.
        let foreign = path.ends_with(".py") || path.ends_with('~') || path.split('/').any(|part| part.starts_with('.'));
        if entry.file_type().is_file() && !foreign {
            found.insert(path, entry.path().to_path_buf());
        }
    }
    Ok(found)
}

/// SHA-256 over path, length and bytes of every source file, the lock file and the theme, in order of path.
fn engine_id(root: &Path) -> Result<String> {
    let mut all = BTreeMap::new();
    for folder in ["src", "themes/default"] {
        all.extend(files_below(&root.join(folder))?.into_iter().map(|(path, file)| (format!("{folder}/{path}"), file)));
    }
    all.insert("Cargo.lock".to_owned(), root.join("Cargo.lock"));
    let mut hash = Sha256::new();
    for (path, file) in all {
        let data = fs::read(file)?;
        hash.update((path.len() as u64).to_le_bytes());
        hash.update(path.as_bytes());
        hash.update((data.len() as u64).to_le_bytes());
        hash.update(&data);
    }
    Ok(hex(&hash.finalize()))
}

/// The deflated copy in `OUT_DIR`, named by content so that it is made once and not at every change of the source.
fn deflated(out: &Path, hash: &str, data: &[u8]) -> Result<PathBuf> {
    let target = out.join(format!("{hash}.deflate"));
    if !target.exists() {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(data)?;
        write_if_changed(&target, &encoder.finish()?)?;
    }
    Ok(target)
}

/// The runs of characters a font holds, as a Rust expression; kept in `OUT_DIR` like the deflated copy.
fn characters(out: &Path, hash: &str, path: &str, data: &[u8]) -> Result<String> {
    let target = out.join(format!("{hash}.rs"));
    if !target.exists() {
        let runs = cmap::runs(data).ok_or_else(|| format!("{path} is no font that can be read"))?;
        let mut table = String::from("&[");
        for (first, last) in runs {
            write!(table, "({first},{last}),")?;
        }
        table.push(']');
        write_if_changed(&target, table.as_bytes())?;
    }
    Ok(format!("include!({target:?})"))
}

/// Writes through a second name, so that a build broken off leaves no half file behind.
fn write_if_changed(target: &Path, data: &[u8]) -> Result<()> {
    if fs::read(target).is_ok_and(|old| old == data) {
        return Ok(());
    }
    let part = target.with_extension("part");
    fs::write(&part, data)?;
    fs::rename(&part, target)?;
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        text.push_str(&format!("{byte:02x}"));
        text
    })
}
