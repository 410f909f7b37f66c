//! Turns the files of the built-in theme and of a site's own theme into one folder to read from.
//!
//! The built-in theme is part of the binary. A site may carry `themes/NAME/`; each file there replaces the built-in one of
//! the same path, or is added. Nothing here touches a disk: whoever loads the site hands its theme files in.

mod cmap;
pub(crate) use cmap::is_font;
mod coverage;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

use sha2::{Digest, Sha256};

pub use coverage::GlyphCoverage;
pub(crate) use coverage::is_blank;

/// One file of the built-in theme.
struct Embedded {
    path: &'static str,
    /// SHA-256 of the file itself, in hexadecimal.
    sha256: &'static str,
    /// Length of the file itself, in bytes.
    len: usize,
    /// Whether `bytes` is deflated (fonts are).
    deflated: bool,
    bytes: &'static [u8],
    /// For a font: first and last code point of each run of characters it holds.
    characters: &'static [(u32, u32)],
}

/// What `build.rs` made of `themes/default`.
mod embedded {
    use super::Embedded;
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// SHA-256, in hexadecimal, of everything of the program that decides what it writes: source, lock file, built-in theme.
/// Two programs with the same id make the same site from the same content.
pub const ENGINE_ID: &str = embedded::ENGINE_ID;

/// Where fonts lie that were given beside the theme (`--font-path`); they go in front of its own.
pub const GIVEN_FONTS: &str = "fonts/given/";

/// The files a site is drawn with. Paths are relative to the theme folder and use `/`, such as `posters/notice.typ`.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    overrides: BTreeMap<String, Vec<u8>>,
}

impl Theme {
    /// The built-in theme alone.
    pub fn built_in() -> Self {
        Self::default()
    }

    /// The built-in theme with a site's own files in front of it, each by its path within the site's theme folder.
    pub fn with_overrides(overrides: BTreeMap<String, Vec<u8>>) -> Self {
        Self { overrides }
    }

    /// The content of a file. Fonts of the built-in theme are unpacked at each call: keep what you get.
    pub fn file(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        if let Some(own) = self.overrides.get(path) {
            return Some(Cow::Borrowed(own));
        }
        let file = built_in(path)?;
        if !file.deflated {
            return Some(Cow::Borrowed(file.bytes));
        }
        let mut data = Vec::with_capacity(file.len);
        flate2::read::DeflateDecoder::new(file.bytes).read_to_end(&mut data).ok()?;
        Some(Cow::Owned(data))
    }

    /// The content of a text file, or `None` if it is absent or no UTF-8.
    pub fn text(&self, path: &str) -> Option<Cow<'_, str>> {
        match self.file(path)? {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
        }
    }

    /// Every path there is, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let built_in = embedded::FILES.iter().map(|file| file.path);
        built_in.chain(self.overrides.keys().map(String::as_str)).collect::<BTreeSet<_>>().into_iter()
    }

    /// The paths in a folder such as `static/`, in order.
    pub fn paths_in<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.paths().filter(move |path| path.starts_with(folder))
    }

    /// The paths of the fonts, in order.
    pub fn fonts(&self) -> impl Iterator<Item = &str> {
        self.paths().filter(|path| is_font(path))
    }

    /// SHA-256 of a file's content, in hexadecimal; for fingerprints, without unpacking.
    pub fn sha256(&self, path: &str) -> Option<String> {
        match self.overrides.get(path) {
            Some(own) => Some(Sha256::digest(own).iter().map(|byte| format!("{byte:02x}")).collect()),
            None => built_in(path).map(|file| file.sha256.to_owned()),
        }
    }

    /// The characters that at least one font holds. A site's own font that cannot be read holds none.
    pub fn coverage(&self) -> GlyphCoverage {
        let mut coverage = GlyphCoverage::default();
        for path in self.fonts() {
            match self.overrides.get(path) {
                Some(own) => _ = coverage.add_font(own),
                None => built_in(path).into_iter().for_each(|file| coverage.add_runs(file.characters)),
            }
        }
        coverage
    }
}

fn built_in(path: &str) -> Option<&'static Embedded> {
    let index = embedded::FILES.binary_search_by(|file| file.path.cmp(path)).ok()?;
    embedded::FILES.get(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_file_unpacks_to_its_hash() {
        let theme = Theme::built_in();
        assert!(theme.fonts().count() >= 3);
        for file in embedded::FILES {
            let data = theme.file(file.path).unwrap_or_else(|| panic!("{} does not unpack", file.path));
            let hash: String = Sha256::digest(&data).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!((data.len(), hash.as_str()), (file.len, file.sha256), "{}", file.path);
        }
    }

    #[test]
    fn own_files_replace_and_add() {
        let own = BTreeMap::from([("posters/notice.typ".to_owned(), b"mine".to_vec()), ("a/new".into(), vec![1])]);
        let theme = Theme::with_overrides(own);
        assert_eq!(theme.text("posters/notice.typ").as_deref(), Some("mine"));
        assert!(theme.paths().any(|path| path == "a/new"));
        assert_ne!(theme.sha256("posters/notice.typ"), Theme::built_in().sha256("posters/notice.typ"));
        assert!(theme.file("fonts/OFL-noto-sans-sc.txt").is_some());
        assert_eq!(theme.file("none"), None);
        let paths: Vec<&str> = theme.paths().collect();
        assert!(paths.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
