//! What is found of a site: values for people and programs to be told.

use chrono::NaiveDate;

use crate::diag::Phrase;

/// What is wrong with one file of a site, or with what it is held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind of fault.
    pub kind: Kind,
    /// The file, by its route.
    pub path: String,
    /// More about it, where there is more to say than the kind does.
    pub why: Option<Phrase>,
}

/// Kinds of faults, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A listed file has other bytes.
    Changed,
    /// A listed file is not there.
    Missing,
    /// A file that no list names.
    Extra,
    /// A symbolic link.
    Link,
    /// A folder or a device in the place of a file.
    NotAFile,
    /// A file that cannot be read.
    Unreadable,
    /// Two entries of a ZIP with one name.
    Twice,
    /// An entry of a ZIP whose name leads out of it.
    Unsafe,
    /// A signature that does not hold.
    Signature,
    /// A ledger that does not hold together, or says something else than it should.
    Ledger,
    /// A receipt that the ledger does not bear out.
    Receipt,
}

impl Kind {
    /// All of them, in order.
    pub const ALL: [Self; 11] = [
        Self::Changed,
        Self::Missing,
        Self::Extra,
        Self::Link,
        Self::NotAFile,
        Self::Unreadable,
        Self::Twice,
        Self::Unsafe,
        Self::Signature,
        Self::Ledger,
        Self::Receipt,
    ];
}

/// What there is to say of the signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seal {
    /// There is none.
    None,
    /// It holds.
    Holds {
        /// The number of the key.
        number: String,
        /// The comment under the signature.
        comment: String,
        /// Whether the key came from elsewhere than the site.
        given: bool,
    },
    /// It holds over the list as it was; the list was changed since, which is told as a fault.
    HeldBefore {
        /// The number of the key.
        number: String,
    },
    /// It cannot be judged for want of a key.
    NoKey {
        /// The number of the key that is said to have signed.
        number: String,
    },
    /// It does not hold; told as a fault.
    Fails,
}

/// What there is to say of the published ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ledger {
    /// There is none.
    None,
    /// It holds together.
    Holds {
        /// How many entries.
        entries: usize,
        /// The last one.
        last: Option<Last>,
        /// How many entries of the content's ledger are not published yet, where that was asked.
        ahead: Option<usize>,
    },
    /// It does not; told as a fault.
    Fails,
}

/// The last entry of a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Last {
    /// Its number.
    pub number: u32,
    /// The day it is said to have been made public.
    pub declared: NaiveDate,
    /// Its short code.
    pub code: String,
}

/// What a site turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How many files the lists name, with the lists themselves; `None` where no list could be used.
    pub files: Option<usize>,
    /// What is wrong, in order of kind and path.
    pub faults: Vec<Fault>,
    /// What was found of the signature.
    pub seal: Seal,
    /// What was found of the ledger.
    pub ledger: Ledger,
    /// The number of the entry that a receipt was found to speak of, where one was given and holds.
    pub receipt: Option<u32>,
    /// Entries that belong to others and were left alone.
    pub hidden: Vec<String>,
    /// Whether the key published in the site is another one than the one given.
    pub other_key: bool,
}

impl Verdict {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }

    /// The faults of one kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Fault> {
        self.faults.iter().filter(move |fault| fault.kind == kind)
    }
}
