//! The values everything after `check` works with: units, people, rosters and dated sessions.
//!
//! A value here cannot be wrong by itself: no optional that must be there, no text that still has to be understood.
//! No I/O, no knowledge of how content is written.

pub mod anchor;
pub mod document;
pub mod history;
pub mod hours;
pub mod leader;
pub mod paper;
pub mod past;
pub mod poster;
pub mod procedure;
pub mod recurrence;
pub mod regulation;
pub mod roster;
pub mod session;
pub mod site;
pub mod table;
pub mod unit;
