//! Turns what stops a publication into words that name the path and say what to do.

use std::io;
use std::path::{Path, PathBuf};

use crate::diag::{Lang, Phrase};

/// What was being done to a path when the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Making a directory or a file in it.
    Create,
    /// Reading a file, a directory or what the system knows of it.
    Read,
    /// Removing a file or a directory.
    Remove,
    /// Giving a file or directory another name, or a second one.
    Rename,
    /// Making sure that the disk holds what was written.
    Sync,
    /// Writing a file.
    Write,
}

/// Why nothing was published. Unless it says otherwise, the site in the target is whole and as it was.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.phrase().get(Lang::En))]
pub enum Error {
    /// The target is a path that must never be replaced, or lies where it would be read as content.
    BadTarget {
        /// The target, resolved.
        target: PathBuf,
        /// What it must not be, hold or lie in.
        other: PathBuf,
    },
    /// Another build holds the target.
    Busy {
        /// The target.
        target: PathBuf,
    },
    /// A published file changed while this build was using it.
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// Two outputs want one place, on this disk or on one that takes capitals and small letters for the same.
    Collision {
        /// The route that sorts first.
        first: String,
        /// The other route.
        second: String,
    },
    /// The directory holds what gongshi did not put there.
    Foreign {
        /// The target.
        target: PathBuf,
        /// The entry that sorts first.
        entry: PathBuf,
        /// How many more there are.
        more: usize,
    },
    /// An output wants the place of a hidden entry that gongshi did not put there.
    ForeignInWay {
        /// The entry.
        path: PathBuf,
    },
    /// The exchange took two renames and the second failed, as did going back. The next command repairs it.
    HalfWay {
        /// The target.
        target: PathBuf,
        /// The directory that holds the old and the new site.
        work: PathBuf,
        /// The system's reason.
        #[source]
        source: io::Error,
    },
    /// A publication was cut short and somebody has put files into the target since; neither may be thrown away.
    Interrupted {
        /// The target.
        target: PathBuf,
        /// The directory that holds the old and the new site.
        work: PathBuf,
    },
    /// The system refused.
    Io {
        /// What was being done.
        doing: Doing,
        /// To what.
        path: PathBuf,
        /// The system's reason.
        #[source]
        source: io::Error,
    },
    /// The file system keeps no locks, so two builds could mix.
    NoLocks {
        /// The target.
        target: PathBuf,
    },
    /// The directory that should hold the target does not exist.
    NoParent {
        /// The target as given.
        target: PathBuf,
    },
    /// The target exists and is no directory.
    NotDirectory {
        /// The target.
        target: PathBuf,
    },
    /// `manifest.json` in the target is damaged, not ours, or of a later gongshi.
    NotOurManifest {
        /// The manifest.
        path: PathBuf,
    },
    /// Something could not be released.
    Release(#[from] super::release::Error),
    /// A route that some disk, archive or web server cannot hold. A bug of the program rather than of the content.
    Route {
        /// The route.
        route: String,
        /// What is wrong with it.
        why: RouteFault,
    },
    /// The directory can be neither exchanged nor renamed, or another disk is mounted in it.
    Stuck {
        /// The target.
        target: PathBuf,
        /// The system's reason.
        #[source]
        source: io::Error,
    },
    /// An output failed and the failure was passed over. A bug of the program.
    Unfinished {
        /// The output.
        route: String,
    },
}

/// What is wrong with a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteFault {
    /// It is empty, begins or ends with `/`, or holds `//`, `.` or `..`.
    Shape,
    /// It holds a control character or one of `< > : " | ? * \`.
    Character,
    /// A part ends with a full stop or a space.
    Ending,
    /// A part is a device name of Windows (`con`, `nul`, `com1` …).
    Device,
    /// A part is longer than 255 bytes, or the whole than 1024.
    Long,
    /// The name is used by the publication itself.
    Reserved,
}

/// For `map_err`: what was being done, and to what.
pub(super) fn io(doing: Doing, path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    move |source| Error::Io { doing, path, source }
}

