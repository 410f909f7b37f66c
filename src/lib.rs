//! gongshi: a folder of plain files becomes a website and printable notices.
//!
//! ```text
//! content/ --load--> Draft --check--> Site --plan--> Plan --render--> bytes --publish--> public/
//! ```
//!
//! Dependencies run one way: `model <- calendar <- wording <- check <- plan <- render`. Only `load`, `publish` and
//! `cli` touch the file system; only `cli` prints, reads the environment or the clock.

pub mod calendar;
pub mod check;
pub mod citation;
pub mod cli;
pub mod diag;
pub mod digest;
pub mod disclosure;
pub mod error;
mod glance;
pub mod ledger;
pub mod load;
pub mod markdown;
pub mod model;
mod numeral;
pub mod pipeline;
pub mod plan;
pub mod privacy;
pub mod publish;
pub mod render;
pub mod signature;
pub mod source;
pub mod statute;
pub mod theme;
pub mod wording;
