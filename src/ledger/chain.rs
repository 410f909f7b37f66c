//! Turns the bytes of a ledger into its entries, as far as they hold together, and says where and why they do not.

use std::collections::BTreeSet;

use crate::diag::Phrase;
use crate::model::past::Item;

use super::entry::{Entry, NotAnEntry};

/// A ledger as read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chain {
    /// The entries before the first fault, in order.
    pub entries: Vec<Entry>,
    /// What is wrong with the rest.
    pub fault: Option<Fault>,
    /// How many bytes the entries take, with their line ends.
    pub length: usize,
}

/// What is wrong with a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line, from 1.
    pub line: usize,
    /// What.
    pub kind: FaultKind,
}

/// Kinds of faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The line is no entry.
    Unreadable,
    /// A later program wrote it.
    Later,
    /// The line was changed after it was written.
    WrongHash,
    /// It does not follow the line before: lines were taken out, put in or put in another order.
    WrongOrder,
    /// Two entries follow the same one: two people released without knowing of each other.
    Diverged {
        /// The entry that both follow; 0 where both are a first one.
        after: u32,
        /// Its number.
        number: u32,
    },
    /// Two versions of the file were put together by a program that left its marks.
    Conflict,
    /// It is of another site.
    OtherSite {
        /// Short name of that site.
        site: String,
    },
    /// Its day lies before that of the entry before.
    Backward,
    /// It holds together but says something that no program writes.
    Odd {
        /// What, as it stands there.
        what: String,
    },
    /// It withdraws what was not public.
    NotThere {
        /// What, as it stands there.
        item: String,
    },
    /// The last line has no end: writing it was cut short. What was to be released was not.
    HalfWritten,
}

impl Chain {
    /// The last entry.
    pub fn last(&self) -> Option<&Entry> {
        self.entries.last()
    }

    /// The fault, unless it is a last line cut short, which leaves what stands before it whole.
    pub fn broken(&self) -> Option<&Fault> {
        self.fault.as_ref().filter(|fault| fault.kind != FaultKind::HalfWritten)
    }
}

/// Reads a ledger. Line ends may have become those of Windows on the way.
pub fn read(bytes: &[u8]) -> Chain {
    let mut chain = Chain::default();
    let mut rest = bytes;
    let mut number = 0;
    let mut public = BTreeSet::new();
    while !rest.is_empty() {
        number += 1;
        let end = memchr::memchr(b'\n', rest);
        let line = &rest[..end.unwrap_or(rest.len())];
        rest = end.map_or(&[][..], |end| &rest[end + 1..]);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match follow(&chain, &public, line) {
            Ok(entry) => {
                for item in &entry.gone {
                    public.remove(item);
                }
                public.extend(entry.put.keys().cloned());
                chain.entries.push(entry);
                chain.length = bytes.len() - rest.len();
            }
            // Its number and order cannot be judged: what is cut short may be anything.
            Err(FaultKind::Unreadable) if end.is_none() => {
                chain.fault = Some(Fault { line: number, kind: FaultKind::HalfWritten });
                break;
            }
            Err(kind) => {
                chain.fault = Some(Fault { line: number, kind });
                break;
            }
        }
    }
    chain
}

/// The entry of a line, if it follows those before it, after which `public` is public.
fn follow(chain: &Chain, public: &BTreeSet<Item>, line: &[u8]) -> Result<Entry, FaultKind> {
    if [&b"<<<<<<<"[..], b"=======", b">>>>>>>", b"|||||||"].iter().any(|mark| line.starts_with(mark)) {
        return Err(FaultKind::Conflict);
    }
    let text = std::str::from_utf8(line).map_err(|_| FaultKind::Unreadable)?;
    let entry = Entry::read(text).map_err(|problem| match problem {
        NotAnEntry::Unreadable => FaultKind::Unreadable,
        NotAnEntry::Later => FaultKind::Later,
        NotAnEntry::WrongHash => FaultKind::WrongHash,
        NotAnEntry::Odd(what) => FaultKind::Odd { what },
    })?;
    let astray = entry.gone.iter().find(|item| !public.contains(item));
    let there = astray.map_or(Ok(()), |item| Err(FaultKind::NotThere { item: item.to_string() }));
    let Some(last) = chain.entries.last() else {
        let first = entry.number == 1 && entry.previous == [0; 32];
        return if first { there.map(|()| entry) } else { Err(FaultKind::WrongOrder) };
    };
    if entry.site != last.site {
        return Err(FaultKind::OtherSite { site: entry.site });
    }
    if entry.previous != last.hash {
        let before = chain.entries.iter().rev().skip(1).find(|before| before.hash == entry.previous);
        let again = entry.previous == [0; 32];
        return Err(match before {
            Some(before) => FaultKind::Diverged { after: before.number, number: entry.number },
            None if again => FaultKind::Diverged { after: 0, number: entry.number },
            None => FaultKind::WrongOrder,
        });
    }
    if last.number.checked_add(1) != Some(entry.number) {
        return Err(FaultKind::WrongOrder);
    }
    if entry.declared < last.declared || entry.recorded < last.recorded {
        return Err(FaultKind::Backward);
    }
    there.map(|()| entry)
}