impl Error {
    /// What happened, naming the path, and what to do.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::BadTarget { target, other } => Phrase::new(
                format!(
                    "网站不能输出到 {}：它与 {} 重叠，会互相覆盖。请另选一个专用文件夹，例如 public。",
                    show(target),
                    show(other)
                ),
                format!(
                    "the site cannot go to {}: it overlaps {}. Choose a directory of its own, such as public.",
                    show(target),
                    show(other)
                ),
            ),
            Self::Busy { target } => Phrase::new(
                format!("另一个 gongshi 正在写 {}。请等它结束后再试。", show(target)),
                format!("another gongshi is writing {}. Wait until it ends, then try again.", show(target)),
            ),
            Self::Changed { path } => Phrase::new(
                format!("生成过程中 {} 被改动了。网站没有更新，请再生成一次。", show(path)),
                format!("{} changed during the build. The site was left as it was; build again.", show(path)),
            ),
            Self::Collision { first, second } if first == second => Phrase::new(
                format!("有两个页面都要写到 {first}。请给其中一个换个文件名。"),
                format!("two outputs want the place {first}. Rename the source of one."),
            ),
            Self::Collision { first, second } => Phrase::new(
                format!("{first} 和 {second} 会互相覆盖（一个是文件夹，或者只差大小写）。请给其中一个换个文件名。"),
                format!(
                    "{first} and {second} want the same place (one is a directory, or only capitals differ). Rename the source of one."
                ),
            ),
            Self::Foreign { target, entry, more } => {
                let (zh, en) = match more {
                    0 => (String::new(), String::new()),
                    n => (format!("等 {} 项", n + 1), format!(" and {n} more")),
                };
                Phrase::new(
                    format!(
                        "{} 里有不是 gongshi 生成的 {}{zh}。为免误删，没有更新网站。请把它移走，或者换一个输出文件夹。",
                        show(target),
                        show(entry)
                    ),
                    format!(
                        "{} holds {}{en}, which gongshi did not make. Nothing was touched; move it away or choose another directory.",
                        show(target),
                        show(entry)
                    ),
                )
            }
            Self::ForeignInWay { path } => Phrase::new(
                format!("网站要生成 {}，但那里已有一个不是 gongshi 生成的同名项。请先把它移走。", show(path)),
                format!(
                    "the site has a file for {}, where something stands that gongshi did not make. Move it away first.",
                    show(path)
                ),
            ),
            Self::HalfWay { target, work, source } => Phrase::new(
                format!(
                    "更新 {} 时中途失败：{}新旧两份网站都完整地存在 {} 里，问题解决后再运行一次，会自动修复。",
                    show(target),
                    reason(source).0,
                    show(work)
                ),
                format!(
                    "replacing {} failed half way: {} The old and the new site are whole in {}; run again and it will be repaired.",
                    show(target),
                    reason(source).1,
                    show(work)
                ),
            ),
            Self::Interrupted { target, work } => Phrase::new(
                format!(
                    "上次更新在中途被打断，之后又有人往 {} 里放了文件。新旧两份网站都在 {} 里。请把 {} 移走，再运行一次，会自动修复。",
                    show(target),
                    show(work),
                    show(target)
                ),
                format!(
                    "the last publication was cut short and {} has been filled since; the old and the new site are in {}. Move {} away and run again: it will be repaired.",
                    show(target),
                    show(work),
                    show(target)
                ),
            ),
            Self::Io { doing, path, source } => {
                let (zh, en) = doing.words();
                let (why_zh, why_en) = reason(source);
                Phrase::new(
                    format!("{zh} {}：{why_zh}", show(path)),
                    format!("could not {en} {}: {why_en}", show(path)),
                )
            }
            Self::NoLocks { target } => Phrase::new(
                format!("{} 所在的磁盘不支持文件锁，无法保证更新完整。请先输出到本机硬盘，再复制过去。", show(target)),
                format!(
                    "the disk of {} keeps no file locks. Build onto a local disk and copy the result.",
                    show(target)
                ),
            ),
            Self::NoParent { target } => Phrase::new(
                format!("{} 的上一级文件夹不存在。请先建好，或检查路径是否写对。", show(target)),
                format!("the directory that should hold {} does not exist. Make it, or check the path.", show(target)),
            ),
            Self::NotDirectory { target } => Phrase::new(
                format!("{} 不是文件夹。请把它移走，或者换一个输出文件夹。", show(target)),
                format!("{} is not a directory. Move it away or choose another place.", show(target)),
            ),
            Self::NotOurManifest { path } => Phrase::new(
                format!(
                    "{} 已损坏、不是 gongshi 生成的，或者出自更新的版本。请把整个输出文件夹移走或换一个，再生成。",
                    show(path)
                ),
                format!(
                    "{} is damaged, not gongshi's, or of a later version. Move the whole directory away or choose another, then build again.",
                    show(path)
                ),
            ),
            Self::Release(error) => error.phrase(),
            Self::Route { route, why } => {
                let (zh, en) = why.words();
                Phrase::new(
                    format!("页面路径“{route}”不能用：{zh}。请给它的源文件换个名字。"),
                    format!("the route \"{route}\" cannot be used: {en}. Rename its source file."),
                )
            }
            Self::Stuck { target, source } => Phrase::new(
                format!("无法替换文件夹 {}（{}）。请把它移走，或者换一个输出文件夹，再生成。", show(target), source),
                format!(
                    "the directory {} cannot be replaced ({}). Move it away or choose another, then build again.",
                    show(target),
                    source
                ),
            ),
            Self::Unfinished { route } => Phrase::new(
                format!("{route} 没有写成，网站没有更新。请再生成一次；若仍如此，请报告这个问题。"),
                format!(
                    "{route} was not written, so the site was left as it was. Build again; if it recurs, report a bug."
                ),
            ),
        }
    }
}

