//! Holds the suppression of small counts to its guarantee, its checker to what it must refuse, and the share hidden to the
//! least possible.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it cannot read")]
#![allow(clippy::print_stdout, reason = "the share hidden above the least is what a reader of a failure asks first")]

mod checker;
mod coarsening;
mod common;
mod guarantee;
mod optimum;
