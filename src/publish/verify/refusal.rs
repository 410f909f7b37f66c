//! Turns what keeps a site from being verified at all into words that say what to do.

use std::io;
use std::path::{Path, PathBuf};

use crate::diag::{Lang, Phrase};

/// Why there is no verdict.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.phrase().get(Lang::En))]
pub enum Refusal {
    /// There is no such folder or file.
    Nothing(PathBuf),
    /// The system refused.
    Io {
        /// What was being read.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A folder or ZIP without any list.
    NoSite {
        /// The place.
        path: PathBuf,
        /// Whether there is nothing in it at all.
        empty: bool,
        /// Where a site was found nearby.
        near: Option<PathBuf>,
    },
    /// Several folders of a ZIP hold a site.
    Several {
        /// The ZIP.
        path: PathBuf,
        /// Two of them.
        folders: [String; 2],
    },
    /// A file that is no ZIP, or a broken one.
    NotZip(PathBuf),
    /// A ZIP that would unpack to far more than any site.
    Absurd {
        /// The ZIP.
        path: PathBuf,
        /// To how many megabytes it says it would unpack.
        megabytes: u64,
    },
    /// What was given as public key is none.
    NotAKey(PathBuf),
    /// What was given as receipt holds no number and hash.
    NotAReceipt(PathBuf),
    /// What was given as content is no folder.
    NotContent(PathBuf),
}

impl Refusal {
    /// That something could not be read.
    pub(super) fn read(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => Self::Nothing(path.to_owned()),
            _ => Self::Io { path: path.to_owned(), source },
        }
    }

    /// What happened and what to do.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Nothing(path) => {
                let shown = path.display();
                Phrase::new(
                    format!("找不到 {shown}。请检查名字，或者先进到它所在的文件夹"),
                    format!("there is no {shown}; check the name, or go to the folder it lies in"),
                )
            }
            Self::Io { path, source } => {
                let shown = path.display();
                let (zh, en) = reason(source);
                Phrase::new(format!("{shown} 读不了：{zh}"), format!("{shown} cannot be read: {en}"))
            }
            Self::NoSite { path, near: Some(near), .. } => {
                let (shown, near) = (path.display(), near.display());
                Phrase::new(
                    format!(
                        "{shown} 里没有发布出来的网站（没有 manifest.json 和 SHA256SUMS）。网站在 {near}，请写：gongshi verify {near}"
                    ),
                    format!(
                        "{shown} holds no published site (no manifest.json, no SHA256SUMS); there is one in {near}: gongshi verify {near}"
                    ),
                )
            }
            Self::NoSite { path, empty: true, .. } => {
                let shown = path.display();
                Phrase::new(
                    format!("{shown} 是空的，没有可核对的。请写网站所在的文件夹（一般叫 public）"),
                    format!("{shown} is empty; name the folder of the site, usually public"),
                )
            }
            Self::NoSite { path, .. } => {
                let shown = path.display();
                Phrase::new(
                    format!(
                        "{shown} 里没有清单（manifest.json 和 SHA256SUMS），没法核对。请写网站所在的文件夹（一般叫 public）；如果清单是后来丢的，请向发布单位要一份完整的"
                    ),
                    format!(
                        "{shown} has no list (neither manifest.json nor SHA256SUMS), so nothing can be checked. Name the folder of the site, usually public; if the lists were lost, ask the publisher for a whole copy"
                    ),
                )
            }
            Self::Several { path, folders: [one, other] } => {
                let shown = path.display();
                Phrase::new(
                    format!("{shown} 里不止一个网站（{one} 和 {other}）。请一次只核对一个"),
                    format!("{shown} holds more than one site ({one} and {other}); check one at a time"),
                )
            }
            Self::NotZip(path) => {
                let shown = path.display();
                Phrase::new(
                    format!(
                        "{shown} 不是 ZIP 压缩包，或者坏了打不开。可以核对的是网站文件夹，或者它的 ZIP（不能是 RAR、7z）"
                    ),
                    format!(
                        "{shown} is no ZIP, or a broken one; what can be checked is the folder of a site or a ZIP of it (no RAR, no 7z)"
                    ),
                )
            }
            Self::Absurd { path, megabytes } => {
                let shown = path.display();
                Phrase::new(
                    format!("{shown} 解开有 {megabytes} MB，和压缩包的大小太不相称，像是故意做来占满磁盘的，没有打开"),
                    format!(
                        "{shown} would unpack to {megabytes} MB, out of all proportion to its size, as if made to fill a disk; it was not opened"
                    ),
                )
            }
            Self::NotAKey(path) => {
                let shown = path.display();
                Phrase::new(
                    format!(
                        "{shown} 不是 minisign 的公钥。公钥是以 RW 开头的一行字，或者有这样一行的文件（一般叫 minisign.pub）"
                    ),
                    format!(
                        "{shown} is no public key of minisign: a line that begins with RW, or a file with such a line, usually minisign.pub"
                    ),
                )
            }
            Self::NotAReceipt(path) => {
                let shown = path.display();
                Phrase::new(
                    format!(
                        "{shown} 不是发布回执：里面没有“第 N 号”和“校验值”。请用 gongshi release --receipt 写出的那个文件"
                    ),
                    format!(
                        "{shown} is no receipt: it holds no line with `entry N` and none with `sha256`; use the file that `gongshi release --receipt` wrote"
                    ),
                )
            }
            Self::NotContent(path) => {
                let shown = path.display();
                Phrase::new(
                    format!("--content 后面要写内容文件夹，{shown} 不是文件夹"),
                    format!("--content takes the content folder; {shown} is no folder"),
                )
            }
        }
    }
}

/// The usual reasons in plain words.
pub(super) fn reason(source: &io::Error) -> (String, String) {
    let (zh, en) = match source.kind() {
        io::ErrorKind::PermissionDenied => ("没有权限", "permission denied"),
        io::ErrorKind::NotFound => ("刚才还在，现在没有了", "it vanished while it was being read"),
        io::ErrorKind::UnexpectedEof => ("没读完就断了", "it ended too early"),
        _ => return (source.to_string(), source.to_string()),
    };
    (zh.to_owned(), en.to_owned())
}
