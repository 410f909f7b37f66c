//! gongshi: a folder of plain files becomes a website and printable notices.
pub mod diag;
pub mod render;
pub mod source;
pub mod theme;
