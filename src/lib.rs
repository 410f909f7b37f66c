//! gongshi: a folder of plain files becomes a website and printable notices.
pub mod diag;
pub mod markdown;
pub mod privacy;
pub mod source;
