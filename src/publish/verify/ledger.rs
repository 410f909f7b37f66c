//! Turns the ledger of a site into whether it holds together, agrees with that of the content, and bears out a receipt.

use encoding_rs::GB18030;

use crate::diag::Phrase;
use crate::digest::{Digest, hex, unhex};
use crate::ledger::Chain;
use crate::ledger::chain::{self, Relation};

use super::LEDGER;
use super::verdict::{Fault, Kind, Last, Ledger};

/// The ledger of a content folder.
#[derive(Debug)]
pub(super) struct Content {
    /// Its file, as it is named to people.
    pub(super) path: String,
    pub(super) chain: Chain,
}

/// The two facts of a receipt that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// Number of the entry.
    pub number: u32,
    /// Its hash.
    pub hash: Digest,
}

impl Receipt {
    /// Reads the text of a receipt: a line with `第 N 号` or `entry N`, and one with `校验值` or `sha256` and 64 digits.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        // Notepad may have saved it anew.
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => GB18030.decode(bytes).0,
        };
        let number = text.lines().find_map(number)?;
        let hash = text.lines().filter(|line| line.contains("校验值") || line.contains("sha256")).find_map(hash)?;
        Some(Self { number, hash })
    }
}

/// The number of a line that begins with `第 N 号` or `entry N`.
fn number(line: &str) -> Option<u32> {
    let leading = |rest: &str| {
        let rest = rest.trim_start_matches([' ', ':', '：', '\u{3000}']);
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        Some((rest[..end].parse().ok()?, rest[end..].trim_start().to_owned()))
    };
    let line = line.trim_start_matches(['\u{feff}', ' ', '\u{3000}']);
    let chinese = || {
        let (number, rest) = leading(line.strip_prefix('第')?)?;
        rest.starts_with('号').then_some(number)
    };
    let english = || leading(line.strip_prefix("entry")?).map(|(number, _)| number);
    chinese().or_else(english)
}

/// The 64 hexadecimal digits of a line.
fn hash(line: &str) -> Option<Digest> {
    line.split(|c: char| !c.is_ascii_alphanumeric()).find_map(|word| unhex(&word.to_ascii_lowercase()))
}

/// What is found of a ledger, and what is wrong.
pub(super) fn judge(
    bytes: Option<&[u8]>,
    content: Option<&Content>,
    receipt: Option<Receipt>,
) -> (Ledger, Option<u32>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut fault = |kind, path: &str, why| faults.push(Fault { kind, path: path.to_owned(), why: Some(why) });
    let published = bytes.map(chain::read);
    let mut fails = false;
    if let Some(broken) = published.as_ref().and_then(|chain| chain.fault.as_ref()) {
        fails = true;
        fault(Kind::Ledger, LEDGER, broken.phrase());
    }
    let mut ahead = None;
    if let Some(Content { path, chain: content }) = content {
        if let Some(broken) = &content.fault {
            fault(Kind::Ledger, path, broken.phrase());
        }
        let entries = published.as_ref().map_or(&[][..], |chain| &chain.entries);
        match agree(entries.len(), content, chain::relation(entries, &content.entries)) {
            Ok(more) => ahead = Some(more).filter(|_| content.fault.is_none()),
            Err(why) => {
                fails |= published.is_some();
                fault(Kind::Ledger, LEDGER, why);
            }
        }
    }
    let held = receipt.filter(|receipt| match missing(*receipt, published.as_ref()) {
        Some(why) => {
            fault(Kind::Receipt, LEDGER, why);
            false
        }
        None => true,
    });
    let ledger = match published {
        None => Ledger::None,
        Some(_) if fails => Ledger::Fails,
        Some(chain) => {
            let last = chain.last().map(|entry| Last {
                number: entry.number,
                declared: entry.declared,
                code: entry.short_code(),
            });
            Ledger::Holds { entries: chain.entries.len(), last, ahead }
        }
    };
    (ledger, held.map(|receipt| receipt.number), faults)
}

/// How many entries of the content are not published yet; or how the two differ.
fn agree(published: usize, content: &Chain, relation: Relation) -> Result<usize, Phrase> {
    let there = content.entries.len();
    match relation {
        Relation::Same | Relation::Behind => Ok(there - published),
        // What the content's ledger says after its fault is not known, so nothing is said of it twice.
        Relation::Ahead if content.fault.is_some() => Ok(0),
        Relation::Ahead => Err(Phrase::new(
            format!("网站上的发布记录比内容文件夹多：第 {} 号到第 {published} 号，内容文件夹里没有", there + 1),
            format!("it holds entries {} to {published}, which the content folder does not have", there + 1),
        )),
        Relation::Diverged { after } => {
            let from = after + 1;
            Err(Phrase::new(
                format!(
                    "从第 {from} 号起，和内容文件夹里的发布记录不一样（网站上到第 {published} 号，内容文件夹到第 {there} 号）"
                ),
                format!(
                    "from entry {from} on it differs from that of the content folder (published to entry {published}, the content to {there})"
                ),
            ))
        }
    }
}

/// Why a ledger does not bear out a receipt.
fn missing(receipt: Receipt, published: Option<&Chain>) -> Option<Phrase> {
    let Receipt { number, hash } = receipt;
    let Some(chain) = published else {
        return Some(Phrase::new(
            format!("网站上没有发布记录，查不到回执上的第 {number} 号"),
            format!("the site has no ledger to look for entry {number} in"),
        ));
    };
    match chain.entries.iter().find(|entry| entry.number == number) {
        Some(entry) if entry.hash == hash => None,
        Some(entry) => Some(Phrase::new(
            format!(
                "第 {number} 号和回执不一样：回执的校验值是 {}…，发布记录里是 {}…，回执开出以后记录被改写过",
                &hex(&hash)[..16],
                &hex(&entry.hash)[..16]
            ),
            format!(
                "entry {number} is another one than the receipt's: {}… on the receipt, {}… in the ledger; it was rewritten since",
                &hex(&hash)[..16],
                &hex(&entry.hash)[..16]
            ),
        )),
        None => Some(Phrase::new(
            format!("没有回执上的第 {number} 号，可核对的只到第 {} 号", chain.entries.len()),
            format!("there is no entry {number}; what can be checked ends with entry {}", chain.entries.len()),
        )),
    }
}
