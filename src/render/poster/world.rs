//! Answers typst's questions about files: the template and what it imports from the theme, the notice as `data.json` beside them.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::fonts::Fonts;
use super::{EngineError, PosterProblem};
use crate::theme::Theme;

/// Where a theme keeps its poster templates.
const FOLDER: &str = "posters/";

/// What all posters share: library, fonts, templates. Made once; costs the unpacking of the fonts.
pub(super) struct Shared {
    standard: LazyHash<Library>,
    pub(super) fonts: Fonts,
    sources: HashMap<FileId, Source>,
}

impl Shared {
    pub(super) fn new(theme: &Theme, fonts: Fonts) -> Result<Self, EngineError> {
        let mut sources = HashMap::new();
        for path in theme.paths_in(FOLDER).filter(|path| path.ends_with(".typ")) {
            let text = theme.text(path).ok_or_else(|| EngineError::NotText { path: path.to_owned() })?;
            // A path typst cannot express cannot be imported either.
            if let Some(id) = file_id(path) {
                sources.insert(id, Source::new(id, text.into_owned()));
            }
        }
        Ok(Self { standard: LazyHash::new(Library::default()), fonts, sources })
    }
}

/// One poster's view of the world.
pub(super) struct PosterWorld<'a> {
    shared: &'a Shared,
    main: FileId,
    data_id: FileId,
    data: Bytes,
}

impl<'a> PosterWorld<'a> {
    /// `template` is a path within the theme; `data` the JSON that it reads.
    pub(super) fn new(shared: &'a Shared, template: &str, data: Vec<u8>) -> Result<Self, PosterProblem> {
        let missing = || PosterProblem::Template { template: template.to_owned(), message: "not found".to_owned() };
        let main = file_id(template).filter(|id| shared.sources.contains_key(id)).ok_or_else(missing)?;
        let data_id = file_id("data.json").ok_or_else(missing)?;
        Ok(Self { shared, main, data_id, data: Bytes::new(data) })
    }
}

impl World for PosterWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.standard
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shared.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id { Ok(self.data.clone()) } else { Err(not_found(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.face(index)
    }

    /// A poster must not depend on the day it is made.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Ids are kept by typst for good, so only the few paths of the theme and one for the data are ever made.
fn file_id(path: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?)))
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_with_slash().into())
}
