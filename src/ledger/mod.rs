//! Turns a site into what its ledger says of it, and a ledger back into what was public when.
//!
//! ```text
//! Site ──record──> facts by item ──draft, against the past──> Entry ──line──> public.jsonl ──chain──> Past
//! ```
//!
//! A ledger is a chain of lines, each with the SHA-256 of the one before: what stands in it cannot be changed, left out or
//! put in later without every line after it changing too. It proves an order, not a time. No line depends on anything that
//! is not public.

pub mod chain;
pub mod draft;
pub mod entry;
pub mod record;

use crate::model::past::Past;
pub use chain::{Chain, Fault, FaultKind};
pub use entry::Entry;

/// What was public when, by the entries of a chain.
pub fn past(entries: Vec<Entry>) -> Past {
    let mut past = Past::default();
    for entry in entries {
        let release = entry.release();
        past.add(release, entry.put, entry.gone);
    }
    past
}
