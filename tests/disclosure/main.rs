//! Holds the suppression of small counts to its guarantee, its checker to what it must refuse, and the share hidden to the
//! least possible.

mod checker;
mod coarsening;
mod common;
mod guarantee;
mod optimum;
