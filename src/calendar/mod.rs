//! Turns rules for days into days: holidays, the lunar calendar, markets, recurrence, turns and deadlines. Pure; knows `model` only.
//!
//! Nothing here decides what a rule leaves open. Where a rule meets a day it says nothing about, the day stays as the rule
//! names it and a [`recurrence::Question`] says what has to be answered.

mod apply;
mod builtin;
pub mod deadline;
pub mod holiday;
pub mod limit;
pub mod lunar;
pub mod market;
mod nominal;
pub mod recurrence;
pub mod rotation;
mod statutory;
pub mod week;

pub use builtin::{HolidayNotice, notices};
pub use holiday::{Announced, DayStatus, WorkCalendar};
pub use recurrence::{Expansion, Occurrence, Question, QuestionKind, expand};

#[cfg(test)]
mod tests;
