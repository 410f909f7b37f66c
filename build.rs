//! Embeds the default theme and names the engine.

fn main() {}
