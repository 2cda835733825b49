//! Measures, prints a table, and writes the data of the report.
//!
//!     cargo run --release -p speed -- [--quick] [--out FILE] [WORD..]
//!
//! With words, only the rows whose group or name contains one of them.

mod decode;
#[cfg(feature = "peers")]
mod peers;
mod refuse;
mod verify;

use harness::Run;

fn main() {
    let mut run = Run::of_arguments();
    verify::rows(&mut run);
    refuse::rows(&mut run);
    decode::rows(&mut run);
    run.finish();
}
