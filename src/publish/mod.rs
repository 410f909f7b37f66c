//! Turns rendered outputs into the site in the target directory; at every moment the old site or the new one is whole.
//!
//! ```text
//! begin ── lock, repair, survey ──> Stage ── keep, write (any thread) ──> commit ── twins, lists, exchange ──> Receipt
//! ```
//!
//! **Beside the target** `public` lies, while a build runs, the work directory `.public.gongshi` with the lock and the
//! stage. One `renameat2(RENAME_EXCHANGE)` lets stage and target change places ([`How`] tells of the other ways); the
//! old site, now in the work directory, is then removed, and the work directory with it. A build that is killed leaves
//! it; the next command repairs ([`recover`]).
//!
//! **What may be replaced:** a directory that is absent, holds only hidden entries, or holds a manifest of ours and
//! nothing besides that the manifest does not list. Hidden entries of others (`.git`, `.htaccess`) are carried over:
//! before the exchange the stage gets a twin of each, made of hard links, so the new site has them from its first
//! moment; after it, twin and original directory change places, so that the original, with what was written into it
//! meanwhile, stays. Both trees are whole at every moment, whichever the knife hits.
//!
//! **Files that did not change** keep their time and number: the stage gets a hard link. Nothing is ever written into
//! an existing file. `.gongshi/state` tells which outputs need not be rendered at all; without it everything is
//! rendered, compared and, where the bytes are the same, still kept.

mod carry;
mod error;
mod lists;
mod manifest;
mod place;
mod previous;
pub mod release;
mod repair;
mod route;
mod sink;
mod stage;
mod state;
mod survey;
mod swap;
pub mod verify;

pub use error::{Doing, Error, RouteFault};
pub use place::Place;
pub use previous::Previous;
pub use repair::recover;
pub use route::{check_routes, route_faults};
pub use stage::{Receipt, Stage, begin};
pub use state::Fingerprint;
pub use swap::How;

#[cfg(test)]
pub(crate) mod tests;