/// How two ledgers of one site stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// They say the same.
    Same,
    /// The first goes on where the second ends.
    Ahead,
    /// The second goes on where the first ends.
    Behind,
    /// Both go on differently after this entry.
    Diverged {
        /// The last entry they share; 0 for none.
        after: u32,
    },
}

/// How a ledger stands to another.
pub fn relation(one: &[Entry], other: &[Entry]) -> Relation {
    let shared = one.iter().zip(other).take_while(|(a, b)| a.hash == b.hash).count();
    match (shared == one.len(), shared == other.len()) {
        (true, true) => Relation::Same,
        (false, true) => Relation::Ahead,
        (true, false) => Relation::Behind,
        (false, false) => Relation::Diverged { after: u32::try_from(shared).unwrap_or(u32::MAX) },
    }
}

impl Fault {
    /// What is wrong and what to do, for people.
    pub fn phrase(&self) -> Phrase {
        let line = self.line;
        match &self.kind {
            FaultKind::Unreadable => Phrase::new(
                format!("第 {line} 行不是发布记录，被改过或者损坏了"),
                format!("line {line} is no entry: it was changed or damaged"),
            ),
            FaultKind::Later => Phrase::new(
                format!("第 {line} 行是更新的程序写的，请把 gongshi 升级后再用"),
                format!("line {line} was written by a later program; update gongshi"),
            ),
            FaultKind::WrongHash => Phrase::new(
                format!("第 {line} 行的内容和它自己的校验值对不上，写好以后被改过"),
                format!("line {line} was changed after it was written: its hash is not that of its words"),
            ),
            FaultKind::WrongOrder => Phrase::new(
                format!("第 {line} 行和前一行接不上，中间有记录被删掉、插进来或者调换过"),
                format!("line {line} does not follow the line before: entries were removed, inserted or moved"),
            ),
            FaultKind::Diverged { after, number } => Phrase::new(
                format!("第 {line} 行（第 {number} 号）和前面的一条都接在第 {after} 号后面：有两个人各自发布过"),
                format!(
                    "line {line} (entry {number}) and an earlier one both follow entry {after}: two people released without knowing of each other"
                ),
            ),
            FaultKind::Conflict => Phrase::new(
                format!("第 {line} 行是合并文件时留下的冲突标记：有两个人各自发布过"),
                format!("line {line} is a conflict mark of a merge: two people released without knowing of each other"),
            ),
            FaultKind::OtherSite { site } => Phrase::new(
                format!("第 {line} 行是另一个网站（{site}）的记录"),
                format!("line {line} is of another site ({site})"),
            ),
            FaultKind::Backward => Phrase::new(
                format!("第 {line} 行的日期比前一条还早"),
                format!("line {line} has a date before that of the entry before"),
            ),
            FaultKind::Odd { what } => {
                let what = what.escape_debug();
                Phrase::new(
                    format!("第 {line} 行里有“{what}”，程序不会这样写：这一行是手工编的，或者损坏了"),
                    format!("line {line} has `{what}`, which no program writes: it was made by hand, or damaged"),
                )
            }
            FaultKind::NotThere { item } => Phrase::new(
                format!("第 {line} 行说撤下了“{item}”，在它前面却没有公布过：这一行是手工编的，或者损坏了"),
                format!(
                    "line {line} withdraws `{item}`, which was not public before it: it was made by hand, or damaged"
                ),
            ),
            FaultKind::HalfWritten => Phrase::new(
                format!("第 {line} 行没有写完（断电、磁盘满或者复制到一半），这一次没有发布成"),
                format!(
                    "line {line} was not written to its end (power cut, full disk, half a copy): that release did not happen"
                ),
            ),
        }
    }
}

#[cfg(test)]
mod tests;
