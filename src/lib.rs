//! gongshi: a folder of plain files becomes a website and printable notices.
pub mod diag;
pub mod error;
pub mod load;
pub mod source;
