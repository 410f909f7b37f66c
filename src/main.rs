//! Starts the program: hands the command line to `cli` and its answer to the system.

use std::process::ExitCode;

fn main() -> ExitCode {
    gongshi::cli::run(std::env::args_os())
}
