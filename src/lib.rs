//! gongshi: a folder of plain files becomes a website and printable notices.
//!
//! ```text
//! content/ --load--> Draft --check--> Site --plan--> Plan --render--> bytes --publish--> public/
//! ```
//!
//! Dependencies run one way: `model <- calendar <- wording <- check <- plan <- render`. Only `load`, `publish` and
//! `cli` touch the file system; only `cli` prints, reads the environment or the clock.

pub mod diag;
pub mod model;
pub mod plan;
pub mod render;
pub mod source;
