//! What a forgery costs: the worst bodies that are known, and others that are searched for, under every
//! declared provider. Counted in instructions, with callgrind; nothing here looks at a clock.
//!
//!     cargo test --release --test costs
//!
//! A forgery that is whole but for its signature may cost four times the hash of its body, and what does
//! not grow with the body. Without valgrind, or without optimisation, nothing is counted.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a panic fails the test"
)]

#[path = "../support/catalogue/mod.rs"]
mod catalogue;
mod forgeries;

use std::{
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
};

use sha2::{Digest as _, Sha256};

use self::forgeries::Forgery;

/// How often a body may be hashed.
const TIMES: u64 = 4;

/// What may be paid beside it, in instructions: some operations on a curve, or the bounded work of an
/// ECMAScript form. On the machine that counts it is about ten milliseconds.
const BESIDE: u64 = 40_000_000;

/// How long the bodies are.
const SIZE: usize = 250 * 1024;

fn main() -> ExitCode {
    let runs = std::env::args().any(|argument| argument == "--run");
    if runs {
        run();
        return ExitCode::SUCCESS;
    }
    if cfg!(debug_assertions) {
        println!("DID NOT COUNT: run it with `--release`");
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("DID NOT COUNT: there is no valgrind here");
        return ExitCode::SUCCESS;
    }
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("costs");
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch).expect("a folder");
    judge(&count(&scratch))
}

/// One operation, of which callgrind writes down what it cost.
#[inline(never)]
fn counted(operation: &mut dyn FnMut()) {
    operation();
}

/// First the hash of a body, then each forgery; a line says what each is.
fn run() {
    let body = vec![b'x'; SIZE];
    counted(&mut || {
        black_box(Sha256::digest(black_box(&body)));
    });
    println!("{SIZE} hash");
    for Forgery { name, size, verify } in forgeries::all(SIZE) {
        counted(&mut || verify());
        println!("{size} {name}");
    }
}

/// The instructions of each operation, with its name and the size of its body.
fn count(scratch: &Path) -> Vec<(u64, u64, String)> {
    let out = scratch.join("callgrind.out");
    // Two patterns for one function: of two that are the same, callgrind heeds one.
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--toggle-collect=*costs*counted*", "--dump-after=*counted*"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(std::env::current_exe().expect("this program"))
        .arg("--run")
        .stderr(Stdio::piped())
        .output()
        .expect("valgrind runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("text");
    let costs = lines.lines().enumerate().map(|(index, line)| {
        let (size, name) = line.split_once(' ').expect("a size");
        let path: PathBuf = format!("{}.{}", out.display(), index + 1).into();
        let dump = fs::read_to_string(path).expect("a dump");
        let total = dump
            .lines()
            .find_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")))
            .expect("a total");
        let total = total.trim().parse().expect("a number");
        (total, size.parse().expect("a number"), name.to_owned())
    });
    costs.collect()
}

fn judge(counted: &[(u64, u64, String)]) -> ExitCode {
    let [(hash, size, _), forgeries @ ..] = counted else { panic!("nothing was counted") };
    let allowed = |len: u64| TIMES * hash * len / size + BESIDE;
    println!("a hash of {size} bytes: {hash} instructions; {} forgeries", forgeries.len());
    assert!(*hash > 1_000_000 && forgeries.len() > 1_000, "too few were counted");
    let mut worst: Vec<_> = forgeries.iter().collect();
    worst.sort_by_key(|(cost, size, _)| std::cmp::Reverse(cost * 1000 / allowed(*size)));
    for (cost, size, name) in worst.iter().take(12) {
        println!("{cost:>12} of {:>12}, {size} bytes: {name}", allowed(*size));
    }
    let beyond = worst.iter().filter(|(cost, size, _)| *cost > allowed(*size)).count();
    if beyond > 0 {
        println!("{beyond} forgeries cost more than {TIMES} hashes of their body and {BESIDE}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
