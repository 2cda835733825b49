//! Counts the instructions of an operation with callgrind and compares them with the committed
//! numbers in `counts.txt`.
//!
//!     cargo run --release -p instructions              # compares; fails beyond 3 %
//!     WEBHOOK_BLESS=1 cargo run --release -p instructions    # writes the numbers down
//!
//! A count does not depend on what else the machine does. What it leaves out: valgrind hides the
//! SHA instructions of the processor, so the hash's own functions are not counted at all, and
//! neither is reading the clock. What is left is decoding, header work and glue.

mod callgrind;
mod counts;
mod operations;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--run", name] => {
            operations::run(name);
            ExitCode::SUCCESS
        }
        _ => counts::check(&arguments),
    }
}
