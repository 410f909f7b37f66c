//! The readers together: whole rules, and readers that never panic.

mod expected;
mod fuzz;
