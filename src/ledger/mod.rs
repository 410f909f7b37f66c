//! Turns a site into what its ledger says of it, and a ledger back into what was public when.
//!
//! ```text
//! Site ──record──> facts by item ──draft, against the past──> Entry ──line──> public.jsonl ──chain──> Past
//! ```
//!
//! A ledger is a chain of lines, each with the SHA-256 of the one before: what stands in it cannot be changed, left out or
//! put in later without every line after it changing too. It proves an order, not a time. No line depends on anything that
//! is not public.

mod apply;
pub mod chain;
pub mod draft;
pub mod entry;
pub mod private;
pub mod record;
pub mod seal;

use crate::model::past::Past;
pub use apply::apply;
pub use chain::{Chain, Fault, FaultKind};
pub use entry::Entry;

/// What was public when, by the chain read from a ledger and the bytes of that.
pub fn past(chain: Chain, ledger: &[u8]) -> Past {
    let site = chain.last().map(|entry| entry.site.clone()).unwrap_or_default();
    let mut past = Past::new(site, ledger[..chain.length.min(ledger.len())].to_vec());
    for entry in chain.entries {
        let release = entry.release();
        past.add(release, entry.put, entry.gone);
    }
    past
}
