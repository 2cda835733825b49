//! Measures, prints a table, and writes the data of the report.
//!
//!     cargo run --release -p speed -- [--quick] [--out FILE] [WORD..]
//!
//! With words, only the rows whose group or name contains one of them.

mod decode;
mod harness;
#[cfg(feature = "peers")]
mod peers;
mod refuse;
mod verify;

use std::{fs, time::Duration};

use harness::{Measured, Row};

/// Takes each row when it has been made, so that its timestamps are fresh.
pub(crate) struct Run {
    words: Vec<String>,
    budget: Duration,
    measured: Vec<Measured>,
}

impl Run {
    /// Makes a row and measures it, unless it is not asked for.
    pub(crate) fn row<'a>(&mut self, key: &str, make: impl FnOnce() -> Row<'a>) {
        if !self.words.is_empty() && !self.words.iter().any(|word| key.contains(word)) {
            return;
        }
        let measured = make().measure(self.budget);
        print!("{:<42} {:>8} B ", measured.name, measured.size);
        for contestant in &measured.contestants {
            print!(" {} {:.0} ns ({:.2})", contestant.name, contestant.median, contestant.ratio);
        }
        println!();
        self.measured.push(measured);
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut words, mut out, mut budget) = (Vec::new(), None, Duration::from_millis(1500));
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--quick" => budget = Duration::from_millis(100),
            "--out" => out = arguments.next(),
            _ => words.push(argument),
        }
    }
    let mut run = Run { words, budget, measured: Vec::new() };
    verify::rows(&mut run);
    refuse::rows(&mut run);
    decode::rows(&mut run);
    if let Some(out) = out {
        let text = serde_json::to_string_pretty(&run.measured).expect("it can be written");
        fs::write(out, text + "\n").expect("the data is written");
    }
}