impl Doing {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Create => ("无法新建", "create"),
            Self::Read => ("无法读取", "read"),
            Self::Remove => ("无法删除", "remove"),
            Self::Rename => ("无法改名或链接", "rename or link"),
            Self::Sync => ("无法确认已存盘", "flush to disk"),
            Self::Write => ("无法写入", "write"),
        }
    }
}

impl RouteFault {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Shape => ("有空的一段，或者含有“.”“..”", "it has an empty part, `.` or `..`"),
            Self::Character => {
                ("含有控制字符或 < > : \" | ? * \\", "it holds a control character or one of < > : \" | ? * \\")
            }
            Self::Ending => ("有一段以句点或空格结尾", "a part ends with a full stop or a space"),
            Self::Device => ("有一段是 Windows 的设备名", "a part is a device name of Windows"),
            Self::Long => ("太长", "it is too long"),
            Self::Reserved => ("这个名字留给网站清单用", "the name is kept for the list of files"),
        }
    }
}

pub(super) fn show(path: &Path) -> std::path::Display<'_> {
    path.display()
}

/// The usual reasons in plain words with their remedy; others as the system says them.
pub(super) fn reason(source: &io::Error) -> (String, String) {
    let (zh, en) = match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            ("磁盘已满。请清理出空间后再试。", "the disk is full. Free some space and try again.")
        }
        io::ErrorKind::PermissionDenied => (
            "没有权限。请检查文件夹的权限，或换一个输出文件夹。",
            "permission denied. Check the permissions, or choose another directory.",
        ),
        io::ErrorKind::ReadOnlyFilesystem => {
            ("磁盘是只读的。请换一个输出文件夹。", "the disk is read-only. Choose another directory.")
        }
        io::ErrorKind::InvalidFilename => {
            ("名字太长。请换短一些的名字。", "the name is too long. Choose a shorter one.")
        }
        _ => {
            return (format!("{source}。请检查磁盘后再试。"), format!("{source}. Check the disk and try again."));
        }
    };
    (zh.to_owned(), en.to_owned())
}
