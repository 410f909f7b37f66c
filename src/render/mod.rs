//! Turns planned outputs into bytes.

pub mod html;
