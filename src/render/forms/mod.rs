//! Turns a roster into the forms an office passes on: text for a chat, scripts for loudspeakers, lines for an LED screen, a
//! table to paste, a picture to send. The words are those of the pages.

pub mod chat;
pub mod entry;
pub mod fragment;
pub mod led;
pub mod share;
pub mod speech;
pub mod told;
