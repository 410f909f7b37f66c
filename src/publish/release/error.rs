//! Turns what stops a release into words that name the path and say what to do.

use std::io;
use std::path::PathBuf;

use super::super::error::{reason, show};
use crate::diag::{Lang, Phrase};

/// Why nothing was released, unless it says otherwise.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.phrase().get(Lang::En))]
pub enum Error {
    /// The private ledger was changed or damaged.
    PrivateLedger {
        /// The file.
        path: PathBuf,
        /// The first line that does not hold together with those before it, from 1.
        line: usize,
    },
    /// The ledger is no longer what the entry was made for: somebody else released meanwhile.
    LedgerChanged {
        /// The file.
        path: PathBuf,
    },
    /// The ledger is empty or gone, though the private one tells of releases.
    LedgerLost {
        /// The ledger.
        path: PathBuf,
        /// The folder of the private ledger.
        private: PathBuf,
    },
    /// The ledger was put back to an older state: the private one knows of later releases.
    LedgerOlder {
        /// The ledger.
        path: PathBuf,
        /// The folder of the private ledger.
        private: PathBuf,
        /// Number of the last entry there is.
        last: u32,
        /// Number of the last entry that the private ledger knows of.
        known: u32,
    },
    /// Somebody else is releasing.
    Releasing {
        /// The folder of the ledger.
        ledger: PathBuf,
    },
    /// The entry is in the ledger; whether it outlasts a power cut, the disk did not say.
    Unconfirmed {
        /// The ledger.
        path: PathBuf,
        /// The system's reason.
        #[source]
        source: io::Error,
    },
}

impl Error {
    /// What happened and what to do.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::PrivateLedger { path, line } => Phrase::new(
                format!(
                    "内部记录 {} 第 {line} 行对不上，被改过或者损坏了，没有发布。请用备份换回；没有备份的，把它改个名字留存，程序会另起一份。",
                    show(path)
                ),
                format!(
                    "line {line} of the private ledger {} does not hold together with those before it: it was changed or damaged. Nothing was released. Put it back from a backup; without one, keep it under another name and a new one is begun.",
                    show(path)
                ),
            ),
            Self::LedgerChanged { path } => Phrase::new(
                format!("{} 刚刚被别人改过，没有发布。请再运行一次。", show(path)),
                format!("{} was changed by somebody else meanwhile. Nothing was released; run it again.", show(path)),
            ),
            Self::LedgerLost { path, private } => Phrase::new(
                format!(
                    "以前发布过，{} 却不见了或者空了，没有发布。请用备份或者网站上的 ledger.jsonl 把它换回来；确实要从头记起的，把 {} 改个名字留存。",
                    show(path),
                    show(private)
                ),
                format!(
                    "there were releases, but {} is gone or empty. Nothing was released. Put it back from a backup or from the site's own ledger.jsonl; to begin anew on purpose, keep {} under another name.",
                    show(path),
                    show(private)
                ),
            ),
            Self::LedgerOlder { path, private, last, known } => Phrase::new(
                format!(
                    "{} 只到第 {last} 号，内部记录里却已经发布到第 {known} 号：它被换回了以前的样子，没有发布。请用网站上的 ledger.jsonl 或者最新的备份把它换回来，再发布；确实要丢开后来那几次的（例如同事另外发布过，以他的为准），把 {} 改个名字留存。",
                    show(path),
                    show(private)
                ),
                format!(
                    "{} ends with entry {last}, but by the private ledger there were releases up to {known}: it was put back to an older state. Nothing was released. Fetch the newer one from the site's own ledger.jsonl or from the latest backup, then release; to leave the later ones behind on purpose (as when somebody else released separately and theirs counts), keep {} under another name.",
                    show(path),
                    show(private)
                ),
            ),
            Self::Releasing { ledger } => Phrase::new(
                format!("另一个 gongshi release 正在写 {}，没有发布。请等它做完。", show(ledger)),
                format!("another `gongshi release` is writing {}. Nothing was released; wait for it.", show(ledger)),
            ),
            Self::Unconfirmed { path, source } => {
                let (zh, en) = reason(source);
                Phrase::new(
                    format!(
                        "已经记入 {}，但磁盘没有确认存好：{zh}断电的话可能丢掉，请过后再运行一次 gongshi release 核对。",
                        show(path)
                    ),
                    format!(
                        "it was recorded in {}, but the disk did not confirm it: {en} A power cut may lose it; run `gongshi release` again to make sure.",
                        show(path)
                    ),
                )
            }
        }
    }
}
