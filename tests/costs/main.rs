//! What a forgery costs: the worst bodies and heads that are known, and others that are searched for, under
//! every shape that a declared scheme has. Counted in instructions, with callgrind; nothing here looks at a
//! clock.
//!
//!     cargo test --release --test costs
//!
//! A forgery that is whole but for its signature may cost four times the hash of its body, one more for
//! each further secret of its receiver, and what does not grow with the body: each body is there in two sizes.
//! Without valgrind, or without optimisation, nothing is counted, and it says so.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a panic fails the test"
)]

mod bodies;
#[path = "../support/catalogue/mod.rs"]
mod catalogue;
mod forgeries;

use std::{
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    process::{Child, Command, ExitCode, Stdio},
};

use sha2::{Digest as _, Sha256};

use self::forgeries::Forgery;

/// How often a body may be hashed.
const TIMES: u64 = 4;

/// What may be paid beside it, in instructions: some operations on a curve, or the bounded work of an
/// ECMAScript form. On the machine that counts it is about ten milliseconds.
const BESIDE: u64 = 40_000_000;

/// How long the bodies are: each of one content is there in both. The form of a longer one is not made.
const SIZES: [usize; 2] = [96 * 1024, 250 * 1024];

/// What the longer of two bodies may cost beyond its share: where what is bounded begins to be so.
const GROWTH: u64 = 4_000_000;

/// How many valgrinds run at once; each takes its part.
const PARTS: usize = 2;

/// What was counted of a forgery.
struct Counted {
    cost: u64,
    size: u64,
    secrets: u64,
    name: String,
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--run").skip(1);
    if let Some(part) = arguments.next() {
        run(part.parse().expect("a number"));
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
    let running: Vec<_> = (0..PARTS).map(|part| start(&scratch, part)).collect();
    let mut hash = None;
    let mut forgeries = Vec::new();
    for (out, child) in running {
        let mut counted = finish(&out, child).into_iter();
        hash = counted.next();
        forgeries.extend(counted);
    }
    judge(&hash.expect("a hash"), &forgeries)
}

/// One operation, of which callgrind writes down what it cost.
#[inline(never)]
fn counted(operation: &mut dyn FnMut()) {
    operation();
}

/// First the hash of a body, then each forgery; a line says what each is.
fn run(part: usize) {
    let body = vec![b'x'; SIZES[1]];
    counted(&mut || {
        black_box(Sha256::digest(black_box(&body)));
    });
    println!("{} 1 hash", body.len());
    // By the provider, so that both sizes of a body are in one part.
    let mut last = String::new();
    let mut provider = 0;
    for Forgery { name, size, secrets, verify } in forgeries::all(SIZES) {
        let slug = name.split(':').next().unwrap_or_default();
        if slug != last {
            provider += 1;
            slug.clone_into(&mut last);
        }
        if provider % PARTS == part {
            counted(&mut || verify());
            println!("{size} {secrets} {name}");
        }
    }
}

fn start(scratch: &Path, part: usize) -> (PathBuf, Child) {
    let out = scratch.join(format!("callgrind.{part}"));
    // Two patterns for one function: of two that are the same, callgrind heeds one.
    let child = Command::new("valgrind")
        .args(["--tool=callgrind", "--toggle-collect=*costs*counted*", "--dump-after=*counted*"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(std::env::current_exe().expect("this program"))
        .args(["--run", &part.to_string()])
        .stdout(fs::File::create(out.with_extension(format!("{part}.lines"))).expect("a file"))
        .stderr(Stdio::null())
        .spawn()
        .expect("valgrind runs");
    (out, child)
}

/// The instructions of each operation, with what it is.
fn finish(out: &Path, mut child: Child) -> Vec<Counted> {
    let status = child.wait().expect("valgrind ends");
    assert!(status.success(), "valgrind: {status}");
    let part = out.extension().and_then(|part| part.to_str()).expect("a part").to_owned();
    let lines = fs::read_to_string(out.with_extension(format!("{part}.lines"))).expect("lines");
    let counted = lines.lines().enumerate().map(|(index, line)| {
        let mut words = line.splitn(3, ' ');
        let mut next = || words.next().expect("a word");
        let (size, secrets, name) = (next(), next(), next());
        let path: PathBuf = format!("{}.{}", out.display(), index + 1).into();
        let dump = fs::read_to_string(path).expect("a dump");
        let total = dump
            .lines()
            .find_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")))
            .expect("a total");
        Counted {
            cost: total.trim().parse().expect("a number"),
            size: size.parse().expect("a number"),
            secrets: secrets.parse().expect("a number"),
            name: name.to_owned(),
        }
    });
    counted.collect()
}

fn judge(hash: &Counted, forgeries: &[Counted]) -> ExitCode {
    let hashes = |size: u64, secrets: u64| (TIMES + secrets - 1) * hash.cost * size / hash.size;
    println!(
        "a hash of {} bytes: {} instructions; {} forgeries",
        hash.size,
        hash.cost,
        forgeries.len()
    );
    assert!(hash.cost > 1_000_000 && forgeries.len() > 300, "too few were counted");
    // What it cost, what it may cost, and of what.
    let mut told: Vec<(u64, u64, String)> = Vec::new();
    for one in forgeries {
        let Counted { cost, size, secrets, name } = one;
        told.push((*cost, hashes(*size, *secrets) + BESIDE, format!("{size} bytes, {name}")));
    }
    for pair in forgeries.windows(2) {
        let [short, long] = pair else { continue };
        if short.name == long.name && short.size < long.size {
            let more = long.cost.saturating_sub(short.cost);
            let may = hashes(long.size - short.size, long.secrets) + GROWTH;
            told.push((more, may, format!("{} bytes more, {}", long.size - short.size, long.name)));
        }
    }
    told.sort_by_key(|(cost, may, _)| std::cmp::Reverse(cost * 1000 / may));
    for (cost, may, what) in told.iter().take(12) {
        println!("{cost:>12} of {may:>12}: {what}");
    }
    let beyond = told.iter().filter(|(cost, may, _)| cost > may).count();
    if beyond > 0 {
        println!(
            "{beyond} forgeries cost more than {TIMES} hashes of their body and what does not grow"
        );
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
