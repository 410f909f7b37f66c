//! Turns a checked site into the bytes of its outputs.

pub mod poster;
//! Turns planned outputs into bytes.

pub mod html;
