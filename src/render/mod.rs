//! Turns a checked site into the bytes of its outputs.

pub mod agenda;
pub mod html;
pub mod poster;
pub mod terms;
