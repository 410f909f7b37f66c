//! Names what stops the program itself: the environment or a bug, never the clerk's text.

use std::path::PathBuf;

/// A failure of the environment. What is wrong with content is a [`Diagnostic`](crate::diag::Diagnostic) instead.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The content folder is not there.
    #[error("没有这个文件夹：{} (no such folder)", .0.display())]
    NoContentFolder(PathBuf),
    /// What was given as content folder is a file.
    #[error("这不是文件夹：{} (not a folder)", .0.display())]
    NotAFolder(PathBuf),
    /// An operation on a file or folder failed.
    #[error("{}: {source}", path.display())]
    Io {
        /// What was being read or written.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Error {
    /// An [`Error::Io`] about `path`, for `map_err`.
    pub fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }
}
