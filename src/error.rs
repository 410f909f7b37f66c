//! Names what stops the program itself: the environment or a bug, never the clerk's text.

use crate::diag::{Lang, Phrase, Report};
use crate::publish::verify;
use crate::signature::KeyFault;
use crate::{privacy, publish, render};
use std::path::{Path, PathBuf};

/// A failure of the environment. What is wrong with content is a [`Diagnostic`](crate::diag::Diagnostic) instead.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[error("{}", self.phrase().get(Lang::En))]
pub enum Error {
    /// The content folder is not there.
    NoContentFolder(PathBuf),
    /// What was given as content folder is a file.
    NotAFolder(PathBuf),
    /// Files of the content folder that were read before cannot be read again.
    NoLongerRead(PathBuf),
    /// An operation on a file or folder failed.
    Io {
        /// What was being read or written.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Two outputs want one address.
    Collision {
        /// The address.
        path: String,
    },
    /// A file would publish what is personal, though no file of the content holds it as it stands.
    Personal {
        /// The address of the file.
        path: String,
        /// What it is.
        kind: privacy::Kind,
        /// What may be shown of it.
        shown: String,
    },
    /// The theme's templates or words are at fault.
    Theme(#[from] render::Error),
    /// The theme's fonts are at fault.
    PosterEngine(#[from] render::poster::EngineError),
    /// The key to sign with cannot be used.
    Key {
        /// Its file.
        path: PathBuf,
        /// Why.
        fault: KeyFault,
    },
    /// The key to sign with lies in a folder that is handed on to others.
    KeyExposed {
        /// Its file.
        path: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// A key with a password, and no terminal to ask for it.
    NoTerminal(PathBuf),
    /// What was given as a font, or a folder of fonts, holds none.
    NoFont(PathBuf),
    /// A poster cannot be made.
    Poster {
        /// Its address.
        poster: String,
        /// Why.
        problem: render::poster::PosterProblem,
    },
    /// Posters cannot be made for reasons that lie in the content or the theme.
    Posters(Box<Report>),
    /// A process that draws posters ended before its time, or answered what it should not.
    Worker(String),
    /// A view could not be serialised: a bug.
    View(serde_json::Error),
    /// The site that stands has releases that this content folder does not know of.
    SiteAhead {
        /// The last entry that both have.
        after: usize,
        /// The last entry of the site.
        last: usize,
    },
    /// The site that stands and this content folder were released separately.
    SiteDiverged {
        /// The last entry that both have.
        after: u32,
    },
    /// A unit cannot be built as it was released; the words say why.
    CannotHold(Phrase),
    /// An entry of the ledger cannot be written: a bug.
    Ledger,
    /// The site could not be published.
    Publish(#[from] publish::Error),
    /// What was to be verified cannot be.
    Verify(#[from] verify::Refusal),
}

impl Error {
    /// An [`Error::Io`] about `path`, for `map_err`.
    pub fn io(path: impl AsRef<Path>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.as_ref().to_path_buf();
        move |source| Self::Io { path, source }
    }

    /// What failed and what to do, for the person at the terminal.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoContentFolder(path) => {
                let shown = path.display();
                Phrase::new(
                    format!(
                        "没有这个文件夹：{shown}。先进到网站所在的文件夹，或者用 --content 指明；新建网站用 gongshi new"
                    ),
                    format!(
                        "no such folder: {shown}; go to the folder of your site, name it with --content, or start with `gongshi new`"
                    ),
                )
            }
            Self::NotAFolder(path) => {
                let shown = path.display();
                Phrase::new(format!("{shown} 不是文件夹"), format!("{shown} is not a folder"))
            }
            Self::NoLongerRead(path) => {
                let shown = path.display();
                Phrase::new(
                    format!("{shown} 里的文件刚才还读得到，现在读不全了，没有发布。请检查磁盘，再运行一次"),
                    format!(
                        "the files in {shown} were read before and cannot all be read again; nothing was released. Check the disk and run it again"
                    ),
                )
            }
            Self::Io { path, source } => {
                let shown = path.display();
                Phrase::new(format!("{shown} 读写不了（{source}）"), format!("{shown}: {source}"))
            }
            Self::Collision { path } => Phrase::new(
                format!("有两样东西都要用 {path} 这个地址；请给其中一个文件改名"),
                format!("two outputs want the address {path}; rename one of the files"),
            ),
            Self::Personal { path, kind, shown } => {
                let (code, title) = (kind.code().id, &kind.code().title);
                Phrase::new(
                    format!(
                        "{path} 里会出现{}（{shown}，{code}），没有发布。内容文件里没有这样写：请看是不是几处拼在一起，或者主题、以前的发布记录里有；确实可以公开的，经人审核以后写进 site.yaml 的“准予公开”",
                        title.zh
                    ),
                    format!(
                        "{path} would show: {} ({shown}, {code}); nothing was published. No content file says so as it stands: look for parts that come together, in the theme, and in what was released before; what may be public needs a reviewed entry under may_be_public in site.yaml",
                        title.en
                    ),
                )
            }
            Self::Theme(error) => {
                Phrase::new(format!("主题有问题：{error}"), format!("the theme is at fault: {error}"))
            }
            Self::PosterEngine(error) => {
                Phrase::new(format!("主题的字体有问题：{error}"), format!("the theme's fonts are at fault: {error}"))
            }
            Self::Key { path, fault } => {
                let (shown, fault) = (path.display(), fault.phrase());
                Phrase::new(
                    format!("{shown} 不能用来签名：{}", fault.get(Lang::Zh)),
                    format!("{shown} cannot sign: {}", fault.get(Lang::En)),
                )
            }
            Self::KeyExposed { path, folder } => {
                let (shown, folder) = (path.display(), folder.display());
                Phrase::new(
                    format!(
                        "密钥 {shown} 不能放在 {folder} 里：那里的文件会抄给别人、传到网上。请移到别处再签名；已经给过别人的，要换一把"
                    ),
                    format!(
                        "the secret key {shown} must not lie in {folder}, whose files are copied and published; move it elsewhere, and make a new one if anybody has had it"
                    ),
                )
            }
            Self::NoTerminal(path) => {
                let shown = path.display();
                Phrase::new(
                    format!(
                        "{shown} 有密码，密码只能在终端上输入，这里没有终端。请在终端窗口里运行；要让程序自动签名，用没有密码的密钥（minisign -G -W）"
                    ),
                    format!(
                        "{shown} has a password, which is asked on a terminal, and there is none. Run it in a terminal; for signing unattended use a key without password (minisign -G -W)"
                    ),
                )
            }
            Self::NoFont(path) => {
                let shown = path.display();
                Phrase::new(
                    format!("{shown} 里没有字体文件；字体文件以 .ttf、.otf、.ttc 结尾"),
                    format!("{shown} holds no font; fonts end in .ttf, .otf or .ttc"),
                )
            }
            Self::Poster { poster, problem } => {
                Phrase::new(format!("告示 {poster} 做不出来：{problem}"), format!("{poster} cannot be made: {problem}"))
            }
            Self::Posters(report) => {
                let count = report.iter().count();
                Phrase::new(
                    format!("有 {count} 处问题，告示做不出来"),
                    format!("posters cannot be made: {count} problems"),
                )
            }
            Self::Worker(detail) => Phrase::new(
                format!(
                    "做告示的子程序中途停了（{detail}）。多半是内存不够：关掉别的程序再运行一次；build 还可以加上 --jobs 1"
                ),
                format!(
                    "a process that draws posters stopped ({detail}); most likely memory ran out: close other programs and run it again; build takes --jobs 1 as well"
                ),
            ),
            Self::SiteAhead { after, last } => Phrase::new(
                format!(
                    "网站上的发布记录已经到第 {last} 号，这里的内容只到第 {after} 号：别人发布过更新的内容。没有发布，先把最新的内容文件夹取来"
                ),
                format!(
                    "the site has releases up to {last}, this content only up to {after}: somebody released later content. Nothing was published; fetch the latest content first"
                ),
            ),
            Self::SiteDiverged { after } => Phrase::new(
                format!(
                    "网站上的发布记录和这里的从第 {after} 号以后就不一样了：两个人各自发布过。没有发布。先把对方最新的整个内容文件夹取来（连同 ledger），把自己这边的改动再做一遍，再 release、build"
                ),
                format!(
                    "the ledger of the site and this one differ after entry {after}: two people released separately. Nothing was published. Fetch the other's latest content folder with its ledger, make your own changes in it again, then release and build"
                ),
            ),
            Self::CannotHold(why) => why.clone(),
            Self::Ledger => Phrase::new(
                "发布记录写不出来，这是程序的错，请告诉开发者",
                "an entry of the ledger cannot be written; this is a bug",
            ),
            Self::View(error) => Phrase::new(
                format!("程序内部出错，请把这句话告诉维护的人：{error}"),
                format!("internal error, please report it: {error}"),
            ),
            Self::Publish(error) => error.phrase(),
            Self::Verify(refusal) => refusal.phrase(),
        }
    }
}
