//! Writes the town of many villages that the tests use, to look at: `villages_probe DIR COUNT`.

#![allow(clippy::print_stderr)]

#[path = "../tests/support/villages.rs"]
mod villages;

use std::path::Path;

fn main() {
    let mut args = std::env::args().skip(1);
    match (args.next(), args.next().and_then(|count| count.parse().ok())) {
        (Some(dir), Some(count)) => villages::write(Path::new(&dir), count),
        _ => eprintln!("usage: villages_probe DIR COUNT"),
    }
}
