//! Starts the program: wiring and exit code.

fn main() {}
